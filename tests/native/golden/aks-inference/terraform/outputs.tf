# Written by Azure ML VNet Wizard 0.1.0 from the plan “Pricing in real time” (plan format 1).

output "vnet_pricing_ml_prod_id" {
  description = "Resource id of vnet-pricing-ml-prod."
  value       = azurerm_virtual_network.vnet_pricing_ml_prod.id
}

output "vm_pricing_jump_id" {
  description = "Resource id of vm-pricing-jump."
  value       = azurerm_windows_virtual_machine.vm_pricing_jump.id
}

output "mlw_pricing_prod_id" {
  description = "Resource id of mlw-pricing-prod."
  value       = azurerm_machine_learning_workspace.mlw_pricing_prod.id
}

output "aks_pricing_prod_id" {
  description = "Resource id of aks-pricing-prod."
  value       = azurerm_kubernetes_cluster.aks_pricing_prod.id
}
