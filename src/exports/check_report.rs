//! What the checks say about a plan, as one JSON object: for pipelines and other programs.
//!
//! Same plan, same bytes. Places are JSON pointers into the plan document, and a fix is a JSON Patch of it,
//! so that a program can apply one without knowing this app.

use serde_json::{Value, json};

use super::flow_report::flows_json;
use crate::allocation::Utilisation;
use crate::azure::Source;
use crate::document::{PatchOp, diff, pointer};
use crate::domain::{Item, Plan, Subnet, Vnet};
use crate::rules::{Applicability, Context, Finding, Fix, check_in};

/// Findings, capacity and required flows of a plan as JSON text. Ends with a line break.
pub fn check_report(plan: &Plan) -> String {
    let context = Context::new(plan);
    let found = check_in(&context);
    let findings: Vec<Value> = found
        .iter()
        .map(|finding| finding_json(plan, finding))
        .collect();
    let capacity: Vec<Value> = plan
        .subnets()
        .map(|(vnet, subnet)| capacity_json(&context, vnet, subnet))
        .collect();
    let report = json!({
        "plan": plan.basics.title,
        "findings": findings,
        "capacity": capacity,
        "flows": flows_json(plan, context.flows(), &found),
    });
    format!("{report:#}\n")
}

fn finding_json(plan: &Plan, finding: &Finding) -> Value {
    let subjects: Vec<String> = finding
        .subjects
        .iter()
        .filter_map(|subject| pointer(plan, *subject))
        .collect();
    let fixes: Vec<Value> = finding
        .fixes
        .iter()
        .map(|fix| fix_json(plan, fix))
        .collect();
    let sources: Vec<Value> = finding
        .rule
        .sources
        .iter()
        .copied()
        .map(source_json)
        .collect();
    json!({
        "key": finding.key(),
        "code": finding.rule.code,
        "rule": finding.rule.name,
        "facts": finding.rule.facts,
        "severity": finding.severity.word(),
        "title": finding.title,
        "message": finding.message,
        "subjects": subjects,
        "fix": fixes,
        "sources": sources,
    })
}

fn fix_json(plan: &Plan, fix: &Fix) -> Value {
    let patch: Vec<Value> = diff(plan, &fix.edit.preview(plan))
        .iter()
        .map(PatchOp::to_json)
        .collect();
    json!({
        "label": fix.label,
        "applicability": match fix.applicability {
            Applicability::Certain => "certain",
            Applicability::Suggested => "suggested",
        },
        "patch": patch,
    })
}

pub(super) fn source_json(source: &Source) -> Value {
    json!({ "title": source.title, "url": source.url, "checked": source.checked })
}

/// What one subnet needs and has. Without a prefix only the need is known.
fn capacity_json(context: &Context<'_>, vnet: &Vnet, subnet: &Subnet) -> Value {
    let plan = context.plan;
    let demand = context.demand.of(subnet.id);
    let lines: Vec<Value> = demand
        .lines
        .iter()
        .map(|line| {
            json!({
                "item": pointer(plan, line.item.into()),
                "addresses": line.addresses,
                "explanation": line.explanation,
            })
        })
        .collect();
    let placed = context.allocation.placed(subnet.id);
    let unplaced = context.allocation.unplaced(subnet.id);
    let room = context.utilisation(subnet.id);
    json!({
        "subnet": pointer(plan, Item::Subnet(subnet.id).into()),
        "vnet": vnet.name,
        "name": subnet.name,
        "prefix": context.prefix(subnet.id).map(|prefix| prefix.to_string()),
        "placed": placed.is_some(),
        "reason": placed.map(|placed| placed.reason.as_str()).or(unplaced),
        "needed": demand.total(),
        "usable": room.map(|room| room.usable),
        "free": room.map(Utilisation::free),
        "short": room.map(Utilisation::short),
        "percent": room.map(Utilisation::percent),
        "lines": lines,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ClusterId, ComputeCluster, PrefixText, SubnetId, VnetId};

    fn plan() -> Plan {
        Plan {
            vnets: vec![Vnet {
                id: VnetId(1),
                name: "vnet-ml".to_owned(),
                address_space: vec![PrefixText::new("10.0.0.0/16")],
                subnets: vec![Subnet {
                    id: SubnetId(2),
                    name: "snet-train".to_owned(),
                    prefix: PrefixText::new("10.0.1.5/24"),
                    ..Subnet::default()
                }],
                ..Vnet::default()
            }],
            ..Plan::default()
        }
    }

    fn report(plan: &Plan) -> Value {
        serde_json::from_str(&check_report(plan)).expect("the report is JSON")
    }

    fn host_bits(report: &Value) -> Option<&Value> {
        let findings = report["findings"].as_array().expect("a list");
        findings.iter().find(|finding| finding["code"] == "NET004")
    }

    #[test]
    fn names_the_place_and_the_patch_of_a_finding() {
        let report = report(&plan());
        let finding = host_bits(&report).expect("host bits are reported");
        assert_eq!(finding["severity"], "error");
        assert_eq!(finding["facts"], json!(["VNET-4"]));
        assert_eq!(finding["subjects"], json!(["/vnets/0/subnets/0/prefix"]));
        assert_eq!(
            finding["fix"],
            json!([{
                "label": "Use 10.0.1.0/24",
                "applicability": "certain",
                "patch": [{
                    "op": "replace",
                    "path": "/vnets/0/subnets/0/prefix",
                    "value": "10.0.1.0/24",
                }],
            }])
        );
        assert!(
            finding["sources"][0]["url"]
                .as_str()
                .is_some_and(|url| url.starts_with("https://"))
        );
    }

    #[test]
    fn counts_the_addresses_of_a_subnet() {
        let mut plan = plan();
        plan.subnet_mut(SubnetId(2)).expect("it exists").prefix = PrefixText::new("10.0.1.0/24");
        let report = report(&plan);
        assert_eq!(host_bits(&report), None);
        let subnet = &report["capacity"][0];
        assert_eq!(subnet["subnet"], "/vnets/0/subnets/0");
        assert_eq!(subnet["prefix"], "10.0.1.0/24");
        assert_eq!(subnet["usable"], 251);
        assert_eq!(subnet["percent"], 0);
        assert_eq!(subnet["placed"], false);
    }

    #[test]
    fn keeps_quiet_about_the_room_of_a_subnet_without_prefix() {
        let mut plan = plan();
        plan.subnet_mut(SubnetId(2)).expect("it exists").prefix = PrefixText::new("10.0.");
        let report = report(&plan);
        let subnet = &report["capacity"][0];
        assert_eq!(subnet["prefix"], Value::Null);
        assert_eq!(subnet["usable"], Value::Null);
        assert_eq!(subnet["needed"], 0);
    }

    #[test]
    fn names_the_item_of_each_demand_line() {
        let mut plan = plan();
        plan.clusters.push(ComputeCluster {
            id: ClusterId(3),
            max_nodes: 4,
            subnet: Some(SubnetId(2)),
            ..ComputeCluster::default()
        });
        let report = report(&plan);
        let line = &report["capacity"][0]["lines"][0];
        assert_eq!(line["item"], "/clusters/0");
        assert_eq!(line["addresses"], 4);
        assert_eq!(report["capacity"][0]["needed"], 4);
    }
}
