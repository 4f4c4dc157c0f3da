//! No two things of one kind have the same name.

use std::collections::BTreeMap;

use crate::azure::fixed_subnets::for_name;
use crate::azure::sources;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

use super::names::{Named, free, names, write};

pub(super) const RULE: Rule = Rule {
    code: "NAM020",
    name: "name-taken",
    facts: &[
        "NAME-2", "NAME-3", "NAME-4", "NAME-5", "NAME-7", "NAME-11", "NAME-12", "NAME-13",
        "NAME-14", "NAME-15", "NAME-17",
    ],
    severity: Severity::Error,
    synopsis: "Names are unique where Azure asks for it, whatever their capitals.",
    why: "Azure compares names without regard to capitals; the second one is refused, or \
          overwrites the first.",
    recommendation: "Rename one of the two.",
    sources: &[&sources::NAMES, &sources::ML_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let names = names(cx.plan);
    let mut seen: BTreeMap<(&str, String), &Named<'_>> = BTreeMap::new();
    for entry in &names {
        let name = entry.name.trim();
        // Resource groups have no scope: two VNets in one group is what groups are for.
        if name.is_empty() || entry.scope.is_empty() {
            continue;
        }
        let Some(first) = seen
            .get(&(entry.scope.as_str(), name.to_lowercase()))
            .copied()
        else {
            seen.insert((entry.scope.as_str(), name.to_lowercase()), entry);
            continue;
        };
        let finding = out.report(
            &RULE,
            entry.subject,
            format!("Another {} is called {name}", noun(entry)),
            if first.name.trim() == name {
                "Azure takes each name once here. Rename one of the two.".to_owned()
            } else {
                format!(
                    "Azure takes each name once here, and for it {} and {name} are the same. Rename one \
                     of the two.",
                    first.name.trim()
                )
            },
        );
        finding.also(first.subject);
        // The names that Azure sets cannot be varied.
        let other = if for_name(name).is_some() {
            None
        } else {
            free(&names, entry, name.to_owned())
        };
        if let Some(other) = other {
            let subject = entry.subject;
            finding.fix(
                Applicability::Suggested,
                format!("Rename to {other}"),
                move |plan| write(plan, subject, &other),
            );
        }
    }
}

/// What is entry, without an article.
fn noun(entry: &Named<'_>) -> String {
    let words = crate::azure::naming::noun(entry.kind);
    words
        .split_once(' ')
        .map_or(words, |(_, noun)| noun)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only, subnet_mut};
    use crate::samples::{self, private_training, with};

    #[test]
    fn flags_subnets_whose_names_differ_in_capitals_only() {
        let plan = with(private_training(), |plan| {
            subnet_mut(plan, "snet-pep").name = "SNET-Training".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "Another subnet is called SNET-Training");
        assert_eq!(
            finding.message,
            "Azure takes each name once here, and for it snet-training and SNET-Training are the same. \
             Rename one of the two."
        );
        assert_eq!(finding.subjects.len(), 2, "both ends");
        fixed(&RULE, &plan, "Rename to SNET-Training-2");
    }

    #[test]
    fn flags_a_cluster_and_an_instance_with_one_name() {
        let plan = with(private_training(), |plan| {
            plan.clusters[0].name = "cpu".to_owned();
            plan.instances[0].name = "cpu".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "Another compute is called cpu");
        assert_eq!(
            finding.message,
            "Azure takes each name once here. Rename one of the two."
        );
        // A hyphen and digits at the end are not for computes.
        fixed(&RULE, &plan, "Rename to cpu2");
    }

    #[test]
    fn flags_a_second_bastion_subnet_without_inventing_a_name() {
        let plan = with(private_training(), |plan| {
            subnet_mut(plan, "snet-pep").name = "AzureBastionSubnet".to_owned();
        });
        assert!(only(&RULE, &plan).fixes.is_empty());
    }

    #[test]
    fn passes_every_sample() {
        for sample in samples::ALL {
            assert_silent(&RULE, &(sample.build)());
        }
    }
}
