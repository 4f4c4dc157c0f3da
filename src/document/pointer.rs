//! Where a subject stands in the document of its plan.

use crate::domain::{Item, Plan, Subject};

use super::reader::push_token;

/// The JSON pointer of a subject in the document of this plan; `None` if the plan has no such item.
pub fn pointer(plan: &Plan, subject: Subject) -> Option<String> {
    let mut pointer = item_pointer(plan, subject.item)?;
    if !subject.field.is_empty() {
        push_token(&mut pointer, subject.field);
    }
    if let Some(index) = subject.index {
        push_token(&mut pointer, &index.to_string());
    }
    Some(pointer)
}

/// `/list/place` of the item with this id.
macro_rules! entry {
    ($list:expr, $id:expr, $base:expr) => {
        $list
            .iter()
            .position(|item| item.id == $id)
            .map(|place| format!("{}/{place}", $base))
    };
}

/// `/list/place/inner/place` of the item with this id in the inner list of one of the outer items.
macro_rules! inner_entry {
    ($list:expr, $id:expr, $base:literal, $inner:ident) => {
        $list.iter().enumerate().find_map(|(outer, item)| {
            entry!(
                item.$inner,
                $id,
                format!(concat!($base, "/{}/", stringify!($inner)), outer)
            )
        })
    };
}

fn item_pointer(plan: &Plan, item: Item) -> Option<String> {
    let fixed = |pointer: &str| Some(pointer.to_owned());
    match item {
        Item::Basics => fixed("/basics"),
        Item::Tag(id) => entry!(plan.basics.tags, id, "/basics/tags"),
        Item::Vnet(id) => entry!(plan.vnets, id, "/vnets"),
        Item::Subnet(id) => inner_entry!(plan.vnets, id, "/vnets", subnets),
        Item::Peering(id) => entry!(plan.peerings, id, "/peerings"),
        Item::OnPremises => fixed("/on_premises"),
        Item::Nsg(id) => entry!(plan.nsgs, id, "/nsgs"),
        Item::SecurityRule(id) => inner_entry!(plan.nsgs, id, "/nsgs", rules),
        Item::RouteTable(id) => entry!(plan.route_tables, id, "/route_tables"),
        Item::Route(id) => inner_entry!(plan.route_tables, id, "/route_tables", routes),
        Item::NatGateway(id) => entry!(plan.nat_gateways, id, "/nat_gateways"),
        Item::Firewall(id) => entry!(plan.firewalls, id, "/firewalls"),
        Item::Gateway(id) => entry!(plan.gateways, id, "/gateways"),
        Item::Bastion(id) => entry!(plan.bastions, id, "/bastions"),
        Item::JumpHost(id) => entry!(plan.jump_hosts, id, "/jump_hosts"),
        Item::Workspace => fixed("/workspace"),
        Item::Serverless => fixed("/workspace/serverless"),
        Item::Storage(id) => entry!(plan.storage, id, "/storage"),
        Item::KeyVault => fixed("/workspace/key_vault"),
        Item::Registry => plan
            .workspace
            .registry
            .as_ref()
            .and_then(|_| fixed("/workspace/registry")),
        Item::Insights => fixed("/workspace/insights"),
        Item::PrivateEndpoint(id) => entry!(plan.private_endpoints, id, "/private_endpoints"),
        Item::Dns => fixed("/dns"),
        Item::Zone(id) => entry!(plan.dns.zones, id, "/dns/zones"),
        Item::Cluster(id) => entry!(plan.clusters, id, "/clusters"),
        Item::Instance(id) => entry!(plan.instances, id, "/instances"),
        Item::Attached(id) => entry!(plan.attached, id, "/attached"),
        Item::Aks(id) => entry!(plan.aks, id, "/aks"),
        Item::NodePool(id) => inner_entry!(plan.aks, id, "/aks", pools),
        Item::BatchEndpoint(id) => entry!(plan.batch_endpoints, id, "/batch_endpoints"),
        Item::BatchDeployment(id) => {
            inner_entry!(plan.batch_endpoints, id, "/batch_endpoints", deployments)
        }
        Item::Governance => fixed("/governance"),
        Item::Acknowledgement(id) => entry!(plan.acknowledgements, id, "/acknowledgements"),
    }
}
