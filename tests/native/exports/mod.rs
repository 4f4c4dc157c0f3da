//! What is exported: the same every time, in files that say what the plan says.

mod azureml;
mod bicep;
mod cli;
mod drawings;
mod golden;
mod hostile;
mod hostile_papers;
mod other_groups;
mod papers;
mod sheets;
mod template;
mod terraform;
mod variants;

use std::io::{Cursor, Read};

use azureml_vnet_wizard::domain::Plan;
use azureml_vnet_wizard::exports::{File, bundle, zip};
use azureml_vnet_wizard::samples;
use serde_json::Value;

/// The text of one file of a plan's bundle.
fn text(plan: &Plan, path: &str) -> String {
    let file = bundle(plan).into_iter().find(|file| file.path == path);
    file.unwrap_or_else(|| panic!("no {path}")).text
}

/// The ARM template of a plan.
fn arm(plan: &Plan) -> Value {
    serde_json::from_str(&text(plan, "arm/azuredeploy.json")).expect("JSON")
}

/// The resources of one type in a template, without those of nested deployments.
fn resources<'t>(template: &'t Value, kind: &str) -> Vec<&'t Value> {
    let all = template["resources"].as_array().expect("resources");
    all.iter().filter(|it| it["type"] == kind).collect()
}

#[test]
fn gives_the_same_bytes_every_time() {
    for sample in samples::ALL {
        let once = bundle(&(sample.build)());
        assert_eq!(once, bundle(&(sample.build)()), "{}", sample.slug);
        assert_eq!(zip(&once), zip(&once));
    }
}

#[test]
fn orders_files_by_path_and_ends_each_with_one_line_break() {
    for sample in samples::ALL {
        let files = bundle(&(sample.build)());
        assert!(
            files.is_sorted_by(|a, b| a.path < b.path),
            "{}",
            sample.slug
        );
        for file in files {
            assert!(
                // Tables for spreadsheets end their lines as RFC 4180 wants.
                file.text.ends_with('\n')
                    && (file.media_type == "text/csv" || !file.text.contains('\r')),
                "{}",
                file.path
            );
        }
    }
}

#[test]
fn the_read_me_names_every_file() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let read_me = text(&plan, "README.md");
        for file in bundle(&plan) {
            assert!(
                read_me.contains(&format!("| `{}` |", file.path)),
                "{}",
                file.path
            );
        }
    }
}

#[test]
fn the_archive_holds_the_files_byte_for_byte() {
    let mut files = bundle(&samples::everything());
    files.push(File {
        path: "naïve/ü.txt".to_owned(),
        purpose: "A name that is not ASCII, and no content.",
        media_type: "text/plain",
        text: String::new(),
    });
    let mut archive = zip::ZipArchive::new(Cursor::new(zip(&files))).expect("a zip archive");
    assert_eq!(archive.len(), files.len());
    for (position, file) in files.iter().enumerate() {
        let mut entry = archive.by_index(position).expect("an entry");
        assert_eq!(entry.name().expect("UTF-8"), file.path);
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("the checksum holds");
        assert_eq!(text, file.text);
    }
}

#[test]
fn an_error_in_the_plan_stands_in_every_file_that_has_comments() {
    let plan = samples::with(samples::batch_scoring(), |plan| {
        plan.vnets[0].address_space =
            vec![azureml_vnet_wizard::domain::PrefixText::new("10.0.0.5/16")];
    });
    for file in bundle(&plan)
        .into_iter()
        .filter(|file| !matches!(file.path.as_str(), "plan.json" | "topology.svg"))
    {
        let has_comments = !matches!(
            file.path.as_str(),
            "arm/azuredeploy.parameters.json" | "bicep/main.bicepparam"
        );
        assert_eq!(
            file.text.contains("DO NOT DEPLOY"),
            has_comments,
            "{}",
            file.path
        );
    }
    for file in bundle(&samples::batch_scoring()) {
        assert!(!file.text.contains("DO NOT DEPLOY"), "{}", file.path);
    }
}
