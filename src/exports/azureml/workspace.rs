//! The workspace.

use super::{Context, Draft, Head};
use crate::deployment::resource::Workspace;
use crate::deployment::{Key, Ref};
use crate::domain::IsolationMode;
use crate::exports::yaml::Yaml;

pub(super) fn workspace(context: &Context<'_>, workspace: &Workspace) -> Draft {
    let group = context.workspace().map(|id| context.group(&id));
    let mut draft = context.begin(&Head {
        stem: "workspace".to_owned(),
        purpose: "The workspace for `az ml workspace create`.",
        schema: "workspace.schema.json",
        command: "az ml workspace create",
        arguments: format!("--resource-group {}", group.unwrap_or_default()),
    });
    let yaml = &mut draft.yaml;
    yaml.pair("name", context.name());
    if let Some(location) = &context.node.location {
        yaml.pair("location", context.text(location));
    }
    let services: [(&str, Option<&Key>); 4] = [
        ("storage_account", workspace.storage.as_ref().map(Ref::key)),
        ("key_vault", workspace.key_vault.as_ref().map(Ref::key)),
        (
            "application_insights",
            workspace.insights.as_ref().map(Ref::key),
        ),
        (
            "container_registry",
            workspace.registry.as_ref().map(Ref::key),
        ),
    ];
    for (field, key) in services {
        if let Some(key) = key {
            yaml.pair(field, &context.id(key));
        }
    }
    access(context, workspace, yaml);
    context.tags(yaml);
    draft
}

fn access(context: &Context<'_>, workspace: &Workspace, yaml: &mut Yaml) {
    let answers = workspace.public_network_access;
    yaml.pair(
        "public_network_access",
        if answers { "Enabled" } else { "Disabled" },
    );
    yaml.pair("hbi_workspace", workspace.high_business_impact);
    if let Some(cluster) = &workspace.image_build_compute {
        yaml.comment("Builds images, because registry tasks cannot reach a private registry.");
        yaml.pair("image_build_compute", cluster);
    }
    let isolation = match workspace.isolation {
        IsolationMode::Disabled => None,
        IsolationMode::AllowInternetOutbound => Some("allow_internet_outbound"),
        IsolationMode::AllowOnlyApprovedOutbound => Some("allow_only_approved_outbound"),
    };
    if let Some(mode) = isolation {
        yaml.mapping("managed_network", |yaml| yaml.pair("isolation_mode", mode));
    }
    if let Some(serverless) = &workspace.serverless {
        yaml.mapping("serverless_compute", |yaml| {
            yaml.pair("custom_subnet", &context.id(serverless.subnet.key()));
            yaml.pair("no_public_ip", !serverless.public_ip);
        });
    }
}
