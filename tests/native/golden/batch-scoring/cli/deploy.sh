#!/usr/bin/env bash
# Written by Azure ML VNet Wizard 0.1.0 from the plan “Fraud batch scoring” (plan format 1).
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
if [ -z "${RESOURCE_GROUP:-}" ]; then RESOURCE_GROUP=rg-fraud-ml-prod; fi
# Region of everything that has no region of its own.
if [ -z "${LOCATION:-}" ]; then LOCATION=westeurope; fi
# Tags of every resource.
TAGS=('workload=fraud' 'environment=prod')
# Name of a virtual network.
if [ -z "${JUMP_HOST_VNET_NAME:-}" ]; then JUMP_HOST_VNET_NAME=vnet-fraud-jump-prod; fi
# Name of a virtual network.
if [ -z "${WORKSPACE_VNET_NAME:-}" ]; then WORKSPACE_VNET_NAME=vnet-fraud-ml-prod; fi
# VM size of vm-fraud-jump.
if [ -z "${VM_FRAUD_JUMP_VM_SIZE:-}" ]; then VM_FRAUD_JUMP_VM_SIZE=Standard_D2s_v5; fi
# Administrator password of Windows machines.
: "${ADMIN_PASSWORD:?is not set}"
# Name of a storage account, unique in all of Azure.
if [ -z "${WORKSPACE_STORAGE_NAME:-}" ]; then WORKSPACE_STORAGE_NAME=stfraudmlprod01; fi
# Name of the key vault, unique in all of Azure.
if [ -z "${KEY_VAULT_NAME:-}" ]; then KEY_VAULT_NAME=kv-fraud-ml-prod-01; fi
# Name of the container registry, unique in all of Azure.
if [ -z "${REGISTRY_NAME:-}" ]; then REGISTRY_NAME=crfraudmlprod01; fi
# Name of the Log Analytics workspace.
if [ -z "${LOG_ANALYTICS_NAME:-}" ]; then LOG_ANALYTICS_NAME=log-fraud-ml-prod; fi
# Name of Application Insights.
if [ -z "${APPLICATION_INSIGHTS_NAME:-}" ]; then APPLICATION_INSIGHTS_NAME=appi-fraud-ml-prod; fi
# Name of the Azure ML workspace.
if [ -z "${WORKSPACE_NAME:-}" ]; then WORKSPACE_NAME=mlw-fraud-prod; fi
# VM size of cpu-fraud-train.
if [ -z "${CPU_FRAUD_TRAIN_VM_SIZE:-}" ]; then CPU_FRAUD_TRAIN_VM_SIZE=Standard_DS3_v2; fi
# VM size of cpu-fraud-build.
if [ -z "${CPU_FRAUD_BUILD_VM_SIZE:-}" ]; then CPU_FRAUD_BUILD_VM_SIZE=Standard_DS3_v2; fi
# Resource id of the model for fraud-v1. The deployment is created when this is not empty: register the model first.
if [ -z "${BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID:-}" ]; then BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID=''; fi

# What changes
if ! exists group show --name "${RESOURCE_GROUP}"; then
  echo 'Nothing exists yet: everything is created.'
else
  az deployment group what-if \
      --resource-group "${RESOURCE_GROUP}" \
      --template-file ../arm/azuredeploy.json \
      --parameters 'location='"${LOCATION}" 'jumpHostVnetName='"${JUMP_HOST_VNET_NAME}" 'workspaceVnetName='"${WORKSPACE_VNET_NAME}" 'vmFraudJumpVmSize='"${VM_FRAUD_JUMP_VM_SIZE}" 'adminPassword='"${ADMIN_PASSWORD}" 'workspaceStorageName='"${WORKSPACE_STORAGE_NAME}" 'keyVaultName='"${KEY_VAULT_NAME}" 'registryName='"${REGISTRY_NAME}" 'logAnalyticsName='"${LOG_ANALYTICS_NAME}" 'applicationInsightsName='"${APPLICATION_INSIGHTS_NAME}" 'workspaceName='"${WORKSPACE_NAME}" 'cpuFraudTrainVmSize='"${CPU_FRAUD_TRAIN_VM_SIZE}" 'cpuFraudBuildVmSize='"${CPU_FRAUD_BUILD_VM_SIZE}" 'beFraudBeProdFraudV1ModelId='"${BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID}"
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

# Network security group nsg-fraud-bastion-prod
echo 'Network security group nsg-fraud-bastion-prod'
if ! exists network nsg show \
    --resource-group "${RESOURCE_GROUP}" \
    --name nsg-fraud-bastion-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-fraud-bastion-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-fraud-bastion-prod \
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
    --nsg-name nsg-fraud-bastion-prod \
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
    --nsg-name nsg-fraud-bastion-prod \
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
    --nsg-name nsg-fraud-bastion-prod \
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
    --nsg-name nsg-fraud-bastion-prod \
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
    --nsg-name nsg-fraud-bastion-prod \
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
    --nsg-name nsg-fraud-bastion-prod \
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
    --nsg-name nsg-fraud-bastion-prod \
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

# Network security group nsg-fraud-jump-prod
echo 'Network security group nsg-fraud-jump-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-fraud-jump-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-fraud-jump-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-fraud-jump-prod \
    --name Allow-Bastion \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes 10.1.0.0/26 \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 22 3389 \
    --description 'Sessions that Bastion opens for people.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-fraud-jump-prod \
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

# Network security group nsg-fraud-training-prod
echo 'Network security group nsg-fraud-training-prod'
if ! exists network nsg show \
    --resource-group "${RESOURCE_GROUP}" \
    --name nsg-fraud-training-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-fraud-training-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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
    --nsg-name nsg-fraud-training-prod \
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

# Network security group nsg-fraud-pep-prod
echo 'Network security group nsg-fraud-pep-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-fraud-pep-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-fraud-pep-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-fraud-pep-prod \
    --name Allow-Vnet-Https \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes 10.0.2.0/27 \
    --destination-port-ranges 443 \
    --description 'Clients in this network and its peers use the endpoints.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-fraud-pep-prod \
    --name Allow-Vnet-Smb \
    --priority 110 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes 10.0.2.0/27 \
    --destination-port-ranges 445 \
    --description 'Computes mount the file share of the default storage account.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-fraud-pep-prod \
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

# Public IP address pip-ng-fraud-jump-prod
echo 'Public IP address pip-ng-fraud-jump-prod'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-ng-fraud-jump-prod; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-ng-fraud-jump-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# NAT gateway ng-fraud-jump-prod
echo 'NAT gateway ng-fraud-jump-prod'
if ! exists network nat gateway show \
    --resource-group "${RESOURCE_GROUP}" \
    --name ng-fraud-jump-prod; then
  az network nat gateway create \
      --resource-group "${RESOURCE_GROUP}" \
      --name ng-fraud-jump-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --public-ip-addresses /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-ng-fraud-jump-prod \
      --tags "${TAGS[@]}"
fi

# Public IP address pip-ng-fraud-ml-prod
echo 'Public IP address pip-ng-fraud-ml-prod'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-ng-fraud-ml-prod; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-ng-fraud-ml-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# NAT gateway ng-fraud-ml-prod
echo 'NAT gateway ng-fraud-ml-prod'
if ! exists network nat gateway show \
    --resource-group "${RESOURCE_GROUP}" \
    --name ng-fraud-ml-prod; then
  az network nat gateway create \
      --resource-group "${RESOURCE_GROUP}" \
      --name ng-fraud-ml-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --public-ip-addresses /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-ng-fraud-ml-prod \
      --tags "${TAGS[@]}"
fi

# Virtual network vnet-fraud-jump-prod
echo 'Virtual network vnet-fraud-jump-prod'
if ! exists network vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${JUMP_HOST_VNET_NAME}"; then
  az network vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${JUMP_HOST_VNET_NAME}" \
      --location "${LOCATION}" \
      --address-prefixes 10.1.0.0/16 \
      --tags "${TAGS[@]}"
fi
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${JUMP_HOST_VNET_NAME}" \
    --name AzureBastionSubnet \
    --address-prefixes 10.1.0.0/26 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-bastion-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${JUMP_HOST_VNET_NAME}" \
    --name snet-jump \
    --address-prefixes 10.1.1.0/27 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-jump-prod \
    --nat-gateway /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-fraud-jump-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false

# Virtual network vnet-fraud-ml-prod
echo 'Virtual network vnet-fraud-ml-prod'
if ! exists network vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_VNET_NAME}"; then
  az network vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${WORKSPACE_VNET_NAME}" \
      --location "${LOCATION}" \
      --address-prefixes 10.0.0.0/16 \
      --tags "${TAGS[@]}"
fi
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-training \
    --address-prefixes 10.0.1.0/24 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-training-prod \
    --nat-gateway /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-fraud-ml-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-pep \
    --address-prefixes 10.0.2.0/27 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-pep-prod \
    --private-endpoint-network-policies NetworkSecurityGroupEnabled \
    --default-outbound-access false

# Public IP address pip-bas-fraud-prod
echo 'Public IP address pip-bas-fraud-prod'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-bas-fraud-prod; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-bas-fraud-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# Bastion bas-fraud-prod
echo 'Bastion bas-fraud-prod'
if ! exists network bastion show --resource-group "${RESOURCE_GROUP}" --name bas-fraud-prod; then
  az network bastion create \
      --resource-group "${RESOURCE_GROUP}" \
      --name bas-fraud-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --enable-tunneling true \
      --public-ip-address /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-bas-fraud-prod \
      --tags "${TAGS[@]}" \
      --vnet-name "${JUMP_HOST_VNET_NAME}"
fi

# Peering vnet-fraud-jump-prod / peer-vnet-fraud-ml-prod
echo 'Peering vnet-fraud-jump-prod / peer-vnet-fraud-ml-prod'
if ! exists network vnet peering show \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${JUMP_HOST_VNET_NAME}" \
    --name peer-vnet-fraud-ml-prod; then
  az network vnet peering create \
      --resource-group "${RESOURCE_GROUP}" \
      --vnet-name "${JUMP_HOST_VNET_NAME}" \
      --name peer-vnet-fraud-ml-prod \
      --remote-vnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --allow-vnet-access true \
      --allow-forwarded-traffic false \
      --allow-gateway-transit false \
      --use-remote-gateways false
fi

# Peering vnet-fraud-ml-prod / peer-vnet-fraud-jump-prod
echo 'Peering vnet-fraud-ml-prod / peer-vnet-fraud-jump-prod'
if ! exists network vnet peering show \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name peer-vnet-fraud-jump-prod; then
  az network vnet peering create \
      --resource-group "${RESOURCE_GROUP}" \
      --vnet-name "${WORKSPACE_VNET_NAME}" \
      --name peer-vnet-fraud-jump-prod \
      --remote-vnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
      --allow-vnet-access true \
      --allow-forwarded-traffic false \
      --allow-gateway-transit false \
      --use-remote-gateways false
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

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-fraud-jump-prod
echo 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-fraud-jump-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.api.azureml.ms \
    --name link-vnet-fraud-jump-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.api.azureml.ms \
      --name link-vnet-fraud-jump-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-fraud-ml-prod
echo 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-fraud-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.api.azureml.ms \
    --name link-vnet-fraud-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.api.azureml.ms \
      --name link-vnet-fraud-ml-prod \
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

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-fraud-jump-prod
echo 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-fraud-jump-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.notebooks.azure.net \
    --name link-vnet-fraud-jump-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.notebooks.azure.net \
      --name link-vnet-fraud-jump-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-fraud-ml-prod
echo 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-fraud-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.notebooks.azure.net \
    --name link-vnet-fraud-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.notebooks.azure.net \
      --name link-vnet-fraud-ml-prod \
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

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-fraud-jump-prod
echo 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-fraud-jump-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.blob.core.windows.net \
    --name link-vnet-fraud-jump-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.blob.core.windows.net \
      --name link-vnet-fraud-jump-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-fraud-ml-prod
echo 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-fraud-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.blob.core.windows.net \
    --name link-vnet-fraud-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.blob.core.windows.net \
      --name link-vnet-fraud-ml-prod \
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

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-fraud-jump-prod
echo 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-fraud-jump-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.file.core.windows.net \
    --name link-vnet-fraud-jump-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.file.core.windows.net \
      --name link-vnet-fraud-jump-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-fraud-ml-prod
echo 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-fraud-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.file.core.windows.net \
    --name link-vnet-fraud-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.file.core.windows.net \
      --name link-vnet-fraud-ml-prod \
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

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-fraud-jump-prod
echo 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-fraud-jump-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.vaultcore.azure.net \
    --name link-vnet-fraud-jump-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.vaultcore.azure.net \
      --name link-vnet-fraud-jump-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-fraud-ml-prod
echo 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-fraud-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.vaultcore.azure.net \
    --name link-vnet-fraud-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.vaultcore.azure.net \
      --name link-vnet-fraud-ml-prod \
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

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-fraud-jump-prod
echo 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-fraud-jump-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.azurecr.io \
    --name link-vnet-fraud-jump-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.azurecr.io \
      --name link-vnet-fraud-jump-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-fraud-ml-prod
echo 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-fraud-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.azurecr.io \
    --name link-vnet-fraud-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.azurecr.io \
      --name link-vnet-fraud-ml-prod \
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

# Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-fraud-jump-prod
echo 'Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-fraud-jump-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.queue.core.windows.net \
    --name link-vnet-fraud-jump-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.queue.core.windows.net \
      --name link-vnet-fraud-jump-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-fraud-ml-prod
echo 'Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-fraud-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.queue.core.windows.net \
    --name link-vnet-fraud-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.queue.core.windows.net \
      --name link-vnet-fraud-ml-prod \
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

# Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-fraud-jump-prod
echo 'Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-fraud-jump-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.table.core.windows.net \
    --name link-vnet-fraud-jump-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.table.core.windows.net \
      --name link-vnet-fraud-jump-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-fraud-ml-prod
echo 'Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-fraud-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.table.core.windows.net \
    --name link-vnet-fraud-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.table.core.windows.net \
      --name link-vnet-fraud-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Network interface nic-vm-fraud-jump
echo 'Network interface nic-vm-fraud-jump'
if ! exists network nic show --resource-group "${RESOURCE_GROUP}" --name nic-vm-fraud-jump; then
  az network nic create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nic-vm-fraud-jump \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"/subnets/snet-jump \
      --tags "${TAGS[@]}"
fi

# Virtual machine vm-fraud-jump
echo 'Virtual machine vm-fraud-jump'
if ! exists vm show --resource-group "${RESOURCE_GROUP}" --name vm-fraud-jump; then
  az vm create \
      --resource-group "${RESOURCE_GROUP}" \
      --name vm-fraud-jump \
      --location "${LOCATION}" \
      --size "${VM_FRAUD_JUMP_VM_SIZE}" \
      --nics /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-fraud-jump \
      --computer-name vm-fraud-jump \
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
  az vm boot-diagnostics enable --resource-group "${RESOURCE_GROUP}" --name vm-fraud-jump
fi

# Storage account stfraudmlprod01
echo 'Storage account stfraudmlprod01'
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

# Key vault kv-fraud-ml-prod-01
echo 'Key vault kv-fraud-ml-prod-01'
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

# Container registry crfraudmlprod01
echo 'Container registry crfraudmlprod01'
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

# Log Analytics workspace log-fraud-ml-prod
echo 'Log Analytics workspace log-fraud-ml-prod'
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

# Application Insights appi-fraud-ml-prod
echo 'Application Insights appi-fraud-ml-prod'
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

# Azure ML workspace mlw-fraud-prod
echo 'Azure ML workspace mlw-fraud-prod'
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
      --image-build-compute cpu-fraud-build \
      --tags "${TAGS[@]}"
fi

# Private endpoint pep-fraud-mlw-prod
echo 'Private endpoint pep-fraud-mlw-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-mlw-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-fraud-mlw-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name amlworkspace \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" \
      --group-id amlworkspace \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-fraud-mlw-prod / default
echo 'Zones of a private endpoint pep-fraud-mlw-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-fraud-mlw-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-fraud-mlw-prod \
      --name default \
      --zone-name privatelink-api-azureml-ms \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms
  az network private-endpoint dns-zone-group add \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-fraud-mlw-prod \
      --name default \
      --zone-name privatelink-notebooks-azure-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net
fi

# Private endpoint pep-fraud-blob-prod
echo 'Private endpoint pep-fraud-blob-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-blob-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-fraud-blob-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name blob \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id blob \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-fraud-blob-prod / default
echo 'Zones of a private endpoint pep-fraud-blob-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-fraud-blob-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-fraud-blob-prod \
      --name default \
      --zone-name privatelink-blob-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net
fi

# Role Reader on pep-fraud-blob-prod
echo 'Role Reader on pep-fraud-blob-prod'
WORKSPACE_PRINCIPAL_ID=$(az ml workspace show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_NAME}" \
    --query identity.principal_id \
    --output tsv)
az role assignment create \
    --assignee-object-id "${WORKSPACE_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role acdd72a7-3385-48ef-bd42-f606fba81ae7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-blob-prod

# Private endpoint pep-fraud-file-prod
echo 'Private endpoint pep-fraud-file-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-file-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-fraud-file-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name file \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id file \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-fraud-file-prod / default
echo 'Zones of a private endpoint pep-fraud-file-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-fraud-file-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-fraud-file-prod \
      --name default \
      --zone-name privatelink-file-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net
fi

# Role Reader on pep-fraud-file-prod
echo 'Role Reader on pep-fraud-file-prod'
WORKSPACE_PRINCIPAL_ID=$(az ml workspace show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_NAME}" \
    --query identity.principal_id \
    --output tsv)
az role assignment create \
    --assignee-object-id "${WORKSPACE_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role acdd72a7-3385-48ef-bd42-f606fba81ae7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-file-prod

# Private endpoint pep-fraud-queue-prod
echo 'Private endpoint pep-fraud-queue-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-queue-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-fraud-queue-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name queue \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id queue \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-fraud-queue-prod / default
echo 'Zones of a private endpoint pep-fraud-queue-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-fraud-queue-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-fraud-queue-prod \
      --name default \
      --zone-name privatelink-queue-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net
fi

# Private endpoint pep-fraud-table-prod
echo 'Private endpoint pep-fraud-table-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-table-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-fraud-table-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name table \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id table \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-fraud-table-prod / default
echo 'Zones of a private endpoint pep-fraud-table-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-fraud-table-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-fraud-table-prod \
      --name default \
      --zone-name privatelink-table-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net
fi

# Private endpoint pep-fraud-kv-prod
echo 'Private endpoint pep-fraud-kv-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-kv-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-fraud-kv-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name vault \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" \
      --group-id vault \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-fraud-kv-prod / default
echo 'Zones of a private endpoint pep-fraud-kv-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-fraud-kv-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-fraud-kv-prod \
      --name default \
      --zone-name privatelink-vaultcore-azure-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net
fi

# Private endpoint pep-fraud-cr-prod
echo 'Private endpoint pep-fraud-cr-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-cr-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-fraud-cr-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name registry \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" \
      --group-id registry \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-fraud-cr-prod / default
echo 'Zones of a private endpoint pep-fraud-cr-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-fraud-cr-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-fraud-cr-prod \
      --name default \
      --zone-name privatelink-azurecr-io \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io
fi

# Compute cluster mlw-fraud-prod / cpu-fraud-train
echo 'Compute cluster mlw-fraud-prod / cpu-fraud-train'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name cpu-fraud-train; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name cpu-fraud-train \
      --type AmlCompute \
      --size "${CPU_FRAUD_TRAIN_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 16 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Compute cluster mlw-fraud-prod / cpu-fraud-build
echo 'Compute cluster mlw-fraud-prod / cpu-fraud-build'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name cpu-fraud-build; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name cpu-fraud-build \
      --type AmlCompute \
      --size "${CPU_FRAUD_BUILD_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 2 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Batch endpoint mlw-fraud-prod / be-fraud-be-prod
echo 'Batch endpoint mlw-fraud-prod / be-fraud-be-prod'
if ! exists ml batch-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name be-fraud-be-prod; then
  az ml batch-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name be-fraud-be-prod \
      --file ../azureml/batch-endpoint-be-fraud-be-prod.yml
fi

# Batch deployment mlw-fraud-prod / be-fraud-be-prod / fraud-v1
if [ -n "$BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID" ]; then
  echo 'Batch deployment mlw-fraud-prod / be-fraud-be-prod / fraud-v1'
  if ! exists ml batch-deployment show \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --endpoint-name be-fraud-be-prod \
      --name fraud-v1; then
    az ml batch-deployment create \
        --resource-group "${RESOURCE_GROUP}" \
        --workspace-name "${WORKSPACE_NAME}" \
        --endpoint-name be-fraud-be-prod \
        --name fraud-v1 \
        --file ../azureml/batch-deployment-be-fraud-be-prod-fraud-v1.yml \
        --set 'model=azureml:'"${BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID}" \
        --set-default
  fi
else
  echo 'Left out, because BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID is empty: Batch deployment mlw-fraud-prod / be-fraud-be-prod / fraud-v1'
fi

# What the next step needs
echo 'vnetFraudJumpProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"
echo 'vnetFraudMlProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"
echo 'vmFraudJumpId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump
echo 'mlwFraudProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"
BATCH_ENDPOINT_22_SCORING_URI=$(az ml batch-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name be-fraud-be-prod \
    --query scoring_uri \
    --output tsv)
echo 'beFraudBeProdScoringUri = '"${BATCH_ENDPOINT_22_SCORING_URI}"
