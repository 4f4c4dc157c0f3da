//! Which lines differ between two texts.
//!
//! The shortest list of changes, by Myers' greedy algorithm, up to [`MAX_EDITS`]; beyond that all lines
//! between the first and the last difference count as changed, so that time and memory stay bounded.

/// The most lines added and removed that are told apart in one file.
const MAX_EDITS: usize = 400;

/// Lines that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// The first of them in the new text, from 0.
    pub at: usize,
    /// How many lines of the new text are not in the old one.
    pub added: usize,
    /// How many lines of the old text stood there.
    pub removed: usize,
}

/// The differences, from top to bottom.
pub fn hunks(before: &str, after: &str) -> Vec<Hunk> {
    if before == after {
        return Vec::new();
    }
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let head = same(old.iter(), new.iter());
    let old = old.get(head..).unwrap_or_default();
    let new = new.get(head..).unwrap_or_default();
    let tail = same(old.iter().rev(), new.iter().rev());
    let old = old.get(..old.len() - tail).unwrap_or_default();
    let new = new.get(..new.len() - tail).unwrap_or_default();
    let mut hunks = Vec::new();
    let (mut x, mut y) = (0, 0);
    let kept = kept(old, new).unwrap_or_default();
    for (to_x, to_y) in kept.into_iter().chain([(old.len(), new.len())]) {
        if (to_x, to_y) != (x, y) {
            hunks.push(Hunk {
                at: head + y,
                added: to_y - y,
                removed: to_x - x,
            });
        }
        (x, y) = (to_x + 1, to_y + 1);
    }
    hunks
}

/// How many lines are the same before the first that is not.
fn same<'t>(
    old: impl Iterator<Item = &'t &'t str>,
    new: impl Iterator<Item = &'t &'t str>,
) -> usize {
    old.zip(new).take_while(|(old, new)| old == new).count()
}

/// The places of lines that stay, in the old text and in the new; `None` if too much differs.
///
/// `ends` says how far into the old text one gets on each diagonal (place in the old text minus place in the
/// new one, plus `centre`) with so many changes; `steps` keeps it for the way back.
fn kept(old: &[&str], new: &[&str]) -> Option<Vec<(usize, usize)>> {
    let most = (old.len() + new.len()).min(MAX_EDITS);
    let centre = most + 1;
    let mut ends = vec![0_usize; 2 * most + 3];
    let mut steps: Vec<Vec<usize>> = Vec::new();
    for edits in 0..=most {
        steps.push(ends.clone());
        for diagonal in (centre - edits..=centre + edits).step_by(2) {
            let (_, mut x) = step(&ends, diagonal, edits, centre);
            let mut y = x + centre - diagonal;
            while old.get(x).is_some_and(|line| new.get(y) == Some(line)) {
                x += 1;
                y += 1;
            }
            if let Some(end) = ends.get_mut(diagonal) {
                *end = x;
            }
            if x >= old.len() && y >= new.len() {
                return Some(way_back(&steps, x, y, centre));
            }
        }
    }
    None
}

/// The diagonal that one comes from with one change more, and where in the old text one then is.
fn step(ends: &[usize], diagonal: usize, edits: usize, centre: usize) -> (usize, usize) {
    let end = |diagonal: usize| ends.get(diagonal).copied().unwrap_or_default();
    let (below, above) = (diagonal - 1, diagonal + 1);
    if edits == 0 {
        return (diagonal, 0);
    }
    let adds =
        diagonal == centre - edits || (diagonal != centre + edits && end(below) < end(above));
    if adds {
        (above, end(above))
    } else {
        (below, end(below) + 1)
    }
}

fn way_back(
    steps: &[Vec<usize>],
    mut x: usize,
    mut y: usize,
    centre: usize,
) -> Vec<(usize, usize)> {
    let mut kept = Vec::new();
    for (edits, ends) in steps.iter().enumerate().rev() {
        let diagonal = x + centre - y;
        let (from, start) = step(ends, diagonal, edits, centre);
        while x > start {
            x -= 1;
            y -= 1;
            kept.push((x, y));
        }
        if edits > 0 {
            // Over the change itself: one line of the old text, or one of the new.
            x = ends.get(from).copied().unwrap_or_default();
            y = x + centre - from;
        }
    }
    kept.reverse();
    kept
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hunk(at: usize, added: usize, removed: usize) -> Hunk {
        Hunk { at, added, removed }
    }

    /// The new text again, from the old one and the differences.
    fn patched(before: &str, after: &str, hunks: &[Hunk]) -> String {
        let old: Vec<&str> = before.split_inclusive('\n').collect();
        let new: Vec<&str> = after.split_inclusive('\n').collect();
        let mut text = String::new();
        let (mut from, mut to) = (0, 0);
        for hunk in hunks {
            let stays = hunk.at - to;
            text.extend(old[from..from + stays].iter().copied());
            text.extend(new[hunk.at..hunk.at + hunk.added].iter().copied());
            from += stays + hunk.removed;
            to = hunk.at + hunk.added;
        }
        text.extend(old[from..].iter().copied());
        text
    }

    #[test]
    fn finds_nothing_between_equal_texts() {
        assert_eq!(hunks("a\nb\n", "a\nb\n"), []);
    }

    #[test]
    fn tells_added_removed_and_changed_lines_apart() {
        let before = "a\nb\nc\nd\ne\nf\n";
        assert_eq!(hunks(before, "a\nb\nB\nc\nd\ne\nf\n"), [hunk(2, 1, 0)]);
        assert_eq!(hunks(before, "a\nc\nd\ne\nf\n"), [hunk(1, 0, 1)]);
        assert_eq!(hunks(before, "a\nX\nc\nd\nf\ng\n").len(), 3);
        assert_eq!(hunks("", "a\nb\n"), [hunk(0, 2, 0)]);
        assert_eq!(hunks("a\nb\n", ""), [hunk(0, 0, 2)]);
    }

    #[test]
    fn keeps_equal_lines_between_two_changes_unmarked() {
        let before = "{\n  a: 1,\n  b: [\n  ],\n  c: 2\n}\n";
        let after = "{\n  a: 9,\n  b: [\n  ],\n  c: 8\n}\n";
        assert_eq!(hunks(before, after), [hunk(1, 1, 1), hunk(4, 1, 1)]);
    }

    #[test]
    fn marks_the_whole_middle_when_too_much_differs() {
        let lines = |word: &str| {
            let middle: Vec<String> = (0..1000).map(|n| format!("{word} {n}\nsame\n")).collect();
            let middle = middle.concat();
            format!("first\n{middle}last\n")
        };
        assert_eq!(hunks(&lines("old"), &lines("new")), [hunk(1, 1999, 1999)]);
    }

    proptest! {
        #[test]
        fn leads_from_the_old_text_to_the_new(before in "([abc]\n){0,30}", after in "([abc]\n){0,30}") {
            let found = hunks(&before, &after);
            prop_assert_eq!(patched(&before, &after, &found), after);
        }

        #[test]
        fn is_as_short_as_it_can_be(before in "([ab]\n){0,12}", after in "([ab]\n){0,12}") {
            let (old, new): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
            // The longest common subsequence, by the table.
            let mut table = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
            for x in 0..old.len() {
                for y in 0..new.len() {
                    table[x + 1][y + 1] = if old[x] == new[y] {
                        table[x][y] + 1
                    } else {
                        table[x][y + 1].max(table[x + 1][y])
                    };
                }
            }
            let edits: usize = hunks(&before, &after).iter().map(|it| it.added + it.removed).sum();
            prop_assert_eq!(edits, old.len() + new.len() - 2 * table[old.len()][new.len()]);
        }
    }
}
