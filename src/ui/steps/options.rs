//! Lists of the plan's items as options of a choice, live.

use leptos::prelude::*;

use crate::domain::{Plan, SubnetPurpose};
use crate::ui::components::id_options;
use crate::ui::use_session;

/// Values and labels.
pub type Options = Signal<Vec<(String, String)>>;

fn options(none: &'static str, read: fn(&Plan) -> Vec<(u32, String)>) -> Options {
    let items = use_session().field(read);
    Signal::derive(move || id_options(none, items.get().into_iter()))
}

fn subnets(plan: &Plan, first: Option<SubnetPurpose>) -> Vec<(u32, String)> {
    let mut subnets: Vec<_> = plan.subnets().collect();
    // Subnets made for the purpose come first; the order is otherwise the plan's.
    subnets.sort_by_key(|(_, subnet)| Some(subnet.purpose) != first);
    subnets
        .into_iter()
        .map(|(vnet, subnet)| {
            let same = plan
                .subnets()
                .filter(|(_, other)| other.name == subnet.name)
                .count();
            let label = if same > 1 {
                format!("{} in {}", subnet.name, vnet.name)
            } else {
                subnet.name.clone()
            };
            (subnet.id.0, label)
        })
        .collect()
}

/// Every subnet; those for computes first.
pub fn training_subnets() -> Options {
    options("No VNet", |plan| {
        subnets(plan, Some(SubnetPurpose::Training))
    })
}

/// Every subnet; those for virtual machines first.
pub fn machine_subnets() -> Options {
    options("Choose a subnet", |plan| {
        subnets(plan, Some(SubnetPurpose::VirtualMachines))
    })
}

/// Every subnet; those for private endpoints first.
pub fn endpoint_subnets() -> Options {
    options("Choose a subnet", |plan| {
        subnets(plan, Some(SubnetPurpose::PrivateEndpoints))
    })
}

/// Every subnet; those for AKS nodes first.
pub fn node_subnets() -> Options {
    options("Choose a subnet", |plan| {
        subnets(plan, Some(SubnetPurpose::AksNodes))
    })
}

/// Every subnet; those for AKS pods first.
pub fn pod_subnets() -> Options {
    options("No pod subnet", |plan| {
        subnets(plan, Some(SubnetPurpose::AksPods))
    })
}

/// Every subnet; those for an AKS API server first.
pub fn api_server_subnets() -> Options {
    options("No subnet", |plan| {
        subnets(plan, Some(SubnetPurpose::AksApiServer))
    })
}

/// Every VNet.
pub fn vnets() -> Options {
    options("Choose a VNet", |plan| {
        plan.vnets
            .iter()
            .map(|vnet| (vnet.id.0, vnet.name.clone()))
            .collect()
    })
}

/// Every compute cluster.
pub fn clusters() -> Options {
    options("No cluster", |plan| {
        plan.clusters
            .iter()
            .map(|cluster| (cluster.id.0, cluster.name.clone()))
            .collect()
    })
}

/// Every storage account.
pub fn storage_accounts() -> Options {
    options("Choose an account", |plan| {
        plan.storage
            .iter()
            .map(|account| (account.id.0, account.name.clone()))
            .collect()
    })
}
