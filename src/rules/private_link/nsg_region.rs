//! NSGs on private endpoints count only where Azure supports them.

use crate::azure::private_link::NSG_UNSUPPORTED;
use crate::azure::sources;
use crate::domain::{Cloud, Item, NetworkPolicies, Word};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, reach, wording};

pub(super) const RULE: Rule = Rule {
    code: "PEP011",
    name: "endpoint-nsg-not-in-region",
    facts: &["PE-44"],
    severity: Severity::Warning,
    synopsis: "NSGs filter private endpoints only in clouds and regions where Azure supports it.",
    why: "In the sovereign clouds and a few regions the policy is accepted and NSGs still pass endpoints by.",
    recommendation: "Do not rely on the NSG there; limit access in the services' own firewalls.",
    sources: &[&sources::PE_OVER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for (vnet, subnet) in plan.subnets() {
        let used = plan
            .private_endpoints
            .iter()
            .any(|it| it.subnet == Some(subnet.id));
        let without = match subnet.private_endpoint_policies {
            NetworkPolicies::NetworkSecurityGroup => NetworkPolicies::Disabled,
            NetworkPolicies::Enabled => NetworkPolicies::RouteTable,
            NetworkPolicies::Disabled | NetworkPolicies::RouteTable => continue,
        };
        let region = plan.region_of(vnet);
        let listed = NSG_UNSUPPORTED
            .value
            .iter()
            .any(|name| !region.is_empty() && reach::same_region(name, region));
        let place = match plan.basics.cloud {
            Cloud::Public if listed => region,
            Cloud::Public => continue,
            cloud => cloud.label(),
        };
        if !used || subnet.nsg.is_none() {
            continue;
        }
        let id = subnet.id;
        out.report(
            &RULE,
            Item::Subnet(id).field("private_endpoint_policies"),
            format!(
                "{place} does not filter the endpoints of {} by NSG",
                wording::subnet(subnet)
            ),
            "Azure lists this place among those without NSG support for private endpoints. The rules are \
             accepted and have no effect on them.",
        )
        .also(Item::Subnet(id).field("nsg"))
        .fix(
            Applicability::Suggested,
            "Do not apply NSGs to endpoints",
            move |plan| {
                if let Some(subnet) = plan.subnet_mut(id) {
                    subnet.private_endpoint_policies = without;
                    subnet.nsg = None;
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    fn in_region(region: &str) -> Plan {
        let mut plan = scenario::batch_scoring();
        plan.basics.region = region.to_owned();
        for vnet in &mut plan.vnets {
            vnet.region.clear();
        }
        subnet_mut(&mut plan, "snet-pep").private_endpoint_policies =
            NetworkPolicies::NetworkSecurityGroup;
        plan
    }

    #[test]
    fn flags_a_region_without_support() {
        let plan = in_region("westindia");
        assert_eq!(
            only(&RULE, &plan).title,
            "westindia does not filter the endpoints of snet-pep by NSG"
        );
        mended(&RULE, &plan, "Do not apply NSGs to endpoints");
        let mut china = in_region("chinanorth3");
        china.basics.cloud = Cloud::China;
        assert!(only(&RULE, &china).title.starts_with("Azure China"));
    }

    #[test]
    fn passes_other_regions_and_unfiltered_endpoints() {
        assert_silent(&RULE, &in_region("westeurope"));
        let mut plan = in_region("westindia");
        subnet_mut(&mut plan, "snet-pep").private_endpoint_policies = NetworkPolicies::Disabled;
        assert_silent(&RULE, &plan);
    }
}
