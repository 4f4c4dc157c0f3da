#!/usr/bin/env bash
# Written by Azure ML VNet Wizard 0.1.0 from the plan “Fraud batch scoring” (plan format 1).
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
if [ -z "${RESOURCE_GROUP:-}" ]; then RESOURCE_GROUP=rg-fraud-ml-prod; fi
# Region of everything that has no region of its own.
if [ -z "${LOCATION:-}" ]; then LOCATION=westeurope; fi
# Name of a virtual network.
if [ -z "${JUMP_HOST_VNET_NAME:-}" ]; then JUMP_HOST_VNET_NAME=vnet-fraud-jump-prod; fi
# Name of a virtual network.
if [ -z "${WORKSPACE_VNET_NAME:-}" ]; then WORKSPACE_VNET_NAME=vnet-fraud-ml-prod; fi
# VM size of vm-fraud-jump.
if [ -z "${VM_FRAUD_JUMP_VM_SIZE:-}" ]; then VM_FRAUD_JUMP_VM_SIZE=Standard_D2s_v5; fi
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

printf '%-8s| %s | %s | %s | %s\n' verdict resource setting plan real

compare nsg-fraud-bastion-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-bastion-prod 2025-07-01 \
  name 'to_string(name)' nsg-fraud-bastion-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.securityRules.AllowHttpsInbound.properties.description 'to_string(properties.securityRules[?name==`"AllowHttpsInbound"`] | [0].properties.description)' 'People open Bastion sessions from their browsers.' \
  properties.securityRules.AllowHttpsInbound.properties.priority 'to_string(properties.securityRules[?name==`"AllowHttpsInbound"`] | [0].properties.priority)' 120 \
  properties.securityRules.AllowHttpsInbound.properties.direction 'to_string(properties.securityRules[?name==`"AllowHttpsInbound"`] | [0].properties.direction)' Inbound \
  properties.securityRules.AllowHttpsInbound.properties.access 'to_string(properties.securityRules[?name==`"AllowHttpsInbound"`] | [0].properties.access)' Allow \
  properties.securityRules.AllowHttpsInbound.properties.protocol 'to_string(properties.securityRules[?name==`"AllowHttpsInbound"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.AllowHttpsInbound.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"AllowHttpsInbound"`] | [0].properties.sourceAddressPrefix)' Internet \
  properties.securityRules.AllowHttpsInbound.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"AllowHttpsInbound"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.AllowHttpsInbound.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"AllowHttpsInbound"`] | [0].properties.destinationAddressPrefix)' '*' \
  properties.securityRules.AllowHttpsInbound.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"AllowHttpsInbound"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.AllowGatewayManagerInbound.properties.description 'to_string(properties.securityRules[?name==`"AllowGatewayManagerInbound"`] | [0].properties.description)' 'Azure manages the Bastion host.' \
  properties.securityRules.AllowGatewayManagerInbound.properties.priority 'to_string(properties.securityRules[?name==`"AllowGatewayManagerInbound"`] | [0].properties.priority)' 130 \
  properties.securityRules.AllowGatewayManagerInbound.properties.direction 'to_string(properties.securityRules[?name==`"AllowGatewayManagerInbound"`] | [0].properties.direction)' Inbound \
  properties.securityRules.AllowGatewayManagerInbound.properties.access 'to_string(properties.securityRules[?name==`"AllowGatewayManagerInbound"`] | [0].properties.access)' Allow \
  properties.securityRules.AllowGatewayManagerInbound.properties.protocol 'to_string(properties.securityRules[?name==`"AllowGatewayManagerInbound"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.AllowGatewayManagerInbound.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"AllowGatewayManagerInbound"`] | [0].properties.sourceAddressPrefix)' GatewayManager \
  properties.securityRules.AllowGatewayManagerInbound.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"AllowGatewayManagerInbound"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.AllowGatewayManagerInbound.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"AllowGatewayManagerInbound"`] | [0].properties.destinationAddressPrefix)' '*' \
  properties.securityRules.AllowGatewayManagerInbound.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"AllowGatewayManagerInbound"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.AllowAzureLoadBalancerInbound.properties.description 'to_string(properties.securityRules[?name==`"AllowAzureLoadBalancerInbound"`] | [0].properties.description)' 'Health probes of the Bastion host.' \
  properties.securityRules.AllowAzureLoadBalancerInbound.properties.priority 'to_string(properties.securityRules[?name==`"AllowAzureLoadBalancerInbound"`] | [0].properties.priority)' 140 \
  properties.securityRules.AllowAzureLoadBalancerInbound.properties.direction 'to_string(properties.securityRules[?name==`"AllowAzureLoadBalancerInbound"`] | [0].properties.direction)' Inbound \
  properties.securityRules.AllowAzureLoadBalancerInbound.properties.access 'to_string(properties.securityRules[?name==`"AllowAzureLoadBalancerInbound"`] | [0].properties.access)' Allow \
  properties.securityRules.AllowAzureLoadBalancerInbound.properties.protocol 'to_string(properties.securityRules[?name==`"AllowAzureLoadBalancerInbound"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.AllowAzureLoadBalancerInbound.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"AllowAzureLoadBalancerInbound"`] | [0].properties.sourceAddressPrefix)' AzureLoadBalancer \
  properties.securityRules.AllowAzureLoadBalancerInbound.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"AllowAzureLoadBalancerInbound"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.AllowAzureLoadBalancerInbound.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"AllowAzureLoadBalancerInbound"`] | [0].properties.destinationAddressPrefix)' '*' \
  properties.securityRules.AllowAzureLoadBalancerInbound.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"AllowAzureLoadBalancerInbound"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.AllowBastionHostCommunication.properties.description 'to_string(properties.securityRules[?name==`"AllowBastionHostCommunication"`] | [0].properties.description)' 'Bastion instances talk to each other.' \
  properties.securityRules.AllowBastionHostCommunication.properties.priority 'to_string(properties.securityRules[?name==`"AllowBastionHostCommunication"`] | [0].properties.priority)' 150 \
  properties.securityRules.AllowBastionHostCommunication.properties.direction 'to_string(properties.securityRules[?name==`"AllowBastionHostCommunication"`] | [0].properties.direction)' Inbound \
  properties.securityRules.AllowBastionHostCommunication.properties.access 'to_string(properties.securityRules[?name==`"AllowBastionHostCommunication"`] | [0].properties.access)' Allow \
  properties.securityRules.AllowBastionHostCommunication.properties.protocol 'to_string(properties.securityRules[?name==`"AllowBastionHostCommunication"`] | [0].properties.protocol)' '*' \
  properties.securityRules.AllowBastionHostCommunication.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"AllowBastionHostCommunication"`] | [0].properties.sourceAddressPrefix)' VirtualNetwork \
  properties.securityRules.AllowBastionHostCommunication.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"AllowBastionHostCommunication"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.AllowBastionHostCommunication.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"AllowBastionHostCommunication"`] | [0].properties.destinationAddressPrefix)' VirtualNetwork \
  properties.securityRules.AllowBastionHostCommunication.properties.destinationPortRanges 'join('\'','\'', sort((properties.securityRules[?name==`"AllowBastionHostCommunication"`] | [0].properties.destinationPortRanges) || `[]`))' '5701,8080' \
  properties.securityRules.AllowSshRdpOutbound.properties.description 'to_string(properties.securityRules[?name==`"AllowSshRdpOutbound"`] | [0].properties.description)' 'Bastion opens SSH and RDP sessions.' \
  properties.securityRules.AllowSshRdpOutbound.properties.priority 'to_string(properties.securityRules[?name==`"AllowSshRdpOutbound"`] | [0].properties.priority)' 100 \
  properties.securityRules.AllowSshRdpOutbound.properties.direction 'to_string(properties.securityRules[?name==`"AllowSshRdpOutbound"`] | [0].properties.direction)' Outbound \
  properties.securityRules.AllowSshRdpOutbound.properties.access 'to_string(properties.securityRules[?name==`"AllowSshRdpOutbound"`] | [0].properties.access)' Allow \
  properties.securityRules.AllowSshRdpOutbound.properties.protocol 'to_string(properties.securityRules[?name==`"AllowSshRdpOutbound"`] | [0].properties.protocol)' '*' \
  properties.securityRules.AllowSshRdpOutbound.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"AllowSshRdpOutbound"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.AllowSshRdpOutbound.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"AllowSshRdpOutbound"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.AllowSshRdpOutbound.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"AllowSshRdpOutbound"`] | [0].properties.destinationAddressPrefix)' VirtualNetwork \
  properties.securityRules.AllowSshRdpOutbound.properties.destinationPortRanges 'join('\'','\'', sort((properties.securityRules[?name==`"AllowSshRdpOutbound"`] | [0].properties.destinationPortRanges) || `[]`))' '22,3389' \
  properties.securityRules.AllowAzureCloudOutbound.properties.description 'to_string(properties.securityRules[?name==`"AllowAzureCloudOutbound"`] | [0].properties.description)' 'Bastion stores diagnostics and reaches Azure.' \
  properties.securityRules.AllowAzureCloudOutbound.properties.priority 'to_string(properties.securityRules[?name==`"AllowAzureCloudOutbound"`] | [0].properties.priority)' 110 \
  properties.securityRules.AllowAzureCloudOutbound.properties.direction 'to_string(properties.securityRules[?name==`"AllowAzureCloudOutbound"`] | [0].properties.direction)' Outbound \
  properties.securityRules.AllowAzureCloudOutbound.properties.access 'to_string(properties.securityRules[?name==`"AllowAzureCloudOutbound"`] | [0].properties.access)' Allow \
  properties.securityRules.AllowAzureCloudOutbound.properties.protocol 'to_string(properties.securityRules[?name==`"AllowAzureCloudOutbound"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.AllowAzureCloudOutbound.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"AllowAzureCloudOutbound"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.AllowAzureCloudOutbound.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"AllowAzureCloudOutbound"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.AllowAzureCloudOutbound.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"AllowAzureCloudOutbound"`] | [0].properties.destinationAddressPrefix)' AzureCloud \
  properties.securityRules.AllowAzureCloudOutbound.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"AllowAzureCloudOutbound"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.AllowBastionCommunication.properties.description 'to_string(properties.securityRules[?name==`"AllowBastionCommunication"`] | [0].properties.description)' 'Bastion instances talk to each other.' \
  properties.securityRules.AllowBastionCommunication.properties.priority 'to_string(properties.securityRules[?name==`"AllowBastionCommunication"`] | [0].properties.priority)' 120 \
  properties.securityRules.AllowBastionCommunication.properties.direction 'to_string(properties.securityRules[?name==`"AllowBastionCommunication"`] | [0].properties.direction)' Outbound \
  properties.securityRules.AllowBastionCommunication.properties.access 'to_string(properties.securityRules[?name==`"AllowBastionCommunication"`] | [0].properties.access)' Allow \
  properties.securityRules.AllowBastionCommunication.properties.protocol 'to_string(properties.securityRules[?name==`"AllowBastionCommunication"`] | [0].properties.protocol)' '*' \
  properties.securityRules.AllowBastionCommunication.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"AllowBastionCommunication"`] | [0].properties.sourceAddressPrefix)' VirtualNetwork \
  properties.securityRules.AllowBastionCommunication.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"AllowBastionCommunication"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.AllowBastionCommunication.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"AllowBastionCommunication"`] | [0].properties.destinationAddressPrefix)' VirtualNetwork \
  properties.securityRules.AllowBastionCommunication.properties.destinationPortRanges 'join('\'','\'', sort((properties.securityRules[?name==`"AllowBastionCommunication"`] | [0].properties.destinationPortRanges) || `[]`))' '5701,8080' \
  properties.securityRules.AllowHttpOutbound.properties.description 'to_string(properties.securityRules[?name==`"AllowHttpOutbound"`] | [0].properties.description)' 'Session information and certificate validation.' \
  properties.securityRules.AllowHttpOutbound.properties.priority 'to_string(properties.securityRules[?name==`"AllowHttpOutbound"`] | [0].properties.priority)' 130 \
  properties.securityRules.AllowHttpOutbound.properties.direction 'to_string(properties.securityRules[?name==`"AllowHttpOutbound"`] | [0].properties.direction)' Outbound \
  properties.securityRules.AllowHttpOutbound.properties.access 'to_string(properties.securityRules[?name==`"AllowHttpOutbound"`] | [0].properties.access)' Allow \
  properties.securityRules.AllowHttpOutbound.properties.protocol 'to_string(properties.securityRules[?name==`"AllowHttpOutbound"`] | [0].properties.protocol)' '*' \
  properties.securityRules.AllowHttpOutbound.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"AllowHttpOutbound"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.AllowHttpOutbound.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"AllowHttpOutbound"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.AllowHttpOutbound.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"AllowHttpOutbound"`] | [0].properties.destinationAddressPrefix)' Internet \
  properties.securityRules.AllowHttpOutbound.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"AllowHttpOutbound"`] | [0].properties.destinationPortRange)' 80

compare nsg-fraud-jump-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-jump-prod 2025-07-01 \
  name 'to_string(name)' nsg-fraud-jump-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.securityRules.Allow-Bastion.properties.description 'to_string(properties.securityRules[?name==`"Allow-Bastion"`] | [0].properties.description)' 'Sessions that Bastion opens for people.' \
  properties.securityRules.Allow-Bastion.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Bastion"`] | [0].properties.priority)' 100 \
  properties.securityRules.Allow-Bastion.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Bastion"`] | [0].properties.direction)' Inbound \
  properties.securityRules.Allow-Bastion.properties.access 'to_string(properties.securityRules[?name==`"Allow-Bastion"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Bastion.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Bastion"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-Bastion.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Bastion"`] | [0].properties.sourceAddressPrefix)' 10.1.0.0/26 \
  properties.securityRules.Allow-Bastion.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Bastion"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Bastion.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Bastion"`] | [0].properties.destinationAddressPrefix)' '*' \
  properties.securityRules.Allow-Bastion.properties.destinationPortRanges 'join('\'','\'', sort((properties.securityRules[?name==`"Allow-Bastion"`] | [0].properties.destinationPortRanges) || `[]`))' '22,3389' \
  properties.securityRules.Deny-Remote-Login.properties.description 'to_string(properties.securityRules[?name==`"Deny-Remote-Login"`] | [0].properties.description)' 'Nobody else logs in, not even from this network.' \
  properties.securityRules.Deny-Remote-Login.properties.priority 'to_string(properties.securityRules[?name==`"Deny-Remote-Login"`] | [0].properties.priority)' 4000 \
  properties.securityRules.Deny-Remote-Login.properties.direction 'to_string(properties.securityRules[?name==`"Deny-Remote-Login"`] | [0].properties.direction)' Inbound \
  properties.securityRules.Deny-Remote-Login.properties.access 'to_string(properties.securityRules[?name==`"Deny-Remote-Login"`] | [0].properties.access)' Deny \
  properties.securityRules.Deny-Remote-Login.properties.protocol 'to_string(properties.securityRules[?name==`"Deny-Remote-Login"`] | [0].properties.protocol)' '*' \
  properties.securityRules.Deny-Remote-Login.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Deny-Remote-Login"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Deny-Remote-Login.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Deny-Remote-Login"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Deny-Remote-Login.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Deny-Remote-Login"`] | [0].properties.destinationAddressPrefix)' '*' \
  properties.securityRules.Deny-Remote-Login.properties.destinationPortRanges 'join('\'','\'', sort((properties.securityRules[?name==`"Deny-Remote-Login"`] | [0].properties.destinationPortRanges) || `[]`))' '22,3389'

compare nsg-fraud-training-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-training-prod 2025-07-01 \
  name 'to_string(name)' nsg-fraud-training-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.securityRules.Allow-EntraId.properties.description 'to_string(properties.securityRules[?name==`"Allow-EntraId"`] | [0].properties.description)' 'Sign-in with Microsoft Entra ID.' \
  properties.securityRules.Allow-EntraId.properties.priority 'to_string(properties.securityRules[?name==`"Allow-EntraId"`] | [0].properties.priority)' 100 \
  properties.securityRules.Allow-EntraId.properties.direction 'to_string(properties.securityRules[?name==`"Allow-EntraId"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-EntraId.properties.access 'to_string(properties.securityRules[?name==`"Allow-EntraId"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-EntraId.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-EntraId"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-EntraId.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-EntraId"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-EntraId.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-EntraId"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-EntraId.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-EntraId"`] | [0].properties.destinationAddressPrefix)' AzureActiveDirectory \
  properties.securityRules.Allow-EntraId.properties.destinationPortRanges 'join('\'','\'', sort((properties.securityRules[?name==`"Allow-EntraId"`] | [0].properties.destinationPortRanges) || `[]`))' '443,80' \
  properties.securityRules.Allow-AML-Tcp.properties.description 'to_string(properties.securityRules[?name==`"Allow-AML-Tcp"`] | [0].properties.description)' 'Azure Machine Learning; 8787 for RStudio, 18881 for notebook completion.' \
  properties.securityRules.Allow-AML-Tcp.properties.priority 'to_string(properties.securityRules[?name==`"Allow-AML-Tcp"`] | [0].properties.priority)' 110 \
  properties.securityRules.Allow-AML-Tcp.properties.direction 'to_string(properties.securityRules[?name==`"Allow-AML-Tcp"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-AML-Tcp.properties.access 'to_string(properties.securityRules[?name==`"Allow-AML-Tcp"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-AML-Tcp.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-AML-Tcp"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-AML-Tcp.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-AML-Tcp"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-AML-Tcp.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-AML-Tcp"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-AML-Tcp.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-AML-Tcp"`] | [0].properties.destinationAddressPrefix)' AzureMachineLearning \
  properties.securityRules.Allow-AML-Tcp.properties.destinationPortRanges 'join('\'','\'', sort((properties.securityRules[?name==`"Allow-AML-Tcp"`] | [0].properties.destinationPortRanges) || `[]`))' '18881,443,8787' \
  properties.securityRules.Allow-AML-Udp.properties.description 'to_string(properties.securityRules[?name==`"Allow-AML-Udp"`] | [0].properties.description)' 'Azure Machine Learning creates, updates and deletes instances.' \
  properties.securityRules.Allow-AML-Udp.properties.priority 'to_string(properties.securityRules[?name==`"Allow-AML-Udp"`] | [0].properties.priority)' 120 \
  properties.securityRules.Allow-AML-Udp.properties.direction 'to_string(properties.securityRules[?name==`"Allow-AML-Udp"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-AML-Udp.properties.access 'to_string(properties.securityRules[?name==`"Allow-AML-Udp"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-AML-Udp.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-AML-Udp"`] | [0].properties.protocol)' Udp \
  properties.securityRules.Allow-AML-Udp.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-AML-Udp"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-AML-Udp.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-AML-Udp"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-AML-Udp.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-AML-Udp"`] | [0].properties.destinationAddressPrefix)' AzureMachineLearning \
  properties.securityRules.Allow-AML-Udp.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-AML-Udp"`] | [0].properties.destinationPortRange)' 5831 \
  properties.securityRules.Allow-Batch.properties.description 'to_string(properties.securityRules[?name==`"Allow-Batch"`] | [0].properties.description)' 'The Azure Batch service that runs the nodes.' \
  properties.securityRules.Allow-Batch.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Batch"`] | [0].properties.priority)' 130 \
  properties.securityRules.Allow-Batch.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Batch"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-Batch.properties.access 'to_string(properties.securityRules[?name==`"Allow-Batch"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Batch.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Batch"`] | [0].properties.protocol)' '*' \
  properties.securityRules.Allow-Batch.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Batch"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-Batch.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Batch"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Batch.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Batch"`] | [0].properties.destinationAddressPrefix)' BatchNodeManagement.westeurope \
  properties.securityRules.Allow-Batch.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-Batch"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.Allow-ARM.properties.description 'to_string(properties.securityRules[?name==`"Allow-ARM"`] | [0].properties.description)' 'Azure Resource Manager.' \
  properties.securityRules.Allow-ARM.properties.priority 'to_string(properties.securityRules[?name==`"Allow-ARM"`] | [0].properties.priority)' 140 \
  properties.securityRules.Allow-ARM.properties.direction 'to_string(properties.securityRules[?name==`"Allow-ARM"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-ARM.properties.access 'to_string(properties.securityRules[?name==`"Allow-ARM"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-ARM.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-ARM"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-ARM.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-ARM"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-ARM.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-ARM"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-ARM.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-ARM"`] | [0].properties.destinationAddressPrefix)' AzureResourceManager \
  properties.securityRules.Allow-ARM.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-ARM"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.Allow-Storage.properties.description 'to_string(properties.securityRules[?name==`"Allow-Storage"`] | [0].properties.description)' 'Storage of the Azure Batch service, on Microsoft'\''s side.' \
  properties.securityRules.Allow-Storage.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Storage"`] | [0].properties.priority)' 150 \
  properties.securityRules.Allow-Storage.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Storage"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-Storage.properties.access 'to_string(properties.securityRules[?name==`"Allow-Storage"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Storage.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Storage"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-Storage.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Storage"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-Storage.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Storage"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Storage.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Storage"`] | [0].properties.destinationAddressPrefix)' Storage.westeurope \
  properties.securityRules.Allow-Storage.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-Storage"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.Allow-FrontDoor.properties.description 'to_string(properties.securityRules[?name==`"Allow-FrontDoor"`] | [0].properties.description)' 'Azure Machine Learning studio and AutoML.' \
  properties.securityRules.Allow-FrontDoor.properties.priority 'to_string(properties.securityRules[?name==`"Allow-FrontDoor"`] | [0].properties.priority)' 160 \
  properties.securityRules.Allow-FrontDoor.properties.direction 'to_string(properties.securityRules[?name==`"Allow-FrontDoor"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-FrontDoor.properties.access 'to_string(properties.securityRules[?name==`"Allow-FrontDoor"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-FrontDoor.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-FrontDoor"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-FrontDoor.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-FrontDoor"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-FrontDoor.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-FrontDoor"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-FrontDoor.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-FrontDoor"`] | [0].properties.destinationAddressPrefix)' AzureFrontDoor.Frontend \
  properties.securityRules.Allow-FrontDoor.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-FrontDoor"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.Allow-MCR.properties.description 'to_string(properties.securityRules[?name==`"Allow-MCR"`] | [0].properties.description)' 'Docker images from Microsoft.' \
  properties.securityRules.Allow-MCR.properties.priority 'to_string(properties.securityRules[?name==`"Allow-MCR"`] | [0].properties.priority)' 170 \
  properties.securityRules.Allow-MCR.properties.direction 'to_string(properties.securityRules[?name==`"Allow-MCR"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-MCR.properties.access 'to_string(properties.securityRules[?name==`"Allow-MCR"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-MCR.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-MCR"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-MCR.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-MCR"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-MCR.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-MCR"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-MCR.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-MCR"`] | [0].properties.destinationAddressPrefix)' MicrosoftContainerRegistry \
  properties.securityRules.Allow-MCR.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-MCR"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.Allow-AFD-FirstParty.properties.description 'to_string(properties.securityRules[?name==`"Allow-AFD-FirstParty"`] | [0].properties.description)' 'The Microsoft container registry delivers images through Front Door.' \
  properties.securityRules.Allow-AFD-FirstParty.properties.priority 'to_string(properties.securityRules[?name==`"Allow-AFD-FirstParty"`] | [0].properties.priority)' 180 \
  properties.securityRules.Allow-AFD-FirstParty.properties.direction 'to_string(properties.securityRules[?name==`"Allow-AFD-FirstParty"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-AFD-FirstParty.properties.access 'to_string(properties.securityRules[?name==`"Allow-AFD-FirstParty"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-AFD-FirstParty.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-AFD-FirstParty"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-AFD-FirstParty.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-AFD-FirstParty"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-AFD-FirstParty.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-AFD-FirstParty"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-AFD-FirstParty.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-AFD-FirstParty"`] | [0].properties.destinationAddressPrefix)' AzureFrontDoor.FirstParty \
  properties.securityRules.Allow-AFD-FirstParty.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-AFD-FirstParty"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.Allow-Monitor.properties.description 'to_string(properties.securityRules[?name==`"Allow-Monitor"`] | [0].properties.description)' 'Logs and metrics, and diagnostics for support.' \
  properties.securityRules.Allow-Monitor.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Monitor"`] | [0].properties.priority)' 190 \
  properties.securityRules.Allow-Monitor.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Monitor"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-Monitor.properties.access 'to_string(properties.securityRules[?name==`"Allow-Monitor"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Monitor.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Monitor"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-Monitor.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Monitor"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-Monitor.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Monitor"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Monitor.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Monitor"`] | [0].properties.destinationAddressPrefix)' AzureMonitor \
  properties.securityRules.Allow-Monitor.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-Monitor"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.Allow-Vnet.properties.description 'to_string(properties.securityRules[?name==`"Allow-Vnet"`] | [0].properties.description)' 'Private endpoints in this network and its peers; 445 for file shares.' \
  properties.securityRules.Allow-Vnet.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Vnet"`] | [0].properties.priority)' 210 \
  properties.securityRules.Allow-Vnet.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Vnet"`] | [0].properties.direction)' Outbound \
  properties.securityRules.Allow-Vnet.properties.access 'to_string(properties.securityRules[?name==`"Allow-Vnet"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Vnet.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Vnet"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-Vnet.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Vnet"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Allow-Vnet.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Vnet"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Vnet.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Vnet"`] | [0].properties.destinationAddressPrefix)' VirtualNetwork \
  properties.securityRules.Allow-Vnet.properties.destinationPortRanges 'join('\'','\'', sort((properties.securityRules[?name==`"Allow-Vnet"`] | [0].properties.destinationPortRanges) || `[]`))' '443,445'

compare nsg-fraud-pep-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-pep-prod 2025-07-01 \
  name 'to_string(name)' nsg-fraud-pep-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.securityRules.Allow-Vnet-Https.properties.description 'to_string(properties.securityRules[?name==`"Allow-Vnet-Https"`] | [0].properties.description)' 'Clients in this network and its peers use the endpoints.' \
  properties.securityRules.Allow-Vnet-Https.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Vnet-Https"`] | [0].properties.priority)' 100 \
  properties.securityRules.Allow-Vnet-Https.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Vnet-Https"`] | [0].properties.direction)' Inbound \
  properties.securityRules.Allow-Vnet-Https.properties.access 'to_string(properties.securityRules[?name==`"Allow-Vnet-Https"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Vnet-Https.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Vnet-Https"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-Vnet-Https.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Vnet-Https"`] | [0].properties.sourceAddressPrefix)' VirtualNetwork \
  properties.securityRules.Allow-Vnet-Https.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Vnet-Https"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Vnet-Https.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Vnet-Https"`] | [0].properties.destinationAddressPrefix)' 10.0.2.0/27 \
  properties.securityRules.Allow-Vnet-Https.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-Vnet-Https"`] | [0].properties.destinationPortRange)' 443 \
  properties.securityRules.Allow-Vnet-Smb.properties.description 'to_string(properties.securityRules[?name==`"Allow-Vnet-Smb"`] | [0].properties.description)' 'Computes mount the file share of the default storage account.' \
  properties.securityRules.Allow-Vnet-Smb.properties.priority 'to_string(properties.securityRules[?name==`"Allow-Vnet-Smb"`] | [0].properties.priority)' 110 \
  properties.securityRules.Allow-Vnet-Smb.properties.direction 'to_string(properties.securityRules[?name==`"Allow-Vnet-Smb"`] | [0].properties.direction)' Inbound \
  properties.securityRules.Allow-Vnet-Smb.properties.access 'to_string(properties.securityRules[?name==`"Allow-Vnet-Smb"`] | [0].properties.access)' Allow \
  properties.securityRules.Allow-Vnet-Smb.properties.protocol 'to_string(properties.securityRules[?name==`"Allow-Vnet-Smb"`] | [0].properties.protocol)' Tcp \
  properties.securityRules.Allow-Vnet-Smb.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Vnet-Smb"`] | [0].properties.sourceAddressPrefix)' VirtualNetwork \
  properties.securityRules.Allow-Vnet-Smb.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Allow-Vnet-Smb"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Allow-Vnet-Smb.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Allow-Vnet-Smb"`] | [0].properties.destinationAddressPrefix)' 10.0.2.0/27 \
  properties.securityRules.Allow-Vnet-Smb.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Allow-Vnet-Smb"`] | [0].properties.destinationPortRange)' 445 \
  properties.securityRules.Deny-All.properties.description 'to_string(properties.securityRules[?name==`"Deny-All"`] | [0].properties.description)' 'Nothing else reaches the endpoints.' \
  properties.securityRules.Deny-All.properties.priority 'to_string(properties.securityRules[?name==`"Deny-All"`] | [0].properties.priority)' 4000 \
  properties.securityRules.Deny-All.properties.direction 'to_string(properties.securityRules[?name==`"Deny-All"`] | [0].properties.direction)' Inbound \
  properties.securityRules.Deny-All.properties.access 'to_string(properties.securityRules[?name==`"Deny-All"`] | [0].properties.access)' Deny \
  properties.securityRules.Deny-All.properties.protocol 'to_string(properties.securityRules[?name==`"Deny-All"`] | [0].properties.protocol)' '*' \
  properties.securityRules.Deny-All.properties.sourceAddressPrefix 'to_string(properties.securityRules[?name==`"Deny-All"`] | [0].properties.sourceAddressPrefix)' '*' \
  properties.securityRules.Deny-All.properties.sourcePortRange 'to_string(properties.securityRules[?name==`"Deny-All"`] | [0].properties.sourcePortRange)' '*' \
  properties.securityRules.Deny-All.properties.destinationAddressPrefix 'to_string(properties.securityRules[?name==`"Deny-All"`] | [0].properties.destinationAddressPrefix)' '*' \
  properties.securityRules.Deny-All.properties.destinationPortRange 'to_string(properties.securityRules[?name==`"Deny-All"`] | [0].properties.destinationPortRange)' '*'

compare pip-ng-fraud-jump-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-ng-fraud-jump-prod 2025-07-01 \
  name 'to_string(name)' pip-ng-fraud-jump-prod \
  location 'to_string(location)' "${LOCATION}" \
  sku.name 'to_string(sku.name)' Standard \
  sku.tier 'to_string(sku.tier)' Regional \
  properties.publicIPAddressVersion 'to_string(properties.publicIPAddressVersion)' IPv4 \
  properties.publicIPAllocationMethod 'to_string(properties.publicIPAllocationMethod)' Static

compare ng-fraud-jump-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-fraud-jump-prod 2025-07-01 \
  name 'to_string(name)' ng-fraud-jump-prod \
  location 'to_string(location)' "${LOCATION}" \
  sku.name 'to_string(sku.name)' Standard \
  'properties.publicIpAddresses[0].id' 'to_string(properties.publicIpAddresses[0].id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-ng-fraud-jump-prod

compare pip-ng-fraud-ml-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-ng-fraud-ml-prod 2025-07-01 \
  name 'to_string(name)' pip-ng-fraud-ml-prod \
  location 'to_string(location)' "${LOCATION}" \
  sku.name 'to_string(sku.name)' Standard \
  sku.tier 'to_string(sku.tier)' Regional \
  properties.publicIPAddressVersion 'to_string(properties.publicIPAddressVersion)' IPv4 \
  properties.publicIPAllocationMethod 'to_string(properties.publicIPAllocationMethod)' Static

compare ng-fraud-ml-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-fraud-ml-prod 2025-07-01 \
  name 'to_string(name)' ng-fraud-ml-prod \
  location 'to_string(location)' "${LOCATION}" \
  sku.name 'to_string(sku.name)' Standard \
  'properties.publicIpAddresses[0].id' 'to_string(properties.publicIpAddresses[0].id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-ng-fraud-ml-prod

compare vnet-fraud-jump-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" 2025-07-01 \
  name 'to_string(name)' "${JUMP_HOST_VNET_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  properties.addressSpace.addressPrefixes 'join('\'','\'', sort((properties.addressSpace.addressPrefixes) || `[]`))' 10.1.0.0/16 \
  properties.subnets.AzureBastionSubnet.properties.addressPrefix 'to_string(properties.subnets[?name==`"AzureBastionSubnet"`] | [0].properties.addressPrefix)' 10.1.0.0/26 \
  properties.subnets.AzureBastionSubnet.properties.networkSecurityGroup.id 'to_string(properties.subnets[?name==`"AzureBastionSubnet"`] | [0].properties.networkSecurityGroup.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-bastion-prod \
  properties.subnets.AzureBastionSubnet.properties.privateEndpointNetworkPolicies 'to_string(properties.subnets[?name==`"AzureBastionSubnet"`] | [0].properties.privateEndpointNetworkPolicies)' Disabled \
  properties.subnets.AzureBastionSubnet.properties.defaultOutboundAccess 'to_string(properties.subnets[?name==`"AzureBastionSubnet"`] | [0].properties.defaultOutboundAccess)' false \
  properties.subnets.snet-jump.properties.addressPrefix 'to_string(properties.subnets[?name==`"snet-jump"`] | [0].properties.addressPrefix)' 10.1.1.0/27 \
  properties.subnets.snet-jump.properties.networkSecurityGroup.id 'to_string(properties.subnets[?name==`"snet-jump"`] | [0].properties.networkSecurityGroup.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-jump-prod \
  properties.subnets.snet-jump.properties.natGateway.id 'to_string(properties.subnets[?name==`"snet-jump"`] | [0].properties.natGateway.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-fraud-jump-prod \
  properties.subnets.snet-jump.properties.privateEndpointNetworkPolicies 'to_string(properties.subnets[?name==`"snet-jump"`] | [0].properties.privateEndpointNetworkPolicies)' Disabled \
  properties.subnets.snet-jump.properties.defaultOutboundAccess 'to_string(properties.subnets[?name==`"snet-jump"`] | [0].properties.defaultOutboundAccess)' false

compare vnet-fraud-ml-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" 2025-07-01 \
  name 'to_string(name)' "${WORKSPACE_VNET_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  properties.addressSpace.addressPrefixes 'join('\'','\'', sort((properties.addressSpace.addressPrefixes) || `[]`))' 10.0.0.0/16 \
  properties.subnets.snet-training.properties.addressPrefix 'to_string(properties.subnets[?name==`"snet-training"`] | [0].properties.addressPrefix)' 10.0.1.0/24 \
  properties.subnets.snet-training.properties.networkSecurityGroup.id 'to_string(properties.subnets[?name==`"snet-training"`] | [0].properties.networkSecurityGroup.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-training-prod \
  properties.subnets.snet-training.properties.natGateway.id 'to_string(properties.subnets[?name==`"snet-training"`] | [0].properties.natGateway.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/natGateways/ng-fraud-ml-prod \
  properties.subnets.snet-training.properties.privateEndpointNetworkPolicies 'to_string(properties.subnets[?name==`"snet-training"`] | [0].properties.privateEndpointNetworkPolicies)' Disabled \
  properties.subnets.snet-training.properties.defaultOutboundAccess 'to_string(properties.subnets[?name==`"snet-training"`] | [0].properties.defaultOutboundAccess)' false \
  properties.subnets.snet-pep.properties.addressPrefix 'to_string(properties.subnets[?name==`"snet-pep"`] | [0].properties.addressPrefix)' 10.0.2.0/27 \
  properties.subnets.snet-pep.properties.networkSecurityGroup.id 'to_string(properties.subnets[?name==`"snet-pep"`] | [0].properties.networkSecurityGroup.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-pep-prod \
  properties.subnets.snet-pep.properties.privateEndpointNetworkPolicies 'to_string(properties.subnets[?name==`"snet-pep"`] | [0].properties.privateEndpointNetworkPolicies)' NetworkSecurityGroupEnabled \
  properties.subnets.snet-pep.properties.defaultOutboundAccess 'to_string(properties.subnets[?name==`"snet-pep"`] | [0].properties.defaultOutboundAccess)' false

compare pip-bas-fraud-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-bas-fraud-prod 2025-07-01 \
  name 'to_string(name)' pip-bas-fraud-prod \
  location 'to_string(location)' "${LOCATION}" \
  sku.name 'to_string(sku.name)' Standard \
  sku.tier 'to_string(sku.tier)' Regional \
  properties.publicIPAddressVersion 'to_string(properties.publicIPAddressVersion)' IPv4 \
  properties.publicIPAllocationMethod 'to_string(properties.publicIPAllocationMethod)' Static

compare bas-fraud-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/bastionHosts/bas-fraud-prod 2025-07-01 \
  name 'to_string(name)' bas-fraud-prod \
  location 'to_string(location)' "${LOCATION}" \
  sku.name 'to_string(sku.name)' Standard \
  properties.enableTunneling 'to_string(properties.enableTunneling)' true \
  properties.ipConfigurations.public.properties.privateIPAllocationMethod 'to_string(properties.ipConfigurations[?name==`"public"`] | [0].properties.privateIPAllocationMethod)' Dynamic \
  properties.ipConfigurations.public.properties.subnet.id 'to_string(properties.ipConfigurations[?name==`"public"`] | [0].properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"/subnets/AzureBastionSubnet \
  properties.ipConfigurations.public.properties.publicIPAddress.id 'to_string(properties.ipConfigurations[?name==`"public"`] | [0].properties.publicIPAddress.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/publicIPAddresses/pip-bas-fraud-prod

compare 'vnet-fraud-jump-prod / peer-vnet-fraud-ml-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"/virtualNetworkPeerings/peer-vnet-fraud-ml-prod 2025-07-01 \
  name 'to_string(name)' peer-vnet-fraud-ml-prod \
  properties.remoteVirtualNetwork.id 'to_string(properties.remoteVirtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}" \
  properties.allowVirtualNetworkAccess 'to_string(properties.allowVirtualNetworkAccess)' true \
  properties.allowForwardedTraffic 'to_string(properties.allowForwardedTraffic)' false \
  properties.allowGatewayTransit 'to_string(properties.allowGatewayTransit)' false \
  properties.useRemoteGateways 'to_string(properties.useRemoteGateways)' false

compare 'vnet-fraud-ml-prod / peer-vnet-fraud-jump-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/virtualNetworkPeerings/peer-vnet-fraud-jump-prod 2025-07-01 \
  name 'to_string(name)' peer-vnet-fraud-jump-prod \
  properties.remoteVirtualNetwork.id 'to_string(properties.remoteVirtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}" \
  properties.allowVirtualNetworkAccess 'to_string(properties.allowVirtualNetworkAccess)' true \
  properties.allowForwardedTraffic 'to_string(properties.allowForwardedTraffic)' false \
  properties.allowGatewayTransit 'to_string(properties.allowGatewayTransit)' false \
  properties.useRemoteGateways 'to_string(properties.useRemoteGateways)' false

compare privatelink.api.azureml.ms /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms 2024-06-01 \
  name 'to_string(name)' privatelink.api.azureml.ms \
  location 'to_string(location)' global

compare 'privatelink.api.azureml.ms / link-vnet-fraud-jump-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms/virtualNetworkLinks/link-vnet-fraud-jump-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-jump-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"

compare 'privatelink.api.azureml.ms / link-vnet-fraud-ml-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms/virtualNetworkLinks/link-vnet-fraud-ml-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-ml-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"

compare privatelink.notebooks.azure.net /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net 2024-06-01 \
  name 'to_string(name)' privatelink.notebooks.azure.net \
  location 'to_string(location)' global

compare 'privatelink.notebooks.azure.net / link-vnet-fraud-jump-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net/virtualNetworkLinks/link-vnet-fraud-jump-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-jump-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"

compare 'privatelink.notebooks.azure.net / link-vnet-fraud-ml-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net/virtualNetworkLinks/link-vnet-fraud-ml-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-ml-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"

compare privatelink.blob.core.windows.net /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net 2024-06-01 \
  name 'to_string(name)' privatelink.blob.core.windows.net \
  location 'to_string(location)' global

compare 'privatelink.blob.core.windows.net / link-vnet-fraud-jump-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-vnet-fraud-jump-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-jump-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"

compare 'privatelink.blob.core.windows.net / link-vnet-fraud-ml-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/link-vnet-fraud-ml-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-ml-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"

compare privatelink.file.core.windows.net /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net 2024-06-01 \
  name 'to_string(name)' privatelink.file.core.windows.net \
  location 'to_string(location)' global

compare 'privatelink.file.core.windows.net / link-vnet-fraud-jump-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-vnet-fraud-jump-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-jump-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"

compare 'privatelink.file.core.windows.net / link-vnet-fraud-ml-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net/virtualNetworkLinks/link-vnet-fraud-ml-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-ml-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"

compare privatelink.vaultcore.azure.net /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net 2024-06-01 \
  name 'to_string(name)' privatelink.vaultcore.azure.net \
  location 'to_string(location)' global

compare 'privatelink.vaultcore.azure.net / link-vnet-fraud-jump-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/virtualNetworkLinks/link-vnet-fraud-jump-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-jump-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"

compare 'privatelink.vaultcore.azure.net / link-vnet-fraud-ml-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/virtualNetworkLinks/link-vnet-fraud-ml-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-ml-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"

compare privatelink.azurecr.io /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io 2024-06-01 \
  name 'to_string(name)' privatelink.azurecr.io \
  location 'to_string(location)' global

compare 'privatelink.azurecr.io / link-vnet-fraud-jump-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io/virtualNetworkLinks/link-vnet-fraud-jump-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-jump-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"

compare 'privatelink.azurecr.io / link-vnet-fraud-ml-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io/virtualNetworkLinks/link-vnet-fraud-ml-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-ml-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"

compare privatelink.queue.core.windows.net /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net 2024-06-01 \
  name 'to_string(name)' privatelink.queue.core.windows.net \
  location 'to_string(location)' global

compare 'privatelink.queue.core.windows.net / link-vnet-fraud-jump-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net/virtualNetworkLinks/link-vnet-fraud-jump-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-jump-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"

compare 'privatelink.queue.core.windows.net / link-vnet-fraud-ml-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net/virtualNetworkLinks/link-vnet-fraud-ml-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-ml-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"

compare privatelink.table.core.windows.net /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net 2024-06-01 \
  name 'to_string(name)' privatelink.table.core.windows.net \
  location 'to_string(location)' global

compare 'privatelink.table.core.windows.net / link-vnet-fraud-jump-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net/virtualNetworkLinks/link-vnet-fraud-jump-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-jump-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"

compare 'privatelink.table.core.windows.net / link-vnet-fraud-ml-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net/virtualNetworkLinks/link-vnet-fraud-ml-prod 2024-06-01 \
  name 'to_string(name)' link-vnet-fraud-ml-prod \
  location 'to_string(location)' global \
  properties.registrationEnabled 'to_string(properties.registrationEnabled)' false \
  properties.virtualNetwork.id 'to_string(properties.virtualNetwork.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"

compare nic-vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-fraud-jump 2025-07-01 \
  name 'to_string(name)' nic-vm-fraud-jump \
  location 'to_string(location)' "${LOCATION}" \
  properties.ipConfigurations.primary.properties.privateIPAllocationMethod 'to_string(properties.ipConfigurations[?name==`"primary"`] | [0].properties.privateIPAllocationMethod)' Dynamic \
  properties.ipConfigurations.primary.properties.subnet.id 'to_string(properties.ipConfigurations[?name==`"primary"`] | [0].properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${JUMP_HOST_VNET_NAME}"/subnets/snet-jump

compare vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump 2026-04-01 \
  name 'to_string(name)' vm-fraud-jump \
  location 'to_string(location)' "${LOCATION}" \
  identity.type 'to_string(identity.type)' SystemAssigned \
  properties.hardwareProfile.vmSize 'to_string(properties.hardwareProfile.vmSize)' "${VM_FRAUD_JUMP_VM_SIZE}" \
  properties.storageProfile.imageReference.publisher 'to_string(properties.storageProfile.imageReference.publisher)' MicrosoftWindowsDesktop \
  properties.storageProfile.imageReference.offer 'to_string(properties.storageProfile.imageReference.offer)' windows-11 \
  properties.storageProfile.imageReference.sku 'to_string(properties.storageProfile.imageReference.sku)' win11-24h2-ent \
  properties.storageProfile.imageReference.version 'to_string(properties.storageProfile.imageReference.version)' latest \
  properties.storageProfile.osDisk.createOption 'to_string(properties.storageProfile.osDisk.createOption)' FromImage \
  properties.storageProfile.osDisk.deleteOption 'to_string(properties.storageProfile.osDisk.deleteOption)' Delete \
  properties.storageProfile.osDisk.managedDisk.storageAccountType 'to_string(properties.storageProfile.osDisk.managedDisk.storageAccountType)' StandardSSD_LRS \
  properties.osProfile.computerName 'to_string(properties.osProfile.computerName)' vm-fraud-jump \
  properties.osProfile.adminUsername 'to_string(properties.osProfile.adminUsername)' azureuser \
  'properties.networkProfile.networkInterfaces[0].id' 'to_string(properties.networkProfile.networkInterfaces[0].id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-fraud-jump \
  properties.securityProfile.securityType 'to_string(properties.securityProfile.securityType)' TrustedLaunch \
  properties.securityProfile.uefiSettings.secureBootEnabled 'to_string(properties.securityProfile.uefiSettings.secureBootEnabled)' true \
  properties.securityProfile.uefiSettings.vTpmEnabled 'to_string(properties.securityProfile.uefiSettings.vTpmEnabled)' true \
  properties.diagnosticsProfile.bootDiagnostics.enabled 'to_string(properties.diagnosticsProfile.bootDiagnostics.enabled)' true

compare stfraudmlprod01 /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" 2026-04-01 \
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
  properties.publicNetworkAccess 'to_string(properties.publicNetworkAccess)' Disabled \
  properties.networkAcls.bypass 'to_string(properties.networkAcls.bypass)' AzureServices \
  properties.networkAcls.defaultAction 'to_string(properties.networkAcls.defaultAction)' Deny

compare kv-fraud-ml-prod-01 /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" 2026-02-01 \
  name 'to_string(name)' "${KEY_VAULT_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  properties.sku.family 'to_string(properties.sku.family)' A \
  properties.sku.name 'to_string(properties.sku.name)' standard \
  properties.enableRbacAuthorization 'to_string(properties.enableRbacAuthorization)' true \
  properties.enableSoftDelete 'to_string(properties.enableSoftDelete)' true \
  properties.enablePurgeProtection 'to_string(properties.enablePurgeProtection)' true \
  properties.publicNetworkAccess 'to_string(properties.publicNetworkAccess)' Disabled \
  properties.networkAcls.bypass 'to_string(properties.networkAcls.bypass)' AzureServices \
  properties.networkAcls.defaultAction 'to_string(properties.networkAcls.defaultAction)' Deny

compare crfraudmlprod01 /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" 2025-11-01 \
  name 'to_string(name)' "${REGISTRY_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  sku.name 'to_string(sku.name)' Premium \
  properties.adminUserEnabled 'to_string(properties.adminUserEnabled)' true \
  properties.anonymousPullEnabled 'to_string(properties.anonymousPullEnabled)' false \
  properties.publicNetworkAccess 'to_string(properties.publicNetworkAccess)' Disabled \
  properties.networkRuleBypassOptions 'to_string(properties.networkRuleBypassOptions)' AzureServices

compare log-fraud-ml-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.OperationalInsights/workspaces/"${LOG_ANALYTICS_NAME}" 2026-03-01 \
  name 'to_string(name)' "${LOG_ANALYTICS_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  properties.sku.name 'to_string(properties.sku.name)' PerGB2018 \
  properties.publicNetworkAccessForIngestion 'to_string(properties.publicNetworkAccessForIngestion)' Enabled \
  properties.publicNetworkAccessForQuery 'to_string(properties.publicNetworkAccessForQuery)' Enabled

compare appi-fraud-ml-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Insights/components/"${APPLICATION_INSIGHTS_NAME}" 2020-02-02 \
  name 'to_string(name)' "${APPLICATION_INSIGHTS_NAME}" \
  location 'to_string(location)' "${LOCATION}" \
  kind 'to_string(kind)' web \
  properties.Application_Type 'to_string(properties.Application_Type)' web \
  properties.IngestionMode 'to_string(properties.IngestionMode)' LogAnalytics \
  properties.WorkspaceResourceId 'to_string(properties.WorkspaceResourceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.OperationalInsights/workspaces/"${LOG_ANALYTICS_NAME}" \
  properties.publicNetworkAccessForIngestion 'to_string(properties.publicNetworkAccessForIngestion)' Enabled \
  properties.publicNetworkAccessForQuery 'to_string(properties.publicNetworkAccessForQuery)' Enabled

compare mlw-fraud-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" 2026-03-01 \
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
  properties.publicNetworkAccess 'to_string(properties.publicNetworkAccess)' Disabled \
  properties.hbiWorkspace 'to_string(properties.hbiWorkspace)' false \
  properties.v1LegacyMode 'to_string(properties.v1LegacyMode)' false \
  properties.imageBuildCompute 'to_string(properties.imageBuildCompute)' cpu-fraud-build

compare pep-fraud-mlw-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-mlw-prod 2025-07-01 \
  name 'to_string(name)' pep-fraud-mlw-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.subnet.id 'to_string(properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
  properties.privateLinkServiceConnections.amlworkspace.properties.privateLinkServiceId 'to_string(properties.privateLinkServiceConnections[?name==`"amlworkspace"`] | [0].properties.privateLinkServiceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" \
  properties.privateLinkServiceConnections.amlworkspace.properties.groupIds 'join('\'','\'', sort((properties.privateLinkServiceConnections[?name==`"amlworkspace"`] | [0].properties.groupIds) || `[]`))' amlworkspace

compare 'pep-fraud-mlw-prod / default' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-mlw-prod/privateDnsZoneGroups/default 2025-07-01 \
  name 'to_string(name)' default \
  properties.privateDnsZoneConfigs.privatelink-api-azureml-ms.properties.privateDnsZoneId 'to_string(properties.privateDnsZoneConfigs[?name==`"privatelink-api-azureml-ms"`] | [0].properties.privateDnsZoneId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms \
  properties.privateDnsZoneConfigs.privatelink-notebooks-azure-net.properties.privateDnsZoneId 'to_string(properties.privateDnsZoneConfigs[?name==`"privatelink-notebooks-azure-net"`] | [0].properties.privateDnsZoneId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net

compare pep-fraud-blob-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-blob-prod 2025-07-01 \
  name 'to_string(name)' pep-fraud-blob-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.subnet.id 'to_string(properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
  properties.privateLinkServiceConnections.blob.properties.privateLinkServiceId 'to_string(properties.privateLinkServiceConnections[?name==`"blob"`] | [0].properties.privateLinkServiceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
  properties.privateLinkServiceConnections.blob.properties.groupIds 'join('\'','\'', sort((properties.privateLinkServiceConnections[?name==`"blob"`] | [0].properties.groupIds) || `[]`))' blob

compare 'pep-fraud-blob-prod / default' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-blob-prod/privateDnsZoneGroups/default 2025-07-01 \
  name 'to_string(name)' default \
  properties.privateDnsZoneConfigs.privatelink-blob-core-windows-net.properties.privateDnsZoneId 'to_string(properties.privateDnsZoneConfigs[?name==`"privatelink-blob-core-windows-net"`] | [0].properties.privateDnsZoneId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net

WORKSPACE_PRINCIPAL_ID=$(az resource show \
    --ids /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" \
    --api-version 2026-03-01 \
    --query identity.principalId \
    --output tsv 2>/dev/null) || WORKSPACE_PRINCIPAL_ID=''
compare_role 'Reader on pep-fraud-blob-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-blob-prod acdd72a7-3385-48ef-bd42-f606fba81ae7 "${WORKSPACE_PRINCIPAL_ID}"

compare pep-fraud-file-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-file-prod 2025-07-01 \
  name 'to_string(name)' pep-fraud-file-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.subnet.id 'to_string(properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
  properties.privateLinkServiceConnections.file.properties.privateLinkServiceId 'to_string(properties.privateLinkServiceConnections[?name==`"file"`] | [0].properties.privateLinkServiceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
  properties.privateLinkServiceConnections.file.properties.groupIds 'join('\'','\'', sort((properties.privateLinkServiceConnections[?name==`"file"`] | [0].properties.groupIds) || `[]`))' file

compare 'pep-fraud-file-prod / default' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-file-prod/privateDnsZoneGroups/default 2025-07-01 \
  name 'to_string(name)' default \
  properties.privateDnsZoneConfigs.privatelink-file-core-windows-net.properties.privateDnsZoneId 'to_string(properties.privateDnsZoneConfigs[?name==`"privatelink-file-core-windows-net"`] | [0].properties.privateDnsZoneId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net

WORKSPACE_PRINCIPAL_ID=$(az resource show \
    --ids /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}" \
    --api-version 2026-03-01 \
    --query identity.principalId \
    --output tsv 2>/dev/null) || WORKSPACE_PRINCIPAL_ID=''
compare_role 'Reader on pep-fraud-file-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-file-prod acdd72a7-3385-48ef-bd42-f606fba81ae7 "${WORKSPACE_PRINCIPAL_ID}"

compare pep-fraud-queue-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-queue-prod 2025-07-01 \
  name 'to_string(name)' pep-fraud-queue-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.subnet.id 'to_string(properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
  properties.privateLinkServiceConnections.queue.properties.privateLinkServiceId 'to_string(properties.privateLinkServiceConnections[?name==`"queue"`] | [0].properties.privateLinkServiceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
  properties.privateLinkServiceConnections.queue.properties.groupIds 'join('\'','\'', sort((properties.privateLinkServiceConnections[?name==`"queue"`] | [0].properties.groupIds) || `[]`))' queue

compare 'pep-fraud-queue-prod / default' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-queue-prod/privateDnsZoneGroups/default 2025-07-01 \
  name 'to_string(name)' default \
  properties.privateDnsZoneConfigs.privatelink-queue-core-windows-net.properties.privateDnsZoneId 'to_string(properties.privateDnsZoneConfigs[?name==`"privatelink-queue-core-windows-net"`] | [0].properties.privateDnsZoneId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net

compare pep-fraud-table-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-table-prod 2025-07-01 \
  name 'to_string(name)' pep-fraud-table-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.subnet.id 'to_string(properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
  properties.privateLinkServiceConnections.table.properties.privateLinkServiceId 'to_string(properties.privateLinkServiceConnections[?name==`"table"`] | [0].properties.privateLinkServiceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Storage/storageAccounts/"${WORKSPACE_STORAGE_NAME}" \
  properties.privateLinkServiceConnections.table.properties.groupIds 'join('\'','\'', sort((properties.privateLinkServiceConnections[?name==`"table"`] | [0].properties.groupIds) || `[]`))' table

compare 'pep-fraud-table-prod / default' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-table-prod/privateDnsZoneGroups/default 2025-07-01 \
  name 'to_string(name)' default \
  properties.privateDnsZoneConfigs.privatelink-table-core-windows-net.properties.privateDnsZoneId 'to_string(properties.privateDnsZoneConfigs[?name==`"privatelink-table-core-windows-net"`] | [0].properties.privateDnsZoneId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net

compare pep-fraud-kv-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-kv-prod 2025-07-01 \
  name 'to_string(name)' pep-fraud-kv-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.subnet.id 'to_string(properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
  properties.privateLinkServiceConnections.vault.properties.privateLinkServiceId 'to_string(properties.privateLinkServiceConnections[?name==`"vault"`] | [0].properties.privateLinkServiceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.KeyVault/vaults/"${KEY_VAULT_NAME}" \
  properties.privateLinkServiceConnections.vault.properties.groupIds 'join('\'','\'', sort((properties.privateLinkServiceConnections[?name==`"vault"`] | [0].properties.groupIds) || `[]`))' vault

compare 'pep-fraud-kv-prod / default' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-kv-prod/privateDnsZoneGroups/default 2025-07-01 \
  name 'to_string(name)' default \
  properties.privateDnsZoneConfigs.privatelink-vaultcore-azure-net.properties.privateDnsZoneId 'to_string(properties.privateDnsZoneConfigs[?name==`"privatelink-vaultcore-azure-net"`] | [0].properties.privateDnsZoneId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net

compare pep-fraud-cr-prod /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-cr-prod 2025-07-01 \
  name 'to_string(name)' pep-fraud-cr-prod \
  location 'to_string(location)' "${LOCATION}" \
  properties.subnet.id 'to_string(properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-pep \
  properties.privateLinkServiceConnections.registry.properties.privateLinkServiceId 'to_string(properties.privateLinkServiceConnections[?name==`"registry"`] | [0].properties.privateLinkServiceId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.ContainerRegistry/registries/"${REGISTRY_NAME}" \
  properties.privateLinkServiceConnections.registry.properties.groupIds 'join('\'','\'', sort((properties.privateLinkServiceConnections[?name==`"registry"`] | [0].properties.groupIds) || `[]`))' registry

compare 'pep-fraud-cr-prod / default' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateEndpoints/pep-fraud-cr-prod/privateDnsZoneGroups/default 2025-07-01 \
  name 'to_string(name)' default \
  properties.privateDnsZoneConfigs.privatelink-azurecr-io.properties.privateDnsZoneId 'to_string(properties.privateDnsZoneConfigs[?name==`"privatelink-azurecr-io"`] | [0].properties.privateDnsZoneId)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io

compare 'mlw-fraud-prod / cpu-fraud-train' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"/computes/cpu-fraud-train 2026-03-01 \
  name 'to_string(name)' cpu-fraud-train \
  location 'to_string(location)' "${LOCATION}" \
  properties.computeType 'to_string(properties.computeType)' AmlCompute \
  properties.disableLocalAuth 'to_string(properties.disableLocalAuth)' true \
  properties.properties.vmSize 'to_string(properties.properties.vmSize)' "${CPU_FRAUD_TRAIN_VM_SIZE}" \
  properties.properties.vmPriority 'to_string(properties.properties.vmPriority)' Dedicated \
  properties.properties.osType 'to_string(properties.properties.osType)' Linux \
  properties.properties.scaleSettings.minNodeCount 'to_string(properties.properties.scaleSettings.minNodeCount)' 0 \
  properties.properties.scaleSettings.maxNodeCount 'to_string(properties.properties.scaleSettings.maxNodeCount)' 16 \
  properties.properties.subnet.id 'to_string(properties.properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
  properties.properties.enableNodePublicIp 'to_string(properties.properties.enableNodePublicIp)' false \
  properties.properties.remoteLoginPortPublicAccess 'to_string(properties.properties.remoteLoginPortPublicAccess)' Disabled

compare 'mlw-fraud-prod / cpu-fraud-build' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"/computes/cpu-fraud-build 2026-03-01 \
  name 'to_string(name)' cpu-fraud-build \
  location 'to_string(location)' "${LOCATION}" \
  properties.computeType 'to_string(properties.computeType)' AmlCompute \
  properties.disableLocalAuth 'to_string(properties.disableLocalAuth)' true \
  properties.properties.vmSize 'to_string(properties.properties.vmSize)' "${CPU_FRAUD_BUILD_VM_SIZE}" \
  properties.properties.vmPriority 'to_string(properties.properties.vmPriority)' Dedicated \
  properties.properties.osType 'to_string(properties.properties.osType)' Linux \
  properties.properties.scaleSettings.minNodeCount 'to_string(properties.properties.scaleSettings.minNodeCount)' 0 \
  properties.properties.scaleSettings.maxNodeCount 'to_string(properties.properties.scaleSettings.maxNodeCount)' 2 \
  properties.properties.subnet.id 'to_string(properties.properties.subnet.id)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/virtualNetworks/"${WORKSPACE_VNET_NAME}"/subnets/snet-training \
  properties.properties.enableNodePublicIp 'to_string(properties.properties.enableNodePublicIp)' false \
  properties.properties.remoteLoginPortPublicAccess 'to_string(properties.properties.remoteLoginPortPublicAccess)' Disabled

compare 'mlw-fraud-prod / be-fraud-be-prod' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"/batchEndpoints/be-fraud-be-prod 2026-03-01 \
  name 'to_string(name)' be-fraud-be-prod \
  location 'to_string(location)' "${LOCATION}" \
  identity.type 'to_string(identity.type)' SystemAssigned \
  properties.authMode 'to_string(properties.authMode)' AADToken \
  properties.description 'to_string(properties.description)' 'Scores fraud data in bulk'

if [ -n "$BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID" ]; then
  compare 'mlw-fraud-prod / be-fraud-be-prod / fraud-v1' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"/batchEndpoints/be-fraud-be-prod/deployments/fraud-v1 2026-03-01 \
    name 'to_string(name)' fraud-v1 \
    location 'to_string(location)' "${LOCATION}" \
    properties.compute 'to_string(properties.compute)' /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.MachineLearningServices/workspaces/"${WORKSPACE_NAME}"/computes/cpu-fraud-train \
    properties.model.referenceType 'to_string(properties.model.referenceType)' Id \
    properties.model.assetId 'to_string(properties.model.assetId)' "${BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID}" \
    properties.resources.instanceCount 'to_string(properties.resources.instanceCount)' 4 \
    properties.miniBatchSize 'to_string(properties.miniBatchSize)' 10 \
    properties.maxConcurrencyPerInstance 'to_string(properties.maxConcurrencyPerInstance)' 2 \
    properties.outputAction 'to_string(properties.outputAction)' AppendRow
fi

# Whether packets pass the security groups of a machine
address=$(az network nic show \
    --ids /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Network/networkInterfaces/nic-vm-fraud-jump \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv 2>/dev/null) || address=''
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Outbound "${address}":60000 203.0.113.10:443 Allow
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Inbound "${address}":22 203.0.113.10:60000 Deny
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Inbound "${address}":3389 203.0.113.10:60000 Deny
interface=$(az network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-mlw-prod \
    --query 'networkInterfaces[0].id' \
    --output tsv 2>/dev/null) || interface=''
remote=$(az network nic show \
    --ids "${interface}" \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv 2>/dev/null) || remote=''
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Outbound "${address}":60000 "${remote}":443 Allow
interface=$(az network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-blob-prod \
    --query 'networkInterfaces[0].id' \
    --output tsv 2>/dev/null) || interface=''
remote=$(az network nic show \
    --ids "${interface}" \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv 2>/dev/null) || remote=''
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Outbound "${address}":60000 "${remote}":443 Allow
interface=$(az network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-file-prod \
    --query 'networkInterfaces[0].id' \
    --output tsv 2>/dev/null) || interface=''
remote=$(az network nic show \
    --ids "${interface}" \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv 2>/dev/null) || remote=''
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Outbound "${address}":60000 "${remote}":443 Allow
interface=$(az network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-queue-prod \
    --query 'networkInterfaces[0].id' \
    --output tsv 2>/dev/null) || interface=''
remote=$(az network nic show \
    --ids "${interface}" \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv 2>/dev/null) || remote=''
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Outbound "${address}":60000 "${remote}":443 Allow
interface=$(az network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-table-prod \
    --query 'networkInterfaces[0].id' \
    --output tsv 2>/dev/null) || interface=''
remote=$(az network nic show \
    --ids "${interface}" \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv 2>/dev/null) || remote=''
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Outbound "${address}":60000 "${remote}":443 Allow
interface=$(az network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-kv-prod \
    --query 'networkInterfaces[0].id' \
    --output tsv 2>/dev/null) || interface=''
remote=$(az network nic show \
    --ids "${interface}" \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv 2>/dev/null) || remote=''
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Outbound "${address}":60000 "${remote}":443 Allow
interface=$(az network private-endpoint show \
    --resource-group "${RESOURCE_GROUP}" \
    --name pep-fraud-cr-prod \
    --query 'networkInterfaces[0].id' \
    --output tsv 2>/dev/null) || interface=''
remote=$(az network nic show \
    --ids "${interface}" \
    --query 'ipConfigurations[0].privateIPAddress' \
    --output tsv 2>/dev/null) || remote=''
flow vm-fraud-jump /subscriptions/"${SUBSCRIPTION_ID}"/resourceGroups/"${RESOURCE_GROUP}"/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump Outbound "${address}":60000 "${remote}":443 Allow

if [ "$differs" = 0 ]; then echo 'Everything is as planned.'; else echo 'Some settings differ from the plan.'; fi
exit "$differs"
