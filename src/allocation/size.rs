//! How large a subnet that was left to us should be, and why.

use crate::azure::fixed_subnets;
use crate::capacity::{SubnetDemand, smallest_prefix, thousands};
use crate::domain::{Subnet, SubnetPurpose, Word};

/// The sizes between which a subnet is placed, as prefix lengths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Size {
    /// The smallest that will do.
    pub(super) least: u8,
    /// The one to have where it costs nothing; never smaller than `least`.
    pub(super) roomy: u8,
    basis: Basis,
}

/// What a size is derived from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Basis {
    /// A rule of Azure about what stands in the subnet.
    Prescribed(&'static str),
    /// This tool's habit for a purpose.
    Usual(&'static str),
    /// Addresses that were counted.
    Counted(u64),
}

impl Size {
    /// The size of a subnet with this demand: room to double, or for everything that may grow by itself.
    pub(super) fn of(subnet: &Subnet, demand: &SubnetDemand) -> Self {
        let fixed = fixed_subnets::for_purpose(subnet.purpose);
        let needed = demand.total();
        let doubled = needed.saturating_mul(2).max(demand.bound());
        match fixed {
            Some(fixed) => {
                let least = smallest_prefix(needed).min(fixed.longest);
                let basis = if needed > 0 {
                    Basis::Counted(needed)
                } else {
                    Basis::Prescribed(fixed.occupant)
                };
                Self {
                    least,
                    roomy: smallest_prefix(doubled).min(fixed.recommended).min(least),
                    basis,
                }
            }
            None if needed > 0 => Self {
                least: smallest_prefix(needed),
                roomy: smallest_prefix(doubled),
                basis: Basis::Counted(needed),
            },
            None => Self {
                least: smallest_prefix(0),
                roomy: usual(subnet.purpose),
                basis: Basis::Usual(subnet.purpose.label()),
            },
        }
    }

    /// Why a block of this length was chosen: the start of a sentence.
    pub(super) fn reason(&self, length: u8) -> String {
        match (&self.basis, length <= self.roomy) {
            (Basis::Prescribed(what), true) => format!("The size that Azure recommends for {what}"),
            (Basis::Prescribed(what), false) => {
                format!("Smaller than Azure recommends for {what}, because the space is short")
            }
            (Basis::Usual(what), true) => {
                format!("The usual size for {what}, as nothing stands in it yet")
            }
            (Basis::Usual(what), false) => {
                format!("Smaller than usual for {what}, because the space is short")
            }
            (Basis::Counted(needed), true) => {
                format!(
                    "Smallest block for {} with room to double",
                    addresses(*needed)
                )
            }
            (Basis::Counted(needed), false) => {
                let what = addresses(*needed);
                format!("Smallest block for {what}, without room to double")
            }
        }
    }

    /// The smallest block that will do, as it reads after “holds”: `a /26 for 42 addresses`.
    pub(super) fn least_block(&self) -> String {
        let what = match &self.basis {
            Basis::Prescribed(what) | Basis::Usual(what) => (*what).to_owned(),
            Basis::Counted(needed) => addresses(*needed),
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
