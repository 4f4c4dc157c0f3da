//! The rules about addresses, subnets, peerings, names and basics, on whole plans.
//!
//! The address vectors of the facts run as a table; after that, every sample is broken in many places, and
//! whatever a rule offers must do what its button says.

use std::collections::BTreeSet;

use azureml_vnet_wizard::azure::fixed_subnets::for_name;
use azureml_vnet_wizard::azure::reserved;
use azureml_vnet_wizard::domain::{
    AddressText, AksCluster, NodePool, Peering, PeeringId, Plan, PrefixText, PrivateEndpoint,
    Subject, Subnet, SubnetId, SubnetPurpose, Vnet, VnetId,
};
use azureml_vnet_wizard::rules::{Context, Finding, Findings, Severity, check};
use azureml_vnet_wizard::samples;

/// The families that this file is about, by the letters of their codes.
const FAMILIES: [&str; 5] = ["NET", "SUB", "PER", "NAM", "BAS"];

/// Findings of the families that this file is about.
fn ours(findings: &Findings) -> Vec<Finding> {
    let of_family = |it: &&Finding| {
        FAMILIES
            .iter()
            .any(|family| it.rule.code.starts_with(family))
    };
    findings.iter().filter(of_family).cloned().collect()
}

/// What these families say about a plan.
fn findings(plan: &Plan) -> Vec<Finding> {
    ours(&check(plan))
}

/// A row of the table of vectors.
struct Vector<'a> {
    case: &'a str,
    plan: Plan,
    usable: Option<u64>,
    expected: &'a str,
}

fn vectors(table: &str) -> impl Iterator<Item = Vector<'_>> {
    table.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let [case, space, subnets, extra, usable, expected] = cells[..] else {
            panic!("six cells expected: {line}");
        };
        Vector {
            case,
            plan: plan(space, subnets, extra),
            usable: (!usable.is_empty()).then(|| usable.parse().expect("a number")),
            expected,
        }
    })
}

/// A workspace VNet with subnets, given as `name@prefix`; names say the purpose.
fn plan(space: &str, subnets: &str, extra: &str) -> Plan {
    let mut plan = Plan::default();
    "westeurope".clone_into(&mut plan.basics.region);
    let vnet = VnetId(plan.next_id());
    plan.vnets.push(Vnet {
        id: vnet,
        name: "vnet-ml".to_owned(),
        address_space: vec![PrefixText::new(space)],
        ..Vnet::default()
    });
    for text in subnets.split_whitespace() {
        let (name, prefix) = text.split_once('@').expect("name@prefix");
        let id = SubnetId(plan.next_id());
        plan.vnets[0].subnets.push(Subnet {
            id,
            name: name.to_owned(),
            purpose: for_name(name).map_or(SubnetPurpose::Training, |fixed| fixed.purpose),
            prefix: PrefixText::new(prefix),
            ..Subnet::default()
        });
    }
    let first = plan.vnets[0].subnets.first().map(|subnet| subnet.id);
    match extra.split_once(' ') {
        None if extra.is_empty() => {}
        None if extra == "aks" => plan.aks.push(AksCluster {
            pools: vec![NodePool {
                node_subnet: first,
                ..NodePool::default()
            }],
            ..AksCluster::default()
        }),
        Some(("static", address)) => plan.private_endpoints.push(PrivateEndpoint {
            subnet: first,
            static_address: AddressText::new(address),
            ..PrivateEndpoint::default()
        }),
        Some(("peer", space)) => add_peer(&mut plan, vnet, space),
        _ => panic!("unknown extra {extra}"),
    }
    plan
}

fn add_peer(plan: &mut Plan, vnet: VnetId, space: &str) {
    let other = VnetId(plan.next_id());
    plan.vnets.push(Vnet {
        id: other,
        name: "vnet-b".to_owned(),
        address_space: vec![PrefixText::new(space)],
        ..Vnet::default()
    });
    for (from, to) in [(vnet, other), (other, vnet)] {
        let id = PeeringId(plan.next_id());
        plan.peerings.push(Peering {
            id,
            from,
            to,
            allow_vnet_access: true,
            ..Peering::default()
        });
    }
}

#[test]
fn judges_the_address_vectors_as_the_facts_do() {
    let table = include_str!("data/cidr_vectors.csv");
    let mut rows = 0;
    for vector in vectors(table) {
        rows += 1;
        let found: BTreeSet<String> = findings(&vector.plan)
            .iter()
            .filter(|finding| !finding.rule.code.starts_with("NAM"))
            .map(|finding| format!("{} {}", finding.rule.code, finding.severity.word()))
            .collect();
        let expected: BTreeSet<String> = [vector.expected.to_owned()]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect();
        assert_eq!(found, expected, "{}", vector.case);
        let subnet = vector.plan.vnets[0].subnets.first();
        let usable = subnet
            .and_then(|subnet| subnet.prefix.prefix())
            .map(reserved::usable);
        assert_eq!(
            usable.filter(|_| vector.usable.is_some()),
            vector.usable,
            "{}",
            vector.case
        );
    }
    assert_eq!(rows, table.lines().count() - 1);
}

#[test]
fn names_the_block_that_an_address_with_host_bits_is_in() {
    let plan = plan("10.0.0.0/16", "snet@10.0.1.5/24", "");
    let found = findings(&plan);
    let finding = found
        .iter()
        .find(|it| it.rule.code == "NET004")
        .expect("a finding");
    assert_eq!(finding.fixes[0].label, "Use 10.0.1.0/24");
}

#[test]
fn samples_have_nothing_to_report() {
    for sample in samples::ALL {
        let found = findings(&(sample.build)());
        let told: Vec<String> = found
            .iter()
            .map(|it| format!("{} {}: {}", it.rule.code, it.severity.word(), it.title))
            .collect();
        assert!(told.is_empty(), "{}: {told:#?}", sample.slug);
    }
}

/// What people type, finish later, or paste.
const TEXTS: [&str; 13] = [
    "",
    "10.",
    "10.30.0.0",
    "10.30.0.1/16",
    "10.030.0.0/16",
    "10.30.0.0 255.255.0.0",
    "fd00::/64",
    "0.0.0.0/0",
    "169.254.0.0/16",
    "172.17.0.0/16",
    "172.30.0.0/16",
    "20.0.0.0/16",
    "10.30.0.0/31",
];

/// Plans that differ from a sample in one text: a prefix, an address or a name.
fn broken(plan: &Plan) -> Vec<(String, Plan)> {
    let mut out = Vec::new();
    for text in TEXTS {
        for (place, _) in Context::new(plan).written_prefixes() {
            let mut changed = plan.clone();
            place.write(&mut changed, PrefixText::new(text));
            out.push((format!("{} “{text}”", place.subject().key()), changed));
        }
        for (place, _) in Context::new(plan).written_addresses() {
            let mut changed = plan.clone();
            place.write(&mut changed, AddressText::new(text));
            out.push((format!("{} “{text}”", place.subject().key()), changed));
        }
    }
    for vnet in 0..plan.vnets.len() {
        for name in ["", "a b", "AzureFirewallSubnet"] {
            let mut changed = plan.clone();
            name.clone_into(&mut changed.vnets[vnet].name);
            for subnet in &mut changed.vnets[vnet].subnets {
                name.clone_into(&mut subnet.name);
            }
            out.push((format!("names “{name}”"), changed));
        }
        for purpose in [SubnetPurpose::Gateway, SubnetPurpose::AksApiServer] {
            let mut changed = plan.clone();
            let subnets = changed.vnets[vnet].subnets.iter_mut();
            for subnet in subnets.filter(|it| for_name(&it.name).is_none()) {
                subnet.purpose = purpose;
            }
            out.push((format!("purposes {purpose:?}"), changed));
        }
    }
    out
}

/// What tells a finding from others after a change.
fn identity(finding: &Finding) -> (&'static str, Option<Subject>, &str) {
    let subject = finding.subjects.first().copied();
    (finding.rule.code, subject, &finding.title)
}

/// Errors of all families.
fn errors(findings: &Findings) -> BTreeSet<String> {
    findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(Finding::key)
        .collect()
}

#[test]
fn whatever_is_offered_removes_what_it_was_offered_for() {
    /// Such changes look for a place or a name, and must find one that is free.
    const SEARCHING: [&str; 6] = ["Move", "Grow", "Widen", "Add", "Rename", "Name it"];
    let mut tried = 0;
    let mut broken_promises = Vec::new();
    // One VNet, two peered ones with a firewall, and AKS: the others are made of the same parts.
    for slug in ["private-training", "hub-spoke-firewall", "aks-inference"] {
        let sample = samples::by_slug(slug).expect("a sample");
        for (what, plan) in broken(&(sample.build)()) {
            let before = check(&plan);
            let keys: BTreeSet<String> = before.iter().map(Finding::key).collect();
            assert_eq!(keys.len(), before.len(), "{slug}, {what}: {before:#?}");
            for finding in ours(&before) {
                for fix in &finding.fixes {
                    tried += 1;
                    let after = check(&fix.edit.preview(&plan));
                    let label = &fix.label;
                    let left = after.iter().any(|it| identity(it) == identity(&finding));
                    if left {
                        let title = &finding.title;
                        broken_promises.push(format!("{slug}, {what}: “{label}” leaves “{title}”"));
                    }
                    if SEARCHING.iter().any(|verb| label.starts_with(verb)) {
                        let (before, after) = (errors(&before), errors(&after));
                        let new: Vec<_> = after.difference(&before).collect();
                        if !new.is_empty() {
                            broken_promises.push(format!("{slug}, {what}: “{label}” adds {new:?}"));
                        }
                    }
                }
            }
        }
    }
    assert!(broken_promises.is_empty(), "{broken_promises:#?}");
    assert!(
        tried > 200,
        "enough was offered to be worth trying: {tried}"
    );
}
