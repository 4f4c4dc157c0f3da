//! What computes: clusters, instances, AKS and batch endpoints.

use super::Draft;
use crate::azure::aks::default_max_pods;
use crate::azure::naming::{NameKind, generate};
use crate::domain::{
    AksCluster, AksId, BatchDeployment, BatchDeploymentId, BatchEndpoint, BatchEndpointId,
    ClusterId, ComputeCluster, ComputeInstance, InstanceId, NodePool, NodePoolId, PoolMode,
    SubnetId,
};

/// VM size of CPU clusters and compute instances: 4 vCPU, 14 GiB.
pub(crate) const CPU_SIZE: &str = "Standard_DS3_v2";
/// VM size of GPU clusters.
const GPU_SIZE: &str = "Standard_NC4as_T4_v3";
/// VM size of AKS nodes.
const AKS_SIZE: &str = "Standard_D4s_v5";
/// Seconds an idle node is kept: long enough for the next job of a series, short enough for the bill.
const IDLE_SECONDS: u32 = 900;

impl Draft {
    /// A cluster without public IP addresses that shrinks to nothing.
    pub(crate) fn cluster(
        &mut self,
        prefix: &str,
        part: &str,
        max_nodes: u32,
        subnet: SubnetId,
    ) -> ClusterId {
        let id = ClusterId(self.plan.next_id());
        let name = generate(
            NameKind::Compute,
            &[prefix, &self.plan.basics.workload, part],
        );
        let vm_size = if prefix == "gpu" { GPU_SIZE } else { CPU_SIZE };
        self.plan.clusters.push(ComputeCluster {
            id,
            name,
            vm_size: vm_size.to_owned(),
            max_nodes,
            idle_seconds: IDLE_SECONDS,
            subnet: Some(subnet),
            ..ComputeCluster::default()
        });
        id
    }

    /// A compute instance without a public IP address.
    pub(crate) fn instance(&mut self, part: &str, subnet: SubnetId) {
        let id = InstanceId(self.plan.next_id());
        let name = generate(NameKind::Compute, &["ci", &self.plan.basics.workload, part]);
        self.plan.instances.push(ComputeInstance {
            id,
            name,
            vm_size: CPU_SIZE.to_owned(),
            subnet: Some(subnet),
            ..ComputeInstance::default()
        });
    }

    /// An AKS cluster with a system pool of three nodes; `shape` says the rest.
    pub(crate) fn aks(&mut self, nodes: SubnetId, shape: AksCluster) -> AksId {
        let id = AksId(self.plan.next_id());
        let name = self.name(NameKind::AksCluster, "");
        let compute_name = generate(NameKind::Compute, &["aks", &self.plan.basics.workload]);
        self.plan.aks.push(AksCluster {
            id,
            name,
            compute_name,
            ..shape
        });
        self.pool(id, PoolMode::System, "npsystem", nodes, (3, 3));
        id
    }

    /// A node pool; `scale` is the least and the most nodes.
    pub(crate) fn pool(
        &mut self,
        aks: AksId,
        mode: PoolMode,
        name: &str,
        nodes: SubnetId,
        scale: (u32, u32),
    ) {
        let id = NodePoolId(self.plan.next_id());
        if let Some(aks) = self.plan.aks_cluster_mut(aks) {
            aks.pools.push(NodePool {
                id,
                name: name.to_owned(),
                mode,
                vm_size: AKS_SIZE.to_owned(),
                min_nodes: scale.0,
                max_nodes: scale.1,
                max_pods: default_max_pods(aks.network_mode).value,
                surge: "33%".to_owned(),
                node_subnet: Some(nodes),
                pod_subnet: None,
            });
        }
    }

    /// A batch endpoint with one deployment.
    pub(crate) fn batch(&mut self, model: &str, cluster: ClusterId, nodes: u32) {
        let endpoint = BatchEndpointId(self.plan.next_id());
        let deployment = BatchDeploymentId(self.plan.next_id());
        let workload = self.plan.basics.workload.clone();
        self.plan.batch_endpoints.push(BatchEndpoint {
            id: endpoint,
            name: self.name(NameKind::BatchEndpoint, "be"),
            description: format!("Scores {workload} data in bulk"),
            deployments: vec![BatchDeployment {
                id: deployment,
                name: generate(NameKind::BatchDeployment, &[&workload, "v1"]),
                model: format!("azureml:{model}:1"),
                cluster: Some(cluster),
                instance_count: nodes,
                mini_batch_size: 10,
                max_concurrency: 2,
            }],
        });
    }
}
