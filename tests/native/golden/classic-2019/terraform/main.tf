# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).
#
# terraform init, then terraform plan, then terraform apply.
# Set TF_VAR_ssh_public_key first. SSH public key of Linux machines, as in id_rsa.pub.
# Set TF_VAR_vm_demand_train_ssh_private_key first. SSH private key with which Azure ML logs in to vm-demand-train.
#
# Not in these files: The docker bridge address of aks-demand-prod is not written: AKS has no such property any more.
# Not in these files: The inference router of aks-demand-prod answers in HTTP: the plan has no certificate. Set sslSecret and sslCname on the extension, and allowInsecureConnections to False, for HTTPS.

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
