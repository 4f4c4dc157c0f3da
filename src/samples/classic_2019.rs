//! The layout of the 2019 documentation, for estates that were built by it. Superseded, and said so.

use super::build::{CPU_SIZE, Draft};
use crate::azure::naming::NameKind;
use crate::domain::{
    AddressText, AksCluster, AttachedCompute, AttachedId, NetworkMode, NsgPreset, OperatingSystem,
    OutboundType, Plan, PrefixText, Registry, RegistrySku, RuleProfile, SubnetPurpose, VnetRole,
};

/// Public-IP compute in a VNet, storage outside of it, an attached Ubuntu VM, AKS with a docker bridge.
pub fn classic_2019() -> Plan {
    let mut draft = Draft::new("Demand forecast of 2019", "westus2", "demand", "prod");
    draft.plan.basics.profile = RuleProfile::Classic2019;
    // Not 10.0.0.0/16: that is the Kubernetes service range of the 2019 example.
    let vnet = draft.vnet(VnetRole::Workspace, "ml", "10.40.0.0/16");
    let training = draft.subnet(
        vnet,
        SubnetPurpose::Training,
        "snet-training",
        "10.40.1.0/24",
    );
    let machines = draft.subnet(
        vnet,
        SubnetPurpose::VirtualMachines,
        "snet-vm",
        "10.40.2.0/27",
    );
    let nodes = draft.subnet(vnet, SubnetPurpose::AksNodes, "snet-aks", "10.40.4.0/23");
    draft.guard(training, "training", NsgPreset::Training);
    draft.guard(machines, "vm", NsgPreset::AttachedCompute);
    draft.guard(nodes, "aks", NsgPreset::Aks);

    draft.workspace();
    draft.plan.workspace.public_network_access = true;
    draft.plan.workspace.key_vault.public_network_access = true;
    for account in &mut draft.plan.storage {
        account.public_network_access = true;
    }
    draft.plan.workspace.registry = Some(Registry {
        name: draft.global_name(NameKind::ContainerRegistry, "ml", "01"),
        sku: RegistrySku::Standard,
        admin_user: true,
        public_network_access: true,
        ..Registry::default()
    });
    draft.cluster("cpu", "train", 20, training);
    draft.cluster("gpu", "train", 4, training);
    for cluster in &mut draft.plan.clusters {
        cluster.public_ip = true;
    }
    let id = AttachedId(draft.plan.next_id());
    draft.plan.attached.push(AttachedCompute {
        id,
        name: "vm-demand-train".to_owned(),
        os: OperatingSystem::Ubuntu,
        vm_size: CPU_SIZE.to_owned(),
        subnet: Some(machines),
        ssh_port: 22,
        admin_username: "azureuser".to_owned(),
        ..AttachedCompute::default()
    });
    draft.aks(
        nodes,
        AksCluster {
            network_mode: NetworkMode::NodeSubnet,
            service_cidr: PrefixText::new("10.0.0.0/16"),
            dns_service_ip: AddressText::new("10.0.0.10"),
            docker_bridge: "172.17.0.1/16".to_owned(),
            outbound: OutboundType::LoadBalancer,
            inference: true,
            inference_router_ha: true,
            ..AksCluster::default()
        },
    );
    // In 2019 every subnet had Azure's default outbound access.
    for subnet in draft
        .plan
        .vnets
        .iter_mut()
        .flat_map(|vnet| &mut vnet.subnets)
    {
        subnet.default_outbound_access = true;
    }
    draft.plan
}
