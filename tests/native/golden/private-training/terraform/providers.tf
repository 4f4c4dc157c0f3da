# Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).

provider "azurerm" {
  subscription_id = var.subscription_id

  features {
    storage {
      data_plane_available = false
    }
  }
}

provider "azapi" {
  subscription_id = var.subscription_id
}
