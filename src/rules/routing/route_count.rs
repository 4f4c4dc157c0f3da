//! A route table has as many routes as Azure takes.

use crate::azure::limits::{ROUTES, Verdict};
use crate::azure::sources;
use crate::domain::Item;
use crate::flow::routes::effective_routes;
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "RTE003",
    name: "too-many-routes",
    facts: &["LIM-7"],
    severity: Severity::Error,
    synopsis: "A route table has 400 routes at most; since May 2026, 1,000.",
    why: "The limit was 400 routes and was raised to 1,000 in May 2026; not every subscription \
          has it.",
    recommendation: "Join prefixes, or use service tags.",
    sources: &[&sources::NET_LIM, &sources::LIM2026],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let prefixes = cx.allocation.prefixes();
    let limit = ROUTES.value;
    for table in &cx.plan.route_tables {
        let routes = effective_routes(cx.plan, &prefixes, table.id).len();
        let routes = u64::try_from(routes).unwrap_or(u64::MAX);
        let severity = match limit.judge(routes) {
            Verdict::Within => continue,
            Verdict::NeedsMore => Severity::Warning,
            Verdict::Beyond => Severity::Error,
        };
        out.report(
            &RULE,
            Item::RouteTable(table.id).field("routes"),
            format!(
                "{} has {}",
                super::table_name(table),
                wording::count(routes, "route", "routes")
            ),
            format!(
                "Azure’s table of limits says {}; an announcement of May 2026 says {}. Join prefixes, or use \
                 service tags.",
                wording::thousands(limit.usual),
                wording::thousands(limit.most.unwrap_or(limit.usual))
            ),
        )
        .severity(severity);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NextHop, Plan, Route, RoutePreset};
    use crate::rules::scenario::with_route;
    use crate::rules::testing::{assert_silent, only};

    fn plan(routes: u32) -> Plan {
        let mut plan = with_route("10.0.0.0/8", NextHop::None, "");
        let table = plan
            .route_tables
            .iter_mut()
            .find(|table| !table.routes.is_empty());
        let table = table.expect("one");
        table.preset = RoutePreset::None;
        let route = table.routes[0].clone();
        table.routes = (0..routes)
            .map(|number| Route {
                destination: format!("10.{}.{}.0/24", number / 256, number % 256),
                ..route.clone()
            })
            .collect();
        plan
    }

    #[test]
    fn flags_above_a_thousand_and_warns_above_four_hundred() {
        let finding = only(&RULE, &plan(401));
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.title, "rt-risk-ml-prod has 401 routes");
        assert_eq!(only(&RULE, &plan(1_001)).severity, Severity::Error);
    }

    #[test]
    fn passes_four_hundred_routes() {
        assert_silent(&RULE, &plan(400));
    }
}
