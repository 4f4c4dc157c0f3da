# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).

variable "subscription_id" {
  description = "Subscription that everything is created in, unless said otherwise."
  type        = string
}

variable "resource_group_name" {
  description = "Resource group that everything is created in, unless said otherwise."
  type        = string
  default     = "rg-demand-ml-prod"
}

variable "create_resource_group" {
  description = "Whether the resource group is created. False if it exists."
  type        = bool
  default     = true
}

variable "location" {
  description = "Region of everything that has no region of its own."
  type        = string
  default     = "westus2"
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default = {
    workload    = "demand"
    environment = "prod"
  }
}

variable "workspace_vnet_name" {
  description = "Name of a virtual network."
  type        = string
  default     = "vnet-demand-ml-prod"
}

variable "workspace_storage_name" {
  description = "Name of a storage account, unique in all of Azure."
  type        = string
  default     = "stdemandmlprod01"
}

variable "key_vault_name" {
  description = "Name of the key vault, unique in all of Azure."
  type        = string
  default     = "kv-demand-ml-prod-01"
}

variable "registry_name" {
  description = "Name of the container registry, unique in all of Azure."
  type        = string
  default     = "crdemandmlprod01"
}

variable "log_analytics_name" {
  description = "Name of the Log Analytics workspace."
  type        = string
  default     = "log-demand-ml-prod"
}

variable "application_insights_name" {
  description = "Name of Application Insights."
  type        = string
  default     = "appi-demand-ml-prod"
}

variable "workspace_name" {
  description = "Name of the Azure ML workspace."
  type        = string
  default     = "mlw-demand-prod"
}

variable "cpu_demand_train_vm_size" {
  description = "VM size of cpu-demand-train."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "gpu_demand_train_vm_size" {
  description = "VM size of gpu-demand-train."
  type        = string
  default     = "Standard_NC4as_T4_v3"
}

variable "aks_demand_prod_npsystem_vm_size" {
  description = "VM size of aks-demand-prod npsystem."
  type        = string
  default     = "Standard_D4s_v5"
}

variable "aks_name" {
  description = "Name of an AKS cluster."
  type        = string
  default     = "aks-demand-prod"
}

variable "vm_demand_train_vm_size" {
  description = "VM size of vm-demand-train."
  type        = string
  default     = "Standard_DS3_v2"
}

variable "ssh_public_key" {
  description = "SSH public key of Linux machines, as in id_rsa.pub."
  type        = string
}

variable "vm_demand_train_ssh_private_key" {
  description = "SSH private key with which Azure ML logs in to vm-demand-train."
  type        = string
  sensitive   = true
}
