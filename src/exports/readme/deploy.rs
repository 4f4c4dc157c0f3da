//! How to deploy: for each way what it needs, what to look at first, what creates everything.
//!
//! Only ways whose files are there. Versions and commands come from where the files have them.

use super::line;
use crate::azure::cli as azure_cli;
use crate::azure::clouds::suffixes;
use crate::azure::terraform::{AZAPI, AZURERM, TERRAFORM};
use crate::deployment::{
    Deployment, Key, LOCATION, Parameter, ParameterKind, Resource, Scope, UNKNOWN_SUBSCRIPTION,
};
use crate::domain::{Cloud, Item};
use crate::exports::network_request::actions;
use crate::exports::terraform::snake;
use crate::exports::{File, Input, azureml, cli, markdown, shell};

pub(super) fn write(input: &Input<'_>, files: &[File], text: &mut String) {
    let guide = Guide {
        input,
        files,
        group: group(&input.deployment),
    };
    line(text, "## Deploy\n");
    line(
        text,
        "ARM, Bicep, Terraform and the Azure CLI are ways to the same resources: choose one and stay with it. \
         Each can be run again. The commands start in the folder of this file; `checklist.md` has the checks \
         before and after.\n",
    );
    guide.before(text);
    guide.secrets(text);
    guide.arm(text);
    guide.bicep(text);
    guide.terraform(text);
    guide.bash(text);
    guide.power_shell(text);
    guide.azureml(text);
    guide.after(text);
}

fn block(language: &str, commands: &str, text: &mut String) {
    line(text, &markdown::code_block(language, commands));
}

/// The resource group as a word of a command, or what stands for it.
fn group(deployment: &Deployment) -> String {
    match deployment.target.group.as_str() {
        "" => "\"$RESOURCE_GROUP\"".to_owned(),
        group => shell::word(group),
    }
}

struct Guide<'g, 'a> {
    input: &'g Input<'a>,
    files: &'g [File],
    /// The resource group as a word of a command.
    group: String,
}

impl Guide<'_, '_> {
    /// The text of a file, if it is there.
    fn file(&self, path: &str) -> Option<&str> {
        let file = self.files.iter().find(|file| file.path == path);
        file.map(|file| file.text.as_str())
    }

    fn region(&self) -> &str {
        let deployment = &self.input.deployment;
        let region = deployment.parameter(LOCATION);
        let region = region.and_then(|region| region.default.as_ref());
        region.map_or("", |region| deployment.planned_text(region))
    }

    fn secret_parameters(&self) -> impl Iterator<Item = &Parameter> {
        let parameters = self.input.deployment.parameters.iter();
        parameters.filter(|parameter| parameter.kind == ParameterKind::Secret)
    }

    /// What every way needs.
    fn before(&self, text: &mut String) {
        let deployment = &self.input.deployment;
        line(text, "### Before\n");
        line(
            text,
            &format!(
                "Log in with the Azure CLI {} or later; Terraform uses the same login.\n",
                azure_cli::VERSION.value
            ),
        );
        let mut commands = String::new();
        if deployment.cloud != Cloud::Public {
            let name = suffixes(deployment.cloud).value.cli;
            line(&mut commands, &format!("az cloud set --name {name}"));
        }
        line(&mut commands, "az login");
        let subscription = match deployment.target.subscription.as_str() {
            "" => "\"$SUBSCRIPTION\"".to_owned(),
            subscription => shell::word(subscription),
        };
        line(
            &mut commands,
            &format!("az account set --subscription {subscription}"),
        );
        block("sh", &commands, text);
        let mut unknown = Vec::new();
        if deployment.target.subscription.is_empty() {
            unknown.push("`SUBSCRIPTION`");
        }
        if deployment.target.group.is_empty() {
            unknown.push("`RESOURCE_GROUP`");
        }
        if self.region().is_empty() {
            unknown.push("`LOCATION`");
        }
        if !unknown.is_empty() {
            let unknown = unknown.join(", ");
            line(
                text,
                &format!("The plan does not say everything. Set in your shell first: {unknown}.\n"),
            );
        }
        line(
            text,
            "The identity that deploys may, beside creating resources:\n",
        );
        for action in actions(self.input) {
            line(
                text,
                &format!("- {}: `{}`", markdown::text(action.purpose), action.action),
            );
        }
        line(text, "");
        self.scopes(text);
    }

    /// Groups beside the deployment's own.
    fn scopes(&self, text: &mut String) {
        let nodes = self.input.deployment.nodes.iter();
        let mut scopes: Vec<&Scope> = nodes
            .map(|node| &node.scope)
            .filter(|scope| !scope.is_target())
            .collect();
        scopes.sort();
        scopes.dedup();
        if scopes.is_empty() {
            return;
        }
        line(
            text,
            "Parts go to other resource groups. For ARM and Bicep they must exist before; Terraform and the \
             scripts create those that are missing:\n",
        );
        for scope in scopes {
            let mut place = markdown::text(&scope.group);
            if !scope.subscription.is_empty() {
                place.push_str(" in subscription ");
                place.push_str(&markdown::text(&scope.subscription));
            }
            line(text, &format!("- {place}"));
        }
        line(text, "");
    }

    /// Parameters that no file can hold.
    fn secrets(&self, text: &mut String) {
        let rows: Vec<String> = self
            .secret_parameters()
            .map(|secret| {
                let ways = [
                    Some(secret.name.clone()),
                    self.for_bicep(secret),
                    self.for_terraform(secret),
                    self.for_cli(secret),
                ];
                let cells =
                    ways.map(|way| way.map_or_else(|| "–".to_owned(), |it| format!("`{it}`")));
                format!(
                    "| {} | {} |",
                    markdown::text(&secret.description),
                    cells.join(" | ")
                )
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        line(
            text,
            "No file holds these. ARM takes them from a key vault that you name in \
             `arm/azuredeploy.parameters.json`, or asks for them if you delete their entries there; the others \
             read environment variables, such as one set with `read -rs NAME && export NAME`:\n",
        );
        line(
            text,
            "| Value | ARM parameter | Bicep | Terraform | Azure CLI |\n|---|---|---|---|---|",
        );
        line(text, &format!("{}\n", rows.join("\n")));
        if rows.iter().any(|row| row.ends_with("_FILE` |")) {
            line(
                text,
                "A variable that ends in `_FILE` takes the name of the file that holds the value.\n",
            );
        }
    }

    fn for_bicep(&self, secret: &Parameter) -> Option<String> {
        let name = shell::variable(&secret.name);
        let values = self.file("bicep/main.bicepparam")?;
        values.contains(&format!("'{name}'")).then_some(name)
    }

    fn for_terraform(&self, secret: &Parameter) -> Option<String> {
        let name = snake(&secret.name);
        let variables = self.file("terraform/variables.tf")?;
        let declares = variables.contains(&format!("variable \"{name}\" "));
        declares.then(|| format!("TF_VAR_{name}"))
    }

    fn for_cli(&self, secret: &Parameter) -> Option<String> {
        self.file("cli/deploy.sh")?;
        Some(cli::environment_variable(self.input, secret))
    }

    /// The names of variables that a way reads, as its first line.
    fn set_first(&self, name: impl Fn(&Parameter) -> Option<String>, commands: &mut String) {
        let names: Vec<String> = self.secret_parameters().filter_map(name).collect();
        if !names.is_empty() {
            line(commands, &format!("# Set {} first.", names.join(" and ")));
        }
    }

    /// Creates the group, looks, deploys.
    fn templates(&self, arguments: &str, mut commands: String, text: &mut String) {
        let (group, region) = (&self.group, self.region());
        let region = match region {
            "" => "\"$LOCATION\"".to_owned(),
            region => shell::word(region),
        };
        line(
            &mut commands,
            &format!("az group create --name {group} --location {region}"),
        );
        for verb in ["what-if", "create"] {
            line(
                &mut commands,
                &format!("az deployment group {verb} --resource-group {group} {arguments}"),
            );
        }
        block("sh", &commands, text);
    }

    fn arm(&self, text: &mut String) {
        if self.file("arm/azuredeploy.json").is_none() {
            return;
        }
        line(text, "### ARM template\n");
        line(
            text,
            "One deployment creates everything. Read the what-if first: it must not delete anything that exists.\n",
        );
        let arguments =
            "--template-file arm/azuredeploy.json --parameters @arm/azuredeploy.parameters.json";
        self.templates(arguments, String::new(), text);
    }

    fn bicep(&self, text: &mut String) {
        if self.file("bicep/main.bicep").is_none() {
            return;
        }
        line(text, "### Bicep\n");
        line(
            text,
            "The Azure CLI installs Bicep when it first needs it. The parameters file names the template.\n",
        );
        let mut commands = String::new();
        self.set_first(|secret| self.for_bicep(secret), &mut commands);
        self.templates("--parameters bicep/main.bicepparam", commands, text);
    }

    fn terraform(&self, text: &mut String) {
        if self.file("terraform/versions.tf").is_none() {
            return;
        }
        let target = &self.input.deployment.target;
        line(text, "### Terraform\n");
        line(
            text,
            &format!(
                "Needs Terraform {}; `terraform init` fetches azurerm {} and azapi {}, as `versions.tf` says. \
                 It creates the resource group too: for one that exists, add `-var create_resource_group=false` \
                 to the plan.\n",
                TERRAFORM.value, AZURERM.value, AZAPI.value
            ),
        );
        let mut commands = String::new();
        self.set_first(|secret| self.for_terraform(secret), &mut commands);
        if target.subscription.is_empty() {
            line(
                &mut commands,
                "export TF_VAR_subscription_id=\"$(az account show --query id --output tsv)\"",
            );
        }
        if target.group.is_empty() {
            line(
                &mut commands,
                "export TF_VAR_resource_group_name=\"$RESOURCE_GROUP\"",
            );
        }
        for command in [
            "terraform -chdir=terraform init",
            "terraform -chdir=terraform plan -out=tfplan",
            "terraform -chdir=terraform apply tfplan",
        ] {
            line(&mut commands, command);
        }
        block("sh", &commands, text);
    }

    fn bash(&self, text: &mut String) {
        if self.file("cli/deploy.sh").is_none() {
            return;
        }
        line(text, "### Azure CLI in bash\n");
        line(
            text,
            "The script adds the extensions of the CLI and the resource groups itself, and reads `arm/` and \
             `azureml/` beside it. It shows what changes and asks before it goes on; `--yes` does not ask.\n",
        );
        let mut commands = String::new();
        self.set_first(|secret| self.for_cli(secret), &mut commands);
        line(&mut commands, "bash cli/deploy.sh --what-if");
        line(&mut commands, "bash cli/deploy.sh");
        block("sh", &commands, text);
    }

    fn power_shell(&self, text: &mut String) {
        if self.file("cli/deploy.ps1").is_none() {
            return;
        }
        line(text, "### Azure CLI in PowerShell\n");
        line(
            text,
            "Needs PowerShell 7.3 or later. The commands are the same as in bash; `-Yes` does not ask.\n",
        );
        let mut commands = String::new();
        self.set_first(|secret| self.for_cli(secret), &mut commands);
        line(&mut commands, "./cli/deploy.ps1 -WhatIf");
        line(&mut commands, "./cli/deploy.ps1");
        block("powershell", &commands, text);
    }

    fn azureml(&self, text: &mut String) {
        let applied = azureml::commands(self.input);
        if applied.is_empty() {
            return;
        }
        line(text, "### Azure ML YAML\n");
        line(
            text,
            "Not needed after one of the ways above. For teams that create the workspace and what is in it with \
             `az ml`, once the network, the services and their private endpoints stand. There is no what-if: \
             read the files. In this order:\n",
        );
        let mut commands = String::new();
        let mut files = self.files.iter();
        let is_unfinished = files.any(|file| {
            file.path.starts_with("azureml/") && file.text.contains(UNKNOWN_SUBSCRIPTION)
        });
        if is_unfinished {
            line(
                &mut commands,
                &format!(
                    "# First replace {UNKNOWN_SUBSCRIPTION} in the files by your subscription."
                ),
            );
        }
        for (command, extension) in azure_cli::EXTENSIONS.value {
            let start = format!("az {command} ");
            if applied.iter().any(|command| command.starts_with(&start)) {
                line(
                    &mut commands,
                    &format!("az extension add --name {extension}"),
                );
            }
        }
        for command in &applied {
            line(&mut commands, command);
            if command.starts_with("az ml workspace create") && self.has_workspace_endpoint() {
                line(
                    &mut commands,
                    "# Now create the private endpoint of the workspace, before what is in it.",
                );
            }
        }
        block("sh", &commands, text);
    }

    fn has_workspace_endpoint(&self) -> bool {
        let workspace = Key::of(Item::Workspace);
        let mut nodes = self.input.deployment.nodes.iter();
        nodes.any(|node| {
            matches!(&node.resource, Resource::PrivateEndpoint(endpoint) if endpoint.service == workspace)
        })
    }

    fn after(&self, text: &mut String) {
        if self.file("cli/readback.sh").is_none() {
            return;
        }
        line(text, "### After\n");
        line(
            text,
            "Whichever way was taken, this prints the plan beside what stands and ends with status 1 if \
             something differs:\n",
        );
        block("sh", "bash cli/readback.sh", text);
    }
}
