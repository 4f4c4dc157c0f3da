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

impl Nsg {
    /// Exchanges a rule with the next one of its direction that is looked at before it (or after it): both
    /// their priorities and their places in the list. False if there is none.
    pub fn exchange(&mut self, rule: SecurityRuleId, earlier: bool) -> bool {
        let Some(at) = self.rules.iter().position(|it| it.id == rule) else {
            return false;
        };
        let Some((direction, priority)) = self.rules.get(at).map(|it| (it.direction, it.priority))
        else {
            return false;
        };
        let others = self.rules.iter().enumerate().filter(|(index, it)| {
            *index != at && it.direction == direction && (it.priority < priority) == earlier
        });
        let other = if earlier {
            others.max_by_key(|(_, it)| it.priority)
        } else {
            others.min_by_key(|(_, it)| it.priority)
        };
        let Some((other, theirs)) = other.map(|(index, it)| (index, it.priority)) else {
            return false;
        };
        self.rules.swap(at, other);
        for (index, priority) in [(at, priority), (other, theirs)] {
            if let Some(rule) = self.rules.get_mut(index) {
                rule.priority = priority;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(nsg: &Nsg) -> Vec<(u32, u32)> {
        nsg.rules
            .iter()
            .map(|rule| (rule.id.0, rule.priority))
            .collect()
    }

    #[test]
    fn a_rule_changes_places_with_its_neighbour_of_the_same_direction() {
        let rule = |id, priority, direction| SecurityRule {
            id: SecurityRuleId(id),
            priority,
            direction,
            ..SecurityRule::default()
        };
        let mut nsg = Nsg {
            rules: vec![
                rule(1, 100, Direction::Inbound),
                rule(2, 105, Direction::Outbound),
                rule(3, 110, Direction::Inbound),
            ],
            ..Nsg::default()
        };
        assert!(nsg.exchange(SecurityRuleId(3), true));
        assert_eq!(order(&nsg), [(3, 100), (2, 105), (1, 110)]);
        assert!(nsg.exchange(SecurityRuleId(3), false));
        assert_eq!(order(&nsg), [(1, 100), (2, 105), (3, 110)]);
        assert!(
            !nsg.exchange(SecurityRuleId(1), true),
            "the first stays first"
        );
        assert!(
            !nsg.exchange(SecurityRuleId(2), false),
            "alone in its direction"
        );
        assert!(!nsg.exchange(SecurityRuleId(9), false), "no such rule");
    }
}
