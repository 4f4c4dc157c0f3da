//! What an edit did to the files.

use super::diff::{Hunk, hunks};
use crate::capacity::thousands;
use crate::exports::File;

/// What an edit did to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The file.
    pub path: String,
    /// Whether there was no such file before.
    pub is_new: bool,
    /// Lines that differ; none for a new file.
    pub hunks: Vec<Hunk>,
    /// How many lines that is.
    pub lines: usize,
}

/// What an edit did to the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that differ or are new, by path.
    pub files: Vec<FileChange>,
    /// Files that are gone.
    pub gone: Vec<String>,
    /// Lines that differ, those of new files included.
    pub lines: usize,
    /// Whether most of all lines differ, as after another plan was opened: then marks tell nothing.
    pub sweeping: bool,
}

/// What differs between the files before an edit and after it, both ordered by path.
pub fn changes(before: &[File], after: &[File]) -> Changes {
    let mut all = 0;
    let mut found = Changes::default();
    for file in after {
        all += file.text.lines().count();
        let old = before.iter().find(|old| old.path == file.path);
        let hunks = old.map_or_else(Vec::new, |old| hunks(&old.text, &file.text));
        let lines = match old {
            Some(_) => hunks.iter().map(|hunk| hunk.added.max(hunk.removed)).sum(),
            None => file.text.lines().count(),
        };
        if lines == 0 && old.is_some() {
            continue;
        }
        found.lines += lines;
        found.files.push(FileChange {
            path: file.path.clone(),
            is_new: old.is_none(),
            hunks,
            lines,
        });
    }
    found.gone = before
        .iter()
        .filter(|old| after.iter().all(|file| file.path != old.path))
        .map(|old| old.path.clone())
        .collect();
    found.sweeping = found.lines * 2 > all;
    found
}

impl Changes {
    /// What the edit did to a file, if that is worth a mark.
    pub fn of(&self, path: &str) -> Option<&FileChange> {
        let mut files = self.files.iter().filter(|_| !self.sweeping);
        files.find(|file| file.path == path)
    }

    /// How many files of a folder differ.
    pub fn inside(&self, folder: &str) -> usize {
        let files = self.files.iter().filter(|_| !self.sweeping);
        files
            .filter(|file| {
                let rest = file.path.strip_prefix(folder);
                rest.is_some_and(|rest| rest.starts_with('/'))
            })
            .count()
    }

    /// All of it in a sentence.
    pub fn sentence(&self) -> String {
        if self.files.is_empty() && self.gone.is_empty() {
            return "The last edit changed no file.".to_owned();
        }
        let mut text = if self.sweeping {
            "The last edit changed most of the files, so no line is marked: ".to_owned()
        } else {
            "Changed by the last edit: ".to_owned()
        };
        let new = self.files.iter().filter(|file| file.is_new).count();
        text.push_str(&counted(self.lines, "line"));
        text.push_str(" in ");
        text.push_str(&counted(self.files.len(), "file"));
        if new > 0 {
            text.push_str(", ");
            text.push_str(&new.to_string());
            text.push_str(" of them new");
        }
        if !self.gone.is_empty() {
            text.push_str("; gone: ");
            text.push_str(&self.gone.join(", "));
        }
        text.push('.');
        text
    }
}

/// `1 line`, `2 lines`.
fn counted(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    let number = thousands(u64::try_from(number).unwrap_or(u64::MAX));
    format!("{number} {word}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            purpose: "A test.",
            media_type: "text/plain",
            text: text.to_owned(),
        }
    }

    const LONG: &str = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

    #[test]
    fn counts_lines_and_files_and_names_what_is_gone() {
        let before = [
            file("a/old.txt", "x\n"),
            file("a/x.txt", LONG),
            file("b.txt", LONG),
        ];
        let after = [
            file("a/new.txt", "n\n"),
            file("a/x.txt", "1\n2\nthree\n4\n5\n6\n7\n8\n"),
            file("b.txt", LONG),
        ];
        let found = changes(&before, &after);
        assert_eq!(
            found.sentence(),
            "Changed by the last edit: 3 lines in 2 files, 1 of them new; gone: a/old.txt."
        );
        assert_eq!(found.of("a/x.txt").map(|it| it.lines), Some(2));
        assert_eq!(found.of("a/new.txt").map(|it| it.is_new), Some(true));
        assert_eq!(found.of("b.txt"), None);
        assert_eq!((found.inside("a"), found.inside("b")), (2, 0));
    }

    #[test]
    fn marks_nothing_when_most_lines_differ() {
        let before = [file("a.txt", LONG)];
        let found = changes(&before, &[file("a.txt", "x\ny\n9\n")]);
        assert!(found.sweeping);
        assert_eq!(found.of("a.txt"), None);
        assert_eq!(
            found.sentence(),
            "The last edit changed most of the files, so no line is marked: 8 lines in 1 file."
        );
    }

    #[test]
    fn says_so_when_no_file_changed() {
        let files = [file("a.txt", LONG)];
        assert_eq!(
            changes(&files, &files).sentence(),
            "The last edit changed no file."
        );
    }
}
