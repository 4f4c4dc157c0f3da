//! Every address prefix and every address that a person wrote somewhere in the plan.
//!
//! The one list of such places: a rule about prefixes as such walks it and needs to know neither the fields
//! nor how to write to them. Fields that mean nothing in the present plan (the pod CIDR of a cluster whose
//! pods use a subnet) are left out.

use crate::domain::{
    AddressText, AksId, FirewallId, Item, NextHop, Plan, PrefixText, PrivateEndpointId, RouteId,
    Subject, SubnetId, VnetId,
};

/// A place of the plan that holds an address prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrefixPlace {
    /// An entry of a VNet's address space.
    AddressSpace(VnetId, usize),
    /// The prefix of a subnet; blank means “size for me”.
    Subnet(SubnetId),
    /// A range in use on-premises.
    OnPremises(usize),
    /// The Kubernetes service range of an AKS cluster.
    ServiceCidr(AksId),
    /// The pod range of an AKS cluster.
    PodCidr(AksId),
    /// A range outside the plan that may reach the API server of an AKS cluster.
    Authorized(AksId, usize),
}

impl PrefixPlace {
    /// The field, as findings name it.
    pub fn subject(self) -> Subject {
        match self {
            Self::AddressSpace(id, index) => Item::Vnet(id).entry("address_space", index),
            Self::Subnet(id) => Item::Subnet(id).field("prefix"),
            Self::OnPremises(index) => Item::OnPremises.entry("prefixes", index),
            Self::ServiceCidr(id) => Item::Aks(id).field("service_cidr"),
            Self::PodCidr(id) => Item::Aks(id).field("pod_cidr"),
            Self::Authorized(id, index) => Item::Aks(id).entry("authorized_ranges", index),
        }
    }

    /// Writes another text there.
    pub fn write(self, plan: &mut Plan, text: PrefixText) {
        let field = match self {
            Self::AddressSpace(id, index) => plan
                .vnet_mut(id)
                .and_then(|vnet| vnet.address_space.get_mut(index)),
            Self::Subnet(id) => plan.subnet_mut(id).map(|subnet| &mut subnet.prefix),
            Self::OnPremises(index) => plan.on_premises.prefixes.get_mut(index),
            Self::ServiceCidr(id) => plan.aks_cluster_mut(id).map(|aks| &mut aks.service_cidr),
            Self::PodCidr(id) => plan.aks_cluster_mut(id).map(|aks| &mut aks.pod_cidr),
            Self::Authorized(id, index) => plan
                .aks_cluster_mut(id)
                .and_then(|aks| aks.authorized_ranges.get_mut(index)),
        };
        if let Some(field) = field {
            *field = text;
        }
    }

    /// Takes the entry out of its list; a field that is no list becomes blank.
    pub fn clear(self, plan: &mut Plan) {
        match self {
            Self::AddressSpace(id, index) => {
                if let Some(vnet) = plan.vnet_mut(id) {
                    remove_at(&mut vnet.address_space, index);
                }
            }
            Self::OnPremises(index) => remove_at(&mut plan.on_premises.prefixes, index),
            Self::Authorized(id, index) => {
                if let Some(aks) = plan.aks_cluster_mut(id) {
                    remove_at(&mut aks.authorized_ranges, index);
                }
            }
            Self::Subnet(_) | Self::ServiceCidr(_) | Self::PodCidr(_) => {
                self.write(plan, PrefixText::default());
            }
        }
    }
}

/// A place of the plan that holds one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressPlace {
    /// A custom DNS server of a VNet.
    DnsServer(VnetId, usize),
    /// The fixed address of a private endpoint.
    PrivateEndpoint(PrivateEndpointId),
    /// The private address of a firewall.
    Firewall(FirewallId),
    /// The appliance that a route sends packets to.
    NextHop(RouteId),
    /// The DNS service address of an AKS cluster.
    DnsService(AksId),
}

impl AddressPlace {
    /// The field, as findings name it.
    pub fn subject(self) -> Subject {
        match self {
            Self::DnsServer(id, index) => Item::Vnet(id).entry("dns_servers", index),
            Self::PrivateEndpoint(id) => Item::PrivateEndpoint(id).field("static_address"),
            Self::Firewall(id) => Item::Firewall(id).field("private_address"),
            Self::NextHop(id) => Item::Route(id).field("next_hop_address"),
            Self::DnsService(id) => Item::Aks(id).field("dns_service_ip"),
        }
    }

    /// Writes another text there.
    pub fn write(self, plan: &mut Plan, text: AddressText) {
        let field = match self {
            Self::DnsServer(id, index) => plan
                .vnet_mut(id)
                .and_then(|vnet| vnet.dns_servers.get_mut(index)),
            Self::PrivateEndpoint(id) => plan
                .private_endpoint_mut(id)
                .map(|endpoint| &mut endpoint.static_address),
            Self::Firewall(id) => plan
                .firewalls
                .iter_mut()
                .find(|firewall| firewall.id == id)
                .map(|firewall| &mut firewall.private_address),
            Self::NextHop(id) => plan
                .route_tables
                .iter_mut()
                .flat_map(|table| &mut table.routes)
                .find(|route| route.id == id)
                .map(|route| &mut route.next_hop_address),
            Self::DnsService(id) => plan.aks_cluster_mut(id).map(|aks| &mut aks.dns_service_ip),
        };
        if let Some(field) = field {
            *field = text;
        }
    }

    /// Takes the entry out of its list; a field that is no list becomes blank.
    pub fn clear(self, plan: &mut Plan) {
        if let Self::DnsServer(id, index) = self {
            if let Some(vnet) = plan.vnet_mut(id) {
                remove_at(&mut vnet.dns_servers, index);
            }
        } else {
            self.write(plan, AddressText::default());
        }
    }
}

fn remove_at<T>(list: &mut Vec<T>, index: usize) {
    if index < list.len() {
        list.remove(index);
    }
}

/// Every address prefix that the plan has a field for, blank ones included, in the plan's order.
pub fn written_prefixes(plan: &Plan) -> impl Iterator<Item = (PrefixPlace, &PrefixText)> {
    let vnets = plan.vnets.iter().flat_map(|vnet| {
        let space = vnet
            .address_space
            .iter()
            .enumerate()
            .map(|(index, text)| (PrefixPlace::AddressSpace(vnet.id, index), text));
        let subnets = vnet
            .subnets
            .iter()
            .map(|subnet| (PrefixPlace::Subnet(subnet.id), &subnet.prefix));
        space.chain(subnets)
    });
    let on_premises = plan
        .on_premises
        .prefixes
        .iter()
        .enumerate()
        .map(|(index, text)| (PrefixPlace::OnPremises(index), text));
    let aks = plan.aks.iter().flat_map(|aks| {
        let pods = aks
            .uses_pod_cidr()
            .then_some((PrefixPlace::PodCidr(aks.id), &aks.pod_cidr));
        let authorized = aks.authorized_ranges.iter().enumerate();
        [(PrefixPlace::ServiceCidr(aks.id), &aks.service_cidr)]
            .into_iter()
            .chain(pods)
            .chain(authorized.map(|(index, text)| (PrefixPlace::Authorized(aks.id, index), text)))
    });
    vnets.chain(on_premises).chain(aks)
}

/// Every single address that the plan has a field for, blank ones included, in the plan's order.
pub fn written_addresses(plan: &Plan) -> impl Iterator<Item = (AddressPlace, &AddressText)> {
    let dns = plan.vnets.iter().flat_map(|vnet| {
        vnet.dns_servers
            .iter()
            .enumerate()
            .map(|(index, text)| (AddressPlace::DnsServer(vnet.id, index), text))
    });
    let next_hops = plan
        .route_tables
        .iter()
        .flat_map(|table| &table.routes)
        .filter(|route| route.next_hop == NextHop::VirtualAppliance)
        .map(|route| (AddressPlace::NextHop(route.id), &route.next_hop_address));
    let firewalls = plan.firewalls.iter().map(|firewall| {
        (
            AddressPlace::Firewall(firewall.id),
            &firewall.private_address,
        )
    });
    let endpoints = plan.private_endpoints.iter().map(|endpoint| {
        (
            AddressPlace::PrivateEndpoint(endpoint.id),
            &endpoint.static_address,
        )
    });
    let aks = plan
        .aks
        .iter()
        .map(|aks| (AddressPlace::DnsService(aks.id), &aks.dns_service_ip));
    dns.chain(next_hops)
        .chain(firewalls)
        .chain(endpoints)
        .chain(aks)
}
