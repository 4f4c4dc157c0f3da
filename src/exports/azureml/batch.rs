//! Batch endpoints and deployments.

use super::{Context, Draft};
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
    let workspace = context.workspace_arguments();
    let apply = format!("az ml batch-endpoint create --file FILE {workspace}");
    let mut yaml = context.begin("batchEndpoint.schema.json", &apply);
    invocation(&mut yaml, context.name(), &workspace);
    yaml.entry("name", context.name());
    let description = endpoint.description.trim();
    if !description.is_empty() {
        yaml.entry("description", description);
    }
    yaml.entry("auth_mode", "aad_token");
    context.tags(&mut yaml);
    Draft {
        stem: "batch-endpoint",
        name: context.name().to_owned(),
        purpose: "A batch endpoint for `az ml batch-endpoint create`, with the command that invokes it.",
        yaml,
    }
}

pub(super) fn deployment(context: &Context<'_>, deployment: &BatchDeployment) -> Draft {
    let workspace = context.workspace_arguments();
    let names: Vec<&str> = context
        .node
        .names
        .iter()
        .map(|name| context.text(name))
        .collect();
    let endpoint = names.iter().rev().nth(1).copied().unwrap_or_default();
    let apply = format!("az ml batch-deployment create --file FILE {workspace} --set-default");
    let mut yaml = context.begin("modelBatchDeployment.schema.json", &apply);
    invocation(&mut yaml, endpoint, &workspace);
    yaml.entry("name", context.name());
    yaml.entry("endpoint_name", endpoint);
    yaml.entry("type", "model");
    yaml.entry("model", &deployment.model);
    let cluster = deployment
        .cluster
        .as_ref()
        .and_then(|cluster| context.deployment().planned_id(cluster.key()));
    if let Some(cluster) = cluster {
        yaml.entry("compute", &format!("azureml:{}", cluster.name()));
    }
    yaml.mapping("resources", |yaml| {
        yaml.entry("instance_count", deployment.instance_count);
    });
    yaml.mapping("settings", |yaml| {
        yaml.entry("max_concurrency_per_instance", deployment.max_concurrency);
        yaml.entry("mini_batch_size", deployment.mini_batch_size);
        yaml.entry("output_action", "append_row");
    });
    context.tags(&mut yaml);
    Draft {
        stem: "batch-deployment",
        name: names
            .iter()
            .rev()
            .take(2)
            .rev()
            .copied()
            .collect::<Vec<_>>()
            .join("-"),
        purpose: "A batch deployment for `az ml batch-deployment create`; register its model first.",
        yaml,
    }
}
