// Written by Azure ML VNet Wizard 0.1.0 from the plan “Pricing in real time” (plan format 1).

using './main.bicep'

// Region of everything that has no region of its own.
param location = 'swedencentral'

// Tags of every resource.
param tags = {
  workload: 'pricing'
  environment: 'prod'
}

// Name of a virtual network.
param workspaceVnetName = 'vnet-pricing-ml-prod'

// VM size of vm-pricing-jump.
param vmPricingJumpVmSize = 'Standard_D2s_v5'

// Administrator password of Windows machines.
param adminPassword = readEnvironmentVariable('ADMIN_PASSWORD')

// Name of a storage account, unique in all of Azure.
param workspaceStorageName = 'stpricingmlprod01'

// Name of the key vault, unique in all of Azure.
param keyVaultName = 'kv-pricing-ml-prod-01'

// Name of the container registry, unique in all of Azure.
param registryName = 'crpricingmlprod01'

// Name of the Log Analytics workspace.
param logAnalyticsName = 'log-pricing-ml-prod'

// Name of Application Insights.
param applicationInsightsName = 'appi-pricing-ml-prod'

// Name of the Azure ML workspace.
param workspaceName = 'mlw-pricing-prod'

// VM size of cpu-pricing-build.
param cpuPricingBuildVmSize = 'Standard_DS3_v2'

// VM size of aks-pricing-prod npsystem.
param aksPricingProdNpsystemVmSize = 'Standard_D4s_v5'

// Name of an AKS cluster.
param aksName = 'aks-pricing-prod'

// VM size of aks-pricing-prod npscore.
param aksPricingProdNpscoreVmSize = 'Standard_D4s_v5'
