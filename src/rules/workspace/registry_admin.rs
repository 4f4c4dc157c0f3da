//! The workspace signs in to a private registry with its admin user.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "WSP005",
    name: "registry-admin-user-off",
    facts: &["PE-30"],
    severity: Severity::Warning,
    synopsis: "A private registry has its admin user on, or the workspace's identity may pull.",
    why: "Nodes pull images with the admin user, unless the workspace's identity has AcrPull.",
    recommendation: "Enable the admin user, or plan AcrPull for the workspace's identity.",
    sources: &[&sources::AML_TUT],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let Some(registry) = &cx.plan.workspace.registry else {
        return;
    };
    if registry.admin_user || !super::is_registry_private(cx.plan) {
        return;
    }
    out.report(
        &RULE,
        Item::Registry.field("admin_user"),
        format!("{} has its admin user off", super::registry_name(registry)),
        "The workspace signs in to a private registry with it. Enable it, or plan the role AcrPull for the \
         workspace's identity.",
    )
    .fix(Applicability::Suggested, "Enable the admin user", |plan| {
        if let Some(registry) = &mut plan.workspace.registry {
            registry.admin_user = true;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_private_registry_without_admin_user() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.workspace.registry.as_mut().expect("one").admin_user = false;
        assert_eq!(
            only(&RULE, &plan).title,
            "crfraudmlprod01 has its admin user off"
        );
        mended(&RULE, &plan, "Enable the admin user");
    }

    #[test]
    fn passes_a_public_registry_without_admin_user() {
        let mut plan = scenario::classic_2019();
        plan.workspace.registry.as_mut().expect("one").admin_user = false;
        assert_silent(&RULE, &plan);
    }
}
