//! The endpoints of registry and key vault are in the VNet of the storage endpoints, or in a peered one.

use crate::azure::sources;
use crate::domain::{Item, PrivateEndpointKind, SubnetId, VnetId};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, reach, wording};
use crate::topology::connected;

pub(super) const RULE: Rule = Rule {
    code: "PEP009",
    name: "registry-endpoint-apart-from-storage",
    facts: &["PE-32", "PE-33"],
    severity: Severity::Warning,
    synopsis: "The endpoints of registry and key vault are in the VNet of the default storage account's, or in \
               one that is peered with it.",
    why: "Image builds and jobs use all of them from one VNet; one that is not joined is out of reach.",
    recommendation: "Move the endpoint beside the storage endpoints, or peer the VNets.",
    sources: &[&sources::AML_WS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let Some(account) = plan.default_storage() else {
        return;
    };
    let homes: Vec<(SubnetId, VnetId)> = plan
        .private_endpoints
        .iter()
        .filter(|endpoint| endpoint.storage == Some(account.id))
        .filter_map(|endpoint| {
            let subnet = endpoint.subnet?;
            Some((subnet, plan.vnet_of(subnet)?.id))
        })
        .collect();
    let Some((subnet, home)) = homes.first().copied() else {
        return;
    };
    let of = |kind| plan.endpoints_of(kind);
    for endpoint in of(PrivateEndpointKind::Registry).chain(of(PrivateEndpointKind::KeyVault)) {
        let Some(vnet) = reach::vnet_of(plan, endpoint.subnet) else {
            continue;
        };
        // Another endpoint of the same service may serve the VNet already.
        let served = of(endpoint.kind).any(|other| {
            reach::vnet_of(plan, other.subnet).is_some_and(|vnet| {
                homes
                    .iter()
                    .any(|(_, home)| connected(plan, vnet.id, *home))
            })
        });
        if served {
            continue;
        }
        let id = endpoint.id;
        out.report(
            &RULE,
            Item::PrivateEndpoint(id).field("subnet"),
            format!(
                "{} is in {}, out of reach of {}",
                super::name(endpoint),
                wording::vnet(vnet),
                wording::vnet_id(plan, home)
            ),
            "What uses the storage account uses this service as well, from the same VNet or from one that is \
             peered with it.",
        )
        .also(Item::Vnet(home))
        .fix(
            Applicability::Suggested,
            format!("Move it to {}", wording::subnet_id(plan, subnet)),
            move |plan| {
                if let Some(endpoint) = plan.private_endpoint_mut(id) {
                    endpoint.subnet = Some(subnet);
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, fixed, only};

    /// The registry's endpoint stands in the jump hosts' VNet.
    fn apart(peered: bool) -> Plan {
        let mut plan = scenario::batch_scoring();
        let host = plan.jump_hosts[0].subnet;
        let mut endpoints = plan.private_endpoints.iter_mut();
        let endpoint = endpoints.find(|it| it.kind == PrivateEndpointKind::Registry);
        endpoint.expect("an endpoint").subnet = host;
        if !peered {
            plan.peerings.clear();
        }
        plan
    }

    #[test]
    fn flags_a_registry_endpoint_in_a_vnet_of_its_own() {
        let plan = apart(false);
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .title
                .starts_with("pep-fraud-cr-prod is in vnet-fraud-jump-prod, out of reach of"),
            "{}",
            finding.title
        );
        fixed(&RULE, &plan, "Move it to snet-pep");
    }

    #[test]
    fn passes_the_same_vnet_and_a_peered_one() {
        assert_silent(&RULE, &scenario::batch_scoring());
        assert_silent(&RULE, &apart(true));
    }
}
