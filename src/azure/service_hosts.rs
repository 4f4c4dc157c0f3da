//! Which service tag the public address behind a host name belongs to.
//!
//! NSGs and routes see addresses, firewalls see names; this table joins the two where the pages name both for
//! the same need (AML-30 to AML-40 beside AML-50 to AML-64). Absent: everything else, which is taken to be a
//! host on the internet that belongs to no service.

use super::clouds::suffixes;
use super::{Fact, sources};
use crate::domain::Cloud;

/// The end of a host name, without a leading dot, and the tag of what answers there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hosts {
    suffix: &'static str,
    tag: &'static str,
    /// Whether the tag is meant in the region of the workspace.
    regional: bool,
}

const fn hosts(suffix: &'static str, tag: &'static str, regional: bool) -> Hosts {
    Hosts {
        suffix,
        tag,
        regional,
    }
}

/// Hosts with the same name in every cloud, or in one only. Longer ends come before shorter ones.
const FIXED: Fact<&[Hosts]> = Fact {
    value: &[
        hosts("data.mcr.microsoft.com", "AzureFrontDoor.FirstParty", false),
        hosts("mcr.microsoft.com", "MicrosoftContainerRegistry", false),
        hosts("batch.azure.com", "BatchNodeManagement", true),
        hosts("applicationinsights.azure.com", "AzureMonitor", false),
        hosts("applicationinsights.microsoft.com", "AzureMonitor", false),
        hosts("dc.services.visualstudio.com", "AzureMonitor", false),
        hosts("monitor.azure.com", "AzureMonitor", false),
        hosts("opinsights.azure.com", "AzureMonitor", false),
        hosts("azureml.ms", "AzureMachineLearning", false),
        hosts("azureml.net", "AzureMachineLearning", false),
        hosts("azureml.us", "AzureMachineLearning", false),
        hosts("azureml.cn", "AzureMachineLearning", false),
        hosts("ml.azure.us", "AzureMachineLearning", false),
        hosts("ml.azure.cn", "AzureMachineLearning", false),
    ],
    source: &sources::AML_FW,
};

/// The service tag of a host name, and whether it is meant in the region of the workspace.
pub fn tag_of(host: &str, cloud: Cloud) -> Option<(&'static str, bool)> {
    let names = suffixes(cloud).value;
    let of_cloud = [
        hosts(names.login, "AzureActiveDirectory", false),
        hosts(names.arm, "AzureResourceManager", false),
        hosts(names.ml_api, "AzureMachineLearning", false),
        hosts(names.storage, "Storage", true),
        hosts(names.key_vault, "AzureKeyVault", true),
        hosts(names.registry, "AzureContainerRegistry", true),
    ];
    if host == names.studio {
        return Some(("AzureFrontDoor.Frontend", false));
    }
    let mut all = FIXED.value.iter().chain(&of_cloud);
    let found = all.find(|known| {
        host.strip_suffix(known.suffix)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    found.map(|known| (known.tag, known.regional))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::azure::service_tags;

    #[test]
    fn names_the_tag_of_each_need() {
        for (host, tag) in [
            ("login.microsoftonline.com", "AzureActiveDirectory"),
            ("eastus.api.azureml.ms", "AzureMachineLearning"),
            ("ml.azure.com", "AzureFrontDoor.Frontend"),
            ("mcr.microsoft.com", "MicrosoftContainerRegistry"),
            ("eastus.data.mcr.microsoft.com", "AzureFrontDoor.FirstParty"),
            ("*.blob.core.windows.net", "Storage"),
            ("*.eastus.service.batch.azure.com", "BatchNodeManagement"),
        ] {
            assert_eq!(
                tag_of(host, Cloud::Public).map(|it| it.0),
                Some(tag),
                "{host}"
            );
        }
        let studio = tag_of("ml.azure.us", Cloud::UsGovernment);
        assert_eq!(studio, Some(("AzureFrontDoor.Frontend", false)));
        assert_eq!(tag_of("pypi.org", Cloud::Public), None);
        assert_eq!(tag_of("notml.azure.com.example", Cloud::Public), None);
    }

    #[test]
    fn every_tag_is_known_and_regional_where_it_says_so() {
        for known in FIXED.value {
            let tag = service_tags::read(known.tag).expect("a tag").tag;
            assert!(tag.regional || !known.regional, "{}", known.suffix);
        }
    }
}
