//! Bicep files, read by a small reader of their own: every name is declared, modules give what others ask.

use std::collections::{BTreeMap, BTreeSet};

use azureml_vnet_wizard::domain::{Placement, Plan};
use azureml_vnet_wizard::exports::{File, bundle};
use azureml_vnet_wizard::samples;

use super::text;
use crate::support::plans;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Word(String),
    Text(String),
    Mark(char),
}

/// The tokens of a Bicep file without its comments. What stands inside `${…}` counts as tokens of its own.
/// Panics at what Bicep does not read.
pub(super) fn tokens(file: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = file.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            ' ' | '\n' => {}
            '/' if rest.peek() == Some(&'/') => {
                for _ in rest.by_ref().take_while(|it| *it != '\n') {}
            }
            '\'' => {
                let mut text = String::new();
                let mut holes = Vec::new();
                loop {
                    match rest.next().expect("a literal ends") {
                        '\'' => break,
                        '\n' | '\r' => panic!("a literal ends on its line: {text}"),
                        '\\' => text.push(match rest.next().expect("an escape") {
                            'n' => '\n',
                            'r' => '\r',
                            't' => '\t',
                            same @ ('\\' | '\'' | '$') => same,
                            'u' => {
                                assert_eq!(rest.next(), Some('{'));
                                let digits: String =
                                    rest.by_ref().take_while(|it| *it != '}').collect();
                                let code = u32::from_str_radix(&digits, 16).expect("digits");
                                char::from_u32(code).expect("a character")
                            }
                            other => panic!("\\{other} is no escape"),
                        }),
                        '$' if rest.peek() == Some(&'{') => {
                            rest.next();
                            let hole: String = rest.by_ref().take_while(|it| *it != '}').collect();
                            holes.extend(self::tokens(&hole));
                        }
                        other => text.push(other),
                    }
                }
                tokens.push(Token::Text(text));
                tokens.extend(holes);
            }
            first if first.is_ascii_alphanumeric() || first == '_' => {
                let mut word = String::from(first);
                while let Some(next) = rest.next_if(|it| it.is_ascii_alphanumeric() || *it == '_') {
                    word.push(next);
                }
                tokens.push(Token::Word(word));
            }
            mark if "@(){}[]:=.,!?".contains(mark) => tokens.push(Token::Mark(mark)),
            other => panic!("{other:?} stands outside a literal"),
        }
    }
    tokens
}

const WORDS: &[&str] = &[
    "bool",
    "description",
    "empty",
    "existing",
    "false",
    "guid",
    "if",
    "module",
    "object",
    "output",
    "param",
    "readEnvironmentVariable",
    "resource",
    "resourceGroup",
    "secure",
    "string",
    "subscription",
    "subscriptionResourceId",
    "targetScope",
    "true",
    "using",
];

/// What a file declares: word before the name, name, the text after it.
fn declared(tokens: &[Token]) -> Vec<(&str, &str, Option<&str>)> {
    let mut depth = 0;
    let mut found = Vec::new();
    for (position, token) in tokens.iter().enumerate() {
        match token {
            Token::Mark('{' | '[' | '(') => depth += 1,
            Token::Mark('}' | ']' | ')') => depth -= 1,
            Token::Word(word)
                if depth == 0
                    && ["param", "resource", "module", "output"].contains(&word.as_str()) =>
            {
                let Token::Word(name) = &tokens[position + 1] else {
                    panic!("{word} has a name");
                };
                let target = match &tokens[position + 2] {
                    Token::Text(target) => Some(target.as_str()),
                    _ => None,
                };
                found.push((word.as_str(), name.as_str(), target));
            }
            _ => {}
        }
        assert!(depth >= 0, "brackets match");
    }
    assert_eq!(depth, 0, "brackets match");
    found
}

/// Asserts that a file mentions nothing that it does not declare, and declares nothing twice.
pub(super) fn assert_whole(path: &str, tokens: &[Token]) {
    let declared = declared(tokens);
    let mut names = BTreeSet::new();
    for (kind, name, _) in &declared {
        assert!(
            *kind == "output" || names.insert(*name),
            "{path}: {name} twice"
        );
    }
    for (position, token) in tokens.iter().enumerate() {
        let Token::Word(word) = token else { continue };
        let before = position.checked_sub(1).map(|at| &tokens[at]);
        let is_member = matches!(before, Some(Token::Mark('.' | '?')));
        let is_key = tokens.get(position + 1) == Some(&Token::Mark(':'));
        let is_output = before == Some(&Token::Word("output".to_owned()));
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        assert!(
            is_member
                || is_key
                || is_output
                || is_number
                || WORDS.contains(&word.as_str())
                || names.contains(word.as_str()),
            "{path} does not declare {word}"
        );
    }
}

/// The text after `param NAME string =`.
pub(super) fn default_of<'t>(tokens: &'t [Token], name: &str) -> Option<&'t str> {
    let shape = [
        Token::Word("param".to_owned()),
        Token::Word(name.to_owned()),
    ];
    let at = tokens.windows(2).position(|pair| pair == shape)?;
    tokens[at + 2..]
        .iter()
        .take(3)
        .find_map(|token| match token {
            Token::Text(text) => Some(text.as_str()),
            Token::Word(_) | Token::Mark(_) => None,
        })
}

fn bicep_files(plan: &Plan) -> BTreeMap<String, Vec<Token>> {
    let is_bicep = |file: &File| file.path.rsplit('.').next() == Some("bicep");
    bundle(plan)
        .into_iter()
        .filter(is_bicep)
        .map(|file| (file.path, tokens(&file.text)))
        .collect()
}

/// Every plan as it is, with its VNets in groups of their own, and with VNets that exist in another
/// subscription.
fn variants() -> Vec<(String, Plan)> {
    let mut all = Vec::new();
    for (name, plan) in plans() {
        let scattered = samples::with(plan.clone(), |plan| {
            for (number, vnet) in plan.vnets.iter_mut().enumerate() {
                vnet.resource_group = format!("rg-net-{number}");
            }
        });
        let existing = samples::with(plan.clone(), |plan| {
            for vnet in &mut plan.vnets {
                vnet.placement = Placement::Existing;
                vnet.resource_id = format!(
                    "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/{}",
                    vnet.name
                );
            }
        });
        all.push((format!("{name}, as it is"), plan));
        all.push((format!("{name}, scattered"), scattered));
        all.push((format!("{name}, existing"), existing));
    }
    all
}

#[test]
fn every_file_declares_what_it_mentions() {
    for (name, plan) in variants() {
        for (path, tokens) in bicep_files(&plan) {
            assert_whole(&format!("{name}: {path}"), &tokens);
        }
    }
}

#[test]
fn a_module_gets_its_parameters_and_gives_what_others_ask() {
    let mut modules = 0;
    for (name, plan) in variants() {
        let files = bicep_files(&plan);
        let main = &files["bicep/main.bicep"];
        for (kind, symbol, target) in declared(main) {
            if kind != "module" {
                continue;
            }
            modules += 1;
            let path = format!("bicep/{}", target.expect("a file"));
            let file = &files[&path];
            let at = main
                .iter()
                .position(|token| *token == Token::Text(target.unwrap().to_owned()));
            let given = parameters_given(&main[at.unwrap()..]);
            let inside = declared(file);
            let of_kind = |kind: &str| -> BTreeSet<&str> {
                let all = inside.iter().filter(|it| it.0 == kind);
                all.map(|it| it.1).collect()
            };
            assert_eq!(given, of_kind("param"), "{name}: {path}");
            let outputs = of_kind("output");
            for window in main.windows(5) {
                if let [
                    Token::Word(module),
                    _,
                    Token::Word(outputs_word),
                    _,
                    Token::Word(asked),
                ] = window
                    && module == symbol
                    && outputs_word == "outputs"
                {
                    assert!(
                        outputs.contains(asked.as_str()),
                        "{name}: {path} gives {asked}"
                    );
                }
            }
        }
        let files = files.keys().filter(|path| path.contains("/modules/"));
        assert_eq!(
            files.count(),
            declared(main).iter().filter(|it| it.0 == "module").count(),
            "{name}"
        );
    }
    assert!(modules > 10, "{modules}");
}

/// The names inside `params: { … }` of the declaration that starts here.
fn parameters_given(declaration: &[Token]) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut depth = 0;
    let mut inside = false;
    for pair in declaration.windows(2) {
        match &pair[0] {
            Token::Mark('{' | '[' | '(') => depth += 1,
            Token::Mark('}' | ']' | ')') => {
                depth -= 1;
                inside &= depth > 1;
                if depth == 0 {
                    break;
                }
            }
            Token::Word(word) if pair[1] == Token::Mark(':') => {
                if depth == 1 {
                    inside = word == "params";
                } else if depth == 2 && inside {
                    names.insert(word.as_str());
                }
            }
            _ => {}
        }
    }
    names
}

#[test]
fn what_exists_is_referred_to_and_not_created() {
    let plan = samples::with(samples::private_training(), |plan| {
        for vnet in &mut plan.vnets {
            vnet.placement = Placement::Existing;
            vnet.resource_id = "/subscriptions/s1/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet-old".to_owned();
            for subnet in &mut vnet.subnets {
                subnet.placement = Placement::Existing;
            }
        }
    });
    let main = text(&plan, "bicep/main.bicep");
    assert!(
        main.contains(
            "resource vnetOld 'Microsoft.Network/virtualNetworks@2025-07-01' existing = {\n  scope: resourceGroup('s1', 'rg-net')\n  name: 'vnet-old'\n}\n"
        ),
        "{main}"
    );
    assert!(main.contains("' existing = {\n  parent: vnetOld\n  name: 'snet-training'\n}\n"));
    assert!(!main.contains("virtualNetworks@2025-07-01' = {"));
}

#[test]
fn a_secret_is_secure_has_no_default_and_comes_from_the_environment() {
    let plan = samples::everything();
    let main = text(&plan, "bicep/main.bicep");
    assert!(
        main.contains("@secure()\nparam adminPassword string\n"),
        "{main}"
    );
    let values = text(&plan, "bicep/main.bicepparam");
    assert!(
        values.contains("\nparam adminPassword = readEnvironmentVariable('ADMIN_PASSWORD')\n"),
        "{values}"
    );
}

#[test]
fn the_parameters_file_gives_every_parameter_and_no_other() {
    for (name, plan) in variants() {
        let names = |path: &str| -> Vec<String> {
            let tokens = tokens(&text(&plan, path));
            let all = declared(&tokens);
            let parameters = all.iter().filter(|it| it.0 == "param");
            parameters.map(|it| it.1.to_owned()).collect()
        };
        assert_eq!(
            names("bicep/main.bicep"),
            names("bicep/main.bicepparam"),
            "{name}"
        );
    }
}
