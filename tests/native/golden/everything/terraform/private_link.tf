# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

resource "azurerm_private_dns_zone" "privatelink_api_azureml_ms" {
  name                = "privatelink.api.azureml.ms"
  resource_group_name = local.resource_group
  tags                = var.tags
}

# azurerm 4 finds the zone of a link by name, azurerm 5 by id; azapi holds for both.
resource "azapi_resource" "link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_api_azureml_ms.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_api_azureml_ms.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_notebooks_azure_net" {
  name                = "privatelink.notebooks.azure.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_notebooks_azure_net_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_notebooks_azure_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_notebooks_azure_net_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_notebooks_azure_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_blob_core_windows_net" {
  name                = "privatelink.blob.core.windows.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_blob_core_windows_net_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_blob_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_blob_core_windows_net_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_blob_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_file_core_windows_net" {
  name                = "privatelink.file.core.windows.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_file_core_windows_net_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_file_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_file_core_windows_net_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_file_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_vaultcore_azure_net" {
  name                = "privatelink.vaultcore.azure.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_vaultcore_azure_net_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_vaultcore_azure_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_vaultcore_azure_net_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_vaultcore_azure_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_azurecr_io" {
  name                = "privatelink.azurecr.io"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_azurecr_io_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_azurecr_io.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_azurecr_io_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_azurecr_io.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_queue_core_windows_net" {
  name                = "privatelink.queue.core.windows.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_queue_core_windows_net_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_queue_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_queue_core_windows_net_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_queue_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_table_core_windows_net" {
  name                = "privatelink.table.core.windows.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_table_core_windows_net_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_table_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_table_core_windows_net_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_table_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_dfs_core_windows_net" {
  name                = "privatelink.dfs.core.windows.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_dfs_core_windows_net_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_dfs_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_dfs_core_windows_net_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_dfs_core_windows_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_monitor_azure_com" {
  name                = "privatelink.monitor.azure.com"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_monitor_azure_com_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_monitor_azure_com.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_monitor_azure_com_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_monitor_azure_com.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_oms_opinsights_azure_com" {
  name                = "privatelink.oms.opinsights.azure.com"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_oms_opinsights_azure_com_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_oms_opinsights_azure_com.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_oms_opinsights_azure_com_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_oms_opinsights_azure_com.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_ods_opinsights_azure_com" {
  name                = "privatelink.ods.opinsights.azure.com"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_ods_opinsights_azure_com_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_ods_opinsights_azure_com.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_ods_opinsights_azure_com_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_ods_opinsights_azure_com.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_agentsvc_azure_automation_net" {
  name                = "privatelink.agentsvc.azure-automation.net"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_agentsvc_azure_automation_net_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_agentsvc_azure_automation_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_agentsvc_azure_automation_net_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_agentsvc_azure_automation_net.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_dns_zone" "privatelink_westeurope_azmk8s_io" {
  name                = "privatelink.westeurope.azmk8s.io"
  resource_group_name = local.resource_group
  tags                = var.tags
}

resource "azapi_resource" "privatelink_westeurope_azmk8s_io_link_vnet_vision_hub_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-hub-prod"
  parent_id = azurerm_private_dns_zone.privatelink_westeurope_azmk8s_io.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_hub_prod.id
      }
    }
  }
}

resource "azapi_resource" "privatelink_westeurope_azmk8s_io_link_vnet_vision_ml_prod" {
  type      = "Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01"
  name      = "link-vnet-vision-ml-prod"
  parent_id = azurerm_private_dns_zone.privatelink_westeurope_azmk8s_io.id
  location  = "global"
  tags      = var.tags

  body = {
    properties = {
      registrationEnabled = false
      virtualNetwork = {
        id = azurerm_virtual_network.vnet_vision_ml_prod.id
      }
    }
  }
}

resource "azurerm_private_endpoint" "pep_vision_mlw_prod" {
  name                = "pep-vision-mlw-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "amlworkspace"
    private_connection_resource_id = azurerm_machine_learning_workspace.mlw_vision_prod.id
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
    azapi_resource.link_vnet_vision_hub_prod,
    azapi_resource.link_vnet_vision_ml_prod,
    azapi_resource.privatelink_notebooks_azure_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_notebooks_azure_net_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_private_endpoint" "pep_vision_blob_prod" {
  name                = "pep-vision-blob-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "blob"
    private_connection_resource_id = azurerm_storage_account.stvisionmlprod01.id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_blob_core_windows_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_blob_core_windows_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_blob_core_windows_net_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_role_assignment" "private_endpoint_38_reader" {
  role_definition_name = "Reader"
  scope                = azurerm_private_endpoint.pep_vision_blob_prod.id
  principal_id         = azurerm_machine_learning_workspace.mlw_vision_prod.identity[0].principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_private_endpoint" "pep_vision_file_prod" {
  name                = "pep-vision-file-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "file"
    private_connection_resource_id = azurerm_storage_account.stvisionmlprod01.id
    subresource_names              = ["file"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_file_core_windows_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_file_core_windows_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_file_core_windows_net_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_role_assignment" "private_endpoint_39_reader" {
  role_definition_name = "Reader"
  scope                = azurerm_private_endpoint.pep_vision_file_prod.id
  principal_id         = azurerm_machine_learning_workspace.mlw_vision_prod.identity[0].principal_id
  principal_type       = "ServicePrincipal"
}

resource "azurerm_private_endpoint" "pep_vision_queue_prod" {
  name                = "pep-vision-queue-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "queue"
    private_connection_resource_id = azurerm_storage_account.stvisionmlprod01.id
    subresource_names              = ["queue"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_queue_core_windows_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_queue_core_windows_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_queue_core_windows_net_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_private_endpoint" "pep_vision_table_prod" {
  name                = "pep-vision-table-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "table"
    private_connection_resource_id = azurerm_storage_account.stvisionmlprod01.id
    subresource_names              = ["table"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_table_core_windows_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_table_core_windows_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_table_core_windows_net_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_private_endpoint" "pep_vision_kv_prod" {
  name                = "pep-vision-kv-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "vault"
    private_connection_resource_id = azurerm_key_vault.kv_vision_ml_prod_01.id
    subresource_names              = ["vault"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_vaultcore_azure_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_vaultcore_azure_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_vaultcore_azure_net_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_private_endpoint" "pep_vision_cr_prod" {
  name                = "pep-vision-cr-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "registry"
    private_connection_resource_id = azurerm_container_registry.crvisionmlprod01.id
    subresource_names              = ["registry"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_azurecr_io.id]
  }

  depends_on = [
    azapi_resource.privatelink_azurecr_io_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_azurecr_io_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_private_endpoint" "pep_vision_ampls_prod" {
  name                = "pep-vision-ampls-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "azuremonitor"
    private_connection_resource_id = azurerm_monitor_private_link_scope.ampls_vision_ml_prod.id
    subresource_names              = ["azuremonitor"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name = "default"
    private_dns_zone_ids = [
      azurerm_private_dns_zone.privatelink_monitor_azure_com.id,
      azurerm_private_dns_zone.privatelink_oms_opinsights_azure_com.id,
      azurerm_private_dns_zone.privatelink_ods_opinsights_azure_com.id,
      azurerm_private_dns_zone.privatelink_agentsvc_azure_automation_net.id,
      azurerm_private_dns_zone.privatelink_blob_core_windows_net.id,
    ]
  }

  depends_on = [
    azurerm_monitor_private_link_scoped_service.log_analytics,
    azurerm_monitor_private_link_scoped_service.application_insights,
    azapi_resource.privatelink_monitor_azure_com_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_monitor_azure_com_link_vnet_vision_ml_prod,
    azapi_resource.privatelink_oms_opinsights_azure_com_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_oms_opinsights_azure_com_link_vnet_vision_ml_prod,
    azapi_resource.privatelink_ods_opinsights_azure_com_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_ods_opinsights_azure_com_link_vnet_vision_ml_prod,
    azapi_resource.privatelink_agentsvc_azure_automation_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_agentsvc_azure_automation_net_link_vnet_vision_ml_prod,
    azapi_resource.privatelink_blob_core_windows_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_blob_core_windows_net_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_private_endpoint" "pep_vision_data_blob_prod" {
  name                = "pep-vision-data-blob-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "blob"
    private_connection_resource_id = data.azurerm_storage_account.stvisiondataprod01.id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_blob_core_windows_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_blob_core_windows_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_blob_core_windows_net_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}

resource "azurerm_private_endpoint" "pep_vision_data_dfs_prod" {
  name                = "pep-vision-data-dfs-prod"
  location            = var.location
  resource_group_name = local.resource_group
  subnet_id           = azurerm_subnet.snet_pep.id
  tags                = var.tags

  private_service_connection {
    name                           = "dfs"
    private_connection_resource_id = data.azurerm_storage_account.stvisiondataprod01.id
    subresource_names              = ["dfs"]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.privatelink_dfs_core_windows_net.id]
  }

  depends_on = [
    azapi_resource.privatelink_dfs_core_windows_net_link_vnet_vision_hub_prod,
    azapi_resource.privatelink_dfs_core_windows_net_link_vnet_vision_ml_prod,
    azurerm_subnet_network_security_group_association.snet_pep,
  ]
}
