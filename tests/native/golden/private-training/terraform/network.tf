# Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).

resource "azurerm_network_security_group" "nsg_churn_training_dev" {
  name                = "nsg-churn-training-dev"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags

  security_rule {
    name                       = "Allow-EntraId"
    description                = "Sign-in with Microsoft Entra ID."
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "AzureActiveDirectory"
    destination_port_ranges    = ["80", "443"]
  }

  security_rule {
    name                       = "Allow-AML-Tcp"
    description                = "Azure Machine Learning; 8787 for RStudio, 18881 for notebook completion."
    priority                   = 110
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "AzureMachineLearning"
    destination_port_ranges    = ["443", "8787", "18881"]
  }

  security_rule {
    name                       = "Allow-AML-Udp"
    description                = "Azure Machine Learning creates, updates and deletes instances."
    priority                   = 120
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Udp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "AzureMachineLearning"
    destination_port_range     = "5831"
  }

  security_rule {
    name                       = "Allow-Batch"
    description                = "The Azure Batch service that runs the nodes."
    priority                   = 130
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "BatchNodeManagement.northeurope"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "Allow-ARM"
    description                = "Azure Resource Manager."
    priority                   = 140
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "AzureResourceManager"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "Allow-Storage"
    description                = "Storage of the Azure Batch service, on Microsoft's side."
    priority                   = 150
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "Storage.northeurope"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "Allow-FrontDoor"
    description                = "Azure Machine Learning studio and AutoML."
    priority                   = 160
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "AzureFrontDoor.Frontend"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "Allow-MCR"
    description                = "Docker images from Microsoft."
    priority                   = 170
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "MicrosoftContainerRegistry"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "Allow-AFD-FirstParty"
    description                = "The Microsoft container registry delivers images through Front Door."
    priority                   = 180
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "AzureFrontDoor.FirstParty"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "Allow-Monitor"
    description                = "Logs and metrics, and diagnostics for support."
    priority                   = 190
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "AzureMonitor"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "Allow-Vnet"
    description                = "Private endpoints in this network and its peers; 445 for file shares."
    priority                   = 210
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "VirtualNetwork"
    destination_port_ranges    = ["443", "445"]
  }

  security_rule {
    name                       = "Allow-Vnet-VSCode"
    description                = "VS Code sessions on compute instances."
    priority                   = 220
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "VirtualNetwork"
    destination_port_range     = "8704-8710"
  }
}

resource "azurerm_network_security_group" "nsg_churn_pep_dev" {
  name                = "nsg-churn-pep-dev"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags

  security_rule {
    name                       = "Allow-Vnet-Https"
    description                = "Clients in this network and its peers use the endpoints."
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "VirtualNetwork"
    source_port_range          = "*"
    destination_address_prefix = "10.30.2.0/27"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "Allow-Vnet-Smb"
    description                = "Computes mount the file share of the default storage account."
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "VirtualNetwork"
    source_port_range          = "*"
    destination_address_prefix = "10.30.2.0/27"
    destination_port_range     = "445"
  }

  security_rule {
    name                       = "Deny-All"
    description                = "Nothing else reaches the endpoints."
    priority                   = 4000
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "*"
  }
}

resource "azurerm_network_security_group" "nsg_churn_bastion_dev" {
  name                = "nsg-churn-bastion-dev"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags

  security_rule {
    name                       = "AllowHttpsInbound"
    description                = "People open Bastion sessions from their browsers."
    priority                   = 120
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "Internet"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "AllowGatewayManagerInbound"
    description                = "Azure manages the Bastion host."
    priority                   = 130
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "GatewayManager"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "AllowAzureLoadBalancerInbound"
    description                = "Health probes of the Bastion host."
    priority                   = 140
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "AzureLoadBalancer"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "AllowBastionHostCommunication"
    description                = "Bastion instances talk to each other."
    priority                   = 150
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "VirtualNetwork"
    source_port_range          = "*"
    destination_address_prefix = "VirtualNetwork"
    destination_port_ranges    = ["8080", "5701"]
  }

  security_rule {
    name                       = "AllowSshRdpOutbound"
    description                = "Bastion opens SSH and RDP sessions."
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "VirtualNetwork"
    destination_port_ranges    = ["22", "3389"]
  }

  security_rule {
    name                       = "AllowAzureCloudOutbound"
    description                = "Bastion stores diagnostics and reaches Azure."
    priority                   = 110
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "AzureCloud"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "AllowBastionCommunication"
    description                = "Bastion instances talk to each other."
    priority                   = 120
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "VirtualNetwork"
    source_port_range          = "*"
    destination_address_prefix = "VirtualNetwork"
    destination_port_ranges    = ["8080", "5701"]
  }

  security_rule {
    name                       = "AllowHttpOutbound"
    description                = "Session information and certificate validation."
    priority                   = 130
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "Internet"
    destination_port_range     = "80"
  }
}

resource "azurerm_network_security_group" "nsg_churn_jump_dev" {
  name                = "nsg-churn-jump-dev"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags

  security_rule {
    name                       = "Allow-Bastion"
    description                = "Sessions that Bastion opens for people."
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "10.30.0.0/26"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_ranges    = ["22", "3389"]
  }

  security_rule {
    name                       = "Deny-Remote-Login"
    description                = "Nobody else logs in, not even from this network."
    priority                   = 4000
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_ranges    = ["22", "3389"]
  }
}

resource "azurerm_nat_gateway" "ng_churn_ml_dev" {
  name                = "ng-churn-ml-dev"
  location            = var.location
  resource_group_name = local.resource_group
  sku_name            = "Standard"
  tags                = var.tags
}

resource "azurerm_nat_gateway_public_ip_association" "ng_churn_ml_dev" {
  nat_gateway_id       = azurerm_nat_gateway.ng_churn_ml_dev.id
  public_ip_address_id = azurerm_public_ip.pip_ng_churn_ml_dev.id
}

resource "azurerm_virtual_network" "vnet_churn_ml_dev" {
  name                = var.workspace_vnet_name
  location            = var.location
  resource_group_name = local.resource_group
  address_space       = ["10.30.0.0/16"]
  tags                = var.tags
}

resource "azurerm_subnet" "snet_training" {
  name                              = "snet-training"
  resource_group_name               = local.resource_group
  virtual_network_name              = azurerm_virtual_network.vnet_churn_ml_dev.name
  address_prefixes                  = ["10.30.1.0/24"]
  private_endpoint_network_policies = "Disabled"
  default_outbound_access_enabled   = false
}

resource "azurerm_subnet_network_security_group_association" "snet_training" {
  subnet_id                 = azurerm_subnet.snet_training.id
  network_security_group_id = azurerm_network_security_group.nsg_churn_training_dev.id
}

resource "azurerm_subnet_nat_gateway_association" "snet_training" {
  subnet_id      = azurerm_subnet.snet_training.id
  nat_gateway_id = azurerm_nat_gateway.ng_churn_ml_dev.id

  depends_on = [azurerm_nat_gateway_public_ip_association.ng_churn_ml_dev]
}

resource "azurerm_subnet" "snet_pep" {
  name                              = "snet-pep"
  resource_group_name               = local.resource_group
  virtual_network_name              = azurerm_virtual_network.vnet_churn_ml_dev.name
  address_prefixes                  = ["10.30.2.0/27"]
  private_endpoint_network_policies = "NetworkSecurityGroupEnabled"
  default_outbound_access_enabled   = false
}

resource "azurerm_subnet_network_security_group_association" "snet_pep" {
  subnet_id                 = azurerm_subnet.snet_pep.id
  network_security_group_id = azurerm_network_security_group.nsg_churn_pep_dev.id
}

resource "azurerm_subnet" "azurebastionsubnet" {
  name                              = "AzureBastionSubnet"
  resource_group_name               = local.resource_group
  virtual_network_name              = azurerm_virtual_network.vnet_churn_ml_dev.name
  address_prefixes                  = ["10.30.0.0/26"]
  private_endpoint_network_policies = "Disabled"
  default_outbound_access_enabled   = false
}

resource "azurerm_subnet_network_security_group_association" "azurebastionsubnet" {
  subnet_id                 = azurerm_subnet.azurebastionsubnet.id
  network_security_group_id = azurerm_network_security_group.nsg_churn_bastion_dev.id
}

resource "azurerm_subnet" "snet_jump" {
  name                              = "snet-jump"
  resource_group_name               = local.resource_group
  virtual_network_name              = azurerm_virtual_network.vnet_churn_ml_dev.name
  address_prefixes                  = ["10.30.3.0/27"]
  private_endpoint_network_policies = "Disabled"
  default_outbound_access_enabled   = false
}

resource "azurerm_subnet_network_security_group_association" "snet_jump" {
  subnet_id                 = azurerm_subnet.snet_jump.id
  network_security_group_id = azurerm_network_security_group.nsg_churn_jump_dev.id
}

resource "azurerm_subnet_nat_gateway_association" "snet_jump" {
  subnet_id      = azurerm_subnet.snet_jump.id
  nat_gateway_id = azurerm_nat_gateway.ng_churn_ml_dev.id

  depends_on = [azurerm_nat_gateway_public_ip_association.ng_churn_ml_dev]
}
