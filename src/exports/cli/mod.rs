//! `cli/deploy.sh` and `cli/deploy.ps1`: the deployment as commands of the Azure CLI, and `cli/readback.sh`,
//! which compares what stands with the plan.
//!
//! Both scripts print one list of commands. What exists is not created again; rules, routes and subnets are
//! brought to what the plan says on every run. No file holds a secret: scripts take them from the environment.

mod body;
mod command;
mod extras;
mod forms;
mod readback;
mod script;
mod steps;

use self::body::{GROUP, SUBSCRIPTION, Words};
use self::command::{Command, Step, Word};
use self::script::{Script, Shell};
use super::{File, Format, Input, azureml, provenance, shell};
use crate::azure::cli;
use crate::deployment::arm_body::arm_type;
use crate::deployment::{Attribute, LOCATION, Parameter, ParameterKind, Resource, Scope, Value};

/// The scripts.
pub(super) const FORMAT: Format = Format {
    id: "cli",
    label: "Azure CLI",
    render: |input| render(input, false),
};

/// The scripts; `only_differences` leaves out every option whose value the CLI assumes anyway.
pub(super) fn render(input: &Input<'_>, only_differences: bool) -> Vec<File> {
    let steps = steps::steps(input, &azureml::paths(input));
    let file = |path: &str, purpose, shell| File {
        path: path.to_owned(),
        purpose,
        media_type: "text/plain",
        text: deploy(input, &steps, shell, only_differences),
    };
    vec![
        file(
            "cli/deploy.sh",
            "Azure CLI commands for bash: shows what changes, then creates everything in the plan; can be run \
             again.",
            Shell::Bash,
        ),
        file(
            "cli/deploy.ps1",
            "The same commands for PowerShell 7.3 or later.",
            Shell::PowerShell,
        ),
        readback::file(input),
    ]
}

fn deploy(input: &Input<'_>, steps: &[Step], shell: Shell, only_differences: bool) -> String {
    let mut script = Script {
        shell,
        only_differences,
        text: String::new(),
    };
    if shell == Shell::Bash {
        script.line("#!/usr/bin/env bash");
    }
    head(input, &mut script);
    script.text.push_str(match shell {
        Shell::Bash => BASH,
        Shell::PowerShell => POWER_SHELL,
    });
    tools(steps, &mut script);
    values(input, &mut script, true);
    groups(input, &mut script);
    for step in steps {
        script.step(step);
    }
    outputs(input, &mut script);
    script.text
}

/// What stands above everything.
fn head(input: &Input<'_>, script: &mut Script) {
    script.comment(&provenance::origin(input));
    for line in provenance::banner(input) {
        script.comment(&line);
    }
    for line in provenance::other_warnings(input, &input.deployment.nodes) {
        script.comment(&line);
    }
    for gap in &input.gaps {
        let mut line = String::from("Not written: ");
        line.push_str(&gap.text);
        script.comment(&line);
    }
    script.comment("");
    let mut line = String::from("Written for the Azure CLI ");
    line.push_str(cli::VERSION.value);
    line.push_str(". Log in with az login first.");
    script.comment(&line);
}

/// How a script in bash begins.
const BASH: &str = r#"#
# deploy.sh            shows what changes, asks, then creates what is missing
# deploy.sh --what-if  only shows what changes
# deploy.sh --yes      does not ask
#
# What exists is left as it is, except for rules, routes and subnets, which become what the plan says.
# readback.sh tells afterwards what differs from the plan.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export AZURE_CORE_OUTPUT=none AZURE_CORE_ONLY_SHOW_ERRORS=true
mode=${1:-}

# True if something exists. Any error but “not found” ends the script.
exists() {
  local message
  if message=$(az "$@" 2>&1); then
    return 0
  fi
  case $message in
    *NotFound* | *'not found'* | *'not be found'* | *'does not exist'*) return 1 ;;
  esac
  printf '%s\n' "$message" >&2
  exit 1
}
"#;

/// How a script in PowerShell begins.
const POWER_SHELL: &str = r#"#
# deploy.ps1           shows what changes, asks, then creates what is missing
# deploy.ps1 -WhatIf   only shows what changes
# deploy.ps1 -Yes      does not ask
#
# What exists is left as it is, except for rules, routes and subnets, which become what the plan says.
# readback.sh tells afterwards what differs from the plan.
#Requires -Version 7.3
param([switch]$WhatIf, [switch]$Yes)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
Set-Location $PSScriptRoot
$env:AZURE_CORE_OUTPUT = 'none'
$env:AZURE_CORE_ONLY_SHOW_ERRORS = 'true'

# Runs a command; any error ends the script, without telling its values.
function Invoke-Az {
  az @args
  if ($LASTEXITCODE -ne 0) { throw "az $($args[0..2] -join ' ') failed" }
}

# True if something exists. Any error but “not found” ends the script.
function Test-Exists {
  $message = (az @args 2>&1) -join "`n"
  if ($LASTEXITCODE -eq 0) { return $true }
  if ($message -match 'NotFound|not found|not be found|does not exist') { return $false }
  throw $message
}
"#;

/// Versions, extensions and resource providers.
fn tools(steps: &[Step], script: &mut Script) {
    script.line("");
    script.comment("Tools");
    script.command(0, &Command::new("version").say("--output", "jsonc"));
    let uses = |start: &str| {
        let mut commands = steps
            .iter()
            .flat_map(|step| step.create.iter().chain(&step.always));
        commands.any(|command| {
            let rest = command.words.strip_prefix(start);
            rest.is_some_and(|rest| rest.starts_with(' '))
        })
    };
    for (start, name) in cli::EXTENSIONS.value {
        if uses(start) {
            let add = Command::new("extension add").say("--name", name);
            script.command(0, &add.switch("--upgrade").switch("--yes"));
        }
    }
}

/// The values that a team may vary, from the environment or from the plan.
fn values(input: &Input<'_>, script: &mut Script, for_deployment: bool) {
    let deployment = &input.deployment;
    script.line("");
    script.comment("Values: set a variable of the same name in the environment for another one.");
    let target = &deployment.target;
    if target.subscription.is_empty() {
        let ask = Command::new("account show").say("--query", "id");
        let ask = ask.say("--output", "tsv");
        script.read(0, SUBSCRIPTION, &ask);
    } else {
        script.default(SUBSCRIPTION, &Word::text(target.subscription.clone()));
    }
    let set = Command::new("account set");
    script.command(0, &set.with("--subscription", Word::variable(SUBSCRIPTION)));
    if target.group.is_empty() {
        script.comment("The resource group that everything goes to; the plan does not name it.");
        script.required(GROUP);
    } else {
        script.default(GROUP, &Word::text(target.group.clone()));
    }
    for parameter in &deployment.parameters {
        value(input, script, parameter, for_deployment);
    }
}

fn value(input: &Input<'_>, script: &mut Script, parameter: &Parameter, for_deployment: bool) {
    let name = shell::variable(&parameter.name);
    match (parameter.kind, &parameter.default) {
        // Tags and secrets are not compared with what stands.
        (ParameterKind::Object | ParameterKind::Secret, _) if !for_deployment => {}
        (ParameterKind::Object, Some(Value::Object(object))) => {
            let words = Words {
                deployment: &input.deployment,
            };
            let mut pairs = Vec::new();
            for (key, value) in object.iter() {
                if key.contains('=') {
                    let mut line =
                        String::from("Not written, because the CLI splits tags at “=”: tag ");
                    line.push_str(key);
                    script.comment(&line);
                } else {
                    pairs.push(Word::text(key).then("=").join(words.word(value)));
                }
            }
            script.comment(&parameter.description);
            script.list(&name, &pairs);
        }
        (ParameterKind::Text, Some(default)) => {
            script.comment(&parameter.description);
            let text = input.deployment.planned_text(default);
            script.default(&name, &Word::text(text));
        }
        (ParameterKind::Secret | ParameterKind::Text | ParameterKind::Object, _) => {
            script.comment(&parameter.description);
            if is_key_file(input, parameter) {
                script.comment("The CLI takes the name of the file that holds it.");
            }
            script.required(&environment_variable(input, parameter));
        }
    }
}

/// The environment variable from which the scripts take a parameter.
pub(super) fn environment_variable(input: &Input<'_>, parameter: &Parameter) -> String {
    if is_key_file(input, parameter) {
        extras::key_file(&parameter.name)
    } else {
        shell::variable(&parameter.name)
    }
}

/// True for a private key: the CLI takes a file.
fn is_key_file(input: &Input<'_>, parameter: &Parameter) -> bool {
    input.deployment.nodes.iter().any(|node| {
        if let Resource::AttachedMachine(machine) = &node.resource {
            machine.ssh_private_key == Value::Param(parameter.name.clone())
        } else {
            false
        }
    })
}

/// Shows what changes, asks, and creates the resource groups.
fn groups(input: &Input<'_>, script: &mut Script) {
    let mut scopes: Vec<&Scope> = Vec::new();
    let target = Scope::default();
    scopes.push(&target);
    for node in &input.deployment.nodes {
        if !scopes.contains(&&node.scope) {
            scopes.push(&node.scope);
        }
    }
    let at = |verb: &str, scope: &Scope| {
        let mut command = Command::new(["group ", verb].concat());
        command = command.with("--name", Words::group(scope));
        if scope.subscription.is_empty() {
            command
        } else {
            command.say("--subscription", &scope.subscription)
        }
    };
    script.line("");
    script.comment("What changes");
    let mut what_if = Command::new("deployment group what-if")
        .with("--resource-group", Word::variable(GROUP))
        .say("--template-file", "../arm/azuredeploy.json");
    let parameters: Vec<Word> = input
        .deployment
        .parameters
        .iter()
        .filter(|parameter| parameter.kind != ParameterKind::Object)
        .map(|parameter| {
            let value = if is_key_file(input, parameter) {
                Word::text("not-needed-here")
            } else {
                Word::variable(shell::variable(&parameter.name))
            };
            Word::text(parameter.name.clone()).then("=").join(value)
        })
        .collect();
    what_if = what_if.many("--parameters", parameters, false);
    script.unless(0, &at("show", &target));
    script.say(1, "Nothing exists yet: everything is created.");
    script.line(match script.shell {
        Shell::Bash => "else",
        Shell::PowerShell => "} else {",
    });
    script.command(1, &what_if);
    script.end(0);
    script.text.push_str(match script.shell {
        Shell::Bash => BASH_ASK,
        Shell::PowerShell => POWER_SHELL_ASK,
    });
    script.line("");
    script.comment("Resource groups and the services that they need");
    let location = Word::variable(shell::variable(LOCATION));
    for scope in &scopes {
        script.unless(0, &at("show", scope));
        script.command(1, &at("create", scope).with("--location", location.clone()));
        script.end(0);
    }
    let mut namespaces: Vec<(&str, &str)> = Vec::new();
    for node in &input.deployment.nodes {
        let name = arm_type(&node.resource).name;
        let name = name.split('/').next().unwrap_or_default();
        let place = (name, node.scope.subscription.as_str());
        if !namespaces.contains(&place) {
            namespaces.push(place);
        }
    }
    for (namespace, subscription) in namespaces {
        let register = Command::new("provider register").say("--namespace", namespace);
        script.command(
            0,
            &if subscription.is_empty() {
                register
            } else {
                register.say("--subscription", subscription)
            },
        );
    }
}

const BASH_ASK: &str = r#"if [ "$mode" = --what-if ]; then exit 0; fi
if [ "$mode" != --yes ] && [ -t 0 ]; then
  read -r -p 'Go on? [y/N] ' answer
  case $answer in
    [yY]*) ;;
    *) exit 1 ;;
  esac
fi
"#;

const POWER_SHELL_ASK: &str = r"if ($WhatIf) { exit 0 }
if (-not $Yes -and (Read-Host 'Go on? [y/N]') -notmatch '^[yY]') { exit 1 }
";

/// What the next step needs.
fn outputs(input: &Input<'_>, script: &mut Script) {
    let words = Words {
        deployment: &input.deployment,
    };
    script.line("");
    script.comment("What the next step needs");
    for output in &input.deployment.outputs {
        let Value::Attribute(key, attribute) = &output.value else {
            continue;
        };
        let value = if *attribute == Attribute::Id {
            words.id(key)
        } else if let Some(command) = steps::read(words, key, *attribute) {
            let name = body::attribute_variable(key, *attribute);
            script.read(0, &name, &command);
            Word::variable(name)
        } else {
            continue;
        };
        let word = script.word(&Word::text(output.name.clone()).then(" = ").join(value));
        script.line(&match script.shell {
            Shell::Bash => ["echo ", &word].concat(),
            Shell::PowerShell => ["Write-Host ", &word].concat(),
        });
    }
}
