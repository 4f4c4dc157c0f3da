//! Subnets whose name, size and contents Azure prescribes.

use super::{Source, sources};
use crate::domain::{Subnet, SubnetPurpose};

/// Whether a subnet may have an NSG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NsgUse {
    /// It may.
    Allowed,
    /// The platform protects the subnet itself; whether Azure refuses an NSG is not confirmed.
    Discouraged,
    /// It may not.
    Refused,
}

/// What Azure prescribes for the subnet of one purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedSubnet {
    /// The purpose.
    pub purpose: SubnetPurpose,
    /// The exact, case-sensitive name; `None` if any name will do.
    pub name: Option<&'static str>,
    /// The longest prefix that Azure accepts.
    pub longest: u8,
    /// The longest prefix that Microsoft recommends.
    pub recommended: u8,
    /// Whether it may have an NSG.
    pub nsg: NsgUse,
    /// What stands in it, as it reads after “only”.
    pub occupant: &'static str,
    /// Where this is stated.
    pub source: &'static Source,
}

/// Every such subnet (VNET-40 to VNET-44, VNET-46).
pub const FIXED_SUBNETS: &[FixedSubnet] = &[
    FixedSubnet {
        purpose: SubnetPurpose::Bastion,
        name: Some("AzureBastionSubnet"),
        longest: 26,
        recommended: 26,
        nsg: NsgUse::Allowed,
        occupant: "Azure Bastion",
        source: &sources::BAS_CFG,
    },
    FixedSubnet {
        purpose: SubnetPurpose::Gateway,
        name: Some("GatewaySubnet"),
        longest: 29,
        recommended: 27,
        nsg: NsgUse::Refused,
        occupant: "VPN and ExpressRoute gateways",
        source: &sources::VPN_FAQ,
    },
    FixedSubnet {
        purpose: SubnetPurpose::Firewall,
        name: Some("AzureFirewallSubnet"),
        longest: 26,
        recommended: 26,
        nsg: NsgUse::Discouraged,
        occupant: "Azure Firewall",
        source: &sources::AFW,
    },
    FixedSubnet {
        purpose: SubnetPurpose::FirewallManagement,
        name: Some("AzureFirewallManagementSubnet"),
        longest: 26,
        recommended: 26,
        nsg: NsgUse::Allowed,
        occupant: "Azure Firewall's management NIC",
        source: &sources::AFW,
    },
    FixedSubnet {
        purpose: SubnetPurpose::RouteServer,
        name: Some("RouteServerSubnet"),
        longest: 27,
        recommended: 27,
        nsg: NsgUse::Refused,
        occupant: "Route Server",
        source: &sources::TF,
    },
    FixedSubnet {
        purpose: SubnetPurpose::AksApiServer,
        name: None,
        longest: 28,
        recommended: 28,
        nsg: NsgUse::Allowed,
        occupant: "AKS API servers",
        source: &sources::AKS_APIVNET,
    },
];

/// The service that an AKS API-server subnet must be delegated to (VNET-46).
pub const AKS_DELEGATION: &str = "Microsoft.ContainerService/managedClusters";

/// What Azure prescribes for subnets of this purpose, if anything.
pub fn for_purpose(purpose: SubnetPurpose) -> Option<&'static FixedSubnet> {
    FIXED_SUBNETS.iter().find(|fixed| fixed.purpose == purpose)
}

/// The fixed subnet that this name means to Azure, however it is capitalised.
pub fn for_name(name: &str) -> Option<&'static FixedSubnet> {
    let name = name.trim();
    FIXED_SUBNETS.iter().find(|fixed| {
        fixed
            .name
            .is_some_and(|reserved| reserved.eq_ignore_ascii_case(name))
    })
}

/// True if the subnet is delegated to AKS.
pub fn is_delegated_to_aks(subnet: &Subnet) -> bool {
    subnet
        .delegation
        .trim()
        .eq_ignore_ascii_case(AKS_DELEGATION)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_mean_their_subnet_in_any_case() {
        let fixed = for_name(" azurebastionsubnet ").expect("reserved");
        assert_eq!(fixed.purpose, SubnetPurpose::Bastion);
        assert_eq!(for_name("snet-train"), None);
    }

    #[test]
    fn no_subnet_is_recommended_smaller_than_accepted() {
        for fixed in FIXED_SUBNETS {
            assert!(fixed.recommended <= fixed.longest, "{:?}", fixed.purpose);
        }
    }
}
