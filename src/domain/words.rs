//! Closed vocabularies: an enum whose variants each have a word (in files) and a label (on screen).

/// A closed vocabulary. Implemented by the `words!` macro only.
pub trait Word: Copy + PartialEq + 'static {
    /// Every value, in the order in which a form offers them.
    const ALL: &'static [Self];
    /// The word in plan files: lower case, stable for ever.
    fn word(self) -> &'static str;
    /// The label on screen.
    fn label(self) -> &'static str;
    /// The value with this word, if there is one. Compared exactly.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

/// Declares a vocabulary: `Variant = "word" : "Label"`. The first variant is the default.
macro_rules! words {
    (
        $(#[$outer:meta])*
        pub enum $name:ident {
            $(#[$first_meta:meta])* $first:ident = $first_word:literal : $first_label:literal
            $(, $(#[$meta:meta])* $variant:ident = $word:literal : $label:literal)* $(,)?
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[$first_meta])* #[default] $first,
            $($(#[$meta])* $variant,)*
        }

        impl crate::domain::Word for $name {
            const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];
            fn word(self) -> &'static str {
                match self { Self::$first => $first_word, $(Self::$variant => $word),* }
            }
            fn label(self) -> &'static str {
                match self { Self::$first => $first_label, $(Self::$variant => $label),* }
            }
        }
    };
}
