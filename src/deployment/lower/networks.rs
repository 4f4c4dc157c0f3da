//! VNets and their subnets.

use super::{Lowering, Parent};
use crate::deployment::resource::{InlineSubnet, Subnet, Vnet};
use crate::deployment::{Existing, Key, Resource, ResourceId, Value};
use crate::domain::{self, Item, Placement, VnetRole};

impl Lowering<'_> {
    pub(super) fn networks(&mut self) {
        for vnet in &self.plan.vnets {
            match vnet.placement {
                Placement::New => self.new_vnet(vnet),
                Placement::Existing => self.existing_vnet(vnet),
            }
        }
    }

    fn new_vnet(&mut self, vnet: &domain::Vnet) {
        let item = Item::Vnet(vnet.id);
        let parameter = match vnet.role {
            VnetRole::Workspace => "workspaceVnetName",
            VnetRole::JumpHost => "jumpHostVnetName",
            VnetRole::Hub => "hubVnetName",
            VnetRole::Other => "vnetName",
        };
        let name = self.parameter(parameter, &vnet.name, "Name of a virtual network.");
        let subnets = vnet
            .subnets
            .iter()
            .map(|subnet| InlineSubnet {
                key: Key::of(Item::Subnet(subnet.id)),
                name: subnet.name.trim().to_owned(),
                subnet: self.subnet(subnet),
            })
            .collect();
        let resource = Resource::Vnet(Vnet {
            address_space: texts(vnet.address_space.iter().map(domain::PrefixText::as_str)),
            dns_servers: texts(vnet.dns_servers.iter().map(domain::AddressText::as_str)),
            subnets,
        });
        let scope = self.scope_of(vnet);
        let location = self.region_of(vnet);
        let node = self.create(Key::of(item), item, name, resource);
        node.scope = scope;
        node.location = Some(location);
    }

    fn existing_vnet(&mut self, vnet: &domain::Vnet) {
        let item = Item::Vnet(vnet.id);
        let Some(id) = self.refer(Key::of(item), item, &vnet.name, &vnet.resource_id) else {
            return;
        };
        let mut parent = Parent {
            names: Value::texts(&id.names),
            scope: self.scope_of(vnet),
            after: Vec::new(),
        };
        for subnet in &vnet.subnets {
            let item = Item::Subnet(subnet.id);
            let key = Key::of(item);
            if subnet.placement == Placement::Existing {
                self.existing_subnet(&id, subnet);
                continue;
            }
            let resource = Resource::Subnet(self.subnet(subnet));
            self.create_child(&parent, key.clone(), item, subnet.name.trim(), resource);
            // Azure changes one subnet of a network at a time.
            parent.after = vec![key];
        }
    }

    fn existing_subnet(&mut self, vnet: &ResourceId, subnet: &domain::Subnet) {
        let item = Item::Subnet(subnet.id);
        self.deployment.existing.push(Existing {
            key: Key::of(item),
            item,
            id: vnet.child("subnets", subnet.name.trim()),
        });
        let wired = [
            ("nsg", subnet.nsg.map(Item::Nsg)),
            ("route_table", subnet.route_table.map(Item::RouteTable)),
            ("nat_gateway", subnet.nat_gateway.map(Item::NatGateway)),
        ];
        for (field, other) in wired {
            let Some(name) = other.and_then(|other| self.new_name(other)) else {
                continue;
            };
            self.gap(
                item.field(field),
                format!(
                    "{} exists already and is not changed: attach {name} to it yourself.",
                    subnet.name.trim()
                ),
            );
        }
    }

    /// The planned name of an item that the deployment creates.
    fn new_name(&self, item: Item) -> Option<String> {
        let key = Key::of(item);
        let node = self.deployment.nodes.iter().find(|node| node.key == key)?;
        let name = node.names.last()?;
        Some(self.deployment.planned_text(name).to_owned())
    }

    fn subnet(&mut self, subnet: &domain::Subnet) -> Subnet {
        let typed = Some(subnet.prefix.as_str().trim()).filter(|typed| !typed.is_empty());
        let placed = self.prefixes.get(&subnet.id).map(ToString::to_string);
        let prefix = placed.or_else(|| typed.map(str::to_owned));
        if prefix.is_none() {
            self.gap(
                Item::Subnet(subnet.id).field("prefix"),
                format!(
                    "{} has no address prefix, and none could be found for it: Azure refuses it like this.",
                    subnet.name.trim()
                ),
            );
        }
        let delegation = Some(subnet.delegation.trim()).filter(|service| !service.is_empty());
        Subnet {
            prefix,
            nsg: subnet.nsg.and_then(|id| self.reference_to(Item::Nsg(id))),
            route_table: subnet
                .route_table
                .and_then(|id| self.reference_to(Item::RouteTable(id))),
            nat_gateway: subnet
                .nat_gateway
                .and_then(|id| self.reference_to(Item::NatGateway(id))),
            delegation: delegation.map(str::to_owned),
            service_endpoints: texts(subnet.service_endpoints.iter().map(String::as_str)),
            private_endpoint_policies: subnet.private_endpoint_policies,
            default_outbound_access: subnet.default_outbound_access,
        }
    }
}

/// Typed texts without blank ones and without spaces around them.
fn texts<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    texts
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .collect()
}
