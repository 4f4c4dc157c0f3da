//! `terraform/*.tf`: the deployment as Terraform configuration for azurerm, and azapi where azurerm has none.
//!
//! The files hold for azurerm 4 and 5. Resources are written by tables that read the bodies of the ARM
//! template, so both formats say the same. No secret is in them: secrets are variables.

mod context;
mod declarations;
mod kind;
mod resource;
mod table;

use super::hcl::Body;
use super::{File, Format, Input, provenance};
use crate::deployment::{Deployment, Gap, Node, Resource};
pub(super) use context::snake;
use context::{Context, is_noted_at};
use kind::{Place, kind};

/// Terraform.
pub(super) const FORMAT: Format = Format {
    id: "terraform",
    label: "Terraform",
    render,
};

fn render(input: &Input<'_>) -> Vec<File> {
    let context = Context::new(input);
    let mut files = Vec::new();
    let mut noted = Vec::new();
    for (place, name, purpose) in Place::ALL {
        let mut body = begin(input);
        let mut reasons: Vec<&str> = Vec::new();
        let mut is_empty = true;
        for node in &context.nodes {
            let kind = kind(node);
            if place_of(node, kind.place) != *place {
                continue;
            }
            is_empty = false;
            let mut comments = Vec::new();
            if is_noted_at(&context, node) {
                comments = provenance::notes(input, node);
                noted.extend(comments.iter().cloned());
            }
            if !kind.reason.is_empty() && !reasons.contains(&kind.reason) {
                reasons.push(kind.reason);
                comments.push(kind.reason.to_owned());
            }
            comments.extend(gap(&input.deployment, node).map(|gap| gap.text));
            for (header, block) in resource::blocks(&context, node) {
                body.commented_block(&comments, &header, block);
                comments.clear();
            }
        }
        if !is_empty {
            files.push(file(name, purpose, &body));
        }
    }
    declarations::files(&context, &noted, &mut files);
    files
}

/// A role stands with what it is for.
fn place_of(node: &Node, place: Place) -> Place {
    let is_endpoint = matches!(node.item, crate::domain::Item::PrivateEndpoint(_));
    if is_endpoint && matches!(node.resource, Resource::RoleAssignment(_)) {
        Place::PrivateLink
    } else {
        place
    }
}

/// What Terraform's files do not say although others do.
pub(super) fn gaps(deployment: &Deployment) -> Vec<Gap> {
    let nodes = deployment.nodes.iter();
    nodes.filter_map(|node| gap(deployment, node)).collect()
}

fn gap(deployment: &Deployment, node: &Node) -> Option<Gap> {
    let Resource::ComputeInstance(_) = node.resource else {
        return None;
    };
    let name = node
        .names
        .last()
        .map_or("", |name| deployment.planned_text(name));
    Some(Gap {
        subject: node.item.into(),
        text: format!(
            "Terraform: azurerm cannot say that applications on {name} are personal. Set “Personal” under \
             application sharing when the instance stands."
        ),
    })
}

/// A file with what stands above everything: errors of the plan and provenance.
fn begin(input: &Input<'_>) -> Body {
    let mut body = Body::default();
    for line in provenance::banner(input) {
        body.comment(&line);
    }
    body.comment(&provenance::origin(input));
    body
}

fn file(name: &str, purpose: &'static str, body: &Body) -> File {
    File {
        path: format!("terraform/{name}.tf"),
        purpose,
        media_type: "text/plain",
        text: body.print(),
    }
}
