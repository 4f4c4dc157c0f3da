//! The capacity table: what takes addresses now and at most, what is free, and how much more fits.

use azureml_vnet_wizard::allocation::{
    Bound, Level, PlanCapacity, SubnetCapacity, allocate, plan_capacity,
};
use azureml_vnet_wizard::capacity::{DemandKind, demand};
use azureml_vnet_wizard::domain::{
    AksCluster, AksId, ClusterId, ComputeCluster, ComputeInstance, InstanceId, Item, NetworkMode,
    NodePool, NodePoolId, Plan, PrefixText, PrivateEndpoint, PrivateEndpointId,
    PrivateEndpointKind, Serverless, Subnet, SubnetId, Vnet, VnetId, Word,
};
use proptest::prelude::*;

const NODES: SubnetId = SubnetId(2);
const PODS: SubnetId = SubnetId(3);

/// A VNet with a subnet for nodes and one for pods.
fn plan(nodes: &str, pods: &str) -> Plan {
    let subnet = |id, prefix| Subnet {
        id,
        prefix: PrefixText::new(prefix),
        ..Subnet::default()
    };
    Plan {
        vnets: vec![Vnet {
            id: VnetId(1),
            address_space: vec![PrefixText::new("10.0.0.0/12")],
            subnets: vec![subnet(NODES, nodes), subnet(PODS, pods)],
            ..Vnet::default()
        }],
        last_id: 3,
        ..Plan::default()
    }
}

fn with_cluster(mut plan: Plan, min_nodes: u32, max_nodes: u32) -> Plan {
    plan.clusters.push(ComputeCluster {
        id: ClusterId(10),
        name: "gpu-train".to_owned(),
        min_nodes,
        max_nodes,
        subnet: Some(NODES),
        ..ComputeCluster::default()
    });
    plan
}

fn with_aks(mut plan: Plan, network_mode: NetworkMode, scale: (u32, u32), max_pods: u32) -> Plan {
    plan.aks.push(AksCluster {
        id: AksId(20),
        network_mode,
        pod_cidr: PrefixText::new("10.244.0.0/22"),
        pools: vec![NodePool {
            id: NodePoolId(21),
            name: "npscore".to_owned(),
            min_nodes: scale.0,
            max_nodes: scale.1,
            max_pods,
            surge: "33%".to_owned(),
            node_subnet: Some(NODES),
            pod_subnet: matches!(
                network_mode,
                NetworkMode::PodSubnetDynamic | NetworkMode::PodSubnetStatic
            )
            .then_some(PODS),
            ..NodePool::default()
        }],
        ..AksCluster::default()
    });
    plan
}

fn capacity(plan: &Plan) -> PlanCapacity {
    let needs = demand(plan);
    plan_capacity(plan, &needs, &allocate(plan, &needs))
}

fn room(plan: &Plan, subnet: SubnetId) -> SubnetCapacity {
    let mut rooms = capacity(plan).subnets.into_iter();
    rooms.find(|room| room.subnet == subnet).expect("a row")
}

fn sentences(plan: &Plan, subnet: SubnetId) -> Vec<String> {
    let fits = room(plan, subnet).fits.into_iter();
    fits.map(|fit| fit.sentence).collect()
}

#[test]
fn tells_now_from_maximum_scale() {
    let mut plan = with_cluster(plan("10.0.0.0/26", ""), 2, 20);
    plan.vnets[0].subnets[0].used_addresses = 7;
    plan.instances.push(ComputeInstance {
        id: InstanceId(11),
        subnet: Some(NODES),
        ..ComputeInstance::default()
    });
    plan.workspace.serverless = Serverless {
        max_nodes: 5,
        subnet: Some(NODES),
        public_ip: false,
    };
    let room = room(&plan, NODES);
    assert_eq!((room.size, room.reserved, room.usable), (64, 5, 59));
    assert_eq!((room.now, room.most), (7 + 2 + 1, 7 + 20 + 1 + 5));
    assert_eq!((room.free_now(), room.free_at_most()), (49, 26));
    assert_eq!(room.percent(), 56);
    let rows: Vec<(&str, u64, u64)> = room
        .rows
        .iter()
        .map(|row| (row.label.as_str(), row.now, row.most))
        .collect();
    let expected = [
        ("In use already", 7, 7),
        ("ML cluster nodes", 2, 20),
        ("Compute instances", 1, 1),
        ("Serverless nodes", 0, 5),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn counts_private_endpoints_by_what_they_lead_to() {
    let mut plan = plan("10.0.0.0/27", "");
    let kinds = [
        PrivateEndpointKind::Workspace,
        PrivateEndpointKind::Blob,
        PrivateEndpointKind::Blob,
        PrivateEndpointKind::KeyVault,
    ];
    plan.private_endpoints = kinds
        .into_iter()
        .zip(30..)
        .map(|(kind, id)| PrivateEndpoint {
            id: PrivateEndpointId(id),
            kind,
            subnet: Some(NODES),
            ..PrivateEndpoint::default()
        })
        .collect();
    let rows = room(&plan, NODES).rows.into_iter();
    let rows: Vec<(String, u64)> = rows.map(|row| (row.label, row.most)).collect();
    let expected = [
        ("Private endpoint: Workspace", 3),
        ("Private endpoint: Storage blob", 2),
        ("Private endpoint: Key vault", 1),
    ];
    assert_eq!(
        rows,
        expected.map(|(label, count)| (label.to_owned(), count))
    );
}

#[test]
fn counts_aks_now_and_at_maximum_in_every_mode() {
    // 3 to 20 nodes with 30 pods; 33 % of 20 are 7 nodes of surge.
    let cases = [
        (NetworkMode::Overlay, (3, 27), (0, 0)),
        (NetworkMode::Kubenet, (3, 27), (0, 0)),
        (NetworkMode::None, (3, 27), (0, 0)),
        (NetworkMode::NodeSubnet, (3 + 90, 27 + 810), (0, 0)),
        (NetworkMode::PodSubnetDynamic, (3, 27), (48, 432)),
        (NetworkMode::PodSubnetStatic, (3, 27), (96, 864)),
    ];
    assert_eq!(cases.len(), NetworkMode::ALL.len());
    for (mode, nodes, pods) in cases {
        let plan = with_aks(plan("10.0.0.0/20", "10.0.16.0/20"), mode, (3, 20), 30);
        let numbers = |subnet| {
            let room = room(&plan, subnet);
            (room.now, room.most)
        };
        assert_eq!(numbers(NODES), nodes, "{mode:?}");
        assert_eq!(numbers(PODS), pods, "{mode:?}");
    }
}

#[test]
fn a_minimum_above_the_maximum_counts_as_the_maximum() {
    assert_eq!(
        room(&with_cluster(plan("10.0.0.0/26", ""), 9, 4), NODES).now,
        4
    );
}

#[test]
fn levels_follow_the_eighty_per_cent_of_the_facts() {
    let level = |nodes| room(&with_cluster(plan("10.0.0.0/24", ""), 0, nodes), NODES).level();
    assert_eq!(level(200), Level::Roomy, "200 of 251");
    assert_eq!(level(201), Level::NearlyFull);
    assert_eq!(level(251), Level::NearlyFull);
    assert_eq!(level(252), Level::Short);
    assert_eq!(
        room(&plan("10.0.0.7/24", ""), NODES).level(),
        Level::Unknown
    );
}

#[test]
fn says_how_many_more_nodes_fit() {
    let said = |nodes| sentences(&with_cluster(plan("10.0.0.0/26", ""), 0, nodes), NODES);
    assert_eq!(said(20), ["At most 39 more nodes of gpu-train fit here."]);
    assert_eq!(said(58), ["At most 1 more node of gpu-train fits here."]);
    assert_eq!(said(59), ["No further node of gpu-train fits here."]);
    assert_eq!(
        said(64),
        ["5 of the 64 nodes of gpu-train find no address here."]
    );
}

#[test]
fn says_what_ends_the_growth_of_a_pool() {
    // A /22 of pods serves four nodes: two planned with one of surge, and one more.
    let said = |nodes| {
        let plan = plan("10.0.0.0/24", "");
        sentences(&with_aks(plan, NetworkMode::Overlay, (1, nodes), 30), NODES)
    };
    assert_eq!(
        said(2),
        ["At most 1 more node of npscore before its pod CIDR is used up."]
    );
    assert_eq!(
        said(3),
        ["No further node of npscore fits: its pod CIDR has no /24 left."]
    );
    assert_eq!(
        said(5),
        ["2 of the 5 nodes of npscore find no /24 in its pod CIDR."]
    );
    let wide = with_aks(plan("10.0.0.0/16", ""), NetworkMode::None, (1, 700), 30);
    assert_eq!(
        sentences(&wide, NODES),
        ["At most 51 more nodes of npscore; Azure allows no more than that."]
    );
}

#[test]
fn knows_the_limits_of_vnets_and_clusters() {
    let plan = with_aks(
        plan("10.0.0.0/20", "10.0.16.0/20"),
        NetworkMode::Kubenet,
        (3, 20),
        30,
    );
    let capacity = capacity(&plan);
    let vnet = &capacity.vnets[0];
    assert_eq!(
        (vnet.size, vnet.unassigned),
        (1 << 20, (1 << 20) - 2 * 4_096)
    );
    assert_eq!((vnet.now, vnet.most, vnet.limit), (3, 27, 65_536));
    let cluster = &capacity.clusters[0];
    assert_eq!((cluster.now, cluster.most, cluster.limit), (3, 27, 400));
    let pods = cluster.pod_range.expect("kubenet has one");
    assert_eq!((pods.nodes, pods.needed), (4, 19));
}

#[test]
fn counts_what_public_ips_bring_along() {
    let mut plan = with_cluster(plan("10.0.0.0/24", ""), 0, 4);
    assert_eq!(
        capacity(&plan).hidden.owners,
        [],
        "no public IP, nothing hidden"
    );
    plan.clusters[0].public_ip = true;
    plan.governance.load_balancer_quota = Some(0);
    let hidden = capacity(&plan).hidden;
    assert_eq!(hidden.owners, [Item::Cluster(ClusterId(10))]);
    assert_eq!(
        hidden.each,
        [
            "network security group",
            "load balancer",
            "public IP address"
        ]
    );
    let quotas: Vec<_> = hidden
        .quotas
        .iter()
        .map(|quota| (quota.what, quota.needed, quota.left, quota.short()))
        .collect();
    assert_eq!(
        quotas,
        [
            ("load balancer", 1, Some(0), 1),
            ("public IP address", 1, Some(1_000), 0)
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// The oracle of the inverse: planning that many nodes fits, and planning one more does not.
    #[test]
    fn what_is_said_to_fit_fits_and_no_more(
        mode in prop::sample::select(NetworkMode::ALL),
        length in 20_u8..=28,
        pods_length in 16_u8..=26,
        nodes in 1_u32..40,
        max_pods in 10_u32..=250,
        others in 0_u32..8,
    ) {
        let nodes_prefix = format!("10.0.0.0/{length}");
        let pods_prefix = format!("10.1.0.0/{pods_length}");
        let base = || with_cluster(plan(&nodes_prefix, &pods_prefix), 0, others);
        let planned = with_aks(base(), mode, (1, nodes), max_pods);
        for subnet in [NODES, PODS] {
            let room = room(&planned, subnet);
            let pool = Item::NodePool(NodePoolId(21));
            let Some(fit) = room.fits.iter().find(|fit| fit.item == pool) else { continue };
            let short = |nodes: u64| {
                let nodes = u32::try_from(nodes).expect("a count");
                let plan = with_aks(base(), mode, (0, nodes), max_pods);
                let cluster = &capacity(&plan).clusters[0];
                let lacks_pods = cluster.pod_range.is_some_and(|range| range.nodes < cluster.most);
                let beyond = cluster.most > cluster.limit.min(1_000);
                (self::room(&plan, subnet).short() > 0, lacks_pods, beyond)
            };
            if fit.fitting > 0 {
                prop_assert_eq!(short(fit.fitting), (false, false, false), "{:?}", fit);
            }
            let (no_address, no_pods, beyond) = short(fit.fitting + 1);
            let end = match fit.bound {
                Bound::Subnet => no_address,
                Bound::PodRange => no_pods,
                Bound::Azure => beyond,
            };
            prop_assert!(end, "{:?}", fit);
            prop_assert_eq!(fit.planned, u64::from(nodes));
        }
    }

    /// Rows, lines and totals are three views of the same addresses.
    #[test]
    fn rows_add_up(tape in prop::collection::vec(any::<u16>(), 0..400)) {
        let plan = crate::random_plan::plan(&tape);
        let needs = demand(&plan);
        for room in capacity(&plan).subnets {
            let total = needs.of(room.subnet);
            prop_assert_eq!(room.most, total.total());
            let most: u64 = room.rows.iter().map(|row| row.most).sum();
            let now: u64 = room.rows.iter().map(|row| row.now).sum();
            prop_assert_eq!((now, most), (room.now, room.most));
            prop_assert!(room.now <= room.most);
            prop_assert!(room.free_now() >= room.free_at_most());
            prop_assert_eq!(room.reserved + room.usable, room.size);
            let kinds: Vec<DemandKind> = total.lines.iter().map(|line| line.kind).collect();
            prop_assert!(room.rows.iter().all(|row| kinds.contains(&row.kind)));
        }
    }
}
