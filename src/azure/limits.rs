//! How many of a thing there may be.
//!
//! Hard limits and default quotas, told apart by [`Limit`]. Sizes of subnets and VNets, and what AKS accepts,
//! are facts of their own modules.

use std::ops::RangeInclusive;

use super::{Fact, Source, sources};

/// A number up to which all is well, and one beyond which Azure refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What a subscription has without asking for more.
    pub usual: u64,
    /// What it can be raised to, or what newer announcements say; `None` if no end is stated.
    pub most: Option<u64>,
}

impl Limit {
    /// Where a count stands.
    pub fn judge(self, count: u64) -> Verdict {
        if count <= self.usual {
            Verdict::Within
        } else if self.most.is_none_or(|most| count <= most) {
            Verdict::NeedsMore
        } else {
            Verdict::Beyond
        }
    }
}

/// How a count compares with a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not above what is usual.
    Within,
    /// Above what is usual; a quota request or a recent increase can cover it.
    NeedsMore,
    /// Above the most that is stated.
    Beyond,
}

const fn hard(value: u64, source: &'static Source) -> Fact<Limit> {
    Fact {
        value: Limit {
            usual: value,
            most: Some(value),
        },
        source,
    }
}

const fn quota(usual: u64, source: &'static Source) -> Fact<Limit> {
    Fact {
        value: Limit { usual, most: None },
        source,
    }
}

const fn raised(usual: u64, most: u64, source: &'static Source) -> Fact<Limit> {
    Fact {
        value: Limit {
            usual,
            most: Some(most),
        },
        source,
    }
}

/// VNets in a subscription and region (LIM-1).
pub const VNETS: Fact<Limit> = quota(1_000, &sources::NET_LIM);
/// Subnets in a VNet (LIM-2).
pub const SUBNETS: Fact<Limit> = quota(3_000, &sources::NET_LIM);
/// Peerings of a VNet; a hub managed by Virtual Network Manager may have the larger number (LIM-5).
pub const PEERINGS: Fact<Limit> = raised(500, 1_000, &sources::AVNM);
/// Custom DNS servers of a VNet (LIM-10).
pub const DNS_SERVERS: Fact<Limit> = quota(20, &sources::NET_LIM);

/// NSGs in a subscription and region (LIM-6).
pub const NSGS: Fact<Limit> = quota(5_000, &sources::NET_LIM);
/// Rules in an NSG; raised in May 2026, and still the smaller number in the limits table (LIM-6).
pub const SECURITY_RULES: Fact<Limit> = raised(1_000, 2_000, &sources::LIM2026);
/// Addresses and ranges in one rule; raised in May 2026 (LIM-6, NSG-24).
pub const RULE_ADDRESSES: Fact<Limit> = raised(4_000, 6_000, &sources::LIM2026);
/// Sources × destinations × ports of a rule on a subnet with private endpoints (NSG-24).
pub const RULE_COMBINATIONS: Fact<Limit> = hard(250_000, &sources::PE_OVER);
/// Priorities of custom security rules (NSG-1).
pub const PRIORITIES: Fact<RangeInclusive<u32>> = Fact {
    value: 100..=4096,
    source: &sources::NET_NSG,
};
/// Characters in the description of a security rule (NSG-25).
pub const SECURITY_RULE_DESCRIPTION: Fact<usize> = Fact {
    value: 140,
    source: &sources::NET_SCHEMA,
};

/// Route tables in a subscription and region; raised in May 2026 (LIM-7).
pub const ROUTE_TABLES: Fact<Limit> = raised(200, 600, &sources::LIM2026);
/// Routes in a table; raised in May 2026 (LIM-7).
pub const ROUTES: Fact<Limit> = raised(400, 1_000, &sources::LIM2026);
/// Routes of a table that name a service tag (UDR-6).
pub const TAG_ROUTES: Fact<Limit> = hard(25, &sources::NET_UDR);

/// Private endpoints in a VNet; High Scale Private Endpoints raises it (LIM-8).
pub const PRIVATE_ENDPOINTS: Fact<Limit> = quota(1_000, &sources::PE_LIM);
/// Private endpoints of a key vault (LIM-8).
pub const KEY_VAULT_ENDPOINTS: Fact<Limit> = hard(64, &sources::PE_LIM);
/// Private endpoints of a container registry (PE-28).
pub const REGISTRY_ENDPOINTS: Fact<Limit> = hard(200, &sources::ACR_PL);
/// Private endpoints of an Azure Monitor private link scope (PE-35).
pub const MONITOR_SCOPE_ENDPOINTS: Fact<Limit> = hard(10, &sources::AMPLS_DESIGN);
/// Zones in the zone group of a private endpoint (DNS-26).
pub const ZONES_PER_GROUP: Fact<Limit> = hard(5, &sources::PE_LIM);

/// Public IP addresses in a subscription and region. Real quotas are often lower (LIM-9).
pub const PUBLIC_IPS: Fact<Limit> = quota(1_000, &sources::NET_LIM);

/// Clusters, instances and online deployments in a region (AML-28).
pub const COMPUTES: Fact<Limit> = raised(500, 2_500, &sources::AML_QUOTA);
/// Nodes of a compute cluster (AML-28).
pub const CLUSTER_NODES: Fact<Limit> = raised(100, 65_000, &sources::AML_QUOTA);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_usual_from_raised_from_refused() {
        let rules = SECURITY_RULES.value;
        assert_eq!(rules.judge(1_000), Verdict::Within);
        assert_eq!(rules.judge(1_001), Verdict::NeedsMore);
        assert_eq!(rules.judge(2_000), Verdict::NeedsMore);
        assert_eq!(rules.judge(2_001), Verdict::Beyond);
        assert_eq!(TAG_ROUTES.value.judge(26), Verdict::Beyond);
        assert_eq!(VNETS.value.judge(9_999), Verdict::NeedsMore);
    }

    #[test]
    fn no_limit_can_only_be_lowered() {
        for limit in [
            VNETS,
            SUBNETS,
            PEERINGS,
            DNS_SERVERS,
            NSGS,
            SECURITY_RULES,
            RULE_ADDRESSES,
            RULE_COMBINATIONS,
            ROUTE_TABLES,
            ROUTES,
            TAG_ROUTES,
            PRIVATE_ENDPOINTS,
            KEY_VAULT_ENDPOINTS,
            REGISTRY_ENDPOINTS,
            MONITOR_SCOPE_ENDPOINTS,
            ZONES_PER_GROUP,
            PUBLIC_IPS,
            COMPUTES,
            CLUSTER_NODES,
        ] {
            let Limit { usual, most } = limit.value;
            assert!(most.is_none_or(|most| most >= usual), "{limit:?}");
        }
    }
}
