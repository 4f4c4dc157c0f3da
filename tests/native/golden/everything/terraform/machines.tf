# Written by Azure ML VNet Wizard 0.1.0 from the plan “Vision platform” (plan format 1).

resource "azurerm_network_interface" "nic_vm_vision_jump" {
  name                = "nic-vm-vision-jump"
  location            = var.location
  resource_group_name = local.resource_group
  tags                = var.tags

  ip_configuration {
    name                          = "primary"
    subnet_id                     = azurerm_subnet.snet_jump.id
    private_ip_address_allocation = "Dynamic"
  }

  depends_on = [
    azurerm_subnet_network_security_group_association.snet_jump,
    azurerm_subnet_route_table_association.snet_jump,
  ]
}

resource "azurerm_windows_virtual_machine" "vm_vision_jump" {
  name                  = "vm-vision-jump"
  location              = var.location
  resource_group_name   = local.resource_group
  size                  = var.vm_vision_jump_vm_size
  computer_name         = "vm-vision-jump"
  admin_username        = "azureuser"
  admin_password        = var.admin_password
  network_interface_ids = [azurerm_network_interface.nic_vm_vision_jump.id]
  secure_boot_enabled   = true
  vtpm_enabled          = true
  tags                  = var.tags

  identity {
    type = "SystemAssigned"
  }

  source_image_reference {
    publisher = "MicrosoftWindowsDesktop"
    offer     = "windows-11"
    sku       = "win11-24h2-ent"
    version   = "latest"
  }

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "StandardSSD_LRS"
  }

  boot_diagnostics {}
}
