# Written by Azure ML VNet Wizard 0.1.0 from the plan “Demand forecast of 2019” (plan format 1).

resource "azurerm_network_interface" "nic_vm_demand_train" {
  name                = "nic-vm-demand-train"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags

  ip_configuration {
    name                          = "primary"
    subnet_id                     = azurerm_subnet.snet_vm.id
    private_ip_address_allocation = "Dynamic"
  }

  depends_on = [azurerm_subnet_network_security_group_association.snet_vm]
}

resource "azurerm_linux_virtual_machine" "vm_demand_train" {
  name                            = "vm-demand-train"
  location                        = var.location
  resource_group_name             = local.resource_group
  size                            = var.vm_demand_train_vm_size
  computer_name                   = "vm-demand-train"
  admin_username                  = "azureuser"
  disable_password_authentication = true
  network_interface_ids           = [azurerm_network_interface.nic_vm_demand_train.id]
  secure_boot_enabled             = true
  vtpm_enabled                    = true
  tags                            = var.tags

  admin_ssh_key {
    username   = "azureuser"
    public_key = var.ssh_public_key
  }

  identity {
    type = "SystemAssigned"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

  boot_diagnostics {}
}
