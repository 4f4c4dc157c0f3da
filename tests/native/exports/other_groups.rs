//! Resources in other resource groups and subscriptions: nested deployments that never wait in a circle.

use std::collections::BTreeMap;

use azureml_vnet_wizard::domain::{Placement, Plan, VnetRole};
use azureml_vnet_wizard::samples;
use serde_json::Value;

use super::{arm, resources, text};

const NESTED: &str = "Microsoft.Resources/deployments";

/// A plan whose VNets are all in groups of their own.
fn scattered(mut plan: Plan) -> Plan {
    for (number, vnet) in plan.vnets.iter_mut().enumerate() {
        vnet.resource_group = format!("rg-net-{number}");
    }
    plan
}

/// A plan whose VNets exist, with every other subnet new.
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

/// Names of nested deployments that each nested deployment waits for, directly.
fn waits(template: &Value) -> BTreeMap<String, Vec<String>> {
    resources(template, NESTED)
        .into_iter()
        .map(|nested| {
            let waits = nested["dependsOn"].as_array().into_iter().flatten();
            let names = waits
                .filter_map(|wait| {
                    wait.as_str()?
                        .strip_prefix("Microsoft.Resources/deployments/")
                })
                .map(str::to_owned)
                .collect();
            (nested["name"].as_str().expect("a name").to_owned(), names)
        })
        .collect()
}

#[test]
fn nested_deployments_stand_after_those_they_wait_for() {
    for sample in samples::ALL {
        for plan in [scattered((sample.build)()), existing((sample.build)())] {
            let template = arm(&plan);
            let mut earlier: Vec<String> = Vec::new();
            let waits = waits(&template);
            for nested in resources(&template, NESTED) {
                let name = nested["name"].as_str().expect("a name");
                for wait in &waits[name] {
                    assert!(
                        earlier.contains(wait),
                        "{}: {name} waits for {wait}",
                        sample.slug
                    );
                }
                earlier.push(name.to_owned());
            }
            assert!(!earlier.is_empty());
        }
    }
}

#[test]
fn two_groups_that_peer_with_each_other_take_turns() {
    let template = arm(&scattered(samples::batch_scoring()));
    let groups: Vec<&str> = resources(&template, NESTED)
        .iter()
        .filter_map(|nested| nested["resourceGroup"].as_str())
        .collect();
    assert_eq!(groups, ["rg-net-0", "rg-net-1", "rg-net-0", "rg-net-1"]);
}

#[test]
fn a_nested_template_names_nothing_outside_itself() {
    for sample in samples::ALL {
        let template = arm(&scattered((sample.build)()));
        for nested in resources(&template, NESTED) {
            let inner = &nested["properties"]["template"];
            let declared = inner["parameters"].as_object().expect("parameters");
            let given = nested["properties"]["parameters"]
                .as_object()
                .expect("values");
            assert!(declared.keys().eq(given.keys()));
            let text = inner["resources"].to_string();
            for rest in text.split("parameters('").skip(1) {
                let name = rest.split('\'').next().expect("a name");
                assert!(declared.contains_key(name), "{name}");
            }
            assert!(
                !text.contains("reference("),
                "what runs elsewhere is asked outside"
            );
        }
    }
}

#[test]
fn the_group_of_the_plan_needs_no_nested_deployment_whatever_its_case() {
    let plan = samples::with(samples::batch_scoring(), |plan| {
        let group = plan.basics.resource_group.to_uppercase();
        plan.vnets
            .iter_mut()
            .for_each(|vnet| vnet.resource_group.clone_from(&group));
    });
    assert!(resources(&arm(&plan), NESTED).is_empty());
}

#[test]
fn an_existing_network_is_not_created_but_gets_its_new_subnets_one_after_the_other() {
    let plan = samples::with(existing(samples::batch_scoring()), |plan| {
        for vnet in &mut plan.vnets {
            vnet.subnets
                .iter_mut()
                .for_each(|subnet| subnet.placement = Placement::New);
        }
    });
    let template = arm(&plan);
    assert!(resources(&template, "Microsoft.Network/virtualNetworks").is_empty());
    let nested = resources(&template, NESTED);
    let subnets: Vec<&Value> = nested
        .iter()
        .flat_map(|nested| {
            resources(
                &nested["properties"]["template"],
                "Microsoft.Network/virtualNetworks/subnets",
            )
        })
        .collect();
    assert_eq!(subnets.len(), 4);
    let waiting = subnets.iter().filter(|subnet| {
        subnet["dependsOn"]
            .to_string()
            .contains("virtualNetworks/subnets")
    });
    assert_eq!(
        waiting.count(),
        2,
        "the second of each network waits for the first"
    );
}

#[test]
fn private_endpoints_stand_in_existing_subnets_by_id() {
    let template = arm(&existing(samples::private_training()));
    let interfaces = resources(&template, "Microsoft.Network/networkInterfaces");
    let text = interfaces
        .iter()
        .map(ToString::to_string)
        .collect::<String>();
    assert!(text.is_empty() || text.contains("/subnets/"), "{text}");
    let plan = samples::with(existing(samples::private_training()), |plan| {
        for vnet in &mut plan.vnets {
            vnet.subnets
                .iter_mut()
                .for_each(|subnet| subnet.placement = Placement::Existing);
            vnet.subscription_id.clear();
        }
    });
    let template = arm(&plan);
    let all = template.to_string();
    assert!(all.contains("/virtualNetworks/vnet-"), "by id");
    assert!(
        !all.contains("resourceId('Microsoft.Network/virtualNetworks'"),
        "{all}"
    );
}

#[test]
fn the_read_me_says_which_groups_must_exist() {
    let plan = samples::with(samples::batch_scoring(), |plan| {
        for vnet in &mut plan.vnets {
            if vnet.role != VnetRole::Workspace {
                vnet.resource_group = "rg-network".to_owned();
            }
        }
    });
    let read_me = text(&plan, "README.md");
    assert!(
        read_me.contains("must exist before;") && read_me.contains(":\n\n- rg-network\n"),
        "{read_me}"
    );
}
