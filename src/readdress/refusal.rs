//! Why a change of addresses cannot be made, in the words of the page.

use crate::domain::Prefix;

/// Why a change cannot be made. Each sentence says what is wrong, why it matters, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The item is not in the plan.
    #[error("That item is no longer in the plan.")]
    Gone,
    /// The thing exists in Azure.
    #[error("{0} exists in Azure already and keeps its addresses. Change it there first.")]
    Existing(String),
    /// No range can be read.
    #[error("{0} has no range that can be read yet. Write one, such as 10.20.0.0/16.")]
    NotReadable(String),
    /// A half would be smaller than any subnet.
    #[error(
        "The halves of {block} would be smaller than a /{smallest}, the smallest subnet that Azure makes. \
         Split a larger block."
    )]
    TooSmallToSplit {
        /// The block.
        block: Prefix,
        /// The longest prefix of a subnet.
        smallest: u8,
    },
    /// Something lies across the middle of a block.
    #[error(
        "{who} {prefix} lies across the middle of {block}, and a subnet is in one entry. Move or shrink it \
         first."
    )]
    Across {
        /// What lies there.
        who: String,
        /// Where it lies.
        prefix: Prefix,
        /// The block to split.
        block: Prefix,
    },
    /// Two blocks are not the halves of one.
    #[error(
        "{one} and {other} are not the two halves of one block, so no prefix covers just them. Choose two \
         halves, such as {one} and {sibling}."
    )]
    NotHalves {
        /// The first block.
        one: Prefix,
        /// The other one.
        other: Prefix,
        /// What the first block could be joined with.
        sibling: Prefix,
    },
    /// The other half of an entry is no entry of the VNet.
    #[error("{sibling}, the other half, is not in the address space of {vnet}. Add it first.")]
    NoSibling {
        /// The other half.
        sibling: Prefix,
        /// The VNet.
        vnet: String,
    },
    /// The other half of a block is not free as a whole.
    #[error("{who} lies in {sibling}, the other half. Move or remove it first.")]
    HalfInUse {
        /// The other half.
        sibling: Prefix,
        /// What lies there.
        who: String,
    },
    /// The other half of a subnet is another subnet that cannot go.
    #[error(
        "{who} in {sibling}, the other half, is in use, so it cannot become part of another subnet. Move what \
         stands in it first."
    )]
    HalfStands {
        /// The other half.
        sibling: Prefix,
        /// The subnet there.
        who: String,
    },
    /// The other half of a free block shows in parts.
    #[error("{0}, the other half, is split itself. Join its parts first.")]
    HalfSplit(Prefix),
    /// The other half of a block is outside the address space.
    #[error("{sibling}, the other half, is not in the address space of {vnet}. Widen it first.")]
    HalfOutside {
        /// The other half.
        sibling: Prefix,
        /// The VNet.
        vnet: String,
    },
    /// The other half of a block is in another entry of the address space.
    #[error(
        "{0}, the other half, is in another entry of the address space, and a subnet lies in one. Join the \
         entries first."
    )]
    HalfInOther(Prefix),
    /// A fixed address would be outside its subnet.
    #[error(
        "{who} has the fixed address {address}, which would have no place in {block}. Give it another address \
         first."
    )]
    FixedAddress {
        /// Whose address it is.
        who: String,
        /// The address.
        address: std::net::Ipv4Addr,
        /// The block that the subnet would have.
        block: Prefix,
    },
    /// A block is outside the address space.
    #[error(
        "{block} is not inside one entry of the address space of {vnet}, as every subnet must be. Choose a \
         block inside, or widen the VNet."
    )]
    Outside {
        /// The block.
        block: Prefix,
        /// The VNet.
        vnet: String,
    },
    /// A block is in use.
    #[error("{block} overlaps {who} {prefix}. Choose a block that is free.")]
    Taken {
        /// The block.
        block: Prefix,
        /// Who uses it.
        who: String,
        /// What they use.
        prefix: Prefix,
    },
    /// Azure refuses the block.
    #[error("{block} overlaps {range}, {meaning}. Choose another block.")]
    Refused {
        /// The block.
        block: Prefix,
        /// The range that means something else.
        range: String,
        /// What it means.
        meaning: &'static str,
    },
    /// A block is too small for what stands in the subnet.
    #[error(
        "{who} needs {needed} addresses, and {block} has {usable} beside the five that Azure keeps. Choose a \
         /{length} or larger."
    )]
    TooFew {
        /// The subnet.
        who: String,
        /// Addresses needed at maximum scale.
        needed: u64,
        /// The block.
        block: Prefix,
        /// Addresses that resources can have in it.
        usable: u64,
        /// The length that would do.
        length: u8,
    },
    /// Azure prescribes a larger subnet.
    #[error("{occupant} needs a /{longest} or larger, so {block} is too small.")]
    BelowFixedSize {
        /// What stands in the subnet.
        occupant: &'static str,
        /// The longest prefix that Azure accepts.
        longest: u8,
        /// The block.
        block: Prefix,
    },
    /// Azure sets the name, so there is one in a VNet.
    #[error("Azure sets the name {0}, so a VNet has one such subnet. Split another one.")]
    OnlyOne(String),
    /// No free block is large enough.
    #[error(
        "{vnet} has no free /{length}: {largest}. Choose a smaller size, or widen its address space."
    )]
    NoBlock {
        /// The VNet.
        vnet: String,
        /// The length wanted.
        length: u8,
        /// What is the largest block, in words.
        largest: String,
    },
    /// The length is none that a subnet can have.
    #[error("A subnet is a /{shortest} to a /{longest}; a /{length} is neither.")]
    Length {
        /// The length wanted.
        length: u8,
        /// The shortest prefix.
        shortest: u8,
        /// The longest prefix.
        longest: u8,
    },
    /// All private space is taken.
    #[error(
        "No private /{0} is left that nothing in this plan uses. Narrow the on-premises ranges to what is \
         really in use."
    )]
    NoPrivateSpace(u8),
    /// The range is not private.
    #[error(
        "{0} is public address space: what really has these addresses could not be reached. Choose a range \
         in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10."
    )]
    NotPrivate(Prefix),
    /// The plan does not fit into a range.
    #[error(
        "{to} is too small: the plan has {needed} addresses in its VNets, {free} are free there, and {entry} \
         finds no place. Choose a larger range, or make the VNets smaller."
    )]
    DoesNotFit {
        /// The range.
        to: Prefix,
        /// Addresses of all entries that would move.
        needed: String,
        /// Addresses of the range that nothing else uses.
        free: String,
        /// The entry that finds no place.
        entry: Prefix,
    },
    /// Nothing in the plan would move.
    #[error("The plan has no new VNet with an address space, so there is nothing to move.")]
    NothingToMove,
    /// The field means nothing with this network mode.
    #[error("{0} has no pod CIDR of its own in this network mode.")]
    NotUsed(String),
    /// What is written is well.
    #[error("{0} clashes with nothing, so it can stay.")]
    Fine(String),
    /// All subnets have a prefix of their own already.
    #[error("Every subnet that has a place is pinned already.")]
    AllPinned,
}
