//! Ports that Azure services use to reach machines of a plan.

use std::ops::RangeInclusive;

use super::{Fact, sources};

/// TCP port by which Azure Machine Learning reaches computes with public IP addresses (AML-21).
pub const PUBLIC_COMPUTE: Fact<u16> = Fact {
    value: 44_224,
    source: &sources::AML_FW,
};

/// TCP ports by which Azure Batch reached computes until 2026 (AML-22).
pub const CLASSIC_BATCH: Fact<RangeInclusive<u16>> = Fact {
    value: 29_876..=29_877,
    source: &sources::SEED_A,
};

/// SSH, by which Azure Machine Learning reaches attached machines that name no other port (VM-2).
pub const SSH: Fact<u16> = Fact {
    value: 22,
    source: &sources::AML_TRAIN,
};

/// TCP port by which `HDInsight` manages its clusters (VM-9).
pub const HDINSIGHT: Fact<u16> = Fact {
    value: 443,
    source: &sources::HDI_IP,
};
