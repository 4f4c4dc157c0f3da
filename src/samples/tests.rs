//! What every sample keeps to, apart from the rules, which have tests of their own.

use std::collections::BTreeSet;

use super::*;
use crate::azure::naming::{NameKind, check};
use crate::domain::{
    OperatingSystem, Prefix, PrefixText, RegistrySku, RuleProfile, Subnet, SubnetId, VnetRole,
};

fn plans() -> Vec<(&'static str, Plan)> {
    let samples = ALL.iter().map(|sample| (sample.slug, (sample.build)()));
    samples.chain([("blank", blank())]).collect()
}

fn prefixes(plan: &Plan) -> Vec<Prefix> {
    let spaces = plan.vnets.iter().flat_map(|vnet| &vnet.address_space);
    spaces
        .map(|text| text.parse().expect("a canonical prefix"))
        .collect()
}

#[test]
fn every_scenario_has_a_card_of_its_own() {
    let slugs: BTreeSet<_> = ALL.iter().map(|sample| sample.slug).collect();
    let titles: BTreeSet<_> = ALL.iter().map(|sample| sample.title).collect();
    assert_eq!((slugs.len(), titles.len()), (ALL.len(), ALL.len()));
    for sample in ALL {
        assert!(
            sample
                .slug
                .bytes()
                .all(|b| b == b'-' || b.is_ascii_alphanumeric())
        );
        assert_eq!(
            by_slug(sample.slug).map(|found| found.title),
            Some(sample.title)
        );
        assert!(
            (sample.build)() == (sample.build)(),
            "the same plan every time"
        );
    }
    assert!(by_slug("no-such-scenario").is_none());
}

#[test]
fn a_change_leaves_the_rest_of_the_plan_alone() {
    let plan = with(batch_scoring(), |plan| plan.dns.zones.clear());
    assert!(plan.dns.zones.is_empty());
    assert_eq!(plan.vnets, batch_scoring().vnets);
}

#[test]
fn numbers_no_two_items_alike() {
    for (slug, plan) in plans() {
        let mut ids: Vec<u32> = Vec::new();
        ids.extend(plan.basics.tags.iter().map(|item| item.id.0));
        ids.extend(plan.vnets.iter().map(|item| item.id.0));
        ids.extend(plan.subnets().map(|(_, item)| item.id.0));
        ids.extend(plan.peerings.iter().map(|item| item.id.0));
        ids.extend(plan.nsgs.iter().map(|item| item.id.0));
        ids.extend(plan.route_tables.iter().map(|item| item.id.0));
        ids.extend(plan.nat_gateways.iter().map(|item| item.id.0));
        ids.extend(plan.firewalls.iter().map(|item| item.id.0));
        ids.extend(plan.gateways.iter().map(|item| item.id.0));
        ids.extend(plan.bastions.iter().map(|item| item.id.0));
        ids.extend(plan.jump_hosts.iter().map(|item| item.id.0));
        ids.extend(plan.storage.iter().map(|item| item.id.0));
        ids.extend(plan.private_endpoints.iter().map(|item| item.id.0));
        ids.extend(plan.dns.zones.iter().map(|item| item.id.0));
        ids.extend(plan.clusters.iter().map(|item| item.id.0));
        ids.extend(plan.instances.iter().map(|item| item.id.0));
        ids.extend(plan.attached.iter().map(|item| item.id.0));
        ids.extend(plan.aks.iter().map(|item| item.id.0));
        ids.extend(plan.pools().map(|(_, item)| item.id.0));
        for endpoint in &plan.batch_endpoints {
            ids.push(endpoint.id.0);
            ids.extend(endpoint.deployments.iter().map(|item| item.id.0));
        }
        let unique: BTreeSet<u32> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{slug}");
        assert_eq!(
            unique.len(),
            plan.last_id as usize,
            "{slug}: every number is in use"
        );
    }
}

#[test]
fn refers_only_to_what_is_there() {
    for (slug, plan) in plans() {
        let endpoints = plan.private_endpoints.iter();
        let pools = plan.pools().map(|(_, pool)| pool.node_subnet);
        let subnets: Vec<Option<SubnetId>> = endpoints
            .map(|endpoint| endpoint.subnet)
            .chain(plan.clusters.iter().map(|cluster| cluster.subnet))
            .chain(plan.instances.iter().map(|instance| instance.subnet))
            .chain(plan.attached.iter().map(|machine| machine.subnet))
            .chain(plan.jump_hosts.iter().map(|host| host.subnet))
            .chain(pools)
            .collect();
        for id in subnets {
            let id = id.unwrap_or_else(|| panic!("{slug}: everything stands in a subnet"));
            assert!(plan.subnet(id).is_some(), "{slug}");
        }
        for (_, subnet) in plan.subnets() {
            assert!(subnet.nsg.is_none_or(|id| plan.nsg(id).is_some()), "{slug}");
            assert!(
                subnet
                    .route_table
                    .is_none_or(|id| plan.route_table(id).is_some()),
                "{slug}"
            );
            assert!(
                subnet
                    .nat_gateway
                    .is_none_or(|id| plan.nat_gateway(id).is_some()),
                "{slug}"
            );
        }
        for endpoint in &plan.private_endpoints {
            assert_eq!(
                endpoint.storage.is_some(),
                endpoint.kind.storage_service().is_some()
            );
            assert!(
                endpoint
                    .storage
                    .is_none_or(|id| plan.storage_account(id).is_some())
            );
        }
        for deployment in plan
            .batch_endpoints
            .iter()
            .flat_map(|endpoint| &endpoint.deployments)
        {
            assert!(
                deployment
                    .cluster
                    .is_some_and(|id| plan.cluster(id).is_some()),
                "{slug}"
            );
        }
    }
}

#[test]
fn lies_in_disjoint_address_ranges() {
    let mut seen: Vec<(&str, Prefix)> = Vec::new();
    for (slug, plan) in plans() {
        for vnet in &plan.vnets {
            let spaces: Vec<Prefix> = vnet
                .address_space
                .iter()
                .filter_map(PrefixText::prefix)
                .collect();
            let written: Vec<Prefix> = vnet
                .subnets
                .iter()
                .filter_map(|subnet| subnet.prefix.prefix())
                .collect();
            for (index, prefix) in written.iter().enumerate() {
                assert!(
                    spaces.iter().any(|space| space.contains(*prefix)),
                    "{slug} {prefix}"
                );
                let later = &written[index + 1..];
                assert!(
                    later.iter().all(|other| !other.overlaps(*prefix)),
                    "{slug} {prefix}"
                );
            }
        }
        let on_premises = plan.on_premises.prefixes.iter();
        for prefix in prefixes(&plan) {
            assert!(
                on_premises
                    .clone()
                    .all(|text| !text.parse().expect("canonical").overlaps(prefix)),
                "{slug} {prefix}"
            );
            let twin = seen.iter().find(|(_, other)| other.overlaps(prefix));
            assert_eq!(twin, None, "{slug} {prefix}");
            seen.push((slug, prefix));
        }
    }
}

#[test]
fn has_only_names_that_azure_accepts() {
    for (slug, plan) in plans() {
        let mut names: Vec<(NameKind, &str)> = Vec::new();
        names.push((NameKind::ResourceGroup, &plan.basics.resource_group));
        for vnet in &plan.vnets {
            names.push((NameKind::VirtualNetwork, &vnet.name));
            let subnets = vnet.subnets.iter();
            names.extend(subnets.map(|subnet| (NameKind::Subnet, subnet.name.as_str())));
        }
        names.extend(
            plan.nsgs
                .iter()
                .map(|nsg| (NameKind::NetworkSecurityGroup, &*nsg.name)),
        );
        names.extend(
            plan.storage
                .iter()
                .map(|item| (NameKind::StorageAccount, &*item.name)),
        );
        names.push((NameKind::KeyVault, &plan.workspace.key_vault.name));
        names.push((NameKind::Workspace, &plan.workspace.name));
        let registry = plan.workspace.registry.as_ref();
        names.extend(registry.map(|item| (NameKind::ContainerRegistry, &*item.name)));
        let endpoints = plan.private_endpoints.iter();
        names.extend(endpoints.map(|item| (NameKind::PrivateEndpoint, &*item.name)));
        let first_compute = names.len();
        names.extend(
            plan.clusters
                .iter()
                .map(|item| (NameKind::Compute, &*item.name)),
        );
        names.extend(
            plan.instances
                .iter()
                .map(|item| (NameKind::Compute, &*item.name)),
        );
        names.extend(
            plan.attached
                .iter()
                .map(|item| (NameKind::Compute, &*item.name)),
        );
        names.extend(
            plan.aks
                .iter()
                .map(|item| (NameKind::Compute, &*item.compute_name)),
        );
        let computes: BTreeSet<_> = names[first_compute..].iter().collect();
        assert_eq!(
            computes.len(),
            names.len() - first_compute,
            "{slug}: computes share a region"
        );
        names.extend(
            plan.aks
                .iter()
                .map(|item| (NameKind::AksCluster, &*item.name)),
        );
        names.extend(
            plan.pools()
                .map(|(_, item)| (NameKind::NodePool, &*item.name)),
        );
        for endpoint in &plan.batch_endpoints {
            names.push((NameKind::BatchEndpoint, &endpoint.name));
            let deployments = endpoint.deployments.iter();
            names.extend(deployments.map(|item| (NameKind::BatchDeployment, &*item.name)));
        }
        for host in &plan.jump_hosts {
            assert_eq!(host.os, OperatingSystem::Windows);
            names.push((NameKind::WindowsVirtualMachine, &host.name));
        }
        for (kind, name) in names {
            assert_eq!(check(kind, name), Ok(()), "{slug}");
        }
    }
}

/// Whether a subnet says how its machines reach the internet.
fn has_egress(subnet: &Subnet) -> bool {
    subnet.nat_gateway.is_some() || subnet.route_table.is_some()
}

#[test]
fn keeps_everything_private_and_gives_it_a_way_out() {
    for (slug, plan) in plans() {
        if plan.basics.profile == RuleProfile::Classic2019 {
            continue;
        }
        assert!(!plan.workspace.public_network_access, "{slug}");
        assert!(
            plan.storage
                .iter()
                .all(|account| !account.public_network_access),
            "{slug}"
        );
        if let Some(registry) = &plan.workspace.registry {
            assert_eq!(registry.sku, RegistrySku::Premium, "{slug}");
            let builder = plan
                .workspace
                .image_build_compute
                .and_then(|id| plan.cluster(id));
            let builder = builder.expect("a private registry needs a cluster that builds images");
            assert!(
                !builder.vm_size.starts_with("Standard_N"),
                "{slug}: a CPU cluster"
            );
        }
        for zone in &plan.dns.zones {
            assert_eq!(
                zone.links.len(),
                plan.vnets.len(),
                "{slug}: {:?}",
                zone.kind
            );
        }
        let machines = plan
            .clusters
            .iter()
            .map(|cluster| (cluster.public_ip, cluster.subnet));
        let machines = machines.chain(
            plan.instances
                .iter()
                .map(|item| (item.public_ip, item.subnet)),
        );
        let machines = machines.chain(plan.pools().map(|(_, pool)| (false, pool.node_subnet)));
        for (public, subnet) in machines {
            let subnet = subnet.and_then(|id| plan.subnet(id)).expect("a subnet");
            assert!(
                !public && !subnet.default_outbound_access && has_egress(subnet),
                "{slug}"
            );
        }
    }
}

#[test]
fn draws_the_diagram_of_the_batch_document() {
    let plan = batch_scoring();
    let roles: Vec<VnetRole> = plan.vnets.iter().map(|vnet| vnet.role).collect();
    assert_eq!(roles, [VnetRole::JumpHost, VnetRole::Workspace]);
    assert_eq!(plan.peerings.len(), 2);
    assert_eq!(plan.private_endpoints.len(), 7);
    assert_eq!(plan.dns.zones.len(), 8);
    assert_eq!((plan.bastions.len(), plan.jump_hosts.len()), (1, 1));
    let names: Vec<&str> = plan.vnets.iter().map(|vnet| vnet.name.as_str()).collect();
    assert_eq!(names, ["vnet-fraud-jump-prod", "vnet-fraud-ml-prod"]);
    assert_eq!(plan.storage[0].name, "stfraudmlprod01");
}

#[test]
fn keeps_to_the_layout_of_2019() {
    let plan = classic_2019();
    assert_eq!(plan.basics.profile, RuleProfile::Classic2019);
    assert!(
        plan.private_endpoints.is_empty(),
        "storage stands outside of the VNet"
    );
    assert!(plan.clusters.iter().all(|cluster| cluster.public_ip));
    assert_eq!(plan.attached[0].os, OperatingSystem::Ubuntu);
    let aks = &plan.aks[0];
    assert_eq!(aks.dns_service_ip.as_str(), "10.0.0.10");
    assert_eq!(aks.docker_bridge, "172.17.0.1/16");
    let service = aks.service_cidr.prefix().expect("a range");
    let bridge: Prefix = "172.17.0.0/16".parse().expect("a range");
    assert!(prefixes(&plan).iter().all(|space| !space.overlaps(service)));
    assert!(prefixes(&plan).iter().all(|space| !space.overlaps(bridge)));
}

#[test]
fn a_new_plan_shows_a_workspace_without_compute() {
    let plan = blank();
    assert_eq!(plan.basics.region, "eastus");
    assert_eq!(plan.workspace.name, "mlw-ml-dev");
    assert_eq!(plan.vnets[0].name, "vnet-ml-dev");
    assert!(
        plan.subnets().all(|(_, subnet)| subnet.prefix.is_blank()),
        "sized by the product"
    );
    assert!(plan.clusters.is_empty() && plan.instances.is_empty() && plan.aks.is_empty());
}
