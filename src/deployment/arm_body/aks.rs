//! Bodies of AKS clusters, node pools and the Azure ML extension.

use super::system_identity;
use crate::azure::kubernetes;
use crate::deployment::resource::{
    AgentPool, AksCluster, AksExtension, ApiServer, NetworkProfile, Pool,
};
use crate::deployment::{Object, Value};
use crate::domain::{NetworkMode, OutboundType, PoolMode};

pub(super) fn cluster(body: Object, cluster: &AksCluster) -> Object {
    let identity = Object::new().with("type", "UserAssigned").with(
        "userAssignedIdentities",
        Value::KeyedById(cluster.identity.key().clone()),
    );
    body.with("identity", identity)
        .with(
            "sku",
            Object::new().with("name", "Base").with("tier", "Standard"),
        )
        .with(
            "properties",
            Object::new()
                .with("dnsPrefix", &cluster.dns_prefix)
                .with("enableRBAC", true)
                // Azure ML attaches clusters through a local account (AKS-54).
                .with("disableLocalAccounts", false)
                .with("networkProfile", network(&cluster.network))
                .with("apiServerAccessProfile", api_server(&cluster.api_server))
                .with(
                    "agentPoolProfiles",
                    vec![
                        pool(
                            Object::new().with("name", &cluster.pool_name),
                            &cluster.pool,
                        )
                        .into(),
                    ],
                ),
        )
}

fn network(network: &NetworkProfile) -> Object {
    let (plugin, mode) = match network.mode {
        NetworkMode::Overlay => ("azure", Some("overlay")),
        NetworkMode::PodSubnetDynamic | NetworkMode::PodSubnetStatic | NetworkMode::NodeSubnet => {
            ("azure", None)
        }
        NetworkMode::Kubenet => ("kubenet", None),
        NetworkMode::None => ("none", None),
    };
    let outbound = match network.outbound {
        OutboundType::LoadBalancer => "loadBalancer",
        OutboundType::UserAssignedNatGateway => "userAssignedNATGateway",
        OutboundType::ManagedNatGateway => "managedNATGateway",
        OutboundType::UserDefinedRouting => "userDefinedRouting",
        OutboundType::None => "none",
    };
    Object::new()
        .with("networkPlugin", plugin)
        .maybe("networkPluginMode", mode)
        .maybe("podCidr", network.pod_cidr.as_ref())
        .maybe("serviceCidr", network.service_cidr.as_ref())
        .maybe("dnsServiceIP", network.dns_service_ip.as_ref())
        .with("loadBalancerSku", "standard")
        .with("outboundType", outbound)
}

fn api_server(server: &ApiServer) -> Object {
    let zone = server.private.then(|| {
        server
            .zone
            .as_ref()
            .map_or_else(|| Value::from("system"), Value::from)
    });
    let ranges = (!server.authorized_ranges.is_empty()).then(|| {
        let ranges = server.authorized_ranges.iter();
        Value::List(ranges.map(Value::from).collect())
    });
    Object::new()
        .with("enablePrivateCluster", server.private)
        // A public name for a private cluster is not supported by Azure ML (AKS-41).
        .maybe(
            "enablePrivateClusterPublicFQDN",
            server.private.then_some(false),
        )
        .maybe("authorizedIPRanges", ranges)
        .maybe("privateDNSZone", zone)
        .maybe(
            "enableVnetIntegration",
            server.subnet.is_some().then_some(true),
        )
        .maybe("subnetId", server.subnet.as_ref())
}

/// The properties of a node pool, inside its cluster or on its own.
fn pool(object: Object, pool: &Pool) -> Object {
    let mode = match pool.mode {
        PoolMode::System => "System",
        PoolMode::User => "User",
    };
    let allocation = match pool.network_mode {
        NetworkMode::PodSubnetDynamic => Some("DynamicIndividual"),
        NetworkMode::PodSubnetStatic => Some("StaticBlock"),
        NetworkMode::Overlay
        | NetworkMode::NodeSubnet
        | NetworkMode::Kubenet
        | NetworkMode::None => None,
    };
    let scales = pool.max_nodes > pool.min_nodes;
    let surge = pool
        .max_surge
        .as_ref()
        .map(|surge| Object::new().with("maxSurge", surge));
    object
        .with("mode", mode)
        .with("type", "VirtualMachineScaleSets")
        .with("osType", "Linux")
        .with("vmSize", &pool.size)
        .with("count", pool.min_nodes)
        .with("enableAutoScaling", scales)
        .maybe("minCount", scales.then_some(pool.min_nodes))
        .maybe("maxCount", scales.then_some(pool.max_nodes))
        .with("maxPods", pool.max_pods)
        .maybe("upgradeSettings", surge)
        .maybe("vnetSubnetID", pool.node_subnet.as_ref())
        .maybe("podSubnetID", pool.pod_subnet.as_ref())
        .maybe(
            "podIPAllocationMode",
            allocation.filter(|_| pool.pod_subnet.is_some()),
        )
}

pub(super) fn agent_pool(body: Object, agent_pool: &AgentPool) -> Object {
    body.with("properties", pool(Object::new(), &agent_pool.pool))
}

pub(super) fn extension(body: Object, extension: &AksExtension) -> Object {
    let mut settings = Object::new();
    for (name, value) in extension.settings() {
        settings = settings.with(name, value);
    }
    body.with("scope", &extension.cluster)
        .with("identity", system_identity())
        .with(
            "properties",
            Object::new()
                .with("extensionType", kubernetes::EXTENSION_TYPE.value)
                .with("autoUpgradeMinorVersion", true)
                .with("releaseTrain", "stable")
                .with(
                    "scope",
                    Object::new().with(
                        "cluster",
                        Object::new()
                            .with("releaseNamespace", kubernetes::EXTENSION_NAMESPACE.value),
                    ),
                )
                .with("configurationSettings", settings),
        )
}
