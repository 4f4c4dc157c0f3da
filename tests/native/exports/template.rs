//! What the ARM template says about a plan.

use std::collections::BTreeSet;

use azureml_vnet_wizard::deployment::{Key, lower};
use azureml_vnet_wizard::domain::{
    AttachedKind, DnsMode, NetworkMode, OperatingSystem, Placement, Plan, PrefixText, Word,
};
use azureml_vnet_wizard::samples;
use serde_json::Value;

use super::{arm, resources, text};

fn depends_on(resource: &Value) -> Vec<&str> {
    let all = resource["dependsOn"].as_array().into_iter().flatten();
    all.filter_map(Value::as_str).collect()
}

fn gaps(plan: &Plan) -> Vec<String> {
    lower(plan).1.into_iter().map(|gap| gap.text).collect()
}

#[test]
fn every_resource_stands_after_what_it_depends_on() {
    for sample in samples::ALL {
        let (deployment, _) = lower(&(sample.build)());
        let mut created: BTreeSet<Key> = BTreeSet::new();
        for node in &deployment.nodes {
            for key in node.depends_on() {
                let is_new = deployment.nodes.iter().any(|other| other.creates(&key));
                let stands = deployment
                    .nodes
                    .iter()
                    .any(|other| created.contains(&other.key) && other.creates(&key));
                assert!(
                    !is_new || stands,
                    "{}: {} before {key}",
                    sample.slug,
                    node.key
                );
            }
            assert!(created.insert(node.key.clone()), "{} twice", node.key);
        }
    }
}

#[test]
fn subnets_are_part_of_their_network() {
    let template = arm(&samples::batch_scoring());
    assert!(resources(&template, "Microsoft.Network/virtualNetworks/subnets").is_empty());
    let networks = resources(&template, "Microsoft.Network/virtualNetworks");
    let subnets: Vec<usize> = networks
        .iter()
        .map(|network| {
            network["properties"]["subnets"]
                .as_array()
                .map_or(0, Vec::len)
        })
        .collect();
    assert_eq!(subnets, [2, 2]);
}

#[test]
fn subnets_that_were_left_to_us_have_their_place() {
    let plan = samples::with(samples::batch_scoring(), |plan| {
        for vnet in &mut plan.vnets {
            for subnet in &mut vnet.subnets {
                subnet.prefix = PrefixText::default();
            }
        }
    });
    let template = arm(&plan);
    for network in resources(&template, "Microsoft.Network/virtualNetworks") {
        for subnet in network["properties"]["subnets"]
            .as_array()
            .expect("subnets")
        {
            let prefix = subnet["properties"]["addressPrefix"]
                .as_str()
                .expect("a place");
            assert!(
                prefix
                    .parse::<azureml_vnet_wizard::domain::Prefix>()
                    .is_ok(),
                "{prefix}"
            );
        }
    }
}

#[test]
fn computes_wait_for_the_private_way_to_the_workspace_and_names_wait_for_links() {
    let template = arm(&samples::batch_scoring());
    let computes = resources(
        &template,
        "Microsoft.MachineLearningServices/workspaces/computes",
    );
    assert_eq!(computes.len(), 2);
    for compute in computes {
        let waits = depends_on(compute);
        let zone_groups = waits
            .iter()
            .filter(|wait| wait.contains("privateDnsZoneGroups"));
        assert_eq!(zone_groups.count(), 7, "{waits:?}");
    }
    for group in resources(
        &template,
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
    ) {
        let waits = depends_on(group);
        let zones = group["properties"]["privateDnsZoneConfigs"]
            .as_array()
            .expect("zones")
            .len();
        let links = waits
            .iter()
            .filter(|wait| wait.contains("virtualNetworkLinks"));
        assert_eq!(
            links.count(),
            2 * zones,
            "each zone is linked to both VNets"
        );
    }
}

#[test]
fn the_image_builder_is_a_name_so_that_workspace_and_cluster_make_no_circle() {
    let template = arm(&samples::batch_scoring());
    let workspaces = resources(&template, "Microsoft.MachineLearningServices/workspaces");
    assert_eq!(
        workspaces[0]["properties"]["imageBuildCompute"],
        "cpu-fraud-build"
    );
    assert!(
        !depends_on(workspaces[0])
            .iter()
            .any(|wait| wait.contains("computes"))
    );
}

#[test]
fn secrets_are_parameters_without_a_value() {
    let plan = samples::with(samples::classic_2019(), |plan| {
        plan.attached[0].placement = Placement::New;
    });
    for plan in [plan, samples::batch_scoring()] {
        let template = arm(&plan);
        let values: Value =
            serde_json::from_str(&text(&plan, "arm/azuredeploy.parameters.json")).expect("JSON");
        let mut secrets = 0;
        for (name, parameter) in template["parameters"].as_object().expect("parameters") {
            if parameter["type"] == "securestring" {
                secrets += 1;
                assert!(parameter.get("defaultValue").is_none(), "{name}");
                assert!(values["parameters"][name].get("value").is_none(), "{name}");
                assert_eq!(values["parameters"][name]["reference"]["secretName"], *name);
            } else {
                assert_eq!(
                    values["parameters"][name]["value"],
                    parameter["defaultValue"]
                );
            }
        }
        assert!(secrets > 0);
    }
}

#[test]
fn a_linux_jump_host_takes_a_key_and_no_password() {
    let plan = samples::with(samples::batch_scoring(), |plan| {
        plan.jump_hosts[0].os = OperatingSystem::Ubuntu;
    });
    let template = arm(&plan);
    let machines = resources(&template, "Microsoft.Compute/virtualMachines");
    let profile = &machines[0]["properties"]["osProfile"];
    assert_eq!(
        profile["linuxConfiguration"]["disablePasswordAuthentication"],
        true
    );
    assert!(profile.get("adminPassword").is_none());
    let interfaces = resources(&template, "Microsoft.Network/networkInterfaces");
    let configuration = &interfaces[0]["properties"]["ipConfigurations"][0]["properties"];
    assert!(configuration.get("publicIPAddress").is_none());
}

#[test]
fn a_batch_deployment_waits_for_its_model() {
    let template = arm(&samples::batch_scoring());
    let kind = "Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments";
    let deployments = resources(&template, kind);
    let parameter = "beFraudBeProdFraudV1ModelId";
    assert_eq!(
        deployments[0]["condition"],
        format!("[not(empty(parameters('{parameter}')))]")
    );
    assert_eq!(template["parameters"][parameter]["defaultValue"], "");
}

#[test]
fn public_addresses_of_computes_follow_the_plan() {
    for public_ip in [false, true] {
        let plan = samples::with(samples::private_training(), |plan| {
            plan.clusters
                .iter_mut()
                .for_each(|cluster| cluster.public_ip = public_ip);
            plan.instances
                .iter_mut()
                .for_each(|instance| instance.public_ip = public_ip);
        });
        let template = arm(&plan);
        for compute in resources(
            &template,
            "Microsoft.MachineLearningServices/workspaces/computes",
        ) {
            assert_eq!(
                compute["properties"]["properties"]["enableNodePublicIp"],
                public_ip
            );
        }
    }
}

#[test]
fn every_network_mode_has_its_own_settings() {
    for (mode, plugin, plugin_mode, has_pods, allocation) in [
        (NetworkMode::Overlay, "azure", Some("overlay"), true, None),
        (
            NetworkMode::PodSubnetDynamic,
            "azure",
            None,
            false,
            Some("DynamicIndividual"),
        ),
        (
            NetworkMode::PodSubnetStatic,
            "azure",
            None,
            false,
            Some("StaticBlock"),
        ),
        (NetworkMode::NodeSubnet, "azure", None, false, None),
        (NetworkMode::Kubenet, "kubenet", None, true, None),
        (NetworkMode::None, "none", None, false, None),
    ] {
        let plan = samples::with(samples::aks_inference(), |plan| {
            plan.aks[0].network_mode = mode;
            plan.aks[0].pod_cidr = PrefixText::new("10.244.0.0/16");
            for pool in &mut plan.aks[0].pools {
                pool.pod_subnet = pool.node_subnet;
            }
        });
        let template = arm(&plan);
        let cluster = resources(&template, "Microsoft.ContainerService/managedClusters")[0];
        let network = &cluster["properties"]["networkProfile"];
        let pool = &cluster["properties"]["agentPoolProfiles"][0];
        assert_eq!(network["networkPlugin"], plugin, "{}", mode.word());
        assert_eq!(
            network["networkPluginMode"].as_str(),
            plugin_mode,
            "{}",
            mode.word()
        );
        assert_eq!(
            network.get("podCidr").is_some(),
            has_pods,
            "{}",
            mode.word()
        );
        assert_eq!(
            pool["podIPAllocationMode"].as_str(),
            allocation,
            "{}",
            mode.word()
        );
        assert_eq!(
            pool.get("podSubnetID").is_some(),
            allocation.is_some(),
            "{}",
            mode.word()
        );
    }
}

#[test]
fn the_identity_of_a_cluster_may_join_its_subnets_before_the_cluster_is_created() {
    let template = arm(&samples::aks_inference());
    let cluster = resources(&template, "Microsoft.ContainerService/managedClusters")[0];
    let waits = depends_on(cluster);
    let roles = waits.iter().filter(|wait| wait.contains("roleAssignments"));
    assert!(roles.count() >= 1, "{waits:?}");
    assert_eq!(cluster["identity"]["type"], "UserAssigned");
}

#[test]
fn what_exists_is_named_by_its_id_and_not_created() {
    let id = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-data/providers/Microsoft.Storage/storageAccounts/stold";
    let plan = samples::with(samples::private_training(), |plan| {
        plan.storage[0].placement = Placement::Existing;
        plan.storage[0].resource_id = id.to_owned();
    });
    let template = arm(&plan);
    assert!(resources(&template, "Microsoft.Storage/storageAccounts").is_empty());
    let workspace = resources(&template, "Microsoft.MachineLearningServices/workspaces")[0];
    assert_eq!(workspace["properties"]["storageAccount"], id);
    let endpoints = resources(&template, "Microsoft.Network/privateEndpoints");
    let to_storage = endpoints.iter().filter(|endpoint| {
        endpoint["properties"]["privateLinkServiceConnections"][0]["properties"]["privateLinkServiceId"] == id
    });
    assert_eq!(to_storage.count(), 2, "blob and file");
}

#[test]
fn an_existing_thing_without_its_id_is_a_gap() {
    let plan = samples::with(samples::private_training(), |plan| {
        plan.storage[0].placement = Placement::Existing;
        plan.storage[0].resource_id = "stold".to_owned();
        plan.storage[0].name = "stold".to_owned();
    });
    assert!(gaps(&plan).contains(
        &"stold exists already, but its resource id is not complete: nothing in the files refers to it. \
          Write the id as the portal shows it under Properties."
            .to_owned()
    ));
}

#[test]
fn hdinsight_is_a_gap_with_its_reason() {
    let plan = samples::with(samples::classic_2019(), |plan| {
        plan.attached[0].kind = AttachedKind::HdInsight;
        plan.attached[0].name = "hdi".to_owned();
    });
    assert!(gaps(&plan).contains(
        &"hdi is not written: HDInsight clusters could be attached with SDK v1 only, whose support ended on \
          2026-06-30. Use a compute cluster instead."
            .to_owned()
    ));
}

#[test]
fn existing_zones_are_registered_in_and_linked_to_new_networks() {
    let zone = |kind: &str| {
        format!(
            "/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/{kind}"
        )
    };
    let plan = samples::with(samples::batch_scoring(), |plan| {
        plan.dns.mode = DnsMode::Existing;
        for zone_of in &mut plan.dns.zones {
            zone_of.resource_id = zone(zone_of.kind.word());
        }
    });
    let template = arm(&plan);
    assert!(resources(&template, "Microsoft.Network/privateDnsZones").is_empty());
    let groups = resources(
        &template,
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
    );
    let configured = &groups[0]["properties"]["privateDnsZoneConfigs"][0]["properties"];
    assert_eq!(configured["privateDnsZoneId"], zone("workspace_api"));
    let nested = resources(&template, "Microsoft.Resources/deployments");
    assert_eq!(nested.len(), 1);
    assert_eq!(
        nested[0]["subscriptionId"],
        "22222222-2222-2222-2222-222222222222"
    );
    assert_eq!(nested[0]["resourceGroup"], "rg-dns");
    let links = resources(
        &nested[0]["properties"]["template"],
        "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
    );
    assert_eq!(links.len(), 2 * plan.dns.zones.len());
}

#[test]
fn a_firewall_lets_out_what_the_computes_behind_it_need() {
    let template = arm(&samples::hub_spoke_firewall());
    let rules = resources(
        &template,
        "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
    );
    let collections = rules[0]["properties"]["ruleCollections"]
        .as_array()
        .expect("collections");
    let names = |position: usize| -> Vec<&str> {
        let rules = collections[position]["rules"].as_array().expect("rules");
        rules
            .iter()
            .filter_map(|rule| rule["name"].as_str())
            .collect()
    };
    assert!(names(0).contains(&"Allow-AML-Tcp") && names(0).contains(&"Allow-Batch"));
    assert!(!names(0).contains(&"Allow-Vnet"), "stays inside");
    assert!(
        names(1).contains(&"ml-python-and-r-packages"),
        "{:?}",
        names(1)
    );
    for position in 0..2 {
        let unique: BTreeSet<&str> = names(position).into_iter().collect();
        assert_eq!(unique.len(), names(position).len());
    }
}

#[test]
fn a_spoke_uses_a_gateway_only_when_it_stands_and_is_shared() {
    let template = arm(&samples::hub_spoke_firewall());
    let peerings = resources(
        &template,
        "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
    );
    let user = peerings
        .iter()
        .find(|peering| peering["properties"]["useRemoteGateways"] == true)
        .expect("the spoke's");
    let waits = depends_on(user);
    assert!(
        waits
            .iter()
            .any(|wait| wait.contains("virtualNetworkGateways")),
        "{waits:?}"
    );
    assert!(
        waits
            .iter()
            .any(|wait| wait.contains("virtualNetworkPeerings")),
        "{waits:?}"
    );
}

#[test]
fn an_api_server_in_a_subnet_keeps_a_zone_of_its_own() {
    let kind = "Microsoft.ContainerService/managedClusters";
    let zone = |plan: &Plan| {
        let template = arm(plan);
        let profile = &resources(&template, kind)[0]["properties"]["apiServerAccessProfile"];
        profile["privateDNSZone"]
            .as_str()
            .expect("private")
            .to_owned()
    };
    let mut plan = samples::everything();
    assert!(zone(&plan).contains("Microsoft.Network/privateDnsZones"));
    plan.aks[0].api_server_subnet = plan.aks[0].pools[0].node_subnet;
    assert_eq!(zone(&plan), "system");
}
