# Written by Azure ML VNet Wizard 0.1.0 from the plan “Pricing in real time” (plan format 1).

resource "azurerm_machine_learning_workspace" "mlw_pricing_prod" {
  name                          = var.workspace_name
  location                      = var.location
  resource_group_name           = local.resource_group
  kind                          = "Default"
  sku_name                      = "Basic"
  storage_account_id            = azurerm_storage_account.stpricingmlprod01.id
  key_vault_id                  = azurerm_key_vault.kv_pricing_ml_prod_01.id
  application_insights_id       = azurerm_application_insights.appi_pricing_ml_prod.id
  container_registry_id         = azurerm_container_registry.crpricingmlprod01.id
  public_network_access_enabled = false
  high_business_impact          = false
  v1_legacy_mode_enabled        = false
  image_build_compute_name      = "cpu-pricing-build"
  tags                          = var.tags

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_machine_learning_compute_cluster" "cpu_pricing_build" {
  name                          = "cpu-pricing-build"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_pricing_prod.id
  vm_size                       = var.cpu_pricing_build_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [
    azurerm_private_endpoint.pep_pricing_mlw_prod,
    azurerm_private_endpoint.pep_pricing_blob_prod,
    azurerm_private_endpoint.pep_pricing_file_prod,
    azurerm_private_endpoint.pep_pricing_kv_prod,
    azurerm_private_endpoint.pep_pricing_cr_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_nat_gateway_association.snet_training,
  ]
}

# azurerm attaches clusters for the retired inference of version 1 only.
resource "azapi_resource" "aks_pricing" {
  type      = "Microsoft.MachineLearningServices/workspaces/computes@2026-03-01"
  name      = "aks-pricing"
  parent_id = azurerm_machine_learning_workspace.mlw_pricing_prod.id
  location  = var.location
  tags      = var.tags

  identity {
    type = "SystemAssigned"
  }

  body = {
    properties = {
      computeType = "Kubernetes"
      resourceId  = azurerm_kubernetes_cluster.aks_pricing_prod.id
      properties = {
        namespace = "default"
      }
    }
  }

  depends_on = [
    azurerm_private_endpoint.pep_pricing_mlw_prod,
    azurerm_private_endpoint.pep_pricing_blob_prod,
    azurerm_private_endpoint.pep_pricing_file_prod,
    azurerm_private_endpoint.pep_pricing_kv_prod,
    azurerm_private_endpoint.pep_pricing_cr_prod,
    azurerm_kubernetes_cluster_extension.azureml,
  ]
}
