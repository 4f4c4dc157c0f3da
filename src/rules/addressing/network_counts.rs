//! Networks and their parts stay within the limits of a subscription.

use crate::azure::limits::{DNS_SERVERS, Limit, NSGS, ROUTE_TABLES, SUBNETS, VNETS, Verdict};
use crate::azure::sources;
use crate::domain::{Item, Subject};
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "NET015",
    name: "too-many-network-resources",
    facts: &["LIM-1", "LIM-2", "LIM-6", "LIM-7", "LIM-10"],
    severity: Severity::Warning,
    synopsis: "VNets, subnets, NSGs, route tables and DNS servers are as many as a subscription may have.",
    why: "Azure refuses what goes beyond the limits of a subscription and region, until they are raised.",
    recommendation: "Request a higher limit, or spread the plan over subscriptions.",
    sources: &[&sources::NET_LIM, &sources::LIM2026],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let whole = [
        (plan.vnets.len(), VNETS.value, "VNet", "VNets"),
        (plan.nsgs.len(), NSGS.value, "NSG", "NSGs"),
        (
            plan.route_tables.len(),
            ROUTE_TABLES.value,
            "route table",
            "route tables",
        ),
    ];
    for (count, limit, one, many) in whole {
        report(
            out,
            Item::Basics.into(),
            "The plan",
            (count, limit, one, many),
        );
    }
    for vnet in &plan.vnets {
        let servers = vnet.dns_servers.iter().filter(|server| !server.is_blank());
        let name = wording::vnet(vnet);
        let item = Item::Vnet(vnet.id);
        let counted = (vnet.subnets.len(), SUBNETS.value, "subnet", "subnets");
        report(out, item.field("subnets"), &name, counted);
        let counted = (
            servers.count(),
            DNS_SERVERS.value,
            "DNS server",
            "DNS servers",
        );
        report(out, item.field("dns_servers"), &name, counted);
    }
}

fn report(
    out: &mut Findings,
    subject: Subject,
    owner: &str,
    (count, limit, one, many): (usize, Limit, &'static str, &str),
) {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    let severity = match limit.judge(count) {
        Verdict::Within => return,
        Verdict::NeedsMore => Severity::Warning,
        Verdict::Beyond => Severity::Error,
    };
    out.report(
        &RULE,
        subject,
        format!("{owner} has {}", wording::count(count, one, many)),
        format!(
            "The limit is {}. Request a higher one, or spread the plan over subscriptions.",
            wording::thousands(limit.usual)
        ),
    )
    .part(one)
    .severity(severity);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AddressText, Plan, RouteTable};
    use crate::rules::testing::{assert_silent, ml_plan, only};

    fn plan() -> Plan {
        ml_plan("10.0.0.0/16", "10.0.0.0/24", "10.0.1.0/27")
    }

    #[test]
    fn flags_the_21st_dns_server_and_the_201st_route_table() {
        let mut crowded = plan();
        crowded.vnets[0].dns_servers = vec![AddressText::new("10.0.2.4"); 21];
        assert_eq!(only(&RULE, &crowded).title, "vnet-ml has 21 DNS servers");
        let mut routed = plan();
        routed.route_tables = vec![RouteTable::default(); 201];
        let finding = only(&RULE, &routed);
        assert_eq!(finding.title, "The plan has 201 route tables");
        assert_eq!(finding.severity, Severity::Warning);
        routed.route_tables = vec![RouteTable::default(); 601];
        assert_eq!(only(&RULE, &routed).severity, Severity::Error);
    }

    #[test]
    fn passes_the_limits_themselves() {
        let mut plan = plan();
        plan.vnets[0].dns_servers = vec![AddressText::new("10.0.2.4"); 20];
        plan.route_tables = vec![RouteTable::default(); 200];
        assert_silent(&RULE, &plan);
    }
}
