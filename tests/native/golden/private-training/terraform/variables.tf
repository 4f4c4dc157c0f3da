# Written by Azure ML VNet Wizard 0.1.0 from the plan “Churn training” (plan format 1).

variable "subscription_id" {
  description = "Subscription that everything is created in, unless said otherwise."
  type        = string
}

variable "resource_group_name" {
  description = "Resource group that everything is created in, unless said otherwise."
  type        = string
  default     = "rg-churn-ml-dev"
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
    workload    = "churn"
    environment = "dev"
  }
}

variable "workspace_vnet_name" {
  description = "Name of a virtual network."
  type        = string
  default     = "vnet-churn-ml-dev"
}

variable "vm_churn_jump_vm_size" {
  description = "VM size of vm-churn-jump."
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
  default     = "stchurnmldev01"
}

variable "key_vault_name" {
  description = "Name of the key vault, unique in all of Azure."
  type        = string
  default     = "kv-churn-ml-dev-01"
}

variable "registry_name" {
  description = "Name of the container registry, unique in all of Azure."
  type        = string
  default     = "crchurnmldev01"
}

variable "log_analytics_name" {
  description = "Name of the Log Analytics workspace."
  type        = string
  default     = "log-churn-ml-dev"
}

variable "application_insights_name" {
  description = "Name of Application Insights."
  type        = string
  default     = "appi-churn-ml-dev"
}

variable "workspace_name" {
  description = "Name of the Azure ML workspace."
  type        = string
  default     = "mlw-churn-dev"
}

variable "cpu_churn_train_vm_size" {
  description = "VM size of cpu-churn-train."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "gpu_churn_train_vm_size" {
  description = "VM size of gpu-churn-train."
  type        = string
  default     = "Standard_NC4as_T4_v3"
}

variable "cpu_churn_build_vm_size" {
  description = "VM size of cpu-churn-build."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "ci_churn_ada_vm_size" {
  description = "VM size of ci-churn-ada."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "ci_churn_grace_vm_size" {
  description = "VM size of ci-churn-grace."
  type        = string
  default     = "Standard_DS3_v2"
}
