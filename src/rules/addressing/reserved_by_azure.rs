//! No VNet and no subnet may touch the ranges that Azure keeps for itself.

use crate::azure::address_ranges::FORBIDDEN;
use crate::azure::sources;
use crate::domain::{Item, Prefix, Vnet};
use crate::rules::readdress::offer_new_space;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET003",
    name: "prefix-reserved-by-azure",
    facts: &["VNET-1"],
    severity: Severity::Error,
    synopsis: "No VNet or subnet overlaps multicast, broadcast, loopback, link-local or Azure's \
               DNS address.",
    why: "Azure uses these blocks itself: 168.63.129.16 answers DNS and health probes in every \
          VNet, the others never leave a host.",
    recommendation: "Choose a range outside Azure's reserved blocks, such as 10.20.0.0/16.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for vnet in &cx.plan.vnets {
        let mut reported: Vec<Prefix> = Vec::new();
        for (index, text) in vnet.address_space.iter().enumerate() {
            let Some(prefix) = text.prefix() else {
                continue;
            };
            if check_entry(cx, vnet, index, prefix, out) {
                reported.push(prefix);
            }
        }
        for subnet in &vnet.subnets {
            // A subnet inside an entry that is reported already is named there.
            let written = subnet.prefix.prefix();
            let outside = |prefix: &Prefix| !reported.iter().any(|entry| entry.contains(*prefix));
            if let Some(prefix) = written.filter(outside)
                && let Some((title, message)) = clash(prefix)
            {
                out.report(
                    &RULE,
                    Item::Subnet(subnet.id).field("prefix"),
                    title,
                    message,
                );
            }
        }
    }
}

fn check_entry(
    cx: &Context<'_>,
    vnet: &Vnet,
    index: usize,
    prefix: Prefix,
    out: &mut Findings,
) -> bool {
    let Some((title, message)) = clash(prefix) else {
        return false;
    };
    let subject = Item::Vnet(vnet.id).entry("address_space", index);
    let finding = out.report(&RULE, subject, title, message);
    for subnet in &vnet.subnets {
        let inside = subnet.prefix.prefix().filter(|it| prefix.contains(*it));
        if inside.is_some_and(|it| clash(it).is_some()) {
            finding.also(Item::Subnet(subnet.id).field("prefix"));
        }
    }
    offer_new_space(finding, cx.plan, vnet, index);
    true
}

/// Title and message, if the prefix touches a reserved range.
fn clash(prefix: Prefix) -> Option<(String, String)> {
    let range = FORBIDDEN
        .value
        .iter()
        .find(|range| range.overlaps(prefix))?;
    Some((
        format!("{prefix} overlaps {range}, which Azure reserves"),
        format!(
            "{range} is {}; Azure refuses VNets and subnets that overlap it. Choose a range outside \
             Azure's reserved blocks, such as 10.20.0.0/16.",
            range.meaning
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only};

    #[test]
    fn flags_each_reserved_range() {
        for (space, range) in [
            ("168.63.129.0/24", "168.63.129.16/32"),
            ("169.254.10.0/24", "169.254.0.0/16"),
            ("127.0.0.0/16", "127.0.0.0/8"),
            ("224.0.1.0/24", "224.0.0.0/4"),
            ("255.255.255.0/24", "255.255.255.255/32"),
        ] {
            let finding = only(&RULE, &ml_plan(space, "", ""));
            assert_eq!(
                finding.title,
                format!("{space} overlaps {range}, which Azure reserves")
            );
        }
    }

    #[test]
    fn flags_the_vnet_once_and_moves_it_with_its_subnets() {
        let plan = ml_plan("169.254.0.0/16", "169.254.1.0/24", "169.254.2.0/27");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.subjects.len(), 3);
        assert_eq!(
            finding.message,
            "169.254.0.0/16 is the link-local range; Azure refuses VNets and subnets that overlap it. \
             Choose a range outside Azure's reserved blocks, such as 10.20.0.0/16."
        );
        let plan = fixed(&RULE, &plan, "Move vnet-ml to 10.20.0.0/16");
        assert_eq!(plan.vnets[0].subnets[0].prefix.as_str(), "10.20.1.0/24");
    }

    #[test]
    fn flags_a_subnet_outside_its_vnet() {
        let plan = ml_plan("10.0.0.0/16", "127.0.0.0/24", "");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.subjects[0].key(), "subnet-2-prefix");
    }

    #[test]
    fn passes_private_space() {
        assert_silent(&RULE, &ml_plan("10.0.0.0/16", "10.0.1.0/24", ""));
        assert_silent(&RULE, &ml_plan("168.63.128.0/24", "", ""));
    }
}
