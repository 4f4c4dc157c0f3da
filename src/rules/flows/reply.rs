//! Replies of required flows take the way of the requests.

use super::report;
use crate::azure::sources;
use crate::domain::{Item, RouteTableId};
use crate::flow::Party;
use crate::rules::required::{Blocker, Cause};
use crate::rules::routing::add_direct_route;
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FLW003",
    name: "required-flow-with-asymmetric-reply",
    facts: &["AML-70", "AML-71", "UDR-7", "VM-10"],
    severity: Severity::Error,
    synopsis: "The reply of every required flow leaves by the way that the request came.",
    why: "A firewall drops replies to connections that it has not seen begin, so that Azure's requests to \
          public addresses time out.",
    recommendation: "Add a route for the service with next hop Internet.",
    sources: &[&sources::AML_FW, &sources::NET_UDR],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    report(cx, out, &RULE, Blocker::Reply, "", &offer);
}

/// A route that takes replies to a service past the default route.
fn offer(cause: &Cause<'_>, finding: &mut Finding) {
    let parting = cause
        .flows
        .first()
        .and_then(|flow| flow.path.asymmetry.as_ref());
    let Some(table) = parting.and_then(|parting| parting.table) else {
        return;
    };
    finding.also(Item::RouteTable(table));
    let mut tags: Vec<String> = Vec::new();
    for flow in &cause.flows {
        if let Party::Tag(tag) = &flow.probe.from
            && !tags.contains(tag)
        {
            tags.push(tag.clone());
        }
    }
    let label = match &*tags {
        [] => return,
        [tag] => format!("Add route {tag} → Internet"),
        tags => format!("Add {} routes → Internet", tags.len()),
    };
    finding.fix(Applicability::Suggested, label, move |plan| {
        add_all(plan, table, &tags);
    });
}

fn add_all(plan: &mut crate::domain::Plan, table: RouteTableId, tags: &[String]) {
    for tag in tags {
        add_direct_route(plan, table, tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NextHop, Plan, RoutePreset};
    use crate::rules::scenario::{self, mended, with_route};
    use crate::rules::testing::{assert_silent, only};
    use crate::rules::{check as check_all, reported_by};
    use crate::samples::with;

    /// Everything from public-IP clusters goes to the firewall, replies to Azure ML included.
    fn forced() -> Plan {
        let plan = with_route("0.0.0.0/0", NextHop::VirtualAppliance, "10.64.0.4");
        with(plan, |plan| {
            for table in &mut plan.route_tables {
                table.preset = RoutePreset::None;
            }
            for cluster in &mut plan.clusters {
                cluster.public_ip = true;
            }
            for instance in &mut plan.instances {
                instance.public_ip = true;
            }
        })
    }

    #[test]
    fn flags_a_forced_tunnel_behind_public_computes() {
        let plan = forced();
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "AzureMachineLearning cannot reach snet-training on TCP 44224"
        );
        // By itself the rule reports it; with all others it leaves it to the rule about routes.
        mended(&RULE, &plan, "Add route AzureMachineLearning → Internet");
    }

    #[test]
    fn passes_to_the_rule_about_routes_what_that_reports() {
        let plan = forced();
        let findings = check_all(&plan);
        assert!(!findings.iter().any(|finding| finding.rule == &RULE));
        let context = Context::new(&plan);
        let denied = context.flows().flows.iter();
        let denied = denied.filter(|flow| flow.stated.code == "FLW-CMP23");
        for flow in denied {
            let by = reported_by(&plan, &findings, flow).expect("reported");
            assert_eq!(by.rule.code, "RTE004");
        }
    }

    #[test]
    fn passes_every_sample_with_public_computes() {
        let plan = with(scenario::hub_spoke_firewall(), |plan| {
            for cluster in &mut plan.clusters {
                cluster.public_ip = true;
            }
        });
        assert_silent(&RULE, &plan);
        assert_silent(&RULE, &scenario::classic_2019());
    }
}
