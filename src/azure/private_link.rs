//! Where the platform's private endpoints can do less than elsewhere.

use super::{Fact, sources};

/// Regions of the public cloud in which NSGs do not filter private endpoints, by a list of 2023; the sovereign
/// clouds do not either (PE-44).
pub const NSG_UNSUPPORTED: Fact<&[&str]> = Fact {
    value: &[
        "westindia",
        "australiacentral2",
        "southafricawest",
        "brazilsoutheast",
    ],
    source: &sources::PE_OVER,
};
