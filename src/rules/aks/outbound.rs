//! The outbound type of a cluster fits the subnets that its nodes stand in.

use crate::azure::sources;
use crate::domain::{AksId, Item, OutboundType, Placement, Plan, Subnet, SubnetId};
use crate::flow::routes::ANYWHERE;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, fixes, wording};
use crate::topology::{Addressing, egress};

pub(super) const RULE: Rule = Rule {
    code: "AKS019",
    name: "aks-outbound-type",
    facts: &["AKS-42", "AKS-43"],
    severity: Severity::Error,
    synopsis: "A managed NAT gateway goes with an AKS-made VNet, your own NAT gateway and your own routes with \
               subnets that have them.",
    why: "AKS checks the outbound type against the subnet when it creates the cluster, and \
          refuses what does not fit.",
    recommendation: "Attach what the outbound type needs to the node subnets, or choose another type.",
    sources: &[&sources::AKS_EGRESS, &sources::AKS_UDR],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for aks in plan
        .aks
        .iter()
        .filter(|aks| aks.placement == Placement::New)
    {
        let name = super::name(aks);
        let subject = Item::Aks(aks.id).field("outbound");
        for subnet in super::node_subnets(plan, aks) {
            let subnet_name = wording::subnet(subnet);
            let also = Item::Subnet(subnet.id);
            match aks.outbound {
                OutboundType::ManagedNatGateway => {
                    let finding = out.report(
                        &RULE,
                        subject,
                        format!("{name} cannot have a managed NAT gateway in {subnet_name}"),
                        "AKS makes a NAT gateway only in a VNet that it makes too. In a subnet of yours, \
                         attach your own.",
                    );
                    finding.also(also);
                    let label = if subnet.nat_gateway.is_some() {
                        "Use my NAT gateway".to_owned()
                    } else {
                        fixes::nat_label(plan, subnet)
                    };
                    finding.fix(Applicability::Suggested, label, use_own_nat(aks.id));
                    break; // The same change mends all subnets.
                }
                OutboundType::UserAssignedNatGateway if subnet.nat_gateway.is_none() => {
                    let id = subnet.id;
                    out.report(
                        &RULE,
                        also.field("nat_gateway"),
                        format!("{subnet_name} has no NAT gateway for {name}"),
                        "With this outbound type the NAT gateway is created first and attached to every \
                         node subnet. AKS refuses the cluster otherwise.",
                    )
                    .also(subject)
                    .fix(
                        Applicability::Suggested,
                        fixes::nat_label(plan, subnet),
                        move |plan| fixes::attach_nat(plan, id),
                    );
                }
                OutboundType::UserDefinedRouting if !is_routed_away(plan, subnet.id) => {
                    out.report(
                        &RULE,
                        also.field("route_table"),
                        format!("{subnet_name} has no default route for {name}"),
                        default_route_message(plan, subnet),
                    )
                    .also(subject);
                }
                _ => {}
            }
        }
    }
}

fn is_routed_away(plan: &Plan, subnet: SubnetId) -> bool {
    egress(plan, subnet, Addressing::Private).is_some_and(|egress| egress.is_forced())
}

fn default_route_message(plan: &Plan, subnet: &Subnet) -> String {
    let table = subnet.route_table.and_then(|id| plan.route_table(id));
    let mut routes = table.iter().flat_map(|table| &table.routes);
    let found = if routes.any(|route| route.destination.trim() == ANYWHERE) {
        "The one that it has leads to neither a firewall nor a gateway, which does not count. "
    } else {
        ""
    };
    format!(
        "{found}With user-defined routing AKS wants a route {ANYWHERE} to a firewall, another appliance or a \
         gateway before the cluster exists. Add it to the subnet's route table."
    )
}

fn use_own_nat(aks: AksId) -> impl Fn(&mut Plan) + Send + Sync + 'static {
    move |plan| {
        let without: Vec<_> = plan.aks_cluster(aks).map_or_else(Vec::new, |aks| {
            let subnets = super::node_subnets(plan, aks).into_iter();
            subnets
                .filter(|subnet| subnet.nat_gateway.is_none())
                .map(|subnet| subnet.id)
                .collect()
        });
        for subnet in without {
            fixes::attach_nat(plan, subnet);
        }
        if let Some(aks) = plan.aks_cluster_mut(aks) {
            aks.outbound = OutboundType::UserAssignedNatGateway;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NextHop, Route, RouteTable, RouteTableId};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    fn plan(outbound: OutboundType) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].outbound = outbound;
        plan
    }

    #[test]
    fn flags_a_managed_nat_gateway_in_a_subnet_of_the_plan() {
        let plan = plan(OutboundType::ManagedNatGateway);
        assert_eq!(
            only(&RULE, &plan).title,
            "aks-pricing-prod cannot have a managed NAT gateway in snet-aks"
        );
        mended(&RULE, &plan, "Use my NAT gateway");
    }

    #[test]
    fn flags_a_subnet_without_the_nat_gateway_it_needs() {
        let mut plan = plan(OutboundType::UserAssignedNatGateway);
        subnet_mut(&mut plan, "snet-aks").nat_gateway = None;
        assert_eq!(
            only(&RULE, &plan).title,
            "snet-aks has no NAT gateway for aks-pricing-prod"
        );
        mended(&RULE, &plan, "Attach ng-pricing-ml-prod to snet-aks");
        for subnet in &mut plan.vnets[0].subnets {
            subnet.nat_gateway = None;
        }
        plan.nat_gateways.clear();
        let plan = mended(&RULE, &plan, "Add a NAT gateway to snet-aks");
        assert_eq!(plan.nat_gateways[0].name, "ng-pricing-ml-prod");
    }

    #[test]
    fn flags_user_defined_routing_without_a_route_that_counts() {
        let mut plan = plan(OutboundType::UserDefinedRouting);
        assert_eq!(
            only(&RULE, &plan).title,
            "snet-aks has no default route for aks-pricing-prod"
        );
        let route = Route {
            destination: "0.0.0.0/0".to_owned(),
            next_hop: NextHop::Internet,
            ..Route::default()
        };
        plan.route_tables.push(RouteTable {
            id: RouteTableId(900),
            routes: vec![route],
            ..RouteTable::default()
        });
        subnet_mut(&mut plan, "snet-aks").route_table = Some(RouteTableId(900));
        let finding = only(&RULE, &plan);
        assert!(
            finding.message.starts_with(
                "The one that it has leads to neither a firewall nor a gateway, which does not count."
            ),
            "{}",
            finding.message
        );
        plan.route_tables[0].routes[0].next_hop = NextHop::VirtualNetworkGateway;
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn passes_a_subnet_with_its_nat_gateway_and_a_load_balancer() {
        assert_silent(&RULE, &scenario::aks_inference());
        assert_silent(&RULE, &plan(OutboundType::LoadBalancer));
    }
}
