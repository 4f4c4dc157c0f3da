//! The samples are good plans: they can be saved, have no errors, and every fix that they are offered works.

use std::collections::BTreeSet;

use azureml_vnet_wizard::document::{decode, encode, pointer};
use azureml_vnet_wizard::domain::Plan;
use azureml_vnet_wizard::rules::{Severity, check};
use azureml_vnet_wizard::samples;
use serde_json::Value;

use crate::document::items_of;
use crate::patch::assert_leads;
use crate::support::plans;

#[test]
fn there_are_five_scenarios_with_names_of_their_own() {
    assert!(samples::ALL.len() >= 5, "{} scenarios", samples::ALL.len());
    let slugs: BTreeSet<&str> = samples::ALL.iter().map(|sample| sample.slug).collect();
    let titles: BTreeSet<&str> = samples::ALL.iter().map(|sample| sample.title).collect();
    assert_eq!(slugs.len(), samples::ALL.len());
    assert_eq!(titles.len(), samples::ALL.len());
    for sample in samples::ALL {
        assert!(
            sample
                .slug
                .chars()
                .all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-'),
            "{} stands in addresses and file names",
            sample.slug
        );
        assert!(sample.summary.ends_with('.'), "{}", sample.summary);
    }
}

#[test]
fn samples_have_no_errors() {
    for sample in samples::ALL {
        let findings = check(&(sample.build)());
        let errors: Vec<String> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| format!("{} {}", finding.key(), finding.title))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", sample.slug);
    }
}

#[test]
fn samples_can_be_saved_after_the_loss_of_any_item() {
    for (name, plan) in plans() {
        for (at, item) in items_of(&plan) {
            let mut smaller = plan.clone();
            smaller.remove(item);
            assert_eq!(
                decode(&encode(&smaller)),
                Ok(smaller),
                "{name} without {at}"
            );
        }
    }
}

/// Every plan, and every plan without one of its items: plenty of findings.
fn plans_with_gaps() -> Vec<(String, Plan)> {
    let mut all = Vec::new();
    for (name, plan) in plans() {
        for (at, item) in items_of(&plan) {
            let mut smaller = plan.clone();
            smaller.remove(item);
            all.push((format!("{name} without {at}"), smaller));
        }
        all.push((name.to_owned(), plan));
    }
    all
}

#[test]
fn findings_point_at_places_of_the_document() {
    for (name, plan) in plans_with_gaps() {
        let document: Value = serde_json::from_str(&encode(&plan)).expect("JSON");
        for finding in check(&plan).iter() {
            for subject in &finding.subjects {
                let place = pointer(&plan, *subject)
                    .unwrap_or_else(|| panic!("{name}: {} of {}", subject.key(), finding.key()));
                assert!(
                    document.pointer(&place).is_some(),
                    "{name}: {place} of {}",
                    finding.key()
                );
            }
        }
    }
}

#[test]
fn fixes_lead_to_plans_that_can_be_saved() {
    for (name, plan) in plans_with_gaps() {
        for finding in check(&plan).iter() {
            for fix in &finding.fixes {
                let after = fix.edit.preview(&plan);
                assert_ne!(after, plan, "{name}: {} changes nothing", fix.label);
                assert_eq!(
                    decode(&encode(&after)),
                    Ok(after.clone()),
                    "{name}: {}",
                    fix.label
                );
                assert_leads(&plan, &after);
            }
        }
    }
}
