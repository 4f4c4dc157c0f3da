//! The required flows of a plan as JSON, for the check report: each with its answer, the stages that lead to
//! it, and the finding that says what to do.

use serde_json::{Value, json};

use super::check_report::source_json;
use crate::azure::required_flows::EDITION;
use crate::document::pointer;
use crate::domain::{Item, Plan, Word};
use crate::flow::{FlowReport, Hop, RequiredFlow, Spot, Verdict};
use crate::rules::{Finding, Findings, reported_by};

/// Every required flow, after one line that sums them up.
pub(super) fn flows_json(plan: &Plan, report: &FlowReport, findings: &Findings) -> Value {
    let count = |verdict| report.with(verdict).count();
    let required: Vec<Value> = report
        .flows
        .iter()
        .map(|flow| flow_json(plan, flow, findings))
        .collect();
    json!({
        "summary": report.summary(),
        "catalogue": { "edition": EDITION.number, "checked": EDITION.checked },
        "passing": count(Verdict::Allowed),
        "failing": count(Verdict::Denied),
        "unknown": count(Verdict::Unknown),
        "required": required,
    })
}

fn flow_json(plan: &Plan, flow: &RequiredFlow, findings: &Findings) -> Value {
    let stated = flow.stated;
    let needed_by: Vec<String> = flow
        .needed_by
        .iter()
        .filter_map(|item| pointer(plan, (*item).into()))
        .collect();
    let sources: Vec<Value> = stated.sources.iter().copied().map(source_json).collect();
    let hops =
        |hops: &[Hop]| -> Vec<Value> { hops.iter().map(|hop| hop_json(plan, hop)).collect() };
    json!({
        "code": stated.code,
        "workload": flow.workload,
        "needed_by": needed_by,
        "from": flow.from,
        "to": flow.to,
        "protocol": flow.probe.protocol.word(),
        "port": flow.probe.port,
        "verdict": verdict(flow.verdict()),
        "essential": stated.essential,
        "why": stated.why,
        "breaks": stated.breaks,
        "facts": stated.facts,
        "sources": sources,
        "forward": hops(&flow.path.forward),
        "return": hops(&flow.path.back),
        "finding": reported_by(plan, findings, flow).map(Finding::key),
    })
}

fn hop_json(plan: &Plan, hop: &Hop) -> Value {
    json!({
        "at": spot(plan, hop.at),
        "stage": hop.stage.label(),
        "decided_by": hop.decided_by,
        "item": hop.item.and_then(|item| pointer(plan, item.into())),
        "verdict": verdict(hop.verdict),
        "why": hop.why,
    })
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Allowed => "allowed",
        Verdict::Denied => "denied",
        Verdict::Unknown => "unknown",
    }
}

/// A place in the plan as a pointer, any other by a word or its address.
fn spot(plan: &Plan, spot: Spot) -> Option<String> {
    let item = match spot {
        Spot::Subnet(id) => Item::Subnet(id),
        Spot::Vnet(id) => Item::Vnet(id),
        Spot::PrivateEndpoint(id) => Item::PrivateEndpoint(id),
        Spot::Firewall(id) => Item::Firewall(id),
        Spot::Gateway(id) => Item::Gateway(id),
        Spot::NatGateway(id) => Item::NatGateway(id),
        Spot::OnPremises => Item::OnPremises,
        Spot::Appliance(address) => return Some(address.to_string()),
        Spot::Service => return Some("service".to_owned()),
        Spot::Internet => return Some("internet".to_owned()),
        Spot::Platform => return Some("platform".to_owned()),
        Spot::Nowhere => return None,
    };
    pointer(plan, item.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Access, Direction, Protocol, SecurityRule, SecurityRuleId};
    use crate::exports::check_report;
    use crate::samples::{batch_scoring, with};

    fn flows(plan: &Plan) -> (Value, Value) {
        let report: Value = serde_json::from_str(&check_report(plan)).expect("JSON");
        (report["flows"].clone(), report["findings"].clone())
    }

    #[test]
    fn sums_up_a_plan_whose_flows_all_pass() {
        let (flows, _) = flows(&batch_scoring());
        let required = flows["required"].as_array().expect("a list");
        let all = required.len();
        assert!(all > 30, "{all}");
        assert_eq!(flows["summary"], format!("{all} of {all} flows pass"));
        assert_eq!(
            (&flows["passing"], &flows["failing"]),
            (&json!(all), &json!(0))
        );
        let first = &required[0];
        assert_eq!(first["code"], "FLW-CMP01");
        assert_eq!(first["workload"], "ML compute in snet-training");
        assert_eq!(first["needed_by"], json!(["/clusters/0", "/clusters/1"]));
        assert_eq!(
            (&first["to"], &first["port"]),
            (&json!("AzureActiveDirectory"), &json!(80))
        );
        assert_eq!(first["finding"], Value::Null);
        let stages: Vec<&str> = first["forward"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|hop| hop["stage"].as_str())
            .collect();
        assert_eq!(
            stages,
            ["Outbound NSG", "Route", "Public address", "Arrival"]
        );
        assert!(
            first["return"]
                .as_array()
                .is_some_and(|back| !back.is_empty())
        );
    }

    #[test]
    fn refers_to_the_finding_that_mends_a_flow() {
        let plan = with(batch_scoring(), |plan| {
            let nsg = plan.subnets().find(|(_, it)| it.name == "snet-training");
            let nsg = nsg.and_then(|(_, subnet)| subnet.nsg).expect("guarded");
            let id = SecurityRuleId(plan.next_id());
            let any = || vec!["*".to_owned()];
            plan.nsg_mut(nsg)
                .expect("guarded")
                .rules
                .push(SecurityRule {
                    id,
                    name: "Deny-Batch".to_owned(),
                    priority: 105,
                    direction: Direction::Outbound,
                    access: Access::Deny,
                    protocol: Protocol::Any,
                    sources: any(),
                    source_ports: any(),
                    destinations: vec!["BatchNodeManagement".to_owned()],
                    destination_ports: any(),
                    ..SecurityRule::default()
                });
        });
        let (flows, findings) = flows(&plan);
        let required = flows["required"].as_array().expect("a list");
        let failing: Vec<&Value> = required
            .iter()
            .filter(|flow| flow["verdict"] == "denied")
            .collect();
        assert_eq!(failing.len(), 1);
        assert_eq!(failing[0]["code"], "FLW-CMP05");
        let deciding = failing[0]["forward"]
            .as_array()
            .and_then(|hops| hops.last());
        assert_eq!(deciding.expect("a hop")["decided_by"], "Deny-Batch");
        let findings = findings.as_array().expect("a list");
        let mut all = findings.iter();
        let finding = all.find(|finding| finding["key"] == failing[0]["finding"]);
        let finding = finding.expect("the finding");
        assert_eq!(finding["code"], "FLW001");
        assert_eq!(
            finding["fix"][0]["label"],
            "Add rule 100 Allow-Batch before Deny-Batch"
        );
    }
}
