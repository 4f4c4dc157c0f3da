//! A VNet on public address space hides the real owner of the addresses.

use crate::azure::address_ranges::{FORBIDDEN, PRIVATE};
use crate::azure::sources;
use crate::domain::{Item, Prefix};
use crate::rules::readdress::offer_new_space;
use crate::rules::wording;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET005",
    name: "address-space-public",
    facts: &["VNET-3", "VNET-2"],
    severity: Severity::Warning,
    synopsis: "A VNet uses private address space (RFC 1918 or RFC 6598).",
    why: "Inside the VNet the range hides its real owner on the internet: machines can no longer \
          reach what lives there.",
    recommendation: "Use RFC 1918 space unless you own this range and intend to use it privately.",
    sources: &[&sources::NET_FAQ, &sources::NET_UDR],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for vnet in &cx.plan.vnets {
        for (index, text) in vnet.address_space.iter().enumerate() {
            let Some(prefix) = text.prefix().filter(|prefix| is_public(*prefix)) else {
                continue;
            };
            let name = wording::vnet(vnet);
            let finding = out.report(
                &RULE,
                Item::Vnet(vnet.id).entry("address_space", index),
                format!("{prefix} is public address space"),
                format!(
                    "Azure accepts it, but inside {name} these addresses mean your VNet, and the hosts \
                     on the internet that own them can no longer be reached. Use private space unless \
                     you own this range.",
                ),
            );
            offer_new_space(finding, cx.plan, vnet, index);
        }
    }
}

/// Neither private nor refused by Azure, which is another rule's finding.
fn is_public(prefix: Prefix) -> bool {
    !PRIVATE.value.iter().any(|range| range.contains(prefix))
        && !FORBIDDEN.value.iter().any(|range| range.overlaps(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only};

    #[test]
    fn flags_public_space() {
        let plan = ml_plan("20.0.0.0/16", "20.0.1.0/24", "");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.title, "20.0.0.0/16 is public address space");
        assert!(
            finding
                .message
                .contains("inside vnet-ml these addresses mean your VNet")
        );
        let plan = fixed(&RULE, &plan, "Move vnet-ml to 10.20.0.0/16");
        assert_eq!(plan.vnets[0].subnets[0].prefix.as_str(), "10.20.1.0/24");
    }

    #[test]
    fn flags_space_that_reaches_beyond_a_private_range() {
        let plan = ml_plan("172.0.0.0/8", "", "");
        assert_eq!(
            only(&RULE, &plan).title,
            "172.0.0.0/8 is public address space"
        );
    }

    #[test]
    fn passes_private_and_shared_space() {
        for space in [
            "10.0.0.0/16",
            "172.16.0.0/12",
            "192.168.4.0/22",
            "100.64.0.0/16",
        ] {
            assert_silent(&RULE, &ml_plan(space, "", ""));
        }
    }
}
