//! Networks, what stands in them, and security groups.

record! { Vnet "A virtual network." {
    id: "Identity of the VNet.",
    name: "Name.",
    role: "What the VNet is for.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
    region: "Region; empty means the plan's region.",
    resource_group: "Resource group; empty means the plan's resource group.",
    subscription_id: "Subscription id; empty means the plan's subscription.",
    address_space: "Address prefixes, such as 10.20.0.0/16.",
    dns_servers: "Custom DNS servers; an empty list means Azure-provided DNS.",
    subnets: "Subnets.",
}}

record! { Subnet "A subnet." {
    id: "Identity of the subnet, unique over all VNets.",
    name: "Name.",
    purpose: "What the subnet is for.",
    placement: "Create it, or use one that exists in an existing VNet.",
    prefix: "Address prefix, such as 10.20.1.0/24; empty means that the app finds size and place.",
    used_addresses: "Addresses that things outside the plan use already.",
    nsg: "Id of the NSG of the subnet.",
    route_table: "Id of the route table of the subnet.",
    nat_gateway: "Id of the NAT gateway of the subnet.",
    delegation: "Service that the subnet is delegated to; empty for none.",
    service_endpoints: "Service endpoints.",
    private_endpoint_policies: "Network policies for private endpoints.",
    default_outbound_access: "Whether Azure's default outbound access is left on.",
}}

record! { Peering "One direction of a VNet peering." {
    id: "Identity of the peering.",
    name: "Name; empty means the generated one.",
    from: "Id of the VNet that owns this peering; null if not chosen yet.",
    to: "Id of the VNet at the other end; null if not chosen yet.",
    allow_vnet_access: "Whether the two VNets can reach each other.",
    allow_forwarded_traffic: "Whether traffic that did not start in the other VNet is accepted.",
    allow_gateway_transit: "Whether the other VNet may use this VNet's gateway.",
    use_remote_gateways: "Whether this VNet uses the other one's gateway.",
}}

record! { OnPremises "The networks outside Azure that the plan has to live with." {
    link: "How they are joined.",
    prefixes: "Address prefixes in use there.",
}}

record! { Nsg "A network security group." {
    id: "Identity of the NSG.",
    name: "Name.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
    preset: "Rules that are generated from what the subnets carry, before the own rules.",
    deny_internet: "For presets: whether all other traffic to the internet is denied.",
    rules: "Own rules.",
}}

record! { SecurityRule "A security rule. In lists, * means any." {
    id: "Identity of the security rule, unique over all NSGs.",
    name: "Name.",
    priority: "Priority; lower numbers are looked at first.",
    direction: "Which way the rule looks.",
    access: "What it does with a match.",
    protocol: "Protocol.",
    sources: "Source prefixes, addresses or one service tag.",
    source_ports: "Source ports or port ranges.",
    destinations: "Destination prefixes, addresses or one service tag.",
    destination_ports: "Destination ports or port ranges.",
    description: "Why the rule exists.",
}}

record! { RouteTable "A route table." {
    id: "Identity of the route table.",
    name: "Name.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
    preset: "Routes that are generated from the plan.",
    routes: "Own routes.",
    disable_bgp_propagation: "Whether gateway routes are kept away from the subnets.",
}}

record! { Route "A user-defined route." {
    id: "Identity of the route, unique over all route tables.",
    name: "Name.",
    destination: "Address prefix or service tag.",
    next_hop: "Where it sends packets.",
    next_hop_address: "Private address of the appliance, for virtual_appliance.",
}}

record! { NatGateway "A NAT gateway with one public IP address." {
    id: "Identity of the NAT gateway.",
    name: "Name.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
}}

record! { Firewall "An Azure Firewall in a VNet." {
    id: "Identity of the firewall.",
    name: "Name.",
    vnet: "Id of the VNet that it stands in; null if not chosen yet.",
    sku: "Tier.",
    forced_tunnelling: "Whether its own traffic is tunnelled on, which needs a management NIC.",
    private_address: "Its private address; empty means the first usable one of its subnet.",
}}

record! { Gateway "A virtual network gateway." {
    id: "Identity of the gateway.",
    name: "Name.",
    vnet: "Id of the VNet that it stands in; null if not chosen yet.",
    kind: "Kind.",
}}

record! { Bastion "An Azure Bastion host." {
    id: "Identity of the Bastion host.",
    name: "Name.",
    vnet: "Id of the VNet that it stands in; null if not chosen yet.",
    sku: "Tier.",
}}

record! { JumpHost "A virtual machine from which people or agents reach the workspace." {
    id: "Identity of the jump host.",
    name: "Name.",
    subnet: "Id of the subnet of its network interface.",
    os: "Operating system.",
    vm_size: "VM size.",
}}
