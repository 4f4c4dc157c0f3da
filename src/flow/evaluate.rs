//! Evaluation: the NSGs that a packet meets, in Azure's order, and the rule that decides in each.

use super::matching::Match;
use super::rule_set::{ReadRule, RuleIdentity, RuleSet};
use super::{Neighbourhood, Packet};
use crate::azure::platform;
use crate::domain::{Access, Direction};

/// What becomes of a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It gets through.
    Allowed,
    /// It is stopped.
    Denied,
    /// That cannot be known offline.
    Unknown,
}

/// One stage of the way and what happened there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The NSG; `None` where there is none, or where it has no say.
    pub nsg: Option<String>,
    /// What the stage says.
    pub verdict: Verdict,
    /// The rule that decided, or that may have.
    pub rule: Option<RuleIdentity>,
    /// Why, as a fragment of a sentence for a person.
    pub why: String,
}

/// A verdict with the steps that led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The verdict.
    pub verdict: Verdict,
    /// The stages, in the order in which the packet meets them; the last one decided.
    pub steps: Vec<Step>,
}

/// The NSGs on both sides of a network interface.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stages<'a> {
    /// The NSG of the subnet.
    pub subnet: Option<&'a RuleSet>,
    /// The NSG of the network interface.
    pub interface: Option<&'a RuleSet>,
}

/// Whether a packet gets through the NSGs of one interface, in one direction.
///
/// Inbound packets meet the subnet's NSG first, outbound ones that of the interface; both must let the packet
/// through, and where there is none, everything passes (NSG-5). A stage that is not known never turns into a
/// yes; a stage that denies decides, whatever the other would say.
pub fn evaluate(
    stages: Stages<'_>,
    packet: &Packet,
    direction: Direction,
    around: &Neighbourhood,
) -> Answer {
    let order = match direction {
        Direction::Inbound => [stages.subnet, stages.interface],
        Direction::Outbound => [stages.interface, stages.subnet],
    };
    let mut answer = Answer {
        verdict: Verdict::Allowed,
        steps: Vec::new(),
    };
    for rules in order.into_iter().flatten() {
        let step = stage(rules, packet, direction, around);
        answer = answer.then(step);
        if answer.verdict == Verdict::Denied {
            break;
        }
    }
    if answer.steps.is_empty() {
        return Answer::passing("no NSG is in the way");
    }
    answer
}

impl Answer {
    /// The answer where no NSG has a say.
    pub(super) fn passing(why: impl Into<String>) -> Self {
        Self::without_rule(Verdict::Allowed, None, why)
    }

    /// An answer that no rule gave.
    pub(super) fn without_rule(
        verdict: Verdict,
        nsg: Option<String>,
        why: impl Into<String>,
    ) -> Self {
        let step = Step {
            nsg,
            verdict,
            rule: None,
            why: why.into(),
        };
        Self {
            verdict,
            steps: vec![step],
        }
    }

    /// Adds a stage: a denial decides, and then what is not known.
    fn then(mut self, step: Step) -> Self {
        self.verdict = match (self.verdict, step.verdict) {
            (Verdict::Denied, _) | (_, Verdict::Denied) => Verdict::Denied,
            (Verdict::Unknown, _) | (_, Verdict::Unknown) => Verdict::Unknown,
            (Verdict::Allowed, Verdict::Allowed) => Verdict::Allowed,
        };
        self.steps.push(step);
        self
    }
}

/// What one NSG says.
///
/// The first rule that matches decides. A rule before it of which that is not known makes the answer unknown,
/// unless it would say the same.
fn stage(rules: &RuleSet, packet: &Packet, direction: Direction, around: &Neighbourhood) -> Step {
    let to_platform = direction == Direction::Outbound
        && [platform::HOST.value, platform::METADATA.value]
            .map(Some)
            .contains(&packet.destination.address);
    let mut doubtful: Vec<(&ReadRule, String)> = Vec::new();
    let listed = rules.rules(direction).iter();
    for rule in listed.filter(|rule| !to_platform || rule.targets_platform()) {
        match rule.matches(packet, around) {
            Match::No => {}
            Match::Unknown(why) => doubtful.push((rule, why)),
            Match::Yes => return decided(rules, rule, &doubtful),
        }
    }
    // The default rules match everything, so only packets to the platform come here.
    let step = Step {
        nsg: Some(rules.name.clone()),
        verdict: Verdict::Allowed,
        rule: None,
        why: "NSGs do not filter Azure’s platform unless a rule names its tag".to_owned(),
    };
    match doubtful
        .iter()
        .find(|(rule, _)| rule.access == Access::Deny)
    {
        Some(doubt) => in_doubt(rules, doubt),
        None => step,
    }
}

fn decided(rules: &RuleSet, rule: &ReadRule, doubtful: &[(&ReadRule, String)]) -> Step {
    if let Some(doubt) = doubtful
        .iter()
        .find(|(other, _)| other.access != rule.access)
    {
        return in_doubt(rules, doubt);
    }
    let (verdict, does) = match rule.access {
        Access::Allow => (Verdict::Allowed, "allows"),
        Access::Deny => (Verdict::Denied, "denies"),
    };
    let RuleIdentity { name, priority, .. } = &rule.identity;
    Step {
        nsg: Some(rules.name.clone()),
        verdict,
        why: format!("rule {priority} {name} {does} it"),
        rule: Some(rule.identity.clone()),
    }
}

fn in_doubt(rules: &RuleSet, (rule, why): &(&ReadRule, String)) -> Step {
    let RuleIdentity { name, priority, .. } = &rule.identity;
    Step {
        nsg: Some(rules.name.clone()),
        verdict: Verdict::Unknown,
        why: format!("rule {priority} {name} may match: {why}"),
        rule: Some(rule.identity.clone()),
    }
}
