//! Azure manages `HDInsight` clusters over HTTPS from outside.

use crate::azure::security_rules::HDINSIGHT;
use crate::azure::sources;
use crate::domain::{AttachedKind, Direction, Item, Plan, Protocol, SecurityRule};
use crate::rules::inbound::{self, Need};
use crate::rules::{Context, Findings, Rule, Severity};

/// The port of HTTPS, by which the management comes in.
const HTTPS: u16 = 443;

pub(super) const RULE: Rule = Rule {
    code: "ATT004",
    name: "hdinsight-management-blocked",
    facts: &["VM-9"],
    severity: Severity::Error,
    synopsis: "The NSG of an HDInsight cluster's subnet lets the HDInsight service in on 443.",
    why: "The HDInsight service watches and manages its clusters on 443; without it, creating and \
          scaling fail.",
    recommendation: "Allow 443 from service tag HDInsight.",
    sources: &[&sources::HDI_IP, &sources::NET_TAGS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let need = need(cx.plan);
    let clusters = cx.plan.attached.iter();
    for machine in clusters.filter(|machine| machine.kind == AttachedKind::HdInsight) {
        let Some(subnet) = machine.subnet.and_then(|id| cx.plan.subnet(id)) else {
            continue;
        };
        let Some(blocked) = inbound::blocked(cx, subnet, &need) else {
            continue;
        };
        let finding = out.report(
            &RULE,
            Item::Attached(machine.id),
            inbound::title(&need, subnet),
            format!(
                "{}. Without its management {} cannot be created or repaired.",
                blocked.reason(),
                super::name(machine)
            ),
        );
        finding.also(Item::Subnet(subnet.id).field("nsg"));
        for subject in blocked.subjects() {
            finding.also(subject);
        }
        blocked.offer(cx.plan, finding, &need);
    }
}

/// The regional tag where the plan has a region.
fn need(plan: &Plan) -> Need {
    let stated = HDINSIGHT.value;
    let tag = match plan.basics.region.trim() {
        "" => "HDInsight".to_owned(),
        region => format!("HDInsight.{}", region.to_ascii_lowercase()),
    };
    Need {
        rule: SecurityRule {
            name: stated.name.to_owned(),
            direction: Direction::Inbound,
            access: stated.access,
            protocol: Protocol::Tcp,
            sources: vec![tag.clone()],
            source_ports: vec!["*".to_owned()],
            destinations: vec!["*".to_owned()],
            destination_ports: vec![HTTPS.to_string()],
            description: stated.why.to_owned(),
            ..SecurityRule::default()
        },
        tag,
        ports: HTTPS..=HTTPS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NsgPreset;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    #[test]
    fn flags_an_nsg_without_the_management_rule() {
        let mut plan = scenario::classic_2019();
        plan.attached[0].kind = AttachedKind::HdInsight;
        let nsg = subnet_mut(&mut plan, "snet-vm").nsg.expect("guarded");
        plan.nsg_mut(nsg).expect("guarded").preset = NsgPreset::None;
        assert_eq!(
            only(&RULE, &plan).title,
            "TCP 443 from HDInsight.westus2 to snet-vm is blocked"
        );
        mended(&RULE, &plan, "Add rule 100 Allow");
    }

    #[test]
    fn passes_the_preset_and_virtual_machines() {
        let mut plan = scenario::classic_2019();
        assert_silent(&RULE, &plan);
        plan.attached[0].kind = AttachedKind::HdInsight;
        assert_silent(&RULE, &plan);
    }
}
