//! Local storage, or the reason why there is none.

use leptos::prelude::window;
use leptos::web_sys::Storage;

/// The browser keeps nothing for this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// Storage is switched off for this page.
    #[error("this browser blocks storage")]
    Blocked,
    /// Storage is full.
    #[error("this browser's storage is full")]
    Full,
}

fn storage() -> Result<Storage, StorageError> {
    window()
        .local_storage()
        .ok()
        .flatten()
        .ok_or(StorageError::Blocked)
}

/// Reads a value.
///
/// # Errors
/// When the browser blocks storage.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    storage()?.get_item(key).map_err(|_| StorageError::Blocked)
}

/// Writes a value.
///
/// # Errors
/// When the browser blocks storage or has no room.
pub fn write(key: &str, value: &str) -> Result<(), StorageError> {
    storage()?.set_item(key, value).map_err(|error| {
        let name = js_sys::Reflect::get(&error, &"name".into()).ok();
        match name.and_then(|name| name.as_string()).as_deref() {
            Some("QuotaExceededError") => StorageError::Full,
            _ => StorageError::Blocked,
        }
    })
}

/// Forgets a value.
///
/// # Errors
/// When the browser blocks storage.
pub fn remove(key: &str) -> Result<(), StorageError> {
    storage()?
        .remove_item(key)
        .map_err(|_| StorageError::Blocked)
}

/// All keys that start with `prefix`.
///
/// # Errors
/// When the browser blocks storage.
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    let storage = storage()?;
    let length = storage.length().map_err(|_| StorageError::Blocked)?;
    Ok((0..length)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| key.starts_with(prefix))
        .collect())
}
