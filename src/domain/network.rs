//! VNets, subnets, peerings, routes and what stands in or around them.

use super::{
    AddressText, BastionId, FirewallId, GatewayId, JumpHostId, NatGatewayId, NsgId,
    OperatingSystem, PeeringId, PrefixText, RouteId, RouteTableId, SubnetId, VnetId,
};

words! {
    /// Whether the plan creates a resource or uses one that exists.
    pub enum Placement {
        /// Created by the exported configuration.
        New = "new" : "Create new",
        /// Referenced by resource id; never created or changed.
        Existing = "existing" : "Use existing",
    }
}

words! {
    /// What a VNet is for.
    pub enum VnetRole {
        /// Carries the workspace's private endpoints and computes.
        Workspace = "workspace" : "Workspace",
        /// Carries the jump host from which people reach the workspace.
        JumpHost = "jump_host" : "Jump host",
        /// Carries shared services: firewall, gateway, DNS.
        Hub = "hub" : "Hub",
        /// Anything else.
        Other = "other" : "Other",
    }
}

/// A virtual network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vnet {
    /// Identity.
    pub id: VnetId,
    /// Name as typed.
    pub name: String,
    /// What it is for.
    pub role: VnetRole,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Region; blank means the plan's region.
    pub region: String,
    /// Resource group; blank means the plan's resource group.
    pub resource_group: String,
    /// Subscription id; blank means the plan's subscription.
    pub subscription_id: String,
    /// Address prefixes as typed.
    pub address_space: Vec<PrefixText>,
    /// Custom DNS servers; empty means Azure-provided DNS.
    pub dns_servers: Vec<AddressText>,
    /// Subnets in the order in which the person arranged them.
    pub subnets: Vec<Subnet>,
}

words! {
    /// What a subnet is for.
    pub enum SubnetPurpose {
        /// Azure ML compute clusters, instances and serverless nodes.
        Training = "training" : "ML compute",
        /// Private endpoints.
        PrivateEndpoints = "private_endpoints" : "Private endpoints",
        /// AKS nodes (and pods, with Azure CNI node subnet).
        AksNodes = "aks_nodes" : "AKS nodes",
        /// AKS pods, with Azure CNI pod subnet.
        AksPods = "aks_pods" : "AKS pods",
        /// AKS API server, with API Server VNet Integration.
        AksApiServer = "aks_api_server" : "AKS API server",
        /// Jump-host and other virtual machines.
        VirtualMachines = "virtual_machines" : "Virtual machines",
        /// Azure Bastion; the name is set by Azure.
        Bastion = "bastion" : "Azure Bastion",
        /// VPN or `ExpressRoute` gateway; the name is set by Azure.
        Gateway = "gateway" : "Gateway",
        /// Azure Firewall; the name is set by Azure.
        Firewall = "firewall" : "Azure Firewall",
        /// Azure Firewall's management NIC; the name is set by Azure.
        FirewallManagement = "firewall_management" : "Firewall management",
        /// Azure Route Server; the name is set by Azure.
        RouteServer = "route_server" : "Route Server",
        /// Anything else.
        Other = "other" : "Other",
    }
}

words! {
    /// Which network policies apply to the private endpoints of a subnet.
    pub enum NetworkPolicies {
        /// Neither NSGs nor routes apply to private endpoints.
        Disabled = "disabled" : "Disabled",
        /// Both apply.
        Enabled = "enabled" : "NSG and route table",
        /// NSGs apply.
        NetworkSecurityGroup = "nsg" : "NSG only",
        /// Route tables apply.
        RouteTable = "route_table" : "Route table only",
    }
}

/// A subnet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subnet {
    /// Identity, unique over all VNets.
    pub id: SubnetId,
    /// Name as typed.
    pub name: String,
    /// What it is for.
    pub purpose: SubnetPurpose,
    /// Create it, or use one that exists in an existing VNet.
    pub placement: Placement,
    /// Address prefix as typed; blank means "size for me".
    pub prefix: PrefixText,
    /// Addresses that are in use already by things outside the plan.
    pub used_addresses: u32,
    /// The NSG of the subnet.
    pub nsg: Option<NsgId>,
    /// The route table of the subnet.
    pub route_table: Option<RouteTableId>,
    /// The NAT gateway of the subnet.
    pub nat_gateway: Option<NatGatewayId>,
    /// Service that the subnet is delegated to, such as `Microsoft.Databricks/workspaces`; blank for none.
    pub delegation: String,
    /// Service endpoints, such as `Microsoft.Storage`.
    pub service_endpoints: Vec<String>,
    /// Policies for private endpoints.
    pub private_endpoint_policies: NetworkPolicies,
    /// Whether Azure's default outbound access is left on.
    pub default_outbound_access: bool,
}

/// One direction of a VNet peering. Traffic flows only when both directions exist.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Peering {
    /// Identity.
    pub id: PeeringId,
    /// Name as typed; blank means the generated one.
    pub name: String,
    /// The VNet that owns this peering.
    pub from: VnetId,
    /// The VNet at the other end.
    pub to: VnetId,
    /// Whether the two VNets can reach each other.
    pub allow_vnet_access: bool,
    /// Whether traffic that did not start in the other VNet is accepted.
    pub allow_forwarded_traffic: bool,
    /// Whether the other VNet may use this VNet's gateway.
    pub allow_gateway_transit: bool,
    /// Whether this VNet uses the other one's gateway.
    pub use_remote_gateways: bool,
}

words! {
    /// How on-premises networks are joined.
    pub enum OnPremisesLink {
        /// Not joined.
        None = "none" : "Not connected",
        /// Site-to-site VPN.
        Vpn = "vpn" : "VPN",
        /// `ExpressRoute`.
        ExpressRoute = "express_route" : "ExpressRoute",
    }
}

/// The networks outside Azure that the plan has to live with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnPremises {
    /// How they are joined.
    pub link: OnPremisesLink,
    /// Address prefixes in use there, as typed.
    pub prefixes: Vec<PrefixText>,
}

words! {
    /// Where a route sends packets.
    pub enum NextHop {
        /// A firewall or other appliance, by its private address.
        VirtualAppliance = "virtual_appliance" : "Virtual appliance",
        /// The internet.
        Internet = "internet" : "Internet",
        /// The VNet's own gateway.
        VirtualNetworkGateway = "vnet_gateway" : "Virtual network gateway",
        /// The VNet itself.
        VnetLocal = "vnet_local" : "Virtual network",
        /// Nowhere: the packet is dropped.
        None = "none" : "None (drop)",
    }
}

words! {
    /// Routes that a route table gets from the plan, before its own.
    pub enum RoutePreset {
        /// None: only the routes written down.
        None = "none" : "Only my routes",
        /// Everything to the plan's firewall, with the exceptions that the computes need.
        Firewall = "firewall" : "Through the firewall",
    }
}

/// A user-defined route.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// Identity.
    pub id: RouteId,
    /// Name as typed.
    pub name: String,
    /// Address prefix or service tag, as typed.
    pub destination: String,
    /// Where it sends packets.
    pub next_hop: NextHop,
    /// The appliance's private address, for [`NextHop::VirtualAppliance`].
    pub next_hop_address: AddressText,
}

/// A route table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteTable {
    /// Identity.
    pub id: RouteTableId,
    /// Name as typed.
    pub name: String,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Routes generated from the plan.
    pub preset: RoutePreset,
    /// Routes written down by the person.
    pub routes: Vec<Route>,
    /// Whether gateway routes are kept away from the subnets.
    pub disable_bgp_propagation: bool,
}

/// A NAT gateway with one public IP address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NatGateway {
    /// Identity.
    pub id: NatGatewayId,
    /// Name as typed.
    pub name: String,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
}

words! {
    /// The tier of an Azure Firewall.
    pub enum FirewallSku {
        /// Standard.
        Standard = "standard" : "Standard",
        /// Basic: always needs a management NIC.
        Basic = "basic" : "Basic",
        /// Premium.
        Premium = "premium" : "Premium",
    }
}

/// An Azure Firewall in a VNet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Firewall {
    /// Identity.
    pub id: FirewallId,
    /// Name as typed.
    pub name: String,
    /// The VNet whose `AzureFirewallSubnet` it stands in.
    pub vnet: VnetId,
    /// Tier.
    pub sku: FirewallSku,
    /// Whether its own traffic is tunnelled on, which needs a management NIC.
    pub forced_tunnelling: bool,
    /// Its private address, as typed; blank means the first usable one of its subnet.
    pub private_address: AddressText,
}

words! {
    /// The kind of a virtual network gateway.
    pub enum GatewayKind {
        /// VPN gateway.
        Vpn = "vpn" : "VPN",
        /// `ExpressRoute` gateway.
        ExpressRoute = "express_route" : "ExpressRoute",
    }
}

/// A virtual network gateway.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gateway {
    /// Identity.
    pub id: GatewayId,
    /// Name as typed.
    pub name: String,
    /// The VNet whose `GatewaySubnet` it stands in.
    pub vnet: VnetId,
    /// Kind.
    pub kind: GatewayKind,
}

words! {
    /// The tier of an Azure Bastion host.
    pub enum BastionSku {
        /// Standard.
        Standard = "standard" : "Standard",
        /// Basic.
        Basic = "basic" : "Basic",
        /// Premium.
        Premium = "premium" : "Premium",
    }
}

/// An Azure Bastion host.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bastion {
    /// Identity.
    pub id: BastionId,
    /// Name as typed.
    pub name: String,
    /// The VNet whose `AzureBastionSubnet` it stands in.
    pub vnet: VnetId,
    /// Tier.
    pub sku: BastionSku,
}

/// A virtual machine from which people (or self-hosted agents) reach the workspace. It has no public IP.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JumpHost {
    /// Identity.
    pub id: JumpHostId,
    /// Name as typed.
    pub name: String,
    /// The subnet of its network interface.
    pub subnet: Option<SubnetId>,
    /// Operating system.
    pub os: OperatingSystem,
    /// VM size, such as `Standard_D4s_v5`.
    pub vm_size: String,
}
