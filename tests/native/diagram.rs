//! The drawing: every scenario, and random plans of any shape, in both layouts.

use azureml_vnet_wizard::diagram::{
    Area, Group, OutlineLine, Point, Role, Scene, Shape, Stroke, Text, Width, draw, outline, width,
};
use azureml_vnet_wizard::domain::{Item, Plan};
use azureml_vnet_wizard::exports::svg::{inline, svg};
use azureml_vnet_wizard::exports::{FORMATS, Input};
use azureml_vnet_wizard::rules::{self, Context, Findings};
use azureml_vnet_wizard::samples;
use expect_test::expect_file;
use proptest::prelude::*;

use crate::random_plan;

const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];

fn scene_of(plan: &Plan, width: Width) -> Scene {
    let context = Context::new(plan);
    draw(&context, &rules::check_in(&context), width)
}

/// Everything that must hold for a drawing, as sentences about what does not.
fn faults(plan: &Plan, findings: &Findings, width: Width) -> Vec<String> {
    let context = Context::new(plan);
    let scene = draw(&context, findings, width);
    let lines = outline(&context, findings);
    let mut faults = Vec::new();
    sheet(&scene, &mut faults);
    boxes(&scene, &mut faults);
    texts(&scene, &mut faults);
    edges(&scene, &mut faults);
    completeness(plan, &scene, &lines, &mut faults);
    if draw(&context, findings, width) != scene {
        faults.push("a second drawing of the same plan differs".to_owned());
    }
    faults
}

fn boxed(scene: &Scene) -> impl Iterator<Item = (&Group, Area)> {
    scene
        .groups
        .iter()
        .filter_map(|group| Some((group, group.area?)))
}

/// Keys are unique, and everything lies on the sheet.
fn sheet(scene: &Scene, faults: &mut Vec<String>) {
    let paper = Area::new(0, 0, scene.width, scene.height);
    let mut keys: Vec<&str> = scene.groups.iter().map(|g| g.key.as_str()).collect();
    keys.sort_unstable();
    for pair in keys.windows(2).filter(|pair| pair[0] == pair[1]) {
        faults.push(format!("two groups have the key {}", pair[0]));
    }
    for (group, area) in boxed(scene) {
        if !paper.contains(area) {
            faults.push(format!("{} {area:?} leaves the sheet", group.key));
        }
    }
    for (group, points, _) in lines_of(scene) {
        for point in points {
            if !paper.contains(Area::new(point.x, point.y, 0, 0)) {
                faults.push(format!("line {} leaves the sheet at {point:?}", group.key));
            }
        }
    }
}

/// Children lie inside their parents; siblings do not overlap; labels cover nothing.
fn boxes(scene: &Scene, faults: &mut Vec<String>) {
    let all: Vec<(&Group, Area)> = boxed(scene).collect();
    for (group, area) in &all {
        if let Some(parent) = &group.parent {
            let Some(around) = scene.group(parent).and_then(|parent| parent.area) else {
                faults.push(format!(
                    "{} stands in {parent}, which is not drawn",
                    group.key
                ));
                continue;
            };
            if !around.contains(*area) {
                faults.push(format!("{} leaves {parent}", group.key));
            }
        }
    }
    for (index, (a, a_area)) in all.iter().enumerate() {
        for (b, b_area) in &all[index + 1..] {
            let label = a.role == Role::Label || b.role == Role::Label;
            let beside = if label {
                // A label may stand inside a VNet, between its subnets.
                a.role != Role::Vnet && b.role != Role::Vnet
            } else {
                a.parent == b.parent
            };
            if beside && a_area.overlaps(*b_area) {
                faults.push(format!(
                    "{} {a_area:?} overlaps {} {b_area:?}",
                    a.key, b.key
                ));
            }
        }
    }
}

/// The box that a text takes, as measured.
fn extent(text: &Text) -> Area {
    let size = (text.style.size_tenths() + 9) / 10;
    let length = width(&text.text, text.style);
    let Point { x, y } = text.at;
    if text.turned {
        return Area::new(x - size / 2, y - length / 2, size, length);
    }
    let left = match text.anchor {
        azureml_vnet_wizard::diagram::Anchor::Start => x,
        azureml_vnet_wizard::diagram::Anchor::Middle => x - length / 2,
        azureml_vnet_wizard::diagram::Anchor::End => x - length,
    };
    Area::new(left, y - size + 3, length, size)
}

/// Texts stay in their boxes, do not touch each other, and are kept whole in a title when shortened.
fn texts(scene: &Scene, faults: &mut Vec<String>) {
    for (group, text) in scene.texts() {
        let Some(area) = group.area else {
            faults.push(format!("“{}” has no box", text.text));
            continue;
        };
        if !area.contains(extent(text)) {
            faults.push(format!(
                "“{}” {:?} leaves {} {area:?}",
                text.text,
                extent(text),
                group.key
            ));
        }
        if text.text.contains('…') && text.full.is_none() && !text.text.contains("privatelink") {
            faults.push(format!(
                "“{}” is shortened without its whole text",
                text.text
            ));
        }
    }
    let all: Vec<(&Group, &Text)> = scene.texts().collect();
    for (index, (group, a)) in all.iter().enumerate() {
        for (other, b) in &all[index + 1..] {
            if extent(a).overlaps(extent(b)) {
                faults.push(format!(
                    "“{}” in {} touches “{}” in {}",
                    a.text, group.key, b.text, other.key
                ));
            }
        }
    }
}

fn lines_of(scene: &Scene) -> impl Iterator<Item = (&Group, &[Point], Stroke)> {
    scene.groups.iter().flat_map(|group| {
        group.shapes.iter().filter_map(move |shape| match shape {
            Shape::Line { points, stroke, .. } if group.role == Role::Edge => {
                Some((group, points.as_slice(), *stroke))
            }
            _ => None,
        })
    })
}

/// The thin box of one piece of a line.
fn piece(a: Point, b: Point) -> Area {
    Area::new(
        a.x.min(b.x),
        a.y.min(b.y),
        (a.x - b.x).abs().max(1),
        (a.y - b.y).abs().max(1),
    )
}

/// Lines are horizontal and vertical, private links straight; no line passes a text, or a box that it does
/// not end at.
fn edges(scene: &Scene, faults: &mut Vec<String>) {
    for (group, points, stroke) in lines_of(scene) {
        if stroke == Stroke::Link && (points.len() != 2 || points[0].y != points[1].y) {
            faults.push(format!(
                "private link {} is not straight: {points:?}",
                group.key
            ));
        }
        for pair in points.windows(2) {
            if pair[0].x != pair[1].x && pair[0].y != pair[1].y {
                faults.push(format!("{} is slanted: {points:?}", group.key));
            }
            let piece = piece(pair[0], pair[1]);
            for (of, text) in scene.texts() {
                if piece.overlaps(extent(text)) {
                    faults.push(format!(
                        "{} passes “{}” of {}",
                        group.key, text.text, of.key
                    ));
                }
            }
            for (other, area) in boxed(scene) {
                if piece.overlaps(area) && !may_pass(scene, group, other) {
                    faults.push(format!(
                        "{} passes {} {area:?}: {points:?}",
                        group.key, other.key
                    ));
                }
            }
        }
    }
}

/// VNets may be passed; other boxes only when the line ends there or inside.
fn may_pass(scene: &Scene, line: &Group, other: &Group) -> bool {
    let Some((from, to)) = &line.ends else {
        return true;
    };
    if other.role == Role::Vnet {
        return true;
    }
    [from, to].into_iter().any(|end| {
        *end == other.key
            || scene
                .group(end)
                .and_then(|end| end.parent.as_ref())
                .is_some_and(|parent| *parent == other.key)
            || other.parent.as_ref() == Some(end)
    })
}

/// Every item of the plan that has a place is drawn, and told.
fn completeness(plan: &Plan, scene: &Scene, lines: &[OutlineLine], faults: &mut Vec<String>) {
    let mut items: Vec<Item> = Vec::new();
    for vnet in &plan.vnets {
        items.push(Item::Vnet(vnet.id));
        items.extend(vnet.subnets.iter().map(|subnet| Item::Subnet(subnet.id)));
    }
    items.extend(plan.clusters.iter().map(|c| Item::Cluster(c.id)));
    items.extend(plan.instances.iter().map(|c| Item::Instance(c.id)));
    items.extend(plan.attached.iter().map(|c| Item::Attached(c.id)));
    items.extend(plan.aks.iter().map(|c| Item::Aks(c.id)));
    items.extend(plan.storage.iter().map(|c| Item::Storage(c.id)));
    items.extend(plan.jump_hosts.iter().map(|c| Item::JumpHost(c.id)));
    items.extend(plan.bastions.iter().map(|c| Item::Bastion(c.id)));
    items.extend(plan.firewalls.iter().map(|c| Item::Firewall(c.id)));
    items.extend(plan.gateways.iter().map(|c| Item::Gateway(c.id)));
    items.extend(
        plan.private_endpoints
            .iter()
            .map(|c| Item::PrivateEndpoint(c.id)),
    );
    for item in items {
        if scene.group(&item.key()).is_none() {
            faults.push(format!("{item:?} is not drawn"));
        }
        if !lines
            .iter()
            .any(|line| line.subject.is_some_and(|subject| subject.item == item))
        {
            faults.push(format!("{item:?} is not told"));
        }
    }
}

#[track_caller]
fn assert_sound(plan: &Plan, findings: &Findings, width: Width) {
    let faults = faults(plan, findings, width);
    assert!(faults.is_empty(), "{width:?}:\n{}", faults.join("\n"));
}

#[test]
fn draws_every_scenario_without_faults() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let findings = rules::check(&plan);
        for width in WIDTHS {
            let faults = faults(&plan, &findings, width);
            assert!(
                faults.is_empty(),
                "{} {width:?}:\n{}",
                sample.slug,
                faults.join("\n")
            );
        }
    }
}

#[test]
fn draws_every_scenario_with_a_finding_about_everything() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let findings = random_plan::findings_about_everything(&plan);
        for width in WIDTHS {
            assert_sound(&plan, &findings, width);
        }
    }
}

#[test]
fn draws_blank_and_empty_plans() {
    for width in WIDTHS {
        assert_sound(&samples::blank(), &Findings::default(), width);
        assert_sound(&Plan::default(), &Findings::default(), width);
    }
    let texts: Vec<String> = scene_of(&Plan::default(), Width::Wide)
        .texts()
        .map(|(_, text)| text.text.clone())
        .collect();
    assert!(
        texts.contains(&"Nothing to draw yet".to_owned()),
        "{texts:?}"
    );
}

#[test]
fn numbers_every_step_of_the_flow_in_the_drawing_and_in_the_key() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        for width in WIDTHS {
            let scene = scene_of(&plan, width);
            let discs = |key: bool| -> Vec<usize> {
                let mut numbers: Vec<usize> = scene
                    .groups
                    .iter()
                    .filter(|group| (group.key == "key") == key)
                    .flat_map(|group| &group.shapes)
                    .filter_map(|shape| match shape {
                        Shape::Disc(_, number) => Some(*number),
                        _ => None,
                    })
                    .collect();
                numbers.sort_unstable();
                numbers
            };
            assert_eq!(discs(false), discs(true), "{} {width:?}", sample.slug);
            assert!(!discs(true).is_empty(), "{}", sample.slug);
        }
    }
}

#[test]
fn marks_a_subnet_with_the_worst_severity_of_what_is_in_it() {
    use azureml_vnet_wizard::diagram::Paint;
    use azureml_vnet_wizard::rules::Severity;

    let plan = samples::batch_scoring();
    let cluster = plan.clusters[0].id;
    let subnet = plan.clusters[0].subnet.expect("the sample has a subnet");
    let mut findings = Findings::default();
    let rule = rules::all().next().expect("there are rules");
    findings
        .report(rule, Item::Cluster(cluster), "Too many nodes", "…")
        .severity(Severity::Error);
    let context = Context::new(&plan);
    let scene = draw(&context, &findings, Width::Wide);
    let paints: Vec<&Shape> = scene
        .group(&Item::Subnet(subnet).key())
        .expect("drawn")
        .shapes
        .iter()
        .collect();
    assert!(matches!(
        paints[0],
        Shape::Rect {
            paint: Paint::Subnet(Some(Severity::Error)),
            ..
        }
    ));
    let told = outline(&context, &findings);
    let line = told
        .iter()
        .find(|line| line.subject == Some(Item::Subnet(subnet).into()))
        .expect("told");
    assert!(line.text.ends_with("(1 error)"), "{}", line.text);
}

#[test]
fn keeps_every_text_safe_in_markup() {
    let mut plan = samples::batch_scoring();
    plan.basics.title = "a<b>&\"c\"\u{1}".to_owned();
    let file = svg(&scene_of(&plan, Width::Wide));
    assert!(file.contains("a&lt;b&gt;&amp;&quot;c&quot;\u{fffd}"));
    assert!(!file.contains("a<b>"));
}

#[test]
fn writes_a_file_that_stands_alone() {
    for sample in samples::ALL {
        let scene = scene_of(&(sample.build)(), Width::Wide);
        let file = svg(&scene);
        for outside in ["href", "url(", "<style", "<script", "class=", "<image"] {
            assert!(!file.contains(outside), "{}: {outside}", sample.slug);
        }
        assert_eq!(file.matches("http").count(), 1, "the name space only");
        assert!(file.contains("role=\"img\"") && file.contains("<desc id="));
        let inside = inline(&scene, "here");
        assert!(!inside.contains("#1b55c0") && inside.contains("<title id=\"here-title\">"));
        assert_eq!(
            file.matches("<text").count(),
            inside.matches("<text").count()
        );
    }
}

#[test]
fn keeps_the_drawings_of_the_scenarios() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let format = FORMATS.iter().find(|format| format.id == "svg");
        let files = (format.expect("listed").render)(&Input::new(&plan));
        let [file] = files.as_slice() else {
            panic!("one drawing is exported");
        };
        expect_file![format!("golden/{}/{}", sample.slug, file.path)].assert_eq(&file.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default() })]

    #[test]
    fn draws_any_plan_without_faults(tape in prop::collection::vec(any::<u16>(), 300..301)) {
        let plan = random_plan::plan(&tape);
        let findings = random_plan::findings(&plan, &tape);
        for width in WIDTHS {
            let faults = faults(&plan, &findings, width);
            prop_assert!(faults.is_empty(), "{width:?}:\n{}", faults.join("\n"));
        }
    }
}
