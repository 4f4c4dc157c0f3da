//! Batch endpoints and deployments.

use super::{Context, Draft, Head};
use crate::deployment::resource::{BatchDeployment, BatchEndpoint};
use crate::exports::shell;
use crate::exports::yaml::Yaml;

/// How to invoke an endpoint of a private workspace (BATCH-8).
fn invocation(yaml: &mut Yaml, endpoint: &str, workspace: &str) {
    yaml.comment("");
    yaml.comment("Jobs of a private workspace cannot be started from studio. From a machine inside the network:");
    yaml.comment(&format!(
        "az ml batch-endpoint invoke --name {} {workspace} --input azureml:DATA@latest",
        shell::word(endpoint)
    ));
    yaml.comment("");
}

pub(super) fn endpoint(context: &Context<'_>, endpoint: &BatchEndpoint) -> Draft {
    let mut draft = context.begin(&Head {
        stem: format!("batch-endpoint {}", context.name()),
        purpose: "A batch endpoint for `az ml batch-endpoint create`, with the command that invokes it.",
        schema: "batchEndpoint.schema.json",
        command: "az ml batch-endpoint create",
        arguments: context.workspace_arguments(),
    });
    let yaml = &mut draft.yaml;
    invocation(yaml, context.name(), &context.workspace_arguments());
    yaml.pair("name", context.name());
    let description = endpoint.description.trim();
    if !description.is_empty() {
        yaml.pair("description", description);
    }
    yaml.pair("auth_mode", "aad_token");
    context.tags(yaml);
    draft
}

pub(super) fn deployment(context: &Context<'_>, deployment: &BatchDeployment) -> Draft {
    let names: Vec<&str> = context
        .node
        .names
        .iter()
        .map(|name| context.text(name))
        .collect();
    let endpoint = names.iter().rev().nth(1).copied().unwrap_or_default();
    let mut draft = context.begin(&Head {
        stem: format!("batch-deployment {endpoint} {}", context.name()),
        purpose: "A batch deployment for `az ml batch-deployment create`; register its model first.",
        schema: "modelBatchDeployment.schema.json",
        command: "az ml batch-deployment create --set-default",
        arguments: context.workspace_arguments(),
    });
    let yaml = &mut draft.yaml;
    invocation(yaml, endpoint, &context.workspace_arguments());
    yaml.pair("name", context.name());
    yaml.pair("endpoint_name", endpoint);
    yaml.pair("type", "model");
    yaml.pair("model", &deployment.model);
    let cluster = deployment
        .cluster
        .as_ref()
        .and_then(|cluster| context.deployment().planned_id(cluster.key()));
    if let Some(cluster) = cluster {
        yaml.pair("compute", &format!("azureml:{}", cluster.name()));
    }
    yaml.mapping("resources", |yaml| {
        yaml.pair("instance_count", deployment.instance_count);
    });
    yaml.mapping("settings", |yaml| {
        yaml.pair("max_concurrency_per_instance", deployment.max_concurrency);
        yaml.pair("mini_batch_size", deployment.mini_batch_size);
        yaml.pair("output_action", "append_row");
    });
    context.tags(yaml);
    draft
}
