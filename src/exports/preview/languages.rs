//! How each kind of file is written, as far as its colours need to know: a table.

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Nothing in particular.
    Plain,
    /// A note to the reader.
    Comment,
    /// Text in quotes.
    Text,
    /// A number, or an address made of numbers.
    Number,
    /// A word of the language.
    Keyword,
    /// The name of a value: a property, a variable that is set, a flag.
    Key,
}

/// How texts in quotes are written.
#[derive(Debug)]
pub(super) struct Quote {
    /// What opens one.
    pub(super) open: &'static str,
    /// What closes it.
    pub(super) close: &'static str,
    /// What takes the next character's meaning away.
    pub(super) escape: Option<char>,
    /// Whether it may go over several lines; if not, it ends with its line.
    pub(super) lines: bool,
}

/// A kind of file.
#[derive(Debug)]
pub(super) struct Language {
    /// How names of such files end, after the last point.
    extensions: &'static [&'static str],
    /// What a line begins with, where that says what the whole line is.
    pub(super) lines: &'static [(&'static str, Token)],
    /// What makes the rest of a line a comment.
    pub(super) comments: &'static [&'static str],
    /// What is around a comment of several lines.
    pub(super) block: Option<(&'static str, &'static str)>,
    /// Texts in quotes; longer ones first.
    pub(super) quotes: &'static [Quote],
    /// Words of the language.
    pub(super) keywords: &'static [&'static str],
    /// Characters of words beside letters, digits and `_`.
    pub(super) in_word: &'static str,
    /// What stands after a key.
    pub(super) sign: Option<char>,
    /// Whether words that start with `-` are flags.
    pub(super) flags: bool,
    /// Whether `<<END` starts a text that goes on to a line `END`.
    pub(super) here: bool,
    /// Whether only what stands between `<` and `>` is more than text.
    pub(super) markup: bool,
    /// Whether the first line names the columns.
    pub(super) head: bool,
}

const fn line_quote(mark: &'static str, escape: Option<char>) -> Quote {
    Quote {
        open: mark,
        close: mark,
        escape,
        lines: false,
    }
}

const fn long_quote(open: &'static str, close: &'static str, escape: Option<char>) -> Quote {
    Quote {
        open,
        close,
        escape,
        lines: true,
    }
}

/// A file of which nothing is known.
static TEXT: Language = Language {
    extensions: &[],
    lines: &[],
    comments: &[],
    block: None,
    quotes: &[],
    keywords: &[],
    in_word: "",
    sign: None,
    flags: false,
    here: false,
    markup: false,
    head: false,
};

static LANGUAGES: [Language; 10] = [
    Language {
        extensions: &["json"],
        quotes: &[line_quote("\"", Some('\\'))],
        keywords: &["true", "false", "null"],
        in_word: ".",
        sign: Some(':'),
        ..TEXT
    },
    Language {
        extensions: &["yml", "yaml"],
        comments: &["#"],
        quotes: &[line_quote("\"", Some('\\')), line_quote("'", None)],
        keywords: &["true", "false", "null"],
        in_word: "-./$",
        sign: Some(':'),
        ..TEXT
    },
    Language {
        extensions: &["tf", "tfvars", "hcl"],
        comments: &["#", "//"],
        block: Some(("/*", "*/")),
        quotes: &[line_quote("\"", Some('\\'))],
        keywords: &[
            "resource",
            "data",
            "variable",
            "output",
            "locals",
            "module",
            "provider",
            "terraform",
            "moved",
            "import",
            "check",
            "dynamic",
            "for",
            "in",
            "if",
            "true",
            "false",
            "null",
        ],
        in_word: "-",
        sign: Some('='),
        here: true,
        ..TEXT
    },
    Language {
        extensions: &["bicep", "bicepparam"],
        comments: &["//"],
        block: Some(("/*", "*/")),
        quotes: &[long_quote("'''", "'''", None), line_quote("'", Some('\\'))],
        keywords: &[
            "targetScope",
            "param",
            "var",
            "resource",
            "module",
            "output",
            "existing",
            "using",
            "metadata",
            "type",
            "func",
            "import",
            "for",
            "in",
            "if",
            "true",
            "false",
            "null",
        ],
        sign: Some(':'),
        ..TEXT
    },
    Language {
        extensions: &["sh"],
        comments: &["#"],
        quotes: &[
            long_quote("$'", "'", Some('\\')),
            long_quote("\"", "\"", Some('\\')),
            long_quote("'", "'", None),
        ],
        keywords: &[
            "az", "kubectl", "set", "if", "then", "else", "elif", "fi", "for", "while", "until",
            "do", "done", "case", "esac", "in", "function", "local", "return", "exit", "readonly",
            "export", "echo", "printf",
        ],
        in_word: "-",
        sign: Some('='),
        flags: true,
        here: true,
        ..TEXT
    },
    Language {
        extensions: &["ps1"],
        comments: &["#"],
        block: Some(("<#", "#>")),
        quotes: &[
            long_quote("@\"", "\n\"@", None),
            long_quote("@'", "\n'@", None),
            long_quote("\"", "\"", Some('`')),
            long_quote("'", "'", None),
        ],
        keywords: &[
            "az", "kubectl", "param", "function", "if", "else", "elseif", "foreach", "for",
            "while", "in", "return", "throw", "try", "catch", "finally", "exit", "switch",
        ],
        in_word: "-$",
        sign: Some('='),
        flags: true,
        ..TEXT
    },
    Language {
        extensions: &["csv"],
        quotes: &[long_quote("\"", "\"", None)],
        in_word: "./-",
        head: true,
        ..TEXT
    },
    Language {
        extensions: &["md"],
        lines: &[
            ("#", Token::Keyword),
            (">", Token::Comment),
            ("<!--", Token::Comment),
        ],
        quotes: &[long_quote("```", "\n```", None), line_quote("`", None)],
        ..TEXT
    },
    Language {
        extensions: &["svg", "xml", "html", "drawio"],
        block: Some(("<!--", "-->")),
        quotes: &[long_quote("\"", "\"", None), long_quote("'", "'", None)],
        in_word: "-:",
        sign: Some('='),
        markup: true,
        ..TEXT
    },
    Language {
        extensions: &["mmd"],
        comments: &["%%"],
        quotes: &[line_quote("\"", None)],
        keywords: &[
            "flowchart",
            "graph",
            "subgraph",
            "end",
            "direction",
            "classDef",
            "class",
            "style",
            "linkStyle",
            "click",
            "LR",
            "TB",
            "TD",
            "RL",
            "BT",
        ],
        ..TEXT
    },
];

/// The language of a file, by its path.
pub(super) fn language(path: &str) -> &'static Language {
    let (_, extension) = path.rsplit_once('.').unwrap_or_default();
    LANGUAGES
        .iter()
        .find(|language| language.extensions.contains(&extension))
        .unwrap_or(&TEXT)
}
