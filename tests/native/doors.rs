//! The headless commands, run as a person runs them.

use std::collections::BTreeSet;
use std::env::consts::EXE_EXTENSION;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use azureml_vnet_wizard::exports::bundle;
use expect_test::expect;
use serde_json::Value;

use crate::support::{EVERY_RECORD, every_record, root};

/// A directory of its own for each test, empty at the start and gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).expect("a file for the test");
    }

    /// Everything in the folder, as paths relative to it.
    fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        let mut open = vec![self.0.clone()];
        while let Some(directory) = open.pop() {
            for entry in fs::read_dir(directory).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let relative = path.strip_prefix(&self.0).expect("below the folder");
                    files.push(relative.to_string_lossy().replace('\\', "/"));
                }
            }
        }
        files.sort();
        files
    }

    /// Runs an example in the folder.
    fn run(&self, example: &str, arguments: &[&str]) -> Output {
        static BUILT: OnceLock<()> = OnceLock::new();
        BUILT.get_or_init(build_examples);
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("debug");
        let program = target
            .join("examples")
            .join(example)
            .with_extension(EXE_EXTENSION);
        let mut command = Command::new(program);
        command.current_dir(&self.0).args(arguments);
        command.output().expect("the example runs")
    }
}

/// A test run of one target alone does not build the examples.
fn build_examples() {
    let mut command = Command::new(env!("CARGO"));
    command
        .current_dir(root())
        .args(["build", "--quiet", "--examples"]);
    if !cfg!(feature = "web") {
        command.arg("--no-default-features");
    }
    let output = command.output().expect("cargo runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that cannot be removed is left to the target directory.
        fs::remove_dir_all(&self.0).ok();
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn check_prints_one_json_object() {
    let folder = Folder::new("check");
    folder.write("plan.json", EVERY_RECORD);
    let output = folder.run("check", &["plan.json"]);
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&output.stdout).expect("one JSON object");
    assert_eq!(report["plan"], "Every kind of item");
    assert!(report["findings"].is_array());
    assert_eq!(report["capacity"][0]["name"], "snet-train");
    let flows = &report["flows"];
    let all = flows["required"].as_array().expect("a list").len();
    assert!(all > 20, "{all}");
    let summary = flows["summary"].as_str().expect("a line");
    assert!(
        summary.contains(&format!("of {all} flows pass")),
        "{summary}"
    );
}

#[test]
fn bad_files_are_explained_and_leave_nothing_behind() {
    let folder = Folder::new("bad");
    folder.write(
        "plan.json",
        r#"{"schema_version": 1, "vnets": [{"id": 1, "nam": ""}], "dns": []}"#,
    );
    let message = expect![[r#"
        plan.json is not a plan that can be read:
          /vnets/0/nam: expected one of “id”, “name”, “role”, “placement”, “resource_id”, “region”, “resource_group”, “subscription_id”, “address_space”, “dns_servers”, “subnets” (did you mean “name”?), found the field “nam”
          /dns: expected an object, found a list
    "#]];
    let mut messages = BTreeSet::new();
    for (example, arguments) in [
        ("check", &["plan.json"][..]),
        ("export", &["plan.json", "out"]),
    ] {
        let output = folder.run(example, arguments);
        assert_eq!(output.status.code(), Some(2), "{example}");
        assert_eq!(text(&output.stdout), "", "{example}");
        messages.insert(text(&output.stderr).to_owned());
    }
    let messages: Vec<String> = messages.into_iter().collect();
    message.assert_eq(&messages.join("---\n"));
    assert_eq!(folder.files(), ["plan.json"]);
    assert!(!folder.0.join("out").exists());
}

#[test]
fn unreadable_files_and_wrong_arguments_are_explained() {
    let folder = Folder::new("usage");
    fs::write(folder.0.join("latin1.json"), b"{\"\xe4\": 1}").expect("a file for the test");
    for (example, arguments, message) in [
        (
            "check",
            &["latin1.json"][..],
            expect![[r#"
            latin1.json: expected a text file in UTF-8, found other bytes
        "#]],
        ),
        (
            "check",
            &[],
            expect![[r#"
            usage: cargo run --example check -- PLAN.json
        "#]],
        ),
        (
            "export",
            &["plan.json"],
            expect![[r#"
            usage: cargo run --example export -- PLAN.json OUTDIR
        "#]],
        ),
    ] {
        let output = folder.run(example, arguments);
        assert_eq!(output.status.code(), Some(2), "{example}");
        message.assert_eq(text(&output.stderr));
    }
    let output = folder.run("check", &["missing.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("missing.json could not be read: "));
}

#[test]
fn export_writes_the_bundle_and_writes_it_again() {
    let folder = Folder::new("export");
    folder.write("plan.json", EVERY_RECORD);
    let expected = bundle(&every_record());
    for _ in 0..2 {
        let output = folder.run("export", &["plan.json", "a/out"]);
        assert_eq!(text(&output.stderr), "");
        assert_eq!(output.status.code(), Some(0));
        let mut paths: Vec<String> = expected
            .iter()
            .map(|file| format!("a/out/{}", file.path))
            .collect();
        paths.push("plan.json".to_owned());
        paths.sort();
        assert_eq!(folder.files(), paths);
    }
    for file in expected {
        let written =
            fs::read_to_string(folder.0.join("a/out").join(&file.path)).expect("the file");
        assert_eq!(written, file.text, "{}", file.path);
    }
}

#[test]
fn export_leaves_other_peoples_files_alone() {
    let folder = Folder::new("foreign");
    folder.write("plan.json", EVERY_RECORD);
    folder.write("notes.txt", "mine");
    let output = folder.run("export", &["plan.json", "."]);
    assert_eq!(output.status.code(), Some(2));
    expect![[r#"
        ./notes.txt is in the way: it is no file of this bundle. Name a new or an empty directory.
    "#]]
    .assert_eq(text(&output.stderr));
    assert_eq!(folder.files(), ["notes.txt", "plan.json"]);
    let plan = fs::read_to_string(folder.0.join("plan.json"));
    assert_eq!(plan.expect("the plan"), EVERY_RECORD);
}
