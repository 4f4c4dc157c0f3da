# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).

output "vnet_demand_ml_prod_id" {
  description = "Resource id of vnet-demand-ml-prod."
  value       = azurerm_virtual_network.vnet_demand_ml_prod.id
}

output "mlw_demand_prod_id" {
  description = "Resource id of mlw-demand-prod."
  value       = azurerm_machine_learning_workspace.mlw_demand_prod.id
}

output "aks_demand_prod_id" {
  description = "Resource id of aks-demand-prod."
  value       = azurerm_kubernetes_cluster.aks_demand_prod.id
}

output "vm_demand_train_id" {
  description = "Resource id of vm-demand-train."
  value       = azurerm_linux_virtual_machine.vm_demand_train.id
}
