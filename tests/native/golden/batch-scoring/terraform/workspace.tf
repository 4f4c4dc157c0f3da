# Written by Azure ML VNet Wizard 0.1.0 from the plan “Fraud batch scoring” (plan format 1).

resource "azurerm_machine_learning_workspace" "mlw_fraud_prod" {
  name                          = var.workspace_name
  location                      = var.location
  resource_group_name           = local.resource_group
  kind                          = "Default"
  sku_name                      = "Basic"
  storage_account_id            = azurerm_storage_account.stfraudmlprod01.id
  key_vault_id                  = azurerm_key_vault.kv_fraud_ml_prod_01.id
  application_insights_id       = azurerm_application_insights.appi_fraud_ml_prod.id
  container_registry_id         = azurerm_container_registry.crfraudmlprod01.id
  public_network_access_enabled = false
  high_business_impact          = false
  v1_legacy_mode_enabled        = false
  image_build_compute_name      = "cpu-fraud-build"
  tags                          = var.tags

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_machine_learning_compute_cluster" "cpu_fraud_train" {
  name                          = "cpu-fraud-train"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_fraud_prod.id
  vm_size                       = var.cpu_fraud_train_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 16
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [
    azurerm_virtual_network_peering.peer_vnet_fraud_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_fraud_jump_prod,
    azurerm_private_endpoint.pep_fraud_mlw_prod,
    azurerm_private_endpoint.pep_fraud_blob_prod,
    azurerm_private_endpoint.pep_fraud_file_prod,
    azurerm_private_endpoint.pep_fraud_queue_prod,
    azurerm_private_endpoint.pep_fraud_table_prod,
    azurerm_private_endpoint.pep_fraud_kv_prod,
    azurerm_private_endpoint.pep_fraud_cr_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_nat_gateway_association.snet_training,
  ]
}

resource "azurerm_machine_learning_compute_cluster" "cpu_fraud_build" {
  name                          = "cpu-fraud-build"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_fraud_prod.id
  vm_size                       = var.cpu_fraud_build_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 2
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [
    azurerm_virtual_network_peering.peer_vnet_fraud_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_fraud_jump_prod,
    azurerm_private_endpoint.pep_fraud_mlw_prod,
    azurerm_private_endpoint.pep_fraud_blob_prod,
    azurerm_private_endpoint.pep_fraud_file_prod,
    azurerm_private_endpoint.pep_fraud_queue_prod,
    azurerm_private_endpoint.pep_fraud_table_prod,
    azurerm_private_endpoint.pep_fraud_kv_prod,
    azurerm_private_endpoint.pep_fraud_cr_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_nat_gateway_association.snet_training,
  ]
}

# azurerm has no batch endpoints.
resource "azapi_resource" "be_fraud_be_prod" {
  type      = "Microsoft.MachineLearningServices/workspaces/batchEndpoints@2026-03-01"
  name      = "be-fraud-be-prod"
  parent_id = azurerm_machine_learning_workspace.mlw_fraud_prod.id
  location  = var.location
  tags      = var.tags

  identity {
    type = "SystemAssigned"
  }

  body = {
    properties = {
      authMode    = "AADToken"
      description = "Scores fraud data in bulk"
    }
  }
  response_export_values = ["properties.scoringUri"]

  depends_on = [
    azurerm_virtual_network_peering.peer_vnet_fraud_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_fraud_jump_prod,
    azurerm_private_endpoint.pep_fraud_mlw_prod,
    azurerm_private_endpoint.pep_fraud_blob_prod,
    azurerm_private_endpoint.pep_fraud_file_prod,
    azurerm_private_endpoint.pep_fraud_queue_prod,
    azurerm_private_endpoint.pep_fraud_table_prod,
    azurerm_private_endpoint.pep_fraud_kv_prod,
    azurerm_private_endpoint.pep_fraud_cr_prod,
  ]
}

resource "azapi_resource" "fraud_v1" {
  count     = var.be_fraud_be_prod_fraud_v1_model_id != "" ? 1 : 0
  type      = "Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments@2026-03-01"
  name      = "fraud-v1"
  parent_id = azapi_resource.be_fraud_be_prod.id
  location  = var.location
  tags      = var.tags

  body = {
    properties = {
      compute = azurerm_machine_learning_compute_cluster.cpu_fraud_train.id
      model = {
        referenceType = "Id"
        assetId       = var.be_fraud_be_prod_fraud_v1_model_id
      }
      resources = {
        instanceCount = 4
      }
      miniBatchSize             = 10
      maxConcurrencyPerInstance = 2
      outputAction              = "AppendRow"
    }
  }
}
