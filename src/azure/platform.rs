//! Addresses at which Azure's platform itself answers inside every VNet.

use std::net::Ipv4Addr;

use super::service_tags::ServiceTag;
use super::{Fact, sources};

/// DNS, health probes of load balancers and the guest agent's host (NSG-32, NSG-35).
pub const HOST: Fact<Ipv4Addr> = Fact {
    value: Ipv4Addr::new(168, 63, 129, 16),
    source: &sources::NET_NSG,
};

/// The instance metadata service (NSG-35).
pub const METADATA: Fact<Ipv4Addr> = Fact {
    value: Ipv4Addr::new(169, 254, 169, 254),
    source: &sources::NET_NSG,
};

/// The one address that a service tag stands for, if it stands for one.
pub fn address_of(tag: &ServiceTag) -> Option<Ipv4Addr> {
    match tag.name {
        "AzureLoadBalancer" | "AzurePlatformDNS" => Some(HOST.value),
        "AzurePlatformIMDS" => Some(METADATA.value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::azure::private_dns_zones::AZURE_DNS;
    use crate::azure::service_tags;

    #[test]
    fn the_host_answers_dns_and_probes() {
        assert_eq!(HOST.value.to_string(), AZURE_DNS.value);
        let address = |name| address_of(service_tags::read(name).expect("a tag").tag);
        assert_eq!(address("AzureLoadBalancer"), Some(HOST.value));
        assert_eq!(address("AzurePlatformIMDS"), Some(METADATA.value));
        assert_eq!(address("Storage"), None);
    }
}
