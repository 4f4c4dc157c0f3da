// Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

using './main.bicep'

// Region of everything that has no region of its own.
param location = 'westeurope'

// Tags of every resource.
param tags = {
  workload: 'vision'
  environment: 'prod'
}

// Name of a virtual network.
param hubVnetName = 'vnet-vision-hub-prod'

// Name of a virtual network.
param workspaceVnetName = 'vnet-vision-ml-prod'

// VM size of vm-vision-jump.
param vmVisionJumpVmSize = 'Standard_D2s_v5'

// Administrator password of Windows machines.
param adminPassword = readEnvironmentVariable('ADMIN_PASSWORD')

// Name of a storage account, unique in all of Azure.
param workspaceStorageName = 'stvisionmlprod01'

// Name of the key vault, unique in all of Azure.
param keyVaultName = 'kv-vision-ml-prod-01'

// Name of the container registry, unique in all of Azure.
param registryName = 'crvisionmlprod01'

// Name of the Log Analytics workspace.
param logAnalyticsName = 'log-vision-ml-prod'

// Name of Application Insights.
param applicationInsightsName = 'appi-vision-ml-prod'

// Name of the Azure ML workspace.
param workspaceName = 'mlw-vision-prod'

// VM size of gpu-vision-train.
param gpuVisionTrainVmSize = 'Standard_NC4as_T4_v3'

// VM size of cpu-vision-batch.
param cpuVisionBatchVmSize = 'Standard_DS3_v2'

// VM size of cpu-vision-build.
param cpuVisionBuildVmSize = 'Standard_DS3_v2'

// VM size of ci-vision-ada.
param ciVisionAdaVmSize = 'Standard_DS3_v2'

// VM size of ci-vision-grace.
param ciVisionGraceVmSize = 'Standard_DS3_v2'

// VM size of aks-vision-prod npsystem.
param aksVisionProdNpsystemVmSize = 'Standard_D4s_v5'

// Name of an AKS cluster.
param aksName = 'aks-vision-prod'

// VM size of aks-vision-prod npscore.
param aksVisionProdNpscoreVmSize = 'Standard_D4s_v5'

// Resource id of the model for vision-v1. The deployment is created when this is not empty: register the model first.
param beVisionBeProdVisionV1ModelId = ''
