//! Bastion, firewalls and gateways: who stands in the subnets that Azure names.
//!
//! Azure states how large these subnets must be, never how many addresses are taken in them. So the lines
//! have no addresses: they say what the subnet is for and leave its size to the rule of its purpose.

use super::{Counter, DemandKind};
use crate::domain::{FirewallSku, Item, Plan, SubnetId, SubnetPurpose, VnetId};

/// Lists the appliances of a plan in the subnets that they stand in.
pub(super) fn count(plan: &Plan, counter: &mut Counter) {
    let mut add = |vnet: VnetId, purpose: SubnetPurpose, item: Item, what: &str| {
        let text = format!("{what}, sized by Azure’s rule for this subnet");
        let subnet = subnet_for(plan, vnet, purpose);
        counter.add(subnet, item, DemandKind::Appliance, 0, text);
    };
    for bastion in &plan.bastions {
        let item = Item::Bastion(bastion.id);
        add(bastion.vnet, SubnetPurpose::Bastion, item, "Azure Bastion");
    }
    for firewall in &plan.firewalls {
        let (vnet, item) = (firewall.vnet, Item::Firewall(firewall.id));
        add(vnet, SubnetPurpose::Firewall, item, "Azure Firewall");
        if firewall.sku == FirewallSku::Basic || firewall.forced_tunnelling {
            let purpose = SubnetPurpose::FirewallManagement;
            add(vnet, purpose, item, "the firewall’s management NIC");
        }
    }
    for gateway in &plan.gateways {
        let item = Item::Gateway(gateway.id);
        add(gateway.vnet, SubnetPurpose::Gateway, item, "a gateway");
    }
}

/// The subnet of a VNet that serves this purpose.
fn subnet_for(plan: &Plan, vnet: VnetId, purpose: SubnetPurpose) -> Option<SubnetId> {
    plan.vnet(vnet)?
        .subnets
        .iter()
        .find(|subnet| subnet.purpose == purpose)
        .map(|subnet| subnet.id)
}
