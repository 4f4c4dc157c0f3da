//! Where computes and AKS nodes must be able to go, by host name: what a firewall has to let out.
//!
//! NSGs cannot filter by name; for them the same needs are service tags, in `security_rules`. Host names may
//! hold `{region}`; [`Destination::hosts`] fills it in. Where no page states a cloud's host names, its list is
//! empty. What is absent: which of them a plan needs; every row says when it is needed.

use super::{Source, sources};
use crate::domain::{Cloud, Protocol};

/// When a destination is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// Always, for Azure ML compute.
    Compute,
    /// For compute instances.
    Instances,
    /// For a workspace of high business impact.
    HighBusinessImpact,
    /// Without an Azure Monitor private link scope.
    WithoutMonitorScope,
    /// For `AutoML` on images and text.
    AutoMl,
    /// For packages of Python, R and deep-learning frameworks, unless there is a private feed.
    Packages,
    /// For VS Code on compute instances.
    VsCode,
    /// For installing `RStudio` on compute instances.
    RStudio,
    /// For every AKS cluster that is not isolated from the network.
    Aks,
    /// For the Azure ML extension on AKS.
    AksExtension,
    /// For the Azure ML extension when it trains.
    AksTraining,
    /// For AKS nodes with a GPU.
    AksGpu,
}

/// Host names that one part of the service needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Id of the fact that states it.
    pub fact: &'static str,
    /// What it is for, in a few words.
    pub purpose: &'static str,
    /// When it is needed.
    pub need: Need,
    /// Protocol; `Any` where the page says so.
    pub protocol: Protocol,
    /// Ports.
    pub ports: &'static [u16],
    public: &'static [&'static str],
    us_government: &'static [&'static str],
    china: &'static [&'static str],
    /// Where it is stated.
    pub source: &'static Source,
}

impl Destination {
    /// The host names in a cloud, with the region filled in. `*.` at the start means every name below.
    pub fn hosts(&self, cloud: Cloud, region: &str) -> Vec<String> {
        let hosts = match cloud {
            Cloud::Public => self.public,
            Cloud::UsGovernment => self.us_government,
            Cloud::China => self.china,
        };
        let region = region.trim().to_lowercase();
        hosts
            .iter()
            .map(|host| host.replace("{region}", &region))
            .collect()
    }

    /// Whether a firewall can let it out by an application rule: only HTTP and HTTPS on their own ports.
    pub fn is_web(&self) -> bool {
        self.protocol != Protocol::Udp && self.ports.iter().all(|port| matches!(port, 80 | 443))
    }

    const fn new(fact: &'static str, need: Need, purpose: &'static str) -> Self {
        Self {
            fact,
            purpose,
            need,
            protocol: Protocol::Tcp,
            ports: HTTPS,
            public: &[],
            us_government: &[],
            china: &[],
            source: &sources::AML_FW,
        }
    }

    const fn ports(mut self, protocol: Protocol, ports: &'static [u16]) -> Self {
        self.protocol = protocol;
        self.ports = ports;
        self
    }

    const fn public(mut self, hosts: &'static [&'static str]) -> Self {
        self.public = hosts;
        self
    }

    const fn sovereign(
        mut self,
        us_government: &'static [&'static str],
        china: &'static [&'static str],
    ) -> Self {
        self.us_government = us_government;
        self.china = china;
        self
    }

    /// The same names in every cloud.
    const fn everywhere(mut self, hosts: &'static [&'static str]) -> Self {
        self.public = hosts;
        self.us_government = hosts;
        self.china = hosts;
        self
    }

    const fn stated_by(mut self, source: &'static Source) -> Self {
        self.source = source;
        self
    }
}

const HTTPS: &[u16] = &[443];
const HTTP: &[u16] = &[80];
const WEB: &[u16] = &[80, 443];

/// What Azure ML compute needs (AML-50 to AML-54, AML-56 to AML-67). Your own storage accounts (AML-55) are
/// in the plan, not in this table.
pub const MACHINE_LEARNING: &[Destination] = &[
    Destination::new("AML-50", Need::Compute, "Microsoft Entra ID")
        .ports(Protocol::Tcp, WEB)
        .public(&["login.microsoftonline.com"])
        .sovereign(&["login.microsoftonline.us"], &["login.chinacloudapi.cn"]),
    Destination::new("AML-51", Need::Compute, "Azure Resource Manager")
        .public(&["management.azure.com"])
        .sovereign(
            &["management.usgovcloudapi.net", "management.azure.us"],
            &["management.chinacloudapi.cn", "management.azure.cn"],
        ),
    Destination::new("AML-52", Need::Compute, "Azure ML studio")
        .public(&["ml.azure.com"])
        .sovereign(&["ml.azure.us"], &["studio.ml.azure.cn"]),
    Destination::new("AML-53", Need::Compute, "Azure ML API")
        .public(&[
            "*.azureml.ms",
            "*.azureml.net",
            "*.modelmanagement.azureml.net",
        ])
        .sovereign(
            &["*.ml.azure.us", "*.modelmanagement.azureml.us"],
            &[
                "*.ml.azure.cn",
                "*.azureml.cn",
                "*.modelmanagement.ml.azure.cn",
            ],
        ),
    Destination::new("AML-54", Need::Compute, "Notebooks")
        .public(&[
            "*.notebooks.azure.net",
            "graph.microsoft.com",
            "*.aznbcontent.net",
        ])
        .sovereign(
            &["*.notebooks.usgovcloudapi.net", "graph.microsoft.us"],
            &["*.notebooks.chinacloudapi.cn", "graph.chinacloudapi.cn"],
        ),
    Destination::new("AML-56", Need::Compute, "Microsoft Graph").public(&["graph.windows.net"]),
    Destination::new("AML-57", Need::Instances, "Compute instances")
        .public(&["*.instances.azureml.net"]),
    Destination::new(
        "AML-57",
        Need::Instances,
        "Compute instances, RStudio and notebooks",
    )
    .ports(Protocol::Tcp, &[443, 8787, 18881])
    .public(&["*.instances.azureml.ms"])
    .sovereign(
        &["*.instances.azureml.us", "*.instances.azureml.ms"],
        &["*.instances.azureml.cn", "*.instances.azureml.ms"],
    ),
    Destination::new("AML-58", Need::Instances, "Changes of compute instances")
        .ports(Protocol::Udp, &[5831])
        .public(&[
            "{region}.tundra.azureml.ms",
            "*.tundra.{region}.api.azureml.ms",
        ])
        .sovereign(
            &["{region}.tundra.azureml.us"],
            &["{region}.tundra.azureml.cn"],
        ),
    Destination::new("AML-59", Need::Compute, "Azure Batch")
        .ports(Protocol::Any, HTTPS)
        .public(&[
            "*.{region}.batch.azure.com",
            "*.{region}.service.batch.azure.com",
        ]),
    Destination::new("AML-60", Need::Compute, "Storage on Microsoft's side")
        .public(&[
            "*.blob.core.windows.net",
            "*.queue.core.windows.net",
            "*.table.core.windows.net",
        ])
        .sovereign(
            &[
                "*.blob.core.usgovcloudapi.net",
                "*.queue.core.usgovcloudapi.net",
                "*.table.core.usgovcloudapi.net",
            ],
            &[
                "*.blob.core.chinacloudapi.cn",
                "*.queue.core.chinacloudapi.cn",
                "*.table.core.chinacloudapi.cn",
            ],
        ),
    Destination::new(
        "AML-61",
        Need::HighBusinessImpact,
        "Key vault on Microsoft's side",
    )
    .public(&["*.vault.azure.net"])
    .sovereign(&["*.vault.usgovcloudapi.net"], &["*.vault.azure.cn"]),
    Destination::new("AML-62", Need::Compute, "Images from Microsoft")
        .everywhere(&["mcr.microsoft.com", "*.data.mcr.microsoft.com"]),
    Destination::new("AML-63", Need::AutoMl, "AutoML on images and text")
        .public(&["automlresources-prod.azureedge.net", "aka.ms"]),
    Destination::new("AML-64", Need::WithoutMonitorScope, "Application Insights").public(&[
        "dc.applicationinsights.azure.com",
        "dc.applicationinsights.microsoft.com",
        "dc.services.visualstudio.com",
        "*.in.applicationinsights.azure.com",
    ]),
    Destination::new("AML-65", Need::Packages, "Python and R packages").everywhere(&[
        "anaconda.com",
        "*.anaconda.com",
        "*.anaconda.org",
        "pypi.org",
        "*.pythonhosted.org",
        "cloud.r-project.org",
        "*.pytorch.org",
        "*.tensorflow.org",
    ]),
    Destination::new("AML-66", Need::VsCode, "VS Code").everywhere(&[
        "*.vscode.dev",
        "*.vscode-unpkg.net",
        "*.vscode-cdn.net",
        "*.vscodeexperiments.azureedge.net",
        "default.exp-tas.com",
        "code.visualstudio.com",
        "update.code.visualstudio.com",
        "*.vo.msecnd.net",
        "marketplace.visualstudio.com",
        "vscode.blob.core.windows.net",
        "*.gallerycdn.vsassets.io",
        "vscode.download.prss.microsoft.com",
    ]),
    Destination::new("AML-67", Need::RStudio, "Installing RStudio")
        .everywhere(&["ghcr.io", "pkg-containers.githubusercontent.com"]),
];

/// What AKS nodes need, and the Azure ML extension on them (AKS-56, AKS-60). The plan's own registry, storage
/// account and workspace are in the plan, not in this table.
pub const AKS: &[Destination] = &[
    Destination::new(
        "AKS-60",
        Need::Aks,
        "API server, images and packages of AKS",
    )
    .public(&[
        "*.hcp.{region}.azmk8s.io",
        "mcr.microsoft.com",
        "*.data.mcr.microsoft.com",
        "mcr-0001.mcr-msedge.net",
        "management.azure.com",
        "login.microsoftonline.com",
        "packages.microsoft.com",
        "packages.aks.azure.com",
    ])
    .stated_by(&sources::AKS_OUT),
    Destination::new("AKS-60", Need::AksExtension, "Cluster extensions")
        .public(&[
            "{region}.dp.kubernetesconfiguration.azure.com",
            "arcmktplaceprod.azurecr.io",
        ])
        .stated_by(&sources::AKS_OUT),
    Destination::new("AKS-60", Need::AksGpu, "GPU drivers")
        .public(&[
            "nvidia.github.io",
            "us.download.nvidia.com",
            "download.docker.com",
        ])
        .stated_by(&sources::AKS_OUT),
    Destination::new("AKS-56", Need::AksExtension, "Azure ML on Kubernetes").public(&[
        "*.kusto.windows.net",
        "*.table.core.windows.net",
        "*.queue.core.windows.net",
        "{region}.experiments.azureml.net",
        "{region}.api.azureml.ms",
    ]),
    Destination::new("AKS-56", Need::AksTraining, "Python packages").public(&["pypi.org"]),
    Destination::new("AKS-56", Need::AksTraining, "Ubuntu packages")
        .ports(Protocol::Tcp, HTTP)
        .public(&[
            "archive.ubuntu.com",
            "security.ubuntu.com",
            "ppa.launchpad.net",
        ]),
];

/// Every destination.
pub fn all() -> impl Iterator<Item = &'static Destination> {
    MACHINE_LEARNING.iter().chain(AKS)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::azure::clouds::suffixes;
    use crate::domain::Word;

    #[test]
    fn every_destination_is_a_host_name_with_ports() {
        for destination in all() {
            assert!(!destination.ports.is_empty() && !destination.purpose.is_empty());
            assert!(!destination.public.is_empty(), "{}", destination.purpose);
            for cloud in Cloud::ALL {
                for host in destination.hosts(*cloud, "WestEurope ") {
                    let name = host.strip_prefix("*.").unwrap_or(&host);
                    let good =
                        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
                    assert!(name.contains('.') && name.chars().all(good), "{host}");
                }
            }
        }
    }

    #[test]
    fn lists_no_host_twice_for_one_need() {
        for cloud in Cloud::ALL {
            let mut seen = BTreeSet::new();
            for destination in all() {
                for host in destination.hosts(*cloud, "eastus") {
                    assert!(seen.insert((destination.need, host.clone())), "{host}");
                }
            }
        }
    }

    #[test]
    fn tells_the_rows_of_a_table_apart_by_purpose() {
        for table in [MACHINE_LEARNING, AKS] {
            let purposes: BTreeSet<&str> = table.iter().map(|row| row.purpose).collect();
            assert_eq!(purposes.len(), table.len());
        }
    }

    #[test]
    fn fills_in_the_region() {
        let batch = all()
            .find(|destination| destination.fact == "AML-59")
            .expect("Batch");
        assert_eq!(
            batch.hosts(Cloud::Public, "WestEurope"),
            [
                "*.westeurope.batch.azure.com",
                "*.westeurope.service.batch.azure.com"
            ]
        );
        assert!(
            batch.hosts(Cloud::China, "chinaeast2").is_empty(),
            "not stated"
        );
    }

    #[test]
    fn agrees_with_the_host_names_of_each_cloud() {
        for cloud in Cloud::ALL {
            let names = suffixes(*cloud).value;
            let listed = |host: &str| {
                let hosts = MACHINE_LEARNING
                    .iter()
                    .flat_map(|row| row.hosts(*cloud, ""));
                hosts.into_iter().any(|listed| listed == host)
            };
            for host in [names.login, names.arm, names.studio] {
                assert!(listed(host), "{host}");
            }
            assert!(listed(&format!("*.blob.{}", names.storage)));
            assert!(listed(&format!("*.{}", names.key_vault)));
            assert!(listed(&format!("*.{}", names.notebooks)));
            assert!(listed(&format!("*.{}", names.instances)));
        }
    }

    #[test]
    fn only_plain_web_traffic_fits_an_application_rule() {
        let by_fact = |fact| all().find(|row| row.fact == fact).expect("a row");
        assert!(by_fact("AML-50").is_web());
        assert!(by_fact("AML-59").is_web());
        assert!(!by_fact("AML-58").is_web(), "UDP");
        let instances = all().filter(|row| row.fact == "AML-57");
        assert_eq!(
            instances.map(Destination::is_web).collect::<Vec<_>>(),
            [true, false]
        );
    }
}
