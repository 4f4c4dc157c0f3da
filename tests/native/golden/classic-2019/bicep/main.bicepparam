// Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).

using './main.bicep'

// Region of everything that has no region of its own.
param location = 'westus2'

// Tags of every resource.
param tags = {
  workload: 'demand'
  environment: 'prod'
}

// Name of a virtual network.
param workspaceVnetName = 'vnet-demand-ml-prod'

// Name of a storage account, unique in all of Azure.
param workspaceStorageName = 'stdemandmlprod01'

// Name of the key vault, unique in all of Azure.
param keyVaultName = 'kv-demand-ml-prod-01'

// Name of the container registry, unique in all of Azure.
param registryName = 'crdemandmlprod01'

// Name of the Log Analytics workspace.
param logAnalyticsName = 'log-demand-ml-prod'

// Name of Application Insights.
param applicationInsightsName = 'appi-demand-ml-prod'

// Name of the Azure ML workspace.
param workspaceName = 'mlw-demand-prod'

// VM size of cpu-demand-train.
param cpuDemandTrainVmSize = 'Standard_DS3_v2'

// VM size of gpu-demand-train.
param gpuDemandTrainVmSize = 'Standard_NC4as_T4_v3'

// VM size of aks-demand-prod npsystem.
param aksDemandProdNpsystemVmSize = 'Standard_D4s_v5'

// Name of an AKS cluster.
param aksName = 'aks-demand-prod'

// VM size of vm-demand-train.
param vmDemandTrainVmSize = 'Standard_DS3_v2'

// SSH public key of Linux machines, as in id_rsa.pub.
param sshPublicKey = readEnvironmentVariable('SSH_PUBLIC_KEY')

// SSH private key with which Azure ML logs in to vm-demand-train.
param vmDemandTrainSshPrivateKey = readEnvironmentVariable('VM_DEMAND_TRAIN_SSH_PRIVATE_KEY')
