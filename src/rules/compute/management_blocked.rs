//! Azure Machine Learning reaches computes with public IP addresses on one inbound port; in 2019 on two others.

use std::ops::RangeInclusive;

use crate::azure::security_rules::{CLASSIC_COMPUTE, PUBLIC_COMPUTE, StatedRule};
use crate::azure::{machine_learning, sources};
use crate::domain::{Direction, Item, Plan, RuleProfile, SecurityRule, Subnet};
use crate::rules::computes::{Compute, computes, remove_public_ip};
use crate::rules::inbound::{self, Need};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "CMP010",
    name: "public-compute-management-blocked",
    facts: &["AML-21", "AML-22", "AML-27"],
    severity: Severity::Error,
    synopsis: "The NSG of a subnet with public-IP computes lets Azure Machine Learning in on 44224; by the rules \
               of 2019 Azure Batch on 29876 and 29877.",
    why: "The service starts, stops and watches public-IP nodes from outside. Blocked nodes turn \
          unusable.",
    recommendation: "Allow the port, or use no public IP.",
    sources: &[&sources::AML_TRAIN, &sources::AML_FW, &sources::SEED_A],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let classic = plan.basics.profile == RuleProfile::Classic2019;
    let need = if classic { batch(plan) } else { management() };
    for (_, subnet) in plan.subnets() {
        let inside: Vec<Compute> = public_computes(plan, subnet).collect();
        if inside.is_empty() {
            continue;
        }
        let Some(blocked) = inbound::blocked(cx, subnet, &need) else {
            continue;
        };
        let names: Vec<String> = inside.iter().map(|compute| compute.name.clone()).collect();
        let service = if classic {
            "Azure Batch"
        } else {
            "Azure Machine Learning"
        };
        let finding = out.report(
            &RULE,
            Item::Subnet(subnet.id).field("nsg"),
            inbound::title(&need, subnet),
            format!(
                "{}. {service} uses this to start and stop {}, which have public IPs; their nodes would become \
                 unusable.",
                blocked.reason(),
                wording::list(&names)
            ),
        );
        for subject in blocked.subjects() {
            finding.also(subject);
        }
        blocked.offer(plan, finding, &need);
        if !classic {
            let items: Vec<Item> = inside.iter().map(|compute| compute.item).collect();
            finding.fix(Applicability::Suggested, "Use no public IP", move |plan| {
                for item in &items {
                    remove_public_ip(plan, *item);
                }
            });
        }
    }
}

fn public_computes<'a>(plan: &'a Plan, subnet: &Subnet) -> impl Iterator<Item = Compute> + use<'a> {
    let id = subnet.id;
    computes(plan).filter(move |compute| compute.public_ip && compute.subnet == Some(id))
}

/// Today: TCP 44224 from the service itself.
fn management() -> Need {
    let port = machine_learning::MANAGEMENT_PORT.value;
    need(
        PUBLIC_COMPUTE.value.first(),
        "AzureMachineLearning".to_owned(),
        "VirtualNetwork",
        port..=port,
    )
}

/// In 2019: TCP 29876 and 29877 from Azure Batch.
fn batch(plan: &Plan) -> Need {
    let (first, last) = machine_learning::CLASSIC_BATCH_PORTS.value;
    let tag = match plan.basics.region.trim() {
        "" => "BatchNodeManagement".to_owned(),
        region => format!("BatchNodeManagement.{}", region.to_ascii_lowercase()),
    };
    need(CLASSIC_COMPUTE.value.first(), tag, "*", first..=last)
}

fn need(
    stated: Option<&StatedRule>,
    tag: String,
    destination: &str,
    ports: RangeInclusive<u16>,
) -> Need {
    let text = |text: &str| vec![text.to_owned()];
    let (first, last) = (ports.start(), ports.end());
    let port = if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    };
    let mut rule = SecurityRule {
        direction: Direction::Inbound,
        protocol: crate::domain::Protocol::Tcp,
        sources: text(&tag),
        source_ports: text("*"),
        destinations: text(destination),
        destination_ports: text(&port),
        ..SecurityRule::default()
    };
    if let Some(stated) = stated {
        stated.name.clone_into(&mut rule.name);
        stated.why.clone_into(&mut rule.description);
    }
    Need { tag, ports, rule }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Access, NsgPreset, SecurityRuleId};
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};
    use crate::samples::with;

    fn public(preset: NsgPreset) -> Plan {
        with(scenario::batch_scoring(), |plan| {
            plan.clusters[0].public_ip = true;
            let nsg = subnet_mut(plan, "snet-training").nsg.expect("guarded");
            plan.nsg_mut(nsg).expect("guarded").preset = preset;
        })
    }

    #[test]
    fn flags_an_nsg_that_lets_nothing_in() {
        let plan = public(NsgPreset::None);
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "TCP 44224 from AzureMachineLearning to snet-training is blocked"
        );
        mended(&RULE, &plan, "Add rule 100 Allow");
        mended(&RULE, &plan, "Use no public IP");
    }

    #[test]
    fn flags_a_denial_in_front_of_the_preset() {
        let mut plan = public(NsgPreset::Training);
        assert_silent(&RULE, &plan);
        let nsg = subnet_mut(&mut plan, "snet-training").nsg.expect("guarded");
        let id = SecurityRuleId(plan.next_id());
        let any = || vec!["*".to_owned()];
        plan.nsg_mut(nsg)
            .expect("guarded")
            .rules
            .push(SecurityRule {
                id,
                name: "Deny-All".to_owned(),
                priority: 100,
                access: Access::Deny,
                sources: any(),
                source_ports: any(),
                destinations: any(),
                destination_ports: any(),
                ..SecurityRule::default()
            });
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .message
                .starts_with("Rule 100 Deny-All matches first.")
        );
        assert_eq!(finding.fixes.len(), 1, "nothing goes in front of 100");
    }

    #[test]
    fn asks_for_the_ports_of_2019_by_its_rules() {
        let mut plan = scenario::classic_2019();
        assert_silent(&RULE, &plan);
        let nsg = subnet_mut(&mut plan, "snet-training").nsg.expect("guarded");
        plan.nsg_mut(nsg).expect("guarded").preset = NsgPreset::None;
        assert_eq!(
            only(&RULE, &plan).title,
            "TCP 29876–29877 from BatchNodeManagement.westus2 to snet-training is blocked"
        );
        mended(&RULE, &plan, "Add rule 100 Allow");
    }

    #[test]
    fn passes_without_nsg_and_without_public_addresses() {
        let mut plan = public(NsgPreset::None);
        subnet_mut(&mut plan, "snet-training").nsg = None;
        assert_silent(&RULE, &plan);
        assert_silent(&RULE, &scenario::batch_scoring());
    }
}
