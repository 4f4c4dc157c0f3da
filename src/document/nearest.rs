//! “Did you mean”: the known name that is nearest to one that is not known.

/// The candidate that differs from `name` by a typing mistake or by its notation (`addressSpace` for
/// `address_space`); `None` if none is that near.
pub(super) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let name = letters(name);
    let allowed = (name.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (distance(&name, &letters(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The letters and digits of a name, in lower case. At most 64: no known name is longer.
fn letters(name: &str) -> Vec<char> {
    name.chars()
        .filter(|char| char.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .take(64)
        .collect()
}

/// Edits (insert, delete, replace one character) between two names.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, from) in a.iter().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, to) in row.iter_mut().skip(1).zip(b) {
            let replace = diagonal + usize::from(from != to);
            diagonal = *cell;
            left = replace.min(diagonal + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["id", "prefix", "address_space", "subnets"];

    #[test]
    fn counts_the_edits_between_two_names() {
        let count = |a: &str, b: &str| distance(&letters(a), &letters(b));
        assert_eq!(count("kitten", "sitting"), 3);
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("abc", ""), 3);
        assert_eq!(count("address_space", "addressSpace"), 0);
    }

    #[test]
    fn finds_the_name_that_was_meant() {
        assert_eq!(nearest("prefx", NAMES), Some("prefix"));
        assert_eq!(nearest("addressSpace", NAMES), Some("address_space"));
        assert_eq!(nearest("Subnet", NAMES), Some("subnets"));
    }

    #[test]
    fn stays_silent_about_another_word() {
        assert_eq!(nearest("colour", NAMES), None);
        assert_eq!(nearest("", NAMES), None);
    }
}
