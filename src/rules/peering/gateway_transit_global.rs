//! Gateway transit between regions is not something to count on.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Context, Findings, Rule, Severity, wording};

use super::ends;

pub(super) const RULE: Rule = Rule {
    code: "PER006",
    name: "gateway-transit-global",
    facts: &["BATCH-23"],
    severity: Severity::Warning,
    synopsis: "A VNet uses the gateway of a peer in its own region.",
    why: "Gateway transit over a global peering has been refused for years; newer platforms may \
          allow it.",
    recommendation: "Use a gateway in the same region.",
    // The provider's note forbids it; newer editions of the platform are said to allow it, so it is a warning.
    sources: &[&sources::TF, &sources::NET_PEER],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for peering in plan.peerings.iter().filter(|it| it.use_remote_gateways) {
        let Some((from, to)) = ends(plan, peering) else {
            continue;
        };
        let (here, there) = (plan.region_of(from), plan.region_of(to));
        if here.is_empty() || there.is_empty() || here.eq_ignore_ascii_case(there) {
            continue;
        }
        out.report(
            &RULE,
            Item::Peering(peering.id).field("use_remote_gateways"),
            format!(
                "{} uses the gateway of {} in {there}",
                wording::vnet(from),
                wording::vnet(to)
            ),
            format!(
                "Gateway transit over peerings between regions is documented as not available. Check \
                 that your gateway supports it, or use a gateway in {here}.",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, only, peered_plan};

    #[test]
    fn flags_a_gateway_in_another_region() {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        plan.basics.region = "westeurope".to_owned();
        plan.vnets[1].region = "northeurope".to_owned();
        plan.peerings[0].use_remote_gateways = true;
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "vnet-a uses the gateway of vnet-b in northeurope"
        );
        assert_eq!(
            finding.message,
            "Gateway transit over peerings between regions is documented as not available. Check that \
             your gateway supports it, or use a gateway in westeurope."
        );
    }

    #[test]
    fn passes_one_region_and_peerings_without_transit() {
        let mut plan = peered_plan("10.0.0.0/16", "10.1.0.0/16");
        plan.basics.region = "westeurope".to_owned();
        plan.peerings[0].use_remote_gateways = true;
        assert_silent(&RULE, &plan);
        plan.vnets[1].region = "northeurope".to_owned();
        plan.peerings[0].use_remote_gateways = false;
        assert_silent(&RULE, &plan);
    }
}
