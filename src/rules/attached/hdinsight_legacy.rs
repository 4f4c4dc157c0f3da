//! Attaching `HDInsight` exists in SDK v1 only, which is out of support.

use crate::azure::machine_learning::SDK_V1_ENDED;
use crate::azure::sources;
use crate::domain::{AttachedKind, Item, RuleProfile};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT003",
    name: "hdinsight-attach-is-legacy",
    facts: &["VM-8"],
    severity: Severity::Warning,
    synopsis: "New plans attach no HDInsight cluster.",
    why: "Attaching HDInsight exists in SDK v1 only, which left support on 2026-06-30.",
    recommendation: "Use a compute cluster or Synapse Spark.",
    sources: &[&sources::AML_V1EOL, &sources::HDI_API, &sources::AML_TRAIN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    if cx.plan.basics.profile == RuleProfile::Classic2019 {
        return; // It was the way then.
    }
    let clusters = cx.plan.attached.iter();
    for machine in clusters.filter(|machine| machine.kind == AttachedKind::HdInsight) {
        out.report(
            &RULE,
            Item::Attached(machine.id).field("kind"),
            format!("{} can only be attached with SDK v1", super::name(machine)),
            format!(
                "Support of SDK v1 ended on {}, and nothing newer attaches HDInsight. Prefer a compute cluster \
                 or Synapse Spark.",
                SDK_V1_ENDED.value
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_hdinsight_today() {
        let mut plan = scenario::classic_2019();
        plan.attached[0].kind = AttachedKind::HdInsight;
        assert_silent(&RULE, &plan);
        plan.basics.profile = RuleProfile::Current;
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "vm-demand-train can only be attached with SDK v1"
        );
        assert!(
            finding
                .message
                .starts_with("Support of SDK v1 ended on 2026-06-30")
        );
    }

    #[test]
    fn passes_virtual_machines() {
        let mut plan = scenario::classic_2019();
        plan.basics.profile = RuleProfile::Current;
        assert_silent(&RULE, &plan);
    }
}
