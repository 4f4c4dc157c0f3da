//! One list of commands in the syntax of two shells.
//!
//! Total: any text is one word of the command line that it belongs to. Both shells hand words on as they are;
//! only the NUL character, which no command line can hold, is left out.

use super::command::{Argument, Command, Piece, Step, Word};
use crate::exports::shell;

/// Longest command on one line.
const LINE: usize = 100;

/// A shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shell {
    Bash,
    PowerShell,
}

/// A script in the making.
pub(super) struct Script {
    pub(super) shell: Shell,
    /// Leave out options whose value the CLI assumes anyway.
    pub(super) only_differences: bool,
    pub(super) text: String,
}

impl Script {
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// One line of comment.
    pub(super) fn comment(&mut self, text: &str) {
        self.text.push('#');
        if !text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(&one_line(text));
        self.text.push('\n');
    }

    /// Tells the person something.
    pub(super) fn say(&mut self, depth: usize, text: &str) {
        let word = self.word(&Word::text(one_line(text)));
        self.indent(depth);
        self.text.push_str(match self.shell {
            Shell::Bash => "echo ",
            Shell::PowerShell => "Write-Host ",
        });
        self.line(&word);
    }

    /// A variable that keeps what the environment says and is a word otherwise.
    pub(super) fn default(&mut self, name: &str, value: &Word) {
        let word = self.word(value);
        let parts: [&str; 7] = match self.shell {
            Shell::Bash => [
                "if [ -z \"${",
                name,
                ":-}\" ]; then ",
                name,
                "=",
                &word,
                "; fi",
            ],
            Shell::PowerShell => [
                "$",
                name,
                " = if ($env:",
                name,
                ") { $env:",
                name,
                " } else { ",
            ],
        };
        let mut line = parts.concat();
        if self.shell == Shell::PowerShell {
            line.push_str(&word);
            line.push_str(" }");
        }
        self.line(&line);
    }

    /// A variable that must come from the environment.
    pub(super) fn required(&mut self, name: &str) {
        let line = match self.shell {
            Shell::Bash => [": \"${", name, ":?is not set}\""].concat(),
            Shell::PowerShell => [
                "if (-not $env:",
                name,
                ") { throw '",
                name,
                " is not set' }\n$",
                name,
                " = $env:",
                name,
            ]
            .concat(),
        };
        self.line(&line);
    }

    /// A list variable.
    pub(super) fn list(&mut self, name: &str, words: &[Word]) {
        let words: Vec<String> = words.iter().map(|word| self.word(word)).collect();
        let line = match self.shell {
            Shell::Bash => [name, "=(", &words.join(" "), ")"].concat(),
            Shell::PowerShell => ["$", name, " = @(", &words.join(", "), ")"].concat(),
        };
        self.line(&line);
    }

    /// Everything that brings one resource into being.
    pub(super) fn step(&mut self, step: &Step) {
        self.line("");
        self.comment(&step.title);
        for note in &step.notes {
            self.comment(note);
        }
        let depth = usize::from(step.condition.is_some());
        if let Some(variable) = &step.condition {
            let test = match self.shell {
                Shell::Bash => ["if [ -n \"$", variable, "\" ]; then"].concat(),
                Shell::PowerShell => ["if ($", variable, ") {"].concat(),
            };
            self.line(&test);
        }
        self.say(depth, &step.title);
        for (variable, command) in &step.reads {
            self.read(depth, variable, command);
        }
        if let Some(show) = &step.show
            && !step.create.is_empty()
        {
            self.unless(depth, show);
            for command in &step.create {
                self.command(depth + 1, command);
            }
            self.end(depth);
        } else {
            for command in &step.create {
                self.command(depth, command);
            }
        }
        for command in &step.always {
            self.command(depth, command);
        }
        if let Some(variable) = &step.condition {
            self.line(match self.shell {
                Shell::Bash => "else",
                Shell::PowerShell => "} else {",
            });
            let mut text = String::from("Left out, because ");
            text.push_str(variable);
            text.push_str(" is empty: ");
            text.push_str(&step.title);
            self.say(1, &text);
            self.end(0);
        }
    }

    /// Starts what happens only if a resource does not exist.
    pub(super) fn unless(&mut self, depth: usize, show: &Command) {
        let (before, after) = match self.shell {
            Shell::Bash => ("if ! exists ", "; then"),
            Shell::PowerShell => ("if (-not (Test-Exists ", ")) {"),
        };
        self.run(depth, before, show, after);
    }

    /// Ends what `unless` started.
    pub(super) fn end(&mut self, depth: usize) {
        self.indent(depth);
        self.line(match self.shell {
            Shell::Bash => "fi",
            Shell::PowerShell => "}",
        });
    }

    /// Asks for a value.
    pub(super) fn read(&mut self, depth: usize, variable: &str, command: &Command) {
        match self.shell {
            Shell::Bash => self.run(depth, &[variable, "=$(az "].concat(), command, ")"),
            Shell::PowerShell => {
                self.run(
                    depth,
                    &["$", variable, " = Invoke-Az "].concat(),
                    command,
                    "",
                );
            }
        }
    }

    pub(super) fn command(&mut self, depth: usize, command: &Command) {
        let az = match self.shell {
            Shell::Bash => "az ",
            Shell::PowerShell => "Invoke-Az ",
        };
        self.run(depth, az, command, "");
    }

    /// A command line between other words.
    pub(super) fn run(&mut self, depth: usize, before: &str, command: &Command, after: &str) {
        let options: Vec<String> = command
            .arguments
            .iter()
            .filter(|argument| !(self.only_differences && argument.is_usual))
            .map(|argument| self.argument(argument))
            .collect();
        let width: usize = options.iter().map(|option| option.len() + 1).sum();
        let is_long = before.len() + command.words.len() + width + after.len() + 2 * depth > LINE;
        self.indent(depth);
        self.text.push_str(before);
        self.text.push_str(&command.words);
        for option in options {
            if is_long {
                self.text.push_str(match self.shell {
                    Shell::Bash => " \\\n",
                    Shell::PowerShell => " `\n",
                });
                self.indent(depth + 2);
            } else {
                self.text.push(' ');
            }
            self.text.push_str(&option);
        }
        self.line(after);
    }

    fn argument(&self, argument: &Argument) -> String {
        // A value that starts like an option has to be joined to its own.
        if let [only] = argument.values.as_slice()
            && let Some(Piece::Text(text)) = only.0.first()
            && text.starts_with('-')
        {
            return self.word(&Word::text(argument.option).then("=").join(only.clone()));
        }
        let mut text = argument.option.to_owned();
        for value in &argument.values {
            text.push(' ');
            text.push_str(&self.word(value));
        }
        text
    }

    /// A word as the shell reads it.
    pub(super) fn word(&self, word: &Word) -> String {
        match self.shell {
            Shell::Bash => bash_word(word),
            Shell::PowerShell => power_shell_word(word),
        }
    }

    fn indent(&mut self, depth: usize) {
        for _ in 0..depth {
            self.text.push_str("  ");
        }
    }
}

fn bash_word(word: &Word) -> String {
    let mut text = String::new();
    for piece in &word.0 {
        match piece {
            Piece::Text(literal) => text.push_str(&shell::word(&without_nul(literal))),
            Piece::Variable(name) => text.push_str(&["\"${", name, "}\""].concat()),
            Piece::List(name) => text.push_str(&["\"${", name, "[@]}\""].concat()),
        }
    }
    if text.is_empty() {
        text.push_str("''");
    }
    text
}

fn power_shell_word(word: &Word) -> String {
    let mut parts = Vec::new();
    for piece in &word.0 {
        parts.push(match piece {
            Piece::Text(literal) => power_shell_literal(&without_nul(literal)),
            Piece::Variable(name) => ["$", name].concat(),
            Piece::List(name) => ["@", name].concat(),
        });
    }
    match parts.as_slice() {
        [] => "''".to_owned(),
        [only] => only.clone(),
        many => ["(", &many.join(" + "), ")"].concat(),
    }
}

/// A literal. PowerShell takes typographic quotes for quotes too.
fn power_shell_literal(text: &str) -> String {
    let mut literal = String::from("'");
    for character in text.chars() {
        if matches!(character, '\'' | '‘' | '’' | '‚' | '‛') {
            literal.push(character);
        }
        literal.push(character);
    }
    literal.push('\'');
    literal
}

fn without_nul(text: &str) -> String {
    text.replace('\0', "")
}

/// A text on one line, whatever ends lines.
pub(super) fn one_line(text: &str) -> String {
    let ends = |character: char| {
        character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
    };
    text.chars()
        .map(|character| if ends(character) { ' ' } else { character })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(shell: Shell, only_differences: bool) -> Script {
        Script {
            shell,
            only_differences,
            text: String::new(),
        }
    }

    #[test]
    fn a_text_is_one_word_in_either_shell() {
        let bash = script(Shell::Bash, false);
        let power = script(Shell::PowerShell, false);
        for (text, in_bash, in_power) in [
            ("nsg-1", "nsg-1", "'nsg-1'"),
            ("", "''", "''"),
            ("it's", r"'it'\''s'", "'it''s'"),
            ("$(id) `x` \"y\"", "'$(id) `x` \"y\"'", "'$(id) `x` \"y\"'"),
            ("don’t", "'don’t'", "'don’’t'"),
            ("a\0b", "ab", "'ab'"),
        ] {
            assert_eq!(bash.word(&Word::text(text)), in_bash);
            assert_eq!(power.word(&Word::text(text)), in_power);
        }
    }

    #[test]
    fn a_word_may_have_variables_inside() {
        let word = Word::text("/subscriptions/")
            .join(Word::variable("SUBSCRIPTION_ID"))
            .then("/x y");
        assert_eq!(
            script(Shell::Bash, false).word(&word),
            "/subscriptions/\"${SUBSCRIPTION_ID}\"'/x y'"
        );
        assert_eq!(
            script(Shell::PowerShell, false).word(&word),
            "('/subscriptions/' + $SUBSCRIPTION_ID + '/x y')"
        );
    }

    #[test]
    fn a_value_that_looks_like_an_option_is_joined_to_its_own() {
        let mut bash = script(Shell::Bash, false);
        bash.command(0, &Command::new("group show").say("--name", "-x"));
        assert_eq!(bash.text, "az group show '--name=-x'\n");
    }

    #[test]
    fn leaves_out_what_the_cli_assumes_only_when_asked() {
        let command = Command::new("x create")
            .many("--sku", vec![Word::text("Standard")], true)
            .say("--name", "n");
        let mut all = script(Shell::Bash, false);
        all.command(1, &command);
        assert_eq!(all.text, "  az x create --sku Standard --name n\n");
        let mut some = script(Shell::Bash, true);
        some.command(1, &command);
        assert_eq!(some.text, "  az x create --name n\n");
    }
}
