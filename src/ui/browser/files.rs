//! Reading a file that the person chose or dropped. It is read in the page and goes nowhere.

use gloo::file::Blob;
use leptos::web_sys::{DragEvent, File};

/// The largest file that is read, bytes.
pub const MAX_FILE_BYTES: u64 = 5 * 1024 * 1024;

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum FileError {
    /// Too large to be a plan.
    #[error("files up to 5 MB are read; {name} has {megabytes} MB")]
    TooLarge {
        /// Name of the file.
        name: String,
        /// Its size, megabytes, rounded up.
        megabytes: u64,
    },
    /// The browser could not read it, or it is no text.
    #[error("{0} could not be read as text")]
    NotText(String),
}

/// The file of a drop, if the drop has one.
pub fn dropped_file(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Reads a file as UTF-8 text.
///
/// # Errors
/// When it is too large or not text.
pub async fn read_text(file: File) -> Result<String, FileError> {
    let name = file.name();
    let blob = Blob::from(leptos::web_sys::Blob::from(file));
    let size = blob.size();
    if size > MAX_FILE_BYTES {
        return Err(FileError::TooLarge {
            name,
            megabytes: size.div_ceil(1024 * 1024),
        });
    }
    let bytes = gloo::file::futures::read_as_bytes(&blob)
        .await
        .map_err(|_| FileError::NotText(name.clone()))?;
    String::from_utf8(bytes).map_err(|_| FileError::NotText(name))
}
