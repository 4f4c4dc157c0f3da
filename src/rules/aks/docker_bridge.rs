//! The docker bridge address: ignored by AKS today, required and kept apart from everything in 2019.

use std::net::Ipv4Addr;

use crate::azure::address_ranges::DOCKER_BRIDGE;
use crate::azure::sources;
use crate::domain::{AddressText, AksCluster, AksId, Item, Plan, Prefix, RuleProfile};
use crate::rules::ranges::{self, Range};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "AKS014",
    name: "aks-docker-bridge",
    facts: &["AKS-30", "VNET-9"],
    severity: Severity::Error,
    synopsis: "Today no docker bridge address is set; by the rules of 2019 it is a host address with its \
               prefix, outside all subnets and the service CIDR.",
    why: "The field is gone from the API of AKS, which ignores it; by the rules of 2019 an \
          overlap cut the nodes off from the subnet.",
    recommendation: "Leave it out, or use 172.17.0.1/16 by the rules of 2019.",
    sources: &[&sources::SEED_A, &sources::AML_V1INF, &sources::ML_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for aks in &cx.plan.aks {
        let text = aks.docker_bridge.trim();
        if text.is_empty() {
            continue;
        }
        if cx.plan.basics.profile == RuleProfile::Classic2019 {
            check_classic(cx, aks, text, out);
            continue;
        }
        let id = aks.id;
        out.report(
            &RULE,
            subject(aks),
            format!("AKS ignores the docker bridge of {}", super::name(aks)),
            "Nodes have run containerd instead of Docker for years, and the property is gone from the AKS \
             API. Leave it out.",
        )
        .severity(Severity::Advice)
        .fix(Applicability::Certain, "Leave it out", write(id, String::new()));
    }
}

fn check_classic(cx: &Context<'_>, aks: &AksCluster, text: &str, out: &mut Findings) {
    let Some((address, network)) = parse(text) else {
        let finding = out.report(
            &RULE,
            subject(aks),
            format!("{text} is no address with a prefix"),
            "The docker bridge is one address and the length of its range, such as 172.17.0.1/16.",
        );
        offer(cx, aks, finding);
        return;
    };
    if address == network.first() || address == network.last() {
        let finding = out.report(
            &RULE,
            subject(aks),
            "Network address, not a host address",
            format!(
                "{address} names the whole range. The bridge needs one address inside it, with /{} kept.",
                network.length()
            ),
        );
        if let Some(host) = network.nth(1).filter(|host| *host != network.last()) {
            let text = format!("{host}/{}", network.length());
            finding.fix(
                Applicability::Certain,
                format!("Use {text}"),
                write(aks.id, text),
            );
        }
    }
    let clashes = clashes(cx, aks, network);
    let Some(first) = clashes.first() else {
        warn_of_vnets(cx, aks, network, out);
        return;
    };
    let finding = out.report(
        &RULE,
        subject(aks),
        format!("The docker bridge overlaps {}", super::labels(&clashes)),
        format!(
            "Nodes take {} for containers of their own and cannot reach anything else there. Choose a range \
             that nothing uses.",
            ranges::span(ranges::shared(network, first.prefix))
        ),
    );
    for subject in clashes.iter().filter_map(|clash| clash.subject) {
        finding.also(subject);
    }
    offer(cx, aks, finding);
}

/// A VNet whose free space overlaps the bridge works until someone adds a subnet there.
fn warn_of_vnets(cx: &Context<'_>, aks: &AksCluster, network: Prefix, out: &mut Findings) {
    let spaces = cx.plan.vnets.iter().flat_map(ranges::address_space);
    let clashes: Vec<Range> = spaces
        .filter(|range| range.prefix.overlaps(network))
        .collect();
    if clashes.is_empty() {
        return;
    }
    let finding = out.report(
        &RULE,
        subject(aks),
        format!("The docker bridge overlaps {}", super::labels(&clashes)),
        "No subnet stands there yet. The next one could not be reached from the nodes.",
    );
    finding.severity(Severity::Warning);
    for subject in clashes.iter().filter_map(|clash| clash.subject) {
        finding.also(subject);
    }
    offer(cx, aks, finding);
}

/// Subnets and the service range, as far as they overlap the bridge.
fn clashes(cx: &Context<'_>, aks: &AksCluster, network: Prefix) -> Vec<Range> {
    let subnets = cx
        .plan
        .vnets
        .iter()
        .flat_map(|vnet| ranges::subnets(cx, vnet));
    let all = subnets.chain(ranges::services(aks));
    all.filter(|range| range.prefix.overlaps(network)).collect()
}

/// Offers the first host of Docker's own range, or of the next one that is free.
fn offer(cx: &Context<'_>, aks: &AksCluster, finding: &mut crate::rules::Finding) {
    let taken = ranges::taken(cx);
    let free = std::iter::successors(DOCKER_BRIDGE.value.prefix(), |prefix| prefix.next())
        .take_while(|prefix| prefix.first().is_private())
        .find(|prefix| !taken.iter().any(|range| range.prefix.overlaps(*prefix)));
    let Some((host, length)) = free.and_then(|prefix| Some((prefix.nth(1)?, prefix.length())))
    else {
        return;
    };
    let text = format!("{host}/{length}");
    finding.fix(
        Applicability::Suggested,
        format!("Use {text}"),
        write(aks.id, text),
    );
}

fn subject(aks: &AksCluster) -> crate::domain::Subject {
    Item::Aks(aks.id).field("docker_bridge")
}

/// An address with a length, and the range that it lies in.
fn parse(text: &str) -> Option<(Ipv4Addr, Prefix)> {
    let (address, length) = text.split_once('/')?;
    let address = AddressText::new(address).address()?;
    Some((
        address,
        Prefix::containing(address, length.trim().parse().ok()?)?,
    ))
}

fn write(aks: AksId, text: String) -> impl Fn(&mut Plan) + Send + Sync + 'static {
    move |plan| {
        if let Some(aks) = plan.aks_cluster_mut(aks) {
            aks.docker_bridge.clone_from(&text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    fn classic(bridge: &str) -> Plan {
        let mut plan = scenario::classic_2019();
        plan.aks[0].docker_bridge = bridge.to_owned();
        plan
    }

    #[test]
    fn advises_to_leave_it_out_today() {
        let mut plan = scenario::aks_inference();
        plan.aks[0].docker_bridge = "172.17.0.1/16".to_owned();
        let finding = only(&RULE, &plan);
        assert_eq!(finding.severity, Severity::Advice);
        assert_eq!(
            finding.title,
            "AKS ignores the docker bridge of aks-pricing-prod"
        );
        mended(&RULE, &plan, "Leave it out");
    }

    #[test]
    fn flags_the_network_address_in_a_plan_of_2019() {
        let finding = only(&RULE, &classic("172.17.0.0/16"));
        assert_eq!(finding.title, "Network address, not a host address");
        assert_eq!(
            finding.message,
            "172.17.0.0 names the whole range. The bridge needs one address inside it, with /16 kept."
        );
        mended(&RULE, &classic("172.17.0.0/16"), "Use 172.17.0.1/16");
    }

    #[test]
    fn flags_subnets_and_services_in_a_plan_of_2019() {
        let finding = only(&RULE, &classic("10.0.0.1/16"));
        assert_eq!(
            finding.title,
            "The docker bridge overlaps the services of aks-demand-prod 10.0.0.0/16"
        );
        mended(&RULE, &classic("10.0.0.1/16"), "Use 172.17.0.1/16");
        let mut plan = classic("172.17.0.1/16");
        subnet_mut(&mut plan, "snet-vm").prefix = crate::domain::PrefixText::new("172.17.3.0/24");
        assert_eq!(
            only(&RULE, &plan).title,
            "The docker bridge overlaps snet-vm 172.17.3.0/24"
        );
    }

    #[test]
    fn warns_of_free_space_and_flags_half_an_address() {
        let finding = only(&RULE, &classic("10.40.128.1/20"));
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            only(&RULE, &classic("172.17.0.1")).title,
            "172.17.0.1 is no address with a prefix"
        );
        mended(&RULE, &classic("172.17.0.1"), "Use 172.17.0.1/16");
    }

    #[test]
    fn passes_the_example_of_2019_and_no_bridge_today() {
        assert_silent(&RULE, &classic("172.17.0.1/16"));
        assert_silent(&RULE, &scenario::aks_inference());
    }
}
