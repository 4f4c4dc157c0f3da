//! The Terraform files: read by a parser that is not ours, whole, without circles, and true to the plan.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use azureml_vnet_wizard::domain::{
    MonitorMode, NetworkMode, OperatingSystem, Placement, Plan, Word,
};
use azureml_vnet_wizard::exports::{bundle, gaps};
use azureml_vnet_wizard::samples;
use hcl::{Block, Body, Expression};
use regex::Regex;

use super::{arm, resources, text};

/// Every block of every file.
pub(super) fn blocks(plan: &Plan) -> Vec<Block> {
    let mut blocks = Vec::new();
    for file in bundle(plan) {
        if file.path.starts_with("terraform/") {
            let body: Body = hcl::parse(&file.text)
                .unwrap_or_else(|error| panic!("{}: {error}\n{}", file.path, file.text));
            assert_eq!(body.attributes().count(), 0, "{}", file.path);
            blocks.extend(body.into_blocks());
        }
    }
    blocks
}

fn labels(block: &Block) -> Vec<&str> {
    block.labels().iter().map(hcl::BlockLabel::as_str).collect()
}

/// The resources of one type.
fn of_type<'b>(blocks: &'b [Block], kind: &str) -> Vec<&'b Block> {
    let all = blocks.iter();
    all.filter(|block| block.identifier() == "resource" && labels(block)[0] == kind)
        .collect()
}

/// Resources of azapi with a type that ends like this.
fn by_azapi<'b>(blocks: &'b [Block], ending: &str) -> Vec<&'b Block> {
    let mut all = of_type(blocks, "azapi_resource");
    all.retain(|block| {
        let kind = attribute(block, "type").expect("a type");
        let kind = kind.trim_matches('"').split('@').next().expect("a type");
        kind.ends_with(ending)
    });
    all
}

/// An attribute as it is written.
pub(super) fn attribute(block: &Block, name: &str) -> Option<String> {
    let mut all = block.body().attributes();
    let found = all.find(|attribute| attribute.key() == name)?;
    Some(hcl::format::to_string(found.expr()).expect("printed"))
}

/// A text attribute, read back.
pub(super) fn text_of(block: &Block, name: &str) -> Option<String> {
    let mut all = block.body().attributes();
    match all.find(|attribute| attribute.key() == name)?.expr() {
        Expression::String(text) => Some(text.clone()),
        _ => None,
    }
}

pub(super) fn variable<'b>(blocks: &'b [Block], name: &str) -> &'b Block {
    let found = blocks
        .iter()
        .find(|block| block.identifier() == "variable" && block.labels()[0].as_str() == name);
    found.unwrap_or_else(|| panic!("no variable {name}"))
}

/// What a block is referred to by.
fn address(block: &Block) -> Option<String> {
    let labels = labels(block);
    match block.identifier() {
        "resource" => Some(labels.join(".")),
        "data" => Some(format!("data.{}", labels.join("."))),
        "variable" => Some(format!("var.{}", labels[0])),
        _ => None,
    }
}

/// A text.
static QUOTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#""(\\.|[^"\\])*""#).expect("a pattern"));
/// A reference.
static REFERENCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(data\.\w+\.\w+|var\.\w+|local\.\w+|(?:azurerm|azapi)_\w+\.\w+)")
        .expect("a pattern")
});

/// What the code of a block refers to; texts are left out.
fn references(block: &Block) -> BTreeSet<String> {
    let printed = hcl::format::to_string(&Body::builder().add_block(block.clone()).build());
    let code = QUOTED
        .replace_all(&printed.expect("printed"), "")
        .into_owned();
    REFERENCE
        .find_iter(&code)
        .map(|found| found.as_str().to_owned())
        .collect()
}

/// A plan whose VNets exist, in another subscription, with every other subnet new.
fn existing(mut plan: Plan) -> Plan {
    for vnet in &mut plan.vnets {
        vnet.placement = Placement::Existing;
        vnet.resource_id = format!(
            "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/{}",
            vnet.name
        );
        for (number, subnet) in vnet.subnets.iter_mut().enumerate() {
            subnet.placement = if number % 2 == 0 {
                Placement::Existing
            } else {
                Placement::New
            };
        }
    }
    plan
}

fn scattered(mut plan: Plan) -> Plan {
    for (number, vnet) in plan.vnets.iter_mut().enumerate() {
        vnet.resource_group = format!("rg-net-{number}");
    }
    plan
}

fn with_mode(plan: Plan, mode: NetworkMode) -> Plan {
    samples::with(plan, |plan| {
        for aks in &mut plan.aks {
            aks.network_mode = mode;
            for pool in &mut aks.pools {
                pool.pod_subnet = pool.node_subnet;
            }
        }
    })
}

/// Every scenario in every way that changes what refers to what.
fn variants() -> Vec<(String, Plan)> {
    let mut variants = Vec::new();
    for sample in samples::ALL {
        let plan = (sample.build)();
        let mut add = |name: &str, plan| variants.push((format!("{} {name}", sample.slug), plan));
        add("as it is", plan.clone());
        add("existing", existing(plan.clone()));
        add("scattered", scattered(plan.clone()));
        add("closed monitor", closed_monitor(plan.clone()));
        add("service endpoints", service_endpoints(plan.clone()));
        for mode in NetworkMode::ALL {
            if !plan.aks.is_empty() {
                add(mode.word(), with_mode(plan.clone(), *mode));
            }
        }
    }
    variants
}

fn closed_monitor(plan: Plan) -> Plan {
    samples::with(plan, |plan| {
        plan.workspace.insights.private_link_scope = true;
        plan.workspace.insights.mode = MonitorMode::PrivateOnly;
    })
}

fn service_endpoints(plan: Plan) -> Plan {
    samples::with(plan, |plan| {
        for vnet in &mut plan.vnets {
            if let Some(subnet) = vnet.subnets.first_mut() {
                subnet.service_endpoints = vec!["Microsoft.Storage".to_owned()];
            }
        }
    })
}

#[test]
fn all_that_is_referred_to_is_declared_and_nothing_waits_for_itself() {
    for (name, plan) in variants() {
        let blocks = blocks(&plan);
        let references: Vec<BTreeSet<String>> = blocks.iter().map(references).collect();
        check_declarations(&name, &blocks, &references);
        check_order(&name, &blocks, &references);
    }
}

fn check_declarations(name: &str, blocks: &[Block], references: &[BTreeSet<String>]) {
    let mut declared = BTreeSet::new();
    for address in blocks.iter().filter_map(address) {
        assert!(declared.insert(address.clone()), "{name}: {address} twice");
    }
    let locals = blocks.iter().filter(|block| block.identifier() == "locals");
    for local in locals.flat_map(|block| block.body().attributes()) {
        declared.insert(format!("local.{}", local.key()));
    }
    let used: BTreeSet<String> = references.iter().flatten().cloned().collect();
    for reference in &used {
        assert!(
            declared.contains(reference),
            "{name}: {reference} is nowhere"
        );
    }
    for address in declared {
        let is_resource = address.starts_with("azurerm_") || address.starts_with("azapi_");
        assert!(
            is_resource || used.contains(&address),
            "{name}: {address} is for nothing"
        );
    }
}

fn check_order(name: &str, blocks: &[Block], references: &[BTreeSet<String>]) {
    let mut waiting: BTreeMap<String, &BTreeSet<String>> = BTreeMap::new();
    for (block, needs) in blocks.iter().zip(references) {
        if block.identifier() == "resource" {
            waiting.insert(labels(block).join("."), needs);
        }
    }
    while !waiting.is_empty() {
        let left: BTreeSet<String> = waiting.keys().cloned().collect();
        waiting.retain(|_, needs| needs.iter().any(|need| left.contains(need)));
        assert!(waiting.len() < left.len(), "{name}: a circle in {left:?}");
    }
}

#[test]
fn every_resource_of_the_template_is_here() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        let template = arm(&plan);
        let blocks = blocks(&plan);
        for (kind, native) in [
            (
                "Microsoft.Network/networkSecurityGroups",
                "azurerm_network_security_group",
            ),
            (
                "Microsoft.Network/privateEndpoints",
                "azurerm_private_endpoint",
            ),
            (
                "Microsoft.Network/virtualNetworks",
                "azurerm_virtual_network",
            ),
            (
                "Microsoft.Network/privateDnsZones",
                "azurerm_private_dns_zone",
            ),
            (
                "Microsoft.Storage/storageAccounts",
                "azurerm_storage_account",
            ),
            (
                "Microsoft.ContainerService/managedClusters",
                "azurerm_kubernetes_cluster",
            ),
            (
                "Microsoft.Authorization/roleAssignments",
                "azurerm_role_assignment",
            ),
        ] {
            assert_eq!(
                of_type(&blocks, native).len(),
                resources(&template, kind).len(),
                "{}: {native}",
                sample.slug
            );
        }
    }
}

#[test]
fn what_exists_is_read_through_its_own_subscription_and_not_created() {
    let blocks = blocks(&existing(samples::batch_scoring()));
    assert!(of_type(&blocks, "azurerm_virtual_network").is_empty());
    let subnets = of_type(&blocks, "azurerm_subnet");
    assert!(!subnets.is_empty());
    for subnet in subnets {
        assert_eq!(
            attribute(subnet, "provider").as_deref(),
            Some("azurerm.subscription_2")
        );
        assert_eq!(
            text_of(subnet, "resource_group_name").as_deref(),
            Some("rg-net")
        );
        let network = attribute(subnet, "virtual_network_name").expect("a network");
        assert!(
            network.starts_with("data.azurerm_virtual_network."),
            "{network}"
        );
    }
    let aliases = blocks.iter().filter(|block| {
        text_of(block, "subscription_id").as_deref() == Some("11111111-1111-1111-1111-111111111111")
    });
    assert_eq!(aliases.count(), 1);
}

#[test]
fn resource_groups_are_created_unless_something_in_them_exists() {
    let blocks = blocks(&scattered(samples::batch_scoring()));
    assert_eq!(of_type(&blocks, "azurerm_resource_group").len(), 3);
    let plan = samples::with(samples::private_training(), |plan| {
        let group = &plan.basics.resource_group;
        plan.basics.subscription_id = "11111111-1111-1111-1111-111111111111".to_owned();
        plan.storage[0].placement = Placement::Existing;
        plan.storage[0].resource_id = format!(
            "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/{group}/providers/Microsoft.Storage/storageAccounts/stold"
        );
    });
    assert!(of_type(&self::blocks(&plan), "azurerm_resource_group").is_empty());
}

#[test]
fn azapi_writes_static_blocks_of_pods_and_azurerm_every_other_mode() {
    for mode in NetworkMode::ALL {
        let blocks = blocks(&with_mode(samples::aks_inference(), *mode));
        let native = of_type(&blocks, "azurerm_kubernetes_cluster").len();
        let azapi = by_azapi(&blocks, "/managedClusters").len();
        let is_static = *mode == NetworkMode::PodSubnetStatic;
        assert_eq!(
            (native, azapi),
            if is_static { (0, 1) } else { (1, 0) },
            "{}",
            mode.word()
        );
    }
}

#[test]
fn what_azurerm_4_and_5_write_differently_is_written_by_azapi() {
    let plan = service_endpoints(closed_monitor(samples::batch_scoring()));
    let blocks = blocks(&plan);
    assert_eq!(by_azapi(&blocks, "/subnets").len(), plan.vnets.len());
    assert_eq!(
        by_azapi(&blocks, "Microsoft.OperationalInsights/workspaces").len(),
        1
    );
    assert!(of_type(&blocks, "azurerm_private_dns_zone_virtual_network_link").is_empty());
    let links = plan
        .dns
        .zones
        .iter()
        .map(|zone| zone.links.len())
        .sum::<usize>();
    assert_eq!(by_azapi(&blocks, "/virtualNetworkLinks").len(), links);
}

#[test]
fn whoever_stands_in_a_subnet_waits_for_its_rules_and_routes() {
    let plan = samples::hub_spoke_firewall();
    let blocks = blocks(&plan);
    for cluster in of_type(&blocks, "azurerm_machine_learning_compute_cluster") {
        let waits = attribute(cluster, "depends_on").expect("waits");
        assert!(
            waits.contains("azurerm_subnet_route_table_association."),
            "{waits}"
        );
        assert!(
            waits.contains("azurerm_subnet_network_security_group_association."),
            "{waits}"
        );
        assert!(waits.contains("azurerm_firewall."), "{waits}");
    }
}

#[test]
fn no_secret_has_a_default_and_none_goes_into_the_state_through_azapi() {
    let plan = samples::classic_2019();
    let blocks = blocks(&plan);
    let key = variable(&blocks, "ssh_public_key");
    assert_eq!(attribute(key, "default"), None);
    assert_eq!(
        attribute(key, "sensitive"),
        None,
        "a public key may be seen"
    );
    let private = variable(&blocks, "vm_demand_train_ssh_private_key");
    assert_eq!(attribute(private, "default"), None);
    assert_eq!(attribute(private, "sensitive").as_deref(), Some("true"));
    let compute = by_azapi(&blocks, "/computes")
        .into_iter()
        .find(|block| text_of(block, "name").as_deref() == Some("vm-demand-train"))
        .expect("the machine");
    assert!(
        !attribute(compute, "body")
            .expect("a body")
            .contains("private_key")
    );
    assert!(
        attribute(compute, "sensitive_body")
            .expect("secrets")
            .contains("private_key")
    );
}

#[test]
fn a_linux_machine_takes_a_key_and_a_windows_machine_a_password() {
    for (os, kind) in [
        (OperatingSystem::Ubuntu, "azurerm_linux_virtual_machine"),
        (OperatingSystem::Windows, "azurerm_windows_virtual_machine"),
    ] {
        let plan = samples::with(samples::batch_scoring(), |plan| plan.jump_hosts[0].os = os);
        let blocks = blocks(&plan);
        let machine = of_type(&blocks, kind)[0];
        let is_windows = os == OperatingSystem::Windows;
        assert_eq!(attribute(machine, "admin_password").is_some(), is_windows);
        let keys = machine
            .body()
            .blocks()
            .filter(|block| block.identifier() == "admin_ssh_key");
        assert_eq!(keys.count(), usize::from(!is_windows));
    }
}

#[test]
fn a_gap_of_terraform_alone_is_said_in_the_file_the_read_me_and_the_app() {
    let plan = samples::private_training();
    let name = &plan.instances[0].name;
    let said = format!("azurerm cannot say that applications on {name} are personal");
    assert!(gaps(&plan).iter().any(|gap| gap.text.contains(&said)));
    assert!(text(&plan, "terraform/workspace.tf").contains(&format!("# Terraform: {said}")));
    assert!(text(&plan, "README.md").contains("## Not in these files"));
    assert!(!text(&plan, "arm/azuredeploy.json").contains("azurerm"));
}

#[test]
fn warnings_stand_where_they_concern_and_only_there() {
    let plan = with_mode(samples::aks_inference(), NetworkMode::Kubenet);
    let file = text(&plan, "terraform/aks.tf");
    let warning = "# warning AKS009: aks-pricing-prod uses kubenet\n";
    assert_eq!(file.matches(warning).count(), 1);
    assert!(
        file.contains(&format!("{warning}resource \"azurerm_kubernetes_cluster\"")),
        "{file}"
    );
    assert!(!text(&plan, "terraform/main.tf").contains(warning));
}
