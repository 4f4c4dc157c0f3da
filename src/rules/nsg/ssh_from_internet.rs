//! SSH is not open to the whole internet.

use crate::azure::machine_learning::SSH_PORT;
use crate::azure::{service_tags, sources};
use crate::domain::{Access, Direction, Item, NsgId, Plan, Protocol, RuleProfile, SecurityRule};
use crate::rules::inbound::{is_anywhere, ports};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NSG008",
    name: "ssh-from-internet",
    facts: &["VM-4", "AML-25"],
    severity: Severity::Warning,
    synopsis: "No rule allows SSH from the internet.",
    why: "SSH that is open to the internet is tried by everybody, within minutes.",
    recommendation: "Restrict the source to AzureMachineLearning, or to where your people are.",
    sources: &[&sources::AML_TRAIN, &sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let classic = cx.plan.basics.profile == RuleProfile::Classic2019;
    for (nsg, rule) in super::written(cx.plan) {
        if !opens_ssh(rule) {
            continue;
        }
        let tag = if guards_attached(cx.plan, nsg.id) {
            "AzureMachineLearning"
        } else {
            service_tags::VIRTUAL_NETWORK
        };
        let id = rule.id;
        out.report(
            &RULE,
            Item::SecurityRule(id).field("sources"),
            format!("{} opens SSH to the internet", super::rule_name(nsg, rule)),
            "Everybody may knock on port 22 then, and many do. Azure Machine Learning needs its service tag \
             only; people come through Bastion or the VNet.",
        )
        .severity(if classic { Severity::Advice } else { Severity::Warning })
        .fix(
            Applicability::Suggested,
            format!("Allow {tag} only"),
            move |plan| {
                let mut rules = plan.nsgs.iter_mut().flat_map(|nsg| &mut nsg.rules);
                if let Some(rule) = rules.find(|rule| rule.id == id) {
                    rule.sources = vec![tag.to_owned()];
                }
            },
        );
    }
}

fn opens_ssh(rule: &SecurityRule) -> bool {
    let from_internet = rule
        .sources
        .iter()
        .any(|text| is_anywhere(text) || text.trim().eq_ignore_ascii_case(service_tags::INTERNET));
    let ssh = rule
        .destination_ports
        .iter()
        .any(|text| ports(text).is_some_and(|range| range.contains(&SSH_PORT.value)));
    rule.direction == Direction::Inbound
        && rule.access == Access::Allow
        && matches!(rule.protocol, Protocol::Any | Protocol::Tcp)
        && from_internet
        && ssh
}

/// True if an attached machine stands in a subnet of this NSG.
fn guards_attached(plan: &Plan, nsg: NsgId) -> bool {
    plan.attached
        .iter()
        .filter_map(|machine| plan.subnet(machine.subnet?))
        .any(|subnet| subnet.nsg == Some(nsg))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended, security_rule, with_rules};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    fn rule(source: &str, port: &str) -> SecurityRule {
        SecurityRule {
            direction: Direction::Inbound,
            access: Access::Allow,
            sources: vec![source.to_owned()],
            destination_ports: vec![port.to_owned()],
            ..security_rule()
        }
    }

    #[test]
    fn flags_every_way_to_write_the_internet() {
        for source in ["*", "Internet", "0.0.0.0/0"] {
            let plan = with_rules(vec![rule(source, "20-30")]);
            assert_eq!(
                only(&RULE, &plan).title,
                "rule-1 of nsg-fraud-training-prod opens SSH to the internet"
            );
            mended(&RULE, &plan, "Allow VirtualNetwork only");
        }
    }

    #[test]
    fn keeps_attached_machines_reachable() {
        let mut plan = scenario::classic_2019();
        plan.basics.profile = RuleProfile::Current;
        let nsg = subnet_mut(&mut plan, "snet-vm").nsg.expect("guarded");
        plan.nsg_mut(nsg).expect("guarded").rules = vec![rule("*", "22")];
        mended(&RULE, &plan, "Allow AzureMachineLearning only");
    }

    #[test]
    fn passes_the_service_tag_and_other_ports() {
        assert_silent(&RULE, &with_rules(vec![rule("AzureMachineLearning", "22")]));
        assert_silent(&RULE, &with_rules(vec![rule("Internet", "443")]));
    }
}
