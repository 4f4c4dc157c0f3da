//! What cannot be changed once it is deployed: the reason, in the words of a badge, and the page that says so.
//!
//! A field is here only if a page says that it stays. What can be changed with a disruption (the outbound type
//! of AKS, the address space of a VNet) is not here; neither is what the app merely advises to keep.

use crate::domain::Subject;

use super::{Source, sources};

/// Why a field cannot change after creation.
#[derive(Debug, PartialEq, Eq)]
pub struct Irreversible {
    /// What Azure does not allow, and what one does instead; one or two sentences.
    pub reason: &'static str,
    /// The facts behind it, by their ids in the coverage table.
    pub facts: &'static [&'static str],
    /// The page that says so.
    pub source: &'static Source,
}

/// Why the field that a subject names stays as it is created; `None` for what can be changed later.
pub fn irreversible(subject: Subject) -> Option<&'static Irreversible> {
    let kind = subject.item.kind();
    FIELDS
        .iter()
        .find(|(item, fields, _)| *item == kind && fields.contains(&subject.field))
        .map(|(_, _, why)| *why)
}

/// Every field that stays: kind of item, fields, reason.
pub fn fields() -> impl Iterator<Item = (&'static str, &'static str, &'static Irreversible)> {
    FIELDS
        .iter()
        .flat_map(|(item, fields, why)| fields.iter().map(move |field| (*item, *field, *why)))
}

type Row = (&'static str, &'static [&'static str], &'static Irreversible);

const FIELDS: &[Row] = &[
    ("aks", &["service_cidr", "dns_service_ip"], &SERVICE_CIDR),
    ("aks", &["pod_cidr"], &POD_CIDR),
    ("aks", &["network_mode"], &NETWORK_MODE),
    (
        "aks",
        &["private_cluster", "api_server_subnet"],
        &PRIVATE_API,
    ),
    ("aks", &["region"], &REGION),
    ("aks", &["name"], &NAME),
    ("node-pool", &["node_subnet", "pod_subnet"], &POOL_SUBNET),
    ("node-pool", &["max_pods"], &POOL_PODS),
    ("node-pool", &["vm_size"], &POOL_SIZE),
    ("node-pool", &["name"], &NAME),
    ("subnet", &["prefix"], &SUBNET_PREFIX),
    ("subnet", &["name"], &NAME),
    ("vnet", &["region", "subscription_id"], &VNET_REGION),
    ("vnet", &["name"], &NAME),
    ("basics", &["region"], &REGION),
    (
        "workspace",
        &["high_business_impact"],
        &HIGH_BUSINESS_IMPACT,
    ),
    ("workspace", &["customer_managed_key"], &CUSTOMER_KEY),
    ("workspace", &["isolation"], &ISOLATION),
    ("workspace", &["name"], &NAME),
    (
        "cluster",
        &["subnet", "public_ip", "region"],
        &CLUSTER_PLACE,
    ),
    ("cluster", &["vm_size", "priority"], &CLUSTER_MACHINE),
    ("cluster", &["ssh_public_access"], &CLUSTER_SSH),
    ("cluster", &["name"], &NAME),
    ("instance", &["subnet", "public_ip"], &INSTANCE_PLACE),
    ("instance", &["name"], &NAME),
    (
        "storage",
        &["hierarchical_namespace"],
        &HIERARCHICAL_NAMESPACE,
    ),
    ("storage", &["name"], &GLOBAL_NAME),
    ("key-vault", &["name"], &GLOBAL_NAME),
    ("registry", &["name"], &GLOBAL_NAME),
    ("private-endpoint", &["subnet", "kind"], &ENDPOINT_PLACE),
    ("private-endpoint", &["name"], &NAME),
    ("batch-endpoint", &["name"], &NAME),
];

const SERVICE_CIDR: Irreversible = Irreversible {
    reason: "The service CIDR and its DNS address stay for the life of the cluster. From Kubernetes 1.33 on, \
             the range can be extended, never replaced.",
    facts: &["AKS-28"],
    source: &sources::AKS_IPPLAN,
};

const POD_CIDR: Irreversible = Irreversible {
    reason: "The pod CIDR stays. Only an overlay cluster with Linux nodes alone can widen it later, to a range \
             that contains the old one.",
    facts: &["AKS-31"],
    source: &sources::AKS_OVERLAY,
};

const NETWORK_MODE: Irreversible = Irreversible {
    reason: "A cluster keeps its network mode. The one way out of kubenet and Azure CNI is the upgrade to \
             overlay, and nothing leads back.",
    facts: &["AKS-20", "AKS-24"],
    source: &sources::AKS_UPGOPT,
};

const PRIVATE_API: Irreversible = Irreversible {
    reason: "Where the API server stands is decided with the cluster: changing or deleting its private endpoint \
             breaks the cluster.",
    facts: &["AKS-12", "AKS-40"],
    source: &sources::AKS_PRIV,
};

const POOL_SUBNET: Irreversible = Irreversible {
    reason: "A pool stays in the subnets that it is created in. To move, add a pool elsewhere in the same VNet \
             and remove this one.",
    facts: &["AKS-2", "AKS-15"],
    source: &sources::AKS_POOLNET,
};

const POOL_PODS: Irreversible = Irreversible {
    reason: "Pods per node are set when a pool is created. For another number, add a new pool and remove this \
             one.",
    facts: &["AKS-7"],
    source: &sources::AKS_IPPLAN,
};

const POOL_SIZE: Irreversible = Irreversible {
    reason: "A pool keeps its VM size. For another one, add a new pool and remove this one.",
    facts: &["AKS-53"],
    source: &sources::AKS_POOLS,
};

const SUBNET_PREFIX: Irreversible = Irreversible {
    reason: "A subnet cannot be resized or removed while anything stands in it. Plan the growth now; the way out \
             later is a second subnet.",
    facts: &["VNET-8"],
    source: &sources::NET_FAQ,
};

const VNET_REGION: Irreversible = Irreversible {
    reason: "A VNet stays in its region and its subscription, and so does everything in it.",
    facts: &["VNET-10"],
    source: &sources::NET_FAQ,
};

const REGION: Irreversible = Irreversible {
    reason: "A resource stays in the region that it is created in. Another region means creating it again.",
    facts: &["VNET-10", "AKS-1"],
    source: &sources::NET_FAQ,
};

const HIGH_BUSINESS_IMPACT: Irreversible = Irreversible {
    reason: "The flag is set when the workspace is created; an update of a workspace does not have it.",
    facts: &["AML-40"],
    source: &sources::WORKSPACE_UPDATE,
};

const CUSTOMER_KEY: Irreversible = Irreversible {
    reason: "Whether a workspace is encrypted with your key is decided when it is created. Later only the key \
             itself can be exchanged.",
    facts: &["BATCH-9"],
    source: &sources::TF,
};

const ISOLATION: Irreversible = Irreversible {
    reason: "One way only: a managed network cannot be switched off again, and approved outbound cannot go back \
             to internet outbound.",
    facts: &["AML-92"],
    source: &sources::AML_MNET,
};

const CLUSTER_PLACE: Irreversible = Irreversible {
    reason: "A cluster stays in its subnet and keeps or lacks public IPs for good. To move it, delete it and \
             create it again.",
    facts: &["EXP-1", "EXP-2"],
    source: &sources::TF,
};

const CLUSTER_MACHINE: Irreversible = Irreversible {
    reason: "A cluster keeps its VM size and priority. For other machines create another cluster.",
    facts: &["EXP-1"],
    source: &sources::TF,
};

const CLUSTER_SSH: Irreversible = Irreversible {
    reason: "Whether SSH is open is set when the cluster is created and cannot be changed afterwards.",
    facts: &["AML-25", "EXP-4"],
    source: &sources::AML_CLUSTER,
};

const INSTANCE_PLACE: Irreversible = Irreversible {
    reason: "A compute instance stays in its subnet and keeps or lacks a public IP for good. To move it, delete \
             it and create it again.",
    facts: &["AML-8", "EXP-2"],
    source: &sources::TF,
};

const HIERARCHICAL_NAMESPACE: Irreversible = Irreversible {
    reason: "A hierarchical namespace cannot be switched off, and the workspace's default account must not have \
             one.",
    facts: &["PE-6"],
    source: &sources::AML_WSMAN,
};

const ENDPOINT_PLACE: Irreversible = Irreversible {
    reason: "A private endpoint stays in its subnet and leads to one service. To move it, delete it and create \
             it again; its address changes.",
    facts: &["PE-21", "PE-22"],
    source: &sources::PE_OVER,
};

const NAME: Irreversible = Irreversible {
    reason: "Azure does not rename resources: another name means another resource.",
    facts: &["NAME-4"],
    source: &sources::NAMES,
};

const GLOBAL_NAME: Irreversible = Irreversible {
    reason: "The name is part of the address and unique in the whole cloud; Azure does not rename resources.",
    facts: &["NAME-7", "NAME-8", "NAME-9"],
    source: &sources::NAMES,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AksId, ClusterId, Item, SubnetId};

    #[test]
    fn says_why_what_is_created_stays() {
        let service = irreversible(Item::Aks(AksId(3)).field("service_cidr")).expect("it stays");
        assert!(service.reason.starts_with("The service CIDR"));
        assert_eq!(service.facts, ["AKS-28"]);
        let size = irreversible(Item::Subnet(SubnetId(9)).field("prefix")).expect("it stays");
        assert_eq!(size.source.url, sources::NET_FAQ.url);
    }

    #[test]
    fn keeps_quiet_about_what_can_be_changed() {
        for subject in [
            Item::Cluster(ClusterId(1)).field("max_nodes"),
            Item::Aks(AksId(1)).field("outbound"),
            Item::Subnet(SubnetId(1)).field("nsg"),
            Item::Workspace.into(),
        ] {
            assert_eq!(irreversible(subject), None, "{}", subject.key());
        }
    }

    #[test]
    fn lists_each_field_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (kind, field, why) in fields() {
            assert!(seen.insert((kind, field)), "{kind} {field}");
            assert!(why.reason.ends_with('.') && !why.facts.is_empty(), "{kind}");
        }
    }
}
