//! Every scenario as other teams would have it: on a VNet that exists, without public addresses, with the
//! older rules, with each way of an AKS cluster to give addresses to pods, spread over groups.
//!
//! `MATRIX_OUT=DIR cargo test --no-default-features --test native -- --ignored writes_the_plans` writes the
//! plans, to export each and let other people's tools judge it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use azureml_vnet_wizard::document::{decode, encode};
use azureml_vnet_wizard::domain::{
    DnsMode, NetworkMode, Placement, Plan, PrefixText, RuleProfile, Word,
};
use azureml_vnet_wizard::samples;

use super::{arm, text};

const SUBSCRIPTION: &str = "11111111-1111-1111-1111-111111111111";
const OTHER_SUBSCRIPTION: &str = "22222222-2222-2222-2222-222222222222";

/// The id of something that exists in the resource group of the network team.
fn id_of(kind: &str, name: &str) -> String {
    format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg-net/providers/{kind}/{name}")
}

/// The VNets exist, with every `nth` subnet missing; with 0, all subnets exist too.
fn existing_vnets(plan: &mut Plan, nth: usize) {
    for vnet in &mut plan.vnets {
        vnet.placement = Placement::Existing;
        vnet.resource_id = id_of("Microsoft.Network/virtualNetworks", &vnet.name);
        for (index, subnet) in vnet.subnets.iter_mut().enumerate() {
            let is_missing = nth > 0 && index % nth == 1;
            subnet.placement = if is_missing {
                Placement::New
            } else {
                Placement::Existing
            };
        }
    }
}

fn existing_zones(plan: &mut Plan) {
    plan.dns.mode = DnsMode::Existing;
    for zone in &mut plan.dns.zones {
        let name = format!("privatelink.{}", zone.kind.word());
        zone.resource_id = id_of("Microsoft.Network/privateDnsZones", &name);
    }
}

fn other_groups(plan: &mut Plan) {
    for (index, vnet) in plan.vnets.iter_mut().enumerate() {
        vnet.resource_group = format!("rg-net-{index}");
        if index == 1 {
            OTHER_SUBSCRIPTION.clone_into(&mut vnet.subscription_id);
        }
    }
}

fn service_endpoints(plan: &mut Plan) {
    for subnet in plan.vnets.iter_mut().flat_map(|vnet| &mut vnet.subnets) {
        subnet.service_endpoints = vec![
            "Microsoft.Storage".to_owned(),
            "Microsoft.KeyVault".to_owned(),
        ];
    }
}

/// Computes and services with or without public addresses.
fn open_to_the_internet(plan: &mut Plan, open: bool) {
    for cluster in &mut plan.clusters {
        cluster.public_ip = open;
        cluster.ssh_public_access = open;
    }
    for instance in &mut plan.instances {
        instance.public_ip = open;
    }
    plan.workspace.public_network_access = open;
    for account in &mut plan.storage {
        account.public_network_access = open;
    }
}

fn aks_mode(plan: &mut Plan, mode: NetworkMode) {
    for cluster in &mut plan.aks {
        cluster.network_mode = mode;
        cluster.pod_cidr = PrefixText::new("10.244.0.0/16");
        for pool in &mut cluster.pools {
            pool.pod_subnet = pool.node_subnet;
        }
    }
}

/// What stands before the workspace: storage, key vault, registry, insights, NSGs and routes.
fn existing_services(plan: &mut Plan) {
    for (index, account) in plan.storage.iter_mut().enumerate() {
        account.placement = Placement::Existing;
        account.resource_id = id_of(
            "Microsoft.Storage/storageAccounts",
            &format!("stold{index}"),
        );
    }
    let workspace = &mut plan.workspace;
    workspace.key_vault.placement = Placement::Existing;
    workspace.key_vault.resource_id = id_of("Microsoft.KeyVault/vaults", "kv-old");
    workspace.insights.placement = Placement::Existing;
    workspace.insights.resource_id = id_of("Microsoft.Insights/components", "appi-old");
    if let Some(registry) = &mut workspace.registry {
        registry.placement = Placement::Existing;
        registry.resource_id = id_of("Microsoft.ContainerRegistry/registries", "crold");
    }
    for nsg in &mut plan.nsgs {
        nsg.placement = Placement::Existing;
        nsg.resource_id = id_of("Microsoft.Network/networkSecurityGroups", &nsg.name);
    }
    for table in &mut plan.route_tables {
        table.placement = Placement::Existing;
        table.resource_id = id_of("Microsoft.Network/routeTables", &table.name);
    }
    for gateway in &mut plan.nat_gateways {
        gateway.placement = Placement::Existing;
        gateway.resource_id = id_of("Microsoft.Network/natGateways", &gateway.name);
    }
}

/// Every variant of every scenario that is another plan, by name.
pub(super) fn variants() -> Vec<(String, Plan)> {
    let mut all = Vec::new();
    for sample in samples::ALL {
        let base = (sample.build)();
        let mut seen = BTreeSet::new();
        let mut add = |variant: &str, change: &dyn Fn(&mut Plan)| {
            let mut plan = base.clone();
            change(&mut plan);
            if seen.insert(encode(&plan)) {
                all.push((format!("{}--{variant}", sample.slug), plan));
            }
        };
        add("base", &|_| {});
        for profile in RuleProfile::ALL {
            for (word, exists) in [("new", false), ("existing", true)] {
                for (reach, open) in [("private", false), ("public", true)] {
                    add(&format!("{}-{word}-{reach}", profile.word()), &|plan| {
                        plan.basics.profile = *profile;
                        open_to_the_internet(plan, open);
                        if exists {
                            existing_vnets(plan, 0);
                        }
                    });
                }
            }
        }
        for mode in NetworkMode::ALL {
            add(&format!("aks-{}", mode.word()), &|plan| {
                aks_mode(plan, *mode);
            });
        }
        add("subnets-in-existing-vnets", &|plan| existing_vnets(plan, 2));
        add("existing-zones", &existing_zones);
        add("existing-services", &existing_services);
        add("other-groups", &other_groups);
        add("service-endpoints", &service_endpoints);
    }
    all
}

#[test]
fn keeps_every_variant_in_its_document_and_its_template_whole() {
    let all = variants();
    assert!(all.len() > 80, "{}", all.len());
    for (name, plan) in &all {
        assert_eq!(decode(&encode(plan)).as_ref(), Ok(plan), "{name}");
        let template = arm(plan);
        let mut seen = BTreeSet::new();
        for resource in template["resources"].as_array().expect("resources") {
            let key = (resource["type"].to_string(), resource["name"].to_string());
            // Role assignments and groups of zones are told apart by what they belong to.
            let scope = resource["scope"].to_string() + &resource["resourceGroup"].to_string();
            assert!(seen.insert((key, scope)), "{name}: {}", resource["name"]);
        }
    }
}

#[test]
#[ignore = "writes plans for other people's tools; needs MATRIX_OUT"]
fn writes_the_plans() {
    let out = PathBuf::from(std::env::var_os("MATRIX_OUT").expect("MATRIX_OUT names a directory"));
    fs::create_dir_all(&out).expect("made");
    for (name, plan) in variants() {
        fs::write(out.join(format!("{name}.json")), text(&plan, "plan.json")).expect("written");
    }
}
