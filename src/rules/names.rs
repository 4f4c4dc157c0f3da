//! Names for what a one-click change adds: generated like all others, and not taken yet.

use crate::azure::naming::{NameKind, generate};
use crate::domain::{Plan, PrivateEndpointKind, StorageId};

/// A name for a further private endpoint: `pep-fraud-table-prod`. A second account's name is part of it.
pub(super) fn private_endpoint(
    plan: &Plan,
    kind: PrivateEndpointKind,
    account: Option<StorageId>,
) -> String {
    let other = account
        .and_then(|id| plan.storage_account(id))
        .filter(|account| !account.workspace_default)
        .map_or("", |account| account.name.trim());
    let part = match kind {
        PrivateEndpointKind::Workspace => "mlw",
        PrivateEndpointKind::Blob => "blob",
        PrivateEndpointKind::File => "file",
        PrivateEndpointKind::Queue => "queue",
        PrivateEndpointKind::Table => "table",
        PrivateEndpointKind::Dfs => "dfs",
        PrivateEndpointKind::KeyVault => "kv",
        PrivateEndpointKind::Registry => "cr",
        PrivateEndpointKind::Monitor => "ampls",
    };
    let taken = plan
        .private_endpoints
        .iter()
        .map(|endpoint| &*endpoint.name);
    free(plan, NameKind::PrivateEndpoint, &[other, part], taken)
}

/// A name for a further NAT gateway.
pub(super) fn nat_gateway(plan: &Plan) -> String {
    let taken = plan.nat_gateways.iter().map(|gateway| &*gateway.name);
    free(plan, NameKind::NatGateway, &["ml"], taken)
}

/// A name for the container registry.
pub(super) fn registry(plan: &Plan) -> String {
    free(plan, NameKind::ContainerRegistry, &["ml"], [].into_iter())
}

/// A generated name, with a number at its end if it is taken.
fn free<'a>(
    plan: &Plan,
    kind: NameKind,
    parts: &[&str],
    taken: impl Iterator<Item = &'a str>,
) -> String {
    let basics = &plan.basics;
    untaken(taken, |number| {
        let mut all = vec![&*basics.workload];
        all.extend_from_slice(parts);
        all.extend([&*basics.environment, number]);
        generate(kind, &all)
    })
}

/// `stem`, or `stem-2`, `stem-3`… if it is taken.
pub(super) fn numbered<'a>(stem: &str, taken: impl Iterator<Item = &'a str>) -> String {
    untaken(taken, |number| match number {
        "" => stem.to_owned(),
        number => format!("{stem}-{number}"),
    })
}

/// The first name that is not taken: `make` is asked without a number first, then with 2, 3 and so on.
fn untaken<'a>(taken: impl Iterator<Item = &'a str>, make: impl Fn(&str) -> String) -> String {
    let taken: Vec<&str> = taken.map(str::trim).collect();
    // Azure does not tell upper and lower case apart.
    let is_free = |name: &String| !taken.iter().any(|other| other.eq_ignore_ascii_case(name));
    std::iter::once(make(""))
        .chain((2_u32..=u32::MAX).map(|number| make(&number.to_string())))
        .find(is_free)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_a_name_that_is_taken_in_any_case() {
        let taken = ["Allow-Ssh", "allow-ssh-2 "];
        assert_eq!(numbered("allow-ssh", taken.into_iter()), "allow-ssh-3");
        assert_eq!(numbered("other", taken.into_iter()), "other");
    }

    #[test]
    fn names_a_further_endpoint_like_the_others() {
        let plan = crate::samples::batch_scoring();
        let name = private_endpoint(&plan, PrivateEndpointKind::Blob, None);
        assert_eq!(name, "pep-fraud-blob-prod-2", "the first name is taken");
        let name = private_endpoint(&plan, PrivateEndpointKind::Dfs, None);
        assert_eq!(name, "pep-fraud-dfs-prod");
    }
}
