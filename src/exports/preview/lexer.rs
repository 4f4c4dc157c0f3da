//! One lexer for every kind of file, driven by the table of languages.
//!
//! It loses nothing: the pieces that it hands out are the text again, in order. What it does not understand
//! is plain. It looks at each character once or twice, however odd the text.

use super::languages::{Language, Quote, Token};

/// Cuts a text into pieces.
pub(super) fn lex<'t>(
    text: &'t str,
    language: &'static Language,
    emit: &mut dyn FnMut(Token, &'t str),
) {
    let mut lexer = Lexer {
        language,
        rest: text,
        before: '\n',
        sign: '\n',
        first: language.head,
        in_tag: false,
        here: None,
    };
    while !lexer.rest.is_empty() {
        let (token, length) = lexer.next();
        let (piece, rest) = lexer
            .rest
            .split_at_checked(length)
            .unwrap_or((lexer.rest, ""));
        lexer.advance(piece, rest);
        emit(token, piece);
    }
}

struct Lexer<'t> {
    language: &'static Language,
    /// What is still to be cut.
    rest: &'t str,
    /// The character before it.
    before: char,
    /// The last character of this line that is no blank; a line break while there is none.
    sign: char,
    /// Whether the line that names the columns is still to come.
    first: bool,
    /// Whether `rest` lies between `<` and `>`.
    in_tag: bool,
    /// The word that ends the text which starts on the next line.
    here: Option<&'t str>,
}

impl<'t> Lexer<'t> {
    fn advance(&mut self, piece: &'t str, rest: &'t str) {
        self.before = piece.chars().next_back().unwrap_or(self.before);
        if piece.contains('\n') {
            self.sign = '\n';
        }
        let line = piece.rsplit('\n').next().unwrap_or(piece);
        self.sign = line.trim_end().chars().next_back().unwrap_or(self.sign);
        self.first = false;
        self.rest = rest;
    }

    /// What comes next, and how many bytes it has: at least one.
    fn next(&mut self) -> (Token, usize) {
        let rest = self.rest;
        if self.before == '\n'
            && let Some(end) = self.here.take()
        {
            let length = here_length(rest, end);
            if length > 0 {
                return (Token::Text, length);
            }
        }
        if !rest.starts_with('\n')
            && let Some(whole) = self.whole_line()
        {
            return (whole, line_length(rest));
        }
        let blanks = if rest.starts_with('\n') {
            1
        } else {
            run(rest, |c| c.is_whitespace() && c != '\n')
        };
        if blanks > 0 {
            return (Token::Plain, blanks);
        }
        if let Some(length) = self.comment() {
            return (Token::Comment, length);
        }
        if self.language.markup && !self.in_tag {
            self.in_tag = rest.starts_with('<');
            let text = rest.find('<').unwrap_or(rest.len());
            return (Token::Plain, text.max(1));
        }
        self.quoted().unwrap_or_else(|| self.word_or_sign())
    }

    /// What the whole line is, if its beginning says so.
    fn whole_line(&self) -> Option<Token> {
        if self.first {
            return Some(Token::Key);
        }
        let mut lines = self.language.lines.iter();
        let (_, token) = lines.find(|(start, _)| self.rest.starts_with(start))?;
        (self.sign == '\n').then_some(*token)
    }

    fn comment(&self) -> Option<usize> {
        if let Some((open, close)) = self.language.block
            && let Some(body) = self.rest.strip_prefix(open)
        {
            let end = body.find(close).map_or(body.len(), |at| at + close.len());
            return Some(open.len() + end);
        }
        let mut starts = self.language.comments.iter();
        // `${#list}`, `a#b` and `https://` are none.
        (self.before.is_whitespace() && starts.any(|start| self.rest.starts_with(start)))
            .then(|| line_length(self.rest))
    }

    fn quoted(&self) -> Option<(Token, usize)> {
        // An apostrophe in a word opens nothing.
        if self.before.is_alphanumeric() {
            return None;
        }
        self.language.quotes.iter().find_map(|quote| {
            let body = self.rest.strip_prefix(quote.open)?;
            let length = quote.open.len() + quote_length(body, quote);
            let token = if self.is_key(length) {
                Token::Key
            } else {
                Token::Text
            };
            Some((token, length))
        })
    }

    fn word_or_sign(&mut self) -> (Token, usize) {
        let rest = self.rest;
        let language = self.language;
        let length = run(rest, |c| {
            c.is_alphanumeric() || c == '_' || language.in_word.contains(c)
        });
        if let Some(word) = rest.get(..length)
            && length > 0
        {
            return (self.word(word), length);
        }
        if rest.starts_with('>') {
            self.in_tag = false;
        }
        if language.here
            && self.before != '<'
            && let Some(after) = rest.strip_prefix("<<")
        {
            self.here = here_word(after);
            return (Token::Plain, 2);
        }
        (Token::Plain, rest.chars().next().map_or(1, char::len_utf8))
    }

    fn word(&self, word: &str) -> Token {
        let digits = word.trim_start_matches('-');
        if self.in_tag && matches!(self.before, '<' | '/' | '?' | '!') {
            Token::Keyword
        } else if self.is_key(word.len()) {
            Token::Key
        } else if digits.starts_with(|c: char| c.is_ascii_digit())
            && digits
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-'))
        {
            Token::Number
        } else if self.language.keywords.contains(&word) {
            Token::Keyword
        } else if self.language.flags
            && self.before.is_whitespace()
            && word.starts_with('-')
            && !digits.is_empty()
        {
            Token::Key
        } else {
            Token::Plain
        }
    }

    /// Whether the next `length` bytes are the name of a value.
    fn is_key(&self, length: usize) -> bool {
        let in_place = self.in_tag || matches!(self.sign, '\n' | '{' | ',' | '-' | '(' | ';');
        let after = self.rest.get(length..).unwrap_or_default();
        let Some(sign) = self.language.sign.filter(|_| in_place) else {
            return false;
        };
        let Some(value) = after.trim_start_matches([' ', '\t']).strip_prefix(sign) else {
            return false;
        };
        let next = value.chars().next();
        if sign == ':' {
            next.is_none_or(char::is_whitespace)
        } else {
            !matches!(next, Some('=' | '>'))
        }
    }
}

/// Bytes at the beginning of `text` whose characters are all such.
fn run(text: &str, such: impl Fn(char) -> bool) -> usize {
    text.find(|c| !such(c)).unwrap_or(text.len())
}

/// Bytes up to the end of the line, without the break.
fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

/// Bytes of a text in quotes after what opened it, with what closes it.
fn quote_length(body: &str, quote: &Quote) -> usize {
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        let closes = || {
            body.get(at..)
                .is_some_and(|rest| rest.starts_with(quote.close))
        };
        if escaped {
            escaped = false;
        } else if quote.escape == Some(c) {
            escaped = true;
        } else if closes() {
            return at + quote.close.len();
        } else if c == '\n' && !quote.lines {
            return at;
        }
    }
    body.len()
}

/// The word after `<<`, `<<-` or `<<'`.
fn here_word(after: &str) -> Option<&str> {
    let start = after.trim_start_matches(['-', '~', '\'', '"', '\\']);
    let length = run(start, |c| c.is_ascii_alphanumeric() || c == '_');
    let word = start.get(..length)?;
    word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        .then_some(word)
}

/// Bytes up to the line that is only `end`.
fn here_length(text: &str, end: &str) -> usize {
    text.split_inclusive('\n')
        .take_while(|line| line.trim() != end)
        .map(str::len)
        .sum()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::super::languages::language;
    use super::*;

    /// The pieces that are more than plain, as `sign text`.
    fn tokens(path: &str, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        lex(text, language(path), &mut |token, piece| {
            let sign = match token {
                Token::Plain => return,
                Token::Comment => "comment",
                Token::Text => "text",
                Token::Number => "number",
                Token::Keyword => "keyword",
                Token::Key => "key",
            };
            found.push(format!("{sign} {piece}"));
        });
        found
    }

    #[test]
    fn tells_keys_of_json_from_values() {
        assert_eq!(
            tokens(
                "a.json",
                "{\n  \"a\\\"b\": \"c: d\",\n  \"n\": -1.5,\n  \"ok\": true\n}"
            ),
            [
                "key \"a\\\"b\"",
                "text \"c: d\"",
                "key \"n\"",
                "number 1.5",
                "key \"ok\"",
                "keyword true"
            ]
        );
    }

    #[test]
    fn leaves_apostrophes_and_addresses_in_yaml_alone() {
        assert_eq!(
            tokens(
                "a.yml",
                "# don't\nname: don't do 'that'\nurl: https://a.b/c#d\n- range: 10.0.0.0/16 # note\n"
            ),
            [
                "comment # don't",
                "key name",
                "text 'that'",
                "key url",
                "key range",
                "number 10.0.0.0/16",
                "comment # note"
            ]
        );
    }

    #[test]
    fn reads_blocks_and_texts_of_terraform() {
        assert_eq!(
            tokens(
                "main.tf",
                "resource \"a_b\" \"c\" {\n  name = \"x # y\" # z\n  size = 3\n  note = <<-EOT\n    a = 1\n  EOT\n  on = x == 1\n}\n/* two\nlines */"
            ),
            [
                "keyword resource",
                "text \"a_b\"",
                "text \"c\"",
                "key name",
                "text \"x # y\"",
                "comment # z",
                "key size",
                "number 3",
                "key note",
                "text     a = 1\n",
                "key on",
                "number 1",
                "comment /* two\nlines */"
            ]
        );
    }

    #[test]
    fn reads_long_texts_of_bicep() {
        assert_eq!(
            tokens(
                "main.bicep",
                "param a string = 'it\\'s'\nvar b = '''\nx: 'y'\n'''\nresource c 'T@1' = { // d\n  name: a ? b : c\n}"
            ),
            [
                "keyword param",
                "text 'it\\'s'",
                "keyword var",
                "text '''\nx: 'y'\n'''",
                "keyword resource",
                "text 'T@1'",
                "comment // d",
                "key name"
            ]
        );
    }

    #[test]
    fn reads_flags_and_here_documents_of_a_shell() {
        assert_eq!(
            tokens(
                "deploy.sh",
                "GROUP='a b'\naz vm create --name \"$x\" -g \"${#list}\" \\\n  --size 2 # c\ncat <<'END'\nit's\nEND\necho \"done\""
            ),
            [
                "key GROUP",
                "text 'a b'",
                "keyword az",
                "key --name",
                "text \"$x\"",
                "key -g",
                "text \"${#list}\"",
                "key --size",
                "number 2",
                "comment # c",
                "text 'END'",
                "text it's\n",
                "keyword echo",
                "text \"done\""
            ]
        );
    }

    #[test]
    fn reads_power_shell() {
        assert_eq!(
            tokens(
                "deploy.ps1",
                "<# a\nb #>\n$name = \"say `\"$x`\"\"\n$more = @'\nit's\n'@\naz group show --name $name"
            ),
            [
                "comment <# a\nb #>",
                "key $name",
                "text \"say `\"$x`\"\"",
                "key $more",
                "text @'\nit's\n'@",
                "keyword az",
                "key --name"
            ]
        );
    }

    #[test]
    fn reads_tables_and_prose() {
        assert_eq!(
            tokens(
                "rules.csv",
                "name,port\n\"a, \"\"b\"\"\",443\n10.0.0.0/8,-\n"
            ),
            [
                "key name,port",
                "text \"a, \"",
                "text \"b\"",
                "text \"\"",
                "number 443",
                "number 10.0.0.0/8"
            ]
        );
        assert_eq!(
            tokens("a.md", "# It's\n\nUse `a b` or\n\n```sh\n# c\n```\n> so\n"),
            [
                "keyword # It's",
                "text `a b`",
                "text ```sh\n# c\n```",
                "comment > so"
            ]
        );
    }

    #[test]
    fn keeps_prose_between_tags_plain() {
        assert_eq!(
            tokens(
                "a.svg",
                "<?xml version=\"1.0\"?>\n<!-- \"a\" -->\n<g data-x='1' id=\"b\">don't \"say\" a = b</g>"
            ),
            [
                "keyword xml",
                "key version",
                "text \"1.0\"",
                "comment <!-- \"a\" -->",
                "keyword g",
                "key data-x",
                "text '1'",
                "key id",
                "text \"b\"",
                "keyword g"
            ]
        );
    }

    #[test]
    fn knows_only_numbers_of_other_files() {
        assert_eq!(tokens("LICENSE", "\"a\" # b 1"), ["number 1"]);
        assert_eq!(tokens("a.pem", "'a' // if: b"), Vec::<String>::new());
    }

    const PATHS: [&str; 11] = [
        "a.json", "a.yml", "a.tf", "a.bicep", "a.sh", "a.ps1", "a.csv", "a.md", "a.svg", "a.mmd",
        "a",
    ];

    proptest! {
        #[test]
        fn loses_no_character(
            text in "([a-z0-9 é#/*<>\"'`=:{}$\\\\@!-]|\n|<<E|```|'''|@\"|-->|<!--){0,60}"
        ) {
            for path in PATHS {
                let mut again = String::new();
                lex(&text, language(path), &mut |_, piece| {
                    assert!(!piece.is_empty(), "{path} stands still");
                    again.push_str(piece);
                });
                prop_assert_eq!(&again, &text, "{}", path);
            }
        }
    }
}
