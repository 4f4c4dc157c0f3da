//! Everything that is no resource: versions, providers, variables, resource groups, what exists, outputs.

use super::context::{Context, alias, code_of, snake};
use super::{begin, file};
use crate::azure::terraform;
use crate::deployment::resource::Credential;
use crate::deployment::{LOCATION, Node, Parameter, ParameterKind, Resource, Scope};
use crate::domain::Cloud;
use crate::exports::hcl::{Body, Expr, quoted};
use crate::exports::{File, provenance};

/// Adds the files. They come last because they declare what the resources turned out to need.
pub(super) fn files(context: &Context<'_>, noted: &[String], files: &mut Vec<File>) {
    let outputs = outputs(context);
    let main = main(context, noted);
    let mut add = |name, purpose, body: Option<Body>| {
        files.extend(body.map(|body| file(name, purpose, &body)));
    };
    add(
        "existing",
        "Terraform: what exists already and is read.",
        existing(context),
    );
    add(
        "main",
        "Terraform: start here; resource groups, and what is to be known.",
        Some(main),
    );
    add(
        "outputs",
        "Terraform: what the next step needs to know.",
        outputs,
    );
    add(
        "providers",
        "Terraform: subscriptions and cloud.",
        Some(providers(context)),
    );
    add(
        "variables",
        "Terraform: what a team varies; secrets have no default.",
        Some(variables(context)),
    );
    add(
        "versions",
        "Terraform: versions of Terraform and its providers.",
        Some(versions(context)),
    );
}

fn versions(context: &Context<'_>) -> Body {
    let provider = |source: &str, version: &str| {
        Expr::Object(vec![
            ("source".to_owned(), source.into()),
            ("version".to_owned(), version.into()),
        ])
    };
    let mut required = Body::default();
    required.set("azapi", provider("Azure/azapi", terraform::AZAPI.value));
    required.set(
        "azurerm",
        provider("hashicorp/azurerm", terraform::AZURERM.value),
    );
    let mut inner = Body::default();
    inner.set("required_version", terraform::TERRAFORM.value);
    inner.block("required_providers", required);
    let mut body = begin(context.input);
    body.comment("The files hold for azurerm 5 as well: change the version when you are ready.");
    body.block("terraform", inner);
    body
}

fn providers(context: &Context<'_>) -> Body {
    let cloud = context.deployment().cloud;
    let environment = (cloud != Cloud::Public).then(|| terraform::environment(cloud).value);
    let mut body = begin(context.input);
    let mut provider = |kind: &str, name: Option<String>, subscription: Expr| {
        let mut inner = Body::default();
        inner.maybe("alias", name.as_ref().map(Expr::from));
        inner.set("subscription_id", subscription);
        inner.maybe("environment", environment.map(Expr::from));
        if kind == "azurerm" {
            // Whoever runs this stands outside the network, where the storage accounts do not answer.
            let mut storage = Body::default();
            storage.set("data_plane_available", false);
            let mut features = Body::default();
            features.block("storage", storage);
            inner.block("features", features);
        }
        body.block(&format!("provider \"{kind}\""), inner);
    };
    provider("azurerm", None, Expr::code("var.subscription_id"));
    for (place, subscription) in context.subscriptions.iter().enumerate() {
        provider("azurerm", Some(alias(place)), Expr::from(subscription));
    }
    provider("azapi", None, Expr::code("var.subscription_id"));
    body
}

fn variables(context: &Context<'_>) -> Body {
    let deployment = context.deployment();
    let mut body = begin(context.input);
    let known = |text: &str| (!text.is_empty()).then(|| Expr::from(text));
    let target = &deployment.target;
    variable(
        &mut body,
        "subscription_id",
        "Subscription that everything is created in, unless said otherwise.",
        "string",
        known(&target.subscription),
    );
    if context.groups().iter().any(|scope| scope.group.is_empty()) {
        let description = "Resource group that everything is created in, unless said otherwise.";
        let default = known(&target.group);
        variable(
            &mut body,
            "resource_group_name",
            description,
            "string",
            default,
        );
    }
    for scope in new_groups(context) {
        let name = format!("create_{}", context.group_label(&scope));
        let description = match scope.group.as_str() {
            "" => "Whether the resource group is created. False if it exists.".to_owned(),
            group => format!("Whether the resource group {group} is created. False if it exists."),
        };
        variable(&mut body, &name, &description, "bool", Some(true.into()));
    }
    for parameter in &deployment.parameters {
        if context.is_read(&parameter.name) {
            declare(context, parameter, &mut body);
        }
    }
    body
}

fn variable(body: &mut Body, name: &str, description: &str, kind: &str, default: Option<Expr>) {
    let mut inner = Body::default();
    inner.set("description", description);
    inner.set("type", Expr::code(kind));
    inner.maybe("default", default);
    body.block(&format!("variable \"{name}\""), inner);
}

fn declare(context: &Context<'_>, parameter: &Parameter, body: &mut Body) {
    let mut inner = Body::default();
    inner.set("description", &parameter.description);
    let kind = match parameter.kind {
        ParameterKind::Text | ParameterKind::Secret => "string",
        ParameterKind::Object => "map(string)",
    };
    inner.set("type", Expr::code(kind));
    inner.maybe(
        "default",
        parameter.default.as_ref().map(|value| context.expr(value)),
    );
    if parameter.kind == ParameterKind::Secret && !is_public_key(context, &parameter.name) {
        inner.set("sensitive", true);
    }
    body.block(&format!("variable \"{}\"", snake(&parameter.name)), inner);
}

/// A public key is asked for like a secret, but may be shown.
fn is_public_key(context: &Context<'_>, name: &str) -> bool {
    context.nodes.iter().any(|node| {
        matches!(
            &node.resource,
            Resource::VirtualMachine(machine)
                if machine.credential == Credential::SshPublicKey(
                    crate::deployment::Value::Param(name.to_owned())
                )
        )
    })
}

/// Groups that may have to be created.
fn new_groups(context: &Context<'_>) -> Vec<Scope> {
    let mut groups = context.groups();
    groups.retain(|scope| !context.group_exists(scope));
    groups
}

fn main(context: &Context<'_>, noted: &[String]) -> Body {
    let mut body = begin(context.input);
    body.comment("");
    body.comment("terraform init, then terraform plan, then terraform apply.");
    let secrets = context.deployment().parameters.iter();
    for secret in secrets.filter(|it| it.kind == ParameterKind::Secret) {
        if context.is_read(&secret.name) {
            body.comment(&format!(
                "Set TF_VAR_{} first. {}",
                snake(&secret.name),
                secret.description
            ));
        }
    }
    let warnings = provenance::warnings(context.input);
    let elsewhere = |line: &&String| !noted.contains(line);
    let gaps = &context.input.gaps;
    let gaps = gaps
        .iter()
        .map(|gap| format!("Not in these files: {}", gap.text));
    let lines: Vec<String> = warnings
        .iter()
        .filter(elsewhere)
        .cloned()
        .chain(gaps)
        .collect();
    if !lines.is_empty() {
        body.comment("");
        lines.iter().for_each(|line| body.comment(line));
    }
    if context.needs_tenant() {
        body.block(
            "data \"azurerm_client_config\" \"current\"",
            Body::default(),
        );
    }
    let groups = new_groups(context);
    let mut locals = Body::default();
    for scope in &groups {
        let label = context.group_label(scope);
        let planned = planned_name(scope);
        let created = format!("azurerm_resource_group.{label}[0].name");
        let name = format!("var.create_{label} ? {created} : {}", code_of(planned));
        locals.set(&label, Expr::Code(name));
    }
    if !groups.is_empty() {
        body.block("locals", locals);
    }
    for scope in &groups {
        group(context, scope, &mut body);
    }
    body
}

fn planned_name(scope: &Scope) -> Expr {
    if scope.group.is_empty() {
        Expr::code("var.resource_group_name")
    } else {
        Expr::from(&scope.group)
    }
}

/// A resource group, created unless the team says that it exists.
fn group(context: &Context<'_>, scope: &Scope, body: &mut Body) {
    let label = context.group_label(scope);
    let here = context.nodes.iter().filter(|node| node.scope == *scope);
    let is_region = |node: &&Node| {
        let region = node.location.as_ref();
        region.is_some_and(|region| context.deployment().planned_text(region) != "global")
    };
    let region = crate::deployment::Value::Param(LOCATION.to_owned());
    let region = here
        .into_iter()
        .find(is_region)
        .and_then(|node| node.location.clone())
        .unwrap_or(region);
    let mut inner = Body::default();
    inner.set("count", Expr::Code(format!("var.create_{label} ? 1 : 0")));
    inner.maybe("provider", context.provider(scope));
    inner.set("name", planned_name(scope));
    inner.set("location", context.expr(&region));
    let tags = crate::deployment::Value::Param(crate::deployment::TAGS.to_owned());
    inner.set("tags", context.expr(&tags));
    body.block(
        &format!("resource \"azurerm_resource_group\" \"{label}\""),
        inner,
    );
}

/// Data sources for what exists and is referred to.
fn existing(context: &Context<'_>) -> Option<Body> {
    let mut body = begin(context.input);
    let mut is_empty = true;
    for existing in &context.deployment().existing {
        let address = context.address(&existing.key);
        let parts = address.and_then(|it| it.strip_prefix("data.")?.split_once('.'));
        let Some((kind, label)) = parts.filter(|_| context.is_used(&existing.key)) else {
            continue;
        };
        is_empty = false;
        let scope = existing.id.scope.relative_to(&context.deployment().target);
        let mut inner = Body::default();
        inner.maybe("provider", context.provider(&scope));
        inner.set("name", existing.id.name());
        if let [network, _] = existing.id.names.as_slice() {
            inner.set("virtual_network_name", network);
        }
        inner.set("resource_group_name", &existing.id.scope.group);
        body.block(&format!("data {} {}", quoted(kind), quoted(label)), inner);
    }
    (!is_empty).then_some(body)
}

fn outputs(context: &Context<'_>) -> Option<Body> {
    let outputs = &context.deployment().outputs;
    let mut body = begin(context.input);
    for output in outputs {
        let mut inner = Body::default();
        inner.set("description", &output.description);
        inner.set("value", context.expr(&output.value));
        body.block(&format!("output \"{}\"", snake(&output.name)), inner);
    }
    (!outputs.is_empty()).then_some(body)
}
