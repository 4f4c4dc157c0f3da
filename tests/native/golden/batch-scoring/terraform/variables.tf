# Written by Azure ML VNet Wizard 0.1.0 from the plan “Fraud batch scoring” (plan format 1).

variable "subscription_id" {
  description = "Subscription that everything is created in, unless said otherwise."
  type        = string
}

variable "resource_group_name" {
  description = "Resource group that everything is created in, unless said otherwise."
  type        = string
  default     = "rg-fraud-ml-prod"
}

variable "create_resource_group" {
  description = "Whether the resource group is created. False if it exists."
  type        = bool
  default     = true
}

variable "location" {
  description = "Region of everything that has no region of its own."
  type        = string
  default     = "westeurope"
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default = {
    workload    = "fraud"
    environment = "prod"
  }
}

variable "jump_host_vnet_name" {
  description = "Name of a virtual network."
  type        = string
  default     = "vnet-fraud-jump-prod"
}

variable "workspace_vnet_name" {
  description = "Name of a virtual network."
  type        = string
  default     = "vnet-fraud-ml-prod"
}

variable "vm_fraud_jump_vm_size" {
  description = "VM size of vm-fraud-jump."
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
  default     = "stfraudmlprod01"
}

variable "key_vault_name" {
  description = "Name of the key vault, unique in all of Azure."
  type        = string
  default     = "kv-fraud-ml-prod-01"
}

variable "registry_name" {
  description = "Name of the container registry, unique in all of Azure."
  type        = string
  default     = "crfraudmlprod01"
}

variable "log_analytics_name" {
  description = "Name of the Log Analytics workspace."
  type        = string
  default     = "log-fraud-ml-prod"
}

variable "application_insights_name" {
  description = "Name of Application Insights."
  type        = string
  default     = "appi-fraud-ml-prod"
}

variable "workspace_name" {
  description = "Name of the Azure ML workspace."
  type        = string
  default     = "mlw-fraud-prod"
}

variable "cpu_fraud_train_vm_size" {
  description = "VM size of cpu-fraud-train."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "cpu_fraud_build_vm_size" {
  description = "VM size of cpu-fraud-build."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "be_fraud_be_prod_fraud_v1_model_id" {
  description = "Resource id of the model for fraud-v1. The deployment is created when this is not empty: register the model first."
  type        = string
  default     = ""
}
