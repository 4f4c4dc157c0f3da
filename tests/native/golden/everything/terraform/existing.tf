# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

data "azurerm_storage_account" "stvisiondataprod01" {
  provider            = azurerm.subscription_2
  name                = "stvisiondataprod01"
  resource_group_name = "rg-data-prod"
}
