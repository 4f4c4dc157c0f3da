//! Scripts of the Azure CLI: what a shell makes of them, and that both say the same.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use azureml_vnet_wizard::domain::{Placement, Plan};
use azureml_vnet_wizard::exports::{bundle, cli_differences};
use azureml_vnet_wizard::samples;

use super::text;

/// A stand-in for `az` that finds nothing, writes down what it is called with, and says a word when asked.
const STAND_IN: &str = r#"az() {
  printf '%s\0' "$@" '|END|' >>"$CALLS"
  case " $* " in
    *' show '*'--query '*) echo asked ;;
    *' show '*) echo 'ERROR: (NotFound) nothing here' >&2; return 3 ;;
  esac
}
cd() { :; }
"#;

/// What a script calls `az` with, one list of words for each call. The script runs in bash; `environment` is
/// all that it knows.
pub(super) fn calls(name: &str, script: &str, environment: &[(&str, &str)]) -> Vec<Vec<String>> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let unique = format!("{name}-{:?}", std::thread::current().id());
    let unique: String = unique.chars().filter(char::is_ascii_alphanumeric).collect();
    let path = folder.join(format!("{unique}.sh"));
    let log = folder.join(format!("{unique}.log"));
    fs::write(&path, format!("{STAND_IN}\n{script}")).expect("written");
    fs::remove_file(&log).ok();
    let run = Command::new("bash")
        .arg(&path)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("CALLS", &log)
        .envs(environment.iter().copied())
        .output()
        .expect("bash runs");
    let errors = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{name}: {errors}");
    let words = fs::read_to_string(&log).expect("calls");
    let mut calls = vec![Vec::new()];
    for word in words.split_terminator('\0') {
        if word == "|END|" {
            calls.push(Vec::new());
        } else {
            calls.last_mut().expect("a call").push(word.to_owned());
        }
    }
    calls.pop();
    fs::remove_file(&path).ok();
    fs::remove_file(&log).ok();
    calls
}

pub(super) const SECRETS: &[(&str, &str)] = &[
    ("ADMIN_PASSWORD", "p w"),
    ("SSH_PUBLIC_KEY", "ssh-rsa AAAA me"),
    ("RESOURCE_GROUP", "rg"),
    ("VM_DEMAND_TRAIN_SSH_PRIVATE_KEY_FILE", "id_rsa"),
];

/// The value of an option in a call.
pub(super) fn option<'c>(call: &'c [String], name: &str) -> Option<&'c str> {
    let at = call.iter().position(|word| word == name);
    if let Some(at) = at {
        return call.get(at + 1).map(String::as_str);
    }
    let start = format!("{name}=");
    call.iter().find_map(|word| word.strip_prefix(&start))
}

/// The words of a PowerShell script's calls, with literals read as PowerShell does: as many tokens as it has.
/// Panics where a literal does not end.
pub(super) fn power_shell_literals(script: &str) -> Vec<String> {
    let is_quote = |character: char| matches!(character, '\'' | '‘' | '’' | '‚' | '‛');
    let mut literals = Vec::new();
    let mut rest = script.chars().peekable();
    let mut at_start = true;
    while let Some(character) = rest.next() {
        if character == '#' && at_start {
            for _ in rest.by_ref().take_while(|it| *it != '\n') {}
            continue;
        }
        at_start = character == '\n' || (at_start && character == ' ');
        if character == '"' {
            let mut ended = false;
            while let Some(inside) = rest.next() {
                match inside {
                    '`' => {
                        rest.next();
                    }
                    '"' => {
                        ended = true;
                        break;
                    }
                    _ => {}
                }
            }
            assert!(ended, "a text ends");
        } else if is_quote(character) {
            let mut literal = String::new();
            loop {
                let inside = rest.next().expect("a literal ends");
                if !is_quote(inside) {
                    literal.push(inside);
                } else if rest.peek().copied().is_some_and(is_quote) {
                    literal.push(rest.next().expect("peeked"));
                } else {
                    break;
                }
            }
            literals.push(literal);
        }
    }
    literals
}

fn deploy(plan: &Plan) -> Vec<Vec<String>> {
    calls("deploy", &text(plan, "cli/deploy.sh"), SECRETS)
}

fn of<'c>(calls: &'c [Vec<String>], words: &str) -> Vec<&'c Vec<String>> {
    let words: Vec<&str> = words.split(' ').collect();
    calls
        .iter()
        .filter(|call| {
            call.iter()
                .map(String::as_str)
                .take(words.len())
                .eq(words.iter().copied())
        })
        .collect()
}

#[test]
fn every_resource_of_the_template_is_created() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let calls = deploy(&plan);
        let template = super::arm(&plan);
        let count = |kind: &str| super::resources(&template, kind).len();
        for (words, kind) in [
            ("network vnet create", "Microsoft.Network/virtualNetworks"),
            (
                "network nsg create",
                "Microsoft.Network/networkSecurityGroups",
            ),
            (
                "network route-table create",
                "Microsoft.Network/routeTables",
            ),
            (
                "network public-ip create",
                "Microsoft.Network/publicIPAddresses",
            ),
            (
                "network private-endpoint create",
                "Microsoft.Network/privateEndpoints",
            ),
            (
                "network private-dns zone create",
                "Microsoft.Network/privateDnsZones",
            ),
            (
                "network private-dns link vnet create",
                "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
            ),
            (
                "network firewall create",
                "Microsoft.Network/azureFirewalls",
            ),
            ("network bastion create", "Microsoft.Network/bastionHosts"),
            (
                "role assignment create",
                "Microsoft.Authorization/roleAssignments",
            ),
            ("aks create", "Microsoft.ContainerService/managedClusters"),
            (
                "ml workspace create",
                "Microsoft.MachineLearningServices/workspaces",
            ),
            (
                "ml batch-endpoint create",
                "Microsoft.MachineLearningServices/workspaces/batchEndpoints",
            ),
        ] {
            assert_eq!(
                of(&calls, words).len(),
                count(kind),
                "{}: {words}",
                sample.slug
            );
        }
        let computes =
            of(&calls, "ml compute create").len() + of(&calls, "ml compute attach").len();
        assert_eq!(
            computes,
            count("Microsoft.MachineLearningServices/workspaces/computes"),
            "{}",
            sample.slug
        );
    }
}

#[test]
fn what_exists_is_not_created() {
    let plan = samples::with(samples::private_training(), |plan| {
        for vnet in &mut plan.vnets {
            vnet.placement = Placement::Existing;
            vnet.resource_id = "/subscriptions/s1/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet-old".to_owned();
            for subnet in &mut vnet.subnets {
                subnet.placement = Placement::Existing;
            }
        }
    });
    let calls = deploy(&plan);
    assert!(of(&calls, "network vnet create").is_empty());
    assert!(of(&calls, "network vnet subnet create").is_empty());
    let endpoints = of(&calls, "network private-endpoint create");
    assert!(!endpoints.is_empty());
    for endpoint in endpoints {
        let subnet = option(endpoint, "--subnet").expect("a subnet");
        assert!(
            subnet.starts_with("/subscriptions/s1/resourceGroups/rg-net/"),
            "{subnet}"
        );
    }
}

#[test]
fn a_second_run_creates_nothing_that_stands() {
    let script = text(&samples::everything(), "cli/deploy.sh");
    let found = "az() { printf '%s\\0' \"$@\" '|END|' >>\"$CALLS\"; echo found; }\n";
    let calls = calls("again", &format!("{found}{script}"), SECRETS);
    let created: Vec<String> = calls
        .iter()
        .filter(|call| {
            call.iter()
                .any(|word| word == "create" || word == "add" || word == "attach")
        })
        .map(|call| call.iter().take(4).cloned().collect::<Vec<_>>().join(" "))
        .filter(|call| {
            let parts = [
                "network nsg rule",
                "network vnet subnet",
                "network route-table route",
            ];
            let parts = parts.iter().chain(&["role assignment", "extension add"]);
            !parts.into_iter().any(|part| call.starts_with(part))
        })
        .collect();
    assert_eq!(created, Vec::<String>::new());
}

#[test]
fn what_if_changes_nothing() {
    let script = text(&samples::everything(), "cli/deploy.sh");
    let calls = calls("whatif", &format!("set -- --what-if\n{script}"), SECRETS);
    assert!(
        calls
            .iter()
            .all(|call| !call.iter().any(|word| word == "create")),
        "{calls:?}"
    );
}

#[test]
fn without_its_secret_a_script_stops_before_it_changes_anything() {
    let script = text(&samples::everything(), "cli/deploy.sh");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("no-secret.sh");
    fs::write(
        &path,
        format!("{}\n{script}", STAND_IN.replace(">>\"$CALLS\"", ">&2")),
    )
    .expect("written");
    let run = Command::new("bash")
        .arg(&path)
        .env_remove("ADMIN_PASSWORD")
        .output()
        .expect("bash");
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(!run.status.success());
    assert!(errors.contains("ADMIN_PASSWORD: is not set"), "{errors}");
    assert!(!errors.contains("\0create\0"), "{errors}");
}

#[test]
fn both_shells_get_the_same_commands() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let commands = |path: &str, az: &str| -> Vec<String> {
            let text = text(&plan, path);
            let lines = text.lines().map(str::trim);
            let commands = lines.filter_map(|line| line.strip_prefix(az));
            commands
                .map(|line| {
                    line.trim_end_matches(['\\', '`', ' '])
                        .split(" -")
                        .next()
                        .unwrap_or_default()
                        .to_owned()
                })
                .collect()
        };
        let mut power = commands("cli/deploy.ps1", "Invoke-Az ");
        power.retain(|line| !line.starts_with('{'));
        assert_eq!(commands("cli/deploy.sh", "az "), power, "{}", sample.slug);
    }
}

#[test]
fn only_differences_leaves_out_what_the_cli_assumes() {
    let plan = samples::everything();
    let whole = text(&plan, "cli/deploy.sh");
    let files = cli_differences(&plan);
    let short = &files
        .iter()
        .find(|file| file.path == "cli/deploy.sh")
        .expect("a script")
        .text;
    assert!(whole.contains("--tier Regional") && !short.contains("--tier Regional"));
    assert!(short.contains("--allocation-method Static"), "{short}");
    let count = |text: &str| text.matches("az network").count();
    assert_eq!(count(&whole), count(short));
}

#[test]
fn the_read_back_changes_nothing_and_asks_about_every_resource() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let script = text(&plan, "cli/readback.sh");
        for line in script.lines().map(str::trim) {
            for verb in [" create", " update", " delete", " set "] {
                let is_command = line.starts_with("az ") || line.contains("$(az ");
                assert!(
                    !is_command || !line.contains(verb) || line.starts_with("az account set"),
                    "{line}"
                );
            }
        }
        let asked = script.matches("\ncompare ").count() + script.matches("\n  compare ").count();
        let roles = script.matches("\ncompare_role ").count();
        let template = super::arm(&plan);
        let all = template["resources"].as_array().expect("resources").len();
        assert_eq!(asked + roles, all, "{}", sample.slug);
        assert!(script.contains("\nflow "), "{}", sample.slug);
    }
}

#[test]
fn a_setting_that_differs_ends_the_read_back_with_status_1() {
    let script = text(&samples::private_training(), "cli/readback.sh");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("readback.sh");
    fs::write(&path, format!("az() {{ echo other; }}\n{script}")).expect("written");
    let run = Command::new("bash").arg(&path).output().expect("bash");
    let table = String::from_utf8_lossy(&run.stdout);
    assert_eq!(run.status.code(), Some(1), "{table}");
    assert!(
        table.contains("differs | vnet-churn-ml-dev | name | vnet-churn-ml-dev | other\n"),
        "{table}"
    );
}

#[test]
fn every_bundle_has_both_scripts_and_the_read_back() {
    let paths: Vec<String> = bundle(&samples::blank())
        .into_iter()
        .map(|file| file.path)
        .collect();
    for path in ["cli/deploy.sh", "cli/deploy.ps1", "cli/readback.sh"] {
        assert!(paths.iter().any(|it| it == path), "{path}");
    }
}
