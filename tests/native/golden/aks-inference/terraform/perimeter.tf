# Written by Azure ML VNet Wizard 0.1.0 from the plan “Pricing in real time” (plan format 1).

resource "azurerm_public_ip" "pip_ng_pricing_ml_prod" {
  name                = "pip-ng-pricing-ml-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_public_ip" "pip_bas_pricing_prod" {
  name                = "pip-bas-pricing-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_bastion_host" "bas_pricing_prod" {
  name                = "bas-pricing-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  tunneling_enabled   = true
  tags                = var.tags

  ip_configuration {
    name                 = "public"
    subnet_id            = azurerm_subnet.azurebastionsubnet.id
    public_ip_address_id = azurerm_public_ip.pip_bas_pricing_prod.id
  }

  depends_on = [azurerm_subnet_network_security_group_association.azurebastionsubnet]
}
