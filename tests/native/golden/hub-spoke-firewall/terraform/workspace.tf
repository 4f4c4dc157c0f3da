# Written by Azure ML VNet Wizard 0.1.0 from the plan “Risk models behind a hub” (plan format 1).

resource "azurerm_machine_learning_workspace" "mlw_risk_prod" {
  name                          = var.workspace_name
  location                      = var.location
  resource_group_name           = local.resource_group
  kind                          = "Default"
  sku_name                      = "Basic"
  storage_account_id            = azurerm_storage_account.striskmlprod01.id
  key_vault_id                  = azurerm_key_vault.kv_risk_ml_prod_01.id
  application_insights_id       = azurerm_application_insights.appi_risk_ml_prod.id
  container_registry_id         = azurerm_container_registry.crriskmlprod01.id
  public_network_access_enabled = false
  high_business_impact          = false
  v1_legacy_mode_enabled        = false
  image_build_compute_name      = "cpu-risk-build"
  tags                          = var.tags

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_machine_learning_compute_cluster" "cpu_risk_train" {
  name                          = "cpu-risk-train"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_risk_prod.id
  vm_size                       = var.cpu_risk_train_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 60
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [
    azurerm_firewall.afw_risk_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_risk_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_risk_hub_prod,
    azurerm_private_endpoint.pep_risk_mlw_prod,
    azurerm_private_endpoint.pep_risk_blob_prod,
    azurerm_private_endpoint.pep_risk_file_prod,
    azurerm_private_endpoint.pep_risk_kv_prod,
    azurerm_private_endpoint.pep_risk_cr_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}

resource "azurerm_machine_learning_compute_cluster" "gpu_risk_train" {
  name                          = "gpu-risk-train"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_risk_prod.id
  vm_size                       = var.gpu_risk_train_vm_size
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
    azurerm_firewall.afw_risk_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_risk_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_risk_hub_prod,
    azurerm_private_endpoint.pep_risk_mlw_prod,
    azurerm_private_endpoint.pep_risk_blob_prod,
    azurerm_private_endpoint.pep_risk_file_prod,
    azurerm_private_endpoint.pep_risk_kv_prod,
    azurerm_private_endpoint.pep_risk_cr_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}

resource "azurerm_machine_learning_compute_cluster" "cpu_risk_build" {
  name                          = "cpu-risk-build"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_risk_prod.id
  vm_size                       = var.cpu_risk_build_vm_size
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
    azurerm_firewall.afw_risk_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_risk_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_risk_hub_prod,
    azurerm_private_endpoint.pep_risk_mlw_prod,
    azurerm_private_endpoint.pep_risk_blob_prod,
    azurerm_private_endpoint.pep_risk_file_prod,
    azurerm_private_endpoint.pep_risk_kv_prod,
    azurerm_private_endpoint.pep_risk_cr_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}

# Terraform: azurerm cannot say that applications on ci-risk-ada are personal. Set “Personal” under application sharing when the instance stands.
resource "azurerm_machine_learning_compute_instance" "ci_risk_ada" {
  name                          = "ci-risk-ada"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_risk_prod.id
  virtual_machine_size          = var.ci_risk_ada_vm_size
  authorization_type            = "personal"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = false
  local_auth_enabled            = false
  tags                          = var.tags

  depends_on = [
    azurerm_firewall.afw_risk_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_risk_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_risk_hub_prod,
    azurerm_private_endpoint.pep_risk_mlw_prod,
    azurerm_private_endpoint.pep_risk_blob_prod,
    azurerm_private_endpoint.pep_risk_file_prod,
    azurerm_private_endpoint.pep_risk_kv_prod,
    azurerm_private_endpoint.pep_risk_cr_prod,
    azurerm_subnet_network_security_group_association.snet_training,
    azurerm_subnet_route_table_association.snet_training,
  ]
}
