//! Subscription ids have the form of a GUID.

use crate::azure::resource_ids::{GUID_SHAPE, is_guid, tidied_guid};
use crate::azure::sources;
use crate::domain::{Item, Plan, Subject};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "BAS003",
    name: "subscription-id-not-readable",
    facts: &["AML-5"],
    severity: Severity::Error,
    synopsis: "A subscription id is a GUID.",
    why: "Resource ids contain it; with anything but a GUID they lead nowhere.",
    recommendation: "Copy the id from the subscription's overview page.",
    sources: &[&sources::AML_TRAIN],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let vnets = cx.plan.vnets.iter().map(|vnet| {
        let subject = Item::Vnet(vnet.id).field("subscription_id");
        (subject, vnet.subscription_id.as_str())
    });
    let basics = &cx.plan.basics.subscription_id;
    let basics = (Item::Basics.field("subscription_id"), basics.as_str());
    for (subject, text) in [basics].into_iter().chain(vnets) {
        if text.trim().is_empty() || is_guid(text.trim()) {
            continue;
        }
        let finding = out.report(
            &RULE,
            subject,
            format!("“{}” is not a subscription id", text.trim()),
            format!(
                "Azure takes the id of a subscription, not its name; it has the form {GUID_SHAPE}. Copy it \
                 from the subscription's overview page, or leave the field blank.",
            ),
        );
        if let Some(guid) = tidied_guid(text) {
            finding.fix(Applicability::Certain, format!("Use {guid}"), move |plan| {
                write(plan, subject, &guid);
            });
        }
    }
}

fn write(plan: &mut Plan, subject: Subject, guid: &str) {
    if let Item::Vnet(id) = subject.item {
        if let Some(vnet) = plan.vnet_mut(id) {
            guid.clone_into(&mut vnet.subscription_id);
        }
    } else {
        guid.clone_into(&mut plan.basics.subscription_id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only};
    use crate::samples::{private_training, with};

    #[test]
    fn flags_a_name_in_place_of_an_id() {
        let plan = with(private_training(), |plan| {
            plan.vnets[0].subscription_id = "Contoso Production".to_owned();
        });
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "“Contoso Production” is not a subscription id"
        );
        assert_eq!(
            finding.message,
            "Azure takes the id of a subscription, not its name; it has the form \
             00000000-0000-0000-0000-000000000000. Copy it from the subscription's overview page, or \
             leave the field blank."
        );
        assert!(finding.fixes.is_empty());
    }

    #[test]
    fn flags_an_id_without_hyphens_and_puts_them_in() {
        let plan = with(private_training(), |plan| {
            plan.basics.subscription_id = "0b1f64711bf04ddaaec3cb9272f09590".to_owned();
        });
        fixed(&RULE, &plan, "Use 0b1f6471-1bf0-4dda-aec3-cb9272f09590");
    }

    #[test]
    fn passes_an_id_and_a_blank() {
        assert_silent(&RULE, &private_training());
        let plan = with(private_training(), |plan| {
            plan.basics.subscription_id = "0b1f6471-1bf0-4dda-aec3-cb9272f09590".to_owned();
        });
        assert_silent(&RULE, &plan);
    }
}
