# Written by Azure ML VNet Wizard 0.1.0 from the plan “Risk models behind a hub” (plan format 1).

variable "subscription_id" {
  description = "Subscription that everything is created in, unless said otherwise."
  type        = string
}

variable "resource_group_name" {
  description = "Resource group that everything is created in, unless said otherwise."
  type        = string
  default     = "rg-risk-ml-prod"
}

variable "create_resource_group" {
  description = "Whether the resource group is created. False if it exists."
  type        = bool
  default     = true
}

variable "location" {
  description = "Region of everything that has no region of its own."
  type        = string
  default     = "northeurope"
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default = {
    workload    = "risk"
    environment = "prod"
  }
}

variable "hub_vnet_name" {
  description = "Name of a virtual network."
  type        = string
  default     = "vnet-risk-hub-prod"
}

variable "workspace_vnet_name" {
  description = "Name of a virtual network."
  type        = string
  default     = "vnet-risk-ml-prod"
}

variable "vm_risk_jump_vm_size" {
  description = "VM size of vm-risk-jump."
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
  default     = "striskmlprod01"
}

variable "key_vault_name" {
  description = "Name of the key vault, unique in all of Azure."
  type        = string
  default     = "kv-risk-ml-prod-01"
}

variable "registry_name" {
  description = "Name of the container registry, unique in all of Azure."
  type        = string
  default     = "crriskmlprod01"
}

variable "log_analytics_name" {
  description = "Name of the Log Analytics workspace."
  type        = string
  default     = "log-risk-ml-prod"
}

variable "application_insights_name" {
  description = "Name of Application Insights."
  type        = string
  default     = "appi-risk-ml-prod"
}

variable "workspace_name" {
  description = "Name of the Azure ML workspace."
  type        = string
  default     = "mlw-risk-prod"
}

variable "cpu_risk_train_vm_size" {
  description = "VM size of cpu-risk-train."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "gpu_risk_train_vm_size" {
  description = "VM size of gpu-risk-train."
  type        = string
  default     = "Standard_NC4as_T4_v3"
}

variable "cpu_risk_build_vm_size" {
  description = "VM size of cpu-risk-build."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "ci_risk_ada_vm_size" {
  description = "VM size of ci-risk-ada."
  type        = string
  default     = "Standard_DS3_v2"
}
