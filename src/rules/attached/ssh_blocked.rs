//! Azure Machine Learning logs in to attached machines over SSH.

use crate::azure::security_rules::ATTACHED_SSH;
use crate::azure::sources;
use crate::domain::{AttachedCompute, Direction, Item, Protocol, SecurityRule};
use crate::rules::inbound::{self, Need};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT002",
    name: "attached-ssh-blocked",
    facts: &["VM-2", "SEED-13"],
    severity: Severity::Error,
    synopsis: "The NSG of an attached machine's subnet lets AzureMachineLearning in on the SSH port.",
    why: "Azure Machine Learning connects over SSH to attach the machine. If that is blocked, \
          attaching fails.",
    recommendation: "Add the SSH rule: from AzureMachineLearning, any source port, to any destination, port 22, \
                     any protocol, allow.",
    sources: &[&sources::SEED_A, &sources::AML_TRAIN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for machine in &cx.plan.attached {
        let Some(need) = need(machine) else {
            continue;
        };
        let Some(subnet) = machine.subnet.and_then(|id| cx.plan.subnet(id)) else {
            continue;
        };
        let Some(blocked) = inbound::blocked(cx, subnet, &need) else {
            continue;
        };
        let finding = out.report(
            &RULE,
            Item::Attached(machine.id),
            inbound::title(&need, subnet),
            format!(
                "{}. Azure Machine Learning logs in to {} over SSH, to attach it and to run jobs.",
                blocked.reason(),
                super::name(machine)
            ),
        );
        finding.also(Item::Subnet(subnet.id).field("nsg"));
        for subject in blocked.subjects() {
            finding.also(subject);
        }
        blocked.offer(cx.plan, finding, &need);
    }
}

/// What the machine needs; `None` while its port is no port.
fn need(machine: &AttachedCompute) -> Option<Need> {
    let port = u16::try_from(machine.ssh_port)
        .ok()
        .filter(|port| *port > 0)?;
    let stated = ATTACHED_SSH.value;
    let tag = "AzureMachineLearning";
    let any = || vec!["*".to_owned()];
    Some(Need {
        tag: tag.to_owned(),
        ports: port..=port,
        rule: SecurityRule {
            name: stated.name.to_owned(),
            direction: Direction::Inbound,
            access: stated.access,
            protocol: Protocol::Any,
            sources: vec![tag.to_owned()],
            source_ports: any(),
            destinations: any(),
            destination_ports: vec![port.to_string()],
            description: stated.why.to_owned(),
            ..SecurityRule::default()
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Access, NsgPreset, Plan, SecurityRuleId};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};
    use crate::samples::with;

    fn bare() -> Plan {
        with(scenario::classic_2019(), |plan| {
            let nsg = subnet_mut(plan, "snet-vm").nsg.expect("guarded");
            plan.nsg_mut(nsg).expect("guarded").preset = NsgPreset::None;
        })
    }

    #[test]
    fn flags_a_missing_rule_and_adds_it_as_documented() {
        let plan = bare();
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "TCP 22 from AzureMachineLearning to snet-vm is blocked"
        );
        assert_eq!(
            finding.message,
            "No rule lets it in, and Azure's last rule denies the rest. Azure Machine Learning logs in to \
             vm-demand-train over SSH, to attach it and to run jobs."
        );
        let plan = mended(&RULE, &plan, "Add rule 100 Allow");
        let rules = || plan.nsgs.iter().flat_map(|nsg| &nsg.rules);
        let rule = rules().next().expect("added");
        assert_eq!(rule.sources, ["AzureMachineLearning"]);
        assert_eq!(rule.source_ports, ["*"]);
        assert_eq!(rule.destinations, ["*"]);
        assert_eq!(rule.destination_ports, ["22"]);
        assert_eq!(rule.protocol, Protocol::Any);
        assert_eq!(
            (rule.direction, rule.access),
            (Direction::Inbound, Access::Allow)
        );
    }

    #[test]
    fn flags_a_rule_that_is_shadowed_and_goes_in_front() {
        let mut plan = mended(&RULE, &bare(), "Add rule 100 Allow");
        let id = SecurityRuleId(plan.next_id());
        let nsg = plan
            .nsgs
            .iter_mut()
            .find(|nsg| !nsg.rules.is_empty())
            .expect("one");
        nsg.rules[0].priority = 300;
        nsg.rules.push(SecurityRule {
            id,
            name: "Deny-All".to_owned(),
            priority: 200,
            access: Access::Deny,
            sources: vec!["*".to_owned()],
            ..nsg.rules[0].clone()
        });
        nsg.rules[1].destination_ports = vec!["*".to_owned()];
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .message
                .starts_with("Rule 200 Deny-All matches first.")
        );
        assert!(finding.subjects.contains(&Item::SecurityRule(id).into()));
        mended(&RULE, &plan, "Add rule 100 Allow");
    }

    #[test]
    fn follows_the_configured_port() {
        let mut plan = mended(&RULE, &bare(), "Add rule 100 Allow");
        plan.attached[0].ssh_port = 5_022;
        assert_eq!(
            only(&RULE, &plan).title,
            "TCP 5022 from AzureMachineLearning to snet-vm is blocked"
        );
        mended(&RULE, &plan, "Add rule 110 Allow");
    }

    #[test]
    fn passes_the_preset_and_a_subnet_without_nsg() {
        let mut plan = scenario::classic_2019();
        assert_silent(&RULE, &plan);
        subnet_mut(&mut plan, "snet-vm").nsg = None;
        assert_silent(&RULE, &plan);
    }
}
