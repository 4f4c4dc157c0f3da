//! Attached machines reach the services that Azure ML compute needs.

use crate::azure::required_flows::{self, When, Workload};
use crate::azure::security_rules::{Place, StatedRule};
use crate::azure::{reserved, sources};
use crate::domain::{Direction, Item, Plan, Protocol, SecurityRule};
use crate::flow::{Border, Endpoint, Packet};
use crate::rules::inbound::{Blocked, stopped};
use crate::rules::{Context, Findings, Rule, Severity, wording};

/// The port of HTTPS, on which each of these services answers.
const HTTPS: u16 = 443;

pub(super) const RULE: Rule = Rule {
    code: "ATT005",
    name: "attached-outbound-blocked",
    facts: &["VM-5", "NSG-14"],
    severity: Severity::Warning,
    synopsis: "The NSG of an attached machine's subnet keeps Azure's default outbound rules, or allows what \
               jobs need.",
    why: "The machine signs in, fetches images and reports to the workspace; with outbound denied, jobs on \
          it fail.",
    recommendation: "Allow the services in front of the rule that denies them.",
    sources: &[&sources::SEED_A, &sources::AML_TRAIN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for machine in &cx.plan.attached {
        let Some(subnet) = machine.subnet.and_then(|id| cx.plan.subnet(id)) else {
            continue;
        };
        let own = cx.prefix(subnet.id).and_then(reserved::usable_range);
        let border = Border::of_machines(subnet.id, Direction::Outbound);
        let blocked: Vec<(&'static str, SecurityRule, Blocked)> = needs(cx.plan)
            .filter_map(|(fact, rule)| {
                let packet = Packet {
                    protocol: Protocol::Tcp,
                    source: own
                        .map_or_else(Endpoint::default, |(first, _)| Endpoint::address(first)),
                    source_port: None,
                    destination: Endpoint::tag(rule.destinations.first()?.clone()),
                    destination_port: Some(HTTPS),
                };
                let blocked = stopped(cx, border, &packet)?;
                Some((fact, rule, blocked))
            })
            .collect();
        for (fact, rule, blocked) in blocked {
            let tag = rule.destinations.concat();
            let finding = out.report(
                &RULE,
                Item::Attached(machine.id),
                format!("{} cannot reach {tag}", super::name(machine)),
                format!(
                    "{}. {}",
                    blocked.reason(),
                    wording::sentence(&rule.description)
                ),
            );
            finding
                .part(fact)
                .also(Item::Subnet(subnet.id).field("nsg"));
            for subject in blocked.subjects() {
                finding.also(subject);
            }
            blocked.offer_rule(cx.plan, finding, &rule);
        }
    }
}

/// The rules that let out what any job needs over HTTPS, each with the fact that tells its finding apart.
fn needs(plan: &Plan) -> impl Iterator<Item = (&'static str, SecurityRule)> {
    required_flows::permits(Workload::Compute, Direction::Outbound)
        .filter(|(when, stated)| {
            *when == When::Always
                && stated.protocol == Protocol::Tcp
                && stated.ports.contains(&"443")
        })
        .filter_map(move |(_, stated)| Some((stated.fact, rule(plan, &stated)?)))
}

fn rule(plan: &Plan, stated: &StatedRule) -> Option<SecurityRule> {
    let tag = match stated.destination {
        Place::Tag(tag) => tag.to_owned(),
        Place::Regional(tag) => match plan.basics.region.trim() {
            "" => tag.to_owned(),
            region => format!("{tag}.{}", region.to_ascii_lowercase()),
        },
        Place::Any | Place::Guarded | Place::BastionHosts => return None,
    };
    Some(SecurityRule {
        name: stated.name.to_owned(),
        direction: Direction::Outbound,
        protocol: stated.protocol,
        sources: vec!["*".to_owned()],
        source_ports: vec!["*".to_owned()],
        destinations: vec![tag],
        destination_ports: stated.ports.iter().map(|port| (*port).to_owned()).collect(),
        description: stated.why.to_owned(),
        ..SecurityRule::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Access, SecurityRuleId};
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, findings, subnet_mut};

    fn denied(destination: &str) -> Plan {
        let mut plan = scenario::classic_2019();
        let nsg = subnet_mut(&mut plan, "snet-vm").nsg.expect("guarded");
        let id = SecurityRuleId(plan.next_id());
        plan.nsg_mut(nsg)
            .expect("guarded")
            .rules
            .push(SecurityRule {
                id,
                name: "Deny-Out".to_owned(),
                priority: 4_000,
                direction: Direction::Outbound,
                access: Access::Deny,
                sources: vec!["*".to_owned()],
                source_ports: vec!["*".to_owned()],
                destinations: vec![destination.to_owned()],
                destination_ports: vec!["*".to_owned()],
                ..SecurityRule::default()
            });
        plan
    }

    #[test]
    fn flags_each_service_that_a_denial_stops() {
        let mut plan = denied("Internet");
        let first = findings(&RULE, &plan);
        let titles: Vec<&str> = first.iter().map(|finding| &*finding.title).collect();
        assert!(
            titles
                .iter()
                .any(|title| title.ends_with("cannot reach AzureActiveDirectory"))
        );
        assert!(
            titles
                .iter()
                .any(|title| title.ends_with("cannot reach Storage.westus2"))
        );
        assert!(
            first
                .iter()
                .all(|finding| finding.message.starts_with("Rule 4000 Deny-Out"))
        );
        let keys: std::collections::BTreeSet<String> = first.iter().map(|it| it.key()).collect();
        assert_eq!(keys.len(), first.len(), "each can be acknowledged alone");
        for _ in 0..titles.len() {
            let now = findings(&RULE, &plan);
            let fix = &now.iter().next().expect("a finding").fixes[0];
            plan = fix.edit.preview(&plan);
        }
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn passes_the_default_rules_and_a_denial_inside_the_network() {
        assert_silent(&RULE, &scenario::classic_2019());
        assert_silent(&RULE, &denied("10.99.0.0/16"));
    }
}
