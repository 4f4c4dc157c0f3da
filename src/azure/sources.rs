//! The public pages that facts are taken from, each with the date of the edition that was read.
//!
//! A page that shows no date carries the day on which it was read. New sources are added at the end.

use super::Source;

/// Securely run experiments and inferencing inside an Azure virtual network (2019).
pub const SEED_A: Source = Source {
    title: "Securely run experiments and inferencing inside an Azure virtual network (2019)",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-enable-virtual-network",
    checked: "2019-01-02",
};

/// Network isolation in batch endpoints (first edition).
pub const SEED_B: Source = Source {
    title: "Network isolation in batch endpoints (first edition)",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-batch-endpoint",
    checked: "2026-11-23",
};

/// Secure an Azure Machine Learning training environment with virtual networks.
pub const AML_TRAIN: Source = Source {
    title: "Secure an Azure Machine Learning training environment with virtual networks",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet",
    checked: "2024-04-08",
};

/// Configure inbound and outbound network traffic for Azure Machine Learning.
pub const AML_FW: Source = Source {
    title: "Configure inbound and outbound network traffic for Azure Machine Learning",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall",
    checked: "2026-03-19",
};

/// Secure an Azure Machine Learning workspace: required public internet access.
pub const AML_NET: Source = Source {
    title: "Secure an Azure Machine Learning workspace: required public internet access",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet#required-public-internet-access",
    checked: "2025-02-10",
};

/// Permissions to deploy Azure Machine Learning resources into a virtual network.
pub const AML_RBAC: Source = Source {
    title: "Permissions to deploy Azure Machine Learning resources into a virtual network",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet",
    checked: "2025-02-10",
};

/// Secure an Azure Machine Learning workspace with virtual networks.
pub const AML_WS: Source = Source {
    title: "Secure an Azure Machine Learning workspace with virtual networks",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-workspace-vnet",
    checked: "2024-07-08",
};

/// Configure a private endpoint for an Azure Machine Learning workspace.
pub const AML_PL: Source = Source {
    title: "Configure a private endpoint for an Azure Machine Learning workspace",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link",
    checked: "2024-09-05",
};

/// Use your workspace with a custom DNS server.
pub const AML_DNS: Source = Source {
    title: "Use your workspace with a custom DNS server",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns",
    checked: "2026-03-26",
};

/// Network isolation in batch endpoints.
pub const AML_BATCH: Source = Source {
    title: "Network isolation in batch endpoints",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-batch-endpoint",
    checked: "2026-03-30",
};

/// Tutorial: create a secure workspace with an Azure virtual network.
pub const AML_TUT: Source = Source {
    title: "Tutorial: create a secure workspace with an Azure virtual network",
    url: "https://learn.microsoft.com/azure/machine-learning/tutorial-create-secure-workspace-vnet",
    checked: "2026-03-12",
};

/// Create an Azure Machine Learning compute cluster.
pub const AML_CLUSTER: Source = Source {
    title: "Create an Azure Machine Learning compute cluster",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-create-attach-compute-cluster",
    checked: "2024-05-03",
};

/// Manage and increase quotas and limits for Azure Machine Learning.
pub const AML_QUOTA: Source = Source {
    title: "Manage and increase quotas and limits for Azure Machine Learning",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-manage-quotas",
    checked: "2026-01-27",
};

/// Azure Machine Learning data exfiltration prevention.
pub const AML_DLP: Source = Source {
    title: "Azure Machine Learning data exfiltration prevention",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-prevent-data-loss-exfiltration",
    checked: "2024-01-31",
};

/// Workspace managed virtual network isolation.
pub const AML_MNET: Source = Source {
    title: "Workspace managed virtual network isolation",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-managed-network",
    checked: "2024-08-29",
};

/// Secure an Azure Kubernetes Service inferencing environment.
pub const AML_K8S: Source = Source {
    title: "Secure an Azure Kubernetes Service inferencing environment",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-inferencing-environment",
    checked: "2022-08-31",
};

/// Deploy the Azure Machine Learning extension on a Kubernetes cluster.
pub const AML_K8SEXT: Source = Source {
    title: "Deploy the Azure Machine Learning extension on a Kubernetes cluster",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension",
    checked: "2025-03-07",
};

/// Secure access to the API server using authorized IP address ranges in AKS.
pub const AKS_RANGES: Source = Source {
    title: "Secure access to the API server using authorized IP address ranges in AKS",
    url: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
    checked: "2026-11-24",
};

/// Create and attach Azure Kubernetes Service with v1.
pub const AML_V1AKS: Source = Source {
    title: "Create and attach Azure Kubernetes Service with v1",
    url: "https://learn.microsoft.com/azure/machine-learning/v1/how-to-create-attach-kubernetes",
    checked: "2022-04-21",
};

/// Secure an inferencing environment with virtual networks (v1).
pub const AML_V1INF: Source = Source {
    title: "Secure an inferencing environment with virtual networks (v1)",
    url: "https://learn.microsoft.com/azure/machine-learning/v1/how-to-secure-inferencing-vnet",
    checked: "2024-01-31",
};

/// End of support for the Azure Machine Learning CLI v1 and SDK v1.
pub const AML_V1EOL: Source = Source {
    title: "End of support for the Azure Machine Learning CLI v1 and SDK v1",
    url: "https://learn.microsoft.com/azure/machine-learning/v1/how-to-create-attach-kubernetes",
    checked: "2025-02-10",
};

/// Manage Azure Machine Learning workspaces.
pub const AML_WSMAN: Source = Source {
    title: "Manage Azure Machine Learning workspaces",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-manage-workspace",
    checked: "2024-02-06",
};

/// Azure Machine Learning examples (CLI YAML).
pub const AML_EX: Source = Source {
    title: "Azure Machine Learning examples (CLI YAML)",
    url: "https://github.com/Azure/azureml-examples",
    checked: "2026-07-31",
};

/// ARM schema of `Microsoft.MachineLearningServices`, 2026-03-01.
pub const ML_SCHEMA: Source = Source {
    title: "ARM schema of Microsoft.MachineLearningServices, 2026-03-01",
    url: "https://github.com/Azure/azure-resource-manager-schemas",
    checked: "2026-11-23",
};

/// IP address planning for AKS clusters.
pub const AKS_IPPLAN: Source = Source {
    title: "IP address planning for AKS clusters",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning",
    checked: "2026-04-16",
};

/// Azure CNI Overlay networking in AKS.
pub const AKS_OVERLAY: Source = Source {
    title: "Azure CNI Overlay networking in AKS",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-azure-cni-overlay",
    checked: "2026-07-31",
};

/// Azure CNI Pod Subnet networking in AKS.
pub const AKS_PODSUB: Source = Source {
    title: "Azure CNI Pod Subnet networking in AKS",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-azure-cni-pod-subnet",
    checked: "2026-11-23",
};

/// Legacy container network interfaces in AKS.
pub const AKS_LEGACY: Source = Source {
    title: "Legacy container network interfaces in AKS",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-legacy-cni",
    checked: "2026-04-16",
};

/// Container network interface networking in AKS.
pub const AKS_CNI: Source = Source {
    title: "Container network interface networking in AKS",
    url: "https://learn.microsoft.com/azure/aks/concepts-network-cni-overview",
    checked: "2026-07-10",
};

/// Configure Azure CNI with dynamic allocation of IPs in AKS.
pub const AKS_DYN: Source = Source {
    title: "Configure Azure CNI with dynamic allocation of IPs in AKS",
    url: "https://learn.microsoft.com/azure/aks/configure-azure-cni-dynamic-ip-allocation",
    checked: "2024-07-09",
};

/// Configure Azure CNI with static block allocation of IPs in AKS.
pub const AKS_STATIC: Source = Source {
    title: "Configure Azure CNI with static block allocation of IPs in AKS",
    url: "https://learn.microsoft.com/azure/aks/configure-azure-cni-static-block-allocation",
    checked: "2024-03-18",
};

/// Use kubenet networking in AKS (retires 2028-03-31).
pub const AKS_KUBENET: Source = Source {
    title: "Use kubenet networking in AKS (retires 2028-03-31)",
    url: "https://learn.microsoft.com/azure/aks/configure-kubenet",
    checked: "2026-01-14",
};

/// Configure rolling upgrades of AKS node pools.
pub const AKS_SURGE: Source = Source {
    title: "Configure rolling upgrades of AKS node pools",
    url: "https://learn.microsoft.com/azure/aks/upgrade-aks-node-pools-rolling",
    checked: "2026-11-23",
};

/// Upgrade options for AKS clusters.
pub const AKS_UPGOPT: Source = Source {
    title: "Upgrade options for AKS clusters",
    url: "https://learn.microsoft.com/azure/aks/upgrade-options",
    checked: "2026-11-23",
};

/// Outbound types in AKS.
pub const AKS_EGRESS: Source = Source {
    title: "Outbound types in AKS",
    url: "https://learn.microsoft.com/azure/aks/egress-outboundtype",
    checked: "2026-11-23",
};

/// Customise AKS egress with a user-defined routing table.
pub const AKS_UDR: Source = Source {
    title: "Customise AKS egress with a user-defined routing table",
    url: "https://learn.microsoft.com/azure/aks/egress-udr",
    checked: "2026-11-23",
};

/// Limit AKS egress with Azure Firewall.
pub const AKS_LIMIT: Source = Source {
    title: "Limit AKS egress with Azure Firewall",
    url: "https://learn.microsoft.com/azure/aks/limit-egress-traffic",
    checked: "2026-11-23",
};

/// Outbound network and FQDN rules for AKS clusters.
pub const AKS_OUT: Source = Source {
    title: "Outbound network and FQDN rules for AKS clusters",
    url: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
    checked: "2026-11-23",
};

/// Create a private AKS cluster.
pub const AKS_PRIV: Source = Source {
    title: "Create a private AKS cluster",
    url: "https://learn.microsoft.com/azure/aks/private-clusters",
    checked: "2026-11-23",
};

/// API Server VNet Integration in AKS.
pub const AKS_APIVNET: Source = Source {
    title: "API Server VNet Integration in AKS",
    url: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
    checked: "2026-04-15",
};

/// Network concepts for applications in AKS.
pub const AKS_NET: Source = Source {
    title: "Network concepts for applications in AKS",
    url: "https://learn.microsoft.com/azure/aks/concepts-network",
    checked: "2026-11-23",
};

/// Use an internal load balancer with AKS.
pub const AKS_ILB: Source = Source {
    title: "Use an internal load balancer with AKS",
    url: "https://learn.microsoft.com/azure/aks/internal-lb",
    checked: "2026-11-23",
};

/// Node pools with unique subnets in AKS.
pub const AKS_POOLNET: Source = Source {
    title: "Node pools with unique subnets in AKS",
    url: "https://learn.microsoft.com/azure/aks/node-pool-unique-subnet",
    checked: "2026-11-23",
};

/// Quotas, SKU restrictions and regions of AKS.
pub const AKS_QUOTA: Source = Source {
    title: "Quotas, SKU restrictions and regions of AKS",
    url: "https://learn.microsoft.com/azure/aks/quotas-skus-regions",
    checked: "2026-11-23",
};

/// Bring your own CNI plugin with AKS.
pub const AKS_BYOCNI: Source = Source {
    title: "Bring your own CNI plugin with AKS",
    url: "https://learn.microsoft.com/azure/aks/use-byo-cni",
    checked: "2026-11-23",
};

/// Create node pools in AKS.
pub const AKS_POOLS: Source = Source {
    title: "Create node pools in AKS",
    url: "https://learn.microsoft.com/azure/aks/create-node-pools",
    checked: "2026-11-23",
};

/// ARM schema of `Microsoft.ContainerService`, 2026-05-01.
pub const AKS_SCHEMA: Source = Source {
    title: "ARM schema of Microsoft.ContainerService, 2026-05-01",
    url: "https://github.com/Azure/azure-resource-manager-schemas",
    checked: "2026-11-23",
};

/// Azure Virtual Network FAQ.
pub const NET_FAQ: Source = Source {
    title: "Azure Virtual Network FAQ",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq",
    checked: "2026-07-09",
};

/// Azure network security groups overview.
pub const NET_NSG: Source = Source {
    title: "Azure network security groups overview",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    checked: "2025-07-15",
};

/// How network security groups filter network traffic.
pub const NET_NSGHOW: Source = Source {
    title: "How network security groups filter network traffic",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works",
    checked: "2020-08-24",
};

/// Azure service tags overview.
pub const NET_TAGS: Source = Source {
    title: "Azure service tags overview",
    url: "https://learn.microsoft.com/azure/virtual-network/service-tags-overview",
    checked: "2021-04-23",
};

/// Azure virtual network traffic routing.
pub const NET_UDR: Source = Source {
    title: "Azure virtual network traffic routing",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
    checked: "2023-05-27",
};

/// For which destinations Azure Firewall translates source addresses.
pub const AFW_SNAT: Source = Source {
    title: "Azure Firewall SNAT private IP address ranges",
    url: "https://learn.microsoft.com/azure/firewall/snat-private-range",
    checked: "2026-11-24",
};

/// The order in which Azure Firewall looks at its rules.
pub const AFW_RULES: Source = Source {
    title: "Configure Azure Firewall rules",
    url: "https://learn.microsoft.com/azure/firewall/rule-processing",
    checked: "2026-11-24",
};

/// Service endpoints of subnets.
pub const NET_SE: Source = Source {
    title: "Azure virtual network service endpoints",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview",
    checked: "2026-11-24",
};

/// Create, change or delete a virtual network peering.
pub const NET_PEER: Source = Source {
    title: "Create, change or delete a virtual network peering",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
    checked: "2026-11-23",
};

/// Default outbound access in Azure.
pub const NET_DOA: Source = Source {
    title: "Default outbound access in Azure",
    url: "https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access",
    checked: "2026-01-14",
};

/// Azure subscription and service limits: networking.
pub const NET_LIM: Source = Source {
    title: "Azure subscription and service limits: networking",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits",
    checked: "2026-11-23",
};

/// Azure update 562695: higher NSG and route limits.
pub const LIM2026: Source = Source {
    title: "Azure update 562695: higher NSG and route limits",
    url: "https://azure.microsoft.com/updates?id=562695",
    checked: "2026-05-01",
};

/// Limitations of Azure Virtual Network Manager.
pub const AVNM: Source = Source {
    title: "Limitations of Azure Virtual Network Manager",
    url: "https://learn.microsoft.com/azure/virtual-network-manager/concept-limitations",
    checked: "2026-11-23",
};

/// ARM schema of `Microsoft.Network`, 2025-07-01.
pub const NET_SCHEMA: Source = Source {
    title: "ARM schema of Microsoft.Network, 2025-07-01",
    url: "https://github.com/Azure/azure-resource-manager-schemas",
    checked: "2026-11-23",
};

/// What is a private endpoint?
pub const PE_OVER: Source = Source {
    title: "What is a private endpoint?",
    url: "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
    checked: "2026-11-23",
};

/// Azure private endpoint private DNS zone values.
pub const PE_DNS: Source = Source {
    title: "Azure private endpoint private DNS zone values",
    url: "https://learn.microsoft.com/azure/private-link/private-endpoint-dns",
    checked: "2023-10-11",
};

/// Manage network policies for private endpoints.
pub const PE_POL: Source = Source {
    title: "Manage network policies for private endpoints",
    url: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
    checked: "2023-07-26",
};

/// Azure Private Link limits.
pub const PE_LIM: Source = Source {
    title: "Azure Private Link limits",
    url: "https://learn.microsoft.com/azure/private-link",
    checked: "2020-04-21",
};

/// Connect privately to an Azure container registry.
pub const ACR_PL: Source = Source {
    title: "Connect privately to an Azure container registry",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-private-link",
    checked: "2021-03-31",
};

/// IP addresses of an Azure Monitor private link scope (Japan Azure Monitoring support blog).
pub const AMPLS_IP: Source = Source {
    title: "IP addresses of an Azure Monitor private link scope (Japan Azure Monitoring support blog)",
    url: "https://jpazmon-integ.github.io/blog/",
    checked: "2025-12-22",
};

/// Design your Azure Monitor private link setup.
pub const AMPLS_DESIGN: Source = Source {
    title: "Design your Azure Monitor private link setup",
    url: "https://learn.microsoft.com/azure/azure-monitor/logs/private-link-design",
    checked: "2026-11-23",
};

/// Azure Bastion configuration settings.
pub const BAS_CFG: Source = Source {
    title: "Azure Bastion configuration settings",
    url: "https://learn.microsoft.com/azure/bastion/configuration-settings",
    checked: "2023-10-13",
};

/// Network security groups and Azure Bastion.
pub const BAS_NSG: Source = Source {
    title: "Network security groups and Azure Bastion",
    url: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
    checked: "2026-11-23",
};

/// Azure Firewall management NIC.
pub const AFW: Source = Source {
    title: "Azure Firewall management NIC",
    url: "https://learn.microsoft.com/azure/firewall/management-nic",
    checked: "2026-11-23",
};

/// VPN Gateway FAQ.
pub const VPN_FAQ: Source = Source {
    title: "VPN Gateway FAQ",
    url: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",
    checked: "2026-11-23",
};

/// Terraform azurerm provider documentation.
pub const TF: Source = Source {
    title: "Terraform azurerm provider documentation",
    url: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs",
    checked: "2026-08-01",
};

/// Azure Verified Modules.
pub const AVM: Source = Source {
    title: "Azure Verified Modules",
    url: "https://github.com/Azure/bicep-registry-modules",
    checked: "2026-08-01",
};

/// Naming rules and restrictions for Azure resources.
pub const NAMES: Source = Source {
    title: "Naming rules and restrictions for Azure resources",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
    checked: "2026-08-07",
};

/// ARM schema of `Microsoft.Storage`, 2026-04-01.
pub const STG_SCHEMA: Source = Source {
    title: "ARM schema of Microsoft.Storage, 2026-04-01",
    url: "https://github.com/Azure/azure-resource-manager-schemas",
    checked: "2026-11-23",
};

/// ARM schema of `Microsoft.ContainerRegistry`, 2025-11-01.
pub const ACR_SCHEMA: Source = Source {
    title: "ARM schema of Microsoft.ContainerRegistry, 2025-11-01",
    url: "https://github.com/Azure/azure-resource-manager-schemas",
    checked: "2026-11-23",
};

/// Abbreviation recommendations for Azure resources.
pub const CAF: Source = Source {
    title: "Abbreviation recommendations for Azure resources",
    url: "https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations",
    checked: "2024-05-07",
};

/// `HDInsight` management IP addresses.
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

/// Simplified compute node communication in Azure Batch.
pub const BATCH_MODE: Source = Source {
    title: "Simplified compute node communication in Azure Batch",
    url: "https://learn.microsoft.com/azure/batch/simplified-compute-node-communication",
    checked: "2026-11-23",
};

/// `NodeCommunicationMode` enum.
pub const BATCH_MODE_API: Source = Source {
    title: "NodeCommunicationMode enum",
    url: "https://learn.microsoft.com/dotnet/api/microsoft.azure.batch.common.nodecommunicationmode",
    checked: "2026-11-23",
};

/// Releases of the Azure CLI.
pub const AZURE_CLI: Source = Source {
    title: "azure-cli on the Python Package Index",
    url: "https://pypi.org/project/azure-cli/",
    checked: "2026-11-23",
};

/// Extensions of the Azure CLI.
pub const CLI_EXTENSIONS: Source = Source {
    title: "Available Azure CLI extensions",
    url: "https://learn.microsoft.com/cli/azure/azure-cli-extensions-list",
    checked: "2026-11-23",
};

/// Built-in roles for networking.
pub const ROLES_NETWORK: Source = Source {
    title: "Azure built-in roles for Networking",
    url: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/networking",
    checked: "2026-11-23",
};

/// General built-in roles.
pub const ROLES_GENERAL: Source = Source {
    title: "Azure built-in roles for General",
    url: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/general",
    checked: "2026-11-23",
};

/// Ubuntu images.
pub const UBUNTU_IMAGES: Source = Source {
    title: "Find Ubuntu images on Azure",
    url: "https://documentation.ubuntu.com/azure/azure-how-to/instances/find-ubuntu-images/",
    checked: "2026-11-23",
};

/// Marketplace images.
pub const VM_IMAGES: Source = Source {
    title: "Find Azure Marketplace image information using the Azure CLI",
    url: "https://learn.microsoft.com/azure/virtual-machines/linux/cli-ps-findimage",
    checked: "2026-11-23",
};

/// Sizes of VPN gateways.
pub const VPN_SKUS: Source = Source {
    title: "About gateway SKUs for VPN Gateway",
    url: "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus",
    checked: "2026-11-23",
};

/// Sizes of `ExpressRoute` gateways.
pub const ER_GATEWAYS: Source = Source {
    title: "About ExpressRoute virtual network gateways",
    url: "https://learn.microsoft.com/azure/expressroute/expressroute-about-virtual-network-gateways",
    checked: "2026-11-23",
};

/// Azure resource types for ARM and Bicep.
pub const ARM_TYPES: Source = Source {
    title: "Azure resource types for ARM and Bicep",
    url: "https://github.com/Azure/bicep-types-az",
    checked: "2026-08-20",
};

/// Structure of ARM templates.
pub const ARM_SYNTAX: Source = Source {
    title: "Understand the structure and syntax of ARM templates",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax",
    checked: "2026-11-23",
};

/// Parameters files of ARM templates.
pub const ARM_PARAMETERS: Source = Source {
    title: "Create Resource Manager parameter file",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/templates/parameter-files",
    checked: "2026-11-23",
};

/// What an update of a workspace can change.
pub const WORKSPACE_UPDATE: Source = Source {
    title: "Azure Machine Learning: parameters for updating a workspace",
    url: "https://learn.microsoft.com/javascript/api/@azure/arm-machinelearning/workspacepropertiesupdateparameters?view=azure-node-preview",
    checked: "2026-11-24",
};

/// Terraform: write-only arguments.
pub const TF_WRITE_ONLY: Source = Source {
    title: "Terraform language: use write-only arguments",
    url: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only",
    checked: "2026-11-24",
};

/// Terraform: the azapi provider.
pub const TF_AZAPI: Source = Source {
    title: "Terraform azapi provider documentation",
    url: "https://registry.terraform.io/providers/Azure/azapi/latest/docs",
    checked: "2026-11-24",
};

/// Every source, in the order of this file.
pub const ALL: &[&Source] = &[
    &SEED_A,
    &SEED_B,
    &AML_TRAIN,
    &AML_FW,
    &AML_NET,
    &AML_RBAC,
    &AML_WS,
    &AML_PL,
    &AML_DNS,
    &AML_BATCH,
    &AML_TUT,
    &AML_CLUSTER,
    &AML_QUOTA,
    &AML_DLP,
    &AML_MNET,
    &AML_K8S,
    &AML_K8SEXT,
    &AKS_RANGES,
    &AML_V1AKS,
    &AML_V1INF,
    &AML_V1EOL,
    &AML_WSMAN,
    &AML_EX,
    &ML_SCHEMA,
    &AKS_IPPLAN,
    &AKS_OVERLAY,
    &AKS_PODSUB,
    &AKS_LEGACY,
    &AKS_CNI,
    &AKS_DYN,
    &AKS_STATIC,
    &AKS_KUBENET,
    &AKS_SURGE,
    &AKS_UPGOPT,
    &AKS_EGRESS,
    &AKS_UDR,
    &AKS_LIMIT,
    &AKS_OUT,
    &AKS_PRIV,
    &AKS_APIVNET,
    &AKS_NET,
    &AKS_ILB,
    &AKS_POOLNET,
    &AKS_QUOTA,
    &AKS_BYOCNI,
    &AKS_POOLS,
    &AKS_SCHEMA,
    &NET_FAQ,
    &NET_NSG,
    &NET_NSGHOW,
    &NET_TAGS,
    &NET_UDR,
    &AFW_SNAT,
    &AFW_RULES,
    &NET_SE,
    &NET_PEER,
    &NET_DOA,
    &NET_LIM,
    &LIM2026,
    &AVNM,
    &NET_SCHEMA,
    &PE_OVER,
    &PE_DNS,
    &PE_POL,
    &PE_LIM,
    &ACR_PL,
    &AMPLS_IP,
    &AMPLS_DESIGN,
    &BAS_CFG,
    &BAS_NSG,
    &AFW,
    &VPN_FAQ,
    &TF,
    &AVM,
    &NAMES,
    &STG_SCHEMA,
    &ACR_SCHEMA,
    &CAF,
    &HDI_IP,
    &HDI_API,
    &BATCH_MODE,
    &BATCH_MODE_API,
    &ROLES_NETWORK,
    &ROLES_GENERAL,
    &AZURE_CLI,
    &CLI_EXTENSIONS,
    &UBUNTU_IMAGES,
    &VM_IMAGES,
    &VPN_SKUS,
    &ER_GATEWAYS,
    &ARM_TYPES,
    &ARM_SYNTAX,
    &ARM_PARAMETERS,
    &WORKSPACE_UPDATE,
    &TF_WRITE_ONLY,
    &TF_AZAPI,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_is_titled_secure_and_dated() {
        for source in ALL {
            assert!(!source.title.is_empty());
            assert!(source.url.starts_with("https://"), "{}", source.url);
            assert!(!source.url.contains("/en-us/"), "{}", source.url);
            let parts: Vec<u32> = source
                .checked
                .split('-')
                .map(|part| part.parse().expect("a number"))
                .collect();
            assert!(
                matches!(parts[..], [2018..=2026, 1..=12, 1..=31]),
                "{} of {}",
                source.checked,
                source.title
            );
        }
    }

    #[test]
    fn every_title_says_which_page_is_meant() {
        for (index, source) in ALL.iter().enumerate() {
            let twin = ALL
                .iter()
                .skip(index + 1)
                .find(|other| other.title == source.title);
            assert_eq!(twin, None);
        }
    }

    #[test]
    fn lists_every_source_of_this_file() {
        let declared = include_str!("sources.rs")
            .matches(": Source = Source {")
            .count();
        // One more match: the text of this very test.
        assert_eq!(ALL.len() + 1, declared);
    }
}
