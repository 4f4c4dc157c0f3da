//! A plan far larger than any that people make.

use azureml_vnet_wizard::domain::{
    ClusterId, ComputeCluster, Plan, PrefixText, Subnet, SubnetId, Vnet, VnetId,
};

/// Four VNets with subnets of /26, each with a cluster; without prefixes if they are to be placed.
pub(crate) fn estate(subnets: u32, blank: bool) -> Plan {
    const VNETS: u32 = 4;
    let mut plan = Plan::default();
    "westeurope".clone_into(&mut plan.basics.region);
    for number in 0..VNETS {
        let id = VnetId(plan.next_id());
        let mut vnet = Vnet {
            id,
            name: format!("vnet-{number}"),
            address_space: vec![PrefixText::new(format!("10.{}.0.0/16", 20 + number))],
            ..Vnet::default()
        };
        for index in 0..subnets / VNETS {
            let subnet = SubnetId(plan.next_id());
            let written = format!("10.{}.{}.{}/26", 20 + number, index / 4, index % 4 * 64);
            vnet.subnets.push(Subnet {
                id: subnet,
                name: format!("snet-{number}-{index}"),
                prefix: PrefixText::new(if blank { String::new() } else { written }),
                ..Subnet::default()
            });
            let cluster = ClusterId(plan.next_id());
            plan.clusters.push(ComputeCluster {
                id: cluster,
                name: format!("cpu-{number}-{index}"),
                max_nodes: 20,
                subnet: Some(subnet),
                ..ComputeCluster::default()
            });
        }
        plan.vnets.push(vnet);
    }
    plan
}
