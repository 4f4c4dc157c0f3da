//! A private endpoint stands in a subnet; the subnet's VNet decides its region.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, fixes, wording};

pub(super) const RULE: Rule = Rule {
    code: "PEP003",
    name: "private-endpoint-without-subnet",
    facts: &["PE-21", "VNET-10"],
    severity: Severity::Error,
    synopsis: "Each private endpoint stands in a subnet of the plan.",
    why: "The endpoint's address comes from a subnet, in the region of its VNet.",
    recommendation: "Choose the subnet of the other endpoints.",
    sources: &[&sources::PE_OVER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let placed = |id| cx.plan.subnet(id).is_some();
    for endpoint in &cx.plan.private_endpoints {
        if endpoint.subnet.is_some_and(placed) {
            continue;
        }
        let id = endpoint.id;
        let finding = out.report(
            &RULE,
            Item::PrivateEndpoint(id).field("subnet"),
            format!("{} stands in no subnet", super::name(endpoint)),
            "Its addresses come from a subnet, and its region is that of the VNet. Choose the subnet of \
             the other endpoints.",
        );
        if let Some(subnet) = fixes::endpoint_subnet(cx.plan) {
            finding.fix(
                Applicability::Suggested,
                format!("Use {}", wording::subnet_id(cx.plan, subnet)),
                move |plan| {
                    if let Some(endpoint) = plan.private_endpoint_mut(id) {
                        endpoint.subnet = Some(subnet);
                    }
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_an_endpoint_in_no_subnet_and_puts_it_beside_the_others() {
        let mut plan = scenario::batch_scoring();
        plan.private_endpoints[1].subnet = None;
        assert_eq!(
            only(&RULE, &plan).title,
            "pep-fraud-blob-prod stands in no subnet"
        );
        mended(&RULE, &plan, "Use snet-pep");
    }

    #[test]
    fn passes_endpoints_in_subnets() {
        assert_silent(&RULE, &scenario::batch_scoring());
    }
}
