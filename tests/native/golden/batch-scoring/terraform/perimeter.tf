# Written by Azure ML VNet Wizard 0.1.0 from the plan “Fraud batch scoring” (plan format 1).

resource "azurerm_public_ip" "pip_ng_fraud_jump_prod" {
  name                = "pip-ng-fraud-jump-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_public_ip" "pip_ng_fraud_ml_prod" {
  name                = "pip-ng-fraud-ml-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_public_ip" "pip_bas_fraud_prod" {
  name                = "pip-bas-fraud-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_bastion_host" "bas_fraud_prod" {
  name                = "bas-fraud-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  tunneling_enabled   = true
  tags                = var.tags

  ip_configuration {
    name                 = "public"
    subnet_id            = azurerm_subnet.azurebastionsubnet.id
    public_ip_address_id = azurerm_public_ip.pip_bas_fraud_prod.id
  }

  depends_on = [azurerm_subnet_network_security_group_association.azurebastionsubnet]
}
