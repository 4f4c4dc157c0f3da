//! The papers: what they ask of their readers.

use azureml_vnet_wizard::domain::{PrefixText, Word};
use azureml_vnet_wizard::exports::{Input, bundle};
use azureml_vnet_wizard::flow::Verdict;
use azureml_vnet_wizard::rules::Severity;
use azureml_vnet_wizard::samples;

use super::text;
use crate::support;

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

/// The cells of the rows of a Markdown table that begins with this heading.
fn table(markdown: &str, first: &str) -> Vec<Vec<String>> {
    let lines = markdown.lines().skip_while(|line| !line.starts_with(first));
    let rows = lines.skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells = row.trim_matches('|').split(" | ");
        cells
            .map(|cell| cell.replace('\\', "").trim().to_owned())
            .collect()
    })
    .collect()
}

#[test]
fn the_network_request_has_every_flow_on_one_page() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let input = Input::new(&plan);
        let request = text(&plan, "network-request.md");
        let lines = request.lines().count();
        assert!(lines <= 72, "{}: {lines} lines", sample.slug);
        let rows = table(&request, "| Rules in |");
        for flow in &input.flows.flows {
            let label = flow.probe.protocol.label();
            let is_here = |row: &&Vec<String>| {
                let [_, from, ports, to, verdict] = row.as_slice() else {
                    panic!("{row:?}");
                };
                let of_protocol = ports.split("; ").find(|it| it.starts_with(label));
                let port = flow.probe.port.map(|port| port.to_string());
                from.contains(&flow.from)
                    && to.contains(&flow.to)
                    && to.contains(flow.stated.why)
                    && flow.hosts.iter().all(|host| to.contains(host))
                    && of_protocol.is_some_and(|it| {
                        let ports = it.trim_start_matches(label);
                        let mut ports = ports.split(',').map(str::trim);
                        ports.any(|it| it == port.as_deref().unwrap_or_default())
                    })
                    && (verdict == "**Passes**") == (flow.verdict() == Verdict::Allowed)
            };
            assert_eq!(
                rows.iter().filter(is_here).count(),
                1,
                "{} {} to {} {:?}\n{request}",
                flow.stated.code,
                flow.from,
                flow.to,
                flow.probe.port
            );
        }
        assert!(
            request.contains(&format!("{} flows of the plan", input.flows.flows.len())),
            "{request}"
        );
    }
}

#[test]
fn a_row_opens_nothing_that_no_flow_needs() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let flows = Input::new(&plan).flows.flows;
        let request = text(&plan, "network-request.md");
        for row in table(&request, "| Rules in |") {
            let has = |cell: &str, name: &str| {
                cell.contains(&format!("`{name}`")) || cell.contains(&format!("{name} ("))
            };
            let open = flows
                .iter()
                .flat_map(|one| flows.iter().map(move |other| (&one.from, &other.to)))
                .filter(|(from, to)| has(&row[1], from) && has(&row[3], to));
            for (from, to) in open {
                let needed = flows.iter().filter(|it| (&it.from, &it.to) == (from, to));
                let needed: Vec<Option<u16>> = needed.map(|flow| flow.probe.port).collect();
                let ports = row[2].split([',', ';', ' ']);
                for port in ports.filter_map(|port| port.parse().ok()) {
                    assert!(needed.contains(&Some(port)), "{from} {to} {port}: {row:?}");
                }
            }
        }
    }
}

#[test]
fn the_network_request_says_which_rules_are_left_to_others() {
    let request = text(&samples::everything(), "network-request.md");
    assert!(
        request.contains(
            "This deployment writes the rules of new NSGs (nsg-rules.csv) and `afw-vision-hub-prod` \
             (firewall-rules.csv). Yours to write are the rules of firewalls on-premises."
        ),
        "{request}"
    );
    let notebooks = table(&request, "| Rules in |")
        .into_iter()
        .find(|row| row[3].contains("Notebooks ("));
    let notebooks = notebooks.expect("a row");
    assert_eq!(
        notebooks[0], "Out: NSGs, `afw-vision-hub-prod`",
        "some names of notebooks are public"
    );
    let open = samples::with(samples::private_training(), |plan| {
        for subnet in &mut plan.vnets[0].subnets {
            subnet.nsg = None;
        }
    });
    let request = text(&open, "network-request.md");
    assert!(request.contains("there is no rule to write"), "{request}");
}

#[test]
fn no_paper_of_any_plan_has_an_empty_section_or_a_gap_in_a_sentence() {
    for (name, plan) in support::plans() {
        for path in [
            "README.md",
            "checklist.md",
            "network-request.md",
            "report.md",
        ] {
            let paper = text(&plan, path);
            let code = commands(&paper);
            let headings: Vec<(usize, &str)> = paper
                .lines()
                .enumerate()
                .filter(|(_, line)| line.starts_with('#') && !code.contains(line))
                .collect();
            for pair in headings.windows(2) {
                let [(at, one), (next, other)] = pair else {
                    panic!("a pair");
                };
                let level = |line: &str| line.bytes().take_while(|byte| *byte == b'#').count();
                let is_empty = next - at <= 2 && level(one) >= level(other);
                assert!(!is_empty, "{name} {path}: nothing under {one}");
            }
            let is_prose = |line: &&str| {
                !(line.trim_start().starts_with("```") || code.contains(&line.trim()))
            };
            for line in paper.lines().filter(is_prose) {
                for gap in ["``", "  ", " .", " ,", "()", ": ;", "\"\""] {
                    assert!(!line.contains(gap), "{name} {path}: {gap:?} in {line}");
                }
            }
            assert!(!paper.contains("\n\n\n"), "{name} {path}: two blank lines");
        }
    }
}
