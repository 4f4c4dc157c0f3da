//! The catalogue of required flows: which connections Azure ML needs, who needs them, why, and what breaks
//! without them. Dated data, with a source for every row.
//!
//! A row has a code that never changes meaning and is never reused: `FLW-`, three letters for who needs it
//! (`CMP` compute, `BLD` image build, `BAT` batch, `ATT` attached machines, `HDI` `HDInsight`, `AKS` nodes, `API`
//! servers of AKS, `JMP` jump hosts, `BAS` Bastion, `ONP` on-premises) and two digits. Rows that an NSG preset serves hold the very rule
//! of the preset, so that what is generated and what is asked cannot differ. What is absent: a plan. Which
//! machines and endpoints a row is about in a plan is decided in `flow::required`.

mod compute;
mod kubernetes;
mod machines;

use super::outbound::Need;
use super::security_rules::{Place, StatedRule};
use super::{Source, sources};
use crate::domain::{Direction, PrivateEndpointKind, Protocol};

/// An edition of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Goes up whenever a row is added, changed or withdrawn.
    pub number: u32,
    /// The day on which the rows were last compared with their sources, ISO 8601.
    pub checked: &'static str,
}

/// The edition of this catalogue.
pub const EDITION: Edition = Edition {
    number: 1,
    checked: "2026-11-24",
};

/// Who needs a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Workload {
    /// Clusters, instances and serverless nodes of Azure ML.
    Compute,
    /// The cluster that builds images.
    ImageBuild,
    /// Batch endpoints and who invokes them.
    Batch,
    /// Attached virtual machines.
    Attached,
    /// Attached `HDInsight` clusters.
    HdInsight,
    /// AKS nodes, and the Azure ML extension on them.
    Aks,
    /// API servers of AKS in a subnet of the plan.
    ApiServer,
    /// Jump hosts and the people on them.
    JumpHost,
    /// Azure Bastion.
    Bastion,
    /// People and agents on-premises.
    OnPremises,
}

/// When a flow is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Always.
    Always,
    /// For computes with public IP addresses, by today's rules.
    PublicIp,
    /// For computes with public IP addresses, by the rules of 2019.
    ClassicPublicIp,
    /// In every cloud but Azure China.
    OutsideChina,
    /// Without an Azure Monitor private link scope.
    WithoutMonitorScope,
    /// For a workspace of high business impact.
    HighBusinessImpact,
    /// When the plan has private endpoints.
    PrivateEndpoints,
    /// When no private endpoint leads to the file service of a storage account.
    PublicFileShare,
    /// For compute instances.
    Instances,
    /// For AKS clusters that may reach the internet.
    Outbound,
    /// The same, with the Azure ML extension.
    Extension,
    /// The same, with an extension that trains.
    Training,
}

/// The other end of a flow, seen from the workload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// An Azure service by its tag, or `Internet`.
    Tag(&'static str),
    /// The same, in the region of the workspace.
    Regional(&'static str),
    /// A service of the plan: by its private endpoint, or by its name while it has none.
    Service(PrivateEndpointKind),
    /// The services of storage accounts beside the workspace's own, by their private endpoints.
    DataAccounts,
    /// The hosts of one row of `outbound`, known by its fact and its need.
    Hosts(&'static str, Need),
    /// The DNS servers that the VNet asks.
    Dns,
    /// Other machines of the same workload.
    Itself,
    /// Pods that stand in a subnet of their own.
    Pods,
    /// The subnet of an AKS API server.
    ApiServer,
    /// Machines that people log in to through Bastion, with Linux or with Windows.
    LinuxHosts,
    /// The same with Windows.
    WindowsHosts,
}

/// A required flow as stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Its code.
    pub code: &'static str,
    /// Who needs it.
    pub workload: Workload,
    /// When it is needed.
    pub when: When,
    /// Which way it goes, seen from the workload.
    pub direction: Direction,
    /// The other end.
    pub other: Other,
    /// Protocol.
    pub protocol: Protocol,
    /// Ports of the end that answers; empty means the protocol as a whole.
    pub ports: &'static [u16],
    /// The rule of an NSG preset that lets it through, for flows that presets know.
    pub permit: Option<StatedRule>,
    /// Whether the workload fails without it. Otherwise a part of it does.
    pub essential: bool,
    /// Why it exists.
    pub why: &'static str,
    /// What does not work without it.
    pub breaks: &'static str,
    /// Ids of the facts that state it.
    pub facts: &'static [&'static str],
    /// Where it is stated.
    pub sources: &'static [&'static Source],
}

const HTTPS: &[u16] = &[443];
/// Port of DNS queries (VM-10).
const DNS: &[u16] = &[53];

impl Flow {
    const fn new(code: &'static str, workload: Workload, other: Other) -> Self {
        Self {
            code,
            workload,
            when: When::Always,
            direction: Direction::Outbound,
            other,
            protocol: Protocol::Tcp,
            ports: HTTPS,
            permit: None,
            essential: true,
            why: "",
            breaks: "",
            facts: &[],
            sources: &[&sources::AML_FW],
        }
    }

    /// A flow that a rule of a preset lets through: it has the rule's direction, protocol and other end.
    const fn permitted(
        code: &'static str,
        workload: Workload,
        rule: StatedRule,
        ports: &'static [u16],
    ) -> Self {
        let place = match rule.direction {
            Direction::Inbound => rule.source,
            Direction::Outbound => rule.destination,
        };
        let other = match place {
            Place::Tag(tag) => Other::Tag(tag),
            Place::Regional(tag) => Other::Regional(tag),
            Place::Any | Place::Guarded | Place::BastionHosts => Other::Itself,
        };
        let mut flow = Self::new(code, workload, other);
        flow.direction = rule.direction;
        flow.protocol = rule.protocol;
        flow.ports = ports;
        flow.permit = Some(rule);
        flow
    }

    const fn when(mut self, when: When) -> Self {
        self.when = when;
        self
    }

    const fn with(mut self, other: Other) -> Self {
        self.other = other;
        self
    }

    const fn on(mut self, protocol: Protocol, ports: &'static [u16]) -> Self {
        self.protocol = protocol;
        self.ports = ports;
        self
    }

    const fn inbound(mut self) -> Self {
        self.direction = Direction::Inbound;
        self
    }

    const fn optional(mut self) -> Self {
        self.essential = false;
        self
    }

    const fn because(mut self, why: &'static str, breaks: &'static str) -> Self {
        self.why = why;
        self.breaks = breaks;
        self
    }

    const fn stated(
        mut self,
        facts: &'static [&'static str],
        sources: &'static [&'static Source],
    ) -> Self {
        self.facts = facts;
        self.sources = sources;
        self
    }
}

/// Every flow, in the order of its codes within a workload.
pub fn all() -> impl Iterator<Item = &'static Flow> {
    let tables = [compute::FLOWS, machines::FLOWS, kubernetes::FLOWS];
    tables.into_iter().flatten()
}

/// The flows of one workload.
pub fn of(workload: Workload) -> impl Iterator<Item = &'static Flow> {
    all().filter(move |flow| flow.workload == workload)
}

/// The rules that let flows of a workload through, with when they are needed, each once.
pub fn permits(
    workload: Workload,
    direction: Direction,
) -> impl Iterator<Item = (When, StatedRule)> {
    let mut seen: Vec<&str> = Vec::new();
    of(workload).filter_map(move |flow| {
        let rule = flow.permit.filter(|rule| rule.direction == direction)?;
        if seen.contains(&rule.name) {
            return None;
        }
        seen.push(rule.name);
        Some((flow.when, rule))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::azure::security_rules as rules;
    use crate::azure::{outbound, service_tags};
    use crate::domain::Cloud;

    #[test]
    fn codes_are_unique_and_say_who_needs_the_flow() {
        let codes: BTreeSet<&str> = all().map(|flow| flow.code).collect();
        assert_eq!(codes.len(), all().count());
        for flow in all() {
            let letters = match flow.workload {
                Workload::Compute => "CMP",
                Workload::ImageBuild => "BLD",
                Workload::Batch => "BAT",
                Workload::Attached => "ATT",
                Workload::HdInsight => "HDI",
                Workload::Aks => "AKS",
                Workload::ApiServer => "API",
                Workload::JumpHost => "JMP",
                Workload::Bastion => "BAS",
                Workload::OnPremises => "ONP",
            };
            let number = flow.code.strip_prefix(&format!("FLW-{letters}"));
            let number = number.unwrap_or_else(|| panic!("{}", flow.code));
            assert!(
                number.len() == 2 && number.parse::<u8>().is_ok(),
                "{}",
                flow.code
            );
        }
    }

    #[test]
    fn every_flow_says_why_what_breaks_and_where_that_is_stated() {
        for flow in all() {
            for sentence in [flow.why, flow.breaks] {
                assert!(
                    sentence.ends_with('.') && sentence.len() > 20,
                    "{}",
                    flow.code
                );
            }
            assert!(
                !flow.facts.is_empty() && !flow.sources.is_empty(),
                "{}",
                flow.code
            );
            assert!(!flow.ports.contains(&0), "{}", flow.code);
            // It becomes the description of a security rule (NSG-25).
            assert!(flow.why.chars().count() <= 140, "{}", flow.code);
            if let Some(rule) = flow.permit {
                let named = flow.facts.contains(&rule.fact);
                assert!(named, "{} does not name {}", flow.code, rule.fact);
            }
        }
    }

    #[test]
    fn ends_are_known_tags_and_listed_hosts() {
        for flow in all() {
            match flow.other {
                Other::Tag(tag) => assert!(service_tags::read(tag).is_some(), "{tag}"),
                Other::Regional(tag) => {
                    let tag = service_tags::read(tag).expect("a tag");
                    assert!(tag.tag.regional, "{}", flow.code);
                }
                Other::Hosts(fact, need) => {
                    let mut rows =
                        outbound::all().filter(|row| (row.fact, row.need) == (fact, need));
                    let port = flow.ports.first().expect("a port");
                    let fits = rows.any(|row| {
                        row.ports.contains(port) && !row.hosts(Cloud::Public, "eastus").is_empty()
                    });
                    assert!(fits, "{}", flow.code);
                }
                _ => {}
            }
        }
    }

    /// The ports that a rule's texts stand for; of a range its first.
    fn first_ports(rule: &StatedRule) -> BTreeSet<u16> {
        let first = |text: &&str| text.split('-').next().and_then(|port| port.parse().ok());
        rule.ports.iter().filter_map(first).collect()
    }

    #[test]
    fn the_ports_of_a_preset_rule_are_those_of_its_flows() {
        let mut ports: BTreeMap<&str, (StatedRule, BTreeSet<u16>)> = BTreeMap::new();
        for flow in all() {
            let Some(rule) = flow.permit else { continue };
            let entry = ports.entry(rule.name).or_insert((rule, BTreeSet::new()));
            entry.1.extend(flow.ports);
        }
        for (name, (rule, asked)) in &ports {
            let missing: Vec<_> = first_ports(rule).difference(asked).copied().collect();
            assert!(missing.is_empty(), "no flow asks for {missing:?} of {name}");
        }
    }

    #[test]
    fn every_rule_of_a_preset_that_allows_serves_a_flow() {
        let served: BTreeSet<&str> = all().filter_map(|flow| Some(flow.permit?.name)).collect();
        let sets = [rules::BASTION, rules::PUBLIC_COMPUTE];
        let single = [rules::ATTACHED_SSH, rules::HDINSIGHT].map(|fact| fact.value);
        let sets = sets.iter().flat_map(|set| set.value).copied();
        for rule in sets.chain(single) {
            assert!(served.contains(rule.name), "{} serves no flow", rule.name);
        }
    }

    #[test]
    fn permits_come_once_each_in_the_order_of_their_priorities() {
        let outbound: Vec<u32> = permits(Workload::Compute, Direction::Outbound)
            .map(|(_, rule)| rule.priority)
            .collect();
        assert_eq!(outbound.len(), 14);
        assert!(outbound.is_sorted_by(|one, next| one < next));
    }
}
