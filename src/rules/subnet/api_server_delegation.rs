//! AKS puts its API servers only into a subnet that is delegated to it.

use crate::azure::fixed_subnets::{AKS_DELEGATION, is_delegated_to_aks};
use crate::azure::sources;
use crate::domain::{Item, SubnetPurpose};
use crate::rules::{Applicability, Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "SUB013",
    name: "api-server-subnet-not-delegated",
    facts: &["VNET-46"],
    severity: Severity::Error,
    synopsis: "The subnet of AKS API servers is delegated to \
               Microsoft.ContainerService/managedClusters.",
    why: "AKS puts its API servers only into a subnet that is delegated to it.",
    recommendation: "Delegate the subnet to AKS.",
    sources: &[&sources::AKS_APIVNET],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    for (_, subnet) in plan.subnets() {
        let cluster = plan
            .aks
            .iter()
            .find(|aks| aks.api_server_subnet == Some(subnet.id));
        if (subnet.purpose != SubnetPurpose::AksApiServer && cluster.is_none())
            || is_delegated_to_aks(subnet)
        {
            continue;
        }
        let (id, name) = (subnet.id, wording::subnet(subnet));
        let finding = out.report(
            &RULE,
            Item::Subnet(id).field("delegation"),
            format!("{name} is not delegated to AKS"),
            format!(
                "AKS puts API servers only into subnets that are delegated to {AKS_DELEGATION}; without \
                 it, creating the cluster fails.",
            ),
        );
        if let Some(aks) = cluster {
            finding.also(Item::Aks(aks.id).field("api_server_subnet"));
        }
        finding.fix(
            Applicability::Certain,
            format!("Delegate {name} to AKS"),
            move |plan| {
                if let Some(subnet) = plan.subnet_mut(id) {
                    AKS_DELEGATION.clone_into(&mut subnet.delegation);
                }
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{assert_silent, fixed, only, subnet, subnet_mut};
    use crate::samples::{aks_inference, with};

    #[test]
    fn flags_an_api_server_subnet_without_delegation() {
        let plan = with(aks_inference(), |plan| {
            plan.aks[0].api_server_subnet = Some(subnet(plan, "snet-pep"));
        });
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "snet-pep is not delegated to AKS");
        assert_eq!(
            finding.message,
            "AKS puts API servers only into subnets that are delegated to \
             Microsoft.ContainerService/managedClusters; without it, creating the cluster fails."
        );
        fixed(&RULE, &plan, "Delegate snet-pep to AKS");
    }

    #[test]
    fn flags_a_subnet_by_its_purpose_even_if_delegated_to_another_service() {
        let plan = with(aks_inference(), |plan| {
            let subnet = subnet_mut(plan, "snet-pep");
            subnet.purpose = SubnetPurpose::AksApiServer;
            subnet.delegation = "Microsoft.Web/serverFarms".to_owned();
        });
        only(&RULE, &plan);
    }

    #[test]
    fn passes_the_delegation_in_any_case() {
        let plan = with(aks_inference(), |plan| {
            let subnet = subnet_mut(plan, "snet-pep");
            subnet.purpose = SubnetPurpose::AksApiServer;
            subnet.delegation = "microsoft.containerservice/managedclusters".to_owned();
        });
        assert_silent(&RULE, &plan);
    }
}
