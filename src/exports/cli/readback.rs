//! `cli/readback.sh`: reads what stands and compares it with the plan, setting by setting. Changes nothing.
//!
//! The plan's side of the table is the body of each resource, the same one that the templates print; a query
//! asks Azure for the value at the same path. Absent are values that Azure keeps to itself (secrets) or writes
//! in a way of its own, and tags, which teams change on their own.

use super::body::{Words, attribute_variable};
use super::command::{Command, Word};
use super::script::{Script, Shell, one_line};
use super::steps;
use crate::deployment::arm_body::{arm_body, arm_type};
use crate::deployment::resource::{NetworkInterface, RoleAssignment};
use crate::deployment::{
    Attribute, Deployment, Key, Node, Object, ParameterKind, Resource, Target, Value,
};
use crate::domain::{Direction, Item, Protocol, SubnetId};
use crate::exports::{File, Input, shell};
use crate::flow::{Border, Endpoint, Packet, Verdict, verify};
use crate::topology::Prefixes;

/// Ends of paths whose values Azure writes in a way of its own: durations, and counts that scale.
const NOT_COMPARED: &[&str] = &[".nodeIdleTimeBeforeScaleDown", ".count"];

/// An address on the internet that belongs to nobody (RFC 5737).
const OUTSIDE: &str = "203.0.113.10";

/// Ports of remote login: SSH and RDP.
const REMOTE_LOGIN: [u16; 2] = [22, 3389];

/// How the script begins.
const BEGIN: &str = r#"#
# Prints every setting of the plan beside what stands in Azure, and changes nothing.
# Ends with status 1 if something differs.
set -euo pipefail
export AZURE_CORE_OUTPUT=none AZURE_CORE_ONLY_SHOW_ERRORS=true
differs=0

# One line of the table: resource, setting, plan, real.
row() {
  local verdict=ok
  shopt -s nocasematch
  if [[ $4 != "$3" ]]; then
    verdict=differs
    differs=1
  fi
  shopt -u nocasematch
  printf '%-8s| %s | %s | %s | %s\n' "$verdict" "$1" "$2" "$3" "$4"
}

# Resource, id and API version, then name, query and plan of each setting.
compare() {
  local resource=$1 id=$2 version=$3 queries='' real='' line='' i=0
  local settings=() plans=()
  shift 3
  while [ $# -gt 0 ]; do
    settings+=("$1")
    queries+="$2, "
    plans+=("$3")
    shift 3
  done
  if ! real=$(az resource show --ids "$id" --api-version "$version" --query "[$queries'end']" --output tsv 2>/dev/null); then
    row "$resource" '(all)' 'exists' 'not found'
    return
  fi
  while IFS= read -r line && [ "$i" -lt ${#settings[@]} ]; do
    row "$resource" "${settings[$i]}" "${plans[$i]}" "$line"
    i=$((i + 1))
  done <<<"$real"
  if [ "$i" -lt ${#settings[@]} ]; then
    row "$resource" '(all)' 'readable' 'not readable'
  fi
}

# Title, scope, role, object id.
compare_role() {
  local count
  count=$(az role assignment list --scope "$2" --role "$3" --query "length([?principalId=='$4'])" --output tsv 2>/dev/null) || count=0
  if [ "${count:-0}" -gt 0 ]; then row "$1" 'assigned' 'yes' 'yes'; else row "$1" 'assigned' 'yes' 'no'; fi
}

# Title, VM, direction, local address and port, remote address and port, verdict of the plan.
flow() {
  local real
  real=$(az network watcher test-ip-flow --vm "$2" --direction "$3" --protocol TCP --local "$4" --remote "$5" --query access --output tsv 2>/dev/null) || real='no answer'
  row "$1" "$3 $4 - $5" "$6" "$real"
}
"#;

/// How the script ends.
const END: &str = r#"
if [ "$differs" = 0 ]; then echo 'Everything is as planned.'; else echo 'Some settings differ from the plan.'; fi
exit "$differs"
"#;

pub(super) fn file(input: &Input<'_>) -> File {
    let mut script = Script {
        shell: Shell::Bash,
        only_differences: false,
        text: String::new(),
    };
    script.line("#!/usr/bin/env bash");
    super::head(input, &mut script);
    script.text.push_str(BEGIN);
    super::values(input, &mut script, false);
    script.line("");
    script.line(r"printf '%-8s| %s | %s | %s | %s\n' verdict resource setting plan real");
    let words = Words {
        deployment: &input.deployment,
    };
    for node in &input.deployment.nodes {
        if let Resource::RoleAssignment(role) = &node.resource {
            compare_role(words, &mut script, role);
        } else {
            compare(words, &mut script, node);
        }
    }
    flows(input, words, &mut script);
    script.text.push_str(END);
    File {
        path: "cli/readback.sh".to_owned(),
        purpose: "After the deployment: prints the plan beside what stands, setting by setting. Changes nothing.",
        media_type: "text/plain",
        text: script.text,
    }
}

/// A setting of a resource: its name for a person, how to ask for it, and what the plan says.
struct Setting {
    name: String,
    query: String,
    plan: Word,
}

fn compare(words: Words<'_>, script: &mut Script, node: &Node) {
    let mut settings = Vec::new();
    if let Some(name) = node.names.last() {
        settings.push(Setting {
            name: "name".to_owned(),
            query: "to_string(name)".to_owned(),
            plan: words.word(name),
        });
    }
    let body = arm_body(node);
    for (name, value) in body.iter() {
        if !matches!(name, "tags" | "scope") {
            collect(words, value, name, name, &mut settings);
        }
    }
    script.line("");
    let depth = usize::from(node.condition.is_some());
    if let Some(Value::NotEmpty(value)) = &node.condition
        && let Value::Param(name) = value.as_ref()
    {
        script.line(&["if [ -n \"$", &shell::variable(name), "\" ]; then"].concat());
    }
    let title = Word::text(one_line(&words.title(node)));
    let version = Word::text(arm_type(&node.resource).api_version);
    let mut line = "  ".repeat(depth);
    line.push_str("compare");
    for word in [title, words.id_of(node), version] {
        line.push(' ');
        line.push_str(&script.word(&word));
    }
    script.text.push_str(&line);
    for setting in settings {
        script.text.push_str(" \\\n");
        script.text.push_str(&"  ".repeat(depth + 1));
        let parts = [
            Word::text(setting.name),
            Word::text(setting.query),
            setting.plan,
        ];
        let parts: Vec<String> = parts.iter().map(|word| script.word(word)).collect();
        script.text.push_str(&parts.join(" "));
    }
    script.line("");
    if node.condition.is_some() {
        script.end(0);
    }
}

/// Adds what a value of the body has to say. `path` is for people, `query` for Azure.
fn collect(words: Words<'_>, value: &Value, path: &str, query: &str, all: &mut Vec<Setting>) {
    if NOT_COMPARED.iter().any(|end| path.ends_with(end)) {
        return;
    }
    match value {
        Value::Object(object) => {
            for (name, value) in object.iter() {
                let path = [path, ".", name].concat();
                let query = [query, ".", &member(name)].concat();
                collect(words, value, &path, &query, all);
            }
        }
        Value::List(values) => collect_list(words, values, path, query, all),
        Value::Param(name) if !is_plain_parameter(words.deployment, name) => {}
        Value::Text(text) if text.chars().any(char::is_control) => {}
        Value::Text(_)
        | Value::Int(_)
        | Value::Bool(_)
        | Value::Param(_)
        | Value::Attribute(_, Attribute::Id) => all.push(Setting {
            name: path.to_owned(),
            query: ["to_string(", query, ")"].concat(),
            plan: words.word(value),
        }),
        Value::Attribute(..)
        | Value::KeyedById(_)
        | Value::RoleDefinition(_)
        | Value::Guid(_)
        | Value::TenantId
        | Value::NotEmpty(_) => {}
    }
}

/// Lists of texts are compared whatever their order; items with a name are found by it.
fn collect_list(
    words: Words<'_>,
    values: &[Value],
    path: &str,
    query: &str,
    all: &mut Vec<Setting>,
) {
    let texts: Vec<&str> = values.iter().filter_map(text_of).collect();
    if !values.is_empty() && texts.len() == values.len() {
        let mut texts = texts;
        texts.sort_unstable();
        if !texts.iter().any(|text| text.chars().any(char::is_control)) {
            all.push(Setting {
                name: path.to_owned(),
                query: ["join(',', sort((", query, ") || `[]`))"].concat(),
                plan: Word::text(texts.join(",")),
            });
        }
        return;
    }
    for (position, value) in values.iter().enumerate() {
        let name = if let Value::Object(object) = value {
            name_of(object)
        } else {
            None
        };
        let number = position.to_string();
        if let (Some(name), Value::Object(object)) = (name, value) {
            let found = [query, "[?name==", &raw(name), "] | [0]"].concat();
            for (member_name, value) in object.iter().filter(|(it, _)| *it != "name") {
                let path = [path, ".", &one_line(name), ".", member_name].concat();
                let query = [&found, ".", &member(member_name)].concat();
                collect(words, value, &path, &query, all);
            }
        } else {
            let path = [path, "[", &number, "]"].concat();
            let query = [query, "[", &number, "]"].concat();
            collect(words, value, &path, &query, all);
        }
    }
}

fn text_of(value: &Value) -> Option<&str> {
    if let Value::Text(text) = value {
        Some(text)
    } else {
        None
    }
}

fn name_of(object: &Object) -> Option<&str> {
    let (_, value) = object.iter().find(|(name, _)| *name == "name")?;
    text_of(value)
}

fn is_plain_parameter(deployment: &Deployment, name: &str) -> bool {
    let parameter = deployment.parameter(name);
    parameter.is_some_and(|parameter| parameter.kind == ParameterKind::Text)
}

/// A name in a `JMESPath` query.
fn member(name: &str) -> String {
    let is_bare = name
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || character == '_');
    if is_bare {
        name.to_owned()
    } else {
        serde_json::Value::from(name).to_string()
    }
}

/// A text in a `JMESPath` query. A JSON literal, because a raw one cannot end with a backslash.
fn raw(text: &str) -> String {
    let literal = serde_json::Value::from(text).to_string();
    ["`", &literal.replace('`', "\\u0060"), "`"].concat()
}

fn compare_role(words: Words<'_>, script: &mut Script, role: &RoleAssignment) {
    let Some(Target::New(principal)) = words.deployment.find(&role.principal) else {
        return;
    };
    let attribute = role.principal_attribute;
    let variable = attribute_variable(&role.principal, attribute);
    let query = if attribute == Attribute::SystemPrincipalId {
        "identity.principalId"
    } else {
        "properties.principalId"
    };
    // Not by the command of its own group: that of workspaces is in an extension, and a script that changes
    // nothing adds none.
    let read = Command::new("resource show")
        .with("--ids", words.id(&role.principal))
        .say("--api-version", arm_type(&principal.resource).api_version)
        .say("--query", query)
        .say("--output", "tsv");
    script.line("");
    read_or_nothing(script, &variable, &read);
    let on = words.deployment.planned_id(&role.on);
    let title = [
        role.role.name,
        " on ",
        on.as_ref().map_or("", |on| on.name()),
    ]
    .concat();
    let parts = [
        Word::text(one_line(&title)),
        words.id(&role.on),
        Word::text(role.role.id),
        Word::variable(variable),
    ];
    call(script, "compare_role", &parts);
}

/// Asks for a value that may not be there.
fn read_or_nothing(script: &mut Script, variable: &str, command: &Command) {
    script.run(
        0,
        &[variable, "=$(az "].concat(),
        command,
        &[" 2>/dev/null) || ", variable, "=''"].concat(),
    );
}

fn call(script: &mut Script, function: &str, words: &[Word]) {
    let mut line = function.to_owned();
    for word in words {
        line.push(' ');
        line.push_str(&script.word(word));
    }
    script.line(&line);
}

/// Asks Network Watcher about each machine: the way out, the way in for strangers, and the way to the private
/// endpoints, each with the plan's own verdict.
fn flows(input: &Input<'_>, words: Words<'_>, script: &mut Script) {
    let prefixes: Prefixes = input
        .context
        .plan
        .subnets()
        .filter_map(|(_, subnet)| Some((subnet.id, input.context.prefix(subnet.id)?)))
        .collect();
    for node in &input.deployment.nodes {
        let Resource::VirtualMachine(machine) = &node.resource else {
            continue;
        };
        let interface = input.deployment.nodes.iter().find_map(|other| {
            if let Resource::NetworkInterface(interface) = &other.resource
                && other.key == *machine.interface.key()
            {
                Some((other, interface))
            } else {
                None
            }
        });
        if let Some((nic, interface)) = interface
            && let Some(subnet) = subnet_id(input, interface)
        {
            let home = Home {
                input,
                prefixes: &prefixes,
                subnet,
                machine: words.id_of(node),
                title: one_line(&words.title(node)),
            };
            home.questions(words, script, nic);
        }
    }
}

/// The plan's subnet that an interface stands in.
fn subnet_id(input: &Input<'_>, interface: &NetworkInterface) -> Option<SubnetId> {
    let key = interface.subnet.key();
    let mut subnets = input.context.plan.subnets();
    subnets
        .find(|(_, subnet)| Key::of(Item::Subnet(subnet.id)) == *key)
        .map(|(_, subnet)| subnet.id)
}

/// A machine and where it stands.
struct Home<'h> {
    input: &'h Input<'h>,
    prefixes: &'h Prefixes,
    subnet: SubnetId,
    machine: Word,
    title: String,
}

impl Home<'_> {
    fn questions(&self, words: Words<'_>, script: &mut Script, nic: &Node) {
        script.line("");
        script.comment("Whether packets pass the security groups of a machine");
        let address = Command::new("network nic show")
            .with("--ids", words.id_of(nic))
            .say("--query", "ipConfigurations[0].privateIPAddress")
            .say("--output", "tsv");
        read_or_nothing(script, "address", &address);
        let outside = || Endpoint::tag("Internet");
        let remote = Word::text(OUTSIDE).then(":443");
        self.question(script, Direction::Outbound, outside(), 443, remote);
        for port in REMOTE_LOGIN {
            let remote = Word::text(OUTSIDE).then(":60000");
            self.question(script, Direction::Inbound, outside(), port, remote);
        }
        for node in &self.input.deployment.nodes {
            if let Resource::PrivateEndpoint(endpoint) = &node.resource
                && let Some(prefix) = self.prefix_of(endpoint.subnet.key())
            {
                let show = steps::show(words, node)
                    .say("--query", "networkInterfaces[0].id")
                    .say("--output", "tsv");
                read_or_nothing(script, "interface", &show);
                let address = Command::new("network nic show")
                    .with("--ids", Word::variable("interface"))
                    .say("--query", "ipConfigurations[0].privateIPAddress")
                    .say("--output", "tsv");
                read_or_nothing(script, "remote", &address);
                let remote = Word::variable("remote").then(":443");
                let end = Endpoint::within(prefix);
                self.question(script, Direction::Outbound, end, 443, remote);
            }
        }
    }

    fn prefix_of(&self, subnet: &Key) -> Option<crate::domain::Prefix> {
        let found = self.prefixes.iter();
        found
            .into_iter()
            .find(|(id, _)| Key::of(Item::Subnet(**id)) == *subnet)
            .map(|(_, prefix)| *prefix)
    }

    /// One question, unless the plan itself does not know the answer.
    fn question(
        &self,
        script: &mut Script,
        direction: Direction,
        other: Endpoint,
        port: u16,
        remote: Word,
    ) {
        let Some(own) = self.prefixes.get(&self.subnet) else {
            return;
        };
        let own = Endpoint::within(*own);
        let (word, local_port) = match direction {
            Direction::Inbound => ("Inbound", port),
            Direction::Outbound => ("Outbound", 60000),
        };
        let (source, destination) = match direction {
            Direction::Inbound => (other, own),
            Direction::Outbound => (own, other),
        };
        let packet = Packet {
            protocol: Protocol::Tcp,
            source,
            source_port: None,
            destination,
            destination_port: Some(port),
        };
        let border = Border::of_machines(self.subnet, direction);
        let plan = self.input.context.plan;
        let verdict = match verify(plan, self.prefixes, border, &packet).verdict {
            Verdict::Allowed => "Allow",
            Verdict::Denied => "Deny",
            Verdict::Unknown => return,
        };
        let mut local = String::from(":");
        local.push_str(&local_port.to_string());
        let parts = [
            Word::text(self.title.clone()),
            self.machine.clone(),
            Word::text(word),
            Word::variable("address").then(&local),
            remote,
            Word::text(verdict),
        ];
        call(script, "flow", &parts);
    }
}
