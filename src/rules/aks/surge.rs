//! The extra nodes of an upgrade are written so that AKS understands them.

use crate::azure::aks::DEFAULT_SURGE_PERCENT;
use crate::azure::sources;
use crate::domain::{Item, NodePoolId, Plan, PoolMode, Surge};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "AKS007",
    name: "aks-surge",
    facts: &["AKS-9", "AKS-10"],
    severity: Severity::Error,
    synopsis: "Surge is a number of nodes or a percentage, and a system pool has some.",
    why: "An upgrade adds surge nodes before it drains old ones. Without surge a system pool \
          cannot be upgraded at all.",
    recommendation: "Write a number such as 1, or a percentage such as 33%.",
    sources: &[&sources::AKS_SCHEMA, &sources::AKS_SURGE],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (aks, pool) in cx.plan.pools() {
        if pool.surge.trim().is_empty() {
            continue; // Azure's default.
        }
        let name = super::pool_name(aks, pool);
        let subject = Item::NodePool(pool.id).field("surge");
        let default = format!("{}%", DEFAULT_SURGE_PERCENT.value);
        let label = format!("Use {default}");
        match pool.surge.parse::<Surge>() {
            Err(error) => {
                out.report(
                    &RULE,
                    subject,
                    format!("The surge of {name} cannot be read"),
                    wording::sentence(&error.to_string()),
                )
                .fix(Applicability::Suggested, label, write(pool.id, default));
            }
            Ok(Surge::Nodes(0) | Surge::Percent(0)) if pool.mode == PoolMode::System => {
                out.report(
                    &RULE,
                    subject,
                    format!("{name} has no surge"),
                    "An upgrade replaces nodes one by one, and a system pool must not lose one before the \
                     next is there. Allow one extra node at least.",
                )
                .fix(Applicability::Suggested, label, write(pool.id, default));
            }
            Ok(_) => {}
        }
    }
}

fn write(pool: NodePoolId, surge: String) -> impl Fn(&mut Plan) + Send + Sync + 'static {
    move |plan| {
        if let Some(pool) = plan.pool_mut(pool) {
            pool.surge.clone_from(&surge);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    fn plan(pool: usize, surge: &str) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].pools[pool].surge = surge.to_owned();
        plan
    }

    #[test]
    fn flags_what_is_neither_count_nor_percentage() {
        let finding = only(&RULE, &plan(1, "a third"));
        assert_eq!(
            finding.title,
            "The surge of npscore of aks-pricing-prod cannot be read"
        );
        assert_eq!(
            finding.message,
            "A number of nodes such as 1, or a percentage such as 10%, is expected, found “a third”."
        );
        mended(&RULE, &plan(1, "a third"), "Use 10%");
    }

    #[test]
    fn flags_no_surge_on_a_system_pool_only() {
        assert_eq!(
            only(&RULE, &plan(0, "0")).title,
            "npsystem of aks-pricing-prod has no surge"
        );
        mended(&RULE, &plan(0, "0%"), "Use 10%");
        assert_silent(&RULE, &plan(1, "0"));
    }

    #[test]
    fn passes_counts_percentages_and_the_default() {
        for surge in ["1", " 33% ", ""] {
            assert_silent(&RULE, &plan(0, surge));
        }
    }
}
