//! Security rules as a table for spreadsheets: one row a rule.
//!
//! Headings are found by name, in any order and case, with the words of the portal as well as ours. Reading
//! gives all rules or everything that is wrong with the table. What is absent: any judgement of the rules.

use super::csv;
use super::error::{listed, quoted};
use super::nearest::nearest;
use crate::domain::{SecurityRule, Word};

/// The headings that are written, in order.
const HEADINGS: [&str; 11] = [
    "NSG",
    "Name",
    "Priority",
    "Direction",
    "Access",
    "Protocol",
    "Source",
    "Source ports",
    "Destination",
    "Destination ports",
    "Description",
];

/// What other tools call the same columns, in letters and digits.
const SYNONYMS: &[(&str, &str)] = &[
    ("networksecuritygroup", "NSG"),
    ("rule", "Name"),
    ("rulename", "Name"),
    ("action", "Access"),
    ("sourceaddressprefix", "Source"),
    ("sourceaddressprefixes", "Source"),
    ("sourceportrange", "Source ports"),
    ("sourceportranges", "Source ports"),
    ("sourceport", "Source ports"),
    ("destinationaddressprefix", "Destination"),
    ("destinationaddressprefixes", "Destination"),
    ("destinationportrange", "Destination ports"),
    ("destinationportranges", "Destination ports"),
    ("destinationport", "Destination ports"),
    ("port", "Destination ports"),
    ("ports", "Destination ports"),
    ("notes", "Description"),
];

/// Columns without which a row is no rule.
const REQUIRED: [&str; 5] = ["Name", "Priority", "Direction", "Access", "Protocol"];

/// Something in a table that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: expected {expected}, found {found}")]
pub struct TableError {
    /// Line of the file, from 1.
    pub line: usize,
    /// What should be there.
    pub expected: String,
    /// What is there.
    pub found: String,
}

/// The rules of an NSG as a table.
pub fn security_rules_to_csv(nsg: &str, rules: &[SecurityRule]) -> String {
    let mut table = csv::row(HEADINGS);
    for rule in rules {
        let list = |values: &[String]| values.join("; ");
        table.push_str(&csv::row([
            nsg,
            &rule.name,
            &rule.priority.to_string(),
            rule.direction.label(),
            rule.access.label(),
            rule.protocol.label(),
            &list(&rule.sources),
            &list(&rule.source_ports),
            &list(&rule.destinations),
            &list(&rule.destination_ports),
            &rule.description,
        ]));
    }
    table
}

/// Rules from a table. They have no ids yet.
///
/// # Errors
/// Everything that is wrong with the table, line by line.
pub fn security_rules_from_csv(text: &str) -> Result<Vec<SecurityRule>, Vec<TableError>> {
    let rows = csv::rows(text).map_err(|line| {
        vec![TableError {
            line,
            expected: "a quotation mark at the end of the cell".to_owned(),
            found: "the end of the file".to_owned(),
        }]
    })?;
    let mut rows = rows.into_iter();
    let Some((line, headings)) = rows.next() else {
        return Err(vec![TableError {
            line: 1,
            expected: format!("the headings {}", listed(REQUIRED)),
            found: "an empty file".to_owned(),
        }]);
    };
    let mut errors = Vec::new();
    let columns = Columns::read(line, &headings, &mut errors);
    if !errors.is_empty() {
        return Err(errors);
    }
    let rules: Vec<SecurityRule> = rows
        .map(|(line, cells)| columns.rule(line, &cells, &mut errors))
        .collect();
    if errors.is_empty() {
        Ok(rules)
    } else {
        Err(errors)
    }
}

/// Which heading stands over which cell.
struct Columns(Vec<&'static str>);

impl Columns {
    fn read(line: usize, headings: &[String], errors: &mut Vec<TableError>) -> Self {
        let columns: Vec<&'static str> = headings
            .iter()
            .map(|heading| {
                let letters = letters(heading);
                let ours = HEADINGS
                    .into_iter()
                    .find(|name| self::letters(name) == letters);
                let theirs = || SYNONYMS.iter().find(|(name, _)| *name == letters);
                ours.or_else(|| theirs().map(|(_, name)| *name))
                    .unwrap_or_default()
            })
            .collect();
        for wanted in REQUIRED {
            if !columns.contains(&wanted) {
                let near = nearest(wanted, headings.iter().map(String::as_str));
                let found = match near {
                    Some(near) => quoted(near),
                    None => listed(headings.iter().map(String::as_str)),
                };
                errors.push(TableError {
                    line,
                    expected: format!("a column {}", quoted(wanted)),
                    found,
                });
            }
        }
        Self(columns)
    }

    fn rule(&self, line: usize, cells: &[String], errors: &mut Vec<TableError>) -> SecurityRule {
        let cell = |heading: &str| {
            let at = self.0.iter().position(|column| *column == heading);
            at.and_then(|at| cells.get(at))
                .map_or("", |cell| cell.trim())
        };
        let list = |heading: &str| {
            let values: Vec<String> = cell(heading)
                .split([',', ';', '|'])
                .map(|value| value.trim().to_owned())
                .filter(|value| !value.is_empty())
                .map(|value| {
                    if value.eq_ignore_ascii_case("any") {
                        "*".to_owned()
                    } else {
                        value
                    }
                })
                .collect();
            if values.is_empty() {
                vec!["*".to_owned()]
            } else {
                values
            }
        };
        let mut wrong = |expected: String, text: &str| {
            let found = if text.is_empty() {
                "an empty cell".to_owned()
            } else {
                quoted(text)
            };
            errors.push(TableError {
                line,
                expected,
                found,
            });
        };
        let priority = cell("Priority");
        if priority.parse::<u32>().is_err() {
            wrong("a priority, a whole number".to_owned(), priority);
        }
        SecurityRule {
            name: cell("Name").to_owned(),
            priority: priority.parse().unwrap_or_default(),
            direction: word("Direction", cell("Direction"), &mut wrong),
            access: word("Access", cell("Access"), &mut wrong),
            protocol: match cell("Protocol") {
                "*" => word("Protocol", "any", &mut wrong),
                text => word("Protocol", text, &mut wrong),
            },
            sources: list("Source"),
            source_ports: list("Source ports"),
            destinations: list("Destination"),
            destination_ports: list("Destination ports"),
            description: cell("Description").to_owned(),
            ..SecurityRule::default()
        }
    }
}

/// A word of a vocabulary, by its label or its name in files; the first one after a complaint.
fn word<W: Word + Default>(column: &str, text: &str, wrong: &mut dyn FnMut(String, &str)) -> W {
    let known = W::ALL.iter().find(|word| {
        [word.word(), word.label()]
            .iter()
            .any(|name| name.eq_ignore_ascii_case(text))
    });
    if let Some(known) = known {
        return *known;
    }
    let labels = W::ALL.iter().map(|word| word.label());
    wrong(format!("in {column} one of {}", listed(labels)), text);
    W::default()
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|char| char.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Access, Direction, Protocol};

    fn rule() -> SecurityRule {
        SecurityRule {
            name: "Allow \"it\"".to_owned(),
            priority: 110,
            direction: Direction::Outbound,
            access: Access::Deny,
            protocol: Protocol::Udp,
            sources: vec!["10.0.0.0/24".to_owned(), "10.0.1.0/24".to_owned()],
            source_ports: vec!["*".to_owned()],
            destinations: vec!["Storage.westeurope".to_owned()],
            destination_ports: vec!["443".to_owned(), "8000-8100".to_owned()],
            description: "=1+1, why\nnot".to_owned(),
            ..SecurityRule::default()
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let rules = [
            rule(),
            SecurityRule {
                priority: 111,
                ..rule()
            },
        ];
        let table = security_rules_to_csv("nsg-a", &rules);
        assert_eq!(security_rules_from_csv(&table).expect("a table"), rules);
    }

    #[test]
    fn headings_of_the_portal_are_understood() {
        let table = "Priority,Name,Port,Protocol,Source,Destination,Action,Direction\n\
                     65000,AllowVnet,Any,*,Any,VirtualNetwork,allow,INBOUND\n";
        let rules = security_rules_from_csv(table).expect("a table");
        let [rule] = rules.as_slice() else {
            panic!("one rule")
        };
        assert_eq!(rule.priority, 65000);
        assert_eq!(rule.protocol, Protocol::Any);
        assert_eq!(rule.destination_ports, ["*"]);
        assert_eq!(rule.source_ports, ["*"]);
        assert_eq!(rule.destinations, ["VirtualNetwork"]);
    }

    #[test]
    fn every_mistake_is_named_with_its_line() {
        let table =
            "Name,Priority,Direction,Access,Protocol\na,ten,In,Allow,TCP\n\nb,100,Inbound,,Tcp\n";
        let errors = security_rules_from_csv(table).expect_err("three mistakes");
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "line 2: expected a priority, a whole number, found “ten”",
                "line 2: expected in Direction one of “Inbound”, “Outbound”, found “In”",
                "line 4: expected in Access one of “Allow”, “Deny”, found an empty cell",
            ]
        );
        let errors = security_rules_from_csv("Name,Prority,Direction,Access,Protocol\n")
            .expect_err("a heading is missing");
        assert_eq!(
            errors[0].to_string(),
            "line 1: expected a column “Priority”, found “Prority”"
        );
        let errors = security_rules_from_csv("").expect_err("nothing");
        assert!(errors[0].to_string().ends_with("found an empty file"));
    }
}
