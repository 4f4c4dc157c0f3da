//! A VNet has room for a limited number of addresses, whatever its prefixes say.

use crate::azure::sources;
use crate::azure::subnet_sizes::ADDRESSES_PER_VNET;
use crate::domain::Item;
use crate::rules::wording::{self, thousands};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET011",
    name: "vnet-too-many-addresses",
    facts: &["VNET-23"],
    severity: Severity::Error,
    synopsis: "All subnets of a VNet together need at most 65,536 addresses.",
    why: "A VNet holds 65,536 private addresses over all its subnets; what comes after that gets \
          none.",
    recommendation: "Split workloads over peered VNets, or use AKS overlay networking.",
    sources: &[&sources::NET_LIM],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let limit = ADDRESSES_PER_VNET.value;
    for vnet in &cx.plan.vnets {
        let needed = cx.demand.of_vnet(vnet);
        if needed <= limit {
            continue;
        }
        let name = wording::vnet(vnet);
        let finding = out.report(
            &RULE,
            Item::Vnet(vnet.id),
            format!("{name} needs {} addresses", thousands(needed)),
            format!(
                "Azure gives out at most {} private addresses in one VNet. Split the workloads over \
                 peered VNets, or use AKS overlay networking.",
                thousands(limit)
            ),
        );
        for subnet in &vnet.subnets {
            if cx.demand.of(subnet.id).total() > limit / 2 {
                finding.also(Item::Subnet(subnet.id));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, cluster, ml_plan, only};

    #[test]
    fn flags_more_addresses_than_a_vnet_can_give() {
        let mut plan = ml_plan("10.0.0.0/8", "10.0.0.0/14", "");
        cluster(&mut plan, "cpu", "snet-train", 65_000);
        cluster(&mut plan, "gpu", "snet-train", 537);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "vnet-ml needs 65,537 addresses");
        assert_eq!(
            finding.message,
            "Azure gives out at most 65,536 private addresses in one VNet. Split the workloads over \
             peered VNets, or use AKS overlay networking."
        );
        assert_eq!(finding.subjects[1].key(), "subnet-2");
    }

    #[test]
    fn passes_exactly_the_limit() {
        let mut plan = ml_plan("10.0.0.0/8", "10.0.0.0/14", "");
        cluster(&mut plan, "cpu", "snet-train", 65_536);
        assert_silent(&RULE, &plan);
    }
}
