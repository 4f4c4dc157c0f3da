//! Service tags that must keep their direct way out when everything else goes through an appliance.

use super::{Fact, sources};

/// For computes with public IP addresses: replies to Azure Machine Learning (AML-70).
pub const PUBLIC_COMPUTE: Fact<&str> = Fact {
    value: "AzureMachineLearning",
    source: &sources::AML_FW,
};

/// The same by the 2019 rules, as a regional tag: replies to Azure Batch (AML-71).
pub const CLASSIC_COMPUTE: Fact<&str> = Fact {
    value: "BatchNodeManagement",
    source: &sources::AML_FW,
};

/// For `HDInsight` clusters, as a regional tag: their management (VM-10).
pub const HDINSIGHT: Fact<&str> = Fact {
    value: "HDInsight",
    source: &sources::HDI_IP,
};
