//! The endpoints of the default storage account stand in the VNet of a workspace endpoint.

use crate::azure::sources;
use crate::domain::{Item, PrivateEndpointKind};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, reach, wording};

pub(super) const RULE: Rule = Rule {
    code: "PEP004",
    name: "storage-endpoint-apart-from-workspace",
    facts: &["PE-23"],
    severity: Severity::Warning,
    synopsis: "The default storage account's endpoints and the workspace's are in one VNet; subnets may \
               differ.",
    why: "Studio reads data from the storage account over the workspace's own VNet; elsewhere \
          previews and uploads fail.",
    recommendation: "Place both endpoints in one VNet.",
    sources: &[&sources::AML_WS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let Some(account) = plan.default_storage() else {
        return;
    };
    let homes = reach::vnets_with(plan, PrivateEndpointKind::Workspace);
    let workspace = plan.endpoints_of(PrivateEndpointKind::Workspace).next();
    let Some((workspace, subnet)) =
        workspace.and_then(|endpoint| Some((endpoint.id, endpoint.subnet?)))
    else {
        return;
    };
    let of_account = plan
        .private_endpoints
        .iter()
        .filter(|endpoint| endpoint.storage == Some(account.id));
    for endpoint in of_account {
        let Some(vnet) = reach::vnet_of(plan, endpoint.subnet) else {
            continue;
        };
        // One service in each VNet is enough: the account may have endpoints for other VNets as well.
        let served = plan.endpoints_of(endpoint.kind).any(|other| {
            other.storage == Some(account.id)
                && reach::vnet_of(plan, other.subnet).is_some_and(|vnet| homes.contains(&vnet.id))
        });
        if served {
            continue;
        }
        let id = endpoint.id;
        out.report(
            &RULE,
            Item::PrivateEndpoint(id).field("subnet"),
            format!(
                "{} is in {}, the workspace's endpoint is not",
                super::name(endpoint),
                wording::vnet(vnet)
            ),
            "Studio shows data only when both endpoints are in one VNet. The subnets may differ.",
        )
        .also(Item::PrivateEndpoint(workspace).field("subnet"))
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
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet};

    #[test]
    fn flags_a_storage_endpoint_in_the_jump_host_vnet() {
        let mut plan = scenario::batch_scoring();
        plan.private_endpoints[1].subnet = Some(subnet(&plan, "snet-jump"));
        assert_eq!(
            only(&RULE, &plan).title,
            "pep-fraud-blob-prod is in vnet-fraud-jump-prod, the workspace's endpoint is not"
        );
        mended(&RULE, &plan, "Move it to snet-pep");
    }

    #[test]
    fn passes_a_second_endpoint_for_another_vnet() {
        let mut plan = scenario::batch_scoring();
        let mut second = plan.private_endpoints[1].clone();
        second.id = crate::domain::PrivateEndpointId(plan.next_id());
        second.subnet = Some(subnet(&plan, "snet-jump"));
        plan.private_endpoints.push(second);
        assert_silent(&RULE, &plan);
        assert_silent(&RULE, &scenario::batch_scoring());
    }
}
