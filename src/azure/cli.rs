//! The Azure CLI that exported scripts are written for.

use super::{Fact, sources};

/// Version of the Azure CLI whose command reference the scripts follow.
pub const VERSION: Fact<&str> = Fact {
    value: "2.91.0",
    source: &sources::AZURE_CLI,
};

/// Commands that come with an extension, by their first words, and the name of that extension.
pub const EXTENSIONS: Fact<&[(&str, &str)]> = Fact {
    value: &[
        ("ml", "ml"),
        ("network firewall", "azure-firewall"),
        ("network bastion", "bastion"),
        ("k8s-extension", "k8s-extension"),
        ("monitor app-insights", "application-insights"),
    ],
    source: &sources::CLI_EXTENSIONS,
};
