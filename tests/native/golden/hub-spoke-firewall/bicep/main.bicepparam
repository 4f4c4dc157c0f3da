// Written by Azure ML VNet Wizard 0.1.0 from the plan “Risk models behind a hub” (plan format 1).

using './main.bicep'

// Region of everything that has no region of its own.
param location = 'northeurope'

// Tags of every resource.
param tags = {
  workload: 'risk'
  environment: 'prod'
}

// Name of a virtual network.
param hubVnetName = 'vnet-risk-hub-prod'

// Name of a virtual network.
param workspaceVnetName = 'vnet-risk-ml-prod'

// VM size of vm-risk-jump.
param vmRiskJumpVmSize = 'Standard_D2s_v5'

// Administrator password of Windows machines.
param adminPassword = readEnvironmentVariable('ADMIN_PASSWORD')

// Name of a storage account, unique in all of Azure.
param workspaceStorageName = 'striskmlprod01'

// Name of the key vault, unique in all of Azure.
param keyVaultName = 'kv-risk-ml-prod-01'

// Name of the container registry, unique in all of Azure.
param registryName = 'crriskmlprod01'

// Name of the Log Analytics workspace.
param logAnalyticsName = 'log-risk-ml-prod'

// Name of Application Insights.
param applicationInsightsName = 'appi-risk-ml-prod'

// Name of the Azure ML workspace.
param workspaceName = 'mlw-risk-prod'

// VM size of cpu-risk-train.
param cpuRiskTrainVmSize = 'Standard_DS3_v2'

// VM size of gpu-risk-train.
param gpuRiskTrainVmSize = 'Standard_NC4as_T4_v3'

// VM size of cpu-risk-build.
param cpuRiskBuildVmSize = 'Standard_DS3_v2'

// VM size of ci-risk-ada.
param ciRiskAdaVmSize = 'Standard_DS3_v2'
