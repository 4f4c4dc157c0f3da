//! The public pages that facts are taken from.

use super::Source;

/// Azure Virtual Network FAQ.
pub const NET_FAQ: Source = Source {
    title: "Azure Virtual Network FAQ",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq",
    checked: "2026-07-09",
};

/// Secure an Azure Machine Learning workspace with virtual networks.
pub const AML_WS: Source = Source {
    title: "Secure an Azure Machine Learning workspace with virtual networks",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet",
    checked: "2024-07-08",
};

/// How to use your workspace with a custom DNS server.
pub const AML_DNS: Source = Source {
    title: "How to use your workspace with a custom DNS server",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns",
    checked: "2026-03-26",
};

/// Tutorial: create a secure workspace with an Azure virtual network.
pub const AML_TUT: Source = Source {
    title: "Tutorial: Create a secure workspace with an Azure virtual network",
    url: "https://learn.microsoft.com/azure/machine-learning/tutorial-create-secure-workspace-vnet",
    checked: "2026-03-12",
};

/// Private link for Azure Container Registry.
pub const ACR_PL: Source = Source {
    title: "Set up private endpoint with private link for Azure Container Registry",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-private-link",
    checked: "2021-03-31",
};

/// Design of Azure Monitor private links; the address count itself is from Microsoft Japan's support blog.
pub const AMPLS_IP: Source = Source {
    title: "Design your Azure Monitor private link setup",
    url: "https://learn.microsoft.com/azure/azure-monitor/logs/private-link-design",
    checked: "2025-12-22",
};

/// ARM schema of AKS.
pub const AKS_SCHEMA: Source = Source {
    title: "ARM schema Microsoft.ContainerService 2026-05-01",
    url: "https://github.com/Azure/azure-resource-manager-schemas",
    checked: "2026-11-23",
};

/// Azure CNI Overlay.
pub const AKS_OVERLAY: Source = Source {
    title: "Overview of Azure CNI Overlay networking in AKS",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-azure-cni-overlay",
    checked: "2026-07-31",
};

/// Azure CNI Pod Subnet.
pub const AKS_PODSUB: Source = Source {
    title: "Concepts: Azure CNI Pod Subnet networking in AKS",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-azure-cni-pod-subnet",
    checked: "2026-11-23",
};

/// Static block allocation.
pub const AKS_STATIC: Source = Source {
    title: "Configure Azure CNI Networking for static allocation of CIDR blocks in AKS",
    url: "https://learn.microsoft.com/azure/aks/configure-azure-cni-static-block-allocation",
    checked: "2024-03-18",
};

/// API Server VNet Integration.
pub const AKS_APIVNET: Source = Source {
    title: "Create an AKS cluster with API Server VNet Integration",
    url: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
    checked: "2026-04-15",
};

/// Private AKS clusters.
pub const AKS_PRIV: Source = Source {
    title: "Create a private AKS cluster",
    url: "https://learn.microsoft.com/azure/aks/private-clusters",
    checked: "2026-11-23",
};
