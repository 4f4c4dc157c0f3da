# Written by Azure ML VNet Wizard 0.1.0 from the plan “Pricing in real time” (plan format 1).
# Not written: The inference router of aks-pricing-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.
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
Invoke-Az extension add --name 'k8s-extension' --upgrade --yes
Invoke-Az extension add --name 'application-insights' --upgrade --yes

# Values: set a variable of the same name in the environment for another one.
$SUBSCRIPTION_ID = Invoke-Az account show --query 'id' --output 'tsv'
Invoke-Az account set --subscription $SUBSCRIPTION_ID
$RESOURCE_GROUP = if ($env:RESOURCE_GROUP) { $env:RESOURCE_GROUP } else { 'rg-pricing-ml-prod' }
# Region of everything that has no region of its own.
$LOCATION = if ($env:LOCATION) { $env:LOCATION } else { 'swedencentral' }
# Tags of every resource.
$TAGS = @('workload=pricing', 'environment=prod')
# Name of a virtual network.
$WORKSPACE_VNET_NAME = if ($env:WORKSPACE_VNET_NAME) { $env:WORKSPACE_VNET_NAME } else { 'vnet-pricing-ml-prod' }
# VM size of vm-pricing-jump.
$VM_PRICING_JUMP_VM_SIZE = if ($env:VM_PRICING_JUMP_VM_SIZE) { $env:VM_PRICING_JUMP_VM_SIZE } else { 'Standard_D2s_v5' }
# Administrator password of Windows machines.
if (-not $env:ADMIN_PASSWORD) { throw 'ADMIN_PASSWORD is not set' }
$ADMIN_PASSWORD = $env:ADMIN_PASSWORD
# Name of a storage account, unique in all of Azure.
$WORKSPACE_STORAGE_NAME = if ($env:WORKSPACE_STORAGE_NAME) { $env:WORKSPACE_STORAGE_NAME } else { 'stpricingmlprod01' }
# Name of the key vault, unique in all of Azure.
$KEY_VAULT_NAME = if ($env:KEY_VAULT_NAME) { $env:KEY_VAULT_NAME } else { 'kv-pricing-ml-prod-01' }
# Name of the container registry, unique in all of Azure.
$REGISTRY_NAME = if ($env:REGISTRY_NAME) { $env:REGISTRY_NAME } else { 'crpricingmlprod01' }
# Name of the Log Analytics workspace.
$LOG_ANALYTICS_NAME = if ($env:LOG_ANALYTICS_NAME) { $env:LOG_ANALYTICS_NAME } else { 'log-pricing-ml-prod' }
# Name of Application Insights.
$APPLICATION_INSIGHTS_NAME = if ($env:APPLICATION_INSIGHTS_NAME) { $env:APPLICATION_INSIGHTS_NAME } else { 'appi-pricing-ml-prod' }
# Name of the Azure ML workspace.
$WORKSPACE_NAME = if ($env:WORKSPACE_NAME) { $env:WORKSPACE_NAME } else { 'mlw-pricing-prod' }
# VM size of cpu-pricing-build.
$CPU_PRICING_BUILD_VM_SIZE = if ($env:CPU_PRICING_BUILD_VM_SIZE) { $env:CPU_PRICING_BUILD_VM_SIZE } else { 'Standard_DS3_v2' }
# VM size of aks-pricing-prod npsystem.
$AKS_PRICING_PROD_NPSYSTEM_VM_SIZE = if ($env:AKS_PRICING_PROD_NPSYSTEM_VM_SIZE) { $env:AKS_PRICING_PROD_NPSYSTEM_VM_SIZE } else { 'Standard_D4s_v5' }
# Name of an AKS cluster.
$AKS_NAME = if ($env:AKS_NAME) { $env:AKS_NAME } else { 'aks-pricing-prod' }
# VM size of aks-pricing-prod npscore.
$AKS_PRICING_PROD_NPSCORE_VM_SIZE = if ($env:AKS_PRICING_PROD_NPSCORE_VM_SIZE) { $env:AKS_PRICING_PROD_NPSCORE_VM_SIZE } else { 'Standard_D4s_v5' }

# What changes
if (-not (Test-Exists group show --name $RESOURCE_GROUP)) {
  Write-Host 'Nothing exists yet: everything is created.'
} else {
  Invoke-Az deployment group what-if `
      --resource-group $RESOURCE_GROUP `
      --template-file '../arm/azuredeploy.json' `
      --parameters ('location=' + $LOCATION) ('workspaceVnetName=' + $WORKSPACE_VNET_NAME) ('vmPricingJumpVmSize=' + $VM_PRICING_JUMP_VM_SIZE) ('adminPassword=' + $ADMIN_PASSWORD) ('workspaceStorageName=' + $WORKSPACE_STORAGE_NAME) ('keyVaultName=' + $KEY_VAULT_NAME) ('registryName=' + $REGISTRY_NAME) ('logAnalyticsName=' + $LOG_ANALYTICS_NAME) ('applicationInsightsName=' + $APPLICATION_INSIGHTS_NAME) ('workspaceName=' + $WORKSPACE_NAME) ('cpuPricingBuildVmSize=' + $CPU_PRICING_BUILD_VM_SIZE) ('aksPricingProdNpsystemVmSize=' + $AKS_PRICING_PROD_NPSYSTEM_VM_SIZE) ('aksName=' + $AKS_NAME) ('aksPricingProdNpscoreVmSize=' + $AKS_PRICING_PROD_NPSCORE_VM_SIZE)
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
Invoke-Az provider register --namespace 'Microsoft.ManagedIdentity'
Invoke-Az provider register --namespace 'Microsoft.ContainerService'
Invoke-Az provider register --namespace 'Microsoft.KubernetesConfiguration'

# Network security group nsg-pricing-training-prod
Write-Host 'Network security group nsg-pricing-training-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-pricing-training-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-pricing-training-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-pricing-training-prod' `
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
    --nsg-name 'nsg-pricing-training-prod' `
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
    --nsg-name 'nsg-pricing-training-prod' `
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
    --nsg-name 'nsg-pricing-training-prod' `
    --name 'Allow-Batch' `
    --priority '130' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'BatchNodeManagement.swedencentral' `
    --destination-port-ranges '443' `
    --description 'The Azure Batch service that runs the nodes.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-pricing-training-prod' `
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
    --nsg-name 'nsg-pricing-training-prod' `
    --name 'Allow-Storage' `
    --priority '150' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'Storage.swedencentral' `
    --destination-port-ranges '443' `
    --description 'Storage of the Azure Batch service, on Microsoft''s side.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-pricing-training-prod' `
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
    --nsg-name 'nsg-pricing-training-prod' `
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
    --nsg-name 'nsg-pricing-training-prod' `
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
    --nsg-name 'nsg-pricing-training-prod' `
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
    --nsg-name 'nsg-pricing-training-prod' `
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

# Network security group nsg-pricing-pep-prod
Write-Host 'Network security group nsg-pricing-pep-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-pricing-pep-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-pricing-pep-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-pricing-pep-prod' `
    --name 'Allow-Vnet-Https' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes '10.50.2.0/27' `
    --destination-port-ranges '443' `
    --description 'Clients in this network and its peers use the endpoints.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-pricing-pep-prod' `
    --name 'Allow-Vnet-Smb' `
    --priority '110' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes '10.50.2.0/27' `
    --destination-port-ranges '445' `
    --description 'Computes mount the file share of the default storage account.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-pricing-pep-prod' `
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

# Network security group nsg-pricing-aks-prod
Write-Host 'Network security group nsg-pricing-aks-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-pricing-aks-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-pricing-aks-prod' `
      --location $LOCATION `
      --tags @TAGS
}

# Network security group nsg-pricing-bastion-prod
Write-Host 'Network security group nsg-pricing-bastion-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-pricing-bastion-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-pricing-bastion-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-pricing-bastion-prod' `
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
    --nsg-name 'nsg-pricing-bastion-prod' `
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
    --nsg-name 'nsg-pricing-bastion-prod' `
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
    --nsg-name 'nsg-pricing-bastion-prod' `
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
    --nsg-name 'nsg-pricing-bastion-prod' `
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
    --nsg-name 'nsg-pricing-bastion-prod' `
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
    --nsg-name 'nsg-pricing-bastion-prod' `
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
    --nsg-name 'nsg-pricing-bastion-prod' `
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

# Network security group nsg-pricing-jump-prod
Write-Host 'Network security group nsg-pricing-jump-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-pricing-jump-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-pricing-jump-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-pricing-jump-prod' `
    --name 'Allow-Bastion' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '10.50.0.0/26' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '22' '3389' `
    --description 'Sessions that Bastion opens for people.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-pricing-jump-prod' `
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

# Public IP address pip-ng-pricing-ml-prod
Write-Host 'Public IP address pip-ng-pricing-ml-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-ng-pricing-ml-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-ng-pricing-ml-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# NAT gateway ng-pricing-ml-prod
Write-Host 'NAT gateway ng-pricing-ml-prod'
if (-not (Test-Exists network nat gateway show `
    --resource-group $RESOURCE_GROUP `
    --name 'ng-pricing-ml-prod')) {
  Invoke-Az network nat gateway create `
      --resource-group $RESOURCE_GROUP `
      --name 'ng-pricing-ml-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --public-ip-addresses ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-ng-pricing-ml-prod') `
      --tags @TAGS
}

# Virtual network vnet-pricing-ml-prod
Write-Host 'Virtual network vnet-pricing-ml-prod'
if (-not (Test-Exists network vnet show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_VNET_NAME)) {
  Invoke-Az network vnet create `
      --resource-group $RESOURCE_GROUP `
      --name $WORKSPACE_VNET_NAME `
      --location $LOCATION `
      --address-prefixes '10.50.0.0/16' `
      --tags @TAGS
}
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-training' `
    --address-prefixes '10.50.1.0/26' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-training-prod') `
    --nat-gateway ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/natGateways/ng-pricing-ml-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-pep' `
    --address-prefixes '10.50.2.0/27' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-pep-prod') `
    --private-endpoint-network-policies 'NetworkSecurityGroupEnabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-aks' `
    --address-prefixes '10.50.4.0/24' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-aks-prod') `
    --nat-gateway ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/natGateways/ng-pricing-ml-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'AzureBastionSubnet' `
    --address-prefixes '10.50.0.0/26' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-bastion-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-jump' `
    --address-prefixes '10.50.3.0/27' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-pricing-jump-prod') `
    --nat-gateway ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/natGateways/ng-pricing-ml-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'

# Public IP address pip-bas-pricing-prod
Write-Host 'Public IP address pip-bas-pricing-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-bas-pricing-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-bas-pricing-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# Bastion bas-pricing-prod
Write-Host 'Bastion bas-pricing-prod'
if (-not (Test-Exists network bastion show `
    --resource-group $RESOURCE_GROUP `
    --name 'bas-pricing-prod')) {
  Invoke-Az network bastion create `
      --resource-group $RESOURCE_GROUP `
      --name 'bas-pricing-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --enable-tunneling 'true' `
      --public-ip-address ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-bas-pricing-prod') `
      --tags @TAGS `
      --vnet-name $WORKSPACE_VNET_NAME
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

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-pricing-ml-prod
Write-Host 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-pricing-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.api.azureml.ms' `
    --name 'link-vnet-pricing-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.api.azureml.ms' `
      --name 'link-vnet-pricing-ml-prod' `
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

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-pricing-ml-prod
Write-Host 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-pricing-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.notebooks.azure.net' `
    --name 'link-vnet-pricing-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.notebooks.azure.net' `
      --name 'link-vnet-pricing-ml-prod' `
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

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-pricing-ml-prod
Write-Host 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-pricing-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.blob.core.windows.net' `
    --name 'link-vnet-pricing-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.blob.core.windows.net' `
      --name 'link-vnet-pricing-ml-prod' `
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

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-pricing-ml-prod
Write-Host 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-pricing-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.file.core.windows.net' `
    --name 'link-vnet-pricing-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.file.core.windows.net' `
      --name 'link-vnet-pricing-ml-prod' `
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

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-pricing-ml-prod
Write-Host 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-pricing-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.vaultcore.azure.net' `
    --name 'link-vnet-pricing-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.vaultcore.azure.net' `
      --name 'link-vnet-pricing-ml-prod' `
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

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-pricing-ml-prod
Write-Host 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-pricing-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.azurecr.io' `
    --name 'link-vnet-pricing-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.azurecr.io' `
      --name 'link-vnet-pricing-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Network interface nic-vm-pricing-jump
Write-Host 'Network interface nic-vm-pricing-jump'
if (-not (Test-Exists network nic show `
    --resource-group $RESOURCE_GROUP `
    --name 'nic-vm-pricing-jump')) {
  Invoke-Az network nic create `
      --resource-group $RESOURCE_GROUP `
      --name 'nic-vm-pricing-jump' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-jump') `
      --tags @TAGS
}

# Virtual machine vm-pricing-jump
Write-Host 'Virtual machine vm-pricing-jump'
if (-not (Test-Exists vm show --resource-group $RESOURCE_GROUP --name 'vm-pricing-jump')) {
  Invoke-Az vm create `
      --resource-group $RESOURCE_GROUP `
      --name 'vm-pricing-jump' `
      --location $LOCATION `
      --size $VM_PRICING_JUMP_VM_SIZE `
      --nics ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkInterfaces/nic-vm-pricing-jump') `
      --computer-name 'vm-pricing-jump' `
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
  Invoke-Az vm boot-diagnostics enable --resource-group $RESOURCE_GROUP --name 'vm-pricing-jump'
}

# Storage account stpricingmlprod01
Write-Host 'Storage account stpricingmlprod01'
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

# Key vault kv-pricing-ml-prod-01
Write-Host 'Key vault kv-pricing-ml-prod-01'
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

# Container registry crpricingmlprod01
Write-Host 'Container registry crpricingmlprod01'
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

# Log Analytics workspace log-pricing-ml-prod
Write-Host 'Log Analytics workspace log-pricing-ml-prod'
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

# Application Insights appi-pricing-ml-prod
Write-Host 'Application Insights appi-pricing-ml-prod'
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

# Azure ML workspace mlw-pricing-prod
Write-Host 'Azure ML workspace mlw-pricing-prod'
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
      --image-build-compute 'cpu-pricing-build' `
      --tags @TAGS
}

# Private endpoint pep-pricing-mlw-prod
Write-Host 'Private endpoint pep-pricing-mlw-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-pricing-mlw-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-pricing-mlw-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'amlworkspace' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME) `
      --group-id 'amlworkspace' `
      --tags @TAGS
}

# Zones of a private endpoint pep-pricing-mlw-prod / default
Write-Host 'Zones of a private endpoint pep-pricing-mlw-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-pricing-mlw-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-pricing-mlw-prod' `
      --name 'default' `
      --zone-name 'privatelink-api-azureml-ms' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms')
  Invoke-Az network private-endpoint dns-zone-group add `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-pricing-mlw-prod' `
      --name 'default' `
      --zone-name 'privatelink-notebooks-azure-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net')
}

# Private endpoint pep-pricing-blob-prod
Write-Host 'Private endpoint pep-pricing-blob-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-pricing-blob-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-pricing-blob-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'blob' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'blob' `
      --tags @TAGS
}

# Zones of a private endpoint pep-pricing-blob-prod / default
Write-Host 'Zones of a private endpoint pep-pricing-blob-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-pricing-blob-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-pricing-blob-prod' `
      --name 'default' `
      --zone-name 'privatelink-blob-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net')
}

# Role Reader on pep-pricing-blob-prod
Write-Host 'Role Reader on pep-pricing-blob-prod'
$WORKSPACE_PRINCIPAL_ID = Invoke-Az ml workspace show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_NAME `
    --query 'identity.principal_id' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $WORKSPACE_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role 'acdd72a7-3385-48ef-bd42-f606fba81ae7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateEndpoints/pep-pricing-blob-prod')

# Private endpoint pep-pricing-file-prod
Write-Host 'Private endpoint pep-pricing-file-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-pricing-file-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-pricing-file-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'file' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'file' `
      --tags @TAGS
}

# Zones of a private endpoint pep-pricing-file-prod / default
Write-Host 'Zones of a private endpoint pep-pricing-file-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-pricing-file-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-pricing-file-prod' `
      --name 'default' `
      --zone-name 'privatelink-file-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net')
}

# Role Reader on pep-pricing-file-prod
Write-Host 'Role Reader on pep-pricing-file-prod'
$WORKSPACE_PRINCIPAL_ID = Invoke-Az ml workspace show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_NAME `
    --query 'identity.principal_id' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $WORKSPACE_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role 'acdd72a7-3385-48ef-bd42-f606fba81ae7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateEndpoints/pep-pricing-file-prod')

# Private endpoint pep-pricing-kv-prod
Write-Host 'Private endpoint pep-pricing-kv-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-pricing-kv-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-pricing-kv-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'vault' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.KeyVault/vaults/' + $KEY_VAULT_NAME) `
      --group-id 'vault' `
      --tags @TAGS
}

# Zones of a private endpoint pep-pricing-kv-prod / default
Write-Host 'Zones of a private endpoint pep-pricing-kv-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-pricing-kv-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-pricing-kv-prod' `
      --name 'default' `
      --zone-name 'privatelink-vaultcore-azure-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net')
}

# Private endpoint pep-pricing-cr-prod
Write-Host 'Private endpoint pep-pricing-cr-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-pricing-cr-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-pricing-cr-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'registry' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerRegistry/registries/' + $REGISTRY_NAME) `
      --group-id 'registry' `
      --tags @TAGS
}

# Zones of a private endpoint pep-pricing-cr-prod / default
Write-Host 'Zones of a private endpoint pep-pricing-cr-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-pricing-cr-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-pricing-cr-prod' `
      --name 'default' `
      --zone-name 'privatelink-azurecr-io' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io')
}

# Compute cluster mlw-pricing-prod / cpu-pricing-build
Write-Host 'Compute cluster mlw-pricing-prod / cpu-pricing-build'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'cpu-pricing-build')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'cpu-pricing-build' `
      --type 'AmlCompute' `
      --size $CPU_PRICING_BUILD_VM_SIZE `
      --min-instances '0' `
      --max-instances '4' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Identity id-aks-pricing-prod
Write-Host 'Identity id-aks-pricing-prod'
if (-not (Test-Exists identity show `
    --resource-group $RESOURCE_GROUP `
    --name 'id-aks-pricing-prod')) {
  Invoke-Az identity create `
      --resource-group $RESOURCE_GROUP `
      --name 'id-aks-pricing-prod' `
      --location $LOCATION `
      --tags @TAGS
}

# Role Network Contributor on snet-aks
Write-Host 'Role Network Contributor on snet-aks'
$AKS_19_IDENTITY_PRINCIPAL_ID = Invoke-Az identity show `
    --resource-group $RESOURCE_GROUP `
    --name 'id-aks-pricing-prod' `
    --query 'principalId' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $AKS_19_IDENTITY_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role '4d97b98b-1d4f-4787-a291-c67834d212e7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-aks')

# AKS cluster aks-pricing-prod
Write-Host 'AKS cluster aks-pricing-prod'
if (-not (Test-Exists aks show --resource-group $RESOURCE_GROUP --name $AKS_NAME)) {
  Invoke-Az aks create `
      --resource-group $RESOURCE_GROUP `
      --name $AKS_NAME `
      --location $LOCATION `
      --tier 'Standard' `
      --dns-name-prefix 'aks-pricing-prod' `
      --assign-identity ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-pricing-prod') `
      --network-plugin 'azure' `
      --network-plugin-mode 'overlay' `
      --pod-cidr '10.244.0.0/16' `
      --service-cidr '10.96.0.0/16' `
      --dns-service-ip '10.96.0.10' `
      --load-balancer-sku 'standard' `
      --outbound-type 'userAssignedNATGateway' `
      --private-dns-zone 'system' `
      --tags @TAGS `
      --enable-private-cluster `
      --disable-public-fqdn `
      --nodepool-name 'npsystem' `
      --node-vm-size $AKS_PRICING_PROD_NPSYSTEM_VM_SIZE `
      --node-count '3' `
      --max-pods '250' `
      --vnet-subnet-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-aks') `
      --no-ssh-key `
      --yes
  Invoke-Az aks nodepool update `
      --resource-group $RESOURCE_GROUP `
      --cluster-name $AKS_NAME `
      --name 'npsystem' `
      --max-surge '33%'
}

# Node pool aks-pricing-prod / npscore
Write-Host 'Node pool aks-pricing-prod / npscore'
if (-not (Test-Exists aks nodepool show `
    --resource-group $RESOURCE_GROUP `
    --cluster-name $AKS_NAME `
    --name 'npscore')) {
  Invoke-Az aks nodepool add `
      --resource-group $RESOURCE_GROUP `
      --cluster-name $AKS_NAME `
      --name 'npscore' `
      --mode 'User' `
      --os-type 'Linux' `
      --max-surge '33%' `
      --node-vm-size $AKS_PRICING_PROD_NPSCORE_VM_SIZE `
      --node-count '3' `
      --min-count '3' `
      --max-count '20' `
      --max-pods '250' `
      --vnet-subnet-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-aks') `
      --enable-cluster-autoscaler
}

# Azure ML extension azureml
Write-Host 'Azure ML extension azureml'
if (-not (Test-Exists k8s-extension show `
    --resource-group $RESOURCE_GROUP `
    --name 'azureml' `
    --cluster-name $AKS_NAME `
    --cluster-type 'managedClusters')) {
  Invoke-Az k8s-extension create `
      --resource-group $RESOURCE_GROUP `
      --name 'azureml' `
      --cluster-name $AKS_NAME `
      --cluster-type 'managedClusters' `
      --extension-type 'Microsoft.AzureML.Kubernetes' `
      --release-train 'stable' `
      --release-namespace 'azureml' `
      --auto-upgrade 'true' `
      --scope 'cluster' `
      --configuration-settings 'enableTraining=False' 'enableInference=True' 'inferenceRouterServiceType=loadBalancer' 'inferenceRouterHA=True' 'allowInsecureConnections=True' 'internalLoadBalancerProvider=azure'
}

# Attached AKS cluster mlw-pricing-prod / aks-pricing
Write-Host 'Attached AKS cluster mlw-pricing-prod / aks-pricing'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'aks-pricing')) {
  Invoke-Az ml compute attach `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'aks-pricing' `
      --type 'Kubernetes' `
      --resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerService/managedClusters/' + $AKS_NAME) `
      --namespace 'default' `
      --identity-type 'SystemAssigned'
}

# What the next step needs
Write-Host ('vnetPricingMlProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME)
Write-Host ('vmPricingJumpId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Compute/virtualMachines/vm-pricing-jump')
Write-Host ('mlwPricingProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME)
Write-Host ('aksPricingProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerService/managedClusters/' + $AKS_NAME)
