# Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).
# The files hold for azurerm 5 as well: change the version when you are ready.

terraform {
  required_version = ">= 1.11"

  required_providers {
    azapi = {
      source  = "Azure/azapi"
      version = "~> 2.12"
    }
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.81"
    }
  }
}
