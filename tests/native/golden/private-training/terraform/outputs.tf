# Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).

output "vnet_churn_ml_dev_id" {
  description = "Resource id of vnet-churn-ml-dev."
  value       = azurerm_virtual_network.vnet_churn_ml_dev.id
}

output "vm_churn_jump_id" {
  description = "Resource id of vm-churn-jump."
  value       = azurerm_windows_virtual_machine.vm_churn_jump.id
}

output "mlw_churn_dev_id" {
  description = "Resource id of mlw-churn-dev."
  value       = azurerm_machine_learning_workspace.mlw_churn_dev.id
}
