# Written by Azure ML VNet Wizard 0.1.0 from the plan “Fraud batch scoring” (plan format 1).
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
Invoke-Az extension add --name 'bastion' --upgrade --yes
Invoke-Az extension add --name 'application-insights' --upgrade --yes

# Values: set a variable of the same name in the environment for another one.
$SUBSCRIPTION_ID = Invoke-Az account show --query 'id' --output 'tsv'
Invoke-Az account set --subscription $SUBSCRIPTION_ID
$RESOURCE_GROUP = if ($env:RESOURCE_GROUP) { $env:RESOURCE_GROUP } else { 'rg-fraud-ml-prod' }
# Region of everything that has no region of its own.
$LOCATION = if ($env:LOCATION) { $env:LOCATION } else { 'westeurope' }
# Tags of every resource.
$TAGS = @('workload=fraud', 'environment=prod')
# Name of a virtual network.
$JUMP_HOST_VNET_NAME = if ($env:JUMP_HOST_VNET_NAME) { $env:JUMP_HOST_VNET_NAME } else { 'vnet-fraud-jump-prod' }
# Name of a virtual network.
$WORKSPACE_VNET_NAME = if ($env:WORKSPACE_VNET_NAME) { $env:WORKSPACE_VNET_NAME } else { 'vnet-fraud-ml-prod' }
# VM size of vm-fraud-jump.
$VM_FRAUD_JUMP_VM_SIZE = if ($env:VM_FRAUD_JUMP_VM_SIZE) { $env:VM_FRAUD_JUMP_VM_SIZE } else { 'Standard_D2s_v5' }
# Administrator password of Windows machines.
if (-not $env:ADMIN_PASSWORD) { throw 'ADMIN_PASSWORD is not set' }
$ADMIN_PASSWORD = $env:ADMIN_PASSWORD
# Name of a storage account, unique in all of Azure.
$WORKSPACE_STORAGE_NAME = if ($env:WORKSPACE_STORAGE_NAME) { $env:WORKSPACE_STORAGE_NAME } else { 'stfraudmlprod01' }
# Name of the key vault, unique in all of Azure.
$KEY_VAULT_NAME = if ($env:KEY_VAULT_NAME) { $env:KEY_VAULT_NAME } else { 'kv-fraud-ml-prod-01' }
# Name of the container registry, unique in all of Azure.
$REGISTRY_NAME = if ($env:REGISTRY_NAME) { $env:REGISTRY_NAME } else { 'crfraudmlprod01' }
# Name of the Log Analytics workspace.
$LOG_ANALYTICS_NAME = if ($env:LOG_ANALYTICS_NAME) { $env:LOG_ANALYTICS_NAME } else { 'log-fraud-ml-prod' }
# Name of Application Insights.
$APPLICATION_INSIGHTS_NAME = if ($env:APPLICATION_INSIGHTS_NAME) { $env:APPLICATION_INSIGHTS_NAME } else { 'appi-fraud-ml-prod' }
# Name of the Azure ML workspace.
$WORKSPACE_NAME = if ($env:WORKSPACE_NAME) { $env:WORKSPACE_NAME } else { 'mlw-fraud-prod' }
# VM size of cpu-fraud-train.
$CPU_FRAUD_TRAIN_VM_SIZE = if ($env:CPU_FRAUD_TRAIN_VM_SIZE) { $env:CPU_FRAUD_TRAIN_VM_SIZE } else { 'Standard_DS3_v2' }
# VM size of cpu-fraud-build.
$CPU_FRAUD_BUILD_VM_SIZE = if ($env:CPU_FRAUD_BUILD_VM_SIZE) { $env:CPU_FRAUD_BUILD_VM_SIZE } else { 'Standard_DS3_v2' }
# Resource id of the model for fraud-v1. The deployment is created when this is not empty: register the model first.
$BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID = if ($env:BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID) { $env:BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID } else { '' }

# What changes
if (-not (Test-Exists group show --name $RESOURCE_GROUP)) {
  Write-Host 'Nothing exists yet: everything is created.'
} else {
  Invoke-Az deployment group what-if `
      --resource-group $RESOURCE_GROUP `
      --template-file '../arm/azuredeploy.json' `
      --parameters ('location=' + $LOCATION) ('jumpHostVnetName=' + $JUMP_HOST_VNET_NAME) ('workspaceVnetName=' + $WORKSPACE_VNET_NAME) ('vmFraudJumpVmSize=' + $VM_FRAUD_JUMP_VM_SIZE) ('adminPassword=' + $ADMIN_PASSWORD) ('workspaceStorageName=' + $WORKSPACE_STORAGE_NAME) ('keyVaultName=' + $KEY_VAULT_NAME) ('registryName=' + $REGISTRY_NAME) ('logAnalyticsName=' + $LOG_ANALYTICS_NAME) ('applicationInsightsName=' + $APPLICATION_INSIGHTS_NAME) ('workspaceName=' + $WORKSPACE_NAME) ('cpuFraudTrainVmSize=' + $CPU_FRAUD_TRAIN_VM_SIZE) ('cpuFraudBuildVmSize=' + $CPU_FRAUD_BUILD_VM_SIZE) ('beFraudBeProdFraudV1ModelId=' + $BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID)
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

# Network security group nsg-fraud-bastion-prod
Write-Host 'Network security group nsg-fraud-bastion-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-fraud-bastion-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-fraud-bastion-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-fraud-bastion-prod' `
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
    --nsg-name 'nsg-fraud-bastion-prod' `
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
    --nsg-name 'nsg-fraud-bastion-prod' `
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
    --nsg-name 'nsg-fraud-bastion-prod' `
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
    --nsg-name 'nsg-fraud-bastion-prod' `
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
    --nsg-name 'nsg-fraud-bastion-prod' `
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
    --nsg-name 'nsg-fraud-bastion-prod' `
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
    --nsg-name 'nsg-fraud-bastion-prod' `
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

# Network security group nsg-fraud-jump-prod
Write-Host 'Network security group nsg-fraud-jump-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-fraud-jump-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-fraud-jump-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-fraud-jump-prod' `
    --name 'Allow-Bastion' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '10.1.0.0/26' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '22' '3389' `
    --description 'Sessions that Bastion opens for people.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-fraud-jump-prod' `
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

# Network security group nsg-fraud-training-prod
Write-Host 'Network security group nsg-fraud-training-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-fraud-training-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-fraud-training-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-fraud-training-prod' `
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
    --nsg-name 'nsg-fraud-training-prod' `
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
    --nsg-name 'nsg-fraud-training-prod' `
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
    --nsg-name 'nsg-fraud-training-prod' `
    --name 'Allow-Batch' `
    --priority '130' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'BatchNodeManagement.westeurope' `
    --destination-port-ranges '443' `
    --description 'The Azure Batch service that runs the nodes.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-fraud-training-prod' `
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
    --nsg-name 'nsg-fraud-training-prod' `
    --name 'Allow-Storage' `
    --priority '150' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'Storage.westeurope' `
    --destination-port-ranges '443' `
    --description 'Storage of the Azure Batch service, on Microsoft''s side.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-fraud-training-prod' `
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
    --nsg-name 'nsg-fraud-training-prod' `
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
    --nsg-name 'nsg-fraud-training-prod' `
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
    --nsg-name 'nsg-fraud-training-prod' `
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
    --nsg-name 'nsg-fraud-training-prod' `
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

# Network security group nsg-fraud-pep-prod
Write-Host 'Network security group nsg-fraud-pep-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-fraud-pep-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-fraud-pep-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-fraud-pep-prod' `
    --name 'Allow-Vnet-Https' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes '10.0.2.0/27' `
    --destination-port-ranges '443' `
    --description 'Clients in this network and its peers use the endpoints.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-fraud-pep-prod' `
    --name 'Allow-Vnet-Smb' `
    --priority '110' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes '10.0.2.0/27' `
    --destination-port-ranges '445' `
    --description 'Computes mount the file share of the default storage account.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-fraud-pep-prod' `
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

# Public IP address pip-ng-fraud-jump-prod
Write-Host 'Public IP address pip-ng-fraud-jump-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-ng-fraud-jump-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-ng-fraud-jump-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# NAT gateway ng-fraud-jump-prod
Write-Host 'NAT gateway ng-fraud-jump-prod'
if (-not (Test-Exists network nat gateway show `
    --resource-group $RESOURCE_GROUP `
    --name 'ng-fraud-jump-prod')) {
  Invoke-Az network nat gateway create `
      --resource-group $RESOURCE_GROUP `
      --name 'ng-fraud-jump-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --public-ip-addresses ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-ng-fraud-jump-prod') `
      --tags @TAGS
}

# Public IP address pip-ng-fraud-ml-prod
Write-Host 'Public IP address pip-ng-fraud-ml-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-ng-fraud-ml-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-ng-fraud-ml-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# NAT gateway ng-fraud-ml-prod
Write-Host 'NAT gateway ng-fraud-ml-prod'
if (-not (Test-Exists network nat gateway show `
    --resource-group $RESOURCE_GROUP `
    --name 'ng-fraud-ml-prod')) {
  Invoke-Az network nat gateway create `
      --resource-group $RESOURCE_GROUP `
      --name 'ng-fraud-ml-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --public-ip-addresses ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-ng-fraud-ml-prod') `
      --tags @TAGS
}

# Virtual network vnet-fraud-jump-prod
Write-Host 'Virtual network vnet-fraud-jump-prod'
if (-not (Test-Exists network vnet show `
    --resource-group $RESOURCE_GROUP `
    --name $JUMP_HOST_VNET_NAME)) {
  Invoke-Az network vnet create `
      --resource-group $RESOURCE_GROUP `
      --name $JUMP_HOST_VNET_NAME `
      --location $LOCATION `
      --address-prefixes '10.1.0.0/16' `
      --tags @TAGS
}
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $JUMP_HOST_VNET_NAME `
    --name 'AzureBastionSubnet' `
    --address-prefixes '10.1.0.0/26' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-bastion-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $JUMP_HOST_VNET_NAME `
    --name 'snet-jump' `
    --address-prefixes '10.1.1.0/27' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-jump-prod') `
    --nat-gateway ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/natGateways/ng-fraud-jump-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'

# Virtual network vnet-fraud-ml-prod
Write-Host 'Virtual network vnet-fraud-ml-prod'
if (-not (Test-Exists network vnet show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_VNET_NAME)) {
  Invoke-Az network vnet create `
      --resource-group $RESOURCE_GROUP `
      --name $WORKSPACE_VNET_NAME `
      --location $LOCATION `
      --address-prefixes '10.0.0.0/16' `
      --tags @TAGS
}
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-training' `
    --address-prefixes '10.0.1.0/24' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-training-prod') `
    --nat-gateway ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/natGateways/ng-fraud-ml-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-pep' `
    --address-prefixes '10.0.2.0/27' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-fraud-pep-prod') `
    --private-endpoint-network-policies 'NetworkSecurityGroupEnabled' `
    --default-outbound-access 'false'

# Public IP address pip-bas-fraud-prod
Write-Host 'Public IP address pip-bas-fraud-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-bas-fraud-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-bas-fraud-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# Bastion bas-fraud-prod
Write-Host 'Bastion bas-fraud-prod'
if (-not (Test-Exists network bastion show `
    --resource-group $RESOURCE_GROUP `
    --name 'bas-fraud-prod')) {
  Invoke-Az network bastion create `
      --resource-group $RESOURCE_GROUP `
      --name 'bas-fraud-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --enable-tunneling 'true' `
      --public-ip-address ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-bas-fraud-prod') `
      --tags @TAGS `
      --vnet-name $JUMP_HOST_VNET_NAME
}

# Peering vnet-fraud-jump-prod / peer-vnet-fraud-ml-prod
Write-Host 'Peering vnet-fraud-jump-prod / peer-vnet-fraud-ml-prod'
if (-not (Test-Exists network vnet peering show `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $JUMP_HOST_VNET_NAME `
    --name 'peer-vnet-fraud-ml-prod')) {
  Invoke-Az network vnet peering create `
      --resource-group $RESOURCE_GROUP `
      --vnet-name $JUMP_HOST_VNET_NAME `
      --name 'peer-vnet-fraud-ml-prod' `
      --remote-vnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --allow-vnet-access 'true' `
      --allow-forwarded-traffic 'false' `
      --allow-gateway-transit 'false' `
      --use-remote-gateways 'false'
}

# Peering vnet-fraud-ml-prod / peer-vnet-fraud-jump-prod
Write-Host 'Peering vnet-fraud-ml-prod / peer-vnet-fraud-jump-prod'
if (-not (Test-Exists network vnet peering show `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'peer-vnet-fraud-jump-prod')) {
  Invoke-Az network vnet peering create `
      --resource-group $RESOURCE_GROUP `
      --vnet-name $WORKSPACE_VNET_NAME `
      --name 'peer-vnet-fraud-jump-prod' `
      --remote-vnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME) `
      --allow-vnet-access 'true' `
      --allow-forwarded-traffic 'false' `
      --allow-gateway-transit 'false' `
      --use-remote-gateways 'false'
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

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-fraud-jump-prod
Write-Host 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-fraud-jump-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.api.azureml.ms' `
    --name 'link-vnet-fraud-jump-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.api.azureml.ms' `
      --name 'link-vnet-fraud-jump-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-fraud-ml-prod
Write-Host 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-fraud-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.api.azureml.ms' `
    --name 'link-vnet-fraud-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.api.azureml.ms' `
      --name 'link-vnet-fraud-ml-prod' `
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

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-fraud-jump-prod
Write-Host 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-fraud-jump-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.notebooks.azure.net' `
    --name 'link-vnet-fraud-jump-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.notebooks.azure.net' `
      --name 'link-vnet-fraud-jump-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-fraud-ml-prod
Write-Host 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-fraud-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.notebooks.azure.net' `
    --name 'link-vnet-fraud-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.notebooks.azure.net' `
      --name 'link-vnet-fraud-ml-prod' `
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

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-fraud-jump-prod
Write-Host 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-fraud-jump-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.blob.core.windows.net' `
    --name 'link-vnet-fraud-jump-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.blob.core.windows.net' `
      --name 'link-vnet-fraud-jump-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-fraud-ml-prod
Write-Host 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-fraud-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.blob.core.windows.net' `
    --name 'link-vnet-fraud-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.blob.core.windows.net' `
      --name 'link-vnet-fraud-ml-prod' `
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

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-fraud-jump-prod
Write-Host 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-fraud-jump-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.file.core.windows.net' `
    --name 'link-vnet-fraud-jump-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.file.core.windows.net' `
      --name 'link-vnet-fraud-jump-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-fraud-ml-prod
Write-Host 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-fraud-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.file.core.windows.net' `
    --name 'link-vnet-fraud-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.file.core.windows.net' `
      --name 'link-vnet-fraud-ml-prod' `
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

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-fraud-jump-prod
Write-Host 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-fraud-jump-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.vaultcore.azure.net' `
    --name 'link-vnet-fraud-jump-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.vaultcore.azure.net' `
      --name 'link-vnet-fraud-jump-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-fraud-ml-prod
Write-Host 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-fraud-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.vaultcore.azure.net' `
    --name 'link-vnet-fraud-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.vaultcore.azure.net' `
      --name 'link-vnet-fraud-ml-prod' `
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

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-fraud-jump-prod
Write-Host 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-fraud-jump-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.azurecr.io' `
    --name 'link-vnet-fraud-jump-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.azurecr.io' `
      --name 'link-vnet-fraud-jump-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-fraud-ml-prod
Write-Host 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-fraud-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.azurecr.io' `
    --name 'link-vnet-fraud-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.azurecr.io' `
      --name 'link-vnet-fraud-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.queue.core.windows.net
Write-Host 'Private DNS zone privatelink.queue.core.windows.net'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.queue.core.windows.net')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.queue.core.windows.net' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-fraud-jump-prod
Write-Host 'Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-fraud-jump-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.queue.core.windows.net' `
    --name 'link-vnet-fraud-jump-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.queue.core.windows.net' `
      --name 'link-vnet-fraud-jump-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-fraud-ml-prod
Write-Host 'Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-fraud-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.queue.core.windows.net' `
    --name 'link-vnet-fraud-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.queue.core.windows.net' `
      --name 'link-vnet-fraud-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.table.core.windows.net
Write-Host 'Private DNS zone privatelink.table.core.windows.net'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.table.core.windows.net')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.table.core.windows.net' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-fraud-jump-prod
Write-Host 'Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-fraud-jump-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.table.core.windows.net' `
    --name 'link-vnet-fraud-jump-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.table.core.windows.net' `
      --name 'link-vnet-fraud-jump-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-fraud-ml-prod
Write-Host 'Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-fraud-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.table.core.windows.net' `
    --name 'link-vnet-fraud-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.table.core.windows.net' `
      --name 'link-vnet-fraud-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Network interface nic-vm-fraud-jump
Write-Host 'Network interface nic-vm-fraud-jump'
if (-not (Test-Exists network nic show `
    --resource-group $RESOURCE_GROUP `
    --name 'nic-vm-fraud-jump')) {
  Invoke-Az network nic create `
      --resource-group $RESOURCE_GROUP `
      --name 'nic-vm-fraud-jump' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME + '/subnets/snet-jump') `
      --tags @TAGS
}

# Virtual machine vm-fraud-jump
Write-Host 'Virtual machine vm-fraud-jump'
if (-not (Test-Exists vm show --resource-group $RESOURCE_GROUP --name 'vm-fraud-jump')) {
  Invoke-Az vm create `
      --resource-group $RESOURCE_GROUP `
      --name 'vm-fraud-jump' `
      --location $LOCATION `
      --size $VM_FRAUD_JUMP_VM_SIZE `
      --nics ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkInterfaces/nic-vm-fraud-jump') `
      --computer-name 'vm-fraud-jump' `
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
  Invoke-Az vm boot-diagnostics enable --resource-group $RESOURCE_GROUP --name 'vm-fraud-jump'
}

# Storage account stfraudmlprod01
Write-Host 'Storage account stfraudmlprod01'
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

# Key vault kv-fraud-ml-prod-01
Write-Host 'Key vault kv-fraud-ml-prod-01'
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

# Container registry crfraudmlprod01
Write-Host 'Container registry crfraudmlprod01'
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

# Log Analytics workspace log-fraud-ml-prod
Write-Host 'Log Analytics workspace log-fraud-ml-prod'
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

# Application Insights appi-fraud-ml-prod
Write-Host 'Application Insights appi-fraud-ml-prod'
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

# Azure ML workspace mlw-fraud-prod
Write-Host 'Azure ML workspace mlw-fraud-prod'
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
      --image-build-compute 'cpu-fraud-build' `
      --tags @TAGS
}

# Private endpoint pep-fraud-mlw-prod
Write-Host 'Private endpoint pep-fraud-mlw-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-fraud-mlw-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-fraud-mlw-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'amlworkspace' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME) `
      --group-id 'amlworkspace' `
      --tags @TAGS
}

# Zones of a private endpoint pep-fraud-mlw-prod / default
Write-Host 'Zones of a private endpoint pep-fraud-mlw-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-fraud-mlw-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-fraud-mlw-prod' `
      --name 'default' `
      --zone-name 'privatelink-api-azureml-ms' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms')
  Invoke-Az network private-endpoint dns-zone-group add `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-fraud-mlw-prod' `
      --name 'default' `
      --zone-name 'privatelink-notebooks-azure-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net')
}

# Private endpoint pep-fraud-blob-prod
Write-Host 'Private endpoint pep-fraud-blob-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-fraud-blob-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-fraud-blob-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'blob' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'blob' `
      --tags @TAGS
}

# Zones of a private endpoint pep-fraud-blob-prod / default
Write-Host 'Zones of a private endpoint pep-fraud-blob-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-fraud-blob-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-fraud-blob-prod' `
      --name 'default' `
      --zone-name 'privatelink-blob-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net')
}

# Role Reader on pep-fraud-blob-prod
Write-Host 'Role Reader on pep-fraud-blob-prod'
$WORKSPACE_PRINCIPAL_ID = Invoke-Az ml workspace show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_NAME `
    --query 'identity.principal_id' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $WORKSPACE_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role 'acdd72a7-3385-48ef-bd42-f606fba81ae7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateEndpoints/pep-fraud-blob-prod')

# Private endpoint pep-fraud-file-prod
Write-Host 'Private endpoint pep-fraud-file-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-fraud-file-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-fraud-file-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'file' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'file' `
      --tags @TAGS
}

# Zones of a private endpoint pep-fraud-file-prod / default
Write-Host 'Zones of a private endpoint pep-fraud-file-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-fraud-file-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-fraud-file-prod' `
      --name 'default' `
      --zone-name 'privatelink-file-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net')
}

# Role Reader on pep-fraud-file-prod
Write-Host 'Role Reader on pep-fraud-file-prod'
$WORKSPACE_PRINCIPAL_ID = Invoke-Az ml workspace show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_NAME `
    --query 'identity.principal_id' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $WORKSPACE_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role 'acdd72a7-3385-48ef-bd42-f606fba81ae7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateEndpoints/pep-fraud-file-prod')

# Private endpoint pep-fraud-queue-prod
Write-Host 'Private endpoint pep-fraud-queue-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-fraud-queue-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-fraud-queue-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'queue' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'queue' `
      --tags @TAGS
}

# Zones of a private endpoint pep-fraud-queue-prod / default
Write-Host 'Zones of a private endpoint pep-fraud-queue-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-fraud-queue-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-fraud-queue-prod' `
      --name 'default' `
      --zone-name 'privatelink-queue-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net')
}

# Private endpoint pep-fraud-table-prod
Write-Host 'Private endpoint pep-fraud-table-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-fraud-table-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-fraud-table-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'table' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'table' `
      --tags @TAGS
}

# Zones of a private endpoint pep-fraud-table-prod / default
Write-Host 'Zones of a private endpoint pep-fraud-table-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-fraud-table-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-fraud-table-prod' `
      --name 'default' `
      --zone-name 'privatelink-table-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net')
}

# Private endpoint pep-fraud-kv-prod
Write-Host 'Private endpoint pep-fraud-kv-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-fraud-kv-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-fraud-kv-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'vault' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.KeyVault/vaults/' + $KEY_VAULT_NAME) `
      --group-id 'vault' `
      --tags @TAGS
}

# Zones of a private endpoint pep-fraud-kv-prod / default
Write-Host 'Zones of a private endpoint pep-fraud-kv-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-fraud-kv-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-fraud-kv-prod' `
      --name 'default' `
      --zone-name 'privatelink-vaultcore-azure-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net')
}

# Private endpoint pep-fraud-cr-prod
Write-Host 'Private endpoint pep-fraud-cr-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-fraud-cr-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-fraud-cr-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'registry' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerRegistry/registries/' + $REGISTRY_NAME) `
      --group-id 'registry' `
      --tags @TAGS
}

# Zones of a private endpoint pep-fraud-cr-prod / default
Write-Host 'Zones of a private endpoint pep-fraud-cr-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-fraud-cr-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-fraud-cr-prod' `
      --name 'default' `
      --zone-name 'privatelink-azurecr-io' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io')
}

# Compute cluster mlw-fraud-prod / cpu-fraud-train
Write-Host 'Compute cluster mlw-fraud-prod / cpu-fraud-train'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'cpu-fraud-train')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'cpu-fraud-train' `
      --type 'AmlCompute' `
      --size $CPU_FRAUD_TRAIN_VM_SIZE `
      --min-instances '0' `
      --max-instances '16' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Compute cluster mlw-fraud-prod / cpu-fraud-build
Write-Host 'Compute cluster mlw-fraud-prod / cpu-fraud-build'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'cpu-fraud-build')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'cpu-fraud-build' `
      --type 'AmlCompute' `
      --size $CPU_FRAUD_BUILD_VM_SIZE `
      --min-instances '0' `
      --max-instances '2' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Batch endpoint mlw-fraud-prod / be-fraud-be-prod
Write-Host 'Batch endpoint mlw-fraud-prod / be-fraud-be-prod'
if (-not (Test-Exists ml batch-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'be-fraud-be-prod')) {
  Invoke-Az ml batch-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'be-fraud-be-prod' `
      --file '../azureml/batch-endpoint-be-fraud-be-prod.yml'
}

# Batch deployment mlw-fraud-prod / be-fraud-be-prod / fraud-v1
if ($BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID) {
  Write-Host 'Batch deployment mlw-fraud-prod / be-fraud-be-prod / fraud-v1'
  if (-not (Test-Exists ml batch-deployment show `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --endpoint-name 'be-fraud-be-prod' `
      --name 'fraud-v1')) {
    Invoke-Az ml batch-deployment create `
        --resource-group $RESOURCE_GROUP `
        --workspace-name $WORKSPACE_NAME `
        --endpoint-name 'be-fraud-be-prod' `
        --name 'fraud-v1' `
        --file '../azureml/batch-deployment-be-fraud-be-prod-fraud-v1.yml' `
        --set ('model=azureml:' + $BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID) `
        --set-default
  }
} else {
  Write-Host 'Left out, because BE_FRAUD_BE_PROD_FRAUD_V1_MODEL_ID is empty: Batch deployment mlw-fraud-prod / be-fraud-be-prod / fraud-v1'
}

# What the next step needs
Write-Host ('vnetFraudJumpProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $JUMP_HOST_VNET_NAME)
Write-Host ('vnetFraudMlProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME)
Write-Host ('vmFraudJumpId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Compute/virtualMachines/vm-fraud-jump')
Write-Host ('mlwFraudProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME)
$BATCH_ENDPOINT_22_SCORING_URI = Invoke-Az ml batch-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'be-fraud-be-prod' `
    --query 'scoring_uri' `
    --output 'tsv'
Write-Host ('beFraudBeProdScoringUri = ' + $BATCH_ENDPOINT_22_SCORING_URI)
