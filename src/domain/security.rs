//! Network security groups as planned.

use super::{NsgId, Placement, SecurityRuleId};

words! {
    /// What a security rule does with a match.
    pub enum Access {
        /// Lets it through.
        Allow = "allow" : "Allow",
        /// Stops it.
        Deny = "deny" : "Deny",
    }
}

words! {
    /// Which way a security rule looks.
    pub enum Direction {
        /// Towards the subnet or interface.
        Inbound = "inbound" : "Inbound",
        /// Away from it.
        Outbound = "outbound" : "Outbound",
    }
}

words! {
    /// The protocol that a security rule matches.
    pub enum Protocol {
        /// Any protocol.
        Any = "any" : "Any",
        /// TCP.
        Tcp = "tcp" : "TCP",
        /// UDP.
        Udp = "udp" : "UDP",
        /// ICMP.
        Icmp = "icmp" : "ICMP",
        /// IPsec ESP.
        Esp = "esp" : "ESP",
        /// IPsec AH.
        Ah = "ah" : "AH",
    }
}

/// A security rule as typed. Addresses and ports are lists, as in an augmented rule; `*` means any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityRule {
    /// Identity.
    pub id: SecurityRuleId,
    /// Name as typed.
    pub name: String,
    /// 100 to 4096; lower numbers are looked at first.
    pub priority: u32,
    /// Which way it looks.
    pub direction: Direction,
    /// What it does with a match.
    pub access: Access,
    /// Protocol.
    pub protocol: Protocol,
    /// Source prefixes, addresses or one service tag.
    pub sources: Vec<String>,
    /// Source ports or port ranges.
    pub source_ports: Vec<String>,
    /// Destination prefixes, addresses or one service tag.
    pub destinations: Vec<String>,
    /// Destination ports or port ranges.
    pub destination_ports: Vec<String>,
    /// Why the rule exists.
    pub description: String,
}

words! {
    /// Rules that an NSG gets from what its subnets carry, before its own.
    pub enum NsgPreset {
        /// None: only the rules written down.
        None = "none" : "Only my rules",
        /// What Azure ML compute needs; follows the computes' public-IP choice and the rule profile.
        Training = "training" : "ML compute",
        /// Access to private endpoints.
        PrivateEndpoints = "private_endpoints" : "Private endpoints",
        /// What Azure Bastion requires of an NSG.
        Bastion = "bastion" : "Azure Bastion",
        /// Administration through Bastion only.
        JumpHost = "jump_host" : "Jump host",
        /// The SSH rule for attached VMs and `HDInsight`.
        AttachedCompute = "attached_compute" : "Attached VM or HDInsight",
        /// Traffic inside an AKS cluster.
        Aks = "aks" : "AKS",
    }
}

/// A network security group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nsg {
    /// Identity.
    pub id: NsgId,
    /// Name as typed.
    pub name: String,
    /// Create it, or use one that exists.
    pub placement: Placement,
    /// Resource id, when it exists already.
    pub resource_id: String,
    /// Rules generated from the plan.
    pub preset: NsgPreset,
    /// For presets: whether all other traffic to the internet is denied.
    pub deny_internet: bool,
    /// Rules written down by the person.
    pub rules: Vec<SecurityRule>,
}
