# Written by Azure ML VNet Wizard 0.1.0 from the plan “Risk models behind a hub” (plan format 1).
# Not written: The connection to on-premises is not written: it needs a shared key or a circuit. Add it to the gateway once the gateway stands.
#
# Written for the Azure CLI 2.91.0. Log in with az login first.
#
# deploy.ps1           shows what changes, asks, then creates what is missing
# deploy.ps1 -WhatIf   only shows what changes
# deploy.ps1 -Yes      does not ask
#
# What exists is left as it is, except for rules, routes and subnets, which become what the plan says.
# readback.sh tells afterwards what differs from the plan.
#Requires -Version 7.3
param([switch]$WhatIf, [switch]$Yes)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
Set-Location $PSScriptRoot
$env:AZURE_CORE_OUTPUT = 'none'
$env:AZURE_CORE_ONLY_SHOW_ERRORS = 'true'

# Runs a command; any error ends the script, without telling its values.
function Invoke-Az {
  az @args
  if ($LASTEXITCODE -ne 0) { throw "az $($args[0..2] -join ' ') failed" }
}

# True if something exists. Any error but “not found” ends the script.
function Test-Exists {
  $message = (az @args 2>&1) -join "`n"
  if ($LASTEXITCODE -eq 0) { return $true }
  if ($message -match 'NotFound|not found|not be found|does not exist') { return $false }
  throw $message
}

# Tools
Invoke-Az version --output 'jsonc'
Invoke-Az extension add --name 'ml' --upgrade --yes
Invoke-Az extension add --name 'azure-firewall' --upgrade --yes
Invoke-Az extension add --name 'bastion' --upgrade --yes
Invoke-Az extension add --name 'application-insights' --upgrade --yes

# Values: set a variable of the same name in the environment for another one.
$SUBSCRIPTION_ID = Invoke-Az account show --query 'id' --output 'tsv'
Invoke-Az account set --subscription $SUBSCRIPTION_ID
$RESOURCE_GROUP = if ($env:RESOURCE_GROUP) { $env:RESOURCE_GROUP } else { 'rg-risk-ml-prod' }
# Region of everything that has no region of its own.
$LOCATION = if ($env:LOCATION) { $env:LOCATION } else { 'northeurope' }
# Tags of every resource.
$TAGS = @('workload=risk', 'environment=prod')
# Name of a virtual network.
$HUB_VNET_NAME = if ($env:HUB_VNET_NAME) { $env:HUB_VNET_NAME } else { 'vnet-risk-hub-prod' }
# Name of a virtual network.
$WORKSPACE_VNET_NAME = if ($env:WORKSPACE_VNET_NAME) { $env:WORKSPACE_VNET_NAME } else { 'vnet-risk-ml-prod' }
# VM size of vm-risk-jump.
$VM_RISK_JUMP_VM_SIZE = if ($env:VM_RISK_JUMP_VM_SIZE) { $env:VM_RISK_JUMP_VM_SIZE } else { 'Standard_D2s_v5' }
# Administrator password of Windows machines.
if (-not $env:ADMIN_PASSWORD) { throw 'ADMIN_PASSWORD is not set' }
$ADMIN_PASSWORD = $env:ADMIN_PASSWORD
# Name of a storage account, unique in all of Azure.
$WORKSPACE_STORAGE_NAME = if ($env:WORKSPACE_STORAGE_NAME) { $env:WORKSPACE_STORAGE_NAME } else { 'striskmlprod01' }
# Name of the key vault, unique in all of Azure.
$KEY_VAULT_NAME = if ($env:KEY_VAULT_NAME) { $env:KEY_VAULT_NAME } else { 'kv-risk-ml-prod-01' }
# Name of the container registry, unique in all of Azure.
$REGISTRY_NAME = if ($env:REGISTRY_NAME) { $env:REGISTRY_NAME } else { 'crriskmlprod01' }
# Name of the Log Analytics workspace.
$LOG_ANALYTICS_NAME = if ($env:LOG_ANALYTICS_NAME) { $env:LOG_ANALYTICS_NAME } else { 'log-risk-ml-prod' }
# Name of Application Insights.
$APPLICATION_INSIGHTS_NAME = if ($env:APPLICATION_INSIGHTS_NAME) { $env:APPLICATION_INSIGHTS_NAME } else { 'appi-risk-ml-prod' }
# Name of the Azure ML workspace.
$WORKSPACE_NAME = if ($env:WORKSPACE_NAME) { $env:WORKSPACE_NAME } else { 'mlw-risk-prod' }
# VM size of cpu-risk-train.
$CPU_RISK_TRAIN_VM_SIZE = if ($env:CPU_RISK_TRAIN_VM_SIZE) { $env:CPU_RISK_TRAIN_VM_SIZE } else { 'Standard_DS3_v2' }
# VM size of gpu-risk-train.
$GPU_RISK_TRAIN_VM_SIZE = if ($env:GPU_RISK_TRAIN_VM_SIZE) { $env:GPU_RISK_TRAIN_VM_SIZE } else { 'Standard_NC4as_T4_v3' }
# VM size of cpu-risk-build.
$CPU_RISK_BUILD_VM_SIZE = if ($env:CPU_RISK_BUILD_VM_SIZE) { $env:CPU_RISK_BUILD_VM_SIZE } else { 'Standard_DS3_v2' }
# VM size of ci-risk-ada.
$CI_RISK_ADA_VM_SIZE = if ($env:CI_RISK_ADA_VM_SIZE) { $env:CI_RISK_ADA_VM_SIZE } else { 'Standard_DS3_v2' }

# What changes
if (-not (Test-Exists group show --name $RESOURCE_GROUP)) {
  Write-Host 'Nothing exists yet: everything is created.'
} else {
  Invoke-Az deployment group what-if `
      --resource-group $RESOURCE_GROUP `
      --template-file '../arm/azuredeploy.json' `
      --parameters ('location=' + $LOCATION) ('hubVnetName=' + $HUB_VNET_NAME) ('workspaceVnetName=' + $WORKSPACE_VNET_NAME) ('vmRiskJumpVmSize=' + $VM_RISK_JUMP_VM_SIZE) ('adminPassword=' + $ADMIN_PASSWORD) ('workspaceStorageName=' + $WORKSPACE_STORAGE_NAME) ('keyVaultName=' + $KEY_VAULT_NAME) ('registryName=' + $REGISTRY_NAME) ('logAnalyticsName=' + $LOG_ANALYTICS_NAME) ('applicationInsightsName=' + $APPLICATION_INSIGHTS_NAME) ('workspaceName=' + $WORKSPACE_NAME) ('cpuRiskTrainVmSize=' + $CPU_RISK_TRAIN_VM_SIZE) ('gpuRiskTrainVmSize=' + $GPU_RISK_TRAIN_VM_SIZE) ('cpuRiskBuildVmSize=' + $CPU_RISK_BUILD_VM_SIZE) ('ciRiskAdaVmSize=' + $CI_RISK_ADA_VM_SIZE)
}
if ($WhatIf) { exit 0 }
if (-not $Yes -and (Read-Host 'Go on? [y/N]') -notmatch '^[yY]') { exit 1 }

# Resource groups and the services that they need
if (-not (Test-Exists group show --name $RESOURCE_GROUP)) {
  Invoke-Az group create --name $RESOURCE_GROUP --location $LOCATION
}
Invoke-Az provider register --namespace 'Microsoft.Network'
Invoke-Az provider register --namespace 'Microsoft.Compute'
Invoke-Az provider register --namespace 'Microsoft.Storage'
Invoke-Az provider register --namespace 'Microsoft.KeyVault'
Invoke-Az provider register --namespace 'Microsoft.ContainerRegistry'
Invoke-Az provider register --namespace 'Microsoft.OperationalInsights'
Invoke-Az provider register --namespace 'Microsoft.Insights'
Invoke-Az provider register --namespace 'Microsoft.MachineLearningServices'
Invoke-Az provider register --namespace 'Microsoft.Authorization'

# Network security group nsg-risk-bastion-prod
Write-Host 'Network security group nsg-risk-bastion-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-risk-bastion-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-risk-bastion-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-bastion-prod' `
    --name 'AllowHttpsInbound' `
    --priority '120' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'Internet' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '443' `
    --description 'People open Bastion sessions from their browsers.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-bastion-prod' `
    --name 'AllowGatewayManagerInbound' `
    --priority '130' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'GatewayManager' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '443' `
    --description 'Azure manages the Bastion host.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-bastion-prod' `
    --name 'AllowAzureLoadBalancerInbound' `
    --priority '140' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'AzureLoadBalancer' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '443' `
    --description 'Health probes of the Bastion host.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-bastion-prod' `
    --name 'AllowBastionHostCommunication' `
    --priority '150' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'VirtualNetwork' `
    --destination-port-ranges '8080' '5701' `
    --description 'Bastion instances talk to each other.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-bastion-prod' `
    --name 'AllowSshRdpOutbound' `
    --priority '100' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'VirtualNetwork' `
    --destination-port-ranges '22' '3389' `
    --description 'Bastion opens SSH and RDP sessions.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-bastion-prod' `
    --name 'AllowAzureCloudOutbound' `
    --priority '110' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'AzureCloud' `
    --destination-port-ranges '443' `
    --description 'Bastion stores diagnostics and reaches Azure.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-bastion-prod' `
    --name 'AllowBastionCommunication' `
    --priority '120' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'VirtualNetwork' `
    --destination-port-ranges '8080' '5701' `
    --description 'Bastion instances talk to each other.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-bastion-prod' `
    --name 'AllowHttpOutbound' `
    --priority '130' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'Internet' `
    --destination-port-ranges '80' `
    --description 'Session information and certificate validation.'

# Network security group nsg-risk-jump-prod
Write-Host 'Network security group nsg-risk-jump-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-risk-jump-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-risk-jump-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-jump-prod' `
    --name 'Allow-Bastion' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '10.64.0.64/26' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '22' '3389' `
    --description 'Sessions that Bastion opens for people.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-jump-prod' `
    --name 'Deny-Remote-Login' `
    --priority '4000' `
    --direction 'Inbound' `
    --access 'Deny' `
    --protocol '*' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '22' '3389' `
    --description 'Nobody else logs in, not even from this network.'

# Network security group nsg-risk-training-prod
Write-Host 'Network security group nsg-risk-training-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-risk-training-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-risk-training-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-EntraId' `
    --priority '100' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'AzureActiveDirectory' `
    --destination-port-ranges '80' '443' `
    --description 'Sign-in with Microsoft Entra ID.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-AML-Tcp' `
    --priority '110' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'AzureMachineLearning' `
    --destination-port-ranges '443' '8787' '18881' `
    --description 'Azure Machine Learning; 8787 for RStudio, 18881 for notebook completion.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-AML-Udp' `
    --priority '120' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Udp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'AzureMachineLearning' `
    --destination-port-ranges '5831' `
    --description 'Azure Machine Learning creates, updates and deletes instances.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-Batch' `
    --priority '130' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'BatchNodeManagement.northeurope' `
    --destination-port-ranges '443' `
    --description 'The Azure Batch service that runs the nodes.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-ARM' `
    --priority '140' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'AzureResourceManager' `
    --destination-port-ranges '443' `
    --description 'Azure Resource Manager.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-Storage' `
    --priority '150' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'Storage.northeurope' `
    --destination-port-ranges '443' `
    --description 'Storage of the Azure Batch service, on Microsoft''s side.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-FrontDoor' `
    --priority '160' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'AzureFrontDoor.Frontend' `
    --destination-port-ranges '443' `
    --description 'Azure Machine Learning studio and AutoML.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-MCR' `
    --priority '170' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'MicrosoftContainerRegistry' `
    --destination-port-ranges '443' `
    --description 'Docker images from Microsoft.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-AFD-FirstParty' `
    --priority '180' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'AzureFrontDoor.FirstParty' `
    --destination-port-ranges '443' `
    --description 'The Microsoft container registry delivers images through Front Door.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-Monitor' `
    --priority '190' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'AzureMonitor' `
    --destination-port-ranges '443' `
    --description 'Logs and metrics, and diagnostics for support.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-Vnet' `
    --priority '210' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'VirtualNetwork' `
    --destination-port-ranges '443' '445' `
    --description 'Private endpoints in this network and its peers; 445 for file shares.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-training-prod' `
    --name 'Allow-Vnet-VSCode' `
    --priority '220' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'VirtualNetwork' `
    --destination-port-ranges '8704-8710' `
    --description 'VS Code sessions on compute instances.'

# Network security group nsg-risk-pep-prod
Write-Host 'Network security group nsg-risk-pep-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-risk-pep-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-risk-pep-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-pep-prod' `
    --name 'Allow-Vnet-Https' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes '10.65.2.0/27' `
    --destination-port-ranges '443' `
    --description 'Clients in this network and its peers use the endpoints.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-pep-prod' `
    --name 'Allow-Vnet-Smb' `
    --priority '110' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes '10.65.2.0/27' `
    --destination-port-ranges '445' `
    --description 'Computes mount the file share of the default storage account.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-risk-pep-prod' `
    --name 'Deny-All' `
    --priority '4000' `
    --direction 'Inbound' `
    --access 'Deny' `
    --protocol '*' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '*' `
    --description 'Nothing else reaches the endpoints.'

# Route table rt-risk-ml-prod
Write-Host 'Route table rt-risk-ml-prod'
if (-not (Test-Exists network route-table show `
    --resource-group $RESOURCE_GROUP `
    --name 'rt-risk-ml-prod')) {
  Invoke-Az network route-table create `
      --resource-group $RESOURCE_GROUP `
      --name 'rt-risk-ml-prod' `
      --location $LOCATION `
      --disable-bgp-route-propagation 'false' `
      --tags @TAGS
}
Invoke-Az network route-table route create `
    --resource-group $RESOURCE_GROUP `
    --route-table-name 'rt-risk-ml-prod' `
    --name 'default-to-firewall' `
    --address-prefix '0.0.0.0/0' `
    --next-hop-type 'VirtualAppliance' `
    --next-hop-ip-address '10.64.0.4'

# Route table rt-risk-jump-prod
Write-Host 'Route table rt-risk-jump-prod'
if (-not (Test-Exists network route-table show `
    --resource-group $RESOURCE_GROUP `
    --name 'rt-risk-jump-prod')) {
  Invoke-Az network route-table create `
      --resource-group $RESOURCE_GROUP `
      --name 'rt-risk-jump-prod' `
      --location $LOCATION `
      --disable-bgp-route-propagation 'false' `
      --tags @TAGS
}
Invoke-Az network route-table route create `
    --resource-group $RESOURCE_GROUP `
    --route-table-name 'rt-risk-jump-prod' `
    --name 'default-to-firewall' `
    --address-prefix '0.0.0.0/0' `
    --next-hop-type 'VirtualAppliance' `
    --next-hop-ip-address '10.64.0.4'

# Virtual network vnet-risk-hub-prod
Write-Host 'Virtual network vnet-risk-hub-prod'
if (-not (Test-Exists network vnet show --resource-group $RESOURCE_GROUP --name $HUB_VNET_NAME)) {
  Invoke-Az network vnet create `
      --resource-group $RESOURCE_GROUP `
      --name $HUB_VNET_NAME `
      --location $LOCATION `
      --address-prefixes '10.64.0.0/22' `
      --tags @TAGS
}
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'AzureFirewallSubnet' `
    --address-prefixes '10.64.0.0/26' `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'GatewaySubnet' `
    --address-prefixes '10.64.0.128/27' `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'AzureBastionSubnet' `
    --address-prefixes '10.64.0.64/26' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-risk-bastion-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'snet-jump' `
    --address-prefixes '10.64.1.0/27' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-risk-jump-prod') `
    --route-table ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/routeTables/rt-risk-jump-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'

# Virtual network vnet-risk-ml-prod
Write-Host 'Virtual network vnet-risk-ml-prod'
if (-not (Test-Exists network vnet show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_VNET_NAME)) {
  Invoke-Az network vnet create `
      --resource-group $RESOURCE_GROUP `
      --name $WORKSPACE_VNET_NAME `
      --location $LOCATION `
      --address-prefixes '10.65.0.0/20' `
      --tags @TAGS
}
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-training' `
    --address-prefixes '10.65.0.0/23' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-risk-training-prod') `
    --route-table ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/routeTables/rt-risk-ml-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-pep' `
    --address-prefixes '10.65.2.0/27' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-risk-pep-prod') `
    --private-endpoint-network-policies 'NetworkSecurityGroupEnabled' `
    --default-outbound-access 'false'

# Public IP address pip-bas-risk-prod
Write-Host 'Public IP address pip-bas-risk-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-bas-risk-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-bas-risk-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# Bastion bas-risk-prod
Write-Host 'Bastion bas-risk-prod'
if (-not (Test-Exists network bastion show `
    --resource-group $RESOURCE_GROUP `
    --name 'bas-risk-prod')) {
  Invoke-Az network bastion create `
      --resource-group $RESOURCE_GROUP `
      --name 'bas-risk-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --enable-tunneling 'true' `
      --public-ip-address ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-bas-risk-prod') `
      --tags @TAGS `
      --vnet-name $HUB_VNET_NAME
}

# Firewall policy afwp-afw-risk-hub-prod
Write-Host 'Firewall policy afwp-afw-risk-hub-prod'
if (-not (Test-Exists network firewall policy show `
    --resource-group $RESOURCE_GROUP `
    --name 'afwp-afw-risk-hub-prod')) {
  Invoke-Az network firewall policy create `
      --resource-group $RESOURCE_GROUP `
      --name 'afwp-afw-risk-hub-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --threat-intel-mode 'Alert' `
      --tags @TAGS
}

# Firewall rules afwp-afw-risk-hub-prod / azure-machine-learning
Write-Host 'Firewall rules afwp-afw-risk-hub-prod / azure-machine-learning'
if (-not (Test-Exists network firewall policy rule-collection-group show `
    --resource-group $RESOURCE_GROUP `
    --policy-name 'afwp-afw-risk-hub-prod' `
    --name 'azure-machine-learning')) {
  Invoke-Az network firewall policy rule-collection-group create `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --name 'azure-machine-learning' `
      --priority '500'
  Invoke-Az network firewall policy rule-collection-group collection add-filter-collection `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --name 'network' `
      --collection-priority '100' `
      --action 'Allow' `
      --rule-name 'Allow-EntraId' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'AzureActiveDirectory' `
      --destination-ports '80' '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-AML-Tcp' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'AzureMachineLearning' `
      --destination-ports '443' '8787' '18881'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-AML-Udp' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'UDP' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'AzureMachineLearning' `
      --destination-ports '5831'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-Batch' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'Any' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'BatchNodeManagement.northeurope' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-ARM' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'AzureResourceManager' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-Storage' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'Storage.northeurope' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-FrontDoor' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'AzureFrontDoor.Frontend' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-MCR' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'MicrosoftContainerRegistry' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-AFD-FirstParty' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'AzureFrontDoor.FirstParty' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-Monitor' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.65.0.0/23' `
      --destination-addresses 'AzureMonitor' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection add-filter-collection `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --name 'application' `
      --collection-priority '200' `
      --action 'Allow' `
      --rule-name 'ml-microsoft-entra-id' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns 'login.microsoftonline.com' `
      --protocols 'Https=443' 'Http=80'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-azure-resource-manager' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns 'management.azure.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-azure-ml-studio' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns 'ml.azure.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-azure-ml-api' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns '*.azureml.ms' '*.azureml.net' '*.modelmanagement.azureml.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-notebooks' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns '*.notebooks.azure.net' 'graph.microsoft.com' '*.aznbcontent.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-microsoft-graph' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns 'graph.windows.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-compute-instances' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns '*.instances.azureml.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-azure-batch' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns '*.northeurope.batch.azure.com' '*.northeurope.service.batch.azure.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-storage-on-microsoft-s-side' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns '*.blob.core.windows.net' '*.queue.core.windows.net' '*.table.core.windows.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-images-from-microsoft' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns 'mcr.microsoft.com' '*.data.mcr.microsoft.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-application-insights' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns 'dc.applicationinsights.azure.com' 'dc.applicationinsights.microsoft.com' 'dc.services.visualstudio.com' '*.in.applicationinsights.azure.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-risk-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-python-and-r-packages' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.64.1.0/27' '10.65.0.0/23' `
      --target-fqdns 'anaconda.com' '*.anaconda.com' '*.anaconda.org' 'pypi.org' '*.pythonhosted.org' 'cloud.r-project.org' '*.pytorch.org' '*.tensorflow.org' `
      --protocols 'Https=443'
}

# Public IP address pip-afw-risk-hub-prod
Write-Host 'Public IP address pip-afw-risk-hub-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-afw-risk-hub-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-afw-risk-hub-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# Firewall afw-risk-hub-prod
Write-Host 'Firewall afw-risk-hub-prod'
if (-not (Test-Exists network firewall show `
    --resource-group $RESOURCE_GROUP `
    --name 'afw-risk-hub-prod')) {
  Invoke-Az network firewall create `
      --resource-group $RESOURCE_GROUP `
      --name 'afw-risk-hub-prod' `
      --location $LOCATION `
      --sku 'AZFW_VNet' `
      --tier 'Standard' `
      --firewall-policy ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/firewallPolicies/afwp-afw-risk-hub-prod') `
      --conf-name 'public' `
      --public-ip ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-afw-risk-hub-prod') `
      --tags @TAGS `
      --vnet-name $HUB_VNET_NAME
}

# Public IP address pip-ergw-risk-hub-prod
Write-Host 'Public IP address pip-ergw-risk-hub-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-ergw-risk-hub-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-ergw-risk-hub-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# Gateway ergw-risk-hub-prod
Write-Host 'Gateway ergw-risk-hub-prod'
if (-not (Test-Exists network vnet-gateway show `
    --resource-group $RESOURCE_GROUP `
    --name 'ergw-risk-hub-prod')) {
  Invoke-Az network vnet-gateway create `
      --resource-group $RESOURCE_GROUP `
      --name 'ergw-risk-hub-prod' `
      --location $LOCATION `
      --gateway-type 'ExpressRoute' `
      --sku 'ErGw1AZ' `
      --public-ip-addresses ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-ergw-risk-hub-prod') `
      --tags @TAGS `
      --vnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME)
}

# Peering vnet-risk-hub-prod / peer-vnet-risk-ml-prod
Write-Host 'Peering vnet-risk-hub-prod / peer-vnet-risk-ml-prod'
if (-not (Test-Exists network vnet peering show `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'peer-vnet-risk-ml-prod')) {
  Invoke-Az network vnet peering create `
      --resource-group $RESOURCE_GROUP `
      --vnet-name $HUB_VNET_NAME `
      --name 'peer-vnet-risk-ml-prod' `
      --remote-vnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --allow-vnet-access 'true' `
      --allow-forwarded-traffic 'true' `
      --allow-gateway-transit 'true' `
      --use-remote-gateways 'false'
}

# Peering vnet-risk-ml-prod / peer-vnet-risk-hub-prod
Write-Host 'Peering vnet-risk-ml-prod / peer-vnet-risk-hub-prod'
if (-not (Test-Exists network vnet peering show `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'peer-vnet-risk-hub-prod')) {
  Invoke-Az network vnet peering create `
      --resource-group $RESOURCE_GROUP `
      --vnet-name $WORKSPACE_VNET_NAME `
      --name 'peer-vnet-risk-hub-prod' `
      --remote-vnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --allow-vnet-access 'true' `
      --allow-forwarded-traffic 'true' `
      --allow-gateway-transit 'false' `
      --use-remote-gateways 'true'
}

# Private DNS zone privatelink.api.azureml.ms
Write-Host 'Private DNS zone privatelink.api.azureml.ms'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.api.azureml.ms')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.api.azureml.ms' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-risk-hub-prod
Write-Host 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-risk-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.api.azureml.ms' `
    --name 'link-vnet-risk-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.api.azureml.ms' `
      --name 'link-vnet-risk-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-risk-ml-prod
Write-Host 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-risk-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.api.azureml.ms' `
    --name 'link-vnet-risk-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.api.azureml.ms' `
      --name 'link-vnet-risk-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.notebooks.azure.net
Write-Host 'Private DNS zone privatelink.notebooks.azure.net'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.notebooks.azure.net')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.notebooks.azure.net' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-risk-hub-prod
Write-Host 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-risk-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.notebooks.azure.net' `
    --name 'link-vnet-risk-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.notebooks.azure.net' `
      --name 'link-vnet-risk-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-risk-ml-prod
Write-Host 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-risk-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.notebooks.azure.net' `
    --name 'link-vnet-risk-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.notebooks.azure.net' `
      --name 'link-vnet-risk-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.blob.core.windows.net
Write-Host 'Private DNS zone privatelink.blob.core.windows.net'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.blob.core.windows.net')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.blob.core.windows.net' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-risk-hub-prod
Write-Host 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-risk-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.blob.core.windows.net' `
    --name 'link-vnet-risk-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.blob.core.windows.net' `
      --name 'link-vnet-risk-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-risk-ml-prod
Write-Host 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-risk-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.blob.core.windows.net' `
    --name 'link-vnet-risk-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.blob.core.windows.net' `
      --name 'link-vnet-risk-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.file.core.windows.net
Write-Host 'Private DNS zone privatelink.file.core.windows.net'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.file.core.windows.net')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.file.core.windows.net' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-risk-hub-prod
Write-Host 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-risk-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.file.core.windows.net' `
    --name 'link-vnet-risk-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.file.core.windows.net' `
      --name 'link-vnet-risk-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-risk-ml-prod
Write-Host 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-risk-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.file.core.windows.net' `
    --name 'link-vnet-risk-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.file.core.windows.net' `
      --name 'link-vnet-risk-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.vaultcore.azure.net
Write-Host 'Private DNS zone privatelink.vaultcore.azure.net'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.vaultcore.azure.net')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.vaultcore.azure.net' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-risk-hub-prod
Write-Host 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-risk-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.vaultcore.azure.net' `
    --name 'link-vnet-risk-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.vaultcore.azure.net' `
      --name 'link-vnet-risk-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-risk-ml-prod
Write-Host 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-risk-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.vaultcore.azure.net' `
    --name 'link-vnet-risk-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.vaultcore.azure.net' `
      --name 'link-vnet-risk-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.azurecr.io
Write-Host 'Private DNS zone privatelink.azurecr.io'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.azurecr.io')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.azurecr.io' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-risk-hub-prod
Write-Host 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-risk-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.azurecr.io' `
    --name 'link-vnet-risk-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.azurecr.io' `
      --name 'link-vnet-risk-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-risk-ml-prod
Write-Host 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-risk-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.azurecr.io' `
    --name 'link-vnet-risk-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.azurecr.io' `
      --name 'link-vnet-risk-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Network interface nic-vm-risk-jump
Write-Host 'Network interface nic-vm-risk-jump'
if (-not (Test-Exists network nic show `
    --resource-group $RESOURCE_GROUP `
    --name 'nic-vm-risk-jump')) {
  Invoke-Az network nic create `
      --resource-group $RESOURCE_GROUP `
      --name 'nic-vm-risk-jump' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME + '/subnets/snet-jump') `
      --tags @TAGS
}

# Virtual machine vm-risk-jump
Write-Host 'Virtual machine vm-risk-jump'
if (-not (Test-Exists vm show --resource-group $RESOURCE_GROUP --name 'vm-risk-jump')) {
  Invoke-Az vm create `
      --resource-group $RESOURCE_GROUP `
      --name 'vm-risk-jump' `
      --location $LOCATION `
      --size $VM_RISK_JUMP_VM_SIZE `
      --nics ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkInterfaces/nic-vm-risk-jump') `
      --computer-name 'vm-risk-jump' `
      --admin-username 'azureuser' `
      --admin-password $ADMIN_PASSWORD `
      --storage-sku 'StandardSSD_LRS' `
      --os-disk-delete-option 'Delete' `
      --security-type 'TrustedLaunch' `
      --enable-secure-boot 'true' `
      --enable-vtpm 'true' `
      --tags @TAGS `
      --image 'MicrosoftWindowsDesktop:windows-11:win11-24h2-ent:latest' `
      --authentication-type 'password' `
      --assign-identity '[system]'
  Invoke-Az vm boot-diagnostics enable --resource-group $RESOURCE_GROUP --name 'vm-risk-jump'
}

# Storage account striskmlprod01
Write-Host 'Storage account striskmlprod01'
if (-not (Test-Exists storage account show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_STORAGE_NAME)) {
  Invoke-Az storage account create `
      --resource-group $RESOURCE_GROUP `
      --name $WORKSPACE_STORAGE_NAME `
      --location $LOCATION `
      --sku 'Standard_LRS' `
      --kind 'StorageV2' `
      --access-tier 'Hot' `
      --enable-hierarchical-namespace 'false' `
      --min-tls-version 'TLS1_2' `
      --https-only 'true' `
      --allow-blob-public-access 'false' `
      --allow-cross-tenant-replication 'false' `
      --allow-shared-key-access 'true' `
      --public-network-access 'Disabled' `
      --bypass 'AzureServices' `
      --default-action 'Deny' `
      --tags @TAGS
}

# Key vault kv-risk-ml-prod-01
Write-Host 'Key vault kv-risk-ml-prod-01'
if (-not (Test-Exists keyvault show --resource-group $RESOURCE_GROUP --name $KEY_VAULT_NAME)) {
  Invoke-Az keyvault create `
      --resource-group $RESOURCE_GROUP `
      --name $KEY_VAULT_NAME `
      --location $LOCATION `
      --sku 'standard' `
      --enable-rbac-authorization 'true' `
      --enable-purge-protection 'true' `
      --public-network-access 'Disabled' `
      --bypass 'AzureServices' `
      --default-action 'Deny' `
      --tags @TAGS
}

# Container registry crriskmlprod01
Write-Host 'Container registry crriskmlprod01'
if (-not (Test-Exists acr show --resource-group $RESOURCE_GROUP --name $REGISTRY_NAME)) {
  Invoke-Az acr create `
      --resource-group $RESOURCE_GROUP `
      --name $REGISTRY_NAME `
      --location $LOCATION `
      --sku 'Premium' `
      --admin-enabled 'true' `
      --tags @TAGS `
      --public-network-enabled 'false' `
      --allow-trusted-services 'true'
}

# Log Analytics workspace log-risk-ml-prod
Write-Host 'Log Analytics workspace log-risk-ml-prod'
if (-not (Test-Exists monitor log-analytics workspace show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $LOG_ANALYTICS_NAME)) {
  Invoke-Az monitor log-analytics workspace create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $LOG_ANALYTICS_NAME `
      --location $LOCATION `
      --sku 'PerGB2018' `
      --ingestion-access 'Enabled' `
      --query-access 'Enabled' `
      --tags @TAGS
}

# Application Insights appi-risk-ml-prod
Write-Host 'Application Insights appi-risk-ml-prod'
if (-not (Test-Exists monitor app-insights component show `
    --resource-group $RESOURCE_GROUP `
    --app $APPLICATION_INSIGHTS_NAME)) {
  Invoke-Az monitor app-insights component create `
      --resource-group $RESOURCE_GROUP `
      --app $APPLICATION_INSIGHTS_NAME `
      --location $LOCATION `
      --workspace ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.OperationalInsights/workspaces/' + $LOG_ANALYTICS_NAME) `
      --kind 'web' `
      --application-type 'web' `
      --ingestion-access 'Enabled' `
      --query-access 'Enabled' `
      --tags @TAGS
}

# Azure ML workspace mlw-risk-prod
Write-Host 'Azure ML workspace mlw-risk-prod'
if (-not (Test-Exists ml workspace show --resource-group $RESOURCE_GROUP --name $WORKSPACE_NAME)) {
  Invoke-Az ml workspace create `
      --resource-group $RESOURCE_GROUP `
      --name $WORKSPACE_NAME `
      --location $LOCATION `
      --storage-account ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --key-vault ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.KeyVault/vaults/' + $KEY_VAULT_NAME) `
      --application-insights ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Insights/components/' + $APPLICATION_INSIGHTS_NAME) `
      --container-registry ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerRegistry/registries/' + $REGISTRY_NAME) `
      --public-network-access 'Disabled' `
      --image-build-compute 'cpu-risk-build' `
      --tags @TAGS
}

# Private endpoint pep-risk-mlw-prod
Write-Host 'Private endpoint pep-risk-mlw-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-risk-mlw-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-risk-mlw-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'amlworkspace' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME) `
      --group-id 'amlworkspace' `
      --tags @TAGS
}

# Zones of a private endpoint pep-risk-mlw-prod / default
Write-Host 'Zones of a private endpoint pep-risk-mlw-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-risk-mlw-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-risk-mlw-prod' `
      --name 'default' `
      --zone-name 'privatelink-api-azureml-ms' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms')
  Invoke-Az network private-endpoint dns-zone-group add `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-risk-mlw-prod' `
      --name 'default' `
      --zone-name 'privatelink-notebooks-azure-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net')
}

# Private endpoint pep-risk-blob-prod
Write-Host 'Private endpoint pep-risk-blob-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-risk-blob-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-risk-blob-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'blob' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'blob' `
      --tags @TAGS
}

# Zones of a private endpoint pep-risk-blob-prod / default
Write-Host 'Zones of a private endpoint pep-risk-blob-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-risk-blob-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-risk-blob-prod' `
      --name 'default' `
      --zone-name 'privatelink-blob-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net')
}

# Role Reader on pep-risk-blob-prod
Write-Host 'Role Reader on pep-risk-blob-prod'
$WORKSPACE_PRINCIPAL_ID = Invoke-Az ml workspace show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_NAME `
    --query 'identity.principal_id' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $WORKSPACE_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role 'acdd72a7-3385-48ef-bd42-f606fba81ae7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateEndpoints/pep-risk-blob-prod')

# Private endpoint pep-risk-file-prod
Write-Host 'Private endpoint pep-risk-file-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-risk-file-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-risk-file-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'file' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'file' `
      --tags @TAGS
}

# Zones of a private endpoint pep-risk-file-prod / default
Write-Host 'Zones of a private endpoint pep-risk-file-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-risk-file-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-risk-file-prod' `
      --name 'default' `
      --zone-name 'privatelink-file-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net')
}

# Role Reader on pep-risk-file-prod
Write-Host 'Role Reader on pep-risk-file-prod'
$WORKSPACE_PRINCIPAL_ID = Invoke-Az ml workspace show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_NAME `
    --query 'identity.principal_id' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $WORKSPACE_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role 'acdd72a7-3385-48ef-bd42-f606fba81ae7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateEndpoints/pep-risk-file-prod')

# Private endpoint pep-risk-kv-prod
Write-Host 'Private endpoint pep-risk-kv-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-risk-kv-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-risk-kv-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'vault' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.KeyVault/vaults/' + $KEY_VAULT_NAME) `
      --group-id 'vault' `
      --tags @TAGS
}

# Zones of a private endpoint pep-risk-kv-prod / default
Write-Host 'Zones of a private endpoint pep-risk-kv-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-risk-kv-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-risk-kv-prod' `
      --name 'default' `
      --zone-name 'privatelink-vaultcore-azure-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net')
}

# Private endpoint pep-risk-cr-prod
Write-Host 'Private endpoint pep-risk-cr-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-risk-cr-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-risk-cr-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'registry' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerRegistry/registries/' + $REGISTRY_NAME) `
      --group-id 'registry' `
      --tags @TAGS
}

# Zones of a private endpoint pep-risk-cr-prod / default
Write-Host 'Zones of a private endpoint pep-risk-cr-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-risk-cr-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-risk-cr-prod' `
      --name 'default' `
      --zone-name 'privatelink-azurecr-io' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io')
}

# Compute cluster mlw-risk-prod / cpu-risk-train
Write-Host 'Compute cluster mlw-risk-prod / cpu-risk-train'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'cpu-risk-train')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'cpu-risk-train' `
      --type 'AmlCompute' `
      --size $CPU_RISK_TRAIN_VM_SIZE `
      --min-instances '0' `
      --max-instances '60' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Compute cluster mlw-risk-prod / gpu-risk-train
Write-Host 'Compute cluster mlw-risk-prod / gpu-risk-train'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'gpu-risk-train')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'gpu-risk-train' `
      --type 'AmlCompute' `
      --size $GPU_RISK_TRAIN_VM_SIZE `
      --min-instances '0' `
      --max-instances '16' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Compute cluster mlw-risk-prod / cpu-risk-build
Write-Host 'Compute cluster mlw-risk-prod / cpu-risk-build'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'cpu-risk-build')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'cpu-risk-build' `
      --type 'AmlCompute' `
      --size $CPU_RISK_BUILD_VM_SIZE `
      --min-instances '0' `
      --max-instances '4' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Compute instance mlw-risk-prod / ci-risk-ada
Write-Host 'Compute instance mlw-risk-prod / ci-risk-ada'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'ci-risk-ada')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'ci-risk-ada' `
      --type 'ComputeInstance' `
      --size $CI_RISK_ADA_VM_SIZE `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS
}

# What the next step needs
Write-Host ('vnetRiskHubProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME)
Write-Host ('vnetRiskMlProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME)
$FIREWALL_17_PRIVATE_I_P_ADDRESS = Invoke-Az network firewall show `
    --resource-group $RESOURCE_GROUP `
    --name 'afw-risk-hub-prod' `
    --query 'ipConfigurations[0].privateIPAddress' `
    --output 'tsv'
Write-Host ('afwRiskHubProdPrivateAddress = ' + $FIREWALL_17_PRIVATE_I_P_ADDRESS)
Write-Host ('vmRiskJumpId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Compute/virtualMachines/vm-risk-jump')
Write-Host ('mlwRiskProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME)
