//! What a person reads when a file is not a plan that can be opened, word for word.

use azureml_vnet_wizard::document::{decode, encode, schema};
use azureml_vnet_wizard::exports::check_report;
use expect_test::{Expect, expect};

use crate::support::every_record;

/// What is wrong with a text, one message a line.
fn errors(text: &str) -> String {
    let errors = decode(text).expect_err("the text is no plan");
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

#[track_caller]
fn check(text: &str, expected: &Expect) {
    expected.assert_eq(&errors(text));
}

/// Checks a document with these fields beside the version.
#[track_caller]
fn check_fields(fields: &str, expected: &Expect) {
    check(&format!(r#"{{"schema_version": 1, {fields}}}"#), expected);
}

#[test]
fn says_what_type_is_expected() {
    check_fields(
        r#""basics": {"title": 7, "tags": {}, "region": null}, "dns": {"forwarders_confirmed": "yes"}"#,
        &expect![[r#"
            /basics/title: expected a text, found 7
            /basics/region: expected a text, found null
            /basics/tags: expected a list, found an object
            /dns/forwarders_confirmed: expected true or false, found the text “yes”"#]],
    );
    check_fields(
        r#""workspace": [], "peerings": "none""#,
        &expect![[r#"
        /peerings: expected a list, found the text “none”
        /workspace: expected an object, found a list"#]],
    );
}

#[test]
fn says_which_numbers_are_expected() {
    check_fields(
        r#""clusters": [{"id": 1, "max_nodes": -1, "min_nodes": 1.5, "idle_seconds": 4294967296}]"#,
        &expect![[r#"
            /clusters/0/min_nodes: expected a whole number from 0 to 4294967295, found 1.5
            /clusters/0/max_nodes: expected a whole number from 0 to 4294967295, found -1
            /clusters/0/idle_seconds: expected a whole number from 0 to 4294967295, found 4294967296"#]],
    );
}

#[test]
fn says_which_words_are_expected_and_which_was_meant() {
    check_fields(
        r#""vnets": [{"id": 1, "role": "JumpHost", "placement": "old"}]"#,
        &expect![[r#"
            /vnets/0/role: expected one of “workspace”, “jump_host”, “hub”, “other” (did you mean “jump_host”?), found the text “JumpHost”
            /vnets/0/placement: expected one of “new”, “existing”, found the text “old”"#]],
    );
}

#[test]
fn says_which_fields_are_known_and_which_was_meant() {
    check_fields(
        r#""gateways": [{"id": 1, "vnets": null}], "on_premises": {"range/s": []}"#,
        &expect![[r#"
            /on_premises/range~1s: expected one of “link”, “prefixes”, found the field “range/s”
            /gateways/0/vnets: expected one of “id”, “name”, “vnet”, “kind” (did you mean “vnet”?), found the field “vnets”"#]],
    );
}

#[test]
fn says_which_id_is_missing_or_out_of_range() {
    check_fields(
        r#""nsgs": [{"name": "a"}, {"id": null}, {"id": 0}, {"id": 1000000001}, {"id": 5, "rules": [{}]}]"#,
        &expect![[r#"
            /nsgs/0/id: expected a whole number from 1 to 1000000000, found nothing
            /nsgs/1/id: expected a whole number from 1 to 1000000000, found null
            /nsgs/2/id: expected a whole number from 1 to 1000000000, found 0
            /nsgs/3/id: expected a whole number from 1 to 1000000000, found 1000000001
            /nsgs/4/rules/0/id: expected a whole number from 1 to 1000000000, found nothing"#]],
    );
}

#[test]
fn says_which_ids_clash() {
    check_fields(
        r#""vnets": [
            {"id": 1, "subnets": [{"id": 1}, {"id": 2}]},
            {"id": 2, "subnets": [{"id": 2}]},
            {"id": 1}
        ]"#,
        &expect![[r#"
            /vnets/1/subnets/0/id: expected an id that no other subnet has, found 2, the id of /vnets/0/subnets/1
            /vnets/2/id: expected an id that no other VNet has, found 1, the id of /vnets/0"#]],
    );
}

#[test]
fn says_which_references_lead_nowhere() {
    check_fields(
        r#""vnets": [{"id": 1}],
        "clusters": [{"id": 2, "subnet": 99}],
        "firewalls": [{"id": 3, "vnet": 2}],
        "dns": {"zones": [{"id": 4, "links": [1, 7]}]}"#,
        &expect![[r#"
            /firewalls/0/vnet: expected the id of a VNet in this plan, found 2
            /dns/zones/0/links/1: expected the id of a VNet in this plan, found 7
            /clusters/0/subnet: expected the id of a subnet in this plan, found 99"#]],
    );
}

#[test]
fn wants_a_choice_in_a_list_of_references() {
    check_fields(
        r#""dns": {"zones": [{"id": 4, "links": [null]}]}"#,
        &expect!["/dns/zones/0/links/0: expected a whole number from 1 to 1000000000, found null"],
    );
}

#[test]
fn blames_no_reference_while_its_item_cannot_be_read() {
    check_fields(
        r#""vnets": [{"id": "one"}], "firewalls": [{"id": 3, "vnet": 1}]"#,
        &expect!["/vnets/0/id: expected a whole number from 1 to 1000000000, found the text “one”"],
    );
}

#[test]
fn says_where_the_json_breaks() {
    check(
        "{\n  \"schema_version\": 1,\n  \"vnets\": [1 2]\n}",
        &expect!["expected JSON, found a mistake at line 3, column 15: expected `,` or `]`"],
    );
    check(
        "{\"schema_version\": 1,",
        &expect!["expected JSON, found a text that breaks off at line 1, column 21"],
    );
    check(
        "schema_version: 1",
        &expect!["expected JSON, found a mistake at line 1, column 1: expected value"],
    );
    check(
        "{\"schema_version\": 1} x",
        &expect!["expected JSON, found a mistake at line 1, column 23: trailing characters"],
    );
}

#[test]
fn says_which_key_stands_twice() {
    check_fields(
        "\"basics\": {\n\"title\": \"a\",\n\"title\": \"b\"}",
        &expect!["expected each key of an object once, found “title” twice at line 3, column 13"],
    );
}

#[test]
fn says_which_versions_it_reads() {
    check(
        r#"{"schema_version": 2, "anything": []}"#,
        &expect![
            "/schema_version: expected 1, the version that this app reads, found 2, written by a newer version of the app"
        ],
    );
    check(
        r#"{"schema_version": "1"}"#,
        &expect![
            "/schema_version: expected 1, the version that this app reads, found the text “1”"
        ],
    );
    check(
        r#"{"schema_version": 0}"#,
        &expect!["/schema_version: expected 1, the version that this app reads, found 0"],
    );
    check(
        r#"{"vnets": []}"#,
        &expect!["/schema_version: expected 1, the version that this app reads, found nothing"],
    );
}

#[test]
fn says_what_another_file_looks_like() {
    for (text, expected) in [
        ("", expect!["expected a plan file, found an empty file"]),
        (" \n", expect!["expected a plan file, found an empty file"]),
        (
            "[]",
            expect!["expected a plan, an object with “schema_version”, found a list"],
        ),
        (
            "3",
            expect!["expected a plan, an object with “schema_version”, found 3"],
        ),
        (
            "{}",
            expect!["expected a plan, an object with “schema_version”, found an empty object"],
        ),
        (
            r#"{"name": "x", "version": "1.0.0"}"#,
            expect![
                "expected a plan, an object with “schema_version”, found an object with “name”, “version”"
            ],
        ),
        (
            r#"{"$schema": "s", "contentVersion": "1.0.0.0", "resources": []}"#,
            expect!["expected a plan, an object with “schema_version”, found an ARM template"],
        ),
        (
            r#"{"$schema": "s", "contentVersion": "1.0.0.0", "parameters": {}}"#,
            expect![
                "expected a plan, an object with “schema_version”, found a parameter file of an ARM template"
            ],
        ),
        (
            r#"[{"id": "/subscriptions/0/x", "addressSpace": {}}]"#,
            expect![
                "expected a plan, an object with “schema_version”, found a list of virtual networks from the Azure CLI"
            ],
        ),
        (
            r#"{"id": "/subscriptions/0/x", "addressSpace": {}}"#,
            expect![
                "expected a plan, an object with “schema_version”, found a virtual network from the Azure CLI"
            ],
        ),
        (
            r#"[{"id": "/subscriptions/0/x"}]"#,
            expect![
                "expected a plan, an object with “schema_version”, found a list of resources from the Azure CLI"
            ],
        ),
        (
            r#"{"id": "/subscriptions/0/x"}"#,
            expect![
                "expected a plan, an object with “schema_version”, found a resource from the Azure CLI"
            ],
        ),
        (
            r#"{"format_version": "1.2", "terraform_version": "1.9.0"}"#,
            expect![
                "expected a plan, an object with “schema_version”, found a Terraform state or plan"
            ],
        ),
        (
            "<svg></svg>",
            expect!["expected JSON, found an XML, SVG or HTML file"],
        ),
        (
            "PK\u{3}\u{4}\u{0}",
            expect!["expected JSON, found a zip archive: open the plan.json inside it"],
        ),
    ] {
        check(text, &expected);
    }
    check(
        &schema(),
        &expect!["expected a plan, an object with “schema_version”, found a JSON Schema"],
    );
    check(
        &check_report(&every_record()),
        &expect!["expected a plan, an object with “schema_version”, found a report about a plan"],
    );
}

#[test]
fn refuses_a_file_that_is_too_large_before_reading_it() {
    check(
        &" ".repeat(5_000_001),
        &expect!["expected a plan file of at most 5 MB, found 6 MB"],
    );
    let mut plan = every_record();
    plan.basics.title = "x".repeat(4_900_000);
    assert_eq!(decode(&encode(&plan)), Ok(plan));
}

#[test]
fn survives_deep_nesting() {
    check(
        &"[".repeat(100_000),
        &expect!["expected JSON, found a mistake at line 1, column 128: recursion limit exceeded"],
    );
}

#[test]
fn stops_after_a_hundred_errors() {
    let tags = vec!["0"; 5_000].join(",");
    let text = format!(r#"{{"schema_version": 1, "basics": {{"tags": [{tags}]}}}}"#);
    assert_eq!(decode(&text).expect_err("no tags").len(), 100);
}

#[test]
fn shows_long_and_many_line_texts_in_one_short_line() {
    check_fields(
        "\"basics\": {\"cloud\": \"a long text\\nin lines that goes on for more than forty characters\"}",
        &expect![
            "/basics/cloud: expected one of “public”, “us_government”, “china”, found the text “a long text in lines that goes on for mo…”"
        ],
    );
}
