//! The public pages that facts are taken from.

use super::Source;

/// Azure Virtual Network FAQ.
pub const NET_FAQ: Source = Source {
    title: "Azure Virtual Network FAQ",
    url: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq",
    checked: "2026-07-09",
};
