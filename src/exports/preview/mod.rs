//! How files are looked at before they are taken away: as a tree, in colours, and beside those before the
//! last edit.
//!
//! Nothing here changes a file: what is shown is the file's text, character for character. Absent: a history
//! of files, and grammars; colours come from a lexer that knows strings, comments, words and numbers.

mod changes;
mod diff;
mod html;
mod languages;
mod lexer;
mod tree;

pub use changes::{Changes, FileChange, changes};
pub use diff::{Hunk, hunks};
pub use html::{change_id, html};
pub use tree::{Folder, name, tree};
