//! The plan has a region.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "BAS001",
    name: "region-missing",
    facts: &["VNET-10"],
    severity: Severity::Error,
    synopsis: "The plan says in which region everything is created.",
    why: "Every resource is created somewhere; names of zones and service tags contain the region \
          as well.",
    recommendation: "Choose a region.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    if cx.plan.basics.region.trim().is_empty() {
        out.report(
            &RULE,
            Item::Basics.field("region"),
            "The region is missing",
            "Each VNet and the workspace exist in exactly one region, and host names and service tags \
             contain it. Choose a region.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_plan_without_a_region() {
        let plan = with(private_training(), |plan| {
            plan.basics.region = " ".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "The region is missing");
        assert!(finding.message.ends_with("Choose a region."));
    }

    #[test]
    fn passes_a_plan_with_one() {
        assert_silent(&RULE, &private_training());
    }
}
