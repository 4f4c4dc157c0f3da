//! Service endpoints of subnets, and the service tags whose addresses they route directly (UDR-3).

use super::{Fact, sources};

/// A service endpoint and the tag of what it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceEndpoint {
    /// Its name as Azure writes it.
    pub name: &'static str,
    /// The tag of the addresses that it routes.
    pub tag: &'static str,
    /// Whether it reaches the region of the VNet only. Azure adds the paired region for storage; which one
    /// that is, this table does not say.
    pub regional: bool,
}

/// The endpoints of services that a workspace uses.
pub const ALL: Fact<&[ServiceEndpoint]> = Fact {
    value: &[
        ServiceEndpoint {
            name: "Microsoft.Storage",
            tag: "Storage",
            regional: true,
        },
        ServiceEndpoint {
            name: "Microsoft.Storage.Global",
            tag: "Storage",
            regional: false,
        },
        ServiceEndpoint {
            name: "Microsoft.KeyVault",
            tag: "AzureKeyVault",
            regional: false,
        },
        ServiceEndpoint {
            name: "Microsoft.ContainerRegistry",
            tag: "AzureContainerRegistry",
            regional: false,
        },
        ServiceEndpoint {
            name: "Microsoft.AzureActiveDirectory",
            tag: "AzureActiveDirectory",
            regional: false,
        },
    ],
    source: &sources::NET_SE,
};

/// The endpoint with this name, in any case.
pub fn find(name: &str) -> Option<&'static ServiceEndpoint> {
    ALL.value
        .iter()
        .find(|endpoint| endpoint.name.eq_ignore_ascii_case(name.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::azure::service_tags;

    #[test]
    fn every_endpoint_reaches_a_known_tag() {
        for endpoint in ALL.value {
            let tag = service_tags::read(endpoint.tag).expect("a tag").tag;
            assert!(tag.regional || !endpoint.regional, "{}", endpoint.name);
        }
        assert_eq!(
            find(" microsoft.storage ").map(|it| it.tag),
            Some("Storage")
        );
        assert_eq!(find("Microsoft.Sql"), None);
    }
}
