# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).

resource "azurerm_user_assigned_identity" "id_aks_demand_prod" {
  name                = "id-aks-demand-prod"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azurerm_role_assignment" "aks_14_role_subnet_6" {
  role_definition_name = "Network Contributor"
  scope                = azurerm_subnet.snet_aks.id
  principal_id         = azurerm_user_assigned_identity.id_aks_demand_prod.principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_kubernetes_cluster" "aks_demand_prod" {
  name                              = var.aks_name
  location                          = var.location
  resource_group_name               = local.resource_group
  dns_prefix                        = "aks-demand-prod"
  sku_tier                          = "Standard"
  role_based_access_control_enabled = true
  local_account_disabled            = false
  private_cluster_enabled           = false
  tags                              = var.tags

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.id_aks_demand_prod.id]
  }

  default_node_pool {
    name                 = "npsystem"
    vm_size              = var.aks_demand_prod_npsystem_vm_size
    node_count           = 3
    auto_scaling_enabled = false
    max_pods             = 30
    vnet_subnet_id       = azurerm_subnet.snet_aks.id

    upgrade_settings {
      max_surge = "33%"
    }
  }

  network_profile {
    network_plugin    = "azure"
    service_cidr      = "10.0.0.0/16"
    dns_service_ip    = "10.0.0.10"
    load_balancer_sku = "standard"
    outbound_type     = "loadBalancer"
  }

  node_provisioning_profile {
    mode = "Manual"
  }

  depends_on = [
    azurerm_role_assignment.aks_14_role_subnet_6,
    azurerm_subnet_network_security_group_association.snet_aks,
  ]
}

resource "azurerm_kubernetes_cluster_extension" "azureml" {
  name              = "azureml"
  cluster_id        = azurerm_kubernetes_cluster.aks_demand_prod.id
  extension_type    = "Microsoft.AzureML.Kubernetes"
  release_train     = "stable"
  release_namespace = "azureml"
  configuration_settings = {
    enableTraining             = "False"
    enableInference            = "True"
    inferenceRouterServiceType = "loadBalancer"
    inferenceRouterHA          = "True"
    allowInsecureConnections   = "True"
  }
}
