//! `report.md` and `report.html`: the design document, for those who approve a network before it is built.
//!
//! One document, printed twice. Everything in it is printed from the deployment, the capacity, the flows and
//! the findings; nothing is worked out here.

mod capacity;
mod later;
mod networks;
mod review;

pub(super) use networks::{permissions, route_rows};
pub(super) use review::verdict;

use super::page::{Block, Line, Page, Tone, code, html, markdown, text};
use super::{File, Format, Input, provenance, svg, view};
use crate::capacity::thousands;
use crate::deployment::{Deployment, LOCATION, Resource, UNKNOWN_SUBSCRIPTION};
use crate::diagram::{STEPS, Scene, Width, draw, outline};
use crate::domain::Word;
use crate::rules::Severity;

/// The design document.
pub(super) const FORMAT: Format = Format {
    id: "report",
    label: "Report",
    render,
};

/// The drawing's place in the bundle.
const DRAWING: &str = "topology.svg";

fn render(input: &Input<'_>) -> Vec<File> {
    let page = page(input);
    vec![
        File {
            path: "report.md".to_owned(),
            purpose: "The design document: addresses, capacity, flows, findings, and what cannot change later.",
            media_type: "text/markdown",
            text: markdown(&page),
        },
        File {
            path: "report.html".to_owned(),
            purpose: "The design document as one page with the drawing in it, to read and to print.",
            media_type: "text/html",
            text: html(&page, &title(&input.deployment)),
        },
    ]
}

/// What the plan is called.
pub(super) fn title(deployment: &Deployment) -> String {
    match deployment.title.trim() {
        "" => "Azure ML network".to_owned(),
        title => title.to_owned(),
    }
}

/// Title, errors and where the file comes from: how each paper begins.
pub(super) fn begin(input: &Input<'_>, title: String) -> Page {
    let mut page = Page::default();
    page.heading(1, title);
    page.paragraph(text(provenance::origin(input)));
    if let Some((first, errors)) = provenance::banner(input).split_first() {
        let lines = errors.iter().map(text).collect();
        page.push(Block::Notice(Tone::Error, first.clone(), lines));
    }
    page
}

fn page(input: &Input<'_>) -> Page {
    let scene = draw(&input.context, &input.findings, Width::Wide);
    let mut page = begin(input, title(&input.deployment));
    summary(input, &scene, &mut page);
    drawing(input, &scene, &mut page);
    networks::write(input, &mut page);
    capacity::write(input, &mut page);
    review::flows(input, &mut page);
    review::findings(input, &mut page);
    later::write(input, &mut page);
    gaps(input, &mut page);
    review::sources(input, &mut page);
    page.drop_empty_sections();
    page
}

fn summary(input: &Input<'_>, scene: &Scene, page: &mut Page) {
    let deployment = &input.deployment;
    page.heading(2, "Summary");
    let ending = " The outline lists everything that is drawn.";
    page.paragraph(text(
        scene
            .description
            .strip_suffix(ending)
            .unwrap_or(&scene.description),
    ));
    let count = |wanted: fn(&Resource) -> bool| {
        let found = deployment
            .nodes
            .iter()
            .filter(|node| wanted(&node.resource));
        text(thousands(u64::try_from(found.count()).unwrap_or(u64::MAX)))
    };
    let region = deployment
        .parameter(LOCATION)
        .and_then(|parameter| parameter.default.as_ref())
        .map_or("", |value| deployment.planned_text(value));
    let target = &deployment.target;
    let (mut subscription, group) = (target.subscription.as_str(), target.group.as_str());
    if subscription == UNKNOWN_SUBSCRIPTION {
        subscription = "";
    }
    page.push(Block::Facts(vec![
        ("Cloud", text(deployment.cloud.label())),
        ("Region", code(region)),
        ("Subscription", code(subscription)),
        ("Resource group", code(group)),
        (
            "New subnets",
            text(thousands(
                u64::try_from(
                    view::subnets(input)
                        .iter()
                        .filter(|subnet| subnet.body.is_some())
                        .count(),
                )
                .unwrap_or(u64::MAX),
            )),
        ),
        (
            "New private endpoints",
            count(|resource| matches!(resource, Resource::PrivateEndpoint(_))),
        ),
        (
            "New computes and clusters",
            count(|resource| {
                matches!(
                    resource,
                    Resource::ComputeCluster(_)
                        | Resource::ComputeInstance(_)
                        | Resource::AksCluster(_)
                )
            }),
        ),
        ("Required flows", text(input.flows.summary())),
        ("Open findings", text(open_findings(input))),
    ]));
    tags(input, page);
}

fn tags(input: &Input<'_>, page: &mut Page) {
    let tags: Vec<String> = input
        .context
        .plan
        .basics
        .tags
        .iter()
        .filter(|tag| !tag.name.trim().is_empty())
        .map(|tag| format!("{}={}", tag.name.trim(), tag.value.trim()))
        .collect();
    if !tags.is_empty() {
        page.paragraph(text("Tags: ").codes(&tags));
    }
}

/// `2 errors, 1 warning, 3 notes`.
fn open_findings(input: &Input<'_>) -> String {
    let parts: Vec<String> = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Advice, "note"),
    ]
    .into_iter()
    .map(|(severity, word)| (input.findings.count(severity), word))
    .filter(|(count, _)| *count > 0)
    .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
    .collect();
    if parts.is_empty() {
        "none".to_owned()
    } else {
        parts.join(", ")
    }
}

fn drawing(input: &Input<'_>, scene: &Scene, page: &mut Page) {
    page.heading(2, "Drawing");
    page.push(Block::Drawing {
        path: DRAWING,
        description: scene.title.clone(),
        svg: svg::svg(scene),
    });
    let lines = outline(&input.context, &input.findings);
    let steps: Vec<Line> = lines
        .iter()
        .skip_while(|line| line.depth > 0 || line.text != STEPS)
        .skip(1)
        .map(|line| {
            let numbered = line.text.split_once(". ");
            text(numbered.map_or(line.text.as_str(), |(_, step)| step))
        })
        .collect();
    if !steps.is_empty() {
        page.heading(3, STEPS);
        page.push(Block::Numbered(steps));
    }
}

fn gaps(input: &Input<'_>, page: &mut Page) {
    if input.gaps.is_empty() {
        return;
    }
    page.heading(2, "Not in the files");
    page.paragraph(text(
        "The plan says more than the deployment files can. This is left to do by hand:",
    ));
    let gaps = input.gaps.iter().map(|gap| text(&gap.text)).collect();
    page.push(Block::List(gaps));
}
