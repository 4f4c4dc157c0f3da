//! What the firewalls of a plan let through: one list of rules, for the answers about flows and for the
//! files.
//!
//! A firewall of the plan has the rules that the machines behind it need, and no others: a plan holds no
//! firewall rules of a person's own.

mod pass;

use super::presets::effective_rules;
use crate::azure::outbound::{self, Destination, Need};
use crate::domain::{
    Access, Direction, Firewall, Nsg, NsgId, NsgPreset, Placement, Plan, Protocol, Subnet,
    SubnetId, SubnetPurpose,
};
use crate::topology::{Addressing, Egress, Prefixes, egress, firewall_address};

pub(super) use pass::pass;

/// The rules of a firewall: everything here is allowed, and nothing else.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirewallRules {
    /// Rules by address, tag and port. They are looked at first.
    pub network: Vec<NetworkRule>,
    /// Rules by host name, for web traffic.
    pub application: Vec<ApplicationRule>,
}

/// A firewall rule by address, service tag and port.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkRule {
    /// Name.
    pub name: String,
    /// Protocol.
    pub protocol: Protocol,
    /// Source prefixes.
    pub sources: Vec<String>,
    /// Destination prefixes or service tags.
    pub destinations: Vec<String>,
    /// Destination ports.
    pub ports: Vec<String>,
}

/// A firewall rule by host name.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplicationRule {
    /// Name.
    pub name: String,
    /// Source prefixes.
    pub sources: Vec<String>,
    /// Host names; `*.` at the start stands for every name below.
    pub hosts: Vec<String>,
    /// Whether HTTPS on port 443 is let through.
    pub https: bool,
    /// Whether plain HTTP on port 80 is let through.
    pub plain_http: bool,
}

/// The rules of a firewall: by service tag what ML compute needs, by host name what has no tag.
pub fn firewall_rules(plan: &Plan, prefixes: &Prefixes, firewall: &Firewall) -> FirewallRules {
    let needs = Needs { plan, prefixes };
    let behind: Vec<&Subnet> = plan
        .subnets()
        .map(|(_, subnet)| subnet)
        .filter(|subnet| leaves_through(plan, prefixes, subnet.id, firewall))
        .collect();
    let with = |purposes: &[SubnetPurpose]| -> Vec<&Subnet> {
        let wanted = behind
            .iter()
            .filter(|subnet| purposes.contains(&subnet.purpose));
        wanted.copied().collect()
    };
    let computes = with(&[SubnetPurpose::Training]);
    // People on a jump host sign in and use studio like any client.
    let clients = with(&[SubnetPurpose::Training, SubnetPurpose::VirtualMachines]);
    let nodes = with(&[SubnetPurpose::AksNodes]);
    let mut application = needs.by_name("ml", outbound::MACHINE_LEARNING, &clients);
    application.extend(needs.by_name("aks", outbound::AKS, &nodes));
    FirewallRules {
        network: needs.by_tag(&computes),
        application,
    }
}

/// True if a firewall stands in Azure already, so that its rules are not in the plan.
pub(super) fn exists(plan: &Plan, firewall: &Firewall) -> bool {
    plan.vnet(firewall.vnet).is_some_and(|vnet| {
        let mut subnets = vnet.subnets.iter();
        let home = subnets.find(|subnet| subnet.purpose == SubnetPurpose::Firewall);
        vnet.placement == Placement::Existing
            && home.is_some_and(|subnet| subnet.placement == Placement::Existing)
    })
}

/// A plan, asked for what its machines need.
struct Needs<'a> {
    plan: &'a Plan,
    prefixes: &'a Prefixes,
}

impl Needs<'_> {
    /// What an NSG around these subnets would let out to Azure, as rules of the firewall.
    fn by_tag(&self, subnets: &[&Subnet]) -> Vec<NetworkRule> {
        let sources = self.prefixes_of(subnets);
        if sources.is_empty() {
            return Vec::new();
        }
        let mut guarded = self.plan.clone();
        let id = NsgId(guarded.next_id());
        guarded.nsgs.push(Nsg {
            id,
            preset: NsgPreset::Training,
            ..Nsg::default()
        });
        for subnet in subnets {
            if let Some(subnet) = guarded.subnet_mut(subnet.id) {
                subnet.nsg = Some(id);
            }
        }
        effective_rules(&guarded, self.prefixes, id)
            .into_iter()
            .map(|effective| effective.rule)
            .filter(|rule| rule.direction == Direction::Outbound && rule.access == Access::Allow)
            .filter(|rule| !rule.destinations.iter().any(|to| stays_inside(to)))
            .map(|rule| NetworkRule {
                name: rule.name,
                protocol: rule.protocol,
                sources: sources.clone(),
                destinations: rule.destinations,
                ports: rule.destination_ports,
            })
            .collect()
    }

    /// Host names that these subnets need, as far as a firewall can let them out by name.
    fn by_name(
        &self,
        prefix: &str,
        destinations: &[Destination],
        subnets: &[&Subnet],
    ) -> Vec<ApplicationRule> {
        let sources = self.prefixes_of(subnets);
        let basics = &self.plan.basics;
        destinations
            .iter()
            .filter(|destination| destination.is_web() && self.needs(destination.need))
            .map(|destination| ApplicationRule {
                name: format!("{prefix}-{}", slug(destination.purpose)),
                sources: sources.clone(),
                hosts: destination.hosts(basics.cloud, &basics.region),
                https: destination.ports.contains(&443),
                plain_http: destination.ports.contains(&80),
            })
            .filter(|rule| !(rule.hosts.is_empty() || rule.sources.is_empty()))
            .collect()
    }

    /// Whether this plan needs such a destination. What only convenience needs stays closed.
    fn needs(&self, need: Need) -> bool {
        let aks = &self.plan.aks;
        match need {
            Need::Compute | Need::Packages | Need::Aks => true,
            Need::Instances => !self.plan.instances.is_empty(),
            Need::HighBusinessImpact => self.plan.workspace.high_business_impact,
            Need::WithoutMonitorScope => !self.plan.workspace.insights.private_link_scope,
            Need::AksExtension => aks.iter().any(|aks| aks.training || aks.inference),
            Need::AksTraining => aks.iter().any(|aks| aks.training),
            Need::AutoMl | Need::VsCode | Need::RStudio | Need::AksGpu => false,
        }
    }

    fn prefixes_of(&self, subnets: &[&Subnet]) -> Vec<String> {
        subnets
            .iter()
            .filter_map(|subnet| self.prefixes.get(&subnet.id))
            .map(ToString::to_string)
            .collect()
    }
}

/// True if packets of this subnet leave through this firewall.
fn leaves_through(plan: &Plan, prefixes: &Prefixes, subnet: SubnetId, firewall: &Firewall) -> bool {
    match egress(plan, subnet, Addressing::Private) {
        Some(Egress::Firewall { firewall: id, .. }) => id == firewall.id,
        // A route that the person wrote, to the firewall's address.
        Some(Egress::Appliance { address, .. }) => {
            let address = address.address();
            address.is_some() && address == firewall_address(plan, prefixes, firewall)
        }
        _ => false,
    }
}

/// Traffic between networks of the plan does not leave, and a rule for it would open more than is needed.
fn stays_inside(destination: &str) -> bool {
    destination.eq_ignore_ascii_case("VirtualNetwork")
}

/// A rule name of what a destination is for: `Images from Microsoft` becomes `images-from-microsoft`.
fn slug(purpose: &str) -> String {
    purpose
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect::<Vec<_>>()
        .join("-")
}
