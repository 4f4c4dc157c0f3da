//! What stands at the other end of a flow in a plan: endpoints, hosts, servers, machines.

use super::groups::Group;
use crate::azure::clouds::suffixes;
use crate::azure::outbound;
use crate::azure::platform;
use crate::azure::private_dns_zones::public_suffix;
use crate::azure::required_flows::{Flow, Other};
use crate::domain::{
    AddressText, OperatingSystem, Plan, PrivateEndpoint, PrivateEndpointKind, StorageId, SubnetId,
    VnetId, ZoneKind,
};
use crate::flow::{Party, region, regional};
use crate::topology::connected;

/// One thing at the other end; several parties are asked as one, and the worst answer counts.
pub(super) struct Ends {
    /// In words.
    pub(super) name: String,
    pub(super) parties: Vec<Party>,
}

impl Ends {
    fn one(name: impl Into<String>, party: Party) -> Self {
        Self {
            name: name.into(),
            parties: vec![party],
        }
    }

    fn tag(tag: &str) -> Self {
        Self::one(tag, Party::Tag(tag.to_owned()))
    }
}

/// The other ends of a flow; none if the plan has nothing of that kind.
pub(super) fn of(plan: &Plan, group: &Group, stated: &Flow) -> Vec<Ends> {
    let home = group
        .subnet
        .and_then(|subnet| plan.vnet_of(subnet))
        .map(|vnet| vnet.id);
    match stated.other {
        Other::Tag(tag) => vec![Ends::tag(tag)],
        Other::Regional(tag) => vec![Ends::tag(&regional(tag, region(plan)))],
        Other::Service(kind) => service(plan, home, kind).into_iter().collect(),
        Other::DataAccounts => data_accounts(plan, home),
        Other::Hosts(fact, need) => {
            let mut ends = hosts(plan, stated, |row| (row.fact, row.need) == (fact, need));
            if private_api(plan, group) {
                let api = suffixes(plan.basics.cloud).value.aks_api;
                for ends in &mut ends {
                    ends.parties.retain(|party| !is_below(party, api));
                }
            }
            ends
        }
        Other::Dns => servers(plan, home),
        Other::Itself => group
            .subnet
            .map(|subnet| machines(plan, subnet))
            .into_iter()
            .collect(),
        Other::Pods => pods(plan, group),
        Other::ApiServer => group
            .aks
            .and_then(|id| plan.aks_cluster(id)?.api_server_subnet)
            .map(|subnet| machines(plan, subnet))
            .into_iter()
            .collect(),
        Other::LinuxHosts => logins(plan, home, |os| os != OperatingSystem::Windows),
        Other::WindowsHosts => logins(plan, home, |os| os == OperatingSystem::Windows),
    }
}

/// Whether the nodes reach their API server inside the network: by the endpoint or the subnet that AKS gives
/// it, under a name that AKS looks after (AKS-40).
fn private_api(plan: &Plan, group: &Group) -> bool {
    let aks = group.aks.and_then(|id| plan.aks_cluster(id));
    aks.is_some_and(|aks| aks.private_cluster || aks.api_server_subnet.is_some())
}

fn is_below(party: &Party, suffix: &str) -> bool {
    matches!(party, Party::Host(host) if host.ends_with(suffix))
}

fn machines(plan: &Plan, subnet: SubnetId) -> Ends {
    let name = plan.subnet(subnet).map_or("", |subnet| subnet.name.trim());
    let party = Party::Machines {
        subnet,
        public_ip: false,
    };
    Ends::one(name, party)
}

/// The endpoint that a machine in a VNet uses: in its own VNet, in a connected one, or the first.
fn nearest<'a>(
    plan: &Plan,
    home: Option<VnetId>,
    endpoints: impl Iterator<Item = &'a PrivateEndpoint>,
) -> Option<&'a PrivateEndpoint> {
    endpoints.min_by_key(|endpoint| {
        let vnet = endpoint.subnet.and_then(|subnet| plan.vnet_of(subnet));
        match home.zip(vnet) {
            Some((home, vnet)) if home == vnet.id => 0,
            Some((home, vnet)) if connected(plan, home, vnet.id) => 1,
            _ => 2,
        }
    })
}

fn endpoint(endpoint: &PrivateEndpoint) -> Ends {
    let name = match endpoint.name.trim() {
        "" => "the unnamed private endpoint",
        name => name,
    };
    Ends::one(name, Party::PrivateEndpoint(endpoint.id))
}

/// A service of the workspace, by its endpoint or by its public name.
fn service(plan: &Plan, home: Option<VnetId>, kind: PrivateEndpointKind) -> Option<Ends> {
    let default = plan.default_storage().map(|account| account.id);
    let own = plan.endpoints_of(kind).filter(|endpoint| {
        kind.storage_service().is_none()
            || endpoint.storage.is_none()
            || endpoint.storage == default
    });
    if let Some(found) = nearest(plan, home, own) {
        return Some(endpoint(found));
    }
    let host = public_name(plan, kind)?;
    Some(Ends::one(host.clone(), Party::Host(host)))
}

/// The public name of a service; `None` while it has no name, or none of its own.
fn public_name(plan: &Plan, kind: PrivateEndpointKind) -> Option<String> {
    let cloud = plan.basics.cloud;
    let account = || Some(plan.default_storage()?.name.trim());
    let (label, zone) = match kind {
        PrivateEndpointKind::Workspace => {
            let api = suffixes(cloud).value.ml_api;
            let region = region(plan).to_ascii_lowercase();
            return (!region.is_empty()).then(|| format!("*.workspace.{region}.{api}"));
        }
        PrivateEndpointKind::Blob => (account()?, ZoneKind::Blob),
        PrivateEndpointKind::File => (account()?, ZoneKind::File),
        PrivateEndpointKind::Queue => (account()?, ZoneKind::Queue),
        PrivateEndpointKind::Table => (account()?, ZoneKind::Table),
        PrivateEndpointKind::Dfs => (account()?, ZoneKind::Dfs),
        PrivateEndpointKind::KeyVault => (plan.workspace.key_vault.name.trim(), ZoneKind::KeyVault),
        PrivateEndpointKind::Registry => (
            plan.workspace.registry.as_ref()?.name.trim(),
            ZoneKind::Registry,
        ),
        PrivateEndpointKind::Monitor => return None,
    };
    let suffix = public_suffix(zone, cloud);
    (!label.is_empty()).then(|| format!("{}.{suffix}", label.to_ascii_lowercase()))
}

/// The nearest endpoint of each service of each account that is not the workspace's own.
fn data_accounts(plan: &Plan, home: Option<VnetId>) -> Vec<Ends> {
    let default = plan.default_storage().map(|account| account.id);
    let mut services: Vec<(StorageId, PrivateEndpointKind)> = Vec::new();
    for endpoint in &plan.private_endpoints {
        if let Some(account) = endpoint.storage.filter(|account| Some(*account) != default)
            && !services.contains(&(account, endpoint.kind))
        {
            services.push((account, endpoint.kind));
        }
    }
    let nearest_of = |(account, kind): &(StorageId, PrivateEndpointKind)| {
        let of_account = plan
            .endpoints_of(*kind)
            .filter(|endpoint| endpoint.storage == Some(*account));
        nearest(plan, home, of_account).map(endpoint)
    };
    services.iter().filter_map(nearest_of).collect()
}

/// The hosts of each row of the list that has the flow's port.
fn hosts(plan: &Plan, stated: &Flow, wanted: impl Fn(&outbound::Destination) -> bool) -> Vec<Ends> {
    let port = stated.ports.first();
    outbound::all()
        .filter(|row| wanted(row) && port.is_none_or(|port| row.ports.contains(port)))
        .map(|row| Ends {
            name: row.purpose.to_owned(),
            parties: row
                .hosts(plan.basics.cloud, region(plan))
                .into_iter()
                .map(Party::Host)
                .collect(),
        })
        .collect()
}

/// The servers that machines of a VNet ask: its own, or Azure's.
fn servers(plan: &Plan, home: Option<VnetId>) -> Vec<Ends> {
    let vnet = home.and_then(|id| plan.vnet(id));
    let own: Vec<Ends> = vnet
        .into_iter()
        .flat_map(|vnet| &vnet.dns_servers)
        .filter_map(AddressText::address)
        .map(|server| Ends::one(format!("DNS server {server}"), Party::Address(server)))
        .collect();
    if !own.is_empty() {
        return own;
    }
    vec![Ends::one("Azure DNS", Party::Address(platform::HOST.value))]
}

/// Subnets of the pods of nodes. Pods of an overlay are not asked about: no page says whether the tag
/// `VirtualNetwork` of the default rules covers their range, so every answer would be a guess (AKS-6).
fn pods(plan: &Plan, group: &Group) -> Vec<Ends> {
    let aks = group.aks.and_then(|id| plan.aks_cluster(id));
    let mut subnets: Vec<SubnetId> = Vec::new();
    for pool in aks
        .filter(|aks| aks.uses_pod_subnet())
        .into_iter()
        .flat_map(|aks| &aks.pools)
    {
        if let Some(subnet) = pool.pod_subnet.filter(|_| pool.node_subnet == group.subnet)
            && !subnets.contains(&subnet)
        {
            subnets.push(subnet);
        }
    }
    subnets
        .into_iter()
        .map(|subnet| machines(plan, subnet))
        .collect()
}

/// Subnets of jump hosts that a Bastion in a VNet reaches.
fn logins(
    plan: &Plan,
    home: Option<VnetId>,
    wanted: impl Fn(OperatingSystem) -> bool,
) -> Vec<Ends> {
    let mut subnets: Vec<SubnetId> = Vec::new();
    for host in plan.jump_hosts.iter().filter(|host| wanted(host.os)) {
        let Some(subnet) = host.subnet.filter(|subnet| !subnets.contains(subnet)) else {
            continue;
        };
        let vnet = plan.vnet_of(subnet).map(|vnet| vnet.id);
        if home
            .zip(vnet)
            .is_some_and(|(home, vnet)| connected(plan, home, vnet))
        {
            subnets.push(subnet);
        }
    }
    subnets
        .into_iter()
        .map(|subnet| machines(plan, subnet))
        .collect()
}
