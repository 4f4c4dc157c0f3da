// Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).

targetScope = 'resourceGroup'

@description('Region of everything that has no region of its own.')
param location string = 'northeurope'

@description('Tags of every resource.')
param tags object = {
  workload: 'churn'
  environment: 'dev'
}

@description('Name of a virtual network.')
param workspaceVnetName string = 'vnet-churn-ml-dev'

@description('VM size of vm-churn-jump.')
param vmChurnJumpVmSize string = 'Standard_D2s_v5'

@description('Administrator password of Windows machines.')
@secure()
param adminPassword string

@description('Name of a storage account, unique in all of Azure.')
param workspaceStorageName string = 'stchurnmldev01'

@description('Name of the key vault, unique in all of Azure.')
param keyVaultName string = 'kv-churn-ml-dev-01'

@description('Name of the container registry, unique in all of Azure.')
param registryName string = 'crchurnmldev01'

@description('Name of the Log Analytics workspace.')
param logAnalyticsName string = 'log-churn-ml-dev'

@description('Name of Application Insights.')
param applicationInsightsName string = 'appi-churn-ml-dev'

@description('Name of the Azure ML workspace.')
param workspaceName string = 'mlw-churn-dev'

@description('VM size of cpu-churn-train.')
param cpuChurnTrainVmSize string = 'Standard_DS3_v2'

@description('VM size of gpu-churn-train.')
param gpuChurnTrainVmSize string = 'Standard_NC4as_T4_v3'

@description('VM size of cpu-churn-build.')
param cpuChurnBuildVmSize string = 'Standard_DS3_v2'

@description('VM size of ci-churn-ada.')
param ciChurnAdaVmSize string = 'Standard_DS3_v2'

@description('VM size of ci-churn-grace.')
param ciChurnGraceVmSize string = 'Standard_DS3_v2'

resource vnetChurnMlDevAzureBastionSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetChurnMlDev
  name: 'AzureBastionSubnet'
}

resource vnetChurnMlDevSnetJump 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetChurnMlDev
  name: 'snet-jump'
}

resource vnetChurnMlDevSnetPep 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetChurnMlDev
  name: 'snet-pep'
}

resource vnetChurnMlDevSnetTraining 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetChurnMlDev
  name: 'snet-training'
}

resource nsgChurnTrainingDev 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-churn-training-dev'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-EntraId'
        properties: {
          description: 'Sign-in with Microsoft Entra ID.'
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureActiveDirectory'
          destinationPortRanges: [
            '80'
            '443'
          ]
        }
      }
      {
        name: 'Allow-AML-Tcp'
        properties: {
          description: 'Azure Machine Learning; 8787 for RStudio, 18881 for notebook completion.'
          priority: 110
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureMachineLearning'
          destinationPortRanges: [
            '443'
            '8787'
            '18881'
          ]
        }
      }
      {
        name: 'Allow-AML-Udp'
        properties: {
          description: 'Azure Machine Learning creates, updates and deletes instances.'
          priority: 120
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Udp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureMachineLearning'
          destinationPortRange: '5831'
        }
      }
      {
        name: 'Allow-Batch'
        properties: {
          description: 'The Azure Batch service that runs the nodes.'
          priority: 130
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'BatchNodeManagement.northeurope'
          destinationPortRange: '443'
        }
      }
      {
        name: 'Allow-ARM'
        properties: {
          description: 'Azure Resource Manager.'
          priority: 140
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureResourceManager'
          destinationPortRange: '443'
        }
      }
      {
        name: 'Allow-Storage'
        properties: {
          description: 'Storage of the Azure Batch service, on Microsoft\'s side.'
          priority: 150
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Storage.northeurope'
          destinationPortRange: '443'
        }
      }
      {
        name: 'Allow-FrontDoor'
        properties: {
          description: 'Azure Machine Learning studio and AutoML.'
          priority: 160
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureFrontDoor.Frontend'
          destinationPortRange: '443'
        }
      }
      {
        name: 'Allow-MCR'
        properties: {
          description: 'Docker images from Microsoft.'
          priority: 170
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'MicrosoftContainerRegistry'
          destinationPortRange: '443'
        }
      }
      {
        name: 'Allow-AFD-FirstParty'
        properties: {
          description: 'The Microsoft container registry delivers images through Front Door.'
          priority: 180
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureFrontDoor.FirstParty'
          destinationPortRange: '443'
        }
      }
      {
        name: 'Allow-Monitor'
        properties: {
          description: 'Logs and metrics, and diagnostics for support.'
          priority: 190
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureMonitor'
          destinationPortRange: '443'
        }
      }
      {
        name: 'Allow-Vnet'
        properties: {
          description: 'Private endpoints in this network and its peers; 445 for file shares.'
          priority: 210
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: [
            '443'
            '445'
          ]
        }
      }
      {
        name: 'Allow-Vnet-VSCode'
        properties: {
          description: 'VS Code sessions on compute instances.'
          priority: 220
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '8704-8710'
        }
      }
    ]
  }
}

resource nsgChurnPepDev 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-churn-pep-dev'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-Vnet-Https'
        properties: {
          description: 'Clients in this network and its peers use the endpoints.'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '10.30.2.0/27'
          destinationPortRange: '443'
        }
      }
      {
        name: 'Allow-Vnet-Smb'
        properties: {
          description: 'Computes mount the file share of the default storage account.'
          priority: 110
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '10.30.2.0/27'
          destinationPortRange: '445'
        }
      }
      {
        name: 'Deny-All'
        properties: {
          description: 'Nothing else reaches the endpoints.'
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource nsgChurnBastionDev 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-churn-bastion-dev'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'AllowHttpsInbound'
        properties: {
          description: 'People open Bastion sessions from their browsers.'
          priority: 120
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowGatewayManagerInbound'
        properties: {
          description: 'Azure manages the Bastion host.'
          priority: 130
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'GatewayManager'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowAzureLoadBalancerInbound'
        properties: {
          description: 'Health probes of the Bastion host.'
          priority: 140
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'AzureLoadBalancer'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowBastionHostCommunication'
        properties: {
          description: 'Bastion instances talk to each other.'
          priority: 150
          direction: 'Inbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: [
            '8080'
            '5701'
          ]
        }
      }
      {
        name: 'AllowSshRdpOutbound'
        properties: {
          description: 'Bastion opens SSH and RDP sessions.'
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: [
            '22'
            '3389'
          ]
        }
      }
      {
        name: 'AllowAzureCloudOutbound'
        properties: {
          description: 'Bastion stores diagnostics and reaches Azure.'
          priority: 110
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureCloud'
          destinationPortRange: '443'
        }
      }
      {
        name: 'AllowBastionCommunication'
        properties: {
          description: 'Bastion instances talk to each other.'
          priority: 120
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: [
            '8080'
            '5701'
          ]
        }
      }
      {
        name: 'AllowHttpOutbound'
        properties: {
          description: 'Session information and certificate validation.'
          priority: 130
          direction: 'Outbound'
          access: 'Allow'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '80'
        }
      }
    ]
  }
}

resource nsgChurnJumpDev 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-churn-jump-dev'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'Allow-Bastion'
        properties: {
          description: 'Sessions that Bastion opens for people.'
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '10.30.0.0/26'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRanges: [
            '22'
            '3389'
          ]
        }
      }
      {
        name: 'Deny-Remote-Login'
        properties: {
          description: 'Nobody else logs in, not even from this network.'
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRanges: [
            '22'
            '3389'
          ]
        }
      }
    ]
  }
}

resource pipNgChurnMlDev 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-ng-churn-ml-dev'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  properties: {
    publicIPAddressVersion: 'IPv4'
    publicIPAllocationMethod: 'Static'
  }
}

resource ngChurnMlDev 'Microsoft.Network/natGateways@2025-07-01' = {
  name: 'ng-churn-ml-dev'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIpAddresses: [
      {
        id: pipNgChurnMlDev.id
      }
    ]
  }
}

resource vnetChurnMlDev 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: workspaceVnetName
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.30.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'snet-training'
        properties: {
          addressPrefix: '10.30.1.0/24'
          networkSecurityGroup: {
            id: nsgChurnTrainingDev.id
          }
          natGateway: {
            id: ngChurnMlDev.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-pep'
        properties: {
          addressPrefix: '10.30.2.0/27'
          networkSecurityGroup: {
            id: nsgChurnPepDev.id
          }
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'AzureBastionSubnet'
        properties: {
          addressPrefix: '10.30.0.0/26'
          networkSecurityGroup: {
            id: nsgChurnBastionDev.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-jump'
        properties: {
          addressPrefix: '10.30.3.0/27'
          networkSecurityGroup: {
            id: nsgChurnJumpDev.id
          }
          natGateway: {
            id: ngChurnMlDev.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource pipBasChurnDev 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-bas-churn-dev'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  properties: {
    publicIPAddressVersion: 'IPv4'
    publicIPAllocationMethod: 'Static'
  }
}

resource basChurnDev 'Microsoft.Network/bastionHosts@2025-07-01' = {
  name: 'bas-churn-dev'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    enableTunneling: true
    ipConfigurations: [
      {
        name: 'public'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: vnetChurnMlDevAzureBastionSubnet.id
          }
          publicIPAddress: {
            id: pipBasChurnDev.id
          }
        }
      }
    ]
  }
}

resource privatelinkApiAzuremlMs 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.api.azureml.ms'
  location: 'global'
  tags: tags
}

resource privatelinkApiAzuremlMsLinkVnetChurnMlDev 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkApiAzuremlMs
  name: 'link-vnet-churn-ml-dev'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetChurnMlDev.id
    }
  }
}

resource privatelinkNotebooksAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.notebooks.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkNotebooksAzureNetLinkVnetChurnMlDev 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkNotebooksAzureNet
  name: 'link-vnet-churn-ml-dev'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetChurnMlDev.id
    }
  }
}

resource privatelinkBlobCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.blob.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkBlobCoreWindowsNetLinkVnetChurnMlDev 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkBlobCoreWindowsNet
  name: 'link-vnet-churn-ml-dev'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetChurnMlDev.id
    }
  }
}

resource privatelinkFileCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.file.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkFileCoreWindowsNetLinkVnetChurnMlDev 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkFileCoreWindowsNet
  name: 'link-vnet-churn-ml-dev'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetChurnMlDev.id
    }
  }
}

resource privatelinkVaultcoreAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.vaultcore.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkVaultcoreAzureNetLinkVnetChurnMlDev 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkVaultcoreAzureNet
  name: 'link-vnet-churn-ml-dev'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetChurnMlDev.id
    }
  }
}

resource privatelinkAzurecrIo 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.azurecr.io'
  location: 'global'
  tags: tags
}

resource privatelinkAzurecrIoLinkVnetChurnMlDev 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAzurecrIo
  name: 'link-vnet-churn-ml-dev'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetChurnMlDev.id
    }
  }
}

resource nicVmChurnJump 'Microsoft.Network/networkInterfaces@2025-07-01' = {
  name: 'nic-vm-churn-jump'
  location: location
  tags: tags
  properties: {
    ipConfigurations: [
      {
        name: 'primary'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: vnetChurnMlDevSnetJump.id
          }
        }
      }
    ]
  }
}

resource vmChurnJump 'Microsoft.Compute/virtualMachines@2026-04-01' = {
  name: 'vm-churn-jump'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    hardwareProfile: {
      vmSize: vmChurnJumpVmSize
    }
    storageProfile: {
      imageReference: {
        publisher: 'MicrosoftWindowsDesktop'
        offer: 'windows-11'
        sku: 'win11-24h2-ent'
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
      computerName: 'vm-churn-jump'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: nicVmChurnJump.id
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

resource stchurnmldev01 'Microsoft.Storage/storageAccounts@2026-04-01' = {
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
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
  }
}

resource kvChurnMlDev01 'Microsoft.KeyVault/vaults@2026-02-01' = {
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
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Deny'
    }
  }
}

resource crchurnmldev01 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: registryName
  location: location
  tags: tags
  sku: {
    name: 'Premium'
  }
  properties: {
    adminUserEnabled: true
    anonymousPullEnabled: false
    publicNetworkAccess: 'Disabled'
    networkRuleBypassOptions: 'AzureServices'
  }
}

resource logChurnMlDev 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
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

resource appiChurnMlDev 'Microsoft.Insights/components@2020-02-02' = {
  name: applicationInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: logChurnMlDev.id
    publicNetworkAccessForIngestion: 'Enabled'
    publicNetworkAccessForQuery: 'Enabled'
  }
}

resource mlwChurnDev 'Microsoft.MachineLearningServices/workspaces@2026-03-01' = {
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
    storageAccount: stchurnmldev01.id
    keyVault: kvChurnMlDev01.id
    applicationInsights: appiChurnMlDev.id
    containerRegistry: crchurnmldev01.id
    publicNetworkAccess: 'Disabled'
    hbiWorkspace: false
    v1LegacyMode: false
    imageBuildCompute: 'cpu-churn-build'
  }
}

resource pepChurnMlwDev 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-churn-mlw-dev'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetChurnMlDevSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'amlworkspace'
        properties: {
          privateLinkServiceId: mlwChurnDev.id
          groupIds: [
            'amlworkspace'
          ]
        }
      }
    ]
  }
}

resource pepChurnMlwDevDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepChurnMlwDev
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'privatelink-api-azureml-ms'
        properties: {
          privateDnsZoneId: privatelinkApiAzuremlMs.id
        }
      }
      {
        name: 'privatelink-notebooks-azure-net'
        properties: {
          privateDnsZoneId: privatelinkNotebooksAzureNet.id
        }
      }
    ]
  }
  dependsOn: [
    privatelinkApiAzuremlMsLinkVnetChurnMlDev
    privatelinkNotebooksAzureNetLinkVnetChurnMlDev
  ]
}

resource pepChurnBlobDev 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-churn-blob-dev'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetChurnMlDevSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'blob'
        properties: {
          privateLinkServiceId: stchurnmldev01.id
          groupIds: [
            'blob'
          ]
        }
      }
    ]
  }
}

resource pepChurnBlobDevDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepChurnBlobDev
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'privatelink-blob-core-windows-net'
        properties: {
          privateDnsZoneId: privatelinkBlobCoreWindowsNet.id
        }
      }
    ]
  }
  dependsOn: [
    privatelinkBlobCoreWindowsNetLinkVnetChurnMlDev
  ]
}

resource privateEndpoint22Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepChurnBlobDev
  name: guid(pepChurnBlobDev.id, mlwChurnDev.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwChurnDev.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepChurnFileDev 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-churn-file-dev'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetChurnMlDevSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'file'
        properties: {
          privateLinkServiceId: stchurnmldev01.id
          groupIds: [
            'file'
          ]
        }
      }
    ]
  }
}

resource pepChurnFileDevDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepChurnFileDev
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'privatelink-file-core-windows-net'
        properties: {
          privateDnsZoneId: privatelinkFileCoreWindowsNet.id
        }
      }
    ]
  }
  dependsOn: [
    privatelinkFileCoreWindowsNetLinkVnetChurnMlDev
  ]
}

resource privateEndpoint23Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepChurnFileDev
  name: guid(pepChurnFileDev.id, mlwChurnDev.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwChurnDev.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepChurnKvDev 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-churn-kv-dev'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetChurnMlDevSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'vault'
        properties: {
          privateLinkServiceId: kvChurnMlDev01.id
          groupIds: [
            'vault'
          ]
        }
      }
    ]
  }
}

resource pepChurnKvDevDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepChurnKvDev
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'privatelink-vaultcore-azure-net'
        properties: {
          privateDnsZoneId: privatelinkVaultcoreAzureNet.id
        }
      }
    ]
  }
  dependsOn: [
    privatelinkVaultcoreAzureNetLinkVnetChurnMlDev
  ]
}

resource pepChurnCrDev 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-churn-cr-dev'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetChurnMlDevSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'registry'
        properties: {
          privateLinkServiceId: crchurnmldev01.id
          groupIds: [
            'registry'
          ]
        }
      }
    ]
  }
}

resource pepChurnCrDevDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepChurnCrDev
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'privatelink-azurecr-io'
        properties: {
          privateDnsZoneId: privatelinkAzurecrIo.id
        }
      }
    ]
  }
  dependsOn: [
    privatelinkAzurecrIoLinkVnetChurnMlDev
  ]
}

resource mlwChurnDevCpuChurnTrain 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwChurnDev
  name: 'cpu-churn-train'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuChurnTrainVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 20
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetChurnMlDevSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    pepChurnMlwDevDefault
    pepChurnBlobDevDefault
    pepChurnFileDevDefault
    pepChurnKvDevDefault
    pepChurnCrDevDefault
  ]
}

resource mlwChurnDevGpuChurnTrain 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwChurnDev
  name: 'gpu-churn-train'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: gpuChurnTrainVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 8
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetChurnMlDevSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    pepChurnMlwDevDefault
    pepChurnBlobDevDefault
    pepChurnFileDevDefault
    pepChurnKvDevDefault
    pepChurnCrDevDefault
  ]
}

resource mlwChurnDevCpuChurnBuild 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwChurnDev
  name: 'cpu-churn-build'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuChurnBuildVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 2
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetChurnMlDevSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    pepChurnMlwDevDefault
    pepChurnBlobDevDefault
    pepChurnFileDevDefault
    pepChurnKvDevDefault
    pepChurnCrDevDefault
  ]
}

resource mlwChurnDevCiChurnAda 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwChurnDev
  name: 'ci-churn-ada'
  location: location
  tags: tags
  properties: {
    computeType: 'ComputeInstance'
    disableLocalAuth: true
    properties: {
      vmSize: ciChurnAdaVmSize
      applicationSharingPolicy: 'Personal'
      subnet: {
        id: vnetChurnMlDevSnetTraining.id
      }
      enableNodePublicIp: false
      sshSettings: {
        sshPublicAccess: 'Disabled'
      }
    }
  }
  dependsOn: [
    pepChurnMlwDevDefault
    pepChurnBlobDevDefault
    pepChurnFileDevDefault
    pepChurnKvDevDefault
    pepChurnCrDevDefault
  ]
}

resource mlwChurnDevCiChurnGrace 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwChurnDev
  name: 'ci-churn-grace'
  location: location
  tags: tags
  properties: {
    computeType: 'ComputeInstance'
    disableLocalAuth: true
    properties: {
      vmSize: ciChurnGraceVmSize
      applicationSharingPolicy: 'Personal'
      subnet: {
        id: vnetChurnMlDevSnetTraining.id
      }
      enableNodePublicIp: false
      sshSettings: {
        sshPublicAccess: 'Disabled'
      }
    }
  }
  dependsOn: [
    pepChurnMlwDevDefault
    pepChurnBlobDevDefault
    pepChurnFileDevDefault
    pepChurnKvDevDefault
    pepChurnCrDevDefault
  ]
}

@description('Resource id of vnet-churn-ml-dev.')
output vnetChurnMlDevId string = vnetChurnMlDev.id

@description('Resource id of vm-churn-jump.')
output vmChurnJumpId string = vmChurnJump.id

@description('Resource id of mlw-churn-dev.')
output mlwChurnDevId string = mlwChurnDev.id
