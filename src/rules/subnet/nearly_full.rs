//! A subnet keeps room to grow.

use crate::azure::sources;
use crate::azure::subnet_sizes::NEARLY_FULL_PERCENT;
use crate::domain::Item;
use crate::rules::refit::{comfortable_length, is_nearly_full, offer_room};
use crate::rules::wording::thousands;
use crate::rules::{Context, Findings, Rule, Severity, wording};

use crate::rules::demand_words::needs;

pub(super) const RULE: Rule = Rule {
    code: "SUB005",
    name: "subnet-nearly-full",
    facts: &["VNET-24", "AML-1", "VNET-8"],
    severity: Severity::Warning,
    synopsis: "At maximum scale a subnet is at most 80 % full.",
    why: "A subnet in use cannot be resized, and upgrades and failovers need room for a moment.",
    recommendation: "Enlarge the subnet while it is still empty.",
    sources: &[&sources::AML_TRAIN, &sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (vnet, subnet) in cx.plan.subnets() {
        let (Some(prefix), Some(use_)) = (cx.prefix(subnet.id), cx.utilisation(subnet.id)) else {
            continue;
        };
        if use_.short() > 0 || !is_nearly_full(prefix, use_.needed) {
            continue;
        }
        let finding = out.report(
            &RULE,
            Item::Subnet(subnet.id).field("prefix"),
            format!(
                "{} is {} % full at maximum scale",
                wording::subnet(subnet),
                use_.percent()
            ),
            format!(
                "{} of {} usable. Above {} % the next cluster or endpoint soon finds no address, and a \
                 subnet cannot be resized once something stands in it. Enlarge it now.",
                needs(&cx.demand.of(subnet.id)),
                thousands(use_.usable),
                NEARLY_FULL_PERCENT.value
            ),
        );
        offer_room(cx, finding, vnet, subnet, comfortable_length(use_.needed));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, cluster, fixed, ml_plan, only};

    #[test]
    fn flags_a_subnet_without_room_to_grow() {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.0.0/24", "");
        cluster(&mut plan, "cpu-train", "snet-train", 250);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.title, "snet-train is 100 % full at maximum scale");
        assert_eq!(
            finding.message,
            "1 cluster with 250 nodes needs 250 addresses of 251 usable. Above 80 % the next cluster or \
             endpoint soon finds no address, and a subnet cannot be resized once something stands in it. \
             Enlarge it now."
        );
        fixed(&RULE, &plan, "Grow snet-train to 10.0.0.0/23");
    }

    #[test]
    fn passes_eighty_per_cent_and_what_is_an_error_already() {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.0.0/24", "");
        cluster(&mut plan, "cpu-train", "snet-train", 200);
        assert_silent(&RULE, &plan);
        plan.clusters[0].max_nodes = 252;
        assert_silent(&RULE, &plan);
    }
}
