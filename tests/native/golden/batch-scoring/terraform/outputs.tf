# Written by Azure ML VNet Wizard 0.1.0 from the plan “Fraud batch scoring” (plan format 1).

output "vnet_fraud_jump_prod_id" {
  description = "Resource id of vnet-fraud-jump-prod."
  value       = azurerm_virtual_network.vnet_fraud_jump_prod.id
}

output "vnet_fraud_ml_prod_id" {
  description = "Resource id of vnet-fraud-ml-prod."
  value       = azurerm_virtual_network.vnet_fraud_ml_prod.id
}

output "vm_fraud_jump_id" {
  description = "Resource id of vm-fraud-jump."
  value       = azurerm_windows_virtual_machine.vm_fraud_jump.id
}

output "mlw_fraud_prod_id" {
  description = "Resource id of mlw-fraud-prod."
  value       = azurerm_machine_learning_workspace.mlw_fraud_prod.id
}

output "be_fraud_be_prod_scoring_uri" {
  description = "Scoring address of be-fraud-be-prod."
  value       = azapi_resource.be_fraud_be_prod.output.properties.scoringUri
}
