//! One question over the whole plan: does a connection come about, and what decides on its way?

mod probe;
mod trace;

use super::{Border, Client, Endpoint, Name, Packet, Verdict, names, verify};
use crate::domain::{Direction, Item, Plan, SubnetId};
use crate::topology::Prefixes;

pub use probe::{Party, Probe};
pub use trace::{Asymmetry, Hop, Path, Spot, Stage};

/// The way of a connection through the plan, and whether it comes about.
pub fn path(plan: &Plan, prefixes: &Prefixes, probe: &Probe) -> Path {
    let mut forward = Vec::new();
    if let Party::Machines { subnet, .. } = probe.from {
        let client = plan.vnet_of(subnet).map(|vnet| Client::Vnet(vnet.id));
        if let (Some(client), Party::PrivateEndpoint(id)) = (client, &probe.to) {
            let found = names::resolve(plan, client, Name::Endpoint(*id));
            forward.push(Hop {
                at: Spot::Subnet(subnet),
                stage: Stage::Name,
                decided_by: None,
                item: found.zone.map(Item::Zone),
                verdict: match found.address {
                    names::Address::Private => Verdict::Allowed,
                    names::Address::Public | names::Address::Missing => Verdict::Denied,
                    names::Address::Unknown => Verdict::Unknown,
                },
                why: found.why,
            });
        }
        forward.push(leaves(plan, prefixes, subnet, probe));
    }
    let verdict = forward
        .iter()
        .map(|hop| hop.verdict)
        .find(|verdict| *verdict != Verdict::Allowed);
    Path {
        verdict: verdict.unwrap_or(Verdict::Unknown),
        forward,
        back: Vec::new(),
        asymmetry: None,
    }
}

fn leaves(plan: &Plan, prefixes: &Prefixes, subnet: SubnetId, probe: &Probe) -> Hop {
    let packet = Packet {
        protocol: probe.protocol,
        source: Endpoint {
            address: prefixes.get(&subnet).and_then(|prefix| prefix.nth(4)),
            tag: None,
        },
        source_port: None,
        destination: match &probe.to {
            Party::Tag(tag) => Endpoint::tag(tag.as_str()),
            Party::Address(address) => Endpoint::address(*address),
            _ => Endpoint::default(),
        },
        destination_port: probe.port,
    };
    let border = Border::of_machines(subnet, Direction::Outbound);
    let answer = verify(plan, prefixes, border, &packet);
    let step = answer.steps.into_iter().last();
    Hop {
        at: Spot::Subnet(subnet),
        stage: Stage::OutboundNsg,
        decided_by: step
            .as_ref()
            .and_then(|step| step.rule.as_ref())
            .map(|rule| rule.name.clone()),
        item: plan.subnet(subnet).and_then(|it| it.nsg).map(Item::Nsg),
        verdict: answer.verdict,
        why: step.map(|step| step.why).unwrap_or_default(),
    }
}
