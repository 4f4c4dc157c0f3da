//! Computes with public IP addresses behind a firewall answer Azure Machine Learning directly.

use crate::azure::{service_routes, service_tags, sources};
use crate::domain::{Item, NextHop, Plan, RouteTable, RuleProfile, Subnet};
use crate::flow::routes::effective_routes;
use crate::rules::computes::computes;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};
use crate::topology::{Addressing, Egress, egress};

pub(super) const RULE: Rule = Rule {
    code: "RTE004",
    name: "public-compute-replies-through-firewall",
    facts: &["AML-70", "AML-71", "UDR-7"],
    severity: Severity::Error,
    synopsis: "A subnet with public-IP computes whose default route leads to an appliance has a route \
               AzureMachineLearning → Internet.",
    why: "Calls come in on the public IP, but replies leave through the firewall, which has not \
          seen the call and drops them.",
    recommendation: "Add the route AzureMachineLearning → Internet, or use no public IP.",
    sources: &[&sources::AML_FW, &sources::AML_TRAIN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let prefixes = cx.allocation.prefixes();
    for (_, subnet) in plan.subnets() {
        let Some(table) = forced_by(plan, subnet) else {
            continue;
        };
        let public: Vec<String> = computes(plan)
            .filter(|compute| compute.public_ip && compute.subnet == Some(subnet.id))
            .map(|compute| compute.name)
            .collect();
        if public.is_empty() {
            continue;
        }
        let routes = effective_routes(plan, &prefixes, table.id);
        let direct = |tag: &str| {
            routes.iter().any(|effective| {
                effective.route.next_hop == NextHop::Internet
                    && leads_to(&effective.route.destination, tag)
            })
        };
        let missing: Vec<String> = needed(plan)
            .into_iter()
            .filter(|tag| !direct(tag))
            .collect();
        for tag in missing {
            let id = table.id;
            let label = format!("Add route {tag} → Internet");
            out.report(
                &RULE,
                Item::Subnet(subnet.id).field("route_table"),
                format!(
                    "{} sends replies to {tag} through its default route",
                    wording::subnet(subnet)
                ),
                format!(
                    "{} are reached on their public addresses, so replies must leave from there too. Through \
                     {} the firewall drops them.",
                    wording::sentence(&wording::list(&public)).trim_end_matches('.'),
                    super::table_name(table)
                ),
            )
            .also(Item::RouteTable(id))
            .fix(Applicability::Suggested, label, move |plan| {
                super::add_direct_route(plan, id, &tag);
            });
        }
    }
}

/// The table that sends everything to an appliance or a gateway, if the subnet has one.
fn forced_by<'a>(plan: &'a Plan, subnet: &Subnet) -> Option<&'a RouteTable> {
    match egress(plan, subnet.id, Addressing::Public)? {
        Egress::Firewall { table, .. }
        | Egress::Appliance { table, .. }
        | Egress::Gateway { table } => plan.route_table(table),
        _ => None,
    }
}

/// The tags that must keep their direct way out.
fn needed(plan: &Plan) -> Vec<String> {
    let mut tags = vec![service_routes::PUBLIC_COMPUTE.value.to_owned()];
    if plan.basics.profile == RuleProfile::Classic2019 {
        let tag = service_routes::CLASSIC_COMPUTE.value;
        tags.push(match plan.basics.region.trim() {
            "" => tag.to_owned(),
            region => format!("{tag}.{}", region.to_ascii_lowercase()),
        });
    }
    tags
}

/// True if a route's destination covers the tag. The regional form of `AzureMachineLearning`, which is not a
/// tag of its own, is taken as meant.
fn leads_to(destination: &str, tag: &str) -> bool {
    match (service_tags::read(destination), service_tags::read(tag)) {
        (Some(written), Some(needed)) => written.tag == needed.tag || written.contains(needed),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended, with_route};
    use crate::rules::testing::{assert_silent, only};
    use crate::samples::with;

    fn public(plan: Plan) -> Plan {
        with(plan, |plan| {
            for cluster in &mut plan.clusters {
                cluster.public_ip = true;
            }
            // Private ones would lose their way to Azure ML on the direct route.
            for instance in &mut plan.instances {
                instance.public_ip = true;
            }
        })
    }

    /// The default route written by hand, without what the preset adds.
    fn by_hand() -> Plan {
        with(
            with_route("0.0.0.0/0", NextHop::VirtualAppliance, "10.64.0.4"),
            |plan| {
                for table in &mut plan.route_tables {
                    table.preset = crate::domain::RoutePreset::None;
                }
            },
        )
    }

    #[test]
    fn flags_a_default_route_alone_and_adds_the_tag_route() {
        let plan = public(by_hand());
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "snet-training sends replies to AzureMachineLearning through its default route"
        );
        let plan = mended(&RULE, &plan, "Add route AzureMachineLearning → Internet");
        let routes = || plan.route_tables.iter().flat_map(|table| &table.routes);
        let added = routes().last().expect("added");
        assert_eq!(
            (&*added.destination, added.next_hop),
            ("AzureMachineLearning", NextHop::Internet)
        );
    }

    #[test]
    fn passes_the_firewall_preset_and_computes_without_public_addresses() {
        assert_silent(&RULE, &public(scenario::hub_spoke_firewall()));
        assert_silent(&RULE, &by_hand());
        assert_silent(&RULE, &scenario::classic_2019());
    }
}
