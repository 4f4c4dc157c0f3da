//! The same question asked of a plan: does a packet leave, or enter, this subnet?

use super::evaluate::{Answer, Stages, Verdict, evaluate};
use super::presets::effective_rules;
use super::{Neighbourhood, Packet, RoutedPrefixes, RuleSet};
use crate::domain::{
    Direction, NetworkPolicies, Nsg, NsgPreset, Placement, Plan, Subnet, SubnetId,
};
use crate::topology::Prefixes;

/// What a packet meets in a subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resident {
    /// A machine.
    Machine,
    /// A private endpoint, for which NSGs count only where the subnet says so (PE-41).
    PrivateEndpoint,
}

/// A border of a subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Border {
    /// The subnet.
    pub subnet: SubnetId,
    /// Whether the packet enters or leaves.
    pub direction: Direction,
    /// Who sends or receives it there.
    pub resident: Resident,
    /// How `VirtualNetwork` is read.
    pub routed: RoutedPrefixes,
}

impl Border {
    /// The border that machines of a subnet send through, or are sent to through; tags are read strictly.
    pub fn of_machines(subnet: SubnetId, direction: Direction) -> Self {
        Self {
            subnet,
            direction,
            resident: Resident::Machine,
            routed: RoutedPrefixes::Excluded,
        }
    }
}

/// Whether a packet passes the NSG of a subnet, by the rules that the plan gives it.
///
/// An existing NSG whose rules are not in the plan answers “unknown”.
pub fn verify(plan: &Plan, prefixes: &Prefixes, border: Border, packet: &Packet) -> Answer {
    let Some(subnet) = plan.subnet(border.subnet) else {
        return Answer::without_rule(Verdict::Unknown, None, "the plan has no such subnet");
    };
    let nsg = subnet.nsg.and_then(|id| plan.nsg(id));
    let guard = nsg.map(|nsg| Guard::new(plan, prefixes, nsg));
    let around = Neighbourhood::of(plan, prefixes, subnet.id, border.routed);
    judge(subnet, guard.as_ref(), &around, border, packet)
}

/// An NSG, read once for many packets.
#[derive(Clone, Debug)]
pub(super) struct Guard {
    name: String,
    /// `None` if it exists already and its rules are not in the plan.
    rules: Option<RuleSet>,
}

impl Guard {
    pub(super) fn new(plan: &Plan, prefixes: &Prefixes, nsg: &Nsg) -> Self {
        let name = nsg.name.trim().to_owned();
        let unseen = nsg.placement == Placement::Existing
            && nsg.preset == NsgPreset::None
            && nsg.rules.is_empty();
        let read = || RuleSet::new(name.as_str(), &effective_rules(plan, prefixes, nsg.id));
        let rules = (!unseen).then(read);
        Self { name, rules }
    }
}

/// Whether a packet passes a border, given what guards it.
pub(super) fn judge(
    subnet: &Subnet,
    guard: Option<&Guard>,
    around: &Neighbourhood,
    border: Border,
    packet: &Packet,
) -> Answer {
    let Some(guard) = guard else {
        return Answer::passing("the subnet has no NSG");
    };
    let filtered = matches!(
        subnet.private_endpoint_policies,
        NetworkPolicies::Enabled | NetworkPolicies::NetworkSecurityGroup
    );
    if border.resident == Resident::PrivateEndpoint && !filtered {
        return Answer::passing("the subnet’s network policies leave private endpoints unfiltered");
    }
    let Some(rules) = &guard.rules else {
        let why = "this NSG exists already and its rules are not in the plan";
        return Answer::without_rule(Verdict::Unknown, Some(guard.name.clone()), why);
    };
    let stages = Stages {
        subnet: Some(rules),
        interface: None,
    };
    evaluate(stages, packet, border.direction, around)
}
