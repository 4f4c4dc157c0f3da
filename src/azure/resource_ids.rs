//! The shape of a resource id, and which type of resource an id leads to.
//!
//! An id is read for its parts and never followed. Azure compares ids without regard to case.

use std::fmt;

/// A virtual network.
pub const VNET: &str = "Microsoft.Network/virtualNetworks";
/// A network security group.
pub const NSG: &str = "Microsoft.Network/networkSecurityGroups";
/// A route table.
pub const ROUTE_TABLE: &str = "Microsoft.Network/routeTables";
/// A NAT gateway.
pub const NAT_GATEWAY: &str = "Microsoft.Network/natGateways";
/// A private DNS zone.
pub const PRIVATE_DNS_ZONE: &str = "Microsoft.Network/privateDnsZones";
/// An Azure ML workspace.
pub const WORKSPACE: &str = "Microsoft.MachineLearningServices/workspaces";
/// A storage account.
pub const STORAGE_ACCOUNT: &str = "Microsoft.Storage/storageAccounts";
/// A key vault.
pub const KEY_VAULT: &str = "Microsoft.KeyVault/vaults";
/// A container registry.
pub const REGISTRY: &str = "Microsoft.ContainerRegistry/registries";
/// Application Insights.
pub const INSIGHTS: &str = "Microsoft.Insights/components";
/// An AKS cluster.
pub const AKS_CLUSTER: &str = "Microsoft.ContainerService/managedClusters";
/// A virtual machine.
pub const VIRTUAL_MACHINE: &str = "Microsoft.Compute/virtualMachines";
/// An `HDInsight` cluster.
pub const HDINSIGHT: &str = "Microsoft.HDInsight/clusters";

/// A resource id, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceId {
    /// Subscription id.
    pub subscription: String,
    /// Name of the resource group.
    pub resource_group: String,
    /// Provider and types, such as `Microsoft.Network/virtualNetworks/subnets`.
    pub resource_type: String,
    /// Name of the resource itself.
    pub name: String,
}

/// Why a text is not a resource id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResourceIdError {
    /// Nothing was written.
    #[error("a resource id is expected, such as {SHAPE}")]
    Empty,
    /// It does not follow the pattern.
    #[error("a resource id looks like {SHAPE}")]
    Shape,
    /// The subscription id has another form.
    #[error("“{0}” is not a subscription id, which has the form {GUID_SHAPE}")]
    Subscription(String),
}

/// The pattern of a resource id.
const SHAPE: &str =
    "/subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…";

/// The pattern of a subscription id.
pub const GUID_SHAPE: &str = "00000000-0000-0000-0000-000000000000";

/// Reads a resource id.
///
/// # Errors
/// Says what a resource id looks like, or what is wrong with its subscription.
pub fn parse(text: &str) -> Result<ResourceId, ResourceIdError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(ResourceIdError::Empty);
    }
    let segments: Vec<&str> = text.split('/').collect();
    let [
        "",
        first,
        subscription,
        second,
        group,
        third,
        provider,
        rest @ ..,
    ] = &*segments
    else {
        return Err(ResourceIdError::Shape);
    };
    let words = [
        (first, "subscriptions"),
        (second, "resourceGroups"),
        (third, "providers"),
    ];
    let follows = words
        .iter()
        .all(|(found, expected)| found.eq_ignore_ascii_case(expected));
    let [.., name] = rest else {
        return Err(ResourceIdError::Shape);
    };
    if !follows
        || !rest.len().is_multiple_of(2)
        || segments
            .iter()
            .skip(1)
            .any(|segment| segment.trim().is_empty())
    {
        return Err(ResourceIdError::Shape);
    }
    if !is_guid(subscription) {
        return Err(ResourceIdError::Subscription((*subscription).to_owned()));
    }
    let types: Vec<&str> = rest.iter().step_by(2).copied().collect();
    Ok(ResourceId {
        subscription: (*subscription).to_owned(),
        resource_group: (*group).to_owned(),
        resource_type: format!("{provider}/{}", types.join("/")),
        name: (*name).to_owned(),
    })
}

/// The resource id inside a text that has more, such as an address of the portal; `None` if there is none or
/// if the text is one already.
pub fn extract(text: &str) -> Option<String> {
    const START: &str = "subscriptions/";
    let at = text.to_ascii_lowercase().find(START)?;
    let mut segments: Vec<&str> = text.get(at..)?.split(['/', '?', '#', ' ']).collect();
    while !segments.is_empty() {
        let id = format!("/{}", segments.join("/"));
        if parse(&id).is_ok() {
            return (id != text).then_some(id);
        }
        segments.pop();
    }
    None
}

/// True if the text has the form of a GUID: 8-4-4-4-12 hexadecimal digits.
pub fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_hex = |group: &&str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    lengths == [8, 4, 4, 4, 12] && groups.iter().all(is_hex)
}

/// The GUID that was meant: braces, spaces and missing hyphens do not matter. `None` if there is none or if
/// the text is one already.
pub fn tidied_guid(text: &str) -> Option<String> {
    let digits: String = text
        .trim()
        .trim_matches(['{', '}'])
        .chars()
        .filter(|c| *c != '-')
        .collect();
    let mut rest = digits.as_str();
    let mut groups = Vec::new();
    for length in [8, 4, 4, 4, 12] {
        let (group, after) = rest.split_at_checked(length)?;
        groups.push(group);
        rest = after;
    }
    let guid = groups.join("-").to_lowercase();
    (rest.is_empty() && is_guid(&guid) && guid != text).then_some(guid)
}

impl fmt::Display for ResourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.resource_type, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBSCRIPTION: &str = "0b1f6471-1bf0-4dda-aec3-cb9272f09590";

    fn id(rest: &str) -> String {
        format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/rg-net/{rest}")
    }

    #[test]
    fn takes_an_id_apart_whatever_its_case() {
        let parsed = parse(&id("providers/Microsoft.Network/virtualNetworks/vnet-hub"));
        let parsed = parsed.expect("an id");
        assert_eq!(parsed.resource_type, VNET);
        assert_eq!(parsed.name, "vnet-hub");
        assert_eq!(parsed.resource_group, "rg-net");
        let subnet = id("PROVIDERS/Microsoft.Network/virtualNetworks/vnet-hub/subnets/snet-a");
        assert_eq!(
            parse(&subnet).expect("an id").to_string(),
            "Microsoft.Network/virtualNetworks/subnets snet-a"
        );
    }

    #[test]
    fn says_what_an_id_looks_like() {
        for text in [
            "vnet-hub",
            "/subscriptions/x",
            &id("providers/Microsoft.Network/virtualNetworks"),
        ] {
            assert_eq!(parse(text), Err(ResourceIdError::Shape), "{text}");
        }
        assert_eq!(parse("  "), Err(ResourceIdError::Empty));
        let wrong = "/subscriptions/mine/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv";
        assert_eq!(
            parse(wrong).expect_err("no GUID").to_string(),
            "“mine” is not a subscription id, which has the form 00000000-0000-0000-0000-000000000000"
        );
    }

    #[test]
    fn finds_the_id_in_an_address_of_the_portal() {
        let plain = id("providers/Microsoft.Network/virtualNetworks/vnet-hub");
        let portal = format!("https://portal.azure.com/#@contoso.com/resource{plain}/overview");
        assert_eq!(extract(&portal), Some(plain.clone()));
        assert_eq!(extract(&format!(" {plain} ")), Some(plain.clone()));
        assert_eq!(extract(&plain), None);
        assert_eq!(extract("vnet-hub"), None);
    }

    #[test]
    fn reads_guids_as_people_paste_them() {
        assert!(is_guid(SUBSCRIPTION));
        assert!(!is_guid("0b1f6471-1bf0-4dda-aec3-cb9272f0959"));
        let pasted = "{0B1F64711BF04DDAAEC3CB9272F09590}";
        assert_eq!(tidied_guid(pasted).as_deref(), Some(SUBSCRIPTION));
        assert_eq!(tidied_guid(SUBSCRIPTION), None);
        assert_eq!(tidied_guid("not one"), None);
    }
}
