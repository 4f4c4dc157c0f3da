//! Bodies of virtual machines and their network interfaces.

use super::system_identity;
use crate::azure::images::{self, Image};
use crate::deployment::resource::{Credential, NetworkInterface, VirtualMachine};
use crate::deployment::{Object, Value};
use crate::domain::OperatingSystem;

pub(super) fn interface(body: Object, interface: &NetworkInterface) -> Object {
    let configuration = Object::new().with("name", "primary").with(
        "properties",
        Object::new()
            .with("privateIPAllocationMethod", "Dynamic")
            .with("subnet", Value::sub_resource(&interface.subnet)),
    );
    body.with(
        "properties",
        Object::new().with("ipConfigurations", vec![configuration.into()]),
    )
}

pub(super) fn machine(body: Object, machine: &VirtualMachine) -> Object {
    body.with("identity", system_identity()).with(
        "properties",
        Object::new()
            .with(
                "hardwareProfile",
                Object::new().with("vmSize", &machine.size),
            )
            .with("storageProfile", storage_profile(image(machine.os)))
            .with("osProfile", os_profile(machine))
            .with(
                "networkProfile",
                Object::new().with(
                    "networkInterfaces",
                    vec![Value::sub_resource(&machine.interface)],
                ),
            )
            .with("securityProfile", trusted_launch())
            .with(
                "diagnosticsProfile",
                Object::new().with("bootDiagnostics", Object::new().with("enabled", true)),
            ),
    )
}

fn image(os: OperatingSystem) -> &'static Image {
    match os {
        OperatingSystem::Ubuntu => &images::UBUNTU,
        OperatingSystem::OtherLinux => &images::OTHER_LINUX,
        OperatingSystem::Windows => &images::WINDOWS,
    }
}

fn storage_profile(image: &Image) -> Object {
    Object::new()
        .with(
            "imageReference",
            Object::new()
                .with("publisher", image.publisher)
                .with("offer", image.offer)
                .with("sku", image.sku)
                .with("version", "latest"),
        )
        .with(
            "osDisk",
            Object::new()
                .with("createOption", "FromImage")
                .with("deleteOption", "Delete")
                .with(
                    "managedDisk",
                    Object::new().with("storageAccountType", "StandardSSD_LRS"),
                ),
        )
}

fn os_profile(machine: &VirtualMachine) -> Object {
    let profile = Object::new()
        .with("computerName", &machine.computer_name)
        .with("adminUsername", &machine.admin_username);
    match &machine.credential {
        Credential::Password(password) => profile.with("adminPassword", password),
        Credential::SshPublicKey(key) => {
            let path = format!("/home/{}/.ssh/authorized_keys", machine.admin_username);
            let key = Object::new().with("path", path).with("keyData", key);
            profile.with(
                "linuxConfiguration",
                Object::new()
                    .with("disablePasswordAuthentication", true)
                    .with("ssh", Object::new().with("publicKeys", vec![key.into()])),
            )
        }
    }
}

fn trusted_launch() -> Object {
    Object::new().with("securityType", "TrustedLaunch").with(
        "uefiSettings",
        Object::new()
            .with("secureBootEnabled", true)
            .with("vTpmEnabled", true),
    )
}
