//! An NSG on the Bastion subnet has every rule that Bastion requires.

use crate::azure::security_rules::{BASTION, Place, StatedRule};
use crate::azure::{service_tags, sources};
use crate::domain::{Access, Item, NsgPreset, Protocol, SecurityRule, SubnetPurpose};
use crate::flow::presets::effective_rules;
use crate::rules::inbound::{is_anywhere, ports};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "NSG006",
    name: "bastion-nsg-incomplete",
    facts: &["NSG-40", "VNET-40"],
    severity: Severity::Error,
    synopsis: "An NSG on AzureBastionSubnet allows all eight flows that Bastion requires.",
    why: "Azure refuses an NSG on AzureBastionSubnet that lacks one of the eight flows.",
    recommendation: "Use the Bastion preset, or add the missing rules.",
    sources: &[&sources::BAS_NSG],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let prefixes = cx.allocation.prefixes();
    let subnets = cx.plan.subnets().map(|(_, subnet)| subnet);
    for subnet in subnets.filter(|subnet| subnet.purpose == SubnetPurpose::Bastion) {
        let Some(nsg) = subnet.nsg.and_then(|id| cx.plan.nsg(id)) else {
            continue;
        };
        let rules = effective_rules(cx.plan, &prefixes, nsg.id);
        let missing: Vec<String> = BASTION
            .value
            .iter()
            .filter(|stated| !rules.iter().any(|written| allows(&written.rule, stated)))
            .map(words)
            .collect();
        if missing.is_empty() {
            continue;
        }
        let id = nsg.id;
        let name = super::name(nsg);
        let count = u64::try_from(missing.len()).unwrap_or(u64::MAX);
        out.report(
            &RULE,
            Item::Subnet(subnet.id).field("nsg"),
            format!(
                "{name} lacks {} that Bastion requires",
                wording::count(count, "rule", "rules")
            ),
            format!(
                "Azure refuses an NSG on {} without them: {}.",
                wording::subnet(subnet),
                wording::list(&missing)
            ),
        )
        .also(Item::Nsg(id))
        .fix(
            Applicability::Suggested,
            "Add the rules of Azure Bastion",
            move |plan| {
                if let Some(nsg) = plan.nsg_mut(id) {
                    nsg.preset = NsgPreset::Bastion;
                }
            },
        );
    }
}

/// `443 from Internet`, `22 and 3389 to VirtualNetwork`.
fn words(stated: &StatedRule) -> String {
    let ports: Vec<String> = stated.ports.iter().map(|port| (*port).to_owned()).collect();
    let inbound = stated.direction == crate::domain::Direction::Inbound;
    let (word, place) = if inbound {
        ("from", stated.source)
    } else {
        ("to", stated.destination)
    };
    let place = match place {
        Place::Tag(tag) | Place::Regional(tag) => tag,
        Place::Any | Place::Guarded | Place::BastionHosts => "anywhere",
    };
    format!("{} {word} {place}", wording::list(&ports))
}

/// True if a written rule allows all that the stated one does.
fn allows(written: &SecurityRule, stated: &StatedRule) -> bool {
    let protocol = written.protocol == Protocol::Any || written.protocol == stated.protocol;
    let is_open = |port: &&str| {
        let needed = ports(port);
        needed.is_some_and(|needed| {
            written
                .destination_ports
                .iter()
                .filter_map(|text| ports(text))
                .any(|open| open.contains(needed.start()) && open.contains(needed.end()))
        })
    };
    written.access == Access::Allow
        && written.direction == stated.direction
        && protocol
        && includes(&written.sources, stated.source)
        && includes(&written.destinations, stated.destination)
        && stated.ports.iter().all(is_open)
}

fn includes(written: &[String], place: Place) -> bool {
    written.iter().any(|text| {
        is_anywhere(text)
            || match place {
                Place::Tag(tag) | Place::Regional(tag) => {
                    match (service_tags::read(text), service_tags::read(tag)) {
                        (Some(outer), Some(inner)) => outer.contains(inner),
                        _ => false,
                    }
                }
                Place::Any | Place::Guarded | Place::BastionHosts => false,
            }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Plan, SecurityRuleId};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    fn unset(mut plan: Plan) -> Plan {
        let nsg = subnet_mut(&mut plan, "AzureBastionSubnet")
            .nsg
            .expect("guarded");
        plan.nsg_mut(nsg).expect("guarded").preset = NsgPreset::None;
        plan
    }

    #[test]
    fn flags_an_empty_nsg() {
        let plan = unset(scenario::batch_scoring());
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "nsg-fraud-bastion-prod lacks 8 rules that Bastion requires"
        );
        mended(&RULE, &plan, "Add the rules of Azure Bastion");
    }

    #[test]
    fn flags_the_one_rule_that_is_missing_by_what_it_lets_through() {
        let full = scenario::batch_scoring();
        let cx = Context::new(&full);
        let nsg = full
            .nsgs
            .iter()
            .find(|nsg| nsg.preset == NsgPreset::Bastion)
            .expect("one");
        let mut rules: Vec<SecurityRule> =
            effective_rules(&full, &cx.allocation.prefixes(), nsg.id)
                .into_iter()
                .zip(1_000..)
                .map(|(effective, id)| SecurityRule {
                    id: SecurityRuleId(id),
                    ..effective.rule
                })
                .collect();
        rules.retain(|rule| rule.name != "AllowGatewayManagerInbound");
        let mut plan = unset(full.clone());
        plan.nsg_mut(nsg.id).expect("one").rules = rules;
        assert_eq!(
            only(&RULE, &plan).message,
            "Azure refuses an NSG on AzureBastionSubnet without them: 443 from GatewayManager."
        );
    }

    #[test]
    fn passes_the_preset_and_no_nsg() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        subnet_mut(&mut plan, "AzureBastionSubnet").nsg = None;
        assert_silent(&RULE, &plan);
    }
}
