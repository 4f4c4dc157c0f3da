//! Virtual machines: jump hosts, and machines to attach.

use super::Lowering;
use super::security::Home;
use crate::azure::naming::{NameKind, generate, length};
use crate::deployment::resource::{Credential, NetworkInterface, Subnet, VirtualMachine};
use crate::deployment::{Key, Ref, Resource, Value};
use crate::domain::{Item, OperatingSystem, SubnetId};

/// Administrator account of jump hosts.
const ADMINISTRATOR: &str = "azureuser";
/// Parameter for the password of Windows machines.
const PASSWORD: &str = "adminPassword";
/// Parameter for the SSH public key of Linux machines.
const PUBLIC_KEY: &str = "sshPublicKey";

/// A virtual machine that a plan asks for.
pub(super) struct Machine<'m> {
    pub(super) key: Key,
    pub(super) item: Item,
    pub(super) name: &'m str,
    pub(super) subnet: Option<SubnetId>,
    pub(super) os: OperatingSystem,
    pub(super) size: &'m str,
    pub(super) administrator: &'m str,
}

impl Lowering<'_> {
    pub(super) fn jump_hosts(&mut self) {
        for host in &self.plan.jump_hosts {
            let item = Item::JumpHost(host.id);
            self.machine(&Machine {
                key: Key::of(item),
                item,
                name: host.name.trim(),
                subnet: host.subnet,
                os: host.os,
                size: &host.vm_size,
                administrator: ADMINISTRATOR,
            });
        }
    }

    /// A virtual machine with its network interface. `None`, and a gap, without a subnet.
    pub(super) fn machine(&mut self, machine: &Machine<'_>) -> Option<Ref<VirtualMachine>> {
        let Machine { item, name, .. } = *machine;
        let subnet = machine.subnet;
        let reference: Option<Ref<Subnet>> =
            subnet.and_then(|id| self.reference_to(Item::Subnet(id)));
        let vnet = subnet.and_then(|id| self.plan.vnet_of(id));
        let (Some(subnet), Some(vnet)) = (reference, vnet) else {
            self.gap(
                item.field("subnet"),
                format!("{name} has no subnet: it is not written."),
            );
            return None;
        };
        let home = Home {
            scope: self.scope_near(vnet),
            location: self.region_of(vnet),
        };
        let interface = Key::part(item, "nic");
        let interface_name = generate(NameKind::NetworkInterface, &[name]);
        let resource = Resource::NetworkInterface(NetworkInterface { subnet });
        self.create_at(
            home.clone(),
            interface.clone(),
            item,
            interface_name,
            resource,
        );
        if machine.os == OperatingSystem::OtherLinux {
            self.gap(
                item.field("os"),
                format!("{name} gets Debian: the plan does not say which Linux it is."),
            );
        }
        let resource = Resource::VirtualMachine(VirtualMachine {
            interface: Ref::to(interface),
            size: self.size(name, machine.size),
            os: machine.os,
            computer_name: computer_name(name, machine.os),
            admin_username: machine.administrator.to_owned(),
            credential: self.credential(machine.os),
        });
        self.create_at(home, machine.key.clone(), item, name, resource);
        Some(Ref::to(machine.key.clone()))
    }

    fn credential(&mut self, os: OperatingSystem) -> Credential {
        match os {
            OperatingSystem::Windows => Credential::Password(
                self.secret(PASSWORD, "Administrator password of Windows machines."),
            ),
            OperatingSystem::Ubuntu | OperatingSystem::OtherLinux => {
                let key: Value = self.secret(
                    PUBLIC_KEY,
                    "SSH public key of Linux machines, as in id_rsa.pub.",
                );
                Credential::SshPublicKey(key)
            }
        }
    }
}

/// A host name made of a resource name: letters, digits and hyphens, as long as the system allows.
fn computer_name(name: &str, os: OperatingSystem) -> String {
    let kind = match os {
        OperatingSystem::Windows => NameKind::WindowsVirtualMachine,
        OperatingSystem::Ubuntu | OperatingSystem::OtherLinux => NameKind::LinuxVirtualMachine,
    };
    let max = length(kind).map_or(usize::MAX, |(_, max)| max);
    let usable: String = name
        .chars()
        .filter(|character| character.is_ascii_alphanumeric() || *character == '-')
        .take(max)
        .collect();
    let usable = usable.trim_matches('-');
    if usable.is_empty() { "vm" } else { usable }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_host_names_within_the_limits_of_windows() {
        let windows = |name| computer_name(name, OperatingSystem::Windows);
        assert_eq!(windows("vm-fraud-jump-production"), "vm-fraud-jump-p");
        assert_eq!(windows("vm_fraud_jump-"), "vmfraudjump");
        assert_eq!(windows("機械"), "vm");
        assert_eq!(
            computer_name("vm-fraud-jump-production", OperatingSystem::Ubuntu),
            "vm-fraud-jump-production"
        );
    }
}
