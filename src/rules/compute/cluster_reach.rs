//! A cluster in another VNet than the workspace's endpoint still reaches it, by address and by name.

use crate::azure::sources;
use crate::domain::{DnsMode, Item, Plan, PrivateEndpointKind, Vnet, ZoneKind};
use crate::rules::{
    Applicability, Context, Findings, Rule, Severity, fixes, reach, wording, zones,
};
use crate::topology::connected;

/// The zones that a compute asks for the workspace.
const ZONES: [ZoneKind; 2] = [ZoneKind::WorkspaceApi, ZoneKind::Notebooks];

pub(super) const RULE: Rule = Rule {
    code: "CMP004",
    name: "cluster-cut-off-from-workspace",
    facts: &["AML-7", "PE-25"],
    severity: Severity::Error,
    synopsis: "A cluster's VNet has a workspace endpoint, or is peered with one that has and linked to the \
               workspace's zones.",
    why: "The nodes resolve the workspace's name to a private address. Without an endpoint, a \
          peering and linked zones they never report ready.",
    recommendation: "Peer the VNets and link the zones, or add a workspace endpoint to the cluster's VNet.",
    sources: &[&sources::AML_TRAIN, &sources::AML_PL],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let homes = reach::vnets_with(plan, PrivateEndpointKind::Workspace);
    let Some(home) = homes.first().and_then(|id| plan.vnet(*id)) else {
        return;
    };
    for cluster in &plan.clusters {
        let Some(vnet) =
            reach::vnet_of(plan, cluster.subnet).filter(|vnet| !homes.contains(&vnet.id))
        else {
            continue;
        };
        let name = wording::name_or(&cluster.name, "cluster");
        let title = format!(
            "{name} in {} cannot reach the workspace",
            wording::vnet(vnet)
        );
        let subject = Item::Cluster(cluster.id).field("subnet");
        if !homes.iter().any(|home| connected(plan, vnet.id, *home)) {
            let finding = out.report(
                &RULE,
                subject,
                title,
                format!(
                    "The workspace's private endpoint is in {}, which is not peered in both directions. \
                     Nodes could not report to it and would become unusable.",
                    wording::vnet(home)
                ),
            );
            finding.also(Item::Vnet(vnet.id)).also(Item::Vnet(home.id));
            fixes::offer_peering(plan, finding, vnet, home);
        } else if let Some(names) = unlinked(plan, vnet) {
            let id = vnet.id;
            let finding = out.report(
                &RULE,
                subject,
                title,
                format!(
                    "The VNets are peered, but nodes get the workspace's public address: {} not linked to {}.",
                    if names.len() == 1 {
                        format!("{} is", wording::list(&names))
                    } else {
                        format!("{} are", wording::list(&names))
                    },
                    wording::vnet(vnet)
                ),
            );
            finding.also(Item::Vnet(id));
            finding.fix(Applicability::Suggested, "Link the zones", move |plan| {
                for zone in &mut plan.dns.zones {
                    if ZONES.contains(&zone.kind) && !zone.links.contains(&id) {
                        zone.links.push(id);
                    }
                }
            });
        }
    }
}

/// The workspace's zones of the plan that a VNet is not linked to; `None` if it is, or asks other servers.
fn unlinked(plan: &Plan, vnet: &Vnet) -> Option<Vec<String>> {
    let own_servers = vnet.dns_servers.iter().any(|server| !server.is_blank());
    if plan.dns.mode == DnsMode::Custom || own_servers {
        return None;
    }
    let names: Vec<String> = plan
        .dns
        .zones
        .iter()
        .filter(|zone| ZONES.contains(&zone.kind) && !zone.links.contains(&vnet.id))
        .map(|zone| zones::name(plan, zone.kind))
        .collect();
    (!names.is_empty()).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SubnetPurpose;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{self, assert_silent, only};

    fn plan() -> Plan {
        let mut plan = scenario::private_training();
        let subnets = [("snet-far", SubnetPurpose::Training, "10.70.0.0/24")];
        testing::vnet(&mut plan, "vnet-far", &["10.70.0.0/16"], &subnets);
        plan.clusters[0].subnet = Some(testing::subnet(&plan, "snet-far"));
        plan
    }

    #[test]
    fn flags_a_vnet_that_is_not_peered_and_peers_it() {
        let plan = plan();
        let finding = only(&RULE, &plan);
        assert!(
            finding
                .title
                .ends_with("in vnet-far cannot reach the workspace")
        );
        let label = finding.fixes[0].label.clone();
        assert!(label.starts_with("Peer vnet-far with "), "{label}");
        let plan = mended(&RULE, &plan, &label);
        assert_eq!(plan.peerings.len(), 2);
    }

    #[test]
    fn flags_a_peered_vnet_without_the_workspace_zones() {
        let plan = plan();
        let label = only(&RULE, &plan).fixes[0].label.clone();
        let mut plan = mended(&RULE, &plan, &label);
        let far = plan.vnets.last().expect("far").id;
        for zone in &mut plan.dns.zones {
            zone.links.retain(|link| *link != far);
        }
        let finding = only(&RULE, &plan);
        assert!(
            finding.message.contains("privatelink.api.azureml.ms"),
            "{}",
            finding.message
        );
        mended(&RULE, &plan, "Link the zones");
    }

    #[test]
    fn passes_the_vnet_of_the_endpoint() {
        assert_silent(&RULE, &scenario::private_training());
    }
}
