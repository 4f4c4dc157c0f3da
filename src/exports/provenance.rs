//! Where a file comes from, and what is wrong with the plan behind it. Every file says so in its own way.
//!
//! No date and no user: the same plan gives the same bytes.

use super::{Input, schema_version};
use crate::deployment::Node;
use crate::deployment::Resource;
use crate::domain::Item;
use crate::rules::{Finding, Severity};

/// Name of this tool.
pub(super) const GENERATOR: &str = "Azure ML VNet Wizard";
/// Version of this tool.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// One line that says where a file comes from.
pub(super) fn origin(input: &Input<'_>) -> String {
    let title = &input.deployment.title;
    let title = if title.is_empty() {
        "(no title)"
    } else {
        title
    };
    format!(
        "Written by {GENERATOR} {VERSION} from the plan “{title}” (plan format {}).",
        schema_version()
    )
}

/// The warning that stands above everything while the plan has errors; empty if it has none.
pub(super) fn banner(input: &Input<'_>) -> Vec<String> {
    let errors: Vec<&Finding> = with(input, Severity::Error).collect();
    if errors.is_empty() {
        return Vec::new();
    }
    let open = errors
        .iter()
        .filter(|finding| finding.acknowledged.is_none())
        .count();
    let count = |number| match number {
        1 => "1 error".to_owned(),
        many => format!("{many} errors"),
    };
    let mut lines = vec![if open == 0 {
        format!(
            "DEPLOY WITH CARE: the plan has {} that the team has acknowledged.",
            count(errors.len())
        )
    } else {
        format!(
            "DO NOT DEPLOY: the plan has {}. Azure refuses it, or it does not work.",
            count(open)
        )
    }];
    lines.extend(errors.into_iter().map(line));
    lines
}

/// What is risky about the plan, one line each.
pub(super) fn warnings(input: &Input<'_>) -> Vec<String> {
    with(input, Severity::Warning).map(line).collect()
}

/// What is risky about the plan but about none of these resources: a file whose resources carry their own
/// warnings says the rest at its head.
pub(super) fn other_warnings<'n>(
    input: &Input<'_>,
    nodes: impl IntoIterator<Item = &'n Node>,
) -> Vec<String> {
    let placed: Vec<String> = nodes
        .into_iter()
        .flat_map(|node| notes(input, node))
        .collect();
    let mut warnings = warnings(input);
    warnings.retain(|warning| !placed.contains(warning));
    warnings
}

/// What is wrong or risky about a resource, one line each.
pub(super) fn notes(input: &Input<'_>, node: &Node) -> Vec<String> {
    let mut items = vec![node.item];
    if let Resource::Vnet(_) = &node.resource
        && let Item::Vnet(id) = node.item
        && let Some(vnet) = input.context.plan.vnet(id)
    {
        items.extend(vnet.subnets.iter().map(|subnet| Item::Subnet(subnet.id)));
    }
    notes_about(input, &items)
}

/// What is wrong or risky about these items, one line each.
pub(super) fn notes_about(input: &Input<'_>, items: &[Item]) -> Vec<String> {
    input
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Advice)
        .filter(|finding| {
            let first = finding.subjects.first();
            first.is_some_and(|subject| items.contains(&subject.item))
        })
        .map(line)
        .collect()
}

fn with<'f>(input: &'f Input<'_>, severity: Severity) -> impl Iterator<Item = &'f Finding> {
    let all = input.findings.iter();
    all.filter(move |finding| finding.severity == severity)
}

fn line(finding: &Finding) -> String {
    let mut line = format!(
        "{} {}: {}",
        finding.severity.word(),
        finding.rule.code,
        finding.title
    );
    if let Some(reason) = &finding.acknowledged {
        line.push_str(" (acknowledged: ");
        line.push_str(reason);
        line.push(')');
    }
    line
}
