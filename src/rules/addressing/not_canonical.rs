//! A prefix must start at a multiple of its size.

use crate::azure::sources;
use crate::domain::PrefixError;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET004",
    name: "prefix-not-canonical",
    facts: &["VNET-4"],
    severity: Severity::Error,
    synopsis: "An address prefix starts at the first address of its block.",
    why: "Azure answers InvalidCIDRNotation when host bits are set. The block that is meant is \
          not in doubt, only its spelling.",
    recommendation: "Write the block's first address, or choose the block that you meant.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (place, text) in cx.written_prefixes() {
        let Err(PrefixError::HostBits {
            address,
            length,
            canonical,
        }) = text.parse()
        else {
            continue;
        };
        out.report(
            &RULE,
            place.subject(),
            format!("{address} is not the start of a /{length}"),
            format!("Azure refuses prefixes with host bits. {address} is inside {canonical}."),
        )
        .fix(
            Applicability::Certain,
            format!("Use {canonical}"),
            move |plan| place.write(plan, canonical.into()),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AksCluster, PrefixText};
    use crate::rules::testing::{assert_silent, findings, fixed, ml_plan, only};

    #[test]
    fn flags_host_bits_and_offers_the_block() {
        let plan = ml_plan("10.0.0.0/16", "10.0.1.5/24", "");
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "10.0.1.5 is not the start of a /24");
        assert_eq!(
            finding.message,
            "Azure refuses prefixes with host bits. 10.0.1.5 is inside 10.0.1.0/24."
        );
        let plan = fixed(&RULE, &plan, "Use 10.0.1.0/24");
        assert_eq!(plan.vnets[0].subnets[0].prefix.as_str(), "10.0.1.0/24");
    }

    #[test]
    fn flags_host_bits_wherever_a_prefix_is_written() {
        let mut plan = ml_plan("10.0.0.1/16", "", "");
        plan.on_premises.prefixes = vec![PrefixText::new("192.168.7.9/16")];
        plan.aks.push(AksCluster {
            service_cidr: PrefixText::new("10.40.0.1/16"),
            pod_cidr: PrefixText::new("10.244.1.0/16"),
            ..AksCluster::default()
        });
        let mut changed = plan.clone();
        for finding in findings(&RULE, &plan).iter() {
            finding.fixes[0].edit.apply(&mut changed);
        }
        assert_eq!(findings(&RULE, &plan).len(), 4);
        assert_silent(&RULE, &changed);
        assert_eq!(changed.aks[0].pod_cidr.as_str(), "10.244.0.0/16");
        assert_eq!(changed.on_premises.prefixes[0].as_str(), "192.168.0.0/16");
    }

    #[test]
    fn passes_a_canonical_prefix() {
        assert_silent(&RULE, &ml_plan("10.0.0.0/16", "10.0.1.0/24", ""));
    }
}
