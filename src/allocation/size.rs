//! How large a subnet that was left to us should be, and why.

use crate::azure::fixed_subnets;
use crate::capacity::{SubnetDemand, smallest_prefix, thousands};
use crate::domain::{Basics, Headroom, Subnet, SubnetPurpose, Word};

/// The room to grow that a plan asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Growth {
    kind: Headroom,
    percent: u32,
}

impl Growth {
    /// What the choices for the whole plan say.
    pub(super) fn of(basics: &Basics) -> Self {
        Self {
            kind: basics.headroom,
            percent: basics.headroom_percent,
        }
    }

    /// Addresses to make room for where this demand stands.
    fn wanted(self, demand: &SubnetDemand) -> u64 {
        let needed = demand.total();
        match self.kind {
            Headroom::Double => needed.saturating_mul(2).max(demand.bound()),
            Headroom::Least => needed,
            Headroom::Percent => {
                let more = needed.saturating_mul(self.percent.into()).div_ceil(100);
                needed.saturating_add(more)
            }
        }
    }
}

/// The sizes between which a subnet is placed, as prefix lengths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Size {
    /// The smallest that will do.
    pub(super) least: u8,
    /// The one to have where there is room for it; never smaller than `least`.
    pub(super) roomy: u8,
    /// Whether more than the least is taken only where it costs nothing. A percentage that a person states is
    /// taken wherever everything still finds a place.
    pub(super) sparing: bool,
    basis: Basis,
}

/// What a size is derived from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Basis {
    /// A rule of Azure about what stands in the subnet.
    Prescribed(&'static str),
    /// This tool's habit for a purpose.
    Usual(&'static str),
    /// Addresses that were counted, and the room to grow beside them.
    Counted(u64, Growth),
}

impl Size {
    /// The size of a subnet with this demand and this room to grow.
    pub(super) fn of(subnet: &Subnet, demand: &SubnetDemand, growth: Growth) -> Self {
        let needed = demand.total();
        let wanted = smallest_prefix(growth.wanted(demand));
        let counted = Basis::Counted(needed, growth);
        let sparing = needed == 0 || growth.kind != Headroom::Percent;
        match fixed_subnets::for_purpose(subnet.purpose) {
            Some(fixed) => {
                let least = smallest_prefix(needed).min(fixed.longest);
                Self {
                    least,
                    roomy: wanted.min(fixed.recommended).min(least),
                    sparing,
                    basis: if needed > 0 && wanted <= fixed.recommended {
                        counted
                    } else {
                        Basis::Prescribed(fixed.occupant)
                    },
                }
            }
            None if needed > 0 => Self {
                least: smallest_prefix(needed),
                roomy: wanted,
                sparing,
                basis: counted,
            },
            None => Self {
                least: smallest_prefix(0),
                roomy: usual(subnet.purpose),
                sparing,
                basis: Basis::Usual(subnet.purpose.label()),
            },
        }
    }

    /// Why a block of this length was chosen: the start of a sentence.
    pub(super) fn reason(&self, length: u8) -> String {
        let roomy = length <= self.roomy;
        match &self.basis {
            Basis::Prescribed(what) if roomy => {
                format!("The size that Azure recommends for {what}")
            }
            Basis::Prescribed(what) => {
                format!("Smaller than Azure recommends for {what}, because the space is short")
            }
            Basis::Usual(what) if roomy => {
                format!("The usual size for {what}, as nothing stands in it yet")
            }
            Basis::Usual(what) => {
                format!("Smaller than usual for {what}, because the space is short")
            }
            Basis::Counted(needed, growth) => {
                let percent = growth.percent;
                let room = match (growth.kind, roomy) {
                    (Headroom::Double, true) => " with room to double",
                    (Headroom::Double, false) => ", without room to double",
                    (Headroom::Least, _) => ", as this plan leaves no room to grow",
                    (Headroom::Percent, true) => &format!(" with {percent}% to grow"),
                    (Headroom::Percent, false) => {
                        &format!(", without the {percent}% to grow, because the space is short")
                    }
                };
                format!("Smallest block for {}{room}", addresses(*needed))
            }
        }
    }

    /// The smallest block that will do, as it reads after “holds”: `a /26 for 42 addresses`.
    pub(super) fn least_block(&self) -> String {
        let what = match &self.basis {
            Basis::Prescribed(what) | Basis::Usual(what) => (*what).to_owned(),
            Basis::Counted(needed, _) => addresses(*needed),
        };
        format!("a /{} for {what}", self.least)
    }
}

/// `1 address`, `42 addresses`.
fn addresses(count: u64) -> String {
    let noun = if count == 1 { "address" } else { "addresses" };
    format!("{} {noun}", thousands(count))
}

/// The size that this tool gives a subnet before anything stands in it: enough for the usual first year, and
/// small enough that several fit into a /22. For private endpoints see PE-45.
fn usual(purpose: SubnetPurpose) -> u8 {
    match purpose {
        SubnetPurpose::Training | SubnetPurpose::AksNodes => 24,
        SubnetPurpose::AksPods => 22,
        SubnetPurpose::Other => 26,
        SubnetPurpose::PrivateEndpoints
        | SubnetPurpose::VirtualMachines
        // Azure prescribes the size of the following, and that comes first.
        | SubnetPurpose::Bastion
        | SubnetPurpose::Gateway
        | SubnetPurpose::Firewall
        | SubnetPurpose::FirewallManagement
        | SubnetPurpose::RouteServer
        | SubnetPurpose::AksApiServer => 27,
    }
}
