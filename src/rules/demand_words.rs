//! What stands in a subnet, as a sentence says it: `2 clusters with 24 nodes and 8 instances need 32
//! addresses`.

use crate::capacity::{DemandKind, SubnetDemand};
use crate::rules::wording::{count, list, thousands};

/// Who needs how many addresses, without a full stop.
pub(super) fn needs(demand: &SubnetDemand) -> String {
    let parts = parts(demand);
    let needed = demand.total();
    let verb = match parts.as_slice() {
        [only] if only.starts_with("1 ") => "needs",
        _ => "need",
    };
    format!(
        "{} {verb} {}",
        list(&parts),
        count(needed, "address", "addresses")
    )
}

fn parts(demand: &SubnetDemand) -> Vec<String> {
    const KINDS: [(DemandKind, &str, &str); 10] = [
        (DemandKind::ClusterNodes, "cluster", "clusters"),
        (DemandKind::Instance, "instance", "instances"),
        (
            DemandKind::Serverless,
            "serverless node",
            "serverless nodes",
        ),
        (
            DemandKind::Attached,
            "attached machine",
            "attached machines",
        ),
        (DemandKind::JumpHost, "jump host", "jump hosts"),
        (
            DemandKind::PrivateEndpoint,
            "private endpoint",
            "private endpoints",
        ),
        (DemandKind::AksNodes, "AKS node", "AKS nodes"),
        (DemandKind::AksPods, "pod", "pods"),
        (
            DemandKind::AksLoadBalancer,
            "load balancer",
            "load balancers",
        ),
        (
            DemandKind::AksApiServer,
            "API server address",
            "API server addresses",
        ),
    ];
    let mut parts = Vec::new();
    for (kind, one, many) in KINDS {
        let lines = demand.lines.iter().filter(|line| line.kind == kind).count();
        let addresses = demand.of_kind(kind);
        if addresses == 0 {
            continue;
        }
        let items = u64::try_from(lines).unwrap_or(u64::MAX);
        let part = match kind {
            // A cluster says how many nodes it has; the others are counted by what takes the addresses.
            DemandKind::ClusterNodes => {
                format!(
                    "{} with {}",
                    count(items, one, many),
                    count(addresses, "node", "nodes")
                )
            }
            DemandKind::Instance | DemandKind::JumpHost | DemandKind::PrivateEndpoint => {
                count(items, one, many)
            }
            DemandKind::AksNodes => {
                let surge = demand.of_kind(DemandKind::AksSurge);
                let nodes = count(addresses, one, many);
                if surge > 0 {
                    format!("{nodes} (and {} during upgrades)", thousands(surge))
                } else {
                    nodes
                }
            }
            _ => count(addresses, one, many),
        };
        parts.push(part);
    }
    let in_use = demand.of_kind(DemandKind::InUse);
    if in_use > 0 {
        parts.push(format!(
            "{} in use already",
            count(in_use, "address", "addresses")
        ));
    }
    parts
}
