//! AKS clusters: identity, roles, pools, the Azure ML extension, and attaching them to the workspace.

use super::{Lowering, location};
use crate::azure::kubernetes::DNS_PREFIX_MAX;
use crate::azure::naming::{NameKind, generate};
use crate::azure::roles::{self, Role};
use crate::deployment::resource::{
    AgentPool, AksCluster, AksExtension, ApiServer, AttachedKubernetes, ManagedIdentity,
    NetworkProfile, Pool, PrivateDnsZone, RoleAssignment, Subnet,
};
use crate::deployment::{Attribute, Key, Ref, Resource, Value};
use crate::domain::{
    self, Item, NetworkMode, NodePool, Placement, PrefixText, SubnetId, Surge, ZoneKind,
};

/// Name of the extension on a cluster.
const EXTENSION: &str = "azureml";

impl Lowering<'_> {
    pub(super) fn kubernetes(&mut self) {
        for aks in &self.plan.aks {
            let item = Item::Aks(aks.id);
            let exists = aks.placement == Placement::Existing;
            if exists {
                self.refer(Key::of(item), item, &aks.name, &aks.resource_id);
            } else {
                self.new_cluster(aks);
            }
            self.attach_cluster(aks);
        }
    }

    fn new_cluster(&mut self, aks: &domain::AksCluster) {
        let item = Item::Aks(aks.id);
        let name = aks.name.trim();
        let Some(first) = aks.pools.first() else {
            self.gap(
                item.field("pools"),
                format!("{name} has no node pool: it is not written."),
            );
            return;
        };
        if !aks.docker_bridge.trim().is_empty() {
            self.gap(
                item.field("docker_bridge"),
                format!("The docker bridge address of {name} is not written: AKS has no such property any more."),
            );
        }
        let location = self.region(&aks.region);
        let identity = Key::part(item, "identity");
        let identity_name = generate(NameKind::ManagedIdentity, &[name]);
        let resource = Resource::ManagedIdentity(ManagedIdentity);
        let node = self.create(identity.clone(), item, identity_name, resource);
        node.location = Some(location.clone());
        let zone = self.api_zone(aks);
        let mut after = self.cluster_roles(aks, &identity, zone.as_ref());
        after.extend(self.ways_out());
        let resource = Resource::AksCluster(AksCluster {
            identity: Ref::to(identity),
            dns_prefix: dns_prefix(name),
            network: network(aks),
            api_server: ApiServer {
                private: aks.private_cluster,
                authorized_ranges: aks
                    .authorized_ranges
                    .iter()
                    .filter_map(PrefixText::prefix)
                    .map(|prefix| prefix.to_string())
                    .collect(),
                zone,
                subnet: aks.api_server_subnet.and_then(|id| self.subnet_of(id)),
            },
            pool_name: first.name.trim().to_owned(),
            pool: self.pool(aks, first),
        });
        let parameter = self.parameter("aksName", name, "Name of an AKS cluster.");
        let node = self.create(Key::of(item), item, parameter, resource);
        node.location = Some(location);
        node.after = after;
        self.further_pools(aks);
    }

    /// The plan's zone for the API server of a private cluster. An API server in a subnet has a name in
    /// another zone, without `privatelink`, which AKS keeps.
    fn api_zone(&self, aks: &domain::AksCluster) -> Option<Ref<PrivateDnsZone>> {
        let zone = self.plan.zone(ZoneKind::AksApi)?;
        if aks.private_cluster && aks.api_server_subnet.is_none() {
            self.reference_to(Item::Zone(zone.id))
        } else {
            None
        }
    }

    fn subnet_of(&self, id: SubnetId) -> Option<Ref<Subnet>> {
        self.reference_to(Item::Subnet(id))
    }

    /// Roles of the cluster's identity: on its subnets (AKS-4), on the route table with kubenet, and on a zone
    /// that it does not own together with the VNet that it links to it.
    fn cluster_roles(
        &mut self,
        aks: &domain::AksCluster,
        identity: &Key,
        zone: Option<&Ref<PrivateDnsZone>>,
    ) -> Vec<Key> {
        let mut subnets: Vec<SubnetId> = aks
            .pools
            .iter()
            .flat_map(|pool| [pool.node_subnet, pool.pod_subnet])
            .chain([aks.api_server_subnet])
            .flatten()
            .collect();
        subnets.sort_unstable();
        subnets.dedup();
        let mut grants: Vec<(Key, &'static Role)> = Vec::new();
        for id in &subnets {
            grants.push((Key::of(Item::Subnet(*id)), &roles::NETWORK_CONTRIBUTOR));
            let table = self.plan.subnet(*id).and_then(|subnet| subnet.route_table);
            if let Some(table) = table.filter(|_| aks.network_mode == NetworkMode::Kubenet) {
                grants.push((
                    Key::of(Item::RouteTable(table)),
                    &roles::NETWORK_CONTRIBUTOR,
                ));
            }
        }
        if let Some(zone) = zone {
            grants.push((zone.key().clone(), &roles::PRIVATE_DNS_ZONE_CONTRIBUTOR));
            let vnet = subnets.first().and_then(|id| self.plan.vnet_of(*id));
            if let Some(vnet) = vnet {
                grants.push((Key::of(Item::Vnet(vnet.id)), &roles::NETWORK_CONTRIBUTOR));
            }
        }
        let item = Item::Aks(aks.id);
        let mut keys = Vec::new();
        for (on, role) in grants {
            let key = Key::part(item, &format!("role-{on}"));
            if !keys.contains(&key) && self.grant(item, &key, identity, role, on) {
                keys.push(key);
            }
        }
        keys
    }

    /// Gives a role to an identity. False if the deployment does not have what the role is on.
    fn grant(
        &mut self,
        item: Item,
        key: &Key,
        identity: &Key,
        role: &'static Role,
        on: Key,
    ) -> bool {
        let Some(target) = self.parent(&on) else {
            return false;
        };
        let name = Value::Guid(vec![
            Value::id_of(&on),
            Value::id_of(identity),
            role.id.into(),
        ]);
        let resource = Resource::RoleAssignment(RoleAssignment {
            principal: identity.clone(),
            principal_attribute: Attribute::PrincipalId,
            role,
            on,
        });
        let node = self.create(key.clone(), item, name, resource);
        node.location = None;
        node.scope = target.scope;
        true
    }

    fn pool(&mut self, aks: &domain::AksCluster, pool: &NodePool) -> Pool {
        let owner = format!("{} {}", aks.name.trim(), pool.name.trim());
        Pool {
            mode: pool.mode,
            size: self.size(&owner, &pool.vm_size),
            min_nodes: pool.min_nodes,
            max_nodes: pool.max_nodes,
            max_pods: pool.max_pods,
            max_surge: surge(&pool.surge),
            node_subnet: pool.node_subnet.and_then(|id| self.subnet_of(id)),
            pod_subnet: pool
                .pod_subnet
                .filter(|_| aks.uses_pod_subnet())
                .and_then(|id| self.subnet_of(id)),
            network_mode: aks.network_mode,
        }
    }

    fn further_pools(&mut self, aks: &domain::AksCluster) {
        let Some(mut parent) = self.parent(&Key::of(Item::Aks(aks.id))) else {
            return;
        };
        for pool in aks.pools.iter().skip(1) {
            let item = Item::NodePool(pool.id);
            let resource = Resource::AgentPool(AgentPool {
                pool: self.pool(aks, pool),
            });
            self.create_child(&parent, Key::of(item), item, pool.name.trim(), resource);
            // AKS changes one pool of a cluster at a time.
            parent.after = vec![Key::of(item)];
        }
    }

    /// The extension on a new cluster, then the cluster as a compute of the workspace.
    fn attach_cluster(&mut self, aks: &domain::AksCluster) {
        let item = Item::Aks(aks.id);
        let cluster: Option<Ref<AksCluster>> = self.reference_to(item);
        let (Some(cluster), Some(mut workspace)) = (cluster, self.compute_parent()) else {
            return;
        };
        if !(aks.training || aks.inference) || aks.compute_name.trim().is_empty() {
            return;
        }
        if aks.placement == Placement::New {
            let extension = self.extension(aks, &cluster);
            workspace.after.push(extension);
        }
        let resource = Resource::AttachedKubernetes(AttachedKubernetes { cluster });
        let key = Key::part(item, "compute");
        let name = aks.compute_name.trim();
        let node = self.create_child(&workspace, key, item, name, resource);
        node.location = Some(location());
    }

    fn extension(&mut self, aks: &domain::AksCluster, cluster: &Ref<AksCluster>) -> Key {
        let item = Item::Aks(aks.id);
        if aks.inference {
            self.gap(
                item.field("inference"),
                format!(
                    "The inference router of {} answers in HTTP: the plan has no certificate. Set sslSecret \
                     and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.",
                    aks.name.trim()
                ),
            );
        }
        let pools = aks.pools.iter().skip(1);
        let pools = pools.map(|pool| Key::of(Item::NodePool(pool.id)));
        let key = Key::part(item, "extension");
        let after = pools.chain(self.ready_for_compute()).collect();
        let resource = Resource::AksExtension(AksExtension {
            cluster: cluster.clone(),
            training: aks.training,
            inference: aks.inference,
            router_ha: aks.inference_router_ha,
            internal_load_balancer: aks.internal_load_balancers > 0,
        });
        let node = self.create(key.clone(), item, EXTENSION, resource);
        node.location = None;
        node.after = after;
        key
    }
}

fn network(aks: &domain::AksCluster) -> NetworkProfile {
    let typed = |text: &str| {
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    NetworkProfile {
        mode: aks.network_mode,
        service_cidr: typed(aks.service_cidr.as_str()),
        dns_service_ip: typed(aks.dns_service_ip.as_str()),
        pod_cidr: typed(aks.pod_cidr.as_str()).filter(|_| aks.uses_pod_cidr()),
        outbound: aks.outbound,
    }
}

/// A surge as Azure writes it; what cannot be read stays as typed.
fn surge(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    Some(match typed.parse() {
        Ok(Surge::Nodes(nodes)) => nodes.to_string(),
        Ok(Surge::Percent(percent)) => format!("{percent}%"),
        Err(_) => typed.to_owned(),
    })
}

/// The first label of the API server's name: letters, digits and hyphens, from a letter or digit to another.
fn dns_prefix(name: &str) -> String {
    let usable: String = name
        .chars()
        .filter(|character| character.is_ascii_alphanumeric() || *character == '-')
        .take(DNS_PREFIX_MAX.value)
        .collect();
    let usable = usable.trim_matches('-');
    if usable.is_empty() { "aks" } else { usable }.to_owned()
}
