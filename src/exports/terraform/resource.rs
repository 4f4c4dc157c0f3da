//! A resource as a block: what its type takes, what it waits for, and what azapi needs beside the body.

use super::context::{Context, is_new};
use super::kind::{AZAPI, Kind, kind};
use super::table::{How, IDENTITY_ROWS, Row};
use crate::deployment::arm_body::{arm_body, arm_type, takes_tags};
use crate::deployment::{Attribute, Key, Node, Object, ParameterKind, Resource, TAGS, Value};
use crate::exports::hcl::{Body, Expr};

/// A block at the top of a file.
pub(super) type Block = (String, Body);

/// The blocks of a resource: itself, and what ties it to others in azurerm.
pub(super) fn blocks(context: &Context<'_>, node: &Node) -> Vec<Block> {
    context.begin();
    let kind = kind(node);
    let mut body = Body::default();
    if let Some(condition) = &node.condition {
        let condition = context.code(condition);
        body.set("count", Expr::Code(format!("{condition} ? 1 : 0")));
    }
    if kind.name == AZAPI {
        azapi(context, node, &mut body);
    } else {
        native(context, node, kind, &mut body);
    }
    let waits = waits(context, node);
    if !waits.is_empty() {
        body.blank();
        body.set("depends_on", Expr::codes(waits));
    }
    let header = format!(
        "resource \"{}\" \"{}\"",
        kind.name,
        context.label(&node.key)
    );
    let mut blocks = vec![(header, body)];
    if kind.name != AZAPI {
        associations(context, node, &mut blocks);
    }
    blocks
}

fn native(context: &Context<'_>, node: &Node, kind: Kind, body: &mut Body) {
    let mut object = arm_body(node);
    if let Some(group) = context.zone_groups.iter().find(|it| it.item == node.item) {
        let name = group.names.last().cloned();
        let group = arm_body(group).maybe("name", name);
        object = object.with("zoneGroup", group);
    }
    let root = Value::from(object);
    head(context, node, &root, body);
    if let Resource::RoleAssignment(assignment) = &node.resource {
        body.set("role_definition_name", assignment.role.name);
    }
    arguments(context, &root, &root, kind.rows, body);
    if takes_tags(&node.resource) {
        body.set("tags", context.expr(&Value::Param(TAGS.to_owned())));
    }
    nested(context, &root, &root, kind.rows, body);
    if let Resource::VirtualMachine(_) = node.resource {
        // Empty: Azure keeps the screenshots itself.
        body.block("boot_diagnostics", Body::default());
    }
    lifecycle(context, node, body);
}

/// Name, place and parent.
fn head(context: &Context<'_>, node: &Node, root: &Value, body: &mut Body) {
    body.maybe("provider", context.provider(&node.scope));
    let is_role = matches!(node.resource, Resource::RoleAssignment(_));
    if let Some(name) = node.names.last().filter(|_| !is_role) {
        body.set("name", context.expr(name));
    }
    let region = get(root, root, "properties.computeLocation").or(node.location.as_ref());
    let region = || region.map(|region| context.expr(region));
    let group = || context.group(&node.scope);
    let id = || context.parent(node, Attribute::Id);
    let name = || context.parent(node, Attribute::Name);
    match &node.resource {
        Resource::Subnet(_) | Resource::Peering(_) => {
            body.set("resource_group_name", group());
            body.set("virtual_network_name", name());
        }
        Resource::ScopedResource(_) => {
            body.set("resource_group_name", group());
            body.set("scope_name", name());
        }
        Resource::FirewallRules(_) => body.set("firewall_policy_id", id()),
        Resource::ComputeCluster(_) => {
            body.maybe("location", region());
            body.set("machine_learning_workspace_id", id());
        }
        Resource::ComputeInstance(_) => body.set("machine_learning_workspace_id", id()),
        Resource::AgentPool(_) => body.set("kubernetes_cluster_id", id()),
        Resource::AksExtension(extension) => {
            let cluster = context.attribute(extension.cluster.key(), Attribute::Id);
            body.set("cluster_id", cluster);
        }
        Resource::RoleAssignment(_) => {}
        Resource::PrivateDnsZone(_) | Resource::PrivateLinkScope(_) => {
            body.set("resource_group_name", group());
        }
        Resource::Nsg(_)
        | Resource::RouteTable(_)
        | Resource::PublicIp(_)
        | Resource::NatGateway(_)
        | Resource::Vnet(_)
        | Resource::Bastion(_)
        | Resource::FirewallPolicy(_)
        | Resource::Firewall(_)
        | Resource::Gateway(_)
        | Resource::NetworkInterface(_)
        | Resource::VirtualMachine(_)
        | Resource::ZoneLink(_)
        | Resource::PrivateEndpoint(_)
        | Resource::ZoneGroup(_)
        | Resource::StorageAccount(_)
        | Resource::KeyVault(_)
        | Resource::Registry(_)
        | Resource::Replication(_)
        | Resource::LogAnalytics(_)
        | Resource::AppInsights(_)
        | Resource::Workspace(_)
        | Resource::AttachedMachine(_)
        | Resource::AttachedKubernetes(_)
        | Resource::BatchEndpoint(_)
        | Resource::BatchDeployment(_)
        | Resource::ManagedIdentity(_)
        | Resource::AksCluster(_) => {
            body.maybe("location", region());
            body.set("resource_group_name", group());
        }
    }
}

/// Rows that are arguments.
fn arguments(context: &Context<'_>, root: &Value, here: &Value, rows: &[Row], body: &mut Body) {
    for row in rows {
        let value = match row.how {
            How::Text(text) => Some(Expr::from(text)),
            How::Truth(truth) => Some(Expr::Truth(truth)),
            How::Block(_) | How::Each(_) => None,
            How::Same | How::Switch | How::Not | How::Wrap | How::Reference | How::Pluck(_) => {
                get(root, here, row.path).and_then(|value| argument(context, value, row.how))
            }
        };
        body.maybe(row.name, value);
    }
}

fn argument(context: &Context<'_>, value: &Value, how: How) -> Option<Expr> {
    Some(match (how, value) {
        (How::Switch, Value::Text(text)) => Expr::Truth(text.eq_ignore_ascii_case("enabled")),
        (How::Not, Value::Bool(truth)) => Expr::Truth(!truth),
        (How::Wrap, value) => Expr::List(vec![context.expr(value)]),
        (How::Reference, value) => {
            value.reads()?;
            context.expr(value)
        }
        (How::Pluck(path), Value::List(values)) => {
            let found = values.iter().filter_map(|value| get(value, value, path));
            Expr::List(found.map(|value| context.expr(value)).collect())
        }
        (_, value) => context.expr(value),
    })
}

/// Rows that are blocks.
fn nested(context: &Context<'_>, root: &Value, here: &Value, rows: &[Row], body: &mut Body) {
    let mut add = |name: &str, value: &Value, rows: &[Row]| {
        let mut inner = Body::default();
        arguments(context, root, value, rows, &mut inner);
        nested(context, root, value, rows, &mut inner);
        if !inner.is_empty() {
            body.block(name, inner);
        }
    };
    for row in rows {
        match (row.how, get(root, here, row.path)) {
            (How::Block(rows), Some(value)) => add(row.name, value, rows),
            (How::Each(rows), Some(Value::List(values))) => {
                values.iter().for_each(|value| add(row.name, value, rows));
            }
            _ => {}
        }
    }
}

/// What a path leads to.
fn get<'v>(root: &'v Value, here: &'v Value, path: &str) -> Option<&'v Value> {
    let (mut value, path) = match path.strip_prefix('/') {
        Some(path) => (root, path),
        None => (here, path),
    };
    for segment in path.split('.').filter(|segment| !segment.is_empty()) {
        value = if let Value::Object(object) = value {
            entry(object, segment)?
        } else if let Value::List(values) = value {
            match segment.strip_prefix("name=") {
                None => values.first()?,
                Some(name) => values.iter().find(|value| is_named(value, name))?,
            }
        } else {
            return None;
        };
    }
    Some(value)
}

fn entry<'v>(object: &'v Object, name: &str) -> Option<&'v Value> {
    object
        .iter()
        .find(|(other, _)| *other == name)
        .map(|(_, value)| value)
}

fn is_named(value: &Value, name: &str) -> bool {
    matches!(value, Value::Object(object) if entry(object, "name") == Some(&Value::from(name)))
}

/// What Azure changes by itself, or what another resource writes.
fn lifecycle(context: &Context<'_>, node: &Node, body: &mut Body) {
    let scales = |pool: &crate::deployment::resource::Pool| pool.max_nodes > pool.min_nodes;
    let replicas = |other: &Node| matches!(other.resource, Resource::Replication(_));
    let ignored = match &node.resource {
        Resource::AksCluster(cluster) if scales(&cluster.pool) => "default_node_pool[0].node_count",
        Resource::AgentPool(agent) if scales(&agent.pool) => "node_count",
        Resource::Registry(_) if context.nodes.iter().any(replicas) => "georeplications",
        Resource::Subnet(subnet) if subnet.delegation.is_some() => {
            "delegation[0].service_delegation[0].actions"
        }
        _ => return,
    };
    let mut lifecycle = Body::default();
    lifecycle.set("ignore_changes", Expr::codes(vec![ignored.to_owned()]));
    body.block("lifecycle", lifecycle);
}

/// A resource by azapi: the body of Azure itself.
fn azapi(context: &Context<'_>, node: &Node, body: &mut Body) {
    let arm = arm_type(&node.resource);
    let object = arm_body(node);
    body.set("type", &format!("{}@{}", arm.name, arm.api_version));
    if let Some(name) = node.names.last() {
        body.set("name", context.expr(name));
    }
    let parent = if node.names.len() > 1 {
        context.parent(node, Attribute::Id)
    } else {
        context.group_id(&node.scope)
    };
    body.set("parent_id", parent);
    let (mut public, mut secret) = (Vec::new(), Vec::new());
    for (name, value) in object.iter() {
        match name {
            "location" | "tags" => body.set(name, context.expr(value)),
            "identity" => {}
            _ => {
                let (shown, hidden) = split(context, value);
                public.extend(shown.map(|shown| (name.to_owned(), shown)));
                secret.extend(hidden.map(|hidden| (name.to_owned(), hidden)));
            }
        }
    }
    let identity = entry(&object, "identity");
    if let Some(identity) = identity {
        let mut inner = Body::default();
        arguments(context, identity, identity, IDENTITY_ROWS, &mut inner);
        body.block("identity", inner);
    }
    body.blank();
    body.set("body", Expr::Object(public));
    if !secret.is_empty() {
        body.comment("Write-only: it is not kept in the state.");
        body.set("sensitive_body", Expr::Object(secret));
    }
    match &node.resource {
        Resource::BatchEndpoint(_) => {
            let exported = Expr::texts(&["properties.scoringUri".to_owned()]);
            body.set("response_export_values", exported);
        }
        Resource::Subnet(_) => {
            let busy = Expr::texts(&["AnotherOperationInProgress".to_owned()]);
            let retry = vec![("error_message_regex".to_owned(), busy)];
            body.set("retry", Expr::Object(retry));
        }
        _ => {}
    }
}

/// What of a value may be seen, and what is secret.
fn split(context: &Context<'_>, value: &Value) -> (Option<Expr>, Option<Expr>) {
    let is_secret = |name: &String| {
        let parameter = context.deployment().parameter(name);
        parameter.is_some_and(|parameter| parameter.kind == ParameterKind::Secret)
    };
    if let Value::Object(object) = value {
        let (mut public, mut secret) = (Vec::new(), Vec::new());
        for (name, value) in object.iter() {
            let (shown, hidden) = split(context, value);
            public.extend(shown.map(|shown| (name.to_owned(), shown)));
            secret.extend(hidden.map(|hidden| (name.to_owned(), hidden)));
        }
        let secret = (!secret.is_empty()).then_some(Expr::Object(secret));
        return (Some(Expr::Object(public)), secret);
    }
    let expr = context.expr(value);
    match value {
        Value::Param(name) if is_secret(name) => (None, Some(expr)),
        _ => (Some(expr), None),
    }
}

/// The addresses that a resource waits for although it does not refer to them. Whoever stands in a subnet
/// waits for what the subnet is wired to: in azurerm that comes after the subnet itself.
fn waits(context: &Context<'_>, node: &Node) -> Vec<String> {
    let references = context.references();
    let mut waits: Vec<String> = Vec::new();
    let mut add = |address: String| {
        if !waits.contains(&address) {
            waits.push(address);
        }
    };
    let group = context.zone_groups.iter().find(|it| it.item == node.item);
    let group = group.filter(|_| matches!(node.resource, Resource::PrivateEndpoint(_)));
    let after = node
        .after
        .iter()
        .chain(group.iter().flat_map(|it| &it.after));
    let own = context.address(&node.key);
    for key in after {
        let address = context.address(key).filter(|address| Some(*address) != own);
        let is_read = references
            .iter()
            .any(|read| context.address(read) == address);
        if let Some(address) = address
            && is_new(context.deployment(), key)
            && !is_read
        {
            add(address.to_owned());
        }
    }
    if matches!(node.resource, Resource::RoleAssignment(_)) {
        return waits;
    }
    for key in references.iter().chain(&node.after) {
        for (kind, _, _) in wires(context, key) {
            add(format!("{kind}.{}", context.label(key)));
        }
    }
    waits
}

/// What a subnet of azurerm is wired to: type of the association, argument, and the other resource.
fn wires(context: &Context<'_>, subnet: &Key) -> Vec<(&'static str, &'static str, Key)> {
    let Some(node) = context.node(subnet) else {
        return Vec::new();
    };
    let Resource::Subnet(subnet) = &node.resource else {
        return Vec::new();
    };
    if kind(node).name == AZAPI {
        return Vec::new();
    }
    let nsg = subnet.nsg.as_ref().map(|it| it.key().clone());
    let table = subnet.route_table.as_ref().map(|it| it.key().clone());
    let nat = subnet.nat_gateway.as_ref().map(|it| it.key().clone());
    [
        (
            "azurerm_subnet_network_security_group_association",
            "network_security_group_id",
            nsg,
        ),
        (
            "azurerm_subnet_route_table_association",
            "route_table_id",
            table,
        ),
        (
            "azurerm_subnet_nat_gateway_association",
            "nat_gateway_id",
            nat,
        ),
    ]
    .into_iter()
    .filter_map(|(kind, argument, key)| Some((kind, argument, key?)))
    .collect()
}

/// Association of the public address of a NAT gateway.
const NAT_ADDRESS: &str = "azurerm_nat_gateway_public_ip_association";

/// The resources with which azurerm ties others together.
fn associations(context: &Context<'_>, node: &Node, blocks: &mut Vec<Block>) {
    let label = context.label(&node.key);
    let id = |key: &Key| context.attribute(key, Attribute::Id);
    for (kind, argument, other) in wires(context, &node.key) {
        let mut body = Body::default();
        body.maybe("provider", context.provider(&node.scope));
        body.set("subnet_id", id(&node.key));
        body.set(argument, id(&other));
        let is_new_nat = argument == "nat_gateway_id" && is_new(context.deployment(), &other);
        if is_new_nat {
            let address = format!("{NAT_ADDRESS}.{}", context.label(&other));
            body.blank();
            body.set("depends_on", Expr::codes(vec![address]));
        }
        blocks.push((format!("resource \"{kind}\" \"{label}\""), body));
    }
    if let Resource::NatGateway(gateway) = &node.resource {
        let mut body = Body::default();
        body.maybe("provider", context.provider(&node.scope));
        body.set("nat_gateway_id", id(&node.key));
        body.set("public_ip_address_id", id(gateway.public_ip.key()));
        blocks.push((format!("resource \"{NAT_ADDRESS}\" \"{label}\""), body));
    }
}
