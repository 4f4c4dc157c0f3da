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

/// Securely run experiments and inferencing inside an Azure Virtual Network.
pub const SEED_A: Source = Source {
    title: "Securely run experiments and inferencing inside an Azure Virtual Network",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-enable-virtual-network",
    checked: "2019-01-02",
};

/// Network isolation in batch endpoints (first edition).
pub const SEED_B: Source = Source {
    title: "Network isolation in batch endpoints (first edition)",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-batch-endpoint",
    checked: "2026-11-23",
};

/// Secure training environments with virtual networks.
pub const AML_TRAIN: Source = Source {
    title: "Secure training environments with virtual networks",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet",
    checked: "2024-04-08",
};

/// Configure inbound and outbound network traffic.
pub const AML_FW: Source = Source {
    title: "Configure inbound and outbound network traffic",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall",
    checked: "2026-03-19",
};

/// Configure a private endpoint for a workspace.
pub const AML_PL: Source = Source {
    title: "Configure a private endpoint for a workspace",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link",
    checked: "2024-09-05",
};

/// Network isolation in batch endpoints.
pub const AML_BATCH: Source = Source {
    title: "Network isolation in batch endpoints",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-batch-endpoint",
    checked: "2026-03-30",
};

/// Create compute clusters.
pub const AML_CLUSTER: Source = Source {
    title: "Create compute clusters",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-create-attach-compute-cluster",
    checked: "2024-05-03",
};

/// Managed virtual network isolation.
pub const AML_MNET: Source = Source {
    title: "Managed virtual network isolation",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-managed-network",
    checked: "2024-08-29",
};

/// Secure an AKS inferencing environment.
pub const AML_K8S: Source = Source {
    title: "Secure an AKS inferencing environment",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-inferencing-environment",
    checked: "2022-08-31",
};

/// Deploy the Azure Machine Learning extension.
pub const AML_K8SEXT: Source = Source {
    title: "Deploy the Azure Machine Learning extension",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension",
    checked: "2025-03-07",
};

/// Create and attach AKS with v1.
pub const AML_V1AKS: Source = Source {
    title: "Create and attach AKS with v1",
    url: "https://learn.microsoft.com/azure/machine-learning/v1/how-to-create-attach-kubernetes",
    checked: "2022-04-21",
};

/// Secure v1 inferencing with virtual networks.
pub const AML_V1INF: Source = Source {
    title: "Secure v1 inferencing with virtual networks",
    url: "https://learn.microsoft.com/azure/machine-learning/v1/how-to-secure-inferencing-vnet",
    checked: "2024-01-31",
};

/// End of support of CLI v1 and SDK v1.
pub const AML_V1EOL: Source = Source {
    title: "End of support of CLI v1 and SDK v1",
    url: "https://learn.microsoft.com/azure/machine-learning/v1/how-to-create-attach-compute-study",
    checked: "2025-02-10",
};

/// Manage workspaces.
pub const AML_WSMAN: Source = Source {
    title: "Manage workspaces",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-manage-workspace",
    checked: "2024-02-06",
};

/// ARM schema Microsoft.MachineLearningServices 2026-03-01.
pub const ML_SCHEMA: Source = Source {
    title: "ARM schema Microsoft.MachineLearningServices 2026-03-01",
    url: "https://github.com/Azure/azure-resource-manager-schemas",
    checked: "2026-11-23",
};

/// IP address planning for AKS.
pub const AKS_IPPLAN: Source = Source {
    title: "IP address planning for AKS",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning",
    checked: "2026-04-16",
};

/// Legacy container networking interfaces.
pub const AKS_LEGACY: Source = Source {
    title: "Legacy container networking interfaces",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-legacy-cni",
    checked: "2026-04-16",
};

/// CNI networking overview.
pub const AKS_CNI: Source = Source {
    title: "CNI networking overview",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-cni-overview",
    checked: "2026-07-10",
};

/// Configure kubenet.
pub const AKS_KUBENET: Source = Source {
    title: "Configure kubenet",
    url: "https://learn.microsoft.com/azure/aks/configure-kubenet",
    checked: "2026-01-14",
};

/// Rolling upgrades of node pools.
pub const AKS_SURGE: Source = Source {
    title: "Rolling upgrades of node pools",
    url: "https://learn.microsoft.com/azure/aks/upgrade-aks-node-pools-rolling",
    checked: "2026-11-23",
};

/// Outbound types of AKS.
pub const AKS_EGRESS: Source = Source {
    title: "Outbound types of AKS",
    url: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
    checked: "2026-11-23",
};

/// Customize egress with a user-defined route.
pub const AKS_UDR: Source = Source {
    title: "Customize egress with a user-defined route",
    url: "https://learn.microsoft.com/azure/aks/egress-udr",
    checked: "2026-11-23",
};

/// Unique subnets for node pools.
pub const AKS_POOLNET: Source = Source {
    title: "Unique subnets for node pools",
    url: "https://learn.microsoft.com/azure/aks/node-pool-unique-subnet",
    checked: "2026-11-23",
};

/// Network security groups.
pub const NET_NSG: Source = Source {
    title: "Network security groups",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    checked: "2025-07-15",
};

/// Virtual network service tags.
pub const NET_TAGS: Source = Source {
    title: "Virtual network service tags",
    url: "https://learn.microsoft.com/azure/virtual-network/service-tags-overview",
    checked: "2021-04-23",
};

/// Virtual network traffic routing.
pub const NET_UDR: Source = Source {
    title: "Virtual network traffic routing",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
    checked: "2023-05-27",
};

/// Default outbound access.
pub const NET_DOA: Source = Source {
    title: "Default outbound access",
    url: "https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access",
    checked: "2026-01-14",
};

/// Azure networking limits.
pub const NET_LIM: Source = Source {
    title: "Azure networking limits",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits",
    checked: "2026-11-23",
};

/// Azure update: higher limits for NSGs and routes.
pub const LIM2026: Source = Source {
    title: "Azure update: higher limits for NSGs and routes",
    url: "https://azure.microsoft.com/updates?id=562695",
    checked: "2026-11-23",
};

/// ARM schema Microsoft.Network 2025-07-01.
pub const NET_SCHEMA: Source = Source {
    title: "ARM schema Microsoft.Network 2025-07-01",
    url: "https://github.com/Azure/azure-resource-manager-schemas",
    checked: "2026-11-23",
};

/// What is a private endpoint.
pub const PE_OVER: Source = Source {
    title: "What is a private endpoint",
    url: "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
    checked: "2026-11-23",
};

/// Private endpoint DNS.
pub const PE_DNS: Source = Source {
    title: "Private endpoint DNS",
    url: "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
    checked: "2023-10-11",
};

/// Network policies for private endpoints.
pub const PE_POL: Source = Source {
    title: "Network policies for private endpoints",
    url: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
    checked: "2023-07-26",
};

/// Network security groups for Azure Bastion.
pub const BAS_NSG: Source = Source {
    title: "Network security groups for Azure Bastion",
    url: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
    checked: "2026-11-23",
};

/// HDInsight management IP addresses.
pub const HDI_IP: Source = Source {
    title: "HDInsight management IP addresses",
    url: "https://learn.microsoft.com/azure/hdinsight/hdinsight-management-ip-addresses",
    checked: "2019-10-22",
};

/// `HDInsightCompute` class.
pub const HDI_API: Source = Source {
    title: "HDInsightCompute class",
    url: "https://learn.microsoft.com/python/api/azureml-core/azureml.core.compute.hdinsight.hdinsightcompute",
    checked: "2026-11-23",
};

/// Simplified compute node communication.
pub const BATCH_MODE: Source = Source {
    title: "Simplified compute node communication",
    url: "https://learn.microsoft.com/azure/batch/simplified-compute-node-communication",
    checked: "2026-11-23",
};

/// Create, change, or delete a virtual network peering.
pub const NET_PEER: Source = Source {
    title: "Create, change, or delete a virtual network peering",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
    checked: "2026-11-23",
};

/// Azure Bastion configuration settings.
pub const BAS_CFG: Source = Source {
    title: "About Azure Bastion configuration settings",
    url: "https://learn.microsoft.com/azure/bastion/configuration-settings",
    checked: "2023-10-13",
};

/// Azure Firewall Management NIC.
pub const AFW: Source = Source {
    title: "Azure Firewall Management NIC",
    url: "https://learn.microsoft.com/azure/firewall/management-nic",
    checked: "2026-11-23",
};

/// VPN Gateway FAQ.
pub const VPN_FAQ: Source = Source {
    title: "VPN Gateway FAQ",
    url: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",
    checked: "2026-11-23",
};

/// azurerm provider documentation.
pub const TF: Source = Source {
    title: "azurerm provider documentation",
    url: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs",
    checked: "2026-08-01",
};
