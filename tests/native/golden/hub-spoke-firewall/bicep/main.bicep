// Written by Azure ML VNet Wizard 0.1.0 from the plan “Risk models behind a hub” (plan format 1).
// Not written: The connection to on-premises is not written: it needs a shared key or a circuit. Add it to the gateway once the gateway stands.

targetScope = 'resourceGroup'

@description('Region of everything that has no region of its own.')
param location string = 'northeurope'

@description('Tags of every resource.')
param tags object = {
  workload: 'risk'
  environment: 'prod'
}

@description('Name of a virtual network.')
param hubVnetName string = 'vnet-risk-hub-prod'

@description('Name of a virtual network.')
param workspaceVnetName string = 'vnet-risk-ml-prod'

@description('VM size of vm-risk-jump.')
param vmRiskJumpVmSize string = 'Standard_D2s_v5'

@description('Administrator password of Windows machines.')
@secure()
param adminPassword string

@description('Name of a storage account, unique in all of Azure.')
param workspaceStorageName string = 'striskmlprod01'

@description('Name of the key vault, unique in all of Azure.')
param keyVaultName string = 'kv-risk-ml-prod-01'

@description('Name of the container registry, unique in all of Azure.')
param registryName string = 'crriskmlprod01'

@description('Name of the Log Analytics workspace.')
param logAnalyticsName string = 'log-risk-ml-prod'

@description('Name of Application Insights.')
param applicationInsightsName string = 'appi-risk-ml-prod'

@description('Name of the Azure ML workspace.')
param workspaceName string = 'mlw-risk-prod'

@description('VM size of cpu-risk-train.')
param cpuRiskTrainVmSize string = 'Standard_DS3_v2'

@description('VM size of gpu-risk-train.')
param gpuRiskTrainVmSize string = 'Standard_NC4as_T4_v3'

@description('VM size of cpu-risk-build.')
param cpuRiskBuildVmSize string = 'Standard_DS3_v2'

@description('VM size of ci-risk-ada.')
param ciRiskAdaVmSize string = 'Standard_DS3_v2'

resource vnetRiskHubProdAzureBastionSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetRiskHubProd
  name: 'AzureBastionSubnet'
}

resource vnetRiskHubProdAzureFirewallSubnet 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetRiskHubProd
  name: 'AzureFirewallSubnet'
}

resource vnetRiskHubProdGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetRiskHubProd
  name: 'GatewaySubnet'
}

resource vnetRiskHubProdSnetJump 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetRiskHubProd
  name: 'snet-jump'
}

resource vnetRiskMlProdSnetPep 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetRiskMlProd
  name: 'snet-pep'
}

resource vnetRiskMlProdSnetTraining 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' existing = {
  parent: vnetRiskMlProd
  name: 'snet-training'
}

resource nsgRiskBastionProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-risk-bastion-prod'
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

resource nsgRiskJumpProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-risk-jump-prod'
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
          sourceAddressPrefix: '10.64.0.64/26'
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

resource nsgRiskTrainingProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-risk-training-prod'
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

resource nsgRiskPepProd 'Microsoft.Network/networkSecurityGroups@2025-07-01' = {
  name: 'nsg-risk-pep-prod'
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
          destinationAddressPrefix: '10.65.2.0/27'
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
          destinationAddressPrefix: '10.65.2.0/27'
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

resource rtRiskMlProd 'Microsoft.Network/routeTables@2025-07-01' = {
  name: 'rt-risk-ml-prod'
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
          nextHopIpAddress: '10.64.0.4'
        }
      }
    ]
  }
}

resource rtRiskJumpProd 'Microsoft.Network/routeTables@2025-07-01' = {
  name: 'rt-risk-jump-prod'
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
          nextHopIpAddress: '10.64.0.4'
        }
      }
    ]
  }
}

resource vnetRiskHubProd 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: hubVnetName
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'AzureFirewallSubnet'
        properties: {
          addressPrefix: '10.64.0.0/26'
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.0.128/27'
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'AzureBastionSubnet'
        properties: {
          addressPrefix: '10.64.0.64/26'
          networkSecurityGroup: {
            id: nsgRiskBastionProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-jump'
        properties: {
          addressPrefix: '10.64.1.0/27'
          networkSecurityGroup: {
            id: nsgRiskJumpProd.id
          }
          routeTable: {
            id: rtRiskJumpProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource vnetRiskMlProd 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: workspaceVnetName
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.65.0.0/20'
      ]
    }
    subnets: [
      {
        name: 'snet-training'
        properties: {
          addressPrefix: '10.65.0.0/23'
          networkSecurityGroup: {
            id: nsgRiskTrainingProd.id
          }
          routeTable: {
            id: rtRiskMlProd.id
          }
          privateEndpointNetworkPolicies: 'Disabled'
          defaultOutboundAccess: false
        }
      }
      {
        name: 'snet-pep'
        properties: {
          addressPrefix: '10.65.2.0/27'
          networkSecurityGroup: {
            id: nsgRiskPepProd.id
          }
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'
          defaultOutboundAccess: false
        }
      }
    ]
  }
}

resource pipBasRiskProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-bas-risk-prod'
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

resource basRiskProd 'Microsoft.Network/bastionHosts@2025-07-01' = {
  name: 'bas-risk-prod'
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
            id: vnetRiskHubProdAzureBastionSubnet.id
          }
          publicIPAddress: {
            id: pipBasRiskProd.id
          }
        }
      }
    ]
  }
}

resource afwpAfwRiskHubProd 'Microsoft.Network/firewallPolicies@2025-07-01' = {
  name: 'afwp-afw-risk-hub-prod'
  location: location
  tags: tags
  properties: {
    sku: {
      tier: 'Standard'
    }
    threatIntelMode: 'Alert'
  }
}

resource afwpAfwRiskHubProdAzureMachineLearning 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2025-07-01' = {
  parent: afwpAfwRiskHubProd
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
              '10.65.0.0/23'
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
              '10.65.0.0/23'
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
              '10.65.0.0/23'
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
              '10.65.0.0/23'
            ]
            destinationAddresses: [
              'BatchNodeManagement.northeurope'
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
              '10.65.0.0/23'
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
              '10.65.0.0/23'
            ]
            destinationAddresses: [
              'Storage.northeurope'
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
              '10.65.0.0/23'
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
              '10.65.0.0/23'
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
              '10.65.0.0/23'
            ]
            destinationAddresses: [
              'AzureFrontDoor.FirstParty'
            ]
            destinationPorts: [
              '443'
            ]
          }
          {
            ruleType: 'NetworkRule'
            name: 'Allow-Monitor'
            ipProtocols: [
              'TCP'
            ]
            sourceAddresses: [
              '10.65.0.0/23'
            ]
            destinationAddresses: [
              'AzureMonitor'
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
              '10.64.1.0/27'
              '10.65.0.0/23'
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
              '10.64.1.0/27'
              '10.65.0.0/23'
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
              '10.64.1.0/27'
              '10.65.0.0/23'
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
              '10.64.1.0/27'
              '10.65.0.0/23'
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
              '10.64.1.0/27'
              '10.65.0.0/23'
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
              '10.64.1.0/27'
              '10.65.0.0/23'
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
              '10.64.1.0/27'
              '10.65.0.0/23'
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
              '10.64.1.0/27'
              '10.65.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              '*.northeurope.batch.azure.com'
              '*.northeurope.service.batch.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-storage-on-microsoft-s-side'
            sourceAddresses: [
              '10.64.1.0/27'
              '10.65.0.0/23'
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
              '10.64.1.0/27'
              '10.65.0.0/23'
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
            name: 'ml-application-insights'
            sourceAddresses: [
              '10.64.1.0/27'
              '10.65.0.0/23'
            ]
            protocols: [
              {
                protocolType: 'Https'
                port: 443
              }
            ]
            targetFqdns: [
              'dc.applicationinsights.azure.com'
              'dc.applicationinsights.microsoft.com'
              'dc.services.visualstudio.com'
              '*.in.applicationinsights.azure.com'
            ]
          }
          {
            ruleType: 'ApplicationRule'
            name: 'ml-python-and-r-packages'
            sourceAddresses: [
              '10.64.1.0/27'
              '10.65.0.0/23'
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
        ]
      }
    ]
  }
}

resource pipAfwRiskHubProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-afw-risk-hub-prod'
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

resource afwRiskHubProd 'Microsoft.Network/azureFirewalls@2025-07-01' = {
  name: 'afw-risk-hub-prod'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'AZFW_VNet'
      tier: 'Standard'
    }
    firewallPolicy: {
      id: afwpAfwRiskHubProd.id
    }
    ipConfigurations: [
      {
        name: 'public'
        properties: {
          subnet: {
            id: vnetRiskHubProdAzureFirewallSubnet.id
          }
          publicIPAddress: {
            id: pipAfwRiskHubProd.id
          }
        }
      }
    ]
  }
  dependsOn: [
    afwpAfwRiskHubProdAzureMachineLearning
  ]
}

resource pipErgwRiskHubProd 'Microsoft.Network/publicIPAddresses@2025-07-01' = {
  name: 'pip-ergw-risk-hub-prod'
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

resource ergwRiskHubProd 'Microsoft.Network/virtualNetworkGateways@2025-07-01' = {
  name: 'ergw-risk-hub-prod'
  location: location
  tags: tags
  properties: {
    gatewayType: 'ExpressRoute'
    sku: {
      name: 'ErGw1AZ'
      tier: 'ErGw1AZ'
    }
    ipConfigurations: [
      {
        name: 'public'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: vnetRiskHubProdGatewaySubnet.id
          }
          publicIPAddress: {
            id: pipErgwRiskHubProd.id
          }
        }
      }
    ]
  }
}

resource vnetRiskHubProdPeerVnetRiskMlProd 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-07-01' = {
  parent: vnetRiskHubProd
  name: 'peer-vnet-risk-ml-prod'
  properties: {
    remoteVirtualNetwork: {
      id: vnetRiskMlProd.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

resource vnetRiskMlProdPeerVnetRiskHubProd 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-07-01' = {
  parent: vnetRiskMlProd
  name: 'peer-vnet-risk-hub-prod'
  properties: {
    remoteVirtualNetwork: {
      id: vnetRiskHubProd.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: false
    useRemoteGateways: true
  }
  dependsOn: [
    vnetRiskHubProdPeerVnetRiskMlProd
    ergwRiskHubProd
  ]
}

resource privatelinkApiAzuremlMs 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.api.azureml.ms'
  location: 'global'
  tags: tags
}

resource privatelinkApiAzuremlMsLinkVnetRiskHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkApiAzuremlMs
  name: 'link-vnet-risk-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskHubProd.id
    }
  }
}

resource privatelinkApiAzuremlMsLinkVnetRiskMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkApiAzuremlMs
  name: 'link-vnet-risk-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskMlProd.id
    }
  }
}

resource privatelinkNotebooksAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.notebooks.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkNotebooksAzureNetLinkVnetRiskHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkNotebooksAzureNet
  name: 'link-vnet-risk-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskHubProd.id
    }
  }
}

resource privatelinkNotebooksAzureNetLinkVnetRiskMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkNotebooksAzureNet
  name: 'link-vnet-risk-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskMlProd.id
    }
  }
}

resource privatelinkBlobCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.blob.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkBlobCoreWindowsNetLinkVnetRiskHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkBlobCoreWindowsNet
  name: 'link-vnet-risk-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskHubProd.id
    }
  }
}

resource privatelinkBlobCoreWindowsNetLinkVnetRiskMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkBlobCoreWindowsNet
  name: 'link-vnet-risk-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskMlProd.id
    }
  }
}

resource privatelinkFileCoreWindowsNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.file.core.windows.net'
  location: 'global'
  tags: tags
}

resource privatelinkFileCoreWindowsNetLinkVnetRiskHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkFileCoreWindowsNet
  name: 'link-vnet-risk-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskHubProd.id
    }
  }
}

resource privatelinkFileCoreWindowsNetLinkVnetRiskMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkFileCoreWindowsNet
  name: 'link-vnet-risk-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskMlProd.id
    }
  }
}

resource privatelinkVaultcoreAzureNet 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.vaultcore.azure.net'
  location: 'global'
  tags: tags
}

resource privatelinkVaultcoreAzureNetLinkVnetRiskHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkVaultcoreAzureNet
  name: 'link-vnet-risk-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskHubProd.id
    }
  }
}

resource privatelinkVaultcoreAzureNetLinkVnetRiskMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkVaultcoreAzureNet
  name: 'link-vnet-risk-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskMlProd.id
    }
  }
}

resource privatelinkAzurecrIo 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.azurecr.io'
  location: 'global'
  tags: tags
}

resource privatelinkAzurecrIoLinkVnetRiskHubProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAzurecrIo
  name: 'link-vnet-risk-hub-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskHubProd.id
    }
  }
}

resource privatelinkAzurecrIoLinkVnetRiskMlProd 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: privatelinkAzurecrIo
  name: 'link-vnet-risk-ml-prod'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: vnetRiskMlProd.id
    }
  }
}

resource nicVmRiskJump 'Microsoft.Network/networkInterfaces@2025-07-01' = {
  name: 'nic-vm-risk-jump'
  location: location
  tags: tags
  properties: {
    ipConfigurations: [
      {
        name: 'primary'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: vnetRiskHubProdSnetJump.id
          }
        }
      }
    ]
  }
}

resource vmRiskJump 'Microsoft.Compute/virtualMachines@2026-04-01' = {
  name: 'vm-risk-jump'
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    hardwareProfile: {
      vmSize: vmRiskJumpVmSize
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
      computerName: 'vm-risk-jump'
      adminUsername: 'azureuser'
      adminPassword: adminPassword
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: nicVmRiskJump.id
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

resource striskmlprod01 'Microsoft.Storage/storageAccounts@2026-04-01' = {
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

resource kvRiskMlProd01 'Microsoft.KeyVault/vaults@2026-02-01' = {
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

resource crriskmlprod01 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
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

resource logRiskMlProd 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
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

resource appiRiskMlProd 'Microsoft.Insights/components@2020-02-02' = {
  name: applicationInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: logRiskMlProd.id
    publicNetworkAccessForIngestion: 'Enabled'
    publicNetworkAccessForQuery: 'Enabled'
  }
}

resource mlwRiskProd 'Microsoft.MachineLearningServices/workspaces@2026-03-01' = {
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
    storageAccount: striskmlprod01.id
    keyVault: kvRiskMlProd01.id
    applicationInsights: appiRiskMlProd.id
    containerRegistry: crriskmlprod01.id
    publicNetworkAccess: 'Disabled'
    hbiWorkspace: false
    v1LegacyMode: false
    imageBuildCompute: 'cpu-risk-build'
  }
}

resource pepRiskMlwProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-risk-mlw-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetRiskMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'amlworkspace'
        properties: {
          privateLinkServiceId: mlwRiskProd.id
          groupIds: [
            'amlworkspace'
          ]
        }
      }
    ]
  }
}

resource pepRiskMlwProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepRiskMlwProd
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
    privatelinkApiAzuremlMsLinkVnetRiskHubProd
    privatelinkApiAzuremlMsLinkVnetRiskMlProd
    privatelinkNotebooksAzureNetLinkVnetRiskHubProd
    privatelinkNotebooksAzureNetLinkVnetRiskMlProd
  ]
}

resource pepRiskBlobProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-risk-blob-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetRiskMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'blob'
        properties: {
          privateLinkServiceId: striskmlprod01.id
          groupIds: [
            'blob'
          ]
        }
      }
    ]
  }
}

resource pepRiskBlobProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepRiskBlobProd
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
    privatelinkBlobCoreWindowsNetLinkVnetRiskHubProd
    privatelinkBlobCoreWindowsNetLinkVnetRiskMlProd
  ]
}

resource privateEndpoint29Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepRiskBlobProd
  name: guid(pepRiskBlobProd.id, mlwRiskProd.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwRiskProd.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepRiskFileProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-risk-file-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetRiskMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'file'
        properties: {
          privateLinkServiceId: striskmlprod01.id
          groupIds: [
            'file'
          ]
        }
      }
    ]
  }
}

resource pepRiskFileProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepRiskFileProd
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
    privatelinkFileCoreWindowsNetLinkVnetRiskHubProd
    privatelinkFileCoreWindowsNetLinkVnetRiskMlProd
  ]
}

resource privateEndpoint30Reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: pepRiskFileProd
  name: guid(pepRiskFileProd.id, mlwRiskProd.id, 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  properties: {
    principalId: mlwRiskProd.identity.?principalId ?? ''
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
  }
}

resource pepRiskKvProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-risk-kv-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetRiskMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'vault'
        properties: {
          privateLinkServiceId: kvRiskMlProd01.id
          groupIds: [
            'vault'
          ]
        }
      }
    ]
  }
}

resource pepRiskKvProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepRiskKvProd
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
    privatelinkVaultcoreAzureNetLinkVnetRiskHubProd
    privatelinkVaultcoreAzureNetLinkVnetRiskMlProd
  ]
}

resource pepRiskCrProd 'Microsoft.Network/privateEndpoints@2025-07-01' = {
  name: 'pep-risk-cr-prod'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: vnetRiskMlProdSnetPep.id
    }
    privateLinkServiceConnections: [
      {
        name: 'registry'
        properties: {
          privateLinkServiceId: crriskmlprod01.id
          groupIds: [
            'registry'
          ]
        }
      }
    ]
  }
}

resource pepRiskCrProdDefault 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-07-01' = {
  parent: pepRiskCrProd
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
    privatelinkAzurecrIoLinkVnetRiskHubProd
    privatelinkAzurecrIoLinkVnetRiskMlProd
  ]
}

resource mlwRiskProdCpuRiskTrain 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwRiskProd
  name: 'cpu-risk-train'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuRiskTrainVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 60
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetRiskMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    afwRiskHubProd
    vnetRiskHubProdPeerVnetRiskMlProd
    vnetRiskMlProdPeerVnetRiskHubProd
    pepRiskMlwProdDefault
    pepRiskBlobProdDefault
    pepRiskFileProdDefault
    pepRiskKvProdDefault
    pepRiskCrProdDefault
  ]
}

resource mlwRiskProdGpuRiskTrain 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwRiskProd
  name: 'gpu-risk-train'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: gpuRiskTrainVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 16
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetRiskMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    afwRiskHubProd
    vnetRiskHubProdPeerVnetRiskMlProd
    vnetRiskMlProdPeerVnetRiskHubProd
    pepRiskMlwProdDefault
    pepRiskBlobProdDefault
    pepRiskFileProdDefault
    pepRiskKvProdDefault
    pepRiskCrProdDefault
  ]
}

resource mlwRiskProdCpuRiskBuild 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwRiskProd
  name: 'cpu-risk-build'
  location: location
  tags: tags
  properties: {
    computeType: 'AmlCompute'
    disableLocalAuth: true
    properties: {
      vmSize: cpuRiskBuildVmSize
      vmPriority: 'Dedicated'
      osType: 'Linux'
      scaleSettings: {
        minNodeCount: 0
        maxNodeCount: 4
        nodeIdleTimeBeforeScaleDown: 'PT900S'
      }
      subnet: {
        id: vnetRiskMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      remoteLoginPortPublicAccess: 'Disabled'
    }
  }
  dependsOn: [
    afwRiskHubProd
    vnetRiskHubProdPeerVnetRiskMlProd
    vnetRiskMlProdPeerVnetRiskHubProd
    pepRiskMlwProdDefault
    pepRiskBlobProdDefault
    pepRiskFileProdDefault
    pepRiskKvProdDefault
    pepRiskCrProdDefault
  ]
}

resource mlwRiskProdCiRiskAda 'Microsoft.MachineLearningServices/workspaces/computes@2026-03-01' = {
  parent: mlwRiskProd
  name: 'ci-risk-ada'
  location: location
  tags: tags
  properties: {
    computeType: 'ComputeInstance'
    disableLocalAuth: true
    properties: {
      vmSize: ciRiskAdaVmSize
      applicationSharingPolicy: 'Personal'
      subnet: {
        id: vnetRiskMlProdSnetTraining.id
      }
      enableNodePublicIp: false
      sshSettings: {
        sshPublicAccess: 'Disabled'
      }
    }
  }
  dependsOn: [
    afwRiskHubProd
    vnetRiskHubProdPeerVnetRiskMlProd
    vnetRiskMlProdPeerVnetRiskHubProd
    pepRiskMlwProdDefault
    pepRiskBlobProdDefault
    pepRiskFileProdDefault
    pepRiskKvProdDefault
    pepRiskCrProdDefault
  ]
}

@description('Resource id of vnet-risk-hub-prod.')
output vnetRiskHubProdId string = vnetRiskHubProd.id

@description('Resource id of vnet-risk-ml-prod.')
output vnetRiskMlProdId string = vnetRiskMlProd.id

@description('Private address of afw-risk-hub-prod.')
output afwRiskHubProdPrivateAddress string = afwRiskHubProd.properties.ipConfigurations[0].properties.privateIPAddress

@description('Resource id of vm-risk-jump.')
output vmRiskJumpId string = vmRiskJump.id

@description('Resource id of mlw-risk-prod.')
output mlwRiskProdId string = mlwRiskProd.id
