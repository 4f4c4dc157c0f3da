//! The workspace.

use super::{Context, Draft};
use crate::deployment::resource::Workspace;
use crate::deployment::{Key, Ref};
use crate::domain::IsolationMode;
use crate::exports::shell;
use crate::exports::yaml::Yaml;

pub(super) fn draft(context: &Context<'_>, workspace: &Workspace) -> Draft {
    let group = context
        .workspace()
        .map(|id| id.scope.group)
        .unwrap_or_default();
    let apply = format!(
        "az ml workspace create --file workspace.yml --resource-group {}",
        shell::word(&group)
    );
    let mut yaml = context.begin("workspace.schema.json", &apply);
    yaml.entry("name", context.name());
    if let Some(location) = &context.node.location {
        yaml.entry("location", context.text(location));
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
            yaml.entry(field, &context.id(key));
        }
    }
    access(context, workspace, &mut yaml);
    context.tags(&mut yaml);
    Draft {
        stem: "workspace",
        name: String::new(),
        purpose: "The workspace for `az ml workspace create`.",
        yaml,
    }
}

fn access(context: &Context<'_>, workspace: &Workspace, yaml: &mut Yaml) {
    let answers = workspace.public_network_access;
    yaml.entry(
        "public_network_access",
        if answers { "Enabled" } else { "Disabled" },
    );
    yaml.entry("hbi_workspace", workspace.high_business_impact);
    if let Some(cluster) = &workspace.image_build_compute {
        yaml.comment("Builds images, because registry tasks cannot reach a private registry.");
        yaml.entry("image_build_compute", cluster);
    }
    let isolation = match workspace.isolation {
        IsolationMode::Disabled => None,
        IsolationMode::AllowInternetOutbound => Some("allow_internet_outbound"),
        IsolationMode::AllowOnlyApprovedOutbound => Some("allow_only_approved_outbound"),
    };
    if let Some(mode) = isolation {
        yaml.mapping("managed_network", |yaml| yaml.entry("isolation_mode", mode));
    }
    if let Some(serverless) = &workspace.serverless {
        yaml.mapping("serverless_compute", |yaml| {
            yaml.entry("custom_subnet", &context.id(serverless.subnet.key()));
            yaml.entry("no_public_ip", !serverless.public_ip);
        });
    }
}
