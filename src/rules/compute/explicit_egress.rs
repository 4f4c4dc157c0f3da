//! Computes without public IP addresses have a way to the internet that the plan states.

use crate::azure::sources;
use crate::domain::{IsolationMode, Item};
use crate::rules::computes::{Compute, computes};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, fixes, wording};
use crate::topology::{Addressing, Egress, egress};

pub(super) const RULE: Rule = Rule {
    code: "CMP007",
    name: "no-explicit-egress",
    facts: &["AML-72", "AML-73", "VNET-48", "UDR-10"],
    severity: Severity::Warning,
    synopsis: "A subnet with computes without public IP addresses has a NAT gateway or a route to a firewall.",
    why: "Azure withdraws default outbound access: in new subnets such nodes reach neither Entra \
          ID nor storage, and stay unusable.",
    recommendation: "Attach a NAT gateway, or route 0.0.0.0/0 to a firewall.",
    sources: &[&sources::AML_TRAIN, &sources::AML_FW, &sources::NET_DOA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    if plan.workspace.isolation != IsolationMode::Disabled {
        return; // The managed network brings its own way out.
    }
    for (_, subnet) in plan.subnets() {
        let here = |compute: &Compute| compute.subnet == Some(subnet.id) && !compute.public_ip;
        let inside: Vec<String> = computes(plan)
            .filter(here)
            .map(|compute| compute.name)
            .collect();
        let Some(way) = egress(plan, subnet.id, Addressing::Private) else {
            continue;
        };
        if inside.is_empty() || way.is_explicit() {
            continue;
        }
        let name = wording::subnet(subnet);
        let why = match way {
            Egress::DefaultOutbound => {
                "Azure's default outbound access is being withdrawn and must not be relied on"
            }
            Egress::Dropped { .. } => "Its default route drops everything",
            _ => "The subnet is private: Azure gives it none by itself",
        };
        let id = subnet.id;
        let field = if matches!(way, Egress::Dropped { .. }) {
            "route_table"
        } else {
            "nat_gateway"
        };
        let finding = out.report(
            &RULE,
            Item::Subnet(id).field(field),
            format!("{name} has no way to the internet of its own"),
            format!(
                "{why}. Without one {} cannot reach Azure Machine Learning, Entra ID or package feeds.",
                wording::list(&inside)
            ),
        );
        // Default outbound access still works; without any way out nodes become unusable (AML-30 to AML-37).
        if way != Egress::DefaultOutbound {
            finding.severity(Severity::Error);
        }
        if !matches!(way, Egress::Dropped { .. }) {
            finding.fix(
                Applicability::Suggested,
                fixes::nat_label(plan, subnet),
                move |plan| fixes::attach_nat(plan, id),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    #[test]
    fn flags_a_private_subnet_without_nat_gateway() {
        let mut plan = scenario::batch_scoring();
        subnet_mut(&mut plan, "snet-training").nat_gateway = None;
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "snet-training has no way to the internet of its own"
        );
        assert_eq!(
            finding.message,
            "The subnet is private: Azure gives it none by itself. Without one cpu-fraud-train and \
             cpu-fraud-build cannot reach Azure Machine Learning, Entra ID or package feeds."
        );
        mended(&RULE, &plan, "Add a NAT gateway to snet-training");
    }

    #[test]
    fn warns_of_default_outbound_access() {
        let mut plan = scenario::batch_scoring();
        let subnet = subnet_mut(&mut plan, "snet-training");
        (subnet.nat_gateway, subnet.default_outbound_access) = (None, true);
        assert!(
            only(&RULE, &plan)
                .message
                .starts_with("Azure's default outbound access")
        );
    }

    #[test]
    fn passes_nat_gateways_firewalls_and_public_addresses() {
        assert_silent(&RULE, &scenario::batch_scoring());
        assert_silent(&RULE, &scenario::hub_spoke_firewall());
        assert_silent(&RULE, &scenario::classic_2019());
    }
}
