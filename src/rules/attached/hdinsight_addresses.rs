//! The management of `HDInsight` is let in by its service tag, not by addresses of long ago.

use crate::azure::security_rules::HDINSIGHT_2019;
use crate::azure::sources;
use crate::domain::{Access, Direction, Item, SecurityRule};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "ATT006",
    name: "hdinsight-static-addresses",
    facts: &["VM-9"],
    severity: Severity::Warning,
    synopsis: "Rules for HDInsight's management name the service tag HDInsight, not addresses.",
    why: "The fixed management addresses of 2019 will be dropped; from then on the cluster is cut off from \
          its management.",
    recommendation: "Use the service tag HDInsight as the source.",
    sources: &[&sources::HDI_IP],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for nsg in &cx.plan.nsgs {
        for rule in nsg.rules.iter().filter(|rule| is_old(rule)) {
            let id = rule.id;
            let at = rule.sources.iter().position(|text| is_management(text));
            out.report(
                &RULE,
                Item::SecurityRule(id).entry("sources", at.unwrap_or_default()),
                format!(
                    "{} lets HDInsight in by fixed addresses",
                    wording::name_or(&rule.name, "rule")
                ),
                "These management addresses are from 2019 and will be dropped. The service tag HDInsight \
                 follows them.",
            )
            .also(Item::Nsg(nsg.id))
            .fix(
                Applicability::Suggested,
                "Use HDInsight as the source",
                move |plan| {
                    let rules = plan.nsgs.iter_mut().flat_map(|nsg| &mut nsg.rules);
                    for rule in rules.filter(|rule| rule.id == id) {
                        rule.sources = vec!["HDInsight".to_owned()];
                    }
                },
            );
        }
    }
}

fn is_old(rule: &SecurityRule) -> bool {
    rule.direction == Direction::Inbound
        && rule.access == Access::Allow
        && rule.sources.iter().any(|text| is_management(text))
}

/// True for one of the addresses, alone or as a /32.
fn is_management(text: &str) -> bool {
    let address = text.trim().trim_end_matches("/32");
    HDINSIGHT_2019.value.contains(&address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{mended, security_rule, with_rules};
    use crate::rules::testing::{assert_silent, only};

    fn from(source: &str) -> crate::domain::Plan {
        with_rules(vec![SecurityRule {
            sources: vec![source.to_owned()],
            ..security_rule()
        }])
    }

    #[test]
    fn flags_an_address_of_2019() {
        let plan = from("168.61.49.99/32");
        assert_eq!(
            only(&RULE, &plan).title,
            "rule-1 lets HDInsight in by fixed addresses"
        );
        let fixed = mended(&RULE, &plan, "Use HDInsight as the source");
        assert!(
            fixed
                .nsgs
                .iter()
                .any(|nsg| { nsg.rules.iter().any(|rule| rule.sources == ["HDInsight"]) })
        );
    }

    #[test]
    fn passes_the_tag_and_other_addresses() {
        assert_silent(&RULE, &from("HDInsight"));
        assert_silent(&RULE, &from("10.0.0.4"));
    }
}
