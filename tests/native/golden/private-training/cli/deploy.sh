#!/usr/bin/env bash
# Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).
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
az extension add --name bastion --upgrade --yes
az extension add --name application-insights --upgrade --yes

# Values: set a variable of the same name in the environment for another one.
SUBSCRIPTION_ID=$(az account show --query id --output tsv)
az account set --subscription "${SUBSCRIPTION_ID}"
if [ -z "${RESOURCE_GROUP:-}" ]; then RESOURCE_GROUP=rg-churn-ml-dev; fi
# Region of everything that has no region of its own.
if [ -z "${LOCATION:-}" ]; then LOCATION=northeurope; fi
# Tags of every resource.
TAGS=('workload=churn' 'environment=dev')
# Name of a virtual network.
if [ -z "${WORKSPACE_VNET_NAME:-}" ]; then WORKSPACE_VNET_NAME=vnet-churn-ml-dev; fi
# VM size of vm-churn-jump.
if [ -z "${VM_CHURN_JUMP_VM_SIZE:-}" ]; then VM_CHURN_JUMP_VM_SIZE=Standard_D2s_v5; fi
# Administrator password of Windows machines.
: "${ADMIN_PASSWORD:?is not set}"
# Name of a storage account, unique in all of Azure.
if [ -z "${WORKSPACE_STORAGE_NAME:-}" ]; then WORKSPACE_STORAGE_NAME=stchurnmldev01; fi
# Name of the key vault, unique in all of Azure.
if [ -z "${KEY_VAULT_NAME:-}" ]; then KEY_VAULT_NAME=kv-churn-ml-dev-01; fi
# Name of the container registry, unique in all of Azure.
if [ -z "${REGISTRY_NAME:-}" ]; then REGISTRY_NAME=crchurnmldev01; fi
# Name of the Log Analytics workspace.
if [ -z "${LOG_ANALYTICS_NAME:-}" ]; then LOG_ANALYTICS_NAME=log-churn-ml-dev; fi
# Name of Application Insights.
if [ -z "${APPLICATION_INSIGHTS_NAME:-}" ]; then APPLICATION_INSIGHTS_NAME=appi-churn-ml-dev; fi
# Name of the Azure ML workspace.
if [ -z "${WORKSPACE_NAME:-}" ]; then WORKSPACE_NAME=mlw-churn-dev; fi
# VM size of cpu-churn-train.
if [ -z "${CPU_CHURN_TRAIN_VM_SIZE:-}" ]; then CPU_CHURN_TRAIN_VM_SIZE=Standard_DS3_v2; fi
# VM size of gpu-churn-train.
if [ -z "${GPU_CHURN_TRAIN_VM_SIZE:-}" ]; then GPU_CHURN_TRAIN_VM_SIZE=Standard_NC4as_T4_v3; fi
# VM size of cpu-churn-build.
if [ -z "${CPU_CHURN_BUILD_VM_SIZE:-}" ]; then CPU_CHURN_BUILD_VM_SIZE=Standard_DS3_v2; fi
# VM size of ci-churn-ada.
if [ -z "${CI_CHURN_ADA_VM_SIZE:-}" ]; then CI_CHURN_ADA_VM_SIZE=Standard_DS3_v2; fi
# VM size of ci-churn-grace.
if [ -z "${CI_CHURN_GRACE_VM_SIZE:-}" ]; then CI_CHURN_GRACE_VM_SIZE=Standard_DS3_v2; fi

# What changes
if ! exists group show --name "${RESOURCE_GROUP}"; then
  echo 'Nothing exists yet: everything is created.'
else
  az deployment group what-if \
      --resource-group "${RESOURCE_GROUP}" \
      --template-file ../arm/azuredeploy.json \
      --parameters 'location='"${LOCATION}" 'workspaceVnetName='"${WORKSPACE_VNET_NAME}" 'vmChurnJumpVmSize='"${VM_CHURN_JUMP_VM_SIZE}" 'adminPassword='"${ADMIN_PASSWORD}" 'workspaceStorageName='"${WORKSPACE_STORAGE_NAME}" 'keyVaultName='"${KEY_VAULT_NAME}" 'registryName='"${REGISTRY_NAME}" 'logAnalyticsName='"${LOG_ANALYTICS_NAME}" 'applicationInsightsName='"${APPLICATION_INSIGHTS_NAME}" 'workspaceName='"${WORKSPACE_NAME}" 'cpuChurnTrainVmSize='"${CPU_CHURN_TRAIN_VM_SIZE}" 'gpuChurnTrainVmSize='"${GPU_CHURN_TRAIN_VM_SIZE}" 'cpuChurnBuildVmSize='"${CPU_CHURN_BUILD_VM_SIZE}" 'ciChurnAdaVmSize='"${CI_CHURN_ADA_VM_SIZE}" 'ciChurnGraceVmSize='"${CI_CHURN_GRACE_VM_SIZE}"
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

# Network security group nsg-churn-training-dev
echo 'Network security group nsg-churn-training-dev'
if ! exists network nsg show \
    --resource-group "${RESOURCE_GROUP}" \
    --name nsg-churn-training-dev; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-churn-training-dev \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-training-dev \
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
    --nsg-name nsg-churn-training-dev \
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
    --nsg-name nsg-churn-training-dev \
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
    --nsg-name nsg-churn-training-dev \
    --name Allow-Batch \
    --priority 130 \
    --direction Outbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes BatchNodeManagement.northeurope \
    --destination-port-ranges 443 \
    --description 'The Azure Batch service that runs the nodes.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-training-dev \
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
    --nsg-name nsg-churn-training-dev \
    --name Allow-Storage \
    --priority 150 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes Storage.northeurope \
    --destination-port-ranges 443 \
    --description 'Storage of the Azure Batch service, on Microsoft'\''s side.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-training-dev \
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
    --nsg-name nsg-churn-training-dev \
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
    --nsg-name nsg-churn-training-dev \
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
    --nsg-name nsg-churn-training-dev \
    --name Allow-Monitor \
    --priority 190 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes AzureMonitor \
    --destination-port-ranges 443 \
    --description 'Logs and metrics, and diagnostics for support.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-training-dev \
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
    --nsg-name nsg-churn-training-dev \
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

# Network security group nsg-churn-pep-dev
echo 'Network security group nsg-churn-pep-dev'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-churn-pep-dev; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-churn-pep-dev \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-pep-dev \
    --name Allow-Vnet-Https \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes 10.30.2.0/27 \
    --destination-port-ranges 443 \
    --description 'Clients in this network and its peers use the endpoints.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-pep-dev \
    --name Allow-Vnet-Smb \
    --priority 110 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes 10.30.2.0/27 \
    --destination-port-ranges 445 \
    --description 'Computes mount the file share of the default storage account.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-pep-dev \
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

# Network security group nsg-churn-bastion-dev
echo 'Network security group nsg-churn-bastion-dev'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-churn-bastion-dev; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-churn-bastion-dev \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-bastion-dev \
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
    --nsg-name nsg-churn-bastion-dev \
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
    --nsg-name nsg-churn-bastion-dev \
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
    --nsg-name nsg-churn-bastion-dev \
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
    --nsg-name nsg-churn-bastion-dev \
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
    --nsg-name nsg-churn-bastion-dev \
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
    --nsg-name nsg-churn-bastion-dev \
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
    --nsg-name nsg-churn-bastion-dev \
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

# Network security group nsg-churn-jump-dev
echo 'Network security group nsg-churn-jump-dev'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-churn-jump-dev; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-churn-jump-dev \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-jump-dev \
    --name Allow-Bastion \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes 10.30.0.0/26 \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 22 3389 \
    --description 'Sessions that Bastion opens for people.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-churn-jump-dev \
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

# Public IP address pip-ng-churn-ml-dev
echo 'Public IP address pip-ng-churn-ml-dev'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-ng-churn-ml-dev; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-ng-churn-ml-dev \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# NAT gateway ng-churn-ml-dev
echo 'NAT gateway ng-churn-ml-dev'
if ! exists network nat gateway show \
    --resource-group "${RESOURCE_GROUP}" \
    --name ng-churn-ml-dev; then
  az network nat gateway create \
      --resource-group "${RESOURCE_GROUP}" \
      --name ng-churn-ml-dev \
      --location "${LOCATION}" \
      --sku Standard \
      --public-ip-addresses /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-ng-churn-ml-dev \
      --tags "${TAGS[@]}"
fi

# Virtual network vnet-churn-ml-dev
echo 'Virtual network vnet-churn-ml-dev'
if ! exists network vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_VNET_NAME}"; then
  az network vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${WORKSPACE_VNET_NAME}" \
      --location "${LOCATION}" \
      --address-prefixes 10.30.0.0/16 \
      --tags "${TAGS[@]}"
fi
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-training \
    --address-prefixes 10.30.1.0/24 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-churn-training-dev \
    --nat-gateway /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-churn-ml-dev \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-pep \
    --address-prefixes 10.30.2.0/27 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-churn-pep-dev \
    --private-endpoint-network-policies NetworkSecurityGroupEnabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name AzureBastionSubnet \
    --address-prefixes 10.30.0.0/26 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-churn-bastion-dev \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-jump \
    --address-prefixes 10.30.3.0/27 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-churn-jump-dev \
    --nat-gateway /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-churn-ml-dev \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false

# Public IP address pip-bas-churn-dev
echo 'Public IP address pip-bas-churn-dev'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-bas-churn-dev; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-bas-churn-dev \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# Bastion bas-churn-dev
echo 'Bastion bas-churn-dev'
if ! exists network bastion show --resource-group "${RESOURCE_GROUP}" --name bas-churn-dev; then
  az network bastion create \
      --resource-group "${RESOURCE_GROUP}" \
      --name bas-churn-dev \
      --location "${LOCATION}" \
      --sku Standard \
      --enable-tunneling true \
      --public-ip-address /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-bas-churn-dev \
      --tags "${TAGS[@]}" \
      --vnet-name "${WORKSPACE_VNET_NAME}"
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

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-churn-ml-dev
echo 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-churn-ml-dev'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.api.azureml.ms \
    --name link-vnet-churn-ml-dev; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.api.azureml.ms \
      --name link-vnet-churn-ml-dev \
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

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-churn-ml-dev
echo 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-churn-ml-dev'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.notebooks.azure.net \
    --name link-vnet-churn-ml-dev; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.notebooks.azure.net \
      --name link-vnet-churn-ml-dev \
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

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-churn-ml-dev
echo 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-churn-ml-dev'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.blob.core.windows.net \
    --name link-vnet-churn-ml-dev; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.blob.core.windows.net \
      --name link-vnet-churn-ml-dev \
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

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-churn-ml-dev
echo 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-churn-ml-dev'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.file.core.windows.net \
    --name link-vnet-churn-ml-dev; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.file.core.windows.net \
      --name link-vnet-churn-ml-dev \
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

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-churn-ml-dev
echo 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-churn-ml-dev'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.vaultcore.azure.net \
    --name link-vnet-churn-ml-dev; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.vaultcore.azure.net \
      --name link-vnet-churn-ml-dev \
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

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-churn-ml-dev
echo 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-churn-ml-dev'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.azurecr.io \
    --name link-vnet-churn-ml-dev; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.azurecr.io \
      --name link-vnet-churn-ml-dev \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Network interface nic-vm-churn-jump
echo 'Network interface nic-vm-churn-jump'
if ! exists network nic show --resource-group "${RESOURCE_GROUP}" --name nic-vm-churn-jump; then
  az network nic create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nic-vm-churn-jump \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-jump \
      --tags "${TAGS[@]}"
fi

# Virtual machine vm-churn-jump
echo 'Virtual machine vm-churn-jump'
if ! exists vm show --resource-group "${RESOURCE_GROUP}" --name vm-churn-jump; then
  az vm create \
      --resource-group "${RESOURCE_GROUP}" \
      --name vm-churn-jump \
      --location "${LOCATION}" \
      --size "${VM_CHURN_JUMP_VM_SIZE}" \
      --nics /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-churn-jump \
      --computer-name vm-churn-jump \
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
  az vm boot-diagnostics enable --resource-group "${RESOURCE_GROUP}" --name vm-churn-jump
fi

# Storage account stchurnmldev01
echo 'Storage account stchurnmldev01'
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

# Key vault kv-churn-ml-dev-01
echo 'Key vault kv-churn-ml-dev-01'
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

# Container registry crchurnmldev01
echo 'Container registry crchurnmldev01'
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

# Log Analytics workspace log-churn-ml-dev
echo 'Log Analytics workspace log-churn-ml-dev'
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

# Application Insights appi-churn-ml-dev
echo 'Application Insights appi-churn-ml-dev'
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

# Azure ML workspace mlw-churn-dev
echo 'Azure ML workspace mlw-churn-dev'
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
      --image-build-compute cpu-churn-build \
      --tags "${TAGS[@]}"
fi

# Private endpoint pep-churn-mlw-dev
echo 'Private endpoint pep-churn-mlw-dev'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-churn-mlw-dev; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-churn-mlw-dev \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name amlworkspace \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" \
      --group-id amlworkspace \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-churn-mlw-dev / default
echo 'Zones of a private endpoint pep-churn-mlw-dev / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-churn-mlw-dev \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-churn-mlw-dev \
      --name default \
      --zone-name privatelink-api-azureml-ms \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms
  az network private-endpoint dns-zone-group add \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-churn-mlw-dev \
      --name default \
      --zone-name privatelink-notebooks-azure-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net
fi

# Private endpoint pep-churn-blob-dev
echo 'Private endpoint pep-churn-blob-dev'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-churn-blob-dev; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-churn-blob-dev \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name blob \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id blob \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-churn-blob-dev / default
echo 'Zones of a private endpoint pep-churn-blob-dev / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-churn-blob-dev \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-churn-blob-dev \
      --name default \
      --zone-name privatelink-blob-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net
fi

# Role Reader on pep-churn-blob-dev
echo 'Role Reader on pep-churn-blob-dev'
WORKSPACE_PRINCIPAL_ID=$(az ml workspace show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_NAME}" \
    --query identity.principal_id \
    --output tsv)
az role assignment create \
    --assignee-object-id "${WORKSPACE_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role acdd72a7-3385-48ef-bd42-f606fba81ae7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-churn-blob-dev

# Private endpoint pep-churn-file-dev
echo 'Private endpoint pep-churn-file-dev'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-churn-file-dev; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-churn-file-dev \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name file \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id file \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-churn-file-dev / default
echo 'Zones of a private endpoint pep-churn-file-dev / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-churn-file-dev \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-churn-file-dev \
      --name default \
      --zone-name privatelink-file-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net
fi

# Role Reader on pep-churn-file-dev
echo 'Role Reader on pep-churn-file-dev'
WORKSPACE_PRINCIPAL_ID=$(az ml workspace show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_NAME}" \
    --query identity.principal_id \
    --output tsv)
az role assignment create \
    --assignee-object-id "${WORKSPACE_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role acdd72a7-3385-48ef-bd42-f606fba81ae7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-churn-file-dev

# Private endpoint pep-churn-kv-dev
echo 'Private endpoint pep-churn-kv-dev'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-churn-kv-dev; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-churn-kv-dev \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name vault \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" \
      --group-id vault \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-churn-kv-dev / default
echo 'Zones of a private endpoint pep-churn-kv-dev / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-churn-kv-dev \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-churn-kv-dev \
      --name default \
      --zone-name privatelink-vaultcore-azure-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net
fi

# Private endpoint pep-churn-cr-dev
echo 'Private endpoint pep-churn-cr-dev'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-churn-cr-dev; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-churn-cr-dev \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name registry \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" \
      --group-id registry \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-churn-cr-dev / default
echo 'Zones of a private endpoint pep-churn-cr-dev / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-churn-cr-dev \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-churn-cr-dev \
      --name default \
      --zone-name privatelink-azurecr-io \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io
fi

# Compute cluster mlw-churn-dev / cpu-churn-train
echo 'Compute cluster mlw-churn-dev / cpu-churn-train'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name cpu-churn-train; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name cpu-churn-train \
      --type AmlCompute \
      --size "${CPU_CHURN_TRAIN_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 20 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Compute cluster mlw-churn-dev / gpu-churn-train
echo 'Compute cluster mlw-churn-dev / gpu-churn-train'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name gpu-churn-train; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name gpu-churn-train \
      --type AmlCompute \
      --size "${GPU_CHURN_TRAIN_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 8 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Compute cluster mlw-churn-dev / cpu-churn-build
echo 'Compute cluster mlw-churn-dev / cpu-churn-build'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name cpu-churn-build; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name cpu-churn-build \
      --type AmlCompute \
      --size "${CPU_CHURN_BUILD_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 2 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Compute instance mlw-churn-dev / ci-churn-ada
echo 'Compute instance mlw-churn-dev / ci-churn-ada'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name ci-churn-ada; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name ci-churn-ada \
      --type ComputeInstance \
      --size "${CI_CHURN_ADA_VM_SIZE}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}"
fi

# Compute instance mlw-churn-dev / ci-churn-grace
echo 'Compute instance mlw-churn-dev / ci-churn-grace'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name ci-churn-grace; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name ci-churn-grace \
      --type ComputeInstance \
      --size "${CI_CHURN_GRACE_VM_SIZE}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}"
fi

# What the next step needs
echo 'vnetChurnMlDevId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"
echo 'vmChurnJumpId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-churn-jump
echo 'mlwChurnDevId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"
