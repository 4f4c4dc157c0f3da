//! Security rules that let required flows through: made from the flows, in front of what stops them.

use std::collections::BTreeSet;

use super::required::{Blocker, Cause, causes};
use super::{Applicability, Context, Finding, Findings, names, wording};
use crate::azure::limits::PRIORITIES;
use crate::azure::service_hosts;
use crate::azure::service_tags::{INTERNET, VIRTUAL_NETWORK};
use crate::domain::{
    Access, Direction, Item, NsgId, Plan, Protocol, SecurityRule, SecurityRuleId, SubnetId,
};
use crate::flow::presets::effective_rules;
use crate::flow::{Party, RequiredFlow, Spot, Stage};

/// What an NSG needs for some flows, and what must come behind it.
struct Permit {
    nsg: NsgId,
    /// Rules without number and id.
    rules: Vec<SecurityRule>,
    /// The priority that they must be in front of.
    before: u32,
    /// The person's own rule that stops the flows.
    stops: Option<SecurityRuleId>,
}

/// Offers the rules that let the flows of a cause through.
pub(super) fn offer(cx: &Context<'_>, finding: &mut Finding, cause: &Cause<'_>) {
    let Some(permit) = Permit::new(cx, cause) else {
        return;
    };
    let mut preview = cx.plan.clone();
    let Some(added) = permit.grant(&mut preview) else {
        return;
    };
    let rules = match &*added {
        [] => return,
        [(priority, name)] => format!("rule {priority} {name}"),
        all => wording::count(all.len().try_into().unwrap_or(u64::MAX), "rule", "rules"),
    };
    let stops = permit.stops.and_then(|id| rule_of(cx.plan, id));
    let label = match stops {
        Some(rule) if permit.makes_room(cx.plan) => format!(
            "Move {} to the end and add {rules} before it",
            wording::name_or(&rule.name, "rule")
        ),
        Some(rule) => format!(
            "Add {rules} before {}",
            wording::name_or(&rule.name, "rule")
        ),
        None => format!("Add {rules}"),
    };
    let wanted: BTreeSet<String> = cause.flows.iter().map(|flow| flow.key()).collect();
    finding.fix(Applicability::Suggested, label, move |plan| {
        let_through(plan, &wanted);
    });
}

/// Lets flows through every NSG that stops them: a flow may meet one where it leaves and one where it arrives.
fn let_through(plan: &mut Plan, wanted: &BTreeSet<String>) {
    /// NSGs on the way of a flow, with a round to spare.
    const ROUNDS: usize = 4;
    for _ in 0..ROUNDS {
        let before = plan.clone();
        let cx = Context::new(&before);
        let mut open = false;
        for mut cause in causes(&before, cx.flows(), &Findings::default(), Blocker::Rule) {
            cause.flows.retain(|flow| wanted.contains(&flow.key()));
            if cause.flows.is_empty() {
                continue;
            }
            if let Some(permit) = Permit::new(&cx, &cause) {
                open |= permit.grant(plan).is_some();
            }
        }
        if !open {
            return;
        }
    }
}

impl Permit {
    fn new(cx: &Context<'_>, cause: &Cause<'_>) -> Option<Self> {
        let plan = cx.plan;
        let direction = match cause.hop.stage {
            Stage::InboundNsg => Direction::Inbound,
            _ => Direction::Outbound,
        };
        let (nsg, stops) = match cause.hop.item? {
            Item::Nsg(nsg) => (nsg, None),
            Item::SecurityRule(id) => {
                let mut nsgs = plan.nsgs.iter();
                let nsg = nsgs.find(|nsg| nsg.rules.iter().any(|rule| rule.id == id))?;
                (nsg.id, Some(id))
            }
            _ => return None,
        };
        let mut rules: Vec<SecurityRule> = Vec::new();
        for flow in &cause.flows {
            let rule = rule_for(cx, flow, direction);
            let same = |other: &&mut SecurityRule| {
                (&other.name, other.protocol) == (&rule.name, rule.protocol)
                    && (&other.sources, &other.destinations) == (&rule.sources, &rule.destinations)
            };
            match rules.iter_mut().find(same) {
                Some(other) => {
                    for port in rule.destination_ports {
                        if !other.destination_ports.contains(&port) {
                            other.destination_ports.push(port);
                        }
                    }
                }
                None => rules.push(rule),
            }
        }
        let end = *PRIORITIES.value.end() + 1;
        let before = effective_rules(plan, &cx.allocation.prefixes(), nsg)
            .into_iter()
            .map(|effective| effective.rule)
            .filter(|rule| rule.direction == direction)
            .find(|rule| match stops {
                Some(id) => rule.id == id,
                None => Some(&rule.name) == cause.hop.decided_by.as_ref(),
            })
            .map_or(end, |rule| rule.priority.min(end));
        Some(Self {
            nsg,
            rules,
            before,
            stops,
        })
    }

    fn direction(&self) -> Direction {
        self.rules
            .first()
            .map_or(Direction::Inbound, |rule| rule.direction)
    }

    /// Numbers for the rules in front of `before`: steps of ten first; `None` if there are not enough.
    fn numbers(&self, plan: &Plan, before: u32) -> Option<Vec<u32>> {
        let nsg = plan.nsg(self.nsg)?;
        let first = *PRIORITIES.value.start();
        let is_free = |priority: &u32| {
            !nsg.rules
                .iter()
                .any(|rule| rule.direction == self.direction() && rule.priority == *priority)
        };
        let wanted = self.rules.len();
        let steps: Vec<u32> = (first..before)
            .step_by(10)
            .filter(is_free)
            .take(wanted)
            .collect();
        if steps.len() == wanted {
            return Some(steps);
        }
        let all: Vec<u32> = (first..before).filter(is_free).take(wanted).collect();
        (all.len() == wanted).then_some(all)
    }

    /// True if the rule that stops the flows has to move, since nothing goes in front of it.
    fn makes_room(&self, plan: &Plan) -> bool {
        self.numbers(plan, self.before).is_none()
    }

    /// Adds the rules; gives their numbers and names. `None` if there is no room.
    fn grant(&self, plan: &mut Plan) -> Option<Vec<(u32, String)>> {
        let mut numbers = self.numbers(plan, self.before);
        if numbers.is_none() {
            let stops = self.stops?;
            let last = self.last_free(plan)?;
            let nsg = plan.nsg_mut(self.nsg)?;
            nsg.rules.iter_mut().find(|rule| rule.id == stops)?.priority = last;
            numbers = self.numbers(plan, last);
        }
        let mut added = Vec::new();
        for (rule, priority) in self.rules.iter().zip(numbers?) {
            let id = SecurityRuleId(plan.next_id());
            let nsg = plan.nsg_mut(self.nsg)?;
            let name = names::numbered(&rule.name, nsg.rules.iter().map(|rule| &*rule.name));
            added.push((priority, name.clone()));
            nsg.rules.push(SecurityRule {
                id,
                name,
                priority,
                ..rule.clone()
            });
        }
        Some(added)
    }

    fn last_free(&self, plan: &Plan) -> Option<u32> {
        let nsg = plan.nsg(self.nsg)?;
        PRIORITIES.value.rev().find(|priority| {
            !nsg.rules
                .iter()
                .any(|rule| rule.direction == self.direction() && rule.priority == *priority)
        })
    }
}

fn rule_of(plan: &Plan, id: SecurityRuleId) -> Option<&SecurityRule> {
    plan.nsgs
        .iter()
        .flat_map(|nsg| &nsg.rules)
        .find(|rule| rule.id == id)
}

/// The rule that lets one flow through on one side: as the preset states it, or as narrow as the flow is.
fn rule_for(cx: &Context<'_>, flow: &RequiredFlow, direction: Direction) -> SecurityRule {
    let any = || vec!["*".to_owned()];
    let stated = flow
        .stated
        .permit
        .filter(|rule| rule.direction == direction);
    let (sources, destinations) = match direction {
        Direction::Inbound => (texts(cx, &flow.probe.from), texts(cx, &flow.probe.to)),
        Direction::Outbound => (any(), texts(cx, &flow.probe.to)),
    };
    let name = stated.map_or_else(
        || flow.stated.code.replace("FLW-", "Allow-"),
        |rule| rule.name.to_owned(),
    );
    SecurityRule {
        name,
        direction,
        access: Access::Allow,
        protocol: flow.probe.protocol,
        sources,
        source_ports: any(),
        destinations,
        destination_ports: match flow.probe.port {
            Some(port) if has_ports(flow.probe.protocol) => vec![port.to_string()],
            _ => any(),
        },
        description: flow.stated.why.to_owned(),
        ..SecurityRule::default()
    }
}

fn has_ports(protocol: Protocol) -> bool {
    matches!(protocol, Protocol::Any | Protocol::Tcp | Protocol::Udp)
}

/// A party as an address field of a rule.
fn texts(cx: &Context<'_>, party: &Party) -> Vec<String> {
    let subnet = |id: SubnetId| cx.prefix(id).map(|prefix| prefix.to_string());
    let text = match party {
        Party::Machines { subnet: id, .. } => subnet(*id),
        Party::PrivateEndpoint(id) => {
            let endpoint = cx.plan.private_endpoint(*id);
            endpoint.and_then(|endpoint| subnet(endpoint.subnet?))
        }
        Party::Address(address) => Some(address.to_string()),
        Party::OnPremises => None,
        Party::Tag(tag) => Some(tag.clone()),
        Party::Host(host) => Some(host_tag(cx.plan, host)),
    };
    vec![text.unwrap_or_else(|| VIRTUAL_NETWORK.to_owned())]
}

/// The tag that stands for a host in a rule, since NSGs know no names.
fn host_tag(plan: &Plan, host: &str) -> String {
    let region = plan.basics.region.trim().to_ascii_lowercase();
    match service_hosts::tag_of(&host.to_ascii_lowercase(), plan.basics.cloud) {
        Some((tag, true)) if !region.is_empty() => format!("{tag}.{region}"),
        Some((tag, _)) => tag.to_owned(),
        None => INTERNET.to_owned(),
    }
}

/// The subnet whose border a cause is at.
pub(super) fn border(cause: &Cause<'_>) -> Option<SubnetId> {
    match cause.hop.at {
        Spot::Subnet(subnet) => Some(subnet),
        _ => None,
    }
}
