//! NSGs, route tables and NAT gateways: what is wired to subnets.

use super::{Lowering, location};
use crate::azure::naming::{NameKind, generate};
use crate::deployment::resource::{NatGateway, Nsg, PublicIp, RouteTable};
use crate::deployment::{Key, Ref, Resource, Scope, Value};
use crate::domain::{Item, Placement, Subnet, Vnet};
use crate::flow::presets::effective_rules;
use crate::flow::routes::effective_routes;

impl Lowering<'_> {
    pub(super) fn security(&mut self) {
        self.nsgs();
        self.route_tables();
        self.nat_gateways();
    }

    fn nsgs(&mut self) {
        for nsg in &self.plan.nsgs {
            let item = Item::Nsg(nsg.id);
            if nsg.placement == Placement::Existing {
                self.refer(Key::of(item), item, &nsg.name, &nsg.resource_id);
                continue;
            }
            let rules = effective_rules(self.plan, &self.prefixes, nsg.id)
                .into_iter()
                .map(|effective| effective.rule)
                .collect();
            let home = self.home(|subnet| subnet.nsg == Some(nsg.id));
            self.create_at(
                home,
                Key::of(item),
                item,
                &nsg.name,
                Resource::Nsg(Nsg { rules }),
            );
        }
    }

    fn route_tables(&mut self) {
        for table in &self.plan.route_tables {
            let item = Item::RouteTable(table.id);
            if table.placement == Placement::Existing {
                self.refer(Key::of(item), item, &table.name, &table.resource_id);
                continue;
            }
            let routes = effective_routes(self.plan, &self.prefixes, table.id)
                .into_iter()
                .map(|effective| effective.route)
                .collect();
            let home = self.home(|subnet| subnet.route_table == Some(table.id));
            let resource = Resource::RouteTable(RouteTable {
                routes,
                disable_bgp_propagation: table.disable_bgp_propagation,
            });
            self.create_at(home, Key::of(item), item, &table.name, resource);
        }
    }

    fn nat_gateways(&mut self) {
        for gateway in &self.plan.nat_gateways {
            let item = Item::NatGateway(gateway.id);
            if gateway.placement == Placement::Existing {
                self.refer(Key::of(item), item, &gateway.name, &gateway.resource_id);
                continue;
            }
            let home = self.home(|subnet| subnet.nat_gateway == Some(gateway.id));
            let public_ip = self.public_ip(home.clone(), item, "ip", &gateway.name);
            let resource = Resource::NatGateway(NatGateway { public_ip });
            self.create_at(home, Key::of(item), item, &gateway.name, resource);
        }
    }

    /// A public IP address for an item, named after it.
    pub(super) fn public_ip(
        &mut self,
        home: Home,
        item: Item,
        part: &str,
        owner: &str,
    ) -> Ref<PublicIp> {
        let key = Key::part(item, part);
        let suffix = if part == "ip" { "" } else { part };
        let name = generate(NameKind::PublicIp, &[owner, suffix]);
        self.create_at(home, key.clone(), item, name, Resource::PublicIp(PublicIp));
        Ref::to(key)
    }

    /// Adds a resource in a given group and region.
    pub(super) fn create_at(
        &mut self,
        home: Home,
        key: Key,
        item: Item,
        name: impl Into<Value>,
        resource: Resource,
    ) -> &mut super::Node {
        let node = self.create(key, item, name, resource);
        node.scope = home.scope;
        node.location = Some(home.location);
        node
    }

    /// Where something belongs that is wired to subnets: to the first VNet with such a subnet. With an
    /// existing VNet it stays with the workload, because that VNet's group is somebody else's.
    fn home(&self, wired: impl Fn(&Subnet) -> bool) -> Home {
        self.plan
            .subnets()
            .find(|(_, subnet)| wired(subnet))
            .map_or_else(
                || Home {
                    scope: Scope::default(),
                    location: location(),
                },
                |(vnet, _)| self.home_with(vnet),
            )
    }

    /// Where something belongs that is wired to subnets of this VNet.
    fn home_with(&self, vnet: &Vnet) -> Home {
        let scope = match vnet.placement {
            Placement::New => self.scope_of(vnet),
            Placement::Existing => self.scope_near(vnet),
        };
        Home {
            scope,
            location: self.region_of(vnet),
        }
    }
}

/// A group and a region.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub(super) scope: Scope,
    pub(super) location: Value,
}
