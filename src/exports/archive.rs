//! A zip archive of text files.
//!
//! Stored, not deflated: a bundle is some hundred kilobytes and is made in the browser's memory, and the
//! format then needs no library (a deflating one would add tens of kilobytes to what every visitor
//! downloads). Deterministic: entries in the given order, one fixed date.

use super::File;

/// 1 January 1980, the first date that the format can say: year offset 0, month 1, day 1.
const DATE: u16 = (1 << 5) | 1;
/// Midnight.
const TIME: u16 = 0;
/// Version 2.0 of the format: directories in paths.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
/// Stored.
const METHOD: u16 = 0;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;

/// The bundle as one zip archive. Same files, same bytes.
///
/// The format without extensions holds 65,535 files and 4 GiB; what does not fit is left out.
pub fn zip(files: &[File]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    let mut count: u16 = 0;
    for file in files {
        let Some(entry) = Entry::new(file, archive.len()) else {
            continue;
        };
        let Some(next) = count.checked_add(1) else {
            break;
        };
        count = next;
        entry.write_local(&mut archive);
        archive.extend_from_slice(file.text.as_bytes());
        entry.write_central(&mut directory);
    }
    let start = u32::try_from(archive.len()).unwrap_or(u32::MAX);
    let size = u32::try_from(directory.len()).unwrap_or(u32::MAX);
    archive.append(&mut directory);
    put32(&mut archive, END);
    put16(&mut archive, 0);
    put16(&mut archive, 0);
    put16(&mut archive, count);
    put16(&mut archive, count);
    put32(&mut archive, size);
    put32(&mut archive, start);
    put16(&mut archive, 0);
    archive
}

/// What the archive says about one file.
struct Entry<'f> {
    name: &'f [u8],
    name_length: u16,
    size: u32,
    checksum: u32,
    offset: u32,
}

impl<'f> Entry<'f> {
    /// `None` if a number does not fit its field.
    fn new(file: &'f File, offset: usize) -> Option<Self> {
        let name = file.path.as_bytes();
        Some(Self {
            name,
            name_length: u16::try_from(name.len()).ok()?,
            size: u32::try_from(file.text.len()).ok()?,
            checksum: crc32(file.text.as_bytes()),
            offset: u32::try_from(offset).ok()?,
        })
    }

    fn write_local(&self, out: &mut Vec<u8>) {
        put32(out, LOCAL);
        self.write_common(out);
        out.extend_from_slice(self.name);
    }

    fn write_central(&self, out: &mut Vec<u8>) {
        put32(out, CENTRAL);
        put16(out, VERSION);
        self.write_common(out);
        // No comment, first disk, no attributes.
        put16(out, 0);
        put16(out, 0);
        put16(out, 0);
        put32(out, 0);
        put32(out, self.offset);
        out.extend_from_slice(self.name);
    }

    /// The fields that both headers share, from the version to the length of the extra field.
    fn write_common(&self, out: &mut Vec<u8>) {
        for field in [VERSION, UTF8, METHOD, TIME, DATE] {
            put16(out, field);
        }
        put32(out, self.checksum);
        put32(out, self.size);
        put32(out, self.size);
        put16(out, self.name_length);
        put16(out, 0);
    }
}

fn put16(out: &mut Vec<u8>, value: u16) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, value: u32) {
    out.extend_from_slice(&value.to_le_bytes());
}

/// The checksum of the zip format (CRC-32, polynomial 0xEDB88320, bit by bit: bundles are small).
fn crc32(bytes: &[u8]) -> u32 {
    let mut checksum = u32::MAX;
    for byte in bytes {
        checksum ^= u32::from(*byte);
        for _ in 0..8 {
            let carry = checksum & 1;
            checksum >>= 1;
            if carry == 1 {
                checksum ^= 0xEDB8_8320;
            }
        }
    }
    !checksum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_the_checksum_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
