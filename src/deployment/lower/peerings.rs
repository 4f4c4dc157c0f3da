//! Peerings. Azure changes one peering of a network at a time, and a network can use a remote gateway only
//! when that gateway stands and its owner shares it; the order below follows.

use std::collections::BTreeMap;

use super::Lowering;
use crate::azure::naming::{NameKind, generate};
use crate::deployment::resource::Peering;
use crate::deployment::{Key, Ref, Resource};
use crate::domain::{self, Item, VnetId};

impl Lowering<'_> {
    pub(super) fn peerings(&mut self) {
        let mut last: BTreeMap<VnetId, Key> = BTreeMap::new();
        let plan = self.plan;
        let all = || plan.peerings.iter();
        let owners = all().filter(|peering| !peering.use_remote_gateways);
        let users = all().filter(|peering| peering.use_remote_gateways);
        for peering in owners.chain(users) {
            let ends = [peering.from, peering.to];
            let mut after: Vec<Key> = ends
                .iter()
                .filter_map(|end| last.get(end).cloned())
                .collect();
            if peering.use_remote_gateways {
                let gateways = plan
                    .gateways
                    .iter()
                    .filter(|gateway| gateway.vnet == peering.to);
                after.extend(gateways.map(|gateway| Key::of(Item::Gateway(gateway.id))));
            }
            if let Some(key) = self.peering(peering, after) {
                last.extend(ends.map(|end| (end, key.clone())));
            }
        }
    }

    fn peering(&mut self, peering: &domain::Peering, after: Vec<Key>) -> Option<Key> {
        let item = Item::Peering(peering.id);
        let parent = self.parent(&Key::of(Item::Vnet(peering.from)));
        let remote: Option<Ref<_>> = self.reference_to(Item::Vnet(peering.to));
        let (Some(parent), Some(remote)) = (parent, remote) else {
            self.gap(item, "A peering without both of its VNets is not written.");
            return None;
        };
        let typed = peering.name.trim();
        let name = if typed.is_empty() {
            let to = self.plan.vnet(peering.to).map_or("", |vnet| &vnet.name);
            generate(NameKind::Peering, &[to])
        } else {
            typed.to_owned()
        };
        let resource = Resource::Peering(Peering {
            remote,
            allow_vnet_access: peering.allow_vnet_access,
            allow_forwarded_traffic: peering.allow_forwarded_traffic,
            allow_gateway_transit: peering.allow_gateway_transit,
            use_remote_gateways: peering.use_remote_gateways,
        });
        let key = Key::of(item);
        let node = self.create_child(&parent, key.clone(), item, name, resource);
        node.after.extend(after);
        Some(key)
    }
}
