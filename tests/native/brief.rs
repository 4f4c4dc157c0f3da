//! Plans from a brief: complete, free of findings and clear of on-premises over a grid of answers.

use azureml_vnet_wizard::allocation::{Level, allocate, plan_capacity};
use azureml_vnet_wizard::brief::{AksBrief, Brief, BriefError, Egress, plan_from};
use azureml_vnet_wizard::capacity::demand;
use azureml_vnet_wizard::document::{decode, encode};
use azureml_vnet_wizard::domain::{NetworkMode, OnPremises, OnPremisesLink, PrefixText};
use azureml_vnet_wizard::exports::{FORMATS, Input};
use azureml_vnet_wizard::rules::{self, Severity};

/// The example of the issue.
fn example() -> Brief {
    Brief {
        region: "westeurope".to_owned(),
        workload: "vision".to_owned(),
        gpu_nodes: 20,
        instances: 3,
        batch_nodes: 8,
        aks: Some(AksBrief {
            min_nodes: 5,
            max_nodes: 15,
            network_mode: NetworkMode::Overlay,
        }),
        jump_host: true,
        on_premises: on_premises(&["10.0.0.0/12"], OnPremisesLink::None),
        ..Brief::default()
    }
}

fn on_premises(prefixes: &[&str], link: OnPremisesLink) -> OnPremises {
    OnPremises {
        link,
        prefixes: prefixes.iter().copied().map(PrefixText::new).collect(),
    }
}

/// Every combination of answers that differ in kind.
fn grid() -> Vec<Brief> {
    let modes = [
        None,
        Some((NetworkMode::Overlay, 1, 1)),
        Some((NetworkMode::Overlay, 5, 15)),
        Some((NetworkMode::Overlay, 50, 400)),
        Some((NetworkMode::PodSubnetDynamic, 5, 15)),
        Some((NetworkMode::PodSubnetStatic, 3, 20)),
        Some((NetworkMode::NodeSubnet, 3, 30)),
        Some((NetworkMode::Kubenet, 3, 20)),
        Some((NetworkMode::None, 3, 20)),
    ];
    let surroundings = [
        on_premises(&[], OnPremisesLink::None),
        on_premises(&["10.0.0.0/12", "192.168.0.0/16"], OnPremisesLink::Vpn),
        on_premises(&["10.0.0.0/8"], OnPremisesLink::ExpressRoute),
        on_premises(
            &["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
            OnPremisesLink::None,
        ),
    ];
    let mut briefs = Vec::new();
    for aks in modes {
        for on_premises in &surroundings {
            for (gpu_nodes, instances, serverless_nodes) in [(0, 0, 0), (20, 3, 0), (700, 12, 40)] {
                for batch_nodes in [0, 8] {
                    for egress in [Egress::NatGateway, Egress::Firewall] {
                        for (jump_host, monitor) in [(true, false), (false, true)] {
                            briefs.push(Brief {
                                region: "westeurope".to_owned(),
                                gpu_nodes,
                                cpu_nodes: gpu_nodes / 2,
                                instances,
                                serverless_nodes,
                                batch_nodes,
                                aks: aks.map(|(network_mode, min_nodes, max_nodes)| AksBrief {
                                    min_nodes,
                                    max_nodes,
                                    network_mode,
                                }),
                                monitor,
                                jump_host,
                                egress,
                                on_premises: on_premises.clone(),
                                ..Brief::default()
                            });
                        }
                    }
                }
            }
        }
    }
    briefs
}

/// Whether today's practice has something against the network mode as such.
fn is_out_of_favour(brief: &Brief) -> bool {
    let modes = [NetworkMode::NodeSubnet, NetworkMode::Kubenet];
    brief
        .aks
        .is_some_and(|aks| modes.contains(&aks.network_mode))
}

#[test]
fn every_answer_makes_a_plan_without_findings() {
    let briefs = grid();
    assert!(briefs.len() > 800, "{}", briefs.len());
    for brief in briefs {
        let planned = plan_from(&brief).unwrap_or_else(|error| panic!("{error}: {brief:#?}"));
        let plan = &planned.plan;
        let findings = rules::check(plan);
        let worst = if is_out_of_favour(&brief) {
            Severity::Warning
        } else {
            Severity::Advice
        };
        for finding in findings.iter() {
            // More nodes than a cluster may have by default is an answer, and the quota another matter.
            let is_quota = finding.rule.code == "CMP012" && brief.gpu_nodes > 100;
            // Whether DNS servers on-premises forward to Azure is for the person to confirm, not for us.
            let is_forwarding =
                finding.rule.code == "FLW004" && !brief.on_premises.prefixes.is_empty();
            let is_mild = finding.severity == Severity::Advice
                || worst == Severity::Warning
                || is_quota
                || is_forwarding;
            assert!(
                is_mild && finding.severity != Severity::Error,
                "{} {}: {}\n{brief:#?}",
                finding.rule.code,
                finding.title,
                finding.message
            );
        }
        let needs = demand(plan);
        let capacity = plan_capacity(plan, &needs, &allocate(plan, &needs));
        for room in &capacity.subnets {
            assert_eq!(room.level(), Level::Roomy, "{room:#?}\n{brief:#?}");
        }
        for (vnet, subnet) in plan.subnets() {
            let prefix = subnet.prefix.prefix().expect("a size that is written down");
            let inside = |text: &PrefixText| text.prefix().is_some_and(|it| it.contains(prefix));
            assert!(vnet.address_space.iter().any(inside), "{}", subnet.name);
            for text in &brief.on_premises.prefixes {
                let elsewhere = text.prefix().expect("a prefix");
                assert!(!elsewhere.overlaps(prefix), "{prefix} is {elsewhere}");
            }
        }
    }
}

#[test]
fn every_answer_can_be_exported_and_saved() {
    for brief in grid().iter().step_by(29) {
        let plan = plan_from(brief).expect("a plan").plan;
        assert_eq!(decode(&encode(&plan)).as_ref(), Ok(&plan));
        let input = Input::new(&plan);
        for format in FORMATS {
            let files = (format.render)(&input);
            assert!(files.iter().all(|file| file.text.ends_with('\n')));
        }
    }
}

#[test]
fn the_same_brief_makes_the_same_plan() {
    for brief in grid().iter().step_by(53) {
        assert_eq!(plan_from(brief), plan_from(brief));
    }
}

#[test]
fn explains_every_range_of_the_example() {
    let planned = plan_from(&example()).expect("a plan");
    let expected = expect_test::expect![[r#"
        vnet-vision-ml-prod 10.20.0.0/22: the smallest block in which every subnet has room to grow, with as much again free.
        snet-training 10.20.0.0/25: smallest block for 33 addresses with room to double; keeps 10.20.2.0/23 whole.
        snet-pep 10.20.0.128/27: smallest block for 10 addresses with room to double; keeps 10.20.2.0/23 whole.
        snet-aks 10.20.0.192/26: smallest block for 22 addresses with room to double; keeps 10.20.2.0/23 whole.
        AzureBastionSubnet 10.20.1.0/26: the size that Azure recommends for Azure Bastion; keeps 10.20.2.0/23 whole.
        snet-jump 10.20.0.160/29: smallest block for 1 address with room to double; keeps 10.20.2.0/23 whole.
        Services 10.96.0.0/16: private, and clear of all VNets, services and pods here and of 10.0.0.0/12 on-premises.
        Pods 10.244.0.0/16: private, and clear of all VNets, services and pods here and of 10.0.0.0/12 on-premises."#]];
    expected.assert_eq(&planned.reasons.join("\n"));
}

#[test]
fn keeps_what_was_asked_for() {
    let plan = plan_from(&example()).expect("a plan").plan;
    let nodes: Vec<u32> = plan.clusters.iter().map(|it| it.max_nodes).collect();
    assert_eq!(nodes, [20, 8, 2], "training, batch, image builds");
    assert_eq!(plan.instances.len(), 3);
    let pools = &plan.aks[0].pools;
    let (least, most) = pools.iter().fold((0, 0), |(least, most), pool| {
        (least + pool.min_nodes, most + pool.max_nodes)
    });
    assert_eq!((least, most), (5, 15));
    assert_eq!(plan.batch_endpoints.len(), 1);
    assert_eq!(plan.on_premises.prefixes[0].as_str(), "10.0.0.0/12");
}

#[test]
fn says_what_has_to_be_answered_differently() {
    let error = |change: &dyn Fn(&mut Brief)| {
        let mut brief = example();
        change(&mut brief);
        plan_from(&brief).expect_err("no plan").to_string()
    };
    assert_eq!(
        error(&|brief| brief.region.clear()),
        "Choose a region: names, zones and limits depend on it."
    );
    assert_eq!(
        error(&|brief| brief
            .on_premises
            .prefixes
            .push(PrefixText::new("10.0.0.7/8"))),
        "On-premises range “10.0.0.7/8”: 10.0.0.7 is not the start of a /8: it is inside 10.0.0.0/8."
    );
    assert_eq!(
        error(&|brief| brief.gpu_nodes = 65_530),
        "All this needs 65,576 addresses, and Azure gives out at most 65,536 in one VNet. Ask for fewer \
         nodes."
    );
    assert_eq!(
        error(&|brief| brief.aks.as_mut().expect("AKS").max_nodes = 1_004),
        "An AKS pool has at most 1,000 nodes, and 1,004 are asked for beside the system pool."
    );
    assert_eq!(
        error(&|brief| brief.aks.as_mut().expect("AKS").max_nodes = 0),
        "An AKS cluster has at least one node. Ask for one, or leave AKS out."
    );
    let full = [
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
    ];
    let refused = Brief {
        on_premises: on_premises(&full, OnPremisesLink::None),
        ..example()
    };
    assert!(matches!(plan_from(&refused), Err(BriefError::Space(_))));
}
