//! Security rules as Azure states them: the default rules of every NSG, and what services need of one.
//!
//! Tables only. Which flow needs which rule is in `required_flows`; which of them a plan needs, and with which
//! address prefixes, is decided in `flow::presets`.
//! Priorities from 100 (in steps of 10) and from 4000 for denials are this tool's convention, except those
//! of the default rules and of the Bastion set.

use super::{Fact, sources};
use crate::domain::{Access, Direction, Protocol};

/// One side of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Anywhere.
    Any,
    /// A service tag.
    Tag(&'static str),
    /// The regional form of a service tag: `Storage` in `westeurope` is `Storage.westeurope`.
    Regional(&'static str),
    /// The address prefixes of the subnets that the NSG guards.
    Guarded,
    /// The address prefixes of the Bastion hosts that reach those subnets.
    BastionHosts,
}

/// A security rule as stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedRule {
    /// Id of the fact that states it.
    pub fact: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its priority.
    pub priority: u32,
    /// Which way it looks.
    pub direction: Direction,
    /// What it does.
    pub access: Access,
    /// The protocol it matches.
    pub protocol: Protocol,
    /// Where packets come from.
    pub source: Place,
    /// Where they go.
    pub destination: Place,
    /// The ports they go to.
    pub ports: &'static [&'static str],
    /// Why it exists, for the rule's description (at most 140 characters, NSG-25).
    pub why: &'static str,
}

const ANY_PORT: &[&str] = &["*"];
/// The number under which this tool puts its own denials: behind every allowance of a preset.
const DENY_PRIORITY: u32 = 4000;

/// A rule for any packet of one direction; the methods narrow it.
const fn rule(
    fact: &'static str,
    direction: Direction,
    priority: u32,
    name: &'static str,
) -> StatedRule {
    StatedRule {
        fact,
        name,
        priority,
        direction,
        access: Access::Allow,
        protocol: Protocol::Any,
        source: Place::Any,
        destination: Place::Any,
        ports: ANY_PORT,
        why: "",
    }
}

const fn inbound(fact: &'static str, priority: u32, name: &'static str) -> StatedRule {
    rule(fact, Direction::Inbound, priority, name)
}

const fn outbound(fact: &'static str, priority: u32, name: &'static str) -> StatedRule {
    rule(fact, Direction::Outbound, priority, name)
}

impl StatedRule {
    const fn tcp(mut self) -> Self {
        self.protocol = Protocol::Tcp;
        self
    }

    const fn udp(mut self) -> Self {
        self.protocol = Protocol::Udp;
        self
    }

    const fn from(mut self, source: Place) -> Self {
        self.source = source;
        self
    }

    const fn to(mut self, destination: Place, ports: &'static [&'static str]) -> Self {
        self.destination = destination;
        self.ports = ports;
        self
    }

    const fn deny(mut self) -> Self {
        self.access = Access::Deny;
        self
    }

    const fn because(mut self, why: &'static str) -> Self {
        self.why = why;
        self
    }
}

const VNET: Place = Place::Tag("VirtualNetwork");
const INTERNET: Place = Place::Tag("Internet");
const ML: Place = Place::Tag("AzureMachineLearning");

/// The rules behind all others in every NSG (NSG-10 to NSG-15), named as Azure's API returns them.
pub const DEFAULTS: Fact<&[StatedRule]> = Fact {
    value: &[
        inbound("NSG-10", 65000, "AllowVnetInBound")
            .from(VNET)
            .to(VNET, ANY_PORT),
        inbound("NSG-11", 65001, "AllowAzureLoadBalancerInBound")
            .from(Place::Tag("AzureLoadBalancer")),
        inbound("NSG-12", 65500, "DenyAllInBound").deny(),
        outbound("NSG-13", 65000, "AllowVnetOutBound")
            .from(VNET)
            .to(VNET, ANY_PORT),
        outbound("NSG-14", 65001, "AllowInternetOutBound").to(INTERNET, ANY_PORT),
        outbound("NSG-15", 65500, "DenyAllOutBound").deny(),
    ],
    source: &sources::NET_NSG,
};

/// What Azure Bastion requires; Azure refuses an NSG on its subnet that lacks one of these (NSG-40).
pub const BASTION: Fact<&[StatedRule]> = Fact {
    value: &[
        BASTION_HTTPS,
        BASTION_MANAGER,
        BASTION_PROBES,
        BASTION_IN,
        BASTION_SESSIONS,
        BASTION_AZURE,
        BASTION_OUT,
        BASTION_HTTP,
    ],
    source: &sources::BAS_NSG,
};

/// People who open sessions (NSG-40).
pub const BASTION_HTTPS: StatedRule = inbound("NSG-40", 120, "AllowHttpsInbound")
    .tcp()
    .from(INTERNET)
    .to(Place::Any, &["443"])
    .because("People open Bastion sessions from their browsers.");

/// Management of Bastion (NSG-40).
pub const BASTION_MANAGER: StatedRule = inbound("NSG-40", 130, "AllowGatewayManagerInbound")
    .tcp()
    .from(Place::Tag("GatewayManager"))
    .to(Place::Any, &["443"])
    .because("Azure manages the Bastion host.");

/// Probes of Bastion (NSG-40).
pub const BASTION_PROBES: StatedRule = inbound("NSG-40", 140, "AllowAzureLoadBalancerInbound")
    .tcp()
    .from(Place::Tag("AzureLoadBalancer"))
    .to(Place::Any, &["443"])
    .because("Health probes of the Bastion host.");

/// Bastion from Bastion (NSG-40).
pub const BASTION_IN: StatedRule = inbound("NSG-40", 150, "AllowBastionHostCommunication")
    .from(VNET)
    .to(VNET, &["8080", "5701"])
    .because("Bastion instances talk to each other.");

/// Sessions to machines (NSG-40).
pub const BASTION_SESSIONS: StatedRule = outbound("NSG-40", 100, "AllowSshRdpOutbound")
    .to(VNET, &["22", "3389"])
    .because("Bastion opens SSH and RDP sessions.");

/// Bastion to Azure (NSG-40).
pub const BASTION_AZURE: StatedRule = outbound("NSG-40", 110, "AllowAzureCloudOutbound")
    .tcp()
    .to(Place::Tag("AzureCloud"), &["443"])
    .because("Bastion stores diagnostics and reaches Azure.");

/// Bastion to Bastion (NSG-40).
pub const BASTION_OUT: StatedRule = outbound("NSG-40", 120, "AllowBastionCommunication")
    .from(VNET)
    .to(VNET, &["8080", "5701"])
    .because("Bastion instances talk to each other.");

/// Certificates and session data (NSG-40).
pub const BASTION_HTTP: StatedRule = outbound("NSG-40", 130, "AllowHttpOutbound")
    .to(INTERNET, &["80"])
    .because("Session information and certificate validation.");

/// A subnet that is administered through Bastion only (NSG-41). The first rule needs a Bastion host.
pub const JUMP_HOST: Fact<&[StatedRule]> = Fact {
    value: &[
        inbound("NSG-41", 100, "Allow-Bastion")
            .tcp()
            .from(Place::BastionHosts)
            .to(Place::Any, &["22", "3389"])
            .because("Sessions that Bastion opens for people."),
        inbound("NSG-41", DENY_PRIORITY, "Deny-Remote-Login")
            .deny()
            .to(Place::Any, &["22", "3389"])
            .because("Nobody else logs in, not even from this network."),
    ],
    source: &sources::BAS_NSG,
};

/// A subnet of private endpoints (NSG-42). Takes effect only where network policies apply to them.
pub const PRIVATE_ENDPOINTS: Fact<&[StatedRule]> = Fact {
    value: &[
        inbound("NSG-42", 100, "Allow-Vnet-Https")
            .tcp()
            .from(VNET)
            .to(Place::Guarded, &["443"])
            .because("Clients in this network and its peers use the endpoints."),
        inbound("NSG-42", 110, "Allow-Vnet-Smb")
            .tcp()
            .from(VNET)
            .to(Place::Guarded, &["445"])
            .because("Computes mount the file share of the default storage account."),
        inbound("NSG-42", DENY_PRIORITY, "Deny-All")
            .deny()
            .because("Nothing else reaches the endpoints."),
    ],
    source: &sources::PE_POL,
};

/// What reaches computes that have public IP addresses (AML-21).
pub const PUBLIC_COMPUTE: Fact<&[StatedRule]> = Fact {
    value: &[ML_INBOUND],
    source: &sources::AML_TRAIN,
};

/// Azure Machine Learning on the management port (AML-21).
pub const ML_INBOUND: StatedRule = inbound("AML-21", 100, "Allow-AML-Inbound")
    .tcp()
    .from(ML)
    .to(VNET, &["44224"])
    .because("Azure Machine Learning starts and stops computes that have public IP addresses.");

// What ML compute reaches out to (AML-30 to AML-41): one rule each. Which flow needs which of them, and
// when, is in `required_flows`.

/// Sign-in (AML-30).
pub const ENTRA: StatedRule = outbound("AML-30", 100, "Allow-EntraId")
    .tcp()
    .to(Place::Tag("AzureActiveDirectory"), &["80", "443"])
    .because("Sign-in with Microsoft Entra ID.");

/// Azure Machine Learning (AML-31).
pub const ML_TCP: StatedRule = outbound("AML-31", 110, "Allow-AML-Tcp")
    .tcp()
    .to(ML, &["443", "8787", "18881"])
    .because("Azure Machine Learning; 8787 for RStudio, 18881 for notebook completion.");

/// Azure Machine Learning over UDP (AML-32).
pub const ML_UDP: StatedRule = outbound("AML-32", 120, "Allow-AML-Udp")
    .udp()
    .to(ML, &["5831"])
    .because("Azure Machine Learning creates, updates and deletes instances.");

/// Azure Batch (AML-33).
pub const BATCH: StatedRule = outbound("AML-33", 130, "Allow-Batch")
    .to(Place::Regional("BatchNodeManagement"), &["443"])
    .because("The Azure Batch service that runs the nodes.");

/// Azure Resource Manager (AML-34).
pub const ARM: StatedRule = outbound("AML-34", 140, "Allow-ARM")
    .tcp()
    .to(Place::Tag("AzureResourceManager"), &["443"])
    .because("Azure Resource Manager.");

/// Storage on Microsoft's side (AML-35).
pub const STORAGE: StatedRule = outbound("AML-35", 150, "Allow-Storage")
    .tcp()
    .to(Place::Regional("Storage"), &["443"])
    .because("Storage of the Azure Batch service, on Microsoft's side.");

/// File shares at public addresses (AML-35).
pub const STORAGE_SMB: StatedRule = outbound("AML-35", 155, "Allow-Storage-Smb")
    .tcp()
    .to(Place::Regional("Storage"), &["445"])
    .because("The file share of a storage account that has no private endpoint for it.");

/// Studio and `AutoML` (AML-36).
pub const FRONT_DOOR: StatedRule = outbound("AML-36", 160, "Allow-FrontDoor")
    .tcp()
    .to(Place::Tag("AzureFrontDoor.Frontend"), &["443"])
    .because("Azure Machine Learning studio and AutoML.");

/// Microsoft's images (AML-37).
pub const MCR: StatedRule = outbound("AML-37", 170, "Allow-MCR")
    .tcp()
    .to(Place::Tag("MicrosoftContainerRegistry"), &["443"])
    .because("Docker images from Microsoft.");

/// What delivers Microsoft's images (AML-38).
pub const FIRST_PARTY: StatedRule = outbound("AML-38", 180, "Allow-AFD-FirstParty")
    .tcp()
    .to(Place::Tag("AzureFrontDoor.FirstParty"), &["443"])
    .because("The Microsoft container registry delivers images through Front Door.");

/// Azure Monitor (AML-39).
pub const MONITOR: StatedRule = outbound("AML-39", 190, "Allow-Monitor")
    .tcp()
    .to(Place::Tag("AzureMonitor"), &["443"])
    .because("Logs and metrics, and diagnostics for support.");

/// Key vault on Microsoft's side (AML-40).
pub const KEY_VAULT: StatedRule = outbound("AML-40", 200, "Allow-KeyVault-HBI")
    .tcp()
    .to(Place::Regional("AzureKeyVault"), &["443"])
    .because("Key vault of the Azure Batch service, for a high business impact workspace.");

/// Private endpoints (AML-41).
pub const ENDPOINTS: StatedRule = outbound("AML-41", 210, "Allow-Vnet")
    .tcp()
    .to(VNET, &["443", "445"])
    .because("Private endpoints in this network and its peers; 445 for file shares.");

/// VS Code sessions (AML-41).
pub const VS_CODE: StatedRule = outbound("AML-41", 220, "Allow-Vnet-VSCode")
    .tcp()
    .to(VNET, &["8704-8710"])
    .because("VS Code sessions on compute instances.");

/// Stops everything that the rules before it did not let out (AML-42).
pub const DENY_INTERNET: Fact<StatedRule> = Fact {
    value: outbound("AML-42", DENY_PRIORITY, "Deny-Internet")
        .deny()
        .to(INTERNET, ANY_PORT)
        .because("Nothing else leaves for the internet."),
    source: &sources::AML_FW,
};

/// ML compute by the 2019 documentation (NSG-45).
pub const CLASSIC_COMPUTE: Fact<&[StatedRule]> = Fact {
    value: &[
        BATCH_INBOUND,
        outbound("NSG-45", 100, "Allow-Vnet-Outbound")
            .to(VNET, ANY_PORT)
            .because("Nodes reach the virtual network (2019 rules)."),
        outbound("NSG-45", 110, "Allow-Internet-Outbound")
            .to(INTERNET, ANY_PORT)
            .because("Nodes reach the internet (2019 rules)."),
    ],
    source: &sources::SEED_A,
};

/// Azure Batch on the ports of 2019 (AML-22).
pub const BATCH_INBOUND: StatedRule = inbound("NSG-45", 100, "Allow-Batch-Inbound")
    .tcp()
    .from(Place::Regional("BatchNodeManagement"))
    .to(Place::Any, &["29876-29877"])
    .because("Azure Batch reaches the nodes (2019 rules; retired 2026-03-31).");

/// Remote login to nodes by the 2019 documentation (NSG-45).
pub const CLASSIC_SSH: Fact<StatedRule> = Fact {
    value: inbound("NSG-45", 110, "Allow-Ssh")
        .tcp()
        .to(Place::Any, &["22"])
        .because("Remote login to nodes (2019 rules)."),
    source: &sources::SEED_A,
};

/// The SSH rule of attached machines; the ports are those of the machines (VM-2, NSG-46).
pub const ATTACHED_SSH: Fact<StatedRule> = Fact {
    value: inbound("VM-2", 100, "Allow-AML-Ssh")
        .from(ML)
        .to(Place::Any, &["22"])
        .because("Azure Machine Learning logs in to attached machines."),
    source: &sources::AML_TRAIN,
};

/// The management rule of `HDInsight` clusters (VM-9, NSG-46).
pub const HDINSIGHT: Fact<StatedRule> = Fact {
    value: inbound("VM-9", 110, "Allow-HDInsight")
        .tcp()
        .from(Place::Regional("HDInsight"))
        .to(Place::Any, &["443"])
        .because("Azure manages the HDInsight cluster."),
    source: &sources::HDI_IP,
};

/// Addresses from which `HDInsight` was managed in all regions in 2019; they will be dropped (VM-9).
pub const HDINSIGHT_2019: Fact<&[&str]> = Fact {
    value: &[
        "168.61.49.99",
        "23.99.5.239",
        "168.61.48.131",
        "138.91.141.162",
    ],
    source: &sources::HDI_IP,
};
