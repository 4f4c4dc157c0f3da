//! The prefixes and addresses that a person wrote, as rules walk them.

use super::Context;
use crate::domain::{AddressText, PrefixText};

pub(super) use crate::readdress::written_addresses;
pub use crate::readdress::{AddressPlace, PrefixPlace};

impl<'a> Context<'a> {
    /// Every address prefix that the plan has a field for, blank ones included, in the plan's order.
    pub fn written_prefixes(
        &self,
    ) -> impl Iterator<Item = (PrefixPlace, &'a PrefixText)> + use<'a> {
        crate::readdress::written_prefixes(self.plan)
    }

    /// Every single address that the plan has a field for, blank ones included, in the plan's order.
    pub fn written_addresses(
        &self,
    ) -> impl Iterator<Item = (AddressPlace, &'a AddressText)> + use<'a> {
        written_addresses(self.plan)
    }
}
