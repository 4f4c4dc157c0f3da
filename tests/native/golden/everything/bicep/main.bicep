// Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).
// Not written: The connection to on-premises is not written: it needs a shared key or a circuit. Add it to the gateway once the gateway stands.
// Not written: The inference router of aks-vision-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.

targetScope = 'resourceGroup'

@description('Region of everything that has no region of its own.')
param location string = 'westeurope'

@description('Tags of every resource.')
param tags object = {
  workload: 'vision'
  environment: 'prod'
}

@description('Name of a virtual network.')
param hubVnetName string = 'vnet-vision-hub-prod'

@description('Name of a virtual network.')
param workspaceVnetName string = 'vnet-vision-ml-prod'

@description('VM size of vm-vision-jump.')
param vmVisionJumpVmSize string = 'Standard_D2s_v5'

@description('Administrator password of Windows machines.')
@secure()
param adminPassword string

@description('Name of a storage account, unique in all of Azure.')
param workspaceStorageName string = 'stvisionmlprod01'

@description('Name of the key vault, unique in all of Azure.')
param keyVaultName string = 'kv-vision-ml-prod-01'

@description('Name of the container registry, unique in all of Azure.')
param registryName string = 'crvisionmlprod01'

@description('Name of the Log Analytics workspace.')
param logAnalyticsName string = 'log-vision-ml-prod'

@description('Name of Application Insights.')
param applicationInsightsName string = 'appi-vision-ml-prod'

@description('Name of the Azure ML workspace.')
param workspaceName string = 'mlw-vision-prod'

@description('VM size of gpu-vision-train.')
param gpuVisionTrainVmSize string = 'Standard_NC4as_T4_v3'

@description('VM size of cpu-vision-batch.')
param cpuVisionBatchVmSize string = 'Standard_DS3_v2'

@description('VM size of cpu-vision-build.')
param cpuVisionBuildVmSize string = 'Standard_DS3_v2'

@description('VM size of ci-vision-ada.')
param ciVisionAdaVmSize string = 'Standard_DS3_v2'

@description('VM size of ci-vision-grace.')
param ciVisionGraceVmSize string = 'Standard_DS3_v2'

@description('VM size of aks-vision-prod npsystem.')
param aksVisionProdNpsystemVmSize string = 'Standard_D4s_v5'

@description('Name of an AKS cluster.')
param aksName string = 'aks-vision-prod'

@description('VM size of aks-vision-prod npscore.')
param aksVisionProdNpscoreVmSize string = 'Standard_D4s_v5'

@description('Resource id of the model for vision-v1. The deployment is created when this is not empty: register the model first.')
param beVisionBeProdVisionV1ModelId string = ''

resource vnetVisionHubProdAzureBastionSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetVisionHubProd
  name: 'AzureBastionSubnet'
}

resource vnetVisionHubProdAzureFirewallSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetVisionHubProd
  name: 'AzureFirewallSubnet'
}

resource vnetVisionHubProdGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetVisionHubProd
  name: 'GatewaySubnet'
}

resource vnetVisionHubProdSnetJump 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetVisionHubProd
  name: 'snet-jump'
}

resource vnetVisionMlProdSnetTraining 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetVisionMlProd
  name: 'snet-training'
}

resource vnetVisionMlProdSnetPep 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetVisionMlProd
  name: 'snet-pep'
}

resource stvisiondataprod01 'Microsoft.Storage/storageAccounts@2026-04-01' existing = {
  scope: resourceGroup('00000000-0000-0000-0000-000000000001', 'rg-data-prod')
  name: 'stvisiondataprod01'
}

resource vnetVisionMlProdSnetAks 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetVisionMlProd
  name: 'snet-aks'
}

resource nsgVisionBastionProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-vision-bastion-prod'
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

resource nsgVisionJumpProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-vision-jump-prod'
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
          sourceAddressPrefix: '10.80.0.64/26'
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

resource nsgVisionTrainingProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-vision-training-prod'
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

resource nsgVisionPepProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-vision-pep-prod'
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
          destinationAddressPrefix: '10.81.2.0/26'
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
          destinationAddressPrefix: '10.81.2.0/26'
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

resource nsgVisionAksProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-vision-aks-prod'
  location: location
  tags: tags
  properties: {
    securityRules: []
  }
}

resource rtVisionJumpProd 'Microsoft.Network/routeTables@2025-07-01' = {
  name: 'rt-vision-jump-prod'
  location: location
  tags: tags
  properties: {
    disableBgpRoutePropagation: false
    routes: [
      {
        name: 'default-to-firewall'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: '10.80.0.4'
        }
      }
    ]
  }
}

resource rtVisionMlProd 'Microsoft.Network/routeTables@2025-07-01' = {
  name: 'rt-vision-ml-prod'
  location: location
  tags: tags
  properties: {
    disableBgpRoutePropagation: false
    routes: [
      {
        name: 'default-to-firewall'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: '10.80.0.4'
        }
      }
    ]
  }
}

resource rtVisionAksProd 'Microsoft.Network/routeTables@2025-07-01' = {
  name: 'rt-vision-aks-prod'
  location: location
  tags: tags
  properties: {
    disableBgpRoutePropagation: false
    routes: [
      {
        name: 'default-to-firewall'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: '10.80.0.4'
        }
      }
    ]
  }
}

resource vnetVisionHubProd 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: hubVnetName
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.80.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'AzureFirewallSubnet'
        properties: {
          addressPrefix: '10.80.0.0/26'
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.80.0.128/27'
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'AzureBastionSubnet'
        properties: {
          addressPrefix: '10.80.0.64/26'
          networkSecurityGroup: {
            id: nsgVisionBastionProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-jump'
        properties: {
          addressPrefix: '10.80.1.0/27'
          networkSecurityGroup: {
            id: nsgVisionJumpProd.id
          }
          routeTable: {
            id: rtVisionJumpProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource vnetVisionMlProd 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: workspaceVnetName
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.81.0.0/16'
      ]
    }
    subnets: [
      {
        name: 'snet-training'
        properties: {
          addressPrefix: '10.81.0.0/23'
          networkSecurityGroup: {
            id: nsgVisionTrainingProd.id
          }
          routeTable: {
            id: rtVisionMlProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-pep'
        properties: {
          addressPrefix: '10.81.2.0/26'
          networkSecurityGroup: {
            id: nsgVisionPepProd.id
          }
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-aks'
        properties: {
          addressPrefix: '10.81.4.0/24'
          networkSecurityGroup: {
            id: nsgVisionAksProd.id
          }
          routeTable: {
            id: rtVisionAksProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource pipBasVisionProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-bas-vision-prod'
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

resource basVisionProd 'Microsoft.Network/bastionHosts@2025-07-01' = {
  name: 'bas-vision-prod'
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
            id: vnetVisionHubProdAzureBastionSubnet.id
          }
          publicIPAddress: {
            id: pipBasVisionProd.id
          }
        }
      }
    ]
  }
}

resource afwpAfwVisionHubProd 'Microsoft.Network/firewallPolicies@2025-07-01' = {
  name: 'afwp-afw-vision-hub-prod'
  location: location
  tags: tags
  properties: {
    sku: {
      tier: 'Premium'
    }
    threatIntelMode: 'Alert'
  }
}

resource afwpAfwVisionHubProdAzureMachineLearning 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2025-07-01' = {
  parent: afwpAfwVisionHubProd
  name: 'azure-machine-learning'
  properties: {
    priority: 500
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'network'
        priority: 100
        action: {
          type: 'Allow'
        }
        rules: [
          {
            ruleType: 'NetworkRule'
            name: 'Allow-EntraId'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.81.0.0/23'
            ]
            destinationAddresses: [
              'AzureActiveDirectory'
            ]
            destinationPorts: [
              '80'
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'Allow-AML-Tcp'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.81.0.0/23'
            ]
            destinationAddresses: [
              'AzureMachineLearning'
            ]
            destinationPorts: [
              '443'
              '8787'
              '18881'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'Allow-AML-Udp'
            ipProtocols: [
              'UDP'
            ]
            sourceAddresses: [
              '10.81.0.0/23'
            ]
            destinationAddresses: [
              'AzureMachineLearning'
            ]
            destinationPorts: [
              '5831'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'Allow-Batch'
            ipProtocols: [
              'Any'
            ]
            sourceAddresses: [
              '10.81.0.0/23'
            ]
            destinationAddresses: [
              'BatchNodeManagement.westeurope'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'Allow-ARM'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.81.0.0/23'
            ]
            destinationAddresses: [
              'AzureResourceManager'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'Allow-Storage'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.81.0.0/23'
            ]
            destinationAddresses: [
              'Storage.westeurope'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'Allow-FrontDoor'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.81.0.0/23'
            ]
            destinationAddresses: [
              'AzureFrontDoor.Frontend'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'Allow-MCR'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.81.0.0/23'
            ]
            destinationAddresses: [
              'MicrosoftContainerRegistry'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'Allow-AFD-FirstParty'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.81.0.0/23'
            ]
            destinationAddresses: [
              'AzureFrontDoor.FirstParty'
            ]
            destinationPorts: [
              '443'
            ]
          }
        ]
      }
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'application'
        priority: 200
        action: {
          type: 'Allow'
        }
        rules: [
          {
            ruleType: 'ApplicationRule'
            name: 'ml-microsoft-entra-id'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
              {
                protocolType: 'Http'
                port: 80
              }
            ]
            targetFqdns: [
              'login.microsoftonline.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-azure-resource-manager'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'management.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-azure-ml-studio'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'ml.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-azure-ml-api'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.azureml.ms'
              '*.azureml.net'
              '*.modelmanagement.azureml.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-notebooks'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.notebooks.azure.net'
              'graph.microsoft.com'
              '*.aznbcontent.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-microsoft-graph'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'graph.windows.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-compute-instances'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.instances.azureml.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-azure-batch'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.westeurope.batch.azure.com'
              '*.westeurope.service.batch.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-storage-on-microsoft-s-side'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.blob.core.windows.net'
              '*.queue.core.windows.net'
              '*.table.core.windows.net'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-images-from-microsoft'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'mcr.microsoft.com'
              '*.data.mcr.microsoft.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-python-and-r-packages'
            sourceAddresses: [
              '10.80.1.0/27'
              '10.81.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'anaconda.com'
              '*.anaconda.com'
              '*.anaconda.org'
              'pypi.org'
              '*.pythonhosted.org'
              'cloud.r-project.org'
              '*.pytorch.org'
              '*.tensorflow.org'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'aks-api-server-images-and-packages-of-aks'
            sourceAddresses: [
              '10.81.4.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.hcp.westeurope.azmk8s.io'
              'mcr.microsoft.com'
              '*.data.mcr.microsoft.com'
              'mcr-0001.mcr-msedge.net'
              'management.azure.com'
              'login.microsoftonline.com'
              'packages.microsoft.com'
              'packages.aks.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'aks-cluster-extensions'
            sourceAddresses: [
              '10.81.4.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'westeurope.dp.kubernetesconfiguration.azure.com'
              'arcmktplaceprod.azurecr.io'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'aks-azure-ml-on-kubernetes'
            sourceAddresses: [
              '10.81.4.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.kusto.windows.net'
              '*.table.core.windows.net'
              '*.queue.core.windows.net'
              'westeurope.experiments.azureml.net'
              'westeurope.api.azureml.ms'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'aks-python-packages'
            sourceAddresses: [
              '10.81.4.0/24'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'pypi.org'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'aks-ubuntu-packages'
            sourceAddresses: [
              '10.81.4.0/24'
            ]
            protocols: [
              {
                protocolType: 'Http'
                port: 80
              }
            ]
            targetFqdns: [
              'archive.ubuntu.com'
              'security.ubuntu.com'
              'ppa.launchpad.net'
            ]
          }
        ]
      }
    ]
  }
}

resource pipAfwVisionHubProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-afw-vision-hub-prod'
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

resource afwVisionHubProd 'Microsoft.Network/azureFirewalls@2025-07-01' = {
  name: 'afw-vision-hub-prod'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'AZFW_VNet'
      tier: 'Premium'
    }
    firewallPolicy: {
      id: afwpAfwVisionHubProd.id
    }
    ipConfigurations: [
      {
        name: 'public'
        properties: {
          subnet: {
            id: vnetVisionHubProdAzureFirewallSubnet.id
          }
          publicIPAddress: {
            id: pipAfwVisionHubProd.id
          }
        }
      }
    ]
  }
  dependsOn: [
    afwpAfwVisionHubProdAzureMachineLearning
  ]
}

resource pipVgwVisionHubProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-vgw-vision-hub-prod'
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

resource vgwVisionHubProd 'Microsoft.Network/virtualNetworkGateways@2025-07-01' = {
  name: 'vgw-vision-hub-prod'
  location: location
  tags: tags
  properties: {
    gatewayType: 'Vpn'
    vpnType: 'RouteBased'
    sku: {
      name: 'VpnGw1AZ'
      tier: 'VpnGw1AZ'
    }
    ipConfigurations: [
      {
        name: 'public'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: vnetVisionHubProdGatewaySubnet.id
          }
          publicIPAddress: {
            id: pipVgwVisionHubProd.id
          }
        }
      }
    ]
  }
}

resource vnetVisionHubProdPeerVnetVisionMlProd 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-07-01' = {
  parent: vnetVisionHubProd
  name: 'peer-vnet-vision-ml-prod'
  properties: {
    remoteVirtualNetwork: {
      id: vnetVisionMlProd.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

resource vnetVisionMlProdPeerVnetVisionHubProd 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-07-01' = {
  parent: vnetVisionMlProd
  name: 'peer-vnet-vision-hub-prod'
  properties: {
    remoteVirtualNetwork: {
      id: vnetVisionHubProd.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: false
    useRemoteGateways: true
  }
  dependsOn: [
    vnetVisionHubProdPeerVnetVisionMlProd
    vgwVisionHubProd
  ]
}

resource privatelinkApiAzuremlMs 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.api.azureml.ms'
  location: 'global'
  tags: tags
}

resource privatelinkApiAzuremlMsLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkApiAzuremlMs
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkApiAzuremlMsLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkApiAzuremlMs
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkNotebooksAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.notebooks.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkNotebooksAzureNetLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkNotebooksAzureNet
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkNotebooksAzureNetLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkNotebooksAzureNet
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkBlobCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.blob.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkBlobCoreWindowsNetLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkBlobCoreWindowsNet
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkBlobCoreWindowsNetLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkBlobCoreWindowsNet
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkFileCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.file.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkFileCoreWindowsNetLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkFileCoreWindowsNet
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkFileCoreWindowsNetLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkFileCoreWindowsNet
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkVaultcoreAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.vaultcore.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkVaultcoreAzureNetLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkVaultcoreAzureNet
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkVaultcoreAzureNetLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkVaultcoreAzureNet
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkAzurecrIo 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.azurecr.io'
  location: 'global'
  tags: tags
}

resource privatelinkAzurecrIoLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAzurecrIo
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkAzurecrIoLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAzurecrIo
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkQueueCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.queue.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkQueueCoreWindowsNetLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkQueueCoreWindowsNet
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkQueueCoreWindowsNetLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkQueueCoreWindowsNet
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkTableCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.table.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkTableCoreWindowsNetLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkTableCoreWindowsNet
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkTableCoreWindowsNetLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkTableCoreWindowsNet
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkDfsCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.dfs.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkDfsCoreWindowsNetLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkDfsCoreWindowsNet
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkDfsCoreWindowsNetLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkDfsCoreWindowsNet
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkMonitorAzureCom 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.monitor.azure.com'
  location: 'global'
  tags: tags
}

resource privatelinkMonitorAzureComLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkMonitorAzureCom
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkMonitorAzureComLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkMonitorAzureCom
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkOmsOpinsightsAzureCom 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.oms.opinsights.azure.com'
  location: 'global'
  tags: tags
}

resource privatelinkOmsOpinsightsAzureComLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkOmsOpinsightsAzureCom
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkOmsOpinsightsAzureComLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkOmsOpinsightsAzureCom
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkOdsOpinsightsAzureCom 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.ods.opinsights.azure.com'
  location: 'global'
  tags: tags
}

resource privatelinkOdsOpinsightsAzureComLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkOdsOpinsightsAzureCom
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkOdsOpinsightsAzureComLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkOdsOpinsightsAzureCom
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkAgentsvcAzureAutomationNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.agentsvc.azure-automation.net'
  location: 'global'
  tags: tags
}

resource privatelinkAgentsvcAzureAutomationNetLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAgentsvcAzureAutomationNet
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkAgentsvcAzureAutomationNetLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAgentsvcAzureAutomationNet
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource privatelinkWesteuropeAzmk8sIo 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.azmk8s.io'
  location: 'global'
  tags: tags
}

resource privatelinkWesteuropeAzmk8sIoLinkVnetVisionHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkWesteuropeAzmk8sIo
  name: 'link-vnet-vision-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionHubProd.id
    }
  }
}

resource privatelinkWesteuropeAzmk8sIoLinkVnetVisionMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkWesteuropeAzmk8sIo
  name: 'link-vnet-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetVisionMlProd.id
    }
  }
}

resource nicVmVisionJump 'Microsoft.Network/networkInterfaces@2025-07-01' = {
  name: 'nic-vm-vision-jump'
  location: location
  tags: tags
  properties: {
    ipConfigurations: [
      {
        name: 'primary'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: vnetVisionHubProdSnetJump.id
          }
        }
      }
    ]
  }
}

resource vmVisionJump 'Microsoft.Compute/virtualMachines@2026-04-01' = {
  name: 'vm-vision-jump'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    hardwareProfile: {
      vmSize: vmVisionJumpVmSize
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
      computerName: 'vm-vision-jump'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: nicVmVisionJump.id
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

resource stvisionmlprod01 'Microsoft.Storage/storageAccounts@2026-04-01' = {
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

resource kvVisionMlProd01 'Microsoft.KeyVault/vaults@2026-02-01' = {
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

resource crvisionmlprod01 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
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

resource logVisionMlProd 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
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

resource appiVisionMlProd 'Microsoft.Insights/components@2020-02-02' = {
  name: applicationInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: logVisionMlProd.id
    publicNetworkAccessForIngestion: 'Enabled'
    publicNetworkAccessForQuery: 'Enabled'
  }
}

resource amplsVisionMlProd 'Microsoft.Insights/privateLinkScopes@2021-09-01' = {
  name: 'ampls-vision-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    accessModeSettings: {
      ingestionAccessMode: 'Open'
      queryAccessMode: 'Open'
    }
  }
}

resource amplsVisionMlProdLogAnalytics 'Microsoft.Insights/privateLinkScopes/scopedResources@2021-09-01' = {
  parent: amplsVisionMlProd
  name: 'log-analytics'
  properties: {
    linkedResourceId: logVisionMlProd.id
  }
}

resource amplsVisionMlProdApplicationInsights 'Microsoft.Insights/privateLinkScopes/scopedResources@2021-09-01' = {
  parent: amplsVisionMlProd
  name: 'application-insights'
  properties: {
    linkedResourceId: appiVisionMlProd.id
  }
  dependsOn: [
    amplsVisionMlProdLogAnalytics
  ]
}

resource mlwVisionProd 'Microsoft.MachineLearningServices/workspaces@2026-03-01' = {
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
    storageAccount: stvisionmlprod01.id
    keyVault: kvVisionMlProd01.id
    applicationInsights: appiVisionMlProd.id
    containerRegistry: crvisionmlprod01.id
    publicNetworkAccess: 'Disabled'
    hbiWorkspace: false
    v1LegacyMode: false
    imageBuildCompute: 'cpu-vision-build'
    serverlessComputeSettings: {
      serverlessComputeCustomSubnet: vnetVisionMlProdSnetTraining.id
      serverlessComputeNoPublicIP: true
    }
  }
}

resource pepVisionMlwProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-mlw-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'amlworkspace'
        properties: {
          privateLinkServiceId: mlwVisionProd.id
          groupIds: [
            'amlworkspace'
          ]
        }
      }
    ]
  }
}

resource pepVisionMlwProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionMlwProd
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
    privatelinkApiAzuremlMsLinkVnetVisionHubProd
    privatelinkApiAzuremlMsLinkVnetVisionMlProd
    privatelinkNotebooksAzureNetLinkVnetVisionHubProd
    privatelinkNotebooksAzureNetLinkVnetVisionMlProd
  ]
}

resource pepVisionBlobProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-blob-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'blob'
        properties: {
          privateLinkServiceId: stvisionmlprod01.id
          groupIds: [
            'blob'
          ]
        }
      }
    ]
  }
}

resource pepVisionBlobProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionBlobProd
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
    privatelinkBlobCoreWindowsNetLinkVnetVisionHubProd
    privatelinkBlobCoreWindowsNetLinkVnetVisionMlProd
  ]
}

resource privateEndpoint39Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepVisionBlobProd
  name: guid(pepVisionBlobProd.id, mlwVisionProd.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwVisionProd.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepVisionFileProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-file-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'file'
        properties: {
          privateLinkServiceId: stvisionmlprod01.id
          groupIds: [
            'file'
          ]
        }
      }
    ]
  }
}

resource pepVisionFileProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionFileProd
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
    privatelinkFileCoreWindowsNetLinkVnetVisionHubProd
    privatelinkFileCoreWindowsNetLinkVnetVisionMlProd
  ]
}

resource privateEndpoint40Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepVisionFileProd
  name: guid(pepVisionFileProd.id, mlwVisionProd.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwVisionProd.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepVisionQueueProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-queue-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'queue'
        properties: {
          privateLinkServiceId: stvisionmlprod01.id
          groupIds: [
            'queue'
          ]
        }
      }
    ]
  }
}

resource pepVisionQueueProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionQueueProd
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
    privatelinkQueueCoreWindowsNetLinkVnetVisionHubProd
    privatelinkQueueCoreWindowsNetLinkVnetVisionMlProd
  ]
}

resource pepVisionTableProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-table-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'table'
        properties: {
          privateLinkServiceId: stvisionmlprod01.id
          groupIds: [
            'table'
          ]
        }
      }
    ]
  }
}

resource pepVisionTableProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionTableProd
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
    privatelinkTableCoreWindowsNetLinkVnetVisionHubProd
    privatelinkTableCoreWindowsNetLinkVnetVisionMlProd
  ]
}

resource pepVisionKvProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-kv-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'vault'
        properties: {
          privateLinkServiceId: kvVisionMlProd01.id
          groupIds: [
            'vault'
          ]
        }
      }
    ]
  }
}

resource pepVisionKvProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionKvProd
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
    privatelinkVaultcoreAzureNetLinkVnetVisionHubProd
    privatelinkVaultcoreAzureNetLinkVnetVisionMlProd
  ]
}

resource pepVisionCrProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-cr-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'registry'
        properties: {
          privateLinkServiceId: crvisionmlprod01.id
          groupIds: [
            'registry'
          ]
        }
      }
    ]
  }
}

resource pepVisionCrProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionCrProd
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
    privatelinkAzurecrIoLinkVnetVisionHubProd
    privatelinkAzurecrIoLinkVnetVisionMlProd
  ]
}

resource pepVisionAmplsProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-ampls-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'azuremonitor'
        properties: {
          privateLinkServiceId: amplsVisionMlProd.id
          groupIds: [
            'azuremonitor'
          ]
        }
      }
    ]
  }
  dependsOn: [
    amplsVisionMlProdLogAnalytics
    amplsVisionMlProdApplicationInsights
  ]
}

resource pepVisionAmplsProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionAmplsProd
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'privatelink-monitor-azure-com'
        properties: {
          privateDnsZoneId: privatelinkMonitorAzureCom.id
        }
      }
      {
        name: 'privatelink-oms-opinsights-azure-com'
        properties: {
          privateDnsZoneId: privatelinkOmsOpinsightsAzureCom.id
        }
      }
      {
        name: 'privatelink-ods-opinsights-azure-com'
        properties: {
          privateDnsZoneId: privatelinkOdsOpinsightsAzureCom.id
        }
      }
      {
        name: 'privatelink-agentsvc-azure-automation-net'
        properties: {
          privateDnsZoneId: privatelinkAgentsvcAzureAutomationNet.id
        }
      }
      {
        name: 'privatelink-blob-core-windows-net'
        properties: {
          privateDnsZoneId: privatelinkBlobCoreWindowsNet.id
        }
      }
    ]
  }
  dependsOn: [
    privatelinkMonitorAzureComLinkVnetVisionHubProd
    privatelinkMonitorAzureComLinkVnetVisionMlProd
    privatelinkOmsOpinsightsAzureComLinkVnetVisionHubProd
    privatelinkOmsOpinsightsAzureComLinkVnetVisionMlProd
    privatelinkOdsOpinsightsAzureComLinkVnetVisionHubProd
    privatelinkOdsOpinsightsAzureComLinkVnetVisionMlProd
    privatelinkAgentsvcAzureAutomationNetLinkVnetVisionHubProd
    privatelinkAgentsvcAzureAutomationNetLinkVnetVisionMlProd
    privatelinkBlobCoreWindowsNetLinkVnetVisionHubProd
    privatelinkBlobCoreWindowsNetLinkVnetVisionMlProd
  ]
}

resource pepVisionDataBlobProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-data-blob-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'blob'
        properties: {
          privateLinkServiceId: stvisiondataprod01.id
          groupIds: [
            'blob'
          ]
        }
      }
    ]
  }
}

resource pepVisionDataBlobProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionDataBlobProd
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
    privatelinkBlobCoreWindowsNetLinkVnetVisionHubProd
    privatelinkBlobCoreWindowsNetLinkVnetVisionMlProd
  ]
}

resource pepVisionDataDfsProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-vision-data-dfs-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetVisionMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'dfs'
        properties: {
          privateLinkServiceId: stvisiondataprod01.id
          groupIds: [
            'dfs'
          ]
        }
      }
    ]
  }
}

resource pepVisionDataDfsProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepVisionDataDfsProd
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'privatelink-dfs-core-windows-net'
        properties: {
          privateDnsZoneId: privatelinkDfsCoreWindowsNet.id
        }
      }
    ]
  }
  dependsOn: [
    privatelinkDfsCoreWindowsNetLinkVnetVisionHubProd
    privatelinkDfsCoreWindowsNetLinkVnetVisionMlProd
  ]
}

resource mlwVisionProdGpuVisionTrain 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwVisionProd
  name: 'gpu-vision-train'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: gpuVisionTrainVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 24
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetVisionMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    afwVisionHubProd
    vnetVisionHubProdPeerVnetVisionMlProd
    vnetVisionMlProdPeerVnetVisionHubProd
    pepVisionMlwProdDefault
    pepVisionBlobProdDefault
    pepVisionFileProdDefault
    pepVisionQueueProdDefault
    pepVisionTableProdDefault
    pepVisionKvProdDefault
    pepVisionCrProdDefault
    pepVisionAmplsProdDefault
    pepVisionDataBlobProdDefault
    pepVisionDataDfsProdDefault
  ]
}

resource mlwVisionProdCpuVisionBatch 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwVisionProd
  name: 'cpu-vision-batch'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuVisionBatchVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 32
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetVisionMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    afwVisionHubProd
    vnetVisionHubProdPeerVnetVisionMlProd
    vnetVisionMlProdPeerVnetVisionHubProd
    pepVisionMlwProdDefault
    pepVisionBlobProdDefault
    pepVisionFileProdDefault
    pepVisionQueueProdDefault
    pepVisionTableProdDefault
    pepVisionKvProdDefault
    pepVisionCrProdDefault
    pepVisionAmplsProdDefault
    pepVisionDataBlobProdDefault
    pepVisionDataDfsProdDefault
  ]
}

resource mlwVisionProdCpuVisionBuild 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwVisionProd
  name: 'cpu-vision-build'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuVisionBuildVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 4
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetVisionMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    afwVisionHubProd
    vnetVisionHubProdPeerVnetVisionMlProd
    vnetVisionMlProdPeerVnetVisionHubProd
    pepVisionMlwProdDefault
    pepVisionBlobProdDefault
    pepVisionFileProdDefault
    pepVisionQueueProdDefault
    pepVisionTableProdDefault
    pepVisionKvProdDefault
    pepVisionCrProdDefault
    pepVisionAmplsProdDefault
    pepVisionDataBlobProdDefault
    pepVisionDataDfsProdDefault
  ]
}

resource mlwVisionProdCiVisionAda 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwVisionProd
  name: 'ci-vision-ada'
  location: location
  tags: tags
  properties: {
    computeType: 'ComputeInstance'
    disableLocalAuth: true
    properties: {
      vmSize: ciVisionAdaVmSize
      applicationSharingPolicy: 'Personal'
      subnet: {
        id: vnetVisionMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      sshSettings: {
        sshPublicAccess: 'Disabled'
      }
    }
  }
  dependsOn: [
    afwVisionHubProd
    vnetVisionHubProdPeerVnetVisionMlProd
    vnetVisionMlProdPeerVnetVisionHubProd
    pepVisionMlwProdDefault
    pepVisionBlobProdDefault
    pepVisionFileProdDefault
    pepVisionQueueProdDefault
    pepVisionTableProdDefault
    pepVisionKvProdDefault
    pepVisionCrProdDefault
    pepVisionAmplsProdDefault
    pepVisionDataBlobProdDefault
    pepVisionDataDfsProdDefault
  ]
}

resource mlwVisionProdCiVisionGrace 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwVisionProd
  name: 'ci-vision-grace'
  location: location
  tags: tags
  properties: {
    computeType: 'ComputeInstance'
    disableLocalAuth: true
    properties: {
      vmSize: ciVisionGraceVmSize
      applicationSharingPolicy: 'Personal'
      subnet: {
        id: vnetVisionMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      sshSettings: {
        sshPublicAccess: 'Disabled'
      }
    }
  }
  dependsOn: [
    afwVisionHubProd
    vnetVisionHubProdPeerVnetVisionMlProd
    vnetVisionMlProdPeerVnetVisionHubProd
    pepVisionMlwProdDefault
    pepVisionBlobProdDefault
    pepVisionFileProdDefault
    pepVisionQueueProdDefault
    pepVisionTableProdDefault
    pepVisionKvProdDefault
    pepVisionCrProdDefault
    pepVisionAmplsProdDefault
    pepVisionDataBlobProdDefault
    pepVisionDataDfsProdDefault
  ]
}

resource idAksVisionProd 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-aks-vision-prod'
  location: location
  tags: tags
}

resource aks34RoleSubnet18 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vnetVisionMlProdSnetAks
  name: guid(vnetVisionMlProdSnetAks.id, idAksVisionProd.id, '4d97b98b-1d4f-4787-a291-c67834d212e7')
  properties: {
    principalId: idAksVisionProd.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4d97b98b-1d4f-4787-a291-c67834d212e7')
  }
}

resource aks34RoleZone61 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: privatelinkWesteuropeAzmk8sIo
  name: guid(privatelinkWesteuropeAzmk8sIo.id, idAksVisionProd.id, 'b12aa53e-6015-4669-85d0-8515ebb3ae7f')
  properties: {
    principalId: idAksVisionProd.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b12aa53e-6015-4669-85d0-8515ebb3ae7f')
  }
}

resource aks34RoleVnet15 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vnetVisionMlProd
  name: guid(vnetVisionMlProd.id, idAksVisionProd.id, '4d97b98b-1d4f-4787-a291-c67834d212e7')
  properties: {
    principalId: idAksVisionProd.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4d97b98b-1d4f-4787-a291-c67834d212e7')
  }
}

resource aksVisionProd 'Microsoft.ContainerService/managedClusters@2026-05-01' = {
  name: aksName
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${idAksVisionProd.id}': {} }
  }
  sku: {
    name: 'Base'
    tier: 'Standard'
  }
  properties: {
    dnsPrefix: 'aks-vision-prod'
    enableRBAC: true
    disableLocalAccounts: false
    networkProfile: {
      networkPlugin: 'azure'
      networkPluginMode: 'overlay'
      podCidr: '10.244.0.0/16'
      serviceCidr: '10.97.0.0/16'
      dnsServiceIP: '10.97.0.10'
      loadBalancerSku: 'standard'
      outboundType: 'userDefinedRouting'
    }
    apiServerAccessProfile: {
      enablePrivateCluster: true
      enablePrivateClusterPublicFQDN: false
      privateDNSZone: privatelinkWesteuropeAzmk8sIo.id
    }
    agentPoolProfiles: [
      {
        name: 'npsystem'
        mode: 'System'
        type: 'VirtualMachineScaleSets'
        osType: 'Linux'
        vmSize: aksVisionProdNpsystemVmSize
        count: 3
        enableAutoScaling: false
        maxPods: 250
        upgradeSettings: {
          maxSurge: '33%'
        }
        vnetSubnetID: vnetVisionMlProdSnetAks.id
      }
    ]
  }
  dependsOn: [
    aks34RoleSubnet18
    aks34RoleZone61
    aks34RoleVnet15
    afwVisionHubProd
    vnetVisionHubProdPeerVnetVisionMlProd
    vnetVisionMlProdPeerVnetVisionHubProd
  ]
}

resource aksVisionProdNpscore 'Microsoft.ContainerService/managedClusters/agentPools@2026-05-01' = {
  parent: aksVisionProd
  name: 'npscore'
  properties: {
    mode: 'User'
    type: 'VirtualMachineScaleSets'
    osType: 'Linux'
    vmSize: aksVisionProdNpscoreVmSize
    count: 3
    enableAutoScaling: true
    minCount: 3
    maxCount: 30
    maxPods: 250
    upgradeSettings: {
      maxSurge: '33%'
    }
    vnetSubnetID: vnetVisionMlProdSnetAks.id
  }
}

resource azureml 'Microsoft.KubernetesConfiguration/extensions@2025-03-01' = {
  scope: aksVisionProd
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
      enableTraining: 'True'
      enableInference: 'True'
      inferenceRouterServiceType: 'loadBalancer'
      inferenceRouterHA: 'True'
      allowInsecureConnections: 'True'
      internalLoadBalancerProvider: 'azure'
    }
  }
  dependsOn: [
    aksVisionProdNpscore
    afwVisionHubProd
    vnetVisionHubProdPeerVnetVisionMlProd
    vnetVisionMlProdPeerVnetVisionHubProd
    pepVisionMlwProdDefault
    pepVisionBlobProdDefault
    pepVisionFileProdDefault
    pepVisionQueueProdDefault
    pepVisionTableProdDefault
    pepVisionKvProdDefault
    pepVisionCrProdDefault
    pepVisionAmplsProdDefault
    pepVisionDataBlobProdDefault
    pepVisionDataDfsProdDefault
  ]
}

resource mlwVisionProdAksVision 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwVisionProd
  name: 'aks-vision'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    computeType: 'Kubernetes'
    resourceId: aksVisionProd.id
    properties: {
      namespace: 'default'
    }
  }
  dependsOn: [
    afwVisionHubProd
    vnetVisionHubProdPeerVnetVisionMlProd
    vnetVisionMlProdPeerVnetVisionHubProd
    pepVisionMlwProdDefault
    pepVisionBlobProdDefault
    pepVisionFileProdDefault
    pepVisionQueueProdDefault
    pepVisionTableProdDefault
    pepVisionKvProdDefault
    pepVisionCrProdDefault
    pepVisionAmplsProdDefault
    pepVisionDataBlobProdDefault
    pepVisionDataDfsProdDefault
    azureml
  ]
}

resource mlwVisionProdBeVisionBeProd 'Microsoft.MachineLearningServices/workspaces/batchEndpoints@2026-03-01' = {
  parent: mlwVisionProd
  name: 'be-vision-be-prod'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    authMode: 'AADToken'
    description: 'Scores vision data in bulk'
  }
  dependsOn: [
    afwVisionHubProd
    vnetVisionHubProdPeerVnetVisionMlProd
    vnetVisionMlProdPeerVnetVisionHubProd
    pepVisionMlwProdDefault
    pepVisionBlobProdDefault
    pepVisionFileProdDefault
    pepVisionQueueProdDefault
    pepVisionTableProdDefault
    pepVisionKvProdDefault
    pepVisionCrProdDefault
    pepVisionAmplsProdDefault
    pepVisionDataBlobProdDefault
    pepVisionDataDfsProdDefault
  ]
}

resource mlwVisionProdBeVisionBeProdVisionV1 'Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments@2026-03-01' = if (!empty(beVisionBeProdVisionV1ModelId)) {
  parent: mlwVisionProdBeVisionBeProd
  name: 'vision-v1'
  location: location
  tags: tags
  properties: {
    compute: mlwVisionProdCpuVisionBatch.id
    model: {
      referenceType: 'Id'
      assetId: beVisionBeProdVisionV1ModelId
    }
    resources: {
      instanceCount: 8
    }
    miniBatchSize: 10
    maxConcurrencyPerInstance: 2
    outputAction: 'AppendRow'
  }
}

@description('Resource id of vnet-vision-hub-prod.')
output vnetVisionHubProdId string = vnetVisionHubProd.id

@description('Resource id of vnet-vision-ml-prod.')
output vnetVisionMlProdId string = vnetVisionMlProd.id

@description('Private address of afw-vision-hub-prod.')
output afwVisionHubProdPrivateAddress string = afwVisionHubProd.properties.ipConfigurations[0].properties.privateIPAddress

@description('Resource id of vm-vision-jump.')
output vmVisionJumpId string = vmVisionJump.id

@description('Resource id of mlw-vision-prod.')
output mlwVisionProdId string = mlwVisionProd.id

@description('Resource id of aks-vision-prod.')
output aksVisionProdId string = aksVisionProd.id

@description('Scoring address of be-vision-be-prod.')
output beVisionBeProdScoringUri string = mlwVisionProdBeVisionBeProd.properties.scoringUri
