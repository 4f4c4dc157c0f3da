//! Provenance: where a number or a name comes from, and when it was read there.

/// A public page that states a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Title of the page.
    pub title: &'static str,
    /// Address of the page.
    pub url: &'static str,
    /// Date of the edition that was read, ISO 8601.
    pub checked: &'static str,
}

/// A value that Microsoft states, with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact<T: 'static> {
    /// The value.
    pub value: T,
    /// Where it is stated.
    pub source: &'static Source,
}
