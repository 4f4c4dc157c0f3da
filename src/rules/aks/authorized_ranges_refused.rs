//! Ranges that may reach the API server are for public clusters, and not too many.

use crate::azure::aks_limits::AUTHORIZED_RANGES;
use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "AKS026",
    name: "aks-authorized-ranges-refused",
    facts: &["AKS-46"],
    severity: Severity::Error,
    synopsis: "Only a public AKS cluster has authorised ranges, 200 at most.",
    why: "The API server of a private cluster has no public address that anybody could be kept from; AKS \
          refuses such a cluster.",
    recommendation: "Take the ranges out of a private cluster, or make it public; join ranges into larger ones.",
    sources: &[&sources::AKS_RANGES],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        let count = aks.authorized_ranges.len();
        let item = Item::Aks(aks.id);
        let name = super::name(aks);
        if aks.private_cluster && count > 0 {
            let id = aks.id;
            out.report(
                &RULE,
                item.field("authorized_ranges"),
                format!("{name} is private and has authorised ranges"),
                "AKS refuses both together: the API server of a private cluster answers in its network only. \
                 Take the ranges out, or make the cluster public.",
            )
            .also(item.field("private_cluster"))
            .fix(
                Applicability::Certain,
                "Take the ranges out",
                move |plan| {
                    if let Some(aks) = plan.aks_cluster_mut(id) {
                        aks.authorized_ranges.clear();
                    }
                },
            );
        } else if count > AUTHORIZED_RANGES.value {
            out.report(
                &RULE,
                item.field("authorized_ranges"),
                format!("{name} has {count} authorised ranges"),
                format!(
                    "AKS takes {} at most. Join neighbours into larger ranges.",
                    AUTHORIZED_RANGES.value
                ),
            )
            .part("many");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, PrefixText};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    fn plan(private: bool, ranges: usize) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].private_cluster = private;
        plan.aks[0].authorized_ranges = (0..ranges)
            .map(|it| PrefixText::new(format!("203.0.113.{it}/32")))
            .collect();
        plan
    }

    #[test]
    fn flags_ranges_of_a_private_cluster() {
        let plan = plan(true, 1);
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "aks-pricing-prod is private and has authorised ranges"
        );
        assert!(finding.message.starts_with("AKS refuses both together"));
        assert_eq!(finding.subjects.len(), 2);
        mended(&RULE, &plan, "Take the ranges out");
    }

    #[test]
    fn flags_more_ranges_than_aks_takes() {
        let finding = only(&RULE, &plan(false, 201));
        assert_eq!(finding.title, "aks-pricing-prod has 201 authorised ranges");
    }

    #[test]
    fn passes_a_public_cluster_with_as_many_as_aks_takes() {
        assert_silent(&RULE, &plan(false, 200));
        assert_silent(&RULE, &plan(true, 0));
    }
}
