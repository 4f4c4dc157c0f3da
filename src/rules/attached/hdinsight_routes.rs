//! An `HDInsight` cluster behind a firewall answers its management directly.

use crate::azure::{service_routes, service_tags, sources};
use crate::domain::{AttachedKind, Item, NextHop, Route, RouteId};
use crate::flow::routes::effective_routes;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, names, wording};
use crate::topology::{Addressing, Egress, egress};

pub(super) const RULE: Rule = Rule {
    code: "ATT007",
    name: "hdinsight-replies-through-firewall",
    facts: &["VM-10", "UDR-7"],
    severity: Severity::Warning,
    synopsis: "A subnet with HDInsight whose default route leads to an appliance has a route HDInsight → \
               Internet.",
    why: "The management comes in from the internet; replies through the firewall are dropped, because it \
          has not seen the call.",
    recommendation: "Add the route HDInsight → Internet.",
    sources: &[&sources::HDI_IP],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let region = plan.basics.region.trim().to_ascii_lowercase();
    let tag = service_routes::HDINSIGHT.value;
    let wanted = if region.is_empty() {
        tag.to_owned()
    } else {
        format!("{tag}.{region}")
    };
    let clusters = plan.attached.iter();
    for machine in clusters.filter(|machine| machine.kind == AttachedKind::HdInsight) {
        let Some(subnet) = machine.subnet.and_then(|id| plan.subnet(id)) else {
            continue;
        };
        let Some(
            Egress::Firewall { table, .. }
            | Egress::Appliance { table, .. }
            | Egress::Gateway { table },
        ) = egress(plan, subnet.id, Addressing::Private)
        else {
            continue;
        };
        let prefixes = cx.allocation.prefixes();
        let direct = effective_routes(plan, &prefixes, table).iter().any(|it| {
            it.route.next_hop == NextHop::Internet
                && service_tags::read(&it.route.destination)
                    .is_some_and(|read| read.tag.name == tag)
        });
        if direct {
            continue;
        }
        let wanted = wanted.clone();
        out.report(
            &RULE,
            Item::Subnet(subnet.id).field("route_table"),
            format!(
                "{} answers its management through the default route of {}",
                super::name(machine),
                wording::subnet(subnet)
            ),
            "HDInsight is managed from the internet. Replies through an appliance that has not seen the call \
             are dropped.",
        )
        .also(Item::Attached(machine.id))
        .also(Item::RouteTable(table))
        .fix(
            Applicability::Suggested,
            format!("Add route {wanted} → Internet"),
            move |plan| {
                let id = RouteId(plan.next_id());
                if let Some(table) = plan.route_table_mut(table) {
                    let taken = table.routes.iter().map(|route| &*route.name);
                    let name = names::numbered("hdinsight-direct", taken);
                    table.routes.push(Route {
                        id,
                        name,
                        destination: wanted.clone(),
                        next_hop: NextHop::Internet,
                        ..Route::default()
                    });
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AddressText, Plan, RouteTable, RouteTableId};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    fn behind_appliance() -> Plan {
        let mut plan = scenario::classic_2019();
        plan.attached[0].kind = AttachedKind::HdInsight;
        let (table, route) = (RouteTableId(plan.next_id()), RouteId(plan.next_id()));
        subnet_mut(&mut plan, "snet-vm").route_table = Some(table);
        plan.route_tables.push(RouteTable {
            id: table,
            name: "rt-vm".to_owned(),
            routes: vec![Route {
                id: route,
                name: "default".to_owned(),
                destination: "0.0.0.0/0".to_owned(),
                next_hop: NextHop::VirtualAppliance,
                next_hop_address: AddressText::new("10.0.9.4"),
            }],
            ..RouteTable::default()
        });
        plan
    }

    #[test]
    fn flags_hdinsight_behind_an_appliance() {
        let plan = behind_appliance();
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .title
                .ends_with("answers its management through the default route of snet-vm")
        );
        mended(&RULE, &plan, "Add route HDInsight.westus2 → Internet");
    }

    #[test]
    fn passes_virtual_machines_and_no_appliance() {
        let mut plan = behind_appliance();
        plan.attached[0].kind = AttachedKind::VirtualMachine;
        assert_silent(&RULE, &plan);
        let mut plan = scenario::classic_2019();
        plan.attached[0].kind = AttachedKind::HdInsight;
        assert_silent(&RULE, &plan);
    }
}
