//! Commands of the Azure CLI as data: what every script prints, quoted in its own way.
//!
//! What is absent: any quoting, and any knowledge of resources.

/// A part of a word.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// Text, taken literally.
    Text(String),
    /// The value of a variable.
    Variable(String),
    /// All values of a list variable, each a word of its own.
    List(String),
}

/// One word of a command line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Word(pub(super) Vec<Piece>);

impl Word {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self(vec![Piece::Text(text.into())])
    }

    pub(super) fn variable(name: impl Into<String>) -> Self {
        Self(vec![Piece::Variable(name.into())])
    }

    /// The word with this text after it.
    #[must_use]
    pub(super) fn then(mut self, text: &str) -> Self {
        if let Some(Piece::Text(last)) = self.0.last_mut() {
            last.push_str(text);
        } else {
            self.0.push(Piece::Text(text.to_owned()));
        }
        self
    }

    /// The word with another one after it.
    #[must_use]
    pub(super) fn join(mut self, other: Self) -> Self {
        for piece in other.0 {
            if let Piece::Text(text) = piece {
                self = self.then(&text);
            } else {
                self.0.push(piece);
            }
        }
        self
    }

    /// The text of a word without variables.
    pub(super) fn plain(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }
}

/// An option with its values; one without values is a switch.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Argument {
    pub(super) option: &'static str,
    pub(super) values: Vec<Word>,
    /// True if the CLI assumes just this when the option is left out.
    pub(super) is_usual: bool,
}

/// One command line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Command {
    /// The words before the options, such as `network nsg create`.
    pub(super) words: String,
    pub(super) arguments: Vec<Argument>,
}

impl Command {
    pub(super) fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            arguments: Vec::new(),
        }
    }

    /// Adds an option with one value.
    #[must_use]
    pub(super) fn with(self, option: &'static str, value: Word) -> Self {
        self.many(option, vec![value], false)
    }

    /// Adds an option with a text.
    #[must_use]
    pub(super) fn say(self, option: &'static str, text: &str) -> Self {
        self.with(option, Word::text(text))
    }

    /// Adds a switch.
    #[must_use]
    pub(super) fn switch(self, option: &'static str) -> Self {
        self.many(option, Vec::new(), false)
    }

    /// Adds an option with several values.
    #[must_use]
    pub(super) fn many(mut self, option: &'static str, values: Vec<Word>, is_usual: bool) -> Self {
        self.arguments.push(Argument {
            option,
            values,
            is_usual,
        });
        self
    }

    /// The command with the arguments of another one.
    #[must_use]
    pub(super) fn and(mut self, arguments: &[Argument]) -> Self {
        self.arguments.extend_from_slice(arguments);
        self
    }
}

/// What brings one resource into being.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Step {
    /// What it is, for a person.
    pub(super) title: String,
    /// What is to be known about it.
    pub(super) notes: Vec<String>,
    /// The step is taken only if this variable is not empty.
    pub(super) condition: Option<String>,
    /// Values that are asked for first, with the variables that take them.
    pub(super) reads: Vec<(String, Command)>,
    /// Finds the resource if it exists.
    pub(super) show: Option<Command>,
    /// Creates it if it does not.
    pub(super) create: Vec<Command>,
    /// Brings its parts to what the plan says, every time.
    pub(super) always: Vec<Command>,
}
