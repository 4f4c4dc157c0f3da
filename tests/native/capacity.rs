//! The capacity vectors of the facts: each row of the tables in `data/` becomes a plan and is counted.

use azureml_vnet_wizard::azure::reserved;
use azureml_vnet_wizard::capacity::{aks, demand, smallest_prefix, usable_in};
use azureml_vnet_wizard::domain::{
    AksCluster, AksId, ClusterId, ComputeCluster, ComputeInstance, Insights, InstanceId,
    NetworkMode, NodePool, NodePoolId, Plan, Prefix, PrivateEndpoint, PrivateEndpointId,
    PrivateEndpointKind, Registry, Serverless, SubnetId, Surge, Word, Workspace,
};

const NODES: SubnetId = SubnetId(1);
const PODS: SubnetId = SubnetId(2);

/// The rows of a table without its heading, cell by cell.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split(',').collect())
}

#[track_caller]
fn number<T: std::str::FromStr<Err: std::fmt::Debug>>(cell: &str) -> T {
    cell.parse().expect("a number")
}

fn prefix(text: &str) -> Prefix {
    text.parse().expect("a prefix")
}

fn required(plan: &Plan, subnet: SubnetId) -> u64 {
    demand(plan).of(subnet).total()
}

#[test]
fn counts_usable_addresses() {
    for row in rows(include_str!("data/usable_addresses.csv")) {
        let prefix = prefix(row[1]);
        assert_eq!(reserved::usable(prefix), number::<u64>(row[2]), "{row:?}");
        assert_eq!(usable_in(prefix.length()), number::<u64>(row[2]), "{row:?}");
        let range = reserved::usable_range(prefix)
            .map(|(first, last)| (first.to_string(), last.to_string()));
        let stated = (!row[3].is_empty()).then(|| (row[3].to_owned(), row[4].to_owned()));
        assert_eq!(range, stated, "{row:?}");
    }
}

#[test]
fn smallest_prefix_is_the_smallest_that_holds() {
    for required in (0..70_000).chain([(1 << 30) - 5]) {
        let length = smallest_prefix(required);
        assert!(usable_in(length) >= required && length <= 29, "{required}");
        assert!(
            length == 29 || usable_in(length + 1) < required,
            "{required}"
        );
    }
    assert_eq!(smallest_prefix(u64::MAX), 0);
}

#[test]
fn counts_ml_compute() {
    for row in rows(include_str!("data/capacity_ml.csv")) {
        let clusters = row[1].split(' ').zip(10..).map(|(max, id)| ComputeCluster {
            id: ClusterId(id),
            max_nodes: number(max),
            subnet: Some(NODES),
            ..ComputeCluster::default()
        });
        let instances = (0..number::<u32>(row[2])).map(|id| ComputeInstance {
            id: InstanceId(100 + id),
            subnet: Some(NODES),
            ..ComputeInstance::default()
        });
        let plan = Plan {
            clusters: clusters.collect(),
            instances: instances.collect(),
            workspace: Workspace {
                serverless: Serverless {
                    max_nodes: number(row[3]),
                    subnet: Some(NODES),
                    public_ip: false,
                },
                ..Workspace::default()
            },
            ..Plan::default()
        };
        assert_eq!(required(&plan, NODES), number::<u64>(row[4]), "{row:?}");
        assert_eq!(
            smallest_prefix(required(&plan, NODES)),
            number::<u8>(row[5]),
            "{row:?}"
        );
    }
}

#[test]
fn counts_private_endpoints() {
    for row in rows(include_str!("data/capacity_private_endpoints.csv")) {
        let endpoints = row[1]
            .split(' ')
            .zip(10..)
            .map(|(kind, id)| PrivateEndpoint {
                id: PrivateEndpointId(id),
                kind: PrivateEndpointKind::from_word(kind).expect("a kind"),
                subnet: Some(NODES),
                ..PrivateEndpoint::default()
            });
        let plan = Plan {
            private_endpoints: endpoints.collect(),
            workspace: Workspace {
                registry: Some(Registry {
                    replica_regions: (0..number::<u32>(row[2]))
                        .map(|index| format!("region{index}"))
                        .collect(),
                    ..Registry::default()
                }),
                insights: Insights {
                    connection_endpoints: number(row[3]),
                    data_collection_endpoints: number(row[4]),
                    log_analytics_regions: number(row[5]),
                    ..Insights::default()
                },
                ..Workspace::default()
            },
            ..Plan::default()
        };
        assert_eq!(required(&plan, NODES), number::<u64>(row[6]), "{row:?}");
        assert_eq!(
            smallest_prefix(required(&plan, NODES)),
            number::<u8>(row[7]),
            "{row:?}"
        );
    }
}

fn aks_cluster(row: &[&str]) -> AksCluster {
    let pools = row[2].split(' ').zip(10..).map(|(pool, id)| {
        let parts: Vec<&str> = pool.split(':').collect();
        NodePool {
            id: NodePoolId(id),
            max_nodes: number(parts[0]),
            surge: parts[1].to_owned(),
            max_pods: number(parts[2]),
            node_subnet: Some(NODES),
            pod_subnet: Some(PODS),
            ..NodePool::default()
        }
    });
    AksCluster {
        id: AksId(3),
        network_mode: NetworkMode::from_word(row[1]).expect("a mode"),
        pools: pools.collect(),
        internal_load_balancers: number(row[3]),
        private_cluster: row[4] == "yes",
        ..AksCluster::default()
    }
}

#[test]
fn counts_aks_in_every_network_mode() {
    for row in rows(include_str!("data/capacity_aks.csv")) {
        let cluster = aks_cluster(&row);
        let plan = Plan {
            aks: vec![cluster.clone()],
            ..Plan::default()
        };
        let nodes = required(&plan, NODES);
        assert_eq!(nodes, number::<u64>(row[5]), "{row:?}");
        assert_eq!(smallest_prefix(nodes), number::<u8>(row[6]), "{row:?}");
        let pods = demand(&plan).of(PODS);
        if cluster.uses_pod_cidr() {
            let nodes = aks::pod_cidr_nodes(&cluster);
            assert_eq!(nodes, number::<u64>(row[7]), "{row:?}");
            let length = aks::pod_cidr_prefix_needed(nodes);
            assert_eq!(length, number::<u8>(row[8]), "{row:?}");
            assert_eq!(pods.total(), 0, "{row:?}");
        } else if cluster.uses_pod_subnet() {
            assert_eq!(pods.total(), number::<u64>(row[7]), "{row:?}");
            assert_eq!(
                smallest_prefix(pods.total()),
                number::<u8>(row[8]),
                "{row:?}"
            );
            assert_eq!(pods.bound(), number::<u64>(row[9]), "{row:?}");
            assert_eq!(
                smallest_prefix(pods.bound()),
                number::<u8>(row[10]),
                "{row:?}"
            );
        } else {
            assert_eq!(pods.total(), 0, "{row:?}");
        }
    }
}

#[test]
fn an_api_server_in_a_subnet_takes_nine_addresses_there_and_no_endpoint() {
    // AKSCAP-23.
    let api_server = SubnetId(7);
    let plan = Plan {
        aks: vec![AksCluster {
            private_cluster: true,
            api_server_subnet: Some(api_server),
            pools: vec![NodePool {
                node_subnet: Some(NODES),
                ..NodePool::default()
            }],
            ..AksCluster::default()
        }],
        ..Plan::default()
    };
    assert_eq!(required(&plan, api_server), 9);
    assert_eq!(smallest_prefix(9), 28);
    assert_eq!(required(&plan, NODES), 0);
}

#[test]
fn says_how_many_nodes_fit() {
    // AKSCAP-5: a /24 without surge holds 8 nodes of 30 pods.
    assert_eq!(aks::max_nodes_that_fit(251, 31, Surge::Nodes(0)), 8);
    // AKSCAP-3: one address short in a /25, so 3 nodes fit only in a /24.
    assert_eq!(aks::max_nodes_that_fit(123, 31, Surge::Percent(10)), 2);
    assert_eq!(aks::max_nodes_that_fit(124, 31, Surge::Percent(10)), 3);
    // AMLCAP-10: 27 of 30 nodes start in a /27.
    assert_eq!(aks::max_nodes_that_fit(27, 1, Surge::Nodes(0)), 27);
    assert_eq!(aks::max_nodes_that_fit(0, 1, Surge::Percent(33)), 0);
}

#[test]
fn the_nodes_that_fit_are_the_most_that_fit() {
    for surge in [
        Surge::Nodes(0),
        Surge::Nodes(3),
        Surge::Percent(10),
        Surge::Percent(33),
    ] {
        for room in 0..600 {
            for per_node in [1, 11, 31] {
                let takes =
                    |nodes: u32| u64::from(nodes + aks::surge_nodes(nodes, surge)) * per_node;
                let most = (0..=600).take_while(|nodes| takes(*nodes) <= room).last();
                let answer = aks::max_nodes_that_fit(room, per_node, surge);
                assert_eq!(Some(answer), most, "{surge:?}, {room} of {per_node}");
            }
        }
    }
}

#[test]
fn a_pod_range_serves_a_24_per_node() {
    // AKSCAP-12 and AKSCAP-13.
    assert_eq!(aks::pod_cidr_capacity(prefix("10.244.0.0/16")), 256);
    assert_eq!(aks::pod_cidr_capacity(prefix("10.244.0.0/24")), 1);
    assert_eq!(aks::pod_cidr_capacity(prefix("10.244.0.0/25")), 0);
    for nodes in 1..5_000 {
        let range = |length| Prefix::containing([10, 0, 0, 0].into(), length).expect("a prefix");
        let length = aks::pod_cidr_prefix_needed(nodes);
        assert!(aks::pod_cidr_capacity(range(length)) >= nodes);
        assert!(length == 24 || aks::pod_cidr_capacity(range(length + 1)) < nodes);
    }
}

#[test]
fn static_blocks_waste_what_does_not_fill_a_block() {
    // AKSCAP-16 to AKSCAP-18.
    assert_eq!(
        (
            aks::static_blocks_per_node(30),
            aks::static_waste_per_node(30)
        ),
        (2, 1)
    );
    assert_eq!(
        (
            aks::static_blocks_per_node(31),
            aks::static_waste_per_node(31)
        ),
        (2, 0)
    );
    assert_eq!(
        (
            aks::static_blocks_per_node(32),
            aks::static_waste_per_node(32)
        ),
        (3, 15)
    );
}

#[test]
fn surge_rounds_up_and_never_exceeds_the_pool() {
    // AKS-9.
    assert_eq!(aks::surge_nodes(3, Surge::Percent(10)), 1);
    assert_eq!(aks::surge_nodes(20, Surge::Percent(33)), 7);
    assert_eq!(aks::surge_nodes(2, Surge::Nodes(5)), 2);
    assert_eq!(aks::surge_nodes(0, Surge::Percent(10)), 0);
    let unwritten = NodePool {
        max_nodes: 20,
        ..NodePool::default()
    };
    assert_eq!(
        aks::nodes_with_surge(&unwritten),
        22,
        "Azure’s default is 10 %"
    );
}

#[test]
fn explains_each_line_with_its_formula() {
    let plan = Plan {
        aks: vec![aks_cluster(&["", "node_subnet", "50:1:30", "2", "yes"])],
        ..Plan::default()
    };
    let lines: Vec<(u64, String)> = demand(&plan)
        .of(NODES)
        .lines
        .into_iter()
        .map(|line| (line.addresses, line.explanation))
        .collect();
    let expected = [
        (50, "50 nodes at most"),
        (1, "1 extra node during an upgrade"),
        (1_530, "(50 + 1) nodes × 30 pods"),
        (2, "2 internal load balancer frontends"),
        (1, "the API server’s private endpoint"),
    ];
    assert_eq!(
        lines,
        expected.map(|(count, text)| (count, text.to_owned()))
    );
}
