//! VNets and what stands in them: subnets, NSGs, ways out, peerings, hubs and jump hosts.

use super::Draft;
use crate::azure::naming::{NameKind, generate};
use crate::domain::{
    Bastion, BastionId, Firewall, FirewallId, FirewallSku, Gateway, GatewayId, GatewayKind,
    JumpHost, JumpHostId, NatGateway, NatGatewayId, NetworkPolicies, Nsg, NsgId, NsgPreset,
    OperatingSystem, Peering, PeeringId, PrefixText, RoutePreset, RouteTable, RouteTableId, Subnet,
    SubnetId, SubnetPurpose, Vnet, VnetId, VnetRole,
};

/// VM size of jump hosts.
const JUMP_SIZE: &str = "Standard_D2s_v5";

impl Draft {
    /// A VNet with one address prefix.
    pub(crate) fn vnet(&mut self, role: VnetRole, part: &str, space: &str) -> VnetId {
        let id = VnetId(self.plan.next_id());
        let name = self.name(NameKind::VirtualNetwork, part);
        self.plan.vnets.push(Vnet {
            id,
            name,
            role,
            address_space: vec![PrefixText::new(space)],
            ..Vnet::default()
        });
        id
    }

    /// A subnet; a blank prefix means "size for me".
    pub(crate) fn subnet(
        &mut self,
        vnet: VnetId,
        purpose: SubnetPurpose,
        name: &str,
        prefix: &str,
    ) -> SubnetId {
        let id = SubnetId(self.plan.next_id());
        if let Some(vnet) = self.plan.vnet_mut(vnet) {
            vnet.subnets.push(Subnet {
                id,
                name: name.to_owned(),
                purpose,
                prefix: PrefixText::new(prefix),
                ..Subnet::default()
            });
        }
        id
    }

    /// A new NSG with a preset, on one subnet. Private endpoints are filtered only when the subnet says so.
    pub(crate) fn guard(&mut self, subnet: SubnetId, part: &str, preset: NsgPreset) {
        let id = NsgId(self.plan.next_id());
        let name = self.name(NameKind::NetworkSecurityGroup, part);
        self.plan.nsgs.push(Nsg {
            id,
            name,
            preset,
            ..Nsg::default()
        });
        if let Some(subnet) = self.plan.subnet_mut(subnet) {
            subnet.nsg = Some(id);
            if preset == NsgPreset::PrivateEndpoints {
                subnet.private_endpoint_policies = NetworkPolicies::NetworkSecurityGroup;
            }
        }
    }

    /// A NAT gateway on some subnets of one VNet.
    pub(crate) fn nat(&mut self, part: &str, subnets: &[SubnetId]) {
        let id = NatGatewayId(self.plan.next_id());
        let name = self.name(NameKind::NatGateway, part);
        self.plan.nat_gateways.push(NatGateway {
            id,
            name,
            ..NatGateway::default()
        });
        for subnet in subnets {
            if let Some(subnet) = self.plan.subnet_mut(*subnet) {
                subnet.nat_gateway = Some(id);
            }
        }
    }

    /// A route table that sends some subnets' traffic through the firewall.
    pub(crate) fn route_through_firewall(&mut self, part: &str, subnets: &[SubnetId]) {
        let id = RouteTableId(self.plan.next_id());
        let name = self.name(NameKind::RouteTable, part);
        self.plan.route_tables.push(RouteTable {
            id,
            name,
            preset: RoutePreset::Firewall,
            ..RouteTable::default()
        });
        for subnet in subnets {
            if let Some(subnet) = self.plan.subnet_mut(*subnet) {
                subnet.route_table = Some(id);
            }
        }
    }

    /// A peering in both directions, without gateways.
    pub(crate) fn peer(&mut self, one: VnetId, other: VnetId) {
        for (from, to) in [(one, other), (other, one)] {
            let id = PeeringId(self.plan.next_id());
            self.plan.peerings.push(Peering {
                id,
                from,
                to,
                allow_vnet_access: true,
                ..Peering::default()
            });
        }
    }

    /// A peering between a hub with firewall and gateway, and a spoke that uses both.
    pub(crate) fn peer_spoke(&mut self, hub: VnetId, spoke: VnetId) {
        self.peer(hub, spoke);
        for peering in &mut self.plan.peerings {
            if peering.from == hub && peering.to == spoke {
                peering.allow_forwarded_traffic = true;
                peering.allow_gateway_transit = true;
            } else if peering.from == spoke && peering.to == hub {
                peering.allow_forwarded_traffic = true;
                peering.use_remote_gateways = true;
            }
        }
    }

    /// A firewall in the `AzureFirewallSubnet` of a VNet.
    pub(crate) fn firewall(&mut self, vnet: VnetId, sku: FirewallSku) {
        let id = FirewallId(self.plan.next_id());
        let name = self.name(NameKind::Firewall, "hub");
        self.plan.firewalls.push(Firewall {
            id,
            name,
            vnet,
            sku,
            ..Firewall::default()
        });
    }

    /// A gateway in the `GatewaySubnet` of a VNet.
    pub(crate) fn gateway(&mut self, vnet: VnetId, kind: GatewayKind) {
        let id = GatewayId(self.plan.next_id());
        let named = match kind {
            GatewayKind::Vpn => NameKind::VpnGateway,
            GatewayKind::ExpressRoute => NameKind::ExpressRouteGateway,
        };
        let name = self.name(named, "hub");
        self.plan.gateways.push(Gateway {
            id,
            name,
            vnet,
            kind,
        });
    }

    /// Bastion and a Windows jump host behind it, each with its subnet and NSG. Gives the jump subnet.
    pub(crate) fn jump_host(&mut self, vnet: VnetId, bastion: &str, jump: &str) -> SubnetId {
        let bastion_subnet =
            self.subnet(vnet, SubnetPurpose::Bastion, "AzureBastionSubnet", bastion);
        let jump_subnet = self.subnet(vnet, SubnetPurpose::VirtualMachines, "snet-jump", jump);
        self.guard(bastion_subnet, "bastion", NsgPreset::Bastion);
        self.guard(jump_subnet, "jump", NsgPreset::JumpHost);

        let id = BastionId(self.plan.next_id());
        let name = self.name(NameKind::Bastion, "");
        self.plan.bastions.push(Bastion {
            id,
            name,
            vnet,
            ..Bastion::default()
        });

        let id = JumpHostId(self.plan.next_id());
        let name = generate(
            NameKind::WindowsVirtualMachine,
            &[&self.plan.basics.workload, "jump"],
        );
        self.plan.jump_hosts.push(JumpHost {
            id,
            name,
            subnet: Some(jump_subnet),
            os: OperatingSystem::Windows,
            vm_size: JUMP_SIZE.to_owned(),
        });
        jump_subnet
    }
}
