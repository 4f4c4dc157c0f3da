//! Paths as folders.

/// A folder with what is in it, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Its path, without a slash at the end; empty for the outermost one.
    pub path: String,
    /// Folders in it.
    pub folders: Vec<Folder>,
    /// Paths of files right in it.
    pub files: Vec<String>,
}

impl Folder {
    /// Its name.
    pub fn name(&self) -> &str {
        name(&self.path)
    }

    /// How many files are in it, at any depth.
    pub fn count(&self) -> usize {
        self.files.len() + self.folders.iter().map(Self::count).sum::<usize>()
    }

    fn put(&mut self, path: &str, depth: usize) {
        let Some((end, _)) = path.match_indices('/').nth(depth) else {
            self.files.push(path.to_owned());
            return;
        };
        let folder = path.get(..end).unwrap_or_default();
        if self.folders.last().is_none_or(|last| last.path != folder) {
            self.folders.push(Self {
                path: folder.to_owned(),
                ..Self::default()
            });
        }
        if let Some(last) = self.folders.last_mut() {
            last.put(path, depth + 1);
        }
    }
}

/// The last part of a path.
pub fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The folders of these paths, which are in order.
pub fn tree(paths: &[String]) -> Folder {
    let mut root = Folder::default();
    for path in paths {
        root.put(path, 0);
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_every_file_into_its_folder() {
        let paths = [
            "README.md",
            "a/b/x.tf",
            "a/b/y.tf",
            "a/c.tf",
            "plan.json",
            "z/a",
        ];
        let root = tree(&paths.map(str::to_owned));
        assert_eq!(root.files, ["README.md", "plan.json"]);
        assert_eq!(root.count(), 6);
        let names: Vec<&str> = root.folders.iter().map(Folder::name).collect();
        assert_eq!(names, ["a", "z"]);
        let a = &root.folders[0];
        assert_eq!(
            (a.count(), a.files.as_slice()),
            (3, &["a/c.tf".to_owned()][..])
        );
        assert_eq!(a.folders[0].path, "a/b");
        assert_eq!(a.folders[0].name(), "b");
        assert_eq!(a.folders[0].files, ["a/b/x.tf", "a/b/y.tf"]);
    }
}
