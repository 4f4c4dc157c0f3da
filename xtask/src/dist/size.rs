//! What the built site weighs, as it is and as servers send it.
//!
//! The budget is on gzip at its usual level, because that is what GitHub Pages sends; brotli is shown
//! for other hosts.

use super::{files_below, unreadable};
use crate::failure::{Failure, Outcome};
use crate::table::{Align, Table};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// The most that all code and style together may weigh, in bytes after gzip.
///
/// The goal is 300 000. This is a ratchet: just above what the site weighs today, lowered with each saving,
/// never raised without a line in `ARCHITECTURE.md`.
pub(crate) const CODE_BUDGET_GZIP_BYTES: u64 = 1_110_000;

/// What counts as code and style.
const CODE: &[&str] = &["wasm", "js", "css"];

/// One file of the site, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileSize {
    /// Its path below `dist`.
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Measures every file of `dist`.
pub(crate) fn measure(dist: &Path) -> Outcome<Vec<FileSize>> {
    files_below(dist)?
        .iter()
        .map(|path| {
            let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
            let name = path.strip_prefix(dist).unwrap_or(path);
            weigh(&name.to_string_lossy(), &bytes).map_err(|error| unreadable(path, &error))
        })
        .collect()
}

/// The table people read: every file, then all code and style against the budget.
pub(crate) fn table(files: &[FileSize]) -> String {
    let mut table = Table::new(
        &["file", "raw", "gzip", "brotli"],
        &[Align::Left, Align::Right, Align::Right, Align::Right],
    );
    for file in files {
        table.row(row(&file.name, file));
    }
    table.rule();
    table.row(row("all files", &total("", files.iter())));
    table.row(row("code and style", &code_total(files)));
    let budget = grouped(CODE_BUDGET_GZIP_BYTES);
    format!("{table}Budget for code and style: {budget} bytes after gzip.")
}

/// Fails when code and style weigh more than the budget.
pub(crate) fn check_budget(files: &[FileSize]) -> Outcome {
    let gzip = code_total(files).gzip;
    if gzip == 0 {
        return Err(Failure::new(
            "dist holds no code at all",
            "Run `cargo xtask build` and look at its messages.",
        ));
    }
    if gzip <= CODE_BUDGET_GZIP_BYTES {
        return Ok(());
    }
    Err(Failure::new(
        format!(
            "code and style weigh {} bytes after gzip, {} over the budget",
            grouped(gzip),
            grouped(gzip - CODE_BUDGET_GZIP_BYTES)
        ),
        "Look for a new dependency (`cargo tree --target wasm32-unknown-unknown -e normal`), for \
         generic code that is compiled many times, or for large constant tables.",
    ))
}

fn weigh(name: &str, bytes: &[u8]) -> io::Result<FileSize> {
    Ok(FileSize {
        name: name.to_owned(),
        raw: length(bytes),
        gzip: length(&gzip(bytes)?),
        brotli: length(&brotli(bytes)?),
    })
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
    Ok(packed)
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn code_total(files: &[FileSize]) -> FileSize {
    total("", files.iter().filter(|file| is_code(&file.name)))
}

fn is_code(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, extension)| CODE.contains(&extension))
}

fn total<'a>(name: &str, files: impl Iterator<Item = &'a FileSize>) -> FileSize {
    let zero = FileSize {
        name: name.to_owned(),
        raw: 0,
        gzip: 0,
        brotli: 0,
    };
    files.fold(zero, |sum, file| FileSize {
        name: sum.name,
        raw: sum.raw + file.raw,
        gzip: sum.gzip + file.gzip,
        brotli: sum.brotli + file.brotli,
    })
}

fn row(name: &str, size: &FileSize) -> Vec<String> {
    vec![
        name.to_owned(),
        grouped(size.raw),
        grouped(size.gzip),
        grouped(size.brotli),
    ]
}

/// `1234567` as `1 234 567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, gzip: u64) -> FileSize {
        FileSize {
            name: name.to_owned(),
            raw: gzip * 3,
            gzip,
            brotli: gzip / 2,
        }
    }

    #[test]
    fn passes_at_the_budget_and_fails_one_byte_above() {
        let mut files = vec![file("app.js", 20_000), file("app.css", 10_000)];
        files.push(file("app_bg.wasm", CODE_BUDGET_GZIP_BYTES - 30_000));
        assert_eq!(check_budget(&files), Ok(()));
        files.push(file("more.css", 1));
        let failure = check_budget(&files).expect_err("over");
        let over = format!("{} bytes", grouped(CODE_BUDGET_GZIP_BYTES + 1));
        assert!(failure.what().contains(&over), "{failure}");
        assert!(failure.what().contains("1 over the budget"), "{failure}");
    }

    #[test]
    fn leaves_pages_and_pictures_out_of_the_budget() {
        let files = [
            file("app.js", 1),
            file("index.html", CODE_BUDGET_GZIP_BYTES),
            file("icon.svg", CODE_BUDGET_GZIP_BYTES),
        ];
        assert_eq!(check_budget(&files), Ok(()));
    }

    #[test]
    fn fails_when_there_is_nothing_to_weigh() {
        assert!(check_budget(&[file("index.html", 10)]).is_err());
    }

    #[test]
    fn shows_every_file_and_the_totals() {
        let text = table(&[file("app.js", 1_500), file("index.html", 7)]);
        let budget = grouped(CODE_BUDGET_GZIP_BYTES);
        for part in [
            "app.js",
            "4 500",
            "1 500",
            "750",
            "all files",
            "1 507",
            budget.as_str(),
        ] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
    }

    #[test]
    fn compresses_for_real() {
        let size = weigh("a.css", "a { color: red }\n".repeat(500).as_bytes()).expect("in memory");
        assert_eq!(size.raw, 8_500);
        assert!(size.gzip < 200 && size.brotli < 100, "{size:?}");
    }

    #[test]
    fn groups_digits_by_three() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1 000");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }
}
