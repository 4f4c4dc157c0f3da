# Written by Azure ML VNet Wizard 0.1.0 from the plan “Risk models behind a hub” (plan format 1).

output "vnet_risk_hub_prod_id" {
  description = "Resource id of vnet-risk-hub-prod."
  value       = azurerm_virtual_network.vnet_risk_hub_prod.id
}

output "vnet_risk_ml_prod_id" {
  description = "Resource id of vnet-risk-ml-prod."
  value       = azurerm_virtual_network.vnet_risk_ml_prod.id
}

output "afw_risk_hub_prod_private_address" {
  description = "Private address of afw-risk-hub-prod."
  value       = azurerm_firewall.afw_risk_hub_prod.ip_configuration[0].private_ip_address
}

output "vm_risk_jump_id" {
  description = "Resource id of vm-risk-jump."
  value       = azurerm_windows_virtual_machine.vm_risk_jump.id
}

output "mlw_risk_prod_id" {
  description = "Resource id of mlw-risk-prod."
  value       = azurerm_machine_learning_workspace.mlw_risk_prod.id
}
