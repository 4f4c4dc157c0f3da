//! Batch deployments use blob, file, queue and table of the workspace's storage account.

use crate::azure::sources;
use crate::domain::{Item, PrivateEndpointKind, Word};
use crate::rules::private_link::{account_name, is_private, leads_to};
use crate::rules::{Context, Findings, Rule, Severity, fixes};

/// The services that batch deployments use.
const SERVICES: [PrivateEndpointKind; 4] = [
    PrivateEndpointKind::Blob,
    PrivateEndpointKind::File,
    PrivateEndpointKind::Queue,
    PrivateEndpointKind::Table,
];

pub(super) const RULE: Rule = Rule {
    code: "BAT001",
    name: "batch-storage-endpoint-missing",
    facts: &["BATCH-4", "PE-2", "PE-3", "PE-4", "PE-5"],
    severity: Severity::Error,
    synopsis: "With batch endpoints the workspace's storage account has private endpoints for blob, file, queue \
               and table.",
    why: "Batch jobs hand out their work over queues and tables; without all four endpoints they \
          wait for ever.",
    recommendation: "Add the missing endpoint and its zone.",
    sources: &[&sources::SEED_B, &sources::AML_BATCH],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let Some(account) = plan.default_storage().map(|account| account.id) else {
        return;
    };
    if plan.batch_endpoints.is_empty() || !is_private(plan) {
        return;
    }
    for kind in SERVICES {
        if leads_to(plan, kind, account) {
            continue;
        }
        let service = kind.word();
        let finding = out.report(
            &RULE,
            Item::Storage(account),
            format!("{} has no private endpoint for {service}", account_name(plan, account)),
            format!(
                "Batch deployments use blob, file, queue and table. Without {service}, jobs fail after \
                 they start."
            ),
        );
        finding.part(service);
        fixes::offer_endpoint(plan, finding, kind, Some(account));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, ZoneKind};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, findings, only};
    use crate::samples::with;

    fn without(kinds: &[PrivateEndpointKind]) -> Plan {
        with(scenario::batch_scoring(), |plan| {
            plan.private_endpoints
                .retain(|endpoint| !kinds.contains(&endpoint.kind));
        })
    }

    #[test]
    fn flags_a_missing_table_endpoint() {
        let finding = only(&RULE, &without(&[PrivateEndpointKind::Table]));
        assert_eq!(
            finding.title,
            "stfraudmlprod01 has no private endpoint for table"
        );
        assert_eq!(
            finding.message,
            "Batch deployments use blob, file, queue and table. Without table, jobs fail after they start."
        );
    }

    #[test]
    fn adds_the_endpoint_beside_the_others_with_its_zone_linked_like_theirs() {
        let mut plan = without(&[PrivateEndpointKind::Table]);
        plan.dns.zones.retain(|zone| zone.kind != ZoneKind::Table);
        let plan = mended(&RULE, &plan, "Add pep-fraud-table-prod to snet-pep");
        let added = plan.private_endpoints.last().expect("added");
        assert_eq!(added.subnet, plan.private_endpoints[0].subnet);
        assert_eq!(added.storage, Some(plan.storage[0].id));
        let blob = &plan.zone(ZoneKind::Blob).expect("blob").links;
        assert_eq!(&plan.zone(ZoneKind::Table).expect("added").links, blob);
    }

    #[test]
    fn flags_each_service_with_a_key_of_its_own() {
        let found = findings(&RULE, &without(&SERVICES));
        let mut keys: Vec<String> = found.iter().map(crate::rules::Finding::key).collect();
        keys.dedup();
        assert_eq!(keys.len(), 4, "{keys:?}");
    }

    #[test]
    fn passes_all_four_and_plans_without_batch_endpoints() {
        assert_silent(&RULE, &scenario::batch_scoring());
        assert_silent(&RULE, &scenario::private_training());
    }
}
