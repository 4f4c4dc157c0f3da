//! Which of several named things to run: `--only` these, `--skip` those.

/// Something that can be chosen by name.
pub(crate) trait Named: Copy + PartialEq + 'static {
    /// All there are, in the order they run.
    const ALL: &'static [Self];
    /// What one of them is called in a sentence.
    const KIND: &'static str;

    /// The name people type.
    fn name(self) -> &'static str;
}

/// What to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selection<T> {
    /// If not empty, only these.
    pub(crate) only: Vec<T>,
    /// Never these.
    pub(crate) skip: Vec<T>,
}

impl<T> Default for Selection<T> {
    fn default() -> Self {
        Self {
            only: Vec::new(),
            skip: Vec::new(),
        }
    }
}

impl<T: Named> Selection<T> {
    /// The chosen ones, in the order they run.
    pub(crate) fn chosen(&self) -> Vec<T> {
        let chosen =
            |it: &T| (self.only.is_empty() || self.only.contains(it)) && !self.skip.contains(it);
        T::ALL.iter().copied().filter(chosen).collect()
    }
}

/// All names, as a sentence lists them.
pub(crate) fn names<T: Named>() -> String {
    let names: Vec<&str> = T::ALL.iter().map(|it| it.name()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suite::Step;

    #[test]
    fn runs_everything_unless_told_otherwise() {
        assert_eq!(Selection::<Step>::default().chosen(), Step::ALL);
    }

    #[test]
    fn keeps_its_own_order_whatever_order_is_asked() {
        let selection = Selection {
            only: vec![Step::Docs, Step::Fmt, Step::Clippy],
            skip: vec![Step::Clippy],
        };
        assert_eq!(selection.chosen(), [Step::Fmt, Step::Docs]);
    }
}
