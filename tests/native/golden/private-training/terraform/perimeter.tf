# Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).

resource "azurerm_public_ip" "pip_ng_churn_ml_dev" {
  name                = "pip-ng-churn-ml-dev"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_public_ip" "pip_bas_churn_dev" {
  name                = "pip-bas-churn-dev"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_bastion_host" "bas_churn_dev" {
  name                = "bas-churn-dev"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  tunneling_enabled   = true
  tags                = var.tags

  ip_configuration {
    name                 = "public"
    subnet_id            = azurerm_subnet.azurebastionsubnet.id
    public_ip_address_id = azurerm_public_ip.pip_bas_churn_dev.id
  }

  depends_on = [azurerm_subnet_network_security_group_association.azurebastionsubnet]
}
