//! Changing where things lie: proposals, editing by hand, pinning and rebasing, against oracles that only
//! compare ranges.

mod by_hand;
mod properties;

use azureml_vnet_wizard::domain::{
    AddressText, AksId, Plan, PrefixText, RuleProfile, SubnetId, SubnetPurpose, VnetId,
};
use azureml_vnet_wizard::readdress::{
    Change, Refusal, add_subnet, join_entries, move_subnet_to, next_block, pin, pin_all,
    propose_dns_service_ip, propose_docker_bridge, propose_pod_cidr, propose_service_cidr,
    propose_space, rebase, split_entry, split_subnet, written_addresses, written_prefixes,
};
use azureml_vnet_wizard::rules::{self, Severity};
use azureml_vnet_wizard::samples;

use crate::allocation::{blank, place, plan, prefix};
fn written(id: u32, text: &str, used: u32) -> azureml_vnet_wizard::domain::Subnet {
    azureml_vnet_wizard::domain::Subnet {
        name: format!("snet-{id}"),
        prefix: PrefixText::new(text),
        ..blank(id, used)
    }
}

fn after(plan: &Plan, change: Result<Change, Refusal>) -> Plan {
    change.expect("a change").edit.preview(plan)
}

#[track_caller]
fn refused(change: Result<Change, Refusal>) -> String {
    change.expect_err("refused").to_string()
}

fn texts(plan: &Plan) -> Vec<String> {
    let prefixes = written_prefixes(plan).map(|(_, text)| text.as_str().to_owned());
    prefixes.collect()
}

fn errors(plan: &Plan) -> Vec<String> {
    let findings = rules::check(plan);
    let errors = findings.iter().filter(|it| it.severity == Severity::Error);
    errors
        .map(|it| format!("{} {}", it.rule.code, it.title))
        .collect()
}

#[test]
fn proposes_every_range_of_an_empty_cluster() {
    let mut plan = samples::aks_inference();
    plan.on_premises.prefixes = vec![PrefixText::new("10.96.0.0/12")];
    let id: AksId = plan.aks[0].id;
    let aks = &mut plan.aks[0];
    aks.service_cidr = PrefixText::default();
    aks.pod_cidr = PrefixText::default();
    aks.dns_service_ip = AddressText::default();
    let services = propose_service_cidr(&plan, id).expect("a change");
    assert_eq!(
        services.reason,
        "10.112.0.0/16: private, and clear of all VNets, services and pods here and of 10.96.0.0/12 \
         on-premises."
    );
    services.edit.apply(&mut plan);
    assert_eq!(plan.aks[0].dns_service_ip.as_str(), "10.112.0.10");
    plan = after(&plan, propose_pod_cidr(&plan, id));
    assert_eq!(plan.aks[0].pod_cidr.as_str(), "10.244.0.0/16");
    assert_eq!(
        refused(propose_service_cidr(&plan, id)),
        "10.112.0.0/16 clashes with nothing, so it can stay."
    );
    assert_eq!(
        refused(propose_dns_service_ip(&plan, id)),
        "10.112.0.10 clashes with nothing, so it can stay."
    );
    plan.aks[0].dns_service_ip = plan.aks[0]
        .service_cidr
        .prefix()
        .expect("it")
        .first()
        .into();
    let dns = propose_dns_service_ip(&plan, id).expect("a change");
    assert_eq!(dns.value, "10.112.0.10");
    assert_eq!(
        refused(propose_docker_bridge(&plan, id)),
        "No docker bridge clashes with nothing, so it can stay."
    );
    plan.basics.profile = RuleProfile::Classic2019;
    let bridge = propose_docker_bridge(&plan, id).expect("a change");
    assert_eq!(bridge.value, "172.17.0.1/16");
    plan.on_premises
        .prefixes
        .push(PrefixText::new("172.16.0.0/15"));
    let bridge = propose_docker_bridge(&plan, id).expect("a change");
    assert_eq!(bridge.value, "172.18.0.1/16");
}

#[test]
fn proposes_a_space_that_holds_the_subnets_that_wait_for_it() {
    let mut plan = plan(&[], vec![blank(10, 40)]);
    plan.on_premises.prefixes = vec![PrefixText::new("10.0.0.0/8")];
    let vnet: VnetId = plan.vnets[0].id;
    let plan = after(&plan, propose_space(&plan, vnet, 0));
    assert_eq!(plan.vnets[0].address_space[0].as_str(), "172.16.0.0/16");
    assert!(place(&plan).placed(SubnetId(10)).is_some());
}

#[test]
fn finds_and_fills_the_next_block() {
    let plan = plan(&["10.0.0.0/24"], vec![written(10, "10.0.0.0/26", 0)]);
    let vnet = plan.vnets[0].id;
    assert_eq!(next_block(&plan, vnet, 26), Ok(prefix("10.0.0.64/26")));
    assert_eq!(
        next_block(&plan, vnet, 24).expect_err("full").to_string(),
        format!(
            "{} has no free /24: the largest free block is 10.0.0.128/25. Choose a smaller size, or widen its \
             address space.",
            plan.vnets[0].name
        )
    );
    let block = prefix("10.0.0.64/26");
    let filled = after(
        &plan,
        add_subnet(&plan, vnet, block, SubnetPurpose::Bastion),
    );
    let added = &filled.vnets[0].subnets[1];
    assert_eq!(
        (added.name.as_str(), added.prefix.as_str()),
        ("AzureBastionSubnet", "10.0.0.64/26")
    );
    let small = add_subnet(&plan, vnet, prefix("10.0.0.64/27"), SubnetPurpose::Bastion);
    assert_eq!(
        refused(small),
        "Azure Bastion needs a /26 or larger, so 10.0.0.64/27 is too small."
    );
    let again = add_subnet(
        &filled,
        vnet,
        prefix("10.0.0.128/26"),
        SubnetPurpose::Bastion,
    );
    assert!(refused(again).starts_with("Azure sets the name AzureBastionSubnet"));
}

#[test]
fn what_exists_keeps_its_addresses() {
    let mut plan = samples::aks_inference();
    let (vnet, aks) = (plan.vnets[0].id, plan.aks[0].id);
    plan.vnets[0].placement = azureml_vnet_wizard::domain::Placement::Existing;
    plan.aks[0].placement = azureml_vnet_wizard::domain::Placement::Existing;
    for subnet in &mut plan.vnets[0].subnets {
        subnet.placement = azureml_vnet_wizard::domain::Placement::Existing;
    }
    let subnet = plan.vnets[0].subnets[0].id;
    for change in [
        propose_space(&plan, vnet, 0),
        split_entry(&plan, vnet, 0),
        join_entries(&plan, vnet, 0),
        propose_service_cidr(&plan, aks),
        propose_pod_cidr(&plan, aks),
        split_subnet(&plan, subnet),
        move_subnet_to(&plan, subnet, prefix("10.50.200.0/24")),
        add_subnet(&plan, vnet, prefix("10.50.200.0/24"), SubnetPurpose::Other),
    ] {
        let sentence = refused(change);
        assert!(sentence.contains("exists in Azure already"), "{sentence}");
    }
    assert_eq!(
        rebase(&plan, prefix("10.99.0.0/16")),
        Err(Refusal::NothingToMove)
    );
}

#[test]
fn pins_where_things_lie_and_then_nothing_moves() {
    let mut estate = plan(
        &["10.0.0.0/24"],
        vec![blank(10, 10), blank(11, 20), blank(12, 3)],
    );
    let before = place(&estate).prefixes();
    let one = after(&estate, pin(&estate, SubnetId(11)));
    assert_eq!(place(&one).prefixes(), before);
    assert!(refused(pin(&one, SubnetId(11))).contains("can stay"));
    let change = pin_all(&estate).expect("three");
    assert_eq!(change.label, "Pin 3 subnets");
    change.edit.apply(&mut estate);
    // Whatever grows now, those stay.
    estate.vnets[0].subnets[0].used_addresses = 200;
    estate.vnets[0].subnets.insert(0, blank(1, 50));
    let now = place(&estate).prefixes();
    assert!(
        before
            .iter()
            .all(|(id, prefix)| now.get(id) == Some(prefix))
    );
    let pinned = plan(&["10.0.0.0/24"], vec![written(10, "10.0.0.0/26", 1)]);
    assert_eq!(
        refused(pin_all(&pinned)),
        "Every subnet that has a place is pinned already."
    );
}

#[test]
fn every_scenario_moves_without_a_new_error() {
    for sample in samples::ALL {
        let plan = (sample.build)();
        for to in ["172.20.0.0/14", "10.128.0.0/9", "100.64.0.0/10"] {
            let change = rebase(&plan, prefix(to))
                .unwrap_or_else(|error| panic!("{}: {error}", sample.slug));
            let moved = change.edit.preview(&plan);
            assert_eq!(
                errors(&moved),
                errors(&plan),
                "{} to {to}: {}",
                sample.slug,
                change.reason
            );
            for (vnet, subnet) in moved.subnets() {
                let prefix = subnet.prefix.prefix().expect("scenarios are written");
                assert!(self::prefix(to).contains(prefix), "{} {prefix}", vnet.name);
            }
            assert_eq!(moved.on_premises, plan.on_premises);
            let back = (texts(&plan).len(), written_addresses(&plan).count());
            assert_eq!(
                (texts(&moved).len(), written_addresses(&moved).count()),
                back
            );
        }
    }
}

#[test]
fn moves_rules_routes_and_services_along() {
    let mut plan = samples::everything();
    let rule = azureml_vnet_wizard::domain::SecurityRule {
        sources: vec![
            "10.81.2.0/26".to_owned(),
            "10.0.0.0/12".to_owned(),
            "Internet".to_owned(),
        ],
        destinations: vec!["10.81.4.9".to_owned(), "10.80.0.0/15".to_owned()],
        ..Default::default()
    };
    plan.nsgs[0].rules.push(rule);
    plan.aks[0].service_cidr = PrefixText::new("10.97.0.0/16");
    let change = rebase(&plan, prefix("10.96.0.0/15")).expect("fits");
    assert_eq!(change.label, "Move the plan to 10.96.0.0/15");
    assert_eq!(
        change.reason,
        "10.80.0.0/22 → 10.96.0.0/22, 10.81.0.0/16 → 10.97.0.0/16, services 10.97.0.0/16 → 10.98.0.0/16; \
         subnets, fixed addresses, routes and rules move along."
    );
    let moved = change.edit.preview(&plan);
    let rule = moved.nsgs[0].rules.last().expect("a rule");
    assert_eq!(rule.sources, ["10.97.2.0/26", "10.0.0.0/12", "Internet"]);
    assert_eq!(rule.destinations, ["10.97.4.9", "10.96.0.0/15"]);
    assert_eq!(moved.aks[0].dns_service_ip.as_str(), "10.98.0.10");
    assert_eq!(
        moved.aks[0].pod_cidr, plan.aks[0].pod_cidr,
        "it met nothing"
    );
}

#[test]
fn says_why_a_plan_cannot_move() {
    let estate = plan(&["10.0.0.0/20", "10.8.0.0/20"], vec![]);
    assert_eq!(
        refused(rebase(&estate, prefix("10.64.0.0/20"))),
        "10.64.0.0/20 is too small: the plan has 8,192 addresses in its VNets, 4,096 are free there, and \
         10.8.0.0/20 finds no place. Choose a larger range, or make the VNets smaller."
    );
    assert!(refused(rebase(&estate, prefix("8.0.0.0/8"))).starts_with("8.0.0.0/8 is public"));
    let packed = after(&estate, rebase(&estate, prefix("10.64.0.0/19")));
    assert_eq!(
        texts(&packed),
        ["10.64.0.0/20", "10.64.16.0/20"],
        "closer together than before"
    );
}
