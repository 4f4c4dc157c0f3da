//! `checklist.md`: the way to a working workspace, step by step, each with the command that does or shows it.
//!
//! Only steps that this plan needs. What is absent: secrets, and steps that nobody can check.

use super::network_request::actions;
use super::page::{Block, Page, markdown, text};
use super::report::{begin, title};
use super::{File, Format, Input, shell, view};
use crate::azure::kubernetes::EXTENSION_NAMESPACE;
use crate::capacity::{hidden_resources, thousands};
use crate::deployment::{
    LOCATION, ParameterKind, Resource, Scope, UNKNOWN_SUBSCRIPTION, arm_body::arm_type,
};
use crate::domain::{Governance, Item};
use crate::rules::Severity;

/// The checklist.
pub(super) const FORMAT: Format = Format {
    id: "checklist",
    label: "Checklist",
    render,
};

fn render(input: &Input<'_>) -> Vec<File> {
    let mut list = Checklist {
        input,
        page: begin(
            input,
            format!("Go-live checklist: {}", title(&input.deployment)),
        ),
    };
    list.settle();
    list.subscription();
    list.permissions();
    list.keep();
    list.deploy();
    list.by_hand();
    list.read_back();
    list.first_job();
    vec![File {
        path: "checklist.md".to_owned(),
        purpose: "The steps to go live, in order, from what is checked before to what is read back after.",
        media_type: "text/markdown",
        text: markdown(&list.page),
    }]
}

/// What to do with open findings: for one, and for more.
const OPEN: [(Severity, [&str; 2]); 3] = [
    (
        Severity::Error,
        [
            "Mend the error of the report. Nothing below works before.",
            "Mend the {} errors of the report. Nothing below works before.",
        ],
    ),
    (
        Severity::Warning,
        [
            "Decide on the warning of the report: mend it, or acknowledge it with the reason.",
            "Decide on the {} warnings of the report: mend each, or acknowledge it with the reason.",
        ],
    ),
    (
        Severity::Advice,
        [
            "Optional: look at the note of the report.",
            "Optional: look at the {} notes of the report.",
        ],
    ),
];

struct Checklist<'i, 'a> {
    input: &'i Input<'a>,
    page: Page,
}

impl Checklist<'_, '_> {
    fn step(&mut self, line: super::page::Line, command: Option<String>) {
        self.page.push(Block::Task(line, command));
    }

    fn say(&mut self, line: &str) {
        self.step(text(line), None);
    }

    /// The resource group as a word of a command.
    fn group(&self) -> String {
        match self.input.deployment.target.group.as_str() {
            "" => "\"$RESOURCE_GROUP\"".to_owned(),
            group => shell::word(group),
        }
    }

    /// Every resource group that something is created or put into, as arguments of a command: first the one that
    /// is deployed to.
    fn places(&self) -> Vec<String> {
        let deployment = &self.input.deployment;
        let existing = deployment.existing.iter();
        let networks = existing.filter(|it| matches!(it.item, Item::Vnet(_) | Item::Subnet(_)));
        let existing = networks.map(|it| it.id.scope.relative_to(&deployment.target));
        let created = deployment.nodes.iter().map(|node| node.scope.clone());
        let mut places = vec![self.place(&Scope::default())];
        for scope in created.chain(existing) {
            let place = self.place(&scope);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// A resource group as arguments of a command, as seen from the target.
    fn place(&self, scope: &Scope) -> String {
        let mut place = String::from("--resource-group ");
        place.push_str(&match scope.group.as_str() {
            "" => self.group(),
            group => shell::word(group),
        });
        if !matches!(scope.subscription.as_str(), "" | UNKNOWN_SUBSCRIPTION) {
            place.push_str(" --subscription ");
            place.push_str(&shell::word(&scope.subscription));
        }
        place
    }

    fn region(&self) -> String {
        let deployment = &self.input.deployment;
        let parameter = deployment.parameter(LOCATION);
        let region = parameter.and_then(|parameter| parameter.default.as_ref());
        match region.map_or("", |region| deployment.planned_text(region)) {
            "" => "\"$LOCATION\"".to_owned(),
            region => shell::word(region),
        }
    }

    fn settle(&mut self) {
        self.page.heading(2, "Settle");
        self.say("Read report.md together, above all what cannot change later.");
        let mut subnets = view::subnets(self.input).into_iter();
        self.say(if subnets.any(|subnet| subnet.body.is_some()) {
            "Send network-request.md to the network team and reserve the ranges of address-plan.csv."
        } else {
            "Send network-request.md to the network team."
        });
        for (severity, [one, many]) in OPEN {
            let line = match self.input.findings.count(severity) {
                0 => continue,
                1 => one.to_owned(),
                count => many.replace("{}", &count.to_string()),
            };
            self.say(&line);
        }
    }

    /// What no file says.
    fn by_hand(&mut self) {
        if self.input.gaps.is_empty() {
            return;
        }
        self.page.heading(2, "Not in the files");
        for gap in &self.input.gaps {
            self.say(&gap.text);
        }
    }

    fn subscription(&mut self) {
        self.page.heading(2, "Check the subscription");
        let subscription = &self.input.deployment.target.subscription;
        let word = if subscription.is_empty() {
            "\"$SUBSCRIPTION\"".to_owned()
        } else {
            shell::word(subscription)
        };
        self.step(
            text("Choose the subscription."),
            Some(format!("az account set --subscription {word}")),
        );
        let mut providers: Vec<&str> = self
            .input
            .deployment
            .nodes
            .iter()
            .filter_map(|node| arm_type(&node.resource).name.split('/').next())
            .collect();
        providers.sort_unstable();
        providers.dedup();
        let register: Vec<String> = providers
            .iter()
            .map(|provider| format!("az provider register --namespace {provider}"))
            .collect();
        self.step(
            text("Register the resource providers."),
            Some(register.join("\n")),
        );
        let region = self.region();
        self.step(
            text("Compare the quotas of the region with the plan: cores of each VM family, public IPs."),
            Some(format!(
                "az vm list-usage --location {region} --output table\n\
                 az network list-usages --location {region} --output table"
            )),
        );
        self.hidden();
        let governance = self.input.context.plan.governance.clone();
        self.governance(&governance);
    }

    /// What Azure adds by itself, and what that takes of the quotas.
    fn hidden(&mut self) {
        let hidden = hidden_resources(self.input.context.plan);
        if hidden.owners.is_empty() {
            return;
        }
        let count = hidden.owners.len();
        let quotas: Vec<String> = hidden
            .quotas
            .iter()
            .map(|quota| {
                let left = quota.left.map_or_else(|| "not known".to_owned(), thousands);
                format!("{} × {} (left: {left})", quota.needed, quota.what)
            })
            .collect();
        self.step(
            text(format!(
                "For each compute with a public IP ({count} in this plan) Azure adds: {}. Keep quota for {}.",
                hidden.each.join(", "),
                quotas.join(", ")
            )),
            None,
        );
    }

    fn governance(&mut self, governance: &Governance) {
        let places = self.places();
        let each = |command: &str, rest: &str| -> Option<String> {
            let lines = places
                .iter()
                .map(|place| format!("{command} {place}{rest}"));
            Some(lines.collect::<Vec<_>>().join("\n"))
        };
        self.step(
            text(
                "Look for locks. Azure ML adds and removes resources in the groups of the workspace and of its \
                 VNet.",
            ),
            each("az lock list", " --output table"),
        );
        for (answer, line) in [
            (
                governance.lock_on_network_group,
                "Remove the lock on the VNet’s resource group, or lock single resources instead.",
            ),
            (
                governance.lock_on_workspace_group,
                "Remove the lock on the workspace’s resource group: clusters cannot grow or shrink under it.",
            ),
        ] {
            if answer {
                self.say(line);
            }
        }
        self.step(
            text("Look for policies that deny NSGs, public IPs, load balancers or private endpoints."),
            each(
                "az policy assignment list",
                " --disable-scope-strict-match --output table",
            ),
        );
        for (answer, line) in [
            (
                governance.policy_denies_nsg,
                "Get an exemption from the policy that denies NSGs.",
            ),
            (
                governance.policy_denies_public_ip,
                "Get an exemption from the policy that denies public IPs.",
            ),
            (
                governance.uses_lighthouse,
                "Deploy with an identity of the tenant itself: Azure Lighthouse cannot create computes in a VNet.",
            ),
        ] {
            if answer {
                self.say(line);
            }
        }
    }

    fn permissions(&mut self) {
        self.page.heading(2, "Check permissions");
        for action in actions(self.input) {
            self.step(
                text("The deploying identity may ")
                    .text(action.purpose)
                    .text(": ")
                    .code(action.action)
                    .text("."),
                None,
            );
        }
    }

    /// A copy of what exists, to go back to.
    fn keep(&mut self) {
        let existing: Vec<String> = self
            .input
            .deployment
            .existing
            .iter()
            .map(|existing| existing.id.to_string())
            .collect();
        if existing.is_empty() {
            return;
        }
        self.page.heading(2, "Keep a copy of what exists");
        for id in existing {
            let name = id.rsplit('/').next().unwrap_or_default().to_owned();
            self.step(
                text("Save ").code(&name).text("."),
                Some(format!(
                    "az resource show --ids {} > {}",
                    shell::word(&id),
                    shell::word(&format!("before-{}.json", file_name(&name)))
                )),
            );
        }
    }

    fn deploy(&mut self) {
        self.page.heading(2, "Deploy");
        self.say(
            "Choose one way: ARM, Bicep, Terraform or the Azure CLI. They create the same resources; README.md \
             has the commands of each, those below are of ARM.",
        );
        let (group, region) = (self.group(), self.region());
        self.step(
            text("Create the resource group."),
            Some(format!(
                "az group create --name {group} --location {region}"
            )),
        );
        let secrets: Vec<&str> = self
            .input
            .deployment
            .parameters
            .iter()
            .filter(|parameter| parameter.kind == ParameterKind::Secret)
            .map(|parameter| parameter.name.as_str())
            .collect();
        if !secrets.is_empty() {
            let line = text("Have these ready, as README.md says for the way that you chose: ");
            self.step(line.codes(&secrets).text("."), None);
        }
        for (verb, line) in [
            (
                "what-if",
                "Look at what would change. Nothing that exists may be deleted.",
            ),
            ("create", "Deploy."),
        ] {
            self.step(
                text(line),
                Some(format!(
                    "az deployment group {verb} --resource-group {group} --template-file arm/azuredeploy.json \
                     --parameters @arm/azuredeploy.parameters.json"
                )),
            );
        }
    }

    fn read_back(&mut self) {
        self.page.heading(2, "Read back");
        let deployment = &self.input.deployment;
        let mut steps = vec![(
            text("Compare every setting with what stands. Nothing may differ."),
            "bash cli/readback.sh".to_owned(),
        )];
        let mut endpoints: Vec<(String, Vec<String>)> = Vec::new();
        for node in &deployment.nodes {
            let name = view::own_name(deployment, node);
            let place = self.place(&node.scope);
            if let Resource::Vnet(_) = node.resource {
                let word = shell::word(&name);
                steps.push((
                    text("Compare the subnets of ")
                        .code(&name)
                        .text(" with address-plan.csv."),
                    format!(
                        "az network vnet subnet list {place} --vnet-name {word} --output table"
                    ),
                ));
            }
            if let Resource::PrivateEndpoint(_) = node.resource {
                match endpoints.iter_mut().find(|(known, _)| *known == place) {
                    Some((_, names)) => names.push(name),
                    None => endpoints.push((place, vec![name])),
                }
            }
        }
        for (place, names) in endpoints {
            steps.push((
                text("The private endpoints are approved, with addresses in their subnet: ")
                    .codes(&names)
                    .text("."),
                format!(
                    "az network private-endpoint list {place} --output table --query '[].{{name: name, \
                     state: privateLinkServiceConnections[0].privateLinkServiceConnectionState.status, \
                     address: customDnsConfigs[0].ipAddresses[0]}}'"
                ),
            ));
        }
        for (line, command) in steps {
            self.step(line, Some(command));
        }
        if !view::dns_records(self.input).is_empty() {
            self.say(
                "From a machine inside the network, each name of dns-records.csv resolves to a private address.",
            );
        }
        if self
            .input
            .flows
            .with(crate::flow::Verdict::Unknown)
            .next()
            .is_some()
        {
            self.say("Try each flow that the report calls unknown, from the subnet that needs it.");
        }
    }

    fn first_job(&mut self) {
        self.page.heading(2, "First job");
        let deployment = &self.input.deployment;
        let of = |wanted: fn(&Resource) -> bool| -> Vec<String> {
            let found = deployment
                .nodes
                .iter()
                .filter(|node| wanted(&node.resource));
            found.map(|node| view::own_name(deployment, node)).collect()
        };
        let clusters = of(|resource| matches!(resource, Resource::ComputeCluster(_)));
        let batch = of(|resource| matches!(resource, Resource::BatchEndpoint(_)));
        for name in clusters {
            self.step(
                text("A job on ")
                    .code(name)
                    .text(" starts, reads from the default storage and ends."),
                None,
            );
        }
        for node in &deployment.nodes {
            let Resource::AksExtension(extension) = &node.resource else {
                continue;
            };
            let Some(cluster) = deployment.planned_id(extension.cluster.key()) else {
                continue;
            };
            let place = self.place(&cluster.scope.relative_to(&deployment.target));
            self.step(
                text("The pods of the extension ")
                    .code(view::own_name(deployment, node))
                    .text(" run on ")
                    .code(cluster.name())
                    .text(", seen from a machine that reaches its API server."),
                Some(format!(
                    "az aks get-credentials {place} --name {}\nkubectl get pods --namespace {}",
                    shell::word(cluster.name()),
                    EXTENSION_NAMESPACE.value
                )),
            );
        }
        for name in batch {
            self.step(
                text("A job of the batch endpoint ")
                    .code(name)
                    .text(" runs, started from a machine inside the network with the command in its YAML file."),
                None,
            );
        }
        self.say("Keep plan.json beside the code: the next change begins there.");
    }
}

/// A name that is a file name on every system.
fn file_name(name: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    name.chars()
        .map(|letter| if plain(letter) { letter } else { '-' })
        .collect()
}
