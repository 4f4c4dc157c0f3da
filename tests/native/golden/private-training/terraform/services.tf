# Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).

resource "azurerm_storage_account" "stchurnmldev01" {
  name                             = var.workspace_storage_name
  location                         = var.location
  resource_group_name              = local.resource_group
  account_kind                     = "StorageV2"
  account_tier                     = "Standard"
  account_replication_type         = "LRS"
  access_tier                      = "Hot"
  is_hns_enabled                   = false
  min_tls_version                  = "TLS1_2"
  https_traffic_only_enabled       = true
  allow_nested_items_to_be_public  = false
  cross_tenant_replication_enabled = false
  shared_access_key_enabled        = true
  public_network_access_enabled    = false
  tags                             = var.tags

  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }
}

resource "azurerm_key_vault" "kv_churn_ml_dev_01" {
  name                          = var.key_vault_name
  location                      = var.location
  resource_group_name           = local.resource_group
  tenant_id                     = data.azurerm_client_config.current.tenant_id
  sku_name                      = "standard"
  rbac_authorization_enabled    = true
  purge_protection_enabled      = true
  public_network_access_enabled = false
  tags                          = var.tags

  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
}

resource "azurerm_container_registry" "crchurnmldev01" {
  name                          = var.registry_name
  location                      = var.location
  resource_group_name           = local.resource_group
  sku                           = "Premium"
  admin_enabled                 = true
  anonymous_pull_enabled        = false
  public_network_access_enabled = false
  network_rule_bypass_option    = "AzureServices"
  tags                          = var.tags
}

resource "azurerm_log_analytics_workspace" "log_churn_ml_dev" {
  name                = var.log_analytics_name
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "PerGB2018"
  tags                = var.tags
}

resource "azurerm_application_insights" "appi_churn_ml_dev" {
  name                       = var.application_insights_name
  location                   = var.location
  resource_group_name        = local.resource_group
  application_type           = "web"
  workspace_id               = azurerm_log_analytics_workspace.log_churn_ml_dev.id
  internet_ingestion_enabled = true
  internet_query_enabled     = true
  tags                       = var.tags
}
