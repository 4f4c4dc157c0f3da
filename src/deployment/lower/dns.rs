//! Private DNS zones and their links.

use super::Lowering;
use crate::azure::private_dns_zones;
use crate::deployment::resource::{PrivateDnsZone, ZoneLink};
use crate::deployment::{Key, Ref, Resource};
use crate::domain::{self, DnsMode, Item, Placement};

/// The region of resources that have none.
pub(super) const GLOBAL: &str = "global";

impl Lowering<'_> {
    pub(super) fn zones(&mut self) {
        for zone in &self.plan.dns.zones {
            let item = Item::Zone(zone.id);
            let basics = &self.plan.basics;
            let name = private_dns_zones::zone_name(zone.kind, basics.cloud, basics.region.trim());
            let exists =
                zone.placement == Placement::Existing || self.plan.dns.mode == DnsMode::Existing;
            if exists {
                self.refer(Key::of(item), item, &name, &zone.resource_id);
            } else {
                let resource = Resource::PrivateDnsZone(PrivateDnsZone);
                self.create(Key::of(item), item, name, resource).location = Some(GLOBAL.into());
            }
            self.links(zone, exists);
        }
    }

    /// Links of a zone. A zone and a VNet that both exist are linked already, or are nobody's to link.
    fn links(&mut self, zone: &domain::PrivateDnsZone, exists: bool) {
        let item = Item::Zone(zone.id);
        let Some(parent) = self.parent(&Key::of(item)) else {
            return;
        };
        let mut linked = Vec::new();
        for id in &zone.links {
            let Some(vnet) = self.plan.vnet(*id).filter(|_| !linked.contains(id)) else {
                continue;
            };
            linked.push(*id);
            let reference: Option<Ref<_>> = self.reference_to(Item::Vnet(*id));
            let Some(reference) = reference else {
                continue;
            };
            if exists && vnet.placement == Placement::Existing {
                continue;
            }
            let resource = Resource::ZoneLink(ZoneLink { vnet: reference });
            let name = format!("link-{}", vnet.name.trim());
            let node = self.create_child(&parent, link_key(zone, *id), item, name, resource);
            node.location = Some(GLOBAL.into());
        }
    }

    /// The keys of a zone's links that the deployment creates.
    pub(super) fn links_of(&self, zone: &domain::PrivateDnsZone) -> Vec<Key> {
        zone.links
            .iter()
            .map(|vnet| link_key(zone, *vnet))
            .filter(|key| self.deployment.find(key).is_some())
            .collect()
    }
}

fn link_key(zone: &domain::PrivateDnsZone, vnet: domain::VnetId) -> Key {
    Key::part(Item::Zone(zone.id), &format!("link-{}", vnet.0))
}
