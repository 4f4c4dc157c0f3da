//! The security rules that an NSG has: those generated from what its subnets carry, and the person's own.
//!
//! Generated rules follow the plan: what a public IP, the 2019 profile or a high-impact workspace needs comes
//! and goes with it. A written rule with the name of a generated one replaces it, and keeps its priority in
//! any case; a generated rule that would share a priority moves to the next free one, as Azure refuses two
//! rules with one priority. Azure's default rules are not listed here; the evaluation adds them.

use std::collections::BTreeSet;

use super::{free_from, region, regional, same_name};
use crate::azure::required_flows::{self, When, Workload};
use crate::azure::security_rules::{self as stated, Place, StatedRule};
use crate::azure::service_tags::VIRTUAL_NETWORK;
use crate::domain::{
    Access, AttachedKind, Direction, Nsg, NsgId, NsgPreset, Plan, Prefix, Protocol, RuleProfile,
    SecurityRule, SubnetId, SubnetPurpose,
};
use crate::topology::{Prefixes, connected};

/// A rule of an NSG, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectiveRule {
    /// The rule. Generated ones have the id 0.
    pub rule: SecurityRule,
    /// The id of the fact that a generated rule follows; `None` for the person's own.
    pub fact: Option<&'static str>,
}

/// The rules of an NSG without Azure's default rules: by direction, then by priority. Empty if the plan has
/// no such NSG.
pub fn effective_rules(plan: &Plan, prefixes: &Prefixes, nsg: NsgId) -> Vec<EffectiveRule> {
    let Some(nsg) = plan.nsg(nsg) else {
        return Vec::new();
    };
    let mut rules: Vec<EffectiveRule> = nsg
        .rules
        .iter()
        .map(|rule| EffectiveRule {
            rule: rule.clone(),
            fact: None,
        })
        .collect();
    for mut generated in Scope::new(plan, prefixes, nsg).generate() {
        if rules
            .iter()
            .any(|other| same_name(&other.rule.name, &generated.rule.name))
        {
            continue;
        }
        let direction = generated.rule.direction;
        generated.rule.priority = free_from(generated.rule.priority, |priority| {
            rules
                .iter()
                .any(|other| other.rule.direction == direction && other.rule.priority == priority)
        });
        rules.push(generated);
    }
    rules.sort_by_key(|effective| (effective.rule.direction, effective.rule.priority));
    rules
}

/// Whether a preset knows what to let out when all other traffic to the internet is denied. The others keep
/// Azure's default outbound rules (NSG-41, NSG-42, NSG-47), and Bastion must (NSG-40).
pub fn can_deny_internet(preset: NsgPreset) -> bool {
    matches!(preset, NsgPreset::Training | NsgPreset::AttachedCompute)
}

/// An NSG with the subnets that it guards.
struct Scope<'a> {
    plan: &'a Plan,
    prefixes: &'a Prefixes,
    nsg: &'a Nsg,
    subnets: BTreeSet<SubnetId>,
}

impl<'a> Scope<'a> {
    fn new(plan: &'a Plan, prefixes: &'a Prefixes, nsg: &'a Nsg) -> Self {
        let guarded = plan.subnets().map(|(_, subnet)| subnet);
        let subnets = guarded
            .filter(|subnet| subnet.nsg == Some(nsg.id))
            .map(|subnet| subnet.id)
            .collect();
        Self {
            plan,
            prefixes,
            nsg,
            subnets,
        }
    }

    fn guards(&self, subnet: Option<SubnetId>) -> bool {
        subnet.is_some_and(|subnet| self.subnets.contains(&subnet))
    }

    fn generate(&self) -> Vec<EffectiveRule> {
        let classic = self.plan.basics.profile == RuleProfile::Classic2019;
        match self.nsg.preset {
            NsgPreset::None => Vec::new(),
            NsgPreset::Training if classic => self.classic_compute(),
            NsgPreset::Training => {
                let inbound = if self.has_public_compute() {
                    stated::PUBLIC_COMPUTE.value
                } else {
                    &[]
                };
                let mut rules = self.all(inbound);
                rules.extend(self.compute_outbound());
                rules.extend(self.deny_internet());
                rules
            }
            NsgPreset::PrivateEndpoints => self.all(stated::PRIVATE_ENDPOINTS.value),
            NsgPreset::Bastion => self.all(stated::BASTION.value),
            NsgPreset::JumpHost => self.all(stated::JUMP_HOST.value),
            NsgPreset::AttachedCompute => self.attached(),
            NsgPreset::Aks => self.aks(),
        }
    }

    fn all(&self, rules: &[StatedRule]) -> Vec<EffectiveRule> {
        rules.iter().filter_map(|rule| self.render(rule)).collect()
    }

    /// The rule for this plan; `None` if one of its sides is a place that the plan does not have.
    fn render(&self, stated: &StatedRule) -> Option<EffectiveRule> {
        let rule = SecurityRule {
            name: stated.name.to_owned(),
            priority: stated.priority,
            direction: stated.direction,
            access: stated.access,
            protocol: stated.protocol,
            sources: self.place(stated.source)?,
            source_ports: vec!["*".to_owned()],
            destinations: self.place(stated.destination)?,
            destination_ports: stated.ports.iter().map(|&port| port.to_owned()).collect(),
            description: stated.why.to_owned(),
            ..SecurityRule::default()
        };
        Some(EffectiveRule {
            rule,
            fact: Some(stated.fact),
        })
    }

    fn place(&self, place: Place) -> Option<Vec<String>> {
        match place {
            Place::Any => Some(vec!["*".to_owned()]),
            Place::Tag(tag) => Some(vec![tag.to_owned()]),
            Place::Regional(tag) => Some(vec![regional(tag, region(self.plan))]),
            Place::Guarded => Some(self.texts(self.subnets.iter().copied())),
            Place::BastionHosts => {
                let hosts: Vec<SubnetId> = self.bastion_subnets().collect();
                (!hosts.is_empty()).then(|| self.texts(hosts.into_iter()))
            }
        }
    }

    /// Prefixes of subnets as a rule writes them. While one of them has no place, the whole VNet stands in
    /// for it, so that the rule never lets less through than it says.
    fn texts(&self, subnets: impl Iterator<Item = SubnetId>) -> Vec<String> {
        subnets
            .map(|subnet| self.prefixes.get(&subnet).copied())
            .collect::<Option<Vec<Prefix>>>()
            .filter(|prefixes| !prefixes.is_empty())
            .map_or_else(
                || vec![VIRTUAL_NETWORK.to_owned()],
                |prefixes| prefixes.iter().map(Prefix::to_string).collect(),
            )
    }

    /// Subnets of the Bastion hosts in the guarded VNets or connected with them.
    fn bastion_subnets(&self) -> impl Iterator<Item = SubnetId> {
        let plan = self.plan;
        let reaches = move |bastion| {
            self.subnets
                .iter()
                .filter_map(|subnet| plan.vnet_of(*subnet))
                .any(|vnet| connected(plan, vnet.id, bastion))
        };
        plan.bastions
            .iter()
            .filter(move |bastion| reaches(bastion.vnet))
            .filter_map(|bastion| plan.vnet(bastion.vnet))
            .flat_map(|vnet| &vnet.subnets)
            .filter(|subnet| subnet.purpose == SubnetPurpose::Bastion)
            .map(|subnet| subnet.id)
    }

    fn has_public_compute(&self) -> bool {
        super::public_compute_in(self.plan, |subnet| self.guards(subnet))
    }

    /// What ML compute reaches out to, as far as this plan needs it (NSG-43): the rules of its required flows.
    fn compute_outbound(&self) -> Vec<EffectiveRule> {
        required_flows::permits(Workload::Compute, Direction::Outbound)
            .filter(|(when, _)| self.needs(*when))
            .filter_map(|(_, rule)| self.render(&rule))
            .collect()
    }

    fn needs(&self, when: When) -> bool {
        match when {
            When::Instances => {
                let instances = self.plan.instances.iter();
                instances
                    .map(|instance| instance.subnet)
                    .any(|subnet| self.guards(subnet))
            }
            _ => super::required::holds(self.plan, when),
        }
    }

    fn deny_internet(&self) -> Option<EffectiveRule> {
        let rule = self
            .nsg
            .deny_internet
            .then_some(stated::DENY_INTERNET.value)?;
        self.render(&rule)
    }

    /// The rules of the 2019 documentation (NSG-45). SSH is opened only where a cluster asks for it.
    fn classic_compute(&self) -> Vec<EffectiveRule> {
        let mut rules = self.all(stated::CLASSIC_COMPUTE.value);
        let ssh = self
            .plan
            .clusters
            .iter()
            .any(|cluster| cluster.ssh_public_access && self.guards(cluster.subnet));
        if ssh {
            rules.extend(self.render(&stated::CLASSIC_SSH.value));
        }
        rules
    }

    /// The SSH rule on the ports of the attached machines, and what `HDInsight` adds (NSG-46).
    fn attached(&self) -> Vec<EffectiveRule> {
        let machines = || {
            let machines = self.plan.attached.iter();
            machines.filter(|machine| self.guards(machine.subnet))
        };
        let mut rules = self.all(&[stated::ATTACHED_SSH.value]);
        let ports: BTreeSet<u32> = machines()
            .map(|machine| machine.ssh_port)
            .filter(|port| *port > 0)
            .collect();
        if let Some(ssh) = rules.first_mut().filter(|_| !ports.is_empty()) {
            ssh.rule.destination_ports = ports.iter().map(u32::to_string).collect();
        }
        if machines().any(|machine| machine.kind == AttachedKind::HdInsight) {
            rules.extend(self.render(&stated::HDINSIGHT.value));
        }
        // Machines that may not reach the internet still need what ML compute needs (VM-5).
        if self.nsg.deny_internet {
            rules.extend(self.compute_outbound());
            rules.extend(self.deny_internet());
        }
        rules
    }

    /// Traffic inside the cluster, spelled out as soon as a rule of the person denies anything (NSG-47).
    fn aks(&self) -> Vec<EffectiveRule> {
        let denies = |direction| {
            let mut rules = self.nsg.rules.iter();
            rules.any(|rule| rule.access == Access::Deny && rule.direction == direction)
        };
        let inside = self.cluster_ranges();
        [Direction::Inbound, Direction::Outbound]
            .into_iter()
            .filter(|direction| denies(*direction))
            .map(|direction| {
                let rule = SecurityRule {
                    name: match direction {
                        Direction::Inbound => "Allow-Cluster-Inbound".to_owned(),
                        Direction::Outbound => "Allow-Cluster-Outbound".to_owned(),
                    },
                    priority: 100,
                    direction,
                    access: Access::Allow,
                    protocol: Protocol::Any,
                    sources: inside.clone(),
                    source_ports: vec!["*".to_owned()],
                    destinations: inside.clone(),
                    destination_ports: vec!["*".to_owned()],
                    description: "Nodes and pods of a cluster talk to each other.".to_owned(),
                    ..SecurityRule::default()
                };
                EffectiveRule {
                    rule,
                    fact: Some("NSG-47"),
                }
            })
            .collect()
    }

    /// Prefixes of nodes and pods of the clusters that have a pool in a guarded subnet.
    fn cluster_ranges(&self) -> Vec<String> {
        let clusters = self.plan.aks.iter().filter(|aks| {
            let mut subnets = aks
                .pools
                .iter()
                .flat_map(|pool| [pool.node_subnet, pool.pod_subnet]);
            subnets.any(|subnet| self.guards(subnet))
        });
        let mut subnets = self.subnets.clone();
        let mut ranges = Vec::new();
        for aks in clusters {
            for pool in &aks.pools {
                subnets.extend(pool.node_subnet);
                subnets.extend(pool.pod_subnet.filter(|_| aks.uses_pod_subnet()));
            }
            if let Some(pods) = aks.pod_cidr.prefix().filter(|_| aks.uses_pod_cidr()) {
                ranges.push(pods.to_string());
            }
        }
        let mut inside = self.texts(subnets.into_iter());
        ranges.retain(|range| !inside.contains(range));
        inside.append(&mut ranges);
        inside
    }
}
