//! The regions of each cloud.
//!
//! The table says what exists, not whether Azure ML offers computes there, which no page states for all of
//! them. What is absent: which region is paired with which.

use super::{Fact, sources};
use crate::domain::Cloud;

/// A region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Programmatic name, such as `westeurope`.
    pub name: &'static str,
    /// Display name, such as `West Europe`.
    pub display: &'static str,
    /// The cloud it belongs to.
    pub cloud: Cloud,
    /// Whether it is known to be open to everyone; the others are new, planned or restricted.
    pub open: bool,
}

const fn open(name: &'static str, display: &'static str) -> Region {
    Region {
        name,
        display,
        cloud: Cloud::Public,
        open: true,
    }
}

const fn closed(name: &'static str, display: &'static str) -> Region {
    Region {
        open: false,
        ..open(name, display)
    }
}

const fn sovereign(cloud: Cloud, name: &'static str, display: &'static str) -> Region {
    Region {
        cloud,
        ..open(name, display)
    }
}

/// Every region, by cloud and name.
pub const ALL: Fact<&[Region]> = Fact {
    value: &[
        open("australiacentral", "Australia Central"),
        open("australiacentral2", "Australia Central 2"),
        open("australiaeast", "Australia East"),
        open("australiasoutheast", "Australia Southeast"),
        open("austriaeast", "Austria East"),
        open("belgiumcentral", "Belgium Central"),
        open("brazilsouth", "Brazil South"),
        open("brazilsoutheast", "Brazil Southeast"),
        open("canadacentral", "Canada Central"),
        open("canadaeast", "Canada East"),
        open("centralindia", "Central India"),
        open("centralus", "Central US"),
        closed("centraluseuap", "Central US EUAP"),
        open("chilecentral", "Chile Central"),
        open("denmarkeast", "Denmark East"),
        open("eastasia", "East Asia"),
        open("eastus", "East US"),
        open("eastus2", "East US 2"),
        closed("eastus2euap", "East US 2 EUAP"),
        closed("eastus3", "East US 3"),
        open("francecentral", "France Central"),
        open("francesouth", "France South"),
        open("germanynorth", "Germany North"),
        open("germanywestcentral", "Germany West Central"),
        closed("indiasouthcentral", "India South Central"),
        open("indonesiacentral", "Indonesia Central"),
        open("israelcentral", "Israel Central"),
        closed("israelnorthwest", "Israel Northwest"),
        open("italynorth", "Italy North"),
        open("japaneast", "Japan East"),
        open("japanwest", "Japan West"),
        open("jioindiacentral", "Jio India Central"),
        open("jioindiawest", "Jio India West"),
        open("koreacentral", "Korea Central"),
        open("koreasouth", "Korea South"),
        closed("malaysiasouth", "Malaysia South"),
        open("malaysiawest", "Malaysia West"),
        open("mexicocentral", "Mexico Central"),
        open("newzealandnorth", "New Zealand North"),
        open("northcentralus", "North Central US"),
        closed("northeastus5", "Northeast US 5"),
        open("northeurope", "North Europe"),
        open("norwayeast", "Norway East"),
        open("norwaywest", "Norway West"),
        open("polandcentral", "Poland Central"),
        open("qatarcentral", "Qatar Central"),
        closed("saudiarabiaeast", "Saudi Arabia East"),
        open("southafricanorth", "South Africa North"),
        open("southafricawest", "South Africa West"),
        open("southcentralus", "South Central US"),
        closed("southcentralus2", "South Central US 2"),
        open("southeastasia", "Southeast Asia"),
        closed("southeastasia3", "Southeast Asia 3"),
        closed("southeastus", "Southeast US"),
        closed("southeastus3", "Southeast US 3"),
        closed("southeastus5", "Southeast US 5"),
        open("southindia", "South India"),
        closed("southwestus", "Southwest US"),
        open("spaincentral", "Spain Central"),
        open("swedencentral", "Sweden Central"),
        closed("swedensouth", "Sweden South"),
        open("switzerlandnorth", "Switzerland North"),
        open("switzerlandwest", "Switzerland West"),
        open("taiwannorth", "Taiwan North"),
        closed("taiwannorthwest", "Taiwan Northwest"),
        open("uaecentral", "UAE Central"),
        open("uaenorth", "UAE North"),
        open("uksouth", "UK South"),
        open("ukwest", "UK West"),
        open("westcentralus", "West Central US"),
        closed("westcentralusfre", "West Central US FRE"),
        open("westeurope", "West Europe"),
        open("westindia", "West India"),
        open("westus", "West US"),
        open("westus2", "West US 2"),
        open("westus3", "West US 3"),
        sovereign(Cloud::UsGovernment, "usdodcentral", "USDoD Central"),
        sovereign(Cloud::UsGovernment, "usdodeast", "USDoD East"),
        sovereign(Cloud::UsGovernment, "usgovarizona", "USGov Arizona"),
        sovereign(Cloud::UsGovernment, "usgovtexas", "USGov Texas"),
        sovereign(Cloud::UsGovernment, "usgovvirginia", "USGov Virginia"),
        sovereign(Cloud::China, "chinaeast", "China East"),
        sovereign(Cloud::China, "chinaeast2", "China East 2"),
        sovereign(Cloud::China, "chinaeast3", "China East 3"),
        sovereign(Cloud::China, "chinanorth", "China North"),
        sovereign(Cloud::China, "chinanorth2", "China North 2"),
        sovereign(Cloud::China, "chinanorth3", "China North 3"),
    ],
    source: &sources::AVM,
};

/// The regions of a cloud.
pub fn of(cloud: Cloud) -> impl Iterator<Item = &'static Region> {
    ALL.value.iter().filter(move |region| region.cloud == cloud)
}

/// The region with this name: programmatic or displayed, in any case.
pub fn find(name: &str) -> Option<&'static Region> {
    let name = name.trim();
    ALL.value.iter().find(|region| {
        region.name.eq_ignore_ascii_case(name) || region.display.eq_ignore_ascii_case(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_every_region_once_in_order() {
        let keys: Vec<_> = ALL
            .value
            .iter()
            .map(|region| (region.cloud, region.name))
            .collect();
        assert!(
            keys.windows(2).all(|pair| pair[0] < pair[1]),
            "sorted, without twins"
        );
        assert_eq!(of(Cloud::Public).count(), 76);
        assert_eq!(of(Cloud::UsGovernment).count(), 5);
        assert_eq!(of(Cloud::China).count(), 6);
    }

    #[test]
    fn display_names_spell_the_programmatic_ones() {
        for region in of(Cloud::Public) {
            let joined: String = region.display.to_lowercase().split(' ').collect();
            assert_eq!(joined, region.name);
        }
    }

    #[test]
    fn finds_a_region_by_either_name() {
        assert_eq!(
            find("West Europe").map(|region| region.name),
            Some("westeurope")
        );
        assert_eq!(
            find(" WestEurope ").map(|region| region.display),
            Some("West Europe")
        );
        assert!(find("westeurope2").is_none());
        assert!(find("eastus2euap").is_some_and(|region| !region.open));
    }
}
