// Written by Azure ML VNet Wizard 0.1.0 from the plan “Fraud batch scoring” (plan format 1).

targetScope = 'resourceGroup'

@description('Region of everything that has no region of its own.')
param location string = 'westeurope'

@description('Tags of every resource.')
param tags object = {
  workload: 'fraud'
  environment: 'prod'
}

@description('Name of a virtual network.')
param jumpHostVnetName string = 'vnet-fraud-jump-prod'

@description('Name of a virtual network.')
param workspaceVnetName string = 'vnet-fraud-ml-prod'

@description('VM size of vm-fraud-jump.')
param vmFraudJumpVmSize string = 'Standard_D2s_v5'

@description('Administrator password of Windows machines.')
@secure()
param adminPassword string

@description('Name of a storage account, unique in all of Azure.')
param workspaceStorageName string = 'stfraudmlprod01'

@description('Name of the key vault, unique in all of Azure.')
param keyVaultName string = 'kv-fraud-ml-prod-01'

@description('Name of the container registry, unique in all of Azure.')
param registryName string = 'crfraudmlprod01'

@description('Name of the Log Analytics workspace.')
param logAnalyticsName string = 'log-fraud-ml-prod'

@description('Name of Application Insights.')
param applicationInsightsName string = 'appi-fraud-ml-prod'

@description('Name of the Azure ML workspace.')
param workspaceName string = 'mlw-fraud-prod'

@description('VM size of cpu-fraud-train.')
param cpuFraudTrainVmSize string = 'Standard_DS3_v2'

@description('VM size of cpu-fraud-build.')
param cpuFraudBuildVmSize string = 'Standard_DS3_v2'

@description('Resource id of the model for fraud-v1. The deployment is created when this is not empty: register the model first.')
param beFraudBeProdFraudV1ModelId string = ''

resource vnetFraudJumpProdAzureBastionSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetFraudJumpProd
  name: 'AzureBastionSubnet'
}

resource vnetFraudJumpProdSnetJump 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetFraudJumpProd
  name: 'snet-jump'
}

resource vnetFraudMlProdSnetPep 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetFraudMlProd
  name: 'snet-pep'
}

resource vnetFraudMlProdSnetTraining 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetFraudMlProd
  name: 'snet-training'
}

resource nsgFraudBastionProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-fraud-bastion-prod'
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

resource nsgFraudJumpProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-fraud-jump-prod'
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
          sourceAddressPrefix: '10.1.0.0/26'
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

resource nsgFraudTrainingProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-fraud-training-prod'
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
          destinationAddressPrefix: 'BatchNodeManagement.westeurope'
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
          destinationAddressPrefix: 'Storage.westeurope'
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

resource nsgFraudPepProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-fraud-pep-prod'
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
          destinationAddressPrefix: '10.0.2.0/27'
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
          destinationAddressPrefix: '10.0.2.0/27'
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

resource pipNgFraudJumpProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-ng-fraud-jump-prod'
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

resource ngFraudJumpProd 'Microsoft.Network/natGateways@2025-07-01' = {
  name: 'ng-fraud-jump-prod'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIpAddresses: [
      {
        id: pipNgFraudJumpProd.id
      }
    ]
  }
}

resource pipNgFraudMlProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-ng-fraud-ml-prod'
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

resource ngFraudMlProd 'Microsoft.Network/natGateways@2025-07-01' = {
  name: 'ng-fraud-ml-prod'
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIpAddresses: [
      {
        id: pipNgFraudMlProd.id
      }
    ]
  }
}

resource vnetFraudJumpProd 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: jumpHostVnetName
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.1.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'AzureBastionSubnet'
        properties: {
          addressPrefix: '10.1.0.0/26'
          networkSecurityGroup: {
            id: nsgFraudBastionProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-jump'
        properties: {
          addressPrefix: '10.1.1.0/27'
          networkSecurityGroup: {
            id: nsgFraudJumpProd.id
          }
          natGateway: {
            id: ngFraudJumpProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource vnetFraudMlProd 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: workspaceVnetName
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'snet-training'
        properties: {
          addressPrefix: '10.0.1.0/24'
          networkSecurityGroup: {
            id: nsgFraudTrainingProd.id
          }
          natGateway: {
            id: ngFraudMlProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-pep'
        properties: {
          addressPrefix: '10.0.2.0/27'
          networkSecurityGroup: {
            id: nsgFraudPepProd.id
          }
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource pipBasFraudProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-bas-fraud-prod'
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

resource basFraudProd 'Microsoft.Network/bastionHosts@2025-07-01' = {
  name: 'bas-fraud-prod'
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
            id: vnetFraudJumpProdAzureBastionSubnet.id
          }
          publicIPAddress: {
            id: pipBasFraudProd.id
          }
        }
      }
    ]
  }
}

resource vnetFraudJumpProdPeerVnetFraudMlProd 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-07-01' = {
  parent: vnetFraudJumpProd
  name: 'peer-vnet-fraud-ml-prod'
  properties: {
    remoteVirtualNetwork: {
      id: vnetFraudMlProd.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource vnetFraudMlProdPeerVnetFraudJumpProd 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-07-01' = {
  parent: vnetFraudMlProd
  name: 'peer-vnet-fraud-jump-prod'
  properties: {
    remoteVirtualNetwork: {
      id: vnetFraudJumpProd.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
  dependsOn: [
    vnetFraudJumpProdPeerVnetFraudMlProd
  ]
}

resource privatelinkApiAzuremlMs 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.api.azureml.ms'
  location: 'global'
  tags: tags
}

resource privatelinkApiAzuremlMsLinkVnetFraudJumpProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkApiAzuremlMs
  name: 'link-vnet-fraud-jump-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudJumpProd.id
    }
  }
}

resource privatelinkApiAzuremlMsLinkVnetFraudMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkApiAzuremlMs
  name: 'link-vnet-fraud-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudMlProd.id
    }
  }
}

resource privatelinkNotebooksAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.notebooks.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkNotebooksAzureNetLinkVnetFraudJumpProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkNotebooksAzureNet
  name: 'link-vnet-fraud-jump-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudJumpProd.id
    }
  }
}

resource privatelinkNotebooksAzureNetLinkVnetFraudMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkNotebooksAzureNet
  name: 'link-vnet-fraud-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudMlProd.id
    }
  }
}

resource privatelinkBlobCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.blob.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkBlobCoreWindowsNetLinkVnetFraudJumpProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkBlobCoreWindowsNet
  name: 'link-vnet-fraud-jump-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudJumpProd.id
    }
  }
}

resource privatelinkBlobCoreWindowsNetLinkVnetFraudMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkBlobCoreWindowsNet
  name: 'link-vnet-fraud-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudMlProd.id
    }
  }
}

resource privatelinkFileCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.file.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkFileCoreWindowsNetLinkVnetFraudJumpProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkFileCoreWindowsNet
  name: 'link-vnet-fraud-jump-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudJumpProd.id
    }
  }
}

resource privatelinkFileCoreWindowsNetLinkVnetFraudMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkFileCoreWindowsNet
  name: 'link-vnet-fraud-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudMlProd.id
    }
  }
}

resource privatelinkVaultcoreAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.vaultcore.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkVaultcoreAzureNetLinkVnetFraudJumpProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkVaultcoreAzureNet
  name: 'link-vnet-fraud-jump-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudJumpProd.id
    }
  }
}

resource privatelinkVaultcoreAzureNetLinkVnetFraudMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkVaultcoreAzureNet
  name: 'link-vnet-fraud-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudMlProd.id
    }
  }
}

resource privatelinkAzurecrIo 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.azurecr.io'
  location: 'global'
  tags: tags
}

resource privatelinkAzurecrIoLinkVnetFraudJumpProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAzurecrIo
  name: 'link-vnet-fraud-jump-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudJumpProd.id
    }
  }
}

resource privatelinkAzurecrIoLinkVnetFraudMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAzurecrIo
  name: 'link-vnet-fraud-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudMlProd.id
    }
  }
}

resource privatelinkQueueCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.queue.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkQueueCoreWindowsNetLinkVnetFraudJumpProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkQueueCoreWindowsNet
  name: 'link-vnet-fraud-jump-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudJumpProd.id
    }
  }
}

resource privatelinkQueueCoreWindowsNetLinkVnetFraudMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkQueueCoreWindowsNet
  name: 'link-vnet-fraud-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudMlProd.id
    }
  }
}

resource privatelinkTableCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.table.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkTableCoreWindowsNetLinkVnetFraudJumpProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkTableCoreWindowsNet
  name: 'link-vnet-fraud-jump-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudJumpProd.id
    }
  }
}

resource privatelinkTableCoreWindowsNetLinkVnetFraudMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkTableCoreWindowsNet
  name: 'link-vnet-fraud-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetFraudMlProd.id
    }
  }
}

resource nicVmFraudJump 'Microsoft.Network/networkInterfaces@2025-07-01' = {
  name: 'nic-vm-fraud-jump'
  location: location
  tags: tags
  properties: {
    ipConfigurations: [
      {
        name: 'primary'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: vnetFraudJumpProdSnetJump.id
          }
        }
      }
    ]
  }
}

resource vmFraudJump 'Microsoft.Compute/virtualMachines@2026-04-01' = {
  name: 'vm-fraud-jump'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    hardwareProfile: {
      vmSize: vmFraudJumpVmSize
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
      computerName: 'vm-fraud-jump'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: nicVmFraudJump.id
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

resource stfraudmlprod01 'Microsoft.Storage/storageAccounts@2026-04-01' = {
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

resource kvFraudMlProd01 'Microsoft.KeyVault/vaults@2026-02-01' = {
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

resource crfraudmlprod01 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
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

resource logFraudMlProd 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
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

resource appiFraudMlProd 'Microsoft.Insights/components@2020-02-02' = {
  name: applicationInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: logFraudMlProd.id
    publicNetworkAccessForIngestion: 'Enabled'
    publicNetworkAccessForQuery: 'Enabled'
  }
}

resource mlwFraudProd 'Microsoft.MachineLearningServices/workspaces@2026-03-01' = {
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
    storageAccount: stfraudmlprod01.id
    keyVault: kvFraudMlProd01.id
    applicationInsights: appiFraudMlProd.id
    containerRegistry: crfraudmlprod01.id
    publicNetworkAccess: 'Disabled'
    hbiWorkspace: false
    v1LegacyMode: false
    imageBuildCompute: 'cpu-fraud-build'
  }
}

resource pepFraudMlwProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-fraud-mlw-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetFraudMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'amlworkspace'
        properties: {
          privateLinkServiceId: mlwFraudProd.id
          groupIds: [
            'amlworkspace'
          ]
        }
      }
    ]
  }
}

resource pepFraudMlwProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepFraudMlwProd
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
    privatelinkApiAzuremlMsLinkVnetFraudJumpProd
    privatelinkApiAzuremlMsLinkVnetFraudMlProd
    privatelinkNotebooksAzureNetLinkVnetFraudJumpProd
    privatelinkNotebooksAzureNetLinkVnetFraudMlProd
  ]
}

resource pepFraudBlobProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-fraud-blob-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetFraudMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'blob'
        properties: {
          privateLinkServiceId: stfraudmlprod01.id
          groupIds: [
            'blob'
          ]
        }
      }
    ]
  }
}

resource pepFraudBlobProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepFraudBlobProd
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
    privatelinkBlobCoreWindowsNetLinkVnetFraudJumpProd
    privatelinkBlobCoreWindowsNetLinkVnetFraudMlProd
  ]
}

resource privateEndpoint25Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepFraudBlobProd
  name: guid(pepFraudBlobProd.id, mlwFraudProd.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwFraudProd.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepFraudFileProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-fraud-file-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetFraudMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'file'
        properties: {
          privateLinkServiceId: stfraudmlprod01.id
          groupIds: [
            'file'
          ]
        }
      }
    ]
  }
}

resource pepFraudFileProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepFraudFileProd
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
    privatelinkFileCoreWindowsNetLinkVnetFraudJumpProd
    privatelinkFileCoreWindowsNetLinkVnetFraudMlProd
  ]
}

resource privateEndpoint26Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepFraudFileProd
  name: guid(pepFraudFileProd.id, mlwFraudProd.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwFraudProd.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepFraudQueueProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-fraud-queue-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetFraudMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'queue'
        properties: {
          privateLinkServiceId: stfraudmlprod01.id
          groupIds: [
            'queue'
          ]
        }
      }
    ]
  }
}

resource pepFraudQueueProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepFraudQueueProd
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'privatelink-queue-core-windows-net'
        properties: {
          privateDnsZoneId: privatelinkQueueCoreWindowsNet.id
        }
      }
    ]
  }
  dependsOn: [
    privatelinkQueueCoreWindowsNetLinkVnetFraudJumpProd
    privatelinkQueueCoreWindowsNetLinkVnetFraudMlProd
  ]
}

resource pepFraudTableProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-fraud-table-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetFraudMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'table'
        properties: {
          privateLinkServiceId: stfraudmlprod01.id
          groupIds: [
            'table'
          ]
        }
      }
    ]
  }
}

resource pepFraudTableProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepFraudTableProd
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'privatelink-table-core-windows-net'
        properties: {
          privateDnsZoneId: privatelinkTableCoreWindowsNet.id
        }
      }
    ]
  }
  dependsOn: [
    privatelinkTableCoreWindowsNetLinkVnetFraudJumpProd
    privatelinkTableCoreWindowsNetLinkVnetFraudMlProd
  ]
}

resource pepFraudKvProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-fraud-kv-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetFraudMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'vault'
        properties: {
          privateLinkServiceId: kvFraudMlProd01.id
          groupIds: [
            'vault'
          ]
        }
      }
    ]
  }
}

resource pepFraudKvProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepFraudKvProd
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
    privatelinkVaultcoreAzureNetLinkVnetFraudJumpProd
    privatelinkVaultcoreAzureNetLinkVnetFraudMlProd
  ]
}

resource pepFraudCrProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-fraud-cr-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetFraudMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'registry'
        properties: {
          privateLinkServiceId: crfraudmlprod01.id
          groupIds: [
            'registry'
          ]
        }
      }
    ]
  }
}

resource pepFraudCrProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepFraudCrProd
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
    privatelinkAzurecrIoLinkVnetFraudJumpProd
    privatelinkAzurecrIoLinkVnetFraudMlProd
  ]
}

resource mlwFraudProdCpuFraudTrain 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwFraudProd
  name: 'cpu-fraud-train'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuFraudTrainVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 16
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetFraudMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    vnetFraudJumpProdPeerVnetFraudMlProd
    vnetFraudMlProdPeerVnetFraudJumpProd
    pepFraudMlwProdDefault
    pepFraudBlobProdDefault
    pepFraudFileProdDefault
    pepFraudQueueProdDefault
    pepFraudTableProdDefault
    pepFraudKvProdDefault
    pepFraudCrProdDefault
  ]
}

resource mlwFraudProdCpuFraudBuild 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwFraudProd
  name: 'cpu-fraud-build'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuFraudBuildVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 2
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetFraudMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    vnetFraudJumpProdPeerVnetFraudMlProd
    vnetFraudMlProdPeerVnetFraudJumpProd
    pepFraudMlwProdDefault
    pepFraudBlobProdDefault
    pepFraudFileProdDefault
    pepFraudQueueProdDefault
    pepFraudTableProdDefault
    pepFraudKvProdDefault
    pepFraudCrProdDefault
  ]
}

resource mlwFraudProdBeFraudBeProd 'Microsoft.MachineLearningServices/workspaces/batchEndpoints@2026-03-01' = {
  parent: mlwFraudProd
  name: 'be-fraud-be-prod'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    authMode: 'AADToken'
    description: 'Scores fraud data in bulk'
  }
  dependsOn: [
    vnetFraudJumpProdPeerVnetFraudMlProd
    vnetFraudMlProdPeerVnetFraudJumpProd
    pepFraudMlwProdDefault
    pepFraudBlobProdDefault
    pepFraudFileProdDefault
    pepFraudQueueProdDefault
    pepFraudTableProdDefault
    pepFraudKvProdDefault
    pepFraudCrProdDefault
  ]
}

resource mlwFraudProdBeFraudBeProdFraudV1 'Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments@2026-03-01' = if (!empty(beFraudBeProdFraudV1ModelId)) {
  parent: mlwFraudProdBeFraudBeProd
  name: 'fraud-v1'
  location: location
  tags: tags
  properties: {
    compute: mlwFraudProdCpuFraudTrain.id
    model: {
      referenceType: 'Id'
      assetId: beFraudBeProdFraudV1ModelId
    }
    resources: {
      instanceCount: 4
    }
    miniBatchSize: 10
    maxConcurrencyPerInstance: 2
    outputAction: 'AppendRow'
  }
}

@description('Resource id of vnet-fraud-jump-prod.')
output vnetFraudJumpProdId string = vnetFraudJumpProd.id

@description('Resource id of vnet-fraud-ml-prod.')
output vnetFraudMlProdId string = vnetFraudMlProd.id

@description('Resource id of vm-fraud-jump.')
output vmFraudJumpId string = vmFraudJump.id

@description('Resource id of mlw-fraud-prod.')
output mlwFraudProdId string = mlwFraudProd.id

@description('Scoring address of be-fraud-be-prod.')
output beFraudBeProdScoringUri string = mlwFraudProdBeFraudBeProd.properties.scoringUri
