//! With several workspace endpoints, one of them is where the services' endpoints are.

use std::collections::BTreeSet;

use crate::azure::sources;
use crate::domain::{Item, PrivateEndpointKind, VnetId, Word};
use crate::rules::{Context, Findings, Rule, Severity, reach, wording};

pub(super) const RULE: Rule = Rule {
    code: "PEP005",
    name: "workspace-endpoints-apart-from-services",
    facts: &["PE-24"],
    severity: Severity::Error,
    synopsis: "Of several workspace endpoints, one is in the VNet of the storage, key vault and registry \
               endpoints.",
    why: "The workspace reaches its services from the VNet where one of its endpoints stands \
          beside theirs.",
    recommendation: "Add a workspace endpoint to the VNet of the services.",
    sources: &[&sources::AML_PL],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let homes = reach::vnets_with(plan, PrivateEndpointKind::Workspace);
    let Some(first) = plan
        .endpoints_of(PrivateEndpointKind::Workspace)
        .next()
        .filter(|_| homes.len() > 1)
    else {
        return;
    };
    let storage = plan.default_storage().map(|account| account.id);
    let places = |kind: PrivateEndpointKind| -> BTreeSet<VnetId> {
        plan.endpoints_of(kind)
            .filter(|endpoint| {
                endpoint.kind.storage_service().is_none() || endpoint.storage == storage
            })
            .filter_map(|endpoint| Some(reach::vnet_of(plan, endpoint.subnet)?.id))
            .collect()
    };
    let services: Vec<(PrivateEndpointKind, BTreeSet<VnetId>)> = [
        PrivateEndpointKind::Blob,
        PrivateEndpointKind::File,
        PrivateEndpointKind::KeyVault,
        PrivateEndpointKind::Registry,
    ]
    .into_iter()
    .map(|kind| (kind, places(kind)))
    .filter(|(_, places)| !places.is_empty())
    .collect();
    let together = homes
        .iter()
        .any(|home| services.iter().all(|(_, places)| places.contains(home)));
    if together || services.is_empty() {
        return;
    }
    let named: Vec<String> = homes
        .iter()
        .map(|home| wording::vnet_id(plan, *home))
        .collect();
    let kinds: Vec<String> = services
        .iter()
        .map(|(kind, _)| kind.label().to_lowercase())
        .collect();
    out.report(
        &RULE,
        Item::PrivateEndpoint(first.id).field("subnet"),
        format!("No workspace endpoint is beside all of {}", wording::list(&kinds)),
        format!(
            "The workspace has endpoints in {}. One of them must share its VNet with the endpoints of the \
             services, or the workspace cannot use them.",
            wording::list(&named)
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, PrivateEndpointId};
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only, subnet};

    fn plan() -> Plan {
        let mut plan = scenario::batch_scoring();
        let mut second = plan.private_endpoints[0].clone();
        second.id = PrivateEndpointId(plan.next_id());
        second.subnet = Some(subnet(&plan, "snet-jump"));
        plan.private_endpoints.push(second);
        plan
    }

    #[test]
    fn flags_services_that_share_no_vnet_with_any_of_them() {
        let mut plan = plan();
        let jump = subnet(&plan, "snet-jump");
        let vault = PrivateEndpointKind::KeyVault;
        let mut endpoints = plan.private_endpoints.iter_mut();
        endpoints.find(|it| it.kind == vault).expect("vault").subnet = Some(jump);
        assert_eq!(
            only(&RULE, &plan).title,
            "No workspace endpoint is beside all of storage blob, storage file, key vault and container \
             registry"
        );
    }

    #[test]
    fn passes_when_one_of_two_is_beside_them() {
        assert_silent(&RULE, &plan());
    }
}
