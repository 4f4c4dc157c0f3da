# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

resource "azurerm_public_ip" "pip_bas_vision_prod" {
  name                = "pip-bas-vision-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_bastion_host" "bas_vision_prod" {
  name                = "bas-vision-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  tunneling_enabled   = true
  tags                = var.tags

  ip_configuration {
    name                 = "public"
    subnet_id            = azurerm_subnet.azurebastionsubnet.id
    public_ip_address_id = azurerm_public_ip.pip_bas_vision_prod.id
  }

  depends_on = [azurerm_subnet_network_security_group_association.azurebastionsubnet]
}

resource "azurerm_firewall_policy" "afwp_afw_vision_hub_prod" {
  name                     = "afwp-afw-vision-hub-prod"
  location                 = var.location
  resource_group_name      = local.resource_group
  sku                      = "Premium"
  threat_intelligence_mode = "Alert"
  tags                     = var.tags
}

resource "azurerm_firewall_policy_rule_collection_group" "azure_machine_learning" {
  name               = "azure-machine-learning"
  firewall_policy_id = azurerm_firewall_policy.afwp_afw_vision_hub_prod.id
  priority           = 500

  network_rule_collection {
    name     = "network"
    priority = 100
    action   = "Allow"

    rule {
      name                  = "Allow-EntraId"
      protocols             = ["TCP"]
      source_addresses      = ["10.81.0.0/23"]
      destination_addresses = ["AzureActiveDirectory"]
      destination_ports     = ["80", "443"]
    }

    rule {
      name                  = "Allow-AML-Tcp"
      protocols             = ["TCP"]
      source_addresses      = ["10.81.0.0/23"]
      destination_addresses = ["AzureMachineLearning"]
      destination_ports     = ["443", "8787", "18881"]
    }

    rule {
      name                  = "Allow-AML-Udp"
      protocols             = ["UDP"]
      source_addresses      = ["10.81.0.0/23"]
      destination_addresses = ["AzureMachineLearning"]
      destination_ports     = ["5831"]
    }

    rule {
      name                  = "Allow-Batch"
      protocols             = ["Any"]
      source_addresses      = ["10.81.0.0/23"]
      destination_addresses = ["BatchNodeManagement.westeurope"]
      destination_ports     = ["443"]
    }

    rule {
      name                  = "Allow-ARM"
      protocols             = ["TCP"]
      source_addresses      = ["10.81.0.0/23"]
      destination_addresses = ["AzureResourceManager"]
      destination_ports     = ["443"]
    }

    rule {
      name                  = "Allow-Storage"
      protocols             = ["TCP"]
      source_addresses      = ["10.81.0.0/23"]
      destination_addresses = ["Storage.westeurope"]
      destination_ports     = ["443"]
    }

    rule {
      name                  = "Allow-FrontDoor"
      protocols             = ["TCP"]
      source_addresses      = ["10.81.0.0/23"]
      destination_addresses = ["AzureFrontDoor.Frontend"]
      destination_ports     = ["443"]
    }

    rule {
      name                  = "Allow-MCR"
      protocols             = ["TCP"]
      source_addresses      = ["10.81.0.0/23"]
      destination_addresses = ["MicrosoftContainerRegistry"]
      destination_ports     = ["443"]
    }

    rule {
      name                  = "Allow-AFD-FirstParty"
      protocols             = ["TCP"]
      source_addresses      = ["10.81.0.0/23"]
      destination_addresses = ["AzureFrontDoor.FirstParty"]
      destination_ports     = ["443"]
    }
  }

  application_rule_collection {
    name     = "application"
    priority = 200
    action   = "Allow"

    rule {
      name              = "ml-microsoft-entra-id"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["login.microsoftonline.com"]

      protocols {
        type = "Https"
        port = 443
      }

      protocols {
        type = "Http"
        port = 80
      }
    }

    rule {
      name              = "ml-azure-resource-manager"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["management.azure.com"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "ml-azure-ml-studio"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["ml.azure.com"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "ml-azure-ml-api"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["*.azureml.ms", "*.azureml.net", "*.modelmanagement.azureml.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "ml-notebooks"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["*.notebooks.azure.net", "graph.microsoft.com", "*.aznbcontent.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "ml-microsoft-graph"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["graph.windows.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "ml-compute-instances"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["*.instances.azureml.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "ml-azure-batch"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["*.westeurope.batch.azure.com", "*.westeurope.service.batch.azure.com"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "ml-storage-on-microsoft-s-side"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["*.blob.core.windows.net", "*.queue.core.windows.net", "*.table.core.windows.net"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "ml-images-from-microsoft"
      source_addresses  = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = ["mcr.microsoft.com", "*.data.mcr.microsoft.com"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name             = "ml-python-and-r-packages"
      source_addresses = ["10.80.1.0/27", "10.81.0.0/23"]
      destination_fqdns = [
        "anaconda.com",
        "*.anaconda.com",
        "*.anaconda.org",
        "pypi.org",
        "*.pythonhosted.org",
        "cloud.r-project.org",
        "*.pytorch.org",
        "*.tensorflow.org",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name             = "aks-api-server-images-and-packages-of-aks"
      source_addresses = ["10.81.4.0/24"]
      destination_fqdns = [
        "*.hcp.westeurope.azmk8s.io",
        "mcr.microsoft.com",
        "*.data.mcr.microsoft.com",
        "mcr-0001.mcr-msedge.net",
        "management.azure.com",
        "login.microsoftonline.com",
        "packages.microsoft.com",
        "packages.aks.azure.com",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "aks-cluster-extensions"
      source_addresses  = ["10.81.4.0/24"]
      destination_fqdns = ["westeurope.dp.kubernetesconfiguration.azure.com", "arcmktplaceprod.azurecr.io"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name             = "aks-azure-ml-on-kubernetes"
      source_addresses = ["10.81.4.0/24"]
      destination_fqdns = [
        "*.kusto.windows.net",
        "*.table.core.windows.net",
        "*.queue.core.windows.net",
        "westeurope.experiments.azureml.net",
        "westeurope.api.azureml.ms",
      ]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "aks-python-packages"
      source_addresses  = ["10.81.4.0/24"]
      destination_fqdns = ["pypi.org"]

      protocols {
        type = "Https"
        port = 443
      }
    }

    rule {
      name              = "aks-ubuntu-packages"
      source_addresses  = ["10.81.4.0/24"]
      destination_fqdns = ["archive.ubuntu.com", "security.ubuntu.com", "ppa.launchpad.net"]

      protocols {
        type = "Http"
        port = 80
      }
    }
  }
}

resource "azurerm_public_ip" "pip_afw_vision_hub_prod" {
  name                = "pip-afw-vision-hub-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_firewall" "afw_vision_hub_prod" {
  name                = "afw-vision-hub-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku_name            = "AZFW_VNet"
  sku_tier            = "Premium"
  firewall_policy_id  = azurerm_firewall_policy.afwp_afw_vision_hub_prod.id
  tags                = var.tags

  ip_configuration {
    name                 = "public"
    subnet_id            = azurerm_subnet.azurefirewallsubnet.id
    public_ip_address_id = azurerm_public_ip.pip_afw_vision_hub_prod.id
  }

  depends_on = [azurerm_firewall_policy_rule_collection_group.azure_machine_learning]
}

resource "azurerm_public_ip" "pip_vgw_vision_hub_prod" {
  name                = "pip-vgw-vision-hub-prod"
  location            = var.location
  resource_group_name = local.resource_group
  sku                 = "Standard"
  allocation_method   = "Static"
  tags                = var.tags
}

resource "azurerm_virtual_network_gateway" "vgw_vision_hub_prod" {
  name                = "vgw-vision-hub-prod"
  location            = var.location
  resource_group_name = local.resource_group
  type                = "Vpn"
  vpn_type            = "RouteBased"
  sku                 = "VpnGw1AZ"
  tags                = var.tags

  ip_configuration {
    name                 = "public"
    subnet_id            = azurerm_subnet.gatewaysubnet.id
    public_ip_address_id = azurerm_public_ip.pip_vgw_vision_hub_prod.id
  }
}
