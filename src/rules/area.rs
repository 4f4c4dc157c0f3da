//! What the letters of a rule's code stand for.

/// Letters and the area that they stand for.
const AREAS: &[(&str, &str)] = &[
    ("ACK", "Acknowledgements"),
    ("AKS", "AKS"),
    ("ATT", "Attached machines"),
    ("BAS", "Basics"),
    ("BAT", "Batch endpoints"),
    ("CMP", "Compute"),
    ("DNS", "Private DNS"),
    ("FLW", "Required flows"),
    ("GOV", "Governance"),
    ("NAM", "Names"),
    ("NET", "Address ranges"),
    ("NSG", "Network security groups"),
    ("PEP", "Private endpoints"),
    ("PER", "Peering"),
    ("RTE", "Routes"),
    ("SUB", "Subnets"),
    ("WSP", "Workspace and its services"),
];

/// The area of a rule, by its code: `Subnets` for `SUB004`. The code itself if its letters are not known.
pub fn area(code: &str) -> &str {
    AREAS
        .iter()
        .find(|(letters, _)| code.starts_with(letters))
        .map_or(code, |(_, area)| area)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_an_area() {
        for rule in crate::rules::all() {
            assert_ne!(area(rule.code), rule.code, "{}", rule.code);
        }
        assert_eq!(area("SUB004"), "Subnets");
        assert_eq!(area("XYZ001"), "XYZ001");
    }
}
