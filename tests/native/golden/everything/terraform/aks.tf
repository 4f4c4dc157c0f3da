# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

resource "azurerm_user_assigned_identity" "id_aks_vision_prod" {
  name                = "id-aks-vision-prod"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azurerm_role_assignment" "aks_33_role_subnet_18" {
  role_definition_name = "Network Contributor"
  scope                = azurerm_subnet.snet_aks.id
  principal_id         = azurerm_user_assigned_identity.id_aks_vision_prod.principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_role_assignment" "aks_33_role_zone_60" {
  role_definition_name = "Private DNS Zone Contributor"
  scope                = azurerm_private_dns_zone.privatelink_westeurope_azmk8s_io.id
  principal_id         = azurerm_user_assigned_identity.id_aks_vision_prod.principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_role_assignment" "aks_33_role_vnet_15" {
  role_definition_name = "Network Contributor"
  scope                = azurerm_virtual_network.vnet_vision_ml_prod.id
  principal_id         = azurerm_user_assigned_identity.id_aks_vision_prod.principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_kubernetes_cluster" "aks_vision_prod" {
  name                                = var.aks_name
  location                            = var.location
  resource_group_name                 = local.resource_group
  dns_prefix                          = "aks-vision-prod"
  sku_tier                            = "Standard"
  role_based_access_control_enabled   = true
  local_account_disabled              = false
  private_cluster_enabled             = true
  private_cluster_public_fqdn_enabled = false
  private_dns_zone_id                 = azurerm_private_dns_zone.privatelink_westeurope_azmk8s_io.id
  tags                                = var.tags

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.id_aks_vision_prod.id]
  }

  default_node_pool {
    name                 = "npsystem"
    vm_size              = var.aks_vision_prod_npsystem_vm_size
    node_count           = 3
    auto_scaling_enabled = false
    max_pods             = 250
    vnet_subnet_id       = azurerm_subnet.snet_aks.id

    upgrade_settings {
      max_surge = "33%"
    }
  }

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    pod_cidr            = "10.244.0.0/16"
    service_cidr        = "10.97.0.0/16"
    dns_service_ip      = "10.97.0.10"
    load_balancer_sku   = "standard"
    outbound_type       = "userDefinedRouting"
  }

  node_provisioning_profile {
    mode = "Manual"
  }

  depends_on = [
    azurerm_role_assignment.aks_33_role_subnet_18,
    azurerm_role_assignment.aks_33_role_zone_60,
    azurerm_role_assignment.aks_33_role_vnet_15,
    azurerm_firewall.afw_vision_hub_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_ml_prod,
    azurerm_virtual_network_peering.peer_vnet_vision_hub_prod,
    azurerm_subnet_network_security_group_association.snet_aks,
    azurerm_subnet_route_table_association.snet_aks,
  ]
}

resource "azurerm_kubernetes_cluster_node_pool" "npscore" {
  name                  = "npscore"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.aks_vision_prod.id
  mode                  = "User"
  vm_size               = var.aks_vision_prod_npscore_vm_size
  node_count            = 3
  auto_scaling_enabled  = true
  min_count             = 3
  max_count             = 30
  max_pods              = 250
  vnet_subnet_id        = azurerm_subnet.snet_aks.id

  upgrade_settings {
    max_surge = "33%"
  }

  lifecycle {
    ignore_changes = [node_count]
  }

  depends_on = [
    azurerm_subnet_network_security_group_association.snet_aks,
    azurerm_subnet_route_table_association.snet_aks,
  ]
}

resource "azurerm_kubernetes_cluster_extension" "azureml" {
  name              = "azureml"
  cluster_id        = azurerm_kubernetes_cluster.aks_vision_prod.id
  extension_type    = "Microsoft.AzureML.Kubernetes"
  release_train     = "stable"
  release_namespace = "azureml"
  configuration_settings = {
    enableTraining               = "True"
    enableInference              = "True"
    inferenceRouterServiceType   = "loadBalancer"
    inferenceRouterHA            = "True"
    allowInsecureConnections     = "True"
    internalLoadBalancerProvider = "azure"
  }

  depends_on = [
    azurerm_kubernetes_cluster_node_pool.npscore,
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
