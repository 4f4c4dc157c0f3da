//! The drawing for draw.io, read from its file: what a person opens has everything in its place.

use std::collections::BTreeMap;

use azureml_vnet_wizard::domain::{Placement, Plan, PrefixText};
use azureml_vnet_wizard::exports::{FORMATS, Input};
use azureml_vnet_wizard::samples;
use proptest::prelude::*;

use crate::random_plan;

/// A shape: where it is on the sheet, what is written in it, and how.
struct Shape {
    id: String,
    parent: String,
    /// Left, top, right, bottom.
    area: [i32; 4],
    lines: Vec<String>,
    style: BTreeMap<String, String>,
}

impl Shape {
    fn number(&self, name: &str) -> i32 {
        let value = self.style.get(name).map(|value| value.parse());
        value.map_or(0, |value| value.expect("a number"))
    }

    /// A sign of a finding, which sits on the corner of what it is about.
    fn is_mark(&self) -> bool {
        self.style.contains_key("ellipse") || self.style.contains_key("triangle")
    }

    fn is_around(&self, inner: &Self) -> bool {
        let ([left, top, right, bottom], inner) = (self.area, inner.area);
        left <= inner[0] && top <= inner[1] && inner[2] <= right && inner[3] <= bottom
    }

    fn overlaps(&self, other: &Self) -> bool {
        let (a, b) = (self.area, other.area);
        a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
    }
}

fn style(text: &str) -> BTreeMap<String, String> {
    let parts = text.split(';').filter(|part| !part.is_empty());
    parts
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// The shapes of a plan's drawing in their order, with places counted from the corner of the sheet.
fn shapes(plan: &Plan) -> Vec<Shape> {
    let format = FORMATS.iter().find(|format| format.id == "drawio");
    let files = (format.expect("draw.io").render)(&Input::new(plan));
    let document = roxmltree::Document::parse(&files[0].text).expect("XML");
    let mut shapes: Vec<Shape> = Vec::new();
    for cell in document
        .descendants()
        .filter(|it| it.attribute("vertex") == Some("1"))
    {
        let of = |name: &str| cell.attribute(name).unwrap_or_default().to_owned();
        let geometry = cell.first_element_child().expect("a geometry");
        let number = |name: &str| -> i32 {
            let value = geometry.attribute(name).expect("a place");
            value.parse().expect("a number")
        };
        let parent = of("parent");
        let around = shapes.iter().find(|shape| shape.id == parent);
        assert!(
            around.is_some() || parent == "1",
            "{parent} stands before what is in it"
        );
        let (x, y) = around.map_or((0, 0), |around| (around.area[0], around.area[1]));
        let (left, top) = (x + number("x"), y + number("y"));
        shapes.push(Shape {
            id: of("id"),
            parent,
            area: [left, top, left + number("width"), top + number("height")],
            lines: of("value").split('\n').map(str::to_owned).collect(),
            style: style(&of("style")),
        });
    }
    shapes
}

fn faults(plan: &Plan) -> Vec<String> {
    let shapes = shapes(plan);
    let mut faults = Vec::new();
    let fixed: Vec<&Shape> = shapes.iter().filter(|shape| !shape.is_mark()).collect();
    for (index, shape) in fixed.iter().enumerate() {
        let around = fixed.iter().find(|around| around.id == shape.parent);
        if around.is_some_and(|around| !around.is_around(shape)) {
            faults.push(format!("{} leaves {}", shape.id, shape.parent));
        }
        // A label may stand inside a network, between its subnets.
        let is_label = |shape: &Shape| shape.style.get("fillColor").is_some_and(|it| it == "none");
        let beside = fixed[index + 1..]
            .iter()
            .filter(|other| other.parent == shape.parent);
        for other in beside {
            let is_inside = is_label(other) && shape.is_around(other)
                || is_label(shape) && other.is_around(shape);
            if shape.overlaps(other) && !is_inside {
                faults.push(format!("{} overlaps {}", shape.id, other.id));
            }
        }
        // draw.io sets lines 1.2 times as high as letters.
        let tenths = i32::try_from(shape.lines.len()).expect("few") * shape.number("fontSize") * 12;
        let room = if shape.style.contains_key("horizontal") {
            shape.area[2] - shape.area[0]
        } else {
            shape.area[3] - shape.area[1]
        };
        if (tenths + 5) / 10 + shape.number("spacingTop") > room {
            faults.push(format!("{} has no room for {:?}", shape.id, shape.lines));
        }
    }
    for mark in shapes.iter().filter(|shape| shape.is_mark()) {
        if !fixed.iter().any(|shape| shape.overlaps(mark)) {
            faults.push(format!("{} marks nothing", mark.id));
        }
    }
    faults
}

type Change = (&'static str, fn(&mut Plan));

/// Every scenario as it is, into networks that exist, with public addresses, with errors, with long names.
fn variants() -> impl Iterator<Item = (String, Plan)> {
    let changes: [Change; 5] = [
        ("as it is", |_| {}),
        ("existing", |plan| {
            for vnet in &mut plan.vnets {
                vnet.placement = Placement::Existing;
            }
        }),
        ("public", |plan| {
            plan.clusters.iter_mut().for_each(|it| it.public_ip = true);
            plan.instances.iter_mut().for_each(|it| it.public_ip = true);
            plan.private_endpoints.clear();
        }),
        ("broken", |plan| {
            for vnet in &mut plan.vnets {
                vnet.address_space = vec![PrefixText::new("10.0.0.5/16")];
            }
        }),
        ("long names", |plan| {
            for vnet in &mut plan.vnets {
                vnet.name = "network ".repeat(12);
                for subnet in &mut vnet.subnets {
                    subnet.name = "subnet-with-a-name-of-eighty-letters-".repeat(2);
                }
            }
        }),
    ];
    let scenarios = samples::ALL
        .iter()
        .map(|sample| (sample.slug, (sample.build)()));
    let scenarios = scenarios.chain([("blank", samples::blank())]);
    scenarios.flat_map(move |(slug, plan)| {
        changes.map(|(name, change)| {
            (
                format!("{slug}, {name}"),
                samples::with(plan.clone(), change),
            )
        })
    })
}

#[test]
fn every_shape_for_drawio_has_its_place() {
    let mut drawn = 0;
    for (name, plan) in variants() {
        let faults = faults(&plan);
        assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
        drawn += shapes(&plan).len();
    }
    assert!(drawn > 500, "{drawn}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default() })]

    #[test]
    fn every_shape_of_any_plan_has_its_place(tape in prop::collection::vec(any::<u16>(), 300..301)) {
        let faults = faults(&random_plan::plan(&tape));
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn a_service_says_its_name_before_what_it_offers() {
    let shapes = shapes(&samples::everything());
    let lines = |id: &str| {
        let shape = shapes.iter().find(|shape| shape.id == id);
        &shape.unwrap_or_else(|| panic!("no {id}")).lines
    };
    let account = samples::everything().storage[0].id.0;
    assert_eq!(
        lines(&format!("storage-{account}")),
        &[
            "Storage account",
            "stvisionmlprod01",
            "blob, file, queue, table"
        ]
    );
    assert_eq!(
        lines("title-block"),
        &[
            "Plan: Vision platform · Region: westeurope",
            "Cloud: Azure public"
        ]
    );
    assert_eq!(
        lines("key")[1],
        "1. Sign in to Azure Bastion bas-vision-prod"
    );
    assert!(
        shapes.iter().all(|shape| shape.id != "legend"),
        "signs are left out"
    );
}
