//! What the documentation of 2019 said and what holds today: why its profile is superseded.

/// One thing that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Superseded {
    /// What it is about.
    pub topic: &'static str,
    /// What the documentation of 2019 said.
    pub then: &'static str,
    /// What holds today.
    pub now: &'static str,
    /// The facts behind it.
    pub facts: &'static [&'static str],
}

/// Everything in which the two profiles differ, most important first.
pub const CHANGES: &[Superseded] = &[
    Superseded {
        topic: "Workspace storage account",
        then: "Must not be inside a VNet.",
        now: "Has private endpoints for blob and file, for batch also queue and table.",
        facts: &["PE-10", "SEED-3"],
    },
    Superseded {
        topic: "Inbound to compute",
        then: "TCP 29876-29877 from Azure Batch.",
        now: "Nothing without public IP; else TCP 44224 from AzureMachineLearning. Classic Batch communication \
              was retired on 2026-03-31.",
        facts: &["AML-20", "AML-21", "AML-22"],
    },
    Superseded {
        topic: "SSH to nodes",
        then: "Port 22 was opened for remote access.",
        now: "Closed unless asked for when the cluster is created.",
        facts: &["AML-25"],
    },
    Superseded {
        topic: "Source of inbound rules",
        then: "Addresses of Azure Batch.",
        now: "Service tags.",
        facts: &["AML-21", "AML-44"],
    },
    Superseded {
        topic: "Outbound",
        then: "Everything to the VNet and to the internet.",
        now: "A list of service tags, and an explicit way out: default outbound access is being withdrawn.",
        facts: &["AML-30", "AML-73", "VNET-48"],
    },
    Superseded {
        topic: "Region of the VNet",
        then: "The workspace's.",
        now: "The workspace's for instances; a cluster may stand elsewhere with peering or an endpoint there.",
        facts: &["AML-5", "AML-7", "AML-8"],
    },
    Superseded {
        topic: "Resources beside a cluster",
        then: "An NSG, a public IP and a load balancer for each.",
        now: "Only with public IPs, and gone at 0 nodes.",
        facts: &["AML-12", "AML-13", "AML-14"],
    },
    Superseded {
        topic: "Docker bridge of AKS",
        then: "A required field, outside all subnets and the service range.",
        now: "Gone from AKS. 172.17.0.0/16 stays out of every VNet with computes.",
        facts: &["AKS-30", "VNET-9"],
    },
    Superseded {
        topic: "AKS for the workspace",
        then: "Created from the workspace.",
        now: "Created by itself, then attached with the ML extension.",
        facts: &["AKS-50"],
    },
    Superseded {
        topic: "HDInsight",
        then: "Attached like a virtual machine.",
        now: "Only by SDK v1, which left support on 2026-06-30.",
        facts: &["VM-8"],
    },
];
