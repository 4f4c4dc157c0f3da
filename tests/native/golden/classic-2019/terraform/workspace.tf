# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).

resource "azurerm_machine_learning_workspace" "mlw_demand_prod" {
  name                          = var.workspace_name
  location                      = var.location
  resource_group_name           = local.resource_group
  kind                          = "Default"
  sku_name                      = "Basic"
  storage_account_id            = azurerm_storage_account.stdemandmlprod01.id
  key_vault_id                  = azurerm_key_vault.kv_demand_ml_prod_01.id
  application_insights_id       = azurerm_application_insights.appi_demand_ml_prod.id
  container_registry_id         = azurerm_container_registry.crdemandmlprod01.id
  public_network_access_enabled = true
  high_business_impact          = false
  v1_legacy_mode_enabled        = false
  tags                          = var.tags

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_machine_learning_compute_cluster" "cpu_demand_train" {
  name                          = "cpu-demand-train"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_demand_prod.id
  vm_size                       = var.cpu_demand_train_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = true
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 20
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [azurerm_subnet_network_security_group_association.snet_training]
}

resource "azurerm_machine_learning_compute_cluster" "gpu_demand_train" {
  name                          = "gpu-demand-train"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.mlw_demand_prod.id
  vm_size                       = var.gpu_demand_train_vm_size
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.snet_training.id
  node_public_ip_enabled        = true
  ssh_public_access_enabled     = false
  local_auth_enabled            = false
  tags                          = var.tags

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT900S"
  }

  depends_on = [azurerm_subnet_network_security_group_association.snet_training]
}

# azurerm attaches clusters for the retired inference of version 1 only.
resource "azapi_resource" "aks_demand" {
  type      = "Microsoft.MachineLearningServices/workspaces/computes@2026-03-01"
  name      = "aks-demand"
  parent_id = azurerm_machine_learning_workspace.mlw_demand_prod.id
  location  = var.location
  tags      = var.tags

  identity {
    type = "SystemAssigned"
  }

  body = {
    properties = {
      computeType = "Kubernetes"
      resourceId  = azurerm_kubernetes_cluster.aks_demand_prod.id
      properties = {
        namespace = "default"
      }
    }
  }

  depends_on = [azurerm_kubernetes_cluster_extension.azureml]
}

# azurerm does not attach machines.
resource "azapi_resource" "vm_demand_train" {
  type      = "Microsoft.MachineLearningServices/workspaces/computes@2026-03-01"
  name      = "vm-demand-train"
  parent_id = azurerm_machine_learning_workspace.mlw_demand_prod.id
  location  = var.location
  tags      = var.tags

  body = {
    properties = {
      computeType = "VirtualMachine"
      resourceId  = azurerm_linux_virtual_machine.vm_demand_train.id
      properties = {
        sshPort = 22
        administratorAccount = {
          username = "azureuser"
        }
      }
    }
  }
  # Write-only: it is not kept in the state.
  sensitive_body = {
    properties = {
      properties = {
        administratorAccount = {
          privateKeyData = var.vm_demand_train_ssh_private_key
        }
      }
    }
  }
}
