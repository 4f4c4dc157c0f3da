//! Whatever a person types, the files parse and mean the same.

use azureml_vnet_wizard::domain::{Plan, Tag, TagId};
use azureml_vnet_wizard::exports::{File, bundle};
use azureml_vnet_wizard::samples;
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::azureml::yaml;
use super::bicep::{assert_whole, default_of, tokens};
use super::cli::{SECRETS, calls, option, power_shell_literals};
use super::{hostile_papers, terraform};

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
pub(super) fn with_text(text: &str) -> Plan {
    let own = || text.to_owned();
    samples::with(samples::everything(), |plan| {
        plan.basics.title = own();
        plan.basics.tags = vec![Tag {
            id: TagId(9000),
            name: own(),
            value: own(),
        }];
        for vnet in &mut plan.vnets {
            vnet.name = own();
            vnet.subnets
                .iter_mut()
                .for_each(|subnet| subnet.name = own());
        }
        plan.nsgs.iter_mut().for_each(|nsg| nsg.name = own());
        plan.workspace.name = own();
        plan.clusters
            .iter_mut()
            .for_each(|cluster| cluster.name = own());
        for endpoint in &mut plan.batch_endpoints {
            endpoint.name = own();
            endpoint.description = own();
        }
        for endpoint in &mut plan.private_endpoints {
            endpoint.name = own();
        }
        for rule in plan.nsgs.iter_mut().flat_map(|nsg| &mut nsg.rules) {
            rule.description = own();
        }
        plan.jump_hosts
            .iter_mut()
            .for_each(|host| host.name = own());
        plan.route_tables
            .iter_mut()
            .for_each(|table| table.name = own());
    })
}

/// What Azure Resource Manager reads in a string that is no expression of ours but holds a text.
fn read_back(written: &str) -> String {
    if let Some(quoted) = written
        .strip_prefix("[concat('")
        .and_then(|rest| rest.strip_suffix("')]"))
    {
        quoted.replace("''", "'")
    } else {
        let escaped = written
            .strip_prefix('[')
            .filter(|rest| rest.starts_with('[') && rest.ends_with(']'));
        escaped.unwrap_or(written).to_owned()
    }
}

/// True if a string in brackets is an expression that ends where it should: quotes and parentheses match.
fn is_whole(expression: &str) -> bool {
    let inside = expression
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .expect("in brackets");
    let mut depth = 0_i32;
    let mut quoted = false;
    for character in inside.chars() {
        match character {
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            character
                if !(quoted
                    || character.is_ascii_alphanumeric()
                    || "_,. []".contains(character)) =>
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

/// Every file, made once, read by the readers of its syntax.
fn check(typed: &str) -> Vec<File> {
    let files = bundle(&with_text(typed));
    let json = |path: &str| -> Value {
        let file = files.iter().find(|file| file.path == path);
        serde_json::from_str(&file.expect("a file").text).expect("JSON")
    };
    check_arm(typed, json("arm/azuredeploy.json"));
    let values = json("arm/azuredeploy.parameters.json");
    assert_eq!(values["parameters"]["workspaceName"]["value"], typed.trim());
    check_yaml(typed, &files);
    check_terraform(typed, &files);
    check_bicep(typed, &files);
    check_cli(typed, &files);
    hostile_papers::check(typed, &files);
    files
}

/// What bash calls `az` with, and the literals that PowerShell reads. No command line holds NUL.
fn check_cli(typed: &str, files: &[File]) {
    let trimmed = typed.trim().replace('\0', "");
    let script = |path: &str| {
        &files
            .iter()
            .find(|file| file.path == path)
            .expect("a file")
            .text
    };
    let calls = calls("hostile", script("cli/deploy.sh"), SECRETS);
    let mut seen = 0;
    for call in &calls {
        let words: Vec<&str> = call.iter().map(String::as_str).take(3).collect();
        match words[..] {
            ["ml", "workspace", "create"] | ["network", "vnet" | "nsg", "create"] => {
                assert_eq!(
                    option(call, "--name").map(str::trim),
                    Some(trimmed.trim()),
                    "{call:?}"
                );
                seen += 1;
            }
            _ => {}
        }
    }
    assert!(seen >= 3, "{calls:?}");
    let literals = power_shell_literals(script("cli/deploy.ps1"));
    assert!(literals.contains(&trimmed), "{literals:?}");
}

fn check_bicep(typed: &str, files: &[File]) {
    let trimmed = typed.trim();
    let mut seen = 0;
    for file in files.iter().filter(|file| file.path.starts_with("bicep/")) {
        let tokens = tokens(&file.text);
        if file.path.rsplit('.').next() == Some("bicep") {
            assert_whole(&file.path, &tokens);
        }
        if file.path == "bicep/main.bicep" {
            assert_eq!(default_of(&tokens, "workspaceName"), Some(trimmed));
        }
        seen += 1;
    }
    assert!(seen >= 2, "{seen}");
}

fn check_arm(typed: &str, template: Value) {
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

fn check_yaml(typed: &str, files: &[File]) {
    let trimmed = typed.trim();
    let mut seen = Vec::new();
    for file in files {
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
        seen.push(&file.path);
    }
    assert!(seen.len() >= 8, "{seen:?}");
}

/// The texts read back as themselves, and no text makes or swallows a block.
fn check_terraform(typed: &str, files: &[File]) {
    let trimmed = typed.trim();
    let mut blocks = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.starts_with("terraform/"))
    {
        let body: hcl::Body = hcl::parse(&file.text)
            .unwrap_or_else(|error| panic!("{}: {error}\n{}", file.path, file.text));
        assert_eq!(body.attributes().count(), 0, "{}", file.path);
        blocks.extend(body.into_blocks());
    }
    let count = |kind: &str| {
        let all = blocks.iter();
        all.filter(|block| {
            block
                .labels()
                .first()
                .is_some_and(|label| label.as_str() == kind)
        })
        .count()
    };
    let plan = samples::everything();
    assert_eq!(count("azurerm_virtual_network"), plan.vnets.len());
    assert_eq!(count("azurerm_network_security_group"), plan.nsgs.len());
    assert_eq!(
        count("azurerm_machine_learning_compute_cluster"),
        plan.clusters.len()
    );
    let name = terraform::text_of(terraform::variable(&blocks, "workspace_name"), "default");
    assert_eq!(name.as_deref(), Some(trimmed));
    for block in &blocks {
        let kind = block.labels().first().map(hcl::BlockLabel::as_str);
        let is_named = matches!(
            kind,
            Some("azurerm_network_security_group" | "azurerm_machine_learning_compute_cluster")
        );
        if is_named {
            // Spaces around the name of an NSG are kept.
            let name = terraform::text_of(block, "name").expect("a text");
            assert_eq!(name.trim(), trimmed);
        }
    }
    let tags = terraform::variable(&blocks, "tags").body().attributes();
    let tags = tags
        .into_iter()
        .find(|it| it.key() == "default")
        .expect("tags");
    let hcl::Expression::Object(tags) = tags.expr() else {
        panic!("no object: {:?}", tags.expr());
    };
    let found: Vec<(String, String)> = tags
        .iter()
        .map(|(name, value)| (key_text(name), value_text(value)))
        .collect();
    let expected = (!trimmed.is_empty()).then(|| (trimmed.to_owned(), trimmed.to_owned()));
    assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
}

fn key_text(key: &hcl::ObjectKey) -> String {
    match key {
        hcl::ObjectKey::Identifier(name) => name.to_string(),
        hcl::ObjectKey::Expression(value) => value_text(value),
        other => panic!("{other:?}"),
    }
}

fn value_text(value: &hcl::Expression) -> String {
    match value {
        hcl::Expression::String(text) => text.clone(),
        other => panic!("not plain text: {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_is_itself_in_every_file(typed in hostile()) {
        check(&typed);
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
        "${var.location}",
        "$${x}%%{y}",
        "%${x}$%{if true}",
        "$\"}\nresource \"a\" \"b\" {}",
        "\\",
        "100%",
        "$",
        "a|b\n# x <script> [l](javascript:alert(1)) `c`",
        "=cmd|' /C calc'!A0",
        "a\"]; end\n%%{init: {}}%% --> #quot;</td><script>",
    ] {
        let files = check(typed);
        if typed.contains("<script>") {
            hostile_papers::check_report(&files);
        }
    }
}
