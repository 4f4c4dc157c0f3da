//! Writing a name back to where it was read.

use crate::domain::{Item, Plan, Subject};

/// Writes a name where `subject` says.
pub(in crate::rules::naming) fn write(plan: &mut Plan, subject: Subject, name: &str) {
    let target = match (subject.item, subject.field) {
        (Item::Basics, _) => Some(&mut plan.basics.resource_group),
        (Item::Vnet(id), "resource_group") => plan.vnet_mut(id).map(|it| &mut it.resource_group),
        (Item::Vnet(id), _) => plan.vnet_mut(id).map(|it| &mut it.name),
        (Item::Subnet(id), _) => plan.subnet_mut(id).map(|it| &mut it.name),
        (Item::Peering(id), _) => plan.peering_mut(id).map(|it| &mut it.name),
        (Item::Nsg(id), _) => plan.nsg_mut(id).map(|it| &mut it.name),
        (Item::RouteTable(id), _) => plan.route_table_mut(id).map(|it| &mut it.name),
        (Item::NatGateway(id), _) => plan.nat_gateway_mut(id).map(|it| &mut it.name),
        (Item::Workspace, _) => Some(&mut plan.workspace.name),
        (Item::Storage(id), _) => plan.storage_account_mut(id).map(|it| &mut it.name),
        (Item::KeyVault, _) => Some(&mut plan.workspace.key_vault.name),
        (Item::Registry, _) => plan.workspace.registry.as_mut().map(|it| &mut it.name),
        (Item::Insights, "log_analytics_name") => {
            Some(&mut plan.workspace.insights.log_analytics_name)
        }
        (Item::Insights, "scope_name") => Some(&mut plan.workspace.insights.scope_name),
        (Item::Insights, _) => Some(&mut plan.workspace.insights.name),
        (Item::PrivateEndpoint(id), _) => plan.private_endpoint_mut(id).map(|it| &mut it.name),
        (Item::Cluster(id), _) => plan.cluster_mut(id).map(|it| &mut it.name),
        (Item::Instance(id), _) => plan.instance_mut(id).map(|it| &mut it.name),
        (Item::Attached(id), _) => plan.attached_compute_mut(id).map(|it| &mut it.name),
        (Item::Aks(id), "compute_name") => plan.aks_cluster_mut(id).map(|it| &mut it.compute_name),
        (Item::Aks(id), _) => plan.aks_cluster_mut(id).map(|it| &mut it.name),
        (Item::NodePool(id), _) => plan.pool_mut(id).map(|it| &mut it.name),
        (Item::BatchEndpoint(id), _) => plan.batch_endpoint_mut(id).map(|it| &mut it.name),
        (item, _) => small_name(plan, item),
    };
    if let Some(target) = target {
        name.clone_into(target);
    }
}

/// The name of an item that the plan has no look-up for.
fn small_name(plan: &mut Plan, item: Item) -> Option<&mut String> {
    match item {
        Item::SecurityRule(id) => {
            let mut rules = plan.nsgs.iter_mut().flat_map(|nsg| &mut nsg.rules);
            rules.find(|it| it.id == id).map(|it| &mut it.name)
        }
        Item::Route(id) => {
            let mut routes = plan.route_tables.iter_mut().flat_map(|it| &mut it.routes);
            routes.find(|it| it.id == id).map(|it| &mut it.name)
        }
        Item::Firewall(id) => {
            let mut firewalls = plan.firewalls.iter_mut();
            firewalls.find(|it| it.id == id).map(|it| &mut it.name)
        }
        Item::Gateway(id) => {
            let mut gateways = plan.gateways.iter_mut();
            gateways.find(|it| it.id == id).map(|it| &mut it.name)
        }
        Item::Bastion(id) => {
            let mut bastions = plan.bastions.iter_mut();
            bastions.find(|it| it.id == id).map(|it| &mut it.name)
        }
        Item::JumpHost(id) => {
            let mut hosts = plan.jump_hosts.iter_mut();
            hosts.find(|it| it.id == id).map(|it| &mut it.name)
        }
        Item::BatchDeployment(id) => {
            let endpoints = plan.batch_endpoints.iter_mut();
            let mut deployments = endpoints.flat_map(|it| &mut it.deployments);
            deployments.find(|it| it.id == id).map(|it| &mut it.name)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::*;
    use crate::samples;

    #[test]
    fn every_name_can_be_written_where_it_was_read() {
        let plan = (samples::by_slug("everything").expect("a sample").build)();
        let found = names(&plan);
        assert!(
            found.len() > 40,
            "the sample has most things: {}",
            found.len()
        );
        for named in &found {
            let mut changed = plan.clone();
            write(&mut changed, named.subject, "another");
            let after = names(&changed);
            let same = after.iter().find(|it| it.subject == named.subject);
            assert_eq!(
                same.map(|it| it.name),
                Some("another"),
                "{:?}",
                named.subject
            );
        }
    }
}
