//! Service tags: which there are, which have a regional form, and which lies inside which.
//!
//! A tag is a symbol here, never a set of prefixes: Microsoft publishes those weekly. Unknown tags are
//! nobody's error; asking about them answers "not known".

use super::{Fact, sources};

/// A service tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceTag {
    /// Its name as Azure writes it.
    pub name: &'static str,
    /// Whether `name.<region>` exists (AML-44).
    pub regional: bool,
    /// Where its addresses lie.
    pub scope: TagScope,
}

/// Where the addresses of a tag lie (NSG-30 to NSG-35).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagScope {
    /// Public addresses of an Azure service: inside `AzureCloud`, which is inside `Internet`.
    Service,
    /// Azure's own addresses inside a VNet; never on the internet.
    Platform,
    /// The VNet, its peers and what is joined by gateways.
    Network,
    /// Everything public.
    Internet,
}

const fn tag(name: &'static str, regional: bool, scope: TagScope) -> ServiceTag {
    ServiceTag {
        name,
        regional,
        scope,
    }
}

/// The tag of a VNet and its surroundings.
pub const VIRTUAL_NETWORK: &str = "VirtualNetwork";
/// The tag of everything public.
pub const INTERNET: &str = "Internet";
/// The tag of all Azure services.
pub const AZURE_CLOUD: &str = "AzureCloud";

/// Every tag that the product knows, by name.
pub const ALL: Fact<&[ServiceTag]> = Fact {
    value: &[
        tag("AzureActiveDirectory", false, TagScope::Service),
        tag(AZURE_CLOUD, true, TagScope::Service),
        tag("AzureContainerRegistry", true, TagScope::Service),
        tag("AzureFrontDoor.FirstParty", false, TagScope::Service),
        tag("AzureFrontDoor.Frontend", false, TagScope::Service),
        tag("AzureKeyVault", true, TagScope::Service),
        tag("AzureLoadBalancer", false, TagScope::Platform),
        tag("AzureMachineLearning", false, TagScope::Service),
        tag("AzureMonitor", false, TagScope::Service),
        tag("AzurePlatformDNS", false, TagScope::Platform),
        tag("AzurePlatformIMDS", false, TagScope::Platform),
        tag("AzurePlatformLKM", false, TagScope::Platform),
        tag("AzureResourceManager", false, TagScope::Service),
        // The table of 2021 knows no regional form; the Azure ML documents require it.
        tag("BatchNodeManagement", true, TagScope::Service),
        tag("GatewayManager", false, TagScope::Platform),
        tag("HDInsight", true, TagScope::Service),
        tag(INTERNET, false, TagScope::Internet),
        tag("MicrosoftContainerRegistry", true, TagScope::Service),
        tag("Storage", true, TagScope::Service),
        tag(VIRTUAL_NETWORK, false, TagScope::Network),
    ],
    source: &sources::NET_TAGS,
};

/// A tag as written: the tag, and the region behind the dot if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagText<'a> {
    /// The tag.
    pub tag: &'static ServiceTag,
    /// The region as written.
    pub region: Option<&'a str>,
}

/// Reads a tag, in any case; `None` if no known tag is written here.
///
/// A region behind a tag that has no regional form is read all the same, so that a rule can point at it.
pub fn read(text: &str) -> Option<TagText<'_>> {
    let text = text.trim();
    let named = |name: &str| {
        ALL.value
            .iter()
            .find(|tag| tag.name.eq_ignore_ascii_case(name))
    };
    if let Some(tag) = named(text) {
        return Some(TagText { tag, region: None });
    }
    let (name, region) = text.rsplit_once('.')?;
    Some(TagText {
        tag: named(name).filter(|_| !region.is_empty())?,
        region: Some(region),
    })
}

impl TagText<'_> {
    /// Whether every address of `other` is one of this tag (NSG-31). `false` where that is not known.
    pub fn contains(self, other: TagText<'_>) -> bool {
        if self.tag.scope == TagScope::Internet {
            return matches!(other.tag.scope, TagScope::Internet | TagScope::Service);
        }
        let same_region = match (self.region, other.region) {
            (None, _) => true,
            (Some(mine), Some(theirs)) => mine.eq_ignore_ascii_case(theirs),
            (Some(_), None) => false,
        };
        let inside_cloud = self.tag.name == AZURE_CLOUD && other.tag.scope == TagScope::Service;
        same_region && (self.tag == other.tag || inside_cloud)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> TagText<'_> {
        read(text).expect("a known tag")
    }

    #[test]
    fn knows_every_tag_once_in_order() {
        let names: Vec<String> = ALL
            .value
            .iter()
            .map(|tag| tag.name.to_lowercase())
            .collect();
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn knows_the_tags_of_every_stated_rule() {
        use crate::azure::security_rules::{self as stated, Place};
        use crate::azure::{required_flows, service_routes};
        let sets = [
            stated::DEFAULTS,
            stated::BASTION,
            stated::JUMP_HOST,
            stated::PRIVATE_ENDPOINTS,
        ];
        let sets = sets
            .iter()
            .chain([&stated::PUBLIC_COMPUTE, &stated::CLASSIC_COMPUTE]);
        let permits: Vec<_> = required_flows::all()
            .filter_map(|flow| flow.permit)
            .collect();
        let single = [
            stated::DENY_INTERNET,
            stated::ATTACHED_SSH,
            stated::HDINSIGHT,
        ];
        let rules = sets.flat_map(|set| set.value).chain(&permits);
        for rule in rules.copied().chain(single.map(|fact| fact.value)) {
            for place in [rule.source, rule.destination] {
                match place {
                    Place::Tag(name) => assert!(read(name).is_some(), "{name}"),
                    Place::Regional(name) => assert!(tag(name).tag.regional, "{name}"),
                    _ => {}
                }
            }
        }
        assert!(read(service_routes::PUBLIC_COMPUTE.value).is_some());
        assert!(tag(service_routes::CLASSIC_COMPUTE.value).tag.regional);
        assert!(tag(service_routes::HDINSIGHT.value).tag.regional);
    }

    #[test]
    fn reads_tags_in_any_case_with_and_without_region() {
        assert_eq!(tag("storage.WestEurope").tag.name, "Storage");
        assert_eq!(tag("storage.WestEurope").region, Some("WestEurope"));
        assert_eq!(tag("azurefrontdoor.frontend").region, None);
        assert_eq!(tag("AzureMachineLearning.eastus").region, Some("eastus"));
        assert_eq!(read("NoSuchTag"), None);
        assert_eq!(read("Storage."), None);
        assert_eq!(read("10.0.0.0/16"), None);
    }

    #[test]
    fn a_service_lies_inside_its_cloud_and_the_internet() {
        for (outer, inner, expected) in [
            ("Storage", "Storage.eastus", true),
            ("Storage.eastus", "Storage", false),
            ("Storage.eastus", "Storage.westus", false),
            ("Storage.eastus", "storage.EASTUS", true),
            ("AzureCloud", "Storage.eastus", true),
            ("AzureCloud.eastus", "Storage.eastus", true),
            ("AzureCloud.westus", "Storage.eastus", false),
            ("AzureCloud.eastus", "AzureActiveDirectory", false),
            ("Internet", "AzureCloud", true),
            ("Internet", "AzureMachineLearning", true),
            ("Internet", "VirtualNetwork", false),
            ("Internet", "AzureLoadBalancer", false),
            ("VirtualNetwork", "Internet", false),
            ("Storage", "AzureKeyVault", false),
        ] {
            assert_eq!(tag(outer).contains(tag(inner)), expected, "{outer} {inner}");
        }
    }
}
