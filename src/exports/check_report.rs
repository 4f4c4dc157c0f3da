//! What the checks say about a plan, as one JSON object: for pipelines and other programs.
//!
//! Same plan, same bytes. Places are JSON pointers into the plan document, and a fix is a JSON Patch of it,
//! so that a program can apply one without knowing this app.

use serde_json::{Value, json};

use super::flow_report::flows_json;
use crate::allocation::{
    ClusterCapacity, PlanCapacity, SubnetCapacity, VnetCapacity, plan_capacity,
};
use crate::azure::Source;
use crate::document::{PatchOp, diff, pointer};
use crate::domain::{Item, Plan, Subnet, Vnet};
use crate::rules::{Applicability, Context, Finding, Fix, RULE_SET, check_in, news_since};

/// Findings, capacity and required flows of a plan as JSON text. Ends with a line break.
pub fn check_report(plan: &Plan) -> String {
    let context = Context::new(plan);
    let found = check_in(&context);
    let findings: Vec<Value> = found
        .iter()
        .map(|finding| finding_json(plan, finding))
        .collect();
    let capacity = plan_capacity(plan, &context.demand, &context.allocation);
    let subnets: Vec<Value> = plan
        .subnets()
        .zip(&capacity.subnets)
        .map(|((vnet, subnet), room)| capacity_json(&context, vnet, subnet, room))
        .collect();
    let report = json!({
        "plan": plan.basics.title,
        "rules": edition_json(plan),
        "findings": findings,
        "capacity": subnets,
        "networks": networks_json(plan, &capacity),
        "clusters": clusters_json(plan, &capacity),
        "hidden": hidden_json(plan, &capacity),
        "flows": flows_json(plan, context.flows(), &found),
    });
    format!("{report:#}\n")
}

/// The edition of the rules that checked the plan now, the one before, and what is new since that one.
fn edition_json(plan: &Plan) -> Value {
    let news: Vec<Value> = news_since(plan.checked_with)
        .iter()
        .map(|news| json!({ "code": news.rule.code, "change": news.change.unwrap_or("new") }))
        .collect();
    json!({
        "edition": RULE_SET.0,
        "date": RULE_SET.1,
        "checked_with": plan.checked_with,
        "since_then": news,
    })
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
        "fact": finding.rule.facts,
        "severity": finding.severity.word(),
        "title": finding.title,
        "message": finding.message,
        "subjects": subjects,
        "acknowledged": finding.acknowledged,
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
fn capacity_json(
    context: &Context<'_>,
    vnet: &Vnet,
    subnet: &Subnet,
    room: &SubnetCapacity,
) -> Value {
    let plan = context.plan;
    let demand = context.demand.of(subnet.id);
    let lines: Vec<Value> = demand
        .lines
        .iter()
        .map(|line| {
            json!({
                "item": pointer(plan, line.item.into()),
                "what": line.kind.label(),
                "now": line.now,
                "addresses": line.addresses,
                "bound": line.bound,
                "explanation": line.explanation,
            })
        })
        .collect();
    let fits: Vec<Value> = room
        .fits
        .iter()
        .map(|fit| {
            json!({
                "item": pointer(plan, fit.item.into()),
                "planned": fit.planned,
                "fitting": fit.fitting,
                "explanation": fit.sentence,
            })
        })
        .collect();
    let placed = context.allocation.placed(subnet.id);
    let unplaced = context.allocation.unplaced(subnet.id);
    let known = |number: u64| room.prefix.map(|_| number);
    json!({
        "subnet": pointer(plan, Item::Subnet(subnet.id).into()),
        "vnet": vnet.name,
        "name": subnet.name,
        "prefix": room.prefix.map(|prefix| prefix.to_string()),
        "placed": placed.is_some(),
        "reason": placed.map(|placed| placed.reason.as_str()).or(unplaced),
        "needed": room.most,
        "now": room.now,
        "reserved": known(room.reserved),
        "usable": known(room.usable),
        "free": known(room.free_at_most()),
        "free_now": known(room.free_now()),
        "short": known(room.short()),
        "percent": known(room.percent()),
        "lines": lines,
        "fits": fits,
    })
}

fn networks_json(plan: &Plan, capacity: &PlanCapacity) -> Vec<Value> {
    let network = |room: &VnetCapacity| {
        json!({
            "vnet": pointer(plan, Item::Vnet(room.vnet).into()),
            "addresses": room.size,
            "unassigned": room.unassigned,
            "now": room.now,
            "needed": room.most,
            "limit": room.limit,
        })
    };
    capacity.vnets.iter().map(network).collect()
}

fn clusters_json(plan: &Plan, capacity: &PlanCapacity) -> Vec<Value> {
    let cluster = |room: &ClusterCapacity| {
        json!({
            "aks": pointer(plan, Item::Aks(room.aks).into()),
            "nodes_now": room.now,
            "nodes": room.most,
            "nodes_limit": room.limit,
            "pod_range_nodes": room.pod_range.map(|range| range.nodes),
        })
    };
    capacity.clusters.iter().map(cluster).collect()
}

/// What Azure adds by itself for computes with public IP addresses.
fn hidden_json(plan: &Plan, capacity: &PlanCapacity) -> Value {
    let hidden = &capacity.hidden;
    let owners = hidden.owners.iter();
    let owners: Vec<Option<String>> = owners.map(|item| pointer(plan, (*item).into())).collect();
    let quotas = hidden
        .quotas
        .iter()
        .map(|quota| json!({ "what": quota.what, "needed": quota.needed, "left": quota.left }));
    json!({ "owners": owners, "each": hidden.each, "quotas": quotas.collect::<Vec<_>>() })
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
        assert_eq!(finding["fact"], json!(["VNET-4"]));
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
        assert_eq!(
            (&subnet["reserved"], &subnet["free_now"]),
            (&json!(5), &json!(251))
        );
        assert_eq!(report["networks"][0]["unassigned"], 65_536 - 256);
        assert_eq!(report["networks"][0]["limit"], 65_536);
        assert_eq!(report["hidden"]["owners"], json!([]));
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
        assert_eq!((&line["now"], &line["addresses"]), (&json!(0), &json!(4)));
        assert_eq!(
            report["capacity"][0]["fits"],
            json!([]),
            "nothing is known without a prefix"
        );
        assert_eq!(report["capacity"][0]["needed"], 4);
    }
}
