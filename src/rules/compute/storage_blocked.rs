//! Computes reach the private endpoints of the default storage account, shares included.

use crate::azure::machine_learning::FILE_SHARE_PORT;
use crate::azure::{reserved, sources};
use crate::domain::{
    Access, Direction, Item, PrivateEndpoint, PrivateEndpointKind, Protocol, SecurityRule, Subnet, Word,
};
use crate::flow::{Border, Endpoint, Packet, Resident, RoutedPrefixes};
use crate::rules::computes::computes;
use crate::rules::inbound::{Blocked, stopped};
use crate::rules::{Context, Findings, Rule, Severity, wording};

pub(super) const RULE: Rule = Rule {
    code: "CMP011",
    name: "storage-endpoint-blocked",
    facts: &["AML-18", "AML-41", "AML-81"],
    severity: Severity::Error,
    synopsis: "No NSG stands between computes and the private endpoints of the default storage account: 443, \
               and 445 for shares.",
    why: "Nodes mount file shares on 445 and read data on 443; blocked, the node turns unusable or every job \
          fails at its data.",
    recommendation: "Allow the port from the computes' subnet to the endpoint's.",
    sources: &[&sources::AML_TRAIN, &sources::AML_FW, &sources::AML_PL],
    check,
};

/// One way from a subnet with computes to an endpoint.
struct Way<'a> {
    from: &'a Subnet,
    to: &'a Subnet,
    endpoint: &'a PrivateEndpoint,
    port: u16,
}

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let Some(account) = plan.default_storage() else {
        return;
    };
    let mut sources: Vec<_> = computes(plan)
        .filter_map(|compute| compute.subnet)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    for from in sources.into_iter().filter_map(|id| plan.subnet(id)) {
        for endpoint in &plan.private_endpoints {
            let port = match endpoint.kind {
                PrivateEndpointKind::Blob => 443,
                PrivateEndpointKind::File => FILE_SHARE_PORT.value,
                _ => continue,
            };
            let own = endpoint.storage == Some(account.id);
            let Some(to) = endpoint
                .subnet
                .and_then(|id| plan.subnet(id))
                .filter(|_| own)
            else {
                continue;
            };
            report(
                cx,
                out,
                &Way {
                    from,
                    to,
                    endpoint,
                    port,
                },
            );
        }
    }
}

fn report(cx: &Context<'_>, out: &mut Findings, way: &Way<'_>) {
    let Some((blocked, direction)) = blocked(cx, way) else {
        return;
    };
    let Way {
        from,
        to,
        endpoint,
        port,
    } = way;
    let guarded = match direction {
        Direction::Outbound => from,
        Direction::Inbound => to,
    };
    let what = endpoint.kind.label().to_lowercase();
    let finding = out.report(
        &RULE,
        Item::Subnet(guarded.id).field("nsg"),
        format!(
            "TCP {port} from {} to {} is blocked",
            wording::subnet(from),
            wording::name_or(&endpoint.name, &format!("endpoint for {what}"))
        ),
        format!("{}. Computes need it for {what}.", blocked.reason()),
    );
    finding
        .part(match endpoint.kind {
            PrivateEndpointKind::File => "file",
            _ => "blob",
        })
        .also(Item::PrivateEndpoint(endpoint.id));
    for subject in blocked.subjects() {
        finding.also(subject);
    }
    let prefix = |subnet: &Subnet| {
        cx.prefix(subnet.id)
            .map_or_else(|| "VirtualNetwork".to_owned(), |prefix| prefix.to_string())
    };
    let rule = SecurityRule {
        name: format!("Allow-Storage-{port}"),
        direction,
        access: Access::Allow,
        protocol: Protocol::Tcp,
        sources: vec![prefix(from)],
        source_ports: vec!["*".to_owned()],
        destinations: vec![prefix(to)],
        destination_ports: vec![port.to_string()],
        description: "Computes reach the workspace's storage account.".to_owned(),
        ..SecurityRule::default()
    };
    blocked.offer_rule(cx.plan, finding, &rule);
}

/// What stops a packet on the way, on leaving or on entering, and which of the two.
fn blocked(cx: &Context<'_>, way: &Way<'_>) -> Option<(Blocked, Direction)> {
    let first = |subnet: &Subnet| Some(reserved::usable_range(cx.prefix(subnet.id)?)?.0);
    let packet = Packet {
        protocol: Protocol::Tcp,
        source: Endpoint::address(first(way.from)?),
        source_port: None,
        destination: Endpoint::address(first(way.to)?),
        destination_port: Some(way.port),
    };
    let leaving = Border::of_machines(way.from.id, Direction::Outbound);
    let entering = Border {
        subnet: way.to.id,
        direction: Direction::Inbound,
        resident: Resident::PrivateEndpoint,
        routed: RoutedPrefixes::Excluded,
    };
    let stop = |border: Border| Some((stopped(cx, border, &packet)?, border.direction));
    // A VNet that is not joined with the endpoint's is another rule's finding, not one about NSGs.
    [leaving, entering]
        .into_iter()
        .find_map(stop)
        .filter(|(blocked, _)| blocked.is_by_rule())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NetworkPolicies, NsgPreset, Plan, SecurityRuleId};
    use crate::rules::scenario::{self, mended_all};
    use crate::rules::testing::{assert_silent, findings, subnet_mut};

    fn denying(subnet: &str, direction: Direction, port: &str) -> Plan {
        let mut plan = scenario::batch_scoring();
        let id = SecurityRuleId(plan.next_id());
        let target = subnet_mut(&mut plan, subnet);
        target.private_endpoint_policies = NetworkPolicies::NetworkSecurityGroup;
        let nsg = target.nsg.expect("guarded");
        let nsg = plan.nsg_mut(nsg).expect("guarded");
        nsg.preset = NsgPreset::None;
        nsg.rules.push(SecurityRule {
            id,
            name: "Deny-Ports".to_owned(),
            priority: 150,
            direction,
            access: Access::Deny,
            protocol: Protocol::Tcp,
            sources: vec!["*".to_owned()],
            source_ports: vec!["*".to_owned()],
            destinations: vec!["*".to_owned()],
            destination_ports: vec![port.to_owned()],
            ..SecurityRule::default()
        });
        plan
    }

    #[test]
    fn flags_shares_that_an_nsg_keeps_computes_from() {
        let plan = denying("snet-training", Direction::Outbound, "445");
        let found = findings(&RULE, &plan);
        let finding = found.iter().next().expect("a finding");
        assert_eq!(
            finding.title,
            "TCP 445 from snet-training to pep-fraud-file-prod is blocked"
        );
        assert_eq!(
            finding.message,
            "Rule 150 Deny-Ports matches first. Computes need it for storage file."
        );
        mended_all(&RULE, &plan, "Add rule 100 Allow");
    }

    #[test]
    fn flags_the_nsg_of_the_endpoints_where_it_filters_them() {
        let mut plan = denying("snet-pep", Direction::Inbound, "443");
        assert_eq!(
            findings(&RULE, &plan)
                .iter()
                .next()
                .expect("a finding")
                .title,
            "TCP 443 from snet-training to pep-fraud-blob-prod is blocked"
        );
        subnet_mut(&mut plan, "snet-pep").private_endpoint_policies = NetworkPolicies::Disabled;
        assert_silent(&RULE, &plan);
    }

    #[test]
    fn passes_the_presets_and_denials_of_other_ports() {
        assert_silent(&RULE, &scenario::batch_scoring());
        assert_silent(&RULE, &denying("snet-training", Direction::Outbound, "22"));
    }
}
