// Written by Azure ML VNet Wizard 0.1.0 from the plan “Pricing in real time” (plan format 1).
// Not written: The inference router of aks-pricing-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.

targetScope = 'resourceGroup'

@description('Region of everything that has no region of its own.')
param location string = 'swedencentral'

@description('Tags of every resource.')
param tags object = {
  workload: 'pricing'
  environment: 'prod'
}

@description('Name of a virtual network.')
param workspaceVnetName string = 'vnet-pricing-ml-prod'

@description('VM size of vm-pricing-jump.')
param vmPricingJumpVmSize string = 'Standard_D2s_v5'

@description('Administrator password of Windows machines.')
@secure()
param adminPassword string

@description('Name of a storage account, unique in all of Azure.')
param workspaceStorageName string = 'stpricingmlprod01'

@description('Name of the key vault, unique in all of Azure.')
param keyVaultName string = 'kv-pricing-ml-prod-01'

@description('Name of the container registry, unique in all of Azure.')
param registryName string = 'crpricingmlprod01'

@description('Name of the Log Analytics workspace.')
param logAnalyticsName string = 'log-pricing-ml-prod'

@description('Name of Application Insights.')
param applicationInsightsName string = 'appi-pricing-ml-prod'

@description('Name of the Azure ML workspace.')
param workspaceName string = 'mlw-pricing-prod'

@description('VM size of cpu-pricing-build.')
param cpuPricingBuildVmSize string = 'Standard_DS3_v2'

@description('VM size of aks-pricing-prod npsystem.')
param aksPricingProdNpsystemVmSize string = 'Standard_D4s_v5'

@description('Name of an AKS cluster.')
param aksName string = 'aks-pricing-prod'

@description('VM size of aks-pricing-prod npscore.')
param aksPricingProdNpscoreVmSize string = 'Standard_D4s_v5'

resource vnetPricingMlProdAzureBastionSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetPricingMlProd
  name: 'AzureBastionSubnet'
}

resource vnetPricingMlProdSnetJump 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetPricingMlProd
  name: 'snet-jump'
}

resource vnetPricingMlProdSnetPep 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetPricingMlProd
  name: 'snet-pep'
}

resource vnetPricingMlProdSnetTraining 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetPricingMlProd
  name: 'snet-training'
}

resource vnetPricingMlProdSnetAks 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetPricingMlProd
  name: 'snet-aks'
}

resource nsgPricingTrainingProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-pricing-training-prod'
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
          destinationAddressPrefix: 'BatchNodeManagement.swedencentral'
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
          destinationAddressPrefix: 'Storage.swedencentral'
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
    ]
  }
}

resource nsgPricingPepProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-pricing-pep-prod'
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
          destinationAddressPrefix: '10.50.2.0/27'
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
          destinationAddressPrefix: '10.50.2.0/27'
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

resource nsgPricingAksProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-pricing-aks-prod'
  location: location
  tags: tags
  properties: {
    securityRules: []
  }
}

resource nsgPricingBastionProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-pricing-bastion-prod'
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

resource nsgPricingJumpProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-pricing-jump-prod'
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
          sourceAddressPrefix: '10.50.0.0/26'
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

resource pipNgPricingMlProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-ng-pricing-ml-prod'
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

resource ngPricingMlProd 'Microsoft.Network/natGateways@2025-07-01' = {
  name: 'ng-pricing-ml-prod'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIpAddresses: [
      {
        id: pipNgPricingMlProd.id
      }
    ]
  }
}

resource vnetPricingMlProd 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: workspaceVnetName
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.50.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'snet-training'
        properties: {
          addressPrefix: '10.50.1.0/26'
          networkSecurityGroup: {
            id: nsgPricingTrainingProd.id
          }
          natGateway: {
            id: ngPricingMlProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-pep'
        properties: {
          addressPrefix: '10.50.2.0/27'
          networkSecurityGroup: {
            id: nsgPricingPepProd.id
          }
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-aks'
        properties: {
          addressPrefix: '10.50.4.0/24'
          networkSecurityGroup: {
            id: nsgPricingAksProd.id
          }
          natGateway: {
            id: ngPricingMlProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'AzureBastionSubnet'
        properties: {
          addressPrefix: '10.50.0.0/26'
          networkSecurityGroup: {
            id: nsgPricingBastionProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-jump'
        properties: {
          addressPrefix: '10.50.3.0/27'
          networkSecurityGroup: {
            id: nsgPricingJumpProd.id
          }
          natGateway: {
            id: ngPricingMlProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource pipBasPricingProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-bas-pricing-prod'
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

resource basPricingProd 'Microsoft.Network/bastionHosts@2025-07-01' = {
  name: 'bas-pricing-prod'
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
            id: vnetPricingMlProdAzureBastionSubnet.id
          }
          publicIPAddress: {
            id: pipBasPricingProd.id
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

resource privatelinkApiAzuremlMsLinkVnetPricingMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkApiAzuremlMs
  name: 'link-vnet-pricing-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetPricingMlProd.id
    }
  }
}

resource privatelinkNotebooksAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.notebooks.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkNotebooksAzureNetLinkVnetPricingMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkNotebooksAzureNet
  name: 'link-vnet-pricing-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetPricingMlProd.id
    }
  }
}

resource privatelinkBlobCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.blob.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkBlobCoreWindowsNetLinkVnetPricingMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkBlobCoreWindowsNet
  name: 'link-vnet-pricing-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetPricingMlProd.id
    }
  }
}

resource privatelinkFileCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.file.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkFileCoreWindowsNetLinkVnetPricingMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkFileCoreWindowsNet
  name: 'link-vnet-pricing-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetPricingMlProd.id
    }
  }
}

resource privatelinkVaultcoreAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.vaultcore.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkVaultcoreAzureNetLinkVnetPricingMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkVaultcoreAzureNet
  name: 'link-vnet-pricing-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetPricingMlProd.id
    }
  }
}

resource privatelinkAzurecrIo 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.azurecr.io'
  location: 'global'
  tags: tags
}

resource privatelinkAzurecrIoLinkVnetPricingMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAzurecrIo
  name: 'link-vnet-pricing-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetPricingMlProd.id
    }
  }
}

resource nicVmPricingJump 'Microsoft.Network/networkInterfaces@2025-07-01' = {
  name: 'nic-vm-pricing-jump'
  location: location
  tags: tags
  properties: {
    ipConfigurations: [
      {
        name: 'primary'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: vnetPricingMlProdSnetJump.id
          }
        }
      }
    ]
  }
}

resource vmPricingJump 'Microsoft.Compute/virtualMachines@2026-04-01' = {
  name: 'vm-pricing-jump'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    hardwareProfile: {
      vmSize: vmPricingJumpVmSize
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
      computerName: 'vm-pricing-jump'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: nicVmPricingJump.id
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

resource stpricingmlprod01 'Microsoft.Storage/storageAccounts@2026-04-01' = {
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

resource kvPricingMlProd01 'Microsoft.KeyVault/vaults@2026-02-01' = {
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

resource crpricingmlprod01 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
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

resource logPricingMlProd 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
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

resource appiPricingMlProd 'Microsoft.Insights/components@2020-02-02' = {
  name: applicationInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: logPricingMlProd.id
    publicNetworkAccessForIngestion: 'Enabled'
    publicNetworkAccessForQuery: 'Enabled'
  }
}

resource mlwPricingProd 'Microsoft.MachineLearningServices/workspaces@2026-03-01' = {
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
    storageAccount: stpricingmlprod01.id
    keyVault: kvPricingMlProd01.id
    applicationInsights: appiPricingMlProd.id
    containerRegistry: crpricingmlprod01.id
    publicNetworkAccess: 'Disabled'
    hbiWorkspace: false
    v1LegacyMode: false
    imageBuildCompute: 'cpu-pricing-build'
  }
}

resource pepPricingMlwProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-pricing-mlw-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetPricingMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'amlworkspace'
        properties: {
          privateLinkServiceId: mlwPricingProd.id
          groupIds: [
            'amlworkspace'
          ]
        }
      }
    ]
  }
}

resource pepPricingMlwProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepPricingMlwProd
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
    privatelinkApiAzuremlMsLinkVnetPricingMlProd
    privatelinkNotebooksAzureNetLinkVnetPricingMlProd
  ]
}

resource pepPricingBlobProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-pricing-blob-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetPricingMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'blob'
        properties: {
          privateLinkServiceId: stpricingmlprod01.id
          groupIds: [
            'blob'
          ]
        }
      }
    ]
  }
}

resource pepPricingBlobProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepPricingBlobProd
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
    privatelinkBlobCoreWindowsNetLinkVnetPricingMlProd
  ]
}

resource privateEndpoint23Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepPricingBlobProd
  name: guid(pepPricingBlobProd.id, mlwPricingProd.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwPricingProd.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepPricingFileProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-pricing-file-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetPricingMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'file'
        properties: {
          privateLinkServiceId: stpricingmlprod01.id
          groupIds: [
            'file'
          ]
        }
      }
    ]
  }
}

resource pepPricingFileProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepPricingFileProd
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
    privatelinkFileCoreWindowsNetLinkVnetPricingMlProd
  ]
}

resource privateEndpoint24Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepPricingFileProd
  name: guid(pepPricingFileProd.id, mlwPricingProd.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwPricingProd.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepPricingKvProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-pricing-kv-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetPricingMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'vault'
        properties: {
          privateLinkServiceId: kvPricingMlProd01.id
          groupIds: [
            'vault'
          ]
        }
      }
    ]
  }
}

resource pepPricingKvProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepPricingKvProd
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
    privatelinkVaultcoreAzureNetLinkVnetPricingMlProd
  ]
}

resource pepPricingCrProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-pricing-cr-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetPricingMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'registry'
        properties: {
          privateLinkServiceId: crpricingmlprod01.id
          groupIds: [
            'registry'
          ]
        }
      }
    ]
  }
}

resource pepPricingCrProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepPricingCrProd
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
    privatelinkAzurecrIoLinkVnetPricingMlProd
  ]
}

resource mlwPricingProdCpuPricingBuild 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwPricingProd
  name: 'cpu-pricing-build'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuPricingBuildVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 4
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetPricingMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    pepPricingMlwProdDefault
    pepPricingBlobProdDefault
    pepPricingFileProdDefault
    pepPricingKvProdDefault
    pepPricingCrProdDefault
  ]
}

resource idAksPricingProd 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-aks-pricing-prod'
  location: location
  tags: tags
}

resource aks19RoleSubnet6 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vnetPricingMlProdSnetAks
  name: guid(vnetPricingMlProdSnetAks.id, idAksPricingProd.id, '4d97b98b-1d4f-4787-a291-c67834d212e7')
  properties: {
    principalId: idAksPricingProd.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4d97b98b-1d4f-4787-a291-c67834d212e7')
  }
}

resource aksPricingProd 'Microsoft.ContainerService/managedClusters@2026-05-01' = {
  name: aksName
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${idAksPricingProd.id}': {} }
  }
  sku: {
    name: 'Base'
    tier: 'Standard'
  }
  properties: {
    dnsPrefix: 'aks-pricing-prod'
    enableRBAC: true
    disableLocalAccounts: false
    networkProfile: {
      networkPlugin: 'azure'
      networkPluginMode: 'overlay'
      podCidr: '10.244.0.0/16'
      serviceCidr: '10.96.0.0/16'
      dnsServiceIP: '10.96.0.10'
      loadBalancerSku: 'standard'
      outboundType: 'userAssignedNATGateway'
    }
    apiServerAccessProfile: {
      enablePrivateCluster: true
      enablePrivateClusterPublicFQDN: false
      privateDNSZone: 'system'
    }
    agentPoolProfiles: [
      {
        name: 'npsystem'
        mode: 'System'
        type: 'VirtualMachineScaleSets'
        osType: 'Linux'
        vmSize: aksPricingProdNpsystemVmSize
        count: 3
        enableAutoScaling: false
        maxPods: 250
        upgradeSettings: {
          maxSurge: '33%'
        }
        vnetSubnetID: vnetPricingMlProdSnetAks.id
      }
    ]
  }
  dependsOn: [
    aks19RoleSubnet6
  ]
}

resource aksPricingProdNpscore 'Microsoft.ContainerService/managedClusters/agentPools@2026-05-01' = {
  parent: aksPricingProd
  name: 'npscore'
  properties: {
    mode: 'User'
    type: 'VirtualMachineScaleSets'
    osType: 'Linux'
    vmSize: aksPricingProdNpscoreVmSize
    count: 3
    enableAutoScaling: true
    minCount: 3
    maxCount: 20
    maxPods: 250
    upgradeSettings: {
      maxSurge: '33%'
    }
    vnetSubnetID: vnetPricingMlProdSnetAks.id
  }
}

resource azureml 'Microsoft.KubernetesConfiguration/extensions@2025-03-01' = {
  scope: aksPricingProd
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
      internalLoadBalancerProvider: 'azure'
    }
  }
  dependsOn: [
    aksPricingProdNpscore
    pepPricingMlwProdDefault
    pepPricingBlobProdDefault
    pepPricingFileProdDefault
    pepPricingKvProdDefault
    pepPricingCrProdDefault
  ]
}

resource mlwPricingProdAksPricing 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwPricingProd
  name: 'aks-pricing'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    computeType: 'Kubernetes'
    resourceId: aksPricingProd.id
    properties: {
      namespace: 'default'
    }
  }
  dependsOn: [
    pepPricingMlwProdDefault
    pepPricingBlobProdDefault
    pepPricingFileProdDefault
    pepPricingKvProdDefault
    pepPricingCrProdDefault
    azureml
  ]
}

@description('Resource id of vnet-pricing-ml-prod.')
output vnetPricingMlProdId string = vnetPricingMlProd.id

@description('Resource id of vm-pricing-jump.')
output vmPricingJumpId string = vmPricingJump.id

@description('Resource id of mlw-pricing-prod.')
output mlwPricingProdId string = mlwPricingProd.id

@description('Resource id of aks-pricing-prod.')
output aksPricingProdId string = aksPricingProd.id
