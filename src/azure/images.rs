//! Operating system images of new virtual machines.

use super::{Source, sources};

/// A marketplace image; always its latest version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Image {
    /// Publisher.
    pub publisher: &'static str,
    /// Offer.
    pub offer: &'static str,
    /// SKU: of the second generation, so that trusted launch works.
    pub sku: &'static str,
    /// Where it is listed.
    pub source: &'static Source,
}

/// Ubuntu Server 24.04 LTS.
pub const UBUNTU: Image = Image {
    publisher: "Canonical",
    offer: "ubuntu-24_04-lts",
    sku: "server",
    source: &sources::UBUNTU_IMAGES,
};

/// Debian 12, for “another Linux”.
pub const OTHER_LINUX: Image = Image {
    publisher: "Debian",
    offer: "debian-12",
    sku: "12-gen2",
    source: &sources::VM_IMAGES,
};

/// Windows 11 Enterprise 24H2.
pub const WINDOWS: Image = Image {
    publisher: "MicrosoftWindowsDesktop",
    offer: "windows-11",
    sku: "win11-24h2-ent",
    source: &sources::VM_IMAGES,
};
