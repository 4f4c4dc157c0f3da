//! `plan.json`: the plan itself, to open again. It records the edition of the rules that checked it.

use super::{File, Format, Input};
use crate::document;
use crate::domain::Plan;
use crate::rules::record_edition;

/// The plan document.
pub(super) const FORMAT: Format = Format {
    id: "plan",
    label: "Plan",
    render,
};

/// The plan document as it is handed out: with the edition of the rules that has just checked it.
pub fn plan_text(plan: &Plan) -> String {
    document::encode(&record_edition().preview(plan))
}

fn render(input: &Input<'_>) -> Vec<File> {
    vec![File {
        path: "plan.json".to_owned(),
        purpose: "The plan itself: open it in the wizard to go on, keep it with your code.",
        media_type: "application/json",
        text: plan_text(input.context.plan),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{RULE_SET, news_since};

    #[test]
    fn records_the_edition_and_changes_nothing_else() {
        let old = Plan {
            checked_with: 1,
            ..Plan::default()
        };
        assert!(!news_since(old.checked_with).is_empty());
        let read = document::decode(&plan_text(&old));
        assert_eq!(
            read,
            Ok(Plan {
                checked_with: RULE_SET.0,
                ..old
            })
        );
    }
}
