//! Names that AKS and the Azure ML extension for Kubernetes clusters go by.

use super::{Fact, sources};

/// Longest DNS prefix of an AKS cluster, in characters.
pub const DNS_PREFIX_MAX: Fact<usize> = Fact {
    value: 54,
    source: &sources::AKS_SCHEMA,
};

/// Type of the extension (AKS-51).
pub const EXTENSION_TYPE: Fact<&str> = Fact {
    value: "Microsoft.AzureML.Kubernetes",
    source: &sources::AML_K8SEXT,
};

/// The namespace that it is installed in (AKS-57).
pub const EXTENSION_NAMESPACE: Fact<&str> = Fact {
    value: "azureml",
    source: &sources::AML_FW,
};
