//! Bastion hosts, firewalls and gateways. They live in their VNet's group, as Azure wants them to (VNET-40).

use super::Lowering;
use super::security::Home;
use crate::azure::naming::{NameKind, generate};
use crate::deployment::resource::{Bastion, Firewall, FirewallPolicy, Gateway, Management, Subnet};
use crate::deployment::{Key, Ref, Resource};
use crate::domain::{
    self, FirewallSku, Item, OnPremisesLink, Placement, SubnetPurpose, Vnet, VnetId,
};
use crate::flow::firewall_rules;

/// Name of the collection group that lets Azure ML out.
const RULES_NAME: &str = "azure-machine-learning";

/// Where an appliance stands.
struct Place {
    home: Home,
    subnet: Ref<Subnet>,
}

impl Lowering<'_> {
    pub(super) fn perimeter(&mut self) {
        for bastion in &self.plan.bastions {
            self.bastion(bastion);
        }
        for firewall in &self.plan.firewalls {
            self.firewall(firewall);
        }
        for gateway in &self.plan.gateways {
            self.gateway(gateway);
        }
        if self.plan.on_premises.link != OnPremisesLink::None && !self.plan.gateways.is_empty() {
            self.gap(
                Item::OnPremises,
                "The connection to on-premises is not written: it needs a shared key or a circuit. Add it to \
                 the gateway once the gateway stands.",
            );
        }
    }

    /// Where an appliance of the plan is created. `None` if it exists already (its VNet does, and so does its
    /// subnet) or has no subnet, which is a gap.
    fn place(
        &mut self,
        item: Item,
        name: &str,
        vnet: VnetId,
        purpose: SubnetPurpose,
    ) -> Option<Place> {
        let vnet = self.plan.vnet(vnet);
        let subnet = vnet.and_then(|vnet| subnet_for(vnet, purpose));
        let (Some(vnet), Some(subnet)) = (vnet, subnet) else {
            self.gap(
                item,
                format!(
                    "{} has no subnet of its own in its VNet: it is not written.",
                    name.trim()
                ),
            );
            return None;
        };
        if vnet.placement == Placement::Existing && subnet.placement == Placement::Existing {
            return None;
        }
        Some(Place {
            home: Home {
                scope: self.scope_of(vnet),
                location: self.region_of(vnet),
            },
            subnet: self.reference_to(Item::Subnet(subnet.id))?,
        })
    }

    fn bastion(&mut self, bastion: &domain::Bastion) {
        let item = Item::Bastion(bastion.id);
        let purpose = SubnetPurpose::Bastion;
        let Some(place) = self.place(item, &bastion.name, bastion.vnet, purpose) else {
            return;
        };
        let resource = Resource::Bastion(Bastion {
            sku: bastion.sku,
            subnet: place.subnet,
            public_ip: self.public_ip(place.home.clone(), item, "ip", &bastion.name),
        });
        self.create_at(place.home, Key::of(item), item, &bastion.name, resource);
    }

    fn firewall(&mut self, firewall: &domain::Firewall) {
        let item = Item::Firewall(firewall.id);
        let name = &firewall.name;
        let Some(place) = self.place(item, name, firewall.vnet, SubnetPurpose::Firewall) else {
            return;
        };
        let Ok(management) = self.management(firewall) else {
            return;
        };
        let policy = Key::part(item, "policy");
        let policy_name = generate(NameKind::FirewallPolicy, &[name]);
        let resource = Resource::FirewallPolicy(FirewallPolicy { sku: firewall.sku });
        self.create_at(
            place.home.clone(),
            policy.clone(),
            item,
            policy_name,
            resource,
        );
        let rules = firewall_rules(self.plan, &self.prefixes, firewall);
        if !(rules.network.is_empty() && rules.application.is_empty())
            && let Some(parent) = self.parent(&policy)
        {
            let key = Key::part(item, "rules");
            self.create_child(
                &parent,
                key,
                item,
                RULES_NAME,
                Resource::FirewallRules(rules),
            );
        }
        let resource = Resource::Firewall(Firewall {
            sku: firewall.sku,
            subnet: place.subnet,
            public_ip: self.public_ip(place.home.clone(), item, "ip", name),
            management,
            policy: Ref::to(policy),
        });
        let rules = Key::part(item, "rules");
        let node = self.create_at(place.home, Key::of(item), item, name, resource);
        // One change of a policy at a time: the rules are in before the firewall reads it.
        node.after.push(rules);
    }

    /// The management NIC of a firewall, if it needs one (VNET-43). An error if it does and has no subnet.
    fn management(&mut self, firewall: &domain::Firewall) -> Result<Option<Management>, NoSubnet> {
        if !(firewall.sku == FirewallSku::Basic || firewall.forced_tunnelling) {
            return Ok(None);
        }
        let item = Item::Firewall(firewall.id);
        let purpose = SubnetPurpose::FirewallManagement;
        let place = self
            .place(item, &firewall.name, firewall.vnet, purpose)
            .ok_or(NoSubnet)?;
        Ok(Some(Management {
            subnet: place.subnet,
            public_ip: self.public_ip(place.home, item, "management", &firewall.name),
        }))
    }

    fn gateway(&mut self, gateway: &domain::Gateway) {
        let item = Item::Gateway(gateway.id);
        let purpose = SubnetPurpose::Gateway;
        let Some(place) = self.place(item, &gateway.name, gateway.vnet, purpose) else {
            return;
        };
        let resource = Resource::Gateway(Gateway {
            kind: gateway.kind,
            subnet: place.subnet,
            public_ip: self.public_ip(place.home.clone(), item, "ip", &gateway.name),
        });
        self.create_at(place.home, Key::of(item), item, &gateway.name, resource);
    }
}

/// A management NIC is needed and has no subnet; the gap is recorded.
struct NoSubnet;

fn subnet_for(vnet: &Vnet, purpose: SubnetPurpose) -> Option<&domain::Subnet> {
    vnet.subnets.iter().find(|subnet| subnet.purpose == purpose)
}
