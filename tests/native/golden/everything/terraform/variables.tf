# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

variable "subscription_id" {
  description = "Subscription that everything is created in, unless said otherwise."
  type        = string
}

variable "resource_group_name" {
  description = "Resource group that everything is created in, unless said otherwise."
  type        = string
  default     = "rg-vision-ml-prod"
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
    workload    = "vision"
    environment = "prod"
  }
}

variable "hub_vnet_name" {
  description = "Name of a virtual network."
  type        = string
  default     = "vnet-vision-hub-prod"
}

variable "workspace_vnet_name" {
  description = "Name of a virtual network."
  type        = string
  default     = "vnet-vision-ml-prod"
}

variable "vm_vision_jump_vm_size" {
  description = "VM size of vm-vision-jump."
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
  default     = "stvisionmlprod01"
}

variable "key_vault_name" {
  description = "Name of the key vault, unique in all of Azure."
  type        = string
  default     = "kv-vision-ml-prod-01"
}

variable "registry_name" {
  description = "Name of the container registry, unique in all of Azure."
  type        = string
  default     = "crvisionmlprod01"
}

variable "log_analytics_name" {
  description = "Name of the Log Analytics workspace."
  type        = string
  default     = "log-vision-ml-prod"
}

variable "application_insights_name" {
  description = "Name of Application Insights."
  type        = string
  default     = "appi-vision-ml-prod"
}

variable "workspace_name" {
  description = "Name of the Azure ML workspace."
  type        = string
  default     = "mlw-vision-prod"
}

variable "gpu_vision_train_vm_size" {
  description = "VM size of gpu-vision-train."
  type        = string
  default     = "Standard_NC4as_T4_v3"
}

variable "cpu_vision_batch_vm_size" {
  description = "VM size of cpu-vision-batch."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "cpu_vision_build_vm_size" {
  description = "VM size of cpu-vision-build."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "ci_vision_ada_vm_size" {
  description = "VM size of ci-vision-ada."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "ci_vision_grace_vm_size" {
  description = "VM size of ci-vision-grace."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "aks_vision_prod_npsystem_vm_size" {
  description = "VM size of aks-vision-prod npsystem."
  type        = string
  default     = "Standard_D4s_v5"
}

variable "aks_name" {
  description = "Name of an AKS cluster."
  type        = string
  default     = "aks-vision-prod"
}

variable "aks_vision_prod_npscore_vm_size" {
  description = "VM size of aks-vision-prod npscore."
  type        = string
  default     = "Standard_D4s_v5"
}

variable "be_vision_be_prod_vision_v1_model_id" {
  description = "Resource id of the model for vision-v1. The deployment is created when this is not empty: register the model first."
  type        = string
  default     = ""
}
