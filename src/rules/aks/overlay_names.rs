//! With overlay, the names of subnet, VNet and resource group are short enough for AKS.

use crate::azure::naming::OVERLAY_MAX;
use crate::azure::sources;
use crate::domain::{Item, NetworkMode, Subject};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "AKS008",
    name: "aks-overlay-names-too-long",
    facts: &["AKS-13", "NAME-16"],
    severity: Severity::Error,
    synopsis: "With Azure CNI Overlay, subnet, VNet and the VNet's resource group have names of 63 \
               characters at most.",
    why: "With overlay AKS writes the three names into labels, which end at 63 characters; \
          creation fails.",
    recommendation: "Shorten the name.",
    sources: &[&sources::AKS_OVERLAY],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let overlay = plan
        .aks
        .iter()
        .filter(|aks| aks.network_mode == NetworkMode::Overlay);
    for aks in overlay {
        let name = super::name(aks);
        let mut subnets: Vec<_> = aks
            .pools
            .iter()
            .filter_map(|pool| pool.node_subnet)
            .collect();
        subnets.sort_unstable();
        subnets.dedup();
        for subnet in subnets.into_iter().filter_map(|id| plan.subnet(id)) {
            let subject = Item::Subnet(subnet.id).field("name");
            measure(out, &name, "Subnet", &subnet.name, subject);
        }
        for vnet in super::vnets_of(plan, aks) {
            let item = Item::Vnet(vnet.id);
            measure(out, &name, "VNet", &vnet.name, item.field("name"));
            let group = plan.resource_group_of(vnet);
            let own = !vnet.resource_group.trim().is_empty();
            let subject = if own {
                item.field("resource_group")
            } else {
                Item::Basics.field("resource_group")
            };
            measure(out, &name, "Resource group", group, subject);
        }
    }
}

fn measure(out: &mut Findings, aks: &str, what: &str, name: &str, subject: Subject) {
    let name = name.trim();
    let (length, limit) = (name.chars().count(), OVERLAY_MAX.value);
    if length > limit {
        out.report(
            &RULE,
            subject,
            format!("{what} name is {} too long for {aks}", length - limit),
            format!(
                "AKS with Azure CNI Overlay copies the name into a label of {limit} characters; “{name}” \
                 has {length}. Shorten it."
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_vnet_name_of_64_characters() {
        let mut plan = scenario::aks_inference();
        plan.vnets[0].name = "v".repeat(63);
        assert_silent(&RULE, &plan);
        plan.vnets[0].name = "v".repeat(64);
        assert_eq!(
            only(&RULE, &plan).title,
            "VNet name is 1 too long for aks-pricing-prod"
        );
    }

    #[test]
    fn passes_long_names_without_overlay() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].network_mode = NetworkMode::Kubenet;
        plan.basics.resource_group = "r".repeat(80);
        assert_silent(&RULE, &plan);
    }
}
