//! Resource → the step that brings it into being.

use super::body::{Words, at, attribute_variable};
use super::command::{Argument, Command, Step, Word};
use super::extras::{
    cluster_of, compute_cluster, file_of, objects, static_address, truth, with_key, with_settings,
};
use super::forms::{self, form_of};
use crate::deployment::arm_body::{arm_body, arm_type, attribute_path};
use crate::deployment::resource::{Credential, Registry, VirtualMachine, Workspace};
use crate::deployment::{Attribute, Key, Node, Object, Resource, Target, Value};
use crate::domain::{IsolationMode, RegistrySku};
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
            Words::place(&node.scope)
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
        step.create = self.create(create, files);
        step.always = self.always();
        // A subnet on its own is brought to the plan every time as well.
        if let Resource::Subnet(_) = &self.node.resource {
            step.show = None;
        }
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

    /// The commands for parts that are brought to the plan every time.
    fn always(&self) -> Vec<Command> {
        if let Resource::Nsg(_) = &self.node.resource {
            let command = self.part("network nsg rule create", "--nsg-name");
            self.items(&command, "properties.securityRules.*", forms::SECURITY_RULE)
        } else if let Resource::RouteTable(_) = &self.node.resource {
            let command = self.part("network route-table route create", "--route-table-name");
            self.items(&command, "properties.routes.*", forms::ROUTE)
        } else if let Resource::Vnet(_) = &self.node.resource {
            self.subnets()
        } else {
            Vec::new()
        }
    }

    /// The commands that create: the type's own with what it takes beside values of the body, and what has to
    /// follow it.
    fn create(&self, create: Command, files: &[(Key, String)]) -> Vec<Command> {
        match &self.node.resource {
            Resource::FirewallRules(_) => {
                let mut commands = vec![create];
                commands.extend(self.collections());
                commands
            }
            Resource::Bastion(bastion) => self.in_vnet(create, bastion.subnet.key()),
            Resource::Firewall(firewall) => self.in_vnet(create, firewall.subnet.key()),
            Resource::Gateway(gateway) => {
                vec![create.with("--vnet", self.words.vnet_of(gateway.subnet.key()))]
            }
            Resource::VirtualMachine(machine) => self.machine(create, machine),
            Resource::PrivateEndpoint(endpoint) => vec![static_address(create, endpoint)],
            Resource::ZoneGroup(_) => self.zones(),
            Resource::Registry(registry) => self.registry(create, registry),
            Resource::PrivateLinkScope(_) => {
                let paths = ["ingestionAccessMode", "queryAccessMode"];
                vec![
                    create,
                    self.update("properties.accessModeSettings.", &paths),
                ]
            }
            Resource::Workspace(workspace) => self.workspace(create, workspace),
            Resource::ComputeCluster(cluster) => vec![compute_cluster(create, cluster)],
            Resource::AttachedMachine(machine) => vec![with_key(create, machine)],
            Resource::BatchEndpoint(_) => vec![create.with("--file", file_of(self.node, files))],
            Resource::BatchDeployment(deployment) => {
                let model = self.words.word(&deployment.model_id);
                let create = create.with("--file", file_of(self.node, files));
                let model = Word::text("model=azureml:").join(model);
                vec![create.with("--set", model).switch("--set-default")]
            }
            Resource::AksCluster(_) => self.cluster(create),
            Resource::AgentPool(_) => vec![self.pool(create, "properties")],
            Resource::AksExtension(extension) => vec![with_settings(create, extension)],
            Resource::Subnet(_) => vec![create.and(&self.words.rows(&self.body, forms::SUBNET))],
            Resource::Nsg(_)
            | Resource::RouteTable(_)
            | Resource::Vnet(_)
            | Resource::PublicIp(_)
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
            | Resource::RoleAssignment(_) => vec![create],
        }
    }

    /// A command that takes the virtual network of a subnet by its name.
    fn in_vnet(&self, create: Command, subnet: &Key) -> Vec<Command> {
        vec![create.with("--vnet-name", self.vnet_name(subnet))]
    }

    /// A command for a part of this resource, which it names by an option.
    fn part(&self, words: &str, owner: &'static str) -> Command {
        let name = self.node.names.last().map(|name| self.words.word(name));
        Command::new(words)
            .and(&Words::place(&self.node.scope))
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
        let mut owner = Command::default().and(&Words::place(&self.node.scope));
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
                    let word = |path| at(protocol, path).first().map(|it| self.words.word(it));
                    let port = word("port").unwrap_or_default();
                    word("protocolType")
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
        let mut path = access.to_owned();
        path.push_str("authorizedIPRanges.*");
        let ranges = at(&self.body, &path).into_iter();
        let ranges = ranges.map(|range| self.words.word(range));
        if let Some(ranges) = ranges.reduce(|list, range| list.then(",").join(range)) {
            create = create.with("--api-server-authorized-ip-ranges", ranges);
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
