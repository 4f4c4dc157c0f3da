//! Rules about route tables: what Azure accepts as a route, and routes that computes need.

mod appliance_unreachable;
mod destination;
mod machine_learning_route;
mod next_hop;
mod no_firewall;
mod route_count;

use crate::domain::{NextHop, Plan, Route, RouteId, RouteTable, RouteTableId};

use super::{Rule, names, wording};

/// The rules of this family.
pub(super) const RULES: &[&Rule] = &[
    &next_hop::RULE,
    &destination::RULE,
    &route_count::RULE,
    &machine_learning_route::RULE,
    &appliance_unreachable::RULE,
    &no_firewall::RULE,
];

/// What to call a route table.
fn table_name(table: &RouteTable) -> String {
    wording::name_or(&table.name, "route table")
}

/// What to call a route: `default of rt-ml`.
fn route_name(table: &RouteTable, route: &Route) -> String {
    format!(
        "{} of {}",
        wording::name_or(&route.name, "route"),
        table_name(table)
    )
}

/// Every written route with its table.
fn written(plan: &Plan) -> impl Iterator<Item = (&RouteTable, &Route)> {
    plan.route_tables
        .iter()
        .flat_map(|table| table.routes.iter().map(move |route| (table, route)))
}

/// Adds a route that takes packets to a service straight to it.
pub(super) fn add_direct_route(plan: &mut Plan, table: RouteTableId, tag: &str) {
    let id = RouteId(plan.next_id());
    if let Some(table) = plan.route_table_mut(table) {
        let taken = table.routes.iter().map(|route| &*route.name);
        let name = names::numbered(&format!("{}-direct", tag.replace('.', "-")), taken);
        table.routes.push(Route {
            id,
            name,
            destination: tag.to_owned(),
            next_hop: NextHop::Internet,
            ..Route::default()
        });
    }
}
