# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).
# Not written: The connection to on-premises is not written: it needs a shared key or a circuit. Add it to the gateway once the gateway stands.
# Not written: The inference router of aks-vision-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.
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
Invoke-Az extension add --name 'k8s-extension' --upgrade --yes
Invoke-Az extension add --name 'application-insights' --upgrade --yes

# Values: set a variable of the same name in the environment for another one.
$SUBSCRIPTION_ID = Invoke-Az account show --query 'id' --output 'tsv'
Invoke-Az account set --subscription $SUBSCRIPTION_ID
$RESOURCE_GROUP = if ($env:RESOURCE_GROUP) { $env:RESOURCE_GROUP } else { 'rg-vision-ml-prod' }
# Region of everything that has no region of its own.
$LOCATION = if ($env:LOCATION) { $env:LOCATION } else { 'westeurope' }
# Tags of every resource.
$TAGS = @('workload=vision', 'environment=prod')
# Name of a virtual network.
$HUB_VNET_NAME = if ($env:HUB_VNET_NAME) { $env:HUB_VNET_NAME } else { 'vnet-vision-hub-prod' }
# Name of a virtual network.
$WORKSPACE_VNET_NAME = if ($env:WORKSPACE_VNET_NAME) { $env:WORKSPACE_VNET_NAME } else { 'vnet-vision-ml-prod' }
# VM size of vm-vision-jump.
$VM_VISION_JUMP_VM_SIZE = if ($env:VM_VISION_JUMP_VM_SIZE) { $env:VM_VISION_JUMP_VM_SIZE } else { 'Standard_D2s_v5' }
# Administrator password of Windows machines.
if (-not $env:ADMIN_PASSWORD) { throw 'ADMIN_PASSWORD is not set' }
$ADMIN_PASSWORD = $env:ADMIN_PASSWORD
# Name of a storage account, unique in all of Azure.
$WORKSPACE_STORAGE_NAME = if ($env:WORKSPACE_STORAGE_NAME) { $env:WORKSPACE_STORAGE_NAME } else { 'stvisionmlprod01' }
# Name of the key vault, unique in all of Azure.
$KEY_VAULT_NAME = if ($env:KEY_VAULT_NAME) { $env:KEY_VAULT_NAME } else { 'kv-vision-ml-prod-01' }
# Name of the container registry, unique in all of Azure.
$REGISTRY_NAME = if ($env:REGISTRY_NAME) { $env:REGISTRY_NAME } else { 'crvisionmlprod01' }
# Name of the Log Analytics workspace.
$LOG_ANALYTICS_NAME = if ($env:LOG_ANALYTICS_NAME) { $env:LOG_ANALYTICS_NAME } else { 'log-vision-ml-prod' }
# Name of Application Insights.
$APPLICATION_INSIGHTS_NAME = if ($env:APPLICATION_INSIGHTS_NAME) { $env:APPLICATION_INSIGHTS_NAME } else { 'appi-vision-ml-prod' }
# Name of the Azure ML workspace.
$WORKSPACE_NAME = if ($env:WORKSPACE_NAME) { $env:WORKSPACE_NAME } else { 'mlw-vision-prod' }
# VM size of gpu-vision-train.
$GPU_VISION_TRAIN_VM_SIZE = if ($env:GPU_VISION_TRAIN_VM_SIZE) { $env:GPU_VISION_TRAIN_VM_SIZE } else { 'Standard_NC4as_T4_v3' }
# VM size of cpu-vision-batch.
$CPU_VISION_BATCH_VM_SIZE = if ($env:CPU_VISION_BATCH_VM_SIZE) { $env:CPU_VISION_BATCH_VM_SIZE } else { 'Standard_DS3_v2' }
# VM size of cpu-vision-build.
$CPU_VISION_BUILD_VM_SIZE = if ($env:CPU_VISION_BUILD_VM_SIZE) { $env:CPU_VISION_BUILD_VM_SIZE } else { 'Standard_DS3_v2' }
# VM size of ci-vision-ada.
$CI_VISION_ADA_VM_SIZE = if ($env:CI_VISION_ADA_VM_SIZE) { $env:CI_VISION_ADA_VM_SIZE } else { 'Standard_DS3_v2' }
# VM size of ci-vision-grace.
$CI_VISION_GRACE_VM_SIZE = if ($env:CI_VISION_GRACE_VM_SIZE) { $env:CI_VISION_GRACE_VM_SIZE } else { 'Standard_DS3_v2' }
# VM size of aks-vision-prod npsystem.
$AKS_VISION_PROD_NPSYSTEM_VM_SIZE = if ($env:AKS_VISION_PROD_NPSYSTEM_VM_SIZE) { $env:AKS_VISION_PROD_NPSYSTEM_VM_SIZE } else { 'Standard_D4s_v5' }
# Name of an AKS cluster.
$AKS_NAME = if ($env:AKS_NAME) { $env:AKS_NAME } else { 'aks-vision-prod' }
# VM size of aks-vision-prod npscore.
$AKS_VISION_PROD_NPSCORE_VM_SIZE = if ($env:AKS_VISION_PROD_NPSCORE_VM_SIZE) { $env:AKS_VISION_PROD_NPSCORE_VM_SIZE } else { 'Standard_D4s_v5' }
# Resource id of the model for vision-v1. The deployment is created when this is not empty: register the model first.
$BE_VISION_BE_PROD_VISION_V1_MODEL_ID = if ($env:BE_VISION_BE_PROD_VISION_V1_MODEL_ID) { $env:BE_VISION_BE_PROD_VISION_V1_MODEL_ID } else { '' }

# What changes
if (-not (Test-Exists group show --name $RESOURCE_GROUP)) {
  Write-Host 'Nothing exists yet: everything is created.'
} else {
  Invoke-Az deployment group what-if `
      --resource-group $RESOURCE_GROUP `
      --template-file '../arm/azuredeploy.json' `
      --parameters ('location=' + $LOCATION) ('hubVnetName=' + $HUB_VNET_NAME) ('workspaceVnetName=' + $WORKSPACE_VNET_NAME) ('vmVisionJumpVmSize=' + $VM_VISION_JUMP_VM_SIZE) ('adminPassword=' + $ADMIN_PASSWORD) ('workspaceStorageName=' + $WORKSPACE_STORAGE_NAME) ('keyVaultName=' + $KEY_VAULT_NAME) ('registryName=' + $REGISTRY_NAME) ('logAnalyticsName=' + $LOG_ANALYTICS_NAME) ('applicationInsightsName=' + $APPLICATION_INSIGHTS_NAME) ('workspaceName=' + $WORKSPACE_NAME) ('gpuVisionTrainVmSize=' + $GPU_VISION_TRAIN_VM_SIZE) ('cpuVisionBatchVmSize=' + $CPU_VISION_BATCH_VM_SIZE) ('cpuVisionBuildVmSize=' + $CPU_VISION_BUILD_VM_SIZE) ('ciVisionAdaVmSize=' + $CI_VISION_ADA_VM_SIZE) ('ciVisionGraceVmSize=' + $CI_VISION_GRACE_VM_SIZE) ('aksVisionProdNpsystemVmSize=' + $AKS_VISION_PROD_NPSYSTEM_VM_SIZE) ('aksName=' + $AKS_NAME) ('aksVisionProdNpscoreVmSize=' + $AKS_VISION_PROD_NPSCORE_VM_SIZE) ('beVisionBeProdVisionV1ModelId=' + $BE_VISION_BE_PROD_VISION_V1_MODEL_ID)
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

# Network security group nsg-vision-bastion-prod
Write-Host 'Network security group nsg-vision-bastion-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-vision-bastion-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-vision-bastion-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-vision-bastion-prod' `
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
    --nsg-name 'nsg-vision-bastion-prod' `
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
    --nsg-name 'nsg-vision-bastion-prod' `
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
    --nsg-name 'nsg-vision-bastion-prod' `
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
    --nsg-name 'nsg-vision-bastion-prod' `
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
    --nsg-name 'nsg-vision-bastion-prod' `
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
    --nsg-name 'nsg-vision-bastion-prod' `
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
    --nsg-name 'nsg-vision-bastion-prod' `
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

# Network security group nsg-vision-jump-prod
Write-Host 'Network security group nsg-vision-jump-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-vision-jump-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-vision-jump-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-vision-jump-prod' `
    --name 'Allow-Bastion' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes '10.80.0.64/26' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '22' '3389' `
    --description 'Sessions that Bastion opens for people.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-vision-jump-prod' `
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

# Network security group nsg-vision-training-prod
Write-Host 'Network security group nsg-vision-training-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-vision-training-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-vision-training-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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
    --nsg-name 'nsg-vision-training-prod' `
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

# Network security group nsg-vision-pep-prod
Write-Host 'Network security group nsg-vision-pep-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-vision-pep-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-vision-pep-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-vision-pep-prod' `
    --name 'Allow-Vnet-Https' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes '10.81.2.0/26' `
    --destination-port-ranges '443' `
    --description 'Clients in this network and its peers use the endpoints.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-vision-pep-prod' `
    --name 'Allow-Vnet-Smb' `
    --priority '110' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'VirtualNetwork' `
    --source-port-ranges '*' `
    --destination-address-prefixes '10.81.2.0/26' `
    --destination-port-ranges '445' `
    --description 'Computes mount the file share of the default storage account.'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-vision-pep-prod' `
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

# Network security group nsg-vision-aks-prod
Write-Host 'Network security group nsg-vision-aks-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-vision-aks-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-vision-aks-prod' `
      --location $LOCATION `
      --tags @TAGS
}

# Route table rt-vision-jump-prod
Write-Host 'Route table rt-vision-jump-prod'
if (-not (Test-Exists network route-table show `
    --resource-group $RESOURCE_GROUP `
    --name 'rt-vision-jump-prod')) {
  Invoke-Az network route-table create `
      --resource-group $RESOURCE_GROUP `
      --name 'rt-vision-jump-prod' `
      --location $LOCATION `
      --disable-bgp-route-propagation 'false' `
      --tags @TAGS
}
Invoke-Az network route-table route create `
    --resource-group $RESOURCE_GROUP `
    --route-table-name 'rt-vision-jump-prod' `
    --name 'default-to-firewall' `
    --address-prefix '0.0.0.0/0' `
    --next-hop-type 'VirtualAppliance' `
    --next-hop-ip-address '10.80.0.4'

# Route table rt-vision-ml-prod
Write-Host 'Route table rt-vision-ml-prod'
if (-not (Test-Exists network route-table show `
    --resource-group $RESOURCE_GROUP `
    --name 'rt-vision-ml-prod')) {
  Invoke-Az network route-table create `
      --resource-group $RESOURCE_GROUP `
      --name 'rt-vision-ml-prod' `
      --location $LOCATION `
      --disable-bgp-route-propagation 'false' `
      --tags @TAGS
}
Invoke-Az network route-table route create `
    --resource-group $RESOURCE_GROUP `
    --route-table-name 'rt-vision-ml-prod' `
    --name 'default-to-firewall' `
    --address-prefix '0.0.0.0/0' `
    --next-hop-type 'VirtualAppliance' `
    --next-hop-ip-address '10.80.0.4'

# Route table rt-vision-aks-prod
Write-Host 'Route table rt-vision-aks-prod'
if (-not (Test-Exists network route-table show `
    --resource-group $RESOURCE_GROUP `
    --name 'rt-vision-aks-prod')) {
  Invoke-Az network route-table create `
      --resource-group $RESOURCE_GROUP `
      --name 'rt-vision-aks-prod' `
      --location $LOCATION `
      --disable-bgp-route-propagation 'false' `
      --tags @TAGS
}
Invoke-Az network route-table route create `
    --resource-group $RESOURCE_GROUP `
    --route-table-name 'rt-vision-aks-prod' `
    --name 'default-to-firewall' `
    --address-prefix '0.0.0.0/0' `
    --next-hop-type 'VirtualAppliance' `
    --next-hop-ip-address '10.80.0.4'

# Virtual network vnet-vision-hub-prod
Write-Host 'Virtual network vnet-vision-hub-prod'
if (-not (Test-Exists network vnet show --resource-group $RESOURCE_GROUP --name $HUB_VNET_NAME)) {
  Invoke-Az network vnet create `
      --resource-group $RESOURCE_GROUP `
      --name $HUB_VNET_NAME `
      --location $LOCATION `
      --address-prefixes '10.80.0.0/22' `
      --tags @TAGS
}
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'AzureFirewallSubnet' `
    --address-prefixes '10.80.0.0/26' `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'GatewaySubnet' `
    --address-prefixes '10.80.0.128/27' `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'AzureBastionSubnet' `
    --address-prefixes '10.80.0.64/26' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-bastion-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'snet-jump' `
    --address-prefixes '10.80.1.0/27' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-jump-prod') `
    --route-table ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/routeTables/rt-vision-jump-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'

# Virtual network vnet-vision-ml-prod
Write-Host 'Virtual network vnet-vision-ml-prod'
if (-not (Test-Exists network vnet show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_VNET_NAME)) {
  Invoke-Az network vnet create `
      --resource-group $RESOURCE_GROUP `
      --name $WORKSPACE_VNET_NAME `
      --location $LOCATION `
      --address-prefixes '10.81.0.0/16' `
      --tags @TAGS
}
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-training' `
    --address-prefixes '10.81.0.0/23' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-training-prod') `
    --route-table ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/routeTables/rt-vision-ml-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-pep' `
    --address-prefixes '10.81.2.0/26' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-pep-prod') `
    --private-endpoint-network-policies 'NetworkSecurityGroupEnabled' `
    --default-outbound-access 'false'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-aks' `
    --address-prefixes '10.81.4.0/24' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-vision-aks-prod') `
    --route-table ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/routeTables/rt-vision-aks-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'false'

# Public IP address pip-bas-vision-prod
Write-Host 'Public IP address pip-bas-vision-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-bas-vision-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-bas-vision-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# Bastion bas-vision-prod
Write-Host 'Bastion bas-vision-prod'
if (-not (Test-Exists network bastion show `
    --resource-group $RESOURCE_GROUP `
    --name 'bas-vision-prod')) {
  Invoke-Az network bastion create `
      --resource-group $RESOURCE_GROUP `
      --name 'bas-vision-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --enable-tunneling 'true' `
      --public-ip-address ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-bas-vision-prod') `
      --tags @TAGS `
      --vnet-name $HUB_VNET_NAME
}

# Firewall policy afwp-afw-vision-hub-prod
Write-Host 'Firewall policy afwp-afw-vision-hub-prod'
if (-not (Test-Exists network firewall policy show `
    --resource-group $RESOURCE_GROUP `
    --name 'afwp-afw-vision-hub-prod')) {
  Invoke-Az network firewall policy create `
      --resource-group $RESOURCE_GROUP `
      --name 'afwp-afw-vision-hub-prod' `
      --location $LOCATION `
      --sku 'Premium' `
      --threat-intel-mode 'Alert' `
      --tags @TAGS
}

# Firewall rules afwp-afw-vision-hub-prod / azure-machine-learning
Write-Host 'Firewall rules afwp-afw-vision-hub-prod / azure-machine-learning'
if (-not (Test-Exists network firewall policy rule-collection-group show `
    --resource-group $RESOURCE_GROUP `
    --policy-name 'afwp-afw-vision-hub-prod' `
    --name 'azure-machine-learning')) {
  Invoke-Az network firewall policy rule-collection-group create `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --name 'azure-machine-learning' `
      --priority '500'
  Invoke-Az network firewall policy rule-collection-group collection add-filter-collection `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --name 'network' `
      --collection-priority '100' `
      --action 'Allow' `
      --rule-name 'Allow-EntraId' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.81.0.0/23' `
      --destination-addresses 'AzureActiveDirectory' `
      --destination-ports '80' '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-AML-Tcp' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.81.0.0/23' `
      --destination-addresses 'AzureMachineLearning' `
      --destination-ports '443' '8787' '18881'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-AML-Udp' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'UDP' `
      --source-addresses '10.81.0.0/23' `
      --destination-addresses 'AzureMachineLearning' `
      --destination-ports '5831'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-Batch' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'Any' `
      --source-addresses '10.81.0.0/23' `
      --destination-addresses 'BatchNodeManagement.westeurope' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-ARM' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.81.0.0/23' `
      --destination-addresses 'AzureResourceManager' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-Storage' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.81.0.0/23' `
      --destination-addresses 'Storage.westeurope' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-FrontDoor' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.81.0.0/23' `
      --destination-addresses 'AzureFrontDoor.Frontend' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-MCR' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.81.0.0/23' `
      --destination-addresses 'MicrosoftContainerRegistry' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'network' `
      --name 'Allow-AFD-FirstParty' `
      --rule-type 'NetworkRule' `
      --ip-protocols 'TCP' `
      --source-addresses '10.81.0.0/23' `
      --destination-addresses 'AzureFrontDoor.FirstParty' `
      --destination-ports '443'
  Invoke-Az network firewall policy rule-collection-group collection add-filter-collection `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --name 'application' `
      --collection-priority '200' `
      --action 'Allow' `
      --rule-name 'ml-microsoft-entra-id' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns 'login.microsoftonline.com' `
      --protocols 'Https=443' 'Http=80'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-azure-resource-manager' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns 'management.azure.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-azure-ml-studio' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns 'ml.azure.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-azure-ml-api' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns '*.azureml.ms' '*.azureml.net' '*.modelmanagement.azureml.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-notebooks' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns '*.notebooks.azure.net' 'graph.microsoft.com' '*.aznbcontent.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-microsoft-graph' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns 'graph.windows.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-compute-instances' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns '*.instances.azureml.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-azure-batch' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns '*.westeurope.batch.azure.com' '*.westeurope.service.batch.azure.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-storage-on-microsoft-s-side' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns '*.blob.core.windows.net' '*.queue.core.windows.net' '*.table.core.windows.net' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-images-from-microsoft' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns 'mcr.microsoft.com' '*.data.mcr.microsoft.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'ml-python-and-r-packages' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.80.1.0/27' '10.81.0.0/23' `
      --target-fqdns 'anaconda.com' '*.anaconda.com' '*.anaconda.org' 'pypi.org' '*.pythonhosted.org' 'cloud.r-project.org' '*.pytorch.org' '*.tensorflow.org' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'aks-api-server-images-and-packages-of-aks' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.81.4.0/24' `
      --target-fqdns '*.hcp.westeurope.azmk8s.io' 'mcr.microsoft.com' '*.data.mcr.microsoft.com' 'mcr-0001.mcr-msedge.net' 'management.azure.com' 'login.microsoftonline.com' 'packages.microsoft.com' 'packages.aks.azure.com' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'aks-cluster-extensions' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.81.4.0/24' `
      --target-fqdns 'westeurope.dp.kubernetesconfiguration.azure.com' 'arcmktplaceprod.azurecr.io' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'aks-azure-ml-on-kubernetes' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.81.4.0/24' `
      --target-fqdns '*.kusto.windows.net' '*.table.core.windows.net' '*.queue.core.windows.net' 'westeurope.experiments.azureml.net' 'westeurope.api.azureml.ms' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'aks-python-packages' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.81.4.0/24' `
      --target-fqdns 'pypi.org' `
      --protocols 'Https=443'
  Invoke-Az network firewall policy rule-collection-group collection rule add `
      --resource-group $RESOURCE_GROUP `
      --policy-name 'afwp-afw-vision-hub-prod' `
      --rcg-name 'azure-machine-learning' `
      --collection-name 'application' `
      --name 'aks-ubuntu-packages' `
      --rule-type 'ApplicationRule' `
      --source-addresses '10.81.4.0/24' `
      --target-fqdns 'archive.ubuntu.com' 'security.ubuntu.com' 'ppa.launchpad.net' `
      --protocols 'Http=80'
}

# Public IP address pip-afw-vision-hub-prod
Write-Host 'Public IP address pip-afw-vision-hub-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-afw-vision-hub-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-afw-vision-hub-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# Firewall afw-vision-hub-prod
Write-Host 'Firewall afw-vision-hub-prod'
if (-not (Test-Exists network firewall show `
    --resource-group $RESOURCE_GROUP `
    --name 'afw-vision-hub-prod')) {
  Invoke-Az network firewall create `
      --resource-group $RESOURCE_GROUP `
      --name 'afw-vision-hub-prod' `
      --location $LOCATION `
      --sku 'AZFW_VNet' `
      --tier 'Premium' `
      --firewall-policy ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/firewallPolicies/afwp-afw-vision-hub-prod') `
      --conf-name 'public' `
      --public-ip ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-afw-vision-hub-prod') `
      --tags @TAGS `
      --vnet-name $HUB_VNET_NAME
}

# Public IP address pip-vgw-vision-hub-prod
Write-Host 'Public IP address pip-vgw-vision-hub-prod'
if (-not (Test-Exists network public-ip show `
    --resource-group $RESOURCE_GROUP `
    --name 'pip-vgw-vision-hub-prod')) {
  Invoke-Az network public-ip create `
      --resource-group $RESOURCE_GROUP `
      --name 'pip-vgw-vision-hub-prod' `
      --location $LOCATION `
      --sku 'Standard' `
      --tier 'Regional' `
      --version 'IPv4' `
      --allocation-method 'Static' `
      --tags @TAGS
}

# Gateway vgw-vision-hub-prod
Write-Host 'Gateway vgw-vision-hub-prod'
if (-not (Test-Exists network vnet-gateway show `
    --resource-group $RESOURCE_GROUP `
    --name 'vgw-vision-hub-prod')) {
  Invoke-Az network vnet-gateway create `
      --resource-group $RESOURCE_GROUP `
      --name 'vgw-vision-hub-prod' `
      --location $LOCATION `
      --gateway-type 'Vpn' `
      --vpn-type 'RouteBased' `
      --sku 'VpnGw1AZ' `
      --public-ip-addresses ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/publicIPAddresses/pip-vgw-vision-hub-prod') `
      --tags @TAGS `
      --vnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME)
}

# Peering vnet-vision-hub-prod / peer-vnet-vision-ml-prod
Write-Host 'Peering vnet-vision-hub-prod / peer-vnet-vision-ml-prod'
if (-not (Test-Exists network vnet peering show `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $HUB_VNET_NAME `
    --name 'peer-vnet-vision-ml-prod')) {
  Invoke-Az network vnet peering create `
      --resource-group $RESOURCE_GROUP `
      --vnet-name $HUB_VNET_NAME `
      --name 'peer-vnet-vision-ml-prod' `
      --remote-vnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --allow-vnet-access 'true' `
      --allow-forwarded-traffic 'true' `
      --allow-gateway-transit 'true' `
      --use-remote-gateways 'false'
}

# Peering vnet-vision-ml-prod / peer-vnet-vision-hub-prod
Write-Host 'Peering vnet-vision-ml-prod / peer-vnet-vision-hub-prod'
if (-not (Test-Exists network vnet peering show `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'peer-vnet-vision-hub-prod')) {
  Invoke-Az network vnet peering create `
      --resource-group $RESOURCE_GROUP `
      --vnet-name $WORKSPACE_VNET_NAME `
      --name 'peer-vnet-vision-hub-prod' `
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

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.api.azureml.ms' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.api.azureml.ms' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.api.azureml.ms / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.api.azureml.ms' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.api.azureml.ms' `
      --name 'link-vnet-vision-ml-prod' `
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

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.notebooks.azure.net' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.notebooks.azure.net' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.notebooks.azure.net / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.notebooks.azure.net' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.notebooks.azure.net' `
      --name 'link-vnet-vision-ml-prod' `
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

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.blob.core.windows.net' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.blob.core.windows.net' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.blob.core.windows.net / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.blob.core.windows.net' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.blob.core.windows.net' `
      --name 'link-vnet-vision-ml-prod' `
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

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.file.core.windows.net' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.file.core.windows.net' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.file.core.windows.net / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.file.core.windows.net' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.file.core.windows.net' `
      --name 'link-vnet-vision-ml-prod' `
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

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.vaultcore.azure.net' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.vaultcore.azure.net' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.vaultcore.azure.net / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.vaultcore.azure.net' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.vaultcore.azure.net' `
      --name 'link-vnet-vision-ml-prod' `
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

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.azurecr.io' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.azurecr.io' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.azurecr.io / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.azurecr.io / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.azurecr.io' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.azurecr.io' `
      --name 'link-vnet-vision-ml-prod' `
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

# Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.queue.core.windows.net' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.queue.core.windows.net' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.queue.core.windows.net / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.queue.core.windows.net' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.queue.core.windows.net' `
      --name 'link-vnet-vision-ml-prod' `
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

# Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.table.core.windows.net' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.table.core.windows.net' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.table.core.windows.net / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.table.core.windows.net' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.table.core.windows.net' `
      --name 'link-vnet-vision-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.dfs.core.windows.net
Write-Host 'Private DNS zone privatelink.dfs.core.windows.net'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.dfs.core.windows.net')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.dfs.core.windows.net' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.dfs.core.windows.net / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.dfs.core.windows.net / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.dfs.core.windows.net' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.dfs.core.windows.net' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.dfs.core.windows.net / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.dfs.core.windows.net / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.dfs.core.windows.net' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.dfs.core.windows.net' `
      --name 'link-vnet-vision-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.monitor.azure.com
Write-Host 'Private DNS zone privatelink.monitor.azure.com'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.monitor.azure.com')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.monitor.azure.com' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.monitor.azure.com / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.monitor.azure.com / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.monitor.azure.com' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.monitor.azure.com' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.monitor.azure.com / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.monitor.azure.com / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.monitor.azure.com' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.monitor.azure.com' `
      --name 'link-vnet-vision-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.oms.opinsights.azure.com
Write-Host 'Private DNS zone privatelink.oms.opinsights.azure.com'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.oms.opinsights.azure.com')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.oms.opinsights.azure.com' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.oms.opinsights.azure.com / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.oms.opinsights.azure.com / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.oms.opinsights.azure.com' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.oms.opinsights.azure.com' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.oms.opinsights.azure.com / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.oms.opinsights.azure.com / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.oms.opinsights.azure.com' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.oms.opinsights.azure.com' `
      --name 'link-vnet-vision-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.ods.opinsights.azure.com
Write-Host 'Private DNS zone privatelink.ods.opinsights.azure.com'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.ods.opinsights.azure.com')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.ods.opinsights.azure.com' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.ods.opinsights.azure.com / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.ods.opinsights.azure.com / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.ods.opinsights.azure.com' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.ods.opinsights.azure.com' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.ods.opinsights.azure.com / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.ods.opinsights.azure.com / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.ods.opinsights.azure.com' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.ods.opinsights.azure.com' `
      --name 'link-vnet-vision-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.agentsvc.azure-automation.net
Write-Host 'Private DNS zone privatelink.agentsvc.azure-automation.net'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.agentsvc.azure-automation.net')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.agentsvc.azure-automation.net' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.agentsvc.azure-automation.net / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.agentsvc.azure-automation.net / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.agentsvc.azure-automation.net' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.agentsvc.azure-automation.net' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.agentsvc.azure-automation.net / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.agentsvc.azure-automation.net / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.agentsvc.azure-automation.net' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.agentsvc.azure-automation.net' `
      --name 'link-vnet-vision-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Private DNS zone privatelink.westeurope.azmk8s.io
Write-Host 'Private DNS zone privatelink.westeurope.azmk8s.io'
if (-not (Test-Exists network private-dns zone show `
    --resource-group $RESOURCE_GROUP `
    --name 'privatelink.westeurope.azmk8s.io')) {
  Invoke-Az network private-dns zone create `
      --resource-group $RESOURCE_GROUP `
      --name 'privatelink.westeurope.azmk8s.io' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.westeurope.azmk8s.io / link-vnet-vision-hub-prod
Write-Host 'Link of a private DNS zone privatelink.westeurope.azmk8s.io / link-vnet-vision-hub-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.westeurope.azmk8s.io' `
    --name 'link-vnet-vision-hub-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.westeurope.azmk8s.io' `
      --name 'link-vnet-vision-hub-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Link of a private DNS zone privatelink.westeurope.azmk8s.io / link-vnet-vision-ml-prod
Write-Host 'Link of a private DNS zone privatelink.westeurope.azmk8s.io / link-vnet-vision-ml-prod'
if (-not (Test-Exists network private-dns link vnet show `
    --resource-group $RESOURCE_GROUP `
    --zone-name 'privatelink.westeurope.azmk8s.io' `
    --name 'link-vnet-vision-ml-prod')) {
  Invoke-Az network private-dns link vnet create `
      --resource-group $RESOURCE_GROUP `
      --zone-name 'privatelink.westeurope.azmk8s.io' `
      --name 'link-vnet-vision-ml-prod' `
      --virtual-network ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME) `
      --registration-enabled 'false' `
      --tags @TAGS
}

# Network interface nic-vm-vision-jump
Write-Host 'Network interface nic-vm-vision-jump'
if (-not (Test-Exists network nic show `
    --resource-group $RESOURCE_GROUP `
    --name 'nic-vm-vision-jump')) {
  Invoke-Az network nic create `
      --resource-group $RESOURCE_GROUP `
      --name 'nic-vm-vision-jump' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME + '/subnets/snet-jump') `
      --tags @TAGS
}

# Virtual machine vm-vision-jump
Write-Host 'Virtual machine vm-vision-jump'
if (-not (Test-Exists vm show --resource-group $RESOURCE_GROUP --name 'vm-vision-jump')) {
  Invoke-Az vm create `
      --resource-group $RESOURCE_GROUP `
      --name 'vm-vision-jump' `
      --location $LOCATION `
      --size $VM_VISION_JUMP_VM_SIZE `
      --nics ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkInterfaces/nic-vm-vision-jump') `
      --computer-name 'vm-vision-jump' `
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
  Invoke-Az vm boot-diagnostics enable --resource-group $RESOURCE_GROUP --name 'vm-vision-jump'
}

# Storage account stvisionmlprod01
Write-Host 'Storage account stvisionmlprod01'
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

# Key vault kv-vision-ml-prod-01
Write-Host 'Key vault kv-vision-ml-prod-01'
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

# Container registry crvisionmlprod01
Write-Host 'Container registry crvisionmlprod01'
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

# Log Analytics workspace log-vision-ml-prod
Write-Host 'Log Analytics workspace log-vision-ml-prod'
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

# Application Insights appi-vision-ml-prod
Write-Host 'Application Insights appi-vision-ml-prod'
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

# Azure Monitor private link scope ampls-vision-ml-prod
Write-Host 'Azure Monitor private link scope ampls-vision-ml-prod'
if (-not (Test-Exists monitor private-link-scope show `
    --resource-group $RESOURCE_GROUP `
    --name 'ampls-vision-ml-prod')) {
  Invoke-Az monitor private-link-scope create `
      --resource-group $RESOURCE_GROUP `
      --name 'ampls-vision-ml-prod' `
      --tags @TAGS
  Invoke-Az resource update `
      --ids ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Insights/privateLinkScopes/ampls-vision-ml-prod') `
      --api-version '2021-09-01' `
      --set 'properties.accessModeSettings.ingestionAccessMode=Open' 'properties.accessModeSettings.queryAccessMode=Open'
}

# Member of the private link scope ampls-vision-ml-prod / log-analytics
Write-Host 'Member of the private link scope ampls-vision-ml-prod / log-analytics'
if (-not (Test-Exists monitor private-link-scope scoped-resource show `
    --resource-group $RESOURCE_GROUP `
    --scope-name 'ampls-vision-ml-prod' `
    --name 'log-analytics')) {
  Invoke-Az monitor private-link-scope scoped-resource create `
      --resource-group $RESOURCE_GROUP `
      --scope-name 'ampls-vision-ml-prod' `
      --name 'log-analytics' `
      --linked-resource ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.OperationalInsights/workspaces/' + $LOG_ANALYTICS_NAME)
}

# Member of the private link scope ampls-vision-ml-prod / application-insights
Write-Host 'Member of the private link scope ampls-vision-ml-prod / application-insights'
if (-not (Test-Exists monitor private-link-scope scoped-resource show `
    --resource-group $RESOURCE_GROUP `
    --scope-name 'ampls-vision-ml-prod' `
    --name 'application-insights')) {
  Invoke-Az monitor private-link-scope scoped-resource create `
      --resource-group $RESOURCE_GROUP `
      --scope-name 'ampls-vision-ml-prod' `
      --name 'application-insights' `
      --linked-resource ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Insights/components/' + $APPLICATION_INSIGHTS_NAME)
}

# Azure ML workspace mlw-vision-prod
Write-Host 'Azure ML workspace mlw-vision-prod'
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
      --image-build-compute 'cpu-vision-build' `
      --tags @TAGS
  Invoke-Az resource update `
      --ids ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME) `
      --api-version '2026-03-01' `
      --set ('properties.serverlessComputeSettings.serverlessComputeCustomSubnet=/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') 'properties.serverlessComputeSettings.serverlessComputeNoPublicIP=true'
}

# Private endpoint pep-vision-mlw-prod
Write-Host 'Private endpoint pep-vision-mlw-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-mlw-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-mlw-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'amlworkspace' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME) `
      --group-id 'amlworkspace' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-mlw-prod / default
Write-Host 'Zones of a private endpoint pep-vision-mlw-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-mlw-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-mlw-prod' `
      --name 'default' `
      --zone-name 'privatelink-api-azureml-ms' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.api.azureml.ms')
  Invoke-Az network private-endpoint dns-zone-group add `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-mlw-prod' `
      --name 'default' `
      --zone-name 'privatelink-notebooks-azure-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.notebooks.azure.net')
}

# Private endpoint pep-vision-blob-prod
Write-Host 'Private endpoint pep-vision-blob-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-blob-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-blob-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'blob' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'blob' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-blob-prod / default
Write-Host 'Zones of a private endpoint pep-vision-blob-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-blob-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-blob-prod' `
      --name 'default' `
      --zone-name 'privatelink-blob-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net')
}

# Role Reader on pep-vision-blob-prod
Write-Host 'Role Reader on pep-vision-blob-prod'
$WORKSPACE_PRINCIPAL_ID = Invoke-Az ml workspace show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_NAME `
    --query 'identity.principal_id' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $WORKSPACE_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role 'acdd72a7-3385-48ef-bd42-f606fba81ae7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateEndpoints/pep-vision-blob-prod')

# Private endpoint pep-vision-file-prod
Write-Host 'Private endpoint pep-vision-file-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-file-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-file-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'file' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'file' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-file-prod / default
Write-Host 'Zones of a private endpoint pep-vision-file-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-file-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-file-prod' `
      --name 'default' `
      --zone-name 'privatelink-file-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net')
}

# Role Reader on pep-vision-file-prod
Write-Host 'Role Reader on pep-vision-file-prod'
$WORKSPACE_PRINCIPAL_ID = Invoke-Az ml workspace show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_NAME `
    --query 'identity.principal_id' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $WORKSPACE_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role 'acdd72a7-3385-48ef-bd42-f606fba81ae7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateEndpoints/pep-vision-file-prod')

# Private endpoint pep-vision-queue-prod
Write-Host 'Private endpoint pep-vision-queue-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-queue-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-queue-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'queue' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'queue' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-queue-prod / default
Write-Host 'Zones of a private endpoint pep-vision-queue-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-queue-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-queue-prod' `
      --name 'default' `
      --zone-name 'privatelink-queue-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net')
}

# Private endpoint pep-vision-table-prod
Write-Host 'Private endpoint pep-vision-table-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-table-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-table-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'table' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --group-id 'table' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-table-prod / default
Write-Host 'Zones of a private endpoint pep-vision-table-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-table-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-table-prod' `
      --name 'default' `
      --zone-name 'privatelink-table-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net')
}

# Private endpoint pep-vision-kv-prod
Write-Host 'Private endpoint pep-vision-kv-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-kv-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-kv-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'vault' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.KeyVault/vaults/' + $KEY_VAULT_NAME) `
      --group-id 'vault' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-kv-prod / default
Write-Host 'Zones of a private endpoint pep-vision-kv-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-kv-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-kv-prod' `
      --name 'default' `
      --zone-name 'privatelink-vaultcore-azure-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net')
}

# Private endpoint pep-vision-cr-prod
Write-Host 'Private endpoint pep-vision-cr-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-cr-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-cr-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'registry' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerRegistry/registries/' + $REGISTRY_NAME) `
      --group-id 'registry' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-cr-prod / default
Write-Host 'Zones of a private endpoint pep-vision-cr-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-cr-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-cr-prod' `
      --name 'default' `
      --zone-name 'privatelink-azurecr-io' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io')
}

# Private endpoint pep-vision-ampls-prod
Write-Host 'Private endpoint pep-vision-ampls-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-ampls-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-ampls-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'azuremonitor' `
      --private-connection-resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Insights/privateLinkScopes/ampls-vision-ml-prod') `
      --group-id 'azuremonitor' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-ampls-prod / default
Write-Host 'Zones of a private endpoint pep-vision-ampls-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-ampls-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-ampls-prod' `
      --name 'default' `
      --zone-name 'privatelink-monitor-azure-com' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.monitor.azure.com')
  Invoke-Az network private-endpoint dns-zone-group add `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-ampls-prod' `
      --name 'default' `
      --zone-name 'privatelink-oms-opinsights-azure-com' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.oms.opinsights.azure.com')
  Invoke-Az network private-endpoint dns-zone-group add `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-ampls-prod' `
      --name 'default' `
      --zone-name 'privatelink-ods-opinsights-azure-com' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.ods.opinsights.azure.com')
  Invoke-Az network private-endpoint dns-zone-group add `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-ampls-prod' `
      --name 'default' `
      --zone-name 'privatelink-agentsvc-azure-automation-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.agentsvc.azure-automation.net')
  Invoke-Az network private-endpoint dns-zone-group add `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-ampls-prod' `
      --name 'default' `
      --zone-name 'privatelink-blob-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net')
}

# Private endpoint pep-vision-data-blob-prod
Write-Host 'Private endpoint pep-vision-data-blob-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-data-blob-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-data-blob-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'blob' `
      --private-connection-resource-id '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-data-prod/providers/Microsoft.Storage/storageAccounts/stvisiondataprod01' `
      --group-id 'blob' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-data-blob-prod / default
Write-Host 'Zones of a private endpoint pep-vision-data-blob-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-data-blob-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-data-blob-prod' `
      --name 'default' `
      --zone-name 'privatelink-blob-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net')
}

# Private endpoint pep-vision-data-dfs-prod
Write-Host 'Private endpoint pep-vision-data-dfs-prod'
if (-not (Test-Exists network private-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --name 'pep-vision-data-dfs-prod')) {
  Invoke-Az network private-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --name 'pep-vision-data-dfs-prod' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-pep') `
      --connection-name 'dfs' `
      --private-connection-resource-id '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-data-prod/providers/Microsoft.Storage/storageAccounts/stvisiondataprod01' `
      --group-id 'dfs' `
      --tags @TAGS
}

# Zones of a private endpoint pep-vision-data-dfs-prod / default
Write-Host 'Zones of a private endpoint pep-vision-data-dfs-prod / default'
if (-not (Test-Exists network private-endpoint dns-zone-group show `
    --resource-group $RESOURCE_GROUP `
    --endpoint-name 'pep-vision-data-dfs-prod' `
    --name 'default')) {
  Invoke-Az network private-endpoint dns-zone-group create `
      --resource-group $RESOURCE_GROUP `
      --endpoint-name 'pep-vision-data-dfs-prod' `
      --name 'default' `
      --zone-name 'privatelink-dfs-core-windows-net' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.dfs.core.windows.net')
}

# Compute cluster mlw-vision-prod / gpu-vision-train
Write-Host 'Compute cluster mlw-vision-prod / gpu-vision-train'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'gpu-vision-train')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'gpu-vision-train' `
      --type 'AmlCompute' `
      --size $GPU_VISION_TRAIN_VM_SIZE `
      --min-instances '0' `
      --max-instances '24' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Compute cluster mlw-vision-prod / cpu-vision-batch
Write-Host 'Compute cluster mlw-vision-prod / cpu-vision-batch'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'cpu-vision-batch')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'cpu-vision-batch' `
      --type 'AmlCompute' `
      --size $CPU_VISION_BATCH_VM_SIZE `
      --min-instances '0' `
      --max-instances '32' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Compute cluster mlw-vision-prod / cpu-vision-build
Write-Host 'Compute cluster mlw-vision-prod / cpu-vision-build'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'cpu-vision-build')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'cpu-vision-build' `
      --type 'AmlCompute' `
      --size $CPU_VISION_BUILD_VM_SIZE `
      --min-instances '0' `
      --max-instances '4' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Compute instance mlw-vision-prod / ci-vision-ada
Write-Host 'Compute instance mlw-vision-prod / ci-vision-ada'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'ci-vision-ada')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'ci-vision-ada' `
      --type 'ComputeInstance' `
      --size $CI_VISION_ADA_VM_SIZE `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS
}

# Compute instance mlw-vision-prod / ci-vision-grace
Write-Host 'Compute instance mlw-vision-prod / ci-vision-grace'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'ci-vision-grace')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'ci-vision-grace' `
      --type 'ComputeInstance' `
      --size $CI_VISION_GRACE_VM_SIZE `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'false' `
      --tags @TAGS
}

# Identity id-aks-vision-prod
Write-Host 'Identity id-aks-vision-prod'
if (-not (Test-Exists identity show --resource-group $RESOURCE_GROUP --name 'id-aks-vision-prod')) {
  Invoke-Az identity create `
      --resource-group $RESOURCE_GROUP `
      --name 'id-aks-vision-prod' `
      --location $LOCATION `
      --tags @TAGS
}

# Role Network Contributor on snet-aks
Write-Host 'Role Network Contributor on snet-aks'
$AKS_34_IDENTITY_PRINCIPAL_ID = Invoke-Az identity show `
    --resource-group $RESOURCE_GROUP `
    --name 'id-aks-vision-prod' `
    --query 'principalId' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $AKS_34_IDENTITY_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role '4d97b98b-1d4f-4787-a291-c67834d212e7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-aks')

# Role Private DNS Zone Contributor on privatelink.westeurope.azmk8s.io
Write-Host 'Role Private DNS Zone Contributor on privatelink.westeurope.azmk8s.io'
$AKS_34_IDENTITY_PRINCIPAL_ID = Invoke-Az identity show `
    --resource-group $RESOURCE_GROUP `
    --name 'id-aks-vision-prod' `
    --query 'principalId' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $AKS_34_IDENTITY_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io')

# Role Network Contributor on vnet-vision-ml-prod
Write-Host 'Role Network Contributor on vnet-vision-ml-prod'
$AKS_34_IDENTITY_PRINCIPAL_ID = Invoke-Az identity show `
    --resource-group $RESOURCE_GROUP `
    --name 'id-aks-vision-prod' `
    --query 'principalId' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $AKS_34_IDENTITY_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role '4d97b98b-1d4f-4787-a291-c67834d212e7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME)

# AKS cluster aks-vision-prod
Write-Host 'AKS cluster aks-vision-prod'
if (-not (Test-Exists aks show --resource-group $RESOURCE_GROUP --name $AKS_NAME)) {
  Invoke-Az aks create `
      --resource-group $RESOURCE_GROUP `
      --name $AKS_NAME `
      --location $LOCATION `
      --tier 'Standard' `
      --dns-name-prefix 'aks-vision-prod' `
      --assign-identity ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-vision-prod') `
      --network-plugin 'azure' `
      --network-plugin-mode 'overlay' `
      --pod-cidr '10.244.0.0/16' `
      --service-cidr '10.97.0.0/16' `
      --dns-service-ip '10.97.0.10' `
      --load-balancer-sku 'standard' `
      --outbound-type 'userDefinedRouting' `
      --private-dns-zone ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io') `
      --tags @TAGS `
      --enable-private-cluster `
      --disable-public-fqdn `
      --nodepool-name 'npsystem' `
      --node-vm-size $AKS_VISION_PROD_NPSYSTEM_VM_SIZE `
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

# Node pool aks-vision-prod / npscore
Write-Host 'Node pool aks-vision-prod / npscore'
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
      --node-vm-size $AKS_VISION_PROD_NPSCORE_VM_SIZE `
      --node-count '3' `
      --min-count '3' `
      --max-count '30' `
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
      --configuration-settings 'enableTraining=True' 'enableInference=True' 'inferenceRouterServiceType=loadBalancer' 'inferenceRouterHA=True' 'allowInsecureConnections=True' 'internalLoadBalancerProvider=azure'
}

# Attached AKS cluster mlw-vision-prod / aks-vision
Write-Host 'Attached AKS cluster mlw-vision-prod / aks-vision'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'aks-vision')) {
  Invoke-Az ml compute attach `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'aks-vision' `
      --type 'Kubernetes' `
      --resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerService/managedClusters/' + $AKS_NAME) `
      --namespace 'default' `
      --identity-type 'SystemAssigned'
}

# Batch endpoint mlw-vision-prod / be-vision-be-prod
Write-Host 'Batch endpoint mlw-vision-prod / be-vision-be-prod'
if (-not (Test-Exists ml batch-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'be-vision-be-prod')) {
  Invoke-Az ml batch-endpoint create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'be-vision-be-prod' `
      --file '../azureml/batch-endpoint-be-vision-be-prod.yml'
}

# Batch deployment mlw-vision-prod / be-vision-be-prod / vision-v1
if ($BE_VISION_BE_PROD_VISION_V1_MODEL_ID) {
  Write-Host 'Batch deployment mlw-vision-prod / be-vision-be-prod / vision-v1'
  if (-not (Test-Exists ml batch-deployment show `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --endpoint-name 'be-vision-be-prod' `
      --name 'vision-v1')) {
    Invoke-Az ml batch-deployment create `
        --resource-group $RESOURCE_GROUP `
        --workspace-name $WORKSPACE_NAME `
        --endpoint-name 'be-vision-be-prod' `
        --name 'vision-v1' `
        --file '../azureml/batch-deployment-be-vision-be-prod-vision-v1.yml' `
        --set ('model=azureml:' + $BE_VISION_BE_PROD_VISION_V1_MODEL_ID) `
        --set-default
  }
} else {
  Write-Host 'Left out, because BE_VISION_BE_PROD_VISION_V1_MODEL_ID is empty: Batch deployment mlw-vision-prod / be-vision-be-prod / vision-v1'
}

# What the next step needs
Write-Host ('vnetVisionHubProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $HUB_VNET_NAME)
Write-Host ('vnetVisionMlProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME)
$FIREWALL_12_PRIVATE_I_P_ADDRESS = Invoke-Az network firewall show `
    --resource-group $RESOURCE_GROUP `
    --name 'afw-vision-hub-prod' `
    --query 'ipConfigurations[0].privateIPAddress' `
    --output 'tsv'
Write-Host ('afwVisionHubProdPrivateAddress = ' + $FIREWALL_12_PRIVATE_I_P_ADDRESS)
Write-Host ('vmVisionJumpId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Compute/virtualMachines/vm-vision-jump')
Write-Host ('mlwVisionProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME)
Write-Host ('aksVisionProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerService/managedClusters/' + $AKS_NAME)
$BATCH_ENDPOINT_32_SCORING_URI = Invoke-Az ml batch-endpoint show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'be-vision-be-prod' `
    --query 'scoring_uri' `
    --output 'tsv'
Write-Host ('beVisionBeProdScoringUri = ' + $BATCH_ENDPOINT_32_SCORING_URI)
