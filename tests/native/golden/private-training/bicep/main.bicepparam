// Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).

using './main.bicep'

// Region of everything that has no region of its own.
param location = 'northeurope'

// Tags of every resource.
param tags = {
  workload: 'churn'
  environment: 'dev'
}

// Name of a virtual network.
param workspaceVnetName = 'vnet-churn-ml-dev'

// VM size of vm-churn-jump.
param vmChurnJumpVmSize = 'Standard_D2s_v5'

// Administrator password of Windows machines.
param adminPassword = readEnvironmentVariable('ADMIN_PASSWORD')

// Name of a storage account, unique in all of Azure.
param workspaceStorageName = 'stchurnmldev01'

// Name of the key vault, unique in all of Azure.
param keyVaultName = 'kv-churn-ml-dev-01'

// Name of the container registry, unique in all of Azure.
param registryName = 'crchurnmldev01'

// Name of the Log Analytics workspace.
param logAnalyticsName = 'log-churn-ml-dev'

// Name of Application Insights.
param applicationInsightsName = 'appi-churn-ml-dev'

// Name of the Azure ML workspace.
param workspaceName = 'mlw-churn-dev'

// VM size of cpu-churn-train.
param cpuChurnTrainVmSize = 'Standard_DS3_v2'

// VM size of gpu-churn-train.
param gpuChurnTrainVmSize = 'Standard_NC4as_T4_v3'

// VM size of cpu-churn-build.
param cpuChurnBuildVmSize = 'Standard_DS3_v2'

// VM size of ci-churn-ada.
param ciChurnAdaVmSize = 'Standard_DS3_v2'

// VM size of ci-churn-grace.
param ciChurnGraceVmSize = 'Standard_DS3_v2'
