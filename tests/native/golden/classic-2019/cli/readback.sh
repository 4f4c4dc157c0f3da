#!/usr/bin/env bash
# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).
# Not written: The docker bridge address of aks-demand-prod is not written: AKS has no such property any more.
# Not written: The inference router of aks-demand-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.
#
# Written for the Azure CLI 2.91.0. Log in with az login first.
#
# Prints every setting of the plan beside what stands in Azure, and changes nothing.
# Ends with status 1 if something differs.
set -euo pipefail
export AZURE_CORE_OUTPUT=none AZURE_CORE_ONLY_SHOW_ERRORS=true
differs=0

# One line of the table: resource, setting, plan, real.
row() {
  local verdict=ok
  shopt -s nocasematch
  if [[ $4 != "$3" ]]; then
    verdict=differs
    differs=1
  fi
  shopt -u nocasematch
  printf '%-8s| %s | %s | %s | %s\n' "$verdict" "$1" "$2" "$3" "$4"
}

# Resource, id and API version, then name, query and plan of each setting.
compare() {
  local resource=$1 id=$2 version=$3 queries='' real='' line='' i=0
  local settings=() plans=()
  shift 3
  while [ $# -gt 0 ]; do
    settings+=("$1")
    queries+="$2, "
    plans+=("$3")
    shift 3
  done
  if ! real=$(az resource show --ids "$id" --api-version "$version" --query "[$queries'end']" --output tsv 2>/dev/null); then
    row "$resource" '(all)' 'exists' 'not found'
    return
  fi
  while IFS= read -r line && [ "$i" -lt ${#settings[@]} ]; do
    row "$resource" "${settings[$i]}" "${plans[$i]}" "$line"
    i=$((i + 1))
  done <<<"$real"
  if [ "$i" -lt ${#settings[@]} ]; then
    row "$resource" '(all)' 'readable' 'not readable'
  fi
}

# Title, scope, role, object id.
compare_role() {
  local count
  count=$(az role assignment list --scope "$2" --role "$3" --query "length([?principalId=='$4'])" --output tsv 2>/dev/null) || count=0
  if [ "${count:-0}" -gt 0 ]; then row "$1" 'assigned' 'yes' 'yes'; else row "$1" 'assigned' 'yes' 'no'; fi
}

# Title, VM, direction, local address and port, remote address and port, verdict of the plan.
flow() {
  local real
  real=$(az network watcher test-ip-flow --vm "$2" --direction "$3" --protocol TCP --local "$4" --remote "$5" --query access --output tsv 2>/dev/null) || real='no answer'
  row "$1" "$3 $4 - $5" "$6" "$real"
}

# Values: set a variable of the same name in the environment for another one.
SUBSCRIPTION_ID=$(az account show --query id --output tsv)
az account set --subscription "${SUBSCRIPTION_ID}"
if [ -z "${RESOURCE_GROUP:-}" ]; then RESOURCE_GROUP=rg-demand-ml-prod; fi
# Region of everything that has no region of its own.
if [ -z "${LOCATION:-}" ]; then LOCATION=westus2; fi
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

printf '%-8s| %s | %s | %s | %s\n' verdict resource setting plan real

compare nsg-demand-training-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-training-prod 2025-07-01 \
  name 'to_string(name)' nsg-demand-training-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.securityRules.Allow-Batch-Inbound.properties.description 'to_string(properties.securityRules[?name==`"Allow-Batch-Inbound"`] | [0].properties.description)' 'Azure Batch reaches the nodes (2019 rules; retired 2026-03-31).' \
  properties.securityRules.Allow-Batch-Inbound.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Batch-Inbound"`] | [0].properties.priority)' 100 \
  properties.securityRules.Allow-Batch-Inbound.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Batch-Inbound"`] | [0].properties.direction)' Inbound \
  properties.securityRules.Allow-Batch-Inbound.properties.access 'to_string(properties.securityRules[?name==`"Allow-Batch-Inbound"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Batch-Inbound.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Batch-Inbound"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-Batch-Inbound.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Batch-Inbound"`] | [0].properties.sourceAddressPrefix)' BatchNodeManagement.westus2 \
  properties.securityRules.Allow-Batch-Inbound.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Batch-Inbound"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Batch-Inbound.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Batch-Inbound"`] | [0].properties.destinationAddressPrefix)' '*' \
  properties.securityRules.Allow-Batch-Inbound.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-Batch-Inbound"`] | [0].properties.destinationPortRange)' 29876-29877 \
  properties.securityRules.Allow-Vnet-Outbound.properties.description 'to_string(properties.securityRules[?name==`"Allow-Vnet-Outbound"`] | [0].properties.description)' 'Nodes reach the virtual network (2019 rules).' \
  properties.securityRules.Allow-Vnet-Outbound.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Vnet-Outbound"`] | [0].properties.priority)' 100 \
  properties.securityRules.Allow-Vnet-Outbound.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Vnet-Outbound"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-Vnet-Outbound.properties.access 'to_string(properties.securityRules[?name==`"Allow-Vnet-Outbound"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Vnet-Outbound.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Vnet-Outbound"`] | [0].properties.protocol)' '*' \
  properties.securityRules.Allow-Vnet-Outbound.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Vnet-Outbound"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-Vnet-Outbound.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Vnet-Outbound"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Vnet-Outbound.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Vnet-Outbound"`] | [0].properties.destinationAddressPrefix)' VirtualNetwork \
  properties.securityRules.Allow-Vnet-Outbound.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-Vnet-Outbound"`] | [0].properties.destinationPortRange)' '*' \
  properties.securityRules.Allow-Internet-Outbound.properties.description 'to_string(properties.securityRules[?name==`"Allow-Internet-Outbound"`] | [0].properties.description)' 'Nodes reach the internet (2019 rules).' \
  properties.securityRules.Allow-Internet-Outbound.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Internet-Outbound"`] | [0].properties.priority)' 110 \
  properties.securityRules.Allow-Internet-Outbound.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Internet-Outbound"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-Internet-Outbound.properties.access 'to_string(properties.securityRules[?name==`"Allow-Internet-Outbound"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Internet-Outbound.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Internet-Outbound"`] | [0].properties.protocol)' '*' \
  properties.securityRules.Allow-Internet-Outbound.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Internet-Outbound"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-Internet-Outbound.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Internet-Outbound"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Internet-Outbound.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Internet-Outbound"`] | [0].properties.destinationAddressPrefix)' Internet \
  properties.securityRules.Allow-Internet-Outbound.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-Internet-Outbound"`] | [0].properties.destinationPortRange)' '*'

compare nsg-demand-vm-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-vm-prod 2025-07-01 \
  name 'to_string(name)' nsg-demand-vm-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.securityRules.Allow-AML-Ssh.properties.description 'to_string(properties.securityRules[?name==`"Allow-AML-Ssh"`] | [0].properties.description)' 'Azure Machine Learning logs in to attached machines.' \
  properties.securityRules.Allow-AML-Ssh.properties.priority 'to_string(properties.securityRules[?name==`"Allow-AML-Ssh"`] | [0].properties.priority)' 100 \
  properties.securityRules.Allow-AML-Ssh.properties.direction 'to_string(properties.securityRules[?name==`"Allow-AML-Ssh"`] | [0].properties.direction)' Inbound \
  properties.securityRules.Allow-AML-Ssh.properties.access 'to_string(properties.securityRules[?name==`"Allow-AML-Ssh"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-AML-Ssh.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-AML-Ssh"`] | [0].properties.protocol)' '*' \
  properties.securityRules.Allow-AML-Ssh.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-AML-Ssh"`] | [0].properties.sourceAddressPrefix)' AzureMachineLearning \
  properties.securityRules.Allow-AML-Ssh.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-AML-Ssh"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-AML-Ssh.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-AML-Ssh"`] | [0].properties.destinationAddressPrefix)' '*' \
  properties.securityRules.Allow-AML-Ssh.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-AML-Ssh"`] | [0].properties.destinationPortRange)' 22

compare nsg-demand-aks-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-aks-prod 2025-07-01 \
  name 'to_string(name)' nsg-demand-aks-prod \
  location 'to_string(location)' "${LOCATION}"

compare vnet-demand-ml-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" 2025-07-01 \
  name 'to_string(name)' "${WORKSPACE_VNET_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  properties.addressSpace.addressPrefixes 'join('\'','\'', sort((properties.addressSpace.addressPrefixes) || `[]`))' 10.40.0.0/16 \
  properties.subnets.snet-training.properties.addressPrefix 'to_string(properties.subnets[?name==`"snet-training"`] | [0].properties.addressPrefix)' 10.40.1.0/24 \
  properties.subnets.snet-training.properties.networkSecurityGroup.id 'to_string(properties.subnets[?name==`"snet-training"`] | [0].properties.networkSecurityGroup.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-training-prod \
  properties.subnets.snet-training.properties.privateEndpointNetworkPolicies 'to_string(properties.subnets[?name==`"snet-training"`] | [0].properties.privateEndpointNetworkPolicies)' Disabled \
  properties.subnets.snet-training.properties.defaultOutboundAccess 'to_string(properties.subnets[?name==`"snet-training"`] | [0].properties.defaultOutboundAccess)' true \
  properties.subnets.snet-vm.properties.addressPrefix 'to_string(properties.subnets[?name==`"snet-vm"`] | [0].properties.addressPrefix)' 10.40.2.0/27 \
  properties.subnets.snet-vm.properties.networkSecurityGroup.id 'to_string(properties.subnets[?name==`"snet-vm"`] | [0].properties.networkSecurityGroup.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-vm-prod \
  properties.subnets.snet-vm.properties.privateEndpointNetworkPolicies 'to_string(properties.subnets[?name==`"snet-vm"`] | [0].properties.privateEndpointNetworkPolicies)' Disabled \
  properties.subnets.snet-vm.properties.defaultOutboundAccess 'to_string(properties.subnets[?name==`"snet-vm"`] | [0].properties.defaultOutboundAccess)' true \
  properties.subnets.snet-aks.properties.addressPrefix 'to_string(properties.subnets[?name==`"snet-aks"`] | [0].properties.addressPrefix)' 10.40.4.0/23 \
  properties.subnets.snet-aks.properties.networkSecurityGroup.id 'to_string(properties.subnets[?name==`"snet-aks"`] | [0].properties.networkSecurityGroup.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-aks-prod \
  properties.subnets.snet-aks.properties.privateEndpointNetworkPolicies 'to_string(properties.subnets[?name==`"snet-aks"`] | [0].properties.privateEndpointNetworkPolicies)' Disabled \
  properties.subnets.snet-aks.properties.defaultOutboundAccess 'to_string(properties.subnets[?name==`"snet-aks"`] | [0].properties.defaultOutboundAccess)' true

compare stdemandmlprod01 /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" 2026-04-01 \
  name 'to_string(name)' "${WORKSPACE_STORAGE_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  sku.name 'to_string(sku.name)' Standard_LRS \
  kind 'to_string(kind)' StorageV2 \
  properties.accessTier 'to_string(properties.accessTier)' Hot \
  properties.isHnsEnabled 'to_string(properties.isHnsEnabled)' false \
  properties.minimumTlsVersion 'to_string(properties.minimumTlsVersion)' TLS1_2 \
  properties.supportsHttpsTrafficOnly 'to_string(properties.supportsHttpsTrafficOnly)' true \
  properties.allowBlobPublicAccess 'to_string(properties.allowBlobPublicAccess)' false \
  properties.allowCrossTenantReplication 'to_string(properties.allowCrossTenantReplication)' false \
  properties.allowSharedKeyAccess 'to_string(properties.allowSharedKeyAccess)' true \
  properties.publicNetworkAccess 'to_string(properties.publicNetworkAccess)' Enabled \
  properties.networkAcls.bypass 'to_string(properties.networkAcls.bypass)' AzureServices \
  properties.networkAcls.defaultAction 'to_string(properties.networkAcls.defaultAction)' Allow

compare kv-demand-ml-prod-01 /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" 2026-02-01 \
  name 'to_string(name)' "${KEY_VAULT_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  properties.sku.family 'to_string(properties.sku.family)' A \
  properties.sku.name 'to_string(properties.sku.name)' standard \
  properties.enableRbacAuthorization 'to_string(properties.enableRbacAuthorization)' true \
  properties.enableSoftDelete 'to_string(properties.enableSoftDelete)' true \
  properties.enablePurgeProtection 'to_string(properties.enablePurgeProtection)' true \
  properties.publicNetworkAccess 'to_string(properties.publicNetworkAccess)' Enabled \
  properties.networkAcls.bypass 'to_string(properties.networkAcls.bypass)' AzureServices \
  properties.networkAcls.defaultAction 'to_string(properties.networkAcls.defaultAction)' Allow

compare crdemandmlprod01 /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" 2025-11-01 \
  name 'to_string(name)' "${REGISTRY_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  sku.name 'to_string(sku.name)' Standard \
  properties.adminUserEnabled 'to_string(properties.adminUserEnabled)' true \
  properties.anonymousPullEnabled 'to_string(properties.anonymousPullEnabled)' false \
  properties.publicNetworkAccess 'to_string(properties.publicNetworkAccess)' Enabled

compare log-demand-ml-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.OperationalInsights/workspaces/"${LOG_ANALYTICS_NAME}" 2026-03-01 \
  name 'to_string(name)' "${LOG_ANALYTICS_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  properties.sku.name 'to_string(properties.sku.name)' PerGB2018 \
  properties.publicNetworkAccessForIngestion 'to_string(properties.publicNetworkAccessForIngestion)' Enabled \
  properties.publicNetworkAccessForQuery 'to_string(properties.publicNetworkAccessForQuery)' Enabled

compare appi-demand-ml-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Insights/components/"${APPLICATION_INSIGHTS_NAME}" 2020-02-02 \
  name 'to_string(name)' "${APPLICATION_INSIGHTS_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  kind 'to_string(kind)' web \
  properties.Application_Type 'to_string(properties.Application_Type)' web \
  properties.IngestionMode 'to_string(properties.IngestionMode)' LogAnalytics \
  properties.WorkspaceResourceId 'to_string(properties.WorkspaceResourceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.OperationalInsights/workspaces/"${LOG_ANALYTICS_NAME}" \
  properties.publicNetworkAccessForIngestion 'to_string(properties.publicNetworkAccessForIngestion)' Enabled \
  properties.publicNetworkAccessForQuery 'to_string(properties.publicNetworkAccessForQuery)' Enabled

compare mlw-demand-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" 2026-03-01 \
  name 'to_string(name)' "${WORKSPACE_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  identity.type 'to_string(identity.type)' SystemAssigned \
  kind 'to_string(kind)' Default \
  sku.name 'to_string(sku.name)' Basic \
  sku.tier 'to_string(sku.tier)' Basic \
  properties.storageAccount 'to_string(properties.storageAccount)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
  properties.keyVault 'to_string(properties.keyVault)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" \
  properties.applicationInsights 'to_string(properties.applicationInsights)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Insights/components/"${APPLICATION_INSIGHTS_NAME}" \
  properties.containerRegistry 'to_string(properties.containerRegistry)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" \
  properties.publicNetworkAccess 'to_string(properties.publicNetworkAccess)' Enabled \
  properties.hbiWorkspace 'to_string(properties.hbiWorkspace)' false \
  properties.v1LegacyMode 'to_string(properties.v1LegacyMode)' false

compare 'mlw-demand-prod / cpu-demand-train' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"/computes/cpu-demand-train 2026-03-01 \
  name 'to_string(name)' cpu-demand-train \
  location 'to_string(location)' "${LOCATION}" \
  properties.computeType 'to_string(properties.computeType)' AmlCompute \
  properties.disableLocalAuth 'to_string(properties.disableLocalAuth)' true \
  properties.properties.vmSize 'to_string(properties.properties.vmSize)' "${CPU_DEMAND_TRAIN_VM_SIZE}" \
  properties.properties.vmPriority 'to_string(properties.properties.vmPriority)' Dedicated \
  properties.properties.osType 'to_string(properties.properties.osType)' Linux \
  properties.properties.scaleSettings.minNodeCount 'to_string(properties.properties.scaleSettings.minNodeCount)' 0 \
  properties.properties.scaleSettings.maxNodeCount 'to_string(properties.properties.scaleSettings.maxNodeCount)' 20 \
  properties.properties.subnet.id 'to_string(properties.properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
  properties.properties.enableNodePublicIp 'to_string(properties.properties.enableNodePublicIp)' true \
  properties.properties.remoteLoginPortPublicAccess 'to_string(properties.properties.remoteLoginPortPublicAccess)' Disabled

compare 'mlw-demand-prod / gpu-demand-train' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"/computes/gpu-demand-train 2026-03-01 \
  name 'to_string(name)' gpu-demand-train \
  location 'to_string(location)' "${LOCATION}" \
  properties.computeType 'to_string(properties.computeType)' AmlCompute \
  properties.disableLocalAuth 'to_string(properties.disableLocalAuth)' true \
  properties.properties.vmSize 'to_string(properties.properties.vmSize)' "${GPU_DEMAND_TRAIN_VM_SIZE}" \
  properties.properties.vmPriority 'to_string(properties.properties.vmPriority)' Dedicated \
  properties.properties.osType 'to_string(properties.properties.osType)' Linux \
  properties.properties.scaleSettings.minNodeCount 'to_string(properties.properties.scaleSettings.minNodeCount)' 0 \
  properties.properties.scaleSettings.maxNodeCount 'to_string(properties.properties.scaleSettings.maxNodeCount)' 4 \
  properties.properties.subnet.id 'to_string(properties.properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
  properties.properties.enableNodePublicIp 'to_string(properties.properties.enableNodePublicIp)' true \
  properties.properties.remoteLoginPortPublicAccess 'to_string(properties.properties.remoteLoginPortPublicAccess)' Disabled

compare id-aks-demand-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-demand-prod 2024-11-30 \
  name 'to_string(name)' id-aks-demand-prod \
  location 'to_string(location)' "${LOCATION}"

AKS_14_IDENTITY_PRINCIPAL_ID=$(az resource show \
    --ids /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-demand-prod \
    --api-version 2024-11-30 \
    --query properties.principalId \
    --output tsv 2>/dev/null) || AKS_14_IDENTITY_PRINCIPAL_ID=''
compare_role 'Network Contributor on snet-aks' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-aks 4d97b98b-1d4f-4787-a291-c67834d212e7 "${AKS_14_IDENTITY_PRINCIPAL_ID}"

compare aks-demand-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerService/managedClusters/"${AKS_NAME}" 2026-05-01 \
  name 'to_string(name)' "${AKS_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  identity.type 'to_string(identity.type)' UserAssigned \
  sku.name 'to_string(sku.name)' Base \
  sku.tier 'to_string(sku.tier)' Standard \
  properties.dnsPrefix 'to_string(properties.dnsPrefix)' aks-demand-prod \
  properties.enableRBAC 'to_string(properties.enableRBAC)' true \
  properties.disableLocalAccounts 'to_string(properties.disableLocalAccounts)' false \
  properties.networkProfile.networkPlugin 'to_string(properties.networkProfile.networkPlugin)' azure \
  properties.networkProfile.serviceCidr 'to_string(properties.networkProfile.serviceCidr)' 10.0.0.0/16 \
  properties.networkProfile.dnsServiceIP 'to_string(properties.networkProfile.dnsServiceIP)' 10.0.0.10 \
  properties.networkProfile.loadBalancerSku 'to_string(properties.networkProfile.loadBalancerSku)' standard \
  properties.networkProfile.outboundType 'to_string(properties.networkProfile.outboundType)' loadBalancer \
  properties.apiServerAccessProfile.enablePrivateCluster 'to_string(properties.apiServerAccessProfile.enablePrivateCluster)' false \
  properties.agentPoolProfiles.npsystem.mode 'to_string(properties.agentPoolProfiles[?name==`"npsystem"`] | [0].mode)' System \
  properties.agentPoolProfiles.npsystem.type 'to_string(properties.agentPoolProfiles[?name==`"npsystem"`] | [0].type)' VirtualMachineScaleSets \
  properties.agentPoolProfiles.npsystem.osType 'to_string(properties.agentPoolProfiles[?name==`"npsystem"`] | [0].osType)' Linux \
  properties.agentPoolProfiles.npsystem.vmSize 'to_string(properties.agentPoolProfiles[?name==`"npsystem"`] | [0].vmSize)' "${AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE}" \
  properties.agentPoolProfiles.npsystem.enableAutoScaling 'to_string(properties.agentPoolProfiles[?name==`"npsystem"`] | [0].enableAutoScaling)' false \
  properties.agentPoolProfiles.npsystem.maxPods 'to_string(properties.agentPoolProfiles[?name==`"npsystem"`] | [0].maxPods)' 30 \
  properties.agentPoolProfiles.npsystem.upgradeSettings.maxSurge 'to_string(properties.agentPoolProfiles[?name==`"npsystem"`] | [0].upgradeSettings.maxSurge)' '33%' \
  properties.agentPoolProfiles.npsystem.vnetSubnetID 'to_string(properties.agentPoolProfiles[?name==`"npsystem"`] | [0].vnetSubnetID)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-aks

compare azureml /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerService/managedClusters/"${AKS_NAME}"/providers/Microsoft.KubernetesConfiguration/extensions/azureml 2025-03-01 \
  name 'to_string(name)' azureml \
  identity.type 'to_string(identity.type)' SystemAssigned \
  properties.extensionType 'to_string(properties.extensionType)' Microsoft.AzureML.Kubernetes \
  properties.autoUpgradeMinorVersion 'to_string(properties.autoUpgradeMinorVersion)' true \
  properties.releaseTrain 'to_string(properties.releaseTrain)' stable \
  properties.scope.cluster.releaseNamespace 'to_string(properties.scope.cluster.releaseNamespace)' azureml \
  properties.configurationSettings.enableTraining 'to_string(properties.configurationSettings.enableTraining)' False \
  properties.configurationSettings.enableInference 'to_string(properties.configurationSettings.enableInference)' True \
  properties.configurationSettings.inferenceRouterServiceType 'to_string(properties.configurationSettings.inferenceRouterServiceType)' loadBalancer \
  properties.configurationSettings.inferenceRouterHA 'to_string(properties.configurationSettings.inferenceRouterHA)' True \
  properties.configurationSettings.allowInsecureConnections 'to_string(properties.configurationSettings.allowInsecureConnections)' True

compare 'mlw-demand-prod / aks-demand' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"/computes/aks-demand 2026-03-01 \
  name 'to_string(name)' aks-demand \
  location 'to_string(location)' "${LOCATION}" \
  identity.type 'to_string(identity.type)' SystemAssigned \
  properties.computeType 'to_string(properties.computeType)' Kubernetes \
  properties.resourceId 'to_string(properties.resourceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerService/managedClusters/"${AKS_NAME}" \
  properties.properties.namespace 'to_string(properties.properties.namespace)' default

compare nic-vm-demand-train /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-demand-train 2025-07-01 \
  name 'to_string(name)' nic-vm-demand-train \
  location 'to_string(location)' "${LOCATION}" \
  properties.ipConfigurations.primary.properties.privateIPAllocationMethod 'to_string(properties.ipConfigurations[?name==`"primary"`] | [0].properties.privateIPAllocationMethod)' Dynamic \
  properties.ipConfigurations.primary.properties.subnet.id 'to_string(properties.ipConfigurations[?name==`"primary"`] | [0].properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-vm

compare vm-demand-train /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-demand-train 2026-04-01 \
  name 'to_string(name)' vm-demand-train \
  location 'to_string(location)' "${LOCATION}" \
  identity.type 'to_string(identity.type)' SystemAssigned \
  properties.hardwareProfile.vmSize 'to_string(properties.hardwareProfile.vmSize)' "${VM_DEMAND_TRAIN_VM_SIZE}" \
  properties.storageProfile.imageReference.publisher 'to_string(properties.storageProfile.imageReference.publisher)' Canonical \
  properties.storageProfile.imageReference.offer 'to_string(properties.storageProfile.imageReference.offer)' ubuntu-24_04-lts \
  properties.storageProfile.imageReference.sku 'to_string(properties.storageProfile.imageReference.sku)' server \
  properties.storageProfile.imageReference.version 'to_string(properties.storageProfile.imageReference.version)' latest \
  properties.storageProfile.osDisk.createOption 'to_string(properties.storageProfile.osDisk.createOption)' FromImage \
  properties.storageProfile.osDisk.deleteOption 'to_string(properties.storageProfile.osDisk.deleteOption)' Delete \
  properties.storageProfile.osDisk.managedDisk.storageAccountType 'to_string(properties.storageProfile.osDisk.managedDisk.storageAccountType)' StandardSSD_LRS \
  properties.osProfile.computerName 'to_string(properties.osProfile.computerName)' vm-demand-train \
  properties.osProfile.adminUsername 'to_string(properties.osProfile.adminUsername)' azureuser \
  properties.osProfile.linuxConfiguration.disablePasswordAuthentication 'to_string(properties.osProfile.linuxConfiguration.disablePasswordAuthentication)' true \
  'properties.osProfile.linuxConfiguration.ssh.publicKeys[0].path' 'to_string(properties.osProfile.linuxConfiguration.ssh.publicKeys[0].path)' /home/azureuser/.ssh/authorized_keys \
  'properties.networkProfile.networkInterfaces[0].id' 'to_string(properties.networkProfile.networkInterfaces[0].id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-demand-train \
  properties.securityProfile.securityType 'to_string(properties.securityProfile.securityType)' TrustedLaunch \
  properties.securityProfile.uefiSettings.secureBootEnabled 'to_string(properties.securityProfile.uefiSettings.secureBootEnabled)' true \
  properties.securityProfile.uefiSettings.vTpmEnabled 'to_string(properties.securityProfile.uefiSettings.vTpmEnabled)' true \
  properties.diagnosticsProfile.bootDiagnostics.enabled 'to_string(properties.diagnosticsProfile.bootDiagnostics.enabled)' true

compare 'mlw-demand-prod / vm-demand-train' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"/computes/vm-demand-train 2026-03-01 \
  name 'to_string(name)' vm-demand-train \
  location 'to_string(location)' "${LOCATION}" \
  properties.computeType 'to_string(properties.computeType)' VirtualMachine \
  properties.resourceId 'to_string(properties.resourceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-demand-train \
  properties.properties.sshPort 'to_string(properties.properties.sshPort)' 22 \
  properties.properties.administratorAccount.username 'to_string(properties.properties.administratorAccount.username)' azureuser

# Whether packets pass the security groups of a machine
address=$(az network nic show \
    --ids /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-demand-train \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv 2>/dev/null) || address=''
flow vm-demand-train /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-demand-train Outbound "${address}":60000 203.0.113.10:443 Allow
flow vm-demand-train /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-demand-train Inbound "${address}":22 203.0.113.10:60000 Deny
flow vm-demand-train /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-demand-train Inbound "${address}":3389 203.0.113.10:60000 Deny

if [ "$differs" = 0 ]; then echo 'Everything is as planned.'; else echo 'Some settings differ from the plan.'; fi
exit "$differs"
