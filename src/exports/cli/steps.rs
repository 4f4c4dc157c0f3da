//! Resource → the step that brings it into being.

use super::body::{Words, at, attribute_variable};
use super::command::{Argument, Command, Step, Word};
use super::forms::{self, form_of};
use crate::deployment::arm_body::{arm_body, arm_type, attribute_path};
use crate::deployment::resource::{
    AksExtension, ComputeCluster, Credential, PrivateEndpoint, Registry, VirtualMachine, Workspace,
};
use crate::deployment::{Attribute, Key, Node, Object, Resource, Target, Value};
use crate::domain::{IsolationMode, RegistrySku, VmPriority};
use crate::exports::{Input, provenance, shell};

/// A step in the making.
struct Draft<'a> {
    words: Words<'a>,
    node: &'a Node,
    body: Object,
    /// The arguments that name the resource and its place.
    identity: Vec<Argument>,
}

/// The steps of a deployment, in order.
pub(super) fn steps(input: &Input<'_>, files: &[(Key, String)]) -> Vec<Step> {
    let words = Words {
        deployment: &input.deployment,
    };
    let nodes = input.deployment.nodes.iter();
    nodes
        .map(|node| {
            let mut step = Draft::new(words, node).step(files);
            step.notes = provenance::notes(input, node);
            step
        })
        .collect()
}

/// The command that shows a resource.
pub(super) fn show(words: Words<'_>, node: &Node) -> Command {
    Draft::new(words, node).command("show")
}

/// The command that tells an attribute of a resource that was created.
pub(super) fn read(words: Words<'_>, key: &Key, attribute: Attribute) -> Option<Command> {
    let Some(Target::New(node)) = words.deployment.find(key) else {
        return None;
    };
    let show = Draft::new(words, node).show()?;
    let query = query(&node.resource, attribute);
    Some(show.say("--query", query).say("--output", "tsv"))
}

impl<'a> Draft<'a> {
    fn new(words: Words<'a>, node: &'a Node) -> Self {
        let form = form_of(&node.resource);
        let mut identity = if matches!(node.resource, Resource::RoleAssignment(_)) {
            Vec::new()
        } else {
            words.place(&node.scope)
        };
        for (option, name) in form.names.iter().zip(&node.names) {
            identity.push(Argument {
                option,
                values: vec![words.word(name)],
                is_usual: false,
            });
        }
        if let Resource::AksExtension(extension) = &node.resource {
            identity.extend(cluster_of(words, extension));
        }
        Self {
            words,
            node,
            body: arm_body(node),
            identity,
        }
    }

    /// A command of this resource's group.
    fn command(&self, verb: &str) -> Command {
        let group = form_of(&self.node.resource).group;
        Command::new(format!("{group} {verb}")).and(&self.identity)
    }

    /// The command that shows the resource; a role has none, creating it twice is no error.
    fn show(&self) -> Option<Command> {
        let is_role = matches!(self.node.resource, Resource::RoleAssignment(_));
        (!is_role).then(|| self.command("show"))
    }

    fn step(&self, files: &[(Key, String)]) -> Step {
        let form = form_of(&self.node.resource);
        let rows = self.words.rows(&self.body, form.rows);
        let create = self.command(form.verb).and(&rows);
        let mut step = Step {
            title: self.title(form.label),
            show: self.show(),
            reads: self.reads(),
            ..Step::default()
        };
        if let Some(Value::NotEmpty(value)) = &self.node.condition
            && let Value::Param(name) = value.as_ref()
        {
            step.condition = Some(shell::variable(name));
        }
        self.parts(&mut step, create, files);
        step
    }

    fn title(&self, label: &str) -> String {
        let mut title = label.to_owned();
        let name = if let Resource::RoleAssignment(role) = &self.node.resource {
            let on = self.words.deployment.planned_id(&role.on);
            let on = on.as_ref().map_or("", |on| on.name());
            format!("{} on {on}", role.role.name)
        } else {
            self.words.title(self.node)
        };
        title.push(' ');
        title.push_str(&name);
        title
    }

    /// Attributes that the body mentions: they have to be asked for.
    fn reads(&self) -> Vec<(String, Command)> {
        let mut reads = Vec::new();
        Value::from(self.body.clone()).walk(&mut |value| {
            if let Value::Attribute(key, attribute) = value
                && attribute_path(*attribute).is_some()
                && let Some(command) = read(self.words, key, *attribute)
            {
                reads.push((attribute_variable(key, *attribute), command));
            }
        });
        reads
    }

    /// The parts of a resource that have commands of their own, and what a command takes beside values of the
    /// body.
    fn parts(&self, step: &mut Step, create: Command, files: &[(Key, String)]) {
        match &self.node.resource {
            Resource::Nsg(_) => {
                let list = "properties.securityRules.*";
                let command = self.part("network nsg rule create", "--nsg-name");
                step.always = self.items(&command, list, forms::SECURITY_RULE);
            }
            Resource::RouteTable(_) => {
                let command = self.part("network route-table route create", "--route-table-name");
                step.always = self.items(&command, "properties.routes.*", forms::ROUTE);
            }
            Resource::Vnet(_) => step.always = self.subnets(),
            Resource::Subnet(_) => {
                step.always = vec![create.and(&self.words.rows(&self.body, forms::SUBNET))];
                step.show = None;
                return;
            }
            Resource::FirewallRules(_) => {
                step.create = vec![create];
                step.create.extend(self.collections());
                return;
            }
            Resource::Bastion(bastion) => {
                let vnet = self.vnet_name(bastion.subnet.key());
                step.create = vec![create.with("--vnet-name", vnet)];
                return;
            }
            Resource::Firewall(firewall) => {
                let vnet = self.vnet_name(firewall.subnet.key());
                step.create = vec![create.with("--vnet-name", vnet)];
                return;
            }
            Resource::Gateway(gateway) => {
                let vnet = self.words.vnet_of(gateway.subnet.key());
                step.create = vec![create.with("--vnet", vnet)];
                return;
            }
            Resource::VirtualMachine(machine) => {
                step.create = self.machine(create, machine);
                return;
            }
            Resource::PrivateEndpoint(endpoint) => {
                step.create = vec![static_address(create, endpoint)];
                return;
            }
            Resource::ZoneGroup(_) => {
                step.create = self.zones();
                return;
            }
            Resource::Registry(registry) => {
                step.create = self.registry(create, registry);
                return;
            }
            Resource::PrivateLinkScope(_) => {
                let access = "properties.accessModeSettings.";
                let paths = ["ingestionAccessMode", "queryAccessMode"];
                step.create = vec![create, self.update(access, &paths)];
                return;
            }
            Resource::Workspace(workspace) => {
                step.create = self.workspace(create, workspace);
                return;
            }
            Resource::ComputeCluster(cluster) => {
                step.create = vec![compute_cluster(create, cluster)];
                return;
            }
            Resource::AttachedMachine(machine) => {
                let file = if let Value::Param(name) = &machine.ssh_private_key {
                    key_file(name)
                } else {
                    String::new()
                };
                step.create = vec![create.with("--ssh-private-key-file", Word::variable(file))];
                return;
            }
            Resource::BatchEndpoint(_) => {
                step.create = vec![create.with("--file", file_of(self.node, files))];
                return;
            }
            Resource::BatchDeployment(deployment) => {
                let model =
                    Word::text("model=azureml:").join(self.words.word(&deployment.model_id));
                step.create = vec![
                    create
                        .with("--file", file_of(self.node, files))
                        .with("--set", model)
                        .switch("--set-default"),
                ];
                return;
            }
            Resource::AksCluster(_) => {
                step.create = self.cluster(create);
                return;
            }
            Resource::AgentPool(_) => {
                step.create = vec![self.pool(create, "properties")];
                return;
            }
            Resource::AksExtension(extension) => {
                let settings = extension.settings().into_iter();
                let settings = settings
                    .map(|(name, value)| Word::text(name).then("=").then(value))
                    .collect();
                step.create = vec![
                    create
                        .many("--scope", vec![Word::text("cluster")], true)
                        .many("--configuration-settings", settings, false),
                ];
                return;
            }
            Resource::PublicIp(_)
            | Resource::NatGateway(_)
            | Resource::Peering(_)
            | Resource::FirewallPolicy(_)
            | Resource::NetworkInterface(_)
            | Resource::PrivateDnsZone(_)
            | Resource::ZoneLink(_)
            | Resource::StorageAccount(_)
            | Resource::KeyVault(_)
            | Resource::Replication(_)
            | Resource::LogAnalytics(_)
            | Resource::AppInsights(_)
            | Resource::ScopedResource(_)
            | Resource::ComputeInstance(_)
            | Resource::AttachedKubernetes(_)
            | Resource::ManagedIdentity(_)
            | Resource::RoleAssignment(_) => {}
        }
        step.create = vec![create];
    }

    /// A command for a part of this resource, which it names by an option.
    fn part(&self, words: &str, owner: &'static str) -> Command {
        let name = self.node.names.last().map(|name| self.words.word(name));
        Command::new(words)
            .and(&self.words.place(&self.node.scope))
            .with(owner, name.unwrap_or_default())
    }

    /// A command for each item of a list in the body.
    fn items(&self, command: &Command, list: &str, rows: &[super::body::Row]) -> Vec<Command> {
        objects(&self.body, list)
            .map(|item| command.clone().and(&self.words.rows(item, rows)))
            .collect()
    }

    /// The subnets of a network. One without a range is not created; that is a gap of the plan.
    fn subnets(&self) -> Vec<Command> {
        let command = self.part("network vnet subnet create", "--vnet-name");
        objects(&self.body, "properties.subnets.*")
            .filter(|subnet| !at(subnet, "properties.addressPrefix").is_empty())
            .map(|subnet| {
                let name = self.words.rows(subnet, &[("--name", "name", "")]);
                let rows = self.words.rows(subnet, forms::SUBNET);
                command.clone().and(&name).and(&rows)
            })
            .collect()
    }

    /// The collections of a rule collection group: each is created with its first rule.
    fn collections(&self) -> Vec<Command> {
        let group = "network firewall policy rule-collection-group collection";
        let names = ["--policy-name", "--rcg-name"].into_iter();
        let mut owner = Command::default().and(&self.words.place(&self.node.scope));
        for (option, name) in names.zip(&self.node.names) {
            owner = owner.with(option, self.words.word(name));
        }
        let mut commands = Vec::new();
        for collection in objects(&self.body, "properties.ruleCollections.*") {
            for (position, rule) in objects(collection, "rules.*").enumerate() {
                let (words, rows): (_, &[super::body::Row]) = if position == 0 {
                    (
                        "add-filter-collection",
                        &[
                            ("--name", "name", ""),
                            ("--collection-priority", "priority", ""),
                            ("--action", "action.type", ""),
                        ],
                    )
                } else {
                    ("rule add", &[("--collection-name", "name", "")])
                };
                let name = if position == 0 {
                    "--rule-name"
                } else {
                    "--name"
                };
                let protocols = objects(rule, "protocols.*").map(|protocol| {
                    let part = |path| at(protocol, path).first().map(|it| self.words.word(it));
                    let port = part("port").unwrap_or_default();
                    part("protocolType")
                        .unwrap_or_default()
                        .then("=")
                        .join(port)
                });
                let protocols: Vec<Word> = protocols.collect();
                let mut command = Command::new(format!("{group} {words}"))
                    .and(&owner.arguments)
                    .and(&self.words.rows(collection, rows))
                    .and(&self.words.rows(rule, &[(name, "name", "")]))
                    .and(&self.words.rows(rule, forms::FIREWALL_RULE));
                if !protocols.is_empty() {
                    command = command.many("--protocols", protocols, false);
                }
                commands.push(command);
            }
        }
        commands
    }

    /// The name of the virtual network of a subnet; the resource stands in that network's group.
    fn vnet_name(&self, subnet: &Key) -> Word {
        match self.words.deployment.find(subnet) {
            Some(Target::NewSubnet(node, _)) => node.names.last(),
            Some(Target::New(node)) => node.names.first(),
            Some(Target::Existing(existing)) => {
                return Word::text(existing.id.names.first().cloned().unwrap_or_default());
            }
            None => None,
        }
        .map_or_else(Word::default, |name| self.words.word(name))
    }

    fn machine(&self, create: Command, machine: &VirtualMachine) -> Vec<Command> {
        let reference = "properties.storageProfile.imageReference.";
        let image: Vec<&str> = ["publisher", "offer", "sku", "version"]
            .iter()
            .filter_map(|part| {
                let mut path = reference.to_owned();
                path.push_str(part);
                let value = at(&self.body, &path).first().copied()?;
                Some(self.words.deployment.planned_text(value))
            })
            .collect();
        let authentication = match machine.credential {
            Credential::SshPublicKey(_) => "ssh",
            Credential::Password(_) => "password",
        };
        let mut boot = Command::new("vm boot-diagnostics enable");
        boot.arguments.clone_from(&self.identity);
        vec![
            create
                .say("--image", &image.join(":"))
                .say("--authentication-type", authentication)
                .say("--assign-identity", "[system]"),
            boot,
        ]
    }

    fn zones(&self) -> Vec<Command> {
        let rows = [
            ("--zone-name", "name", ""),
            ("--private-dns-zone", "properties.privateDnsZoneId", ""),
        ];
        objects(&self.body, "properties.privateDnsZoneConfigs.*")
            .enumerate()
            .map(|(position, zone)| {
                let verb = if position == 0 { "create" } else { "add" };
                self.command(verb).and(&self.words.rows(zone, &rows))
            })
            .collect()
    }

    fn registry(&self, create: Command, registry: &Registry) -> Vec<Command> {
        let open = registry.public_network_access;
        let mut create = create.many("--public-network-enabled", vec![truth(open)], open);
        if registry.sku == RegistrySku::Premium {
            let trusted = registry.trusted_services;
            create = create.many("--allow-trusted-services", vec![truth(trusted)], trusted);
        }
        let mut commands = vec![create];
        if registry.quarantine {
            commands.push(self.update("properties.policies.quarantinePolicy.", &["status"]));
        }
        commands
    }

    fn workspace(&self, create: Command, workspace: &Workspace) -> Vec<Command> {
        let isolation = match workspace.isolation {
            IsolationMode::Disabled => None,
            IsolationMode::AllowInternetOutbound => Some("allow_internet_outbound"),
            IsolationMode::AllowOnlyApprovedOutbound => Some("allow_only_approved_outbound"),
        };
        let mut create = match isolation {
            Some(mode) => create.say("--managed-network", mode),
            None => create,
        };
        if workspace.high_business_impact {
            create = create.say("--set", "hbi_workspace=true");
        }
        let mut commands = vec![create];
        if workspace.serverless.is_some() {
            commands.push(self.update(
                "properties.serverlessComputeSettings.",
                &[
                    "serverlessComputeCustomSubnet",
                    "serverlessComputeNoPublicIP",
                ],
            ));
        }
        commands
    }

    /// Sets properties that the resource's own command has no options for.
    fn update(&self, object: &str, names: &[&str]) -> Command {
        let settings = names.iter().filter_map(|name| {
            let mut path = object.to_owned();
            path.push_str(name);
            let value = at(&self.body, &path).first().copied()?;
            Some(Word::text(path).then("=").join(self.words.word(value)))
        });
        let version = arm_type(&self.node.resource).api_version;
        Command::new("resource update")
            .with("--ids", self.words.id_of(self.node))
            .say("--api-version", version)
            .many("--set", settings.collect(), false)
    }

    fn cluster(&self, create: Command) -> Vec<Command> {
        let access = "properties.apiServerAccessProfile.";
        let is_on = |name: &str| {
            let mut path = access.to_owned();
            path.push_str(name);
            at(&self.body, &path).contains(&&Value::Bool(true))
        };
        let mut create = create;
        if is_on("enablePrivateCluster") {
            // The name stays private as well (AKS-41).
            create = create
                .switch("--enable-private-cluster")
                .switch("--disable-public-fqdn");
        }
        if is_on("enableVnetIntegration") {
            create = create.switch("--enable-apiserver-vnet-integration");
        }
        let first = "properties.agentPoolProfiles.*";
        let name = [("--nodepool-name", "name", "")];
        let mut commands = Vec::new();
        if let Some(profile) = objects(&self.body, first).next() {
            create = self.pool(create.and(&self.words.rows(profile, &name)), first);
            let surge = [("--max-surge", "upgradeSettings.maxSurge", "")];
            let surge = self.words.rows(profile, &surge);
            if !surge.is_empty() {
                let pool = self.words.rows(profile, &[("--name", "name", "")]);
                commands.push(
                    self.part("aks nodepool update", "--cluster-name")
                        .and(&pool)
                        .and(&surge),
                );
            }
        }
        commands.insert(0, create.switch("--no-ssh-key").switch("--yes"));
        commands
    }

    /// The options of the node pool at a path.
    fn pool(&self, create: Command, path: &str) -> Command {
        let Some(pool) = objects(&self.body, path).next() else {
            return create;
        };
        let create = create.and(&self.words.rows(pool, forms::POOL));
        if at(pool, "enableAutoScaling").contains(&&Value::Bool(true)) {
            create.switch("--enable-cluster-autoscaler")
        } else {
            create
        }
    }
}

/// The objects at a path.
fn objects<'v>(body: &'v Object, path: &str) -> impl Iterator<Item = &'v Object> {
    at(body, path).into_iter().filter_map(|value| {
        if let Value::Object(object) = value {
            Some(object)
        } else {
            None
        }
    })
}

fn truth(on: bool) -> Word {
    Word::text(if on { "true" } else { "false" })
}

fn static_address(create: Command, endpoint: &PrivateEndpoint) -> Command {
    let Some(fixed) = &endpoint.static_address else {
        return create;
    };
    create.many(
        "--ip-config",
        vec![
            Word::text("name=").then(fixed.member),
            Word::text("group-id=").then(endpoint.group_id),
            Word::text("member-name=").then(fixed.member),
            Word::text("private-ip-address=").then(&fixed.address),
        ],
        false,
    )
}

fn compute_cluster(create: Command, cluster: &ComputeCluster) -> Command {
    let is_dedicated = cluster.priority == VmPriority::Dedicated;
    let tier = if is_dedicated {
        "dedicated"
    } else {
        "low_priority"
    };
    let ssh = cluster.ssh_public_access;
    create
        .many("--tier", vec![Word::text(tier)], is_dedicated)
        .say(
            "--idle-time-before-scale-down",
            &cluster.idle_seconds.to_string(),
        )
        .many("--ssh-public-access-enabled", vec![truth(ssh)], !ssh)
}

/// The variable for the file that holds a private key: the CLI takes no key, only files.
pub(super) fn key_file(parameter: &str) -> String {
    let mut name = shell::variable(parameter);
    name.push_str("_FILE");
    name
}

/// The Azure ML file of a resource, as seen from the scripts.
fn file_of(node: &Node, files: &[(Key, String)]) -> Word {
    let found = files.iter().find(|(key, _)| *key == node.key);
    Word::text("../").then(found.map_or("", |(_, path)| path))
}

/// The arguments that name the cluster of an extension.
fn cluster_of(words: Words<'_>, extension: &AksExtension) -> Vec<Argument> {
    let name = match words.deployment.find(extension.cluster.key()) {
        Some(Target::New(node) | Target::NewSubnet(node, _)) => {
            node.names.last().map(|name| words.word(name))
        }
        Some(Target::Existing(existing)) => Some(Word::text(existing.id.name())),
        None => None,
    };
    Command::default()
        .with("--cluster-name", name.unwrap_or_default())
        .say("--cluster-type", "managedClusters")
        .arguments
}

/// Where the show command of a resource tells an attribute.
fn query(resource: &Resource, attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Id => "id",
        Attribute::Name => "name",
        Attribute::PrincipalId => "principalId",
        Attribute::SystemPrincipalId if matches!(resource, Resource::Workspace(_)) => {
            "identity.principal_id"
        }
        Attribute::SystemPrincipalId => "identity.principalId",
        Attribute::PrivateAddress => "ipConfigurations[0].privateIPAddress",
        Attribute::ScoringUri => "scoring_uri",
    }
}
