//! What exists already is referred to by a resource id of the right type.

use crate::azure::resource_ids::{self, ResourceIdError, extract, parse};
use crate::azure::sources;
use crate::domain::{AttachedKind, DnsMode, Item, Placement, Plan, PrivateDnsZone, Subject, Word};
use crate::rules::wording::{name_or, sentence};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "BAS004",
    name: "resource-id-not-readable",
    facts: &["AML-6", "VNET-10"],
    severity: Severity::Error,
    synopsis: "What exists already has a resource id, and the id is of that type.",
    why: "Exports refer to existing resources by id. One of another type is refused at deployment.",
    recommendation: "Copy the resource id from the resource's properties or its JSON view.",
    sources: &[&sources::AML_TRAIN, &sources::NET_SCHEMA],
    check,
};

/// Something that exists already.
struct Existing<'a> {
    item: Item,
    name: String,
    id: &'a str,
    resource_type: &'static str,
}

fn check(cx: &Context<'_>, out: &mut Findings) {
    for existing in existing(cx.plan) {
        let subject = existing.item.field("resource_id");
        let name = &existing.name;
        let (title, message) = match parse(existing.id) {
            Ok(id) if id.resource_type.eq_ignore_ascii_case(existing.resource_type) => continue,
            Ok(id) => (
                format!("The resource id of {name} leads to something else"),
                format!(
                    "{name} is a {}, and the id is that of a {}. Copy the id of the resource itself.",
                    existing.resource_type, id.resource_type
                ),
            ),
            Err(ResourceIdError::Empty) => (
                format!("The resource id of {name} is missing"),
                "It exists already, so the exported configuration refers to it by its resource id. Copy the \
                 id from its properties or its JSON view."
                    .to_owned(),
            ),
            Err(error) => (
                format!("The resource id of {name} can't be read"),
                format!(
                    "{} Copy the id from the resource's properties or its JSON view.",
                    sentence(&error.to_string())
                ),
            ),
        };
        let finding = out.report(&RULE, subject, title, message);
        let found = extract(existing.id).filter(|id| {
            parse(id).is_ok_and(|id| {
                id.resource_type
                    .eq_ignore_ascii_case(existing.resource_type)
            })
        });
        if let Some(id) = found {
            finding.fix(
                Applicability::Certain,
                "Keep only the resource id",
                move |plan| write(plan, subject, &id),
            );
        }
    }
}

/// Everything that the plan uses and does not create.
fn existing(plan: &Plan) -> Vec<Existing<'_>> {
    let all = networks(plan).chain(services(plan)).chain(computes(plan));
    all.flatten().chain(zones(plan)).collect()
}

/// An item, if it exists already.
fn if_existing<'a>(
    item: Item,
    (what, resource_type): (&str, &'static str),
    placement: Placement,
    (name, id): (&str, &'a str),
) -> Option<Existing<'a>> {
    (placement == Placement::Existing).then(|| Existing {
        item,
        name: name_or(name, what),
        id,
        resource_type,
    })
}

fn networks(plan: &Plan) -> impl Iterator<Item = Option<Existing<'_>>> {
    let vnets = plan.vnets.iter().map(|it| {
        let kind = ("VNet", resource_ids::VNET);
        if_existing(
            Item::Vnet(it.id),
            kind,
            it.placement,
            (&it.name, &it.resource_id),
        )
    });
    let nsgs = plan.nsgs.iter().map(|it| {
        let kind = ("NSG", resource_ids::NSG);
        if_existing(
            Item::Nsg(it.id),
            kind,
            it.placement,
            (&it.name, &it.resource_id),
        )
    });
    let tables = plan.route_tables.iter().map(|it| {
        let kind = ("route table", resource_ids::ROUTE_TABLE);
        if_existing(
            Item::RouteTable(it.id),
            kind,
            it.placement,
            (&it.name, &it.resource_id),
        )
    });
    let gateways = plan.nat_gateways.iter().map(|it| {
        let kind = ("NAT gateway", resource_ids::NAT_GATEWAY);
        if_existing(
            Item::NatGateway(it.id),
            kind,
            it.placement,
            (&it.name, &it.resource_id),
        )
    });
    vnets.chain(nsgs).chain(tables).chain(gateways)
}

fn services(plan: &Plan) -> impl Iterator<Item = Option<Existing<'_>>> {
    let it = &plan.workspace;
    let kind = ("workspace", resource_ids::WORKSPACE);
    let workspace = if_existing(
        Item::Workspace,
        kind,
        it.placement,
        (&it.name, &it.resource_id),
    );
    let it = &plan.workspace.key_vault;
    let kind = ("key vault", resource_ids::KEY_VAULT);
    let vault = if_existing(
        Item::KeyVault,
        kind,
        it.placement,
        (&it.name, &it.resource_id),
    );
    let it = &plan.workspace.insights;
    let kind = ("Application Insights", resource_ids::INSIGHTS);
    let insights = if_existing(
        Item::Insights,
        kind,
        it.placement,
        (&it.name, &it.resource_id),
    );
    let registry = plan.workspace.registry.iter().map(|it| {
        let kind = ("registry", resource_ids::REGISTRY);
        if_existing(
            Item::Registry,
            kind,
            it.placement,
            (&it.name, &it.resource_id),
        )
    });
    let storage = plan.storage.iter().map(|it| {
        let kind = ("storage account", resource_ids::STORAGE_ACCOUNT);
        if_existing(
            Item::Storage(it.id),
            kind,
            it.placement,
            (&it.name, &it.resource_id),
        )
    });
    [workspace, vault, insights]
        .into_iter()
        .chain(registry)
        .chain(storage)
}

fn computes(plan: &Plan) -> impl Iterator<Item = Option<Existing<'_>>> {
    let aks = plan.aks.iter().map(|it| {
        let kind = ("AKS cluster", resource_ids::AKS_CLUSTER);
        if_existing(
            Item::Aks(it.id),
            kind,
            it.placement,
            (&it.name, &it.resource_id),
        )
    });
    let attached = plan.attached.iter().map(|it| {
        let kind = match it.kind {
            AttachedKind::VirtualMachine => ("attached VM", resource_ids::VIRTUAL_MACHINE),
            AttachedKind::HdInsight => ("HDInsight cluster", resource_ids::HDINSIGHT),
        };
        if_existing(
            Item::Attached(it.id),
            kind,
            it.placement,
            (&it.name, &it.resource_id),
        )
    });
    aks.chain(attached)
}

/// Zones that exist. Custom DNS servers need none.
fn zones(plan: &Plan) -> impl Iterator<Item = Existing<'_>> {
    let asked = plan.dns.mode != DnsMode::Custom;
    let exists = move |zone: &&PrivateDnsZone| asked && zone.placement == Placement::Existing;
    plan.dns.zones.iter().filter(exists).map(|zone| Existing {
        item: Item::Zone(zone.id),
        name: format!("the zone for {}", zone.kind.label()),
        id: &zone.resource_id,
        resource_type: resource_ids::PRIVATE_DNS_ZONE,
    })
}

fn write(plan: &mut Plan, subject: Subject, id: &str) {
    let target = match subject.item {
        Item::Vnet(id) => plan.vnet_mut(id).map(|it| &mut it.resource_id),
        Item::Nsg(id) => plan.nsg_mut(id).map(|it| &mut it.resource_id),
        Item::RouteTable(id) => plan.route_table_mut(id).map(|it| &mut it.resource_id),
        Item::NatGateway(id) => plan.nat_gateway_mut(id).map(|it| &mut it.resource_id),
        Item::Storage(id) => plan.storage_account_mut(id).map(|it| &mut it.resource_id),
        Item::Aks(id) => plan.aks_cluster_mut(id).map(|it| &mut it.resource_id),
        Item::Attached(id) => plan.attached_compute_mut(id).map(|it| &mut it.resource_id),
        Item::Zone(id) => plan.zone_mut(id).map(|it| &mut it.resource_id),
        Item::Workspace => Some(&mut plan.workspace.resource_id),
        Item::KeyVault => Some(&mut plan.workspace.key_vault.resource_id),
        Item::Insights => Some(&mut plan.workspace.insights.resource_id),
        Item::Registry => {
            let registry = plan.workspace.registry.as_mut();
            registry.map(|it| &mut it.resource_id)
        }
        _ => None,
    };
    if let Some(target) = target {
        id.clone_into(target);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{self, hub_spoke_firewall, with};

    const HUB: &str = "/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg-net/\
                       providers/Microsoft.Network/virtualNetworks/vnet-hub";

    fn existing_hub(id: &str) -> Plan {
        with(hub_spoke_firewall(), |plan| {
            plan.vnets[0].name = "vnet-hub".to_owned();
            plan.vnets[0].placement = Placement::Existing;
            plan.vnets[0].resource_id = id.to_owned();
        })
    }

    #[test]
    fn flags_an_existing_vnet_without_an_id() {
        let finding = only(&RULE, &existing_hub(""));
        assert_eq!(finding.title, "The resource id of vnet-hub is missing");
        assert_eq!(
            finding.message,
            "It exists already, so the exported configuration refers to it by its resource id. Copy the id \
             from its properties or its JSON view."
        );
    }

    #[test]
    fn flags_an_address_of_the_portal_and_takes_the_id_out() {
        let plan = existing_hub(&format!(
            "https://portal.azure.com/#@contoso.com/resource{HUB}/subnets"
        ));
        assert_eq!(
            only(&RULE, &plan).title,
            "The resource id of vnet-hub can't be read"
        );
        let plan = fixed(&RULE, &plan, "Keep only the resource id");
        assert_eq!(plan.vnets[0].resource_id, HUB);
    }

    #[test]
    fn flags_an_id_of_another_type() {
        let plan = existing_hub(&HUB.replace("virtualNetworks", "routeTables"));
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "The resource id of vnet-hub leads to something else"
        );
        assert_eq!(
            finding.message,
            "vnet-hub is a Microsoft.Network/virtualNetworks, and the id is that of a \
             Microsoft.Network/routeTables. Copy the id of the resource itself."
        );
    }

    #[test]
    fn passes_an_id_of_the_right_type_and_every_sample() {
        assert_silent(&RULE, &existing_hub(HUB));
        for sample in samples::ALL {
            assert_silent(&RULE, &(sample.build)());
        }
    }
}
