//! Times the core: `cargo run --release --no-default-features --example bench`.
//!
//! Prints the median of several runs for each scenario and for plans with 1,000 subnets. It measures; it
//! promises nothing, because machines differ.

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use azureml_vnet_wizard::allocation::{allocate, plan_capacity};
use azureml_vnet_wizard::brief::{AksBrief, Brief, plan_from};
use azureml_vnet_wizard::capacity::demand;
use azureml_vnet_wizard::domain::{
    ClusterId, ComputeCluster, NetworkMode, Plan, PrefixText, Subnet, SubnetId, Vnet, VnetId,
};
use azureml_vnet_wizard::rules::{Context, Findings};
use azureml_vnet_wizard::{rules, samples};

/// Runs per measurement; the median counts.
const RUNS: usize = 15;
/// A measurement that takes longer than this is not repeated.
const PATIENCE: Duration = Duration::from_millis(500);
/// Rules named for each plan.
const SLOWEST: usize = 5;

#[expect(clippy::print_stdout, reason = "a program for the terminal")]
fn say(line: &str) {
    println!("{line}");
}

fn main() -> ExitCode {
    for sample in samples::ALL {
        measure(sample.slug, &(sample.build)());
    }
    measure("1,000 subnets, written", &estate(1_000, false));
    measure("1,000 subnets, blank", &estate(1_000, true));
    let brief = Brief {
        region: "westeurope".to_owned(),
        gpu_nodes: 20,
        instances: 3,
        batch_nodes: 8,
        aks: Some(AksBrief {
            min_nodes: 5,
            max_nodes: 15,
            network_mode: NetworkMode::Overlay,
        }),
        jump_host: true,
        ..Brief::default()
    };
    let time = median(&|| drop(black_box(plan_from(black_box(&brief)))));
    say(&format!("{:<24} plan {:>9}", "a brief", shown(time)));
    ExitCode::SUCCESS
}

/// The parts of a check, all of it, and the rules that take longest.
fn measure(name: &str, plan: &Plan) {
    let mut report = String::new();
    let needs = demand(plan);
    let allocation = allocate(plan, &needs);
    let parts: [(&str, &dyn Fn()); 3] = [
        ("allocate", &|| drop(black_box(allocate(plan, &needs)))),
        ("capacity", &|| {
            drop(black_box(plan_capacity(plan, &needs, &allocation)));
        }),
        ("check", &|| drop(black_box(rules::check(plan)))),
    ];
    // Writing to a string cannot fail.
    write!(report, "{name:<24}").ok();
    for (part, run) in parts {
        write!(report, " {part} {:>9}", shown(median(run))).ok();
    }
    let context = Context::new(plan);
    let mut rules: Vec<(Duration, &str)> = rules::all()
        .map(|rule| {
            let run = || {
                let mut findings = Findings::default();
                (rule.check)(&context, &mut findings);
                black_box(&findings);
            };
            (median(&run), rule.code)
        })
        .collect();
    rules.sort();
    report.push_str("\n   ");
    for (time, code) in rules.iter().rev().take(SLOWEST) {
        write!(report, " {code} {}", shown(*time)).ok();
    }
    say(&report);
}

fn median(run: &dyn Fn()) -> Duration {
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let start = Instant::now();
        run();
        let time = start.elapsed();
        times.push(time);
        if time > PATIENCE {
            break;
        }
    }
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn shown(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}

/// Four VNets with subnets of /26, each with a cluster.
fn estate(subnets: u32, blank: bool) -> Plan {
    const VNETS: u32 = 4;
    let mut plan = Plan::default();
    "westeurope".clone_into(&mut plan.basics.region);
    for number in 0..VNETS {
        let id = VnetId(plan.next_id());
        let mut vnet = Vnet {
            id,
            name: format!("vnet-{number}"),
            address_space: vec![PrefixText::new(format!("10.{}.0.0/16", 20 + number))],
            ..Vnet::default()
        };
        for index in 0..subnets / VNETS {
            let subnet = SubnetId(plan.next_id());
            let written = format!("10.{}.{}.{}/26", 20 + number, index / 4, index % 4 * 64);
            vnet.subnets.push(Subnet {
                id: subnet,
                name: format!("snet-{number}-{index}"),
                prefix: PrefixText::new(if blank { String::new() } else { written }),
                ..Subnet::default()
            });
            let cluster = ClusterId(plan.next_id());
            plan.clusters.push(ComputeCluster {
                id: cluster,
                name: format!("cpu-{number}-{index}"),
                max_nodes: 20,
                subnet: Some(subnet),
                ..ComputeCluster::default()
            });
        }
        plan.vnets.push(vnet);
    }
    plan
}
