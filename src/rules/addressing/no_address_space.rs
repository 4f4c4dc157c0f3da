//! A VNet has at least one address prefix.

use crate::azure::sources;
use crate::domain::{Item, Placement, Vnet};
use crate::rules::readdress::{USUAL_VNET_LENGTH, free_space};
use crate::rules::wording;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET008",
    name: "vnet-without-address-space",
    facts: &["VNET-6"],
    severity: Severity::Error,
    synopsis: "A VNet has at least one address prefix.",
    why: "A VNet is its address space; Azure refuses one without a prefix, and no subnet has a \
          place.",
    recommendation: "Add a prefix that no other network uses.",
    sources: &[&sources::NET_SCHEMA, &sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let empty = |vnet: &&Vnet| vnet.address_space.is_empty();
    for vnet in cx.plan.vnets.iter().filter(empty) {
        let (id, name) = (vnet.id, wording::vnet(vnet));
        let subject = Item::Vnet(id).field("address_space");
        let title = format!("{name} has no address space");
        if vnet.placement == Placement::Existing {
            let message = "The VNet exists already, but without its prefixes nobody can tell whether \
                           subnets fit or networks overlap. Write down the prefixes that it has.";
            out.report(&RULE, subject, title, message)
                .severity(Severity::Warning);
            continue;
        }
        let message = "Azure creates no VNet without at least one address prefix. Add a prefix that no \
                       other network uses.";
        let finding = out.report(&RULE, subject, title, message);
        if let Some(prefix) = free_space(cx.plan, USUAL_VNET_LENGTH) {
            finding.fix(
                Applicability::Suggested,
                format!("Use {prefix}"),
                move |plan| {
                    if let Some(vnet) = plan.vnet_mut(id) {
                        vnet.address_space.push(prefix.into());
                    }
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Plan;
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only, vnet};

    #[test]
    fn flags_a_vnet_without_a_prefix_and_finds_one() {
        let mut plan = ml_plan("10.20.0.0/16", "", "");
        vnet(&mut plan, "vnet-jump", &[], &[]);
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "vnet-jump has no address space");
        assert_eq!(
            finding.message,
            "Azure creates no VNet without at least one address prefix. Add a prefix that no other \
             network uses."
        );
        let plan = fixed(&RULE, &plan, "Use 10.21.0.0/16");
        assert_eq!(plan.vnets[1].address_space.len(), 1);
    }

    #[test]
    fn flags_an_existing_vnet_as_unchecked() {
        let mut plan = Plan::default();
        vnet(&mut plan, "vnet-hub", &[], &[]);
        plan.vnets[0].placement = Placement::Existing;
        assert_eq!(only(&RULE, &plan).severity, Severity::Warning);
    }

    #[test]
    fn passes_a_vnet_with_a_prefix() {
        assert_silent(&RULE, &ml_plan("10.0.0.0/16", "", ""));
    }
}
