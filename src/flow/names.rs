//! Name resolution: which address a client gets for the name of a service, and why.
//!
//! A name leads to a private endpoint only if the client's DNS finds the private zone: by a link of its VNet,
//! or by servers that forward (DNS-23, DNS-25). In every other case it gets the public address, and the
//! request goes past the endpoint. Absent: public addresses themselves; this tool asks no DNS.

use super::same_name;
use crate::azure::private_dns_zones::{
    AZURE_DNS, public_suffix, workspace_suffixes, zone_name, zones_for,
};
use crate::domain::{
    AddressText, DnsMode, Plan, PrefixText, PrivateDnsZone, PrivateEndpoint, PrivateEndpointId,
    PrivateEndpointKind, Vnet, VnetId, Word, ZoneId, ZoneKind,
};

/// Who asks for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// A machine in this VNet.
    Vnet(VnetId),
    /// A machine on-premises.
    OnPremises,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name<'a> {
    /// A host name.
    Host(&'a str),
    /// The service behind endpoints of this kind.
    Kind(PrivateEndpointKind),
    /// The service behind one endpoint.
    Endpoint(PrivateEndpointId),
}

/// What a name leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// The address of a private endpoint.
    Private,
    /// A public address.
    Public,
    /// No address: the zone that answers has no record of it.
    Missing,
    /// That cannot be known offline.
    Unknown,
}

/// The answer to a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// What the name leads to.
    pub address: Address,
    /// The endpoints that hold the private address; empty unless there is one.
    pub endpoints: Vec<PrivateEndpointId>,
    /// The zone that answers, or that should.
    pub zone: Option<ZoneId>,
    /// Why, as a sentence for a person.
    pub why: String,
}

/// The address that a client gets for a name.
pub fn resolve(plan: &Plan, client: Client, name: Name<'_>) -> Resolution {
    let kinds: &[ZoneKind];
    let endpoints: Vec<&PrivateEndpoint>;
    match name {
        Name::Kind(kind) => {
            kinds = zones_for(kind);
            endpoints = plan.endpoints_of(kind).collect();
        }
        Name::Endpoint(id) => {
            let Some(endpoint) = plan.private_endpoint(id) else {
                return Resolution::new(Address::Unknown, "The plan has no such private endpoint.");
            };
            kinds = zones_for(endpoint.kind);
            endpoints = vec![endpoint];
        }
        Name::Host(host) => {
            let host = tidied(host);
            let Some(found) = Served::find(plan, &host) else {
                return public_name(plan, &host);
            };
            kinds = found.zones;
            endpoints = found.endpoints(plan);
        }
    }
    if endpoints.is_empty() {
        let why = "No private endpoint of the plan answers to this name, so it leads to the public address.";
        return Resolution::new(Address::Public, why);
    }
    let mut answer = match asking(plan, client, kinds) {
        Ok(vnet) => linked(plan, vnet, kinds),
        Err(answer) => answer,
    };
    if answer.address == Address::Private {
        answer.endpoints = endpoints.iter().map(|endpoint| endpoint.id).collect();
    }
    answer
}

impl Resolution {
    fn new(address: Address, why: impl Into<String>) -> Self {
        Self {
            address,
            endpoints: Vec::new(),
            zone: None,
            why: why.into(),
        }
    }
}

/// The answer outside the networks of the plan.
pub(super) fn from_outside() -> Resolution {
    let why = "On the internet the name leads to the public address.";
    Resolution::new(Address::Public, why)
}

/// Whether the public endpoint of a service of the plan answers under this name; `None` if the name is not
/// that of a service of the plan.
pub(super) fn public_access(plan: &Plan, host: &str) -> Option<bool> {
    let served = Served::find(plan, &tidied(host))?;
    let workspace = &plan.workspace;
    match served.kind {
        _ if served.label == "*" => None,
        PrivateEndpointKind::Workspace => Some(workspace.public_network_access),
        PrivateEndpointKind::Monitor => None,
        PrivateEndpointKind::KeyVault => served
            .is_own(&workspace.key_vault.name)
            .then_some(workspace.key_vault.public_network_access),
        PrivateEndpointKind::Registry => workspace
            .registry
            .as_ref()
            .filter(|registry| served.is_own(&registry.name))
            .map(|registry| registry.public_network_access),
        _ => plan
            .storage
            .iter()
            .find(|account| served.is_own(&account.name))
            .map(|account| account.public_network_access),
    }
}

/// A host name in the form in which names are compared.
pub(super) fn tidied(host: &str) -> String {
    host.trim().trim_end_matches('.').to_ascii_lowercase()
}

/// A name that no private endpoint stands behind.
fn public_name(plan: &Plan, host: &str) -> Resolution {
    let aks = public_suffix(ZoneKind::AksApi, plan.basics.cloud);
    if below(host, &aks) && plan.aks.iter().any(|cluster| cluster.private_cluster) {
        let why =
            "AKS makes and links the zone of a private cluster itself; the plan does not know it.";
        return Resolution::new(Address::Unknown, why);
    }
    let why =
        "No private endpoint of the plan answers to this name, so it leads to the public address.";
    Resolution::new(Address::Public, why)
}

/// The service of the plan behind a host name.
struct Served {
    kind: PrivateEndpointKind,
    /// The zones that the name is looked up in.
    zones: &'static [ZoneKind],
    /// The first label of the name: an account, a vault, a registry; `*` for any.
    label: String,
}

impl Served {
    fn find(plan: &Plan, host: &str) -> Option<Self> {
        let cloud = plan.basics.cloud;
        let label = host.split('.').next().unwrap_or_default().to_owned();
        let named = |kind, zones| Self {
            kind,
            zones,
            label: label.clone(),
        };
        for kind in PrivateEndpointKind::ALL {
            let zones = zones_for(*kind);
            for (index, zone) in zones.iter().enumerate() {
                // Azure Monitor also registers in the zone of Blob, for accounts that are Microsoft's.
                if *zone == ZoneKind::Blob && *kind == PrivateEndpointKind::Monitor {
                    continue;
                }
                let private = zone_name(*zone, cloud, &plan.basics.region);
                let suffix = public_suffix(*zone, cloud);
                if below(host, &private)
                    || below(host, &suffix) && !is_regional(host, &suffix, *zone)
                {
                    return Some(named(*kind, zones.get(index..=index)?));
                }
            }
        }
        let others = workspace_suffixes(cloud);
        let kind = PrivateEndpointKind::Workspace;
        let workspace = others.iter().any(|suffix| below(host, suffix));
        workspace.then(|| named(kind, zones_for(kind)))
    }

    /// True if a service of the plan has this name.
    fn is_own(&self, name: &str) -> bool {
        self.label == "*" || !name.trim().is_empty() && same_name(name, &self.label)
    }

    /// The endpoints of the service, if the name is that of the plan's own.
    fn endpoints<'a>(&self, plan: &'a Plan) -> Vec<&'a PrivateEndpoint> {
        let own = match self.kind {
            PrivateEndpointKind::KeyVault => self.is_own(&plan.workspace.key_vault.name),
            PrivateEndpointKind::Registry => {
                let registry = plan.workspace.registry.as_ref();
                registry.is_some_and(|registry| self.is_own(&registry.name))
            }
            _ => true,
        };
        plan.endpoints_of(self.kind)
            .filter(|endpoint| {
                let account = endpoint.storage.and_then(|id| plan.storage_account(id));
                own && (self.kind.storage_service().is_none()
                    || account.is_some_and(|account| self.is_own(&account.name)))
            })
            .collect()
    }
}

/// True for `westeurope.api.azureml.ms`: the API of a region, which belongs to no workspace (DNS-20).
fn is_regional(host: &str, suffix: &str, zone: ZoneKind) -> bool {
    let labels = host
        .strip_suffix(suffix)
        .map(|rest| rest.trim_end_matches('.'));
    zone == ZoneKind::WorkspaceApi
        && labels.is_some_and(|label| label != "*" && !label.contains('.'))
}

/// True if a host name lies below a suffix.
fn below(host: &str, suffix: &str) -> bool {
    host.strip_suffix(suffix)
        .is_some_and(|rest| rest.ends_with('.'))
}

/// The VNet whose links answer for the client, or the answer where its servers decide.
fn asking<'a>(plan: &'a Plan, client: Client, kinds: &[ZoneKind]) -> Result<&'a Vnet, Resolution> {
    let vnet = match client {
        Client::OnPremises => return Err(by_servers(plan, "On-premises machines", kinds)),
        Client::Vnet(id) => plan
            .vnet(id)
            .ok_or_else(|| Resolution::new(Address::Unknown, "The plan has no such VNet."))?,
    };
    let written = vnet.dns_servers.iter().filter(|server| !server.is_blank());
    let own: Vec<_> = written
        .filter(|server| server.as_str().trim() != AZURE_DNS.value)
        .collect();
    let elsewhere =
        plan.dns.mode == DnsMode::Custom && vnet.dns_servers.iter().all(AddressText::is_blank);
    if own.is_empty() && !elsewhere {
        return Ok(vnet);
    }
    let answer = by_servers(plan, &format!("Machines in {}", vnet.name.trim()), kinds);
    if answer.address != Address::Private {
        return Err(answer);
    }
    // Servers in a VNet of the plan forward from there, so the links of that VNet count (DNS-25).
    let hosts = own.iter().filter_map(|server| {
        let address = server.address()?;
        plan.vnets.iter().find(|vnet| {
            let mut space = vnet.address_space.iter().filter_map(PrefixText::prefix);
            space.any(|prefix| prefix.contains_address(address))
        })
    });
    for host in hosts {
        let through = linked(plan, host, kinds);
        if through.address != Address::Private {
            let why = format!(
                "The DNS servers of {} stand in {}, and {} Unless they forward to a resolver in another VNet, \
                 the name leads to the public address.",
                vnet.name.trim(),
                host.name.trim(),
                lower_first(&through.why)
            );
            return Err(Resolution {
                address: Address::Unknown,
                why,
                ..through
            });
        }
    }
    Err(answer)
}

fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// The answer of DNS servers of one's own (DNS-25).
fn by_servers(plan: &Plan, who: &str, kinds: &[ZoneKind]) -> Resolution {
    let zone = kinds
        .iter()
        .find_map(|kind| plan.zone(*kind))
        .map(|zone| zone.id);
    let (address, does) = if plan.dns.forwarders_confirmed {
        (
            Address::Private,
            "forward the name to Azure DNS, as the plan confirms",
        )
    } else {
        let does =
            "are not confirmed to forward the name to Azure DNS, so it leads to the public address";
        (Address::Public, does)
    };
    let why = format!("{who} ask DNS servers that {does}.");
    Resolution {
        zone,
        ..Resolution::new(address, why)
    }
}

/// What Azure DNS answers in a VNet: each zone must be linked to it, and be the one with the record.
fn linked(plan: &Plan, vnet: &Vnet, kinds: &[ZoneKind]) -> Resolution {
    let here = vnet.name.trim();
    let mut last = None;
    for kind in kinds {
        let name = zone_name(*kind, plan.basics.cloud, &plan.basics.region);
        let Some(home) = plan.zone(*kind) else {
            let why =
                format!("The plan has no zone {name}, so the name leads to the public address.");
            return Resolution::new(Address::Public, why);
        };
        let of_kind = plan.dns.zones.iter().filter(|zone| zone.kind == *kind);
        let answering: Vec<&PrivateDnsZone> = of_kind
            .filter(|zone| zone.links.contains(&vnet.id))
            .collect();
        let (address, why) = match answering.as_slice() {
            [] => (
                Address::Public,
                format!("{name} is not linked to {here}, so the name leads to the public address."),
            ),
            [zone] if zone.id == home.id => {
                last = Some((home.id, name));
                continue;
            }
            [_] => (
                Address::Missing,
                format!(
                    "{here} is linked to another zone {name} than the one in which the endpoint registers, so \
                     the name has no address there."
                ),
            ),
            _ => (
                Address::Unknown,
                format!(
                    "{here} is linked to several zones {name}; Azure accepts one link per name."
                ),
            ),
        };
        let zone = Some(home.id);
        return Resolution {
            zone,
            ..Resolution::new(address, why)
        };
    }
    let (zone, name) = last.unzip();
    let why = format!(
        "{} is linked to {here}, so the name leads to the private endpoint.",
        name.as_deref().unwrap_or("The zone")
    );
    Resolution {
        zone,
        ..Resolution::new(Address::Private, why)
    }
}
