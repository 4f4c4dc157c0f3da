// Written by Azure ML VNet Wizard 0.1.0 from the plan “Fraud batch scoring” (plan format 1).

using './main.bicep'

// Region of everything that has no region of its own.
param location = 'westeurope'

// Tags of every resource.
param tags = {
  workload: 'fraud'
  environment: 'prod'
}

// Name of a virtual network.
param jumpHostVnetName = 'vnet-fraud-jump-prod'

// Name of a virtual network.
param workspaceVnetName = 'vnet-fraud-ml-prod'

// VM size of vm-fraud-jump.
param vmFraudJumpVmSize = 'Standard_D2s_v5'

// Administrator password of Windows machines.
param adminPassword = readEnvironmentVariable('ADMIN_PASSWORD')

// Name of a storage account, unique in all of Azure.
param workspaceStorageName = 'stfraudmlprod01'

// Name of the key vault, unique in all of Azure.
param keyVaultName = 'kv-fraud-ml-prod-01'

// Name of the container registry, unique in all of Azure.
param registryName = 'crfraudmlprod01'

// Name of the Log Analytics workspace.
param logAnalyticsName = 'log-fraud-ml-prod'

// Name of Application Insights.
param applicationInsightsName = 'appi-fraud-ml-prod'

// Name of the Azure ML workspace.
param workspaceName = 'mlw-fraud-prod'

// VM size of cpu-fraud-train.
param cpuFraudTrainVmSize = 'Standard_DS3_v2'

// VM size of cpu-fraud-build.
param cpuFraudBuildVmSize = 'Standard_DS3_v2'

// Resource id of the model for fraud-v1. The deployment is created when this is not empty: register the model first.
param beFraudBeProdFraudV1ModelId = ''
