//! Names of Azure Firewalls.

use crate::azure::naming::{FIREWALL_ADVISED_MAX, NameKind};
use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM006",
    name: "firewall-name",
    facts: &["NAME-6"],
    severity: Severity::Error,
    synopsis: "A firewall has letters, digits and - _ . , better 56 at most.",
    why: "Azure refuses other characters; newer guidance ends at 56, beyond which deployments \
          have failed.",
    recommendation: "Rename the firewall.",
    // The page says 80 in the edition that was read; 56 is said to hold since, so more is a warning.
    sources: &[&sources::NAMES],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(cx, out, &RULE, &[NameKind::Firewall]);
    let advised = FIREWALL_ADVISED_MAX.value;
    for firewall in &cx.plan.firewalls {
        let count = firewall.name.chars().count();
        if count > advised
            && crate::azure::naming::check(NameKind::Firewall, &firewall.name).is_ok()
        {
            out.report(
                &RULE,
                Item::Firewall(firewall.id).field("name"),
                format!("“{}” has {count} characters", firewall.name),
                format!(
                    "Newer guidance gives firewalls {advised} characters at most, and Azure may refuse \
                     more. Shorten the name.",
                ),
            )
            .severity(Severity::Warning);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{hub_spoke_firewall, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(hub_spoke_firewall(), |plan| {
            plan.firewalls[0].name = "afw hub".to_owned();
        });
        assert_eq!(only(&RULE, &plan).title, "“afw hub” contains a space");
        fixed(&RULE, &plan, "Rename to afw-hub");
    }

    #[test]
    fn flags_a_long_name_as_a_warning() {
        let plan = with(hub_spoke_firewall(), |plan| {
            plan.firewalls[0].name = "a".repeat(57);
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert!(finding.title.ends_with("has 57 characters"));
    }

    #[test]
    fn passes_fifty_six_characters() {
        let plan = with(hub_spoke_firewall(), |plan| {
            plan.firewalls[0].name = "a".repeat(56);
        });
        assert_silent(&RULE, &plan);
    }
}
