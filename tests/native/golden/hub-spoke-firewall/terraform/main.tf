# Written by Azure ML VNet Wizard 0.1.0 from the plan “Risk models behind a hub” (plan format 1).
#
# terraform init, then terraform plan, then terraform apply.
# Set TF_VAR_admin_password first. Administrator password of Windows machines.
#
# Not in these files: The connection to on-premises is not written: it needs a shared key or a circuit. Add it to the gateway once the gateway stands.

data "azurerm_client_config" "current" {}

locals {
  resource_group = var.create_resource_group ? azurerm_resource_group.resource_group[0].name : var.resource_group_name
}

resource "azurerm_resource_group" "resource_group" {
  count    = var.create_resource_group ? 1 : 0
  name     = var.resource_group_name
  location = var.location
  tags     = var.tags
}
