//! Azure accepts subnets from /29 to /2.

use crate::azure::sources;
use crate::azure::subnet_sizes::{LARGEST_USUAL_SUBNET, SUBNET_LENGTHS};
use crate::capacity::usable_in;
use crate::domain::Item;
use crate::rules::refit::{fitting_length, offer_room};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SUB001",
    name: "subnet-size-out-of-range",
    facts: &["VNET-5"],
    severity: Severity::Error,
    synopsis: "A subnet is at least a /29 and at most a /2, better at most a /8.",
    why: "Azure refuses subnets smaller than a /29 and larger than a /2.",
    recommendation: "Use a prefix between /8 and /29.",
    // Editions of the FAQ differ on the largest subnet: /8 until 2020, /2 since. AKS still states /8.
    sources: &[&sources::NET_FAQ, &sources::AKS_IPPLAN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let (largest, smallest) = SUBNET_LENGTHS.value.into_inner();
    let usual = LARGEST_USUAL_SUBNET.value;
    for (vnet, subnet) in cx.plan.subnets() {
        let Some(prefix) = subnet.prefix.prefix() else {
            continue;
        };
        let length = prefix.length();
        let (severity, title, message) = if length > smallest {
            (
                Severity::Error,
                format!("{prefix} is too small for a subnet"),
                format!(
                    "The smallest subnet that Azure accepts is a /{smallest}, with {} usable addresses. \
                     Use a prefix between /{usual} and /{smallest}.",
                    usable_in(smallest)
                ),
            )
        } else if length < largest {
            (
                Severity::Error,
                format!("{prefix} is too large for a subnet"),
                format!(
                    "The largest subnet that Azure accepts is a /{largest}. Use a prefix between \
                     /{usual} and /{smallest}.",
                ),
            )
        } else if length < usual {
            (
                Severity::Warning,
                format!("{prefix} is larger than a /{usual}"),
                format!(
                    "Azure accepts it, but AKS and older guidance stop at /{usual}. Use a prefix between \
                     /{usual} and /{smallest}.",
                ),
            )
        } else {
            continue;
        };
        let finding = out
            .report(
                &RULE,
                Item::Subnet(subnet.id).field("prefix"),
                title,
                message,
            )
            .severity(severity);
        if length > smallest {
            offer_room(cx, finding, vnet, subnet, fitting_length(cx, subnet));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, cluster, fixed, ml_plan, only};

    #[test]
    fn flags_a_subnet_smaller_than_azure_accepts() {
        let plan = ml_plan("10.0.0.0/16", "10.0.0.0/30", "");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "10.0.0.0/30 is too small for a subnet");
        assert_eq!(
            finding.message,
            "The smallest subnet that Azure accepts is a /29, with 3 usable addresses. Use a prefix \
             between /8 and /29."
        );
        fixed(&RULE, &plan, "Grow snet-train to 10.0.0.0/29");
    }

    #[test]
    fn offers_a_size_that_holds_what_stands_there() {
        let mut plan = ml_plan("10.0.0.0/16", "10.0.0.4/30", "");
        cluster(&mut plan, "cpu", "snet-train", 20);
        fixed(&RULE, &plan, "Grow snet-train to 10.0.0.0/27");
    }

    #[test]
    fn flags_subnets_larger_than_usual_and_than_accepted() {
        let finding = only(&RULE, &ml_plan("10.0.0.0/7", "10.0.0.0/7", ""));
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.title, "10.0.0.0/7 is larger than a /8");
        let finding = only(&RULE, &ml_plan("0.0.0.0/0", "0.0.0.0/1", ""));
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(finding.title, "0.0.0.0/1 is too large for a subnet");
    }

    #[test]
    fn passes_the_usual_sizes() {
        assert_silent(&RULE, &ml_plan("10.0.0.0/8", "10.0.0.0/29", "10.128.0.0/9"));
        assert_silent(&RULE, &ml_plan("10.0.0.0/8", "10.0.0.0/8", ""));
    }
}
