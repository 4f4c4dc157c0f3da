//! Addresses of rules are prefixes, single addresses or one service tag.

use crate::azure::{service_tags, sources};
use crate::domain::{
    AddressText, Item, Nsg, PrefixError, PrefixText, SecurityRule, SecurityRuleId, Subject,
};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "NSG003",
    name: "security-rule-addresses",
    facts: &["NSG-22", "NSG-34", "AML-44"],
    severity: Severity::Error,
    synopsis: "The addresses of a rule are *, prefixes and addresses, or one service tag that exists.",
    why: "Azure refuses addresses and service tags that it does not know; a tag cannot stand \
          beside other addresses.",
    recommendation: "Write a prefix, an address or a service tag.",
    sources: &[&sources::NET_NSG, &sources::NET_TAGS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (nsg, rule) in super::written(cx.plan) {
        check_list(out, nsg, rule, "sources", &rule.sources);
        check_list(out, nsg, rule, "destinations", &rule.destinations);
    }
}

fn check_list(
    out: &mut Findings,
    nsg: &Nsg,
    rule: &SecurityRule,
    field: &'static str,
    entries: &[String],
) {
    let item = Item::SecurityRule(rule.id);
    let name = super::rule_name(nsg, rule);
    if entries.iter().all(|entry| entry.trim().is_empty()) {
        out.report(
            &RULE,
            item.field(field),
            format!("{name} has no {field}"),
            "Azure refuses a rule without addresses. Write * for any.",
        );
        return;
    }
    let mut tags = 0_usize;
    for (index, entry) in entries.iter().enumerate() {
        let subject = item.entry(field, index);
        match Address::read(entry) {
            Address::Fine => {}
            Address::Tag => tags += 1,
            Address::HostBits(canonical) => {
                let id = rule.id;
                out.report(
                    &RULE,
                    subject,
                    format!("{} in {name} is not the start of a block", entry.trim()),
                    format!("Azure refuses prefixes with host bits. It is inside {canonical}."),
                )
                .fix(
                    Applicability::Certain,
                    format!("Use {canonical}"),
                    write(id, field, index, canonical),
                );
            }
            Address::Wrong(why) => {
                out.report(
                    &RULE,
                    subject,
                    format!("“{}” is no address of {name}", entry.trim()),
                    format!("{why} A rule takes *, prefixes, addresses or one service tag."),
                );
            }
            Address::UnknownTag => {
                tags += 1;
                unknown_tag(out, subject, entry, &name);
            }
            Address::NoRegion(tag) => {
                tags += 1;
                let id = rule.id;
                out.report(
                    &RULE,
                    subject,
                    format!("{tag} in {name} has no regional form"),
                    "Azure knows this service tag for all regions together only, and refuses the suffix.",
                )
                .severity(Severity::Warning)
                .fix(
                    Applicability::Suggested,
                    format!("Use {tag}"),
                    write(id, field, index, tag.to_owned()),
                );
            }
        }
    }
    if tags > 1 {
        out.report(
            &RULE,
            item.field(field),
            format!("{name} has {tags} service tags as {field}"),
            "A rule takes one service tag on each side, though many prefixes. Write a rule for each tag.",
        )
        .severity(Severity::Warning);
    }
}

fn unknown_tag(out: &mut Findings, subject: Subject, entry: &str, name: &str) {
    out.report(
        &RULE,
        subject,
        format!("{} in {name} is no service tag known here", entry.trim()),
        "Azure may know it, but what it allows cannot be checked here. Look at how it is written.",
    )
    .severity(Severity::Warning);
}

/// What is written in an address field.
enum Address {
    Fine,
    Tag,
    UnknownTag,
    /// A known tag with a region, that has none.
    NoRegion(&'static str),
    HostBits(String),
    Wrong(String),
}

impl Address {
    fn read(text: &str) -> Self {
        let text = text.trim();
        if text == "*" {
            return Self::Fine;
        }
        if let Some(read) = service_tags::read(text) {
            return match read.region {
                Some(_) if !read.tag.regional => Self::NoRegion(read.tag.name),
                _ => Self::Tag,
            };
        }
        if text.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Self::UnknownTag;
        }
        if !text.contains('/') {
            return match AddressText::new(text).parse() {
                Ok(_) => Self::Fine,
                Err(error) => Self::Wrong(wording::sentence(&error.to_string())),
            };
        }
        match PrefixText::new(text).parse() {
            Ok(_) => Self::Fine,
            Err(PrefixError::HostBits { canonical, .. }) => Self::HostBits(canonical.to_string()),
            Err(error) => Self::Wrong(wording::sentence(&error.to_string())),
        }
    }
}

fn write(
    rule: SecurityRuleId,
    field: &'static str,
    index: usize,
    text: String,
) -> impl Fn(&mut crate::domain::Plan) + Send + Sync + 'static {
    move |plan| {
        let mut rules = plan.nsgs.iter_mut().flat_map(|nsg| &mut nsg.rules);
        let Some(rule) = rules.find(|it| it.id == rule) else {
            return;
        };
        let list = if field == "sources" {
            &mut rule.sources
        } else {
            &mut rule.destinations
        };
        if let Some(entry) = list.get_mut(index) {
            entry.clone_from(&text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{mended, security_rule, with_rules};
    use crate::rules::testing::{assert_silent, only};

    fn plan(sources: &[&str]) -> crate::domain::Plan {
        with_rules(vec![SecurityRule {
            sources: sources.iter().map(|text| (*text).to_owned()).collect(),
            ..security_rule()
        }])
    }

    #[test]
    fn flags_host_bits_and_offers_the_block() {
        let plan = plan(&["10.0.1.5/24"]);
        assert_eq!(
            only(&RULE, &plan).title,
            "10.0.1.5/24 in rule-1 of nsg-fraud-training-prod is not the start of a block"
        );
        mended(&RULE, &plan, "Use 10.0.1.0/24");
    }

    #[test]
    fn flags_what_is_no_address_and_nothing_at_all() {
        let finding = only(&RULE, &plan(&["10.0.300.1"]));
        assert_eq!(
            (&*finding.title, finding.severity),
            (
                "“10.0.300.1” is no address of rule-1 of nsg-fraud-training-prod",
                Severity::Error
            )
        );
        assert_eq!(
            only(&RULE, &plan(&[])).title,
            "rule-1 of nsg-fraud-training-prod has no sources"
        );
    }

    #[test]
    fn warns_of_unknown_tags_and_of_several() {
        let finding = only(&RULE, &plan(&["AzureCosmosDbX"]));
        assert_eq!(finding.severity, Severity::Warning);
        let finding = only(&RULE, &plan(&["Storage", "AzureMonitor"]));
        assert_eq!(
            finding.title,
            "rule-1 of nsg-fraud-training-prod has 2 service tags as sources"
        );
    }

    #[test]
    fn warns_of_a_region_where_there_is_none() {
        let plan = plan(&["AzureMachineLearning.westeurope"]);
        assert_eq!(only(&RULE, &plan).severity, Severity::Warning);
        mended(&RULE, &plan, "Use AzureMachineLearning");
    }

    #[test]
    fn passes_prefixes_addresses_and_one_tag() {
        for sources in [
            &["10.0.0.0/8", "192.168.1.7"][..],
            &["*"],
            &["storage.westeurope"],
        ] {
            assert_silent(&RULE, &plan(sources));
        }
    }
}
