//! The papers: what they ask of their readers.

use azureml_vnet_wizard::domain::PrefixText;
use azureml_vnet_wizard::exports::{Input, bundle};
use azureml_vnet_wizard::rules::Severity;
use azureml_vnet_wizard::samples;

use super::text;

#[test]
fn the_checklist_asks_for_what_the_open_findings_ask_for() {
    let mut asked = [0; 3];
    let broken = samples::with(samples::private_training(), |plan| {
        plan.vnets[0].address_space = vec![PrefixText::new("10.0.0.5/16")];
    });
    let risky = samples::with(samples::private_training(), |plan| {
        plan.basics.region = "atlantis".to_owned();
    });
    let plans = samples::ALL.iter().map(|sample| (sample.build)());
    for plan in plans.chain([broken, risky, samples::blank()]) {
        let findings = Input::new(&plan).findings;
        let list = text(&plan, "checklist.md");
        for (index, (severity, line)) in [
            (Severity::Error, "- [ ] Mend the "),
            (Severity::Warning, "- [ ] Decide on the "),
            (Severity::Advice, "- [ ] Optional: look at the "),
        ]
        .into_iter()
        .enumerate()
        {
            let count = findings.count(severity);
            assert_eq!(list.contains(line), count > 0, "{line} for {count}\n{list}");
            if count > 1 {
                assert!(list.contains(&format!("{line}{count} ")), "{list}");
            }
            asked[index] += count;
        }
    }
    assert!(
        asked.iter().all(|count| *count > 0),
        "each kind is tried: {asked:?}"
    );
}

/// The lines of the code blocks of a Markdown file.
fn commands(markdown: &str) -> Vec<&str> {
    let mut is_code = false;
    let lines = markdown.lines().filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        is_code && !is_fence
    });
    lines.map(str::trim).collect()
}

#[test]
fn the_read_me_says_how_each_way_begins_and_goes_on() {
    for sample in samples::ALL {
        let read_me = text(&(sample.build)(), "README.md");
        let commands = commands(&read_me);
        let place = |start: &str| {
            let found = commands.iter().position(|line| line.starts_with(start));
            found.unwrap_or_else(|| panic!("{}: no {start}\n{read_me}", sample.slug))
        };
        for [first, then] in [
            ["az login", "az deployment group what-if"],
            ["az group create", "az deployment group what-if"],
            ["az deployment group what-if", "az deployment group create"],
            [
                "terraform -chdir=terraform init",
                "terraform -chdir=terraform plan",
            ],
            [
                "terraform -chdir=terraform plan",
                "terraform -chdir=terraform apply",
            ],
            ["bash cli/deploy.sh --what-if", "bash cli/readback.sh"],
            ["./cli/deploy.ps1 -WhatIf", "bash cli/readback.sh"],
            ["az ml workspace create", "az ml compute create"],
        ] {
            assert!(place(first) < place(then), "{first} before {then}");
        }
        assert!(commands.contains(&"bash cli/deploy.sh"), "{read_me}");
        assert!(commands.contains(&"./cli/deploy.ps1"), "{read_me}");
        if commands.iter().any(|it| it.contains("azureml/kubernetes-")) {
            assert!(place("az k8s-extension create") < place("az ml compute attach"));
        }
    }
}

#[test]
fn every_file_in_a_command_of_a_paper_is_in_the_bundle() {
    let mut named = 0;
    for sample in samples::ALL {
        let files = bundle(&(sample.build)());
        for paper in ["README.md", "checklist.md"] {
            let paper = files.iter().find(|file| file.path == paper);
            for line in commands(&paper.expect("a paper").text) {
                for word in line
                    .split_whitespace()
                    .map(|word| word.trim_start_matches(['@', '.']))
                {
                    let word = word.trim_start_matches('/');
                    if ["arm/", "bicep/", "cli/", "azureml/", "terraform/"]
                        .iter()
                        .any(|folder| word.starts_with(folder))
                    {
                        assert!(files.iter().any(|file| file.path == word), "{line}");
                        named += 1;
                    }
                }
            }
        }
        let read_me = files.iter().find(|file| file.path == "README.md");
        let commands = commands(&read_me.expect("a paper").text);
        for file in files
            .iter()
            .filter(|file| file.path.starts_with("azureml/"))
        {
            let own = format!("--file {} ", file.path);
            let own = commands.iter().filter(|line| line.contains(&own));
            assert_eq!(own.count(), 1, "{} is applied once", file.path);
        }
    }
    assert!(named > 60, "{named}");
}

#[test]
fn the_read_me_names_the_versions_that_the_files_name() {
    let plan = samples::everything();
    let read_me = text(&plan, "README.md");
    for (path, before, after) in [
        ("terraform/versions.tf", "required_version = \"", "\""),
        ("cli/deploy.sh", "Azure CLI ", ". Log in"),
        ("cli/deploy.ps1", "#Requires -Version ", "\n"),
    ] {
        let file = text(&plan, path);
        let version = file.split_once(before).expect("a version").1;
        let version = version.split_once(after).expect("an end").0;
        assert!(
            read_me.contains(&format!(" {version}")),
            "{path}: {version}"
        );
    }
    let versions = text(&plan, "terraform/versions.tf");
    let providers: Vec<&str> = versions
        .lines()
        .filter_map(|line| line.trim().strip_prefix("version = \"")?.strip_suffix('"'))
        .collect();
    assert_eq!(providers.len(), 2);
    for version in providers {
        assert!(read_me.contains(version), "{version}");
    }
}

#[test]
fn the_read_me_names_each_secret_as_each_way_reads_it() {
    for (plan, secret, names) in [
        (
            samples::everything(),
            "Administrator password",
            [
                "adminPassword",
                "ADMIN_PASSWORD",
                "TF_VAR_admin_password",
                "ADMIN_PASSWORD",
            ],
        ),
        (
            samples::classic_2019(),
            "SSH private key",
            [
                "vmDemandTrainSshPrivateKey",
                "VM_DEMAND_TRAIN_SSH_PRIVATE_KEY",
                "TF_VAR_vm_demand_train_ssh_private_key",
                "VM_DEMAND_TRAIN_SSH_PRIVATE_KEY_FILE",
            ],
        ),
    ] {
        let read_me = text(&plan, "README.md");
        let row = read_me
            .lines()
            .find(|line| line.starts_with(&format!("| {secret}")));
        let row = row.expect("a row");
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells[1..], names.map(|name| format!("`{name}`")), "{row}");
        for (name, path) in names.iter().zip([
            "arm/azuredeploy.parameters.json",
            "bicep/main.bicepparam",
            "terraform/variables.tf",
            "cli/deploy.sh",
        ]) {
            let name = name.trim_start_matches("TF_VAR_");
            assert!(text(&plan, path).contains(name), "{name} in {path}");
        }
    }
}
