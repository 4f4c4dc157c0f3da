//! The prefixes of one VNet do not overlap each other.

use crate::azure::sources;
use crate::domain::{Item, Placement, Prefix, Vnet};
use crate::rules::wording;
use crate::rules::written::PrefixPlace;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET009",
    name: "address-space-overlaps-itself",
    facts: &["VNET-6"],
    severity: Severity::Error,
    synopsis: "The address prefixes of a VNet do not overlap each other.",
    why: "One address would belong to two entries of the same space; Azure refuses the VNet.",
    recommendation: "Remove or shrink the overlapping range.",
    sources: &[&sources::NET_FAQ, &sources::NET_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for vnet in &cx.plan.vnets {
        let entries: Vec<_> = vnet
            .address_space
            .iter()
            .enumerate()
            .filter_map(|(index, text)| Some((index, text.prefix()?)))
            .collect();
        for &(index, inner) in &entries {
            // Of two overlapping prefixes one contains the other; the inner one adds nothing.
            let outer = entries.iter().find(|(other, outer)| {
                outer.contains(inner) && *other != index && (*outer != inner || *other < index)
            });
            if let Some(&(outer_index, outer)) = outer {
                report(out, vnet, (index, inner), (outer_index, outer));
            }
        }
    }
}

fn report(out: &mut Findings, vnet: &Vnet, inner: (usize, Prefix), outer: (usize, Prefix)) {
    let (index, prefix) = inner;
    let title = if prefix == outer.1 {
        format!("{prefix} is written twice")
    } else {
        format!("{prefix} lies inside {}", outer.1)
    };
    let finding = out.report(
        &RULE,
        Item::Vnet(vnet.id).entry("address_space", index),
        title,
        format!(
            "Azure refuses a VNet whose prefixes overlap. {} has these addresses already, so remove the \
             inner range.",
            wording::vnet(vnet)
        ),
    );
    finding.also(Item::Vnet(vnet.id).entry("address_space", outer.0));
    if vnet.placement == Placement::New {
        let place = PrefixPlace::AddressSpace(vnet.id, index);
        finding.fix(
            Applicability::Certain,
            format!("Remove {prefix}"),
            move |plan| place.clear(plan),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::testing::{assert_silent, fixed, only, vnet};

    fn plan(space: &[&str]) -> Plan {
        let mut plan = Plan::default();
        vnet(&mut plan, "vnet-ml", space, &[]);
        plan
    }

    #[test]
    fn flags_a_prefix_inside_another() {
        let plan = plan(&["10.0.4.0/24", "10.0.0.0/16"]);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "10.0.4.0/24 lies inside 10.0.0.0/16");
        assert_eq!(
            finding.message,
            "Azure refuses a VNet whose prefixes overlap. vnet-ml has these addresses already, so \
             remove the inner range."
        );
        assert_eq!(finding.subjects[0].key(), "vnet-1-address_space-0");
        assert_eq!(finding.subjects[1].key(), "vnet-1-address_space-1");
        let plan = fixed(&RULE, &plan, "Remove 10.0.4.0/24");
        assert_eq!(plan.vnets[0].address_space[0].as_str(), "10.0.0.0/16");
    }

    #[test]
    fn flags_a_prefix_written_twice() {
        let plan = plan(&["10.0.0.0/16", "10.0.0.0/16"]);
        assert_eq!(only(&RULE, &plan).title, "10.0.0.0/16 is written twice");
        fixed(&RULE, &plan, "Remove 10.0.0.0/16");
    }

    #[test]
    fn passes_prefixes_side_by_side() {
        assert_silent(&RULE, &plan(&["10.0.0.0/16", "10.1.0.0/16"]));
    }
}
