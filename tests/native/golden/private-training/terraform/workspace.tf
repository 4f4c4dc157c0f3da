# Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).

resource "azurerm_machine_learning_workspace" "mlw_churn_dev" {
  name                          = var.workspace_name
  location                      = var.location
  resource_group_name           = local.resource_group
  kind                          = "Default"
  sku_name                      = "Basic"
  storage_account_id            = azurerm_storage_account.stchurnmldev01.id
  key_vault_id                  = azurerm_key_vault.kv_churn_ml_dev_01.id
  application_insights_id       = azurerm_application_insights.appi_churn_ml_dev.id
  container_registry_id         = azurerm_container_registry.crchurnmldev01.id
  public_network_access_enabled = false
  high_business_impact          = false
  v1_legacy_mode_enabled        = false
  image_build_compute_name      = "cpu-churn-build"
  tags                          = var.tags

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_machine_learning_compute_cluster" "cpu_churn_train" {
  name                          = "cpu-churn-train"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_churn_dev.id
  vm_size                       = var.cpu_churn_train_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 20
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [
    azurerm_private_endpoint.pep_churn_mlw_dev,
    azurerm_private_endpoint.pep_churn_blob_dev,
    azurerm_private_endpoint.pep_churn_file_dev,
    azurerm_private_endpoint.pep_churn_kv_dev,
    azurerm_private_endpoint.pep_churn_cr_dev,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_nat_gateway_association.snet_training,
  ]
}

resource "azurerm_machine_learning_compute_cluster" "gpu_churn_train" {
  name                          = "gpu-churn-train"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_churn_dev.id
  vm_size                       = var.gpu_churn_train_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 8
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [
    azurerm_private_endpoint.pep_churn_mlw_dev,
    azurerm_private_endpoint.pep_churn_blob_dev,
    azurerm_private_endpoint.pep_churn_file_dev,
    azurerm_private_endpoint.pep_churn_kv_dev,
    azurerm_private_endpoint.pep_churn_cr_dev,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_nat_gateway_association.snet_training,
  ]
}

resource "azurerm_machine_learning_compute_cluster" "cpu_churn_build" {
  name                          = "cpu-churn-build"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_churn_dev.id
  vm_size                       = var.cpu_churn_build_vm_size
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
    azurerm_private_endpoint.pep_churn_mlw_dev,
    azurerm_private_endpoint.pep_churn_blob_dev,
    azurerm_private_endpoint.pep_churn_file_dev,
    azurerm_private_endpoint.pep_churn_kv_dev,
    azurerm_private_endpoint.pep_churn_cr_dev,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_nat_gateway_association.snet_training,
  ]
}

# Terraform: azurerm cannot say that applications on ci-churn-ada are personal. Set “Personal” under application sharing when the instance stands.
resource "azurerm_machine_learning_compute_instance" "ci_churn_ada" {
  name                          = "ci-churn-ada"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_churn_dev.id
  virtual_machine_size          = var.ci_churn_ada_vm_size
  authorization_type            = "personal"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  local_auth_enabled            = false
  tags                          = var.tags

  depends_on = [
    azurerm_private_endpoint.pep_churn_mlw_dev,
    azurerm_private_endpoint.pep_churn_blob_dev,
    azurerm_private_endpoint.pep_churn_file_dev,
    azurerm_private_endpoint.pep_churn_kv_dev,
    azurerm_private_endpoint.pep_churn_cr_dev,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_nat_gateway_association.snet_training,
  ]
}

# Terraform: azurerm cannot say that applications on ci-churn-grace are personal. Set “Personal” under application sharing when the instance stands.
resource "azurerm_machine_learning_compute_instance" "ci_churn_grace" {
  name                          = "ci-churn-grace"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_churn_dev.id
  virtual_machine_size          = var.ci_churn_grace_vm_size
  authorization_type            = "personal"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  local_auth_enabled            = false
  tags                          = var.tags

  depends_on = [
    azurerm_private_endpoint.pep_churn_mlw_dev,
    azurerm_private_endpoint.pep_churn_blob_dev,
    azurerm_private_endpoint.pep_churn_file_dev,
    azurerm_private_endpoint.pep_churn_kv_dev,
    azurerm_private_endpoint.pep_churn_cr_dev,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_nat_gateway_association.snet_training,
  ]
}
