//! Where the schemas of Azure ML's YAML files are published.

use super::{Fact, sources};

/// Address of the folder of schemas; a schema's file name follows.
pub const FOLDER: Fact<&str> = Fact {
    value: "https://azuremlschemas.azureedge.net/latest/",
    source: &sources::AML_EX,
};
