//! Only Premium registries can have private endpoints.

use crate::azure::sources;
use crate::domain::{Item, PrivateEndpointKind, RegistrySku, Word};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "WSP004",
    name: "registry-not-premium",
    facts: &["PE-28"],
    severity: Severity::Error,
    synopsis: "A registry with a private endpoint, or with its public one closed, is Premium.",
    why: "Only Premium registries have private endpoints.",
    recommendation: "Change the registry to Premium.",
    sources: &[&sources::ACR_PL, &sources::AML_WS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let Some(registry) = &cx.plan.workspace.registry else {
        return;
    };
    if registry.sku == RegistrySku::Premium || !super::is_registry_private(cx.plan) {
        return;
    }
    let message = if registry.public_network_access {
        format!(
            "Only Premium can, so creating the endpoint of {} fails.",
            super::registry_name(registry)
        )
    } else {
        "Only Premium can. Nodes could not pull images with public access off.".to_owned()
    };
    let finding = out.report(
        &RULE,
        Item::Registry.field("sku"),
        format!(
            "{} registries can't have private endpoints",
            registry.sku.label()
        ),
        message,
    );
    if let Some(endpoint) = cx.plan.endpoints_of(PrivateEndpointKind::Registry).next() {
        finding.also(Item::PrivateEndpoint(endpoint.id));
    }
    finding.fix(Applicability::Certain, "Change to Premium", |plan| {
        if let Some(registry) = &mut plan.workspace.registry {
            registry.sku = RegistrySku::Premium;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_a_standard_registry_in_a_private_plan() {
        let mut plan = scenario::batch_scoring();
        plan.workspace.registry.as_mut().expect("one").sku = RegistrySku::Standard;
        let finding = only(&RULE, &plan);
        assert_eq!(
            finding.title,
            "Standard registries can't have private endpoints"
        );
        assert_eq!(
            finding.message,
            "Only Premium can. Nodes could not pull images with public access off."
        );
        mended(&RULE, &plan, "Change to Premium");
    }

    #[test]
    fn passes_premium_and_public_registries() {
        assert_silent(&RULE, &scenario::batch_scoring());
        assert_silent(&RULE, &scenario::classic_2019());
    }
}
