//! Everything in a plan that has a name: where the name is written, what kind of name it is, and what must
//! not have the same one.
//!
//! The rules of this family differ in the kinds that they judge and in nothing else, so the list is here.
//! What exists already is left out: its name has been accepted.

mod judge;
mod write;

use crate::azure::naming::NameKind;
use crate::domain::{
    GatewayKind, Item, OperatingSystem, Placement, Plan, PrivateEndpoint, PrivateEndpointKind,
    Subject, SubnetPurpose, Vnet, VnetRole, Word,
};

pub(super) use judge::{free, judge};
pub(super) use write::write;

/// A name in a plan.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named<'a> {
    /// What kind of name it is.
    pub(super) kind: NameKind,
    /// Where it is written.
    pub(super) subject: Subject,
    /// The name as typed.
    pub(super) name: &'a str,
    /// Whether it may be blank, because one is generated then.
    pub(super) optional: bool,
    /// The set of names that it must be unique in; equal texts mean the same set.
    pub(super) scope: String,
    /// The parts of a generated name.
    pub(super) parts: Vec<&'a str>,
}

/// Collects the names of a plan.
struct Names<'a> {
    plan: &'a Plan,
    group: String,
    all: Vec<Named<'a>>,
}

impl<'a> Names<'a> {
    /// Adds a name with the parts workload, `part`, environment.
    fn add(&mut self, kind: NameKind, item: Item, name: &'a str, scope: String, part: &'a str) {
        let basics = &self.plan.basics;
        self.all.push(Named {
            kind,
            subject: item.field("name"),
            name,
            optional: false,
            scope,
            parts: vec![&basics.workload, part, &basics.environment],
        });
    }

    /// Adds a name that is unique in the plan's resource group.
    fn in_group(&mut self, kind: NameKind, item: Item, name: &'a str, part: &'a str) {
        let scope = format!("{} in {}", set(kind), self.group);
        self.add(kind, item, name, scope, part);
    }

    /// Adds a name that is unique in all of Azure; generated ones end in a number.
    fn global(&mut self, kind: NameKind, item: Item, name: &'a str) {
        self.add(kind, item, name, set(kind), "ml");
        self.last(|it| it.parts.push("01"));
    }

    /// Adds a compute of the workspace; all of them share one set of names in the region (NAME-11).
    fn compute(&mut self, item: Item, name: &'a str, start: &'a str) {
        self.add(NameKind::Compute, item, name, "computes".to_owned(), "");
        let workload = &self.plan.basics.workload;
        self.last(|it| it.parts = vec![start, workload]);
    }

    fn last(&mut self, change: impl FnOnce(&mut Named<'a>)) {
        if let Some(last) = self.all.last_mut() {
            change(last);
        }
    }
}

/// Every name of a plan that Azure will judge, in the plan's order.
pub(super) fn names(plan: &Plan) -> Vec<Named<'_>> {
    let mut names = Names {
        plan,
        group: plan.basics.resource_group.trim().to_lowercase(),
        all: Vec::new(),
    };
    let group = &plan.basics.resource_group;
    names.add(
        NameKind::ResourceGroup,
        Item::Basics,
        group,
        String::new(),
        "ml",
    );
    names.last(|it| it.subject = Item::Basics.field("resource_group"));
    for vnet in &plan.vnets {
        vnet_names(&mut names, vnet);
    }
    network_names(&mut names);
    service_names(&mut names);
    compute_names(&mut names);
    names.all
}

fn vnet_names<'a>(names: &mut Names<'a>, vnet: &'a Vnet) {
    let plan = names.plan;
    let own = vnet.resource_group.trim();
    if !own.is_empty() {
        let scope = String::new();
        names.add(
            NameKind::ResourceGroup,
            Item::Vnet(vnet.id),
            own,
            scope,
            "network",
        );
        names.last(|it| it.subject = Item::Vnet(vnet.id).field("resource_group"));
    }
    if vnet.placement == Placement::New {
        let group = plan.resource_group_of(vnet).to_lowercase();
        let scope = format!(
            "VNets in {group} of {}",
            plan.subscription_of(vnet).to_lowercase()
        );
        let part = match vnet.role {
            VnetRole::Workspace => "ml",
            VnetRole::JumpHost => "jump",
            VnetRole::Hub => "hub",
            VnetRole::Other => "",
        };
        names.add(
            NameKind::VirtualNetwork,
            Item::Vnet(vnet.id),
            &vnet.name,
            scope,
            part,
        );
    }
    for subnet in &vnet.subnets {
        if subnet.placement == Placement::Existing {
            continue;
        }
        let scope = format!("subnets of {}", vnet.id.0);
        names.add(
            NameKind::Subnet,
            Item::Subnet(subnet.id),
            &subnet.name,
            scope,
            "",
        );
        let part = match subnet.purpose {
            SubnetPurpose::Training => "training",
            SubnetPurpose::PrivateEndpoints => "pep",
            SubnetPurpose::AksNodes => "aks",
            SubnetPurpose::AksPods => "pods",
            SubnetPurpose::AksApiServer => "apiserver",
            SubnetPurpose::VirtualMachines => "vm",
            other => other.word(),
        };
        names.last(|it| it.parts = vec![part]);
    }
}

fn network_names(names: &mut Names<'_>) {
    let plan = names.plan;
    for peering in &plan.peerings {
        let scope = format!("peerings of {}", peering.from.0);
        names.add(
            NameKind::Peering,
            Item::Peering(peering.id),
            &peering.name,
            scope,
            "",
        );
        names.last(|it| it.optional = true);
    }
    for nsg in &plan.nsgs {
        if nsg.placement == Placement::New {
            names.in_group(
                NameKind::NetworkSecurityGroup,
                Item::Nsg(nsg.id),
                &nsg.name,
                "ml",
            );
        }
        for rule in &nsg.rules {
            let scope = format!("rules of {}", nsg.id.0);
            let item = Item::SecurityRule(rule.id);
            names.add(NameKind::SecurityRule, item, &rule.name, scope, "");
        }
    }
    for table in &plan.route_tables {
        if table.placement == Placement::New {
            names.in_group(
                NameKind::RouteTable,
                Item::RouteTable(table.id),
                &table.name,
                "ml",
            );
        }
        for route in &table.routes {
            let scope = format!("routes of {}", table.id.0);
            names.add(
                NameKind::Route,
                Item::Route(route.id),
                &route.name,
                scope,
                "",
            );
        }
    }
    for gateway in plan
        .nat_gateways
        .iter()
        .filter(|it| it.placement == Placement::New)
    {
        names.in_group(
            NameKind::NatGateway,
            Item::NatGateway(gateway.id),
            &gateway.name,
            "ml",
        );
    }
    appliance_names(names);
    for endpoint in &plan.private_endpoints {
        let item = Item::PrivateEndpoint(endpoint.id);
        names.in_group(
            NameKind::PrivateEndpoint,
            item,
            &endpoint.name,
            endpoint_part(endpoint),
        );
    }
}

fn appliance_names(names: &mut Names<'_>) {
    let plan = names.plan;
    for firewall in &plan.firewalls {
        names.in_group(
            NameKind::Firewall,
            Item::Firewall(firewall.id),
            &firewall.name,
            "hub",
        );
    }
    for gateway in &plan.gateways {
        let kind = match gateway.kind {
            GatewayKind::Vpn => NameKind::VpnGateway,
            GatewayKind::ExpressRoute => NameKind::ExpressRouteGateway,
        };
        names.in_group(kind, Item::Gateway(gateway.id), &gateway.name, "hub");
    }
    for bastion in &plan.bastions {
        names.in_group(
            NameKind::Bastion,
            Item::Bastion(bastion.id),
            &bastion.name,
            "",
        );
    }
    for host in &plan.jump_hosts {
        let kind = match host.os {
            OperatingSystem::Windows => NameKind::WindowsVirtualMachine,
            OperatingSystem::Ubuntu | OperatingSystem::OtherLinux => NameKind::LinuxVirtualMachine,
        };
        names.in_group(kind, Item::JumpHost(host.id), &host.name, "jump");
    }
}

fn service_names(names: &mut Names<'_>) {
    let plan = names.plan;
    let workspace = &plan.workspace;
    if workspace.placement == Placement::New {
        names.in_group(NameKind::Workspace, Item::Workspace, &workspace.name, "");
    }
    for account in plan
        .storage
        .iter()
        .filter(|it| it.placement == Placement::New)
    {
        names.global(
            NameKind::StorageAccount,
            Item::Storage(account.id),
            &account.name,
        );
    }
    if workspace.key_vault.placement == Placement::New {
        names.global(
            NameKind::KeyVault,
            Item::KeyVault,
            &workspace.key_vault.name,
        );
    }
    if let Some(registry) = &workspace.registry
        && registry.placement == Placement::New
    {
        names.global(NameKind::ContainerRegistry, Item::Registry, &registry.name);
    }
    let insights = &workspace.insights;
    if insights.placement == Placement::New {
        let name = &insights.name;
        names.in_group(NameKind::ApplicationInsights, Item::Insights, name, "ml");
        names.in_group(
            NameKind::LogAnalytics,
            Item::Insights,
            &insights.log_analytics_name,
            "ml",
        );
        names.last(|it| it.subject = Item::Insights.field("log_analytics_name"));
    }
    if insights.private_link_scope {
        names.in_group(
            NameKind::PrivateLinkScope,
            Item::Insights,
            &insights.scope_name,
            "ml",
        );
        names.last(|it| it.subject = Item::Insights.field("scope_name"));
    }
}

fn compute_names(names: &mut Names<'_>) {
    let plan = names.plan;
    for cluster in &plan.clusters {
        names.compute(Item::Cluster(cluster.id), &cluster.name, "cpu");
    }
    for instance in &plan.instances {
        names.compute(Item::Instance(instance.id), &instance.name, "ci");
    }
    for machine in &plan.attached {
        names.compute(Item::Attached(machine.id), &machine.name, "vm");
    }
    for aks in &plan.aks {
        if aks.placement == Placement::New {
            names.in_group(NameKind::AksCluster, Item::Aks(aks.id), &aks.name, "");
        }
        names.compute(Item::Aks(aks.id), &aks.compute_name, "aks");
        names.last(|it| it.subject = Item::Aks(aks.id).field("compute_name"));
        if aks.placement == Placement::Existing {
            continue;
        }
        for pool in &aks.pools {
            let scope = format!("pools of {}", aks.id.0);
            names.add(
                NameKind::NodePool,
                Item::NodePool(pool.id),
                &pool.name,
                scope,
                "",
            );
            names.last(|it| it.parts = vec![pool.mode.word()]);
        }
    }
    for endpoint in &plan.batch_endpoints {
        let item = Item::BatchEndpoint(endpoint.id);
        let scope = "batch endpoints".to_owned();
        names.add(NameKind::BatchEndpoint, item, &endpoint.name, scope, "");
        for deployment in &endpoint.deployments {
            let item = Item::BatchDeployment(deployment.id);
            let scope = format!("deployments of {}", endpoint.id.0);
            names.add(NameKind::BatchDeployment, item, &deployment.name, scope, "");
            let workload = &plan.basics.workload;
            names.last(|it| it.parts = vec![workload, "v1"]);
        }
    }
}

/// The resource type that a kind of name belongs to: names are unique by type.
fn set(kind: NameKind) -> String {
    match kind {
        NameKind::VpnGateway | NameKind::ExpressRouteGateway => "gateways".to_owned(),
        NameKind::WindowsVirtualMachine | NameKind::LinuxVirtualMachine => {
            "virtual machines".to_owned()
        }
        other => format!("{other:?}"),
    }
}

/// The part of an endpoint's name that says what it leads to.
fn endpoint_part(endpoint: &PrivateEndpoint) -> &'static str {
    match endpoint.kind {
        PrivateEndpointKind::Workspace => "mlw",
        PrivateEndpointKind::KeyVault => "kv",
        PrivateEndpointKind::Registry => "cr",
        PrivateEndpointKind::Monitor => "ampls",
        storage => storage.word(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::azure::naming::{check, generate};
    use crate::samples;

    #[test]
    fn generated_names_are_names() {
        let plan = (samples::by_slug("everything").expect("a sample").build)();
        for named in names(&plan) {
            let name = generate(named.kind, &named.parts);
            assert_eq!(check(named.kind, &name), Ok(()), "{:?}", named.subject);
        }
    }
}
