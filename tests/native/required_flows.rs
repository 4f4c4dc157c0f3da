//! The required flows of whole plans: what is generated passes what is asked, and what is broken fails.

use azureml_vnet_wizard::allocation::allocate;
use azureml_vnet_wizard::capacity::demand;
use azureml_vnet_wizard::domain::{Plan, RuleProfile};
use azureml_vnet_wizard::flow::{FlowReport, Verdict};
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
        println!("{name}: {}", report.summary());
        for flow in report
            .flows
            .iter()
            .filter(|flow| flow.verdict() != Verdict::Allowed)
        {
            let why = flow.path.deciding().map_or("", |hop| &*hop.why);
            failures.push_str(&format!(
                "{name}: {} {:?}: {why}\n",
                flow.key(),
                flow.verdict()
            ));
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(asked > 1_000, "{asked}");
}
