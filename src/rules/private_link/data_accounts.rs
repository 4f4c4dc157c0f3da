//! Further storage accounts that are closed to the public are reached by private endpoints.

use crate::azure::sources;
use crate::domain::{Item, PrivateEndpointKind, Word};
use crate::rules::{Context, Findings, Rule, Severity, fixes};

pub(super) const RULE: Rule = Rule {
    code: "PEP007",
    name: "data-account-unreachable",
    facts: &["PE-2", "PE-6"],
    severity: Severity::Warning,
    synopsis: "A further storage account with its public endpoint closed has an endpoint for blob, and for dfs \
               when it is a data lake.",
    why: "With the public endpoint closed, nothing but a private endpoint answers.",
    recommendation: "Add the endpoint, or open the account.",
    sources: &[&sources::AML_WSMAN, &sources::PE_OVER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let further = plan
        .storage
        .iter()
        .filter(|account| !account.workspace_default);
    for account in further.filter(|account| !account.public_network_access) {
        let mut kinds = vec![PrivateEndpointKind::Blob];
        if account.hierarchical_namespace {
            kinds.push(PrivateEndpointKind::Dfs);
        }
        for kind in kinds {
            if super::leads_to(plan, kind, account.id) {
                continue;
            }
            let finding = out.report(
                &RULE,
                Item::Storage(account.id),
                super::missing::title(plan, kind, account.id),
                "Its public endpoint is closed, so computes of this plan cannot read it as a datastore. A \
                 data lake needs endpoints for blob and for dfs.",
            );
            finding.part(kind.word());
            fixes::offer_endpoint(plan, finding, kind, Some(account.id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::with;

    fn plan() -> Plan {
        with(scenario::everything(), |plan| {
            let kind = PrivateEndpointKind::Dfs;
            plan.private_endpoints
                .retain(|endpoint| endpoint.kind != kind);
        })
    }

    #[test]
    fn flags_a_data_lake_without_dfs_endpoint() {
        let finding = only(&RULE, &plan());
        assert_eq!(
            finding.title,
            "stvisiondataprod01 has no private endpoint for dfs"
        );
        mended(&RULE, &plan(), &finding.fixes[0].label);
    }

    #[test]
    fn passes_public_accounts_and_complete_ones() {
        assert_silent(&RULE, &scenario::everything());
        let mut plan = plan();
        plan.storage[1].public_network_access = true;
        assert_silent(&RULE, &plan);
    }
}
