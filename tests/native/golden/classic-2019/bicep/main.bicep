// Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).
// Not written: The docker bridge address of aks-demand-prod is not written: AKS has no such property any more.
// Not written: The inference router of aks-demand-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.

targetScope = 'resourceGroup'

@description('Region of everything that has no region of its own.')
param location string = 'westus2'

@description('Tags of every resource.')
param tags object = {
  workload: 'demand'
  environment: 'prod'
}

@description('Name of a virtual network.')
param workspaceVnetName string = 'vnet-demand-ml-prod'

@description('Name of a storage account, unique in all of Azure.')
param workspaceStorageName string = 'stdemandmlprod01'

@description('Name of the key vault, unique in all of Azure.')
param keyVaultName string = 'kv-demand-ml-prod-01'

@description('Name of the container registry, unique in all of Azure.')
param registryName string = 'crdemandmlprod01'

@description('Name of the Log Analytics workspace.')
param logAnalyticsName string = 'log-demand-ml-prod'

@description('Name of Application Insights.')
param applicationInsightsName string = 'appi-demand-ml-prod'

@description('Name of the Azure ML workspace.')
param workspaceName string = 'mlw-demand-prod'

@description('VM size of cpu-demand-train.')
param cpuDemandTrainVmSize string = 'Standard_DS3_v2'

@description('VM size of gpu-demand-train.')
param gpuDemandTrainVmSize string = 'Standard_NC4as_T4_v3'

@description('VM size of aks-demand-prod npsystem.')
param aksDemandProdNpsystemVmSize string = 'Standard_D4s_v5'

@description('Name of an AKS cluster.')
param aksName string = 'aks-demand-prod'

@description('VM size of vm-demand-train.')
param vmDemandTrainVmSize string = 'Standard_DS3_v2'

@description('SSH public key of Linux machines, as in id_rsa.pub.')
@secure()
param sshPublicKey string

@description('SSH private key with which Azure ML logs in to vm-demand-train.')
@secure()
param vmDemandTrainSshPrivateKey string

resource vnetDemandMlProdSnetTraining 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetDemandMlProd
  name: 'snet-training'
}

resource vnetDemandMlProdSnetAks 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetDemandMlProd
  name: 'snet-aks'
}

resource vnetDemandMlProdSnetVm 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetDemandMlProd
  name: 'snet-vm'
}

resource nsgDemandTrainingProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-demand-training-prod'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-Batch-Inbound'
        properties: {
          description: 'Azure Batch reaches the nodes (2019 rules; retired 2026-03-31).'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'BatchNodeManagement.westus2'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '29876-29877'
        }
      }
      {
        name: 'Allow-Vnet-Outbound'
        properties: {
          description: 'Nodes reach the virtual network (2019 rules).'
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '*'
        }
      }
      {
        name: 'Allow-Internet-Outbound'
        properties: {
          description: 'Nodes reach the internet (2019 rules).'
          priority: 110
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource nsgDemandVmProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-demand-vm-prod'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-AML-Ssh'
        properties: {
          description: 'Azure Machine Learning logs in to attached machines.'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: 'AzureMachineLearning'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '22'
        }
      }
    ]
  }
}

resource nsgDemandAksProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-demand-aks-prod'
  location: location
  tags: tags
  properties: {
    securityRules: []
  }
}

resource vnetDemandMlProd 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: workspaceVnetName
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.40.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'snet-training'
        properties: {
          addressPrefix: '10.40.1.0/24'
          networkSecurityGroup: {
            id: nsgDemandTrainingProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: true
        }
      }
      {
        name: 'snet-vm'
        properties: {
          addressPrefix: '10.40.2.0/27'
          networkSecurityGroup: {
            id: nsgDemandVmProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: true
        }
      }
      {
        name: 'snet-aks'
        properties: {
          addressPrefix: '10.40.4.0/23'
          networkSecurityGroup: {
            id: nsgDemandAksProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: true
        }
      }
    ]
  }
}

resource stdemandmlprod01 'Microsoft.Storage/storageAccounts@2026-04-01' = {
  name: workspaceStorageName
  location: location
  tags: tags
  sku: {
    name: 'Standard_LRS'
  }
  kind: 'StorageV2'
  properties: {
    accessTier: 'Hot'
    isHnsEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

resource kvDemandMlProd01 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: keyVaultName
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

resource crdemandmlprod01 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: registryName
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    adminUserEnabled: true
    anonymousPullEnabled: false
    publicNetworkAccess: 'Enabled'
  }
}

resource logDemandMlProd 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: logAnalyticsName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    publicNetworkAccessForIngestion: 'Enabled'
    publicNetworkAccessForQuery: 'Enabled'
  }
}

resource appiDemandMlProd 'Microsoft.Insights/components@2020-02-02' = {
  name: applicationInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: logDemandMlProd.id
    publicNetworkAccessForIngestion: 'Enabled'
    publicNetworkAccessForQuery: 'Enabled'
  }
}

resource mlwDemandProd 'Microsoft.MachineLearningServices/workspaces@2026-03-01' = {
  name: workspaceName
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  kind: 'Default'
  sku: {
    name: 'Basic'
    tier: 'Basic'
  }
  properties: {
    storageAccount: stdemandmlprod01.id
    keyVault: kvDemandMlProd01.id
    applicationInsights: appiDemandMlProd.id
    containerRegistry: crdemandmlprod01.id
    publicNetworkAccess: 'Enabled'
    hbiWorkspace: false
    v1LegacyMode: false
  }
}

resource mlwDemandProdCpuDemandTrain 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwDemandProd
  name: 'cpu-demand-train'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuDemandTrainVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 20
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetDemandMlProdSnetTraining.id
      }
      enableNodePublicIp: true
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
}

resource mlwDemandProdGpuDemandTrain 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwDemandProd
  name: 'gpu-demand-train'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: gpuDemandTrainVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 4
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetDemandMlProdSnetTraining.id
      }
      enableNodePublicIp: true
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
}

resource idAksDemandProd 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-aks-demand-prod'
  location: location
  tags: tags
}

resource aks14RoleSubnet6 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vnetDemandMlProdSnetAks
  name: guid(vnetDemandMlProdSnetAks.id, idAksDemandProd.id, '4d97b98b-1d4f-4787-a291-c67834d212e7')
  properties: {
    principalId: idAksDemandProd.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4d97b98b-1d4f-4787-a291-c67834d212e7')
  }
}

resource aksDemandProd 'Microsoft.ContainerService/managedClusters@2026-05-01' = {
  name: aksName
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${idAksDemandProd.id}': {} }
  }
  sku: {
    name: 'Base'
    tier: 'Standard'
  }
  properties: {
    dnsPrefix: 'aks-demand-prod'
    enableRBAC: true
    disableLocalAccounts: false
    networkProfile: {
      networkPlugin: 'azure'
      serviceCidr: '10.0.0.0/16'
      dnsServiceIP: '10.0.0.10'
      loadBalancerSku: 'standard'
      outboundType: 'loadBalancer'
    }
    apiServerAccessProfile: {
      enablePrivateCluster: false
    }
    agentPoolProfiles: [
      {
        name: 'npsystem'
        mode: 'System'
        type: 'VirtualMachineScaleSets'
        osType: 'Linux'
        vmSize: aksDemandProdNpsystemVmSize
        count: 3
        enableAutoScaling: false
        maxPods: 30
        upgradeSettings: {
          maxSurge: '33%'
        }
        vnetSubnetID: vnetDemandMlProdSnetAks.id
      }
    ]
  }
  dependsOn: [
    aks14RoleSubnet6
  ]
}

resource azureml 'Microsoft.KubernetesConfiguration/extensions@2025-03-01' = {
  scope: aksDemandProd
  name: 'azureml'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    extensionType: 'Microsoft.AzureML.Kubernetes'
    autoUpgradeMinorVersion: true
    releaseTrain: 'stable'
    scope: {
      cluster: {
        releaseNamespace: 'azureml'
      }
    }
    configurationSettings: {
      enableTraining: 'False'
      enableInference: 'True'
      inferenceRouterServiceType: 'loadBalancer'
      inferenceRouterHA: 'True'
      allowInsecureConnections: 'True'
    }
  }
}

resource mlwDemandProdAksDemand 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwDemandProd
  name: 'aks-demand'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    computeType: 'Kubernetes'
    resourceId: aksDemandProd.id
    properties: {
      namespace: 'default'
    }
  }
  dependsOn: [
    azureml
  ]
}

resource nicVmDemandTrain 'Microsoft.Network/networkInterfaces@2025-07-01' = {
  name: 'nic-vm-demand-train'
  location: location
  tags: tags
  properties: {
    ipConfigurations: [
      {
        name: 'primary'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: vnetDemandMlProdSnetVm.id
          }
        }
      }
    ]
  }
}

resource vmDemandTrain 'Microsoft.Compute/virtualMachines@2026-04-01' = {
  name: 'vm-demand-train'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    hardwareProfile: {
      vmSize: vmDemandTrainVmSize
    }
    storageProfile: {
      imageReference: {
        publisher: 'Canonical'
        offer: 'ubuntu-24_04-lts'
        sku: 'server'
        version: 'latest'
      }
      osDisk: {
        createOption: 'FromImage'
        deleteOption: 'Delete'
        managedDisk: {
          storageAccountType: 'StandardSSD_LRS'
        }
      }
    }
    osProfile: {
      computerName: 'vm-demand-train'
      adminUsername: 'azureuser'
      linuxConfiguration: {
        disablePasswordAuthentication: true
        ssh: {
          publicKeys: [
            {
              path: '/home/azureuser/.ssh/authorized_keys'
              keyData: sshPublicKey
            }
          ]
        }
      }
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: nicVmDemandTrain.id
        }
      ]
    }
    securityProfile: {
      securityType: 'TrustedLaunch'
      uefiSettings: {
        secureBootEnabled: true
        vTpmEnabled: true
      }
    }
    diagnosticsProfile: {
      bootDiagnostics: {
        enabled: true
      }
    }
  }
}

resource mlwDemandProdVmDemandTrain 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwDemandProd
  name: 'vm-demand-train'
  location: location
  tags: tags
  properties: {
    computeType: 'VirtualMachine'
    resourceId: vmDemandTrain.id
    properties: {
      sshPort: 22
      administratorAccount: {
        username: 'azureuser'
        privateKeyData: vmDemandTrainSshPrivateKey
      }
    }
  }
}

@description('Resource id of vnet-demand-ml-prod.')
output vnetDemandMlProdId string = vnetDemandMlProd.id

@description('Resource id of mlw-demand-prod.')
output mlwDemandProdId string = mlwDemandProd.id

@description('Resource id of aks-demand-prod.')
output aksDemandProdId string = aksDemandProd.id

@description('Resource id of vm-demand-train.')
output vmDemandTrainId string = vmDemandTrain.id
