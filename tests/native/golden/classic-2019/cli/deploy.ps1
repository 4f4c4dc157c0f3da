# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).
# Not written: The docker bridge address of aks-demand-prod is not written: AKS has no such property any more.
# Not written: The inference router of aks-demand-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.
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
Invoke-Az extension add --name 'k8s-extension' --upgrade --yes
Invoke-Az extension add --name 'application-insights' --upgrade --yes

# Values: set a variable of the same name in the environment for another one.
$SUBSCRIPTION_ID = Invoke-Az account show --query 'id' --output 'tsv'
Invoke-Az account set --subscription $SUBSCRIPTION_ID
$RESOURCE_GROUP = if ($env:RESOURCE_GROUP) { $env:RESOURCE_GROUP } else { 'rg-demand-ml-prod' }
# Region of everything that has no region of its own.
$LOCATION = if ($env:LOCATION) { $env:LOCATION } else { 'westus2' }
# Tags of every resource.
$TAGS = @('workload=demand', 'environment=prod')
# Name of a virtual network.
$WORKSPACE_VNET_NAME = if ($env:WORKSPACE_VNET_NAME) { $env:WORKSPACE_VNET_NAME } else { 'vnet-demand-ml-prod' }
# Name of a storage account, unique in all of Azure.
$WORKSPACE_STORAGE_NAME = if ($env:WORKSPACE_STORAGE_NAME) { $env:WORKSPACE_STORAGE_NAME } else { 'stdemandmlprod01' }
# Name of the key vault, unique in all of Azure.
$KEY_VAULT_NAME = if ($env:KEY_VAULT_NAME) { $env:KEY_VAULT_NAME } else { 'kv-demand-ml-prod-01' }
# Name of the container registry, unique in all of Azure.
$REGISTRY_NAME = if ($env:REGISTRY_NAME) { $env:REGISTRY_NAME } else { 'crdemandmlprod01' }
# Name of the Log Analytics workspace.
$LOG_ANALYTICS_NAME = if ($env:LOG_ANALYTICS_NAME) { $env:LOG_ANALYTICS_NAME } else { 'log-demand-ml-prod' }
# Name of Application Insights.
$APPLICATION_INSIGHTS_NAME = if ($env:APPLICATION_INSIGHTS_NAME) { $env:APPLICATION_INSIGHTS_NAME } else { 'appi-demand-ml-prod' }
# Name of the Azure ML workspace.
$WORKSPACE_NAME = if ($env:WORKSPACE_NAME) { $env:WORKSPACE_NAME } else { 'mlw-demand-prod' }
# VM size of cpu-demand-train.
$CPU_DEMAND_TRAIN_VM_SIZE = if ($env:CPU_DEMAND_TRAIN_VM_SIZE) { $env:CPU_DEMAND_TRAIN_VM_SIZE } else { 'Standard_DS3_v2' }
# VM size of gpu-demand-train.
$GPU_DEMAND_TRAIN_VM_SIZE = if ($env:GPU_DEMAND_TRAIN_VM_SIZE) { $env:GPU_DEMAND_TRAIN_VM_SIZE } else { 'Standard_NC4as_T4_v3' }
# VM size of aks-demand-prod npsystem.
$AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE = if ($env:AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE) { $env:AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE } else { 'Standard_D4s_v5' }
# Name of an AKS cluster.
$AKS_NAME = if ($env:AKS_NAME) { $env:AKS_NAME } else { 'aks-demand-prod' }
# VM size of vm-demand-train.
$VM_DEMAND_TRAIN_VM_SIZE = if ($env:VM_DEMAND_TRAIN_VM_SIZE) { $env:VM_DEMAND_TRAIN_VM_SIZE } else { 'Standard_DS3_v2' }
# SSH public key of Linux machines, as in id_rsa.pub.
if (-not $env:SSH_PUBLIC_KEY) { throw 'SSH_PUBLIC_KEY is not set' }
$SSH_PUBLIC_KEY = $env:SSH_PUBLIC_KEY
# SSH private key with which Azure ML logs in to vm-demand-train.
# The CLI takes the name of the file that holds it.
if (-not $env:VM_DEMAND_TRAIN_SSH_PRIVATE_KEY_FILE) { throw 'VM_DEMAND_TRAIN_SSH_PRIVATE_KEY_FILE is not set' }
$VM_DEMAND_TRAIN_SSH_PRIVATE_KEY_FILE = $env:VM_DEMAND_TRAIN_SSH_PRIVATE_KEY_FILE

# What changes
if (-not (Test-Exists group show --name $RESOURCE_GROUP)) {
  Write-Host 'Nothing exists yet: everything is created.'
} else {
  Invoke-Az deployment group what-if `
      --resource-group $RESOURCE_GROUP `
      --template-file '../arm/azuredeploy.json' `
      --parameters ('location=' + $LOCATION) ('workspaceVnetName=' + $WORKSPACE_VNET_NAME) ('workspaceStorageName=' + $WORKSPACE_STORAGE_NAME) ('keyVaultName=' + $KEY_VAULT_NAME) ('registryName=' + $REGISTRY_NAME) ('logAnalyticsName=' + $LOG_ANALYTICS_NAME) ('applicationInsightsName=' + $APPLICATION_INSIGHTS_NAME) ('workspaceName=' + $WORKSPACE_NAME) ('cpuDemandTrainVmSize=' + $CPU_DEMAND_TRAIN_VM_SIZE) ('gpuDemandTrainVmSize=' + $GPU_DEMAND_TRAIN_VM_SIZE) ('aksDemandProdNpsystemVmSize=' + $AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE) ('aksName=' + $AKS_NAME) ('vmDemandTrainVmSize=' + $VM_DEMAND_TRAIN_VM_SIZE) ('sshPublicKey=' + $SSH_PUBLIC_KEY) 'vmDemandTrainSshPrivateKey=not-needed-here'
}
if ($WhatIf) { exit 0 }
if (-not $Yes -and (Read-Host 'Go on? [y/N]') -notmatch '^[yY]') { exit 1 }

# Resource groups and the services that they need
if (-not (Test-Exists group show --name $RESOURCE_GROUP)) {
  Invoke-Az group create --name $RESOURCE_GROUP --location $LOCATION
}
Invoke-Az provider register --namespace 'Microsoft.Network'
Invoke-Az provider register --namespace 'Microsoft.Storage'
Invoke-Az provider register --namespace 'Microsoft.KeyVault'
Invoke-Az provider register --namespace 'Microsoft.ContainerRegistry'
Invoke-Az provider register --namespace 'Microsoft.OperationalInsights'
Invoke-Az provider register --namespace 'Microsoft.Insights'
Invoke-Az provider register --namespace 'Microsoft.MachineLearningServices'
Invoke-Az provider register --namespace 'Microsoft.ManagedIdentity'
Invoke-Az provider register --namespace 'Microsoft.Authorization'
Invoke-Az provider register --namespace 'Microsoft.ContainerService'
Invoke-Az provider register --namespace 'Microsoft.KubernetesConfiguration'
Invoke-Az provider register --namespace 'Microsoft.Compute'

# Network security group nsg-demand-training-prod
Write-Host 'Network security group nsg-demand-training-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-demand-training-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-demand-training-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-demand-training-prod' `
    --name 'Allow-Batch-Inbound' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol 'Tcp' `
    --source-address-prefixes 'BatchNodeManagement.westus2' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '29876-29877' `
    --description 'Azure Batch reaches the nodes (2019 rules; retired 2026-03-31).'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-demand-training-prod' `
    --name 'Allow-Vnet-Outbound' `
    --priority '100' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'VirtualNetwork' `
    --destination-port-ranges '*' `
    --description 'Nodes reach the virtual network (2019 rules).'
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-demand-training-prod' `
    --name 'Allow-Internet-Outbound' `
    --priority '110' `
    --direction 'Outbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes '*' `
    --source-port-ranges '*' `
    --destination-address-prefixes 'Internet' `
    --destination-port-ranges '*' `
    --description 'Nodes reach the internet (2019 rules).'

# Network security group nsg-demand-vm-prod
Write-Host 'Network security group nsg-demand-vm-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-demand-vm-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-demand-vm-prod' `
      --location $LOCATION `
      --tags @TAGS
}
Invoke-Az network nsg rule create `
    --resource-group $RESOURCE_GROUP `
    --nsg-name 'nsg-demand-vm-prod' `
    --name 'Allow-AML-Ssh' `
    --priority '100' `
    --direction 'Inbound' `
    --access 'Allow' `
    --protocol '*' `
    --source-address-prefixes 'AzureMachineLearning' `
    --source-port-ranges '*' `
    --destination-address-prefixes '*' `
    --destination-port-ranges '22' `
    --description 'Azure Machine Learning logs in to attached machines.'

# Network security group nsg-demand-aks-prod
Write-Host 'Network security group nsg-demand-aks-prod'
if (-not (Test-Exists network nsg show `
    --resource-group $RESOURCE_GROUP `
    --name 'nsg-demand-aks-prod')) {
  Invoke-Az network nsg create `
      --resource-group $RESOURCE_GROUP `
      --name 'nsg-demand-aks-prod' `
      --location $LOCATION `
      --tags @TAGS
}

# Virtual network vnet-demand-ml-prod
Write-Host 'Virtual network vnet-demand-ml-prod'
if (-not (Test-Exists network vnet show `
    --resource-group $RESOURCE_GROUP `
    --name $WORKSPACE_VNET_NAME)) {
  Invoke-Az network vnet create `
      --resource-group $RESOURCE_GROUP `
      --name $WORKSPACE_VNET_NAME `
      --location $LOCATION `
      --address-prefixes '10.40.0.0/16' `
      --tags @TAGS
}
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-training' `
    --address-prefixes '10.40.1.0/24' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-training-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'true'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-vm' `
    --address-prefixes '10.40.2.0/27' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-vm-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'true'
Invoke-Az network vnet subnet create `
    --resource-group $RESOURCE_GROUP `
    --vnet-name $WORKSPACE_VNET_NAME `
    --name 'snet-aks' `
    --address-prefixes '10.40.4.0/23' `
    --network-security-group ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkSecurityGroups/nsg-demand-aks-prod') `
    --private-endpoint-network-policies 'Disabled' `
    --default-outbound-access 'true'

# Storage account stdemandmlprod01
Write-Host 'Storage account stdemandmlprod01'
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
      --public-network-access 'Enabled' `
      --bypass 'AzureServices' `
      --default-action 'Allow' `
      --tags @TAGS
}

# Key vault kv-demand-ml-prod-01
Write-Host 'Key vault kv-demand-ml-prod-01'
if (-not (Test-Exists keyvault show --resource-group $RESOURCE_GROUP --name $KEY_VAULT_NAME)) {
  Invoke-Az keyvault create `
      --resource-group $RESOURCE_GROUP `
      --name $KEY_VAULT_NAME `
      --location $LOCATION `
      --sku 'standard' `
      --enable-rbac-authorization 'true' `
      --enable-purge-protection 'true' `
      --public-network-access 'Enabled' `
      --bypass 'AzureServices' `
      --default-action 'Allow' `
      --tags @TAGS
}

# Container registry crdemandmlprod01
Write-Host 'Container registry crdemandmlprod01'
if (-not (Test-Exists acr show --resource-group $RESOURCE_GROUP --name $REGISTRY_NAME)) {
  Invoke-Az acr create `
      --resource-group $RESOURCE_GROUP `
      --name $REGISTRY_NAME `
      --location $LOCATION `
      --sku 'Standard' `
      --admin-enabled 'true' `
      --tags @TAGS `
      --public-network-enabled 'true'
}

# Log Analytics workspace log-demand-ml-prod
Write-Host 'Log Analytics workspace log-demand-ml-prod'
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

# Application Insights appi-demand-ml-prod
Write-Host 'Application Insights appi-demand-ml-prod'
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

# Azure ML workspace mlw-demand-prod
Write-Host 'Azure ML workspace mlw-demand-prod'
if (-not (Test-Exists ml workspace show --resource-group $RESOURCE_GROUP --name $WORKSPACE_NAME)) {
  Invoke-Az ml workspace create `
      --resource-group $RESOURCE_GROUP `
      --name $WORKSPACE_NAME `
      --location $LOCATION `
      --storage-account ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Storage/storageAccounts/' + $WORKSPACE_STORAGE_NAME) `
      --key-vault ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.KeyVault/vaults/' + $KEY_VAULT_NAME) `
      --application-insights ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Insights/components/' + $APPLICATION_INSIGHTS_NAME) `
      --container-registry ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerRegistry/registries/' + $REGISTRY_NAME) `
      --public-network-access 'Enabled' `
      --tags @TAGS
}

# Compute cluster mlw-demand-prod / cpu-demand-train
Write-Host 'Compute cluster mlw-demand-prod / cpu-demand-train'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'cpu-demand-train')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'cpu-demand-train' `
      --type 'AmlCompute' `
      --size $CPU_DEMAND_TRAIN_VM_SIZE `
      --min-instances '0' `
      --max-instances '20' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'true' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Compute cluster mlw-demand-prod / gpu-demand-train
Write-Host 'Compute cluster mlw-demand-prod / gpu-demand-train'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'gpu-demand-train')) {
  Invoke-Az ml compute create `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'gpu-demand-train' `
      --type 'AmlCompute' `
      --size $GPU_DEMAND_TRAIN_VM_SIZE `
      --min-instances '0' `
      --max-instances '4' `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-training') `
      --enable-node-public-ip 'true' `
      --tags @TAGS `
      --tier 'dedicated' `
      --idle-time-before-scale-down '900' `
      --ssh-public-access-enabled 'false'
}

# Identity id-aks-demand-prod
Write-Host 'Identity id-aks-demand-prod'
if (-not (Test-Exists identity show --resource-group $RESOURCE_GROUP --name 'id-aks-demand-prod')) {
  Invoke-Az identity create `
      --resource-group $RESOURCE_GROUP `
      --name 'id-aks-demand-prod' `
      --location $LOCATION `
      --tags @TAGS
}

# Role Network Contributor on snet-aks
Write-Host 'Role Network Contributor on snet-aks'
$AKS_14_IDENTITY_PRINCIPAL_ID = Invoke-Az identity show `
    --resource-group $RESOURCE_GROUP `
    --name 'id-aks-demand-prod' `
    --query 'principalId' `
    --output 'tsv'
Invoke-Az role assignment create `
    --assignee-object-id $AKS_14_IDENTITY_PRINCIPAL_ID `
    --assignee-principal-type 'ServicePrincipal' `
    --role '4d97b98b-1d4f-4787-a291-c67834d212e7' `
    --scope ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-aks')

# AKS cluster aks-demand-prod
Write-Host 'AKS cluster aks-demand-prod'
if (-not (Test-Exists aks show --resource-group $RESOURCE_GROUP --name $AKS_NAME)) {
  Invoke-Az aks create `
      --resource-group $RESOURCE_GROUP `
      --name $AKS_NAME `
      --location $LOCATION `
      --tier 'Standard' `
      --dns-name-prefix 'aks-demand-prod' `
      --assign-identity ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-demand-prod') `
      --network-plugin 'azure' `
      --service-cidr '10.0.0.0/16' `
      --dns-service-ip '10.0.0.10' `
      --load-balancer-sku 'standard' `
      --outbound-type 'loadBalancer' `
      --tags @TAGS `
      --nodepool-name 'npsystem' `
      --node-vm-size $AKS_DEMAND_PROD_NPSYSTEM_VM_SIZE `
      --node-count '3' `
      --max-pods '30' `
      --vnet-subnet-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-aks') `
      --no-ssh-key `
      --yes
  Invoke-Az aks nodepool update `
      --resource-group $RESOURCE_GROUP `
      --cluster-name $AKS_NAME `
      --name 'npsystem' `
      --max-surge '33%'
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
      --configuration-settings 'enableTraining=False' 'enableInference=True' 'inferenceRouterServiceType=loadBalancer' 'inferenceRouterHA=True' 'allowInsecureConnections=True'
}

# Attached AKS cluster mlw-demand-prod / aks-demand
Write-Host 'Attached AKS cluster mlw-demand-prod / aks-demand'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'aks-demand')) {
  Invoke-Az ml compute attach `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'aks-demand' `
      --type 'Kubernetes' `
      --resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerService/managedClusters/' + $AKS_NAME) `
      --namespace 'default' `
      --identity-type 'SystemAssigned'
}

# Network interface nic-vm-demand-train
Write-Host 'Network interface nic-vm-demand-train'
if (-not (Test-Exists network nic show `
    --resource-group $RESOURCE_GROUP `
    --name 'nic-vm-demand-train')) {
  Invoke-Az network nic create `
      --resource-group $RESOURCE_GROUP `
      --name 'nic-vm-demand-train' `
      --location $LOCATION `
      --subnet ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME + '/subnets/snet-vm') `
      --tags @TAGS
}

# Virtual machine vm-demand-train
Write-Host 'Virtual machine vm-demand-train'
if (-not (Test-Exists vm show --resource-group $RESOURCE_GROUP --name 'vm-demand-train')) {
  Invoke-Az vm create `
      --resource-group $RESOURCE_GROUP `
      --name 'vm-demand-train' `
      --location $LOCATION `
      --size $VM_DEMAND_TRAIN_VM_SIZE `
      --nics ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/networkInterfaces/nic-vm-demand-train') `
      --computer-name 'vm-demand-train' `
      --admin-username 'azureuser' `
      --ssh-key-values $SSH_PUBLIC_KEY `
      --storage-sku 'StandardSSD_LRS' `
      --os-disk-delete-option 'Delete' `
      --security-type 'TrustedLaunch' `
      --enable-secure-boot 'true' `
      --enable-vtpm 'true' `
      --tags @TAGS `
      --image 'Canonical:ubuntu-24_04-lts:server:latest' `
      --authentication-type 'ssh' `
      --assign-identity '[system]'
  Invoke-Az vm boot-diagnostics enable --resource-group $RESOURCE_GROUP --name 'vm-demand-train'
}

# Attached virtual machine mlw-demand-prod / vm-demand-train
Write-Host 'Attached virtual machine mlw-demand-prod / vm-demand-train'
if (-not (Test-Exists ml compute show `
    --resource-group $RESOURCE_GROUP `
    --workspace-name $WORKSPACE_NAME `
    --name 'vm-demand-train')) {
  Invoke-Az ml compute attach `
      --resource-group $RESOURCE_GROUP `
      --workspace-name $WORKSPACE_NAME `
      --name 'vm-demand-train' `
      --type 'VirtualMachine' `
      --resource-id ('/subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Compute/virtualMachines/vm-demand-train') `
      --ssh-port '22' `
      --admin-username 'azureuser' `
      --ssh-private-key-file $VM_DEMAND_TRAIN_SSH_PRIVATE_KEY_FILE
}

# What the next step needs
Write-Host ('vnetDemandMlProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Network/virtualNetworks/' + $WORKSPACE_VNET_NAME)
Write-Host ('mlwDemandProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.MachineLearningServices/workspaces/' + $WORKSPACE_NAME)
Write-Host ('aksDemandProdId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.ContainerService/managedClusters/' + $AKS_NAME)
Write-Host ('vmDemandTrainId = /subscriptions/' + $SUBSCRIPTION_ID + '/resourceGroups/' + $RESOURCE_GROUP + '/providers/Microsoft.Compute/virtualMachines/vm-demand-train')
