//! Free space: what is left of an address space beside the prefixes that are taken.

use crate::domain::Prefix;

/// Free blocks of an address space, in the order of their addresses.
///
/// Each block is as large as alignment allows inside one entry of the space, as a subnet must lie in one
/// entry (VNET-7). Entries inside other entries add nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Free(Vec<Prefix>);

impl Free {
    /// What `space` has beside `taken`.
    pub(super) fn new(space: &[Prefix], taken: &[Prefix]) -> Self {
        let mut entries: Vec<Prefix> = Vec::new();
        let mut sorted = space.to_vec();
        // A prefix sorts after each one that contains it, so the last entry is the only candidate.
        sorted.sort_by_key(|prefix| (prefix.first(), prefix.length()));
        for prefix in sorted {
            if !entries.last().is_some_and(|entry| entry.contains(prefix)) {
                entries.push(prefix);
            }
        }
        let mut blocks = Vec::new();
        for entry in entries {
            carve(entry, taken, &mut blocks);
        }
        Self(blocks)
    }

    /// The blocks.
    pub(super) fn blocks(&self) -> &[Prefix] {
        &self.0
    }

    /// Addresses in all blocks together.
    pub(super) fn size(&self) -> u64 {
        let sizes = self.0.iter().map(|block| block.size());
        sizes.fold(0, u64::saturating_add)
    }

    /// The place that best fit chooses for a prefix of this length: the start of the smallest block that
    /// holds it, the first of them if there are several. So large blocks stay whole as long as they can.
    pub(super) fn best_fit(&self, length: u8) -> Option<Prefix> {
        self.0
            .iter()
            .filter(|block| block.length() <= length)
            .min_by_key(|block| (block.size(), block.first()))
            .and_then(|block| block.with_length(length))
    }

    /// The largest block, the first of them if there are several.
    pub(super) fn largest(&self) -> Option<Prefix> {
        let blocks = self.0.iter().copied();
        blocks.min_by_key(|block| (block.length(), block.first()))
    }

    /// Takes a prefix out.
    pub(super) fn take(&mut self, taken: Prefix) {
        let mut blocks = Vec::with_capacity(self.0.len());
        for block in &self.0 {
            carve(*block, &[taken], &mut blocks);
        }
        self.0 = blocks;
    }
}

/// Pushes what `block` has beside `taken`, in maximal aligned pieces.
fn carve(block: Prefix, taken: &[Prefix], out: &mut Vec<Prefix>) {
    let inside: Vec<Prefix> = taken
        .iter()
        .copied()
        .filter(|prefix| prefix.overlaps(block))
        .collect();
    if inside.is_empty() {
        out.push(block);
    } else if !inside.iter().any(|prefix| prefix.contains(block))
        && let Some((lower, upper)) = halves(block)
    {
        carve(lower, &inside, out);
        carve(upper, &inside, out);
    }
}

/// The two halves of a block; `None` for a single address.
pub(super) fn halves(block: Prefix) -> Option<(Prefix, Prefix)> {
    let lower = block.with_length(block.length().checked_add(1)?)?;
    Some((lower, lower.next()?))
}

/// Maximal aligned free blocks of an address space beside the prefixes that are taken, in the order of their
/// addresses.
pub fn free_blocks(space: &[Prefix], taken: &[Prefix]) -> Vec<Prefix> {
    Free::new(space, taken).blocks().to_vec()
}

/// A free prefix of this length: at the start of the smallest free block that holds it, so that large blocks
/// stay whole. `None` if nothing holds it.
pub fn next_free(space: &[Prefix], taken: &[Prefix], length: u8) -> Option<Prefix> {
    Free::new(space, taken).best_fit(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefixes(texts: &[&str]) -> Vec<Prefix> {
        texts
            .iter()
            .map(|text| text.parse().expect("a prefix"))
            .collect()
    }

    #[test]
    fn free_blocks_are_maximal_and_in_order() {
        let free = free_blocks(&prefixes(&["10.0.0.0/22"]), &prefixes(&["10.0.1.0/26"]));
        let expected = [
            "10.0.0.0/24",
            "10.0.1.64/26",
            "10.0.1.128/25",
            "10.0.2.0/23",
        ];
        assert_eq!(free, prefixes(&expected));
    }

    #[test]
    fn entries_stay_apart_and_nested_ones_count_once() {
        let space = prefixes(&["10.0.1.0/24", "10.0.0.0/24", "10.0.0.128/25"]);
        assert_eq!(
            free_blocks(&space, &[]),
            prefixes(&["10.0.0.0/24", "10.0.1.0/24"])
        );
    }

    #[test]
    fn a_taken_prefix_around_the_space_leaves_nothing() {
        assert_eq!(
            free_blocks(&prefixes(&["10.0.0.0/24"]), &prefixes(&["10.0.0.0/8"])),
            []
        );
    }

    #[test]
    fn best_fit_spares_the_large_blocks() {
        let (space, taken) = (prefixes(&["10.0.0.0/22"]), prefixes(&["10.0.1.0/26"]));
        let place = |length| next_free(&space, &taken, length).map(|it| it.to_string());
        assert_eq!(place(28).as_deref(), Some("10.0.1.64/28"));
        assert_eq!(place(25).as_deref(), Some("10.0.1.128/25"));
        assert_eq!(place(22), None);
    }

    #[test]
    fn taking_equals_computing_anew() {
        let space = prefixes(&["10.0.0.0/24", "10.9.0.0/25"]);
        let mut taken = Vec::new();
        let mut free = Free::new(&space, &[]);
        for text in [
            "10.0.0.64/28",
            "10.9.0.0/26",
            "10.0.0.128/25",
            "10.0.0.0/24",
        ] {
            let prefix = text.parse().expect("a prefix");
            free.take(prefix);
            taken.push(prefix);
            assert_eq!(free, Free::new(&space, &taken));
        }
    }
}
