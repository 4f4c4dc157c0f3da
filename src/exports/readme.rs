//! `README.md` of the bundle: what each file is, and in which order to use them.

use std::fmt::Write;

use super::{File, Input, markdown, provenance, shell, terraform};
use crate::deployment::{LOCATION, ParameterKind, Resource, Scope};

const PATH: &str = "README.md";

/// The read-me of these files.
pub(super) fn render(input: &Input<'_>, files: &[File]) -> File {
    let mut text = String::new();
    heading(input, &mut text);
    table(files, &mut text);
    deploy(input, &mut text);
    afterwards(input, &mut text);
    gaps(input, &mut text);
    File {
        path: PATH.to_owned(),
        purpose: "This file.",
        media_type: "text/markdown",
        text,
    }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn heading(input: &Input<'_>, text: &mut String) {
    let title = &input.deployment.title;
    let title = if title.is_empty() {
        "Azure ML network"
    } else {
        title
    };
    line(text, &format!("# {}\n", markdown::text(title)));
    let banner = provenance::banner(input);
    if let Some((first, errors)) = banner.split_first() {
        line(text, &format!("> **{}**\n>", markdown::text(first)));
        for error in errors {
            line(text, &format!("> - {}", markdown::text(error)));
        }
        line(text, "");
    }
    line(
        text,
        &format!("{}\n", markdown::text(&provenance::origin(input))),
    );
}

fn table(files: &[File], text: &mut String) {
    line(text, "## Files\n\n| File | What it is |\n|---|---|");
    let mut rows: Vec<(&str, &str)> = files
        .iter()
        .map(|file| (file.path.as_str(), file.purpose))
        .chain([(PATH, "This file.")])
        .collect();
    rows.sort_unstable();
    for (path, purpose) in rows {
        line(text, &format!("| `{path}` | {purpose} |"));
    }
    line(text, "");
}

fn deploy(input: &Input<'_>, text: &mut String) {
    let deployment = &input.deployment;
    let group = match deployment.target.group.as_str() {
        "" => "<resource-group>",
        group => group,
    };
    let group = shell::word(group);
    let region = deployment
        .parameter(LOCATION)
        .and_then(|parameter| parameter.default.as_ref())
        .map(|region| deployment.planned_text(region))
        .unwrap_or_default();
    line(text, "## Deploy\n");
    line(
        text,
        "The template creates everything in one deployment and can be run again. Look at the what-if first.\n",
    );
    let mut commands = String::new();
    if !deployment.target.subscription.is_empty() {
        let subscription = shell::word(&deployment.target.subscription);
        line(
            &mut commands,
            &format!("az account set --subscription {subscription}"),
        );
    }
    line(
        &mut commands,
        &format!(
            "az group create --name {group} --location {}",
            shell::word(region)
        ),
    );
    for verb in ["what-if", "create"] {
        line(
            &mut commands,
            &format!(
                "az deployment group {verb} --resource-group {group} --template-file arm/azuredeploy.json \
                 --parameters @arm/azuredeploy.parameters.json"
            ),
        );
    }
    line(text, &markdown::code_block("sh", &commands));
    scopes(input, text);
    secrets(input, text);
    line(
        text,
        "The identity that deploys needs, beside the right to create resources: \
         `Microsoft.Network/virtualNetworks/subnets/join/action` on subnets that exist, approval of private \
         endpoint connections on services that exist, and `Microsoft.Authorization/roleAssignments/write` \
         where roles are assigned.\n",
    );
}

/// Groups beside the deployment's own.
fn scopes(input: &Input<'_>, text: &mut String) {
    let mut scopes: Vec<&Scope> = input
        .deployment
        .nodes
        .iter()
        .map(|node| &node.scope)
        .filter(|scope| !scope.is_target())
        .collect();
    scopes.sort();
    scopes.dedup();
    if scopes.is_empty() {
        return;
    }
    line(
        text,
        "Parts go to other resource groups, which must exist before:\n",
    );
    for scope in scopes {
        let place = if scope.subscription.is_empty() {
            markdown::text(&scope.group)
        } else {
            format!(
                "{} in subscription {}",
                markdown::text(&scope.group),
                markdown::text(&scope.subscription)
            )
        };
        line(text, &format!("- {place}"));
    }
    line(text, "");
}

/// Parameters that no file can hold.
fn secrets(input: &Input<'_>, text: &mut String) {
    let secrets: Vec<String> = input
        .deployment
        .parameters
        .iter()
        .filter(|parameter| parameter.kind == ParameterKind::Secret)
        .map(|parameter| {
            format!(
                "- `{}`: {}",
                parameter.name,
                markdown::text(&parameter.description)
            )
        })
        .collect();
    if secrets.is_empty() {
        return;
    }
    line(
        text,
        "No file holds a secret. In `arm/azuredeploy.parameters.json`, name the key vault that holds these, or \
         delete their entries and the Azure CLI asks for them:\n",
    );
    line(text, &format!("{}\n", secrets.join("\n")));
}

/// What is left to do once the deployment is through.
fn afterwards(input: &Input<'_>, text: &mut String) {
    let has_batch = input
        .deployment
        .nodes
        .iter()
        .any(|node| matches!(node.resource, Resource::BatchEndpoint(_)));
    if !has_batch {
        return;
    }
    line(text, "## Batch endpoints\n");
    line(
        text,
        "A batch deployment needs a registered model. Register it, then apply \
         `azureml/batch-deployment-*.yml`, or give the template the model's resource id and deploy again. Jobs \
         of a private workspace cannot be started from studio: the YAML files hold the command that starts \
         them from a machine inside the network.\n",
    );
}

fn gaps(input: &Input<'_>, text: &mut String) {
    let of_one_format = terraform::gaps(&input.deployment);
    let mut gaps = input.gaps.iter().chain(&of_one_format).peekable();
    if gaps.peek().is_none() {
        return;
    }
    line(text, "## Not in these files\n");
    for gap in gaps {
        // Writing to a string does not fail.
        writeln!(text, "- {}", markdown::text(&gap.text)).ok();
    }
}
