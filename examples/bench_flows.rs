//! Times the answers about flows: `cargo run --release --example bench_flows`.
//!
//! Prints a line for each: 10,000 packets over an NSG of 1,000 rules, 10,000 whole paths through the same
//! NSG, and every pair of ends of every scenario. It asserts nothing; what is right is up to the tests.

use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use azureml_vnet_wizard::allocation::allocate;
use azureml_vnet_wizard::azure::service_tags;
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

const RULES: u32 = 1_000;
const FLOWS: u32 = 10_000;

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let started = Instant::now();
    let rules: Vec<SecurityRule> = (0..RULES).map(rule).collect();
    let denied = packets(&rules);
    line(&mut out, "packets over one NSG", FLOWS, started, denied)?;

    let mut plan = samples::by_slug("private-training")
        .map(|it| (it.build)())
        .unwrap_or_default();
    let subnet = guard(&mut plan, rules);
    let prefixes = prefixes(&plan);
    let started = Instant::now();
    let network = Network::new(&plan, &prefixes);
    let denied = (0..FLOWS)
        .filter(|flow| {
            let probe = Probe {
                from: Party::Machines {
                    subnet,
                    public_ip: false,
                },
                to: Party::Address(address(*flow)),
                protocol: Protocol::Tcp,
                port: Some(443),
            };
            network.path(black_box(&probe)).verdict == Verdict::Denied
        })
        .count();
    line(
        &mut out,
        "paths through the same NSG",
        FLOWS,
        started,
        denied,
    )?;

    for sample in samples::ALL {
        let plan = (sample.build)();
        pairs(&mut out, sample.slug, &plan)?;
    }
    for sample in samples::ALL {
        required(&mut out, sample.slug, &(sample.build)())?;
    }
    Ok(())
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

fn address(flow: u32) -> std::net::Ipv4Addr {
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
        let answer = evaluate(stages, black_box(&packet), Direction::Outbound, &around);
        answer.verdict == Verdict::Denied
    };
    (0..FLOWS).filter(denied).count()
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

/// Every subnet to every other, to every private endpoint and to every service.
fn pairs(out: &mut impl Write, slug: &str, plan: &Plan) -> io::Result<()> {
    let prefixes = prefixes(plan);
    let started = Instant::now();
    let network = Network::new(plan, &prefixes);
    let machines = |subnet| Party::Machines {
        subnet,
        public_ip: false,
    };
    let from: Vec<Party> = plan.subnets().map(|(_, it)| machines(it.id)).collect();
    let endpoints = plan.private_endpoints.iter();
    let tags = service_tags::ALL.value.iter();
    let mut to = from.clone();
    to.extend(endpoints.map(|it| Party::PrivateEndpoint(it.id)));
    to.extend(tags.map(|tag| Party::Tag(tag.name.to_owned())));
    let (mut asked, mut denied) = (0, 0);
    for from in &from {
        for to in &to {
            let probe = Probe {
                from: from.clone(),
                to: to.clone(),
                protocol: Protocol::Tcp,
                port: Some(443),
            };
            asked += 1;
            denied += usize::from(network.path(&probe).verdict == Verdict::Denied);
        }
    }
    line(out, slug, asked, started, denied)
}

fn line(
    out: &mut impl Write,
    what: &str,
    flows: u32,
    started: Instant,
    denied: usize,
) -> io::Result<()> {
    let took = started.elapsed();
    let each = took.checked_div(flows).unwrap_or(Duration::ZERO);
    writeln!(
        out,
        "{what:<28} {flows:>6} flows, {denied:>6} denied, {took:>9.1?}, {each:>8.1?} each"
    )
}

/// Every required flow of a plan, as often as makes the time readable.
fn required(out: &mut impl Write, slug: &str, plan: &Plan) -> io::Result<()> {
    const ROUNDS: u32 = 100;
    let prefixes = prefixes(plan);
    let started = Instant::now();
    let mut report = FlowReport::default();
    for _ in 0..ROUNDS {
        report = FlowReport::new(black_box(plan), &prefixes);
    }
    let flows = u32::try_from(report.flows.len()).unwrap_or(u32::MAX);
    let denied = report.with(Verdict::Denied).count();
    let what = format!("required flows of {slug}, {ROUNDS} times");
    line(out, &what, flows * ROUNDS, started, denied)
}
