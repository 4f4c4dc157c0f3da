//! The required flows of a plan: the catalogue asked of this plan, and the answers.
//!
//! Total and deterministic: a half-filled plan has fewer flows or unknown ones, in the order of the plan and
//! of the catalogue. Machines that stand in one subnet and are addressed alike are one workload, asked about
//! once. What is absent: what to do about a flow that fails; that is `rules`.

mod ends;
mod groups;

use super::{Network, Party, Path, Probe, Verdict};
use crate::azure::required_flows::{self, Flow, When};
use crate::domain::{Cloud, Direction, Item, Plan, PrivateEndpointKind, SubnetId};
use crate::topology::Prefixes;

use ends::{Ends, of as ends_of};
use groups::{Group, groups};

/// A flow of the catalogue in a plan, with the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct RequiredFlow {
    /// What the catalogue says: code, reason, what breaks, sources.
    pub stated: &'static Flow,
    /// Who needs it, as a group on screen: `ML compute in snet-training`.
    pub workload: String,
    /// The items that need it.
    pub needed_by: Vec<Item>,
    /// The subnet of the workload; `None` on-premises.
    pub subnet: Option<SubnetId>,
    /// Where it starts, in words.
    pub from: String,
    /// Where it ends, in words.
    pub to: String,
    /// The host names behind those words, for an end that is known by names alone.
    pub hosts: Vec<String>,
    /// The question.
    pub probe: Probe,
    /// The answer.
    pub path: Path,
}

impl RequiredFlow {
    /// Whether it works.
    pub fn verdict(&self) -> Verdict {
        self.path.verdict
    }

    /// A stable key within a plan: code, workload, other end and port.
    pub fn key(&self) -> String {
        let port = self.probe.port.map(|port| format!(":{port}"));
        let (one, other) = (&self.workload, self.other());
        format!(
            "{} {one} {other}{}",
            self.stated.code,
            port.unwrap_or_default()
        )
    }

    /// The end that is not the workload, in words.
    pub fn other(&self) -> &str {
        match self.stated.direction {
            Direction::Inbound => &self.from,
            Direction::Outbound => &self.to,
        }
    }
}

/// Every required flow of a plan, those of one workload together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowReport {
    /// The flows.
    pub flows: Vec<RequiredFlow>,
}

impl FlowReport {
    /// Asks the whole catalogue of a plan.
    pub fn new(plan: &Plan, prefixes: &Prefixes) -> Self {
        let network = Network::new(plan, prefixes);
        let mut flows = Vec::new();
        for group in groups(plan) {
            for stated in required_flows::of(group.workload) {
                if group.needs(plan, stated.when) {
                    ask(plan, &network, &group, stated, &mut flows);
                }
            }
        }
        Self { flows }
    }

    /// The flows with this verdict.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = &RequiredFlow> {
        self.flows
            .iter()
            .filter(move |flow| flow.verdict() == verdict)
    }

    /// The flows by workload, in order.
    pub fn groups(&self) -> impl Iterator<Item = &[RequiredFlow]> {
        self.flows
            .chunk_by(|one, next| one.workload == next.workload)
    }

    /// `18 of 19 flows pass, 1 is not known`.
    pub fn summary(&self) -> String {
        let all = self.flows.len();
        if all == 0 {
            return "The plan has nothing that needs a flow".to_owned();
        }
        let passing = self.with(Verdict::Allowed).count();
        let verb = if passing == 1 { "passes" } else { "pass" };
        let noun = if all == 1 { "flow" } else { "flows" };
        let mut summary = format!("{passing} of {all} {noun} {verb}");
        match self.with(Verdict::Unknown).count() {
            0 => {}
            1 => summary.push_str(", 1 is not known"),
            unknown => {
                summary.push_str(", ");
                summary.push_str(&unknown.to_string());
                summary.push_str(" are not known");
            }
        }
        summary
    }
}

/// Whether a flow is needed, as far as the plan as a whole says so.
pub(super) fn holds(plan: &Plan, when: When) -> bool {
    let has_endpoint = |kind| plan.endpoints_of(kind).next().is_some();
    match when {
        When::Always => true,
        When::OutsideChina => plan.basics.cloud != Cloud::China,
        When::WithoutMonitorScope => !has_endpoint(PrivateEndpointKind::Monitor),
        When::HighBusinessImpact => plan.workspace.high_business_impact,
        When::PrivateEndpoints => !plan.private_endpoints.is_empty(),
        When::PublicFileShare => !has_endpoint(PrivateEndpointKind::File),
        When::PublicIp
        | When::ClassicPublicIp
        | When::Instances
        | When::Outbound
        | When::Extension
        | When::Training => false,
    }
}

/// Asks one row of the catalogue for one workload.
fn ask(
    plan: &Plan,
    network: &Network<'_>,
    group: &Group,
    stated: &'static Flow,
    flows: &mut Vec<RequiredFlow>,
) {
    for ends in ends_of(plan, group, stated) {
        for port in group.ports(stated) {
            let answers = ends.parties.iter().map(|other| {
                let (from, to) = match stated.direction {
                    Direction::Inbound => (other.clone(), group.answering()),
                    Direction::Outbound => (group.party(), other.clone()),
                };
                let probe = Probe {
                    from,
                    to,
                    protocol: stated.protocol,
                    port,
                };
                let path = network.path(&probe);
                (probe, path)
            });
            if let Some((probe, path)) = worst(answers) {
                flows.push(group.answered(stated, &ends, probe, path));
            }
        }
    }
}

/// The first answer that fails, or else the first that is not known, or else the first.
fn worst(answers: impl Iterator<Item = (Probe, Path)>) -> Option<(Probe, Path)> {
    let rank = |verdict| match verdict {
        Verdict::Denied => 0,
        Verdict::Unknown => 1,
        Verdict::Allowed => 2,
    };
    answers.min_by_key(|(_, path)| rank(path.verdict))
}

fn host(party: &Party) -> Option<String> {
    match party {
        Party::Host(name) => Some(name.clone()),
        _ => None,
    }
}

impl Group {
    fn answered(
        &self,
        stated: &'static Flow,
        ends: &Ends,
        probe: Probe,
        path: Path,
    ) -> RequiredFlow {
        let (here, there) = (self.place.clone(), ends.name.clone());
        let (from, to) = match stated.direction {
            Direction::Inbound => (there, here),
            Direction::Outbound => (here, there),
        };
        let needed_by = self.items.iter().copied();
        let instances = stated.when == When::Instances;
        RequiredFlow {
            stated,
            workload: self.label.clone(),
            needed_by: needed_by
                .filter(|item| !instances || matches!(item, Item::Instance(_)))
                .collect(),
            subnet: self.subnet,
            from,
            to,
            hosts: ends.parties.iter().filter_map(host).collect(),
            probe,
            path,
        }
    }

    /// The workload as it starts connections.
    fn party(&self) -> Party {
        self.machines(self.public_ip)
    }

    /// The workload as it is reached. How Azure reaches an attached machine is not in a plan, so its NSG and
    /// routes decide alone (VM-2).
    fn answering(&self) -> Party {
        self.machines(self.public_ip || self.reached)
    }

    fn machines(&self, public_ip: bool) -> Party {
        self.subnet
            .map_or(Party::OnPremises, |subnet| Party::Machines {
                subnet,
                public_ip,
            })
    }
}
