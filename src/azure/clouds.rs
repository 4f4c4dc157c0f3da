//! The host names under which each Azure cloud answers.
//!
//! Every generated FQDN, zone and link is bound to the plan's cloud (REG-1). Tables only.

use super::{Fact, sources};
use crate::domain::Cloud;

/// Host names and suffixes of one cloud, without leading dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suffixes {
    /// Name of the cloud in the Azure CLI.
    pub cli: &'static str,
    /// Azure Resource Manager.
    pub arm: &'static str,
    /// Microsoft Entra sign-in.
    pub login: &'static str,
    /// Azure portal.
    pub portal: &'static str,
    /// Azure ML studio.
    pub studio: &'static str,
    /// Azure ML API.
    pub ml_api: &'static str,
    /// Azure ML notebooks.
    pub notebooks: &'static str,
    /// Compute instances of Azure ML (REG-3).
    pub instances: &'static str,
    /// Storage accounts, behind the service: `blob.` and so on.
    pub storage: &'static str,
    /// Key vaults.
    pub key_vault: &'static str,
    /// Private endpoints of key vaults.
    pub key_vault_core: &'static str,
    /// Container registries.
    pub registry: &'static str,
    /// AKS API servers, behind the region.
    pub aks_api: &'static str,
}

const PUBLIC: Suffixes = Suffixes {
    cli: "AzureCloud",
    arm: "management.azure.com",
    login: "login.microsoftonline.com",
    portal: "portal.azure.com",
    studio: "ml.azure.com",
    ml_api: "api.azureml.ms",
    notebooks: "notebooks.azure.net",
    instances: "instances.azureml.ms",
    storage: "core.windows.net",
    key_vault: "vault.azure.net",
    key_vault_core: "vaultcore.azure.net",
    registry: "azurecr.io",
    aks_api: "azmk8s.io",
};

const US_GOVERNMENT: Suffixes = Suffixes {
    cli: "AzureUSGovernment",
    arm: "management.usgovcloudapi.net",
    login: "login.microsoftonline.us",
    portal: "portal.azure.us",
    studio: "ml.azure.us",
    ml_api: "api.ml.azure.us",
    notebooks: "notebooks.usgovcloudapi.net",
    instances: "instances.azureml.us",
    storage: "core.usgovcloudapi.net",
    key_vault: "vault.usgovcloudapi.net",
    key_vault_core: "vaultcore.usgovcloudapi.net",
    registry: "azurecr.us",
    // Not confirmed by a page that was read.
    aks_api: "cx.aks.containerservice.azure.us",
};

const CHINA: Suffixes = Suffixes {
    cli: "AzureChinaCloud",
    arm: "management.chinacloudapi.cn",
    login: "login.chinacloudapi.cn",
    portal: "portal.azure.cn",
    studio: "studio.ml.azure.cn",
    ml_api: "api.ml.azure.cn",
    notebooks: "notebooks.chinacloudapi.cn",
    instances: "instances.azureml.cn",
    storage: "core.chinacloudapi.cn",
    key_vault: "vault.azure.cn",
    key_vault_core: "vaultcore.azure.cn",
    registry: "azurecr.cn",
    aks_api: "cx.prod.service.azk8s.cn",
};

/// The host names of a cloud.
pub fn suffixes(cloud: Cloud) -> Fact<&'static Suffixes> {
    Fact {
        value: match cloud {
            Cloud::Public => &PUBLIC,
            Cloud::UsGovernment => &US_GOVERNMENT,
            Cloud::China => &CHINA,
        },
        source: &sources::AML_FW,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Word;

    #[test]
    fn no_two_clouds_answer_under_one_name() {
        for cloud in Cloud::ALL {
            let one = suffixes(*cloud).value;
            for other in Cloud::ALL.iter().filter(|other| *other != cloud) {
                let other = suffixes(*other).value;
                for (mine, theirs) in fields(one).into_iter().zip(fields(other)) {
                    assert_ne!(mine, theirs);
                }
            }
            for host in fields(one).into_iter().skip(1) {
                assert!(host.contains('.') && !host.starts_with('.'), "{host}");
                assert_eq!(host, host.to_lowercase());
            }
        }
    }

    fn fields(cloud: &Suffixes) -> [&'static str; 13] {
        [
            cloud.cli,
            cloud.arm,
            cloud.login,
            cloud.portal,
            cloud.studio,
            cloud.ml_api,
            cloud.notebooks,
            cloud.instances,
            cloud.storage,
            cloud.key_vault,
            cloud.key_vault_core,
            cloud.registry,
            cloud.aks_api,
        ]
    }
}
