# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

resource "azurerm_machine_learning_workspace" "mlw_vision_prod" {
  name                          = var.workspace_name
  location                      = var.location
  resource_group_name           = local.resource_group
  kind                          = "Default"
  sku_name                      = "Basic"
  storage_account_id            = azurerm_storage_account.stvisionmlprod01.id
  key_vault_id                  = azurerm_key_vault.kv_vision_ml_prod_01.id
  application_insights_id       = azurerm_application_insights.appi_vision_ml_prod.id
  container_registry_id         = azurerm_container_registry.crvisionmlprod01.id
  public_network_access_enabled = false
  high_business_impact          = false
  v1_legacy_mode_enabled        = false
  image_build_compute_name      = "cpu-vision-build"
  tags                          = var.tags

  identity {
    type = "SystemAssigned"
  }

  serverless_compute {
    subnet_id         = azurerm_subnet.snet_training.id
    public_ip_enabled = false
  }

  depends_on = [
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}

resource "azurerm_machine_learning_compute_cluster" "gpu_vision_train" {
  name                          = "gpu-vision-train"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_vision_prod.id
  vm_size                       = var.gpu_vision_train_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 24
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [
    azurerm_firewall.afw_vision_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_hub_prod,
    azurerm_private_endpoint.pep_vision_mlw_prod,
    azurerm_private_endpoint.pep_vision_blob_prod,
    azurerm_private_endpoint.pep_vision_file_prod,
    azurerm_private_endpoint.pep_vision_queue_prod,
    azurerm_private_endpoint.pep_vision_table_prod,
    azurerm_private_endpoint.pep_vision_kv_prod,
    azurerm_private_endpoint.pep_vision_cr_prod,
    azurerm_private_endpoint.pep_vision_ampls_prod,
    azurerm_private_endpoint.pep_vision_data_blob_prod,
    azurerm_private_endpoint.pep_vision_data_dfs_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}

resource "azurerm_machine_learning_compute_cluster" "cpu_vision_batch" {
  name                          = "cpu-vision-batch"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_vision_prod.id
  vm_size                       = var.cpu_vision_batch_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 32
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [
    azurerm_firewall.afw_vision_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_hub_prod,
    azurerm_private_endpoint.pep_vision_mlw_prod,
    azurerm_private_endpoint.pep_vision_blob_prod,
    azurerm_private_endpoint.pep_vision_file_prod,
    azurerm_private_endpoint.pep_vision_queue_prod,
    azurerm_private_endpoint.pep_vision_table_prod,
    azurerm_private_endpoint.pep_vision_kv_prod,
    azurerm_private_endpoint.pep_vision_cr_prod,
    azurerm_private_endpoint.pep_vision_ampls_prod,
    azurerm_private_endpoint.pep_vision_data_blob_prod,
    azurerm_private_endpoint.pep_vision_data_dfs_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}

resource "azurerm_machine_learning_compute_cluster" "cpu_vision_build" {
  name                          = "cpu-vision-build"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_vision_prod.id
  vm_size                       = var.cpu_vision_build_vm_size
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
    azurerm_firewall.afw_vision_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_hub_prod,
    azurerm_private_endpoint.pep_vision_mlw_prod,
    azurerm_private_endpoint.pep_vision_blob_prod,
    azurerm_private_endpoint.pep_vision_file_prod,
    azurerm_private_endpoint.pep_vision_queue_prod,
    azurerm_private_endpoint.pep_vision_table_prod,
    azurerm_private_endpoint.pep_vision_kv_prod,
    azurerm_private_endpoint.pep_vision_cr_prod,
    azurerm_private_endpoint.pep_vision_ampls_prod,
    azurerm_private_endpoint.pep_vision_data_blob_prod,
    azurerm_private_endpoint.pep_vision_data_dfs_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}

# Terraform: azurerm cannot say that applications on ci-vision-ada are personal. Set “Personal” under application sharing when the instance stands.
resource "azurerm_machine_learning_compute_instance" "ci_vision_ada" {
  name                          = "ci-vision-ada"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_vision_prod.id
  virtual_machine_size          = var.ci_vision_ada_vm_size
  authorization_type            = "personal"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  local_auth_enabled            = false
  tags                          = var.tags

  depends_on = [
    azurerm_firewall.afw_vision_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_hub_prod,
    azurerm_private_endpoint.pep_vision_mlw_prod,
    azurerm_private_endpoint.pep_vision_blob_prod,
    azurerm_private_endpoint.pep_vision_file_prod,
    azurerm_private_endpoint.pep_vision_queue_prod,
    azurerm_private_endpoint.pep_vision_table_prod,
    azurerm_private_endpoint.pep_vision_kv_prod,
    azurerm_private_endpoint.pep_vision_cr_prod,
    azurerm_private_endpoint.pep_vision_ampls_prod,
    azurerm_private_endpoint.pep_vision_data_blob_prod,
    azurerm_private_endpoint.pep_vision_data_dfs_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}

# Terraform: azurerm cannot say that applications on ci-vision-grace are personal. Set “Personal” under application sharing when the instance stands.
resource "azurerm_machine_learning_compute_instance" "ci_vision_grace" {
  name                          = "ci-vision-grace"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_vision_prod.id
  virtual_machine_size          = var.ci_vision_grace_vm_size
  authorization_type            = "personal"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  local_auth_enabled            = false
  tags                          = var.tags

  depends_on = [
    azurerm_firewall.afw_vision_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_hub_prod,
    azurerm_private_endpoint.pep_vision_mlw_prod,
    azurerm_private_endpoint.pep_vision_blob_prod,
    azurerm_private_endpoint.pep_vision_file_prod,
    azurerm_private_endpoint.pep_vision_queue_prod,
    azurerm_private_endpoint.pep_vision_table_prod,
    azurerm_private_endpoint.pep_vision_kv_prod,
    azurerm_private_endpoint.pep_vision_cr_prod,
    azurerm_private_endpoint.pep_vision_ampls_prod,
    azurerm_private_endpoint.pep_vision_data_blob_prod,
    azurerm_private_endpoint.pep_vision_data_dfs_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}

# azurerm attaches clusters for the retired inference of version 1 only.
resource "azapi_resource" "aks_vision" {
  type      = "Microsoft.MachineLearningServices/workspaces/computes@2026-03-01"
  name      = "aks-vision"
  parent_id = azurerm_machine_learning_workspace.mlw_vision_prod.id
  location  = var.location
  tags      = var.tags

  identity {
    type = "SystemAssigned"
  }

  body = {
    properties = {
      computeType = "Kubernetes"
      resourceId  = azurerm_kubernetes_cluster.aks_vision_prod.id
      properties = {
        namespace = "default"
      }
    }
  }

  depends_on = [
    azurerm_firewall.afw_vision_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_hub_prod,
    azurerm_private_endpoint.pep_vision_mlw_prod,
    azurerm_private_endpoint.pep_vision_blob_prod,
    azurerm_private_endpoint.pep_vision_file_prod,
    azurerm_private_endpoint.pep_vision_queue_prod,
    azurerm_private_endpoint.pep_vision_table_prod,
    azurerm_private_endpoint.pep_vision_kv_prod,
    azurerm_private_endpoint.pep_vision_cr_prod,
    azurerm_private_endpoint.pep_vision_ampls_prod,
    azurerm_private_endpoint.pep_vision_data_blob_prod,
    azurerm_private_endpoint.pep_vision_data_dfs_prod,
    azurerm_kubernetes_cluster_extension.azureml,
  ]
}

# azurerm has no batch endpoints.
resource "azapi_resource" "be_vision_be_prod" {
  type      = "Microsoft.MachineLearningServices/workspaces/batchEndpoints@2026-03-01"
  name      = "be-vision-be-prod"
  parent_id = azurerm_machine_learning_workspace.mlw_vision_prod.id
  location  = var.location
  tags      = var.tags

  identity {
    type = "SystemAssigned"
  }

  body = {
    properties = {
      authMode    = "AADToken"
      description = "Scores vision data in bulk"
    }
  }
  response_export_values = ["properties.scoringUri"]

  depends_on = [
    azurerm_firewall.afw_vision_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_hub_prod,
    azurerm_private_endpoint.pep_vision_mlw_prod,
    azurerm_private_endpoint.pep_vision_blob_prod,
    azurerm_private_endpoint.pep_vision_file_prod,
    azurerm_private_endpoint.pep_vision_queue_prod,
    azurerm_private_endpoint.pep_vision_table_prod,
    azurerm_private_endpoint.pep_vision_kv_prod,
    azurerm_private_endpoint.pep_vision_cr_prod,
    azurerm_private_endpoint.pep_vision_ampls_prod,
    azurerm_private_endpoint.pep_vision_data_blob_prod,
    azurerm_private_endpoint.pep_vision_data_dfs_prod,
  ]
}

resource "azapi_resource" "vision_v1" {
  count     = var.be_vision_be_prod_vision_v1_model_id != "" ? 1 : 0
  type      = "Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments@2026-03-01"
  name      = "vision-v1"
  parent_id = azapi_resource.be_vision_be_prod.id
  location  = var.location
  tags      = var.tags

  body = {
    properties = {
      compute = azurerm_machine_learning_compute_cluster.cpu_vision_batch.id
      model = {
        referenceType = "Id"
        assetId       = var.be_vision_be_prod_vision_v1_model_id
      }
      resources = {
        instanceCount = 8
      }
      miniBatchSize             = 10
      maxConcurrencyPerInstance = 2
      outputAction              = "AppendRow"
    }
  }
}
