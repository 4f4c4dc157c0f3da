//! Names of the smaller network resources, which share one rule.

use crate::azure::naming::NameKind;
use crate::azure::sources;
use crate::rules::{Context, Findings, Rule, Severity};

use super::names::judge;

pub(super) const RULE: Rule = Rule {
    code: "NAM004",
    name: "network-resource-name",
    facts: &["NAME-4"],
    severity: Severity::Error,
    synopsis: "NSGs and their rules, route tables and routes, peerings, NAT gateways, gateways \
               and Bastion hosts have 1 to 80 letters, digits and - _ . .",
    why: "Azure refuses other names for network resources.",
    recommendation: "Rename the resource.",
    sources: &[&sources::NAMES, &sources::NET_NSG],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    judge(
        cx,
        out,
        &RULE,
        &[
            NameKind::NetworkSecurityGroup,
            NameKind::SecurityRule,
            NameKind::RouteTable,
            NameKind::Route,
            NameKind::Peering,
            NameKind::NatGateway,
            NameKind::Bastion,
            NameKind::VpnGateway,
            NameKind::ExpressRouteGateway,
        ],
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_that_azure_refuses() {
        let plan = with(private_training(), |plan| {
            plan.nsgs[0].name = "nsg/train".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“nsg/train” contains “/”");
        assert_eq!(
            finding.message,
            "Azure refuses it: an NSG name has letters, digits, hyphens, underscores and periods. Rename it."
        );
        fixed(&RULE, &plan, "Rename to nsg-train");
    }

    #[test]
    fn passes_the_names_of_the_sample() {
        assert_silent(&RULE, &private_training());
    }
}
