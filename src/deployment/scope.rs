//! Where a resource lives: subscription and resource group; and reading that out of a resource id.

use std::fmt;

/// A resource group in a subscription. Blank parts mean those that the deployment is started in.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    /// Subscription id.
    pub subscription: String,
    /// Resource group.
    pub group: String,
}

impl Scope {
    /// True if this is the group that the deployment is started in.
    pub fn is_target(&self) -> bool {
        self.subscription.is_empty() && self.group.is_empty()
    }

    /// This scope as seen from a deployment that is started in `target`: parts that are the same (Azure does
    /// not distinguish case) become blank, and a blank group with a foreign subscription keeps its name.
    #[must_use]
    pub fn relative_to(&self, target: &Self) -> Self {
        let same = |one: &str, other: &str| one.is_empty() || one.eq_ignore_ascii_case(other);
        let same_subscription = same(&self.subscription, &target.subscription);
        if same_subscription && same(&self.group, &target.group) {
            return Self::default();
        }
        Self {
            subscription: if same_subscription {
                String::new()
            } else {
                self.subscription.clone()
            },
            group: if self.group.is_empty() {
                target.group.clone()
            } else {
                self.group.clone()
            },
        }
    }
}

/// A resource id in a resource group, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceId {
    /// Subscription and resource group.
    pub scope: Scope,
    /// Resource type, such as `Microsoft.Network/virtualNetworks`.
    pub resource_type: String,
    /// Names, parent first; one for each segment of the type after the namespace.
    pub names: Vec<String>,
}

impl ResourceId {
    /// Takes a resource id apart; `None` if it is not a complete id of a resource in a resource group.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().strip_prefix('/')?.split('/');
        let mut keyword = |word: &str| {
            parts
                .next()
                .filter(|part| part.eq_ignore_ascii_case(word))
                .and_then(|_| parts.next())
                .filter(|value| !value.is_empty())
                .map(str::to_owned)
        };
        let subscription = keyword("subscriptions")?;
        let group = keyword("resourceGroups")?;
        let mut resource_type = keyword("providers")?;
        let mut names = Vec::new();
        while let Some(segment) = parts.next() {
            let name = parts.next().filter(|name| !name.is_empty())?;
            if segment.is_empty() {
                return None;
            }
            resource_type.push('/');
            resource_type.push_str(segment);
            names.push(name.to_owned());
        }
        (!names.is_empty()).then_some(Self {
            scope: Scope {
                subscription,
                group,
            },
            resource_type,
            names,
        })
    }

    /// The resource's own name: the last one.
    pub fn name(&self) -> &str {
        self.names.last().map_or("", String::as_str)
    }

    /// The id of a child of this resource.
    #[must_use]
    pub fn child(&self, segment: &str, name: &str) -> Self {
        let mut child = self.clone();
        child.resource_type.push('/');
        child.resource_type.push_str(segment);
        child.names.push(name.to_owned());
        child
    }
}

impl fmt::Display for ResourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut segments = self.resource_type.split('/');
        write!(
            f,
            "/subscriptions/{}/resourceGroups/{}/providers/{}",
            self.scope.subscription,
            self.scope.group,
            segments.next().unwrap_or_default()
        )?;
        segments
            .zip(&self.names)
            .try_for_each(|(segment, name)| write!(f, "/{segment}/{name}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUBNET: &str = "/subscriptions/s/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/v/subnets/a";

    #[test]
    fn takes_a_nested_id_apart_and_puts_it_together_again() {
        let id = ResourceId::parse(SUBNET).expect("complete");
        assert_eq!(
            id.resource_type,
            "Microsoft.Network/virtualNetworks/subnets"
        );
        assert_eq!(id.names, ["v", "a"]);
        assert_eq!(id.to_string(), SUBNET);
    }

    #[test]
    fn rejects_what_is_no_complete_id() {
        for text in [
            "",
            "vnet-hub",
            "/subscriptions/s/resourceGroups/rg",
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network",
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks",
            "/subscriptions//resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v",
            "/subscriptions/s/providers/Microsoft.Network/virtualNetworks/v/x/y",
        ] {
            assert_eq!(ResourceId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn knows_its_own_group_whatever_the_case() {
        let scope = |subscription: &str, group: &str| Scope {
            subscription: subscription.to_owned(),
            group: group.to_owned(),
        };
        let target = scope("sub-a", "rg-ml");
        assert!(scope("SUB-A", "RG-ML").relative_to(&target).is_target());
        assert!(scope("", "rg-ml").relative_to(&target).is_target());
        assert_eq!(
            scope("sub-a", "rg-net").relative_to(&target),
            scope("", "rg-net")
        );
        assert_eq!(
            scope("sub-b", "").relative_to(&target),
            scope("sub-b", "rg-ml")
        );
    }
}
