//! Properties of virtual machines.

use super::Subnet;
use crate::deployment::{Ref, Value};
use crate::domain::OperatingSystem;

/// A network interface with one dynamic private address and no public one.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkInterface {
    /// Its subnet.
    pub subnet: Ref<Subnet>,
}

/// How people log in to a virtual machine. The value is always a secure parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Credential {
    /// SSH public key; passwords are off.
    SshPublicKey(Value),
    /// Administrator password.
    Password(Value),
}

/// A virtual machine.
#[derive(Clone, Debug, PartialEq)]
pub struct VirtualMachine {
    /// Its network interface.
    pub interface: Ref<NetworkInterface>,
    /// Size.
    pub size: Value,
    /// Operating system.
    pub os: OperatingSystem,
    /// Host name, within the limits of its operating system.
    pub computer_name: String,
    /// Administrator account.
    pub admin_username: String,
    /// How people log in.
    pub credential: Credential,
}
