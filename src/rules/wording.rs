//! The small pieces that titles and messages are put together from.

pub(super) use crate::capacity::thousands;
use crate::domain::{Plan, Subnet, SubnetId, Vnet, VnetId};

/// The name as written, or `the unnamed {what}`.
pub(super) fn name_or(name: &str, what: &str) -> String {
    let name = name.trim();
    if name.is_empty() {
        format!("the unnamed {what}")
    } else {
        name.to_owned()
    }
}

/// What to call a VNet.
pub(super) fn vnet(vnet: &Vnet) -> String {
    name_or(&vnet.name, "VNet")
}

/// What to call a subnet.
pub(super) fn subnet(subnet: &Subnet) -> String {
    name_or(&subnet.name, "subnet")
}

/// What to call the VNet with this id.
pub(super) fn vnet_id(plan: &Plan, id: VnetId) -> String {
    plan.vnet(id).map_or_else(|| "the VNet".to_owned(), vnet)
}

/// What to call the subnet with this id.
pub(super) fn subnet_id(plan: &Plan, id: SubnetId) -> String {
    plan.subnet(id)
        .map_or_else(|| "the subnet".to_owned(), subnet)
}

/// `1 node`, `3 nodes`, `1,024 nodes`.
pub(super) fn count(number: u64, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        thousands(number),
        if number == 1 { one } else { many }
    )
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The text with a capital at its start.
pub(super) fn sentence_start(text: &str) -> String {
    let mut chars = text.chars();
    let mut out: String = chars
        .next()
        .map(|first| first.to_uppercase().collect())
        .unwrap_or_default();
    out.push_str(chars.as_str());
    out
}

/// The sentence with a capital at its start and a full stop at its end.
pub(super) fn sentence(text: &str) -> String {
    let mut out = sentence_start(text);
    if !out.ends_with('.') {
        out.push('.');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separates_thousands() {
        assert_eq!(thousands(251), "251");
        assert_eq!(thousands(65_536), "65,536");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }

    #[test]
    fn reads_lists_and_sentences_aloud() {
        let parts: Vec<String> = ["a", "b", "c"].map(String::from).to_vec();
        assert_eq!(list(&parts), "a, b and c");
        assert_eq!(list(&parts[..1]), "a");
        assert_eq!(sentence("each part counts"), "Each part counts.");
        assert_eq!(count(1, "node", "nodes"), "1 node");
    }
}
