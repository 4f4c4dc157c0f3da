//! Computes with public IP addresses fit into the quotas that are left.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::computes::{Compute, remove_public_ip};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "GOV003",
    name: "public-ip-quota",
    facts: &["AML-12", "LIM-9", "SEED-8"],
    severity: Severity::Error,
    synopsis: "The quotas hold one public IP and one load balancer for each compute with public IPs.",
    why: "Each public-IP cluster and instance takes a public IP address and a load balancer from \
          the quota.",
    recommendation: "Request quota, or use no public IP.",
    sources: &[&sources::AML_TRAIN, &sources::SEED_A, &sources::NET_LIM],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let computes: Vec<Compute> = super::public_computes(plan).collect();
    let needed = u32::try_from(computes.len()).unwrap_or(u32::MAX);
    let governance = &plan.governance;
    for (field, one, many, left) in [
        (
            "public_ip_quota",
            "public IP",
            "public IPs",
            governance.public_ip_quota,
        ),
        (
            "load_balancer_quota",
            "load balancer",
            "load balancers",
            governance.load_balancer_quota,
        ),
    ] {
        let Some(left) = left.filter(|left| *left < needed) else {
            continue;
        };
        let finding = out.report(
            &RULE,
            Item::Governance.field(field),
            format!(
                "{} missing for computes with public IPs",
                wording::count((needed - left).into(), one, many)
            ),
            format!(
                "Azure creates one for each of {} in the VNet's resource group, and the quota has {left} left. \
                 Request quota, or use no public IP.",
                wording::count(needed.into(), "cluster or instance", "clusters and instances")
            ),
        );
        let items: Vec<Item> = computes.iter().map(|compute| compute.item).collect();
        for compute in &computes {
            finding.also(compute.public_ip_field());
        }
        finding.fix(Applicability::Suggested, "Use no public IP", move |plan| {
            for item in &items {
                remove_public_ip(plan, *item);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, fixed, only};

    #[test]
    fn flags_a_quota_that_is_too_small() {
        let mut plan = scenario::classic_2019();
        assert_silent(&RULE, &plan);
        plan.governance.public_ip_quota = Some(1);
        plan.governance.load_balancer_quota = Some(2);
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "1 public IP missing for computes with public IPs"
        );
        assert_eq!(
            finding.message,
            "Azure creates one for each of 2 clusters and instances in the VNet's resource group, and the \
             quota has 1 left. Request quota, or use no public IP."
        );
        fixed(&RULE, &plan, "Use no public IP");
    }

    #[test]
    fn passes_quotas_that_are_enough_or_unknown() {
        let mut plan = scenario::classic_2019();
        assert_silent(&RULE, &plan);
        plan.governance.public_ip_quota = Some(2);
        plan.governance.load_balancer_quota = Some(2);
        assert_silent(&RULE, &plan);
    }
}
