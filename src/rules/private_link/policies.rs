//! An NSG on a subnet with private endpoints filters them only when the subnet's policies say so.

use crate::azure::sources;
use crate::domain::{Item, NetworkPolicies};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "PEP006",
    name: "nsg-does-not-filter-endpoints",
    facts: &["PE-40", "PE-41"],
    severity: Severity::Warning,
    synopsis: "A subnet with an NSG and private endpoints applies network policies to them.",
    why: "By default NSG rules are skipped for traffic to private endpoints: the NSG looks like \
          protection and is none.",
    recommendation: "Enable the policies for NSGs on the subnet.",
    sources: &[&sources::PE_POL, &sources::PE_OVER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, subnet) in cx.plan.subnets() {
        let Some(nsg) = subnet.nsg.and_then(|id| cx.plan.nsg(id)) else {
            continue;
        };
        let has_endpoints = cx
            .plan
            .private_endpoints
            .iter()
            .any(|endpoint| endpoint.subnet == Some(subnet.id));
        let policies = match subnet.private_endpoint_policies {
            NetworkPolicies::Disabled => NetworkPolicies::NetworkSecurityGroup,
            NetworkPolicies::RouteTable => NetworkPolicies::Enabled,
            NetworkPolicies::Enabled | NetworkPolicies::NetworkSecurityGroup => continue,
        };
        if !has_endpoints {
            continue;
        }
        let (id, nsg_name) = (subnet.id, wording::name_or(&nsg.name, "NSG"));
        out.report(
            &RULE,
            Item::Subnet(id).field("private_endpoint_policies"),
            format!("{nsg_name} does not filter the endpoints of {}", wording::subnet(subnet)),
            "While network policies are off, NSG rules pass private endpoints by and apply to everything \
             else in the subnet only.",
        )
        .also(Item::Subnet(id).field("nsg"))
        .fix(
            Applicability::Suggested,
            format!("Let {nsg_name} filter them"),
            move |plan| {
                if let Some(subnet) = plan.subnet_mut(id) {
                    subnet.private_endpoint_policies = policies;
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    #[test]
    fn flags_an_nsg_that_endpoints_do_not_notice() {
        let mut plan = scenario::batch_scoring();
        subnet_mut(&mut plan, "snet-pep").private_endpoint_policies = NetworkPolicies::Disabled;
        assert_eq!(
            only(&RULE, &plan).title,
            "nsg-fraud-pep-prod does not filter the endpoints of snet-pep"
        );
        mended(&RULE, &plan, "Let nsg-fraud-pep-prod filter them");
    }

    #[test]
    fn keeps_the_route_policy_when_it_adds_the_other() {
        let mut plan = scenario::batch_scoring();
        subnet_mut(&mut plan, "snet-pep").private_endpoint_policies = NetworkPolicies::RouteTable;
        let mut plan = mended(&RULE, &plan, "Let nsg-fraud-pep-prod filter them");
        let policies = subnet_mut(&mut plan, "snet-pep").private_endpoint_policies;
        assert_eq!(policies, NetworkPolicies::Enabled);
    }

    #[test]
    fn passes_with_policies_or_without_nsg() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        let subnet = subnet_mut(&mut plan, "snet-pep");
        (subnet.nsg, subnet.private_endpoint_policies) = (None, NetworkPolicies::Disabled);
        assert_silent(&RULE, &plan);
    }
}
