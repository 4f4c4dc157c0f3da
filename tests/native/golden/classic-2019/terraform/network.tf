# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).

resource "azurerm_network_security_group" "nsg_demand_training_prod" {
  name                = "nsg-demand-training-prod"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags

  security_rule {
    name                       = "Allow-Batch-Inbound"
    description                = "Azure Batch reaches the nodes (2019 rules; retired 2026-03-31)."
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "BatchNodeManagement.westus2"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "29876-29877"
  }

  security_rule {
    name                       = "Allow-Vnet-Outbound"
    description                = "Nodes reach the virtual network (2019 rules)."
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "VirtualNetwork"
    destination_port_range     = "*"
  }

  security_rule {
    name                       = "Allow-Internet-Outbound"
    description                = "Nodes reach the internet (2019 rules)."
    priority                   = 110
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "Internet"
    destination_port_range     = "*"
  }
}

resource "azurerm_network_security_group" "nsg_demand_vm_prod" {
  name                = "nsg-demand-vm-prod"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags

  security_rule {
    name                       = "Allow-AML-Ssh"
    description                = "Azure Machine Learning logs in to attached machines."
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "AzureMachineLearning"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "22"
  }
}

resource "azurerm_network_security_group" "nsg_demand_aks_prod" {
  name                = "nsg-demand-aks-prod"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azurerm_virtual_network" "vnet_demand_ml_prod" {
  name                = var.workspace_vnet_name
  location            = var.location
  resource_group_name = local.resource_group
  address_space       = ["10.40.0.0/16"]
  tags                = var.tags
}

resource "azurerm_subnet" "snet_training" {
  name                              = "snet-training"
  resource_group_name               = local.resource_group
  virtual_network_name              = azurerm_virtual_network.vnet_demand_ml_prod.name
  address_prefixes                  = ["10.40.1.0/24"]
  private_endpoint_network_policies = "Disabled"
  default_outbound_access_enabled   = true
}

resource "azurerm_subnet_network_security_group_association" "snet_training" {
  subnet_id                 = azurerm_subnet.snet_training.id
  network_security_group_id = azurerm_network_security_group.nsg_demand_training_prod.id
}

resource "azurerm_subnet" "snet_vm" {
  name                              = "snet-vm"
  resource_group_name               = local.resource_group
  virtual_network_name              = azurerm_virtual_network.vnet_demand_ml_prod.name
  address_prefixes                  = ["10.40.2.0/27"]
  private_endpoint_network_policies = "Disabled"
  default_outbound_access_enabled   = true
}

resource "azurerm_subnet_network_security_group_association" "snet_vm" {
  subnet_id                 = azurerm_subnet.snet_vm.id
  network_security_group_id = azurerm_network_security_group.nsg_demand_vm_prod.id
}

resource "azurerm_subnet" "snet_aks" {
  name                              = "snet-aks"
  resource_group_name               = local.resource_group
  virtual_network_name              = azurerm_virtual_network.vnet_demand_ml_prod.name
  address_prefixes                  = ["10.40.4.0/23"]
  private_endpoint_network_policies = "Disabled"
  default_outbound_access_enabled   = true
}

resource "azurerm_subnet_network_security_group_association" "snet_aks" {
  subnet_id                 = azurerm_subnet.snet_aks.id
  network_security_group_id = azurerm_network_security_group.nsg_demand_aks_prod.id
}
