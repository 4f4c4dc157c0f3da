//! Every file of every scenario, as it was read and found good. `UPDATE_EXPECT=1` writes them anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use azureml_vnet_wizard::exports::bundle;
use azureml_vnet_wizard::samples;
use expect_test::expect_file;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/native/golden")
}

/// Every file below a directory, relative to it.
fn files_below(directory: &Path, root: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(directory).into_iter().flatten() {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            files_below(&path, root, found);
        } else {
            let relative = path.strip_prefix(root).expect("below");
            found.insert(relative.to_string_lossy().replace('\\', "/"));
        }
    }
}

#[test]
fn every_scenario_exports_what_was_reviewed() {
    for sample in samples::ALL {
        for file in bundle(&(sample.build)()) {
            let path = folder().join(sample.slug).join(&file.path);
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                fs::write(&path, &file.text).expect("written");
            }
            if fs::read_to_string(&path).unwrap_or_default() != file.text {
                // Shows the difference; it does not see line breaks, so equal texts still end here.
                expect_file![&path].assert_eq(&file.text);
                panic!("{}: other line breaks", path.display());
            }
        }
    }
}

#[test]
fn no_reviewed_file_is_left_over() {
    for sample in samples::ALL {
        let root = folder().join(sample.slug);
        let mut found = BTreeSet::new();
        files_below(&root, &root, &mut found);
        let exported: BTreeSet<String> = bundle(&(sample.build)())
            .into_iter()
            .map(|file| file.path)
            .collect();
        assert_eq!(found, exported, "{}", sample.slug);
    }
}
