//! Sizes of virtual network gateways that a deployment creates: the smallest zone-redundant ones.

use super::{Fact, sources};

/// VPN gateway.
pub const VPN_SKU: Fact<&str> = Fact {
    value: "VpnGw1AZ",
    source: &sources::VPN_SKUS,
};

/// `ExpressRoute` gateway.
pub const EXPRESS_ROUTE_SKU: Fact<&str> = Fact {
    value: "ErGw1AZ",
    source: &sources::ER_GATEWAYS,
};
