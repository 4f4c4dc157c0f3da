//! A workspace spoke whose way out is a firewall in a hub, with on-premises joined by `ExpressRoute`.

use super::build::{Draft, WORKSPACE_ZONES};
use crate::domain::{
    FirewallSku, GatewayKind, NsgPreset, OnPremises, OnPremisesLink, Plan, PrefixText,
    PrivateEndpointKind, SubnetPurpose, VnetRole,
};

/// A hub with firewall, gateway and jump host; a spoke with the workspace; egress through the firewall.
pub fn hub_spoke_firewall() -> Plan {
    let mut draft = Draft::new("Risk models behind a hub", "northeurope", "risk", "prod");
    let hub = draft.vnet(VnetRole::Hub, "hub", "10.64.0.0/22");
    draft.subnet(
        hub,
        SubnetPurpose::Firewall,
        "AzureFirewallSubnet",
        "10.64.0.0/26",
    );
    draft.subnet(
        hub,
        SubnetPurpose::Gateway,
        "GatewaySubnet",
        "10.64.0.128/27",
    );
    let jump = draft.jump_host(hub, "10.64.0.64/26", "10.64.1.0/27");
    let spoke = draft.vnet(VnetRole::Workspace, "ml", "10.65.0.0/20");
    let training = draft.subnet(
        spoke,
        SubnetPurpose::Training,
        "snet-training",
        "10.65.0.0/23",
    );
    let endpoints = draft.subnet(
        spoke,
        SubnetPurpose::PrivateEndpoints,
        "snet-pep",
        "10.65.2.0/27",
    );
    draft.guard(training, "training", NsgPreset::Training);
    draft.guard(endpoints, "pep", NsgPreset::PrivateEndpoints);
    draft.firewall(hub, FirewallSku::Standard);
    draft.gateway(hub, GatewayKind::ExpressRoute);
    draft.route_through_firewall("ml", &[training]);
    draft.route_through_firewall("jump", &[jump]);
    draft.peer_spoke(hub, spoke);
    draft.plan.on_premises = OnPremises {
        link: OnPremisesLink::ExpressRoute,
        prefixes: vec![
            PrefixText::new("10.0.0.0/12"),
            PrefixText::new("192.168.0.0/16"),
        ],
    };

    let storage = draft.workspace();
    draft.cluster("cpu", "train", 60, training);
    draft.cluster("gpu", "train", 16, training);
    let builder = draft.cluster("cpu", "build", 4, training);
    draft.instance("ada", training);
    draft.registry(builder);

    draft.endpoints(
        endpoints,
        storage,
        "",
        &[
            PrivateEndpointKind::Workspace,
            PrivateEndpointKind::Blob,
            PrivateEndpointKind::File,
            PrivateEndpointKind::KeyVault,
            PrivateEndpointKind::Registry,
        ],
    );
    draft.zones(WORKSPACE_ZONES, &[hub, spoke]);
    // People on-premises ask servers that forward to Azure.
    draft.plan.dns.forwarders_confirmed = true;
    draft.plan
}
