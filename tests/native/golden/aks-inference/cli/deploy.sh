#!/usr/bin/env bash
# Written by Azure ML VNet Wizard 0.1.0 from the plan “Pricing in real time” (plan format 1).
# Not written: The inference router of aks-pricing-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.
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
az extension add --name k8s-extension --upgrade --yes
az extension add --name application-insights --upgrade --yes

# Values: set a variable of the same name in the environment for another one.
SUBSCRIPTION_ID=$(az account show --query id --output tsv)
az account set --subscription "${SUBSCRIPTION_ID}"
if [ -z "${RESOURCE_GROUP:-}" ]; then RESOURCE_GROUP=rg-pricing-ml-prod; fi
# Region of everything that has no region of its own.
if [ -z "${LOCATION:-}" ]; then LOCATION=swedencentral; fi
# Tags of every resource.
TAGS=('workload=pricing' 'environment=prod')
# Name of a virtual network.
if [ -z "${WORKSPACE_VNET_NAME:-}" ]; then WORKSPACE_VNET_NAME=vnet-pricing-ml-prod; fi
# VM size of vm-pricing-jump.
if [ -z "${VM_PRICING_JUMP_VM_SIZE:-}" ]; then VM_PRICING_JUMP_VM_SIZE=Standard_D2s_v5; fi
# Administrator password of Windows machines.
: "${ADMIN_PASSWORD:?is not set}"
# Name of a storage account, unique in all of Azure.
if [ -z "${WORKSPACE_STORAGE_NAME:-}" ]; then WORKSPACE_STORAGE_NAME=stpricingmlprod01; fi
# Name of the key vault, unique in all of Azure.
if [ -z "${KEY_VAULT_NAME:-}" ]; then KEY_VAULT_NAME=kv-pricing-ml-prod-01; fi
# Name of the container registry, unique in all of Azure.
if [ -z "${REGISTRY_NAME:-}" ]; then REGISTRY_NAME=crpricingmlprod01; fi
# Name of the Log Analytics workspace.
if [ -z "${LOG_ANALYTICS_NAME:-}" ]; then LOG_ANALYTICS_NAME=log-pricing-ml-prod; fi
# Name of Application Insights.
if [ -z "${APPLICATION_INSIGHTS_NAME:-}" ]; then APPLICATION_INSIGHTS_NAME=appi-pricing-ml-prod; fi
# Name of the Azure ML workspace.
if [ -z "${WORKSPACE_NAME:-}" ]; then WORKSPACE_NAME=mlw-pricing-prod; fi
# VM size of cpu-pricing-build.
if [ -z "${CPU_PRICING_BUILD_VM_SIZE:-}" ]; then CPU_PRICING_BUILD_VM_SIZE=Standard_DS3_v2; fi
# VM size of aks-pricing-prod npsystem.
if [ -z "${AKS_PRICING_PROD_NPSYSTEM_VM_SIZE:-}" ]; then AKS_PRICING_PROD_NPSYSTEM_VM_SIZE=Standard_D4s_v5; fi
# Name of an AKS cluster.
if [ -z "${AKS_NAME:-}" ]; then AKS_NAME=aks-pricing-prod; fi
# VM size of aks-pricing-prod npscore.
if [ -z "${AKS_PRICING_PROD_NPSCORE_VM_SIZE:-}" ]; then AKS_PRICING_PROD_NPSCORE_VM_SIZE=Standard_D4s_v5; fi

# What changes
if ! exists group show --name "${RESOURCE_GROUP}"; then
  echo 'Nothing exists yet: everything is created.'
else
  az deployment group what-if \
      --resource-group "${RESOURCE_GROUP}" \
      --template-file ../arm/azuredeploy.json \
      --parameters 'location='"${LOCATION}" 'workspaceVnetName='"${WORKSPACE_VNET_NAME}" 'vmPricingJumpVmSize='"${VM_PRICING_JUMP_VM_SIZE}" 'adminPassword='"${ADMIN_PASSWORD}" 'workspaceStorageName='"${WORKSPACE_STORAGE_NAME}" 'keyVaultName='"${KEY_VAULT_NAME}" 'registryName='"${REGISTRY_NAME}" 'logAnalyticsName='"${LOG_ANALYTICS_NAME}" 'applicationInsightsName='"${APPLICATION_INSIGHTS_NAME}" 'workspaceName='"${WORKSPACE_NAME}" 'cpuPricingBuildVmSize='"${CPU_PRICING_BUILD_VM_SIZE}" 'aksPricingProdNpsystemVmSize='"${AKS_PRICING_PROD_NPSYSTEM_VM_SIZE}" 'aksName='"${AKS_NAME}" 'aksPricingProdNpscoreVmSize='"${AKS_PRICING_PROD_NPSCORE_VM_SIZE}"
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

# Network security group nsg-pricing-training-prod
echo 'Network security group nsg-pricing-training-prod'
if ! exists network nsg show \
    --resource-group "${RESOURCE_GROUP}" \
    --name nsg-pricing-training-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-pricing-training-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-pricing-training-prod \
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
    --nsg-name nsg-pricing-training-prod \
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
    --nsg-name nsg-pricing-training-prod \
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
    --nsg-name nsg-pricing-training-prod \
    --name Allow-Batch \
    --priority 130 \
    --direction Outbound \
    --access Allow \
    --protocol '*' \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes BatchNodeManagement.swedencentral \
    --destination-port-ranges 443 \
    --description 'The Azure Batch service that runs the nodes.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-pricing-training-prod \
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
    --nsg-name nsg-pricing-training-prod \
    --name Allow-Storage \
    --priority 150 \
    --direction Outbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes '*' \
    --source-port-ranges '*' \
    --destination-address-prefixes Storage.swedencentral \
    --destination-port-ranges 443 \
    --description 'Storage of the Azure Batch service, on Microsoft'\''s side.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-pricing-training-prod \
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
    --nsg-name nsg-pricing-training-prod \
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
    --nsg-name nsg-pricing-training-prod \
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
    --nsg-name nsg-pricing-training-prod \
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
    --nsg-name nsg-pricing-training-prod \
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

# Network security group nsg-pricing-pep-prod
echo 'Network security group nsg-pricing-pep-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-pricing-pep-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-pricing-pep-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-pricing-pep-prod \
    --name Allow-Vnet-Https \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes 10.50.2.0/27 \
    --destination-port-ranges 443 \
    --description 'Clients in this network and its peers use the endpoints.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-pricing-pep-prod \
    --name Allow-Vnet-Smb \
    --priority 110 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes VirtualNetwork \
    --source-port-ranges '*' \
    --destination-address-prefixes 10.50.2.0/27 \
    --destination-port-ranges 445 \
    --description 'Computes mount the file share of the default storage account.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-pricing-pep-prod \
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

# Network security group nsg-pricing-aks-prod
echo 'Network security group nsg-pricing-aks-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-pricing-aks-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-pricing-aks-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi

# Network security group nsg-pricing-bastion-prod
echo 'Network security group nsg-pricing-bastion-prod'
if ! exists network nsg show \
    --resource-group "${RESOURCE_GROUP}" \
    --name nsg-pricing-bastion-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-pricing-bastion-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-pricing-bastion-prod \
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
    --nsg-name nsg-pricing-bastion-prod \
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
    --nsg-name nsg-pricing-bastion-prod \
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
    --nsg-name nsg-pricing-bastion-prod \
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
    --nsg-name nsg-pricing-bastion-prod \
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
    --nsg-name nsg-pricing-bastion-prod \
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
    --nsg-name nsg-pricing-bastion-prod \
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
    --nsg-name nsg-pricing-bastion-prod \
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

# Network security group nsg-pricing-jump-prod
echo 'Network security group nsg-pricing-jump-prod'
if ! exists network nsg show --resource-group "${RESOURCE_GROUP}" --name nsg-pricing-jump-prod; then
  az network nsg create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nsg-pricing-jump-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-pricing-jump-prod \
    --name Allow-Bastion \
    --priority 100 \
    --direction Inbound \
    --access Allow \
    --protocol Tcp \
    --source-address-prefixes 10.50.0.0/26 \
    --source-port-ranges '*' \
    --destination-address-prefixes '*' \
    --destination-port-ranges 22 3389 \
    --description 'Sessions that Bastion opens for people.'
az network nsg rule create \
    --resource-group "${RESOURCE_GROUP}" \
    --nsg-name nsg-pricing-jump-prod \
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

# Public IP address pip-ng-pricing-ml-prod
echo 'Public IP address pip-ng-pricing-ml-prod'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-ng-pricing-ml-prod; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-ng-pricing-ml-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# NAT gateway ng-pricing-ml-prod
echo 'NAT gateway ng-pricing-ml-prod'
if ! exists network nat gateway show \
    --resource-group "${RESOURCE_GROUP}" \
    --name ng-pricing-ml-prod; then
  az network nat gateway create \
      --resource-group "${RESOURCE_GROUP}" \
      --name ng-pricing-ml-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --public-ip-addresses /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-ng-pricing-ml-prod \
      --tags "${TAGS[@]}"
fi

# Virtual network vnet-pricing-ml-prod
echo 'Virtual network vnet-pricing-ml-prod'
if ! exists network vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_VNET_NAME}"; then
  az network vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${WORKSPACE_VNET_NAME}" \
      --location "${LOCATION}" \
      --address-prefixes 10.50.0.0/16 \
      --tags "${TAGS[@]}"
fi
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-training \
    --address-prefixes 10.50.1.0/26 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-training-prod \
    --nat-gateway /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-pricing-ml-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-pep \
    --address-prefixes 10.50.2.0/27 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-pep-prod \
    --private-endpoint-network-policies NetworkSecurityGroupEnabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-aks \
    --address-prefixes 10.50.4.0/24 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-aks-prod \
    --nat-gateway /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-pricing-ml-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name AzureBastionSubnet \
    --address-prefixes 10.50.0.0/26 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-bastion-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false
az network vnet subnet create \
    --resource-group "${RESOURCE_GROUP}" \
    --vnet-name "${WORKSPACE_VNET_NAME}" \
    --name snet-jump \
    --address-prefixes 10.50.3.0/27 \
    --network-security-group /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-jump-prod \
    --nat-gateway /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-pricing-ml-prod \
    --private-endpoint-network-policies Disabled \
    --default-outbound-access false

# Public IP address pip-bas-pricing-prod
echo 'Public IP address pip-bas-pricing-prod'
if ! exists network public-ip show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pip-bas-pricing-prod; then
  az network public-ip create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pip-bas-pricing-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --tier Regional \
      --version IPv4 \
      --allocation-method Static \
      --tags "${TAGS[@]}"
fi

# Bastion bas-pricing-prod
echo 'Bastion bas-pricing-prod'
if ! exists network bastion show --resource-group "${RESOURCE_GROUP}" --name bas-pricing-prod; then
  az network bastion create \
      --resource-group "${RESOURCE_GROUP}" \
      --name bas-pricing-prod \
      --location "${LOCATION}" \
      --sku Standard \
      --enable-tunneling true \
      --public-ip-address /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-bas-pricing-prod \
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

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-pricing-ml-prod
echo 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-pricing-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.api.azureml.ms \
    --name link-vnet-pricing-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.api.azureml.ms \
      --name link-vnet-pricing-ml-prod \
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

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-pricing-ml-prod
echo 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-pricing-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.notebooks.azure.net \
    --name link-vnet-pricing-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.notebooks.azure.net \
      --name link-vnet-pricing-ml-prod \
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

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-pricing-ml-prod
echo 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-pricing-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.blob.core.windows.net \
    --name link-vnet-pricing-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.blob.core.windows.net \
      --name link-vnet-pricing-ml-prod \
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

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-pricing-ml-prod
echo 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-pricing-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.file.core.windows.net \
    --name link-vnet-pricing-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.file.core.windows.net \
      --name link-vnet-pricing-ml-prod \
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

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-pricing-ml-prod
echo 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-pricing-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.vaultcore.azure.net \
    --name link-vnet-pricing-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.vaultcore.azure.net \
      --name link-vnet-pricing-ml-prod \
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

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-pricing-ml-prod
echo 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-pricing-ml-prod'
if ! exists network private-dns link vnet show \
    --resource-group "${RESOURCE_GROUP}" \
    --zone-name privatelink.azurecr.io \
    --name link-vnet-pricing-ml-prod; then
  az network private-dns link vnet create \
      --resource-group "${RESOURCE_GROUP}" \
      --zone-name privatelink.azurecr.io \
      --name link-vnet-pricing-ml-prod \
      --virtual-network /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
      --registration-enabled false \
      --tags "${TAGS[@]}"
fi

# Network interface nic-vm-pricing-jump
echo 'Network interface nic-vm-pricing-jump'
if ! exists network nic show --resource-group "${RESOURCE_GROUP}" --name nic-vm-pricing-jump; then
  az network nic create \
      --resource-group "${RESOURCE_GROUP}" \
      --name nic-vm-pricing-jump \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-jump \
      --tags "${TAGS[@]}"
fi

# Virtual machine vm-pricing-jump
echo 'Virtual machine vm-pricing-jump'
if ! exists vm show --resource-group "${RESOURCE_GROUP}" --name vm-pricing-jump; then
  az vm create \
      --resource-group "${RESOURCE_GROUP}" \
      --name vm-pricing-jump \
      --location "${LOCATION}" \
      --size "${VM_PRICING_JUMP_VM_SIZE}" \
      --nics /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-pricing-jump \
      --computer-name vm-pricing-jump \
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
  az vm boot-diagnostics enable --resource-group "${RESOURCE_GROUP}" --name vm-pricing-jump
fi

# Storage account stpricingmlprod01
echo 'Storage account stpricingmlprod01'
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

# Key vault kv-pricing-ml-prod-01
echo 'Key vault kv-pricing-ml-prod-01'
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

# Container registry crpricingmlprod01
echo 'Container registry crpricingmlprod01'
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

# Log Analytics workspace log-pricing-ml-prod
echo 'Log Analytics workspace log-pricing-ml-prod'
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

# Application Insights appi-pricing-ml-prod
echo 'Application Insights appi-pricing-ml-prod'
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

# Azure ML workspace mlw-pricing-prod
echo 'Azure ML workspace mlw-pricing-prod'
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
      --image-build-compute cpu-pricing-build \
      --tags "${TAGS[@]}"
fi

# Private endpoint pep-pricing-mlw-prod
echo 'Private endpoint pep-pricing-mlw-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-pricing-mlw-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-pricing-mlw-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name amlworkspace \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" \
      --group-id amlworkspace \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-pricing-mlw-prod / default
echo 'Zones of a private endpoint pep-pricing-mlw-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-pricing-mlw-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-pricing-mlw-prod \
      --name default \
      --zone-name privatelink-api-azureml-ms \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms
  az network private-endpoint dns-zone-group add \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-pricing-mlw-prod \
      --name default \
      --zone-name privatelink-notebooks-azure-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net
fi

# Private endpoint pep-pricing-blob-prod
echo 'Private endpoint pep-pricing-blob-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-pricing-blob-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-pricing-blob-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name blob \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id blob \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-pricing-blob-prod / default
echo 'Zones of a private endpoint pep-pricing-blob-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-pricing-blob-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-pricing-blob-prod \
      --name default \
      --zone-name privatelink-blob-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net
fi

# Role Reader on pep-pricing-blob-prod
echo 'Role Reader on pep-pricing-blob-prod'
WORKSPACE_PRINCIPAL_ID=$(az ml workspace show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_NAME}" \
    --query identity.principal_id \
    --output tsv)
az role assignment create \
    --assignee-object-id "${WORKSPACE_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role acdd72a7-3385-48ef-bd42-f606fba81ae7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-pricing-blob-prod

# Private endpoint pep-pricing-file-prod
echo 'Private endpoint pep-pricing-file-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-pricing-file-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-pricing-file-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name file \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
      --group-id file \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-pricing-file-prod / default
echo 'Zones of a private endpoint pep-pricing-file-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-pricing-file-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-pricing-file-prod \
      --name default \
      --zone-name privatelink-file-core-windows-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net
fi

# Role Reader on pep-pricing-file-prod
echo 'Role Reader on pep-pricing-file-prod'
WORKSPACE_PRINCIPAL_ID=$(az ml workspace show \
    --resource-group "${RESOURCE_GROUP}" \
    --name "${WORKSPACE_NAME}" \
    --query identity.principal_id \
    --output tsv)
az role assignment create \
    --assignee-object-id "${WORKSPACE_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role acdd72a7-3385-48ef-bd42-f606fba81ae7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-pricing-file-prod

# Private endpoint pep-pricing-kv-prod
echo 'Private endpoint pep-pricing-kv-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-pricing-kv-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-pricing-kv-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name vault \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" \
      --group-id vault \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-pricing-kv-prod / default
echo 'Zones of a private endpoint pep-pricing-kv-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-pricing-kv-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-pricing-kv-prod \
      --name default \
      --zone-name privatelink-vaultcore-azure-net \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net
fi

# Private endpoint pep-pricing-cr-prod
echo 'Private endpoint pep-pricing-cr-prod'
if ! exists network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-pricing-cr-prod; then
  az network private-endpoint create \
      --resource-group "${RESOURCE_GROUP}" \
      --name pep-pricing-cr-prod \
      --location "${LOCATION}" \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
      --connection-name registry \
      --private-connection-resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" \
      --group-id registry \
      --tags "${TAGS[@]}"
fi

# Zones of a private endpoint pep-pricing-cr-prod / default
echo 'Zones of a private endpoint pep-pricing-cr-prod / default'
if ! exists network private-endpoint dns-zone-group show \
    --resource-group "${RESOURCE_GROUP}" \
    --endpoint-name pep-pricing-cr-prod \
    --name default; then
  az network private-endpoint dns-zone-group create \
      --resource-group "${RESOURCE_GROUP}" \
      --endpoint-name pep-pricing-cr-prod \
      --name default \
      --zone-name privatelink-azurecr-io \
      --private-dns-zone /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io
fi

# Compute cluster mlw-pricing-prod / cpu-pricing-build
echo 'Compute cluster mlw-pricing-prod / cpu-pricing-build'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name cpu-pricing-build; then
  az ml compute create \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name cpu-pricing-build \
      --type AmlCompute \
      --size "${CPU_PRICING_BUILD_VM_SIZE}" \
      --min-instances 0 \
      --max-instances 4 \
      --subnet /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
      --enable-node-public-ip false \
      --tags "${TAGS[@]}" \
      --tier dedicated \
      --idle-time-before-scale-down 900 \
      --ssh-public-access-enabled false
fi

# Identity id-aks-pricing-prod
echo 'Identity id-aks-pricing-prod'
if ! exists identity show --resource-group "${RESOURCE_GROUP}" --name id-aks-pricing-prod; then
  az identity create \
      --resource-group "${RESOURCE_GROUP}" \
      --name id-aks-pricing-prod \
      --location "${LOCATION}" \
      --tags "${TAGS[@]}"
fi

# Role Network Contributor on snet-aks
echo 'Role Network Contributor on snet-aks'
AKS_19_IDENTITY_PRINCIPAL_ID=$(az identity show \
    --resource-group "${RESOURCE_GROUP}" \
    --name id-aks-pricing-prod \
    --query principalId \
    --output tsv)
az role assignment create \
    --assignee-object-id "${AKS_19_IDENTITY_PRINCIPAL_ID}" \
    --assignee-principal-type ServicePrincipal \
    --role 4d97b98b-1d4f-4787-a291-c67834d212e7 \
    --scope /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-aks

# AKS cluster aks-pricing-prod
echo 'AKS cluster aks-pricing-prod'
if ! exists aks show --resource-group "${RESOURCE_GROUP}" --name "${AKS_NAME}"; then
  az aks create \
      --resource-group "${RESOURCE_GROUP}" \
      --name "${AKS_NAME}" \
      --location "${LOCATION}" \
      --tier Standard \
      --dns-name-prefix aks-pricing-prod \
      --assign-identity /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-pricing-prod \
      --network-plugin azure \
      --network-plugin-mode overlay \
      --pod-cidr 10.244.0.0/16 \
      --service-cidr 10.96.0.0/16 \
      --dns-service-ip 10.96.0.10 \
      --load-balancer-sku standard \
      --outbound-type userAssignedNATGateway \
      --private-dns-zone system \
      --tags "${TAGS[@]}" \
      --enable-private-cluster \
      --disable-public-fqdn \
      --nodepool-name npsystem \
      --node-vm-size "${AKS_PRICING_PROD_NPSYSTEM_VM_SIZE}" \
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

# Node pool aks-pricing-prod / npscore
echo 'Node pool aks-pricing-prod / npscore'
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
      --node-vm-size "${AKS_PRICING_PROD_NPSCORE_VM_SIZE}" \
      --node-count 3 \
      --min-count 3 \
      --max-count 20 \
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
      --configuration-settings 'enableTraining=False' 'enableInference=True' 'inferenceRouterServiceType=loadBalancer' 'inferenceRouterHA=True' 'allowInsecureConnections=True' 'internalLoadBalancerProvider=azure'
fi

# Attached AKS cluster mlw-pricing-prod / aks-pricing
echo 'Attached AKS cluster mlw-pricing-prod / aks-pricing'
if ! exists ml compute show \
    --resource-group "${RESOURCE_GROUP}" \
    --workspace-name "${WORKSPACE_NAME}" \
    --name aks-pricing; then
  az ml compute attach \
      --resource-group "${RESOURCE_GROUP}" \
      --workspace-name "${WORKSPACE_NAME}" \
      --name aks-pricing \
      --type Kubernetes \
      --resource-id /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerService/managedClusters/"${AKS_NAME}" \
      --namespace default \
      --identity-type SystemAssigned
fi

# What the next step needs
echo 'vnetPricingMlProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"
echo 'vmPricingJumpId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-pricing-jump
echo 'mlwPricingProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"
echo 'aksPricingProdId = /subscriptions/'"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerService/managedClusters/"${AKS_NAME}"
