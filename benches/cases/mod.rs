//! What is timed, natively and in a browser: one list, so that the numbers can be compared.
//!
//! A case says what it did (so that nothing is optimised away and a wrong benchmark is seen); how long that
//! took is for the caller's clock to say. Nothing here is a test: machines differ, and what is right is up
//! to the tests.

mod estate;
mod flows;

use std::hint::black_box;

use azureml_vnet_wizard::allocation::{Allocation, allocate, plan_capacity};
use azureml_vnet_wizard::brief::{AksBrief, Brief, plan_from};
use azureml_vnet_wizard::capacity::{Demand, demand};
use azureml_vnet_wizard::domain::{NetworkMode, Plan};
use azureml_vnet_wizard::{document, exports, rules, samples};

/// Milliseconds since some moment.
pub(crate) type Clock<'a> = &'a dyn Fn() -> f64;
/// Takes a line of the report.
pub(crate) type Say<'a> = &'a dyn Fn(&str);

/// Runs per measurement; the median counts.
const RUNS: usize = 11;
/// A measurement that takes longer than this is not repeated, milliseconds.
const PATIENCE: f64 = 2_000.0;
/// What takes less than this is done several times in a row, milliseconds: browsers' clocks are coarse.
const LONG_ENOUGH: f64 = 10.0;

/// Measures everything and says a line for each measurement.
pub(crate) fn run_all(clock: Clock<'_>, say: Say<'_>) {
    let bench = Bench { clock, say };
    for sample in samples::ALL {
        let plan = (sample.build)();
        bench.plan(sample.slug, &plan);
        bench.time(sample.slug, "bundle of files", &|| {
            exports::bundle(&plan).len()
        });
        bench.time(sample.slug, "read the document", &|| {
            usize::from(document::decode(&document::encode(&plan)).is_ok())
        });
    }
    bench.plan("1,000 subnets, written", &estate::estate(1_000, false));
    bench.plan("1,000 subnets, blank", &estate::estate(1_000, true));
    bench.time("a brief", "plan", &|| {
        plan_from(&brief()).map_or(0, |planned| planned.plan.vnets.len())
    });
    flows::run(&bench);
}

/// A clock and a mouth.
pub(crate) struct Bench<'a> {
    clock: Clock<'a>,
    say: Say<'a>,
}

impl Bench<'_> {
    /// The parts of a check, and all of it.
    fn plan(&self, name: &str, plan: &Plan) {
        let needs: Demand = demand(plan);
        let allocation: Allocation = allocate(plan, &needs);
        self.time(name, "allocate", &|| {
            let placed = allocate(plan, &needs);
            let found = plan
                .subnets()
                .filter(|(_, it)| placed.prefix(it.id).is_some());
            found.count()
        });
        self.time(name, "capacity", &|| {
            plan_capacity(plan, &needs, &allocation).subnets.len()
        });
        self.time(name, "full check", &|| rules::check(plan).iter().count());
    }

    /// Says the median time of several runs, and what the last one gave.
    pub(crate) fn time(&self, name: &str, what: &str, run: &dyn Fn() -> usize) {
        let mut gave = 0;
        let mut once = |repeats: u32| {
            let start = (self.clock)();
            for _ in 0..repeats {
                gave = black_box(run());
            }
            ((self.clock)() - start) / f64::from(repeats)
        };
        // The first run warms up, and says how many of them a coarse clock can see.
        let first = once(1);
        let repeats = (1..=1_000).find(|it| first * f64::from(*it) >= LONG_ENOUGH);
        let mut times = vec![first];
        if first < PATIENCE {
            times = (0..RUNS).map(|_| once(repeats.unwrap_or(1_000))).collect();
        }
        times.sort_by(f64::total_cmp);
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        (self.say)(&format!(
            "{name:<24} {what:<44} {median:>10.3} ms   gave {gave}"
        ));
    }
}

fn brief() -> Brief {
    Brief {
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
    }
}
