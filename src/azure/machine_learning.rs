//! Azure ML compute: ports, dates and names that the documents state.
//!
//! The rules of NSGs and routes are in `security_rules` and `service_routes`, quotas in `limits`.

use super::{Fact, sources};

/// Port on which computes with public IP addresses are managed (AML-21).
pub const MANAGEMENT_PORT: Fact<u16> = Fact {
    value: 44_224,
    source: &sources::AML_TRAIN,
};

/// First and last of the ports on which Azure Batch reached nodes until it retired them (AML-22).
pub const CLASSIC_BATCH_PORTS: Fact<(u16, u16)> = Fact {
    value: (29_876, 29_877),
    source: &sources::SEED_A,
};

/// The day on which classic Batch node communication ended (AML-22).
pub const CLASSIC_BATCH_RETIRED: Fact<&str> = Fact {
    value: "2026-03-31",
    source: &sources::BATCH_MODE,
};

/// Port of file shares that computes mount (AML-18).
pub const FILE_SHARE_PORT: Fact<u16> = Fact {
    value: 445,
    source: &sources::AML_TRAIN,
};

/// Port of SSH on attached machines, unless they say otherwise (VM-2, VM-7).
pub const SSH_PORT: Fact<u16> = Fact {
    value: 22,
    source: &sources::AML_TRAIN,
};

/// The day on which support of SDK v1 ended, and with it of attaching `HDInsight` (VM-8).
pub const SDK_V1_ENDED: Fact<&str> = Fact {
    value: "2026-06-30",
    source: &sources::AML_V1EOL,
};

/// Resources that Azure ML adds to the VNet's resource group for one public-IP cluster or instance: an NSG, a
/// load balancer and its public IP address (AML-12).
pub const PUBLIC_IP_RESOURCES: Fact<[&str; 3]> = Fact {
    value: [
        "network security group",
        "load balancer",
        "public IP address",
    ],
    source: &sources::AML_TRAIN,
};

/// Service endpoint policy alias that keeps computes from other people's storage (AML-43).
pub const STORAGE_POLICY_ALIAS: Fact<&str> = Fact {
    value: "/services/Azure/MachineLearning",
    source: &sources::AML_DLP,
};

/// What VM sizes with a GPU start with; such a cluster cannot build images (PE-31).
const GPU_FAMILY: &str = "Standard_N";

/// Whether a VM size has a GPU, by its family.
pub fn is_gpu_size(vm_size: &str) -> bool {
    vm_size
        .trim()
        .get(..GPU_FAMILY.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(GPU_FAMILY))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::azure::security_rules::{self as stated, StatedRule};

    fn ports(rules: &[StatedRule]) -> Vec<&str> {
        rules.iter().flat_map(|rule| rule.ports).copied().collect()
    }

    #[test]
    fn tells_gpu_sizes_by_their_family() {
        assert!(is_gpu_size("Standard_NC4as_T4_v3"));
        assert!(is_gpu_size(" standard_nd96asr_v4"));
        assert!(!is_gpu_size("Standard_DS3_v2"));
        assert!(!is_gpu_size("Standard_"));
        assert!(!is_gpu_size("größer"));
    }

    #[test]
    fn agrees_with_the_security_rules() {
        let management = MANAGEMENT_PORT.value.to_string();
        assert_eq!(ports(stated::PUBLIC_COMPUTE.value), [management]);
        assert_eq!(
            ports(&[stated::ATTACHED_SSH.value]),
            [SSH_PORT.value.to_string()]
        );
        let (first, last) = CLASSIC_BATCH_PORTS.value;
        assert!(ports(stated::CLASSIC_COMPUTE.value).contains(&&*format!("{first}-{last}")));
        let file_share = FILE_SHARE_PORT.value.to_string();
        assert!(ports(stated::PRIVATE_ENDPOINTS.value).contains(&&*file_share));
    }
}
