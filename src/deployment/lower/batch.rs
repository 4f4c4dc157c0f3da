//! Batch endpoints and their deployments.

use super::parameters::identifier;
use super::{Lowering, location};
use crate::deployment::resource::{BatchDeployment, BatchEndpoint};
use crate::deployment::{Key, Resource, Value};
use crate::domain::{self, Item};

impl Lowering<'_> {
    pub(super) fn batch(&mut self) {
        let Some(workspace) = self.compute_parent() else {
            return;
        };
        for endpoint in &self.plan.batch_endpoints {
            let item = Item::BatchEndpoint(endpoint.id);
            let resource = Resource::BatchEndpoint(BatchEndpoint {
                description: endpoint.description.clone(),
            });
            self.create_compute(&workspace, item, &endpoint.name, resource);
            for deployment in &endpoint.deployments {
                self.batch_deployment(endpoint, deployment);
            }
        }
    }

    /// A deployment, created once its model is registered: the parameter for the model is empty until then.
    fn batch_deployment(
        &mut self,
        endpoint: &domain::BatchEndpoint,
        deployment: &domain::BatchDeployment,
    ) {
        let item = Item::BatchDeployment(deployment.id);
        let Some(parent) = self.parent(&Key::of(Item::BatchEndpoint(endpoint.id))) else {
            return;
        };
        let name = deployment.name.trim();
        let owner = format!("{} {name}", endpoint.name.trim());
        let model_id = self.parameter(
            &format!("{}ModelId", identifier(&owner)),
            "",
            &format!(
                "Resource id of the model for {name}. The deployment is created when this is not empty: \
                 register the model first."
            ),
        );
        let cluster = deployment.cluster.map(Item::Cluster);
        let resource = Resource::BatchDeployment(BatchDeployment {
            cluster: cluster.and_then(|cluster| self.reference_to(cluster)),
            model: deployment.model.trim().to_owned(),
            model_id: model_id.clone(),
            instance_count: deployment.instance_count,
            mini_batch_size: deployment.mini_batch_size,
            max_concurrency: deployment.max_concurrency,
        });
        let node = self.create_child(&parent, Key::of(item), item, name, resource);
        node.location = Some(location());
        node.condition = Some(Value::NotEmpty(Box::new(model_id)));
    }
}
