//! Each prefix of a VNet can hold a subnet.

use crate::azure::sources;
use crate::azure::subnet_sizes::SUBNET_LENGTHS;
use crate::domain::Item;
use crate::rules::readdress::{USUAL_VNET_LENGTH, free_space};
use crate::rules::wording;
use crate::rules::written::PrefixPlace;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET010",
    name: "address-space-too-small",
    facts: &["VNET-6", "VNET-5"],
    severity: Severity::Error,
    synopsis: "Each address prefix of a VNet can hold at least the smallest subnet.",
    why: "The smallest subnet is a /29. A shorter entry of the space can never hold one.",
    recommendation: "Use a prefix that has room for the subnets that you plan.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let smallest = *SUBNET_LENGTHS.value.end();
    for vnet in &cx.plan.vnets {
        for (index, text) in vnet.address_space.iter().enumerate() {
            let Some(prefix) = text.prefix().filter(|it| it.length() > smallest) else {
                continue;
            };
            let finding = out.report(
                &RULE,
                Item::Vnet(vnet.id).entry("address_space", index),
                format!("{prefix} is too small for a subnet"),
                format!(
                    "The smallest subnet is a /{smallest}, so {} could hold none in this prefix. Use a \
                     larger one.",
                    wording::vnet(vnet)
                ),
            );
            if let Some(prefix) = free_space(cx.plan, USUAL_VNET_LENGTH) {
                let place = PrefixPlace::AddressSpace(vnet.id, index);
                finding.fix(
                    Applicability::Suggested,
                    format!("Use {prefix}"),
                    move |plan| place.write(plan, prefix.into()),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only};

    #[test]
    fn flags_a_prefix_that_can_hold_no_subnet() {
        let plan = ml_plan("10.0.0.0/30", "", "");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "10.0.0.0/30 is too small for a subnet");
        assert_eq!(
            finding.message,
            "The smallest subnet is a /29, so vnet-ml could hold none in this prefix. Use a larger one."
        );
        fixed(&RULE, &plan, "Use 10.20.0.0/16");
    }

    #[test]
    fn passes_the_smallest_prefix_that_holds_a_subnet() {
        assert_silent(&RULE, &ml_plan("10.0.0.0/29", "", ""));
    }
}
