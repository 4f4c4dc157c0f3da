#!/usr/bin/env bash
# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).
# Not written: The connection to on-premises is not written: it needs a shared key or a circuit. Add it to the gateway once the gateway stands.
# Not written: The inference router of aks-vision-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.
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
az extension add --name azure-firewall --upgrade --yes
az extension add --name bastion --upgrade --yes
az extension add --name k8s-extension --upgrade --yes
az extension add --name application-insights --upgrade --yes

# Values: set a variable of the same name in the environment for another one.
SUBSCRIPTION_ID=$(az account show --query id --output tsv)
az account set --subscription "${SUBSCRIPTION_ID}"
if [ -z "${RESOURCE_GROUP:-}" ]; then RESOURCE_GROUP=rg-vision-ml-prod; fi
# Region of everything that has no region of its own.
if [ -z "${LOCATION:-}" ]; then LOCATION=westeurope; fi
# Tags of every resource.
TAGS=('workload=vision' 'environment=prod')
# Name of a virtual network.
if [ -z "${HUB_VNET_NAME:-}" ]; then HUB_VNET_NAME=vnet-vision-hub-prod; fi
# Name of a virtual network.
if [ -z "${WORKSPACE_VNET_NAME:-}" ]; then WORKSPACE_VNET_NAME=vnet-vision-ml-prod; fi
# VM size of vm-vision-jump.
if [ -z "${VM_VISION_JUMP_VM_SIZE:-}" ]; then VM_VISION_JUMP_VM_SIZE=Standard_D2s_v5; fi
# Administrator password of Windows machines.
: "${ADMIN_PASSWORD:?is not set}"
# Name of a storage account, unique in all of Azure.
if [ -z "${WORKSPACE_STORAGE_NAME:-}" ]; then WORKSPACE_STORAGE_NAME=stvisionmlprod01; fi
# Name of the key vault, unique in all of Azure.
if [ -z "${KEY_VAULT_NAME:-}" ]; then KEY_VAULT_NAME=kv-vision-ml-prod-01; fi
# Name of the container registry, unique in all of Azure.
if [ -z "${REGISTRY_NAME:-}" ]; then REGISTRY_NAME=crvisionmlprod01; fi
# Name of the Log Analytics workspace.
if [ -z "${LOG_ANALYTICS_NAME:-}" ]; then LOG_ANALYTICS_NAME=log-vision-ml-prod; fi
# Name of Application Insights.
if [ -z "${APPLICATION_INSIGHTS_NAME:-}" ]; then APPLICATION_INSIGHTS_NAME=appi-vision-ml-prod; fi
# Name of the Azure ML workspace.
if [ -z "${WORKSPACE_NAME:-}" ]; then WORKSPACE_NAME=mlw-vision-prod; fi
# VM size of gpu-vision-train.
if [ -z "${GPU_VISION_TRAIN_VM_SIZE:-}" ]; then GPU_VISION_TRAIN_VM_SIZE=Standard_NC4as_T4_v3; fi
# VM size of cpu-vision-batch.
if [ -z "${CPU_VISION_BATCH_VM_SIZE:-}" ]; then CPU_VISION_BATCH_VM_SIZE=Standard_DS3_v2; fi
# VM size of cpu-vision-build.
if [ -z "${CPU_VISION_BUILD_VM_SIZE:-}" ]; then CPU_VISION_BUILD_VM_SIZE=Standard_DS3_v2; fi
# VM size of ci-vision-ada.
if [ -z "${CI_VISION_ADA_VM_SIZE:-}" ]; then CI_VISION_ADA_VM_SIZE=Standard_DS3_v2; fi
# VM size of ci-vision-grace.
if [ -z "${CI_VISION_GRACE_VM_SIZE:-}" ]; then CI_VISION_GRACE_VM_SIZE=Standard_DS3_v2; fi
# VM size of aks-vision-prod npsystem.
if [ -z "${AKS_VISION_PROD_NPSYSTEM_VM_SIZE:-}" ]; then AKS_VISION_PROD_NPSYSTEM_VM_SIZE=Standard_D4s_v5; fi
# Name of an AKS cluster.
if [ -z "${AKS_NAME:-}" ]; then AKS_NAME=aks-vision-prod; fi
# VM size of aks-vision-prod npscore.
if [ -z "${AKS_VISION_PROD_NPSCORE_VM_SIZE:-}" ]; then AKS_VISION_PROD_NPSCORE_VM_SIZE=Standard_D4s_v5; fi
# Resource id of the model for vision-v1. The deployment is created when this is not empty: register the model first.
if [ -z "${BE_VISION_BE_PROD_VISION_V1_MODEL_ID:-}" ]; then BE_VISION_BE_PROD_VISION_V1_MODEL_ID=''; fi

# What changes
if ! exists group show --name "${RESOURCE_GROUP}"; then
  echo 'Nothing exists yet: everything is created.'
else
  az deployment group what-if \
      --resource-group "${RESOURCE_GROUP}" \
      --template-file ../arm/azuredeploy.json \
      --parameters 'location='"${LOCATION}" 'hubVnetName='"${HUB_VNET_NAME}" 'workspaceVnetName='"${WORKSPACE_VNET_NAME}" 'vmVisionJumpVmSize='"${VM_VISION_JUMP_VM_SIZE}" 'adminPassword='"${ADMIN_PASSWORD}" 'workspaceStorageName='"${WORKSPACE_STORAGE_NAME}" 'keyVaultName='"${KEY_VAULT_NAME}" 'registryName='"${REGISTRY_NAME}" 'logAnalyticsName='"${LOG_ANALYTICS_NAME}" 'applicationInsightsName='"${APPLICATION_INSIGHTS_NAME}" 'workspaceName='"${WORKSPACE_NAME}" 'gpuVisionTrainVmSize='"${GPU_VISION_TRAIN_VM_SIZE}" 'cpuVisionBatchVmSize='"${CPU_VISION_BATCH_VM_SIZE}" 'cpuVisionBuildVmSize='"${CPU_VISION_BUILD_VM_SIZE}" 'ciVisionAdaVmSize='"${CI_VISION_ADA_VM_SIZE}" 'ciVisionGraceVmSize='"${CI_VISION_GRACE_VM_SIZE}" 'aksVisionProdNpsystemVmSize='"${AKS_VISION_PROD_NPSYSTEM_VM_SIZE}" 'aksName='"${AKS_NAME}" 'aksVisionProdNpscoreVmSize='"${AKS_VISION_PROD_NPSCORE_VM_SIZE}" 'beVisionBeProdVisionV1ModelId='"${BE_VISION_BE_PROD_VISION_V1_MODEL_ID}"
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
az provider register --namespace Microsoft.Compute
az provider register --namespace Microsoft.Storage
az provider register --namespace Microsoft.KeyVault
az provider register --namespace Microsoft.ContainerRegistry
az provider register --namespace Microsoft.OperationalInsights
az provider register --namespace Microsoft.Insights
az provider register --namespace Microsoft.MachineLearningServices
az provider register --namespace Microsoft.Authorization
az provider register --namespace Microsoft.ManagedIdentity
az provider register --namespace Microsoft.ContainerService
az provider register --namespace Microsoft.KubernetesConfiguration

# Network security group nsg-vision-bastion-prod
echo 'Network security group nsg-vision-bastion-prod'
if ! exists network nsg show \
    --resource-group "${RESOURCE_GROUP}" \
    --name nsg-vision-bastion-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-vision-bastion-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-bastion-prod \
    --name AllowHttpsInbound \
    --priority 120 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes Internet \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 443 \
    --description 'People open Bastion sessions from their browsers.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-bastion-prod \
    --name AllowGatewayManagerInbound \
    --priority 130 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes GatewayManager \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 443 \
    --description 'Azure manages the Bastion host.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-bastion-prod \
    --name AllowAzureLoadBalancerInbound \
    --priority 140 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes AzureLoadBalancer \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 443 \
    --description 'Health probes of the Bastion host.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-bastion-prod \
    --name AllowBastionHostCommunication \
    --priority 150 \
    --direction Inbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes VirtualNetwork \
    --destination-port-ranges 8080 5701 \
    --description 'Bastion instances talk to each other.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-bastion-prod \
    --name AllowSshRdpOutbound \
    --priority 100 \
    --direction Outbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes VirtualNetwork \
    --destination-port-ranges 22 3389 \
    --description 'Bastion opens SSH and RDP sessions.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-bastion-prod \
    --name AllowAzureCloudOutbound \
    --priority 110 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes AzureCloud \
    --destination-port-ranges 443 \
    --description 'Bastion stores diagnostics and reaches Azure.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-bastion-prod \
    --name AllowBastionCommunication \
    --priority 120 \
    --direction Outbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes VirtualNetwork \
    --destination-port-ranges 8080 5701 \
    --description 'Bastion instances talk to each other.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-bastion-prod \
    --name AllowHttpOutbound \
    --priority 130 \
    --direction Outbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes Internet \
    --destination-port-ranges 80 \
    --description 'Session information and certificate validation.'

# Network security group nsg-vision-jump-prod
echo 'Network security group nsg-vision-jump-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-vision-jump-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-vision-jump-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-jump-prod \
    --name Allow-Bastion \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes 10.80.0.64/26 \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 22 3389 \
    --description 'Sessions that Bastion opens for people.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-jump-prod \
    --name Deny-Remote-Login \
    --priority 4000 \
    --direction Inbound \
    --access Deny \
    --protocol '*' \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 22 3389 \
    --description 'Nobody else logs in, not even from this network.'

# Network security group nsg-vision-training-prod
echo 'Network security group nsg-vision-training-prod'
if ! exists network nsg show \
    --resource-group "${RESOURCE_GROUP}" \
    --name nsg-vision-training-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-vision-training-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-EntraId \
    --priority 100 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes AzureActiveDirectory \
    --destination-port-ranges 80 443 \
    --description 'Sign-in with Microsoft Entra ID.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-AML-Tcp \
    --priority 110 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes AzureMachineLearning \
    --destination-port-ranges 443 8787 18881 \
    --description 'Azure Machine Learning; 8787 for RStudio, 18881 for notebook completion.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-AML-Udp \
    --priority 120 \
    --direction Outbound \
    --access Allow \
    --protocol Udp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes AzureMachineLearning \
    --destination-port-ranges 5831 \
    --description 'Azure Machine Learning creates, updates and deletes instances.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-Batch \
    --priority 130 \
    --direction Outbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes BatchNodeManagement.westeurope \
    --destination-port-ranges 443 \
    --description 'The Azure Batch service that runs the nodes.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-ARM \
    --priority 140 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes AzureResourceManager \
    --destination-port-ranges 443 \
    --description 'Azure Resource Manager.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-Storage \
    --priority 150 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes Storage.westeurope \
    --destination-port-ranges 443 \
    --description 'Storage of the Azure Batch service, on Microsoft'\''s side.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-FrontDoor \
    --priority 160 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes AzureFrontDoor.Frontend \
    --destination-port-ranges 443 \
    --description 'Azure Machine Learning studio and AutoML.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-MCR \
    --priority 170 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes MicrosoftContainerRegistry \
    --destination-port-ranges 443 \
    --description 'Docker images from Microsoft.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-AFD-FirstParty \
    --priority 180 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes AzureFrontDoor.FirstParty \
    --destination-port-ranges 443 \
    --description 'The Microsoft container registry delivers images through Front Door.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-Vnet \
    --priority 210 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes VirtualNetwork \
    --destination-port-ranges 443 445 \
    --description 'Private endpoints in this network and its peers; 445 for file shares.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-training-prod \
    --name Allow-Vnet-VSCode \
    --priority 220 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes VirtualNetwork \
    --destination-port-ranges 8704-8710 \
    --description 'VS Code sessions on compute instances.'

# Network security group nsg-vision-pep-prod
echo 'Network security group nsg-vision-pep-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-vision-pep-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-vision-pep-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-pep-prod \
    --name Allow-Vnet-Https \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes 10.81.2.0/26 \
    --destination-port-ranges 443 \
    --description 'Clients in this network and its peers use the endpoints.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-pep-prod \
    --name Allow-Vnet-Smb \
    --priority 110 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes 10.81.2.0/26 \
    --destination-port-ranges 445 \
    --description 'Computes mount the file share of the default storage account.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-vision-pep-prod \
    --name Deny-All \
    --priority 4000 \
    --direction Inbound \
    --access Deny \
    --protocol '*' \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges '*' \
    --description 'Nothing else reaches the endpoints.'

# Network security group nsg-vision-aks-prod
echo 'Network security group nsg-vision-aks-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-vision-aks-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-vision-aks-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi

# Route table rt-vision-jump-prod
echo 'Route table rt-vision-jump-prod'
if ! exists network route-table show \
    --resource-group "${RESOURCE_GROUP}" \
    --name rt-vision-jump-prod; then
  az network route-table create \
      --resource-group "${RESOURCE_GROUP}" \
      --name rt-vision-jump-prod \
      --location "${LOCATION}" \
      --disable-bgp-route-propagation false \
      --tags "${TAGS[@]}"
fi
az network route-table route create \
    --resource-group "${RESOURCE_GROUP}" \
    --route-table-name rt-vision-jump-prod \
    --name default-to-firewall \
    --address-prefix 0.0.0.0/0 \
    --next-hop-type VirtualAppliance \
    --next-hop-ip-address 10.80.0.4

# Route table rt-vision-ml-prod
echo 'Route table rt-vision-ml-prod'
if ! exists network route-table show \
    --resource-group "${RESOURCE_GROUP}" \
    --name rt-vision-ml-prod; then
  az network route-table create \
      --resource-group "${RESOURCE_GROUP}" \
      --name rt-vision-ml-prod \
      --location "${LOCATION}" \
      --disable-bgp-route-propagation false \
      --tags "${TAGS[@]}"
fi
az network route-table route create \
    --resource-group "${RESOURCE_GROUP}" \
    --route-table-name rt-vision-ml-prod \
    --name default-to-firewall \
    --address-prefix 0.0.0.0/0 \
    --next-hop-type VirtualAppliance \
    --next-hop-ip-address 10.80.0.4

# Route table rt-vision-aks-prod
echo 'Route table rt-vision-aks-prod'
if ! exists network route-table show \
    --resource-group "${RESOURCE_GROUP}" \
    --name rt-vision-aks-prod; then
  az network route-table create \
      --resource-group "${RESOURCE_GROUP}" \
      --name rt-vision-aks-prod \
      --location "${LOCATION}" \
      --disable-bgp-route-propagation false \
      --tags "${TAGS[@]}"
fi
az network route-table route create \
    --resource-group "${RESOURCE_GROUP}" \
    --route-table-name rt-vision-aks-prod \
    --name default-to-firewall \
    --address-prefix 0.0.0.0/0 \
    --next-hop-type VirtualAppliance \
    --next-hop-ip-address 10.80.0.4

# Virtual network vnet-vision-hub-prod
echo 'Virtual network vnet-vision-hub-prod'
if ! exists network vnet show --resource-group "${RESOURCE_GROUP}" --name "${HUB_VNET_NAME}"; then
  az network vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${HUB_VNET_NAME}" \
      --location "${LOCATION}" \
      --address-prefixes 10.80.0.0/22 \
      --tags "${TAGS[@]}"
fi
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${HUB_VNET_NAME}" \
    --name AzureFirewallSubnet \
    --address-prefixes 10.80.0.0/26 \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${HUB_VNET_NAME}" \
    --name GatewaySubnet \
    --address-prefixes 10.80.0.128/27 \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${HUB_VNET_NAME}" \
    --name AzureBastionSubnet \
    --address-prefixes 10.80.0.64/26 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-bastion-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${HUB_VNET_NAME}" \
    --name snet-jump \
    --address-prefixes 10.80.1.0/27 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-jump-prod \
    --route-table /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/routeTables/rt-vision-jump-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false

# Virtual network vnet-vision-ml-prod
echo 'Virtual network vnet-vision-ml-prod'
if ! exists network vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_VNET_NAME}"; then
  az network vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${WORKSPACE_VNET_NAME}" \
      --location "${LOCATION}" \
      --address-prefixes 10.81.0.0/16 \
      --tags "${TAGS[@]}"
fi
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-training \
    --address-prefixes 10.81.0.0/23 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-training-prod \
    --route-table /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/routeTables/rt-vision-ml-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-pep \
    --address-prefixes 10.81.2.0/26 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-pep-prod \
    --private-endpoint-network-policies NetworkSecurityGroupEnabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-aks \
    --address-prefixes 10.81.4.0/24 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-aks-prod \
    --route-table /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/routeTables/rt-vision-aks-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false

# Public IP address pip-bas-vision-prod
echo 'Public IP address pip-bas-vision-prod'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-bas-vision-prod; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-bas-vision-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# Bastion bas-vision-prod
echo 'Bastion bas-vision-prod'
if ! exists network bastion show --resource-group "${RESOURCE_GROUP}" --name bas-vision-prod; then
  az network bastion create \
      --resource-group "${RESOURCE_GROUP}" \
      --name bas-vision-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --enable-tunneling true \
      --public-ip-address /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-bas-vision-prod \
      --tags "${TAGS[@]}" \
      --vnet-name "${HUB_VNET_NAME}"
fi

# Firewall policy afwp-afw-vision-hub-prod
echo 'Firewall policy afwp-afw-vision-hub-prod'
if ! exists network firewall policy show \
    --resource-group "${RESOURCE_GROUP}" \
    --name afwp-afw-vision-hub-prod; then
  az network firewall policy create \
      --resource-group "${RESOURCE_GROUP}" \
      --name afwp-afw-vision-hub-prod \
      --location "${LOCATION}" \
      --sku Premium \
      --threat-intel-mode Alert \
      --tags "${TAGS[@]}"
fi

# Firewall rules afwp-afw-vision-hub-prod / azure-machine-learning
echo 'Firewall rules afwp-afw-vision-hub-prod / azure-machine-learning'
if ! exists network firewall policy rule-collection-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --policy-name afwp-afw-vision-hub-prod \
    --name azure-machine-learning; then
  az network firewall policy rule-collection-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --name azure-machine-learning \
      --priority 500
  az network firewall policy rule-collection-group collection add-filter-collection \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --name network \
      --collection-priority 100 \
      --action Allow \
      --rule-name Allow-EntraId \
      --rule-type NetworkRule \
      --ip-protocols TCP \
      --source-addresses 10.81.0.0/23 \
      --destination-addresses AzureActiveDirectory \
      --destination-ports 80 443
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name network \
      --name Allow-AML-Tcp \
      --rule-type NetworkRule \
      --ip-protocols TCP \
      --source-addresses 10.81.0.0/23 \
      --destination-addresses AzureMachineLearning \
      --destination-ports 443 8787 18881
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name network \
      --name Allow-AML-Udp \
      --rule-type NetworkRule \
      --ip-protocols UDP \
      --source-addresses 10.81.0.0/23 \
      --destination-addresses AzureMachineLearning \
      --destination-ports 5831
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name network \
      --name Allow-Batch \
      --rule-type NetworkRule \
      --ip-protocols Any \
      --source-addresses 10.81.0.0/23 \
      --destination-addresses BatchNodeManagement.westeurope \
      --destination-ports 443
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name network \
      --name Allow-ARM \
      --rule-type NetworkRule \
      --ip-protocols TCP \
      --source-addresses 10.81.0.0/23 \
      --destination-addresses AzureResourceManager \
      --destination-ports 443
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name network \
      --name Allow-Storage \
      --rule-type NetworkRule \
      --ip-protocols TCP \
      --source-addresses 10.81.0.0/23 \
      --destination-addresses Storage.westeurope \
      --destination-ports 443
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name network \
      --name Allow-FrontDoor \
      --rule-type NetworkRule \
      --ip-protocols TCP \
      --source-addresses 10.81.0.0/23 \
      --destination-addresses AzureFrontDoor.Frontend \
      --destination-ports 443
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name network \
      --name Allow-MCR \
      --rule-type NetworkRule \
      --ip-protocols TCP \
      --source-addresses 10.81.0.0/23 \
      --destination-addresses MicrosoftContainerRegistry \
      --destination-ports 443
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name network \
      --name Allow-AFD-FirstParty \
      --rule-type NetworkRule \
      --ip-protocols TCP \
      --source-addresses 10.81.0.0/23 \
      --destination-addresses AzureFrontDoor.FirstParty \
      --destination-ports 443
  az network firewall policy rule-collection-group collection add-filter-collection \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --name application \
      --collection-priority 200 \
      --action Allow \
      --rule-name ml-microsoft-entra-id \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns login.microsoftonline.com \
      --protocols 'Https=443' 'Http=80'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-azure-resource-manager \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns management.azure.com \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-azure-ml-studio \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns ml.azure.com \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-azure-ml-api \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns '*.azureml.ms' '*.azureml.net' '*.modelmanagement.azureml.net' \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-notebooks \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns '*.notebooks.azure.net' graph.microsoft.com '*.aznbcontent.net' \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-microsoft-graph \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns graph.windows.net \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-compute-instances \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns '*.instances.azureml.net' \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-azure-batch \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns '*.westeurope.batch.azure.com' '*.westeurope.service.batch.azure.com' \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-storage-on-microsoft-s-side \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns '*.blob.core.windows.net' '*.queue.core.windows.net' '*.table.core.windows.net' \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-images-from-microsoft \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns mcr.microsoft.com '*.data.mcr.microsoft.com' \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name ml-python-and-r-packages \
      --rule-type ApplicationRule \
      --source-addresses 10.80.1.0/27 10.81.0.0/23 \
      --target-fqdns anaconda.com '*.anaconda.com' '*.anaconda.org' pypi.org '*.pythonhosted.org' cloud.r-project.org '*.pytorch.org' '*.tensorflow.org' \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name aks-api-server-images-and-packages-of-aks \
      --rule-type ApplicationRule \
      --source-addresses 10.81.4.0/24 \
      --target-fqdns '*.hcp.westeurope.azmk8s.io' mcr.microsoft.com '*.data.mcr.microsoft.com' mcr-0001.mcr-msedge.net management.azure.com login.microsoftonline.com packages.microsoft.com packages.aks.azure.com \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name aks-cluster-extensions \
      --rule-type ApplicationRule \
      --source-addresses 10.81.4.0/24 \
      --target-fqdns westeurope.dp.kubernetesconfiguration.azure.com arcmktplaceprod.azurecr.io \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name aks-azure-ml-on-kubernetes \
      --rule-type ApplicationRule \
      --source-addresses 10.81.4.0/24 \
      --target-fqdns '*.kusto.windows.net' '*.table.core.windows.net' '*.queue.core.windows.net' westeurope.experiments.azureml.net westeurope.api.azureml.ms \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name aks-python-packages \
      --rule-type ApplicationRule \
      --source-addresses 10.81.4.0/24 \
      --target-fqdns pypi.org \
      --protocols 'Https=443'
  az network firewall policy rule-collection-group collection rule add \
      --resource-group "${RESOURCE_GROUP}" \
      --policy-name afwp-afw-vision-hub-prod \
      --rcg-name azure-machine-learning \
      --collection-name application \
      --name aks-ubuntu-packages \
      --rule-type ApplicationRule \
      --source-addresses 10.81.4.0/24 \
      --target-fqdns archive.ubuntu.com security.ubuntu.com ppa.launchpad.net \
      --protocols 'Http=80'
fi

# Public IP address pip-afw-vision-hub-prod
echo 'Public IP address pip-afw-vision-hub-prod'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-afw-vision-hub-prod; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-afw-vision-hub-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# Firewall afw-vision-hub-prod
echo 'Firewall afw-vision-hub-prod'
if ! exists network firewall show \
    --resource-group "${RESOURCE_GROUP}" \
    --name afw-vision-hub-prod; then
  az network firewall create \
      --resource-group "${RESOURCE_GROUP}" \
      --name afw-vision-hub-prod \
      --location "${LOCATION}" \
      --sku AZFW_VNet \
      --tier Premium \
      --firewall-policy /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/firewallPolicies/afwp-afw-vision-hub-prod \
      --conf-name public \
      --public-ip /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-afw-vision-hub-prod \
      --tags "${TAGS[@]}" \
      --vnet-name "${HUB_VNET_NAME}"
fi

# Public IP address pip-vgw-vision-hub-prod
echo 'Public IP address pip-vgw-vision-hub-prod'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-vgw-vision-hub-prod; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-vgw-vision-hub-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# Gateway vgw-vision-hub-prod
echo 'Gateway vgw-vision-hub-prod'
if ! exists network vnet-gateway show \
    --resource-group "${RESOURCE_GROUP}" \
    --name vgw-vision-hub-prod; then
  az network vnet-gateway create \
      --resource-group "${RESOURCE_GROUP}" \
      --name vgw-vision-hub-prod \
      --location "${LOCATION}" \
      --gateway-type Vpn \
      --vpn-type RouteBased \
      --sku VpnGw1AZ \
      --public-ip-addresses /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-vgw-vision-hub-prod \
      --tags "${TAGS[@]}" \
      --vnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}"
fi

# Peering vnet-vision-hub-prod / peer-vnet-vision-ml-prod
echo 'Peering vnet-vision-hub-prod / peer-vnet-vision-ml-prod'
if ! exists network vnet peering show \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${HUB_VNET_NAME}" \
    --name peer-vnet-vision-ml-prod; then
  az network vnet peering create \
      --resource-group "${RESOURCE_GROUP}" \
      --vnet-name "${HUB_VNET_NAME}" \
      --name peer-vnet-vision-ml-prod \
      --remote-vnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --allow-vnet-access true \
      --allow-forwarded-traffic true \
      --allow-gateway-transit true \
      --use-remote-gateways false
fi

# Peering vnet-vision-ml-prod / peer-vnet-vision-hub-prod
echo 'Peering vnet-vision-ml-prod / peer-vnet-vision-hub-prod'
if ! exists network vnet peering show \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name peer-vnet-vision-hub-prod; then
  az network vnet peering create \
      --resource-group "${RESOURCE_GROUP}" \
      --vnet-name "${WORKSPACE_VNET_NAME}" \
      --name peer-vnet-vision-hub-prod \
      --remote-vnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --allow-vnet-access true \
      --allow-forwarded-traffic true \
      --allow-gateway-transit false \
      --use-remote-gateways true
fi

# Private DNS zone privatelink.api.azureml.ms
echo 'Private DNS zone privatelink.api.azureml.ms'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.api.azureml.ms; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.api.azureml.ms \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.api.azureml.ms \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.api.azureml.ms \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.api.azureml.ms \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.api.azureml.ms \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.notebooks.azure.net
echo 'Private DNS zone privatelink.notebooks.azure.net'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.notebooks.azure.net; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.notebooks.azure.net \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.notebooks.azure.net \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.notebooks.azure.net \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.notebooks.azure.net \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.notebooks.azure.net \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.blob.core.windows.net
echo 'Private DNS zone privatelink.blob.core.windows.net'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.blob.core.windows.net; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.blob.core.windows.net \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.blob.core.windows.net \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.blob.core.windows.net \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.blob.core.windows.net \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.blob.core.windows.net \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.file.core.windows.net
echo 'Private DNS zone privatelink.file.core.windows.net'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.file.core.windows.net; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.file.core.windows.net \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.file.core.windows.net \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.file.core.windows.net \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.file.core.windows.net \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.file.core.windows.net \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.vaultcore.azure.net
echo 'Private DNS zone privatelink.vaultcore.azure.net'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.vaultcore.azure.net; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.vaultcore.azure.net \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.vaultcore.azure.net \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.vaultcore.azure.net \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.vaultcore.azure.net \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.vaultcore.azure.net \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.azurecr.io
echo 'Private DNS zone privatelink.azurecr.io'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.azurecr.io; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.azurecr.io \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.azurecr.io \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.azurecr.io \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.azurecr.io \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.azurecr.io \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.queue.core.windows.net
echo 'Private DNS zone privatelink.queue.core.windows.net'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.queue.core.windows.net; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.queue.core.windows.net \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.queue.core.windows.net \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.queue.core.windows.net \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.queue.core.windows.net \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.queue.core.windows.net \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.table.core.windows.net
echo 'Private DNS zone privatelink.table.core.windows.net'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.table.core.windows.net; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.table.core.windows.net \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.table.core.windows.net \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.table.core.windows.net \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.table.core.windows.net \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.table.core.windows.net \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.dfs.core.windows.net
echo 'Private DNS zone privatelink.dfs.core.windows.net'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.dfs.core.windows.net; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.dfs.core.windows.net \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.dfs.core.windows.net / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.dfs.core.windows.net / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.dfs.core.windows.net \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.dfs.core.windows.net \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.dfs.core.windows.net / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.dfs.core.windows.net / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.dfs.core.windows.net \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.dfs.core.windows.net \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.monitor.azure.com
echo 'Private DNS zone privatelink.monitor.azure.com'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.monitor.azure.com; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.monitor.azure.com \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.monitor.azure.com / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.monitor.azure.com / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.monitor.azure.com \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.monitor.azure.com \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.monitor.azure.com / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.monitor.azure.com / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.monitor.azure.com \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.monitor.azure.com \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.oms.opinsights.azure.com
echo 'Private DNS zone privatelink.oms.opinsights.azure.com'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.oms.opinsights.azure.com; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.oms.opinsights.azure.com \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.oms.opinsights.azure.com / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.oms.opinsights.azure.com / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.oms.opinsights.azure.com \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.oms.opinsights.azure.com \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.oms.opinsights.azure.com / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.oms.opinsights.azure.com / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.oms.opinsights.azure.com \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.oms.opinsights.azure.com \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.ods.opinsights.azure.com
echo 'Private DNS zone privatelink.ods.opinsights.azure.com'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.ods.opinsights.azure.com; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.ods.opinsights.azure.com \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.ods.opinsights.azure.com / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.ods.opinsights.azure.com / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.ods.opinsights.azure.com \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.ods.opinsights.azure.com \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.ods.opinsights.azure.com / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.ods.opinsights.azure.com / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.ods.opinsights.azure.com \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.ods.opinsights.azure.com \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.agentsvc.azure-automation.net
echo 'Private DNS zone privatelink.agentsvc.azure-automation.net'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.agentsvc.azure-automation.net; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.agentsvc.azure-automation.net \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.agentsvc.azure-automation.net / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.agentsvc.azure-automation.net / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.agentsvc.azure-automation.net \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.agentsvc.azure-automation.net \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.agentsvc.azure-automation.net / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.agentsvc.azure-automation.net / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.agentsvc.azure-automation.net \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.agentsvc.azure-automation.net \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Private DNS zone privatelink.westeurope.azmk8s.io
echo 'Private DNS zone privatelink.westeurope.azmk8s.io'
if ! exists network private-dns zone show \
    --resource-group "${RESOURCE_GROUP}" \
    --name privatelink.westeurope.azmk8s.io; then
  az network private-dns zone create \
      --resource-group "${RESOURCE_GROUP}" \
      --name privatelink.westeurope.azmk8s.io \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.westeurope.azmk8s.io / link-vnet-vision-hub-prod
echo 'Link of a private DNS zone privatelink.westeurope.azmk8s.io / link-vnet-vision-hub-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.westeurope.azmk8s.io \
    --name link-vnet-vision-hub-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.westeurope.azmk8s.io \
      --name link-vnet-vision-hub-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.westeurope.azmk8s.io / link-vnet-vision-ml-prod
echo 'Link of a private DNS zone privatelink.westeurope.azmk8s.io / link-vnet-vision-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.westeurope.azmk8s.io \
    --name link-vnet-vision-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.westeurope.azmk8s.io \
      --name link-vnet-vision-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Network interface nic-vm-vision-jump
echo 'Network interface nic-vm-vision-jump'
if ! exists network nic show --resource-group "${RESOURCE_GROUP}" --name nic-vm-vision-jump; then
  az network nic create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nic-vm-vision-jump \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}"/subnets/snet-jump \
      --tags "${TAGS[@]}"
fi

# Virtual machine vm-vision-jump
echo 'Virtual machine vm-vision-jump'
if ! exists vm show --resource-group "${RESOURCE_GROUP}" --name vm-vision-jump; then
  az vm create \
      --resource-group "${RESOURCE_GROUP}" \
      --name vm-vision-jump \
      --location "${LOCATION}" \
      --size "${VM_VISION_JUMP_VM_SIZE}" \
      --nics /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-vision-jump \
      --computer-name vm-vision-jump \
      --admin-username azureuser \
      --admin-password "${ADMIN_PASSWORD}" \
      --storage-sku StandardSSD_LRS \
      --os-disk-delete-option Delete \
      --security-type TrustedLaunch \
      --enable-secure-boot true \
      --enable-vtpm true \
      --tags "${TAGS[@]}" \
      --image MicrosoftWindowsDesktop:windows-11:win11-24h2-ent:latest \
      --authentication-type password \
      --assign-identity '[system]'
  az vm boot-diagnostics enable --resource-group "${RESOURCE_GROUP}" --name vm-vision-jump
fi

# Storage account stvisionmlprod01
echo 'Storage account stvisionmlprod01'
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
      --public-network-access Disabled \
      --bypass AzureServices \
      --default-action Deny \
      --tags "${TAGS[@]}"
fi

# Key vault kv-vision-ml-prod-01
echo 'Key vault kv-vision-ml-prod-01'
if ! exists keyvault show --resource-group "${RESOURCE_GROUP}" --name "${KEY_VAULT_NAME}"; then
  az keyvault create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${KEY_VAULT_NAME}" \
      --location "${LOCATION}" \
      --sku standard \
      --enable-rbac-authorization true \
      --enable-purge-protection true \
      --public-network-access Disabled \
      --bypass AzureServices \
      --default-action Deny \
      --tags "${TAGS[@]}"
fi

# Container registry crvisionmlprod01
echo 'Container registry crvisionmlprod01'
if ! exists acr show --resource-group "${RESOURCE_GROUP}" --name "${REGISTRY_NAME}"; then
  az acr create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${REGISTRY_NAME}" \
      --location "${LOCATION}" \
      --sku Premium \
      --admin-enabled true \
      --tags "${TAGS[@]}" \
      --public-network-enabled false \
      --allow-trusted-services true
fi

# Log Analytics workspace log-vision-ml-prod
echo 'Log Analytics workspace log-vision-ml-prod'
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

# Application Insights appi-vision-ml-prod
echo 'Application Insights appi-vision-ml-prod'
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

# Azure Monitor private link scope ampls-vision-ml-prod
echo 'Azure Monitor private link scope ampls-vision-ml-prod'
if ! exists monitor private-link-scope show \
    --resource-group "${RESOURCE_GROUP}" \
    --name ampls-vision-ml-prod; then
  az monitor private-link-scope create \
      --resource-group "${RESOURCE_GROUP}" \
      --name ampls-vision-ml-prod \
      --tags "${TAGS[@]}"
  az resource update \
      --ids /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Insights/privateLinkScopes/ampls-vision-ml-prod \
      --api-version 2021-09-01 \
      --set 'properties.accessModeSettings.ingestionAccessMode=Open' 'properties.accessModeSettings.queryAccessMode=Open'
fi

# Member of the private link scope ampls-vision-ml-prod / log-analytics
echo 'Member of the private link scope ampls-vision-ml-prod / log-analytics'
if ! exists monitor private-link-scope scoped-resource show \
    --resource-group "${RESOURCE_GROUP}" \
    --scope-name ampls-vision-ml-prod \
    --name log-analytics; then
  az monitor private-link-scope scoped-resource create \
      --resource-group "${RESOURCE_GROUP}" \
      --scope-name ampls-vision-ml-prod \
      --name log-analytics \
      --linked-resource /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.OperationalInsights/workspaces/"${LOG_ANALYTICS_NAME}"
fi

# Member of the private link scope ampls-vision-ml-prod / application-insights
echo 'Member of the private link scope ampls-vision-ml-prod / application-insights'
if ! exists monitor private-link-scope scoped-resource show \
    --resource-group "${RESOURCE_GROUP}" \
    --scope-name ampls-vision-ml-prod \
    --name application-insights; then
  az monitor private-link-scope scoped-resource create \
      --resource-group "${RESOURCE_GROUP}" \
      --scope-name ampls-vision-ml-prod \
      --name application-insights \
      --linked-resource /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Insights/components/"${APPLICATION_INSIGHTS_NAME}"
fi

# Azure ML workspace mlw-vision-prod
echo 'Azure ML workspace mlw-vision-prod'
if ! exists ml workspace show --resource-group "${RESOURCE_GROUP}" --name "${WORKSPACE_NAME}"; then
  az ml workspace create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${WORKSPACE_NAME}" \
      --location "${LOCATION}" \
      --storage-account /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --key-vault /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" \
      --application-insights /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Insights/components/"${APPLICATION_INSIGHTS_NAME}" \
      --container-registry /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" \
      --public-network-access Disabled \
      --image-build-compute cpu-vision-build \
      --tags "${TAGS[@]}"
  az resource update \
      --ids /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" \
      --api-version 2026-03-01 \
      --set 'properties.serverlessComputeSettings.serverlessComputeCustomSubnet=/subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training 'properties.serverlessComputeSettings.serverlessComputeNoPublicIP=true'
fi

# Private endpoint pep-vision-mlw-prod
echo 'Private endpoint pep-vision-mlw-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-mlw-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-mlw-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name amlworkspace \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" \
      --group-id amlworkspace \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-mlw-prod / default
echo 'Zones of a private endpoint pep-vision-mlw-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-mlw-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-mlw-prod \
      --name default \
      --zone-name privatelink-api-azureml-ms \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms
  az network private-endpoint dns-zone-group add \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-mlw-prod \
      --name default \
      --zone-name privatelink-notebooks-azure-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net
fi

# Private endpoint pep-vision-blob-prod
echo 'Private endpoint pep-vision-blob-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-blob-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-blob-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name blob \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id blob \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-blob-prod / default
echo 'Zones of a private endpoint pep-vision-blob-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-blob-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-blob-prod \
      --name default \
      --zone-name privatelink-blob-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net
fi

# Role Reader on pep-vision-blob-prod
echo 'Role Reader on pep-vision-blob-prod'
WORKSPACE_PRINCIPAL_ID=$(az ml workspace show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_NAME}" \
    --query identity.principal_id \
    --output tsv)
az role assignment create \
    --assignee-object-id "${WORKSPACE_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role acdd72a7-3385-48ef-bd42-f606fba81ae7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-vision-blob-prod

# Private endpoint pep-vision-file-prod
echo 'Private endpoint pep-vision-file-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-file-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-file-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name file \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id file \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-file-prod / default
echo 'Zones of a private endpoint pep-vision-file-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-file-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-file-prod \
      --name default \
      --zone-name privatelink-file-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net
fi

# Role Reader on pep-vision-file-prod
echo 'Role Reader on pep-vision-file-prod'
WORKSPACE_PRINCIPAL_ID=$(az ml workspace show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_NAME}" \
    --query identity.principal_id \
    --output tsv)
az role assignment create \
    --assignee-object-id "${WORKSPACE_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role acdd72a7-3385-48ef-bd42-f606fba81ae7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-vision-file-prod

# Private endpoint pep-vision-queue-prod
echo 'Private endpoint pep-vision-queue-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-queue-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-queue-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name queue \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id queue \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-queue-prod / default
echo 'Zones of a private endpoint pep-vision-queue-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-queue-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-queue-prod \
      --name default \
      --zone-name privatelink-queue-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net
fi

# Private endpoint pep-vision-table-prod
echo 'Private endpoint pep-vision-table-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-table-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-table-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name table \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id table \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-table-prod / default
echo 'Zones of a private endpoint pep-vision-table-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-table-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-table-prod \
      --name default \
      --zone-name privatelink-table-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net
fi

# Private endpoint pep-vision-kv-prod
echo 'Private endpoint pep-vision-kv-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-kv-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-kv-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name vault \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" \
      --group-id vault \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-kv-prod / default
echo 'Zones of a private endpoint pep-vision-kv-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-kv-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-kv-prod \
      --name default \
      --zone-name privatelink-vaultcore-azure-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net
fi

# Private endpoint pep-vision-cr-prod
echo 'Private endpoint pep-vision-cr-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-cr-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-cr-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name registry \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" \
      --group-id registry \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-cr-prod / default
echo 'Zones of a private endpoint pep-vision-cr-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-cr-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-cr-prod \
      --name default \
      --zone-name privatelink-azurecr-io \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io
fi

# Private endpoint pep-vision-ampls-prod
echo 'Private endpoint pep-vision-ampls-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-ampls-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-ampls-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name azuremonitor \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Insights/privateLinkScopes/ampls-vision-ml-prod \
      --group-id azuremonitor \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-ampls-prod / default
echo 'Zones of a private endpoint pep-vision-ampls-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-ampls-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-ampls-prod \
      --name default \
      --zone-name privatelink-monitor-azure-com \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.monitor.azure.com
  az network private-endpoint dns-zone-group add \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-ampls-prod \
      --name default \
      --zone-name privatelink-oms-opinsights-azure-com \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.oms.opinsights.azure.com
  az network private-endpoint dns-zone-group add \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-ampls-prod \
      --name default \
      --zone-name privatelink-ods-opinsights-azure-com \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.ods.opinsights.azure.com
  az network private-endpoint dns-zone-group add \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-ampls-prod \
      --name default \
      --zone-name privatelink-agentsvc-azure-automation-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.agentsvc.azure-automation.net
  az network private-endpoint dns-zone-group add \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-ampls-prod \
      --name default \
      --zone-name privatelink-blob-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net
fi

# Private endpoint pep-vision-data-blob-prod
echo 'Private endpoint pep-vision-data-blob-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-data-blob-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-data-blob-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name blob \
      --private-connection-resource-id /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-data-prod/providers/Microsoft.Storage/storageAccounts/stvisiondataprod01 \
      --group-id blob \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-data-blob-prod / default
echo 'Zones of a private endpoint pep-vision-data-blob-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-data-blob-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-data-blob-prod \
      --name default \
      --zone-name privatelink-blob-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net
fi

# Private endpoint pep-vision-data-dfs-prod
echo 'Private endpoint pep-vision-data-dfs-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-vision-data-dfs-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-vision-data-dfs-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name dfs \
      --private-connection-resource-id /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-data-prod/providers/Microsoft.Storage/storageAccounts/stvisiondataprod01 \
      --group-id dfs \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-vision-data-dfs-prod / default
echo 'Zones of a private endpoint pep-vision-data-dfs-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-vision-data-dfs-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-vision-data-dfs-prod \
      --name default \
      --zone-name privatelink-dfs-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.dfs.core.windows.net
fi

# Compute cluster mlw-vision-prod / gpu-vision-train
echo 'Compute cluster mlw-vision-prod / gpu-vision-train'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name gpu-vision-train; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name gpu-vision-train \
      --type AmlCompute \
      --size "${GPU_VISION_TRAIN_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 24 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Compute cluster mlw-vision-prod / cpu-vision-batch
echo 'Compute cluster mlw-vision-prod / cpu-vision-batch'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name cpu-vision-batch; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name cpu-vision-batch \
      --type AmlCompute \
      --size "${CPU_VISION_BATCH_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 32 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Compute cluster mlw-vision-prod / cpu-vision-build
echo 'Compute cluster mlw-vision-prod / cpu-vision-build'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name cpu-vision-build; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name cpu-vision-build \
      --type AmlCompute \
      --size "${CPU_VISION_BUILD_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 4 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Compute instance mlw-vision-prod / ci-vision-ada
echo 'Compute instance mlw-vision-prod / ci-vision-ada'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name ci-vision-ada; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name ci-vision-ada \
      --type ComputeInstance \
      --size "${CI_VISION_ADA_VM_SIZE}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}"
fi

# Compute instance mlw-vision-prod / ci-vision-grace
echo 'Compute instance mlw-vision-prod / ci-vision-grace'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name ci-vision-grace; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name ci-vision-grace \
      --type ComputeInstance \
      --size "${CI_VISION_GRACE_VM_SIZE}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}"
fi

# Identity id-aks-vision-prod
echo 'Identity id-aks-vision-prod'
if ! exists identity show --resource-group "${RESOURCE_GROUP}" --name id-aks-vision-prod; then
  az identity create \
      --resource-group "${RESOURCE_GROUP}" \
      --name id-aks-vision-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi

# Role Network Contributor on snet-aks
echo 'Role Network Contributor on snet-aks'
AKS_34_IDENTITY_PRINCIPAL_ID=$(az identity show \
    --resource-group "${RESOURCE_GROUP}" \
    --name id-aks-vision-prod \
    --query principalId \
    --output tsv)
az role assignment create \
    --assignee-object-id "${AKS_34_IDENTITY_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role 4d97b98b-1d4f-4787-a291-c67834d212e7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-aks

# Role Private DNS Zone Contributor on privatelink.westeurope.azmk8s.io
echo 'Role Private DNS Zone Contributor on privatelink.westeurope.azmk8s.io'
AKS_34_IDENTITY_PRINCIPAL_ID=$(az identity show \
    --resource-group "${RESOURCE_GROUP}" \
    --name id-aks-vision-prod \
    --query principalId \
    --output tsv)
az role assignment create \
    --assignee-object-id "${AKS_34_IDENTITY_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role b12aa53e-6015-4669-85d0-8515ebb3ae7f \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io

# Role Network Contributor on vnet-vision-ml-prod
echo 'Role Network Contributor on vnet-vision-ml-prod'
AKS_34_IDENTITY_PRINCIPAL_ID=$(az identity show \
    --resource-group "${RESOURCE_GROUP}" \
    --name id-aks-vision-prod \
    --query principalId \
    --output tsv)
az role assignment create \
    --assignee-object-id "${AKS_34_IDENTITY_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role 4d97b98b-1d4f-4787-a291-c67834d212e7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"

# AKS cluster aks-vision-prod
echo 'AKS cluster aks-vision-prod'
if ! exists aks show --resource-group "${RESOURCE_GROUP}" --name "${AKS_NAME}"; then
  az aks create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${AKS_NAME}" \
      --location "${LOCATION}" \
      --tier Standard \
      --dns-name-prefix aks-vision-prod \
      --assign-identity /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-vision-prod \
      --network-plugin azure \
      --network-plugin-mode overlay \
      --pod-cidr 10.244.0.0/16 \
      --service-cidr 10.97.0.0/16 \
      --dns-service-ip 10.97.0.10 \
      --load-balancer-sku standard \
      --outbound-type userDefinedRouting \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io \
      --tags "${TAGS[@]}" \
      --enable-private-cluster \
      --disable-public-fqdn \
      --nodepool-name npsystem \
      --node-vm-size "${AKS_VISION_PROD_NPSYSTEM_VM_SIZE}" \
      --node-count 3 \
      --max-pods 250 \
      --vnet-subnet-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-aks \
      --no-ssh-key \
      --yes
  az aks nodepool update \
      --resource-group "${RESOURCE_GROUP}" \
      --cluster-name "${AKS_NAME}" \
      --name npsystem \
      --max-surge '33%'
fi

# Node pool aks-vision-prod / npscore
echo 'Node pool aks-vision-prod / npscore'
if ! exists aks nodepool show \
    --resource-group "${RESOURCE_GROUP}" \
    --cluster-name "${AKS_NAME}" \
    --name npscore; then
  az aks nodepool add \
      --resource-group "${RESOURCE_GROUP}" \
      --cluster-name "${AKS_NAME}" \
      --name npscore \
      --mode User \
      --os-type Linux \
      --max-surge '33%' \
      --node-vm-size "${AKS_VISION_PROD_NPSCORE_VM_SIZE}" \
      --node-count 3 \
      --min-count 3 \
      --max-count 30 \
      --max-pods 250 \
      --vnet-subnet-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-aks \
      --enable-cluster-autoscaler
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
      --configuration-settings 'enableTraining=True' 'enableInference=True' 'inferenceRouterServiceType=loadBalancer' 'inferenceRouterHA=True' 'allowInsecureConnections=True' 'internalLoadBalancerProvider=azure'
fi

# Attached AKS cluster mlw-vision-prod / aks-vision
echo 'Attached AKS cluster mlw-vision-prod / aks-vision'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name aks-vision; then
  az ml compute attach \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name aks-vision \
      --type Kubernetes \
      --resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerService/managedClusters/"${AKS_NAME}" \
      --namespace default \
      --identity-type SystemAssigned
fi

# Batch endpoint mlw-vision-prod / be-vision-be-prod
echo 'Batch endpoint mlw-vision-prod / be-vision-be-prod'
if ! exists ml batch-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name be-vision-be-prod; then
  az ml batch-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name be-vision-be-prod \
      --file ../azureml/batch-endpoint-be-vision-be-prod.yml
fi

# Batch deployment mlw-vision-prod / be-vision-be-prod / vision-v1
if [ -n "$BE_VISION_BE_PROD_VISION_V1_MODEL_ID" ]; then
  echo 'Batch deployment mlw-vision-prod / be-vision-be-prod / vision-v1'
  if ! exists ml batch-deployment show \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --endpoint-name be-vision-be-prod \
      --name vision-v1; then
    az ml batch-deployment create \
        --resource-group "${RESOURCE_GROUP}" \
        --workspace-name "${WORKSPACE_NAME}" \
        --endpoint-name be-vision-be-prod \
        --name vision-v1 \
        --file ../azureml/batch-deployment-be-vision-be-prod-vision-v1.yml \
        --set 'model=azureml:'"${BE_VISION_BE_PROD_VISION_V1_MODEL_ID}" \
        --set-default
  fi
else
  echo 'Left out, because BE_VISION_BE_PROD_VISION_V1_MODEL_ID is empty: Batch deployment mlw-vision-prod / be-vision-be-prod / vision-v1'
fi

# What the next step needs
echo 'vnetVisionHubProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${HUB_VNET_NAME}"
echo 'vnetVisionMlProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"
FIREWALL_12_PRIVATE_I_P_ADDRESS=$(az network firewall show \
    --resource-group "${RESOURCE_GROUP}" \
    --name afw-vision-hub-prod \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv)
echo 'afwVisionHubProdPrivateAddress = '"${FIREWALL_12_PRIVATE_I_P_ADDRESS}"
echo 'vmVisionJumpId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-vision-jump
echo 'mlwVisionProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"
echo 'aksVisionProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerService/managedClusters/"${AKS_NAME}"
BATCH_ENDPOINT_32_SCORING_URI=$(az ml batch-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name be-vision-be-prod \
    --query scoring_uri \
    --output tsv)
echo 'beVisionBeProdScoringUri = '"${BATCH_ENDPOINT_32_SCORING_URI}"
