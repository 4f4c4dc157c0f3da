# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

provider "azurerm" {
  subscription_id = var.subscription_id

  features {
    storage {
      data_plane_available = false
    }
  }
}

provider "azurerm" {
  alias           = "subscription_2"
  subscription_id = "00000000-0000-0000-0000-000000000001"

  features {
    storage {
      data_plane_available = false
    }
  }
}

provider "azapi" {
  subscription_id = var.subscription_id
}
