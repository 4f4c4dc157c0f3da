//! Machines without public IP addresses have a way to the internet that the plan states.

use crate::azure::sources;
use crate::domain::{Item, RuleProfile};
use crate::rules::fixes::{attach_nat, nat_label};
use crate::rules::occupants::{Use, occupants};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};
use crate::topology::{Addressing, Egress, egress};

pub(super) const RULE: Rule = Rule {
    code: "SUB016",
    name: "machines-without-egress",
    facts: &["VNET-48", "UDR-10"],
    severity: Severity::Warning,
    synopsis: "A subnet with virtual machines has a NAT gateway or a route to a firewall.",
    why: "Azure withdraws default outbound access: in new subnets such machines reach neither \
          updates nor Entra ID.",
    recommendation: "Attach a NAT gateway, or route 0.0.0.0/0 to a firewall.",
    sources: &[&sources::NET_DOA, &sources::NET_UDR],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for (_, subnet) in plan.subnets() {
        // Computes of the workspace and AKS nodes have rules of their own.
        let mut machines = occupants(plan, subnet.id);
        machines.retain(|it| it.usage == Use::Machine);
        let way = egress(plan, subnet.id, Addressing::Private);
        let Some(way) = way.filter(|way| !machines.is_empty() && !way.is_explicit()) else {
            continue;
        };
        // In 2019 it was the way out, and subnets of that time keep it.
        let classic = plan.basics.profile == RuleProfile::Classic2019;
        if classic && way == Egress::DefaultOutbound {
            continue;
        }
        let (id, name) = (subnet.id, wording::subnet(subnet));
        let names: Vec<String> = machines.into_iter().map(|it| it.name).collect();
        let (field, why) = match way {
            Egress::Dropped { .. } => ("route_table", "Its default route drops everything"),
            Egress::DefaultOutbound => (
                "nat_gateway",
                "Azure's default outbound access is being withdrawn",
            ),
            _ => (
                "nat_gateway",
                "The subnet is private: Azure gives it no way out by itself",
            ),
        };
        let finding = out.report(
            &RULE,
            Item::Subnet(id).field(field),
            format!("Machines in {name} have no way to the internet"),
            format!(
                "{why}. Without one {} cannot sign in to Entra ID, reach public endpoints or fetch \
                 updates. Attach a NAT gateway, or route 0.0.0.0/0 to a firewall.",
                wording::list(&names)
            ),
        );
        if field == "nat_gateway" {
            finding.fix(
                Applicability::Suggested,
                nat_label(plan, subnet),
                move |plan| attach_nat(plan, id),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only, subnet_mut};
    use crate::samples::{classic_2019, private_training, with};

    #[test]
    fn flags_a_jump_host_in_a_private_subnet() {
        let plan = with(private_training(), |plan| {
            plan.jump_hosts[0].name = "vm-jump".to_owned();
            plan.nat_gateways[0].name = "ng-ml".to_owned();
            subnet_mut(plan, "snet-jump").nat_gateway = None;
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.title,
            "Machines in snet-jump have no way to the internet"
        );
        assert_eq!(
            finding.message,
            "The subnet is private: Azure gives it no way out by itself. Without one jump host vm-jump \
             cannot sign in to Entra ID, reach public endpoints or fetch updates. Attach a NAT gateway, \
             or route 0.0.0.0/0 to a firewall."
        );
        fixed(&RULE, &plan, "Attach ng-ml to snet-jump");
    }

    #[test]
    fn flags_default_outbound_access() {
        let plan = with(private_training(), |plan| {
            let subnet = subnet_mut(plan, "snet-jump");
            subnet.nat_gateway = None;
            subnet.default_outbound_access = true;
        });
        let message = only(&RULE, &plan).message;
        assert!(message.starts_with("Azure's default outbound access is being withdrawn."));
    }

    #[test]
    fn passes_a_nat_gateway_and_the_way_out_of_2019() {
        assert_silent(&RULE, &private_training());
        assert_silent(&RULE, &classic_2019());
    }
}
