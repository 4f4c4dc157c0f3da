//! `README.md` of the bundle: what each file is, and in which order to use them.

mod deploy;

use super::{File, Input, markdown, provenance, terraform};
use crate::deployment::{Resource, Value};

const PATH: &str = "README.md";

/// The read-me of these files.
pub(super) fn render(input: &Input<'_>, files: &[File]) -> File {
    let mut text = String::new();
    heading(input, &mut text);
    table(files, &mut text);
    deploy::write(input, files, &mut text);
    by_hand(input, &mut text);
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

/// What no command of these files does.
fn by_hand(input: &Input<'_>, text: &mut String) {
    line(
        text,
        "## By hand\n\n- What others build stands in `network-request.md`: reserved ranges, rules on their \
         firewalls, routes, peerings, DNS.",
    );
    let nodes = &input.deployment.nodes;
    let models: Vec<String> = nodes
        .iter()
        .filter_map(|node| {
            let Resource::BatchDeployment(batch) = &node.resource else {
                return None;
            };
            let Value::Param(name) = &batch.model_id else {
                return None;
            };
            Some(format!("`{name}`"))
        })
        .collect();
    if !models.is_empty() {
        line(
            text,
            &format!(
                "- A batch deployment needs a registered model. Register it, then give its resource id as {} and \
                 deploy again, or apply `azureml/batch-deployment-*.yml`.",
                models.join(", ")
            ),
        );
    }
    if nodes
        .iter()
        .any(|node| matches!(node.resource, Resource::BatchEndpoint(_)))
    {
        line(
            text,
            "- Jobs of a private workspace cannot be started from studio: the YAML files of batch endpoints hold \
             the command that starts them from a machine inside the network.",
        );
    }
}

fn gaps(input: &Input<'_>, text: &mut String) {
    let of_one_format = terraform::gaps(&input.deployment);
    let mut gaps = input.gaps.iter().chain(&of_one_format).peekable();
    if gaps.peek().is_none() {
        return;
    }
    line(text, "\n## Not in these files\n");
    for gap in gaps {
        line(text, &format!("- {}", markdown::text(&gap.text)));
    }
}
