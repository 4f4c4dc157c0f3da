//! Policies that deny NSGs or public IP addresses stop what needs them.

use crate::azure::sources;
use crate::domain::{Item, OutboundType, Placement, Plan};
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "GOV002",
    name: "policy-denies-what-the-plan-creates",
    facts: &["AML-15", "AKS-45"],
    severity: Severity::Warning,
    synopsis: "No policy denies what computes with public IPs, and the plan itself, create.",
    why: "Azure refuses what a policy denies; public-IP computes and load balancers fail on \
          creation.",
    recommendation: "Ask for an exemption, or use no public IP.",
    sources: &[
        &sources::AML_TRAIN,
        &sources::AML_CLUSTER,
        &sources::AML_V1AKS,
    ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let governance = &plan.governance;
    if governance.policy_denies_nsg {
        report(plan, out, "policy_denies_nsg", "NSGs", &created_nsgs(plan));
    }
    if governance.policy_denies_public_ip {
        let created = created_public_ips(plan);
        report(
            plan,
            out,
            "policy_denies_public_ip",
            "public IPs and load balancers",
            &created,
        );
    }
}

/// Reports a policy that stops computes, or something else that the plan creates.
fn report(plan: &Plan, out: &mut Findings, field: &'static str, what: &str, created: &[String]) {
    let computes: Vec<String> = super::public_computes(plan)
        .map(|compute| compute.name)
        .collect();
    let subject = Item::Governance.field(field);
    let title = format!("A policy denies {what}");
    if !computes.is_empty() {
        let finding = out.report(
            &RULE,
            subject,
            title,
            format!(
                "Azure Machine Learning creates them for computes with public IPs: {}. Ask for an exemption, \
                 or use no public IP.",
                wording::list(&computes)
            ),
        );
        finding.severity(Severity::Error);
        for compute in super::public_computes(plan) {
            finding.also(compute.public_ip_field());
        }
    } else if !created.is_empty() {
        out.report(
            &RULE,
            subject,
            title,
            format!(
                "The plan creates some with {}. Ask for an exemption before you deploy.",
                wording::list(created)
            ),
        );
    }
}

/// The NSGs that the plan creates.
fn created_nsgs(plan: &Plan) -> Vec<String> {
    let new = plan
        .nsgs
        .iter()
        .filter(|nsg| nsg.placement == Placement::New);
    new.map(|nsg| wording::name_or(&nsg.name, "NSG")).collect()
}

/// What the plan creates with a public IP address.
fn created_public_ips(plan: &Plan) -> Vec<String> {
    let nat = plan
        .nat_gateways
        .iter()
        .filter(|gateway| gateway.placement == Placement::New)
        .map(|gateway| wording::name_or(&gateway.name, "NAT gateway"));
    let bastions = plan
        .bastions
        .iter()
        .map(|it| wording::name_or(&it.name, "Bastion"));
    let firewalls = plan
        .firewalls
        .iter()
        .map(|it| wording::name_or(&it.name, "firewall"));
    let clusters = plan
        .aks
        .iter()
        .filter(|aks| aks.placement == Placement::New && aks.outbound == OutboundType::LoadBalancer)
        .map(|aks| wording::name_or(&aks.name, "AKS cluster"));
    nat.chain(bastions)
        .chain(firewalls)
        .chain(clusters)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario;
    use crate::rules::testing::{assert_silent, only};

    #[test]
    fn flags_computes_with_public_addresses() {
        let mut plan = scenario::batch_scoring();
        plan.clusters[0].public_ip = true;
        plan.governance.policy_denies_public_ip = true;
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(
            finding.message,
            "Azure Machine Learning creates them for computes with public IPs: cpu-fraud-train. Ask for an \
             exemption, or use no public IP."
        );
    }

    #[test]
    fn warns_of_what_the_plan_itself_creates() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        plan.governance.policy_denies_public_ip = true;
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Warning);
        assert!(
            finding.message.contains("bas-fraud-prod"),
            "{}",
            finding.message
        );
        plan.governance.policy_denies_public_ip = false;
        plan.governance.policy_denies_nsg = true;
        assert_eq!(only(&RULE, &plan).title, "A policy denies NSGs");
    }

    #[test]
    fn names_aks_clusters_with_a_load_balancer() {
        let mut plan = scenario::classic_2019();
        plan.clusters.clear();
        plan.governance.policy_denies_public_ip = true;
        assert!(only(&RULE, &plan).message.contains("aks-demand-prod"));
    }

    #[test]
    fn passes_policies_that_stop_nothing_of_the_plan() {
        let mut plan = scenario::private_training();
        plan.governance.policy_denies_public_ip = true;
        plan.nat_gateways.clear();
        plan.bastions.clear();
        assert_silent(&RULE, &plan);
    }
}
