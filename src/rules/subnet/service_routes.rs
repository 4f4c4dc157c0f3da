//! Gateways and a firewall's management NIC need Azure's own routes.

use crate::azure::sources;
use crate::domain::{Item, NextHop, Prefix, RoutePreset, RouteTable, Subnet, SubnetPurpose};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB014",
    name: "routes-on-service-subnet",
    facts: &["VNET-41", "VNET-43"],
    severity: Severity::Warning,
    synopsis: "The subnet of a gateway has no default route and learns gateway routes; that of a firewall's \
               management NIC has at most a default route to the internet.",
    why: "These routes cut a gateway off from on-premises, or a firewall from its management.",
    recommendation: "Take the route table off, or change it.",
    sources: &[&sources::VPN_FAQ, &sources::NET_UDR, &sources::AFW],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (_, subnet) in cx.plan.subnets() {
        let Some(table) = subnet.route_table.and_then(|id| cx.plan.route_table(id)) else {
            continue;
        };
        let problem = match subnet.purpose {
            SubnetPurpose::Gateway => on_gateway(table),
            SubnetPurpose::FirewallManagement => on_management(table),
            _ => None,
        };
        if let Some((severity, what, why)) = problem {
            report(out, subnet, table, severity, what, why);
        }
    }
}

fn report(
    out: &mut Findings,
    subnet: &Subnet,
    table: &RouteTable,
    severity: Severity,
    what: &str,
    why: &str,
) {
    let (id, name) = (subnet.id, wording::subnet(subnet));
    let table_name = wording::name_or(&table.name, "route table");
    out.report(
        &RULE,
        Item::Subnet(id).field("route_table"),
        format!("{table_name} {what} {name}"),
        why,
    )
    .severity(severity)
    .also(Item::RouteTable(table.id))
    .fix(
        Applicability::Suggested,
        format!("Take the route table off {name}"),
        move |plan| {
            if let Some(subnet) = plan.subnet_mut(id) {
                subnet.route_table = None;
            }
        },
    );
}

type Problem = (Severity, &'static str, &'static str);

fn on_gateway(table: &RouteTable) -> Option<Problem> {
    if table.preset == RoutePreset::Firewall || has_default_route(table) {
        return Some((
            Severity::Warning,
            "has a default route on",
            "A gateway loses its control connection to Azure when a route for 0.0.0.0/0 leads elsewhere. \
             Take the route table off, or leave out the default route.",
        ));
    }
    table.disable_bgp_propagation.then_some((
        Severity::Warning,
        "keeps gateway routes away from",
        "A gateway that does not learn its own routes cannot forward to on-premises. Leave gateway route \
         propagation on for this subnet.",
    ))
}

fn on_management(table: &RouteTable) -> Option<Problem> {
    let to_internet = |route: &crate::domain::Route| {
        route.next_hop == NextHop::Internet
            && route
                .destination
                .parse::<Prefix>()
                .is_ok_and(|it| it.length() == 0)
    };
    if table.preset == RoutePreset::Firewall || !table.routes.iter().all(to_internet) {
        return Some((
            Severity::Error,
            "leads away from the internet on",
            "Azure Firewall's management NIC may have only a default route to the internet. Take the route \
             table off, or leave only that route.",
        ));
    }
    (!table.disable_bgp_propagation).then_some((
        Severity::Error,
        "lets gateway routes into",
        "Azure Firewall's management NIC must not learn gateway routes. Turn their propagation off in this \
         route table.",
    ))
}

fn has_default_route(table: &RouteTable) -> bool {
    table
        .routes
        .iter()
        .filter_map(|route| route.destination.parse::<Prefix>().ok())
        .any(|prefix| prefix.length() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, Route, RouteTableId};
    use crate::rules::testing::{assert_silent, fixed, only, subnet_mut};
    use crate::samples::{hub_spoke_firewall, with};

    fn with_table(name: &str, table: RouteTable) -> Plan {
        with(hub_spoke_firewall(), |plan| {
            let id = RouteTableId(plan.next_id());
            let name_of_table = "rt-x".to_owned();
            plan.route_tables.push(RouteTable {
                id,
                name: name_of_table,
                ..table
            });
            subnet_mut(plan, name).route_table = Some(id);
        })
    }

    fn default_route(next_hop: NextHop) -> RouteTable {
        RouteTable {
            routes: vec![Route {
                destination: "0.0.0.0/0".to_owned(),
                next_hop,
                ..Route::default()
            }],
            disable_bgp_propagation: true,
            ..RouteTable::default()
        }
    }

    #[test]
    fn flags_a_default_route_on_the_gateway_subnet() {
        let plan = with_table("GatewaySubnet", default_route(NextHop::VirtualAppliance));
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "rt-x has a default route on GatewaySubnet");
        assert_eq!(
            finding.message,
            "A gateway loses its control connection to Azure when a route for 0.0.0.0/0 leads \
             elsewhere. Take the route table off, or leave out the default route."
        );
        fixed(&RULE, &plan, "Take the route table off GatewaySubnet");
    }

    #[test]
    fn flags_a_gateway_subnet_that_learns_no_routes() {
        let plan = with_table(
            "GatewaySubnet",
            RouteTable {
                disable_bgp_propagation: true,
                ..RouteTable::default()
            },
        );
        assert_eq!(
            only(&RULE, &plan).title,
            "rt-x keeps gateway routes away from GatewaySubnet"
        );
    }

    #[test]
    fn flags_a_management_subnet_that_is_routed_elsewhere() {
        let management = |table| {
            with(with_table("GatewaySubnet", table), |plan| {
                subnet_mut(plan, "GatewaySubnet").purpose = SubnetPurpose::FirewallManagement;
            })
        };
        let finding = only(&RULE, &management(default_route(NextHop::VirtualAppliance)));
        assert_eq!(finding.severity, Severity::Error);
        let mut learning = default_route(NextHop::Internet);
        learning.disable_bgp_propagation = false;
        assert_eq!(
            only(&RULE, &management(learning)).title,
            "rt-x lets gateway routes into GatewaySubnet"
        );
        assert_silent(&RULE, &management(default_route(NextHop::Internet)));
    }

    #[test]
    fn passes_the_routes_of_other_subnets() {
        assert_silent(&RULE, &hub_spoke_firewall());
    }
}
