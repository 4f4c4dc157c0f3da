//! A VNet uses the gateway of one peer, or has its own.

use crate::azure::sources;
use crate::domain::{Item, Peering};
use crate::rules::{Applicability, Context, Finding, Findings, Rule, Severity, wording};

use super::ends;

pub(super) const RULE: Rule = Rule {
    code: "PER004",
    name: "remote-gateway-conflict",
    facts: &["BATCH-23"],
    severity: Severity::Error,
    synopsis: "A VNet uses remote gateways over one peering at most, and only without a gateway \
               of its own.",
    why: "A VNet has one way to on-premises: its own gateway or that of one peer. Azure refuses \
          both.",
    recommendation: "Use one remote gateway, or the VNet's own.",
    sources: &[&sources::TF, &sources::NET_PEER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for (position, peering) in plan.peerings.iter().enumerate() {
        let Some((from, to)) = ends(plan, peering).filter(|_| peering.use_remote_gateways) else {
            continue;
        };
        let (here, there) = (wording::vnet(from), wording::vnet(to));
        let subject = Item::Peering(peering.id).field("use_remote_gateways");
        let earlier = plan.peerings.iter().take(position);
        let other = earlier
            .filter(|other| other.from == peering.from && other.use_remote_gateways)
            .find_map(|other| Some((other.id, wording::vnet(plan.vnet(other.to)?))));
        if let Some(gateway) = plan.gateways.iter().find(|it| it.vnet == from.id) {
            let title = format!("{here} has a gateway and uses that of {there}");
            let message = "Azure lets a VNet use a peer's gateway only if it has none itself. Use the \
                           VNet's own gateway, or remove it.";
            let finding = out.report(&RULE, subject, title, message);
            finding.also(Item::Gateway(gateway.id));
            offer_own(finding, peering);
        } else if peering.allow_gateway_transit {
            let title = format!("{here} both offers a gateway to {there} and uses its gateway");
            let message = "Azure refuses a peering with both switches on: gateway transit goes one way. \
                           Turn one of them off.";
            let finding = out.report(&RULE, subject, title, message);
            finding.also(Item::Peering(peering.id).field("allow_gateway_transit"));
            offer_own(finding, peering);
            let id = peering.id;
            finding.fix(
                Applicability::Suggested,
                format!("Stop offering a gateway to {there}"),
                move |plan| {
                    if let Some(peering) = plan.peering_mut(id) {
                        peering.allow_gateway_transit = false;
                    }
                },
            );
        } else if let Some((other, name)) = other {
            let title = format!("{here} uses the gateways of {name} and {there}");
            let message = "Azure lets a VNet use remote gateways over one of its peerings only. Choose \
                           which gateway it uses.";
            let finding = out.report(&RULE, subject, title, message);
            finding.also(Item::Peering(other).field("use_remote_gateways"));
            finding.fix(
                Applicability::Suggested,
                format!("Use only the gateway of {name}"),
                clear(peering),
            );
        }
    }
}

fn offer_own(finding: &mut Finding, peering: &Peering) {
    finding.fix(
        Applicability::Suggested,
        "Stop using the remote gateway",
        clear(peering),
    );
}

fn clear(peering: &Peering) -> impl Fn(&mut crate::domain::Plan) + Send + Sync + 'static {
    let id = peering.id;
    move |plan| {
        if let Some(peering) = plan.peering_mut(id) {
            peering.use_remote_gateways = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Gateway, Plan};
    use crate::rules::testing::{assert_silent, fixed, only, peer, peered_plan, vnet};

    fn plan() -> Plan {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        plan.peerings[0].use_remote_gateways = true;
        plan.peerings[1].allow_gateway_transit = true;
        plan
    }

    #[test]
    fn flags_a_vnet_with_a_gateway_of_its_own() {
        let mut plan = plan();
        plan.gateways.push(Gateway {
            vnet: plan.vnets[0].id,
            ..Gateway::default()
        });
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "vnet-a has a gateway and uses that of vnet-b"
        );
        assert_eq!(
            finding.message,
            "Azure lets a VNet use a peer's gateway only if it has none itself. Use the VNet's own \
             gateway, or remove it."
        );
        fixed(&RULE, &plan, "Stop using the remote gateway");
    }

    #[test]
    fn flags_both_switches_on_one_peering() {
        let mut plan = plan();
        plan.peerings[0].allow_gateway_transit = true;
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "vnet-a both offers a gateway to vnet-b and uses its gateway"
        );
        fixed(&RULE, &plan, "Stop using the remote gateway");
        fixed(&RULE, &plan, "Stop offering a gateway to vnet-b");
    }

    #[test]
    fn flags_a_second_remote_gateway() {
        let mut plan = plan();
        let third = vnet(&mut plan, "vnet-c", &["10.2.0.0/16"], &[]);
        let first = plan.vnets[0].id;
        peer(&mut plan, first, third);
        plan.peerings[2].use_remote_gateways = true;
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "vnet-a uses the gateways of vnet-b and vnet-c"
        );
        let plan = fixed(&RULE, &plan, "Use only the gateway of vnet-b");
        assert!(plan.peerings[0].use_remote_gateways);
    }

    #[test]
    fn passes_one_remote_gateway() {
        assert_silent(&RULE, &plan());
    }
}
