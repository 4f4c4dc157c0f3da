#!/usr/bin/env bash
# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).
# Not written: The docker bridge address of aks-demand-prod is not written: AKS has no such property any more.
# Not written: The inference router of aks-demand-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.
#
# Written for the Azure CLI 2.91.0. Log in with az login first.
#
# deploy.sh            shows what changes, asks, then creates what is missing
# deploy.sh --what-if  only shows what changes
# deploy.sh --yes      does not ask
#
# What exists is left as it is, except for rules, routes and subnets, which become what the plan says.
# readback.sh tells afterwards what differs from the plan.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export AZURE_CORE_OUTPUT=none AZURE_CORE_ONLY_SHOW_ERRORS=true
mode=${1:-}

# True if something exists. Any error but “not found” ends the script.
exists() {
  local message
  if message=$(az "$@" 2>&1); then
    return 0
  fi
  case $message in
    *NotFound* | *'not found'* | *'not be found'* | *'does not exist'*) return 1 ;;
  esac
  printf '%s\n' "$message" >&2
  exit 1
}

# Tools
az version --output jsonc
az extension add --name ml --upgrade --yes
az extension add --name k8s-extension --upgrade --yes
az extension add --name application-insights --upgrade --yes

# Values: set a variable of the same name in the environment for another one.
SUBSCRIPTION_ID=$(az account show --query id --output tsv)
az account set --subscription "${SUBSCRIPTION_ID}"
if [ -z "${RESOURCE_GROUP:-}" ]; then RESOURCE_GROUP=rg-demand-ml-prod; fi
# Region of everything that has no region of its own.
if [ -z "${LOCATION:-}" ]; then LOCATION=westus2; fi
# Tags of every resource.
TAGS=('workload=demand' 'environment=prod')
# Name of a virtual network.
if [ -z "${WORKSPACE_VNET_NAME:-}" ]; then WORKSPACE_VNET_NAME=vnet-demand-ml-prod; fi
# Name of a storage account, unique in all of Azure.
if [ -z "${WORKSPACE_STORAGE_NAME:-}" ]; then WORKSPACE_STORAGE_NAME=stdemandmlprod01; fi
# Name of the key vault, unique in all of Azure.
if [ -z "${KEY_VAULT_NAME:-}" ]; then KEY_VAULT_NAME=kv-demand-ml-prod-01; fi
# Name of the container registry, unique in all of Azure.
if [ -z "${REGISTRY_NAME:-}" ]; then REGISTRY_NAME=crdemandmlprod01; fi
# Name of the Log Analytics workspace.
if [ -z "${LOG_ANALYTICS_NAME:-}" ]; then LOG_ANALYTICS_NAME=log-demand-ml-prod; fi
# Name of Application Insights.
if [ -z "${APPLICATION_INSIGHTS_NAME:-}" ]; then APPLICATION_INSIGHTS_NAME=appi-demand-ml-prod; fi
# Name of the Azure ML workspace.
if [ -z "${WORKSPACE_NAME:-}" ]; then WORKSPACE_NAME=mlw-demand-prod; fi
# VM size of cpu-demand-train.
if [ -z "${CPU_DEMAND_TRAIN_VM_SIZE:-}" ]; then CPU_DEMAND_TRAIN_VM_SIZE=Standard_DS3_v2; fi
# VM size of gpu-demand-train.
if [ -z "${GPU_DEMAND_TRAIN_VM_SIZE:-}" ]; then GPU_DEMAND_TRAIN_VM_SIZE=Standard_NC4as_T4_v3; fi
# VM size of aks-demand-prod npsystem.
if [ -z "${AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE:-}" ]; then AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE=Standard_D4s_v5; fi
# Name of an AKS cluster.
if [ -z "${AKS_NAME:-}" ]; then AKS_NAME=aks-demand-prod; fi
# VM size of vm-demand-train.
if [ -z "${VM_DEMAND_TRAIN_VM_SIZE:-}" ]; then VM_DEMAND_TRAIN_VM_SIZE=Standard_DS3_v2; fi
# SSH public key of Linux machines, as in id_rsa.pub.
: "${SSH_PUBLIC_KEY:?is not set}"
# SSH private key with which Azure ML logs in to vm-demand-train.
# The CLI takes the name of the file that holds it.
: "${VM_DEMAND_TRAIN_SSH_PRIVATE_KEY_FILE:?is not set}"

# What changes
if ! exists group show --name "${RESOURCE_GROUP}"; then
  echo 'Nothing exists yet: everything is created.'
else
  az deployment group what-if \
      --resource-group "${RESOURCE_GROUP}" \
      --template-file ../arm/azuredeploy.json \
      --parameters 'location='"${LOCATION}" 'workspaceVnetName='"${WORKSPACE_VNET_NAME}" 'workspaceStorageName='"${WORKSPACE_STORAGE_NAME}" 'keyVaultName='"${KEY_VAULT_NAME}" 'registryName='"${REGISTRY_NAME}" 'logAnalyticsName='"${LOG_ANALYTICS_NAME}" 'applicationInsightsName='"${APPLICATION_INSIGHTS_NAME}" 'workspaceName='"${WORKSPACE_NAME}" 'cpuDemandTrainVmSize='"${CPU_DEMAND_TRAIN_VM_SIZE}" 'gpuDemandTrainVmSize='"${GPU_DEMAND_TRAIN_VM_SIZE}" 'aksDemandProdNpsystemVmSize='"${AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE}" 'aksName='"${AKS_NAME}" 'vmDemandTrainVmSize='"${VM_DEMAND_TRAIN_VM_SIZE}" 'sshPublicKey='"${SSH_PUBLIC_KEY}" 'vmDemandTrainSshPrivateKey=not-needed-here'
fi
if [ "$mode" = --what-if ]; then exit 0; fi
if [ "$mode" != --yes ] && [ -t 0 ]; then
  read -r -p 'Go on? [y/N] ' answer
  case $answer in
    [yY]*) ;;
    *) exit 1 ;;
  esac
fi

# Resource groups and the services that they need
if ! exists group show --name "${RESOURCE_GROUP}"; then
  az group create --name "${RESOURCE_GROUP}" --location "${LOCATION}"
fi
az provider register --namespace Microsoft.Network
az provider register --namespace Microsoft.Storage
az provider register --namespace Microsoft.KeyVault
az provider register --namespace Microsoft.ContainerRegistry
az provider register --namespace Microsoft.OperationalInsights
az provider register --namespace Microsoft.Insights
az provider register --namespace Microsoft.MachineLearningServices
az provider register --namespace Microsoft.ManagedIdentity
az provider register --namespace Microsoft.Authorization
az provider register --namespace Microsoft.ContainerService
az provider register --namespace Microsoft.KubernetesConfiguration
az provider register --namespace Microsoft.Compute

# Network security group nsg-demand-training-prod
echo 'Network security group nsg-demand-training-prod'
if ! exists network nsg show \
    --resource-group "${RESOURCE_GROUP}" \
    --name nsg-demand-training-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-demand-training-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-demand-training-prod \
    --name Allow-Batch-Inbound \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes BatchNodeManagement.westus2 \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 29876-29877 \
    --description 'Azure Batch reaches the nodes (2019 rules; retired 2026-03-31).'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-demand-training-prod \
    --name Allow-Vnet-Outbound \
    --priority 100 \
    --direction Outbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes VirtualNetwork \
    --destination-port-ranges '*' \
    --description 'Nodes reach the virtual network (2019 rules).'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-demand-training-prod \
    --name Allow-Internet-Outbound \
    --priority 110 \
    --direction Outbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes Internet \
    --destination-port-ranges '*' \
    --description 'Nodes reach the internet (2019 rules).'

# Network security group nsg-demand-vm-prod
echo 'Network security group nsg-demand-vm-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-demand-vm-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-demand-vm-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-demand-vm-prod \
    --name Allow-AML-Ssh \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes AzureMachineLearning \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 22 \
    --description 'Azure Machine Learning logs in to attached machines.'

# Network security group nsg-demand-aks-prod
echo 'Network security group nsg-demand-aks-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-demand-aks-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-demand-aks-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi

# Virtual network vnet-demand-ml-prod
echo 'Virtual network vnet-demand-ml-prod'
if ! exists network vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_VNET_NAME}"; then
  az network vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${WORKSPACE_VNET_NAME}" \
      --location "${LOCATION}" \
      --address-prefixes 10.40.0.0/16 \
      --tags "${TAGS[@]}"
fi
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-training \
    --address-prefixes 10.40.1.0/24 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-training-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access true
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-vm \
    --address-prefixes 10.40.2.0/27 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-vm-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access true
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-aks \
    --address-prefixes 10.40.4.0/23 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-aks-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access true

# Storage account stdemandmlprod01
echo 'Storage account stdemandmlprod01'
if ! exists storage account show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_STORAGE_NAME}"; then
  az storage account create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${WORKSPACE_STORAGE_NAME}" \
      --location "${LOCATION}" \
      --sku Standard_LRS \
      --kind StorageV2 \
      --access-tier Hot \
      --enable-hierarchical-namespace false \
      --min-tls-version TLS1_2 \
      --https-only true \
      --allow-blob-public-access false \
      --allow-cross-tenant-replication false \
      --allow-shared-key-access true \
      --public-network-access Enabled \
      --bypass AzureServices \
      --default-action Allow \
      --tags "${TAGS[@]}"
fi

# Key vault kv-demand-ml-prod-01
echo 'Key vault kv-demand-ml-prod-01'
if ! exists keyvault show --resource-group "${RESOURCE_GROUP}" --name "${KEY_VAULT_NAME}"; then
  az keyvault create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${KEY_VAULT_NAME}" \
      --location "${LOCATION}" \
      --sku standard \
      --enable-rbac-authorization true \
      --enable-purge-protection true \
      --public-network-access Enabled \
      --bypass AzureServices \
      --default-action Allow \
      --tags "${TAGS[@]}"
fi

# Container registry crdemandmlprod01
echo 'Container registry crdemandmlprod01'
if ! exists acr show --resource-group "${RESOURCE_GROUP}" --name "${REGISTRY_NAME}"; then
  az acr create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${REGISTRY_NAME}" \
      --location "${LOCATION}" \
      --sku Standard \
      --admin-enabled true \
      --tags "${TAGS[@]}" \
      --public-network-enabled true
fi

# Log Analytics workspace log-demand-ml-prod
echo 'Log Analytics workspace log-demand-ml-prod'
if ! exists monitor log-analytics workspace show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${LOG_ANALYTICS_NAME}"; then
  az monitor log-analytics workspace create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${LOG_ANALYTICS_NAME}" \
      --location "${LOCATION}" \
      --sku PerGB2018 \
      --ingestion-access Enabled \
      --query-access Enabled \
      --tags "${TAGS[@]}"
fi

# Application Insights appi-demand-ml-prod
echo 'Application Insights appi-demand-ml-prod'
if ! exists monitor app-insights component show \
    --resource-group "${RESOURCE_GROUP}" \
    --app "${APPLICATION_INSIGHTS_NAME}"; then
  az monitor app-insights component create \
      --resource-group "${RESOURCE_GROUP}" \
      --app "${APPLICATION_INSIGHTS_NAME}" \
      --location "${LOCATION}" \
      --workspace /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.OperationalInsights/workspaces/"${LOG_ANALYTICS_NAME}" \
      --kind web \
      --application-type web \
      --ingestion-access Enabled \
      --query-access Enabled \
      --tags "${TAGS[@]}"
fi

# Azure ML workspace mlw-demand-prod
echo 'Azure ML workspace mlw-demand-prod'
if ! exists ml workspace show --resource-group "${RESOURCE_GROUP}" --name "${WORKSPACE_NAME}"; then
  az ml workspace create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${WORKSPACE_NAME}" \
      --location "${LOCATION}" \
      --storage-account /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --key-vault /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" \
      --application-insights /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Insights/components/"${APPLICATION_INSIGHTS_NAME}" \
      --container-registry /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" \
      --public-network-access Enabled \
      --tags "${TAGS[@]}"
fi

# Compute cluster mlw-demand-prod / cpu-demand-train
echo 'Compute cluster mlw-demand-prod / cpu-demand-train'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name cpu-demand-train; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name cpu-demand-train \
      --type AmlCompute \
      --size "${CPU_DEMAND_TRAIN_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 20 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip true \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Compute cluster mlw-demand-prod / gpu-demand-train
echo 'Compute cluster mlw-demand-prod / gpu-demand-train'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name gpu-demand-train; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name gpu-demand-train \
      --type AmlCompute \
      --size "${GPU_DEMAND_TRAIN_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 4 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip true \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Identity id-aks-demand-prod
echo 'Identity id-aks-demand-prod'
if ! exists identity show --resource-group "${RESOURCE_GROUP}" --name id-aks-demand-prod; then
  az identity create \
      --resource-group "${RESOURCE_GROUP}" \
      --name id-aks-demand-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi

# Role Network Contributor on snet-aks
echo 'Role Network Contributor on snet-aks'
AKS_14_IDENTITY_PRINCIPAL_ID=$(az identity show \
    --resource-group "${RESOURCE_GROUP}" \
    --name id-aks-demand-prod \
    --query principalId \
    --output tsv)
az role assignment create \
    --assignee-object-id "${AKS_14_IDENTITY_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role 4d97b98b-1d4f-4787-a291-c67834d212e7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-aks

# AKS cluster aks-demand-prod
echo 'AKS cluster aks-demand-prod'
if ! exists aks show --resource-group "${RESOURCE_GROUP}" --name "${AKS_NAME}"; then
  az aks create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${AKS_NAME}" \
      --location "${LOCATION}" \
      --tier Standard \
      --dns-name-prefix aks-demand-prod \
      --assign-identity /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-demand-prod \
      --network-plugin azure \
      --service-cidr 10.0.0.0/16 \
      --dns-service-ip 10.0.0.10 \
      --load-balancer-sku standard \
      --outbound-type loadBalancer \
      --tags "${TAGS[@]}" \
      --nodepool-name npsystem \
      --node-vm-size "${AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE}" \
      --node-count 3 \
      --max-pods 30 \
      --vnet-subnet-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-aks \
      --no-ssh-key \
      --yes
  az aks nodepool update \
      --resource-group "${RESOURCE_GROUP}" \
      --cluster-name "${AKS_NAME}" \
      --name npsystem \
      --max-surge '33%'
fi

# Azure ML extension azureml
echo 'Azure ML extension azureml'
if ! exists k8s-extension show \
    --resource-group "${RESOURCE_GROUP}" \
    --name azureml \
    --cluster-name "${AKS_NAME}" \
    --cluster-type managedClusters; then
  az k8s-extension create \
      --resource-group "${RESOURCE_GROUP}" \
      --name azureml \
      --cluster-name "${AKS_NAME}" \
      --cluster-type managedClusters \
      --extension-type Microsoft.AzureML.Kubernetes \
      --release-train stable \
      --release-namespace azureml \
      --auto-upgrade true \
      --scope cluster \
      --configuration-settings 'enableTraining=False' 'enableInference=True' 'inferenceRouterServiceType=loadBalancer' 'inferenceRouterHA=True' 'allowInsecureConnections=True'
fi

# Attached AKS cluster mlw-demand-prod / aks-demand
echo 'Attached AKS cluster mlw-demand-prod / aks-demand'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name aks-demand; then
  az ml compute attach \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name aks-demand \
      --type Kubernetes \
      --resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerService/managedClusters/"${AKS_NAME}" \
      --namespace default \
      --identity-type SystemAssigned
fi

# Network interface nic-vm-demand-train
echo 'Network interface nic-vm-demand-train'
if ! exists network nic show --resource-group "${RESOURCE_GROUP}" --name nic-vm-demand-train; then
  az network nic create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nic-vm-demand-train \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-vm \
      --tags "${TAGS[@]}"
fi

# Virtual machine vm-demand-train
echo 'Virtual machine vm-demand-train'
if ! exists vm show --resource-group "${RESOURCE_GROUP}" --name vm-demand-train; then
  az vm create \
      --resource-group "${RESOURCE_GROUP}" \
      --name vm-demand-train \
      --location "${LOCATION}" \
      --size "${VM_DEMAND_TRAIN_VM_SIZE}" \
      --nics /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-demand-train \
      --computer-name vm-demand-train \
      --admin-username azureuser \
      --ssh-key-values "${SSH_PUBLIC_KEY}" \
      --storage-sku StandardSSD_LRS \
      --os-disk-delete-option Delete \
      --security-type TrustedLaunch \
      --enable-secure-boot true \
      --enable-vtpm true \
      --tags "${TAGS[@]}" \
      --image Canonical:ubuntu-24_04-lts:server:latest \
      --authentication-type ssh \
      --assign-identity '[system]'
  az vm boot-diagnostics enable --resource-group "${RESOURCE_GROUP}" --name vm-demand-train
fi

# Attached virtual machine mlw-demand-prod / vm-demand-train
echo 'Attached virtual machine mlw-demand-prod / vm-demand-train'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name vm-demand-train; then
  az ml compute attach \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name vm-demand-train \
      --type VirtualMachine \
      --resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-demand-train \
      --ssh-port 22 \
      --admin-username azureuser \
      --ssh-private-key-file "${VM_DEMAND_TRAIN_SSH_PRIVATE_KEY_FILE}"
fi

# What the next step needs
echo 'vnetDemandMlProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"
echo 'mlwDemandProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"
echo 'aksDemandProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerService/managedClusters/"${AKS_NAME}"
echo 'vmDemandTrainId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-demand-train
