//! A subnet lies inside one entry of its VNet's address space.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::refit::{offer_place, space};
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB002",
    name: "subnet-outside-address-space",
    facts: &["VNET-7"],
    severity: Severity::Error,
    synopsis: "Every subnet prefix lies entirely inside one address prefix of its VNet.",
    why: "A subnet is a piece of its VNet; Azure refuses one outside.",
    recommendation: "Move the subnet to a free block of the VNet, or extend the address space.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (vnet, subnet) in cx.plan.subnets() {
        let space = space(vnet);
        let Some(prefix) = subnet.prefix.prefix() else {
            continue;
        };
        // Without a single readable entry there is nothing to be inside of; other rules report that.
        if space.is_empty() || space.iter().any(|entry| entry.contains(prefix)) {
            continue;
        }
        let entries: Vec<String> = space.iter().map(ToString::to_string).collect();
        let vnet_name = wording::vnet(vnet);
        let finding = out.report(
            &RULE,
            Item::Subnet(subnet.id).field("prefix"),
            format!("{prefix} is not inside {vnet_name}"),
            format!(
                "A subnet takes its addresses from one prefix of its VNet, and {vnet_name} has {}. Move \
                 {} to a free block there, or extend the address space.",
                wording::list(&entries),
                wording::subnet(subnet)
            ),
        );
        finding.also(Item::Vnet(vnet.id).field("address_space"));
        offer_place(cx, finding, vnet, subnet, prefix.length());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PrefixText;
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only};

    #[test]
    fn flags_a_subnet_outside_its_vnet_and_finds_a_place() {
        let plan = ml_plan("10.0.0.0/16", "10.1.0.0/24", "10.0.0.0/27");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "10.1.0.0/24 is not inside vnet-ml");
        assert_eq!(
            finding.message,
            "A subnet takes its addresses from one prefix of its VNet, and vnet-ml has 10.0.0.0/16. Move \
             snet-train to a free block there, or extend the address space."
        );
        fixed(&RULE, &plan, "Move snet-train to 10.0.1.0/24");
    }

    #[test]
    fn flags_a_subnet_that_reaches_over_two_entries() {
        let mut plan = ml_plan("10.0.0.0/24", "10.0.0.0/23", "");
        plan.vnets[0]
            .address_space
            .push(PrefixText::new("10.0.1.0/24"));
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .message
                .contains("vnet-ml has 10.0.0.0/24 and 10.0.1.0/24")
        );
        assert!(finding.fixes.is_empty(), "no entry holds a /23");
    }

    #[test]
    fn passes_subnets_inside_and_vnets_without_space() {
        assert_silent(&RULE, &ml_plan("10.0.0.0/16", "10.0.1.0/24", "10.0.0.0/27"));
        assert_silent(&RULE, &ml_plan("not yet", "10.0.1.0/24", ""));
    }
}
