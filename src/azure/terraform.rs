//! Terraform's providers for Azure: the versions that our files are written for, and their names of the clouds.

use super::{Fact, sources};
use crate::domain::Cloud;

/// Terraform itself: write-only arguments, which keep secrets out of the state, came with 1.11.
pub const TERRAFORM: Fact<&str> = Fact {
    value: ">= 1.11",
    source: &sources::TF_WRITE_ONLY,
};

/// The azurerm provider.
pub const AZURERM: Fact<&str> = Fact {
    value: "~> 4.81",
    source: &sources::TF,
};

/// The azapi provider.
pub const AZAPI: Fact<&str> = Fact {
    value: "~> 2.12",
    source: &sources::TF_AZAPI,
};

/// The name of a cloud in both providers.
pub const fn environment(cloud: Cloud) -> Fact<&'static str> {
    Fact {
        value: match cloud {
            Cloud::Public => "public",
            Cloud::UsGovernment => "usgovernment",
            Cloud::China => "china",
        },
        source: &sources::TF_AZAPI,
    }
}
