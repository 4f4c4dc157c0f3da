//! The service CIDR is smaller than a /12.

use crate::azure::aks_limits::SERVICE_CIDR_LENGTH;
use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "AKS011",
    name: "aks-service-cidr-too-large",
    facts: &["AKS-26"],
    severity: Severity::Error,
    synopsis: "The Kubernetes service CIDR is smaller than a /12.",
    why: "AKS refuses a service CIDR of /11 or larger, and its documentation asks for less than a \
          /12.",
    recommendation: "Use a /16; a cluster rarely has more than a few hundred services.",
    sources: &[&sources::AKS_IPPLAN, &sources::AKS_OVERLAY],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        let Some(cidr) = aks.service_cidr.prefix() else {
            continue;
        };
        let limit = SERVICE_CIDR_LENGTH.value;
        if cidr.length() > limit {
            continue;
        }
        let name = super::name(aks);
        let subject = Item::Aks(aks.id).field("service_cidr");
        let title = format!("The service CIDR of {name} is a /{}", cidr.length());
        let finding = if cidr.length() < limit {
            let message = format!(
                "AKS takes service CIDRs smaller than a /{limit} and refuses {cidr}. A /16 has room for \
                 65,536 services."
            );
            out.report(&RULE, subject, title, message)
        } else {
            let message = format!(
                "AKS documents service CIDRs smaller than a /{limit}; Kubernetes itself takes one of \
                 exactly that size. A /16 is on the safe side."
            );
            out.report(&RULE, subject, title, message)
                .severity(Severity::Warning)
        };
        super::offer_service_cidr(cx, aks, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, PrefixText};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    fn plan(cidr: &str) -> Plan {
        let mut plan = scenario::aks_inference();
        plan.aks[0].service_cidr = PrefixText::new(cidr);
        plan
    }

    #[test]
    fn flags_a_slash_8_as_an_error() {
        let finding = only(&RULE, &plan("11.0.0.0/8"));
        assert_eq!(
            finding.title,
            "The service CIDR of aks-pricing-prod is a /8"
        );
        assert_eq!(finding.severity, Severity::Error);
        let plan = mended(
            &RULE,
            &plan("11.0.0.0/8"),
            "Use 10.96.0.0/16 and DNS IP 10.96.0.10",
        );
        assert_eq!(plan.aks[0].dns_service_ip.as_str(), "10.96.0.10");
    }

    #[test]
    fn flags_a_slash_12_as_a_warning() {
        assert_eq!(
            only(&RULE, &plan("10.96.0.0/12")).severity,
            Severity::Warning
        );
    }

    #[test]
    fn passes_a_slash_13() {
        assert_silent(&RULE, &plan("10.96.0.0/13"));
    }
}
