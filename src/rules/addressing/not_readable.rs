//! What is written where an address prefix belongs must be one.

use crate::azure::sources;
use crate::domain::{AddressError, Plan, Prefix, PrefixError, PrefixText};
use crate::rules::wording::sentence;
use crate::rules::written::PrefixPlace;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET001",
    name: "prefix-not-readable",
    facts: &["VNET-4"],
    severity: Severity::Error,
    synopsis: "What is written as an address prefix is an IPv4 address and a length.",
    why: "Azure Resource Manager reads prefixes as four numbers and a length; anything else is \
          refused before a network exists, and nothing can be calculated from it.",
    recommendation: "Write four numbers with dots between them, a slash, and a length: 10.20.0.0/16.",
    sources: &[&sources::NET_SCHEMA, &sources::NET_FAQ],
    check,
};

/// Lengths offered when a length is missing: what most VNets and most subnets have.
const USUAL_VNET: u8 = 16;
const USUAL_SUBNET: u8 = 24;
/// A range of one address.
const SINGLE_ADDRESS: u8 = 32;

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (place, text) in cx.written_prefixes() {
        match text.parse() {
            Ok(_) | Err(PrefixError::HostBits { .. }) => {}
            Err(PrefixError::Empty) => report_blank(out, cx.plan, place),
            Err(error) => report(out, place, text, &error),
        }
    }
}

fn report(out: &mut Findings, place: PrefixPlace, text: &PrefixText, error: &PrefixError) {
    let finding = out.report(
        &RULE,
        place.subject(),
        format!("“{}” is not an address prefix", text.as_str().trim()),
        format!(
            "{} Azure takes a first address and a length, such as 10.20.0.0/16.",
            sentence(&error.to_string())
        ),
    );
    if let Some((prefix, applicability)) = meant(place, text.as_str(), error) {
        finding.fix(applicability, format!("Use {prefix}"), move |plan| {
            place.write(plan, prefix.into());
        });
    }
}

/// Blank is an answer in most fields; an entry of a list is there to be filled in.
fn report_blank(out: &mut Findings, plan: &Plan, place: PrefixPlace) {
    let (title, others) = match place {
        PrefixPlace::AddressSpace(id, _) => (
            "An entry of the address space is empty",
            plan.vnet(id).map_or(0, |vnet| vnet.address_space.len()) > 1,
        ),
        PrefixPlace::OnPremises(_) => ("An on-premises range is empty", true),
        PrefixPlace::Authorized(..) => ("A range for the API server is empty", true),
        PrefixPlace::Subnet(_) | PrefixPlace::ServiceCidr(_) | PrefixPlace::PodCidr(_) => return,
    };
    let finding = out.report(
        &RULE,
        place.subject(),
        title,
        "Azure takes a first address and a length, such as 10.20.0.0/16.",
    );
    if others {
        finding.fix(
            Applicability::Certain,
            "Remove the empty entry",
            move |plan| {
                place.clear(plan);
            },
        );
    }
}

/// The prefix that was probably meant.
fn meant(place: PrefixPlace, text: &str, error: &PrefixError) -> Option<(Prefix, Applicability)> {
    if let Some(tidied) = PrefixText::tidied(text) {
        return match tidied.parse() {
            Ok(prefix) => Some((prefix, Applicability::Certain)),
            Err(PrefixError::HostBits { canonical, .. }) => {
                Some((canonical, Applicability::Suggested))
            }
            Err(_) => None,
        };
    }
    match error {
        PrefixError::MissingLength(address) => {
            let usual = match place {
                PrefixPlace::Subnet(_) => USUAL_SUBNET,
                PrefixPlace::Authorized(..) => SINGLE_ADDRESS,
                _ => USUAL_VNET,
            };
            let prefix = Prefix::containing(*address, usual)?;
            (prefix.first() == *address).then_some((prefix, Applicability::Suggested))
        }
        PrefixError::Address(AddressError::LeadingZero(..)) => {
            let prefix = without_leading_zeros(text).parse().ok()?;
            Some((prefix, Applicability::Suggested))
        }
        _ => None,
    }
}

/// The text with every part of its address written without leading zeros.
pub(super) fn without_leading_zeros(text: &str) -> String {
    let plain = |part: &str| match part.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits if digits.starts_with('/') => format!("0{digits}"),
        digits => digits.to_owned(),
    };
    let parts: Vec<String> = text.trim().split('.').map(plain).collect();
    parts.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AksCluster;
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only};

    #[test]
    fn flags_text_that_is_no_prefix_with_the_reason() {
        let plan = ml_plan("10.0.0.0/16", "ten", "10.0.2.0/27");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“ten” is not an address prefix");
        assert_eq!(
            finding.message,
            "Four numbers from 0 to 255 with dots between them are expected, found “ten”. \
             Azure takes a first address and a length, such as 10.20.0.0/16."
        );
        assert!(finding.fixes.is_empty(), "nobody can know what was meant");
    }

    #[test]
    fn offers_what_was_meant() {
        for (text, label) in [
            ("10.0.1.0 255.255.255.0", "Use 10.0.1.0/24"),
            ("10.0.1.0", "Use 10.0.1.0/24"),
            ("10.0.01.0/24", "Use 10.0.1.0/24"),
            ("10.0.1.00/24", "Use 10.0.1.0/24"),
            ("10.0.1.9 255.255.255.0", "Use 10.0.1.0/24"),
        ] {
            let plan = ml_plan("10.0.0.0/16", text, "10.0.2.0/27");
            fixed(&RULE, &plan, label);
        }
        fixed(&RULE, &ml_plan("10.0.0.0", "", ""), "Use 10.0.0.0/16");
    }

    #[test]
    fn flags_an_empty_entry_of_a_list() {
        let mut plan = ml_plan("10.0.0.0/16", "", "");
        plan.vnets[0].address_space.push(PrefixText::default());
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "An entry of the address space is empty");
        let plan = fixed(&RULE, &plan, "Remove the empty entry");
        assert_eq!(plan.vnets[0].address_space.len(), 1);
    }

    #[test]
    fn flags_every_field_that_holds_a_prefix() {
        let mut plan = ml_plan("x", "x", "x");
        plan.on_premises.prefixes.push(PrefixText::new("x"));
        plan.aks.push(AksCluster {
            service_cidr: PrefixText::new("x"),
            pod_cidr: PrefixText::new("x"),
            ..AksCluster::default()
        });
        let findings = crate::rules::testing::findings(&RULE, &plan);
        let keys: Vec<String> = findings.iter().map(|it| it.subjects[0].key()).collect();
        assert_eq!(
            keys,
            [
                "vnet-1-address_space-0",
                "subnet-2-prefix",
                "subnet-3-prefix",
                "on-premises-prefixes-0",
                "aks-0-pod_cidr",
                "aks-0-service_cidr",
            ]
        );
    }

    #[test]
    fn passes_prefixes_blank_subnets_and_host_bits() {
        assert_silent(&RULE, &ml_plan("10.0.0.0/16", "", "10.0.2.1/27"));
    }
}
