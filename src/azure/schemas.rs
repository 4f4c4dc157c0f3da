//! Where the schemas of deployment files are published: files name theirs, so that editors can check them.

use super::{Fact, sources};

/// ARM templates for a resource group.
pub const ARM_TEMPLATE: Fact<&str> = Fact {
    value: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    source: &sources::ARM_SYNTAX,
};

/// Parameters of ARM templates.
pub const ARM_PARAMETERS: Fact<&str> = Fact {
    value: "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
    source: &sources::ARM_PARAMETERS,
};

/// The folder of the schemas of Azure ML's YAML files; a schema's file name follows.
pub const ML_FOLDER: Fact<&str> = Fact {
    value: "https://azuremlschemas.azureedge.net/latest/",
    source: &sources::AML_EX,
};
