//! Whether a packet, mostly one from an Azure service, gets through the NSG of a subnet, and the rule that
//! lets it.
//!
//! `flow` answers; here are the words and the change. Where `flow` cannot tell offline, nothing is reported.

use std::ops::RangeInclusive;

use crate::azure::limits::PRIORITIES;
use crate::azure::reserved;
use crate::domain::{
    Direction, Item, NsgId, Plan, Protocol, SecurityRule, SecurityRuleId, Subject, Subnet,
};
use crate::flow::{Border, Endpoint, Packet, RuleIdentity, Verdict, verify};

use super::{Applicability, Context, Finding, names, wording};

/// A service that must get in.
#[derive(Clone, Debug)]
pub(super) struct Need {
    /// The service tag that packets come from.
    pub(super) tag: String,
    /// The ports they go to.
    pub(super) ports: RangeInclusive<u16>,
    /// The rule that lets them in: its priority and id do not matter.
    pub(super) rule: SecurityRule,
}

/// What stops a service.
#[derive(Clone, Debug)]
pub(super) struct Blocked {
    nsg: NsgId,
    /// The rule that decides; `None` for Azure's own last rule.
    rule: Option<RuleIdentity>,
}

impl Need {
    /// `TCP 44224 from AzureMachineLearning`.
    pub(super) fn words(&self) -> String {
        let (first, last) = (self.ports.start(), self.ports.end());
        let ports = if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        };
        format!("TCP {ports} from {}", self.tag)
    }
}

/// What stops a service from reaching the machines of a subnet; `None` if nothing does, if the subnet has no
/// NSG, or if that cannot be known offline.
pub(super) fn blocked(cx: &Context<'_>, subnet: &Subnet, need: &Need) -> Option<Blocked> {
    let range = cx.prefix(subnet.id).and_then(reserved::usable_range);
    let border = Border::of_machines(subnet.id, Direction::Inbound);
    [need.ports.start(), need.ports.end()]
        .into_iter()
        .find_map(|port| {
            let packet = Packet {
                protocol: Protocol::Tcp,
                source: Endpoint::tag(&*need.tag),
                source_port: None,
                destination: range
                    .map_or_else(Endpoint::default, |(first, _)| Endpoint::address(first)),
                destination_port: Some(*port),
            };
            stopped(cx, border, &packet)
        })
}

/// What stops a packet at the border of a subnet; `None` if nothing does, if the subnet has no NSG, or if that
/// cannot be known offline.
pub(super) fn stopped(cx: &Context<'_>, border: Border, packet: &Packet) -> Option<Blocked> {
    let nsg = cx.plan.subnet(border.subnet)?.nsg?;
    let answer = verify(cx.plan, &cx.allocation.prefixes(), border, packet);
    if answer.verdict != Verdict::Denied {
        return None;
    }
    let mut steps = answer.steps.into_iter();
    let decided = steps.find(|step| step.verdict == Verdict::Denied)?;
    // Behind the priorities that people can use come Azure's default rules.
    let rule = decided
        .rule
        .filter(|rule| PRIORITIES.value.contains(&rule.priority));
    Some(Blocked { nsg, rule })
}

impl Blocked {
    /// Which rule stops it: `Rule 4096 Deny-All matches first`.
    pub(super) fn reason(&self) -> String {
        match &self.rule {
            Some(rule) => {
                let name = rule.name.trim();
                let space = if name.is_empty() { "" } else { " " };
                format!("Rule {}{space}{name} matches first", rule.priority)
            }
            None => "No rule lets it in, and Azure's last rule denies the rest".to_owned(),
        }
    }

    /// The NSG and the deciding rule.
    pub(super) fn subjects(&self) -> Vec<Subject> {
        let rule = self.rule.as_ref().and_then(|rule| rule.id);
        std::iter::once(Item::Nsg(self.nsg).into())
            .chain(rule.map(|id| Item::SecurityRule(id).into()))
            .collect()
    }

    /// True if a rule of the plan stops it, not Azure's own last rule.
    pub(super) fn is_by_rule(&self) -> bool {
        self.rule.is_some()
    }

    /// Offers the rule that lets the service in, in front of the one that stops it.
    pub(super) fn offer(&self, plan: &Plan, finding: &mut Finding, need: &Need) {
        self.offer_rule(plan, finding, &need.rule);
    }

    /// Offers a rule in front of the one that stops what it lets through. Its priority and id do not matter.
    pub(super) fn offer_rule(&self, plan: &Plan, finding: &mut Finding, rule: &SecurityRule) {
        let before = self.rule.as_ref().map(|rule| rule.priority);
        let Some(priority) = free_priority(plan, self.nsg, rule.direction, before) else {
            return;
        };
        let nsg = self.nsg;
        let rule = SecurityRule {
            priority,
            ..rule.clone()
        };
        finding.fix(
            Applicability::Suggested,
            format!("Add rule {priority} Allow"),
            move |plan| {
                let id = SecurityRuleId(plan.next_id());
                if let Some(nsg) = plan.nsg_mut(nsg) {
                    let taken = nsg.rules.iter().map(|rule| &*rule.name);
                    let name = names::numbered(&rule.name, taken);
                    let rule = rule.clone();
                    nsg.rules.push(SecurityRule { id, name, ..rule });
                }
            },
        );
    }
}

/// A priority in front of `before`: the first free step of ten, else the first free number.
fn free_priority(
    plan: &Plan,
    nsg: NsgId,
    direction: Direction,
    before: Option<u32>,
) -> Option<u32> {
    let nsg = plan.nsg(nsg)?;
    let (first, last) = (*PRIORITIES.value.start(), *PRIORITIES.value.end());
    let end = before.unwrap_or(last + 1).min(last + 1);
    let is_free = |priority: &u32| {
        !nsg.rules
            .iter()
            .any(|rule| rule.direction == direction && rule.priority == *priority)
    };
    (first..end)
        .step_by(10)
        .find(is_free)
        .or_else(|| (first..end).find(is_free))
}

/// True for what stands for every address.
pub(super) fn is_anywhere(text: &str) -> bool {
    matches!(text.trim(), "*" | "0.0.0.0/0")
}

/// The ports that are written: `*`, `443` or `8000-9000`; `None` for anything else (NSG-21).
pub(super) fn ports(text: &str) -> Option<RangeInclusive<u16>> {
    let number = |text: &str| -> Option<u16> {
        let text = text.trim();
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| digits)
    };
    let text = text.trim();
    if text == "*" {
        return Some(0..=u16::MAX);
    }
    let (first, last) = match text.split_once('-') {
        Some((first, last)) => (number(first)?, number(last)?),
        None => (number(text)?, number(text)?),
    };
    (first <= last).then_some(first..=last)
}

/// What to call the subnet and what is blocked: `TCP 22 from AzureMachineLearning to snet-vm is blocked`.
pub(super) fn title(need: &Need, subnet: &Subnet) -> String {
    format!("{} to {} is blocked", need.words(), wording::subnet(subnet))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_ports_as_azure_does() {
        assert_eq!(ports("*"), Some(0..=65_535));
        assert_eq!(ports(" 443 "), Some(443..=443));
        assert_eq!(ports("8000-9000"), Some(8_000..=9_000));
        for wrong in ["", "65536", "9000-8000", "80,443", "-1", "+80", "http"] {
            assert_eq!(ports(wrong), None, "{wrong}");
        }
    }
}
