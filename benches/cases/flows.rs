//! Answers about flows: packets over many rules, whole paths, and what Azure Machine Learning needs.

use std::net::Ipv4Addr;

use azureml_vnet_wizard::allocation::allocate;
use azureml_vnet_wizard::capacity::demand;
use azureml_vnet_wizard::domain::{
    Access, Direction, Nsg, NsgId, NsgPreset, Plan, Protocol, SecurityRule, SubnetId, SubnetPurpose,
};
use azureml_vnet_wizard::flow::presets::EffectiveRule;
use azureml_vnet_wizard::flow::{
    Endpoint, FlowReport, Neighbourhood, Network, Packet, Party, Probe, RuleSet, Stages, Verdict,
    evaluate,
};
use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::topology::Prefixes;

use super::Bench;

const RULES: u32 = 1_000;
const FLOWS: u32 = 10_000;

/// Measures all of them.
pub(crate) fn run(bench: &Bench<'_>) {
    let rules: Vec<SecurityRule> = (0..RULES).map(rule).collect();
    let name = "an NSG of 1,000 rules";
    bench.time(name, "10,000 packets, denied", &|| packets(&rules));

    let mut plan = samples::by_slug("private-training")
        .map(|it| (it.build)())
        .unwrap_or_default();
    let subnet = guard(&mut plan, rules.clone());
    let prefixes = prefixes(&plan);
    bench.time(name, "10,000 whole paths, denied", &|| {
        let network = Network::new(&plan, &prefixes);
        let denied = |flow: &u32| network.path(&probe(subnet, *flow)).verdict == Verdict::Denied;
        (0..FLOWS).filter(denied).count()
    });
    for sample in samples::ALL {
        let plan = (sample.build)();
        let prefixes = self::prefixes(&plan);
        bench.time(sample.slug, "required flows", &|| {
            FlowReport::new(&plan, &prefixes).flows.len()
        });
    }
}

/// A rule for one address and port: the last of a thousand is looked at as often as the first.
fn rule(index: u32) -> SecurityRule {
    SecurityRule {
        name: format!("rule-{index}"),
        priority: 100 + index,
        direction: Direction::Outbound,
        access: Access::Deny,
        protocol: Protocol::Tcp,
        sources: vec!["VirtualNetwork".to_owned()],
        source_ports: vec!["*".to_owned()],
        destinations: vec![address(index * 10).to_string()],
        destination_ports: vec!["443".to_owned(), "8000-9000".to_owned()],
        ..SecurityRule::default()
    }
}

fn address(flow: u32) -> Ipv4Addr {
    (0x1400_0000 + flow).into()
}

fn packets(rules: &[SecurityRule]) -> usize {
    let rules: Vec<EffectiveRule> = rules
        .iter()
        .map(|rule| EffectiveRule {
            rule: rule.clone(),
            fact: None,
        })
        .collect();
    let set = RuleSet::new("nsg", &rules);
    let own = "10.0.0.0/16".parse().into_iter().collect();
    let around = Neighbourhood::new(own);
    let denied = |flow: &u32| {
        let packet = Packet {
            protocol: Protocol::Tcp,
            source: Endpoint::address([10, 0, 1, 4].into()),
            source_port: Some(50_000),
            destination: Endpoint::address(address(*flow)),
            destination_port: Some(443),
        };
        let stages = Stages {
            subnet: Some(&set),
            interface: None,
        };
        let answer = evaluate(stages, &packet, Direction::Outbound, &around);
        answer.verdict == Verdict::Denied
    };
    (0..FLOWS).filter(denied).count()
}

fn probe(subnet: SubnetId, flow: u32) -> Probe {
    Probe {
        from: Party::Machines {
            subnet,
            public_ip: false,
        },
        to: Party::Address(address(flow)),
        protocol: Protocol::Tcp,
        port: Some(443),
    }
}

/// Gives the rules to the NSG of the training subnet.
fn guard(plan: &mut Plan, rules: Vec<SecurityRule>) -> SubnetId {
    let id = NsgId(plan.next_id());
    plan.nsgs.push(Nsg {
        id,
        name: "nsg-bench".to_owned(),
        preset: NsgPreset::None,
        rules,
        ..Nsg::default()
    });
    let subnets = plan.vnets.iter_mut().flat_map(|vnet| &mut vnet.subnets);
    for subnet in subnets {
        if subnet.purpose == SubnetPurpose::Training {
            subnet.nsg = Some(id);
            return subnet.id;
        }
    }
    SubnetId::default()
}

fn prefixes(plan: &Plan) -> Prefixes {
    let allocation = allocate(plan, &demand(plan));
    plan.subnets()
        .filter_map(|(_, subnet)| Some((subnet.id, allocation.prefix(subnet.id)?)))
        .collect()
}
