//! VNets and services have as many private endpoints as Azure takes.

use crate::azure::limits::{
    KEY_VAULT_ENDPOINTS, Limit, MONITOR_SCOPE_ENDPOINTS, PRIVATE_ENDPOINTS, REGISTRY_ENDPOINTS,
    Verdict,
};
use crate::azure::sources;
use crate::domain::{Item, PrivateEndpointKind, Word};
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "PEP012",
    name: "too-many-private-endpoints",
    facts: &["LIM-8", "PE-28", "PE-35"],
    severity: Severity::Error,
    synopsis: "A VNet has 1,000 private endpoints at most, a registry 200, a key vault 64, a monitor scope 10.",
    why: "Azure refuses the connection beyond the limit of the service.",
    recommendation: "Share endpoints between peered VNets.",
    sources: &[&sources::PE_LIM, &sources::ACR_PL, &sources::AMPLS_DESIGN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let services = [
        (
            PrivateEndpointKind::Registry,
            Item::Registry,
            REGISTRY_ENDPOINTS.value,
        ),
        (
            PrivateEndpointKind::KeyVault,
            Item::KeyVault,
            KEY_VAULT_ENDPOINTS.value,
        ),
        (
            PrivateEndpointKind::Monitor,
            Item::Insights,
            MONITOR_SCOPE_ENDPOINTS.value,
        ),
    ];
    for (kind, item, limit) in services {
        let label = kind.label().to_lowercase();
        report(
            out,
            item,
            &format!("The {label}"),
            plan.endpoints_of(kind).count(),
            limit,
        );
    }
    for vnet in &plan.vnets {
        let here = plan.private_endpoints.iter().filter(|endpoint| {
            let subnet = endpoint.subnet;
            vnet.subnets.iter().any(|own| Some(own.id) == subnet)
        });
        report(
            out,
            Item::Vnet(vnet.id),
            &wording::vnet(vnet),
            here.count(),
            PRIVATE_ENDPOINTS.value,
        );
    }
}

fn report(out: &mut Findings, item: Item, owner: &str, count: usize, limit: Limit) {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    let severity = match limit.judge(count) {
        Verdict::Within => return,
        Verdict::NeedsMore => Severity::Warning,
        Verdict::Beyond => Severity::Error,
    };
    out.report(
        &RULE,
        item,
        format!(
            "{owner} has {}",
            wording::count(count, "private endpoint", "private endpoints")
        ),
        format!(
            "It takes {}. Peered VNets can share endpoints.",
            wording::thousands(limit.usual)
        ),
    )
    .severity(severity);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, PrivateEndpoint, PrivateEndpointId};
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    fn with(kind: PrivateEndpointKind, count: u32) -> Plan {
        let mut plan = scenario::batch_scoring();
        plan.private_endpoints
            .retain(|endpoint| endpoint.kind != kind);
        let subnet = plan.private_endpoints[0].subnet;
        for _ in 0..count {
            let id = PrivateEndpointId(plan.next_id());
            plan.private_endpoints.push(PrivateEndpoint {
                id,
                kind,
                subnet,
                ..PrivateEndpoint::default()
            });
        }
        plan
    }

    #[test]
    fn flags_the_65th_endpoint_of_a_key_vault() {
        let finding = only(&RULE, &with(PrivateEndpointKind::KeyVault, 65));
        assert_eq!(finding.title, "The key vault has 65 private endpoints");
        assert_eq!(finding.severity, Severity::Error);
    }

    #[test]
    fn flags_more_endpoints_than_a_vnet_takes() {
        let finding = only(&RULE, &with(PrivateEndpointKind::Blob, 1_000));
        assert_eq!(
            finding.severity,
            Severity::Warning,
            "the limit can be raised"
        );
    }

    #[test]
    fn passes_what_the_services_take() {
        assert_silent(&RULE, &with(PrivateEndpointKind::KeyVault, 64));
        assert_silent(&RULE, &with(PrivateEndpointKind::Registry, 200));
    }
}
