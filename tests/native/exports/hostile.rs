//! Whatever a person types, the files parse and mean the same.

use azureml_vnet_wizard::domain::{Plan, Tag, TagId};
use azureml_vnet_wizard::exports::bundle;
use azureml_vnet_wizard::samples;
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::azureml::yaml;
use super::{arm, text};

/// Text with everything that some syntax takes for its own.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just("'".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\n".to_owned()),
        Just("\r\n- x: y".to_owned()),
        Just("\u{85}".to_owned()),
        Just("\u{2028}".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("\0".to_owned()),
        Just("# ".to_owned()),
        Just(": ".to_owned()),
        Just("${x}$(x)`x`".to_owned()),
        Just("{{}}".to_owned()),
        Just("parameters('x')".to_owned()),
        Just("true".to_owned()),
        Just("0x1".to_owned()),
        Just("|".to_owned()),
        Just("😀".to_owned()),
        "\\PC{0,4}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat())
}

/// A plan with this text wherever a person can type.
fn with_text(text: &str) -> Plan {
    samples::with(samples::everything(), |plan| {
        plan.basics.title = text.to_owned();
        plan.basics.tags = vec![Tag {
            id: TagId(9000),
            name: text.to_owned(),
            value: text.to_owned(),
        }];
        for vnet in &mut plan.vnets {
            vnet.name = text.to_owned();
            vnet.subnets
                .iter_mut()
                .for_each(|subnet| subnet.name = text.to_owned());
        }
        plan.nsgs
            .iter_mut()
            .for_each(|nsg| nsg.name = text.to_owned());
        plan.workspace.name = text.to_owned();
        plan.clusters
            .iter_mut()
            .for_each(|cluster| cluster.name = text.to_owned());
        for endpoint in &mut plan.batch_endpoints {
            endpoint.name = text.to_owned();
            endpoint.description = text.to_owned();
        }
    })
}

/// What Azure Resource Manager reads in a string that is no expression of ours but holds a text.
fn read_back(written: &str) -> String {
    if let Some(quoted) = written
        .strip_prefix("[concat('")
        .and_then(|rest| rest.strip_suffix("')]"))
    {
        quoted.replace("''", "'")
    } else if written.starts_with("[[") && written.ends_with(']') {
        written[1..].to_owned()
    } else {
        written.to_owned()
    }
}

/// True if a string in brackets is an expression that ends where it should: quotes and parentheses match.
fn is_whole(expression: &str) -> bool {
    let inside = &expression[1..expression.len() - 1];
    let mut depth = 0_i32;
    let mut quoted = false;
    for character in inside.chars() {
        match character {
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            character
                if !quoted
                    && !(character.is_ascii_alphanumeric() || "_,. []".contains(character)) =>
            {
                return false;
            }
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0 && !quoted
}

fn each_string(value: &Value, visit: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(values) => values.iter().for_each(|value| each_string(value, visit)),
        Value::Object(entries) => {
            for (name, value) in entries {
                visit(name);
                each_string(value, visit);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn check_arm(typed: &str) {
    let plan = with_text(typed);
    let template = arm(&plan);
    let trimmed = typed.trim();
    let tags = &template["parameters"]["tags"]["defaultValue"];
    let expected: Vec<(String, String)> = if trimmed.is_empty() {
        Vec::new()
    } else {
        vec![(trimmed.to_owned(), trimmed.to_owned())]
    };
    let found: Vec<(String, String)> = tags
        .as_object()
        .expect("tags")
        .iter()
        .map(|(name, value)| (read_back(name), read_back(value.as_str().expect("text"))))
        .collect();
    assert_eq!(found, expected);
    let name = template["parameters"]["workspaceName"]["defaultValue"]
        .as_str()
        .expect("text");
    assert_eq!(read_back(name), trimmed);
    assert_eq!(template["metadata"]["plan"]["title"], trimmed);
    let mut evaluated = template;
    evaluated["metadata"] = Value::Object(Map::new());
    each_string(&evaluated, &mut |text| {
        if text.starts_with('[') && text.ends_with(']') && !text.starts_with("[[") {
            assert!(is_whole(text), "{text}");
        }
    });
}

fn check_parameters(typed: &str) {
    let plan = with_text(typed);
    let values: Value =
        serde_json::from_str(&text(&plan, "arm/azuredeploy.parameters.json")).expect("JSON");
    assert_eq!(values["parameters"]["workspaceName"]["value"], typed.trim());
}

fn check_yaml(typed: &str) {
    let trimmed = typed.trim();
    let mut seen = Vec::new();
    for file in bundle(&with_text(typed)) {
        if !file.path.starts_with("azureml/") {
            continue;
        }
        let document = yaml(&file.text);
        let keys: Vec<&str> = document
            .as_mapping()
            .expect("a mapping")
            .keys()
            .filter_map(|key| key.as_str())
            .collect();
        assert_eq!(
            keys[0], "$schema",
            "a comment cannot end early: {}",
            file.text
        );
        if let Some(tags) = document.as_mapping_get("tags") {
            assert_eq!(tags[trimmed].as_str(), Some(trimmed));
        }
        let schema = document["$schema"].as_str().expect("text");
        if schema.contains("workspace") || schema.contains("amlCompute") {
            assert_eq!(document["name"].as_str(), Some(trimmed));
        }
        if schema.contains("batchEndpoint") && !trimmed.is_empty() {
            assert_eq!(document["description"].as_str(), Some(trimmed));
        }
        seen.push(file.path);
    }
    assert!(seen.len() >= 8, "{seen:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_name_is_itself_in_the_template(typed in hostile()) {
        check_arm(&typed);
    }

    #[test]
    fn any_name_is_itself_in_the_parameters(typed in hostile()) {
        check_parameters(&typed);
    }

    #[test]
    fn any_name_is_itself_in_yaml(typed in hostile()) {
        check_yaml(&typed);
    }
}

#[test]
fn the_worst_names_are_themselves() {
    for typed in [
        "[parameters('adminPassword')]",
        "[[x]",
        "[[x",
        "[x",
        "']), '[",
        "it's",
        "null",
        "a: b # c",
        "---",
        "\u{feff}x",
        "x\u{2028}y: z",
    ] {
        check_arm(typed);
        check_parameters(typed);
        check_yaml(typed);
    }
}
