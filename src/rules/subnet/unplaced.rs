//! A subnet that is left to the wizard finds a place.

use crate::allocation::Enlargement;
use crate::azure::sources;
use crate::domain::{Item, Placement, Plan, Subnet, Vnet, VnetId};
use crate::rules::refit::space;
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB006",
    name: "subnet-without-place",
    facts: &["VNET-7", "VNET-24"],
    severity: Severity::Error,
    synopsis: "Every subnet has a prefix, written or found.",
    why: "Nothing can be created in a subnet that has no addresses.",
    recommendation: "Give the VNet more addresses, or write a prefix for the subnet.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (vnet, subnet) in cx.plan.subnets() {
        let Some(reason) = cx.allocation.unplaced(subnet.id) else {
            continue;
        };
        if subnet.placement == Placement::Existing {
            report_existing(out, subnet, reason);
            continue;
        }
        // A VNet without addresses is another rule's finding.
        if space(vnet).is_empty() {
            continue;
        }
        let finding = out.report(
            &RULE,
            Item::Subnet(subnet.id).field("prefix"),
            format!(
                "{} finds no place in {}",
                wording::subnet(subnet),
                wording::vnet(vnet)
            ),
            reason,
        );
        finding.also(Item::Vnet(vnet.id).field("address_space"));
        if let Some(enlargement) = cx.allocation.enlargement(subnet.id) {
            offer(finding, vnet, enlargement);
        }
    }
}

fn report_existing(out: &mut Findings, subnet: &Subnet, reason: &str) {
    out.report(
        &RULE,
        Item::Subnet(subnet.id).field("prefix"),
        format!("The prefix of {} is not known", wording::subnet(subnet)),
        reason,
    )
    .severity(Severity::Warning);
}

fn offer(finding: &mut Finding, vnet: &Vnet, enlargement: Enlargement) {
    if vnet.placement == Placement::Existing {
        return;
    }
    let (id, name, prefix) = (vnet.id, wording::vnet(vnet), enlargement.prefix());
    let label = match enlargement {
        Enlargement::Widen { .. } => format!("Widen {name} to {prefix}"),
        Enlargement::Add(_) => format!("Add {prefix} to {name}"),
    };
    finding.fix(Applicability::Suggested, label, move |plan| {
        enlarge(plan, id, enlargement);
    });
}

fn enlarge(plan: &mut Plan, id: VnetId, enlargement: Enlargement) {
    let Some(vnet) = plan.vnet_mut(id) else {
        return;
    };
    match enlargement {
        Enlargement::Widen { index, prefix } => {
            if let Some(entry) = vnet.address_space.get_mut(index) {
                *entry = prefix.into();
            }
        }
        Enlargement::Add(prefix) => vnet.address_space.push(prefix.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, cluster, fixed, ml_plan, only, subnet_mut};

    #[test]
    fn flags_a_subnet_that_fits_nowhere_and_widens_the_vnet() {
        let mut plan = ml_plan("10.0.0.0/25", "", "10.0.0.0/27");
        cluster(&mut plan, "cpu-train", "snet-train", 100);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "snet-train finds no place in vnet-ml");
        assert_eq!(
            finding.message,
            "No free block of vnet-ml holds a /25 for 100 addresses: the largest is 10.0.0.64/26. Widen \
             10.0.0.0/25 to 10.0.0.0/24."
        );
        fixed(&RULE, &plan, "Widen vnet-ml to 10.0.0.0/24");
    }

    #[test]
    fn flags_an_existing_subnet_without_a_prefix_as_unchecked() {
        let mut plan = ml_plan("10.0.0.0/24", "", "10.0.0.0/27");
        subnet_mut(&mut plan, "snet-train").placement = Placement::Existing;
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.title, "The prefix of snet-train is not known");
    }

    #[test]
    fn passes_subnets_with_a_place_and_vnets_without_space() {
        assert_silent(&RULE, &ml_plan("10.0.0.0/24", "", "10.0.0.0/27"));
        assert_silent(&RULE, &ml_plan("soon", "", ""));
    }
}
