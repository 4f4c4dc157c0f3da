# Written by Azure ML VNet Wizard 0.1.0 from the plan “Risk models behind a hub” (plan format 1).

resource "azurerm_private_dns_zone" "privatelink_api_azureml_ms" {
  name                = "privatelink.api.azureml.ms"
  resource_group_name = local.resource_group
  tags                = var.tags
}

# azurerm 4 finds the zone of a link by name, azurerm 5 by id; azapi holds for both.
resource "azapi_resource" "link_vnet_risk_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_api_azureml_ms.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "link_vnet_risk_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_api_azureml_ms.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_notebooks_azure_net" {
  name                = "privatelink.notebooks.azure.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_notebooks_azure_net_link_vnet_risk_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_notebooks_azure_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_notebooks_azure_net_link_vnet_risk_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_notebooks_azure_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_blob_core_windows_net" {
  name                = "privatelink.blob.core.windows.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_blob_core_windows_net_link_vnet_risk_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_blob_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_blob_core_windows_net_link_vnet_risk_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_blob_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_file_core_windows_net" {
  name                = "privatelink.file.core.windows.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_file_core_windows_net_link_vnet_risk_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_file_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_file_core_windows_net_link_vnet_risk_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_file_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_vaultcore_azure_net" {
  name                = "privatelink.vaultcore.azure.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_vaultcore_azure_net_link_vnet_risk_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_vaultcore_azure_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_vaultcore_azure_net_link_vnet_risk_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_vaultcore_azure_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_azurecr_io" {
  name                = "privatelink.azurecr.io"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_azurecr_io_link_vnet_risk_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_azurecr_io.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_azurecr_io_link_vnet_risk_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-risk-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_azurecr_io.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_risk_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_endpoint" "pep_risk_mlw_prod" {
  name                = "pep-risk-mlw-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "amlworkspace"
    private_connection_resource_id = azurerm_machine_learning_workspace.mlw_risk_prod.id
    subresource_names              = ["amlworkspace"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name = "default"
    private_dns_zone_ids = [
      azurerm_private_dns_zone.privatelink_api_azureml_ms.id,
      azurerm_private_dns_zone.privatelink_notebooks_azure_net.id,
    ]
  }

  depends_on = [
    azapi_resource.link_vnet_risk_hub_prod,
    azapi_resource.link_vnet_risk_ml_prod,
    azapi_resource.privatelink_notebooks_azure_net_link_vnet_risk_hub_prod,
    azapi_resource.privatelink_notebooks_azure_net_link_vnet_risk_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_private_endpoint" "pep_risk_blob_prod" {
  name                = "pep-risk-blob-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "blob"
    private_connection_resource_id = azurerm_storage_account.striskmlprod01.id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_blob_core_windows_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_blob_core_windows_net_link_vnet_risk_hub_prod,
    azapi_resource.privatelink_blob_core_windows_net_link_vnet_risk_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_role_assignment" "private_endpoint_29_reader" {
  role_definition_name = "Reader"
  scope                = azurerm_private_endpoint.pep_risk_blob_prod.id
  principal_id         = azurerm_machine_learning_workspace.mlw_risk_prod.identity[0].principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_private_endpoint" "pep_risk_file_prod" {
  name                = "pep-risk-file-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "file"
    private_connection_resource_id = azurerm_storage_account.striskmlprod01.id
    subresource_names              = ["file"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_file_core_windows_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_file_core_windows_net_link_vnet_risk_hub_prod,
    azapi_resource.privatelink_file_core_windows_net_link_vnet_risk_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_role_assignment" "private_endpoint_30_reader" {
  role_definition_name = "Reader"
  scope                = azurerm_private_endpoint.pep_risk_file_prod.id
  principal_id         = azurerm_machine_learning_workspace.mlw_risk_prod.identity[0].principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_private_endpoint" "pep_risk_kv_prod" {
  name                = "pep-risk-kv-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "vault"
    private_connection_resource_id = azurerm_key_vault.kv_risk_ml_prod_01.id
    subresource_names              = ["vault"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_vaultcore_azure_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_vaultcore_azure_net_link_vnet_risk_hub_prod,
    azapi_resource.privatelink_vaultcore_azure_net_link_vnet_risk_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_private_endpoint" "pep_risk_cr_prod" {
  name                = "pep-risk-cr-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "registry"
    private_connection_resource_id = azurerm_container_registry.crriskmlprod01.id
    subresource_names              = ["registry"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_azurecr_io.id]
  }

  depends_on = [
    azapi_resource.privatelink_azurecr_io_link_vnet_risk_hub_prod,
    azapi_resource.privatelink_azurecr_io_link_vnet_risk_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}
