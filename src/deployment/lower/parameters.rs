//! Parameters: what a team varies from one deployment of the same plan to the next.
//!
//! The region, the tags, the names of what is not inside something else, VM sizes and secrets. Node counts and
//! address prefixes are no parameters: the plan was checked with them.

use super::Lowering;
use crate::deployment::{LOCATION, Object, Parameter, ParameterKind, TAGS, Value};

impl Lowering<'_> {
    /// The parameters that every deployment has.
    pub(super) fn basics(&mut self) {
        let basics = &self.plan.basics;
        let mut tags = Object::new();
        for tag in &basics.tags {
            if !tag.name.trim().is_empty() {
                tags = tags.with(tag.name.trim(), tag.value.trim());
            }
        }
        let region = basics.region.trim();
        self.add(
            LOCATION.to_owned(),
            ParameterKind::Text,
            Some(region.into()),
            "Region of everything that has no region of its own.",
        );
        self.add(
            TAGS.to_owned(),
            ParameterKind::Object,
            Some(tags.into()),
            "Tags of every resource.",
        );
    }

    /// A new text parameter; its name is `base`, numbered if that is taken.
    pub(super) fn parameter(&mut self, base: &str, planned: &str, description: &str) -> Value {
        let is_free = |name: &String| {
            let mut taken = self.deployment.parameters.iter();
            !taken.any(|parameter| parameter.name.eq_ignore_ascii_case(name))
        };
        let numbered = (2_u32..).map(|number| format!("{base}{number}"));
        let name = [base.to_owned()]
            .into_iter()
            .chain(numbered)
            .find(is_free)
            .unwrap_or_default();
        let default = Some(planned.trim().into());
        self.add(name, ParameterKind::Text, default, description)
    }

    /// A VM size, named after what has it.
    pub(super) fn size(&mut self, owner: &str, size: &str) -> Value {
        let name = format!("{}VmSize", identifier(owner));
        self.parameter(&name, size, &format!("VM size of {}.", owner.trim()))
    }

    /// A secret. Two that have the same name are the same secret.
    pub(super) fn secret(&mut self, name: &str, description: &str) -> Value {
        if self.deployment.parameter(name).is_some() {
            return Value::Param(name.to_owned());
        }
        self.add(name.to_owned(), ParameterKind::Secret, None, description)
    }

    fn add(
        &mut self,
        name: String,
        kind: ParameterKind,
        default: Option<Value>,
        description: &str,
    ) -> Value {
        self.deployment.parameters.push(Parameter {
            name: name.clone(),
            kind,
            default,
            description: description.to_owned(),
        });
        Value::Param(name)
    }
}

/// A name as a camel-case identifier of ASCII letters and digits: `cpu-build` becomes `cpuBuild`. Never
/// empty, never with a digit at the start.
pub fn identifier(name: &str) -> String {
    let words = name
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut identifier = String::new();
    for word in words {
        let mut letters = word.chars();
        if let Some(first) = letters.next() {
            identifier.push(if identifier.is_empty() {
                first.to_ascii_lowercase()
            } else {
                first.to_ascii_uppercase()
            });
            identifier.push_str(letters.as_str());
        }
    }
    if identifier.starts_with(|first: char| first.is_ascii_lowercase()) {
        identifier
    } else {
        format!("item{identifier}")
    }
}

#[cfg(test)]
mod tests {
    use super::identifier;

    #[test]
    fn makes_identifiers_of_any_name() {
        for (name, expected) in [
            ("cpu-build", "cpuBuild"),
            ("Vm_1", "vm1"),
            ("2nd cluster", "item2ndCluster"),
            ("", "item"),
            ("“naïve”", "naVe"),
        ] {
            assert_eq!(identifier(name), expected, "{name}");
        }
    }
}
