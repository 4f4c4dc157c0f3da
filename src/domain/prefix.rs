//! IPv4 address prefixes and addresses.
//!
//! [`Prefix`] is always canonical (host bits zero): parsing is its only door. [`PrefixText`] and
//! [`AddressText`] are what a person typed, whether or not it parses.

#![warn(clippy::arithmetic_side_effects)]

use std::fmt;
use std::net::Ipv4Addr;
use std::str::FromStr;

use ipnet::Ipv4Net;

/// A canonical IPv4 prefix such as `10.20.0.0/16`. Ordered by first address, then by length.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefix(Ipv4Net);

/// Why a text is not a canonical IPv4 prefix.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrefixError {
    /// Nothing was written.
    #[error("an address prefix is expected, such as 10.20.0.0/16")]
    Empty,
    /// No `/length` at the end.
    #[error("the length is missing: write {0}/16 for a VNet or {0}/24 for a subnet")]
    MissingLength(Ipv4Addr),
    /// The part before the slash is not an address.
    #[error("{0}")]
    Address(#[from] AddressError),
    /// The part after the slash is not a number from 0 to 32.
    #[error("the length after the slash goes from 0 to 32, found “{0}”")]
    Length(String),
    /// The address lies inside the prefix but is not its first one.
    #[error("{address} is not the start of a /{length}: it is inside {canonical}")]
    HostBits {
        /// The address as written.
        address: Ipv4Addr,
        /// The length as written.
        length: u8,
        /// The prefix that contains it.
        canonical: Prefix,
    },
}

/// Why a text is not an IPv4 address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was written.
    #[error("an IPv4 address is expected, such as 10.0.0.10")]
    Empty,
    /// An IPv6 address.
    #[error("“{0}” looks like IPv6; Azure Machine Learning networks are planned with IPv4")]
    Ipv6(String),
    /// A part with a leading zero, which some tools read as octal.
    #[error("“{0}” has a leading zero, which some tools read as octal: write {1}")]
    LeadingZero(String, String),
    /// A part above 255.
    #[error("each part of an address goes from 0 to 255, found “{0}”")]
    PartTooLarge(String),
    /// Anything else.
    #[error("four numbers from 0 to 255 with dots between them are expected, found “{0}”")]
    Malformed(String),
}

/// Reads a dotted quad, strictly: four decimal parts, no leading zeros.
fn parse_address(text: &str) -> Result<Ipv4Addr, AddressError> {
    if text.is_empty() {
        return Err(AddressError::Empty);
    }
    if text.contains(':') {
        return Err(AddressError::Ipv6(text.to_owned()));
    }
    let mut octets = [0_u8; 4];
    let mut parts = text.split('.');
    for octet in &mut octets {
        let part = parts
            .next()
            .filter(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
            .ok_or_else(|| AddressError::Malformed(text.to_owned()))?;
        let value: u8 = part
            .parse()
            .map_err(|_| AddressError::PartTooLarge(part.to_owned()))?;
        if part.len() > 1 && part.starts_with('0') {
            return Err(AddressError::LeadingZero(
                part.to_owned(),
                value.to_string(),
            ));
        }
        *octet = value;
    }
    if parts.next().is_some() {
        return Err(AddressError::Malformed(text.to_owned()));
    }
    Ok(Ipv4Addr::from(octets))
}

impl Prefix {
    /// The prefix of `length` bits that contains `address`; `None` if the length is above 32.
    pub fn containing(address: Ipv4Addr, length: u8) -> Option<Self> {
        Ipv4Net::new(address, length)
            .ok()
            .map(|net| Self(net.trunc()))
    }

    /// The first address (the network address).
    pub fn first(self) -> Ipv4Addr {
        self.0.network()
    }

    /// The last address (the broadcast address).
    pub fn last(self) -> Ipv4Addr {
        self.0.broadcast()
    }

    /// The number of leading bits, 0 to 32.
    pub fn length(self) -> u8 {
        self.0.prefix_len()
    }

    /// All addresses in the prefix, Azure's reserved ones included: 1 to 2³².
    pub fn size(self) -> u64 {
        size_of_length(self.length())
    }

    /// True if `other` lies wholly inside this prefix (or is equal to it).
    pub fn contains(self, other: Self) -> bool {
        self.0.contains(&other.0)
    }

    /// True if the address is inside.
    pub fn contains_address(self, address: Ipv4Addr) -> bool {
        self.0.contains(&address)
    }

    /// True if the two share an address. Two prefixes overlap only if one contains the other.
    pub fn overlaps(self, other: Self) -> bool {
        self.contains(other) || other.contains(self)
    }

    /// The address `offset` places after the first, if it is inside.
    pub fn nth(self, offset: u32) -> Option<Ipv4Addr> {
        u32::from(self.first())
            .checked_add(offset)
            .map(Ipv4Addr::from)
            .filter(|address| self.contains_address(*address))
    }

    /// The address `offset` places before the last, if it is inside.
    pub fn nth_back(self, offset: u32) -> Option<Ipv4Addr> {
        u32::from(self.last())
            .checked_sub(offset)
            .map(Ipv4Addr::from)
            .filter(|address| self.contains_address(*address))
    }

    /// The next block of the same length, or `None` at the end of the address range.
    pub fn next(self) -> Option<Self> {
        let start = u32::from(self.last()).checked_add(1)?;
        Self::containing(Ipv4Addr::from(start), self.length())
    }

    /// The previous block of the same length, or `None` at the start of the address range.
    pub fn previous(self) -> Option<Self> {
        let end = u32::from(self.first()).checked_sub(1)?;
        Self::containing(Ipv4Addr::from(end), self.length())
    }

    /// The prefix at the same start with another length; `None` if that start has host bits there.
    pub fn with_length(self, length: u8) -> Option<Self> {
        Self::containing(self.first(), length).filter(|prefix| prefix.first() == self.first())
    }
}

/// Addresses in a prefix of this length; 1 for lengths above 32.
pub(crate) fn size_of_length(length: u8) -> u64 {
    1_u64 << 32_u8.saturating_sub(length)
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.first(), self.length())
    }
}

impl fmt::Debug for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Prefix {
    type Err = PrefixError;

    fn from_str(text: &str) -> Result<Self, PrefixError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(PrefixError::Empty);
        }
        let Some((address, length)) = text.split_once('/') else {
            return Err(PrefixError::MissingLength(parse_address(text)?));
        };
        let address = parse_address(address)?;
        let parsed = Some(length)
            .filter(|length| length.bytes().all(|byte| byte.is_ascii_digit()))
            .filter(|length| length.len() == 1 || !length.starts_with('0'))
            .and_then(|length| length.parse::<u8>().ok())
            .and_then(|length| Self::containing(address, length));
        let Some(canonical) = parsed else {
            return Err(PrefixError::Length(length.to_owned()));
        };
        if canonical.first() == address {
            Ok(canonical)
        } else {
            Err(PrefixError::HostBits {
                address,
                length: canonical.length(),
                canonical,
            })
        }
    }
}

/// An address prefix as a person wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PrefixText(String);

impl PrefixText {
    /// Keeps the text as it is.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True if nothing but white space was written.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The canonical prefix that was written.
    ///
    /// # Errors
    /// Says what is wrong with the text.
    pub fn parse(&self) -> Result<Prefix, PrefixError> {
        self.0.parse()
    }

    /// The canonical prefix, if the text is one.
    pub fn prefix(&self) -> Option<Prefix> {
        self.parse().ok()
    }

    /// What was meant: `10.20.4.0 255.255.252.0` and spaces around a prefix become a prefix; `None` if the
    /// text needs no such help or cannot be helped.
    pub fn tidied(text: &str) -> Option<String> {
        let trimmed = text.trim();
        let tidied = match trimmed.split_once([' ', '\t']) {
            None => trimmed.to_owned(),
            Some((address, mask)) => {
                let mask = u32::from(parse_address(mask.trim()).ok()?);
                let length = mask.leading_ones();
                if mask.count_ones() != length {
                    return None;
                }
                format!("{}/{length}", parse_address(address).ok()?)
            }
        };
        (tidied != text).then_some(tidied)
    }
}

impl From<Prefix> for PrefixText {
    fn from(prefix: Prefix) -> Self {
        Self(prefix.to_string())
    }
}

/// An IPv4 address as a person wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct AddressText(String);

impl AddressText {
    /// Keeps the text as it is.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True if nothing but white space was written.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The address that was written.
    ///
    /// # Errors
    /// Says what is wrong with the text.
    pub fn parse(&self) -> Result<Ipv4Addr, AddressError> {
        parse_address(self.0.trim())
    }

    /// The address, if the text is one.
    pub fn address(&self) -> Option<Ipv4Addr> {
        self.parse().ok()
    }
}

impl From<Ipv4Addr> for AddressText {
    fn from(address: Ipv4Addr) -> Self {
        Self(address.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        text.parse::<Prefix>()
            .expect_err("not a prefix")
            .to_string()
    }

    #[test]
    fn reads_canonical_prefixes() {
        for text in [
            "10.0.0.0/8",
            "0.0.0.0/0",
            "192.168.1.4/30",
            "255.255.255.255/32",
        ] {
            assert_eq!(text.parse::<Prefix>().expect("canonical").to_string(), text);
        }
        assert_eq!(
            " 10.0.0.0/8 ".parse::<Prefix>().expect("trimmed").length(),
            8
        );
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(
            error(""),
            "an address prefix is expected, such as 10.20.0.0/16"
        );
        assert_eq!(
            error("10.0.1.5/24"),
            "10.0.1.5 is not the start of a /24: it is inside 10.0.1.0/24"
        );
        assert_eq!(
            error("10.0.1.0/33"),
            "the length after the slash goes from 0 to 32, found “33”"
        );
        assert_eq!(
            error("10.0.1.0/024"),
            "the length after the slash goes from 0 to 32, found “024”"
        );
        assert_eq!(
            error("10.0.1.0/"),
            "the length after the slash goes from 0 to 32, found “”"
        );
        assert_eq!(
            error("10.0.01.0/24"),
            "“01” has a leading zero, which some tools read as octal: write 1"
        );
        assert_eq!(
            error("10.0.300.0/24"),
            "each part of an address goes from 0 to 255, found “300”"
        );
        assert_eq!(
            error("10.0.0.0"),
            "the length is missing: write 10.0.0.0/16 for a VNet or 10.0.0.0/24 for a subnet"
        );
        assert!(error("fd00::/64").contains("looks like IPv6"));
        assert!(error("1x2x3x4/24").contains("four numbers"));
        assert!(error("1.2.3/24").contains("four numbers"));
        assert!(error("1.2.3.4.5/24").contains("four numbers"));
    }

    #[test]
    fn tidies_what_people_paste() {
        assert_eq!(
            PrefixText::tidied("10.20.4.0 255.255.252.0").as_deref(),
            Some("10.20.4.0/22")
        );
        assert_eq!(
            PrefixText::tidied(" 10.20.4.0/22\n").as_deref(),
            Some("10.20.4.0/22")
        );
        assert_eq!(PrefixText::tidied("10.20.4.0/22"), None);
        assert_eq!(PrefixText::tidied("10.20.4.0 255.0.255.0"), None);
    }

    #[test]
    fn steps_through_blocks_of_the_same_size() {
        let prefix: Prefix = "10.0.1.0/24".parse().expect("canonical");
        assert_eq!(
            prefix.next().map(|p| p.to_string()).as_deref(),
            Some("10.0.2.0/24")
        );
        assert_eq!(
            prefix.previous().map(|p| p.to_string()).as_deref(),
            Some("10.0.0.0/24")
        );
        assert_eq!(
            prefix.with_length(23),
            None,
            "10.0.1.0 has host bits in a /23"
        );
        let whole: Prefix = "0.0.0.0/0".parse().expect("canonical");
        assert_eq!(
            (whole.next(), whole.previous(), whole.size()),
            (None, None, 1 << 32)
        );
    }

    #[test]
    fn overlap_is_symmetric_and_means_containment() {
        let wide: Prefix = "10.0.0.0/16".parse().expect("canonical");
        let narrow: Prefix = "10.0.128.0/17".parse().expect("canonical");
        let apart: Prefix = "10.1.0.0/16".parse().expect("canonical");
        assert!(wide.overlaps(narrow) && narrow.overlaps(wide) && wide.contains(narrow));
        assert!(!narrow.contains(wide) && !wide.overlaps(apart));
    }
}
