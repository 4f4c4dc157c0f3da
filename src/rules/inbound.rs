//! Whether an Azure service gets through the NSG of a subnet, and the rule that lets it.
//!
//! Asks about one service tag and one port; what cannot be known offline (which addresses a tag has) counts
//! as no match. What is absent: NSGs on network interfaces, which a plan does not have.

use std::ops::RangeInclusive;

use crate::azure::limits::PRIORITIES;
use crate::azure::service_tags;
use crate::domain::{
    Access, Direction, Item, NsgId, Plan, Prefix, Protocol, SecurityRule, SecurityRuleId, Subject,
    Subnet,
};
use crate::flow::presets::effective_rules;

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
    rule: Option<(u32, String, SecurityRuleId)>,
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

/// What stops a service from reaching a subnet; `None` if nothing does, or if the subnet has no NSG.
pub(super) fn blocked(cx: &Context<'_>, subnet: &Subnet, need: &Need) -> Option<Blocked> {
    let nsg = cx.plan.nsg(subnet.nsg?)?.id;
    let prefix = cx.prefix(subnet.id);
    let rules = effective_rules(cx.plan, &cx.allocation.prefixes(), nsg);
    let decides = rules
        .iter()
        .map(|effective| &effective.rule)
        .find(|rule| matches(rule, need, prefix));
    match decides {
        Some(rule) if rule.access == Access::Allow => None,
        Some(rule) => Some(Blocked {
            nsg,
            rule: Some((rule.priority, rule.name.trim().to_owned(), rule.id)),
        }),
        None => Some(Blocked { nsg, rule: None }),
    }
}

impl Blocked {
    /// Which rule stops it: `Rule 4096 Deny-All matches first`.
    pub(super) fn reason(&self) -> String {
        match &self.rule {
            Some((priority, name, _)) if name.is_empty() => {
                format!("Rule {priority} matches first")
            }
            Some((priority, name, _)) => format!("Rule {priority} {name} matches first"),
            None => "No rule lets it in, and Azure's last rule denies the rest".to_owned(),
        }
    }

    /// The NSG and the deciding rule.
    pub(super) fn subjects(&self) -> Vec<Subject> {
        let rule = self.rule.iter().map(|(_, _, id)| *id);
        let written = rule.filter(|id| *id != SecurityRuleId::default());
        std::iter::once(Item::Nsg(self.nsg).into())
            .chain(written.map(|id| Item::SecurityRule(id).into()))
            .collect()
    }

    /// Offers the rule that lets the service in, in front of the one that stops it.
    pub(super) fn offer(&self, plan: &Plan, finding: &mut Finding, need: &Need) {
        let before = self.rule.as_ref().map(|(priority, _, _)| *priority);
        let Some(priority) = free_priority(plan, self.nsg, before) else {
            return;
        };
        let nsg = self.nsg;
        let rule = SecurityRule {
            priority,
            ..need.rule.clone()
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

/// An inbound priority in front of `before`: the first free step of ten, else the first free number.
fn free_priority(plan: &Plan, nsg: NsgId, before: Option<u32>) -> Option<u32> {
    let nsg = plan.nsg(nsg)?;
    let (first, last) = (*PRIORITIES.value.start(), *PRIORITIES.value.end());
    let end = before.unwrap_or(last + 1).min(last + 1);
    let is_free = |priority: &u32| {
        !nsg.rules
            .iter()
            .any(|rule| rule.direction == Direction::Inbound && rule.priority == *priority)
    };
    (first..end)
        .step_by(10)
        .find(is_free)
        .or_else(|| (first..end).find(is_free))
}

fn matches(rule: &SecurityRule, need: &Need, subnet: Option<Prefix>) -> bool {
    let allows = rule.access == Access::Allow;
    rule.direction == Direction::Inbound
        && matches!(rule.protocol, Protocol::Any | Protocol::Tcp)
        && rule.sources.iter().any(|text| is_from(text, &need.tag))
        && rule.source_ports.iter().any(|text| is_every_port(text))
        && rule
            .destinations
            .iter()
            .any(|text| is_to(text, subnet, allows))
        && covers(&rule.destination_ports, &need.ports, allows)
}

/// True if the ports of a rule decide about these: an allowance must cover all, a denial stops with any.
fn covers(written: &[String], needed: &RangeInclusive<u16>, allows: bool) -> bool {
    let ranges: Vec<RangeInclusive<u16>> = written.iter().filter_map(|text| ports(text)).collect();
    let inside = |port: u16| ranges.iter().any(|range| range.contains(&port));
    if allows {
        needed.clone().all(inside)
    } else {
        needed.clone().any(inside)
    }
}

fn is_from(text: &str, tag: &str) -> bool {
    if is_anywhere(text) {
        return true;
    }
    match (service_tags::read(text), service_tags::read(tag)) {
        (Some(outer), Some(inner)) => outer.contains(inner),
        _ => text.trim().eq_ignore_ascii_case(tag.trim()),
    }
}

/// True if a rule for this destination decides about the subnet: an allowance may be for a part of it, where
/// the machines are; a denial for a part leaves the rest.
fn is_to(text: &str, subnet: Option<Prefix>, allows: bool) -> bool {
    if is_anywhere(text)
        || text
            .trim()
            .eq_ignore_ascii_case(service_tags::VIRTUAL_NETWORK)
    {
        return true;
    }
    let Some(subnet) = subnet else {
        return false;
    };
    match address_range(text) {
        Some(range) if allows => range.overlaps(subnet),
        Some(range) => range.contains(subnet),
        None => false,
    }
}

/// True for what stands for every address.
pub(super) fn is_anywhere(text: &str) -> bool {
    matches!(text.trim(), "*" | "0.0.0.0/0")
}

/// The prefix, or the single address, that is written.
pub(super) fn address_range(text: &str) -> Option<Prefix> {
    let text = text.trim();
    text.parse()
        .ok()
        .or_else(|| format!("{text}/32").parse().ok())
}

fn is_every_port(text: &str) -> bool {
    ports(text) == Some(0..=u16::MAX)
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

    fn rule(
        access: Access,
        sources: &[&str],
        destinations: &[&str],
        ports: &[&str],
    ) -> SecurityRule {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        SecurityRule {
            access,
            sources: texts(sources),
            source_ports: vec!["*".to_owned()],
            destinations: texts(destinations),
            destination_ports: texts(ports),
            ..SecurityRule::default()
        }
    }

    fn hits(rule: &SecurityRule) -> bool {
        let need = Need {
            tag: "AzureMachineLearning".to_owned(),
            ports: 22..=22,
            rule: SecurityRule::default(),
        };
        matches(rule, &need, "10.0.5.0/27".parse().ok())
    }

    #[test]
    fn reads_ports_as_azure_does() {
        assert_eq!(ports("*"), Some(0..=65_535));
        assert_eq!(ports(" 443 "), Some(443..=443));
        assert_eq!(ports("8000-9000"), Some(8_000..=9_000));
        for wrong in ["", "65536", "9000-8000", "80,443", "-1", "+80", "http"] {
            assert_eq!(ports(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn matches_tags_inside_tags_and_never_a_guess() {
        let tags = [
            "*",
            "Internet",
            "AzureCloud",
            "azuremachinelearning",
            "0.0.0.0/0",
        ];
        for tag in tags {
            assert!(hits(&rule(Access::Allow, &[tag], &["*"], &["22"])), "{tag}");
        }
        for other in [
            "VirtualNetwork",
            "Storage",
            "13.82.33.32",
            "AzureLoadBalancer",
        ] {
            assert!(
                !hits(&rule(Access::Allow, &[other], &["*"], &["22"])),
                "{other}"
            );
        }
    }

    #[test]
    fn an_allowance_may_cover_a_part_and_a_denial_must_cover_all() {
        let part = ["10.0.5.4"];
        assert!(hits(&rule(Access::Allow, &["*"], &part, &["22"])));
        assert!(!hits(&rule(Access::Deny, &["*"], &part, &["22"])));
        assert!(hits(&rule(
            Access::Deny,
            &["*"],
            &["10.0.0.0/16"],
            &["20-30"]
        )));
        assert!(hits(&rule(
            Access::Allow,
            &["*"],
            &["VirtualNetwork"],
            &["*"]
        )));
    }

    #[test]
    fn a_rule_for_certain_source_ports_decides_nothing() {
        let mut narrow = rule(Access::Allow, &["*"], &["*"], &["22"]);
        narrow.source_ports = vec!["443".to_owned()];
        assert!(!hits(&narrow));
    }
}
