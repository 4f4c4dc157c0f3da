//! The required flows of whole plans: what is generated passes what is asked, and what is broken fails.

use std::collections::BTreeSet;

use azureml_vnet_wizard::allocation::allocate;
use azureml_vnet_wizard::capacity::demand;
use azureml_vnet_wizard::domain::{
    Access, Direction, NsgPreset, Plan, RuleProfile, SecurityRule, SecurityRuleId,
};
use azureml_vnet_wizard::flow::presets::{can_deny_internet, effective_rules};
use azureml_vnet_wizard::flow::{FlowReport, RequiredFlow, Verdict};
use azureml_vnet_wizard::rules::{Finding, check, reported_by};
use azureml_vnet_wizard::samples::{self, Sample};

fn report(plan: &Plan) -> FlowReport {
    let allocation = allocate(plan, &demand(plan));
    FlowReport::new(plan, &allocation.prefixes())
}

/// Every scenario, with and without public IP addresses on its computes, by the rules of both profiles.
fn variants() -> impl Iterator<Item = (String, Plan)> {
    let blank = Sample {
        slug: "blank",
        build: samples::blank,
        ..samples::ALL[0]
    };
    let scenarios = samples::ALL.iter().copied().chain([blank]);
    scenarios.flat_map(|sample| {
        let profiles = [RuleProfile::Current, RuleProfile::Classic2019];
        let each = profiles
            .into_iter()
            .flat_map(|profile| [(profile, false), (profile, true)]);
        each.map(move |(profile, public_ip)| {
            let mut plan = (sample.build)();
            plan.basics.profile = profile;
            for cluster in &mut plan.clusters {
                cluster.public_ip = public_ip;
            }
            for instance in &mut plan.instances {
                instance.public_ip = public_ip;
            }
            plan.workspace.serverless.public_ip = public_ip;
            let name = format!("{} {profile:?} public: {public_ip}", sample.slug);
            (name, plan)
        })
    })
}

#[test]
fn a_generated_plan_passes_its_own_catalogue() {
    let mut asked = 0;
    let mut failures = String::new();
    for (name, plan) in variants() {
        let report = report(&plan);
        asked += report.flows.len();
        for flow in report
            .flows
            .iter()
            .filter(|flow| flow.verdict() != Verdict::Allowed)
        {
            let why = flow.path.deciding().map_or("", |hop| &*hop.why);
            let (key, verdict) = (flow.key(), flow.verdict());
            let line = format!("{name}: {key} {verdict:?}: {why}\n");
            failures.push_str(&line);
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(asked > 1_000, "{asked}");
}

/// What one edit of a plan breaks, by the codes of the flows that fail then.
fn broken(mut plan: Plan, edit: impl FnOnce(&mut Plan)) -> Vec<&'static str> {
    edit(&mut plan);
    let report = report(&plan);
    let mut codes: Vec<&str> = report
        .with(Verdict::Denied)
        .map(|flow| flow.stated.code)
        .collect();
    codes.dedup();
    codes
}

#[test]
fn a_plan_that_closes_the_internet_keeps_what_its_computes_need() {
    // Packages come from hosts that have no service tag, which an NSG cannot name.
    const EXCEPTION: &str = "FLW-BLD02";
    for (name, plan) in variants() {
        let codes = broken(plan, |plan| {
            for nsg in &mut plan.nsgs {
                nsg.deny_internet =
                    can_deny_internet(nsg.preset) && nsg.preset != NsgPreset::AttachedCompute;
            }
        });
        let others: Vec<_> = codes.iter().filter(|code| **code != EXCEPTION).collect();
        assert!(others.is_empty(), "{name}: {others:?}");
    }
}

#[test]
fn every_rule_of_the_presets_is_needed_by_a_flow() {
    // Without one generated rule, in an NSG that denies everything else, the flows of that rule fail.
    let plan = samples::with(samples::everything(), |plan| {
        for cluster in &mut plan.clusters {
            cluster.public_ip = true;
        }
        for instance in &mut plan.instances {
            instance.public_ip = true;
        }
        plan.workspace.serverless.public_ip = true;
    });
    let prefixes = allocate(&plan, &demand(&plan)).prefixes();
    let mut checked = 0;
    for nsg in &plan.nsgs {
        let preset = [
            NsgPreset::Training,
            NsgPreset::Bastion,
            NsgPreset::JumpHost,
            NsgPreset::PrivateEndpoints,
        ];
        if !preset.contains(&nsg.preset) {
            continue;
        }
        let generated: Vec<SecurityRule> = effective_rules(&plan, &prefixes, nsg.id)
            .into_iter()
            .map(|effective| effective.rule)
            .filter(|rule| rule.access == Access::Allow)
            .collect();
        for left_out in &generated {
            let without = |kept: bool| {
                broken(plan.clone(), |plan| {
                    let mut rules = generated.clone();
                    rules.retain(|rule| kept || rule.name != left_out.name);
                    rules.push(deny_all(left_out.direction));
                    let nsg = plan.nsg_mut(nsg.id).expect("the same NSG");
                    nsg.preset = NsgPreset::None;
                    nsg.rules = rules;
                })
            };
            assert_ne!(
                without(true),
                without(false),
                "{}: {}",
                nsg.name,
                left_out.name
            );
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
}

fn deny_all(direction: Direction) -> SecurityRule {
    let any = || vec!["*".to_owned()];
    SecurityRule {
        name: format!("Deny-All-{direction:?}"),
        priority: 4096,
        direction,
        access: Access::Deny,
        sources: any(),
        source_ports: any(),
        destinations: any(),
        destination_ports: any(),
        ..SecurityRule::default()
    }
}

#[test]
fn every_change_that_a_failing_flow_offers_removes_its_finding() {
    let mut applied = 0;
    for (name, plan) in variants() {
        let breaks: [fn(&mut Plan); 5] = [
            |plan| plan.peerings.clear(),
            |plan| plan.nat_gateways.clear(),
            |plan| {
                plan.dns
                    .zones
                    .iter_mut()
                    .for_each(|zone| zone.links.clear());
            },
            |plan| {
                plan.nsgs
                    .iter_mut()
                    .for_each(|nsg| nsg.rules = vec![deny_all(Direction::Outbound)]);
            },
            |plan| {
                plan.private_endpoints
                    .retain(|endpoint| endpoint.storage.is_none());
            },
        ];
        for (index, edit) in breaks.into_iter().enumerate() {
            let mut plan = plan.clone();
            edit(&mut plan);
            if index == 1 {
                plan.vnets
                    .iter_mut()
                    .flat_map(|vnet| &mut vnet.subnets)
                    .for_each(|subnet| {
                        subnet.nat_gateway = None;
                    });
            }
            if index == 3 {
                let rules = plan.nsgs.iter_mut().flat_map(|nsg| &mut nsg.rules);
                rules
                    .zip(1_000..)
                    .for_each(|(rule, id)| rule.id = SecurityRuleId(id));
                plan.last_id = 2_000;
            }
            let report = report(&plan);
            let findings = check(&plan);
            for flow in report.with(Verdict::Denied) {
                assert!(
                    reported_by(&plan, &findings, flow).is_some(),
                    "{name}: {}",
                    flow.key()
                );
            }
            for finding in findings.iter().filter(|it| it.rule.code.starts_with("FLW")) {
                for fix in &finding.fixes {
                    let after = check(&fix.edit.preview(&plan));
                    let mut left = after.iter().map(Finding::key);
                    let key = finding.key();
                    assert!(
                        !left.any(|other| other == key),
                        "{name}: {key} after “{}”",
                        fix.label
                    );
                    applied += 1;
                }
            }
        }
    }
    assert!(applied > 20, "{applied}");
}

#[test]
fn flows_are_the_same_every_time_and_have_keys_of_their_own() {
    for (name, plan) in variants() {
        let report = report(&plan);
        assert_eq!(report, self::report(&plan), "{name}");
        let keys: BTreeSet<String> = report.flows.iter().map(RequiredFlow::key).collect();
        assert_eq!(keys.len(), report.flows.len(), "{name}");
        let workloads: Vec<&str> = report.groups().map(|group| &*group[0].workload).collect();
        let once: BTreeSet<&str> = workloads.iter().copied().collect();
        assert_eq!(once.len(), workloads.len(), "{name}");
    }
}
