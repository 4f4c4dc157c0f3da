# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

output "vnet_vision_hub_prod_id" {
  description = "Resource id of vnet-vision-hub-prod."
  value       = azurerm_virtual_network.vnet_vision_hub_prod.id
}

output "vnet_vision_ml_prod_id" {
  description = "Resource id of vnet-vision-ml-prod."
  value       = azurerm_virtual_network.vnet_vision_ml_prod.id
}

output "afw_vision_hub_prod_private_address" {
  description = "Private address of afw-vision-hub-prod."
  value       = azurerm_firewall.afw_vision_hub_prod.ip_configuration[0].private_ip_address
}

output "vm_vision_jump_id" {
  description = "Resource id of vm-vision-jump."
  value       = azurerm_windows_virtual_machine.vm_vision_jump.id
}

output "mlw_vision_prod_id" {
  description = "Resource id of mlw-vision-prod."
  value       = azurerm_machine_learning_workspace.mlw_vision_prod.id
}

output "aks_vision_prod_id" {
  description = "Resource id of aks-vision-prod."
  value       = azurerm_kubernetes_cluster.aks_vision_prod.id
}

output "be_vision_be_prod_scoring_uri" {
  description = "Scoring address of be-vision-be-prod."
  value       = azapi_resource.be_vision_be_prod.output.properties.scoringUri
}
