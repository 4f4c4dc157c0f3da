//! A route that should lead traffic for private endpoints through a firewall does.

use crate::azure::sources;
use crate::domain::{
    Item, NetworkPolicies, NextHop, Plan, Prefix, Route, RouteTable, Subnet, Vnet,
};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};
use crate::topology::connected;

pub(super) const RULE: Rule = Rule {
    code: "PEP010",
    name: "endpoint-routes-ignored",
    facts: &["PE-42", "UDR-11"],
    severity: Severity::Warning,
    synopsis: "Where a route leads the range of private endpoints to a firewall, their subnet has route-table \
               policies and the route is no wider than the VNet.",
    why: "Azure adds a /32 route for each private endpoint, which wins over yours: traffic passes the firewall \
          by without anybody noticing.",
    recommendation: "Enable the route-table policy on the endpoints' subnet, and route the VNet's own range.",
    sources: &[&sources::PE_POL],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for (vnet, subnet) in plan.subnets() {
        let used = plan
            .private_endpoints
            .iter()
            .any(|it| it.subnet == Some(subnet.id));
        let Some(prefix) = cx.prefix(subnet.id).filter(|_| used) else {
            continue;
        };
        for (table, route, destination) in steering(plan, vnet, prefix) {
            report(out, (vnet, subnet), (table, route), destination);
        }
    }
}

/// Written routes to an appliance that mean a range of endpoints, in tables whose subnets reach it.
fn steering<'a>(
    plan: &'a Plan,
    vnet: &'a Vnet,
    endpoints: Prefix,
) -> impl Iterator<Item = (&'a RouteTable, &'a Route, Prefix)> {
    let tables = plan.route_tables.iter().filter(move |table| {
        plan.subnets().any(|(home, subnet)| {
            subnet.route_table == Some(table.id) && connected(plan, home.id, vnet.id)
        })
    });
    tables.flat_map(move |table| {
        table.routes.iter().filter_map(move |route| {
            let destination: Prefix = route.destination.trim().parse().ok()?;
            // A default route means everything, not the endpoints; nobody expects it to win.
            let meant = destination.length() > 0
                && route.next_hop == NextHop::VirtualAppliance
                && destination.overlaps(endpoints);
            meant.then_some((table, route, destination))
        })
    })
}

fn report(
    out: &mut Findings,
    (vnet, subnet): (&Vnet, &Subnet),
    (table, route): (&RouteTable, &Route),
    destination: Prefix,
) {
    let with_routes = match subnet.private_endpoint_policies {
        NetworkPolicies::Disabled => Some(NetworkPolicies::RouteTable),
        NetworkPolicies::NetworkSecurityGroup => Some(NetworkPolicies::Enabled),
        NetworkPolicies::Enabled | NetworkPolicies::RouteTable => None,
    };
    let mut spaces = vnet.address_space.iter().filter_map(|text| text.prefix());
    let space = spaces.find(|space| space.overlaps(destination));
    let too_wide = space.filter(|space| destination.length() < space.length());
    if with_routes.is_none() && too_wide.is_none() {
        return;
    }
    let why = if with_routes.is_some() {
        format!(
            "The network policies of {} leave routes out, so Azure's own /32 route of each endpoint wins.",
            wording::subnet(subnet)
        )
    } else {
        format!(
            "The route is wider than the address space of {}, so Azure's own /32 route of each endpoint wins.",
            wording::vnet(vnet)
        )
    };
    let finding = out.report(
        &RULE,
        Item::Route(route.id).field("destination"),
        format!(
            "{} does not lead traffic for the endpoints of {} to the appliance",
            wording::name_or(&route.name, "route"),
            wording::subnet(subnet)
        ),
        why,
    );
    finding
        .also(Item::Subnet(subnet.id).field("private_endpoint_policies"))
        .also(Item::RouteTable(table.id));
    let (subnet_id, table_id, route_id) = (subnet.id, table.id, route.id);
    let label = match (with_routes, too_wide) {
        (Some(_), None) => format!("Let routes apply in {}", wording::subnet(subnet)),
        (None, Some(space)) => format!("Route {space} instead"),
        (_, space) => format!(
            "Let routes apply in {} and route {}",
            wording::subnet(subnet),
            space.map(|space| space.to_string()).unwrap_or_default()
        ),
    };
    finding.fix(Applicability::Suggested, label, move |plan| {
        if let (Some(policies), Some(subnet)) = (with_routes, plan.subnet_mut(subnet_id)) {
            subnet.private_endpoint_policies = policies;
        }
        if let (Some(space), Some(table)) = (too_wide, plan.route_table_mut(table_id)) {
            for route in table.routes.iter_mut().filter(|route| route.id == route_id) {
                route.destination = space.to_string();
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AddressText, RouteId, RouteTableId};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    fn routed(destination: &str, policies: NetworkPolicies) -> Plan {
        let mut plan = scenario::batch_scoring();
        let (table, route) = (RouteTableId(plan.next_id()), RouteId(plan.next_id()));
        plan.route_tables.push(RouteTable {
            id: table,
            name: "rt-inspect".to_owned(),
            routes: vec![Route {
                id: route,
                name: "inspect".to_owned(),
                destination: destination.to_owned(),
                next_hop: NextHop::VirtualAppliance,
                next_hop_address: AddressText::new("10.40.9.4"),
            }],
            ..RouteTable::default()
        });
        subnet_mut(&mut plan, "snet-training").route_table = Some(table);
        subnet_mut(&mut plan, "snet-pep").private_endpoint_policies = policies;
        plan
    }

    fn space() -> String {
        let plan = scenario::batch_scoring();
        let home = plan
            .subnets()
            .find(|(_, it)| it.name == "snet-pep")
            .expect("a subnet")
            .0;
        home.address_space[0].as_str().to_owned()
    }

    #[test]
    fn flags_a_route_that_azure_overrides() {
        let plan = routed(&space(), NetworkPolicies::Disabled);
        assert_eq!(
            only(&RULE, &plan).title,
            "inspect does not lead traffic for the endpoints of snet-pep to the appliance"
        );
        mended(&RULE, &plan, "Let routes apply in snet-pep");
    }

    #[test]
    fn flags_a_route_that_is_wider_than_the_vnet() {
        let plan = routed("10.0.0.0/8", NetworkPolicies::RouteTable);
        mended(&RULE, &plan, &format!("Route {} instead", space()));
    }

    #[test]
    fn passes_the_range_of_the_vnet_with_policies_and_default_routes() {
        assert_silent(&RULE, &routed(&space(), NetworkPolicies::Enabled));
        assert_silent(&RULE, &routed("0.0.0.0/0", NetworkPolicies::Disabled));
    }
}
