//! Batch endpoints and their deployments.

use super::{BatchDeploymentId, BatchEndpointId, ClusterId};

/// A batch endpoint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchEndpoint {
    /// Identity.
    pub id: BatchEndpointId,
    /// Name as typed.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Deployments; the first is the default one.
    pub deployments: Vec<BatchDeployment>,
}

/// A deployment of a batch endpoint: a model on a compute cluster.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchDeployment {
    /// Identity.
    pub id: BatchDeploymentId,
    /// Name as typed.
    pub name: String,
    /// Model reference, such as `azureml:fraud:1`.
    pub model: String,
    /// The cluster it runs on.
    pub cluster: Option<ClusterId>,
    /// Nodes for one job.
    pub instance_count: u32,
    /// Files in one mini-batch.
    pub mini_batch_size: u32,
    /// Mini-batches at the same time on one node.
    pub max_concurrency: u32,
}
