//! Chrome or Chromium, and the driver that fits it.
//!
//! Looks at the variables `CHROME` and `CHROMEDRIVER`, then on `PATH`, then in the usual places. On
//! Debian and Ubuntu, as root, it installs both; elsewhere it says what to install, because a browser
//! is a person's choice.

use crate::failure::{Failure, Outcome};
use crate::process;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

const CHROME_NAMES: &[&str] = &[
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "chrome",
];

const CHROME_PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
];

const DRIVER_PLACES: &[&str] = &[
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
    "/snap/bin/chromium.chromedriver",
    "/opt/homebrew/bin/chromedriver",
];

/// The browser to test in.
pub(crate) fn ensure_chrome() -> Outcome<PathBuf> {
    if let Some(path) = from_variable("CHROME")? {
        return Ok(path);
    }
    if let Some(path) = find(CHROME_NAMES, CHROME_PLACES) {
        return Ok(path);
    }
    install_debian("Chromium is needed to test the app in a browser");
    find(CHROME_NAMES, CHROME_PLACES).ok_or_else(|| {
        Failure::new(
            "found no Chrome or Chromium",
            "Install Google Chrome or Chromium (Debian: `sudo apt-get install chromium \
             chromium-driver`), or set CHROME to the program's path, and run the command again.",
        )
    })
}

/// The driver for `chrome`, of the same major version.
pub(crate) fn ensure_chromedriver(chrome: &Path) -> Outcome<PathBuf> {
    let mut driver = from_variable("CHROMEDRIVER")?.or_else(find_driver);
    if driver.is_none() {
        install_debian("ChromeDriver is needed to run the browser tests");
        driver = find_driver();
    }
    let driver = driver.ok_or_else(|| driver_failure("found no ChromeDriver", chrome))?;
    match (major_version(chrome), major_version(&driver)) {
        (Some(browser), Some(own)) if browser != own => Err(driver_failure(
            &format!("ChromeDriver {own} cannot drive Chrome {browser}"),
            chrome,
        )),
        _ => Ok(driver),
    }
}

/// The program a variable names; a wrong path is an error, not a reason to look elsewhere.
fn from_variable(name: &str) -> Outcome<Option<PathBuf>> {
    let Some(value) = env::var_os(name).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let path = PathBuf::from(value);
    if path.is_file() {
        return Ok(Some(path));
    }
    Err(Failure::new(
        format!("{name} names {}, which is not a file", path.display()),
        format!("Set {name} to the program's full path, or unset it."),
    ))
}

fn find(names: &[&str], places: &[&str]) -> Option<PathBuf> {
    let on_path = names.iter().find_map(|name| process::find_on_path(name));
    on_path.or_else(|| places.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// Hosted build machines name the driver's folder in `CHROMEWEBDRIVER`.
fn find_driver() -> Option<PathBuf> {
    let hosted = env::var_os("CHROMEWEBDRIVER")
        .map(|dir| Path::new(&dir).join(format!("chromedriver{}", env::consts::EXE_SUFFIX)));
    hosted
        .filter(|path| path.is_file())
        .or_else(|| find(&["chromedriver"], DRIVER_PLACES))
}

fn driver_failure(what: &str, chrome: &Path) -> Failure {
    let version = version_text(chrome).unwrap_or_else(|| "your Chrome's version".to_owned());
    Failure::new(
        what,
        format!(
            "Run `npx @puppeteer/browsers install chromedriver@{version}` and set CHROMEDRIVER to \
             the path it prints; or set CHROME and CHROMEDRIVER to a pair that fits."
        ),
    )
}

/// Installs browser, driver and fonts where that is one harmless command; the caller looks again.
fn install_debian(reason: &str) {
    let is_root = process::capture(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !is_root || process::find_on_path("apt-get").is_none() {
        return;
    }
    println!("{reason}; installing it with apt-get (about 1 min).");
    let mut install = Command::new("apt-get");
    install
        .args(["install", "-y", "--no-install-recommends"])
        .args(["chromium", "chromium-driver", "fonts-liberation"])
        .env("DEBIAN_FRONTEND", "noninteractive");
    let advice = "See the message of apt-get above.";
    let result = process::run(Command::new("apt-get").arg("update"), advice)
        .and_then(|()| process::run(&mut install, advice));
    if let Err(failure) = result {
        // The caller reports what is still missing, and how to get it.
        println!("{failure}");
    }
}

fn major_version(program: &Path) -> Option<u32> {
    version_text(program)?.split('.').next()?.parse().ok()
}

/// What the program says its version is. Chrome for Windows would open a window instead.
fn version_text(program: &Path) -> Option<String> {
    if cfg!(windows) {
        return None;
    }
    let text = process::capture(Command::new(program).arg("--version"))?;
    version_in(&text).map(str::to_owned)
}

/// The first dotted number of `Chromium 140.0.1 built on …`.
fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace()
        .find(|word| word.contains('.') && word.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions_the_way_browsers_print_them() {
        assert_eq!(
            version_in("Chromium 140.0.1 built on Debian"),
            Some("140.0.1")
        );
        assert_eq!(version_in("ChromeDriver 140.0.1 (abc)"), Some("140.0.1"));
        assert_eq!(version_in("Google Chrome"), None);
    }

    #[test]
    fn skips_what_a_wrapper_script_grumbles() {
        let text = "Google Chrome 141.0.7390.54\nwrapper: 9: unexpected operator";
        assert_eq!(version_in(text), Some("141.0.7390.54"));
    }
}
