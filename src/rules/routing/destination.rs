//! A route leads to a prefix or to a service tag.

use crate::azure::limits::{TAG_ROUTES, Verdict};
use crate::azure::{service_tags, sources};
use crate::domain::{Item, PrefixError, PrefixText, Route, RouteTable};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "RTE002",
    name: "route-destination",
    facts: &["UDR-6", "NSG-34"],
    severity: Severity::Error,
    synopsis: "The destination of a route is a prefix or a service tag, and a table has at most 25 tags.",
    why: "Azure refuses a destination that it cannot read, and more than 25 service tags in a \
          table.",
    recommendation: "Write a prefix such as 0.0.0.0/0, or a service tag.",
    sources: &[&sources::NET_UDR],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for table in &cx.plan.route_tables {
        let mut tags = 0_u64;
        for route in &table.routes {
            tags += u64::from(check_route(out, table, route));
        }
        if TAG_ROUTES.value.judge(tags) != Verdict::Within {
            out.report(
                &RULE,
                Item::RouteTable(table.id).field("routes"),
                format!(
                    "{} has {tags} routes to service tags",
                    super::table_name(table)
                ),
                format!(
                    "Azure takes {} in one table. Write prefixes for the others.",
                    TAG_ROUTES.value.usual
                ),
            );
        }
    }
}

/// Checks one route; true if its destination is a service tag.
fn check_route(out: &mut Findings, table: &RouteTable, route: &Route) -> bool {
    let name = super::route_name(table, route);
    let subject = Item::Route(route.id).field("destination");
    let text = route.destination.trim();
    if service_tags::read(text).is_some() {
        return true;
    }
    if text.starts_with(|first: char| first.is_ascii_alphabetic()) {
        out.report(
            &RULE,
            subject,
            format!("{text} in {name} is no service tag known here"),
            "Azure may know it, but where it leads cannot be checked here. Look at how it is written.",
        )
        .severity(Severity::Warning);
        return true;
    }
    match PrefixText::new(text).parse() {
        Ok(_) => {}
        Err(PrefixError::HostBits { canonical, .. }) => {
            let id = route.id;
            out.report(
                &RULE,
                subject,
                format!("{text} in {name} is not the start of a block"),
                format!("Azure refuses prefixes with host bits. It is inside {canonical}."),
            )
            .fix(
                Applicability::Certain,
                format!("Use {canonical}"),
                move |plan| {
                    let mut routes = plan
                        .route_tables
                        .iter_mut()
                        .flat_map(|table| &mut table.routes);
                    if let Some(route) = routes.find(|route| route.id == id) {
                        route.destination = canonical.to_string();
                    }
                },
            );
        }
        Err(error) => {
            let title = if text.is_empty() {
                format!("{name} leads nowhere")
            } else {
                format!("“{text}” is no destination of {name}")
            };
            let why = wording::sentence(&error.to_string());
            out.report(
                &RULE,
                subject,
                title,
                format!("{why} A service tag does as well."),
            );
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NextHop, RouteId};
    use crate::rules::scenario::{mended, with_route};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_host_bits_nonsense_and_nothing() {
        let plan = with_route("10.0.1.5/24", NextHop::None, "");
        assert_eq!(
            only(&RULE, &plan).title,
            "10.0.1.5/24 in route-1 of rt-risk-ml-prod is not the start of a block"
        );
        mended(&RULE, &plan, "Use 10.0.1.0/24");
        let finding = only(&RULE, &with_route("10.0.300.0/24", NextHop::None, ""));
        assert_eq!(
            finding.title,
            "“10.0.300.0/24” is no destination of route-1 of rt-risk-ml-prod"
        );
        let finding = only(&RULE, &with_route("", NextHop::None, ""));
        assert_eq!(finding.title, "route-1 of rt-risk-ml-prod leads nowhere");
    }

    #[test]
    fn warns_of_an_unknown_tag() {
        let finding = only(&RULE, &with_route("AzureNothing", NextHop::Internet, ""));
        assert_eq!(finding.severity, Severity::Warning);
    }

    #[test]
    fn flags_the_26th_service_tag() {
        let mut plan = with_route("AzureMachineLearning", NextHop::Internet, "");
        assert_silent(&RULE, &plan);
        let table = plan
            .route_tables
            .iter_mut()
            .find(|table| !table.routes.is_empty());
        let table = table.expect("one");
        for id in 2_000..2_025 {
            let route = table.routes[0].clone();
            table.routes.push(Route {
                id: RouteId(id),
                ..route
            });
        }
        assert_eq!(
            only(&RULE, &plan).title,
            "rt-risk-ml-prod has 26 routes to service tags"
        );
    }

    #[test]
    fn passes_prefixes_and_tags() {
        for destination in ["0.0.0.0/0", "10.0.0.0/8", "Storage.westeurope"] {
            assert_silent(&RULE, &with_route(destination, NextHop::Internet, ""));
        }
    }
}
