//! NSGs let every required flow through.

use super::report;
use crate::azure::sources;
use crate::domain::Item;
use crate::rules::permits::{border, offer};
use crate::rules::required::Blocker;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FLW001",
    name: "required-flow-denied-by-rule",
    facts: &[
        "AML-18", "AML-27", "AML-30", "AML-31", "AML-32", "AML-33", "AML-34", "AML-35", "AML-37",
        "AML-38", "AML-41", "AKS-5", "AKS-6", "NSG-40", "NSG-41", "VM-5",
    ],
    severity: Severity::Error,
    synopsis: "No security rule denies a flow that a workload of the plan needs.",
    why: "An NSG drops what no rule allows, without a word to either end: nodes become unusable and jobs stay \
          queued, and nothing in the portal names the rule.",
    recommendation: "Allow the flow with a lower number than the rule that denies it.",
    sources: &[&sources::AML_TRAIN, &sources::AML_FW, &sources::NET_NSG],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    report(cx, out, &RULE, Blocker::Rule, "", &|cause, finding| {
        if let Some(subnet) = border(cause) {
            finding.also(Item::Subnet(subnet).field("nsg"));
        }
        offer(cx, finding, cause);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Access, Direction, NsgPreset, Plan, Protocol, SecurityRule};
    use crate::flow::Verdict;
    use crate::rules::scenario::{self, mended, with_rules};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    /// A rule of the batch scenario that denies packets out of `snet-training`.
    fn denying(priority: u32, to: &str, port: &str) -> Plan {
        with_rules(vec![SecurityRule {
            priority,
            direction: Direction::Outbound,
            access: Access::Deny,
            sources: vec!["*".to_owned()],
            destinations: vec![to.to_owned()],
            destination_ports: vec![port.to_owned()],
            ..scenario::security_rule()
        }])
    }

    #[test]
    fn flags_the_rule_that_denies_one_flow_and_goes_in_front() {
        let plan = denying(105, "AzureMachineLearning", "5831");
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "snet-training cannot reach AzureMachineLearning on UDP 5831"
        );
        assert!(
            finding.message.contains("rule 105 rule-1 denies it"),
            "{}",
            finding.message
        );
        assert!(
            finding
                .message
                .ends_with("Compute instances cannot be created, changed or deleted.")
        );
        let plan = mended(&RULE, &plan, "Add rule 100 Allow-AML-Udp before rule-1");
        let rule = plan
            .nsgs
            .iter()
            .flat_map(|nsg| &nsg.rules)
            .last()
            .expect("added");
        assert_eq!((rule.priority, rule.protocol), (100, Protocol::Udp));
        assert_eq!(rule.destinations, ["AzureMachineLearning"]);
        assert_eq!(rule.destination_ports, ["5831"]);
    }

    #[test]
    fn flags_everything_that_one_rule_denies_at_once() {
        let mut plan = denying(300, "*", "*");
        let nsg = subnet_mut(&mut plan, "snet-training").nsg.expect("guarded");
        plan.nsg_mut(nsg).expect("guarded").preset = NsgPreset::None;
        let finding = only(&RULE, &plan);
        assert!(finding.title.ends_with("fail"), "{}", finding.title);
        assert_eq!(finding.severity, Severity::Error);
        let fix = finding.fixes.first().expect("a fix");
        let plan = mended(&RULE, &plan, &fix.label.clone());
        let context = Context::new(&plan);
        assert_eq!(context.flows().with(Verdict::Denied).count(), 0);
    }

    #[test]
    fn flags_a_rule_that_nothing_goes_in_front_of_and_moves_it() {
        let plan = denying(100, "AzureActiveDirectory", "*");
        mended(
            &RULE,
            &plan,
            "Move rule-1 to the end and add rule 100 Allow-EntraId before it",
        );
    }

    #[test]
    fn passes_every_sample_and_a_denial_of_what_nobody_needs() {
        assert_silent(&RULE, &denying(300, "SqlManagement", "1433"));
        for sample in crate::samples::ALL {
            assert_silent(&RULE, &(sample.build)());
        }
    }
}
