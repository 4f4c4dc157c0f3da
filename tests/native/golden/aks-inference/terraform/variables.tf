# Written by Azure ML VNet Wizard 0.1.0 from the plan “Pricing in real time” (plan format 1).

variable "subscription_id" {
  description = "Subscription that everything is created in, unless said otherwise."
  type        = string
}

variable "resource_group_name" {
  description = "Resource group that everything is created in, unless said otherwise."
  type        = string
  default     = "rg-pricing-ml-prod"
}

variable "create_resource_group" {
  description = "Whether the resource group is created. False if it exists."
  type        = bool
  default     = true
}

variable "location" {
  description = "Region of everything that has no region of its own."
  type        = string
  default     = "swedencentral"
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default = {
    workload    = "pricing"
    environment = "prod"
  }
}

variable "workspace_vnet_name" {
  description = "Name of a virtual network."
  type        = string
  default     = "vnet-pricing-ml-prod"
}

variable "vm_pricing_jump_vm_size" {
  description = "VM size of vm-pricing-jump."
  type        = string
  default     = "Standard_D2s_v5"
}

variable "admin_password" {
  description = "Administrator password of Windows machines."
  type        = string
  sensitive   = true
}

variable "workspace_storage_name" {
  description = "Name of a storage account, unique in all of Azure."
  type        = string
  default     = "stpricingmlprod01"
}

variable "key_vault_name" {
  description = "Name of the key vault, unique in all of Azure."
  type        = string
  default     = "kv-pricing-ml-prod-01"
}

variable "registry_name" {
  description = "Name of the container registry, unique in all of Azure."
  type        = string
  default     = "crpricingmlprod01"
}

variable "log_analytics_name" {
  description = "Name of the Log Analytics workspace."
  type        = string
  default     = "log-pricing-ml-prod"
}

variable "application_insights_name" {
  description = "Name of Application Insights."
  type        = string
  default     = "appi-pricing-ml-prod"
}

variable "workspace_name" {
  description = "Name of the Azure ML workspace."
  type        = string
  default     = "mlw-pricing-prod"
}

variable "cpu_pricing_build_vm_size" {
  description = "VM size of cpu-pricing-build."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "aks_pricing_prod_npsystem_vm_size" {
  description = "VM size of aks-pricing-prod npsystem."
  type        = string
  default     = "Standard_D4s_v5"
}

variable "aks_name" {
  description = "Name of an AKS cluster."
  type        = string
  default     = "aks-pricing-prod"
}

variable "aks_pricing_prod_npscore_vm_size" {
  description = "VM size of aks-pricing-prod npscore."
  type        = string
  default     = "Standard_D4s_v5"
}
