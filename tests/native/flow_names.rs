//! Which address a client gets for a name.

use azureml_vnet_wizard::domain::{
    AddressText, DnsMode, Plan, PrivateDnsZone, PrivateEndpointKind, VnetId, ZoneId, ZoneKind,
};
use azureml_vnet_wizard::flow::{Address, Client, Name, Resolution, resolve};
use azureml_vnet_wizard::samples;

/// The VNet of the workspace, and that of the jump host.
fn plan() -> (Plan, VnetId, VnetId) {
    let plan = (samples::by_slug("batch-scoring").expect("a sample").build)();
    let with = |kind: PrivateEndpointKind| {
        let subnet = plan.endpoints_of(kind).next().and_then(|it| it.subnet);
        plan.vnet_of(subnet.expect("a subnet")).expect("a VNet").id
    };
    let home = with(PrivateEndpointKind::Blob);
    let jump = plan.jump_hosts[0].subnet.expect("a subnet");
    let jump = plan.vnet_of(jump).expect("a VNet").id;
    assert_ne!(home, jump);
    (plan, home, jump)
}

const BLOB: Name<'_> = Name::Kind(PrivateEndpointKind::Blob);

#[track_caller]
fn assert_says(answer: &Resolution, address: Address, why: &str) {
    assert_eq!((answer.address, answer.why.as_str()), (address, why));
    assert_eq!(!answer.endpoints.is_empty(), address == Address::Private);
}

fn zone(plan: &mut Plan, kind: ZoneKind) -> &mut PrivateDnsZone {
    let mut zones = plan.dns.zones.iter_mut();
    zones.find(|zone| zone.kind == kind).expect("a zone")
}

#[test]
fn a_linked_zone_leads_to_the_endpoint_and_a_missing_link_past_it() {
    let (mut plan, home, jump) = plan();
    for vnet in [home, jump] {
        let answer = resolve(&plan, Client::Vnet(vnet), BLOB);
        assert_eq!(answer.address, Address::Private, "{}", answer.why);
        assert_eq!(answer.endpoints.len(), 1);
    }
    zone(&mut plan, ZoneKind::Blob)
        .links
        .retain(|vnet| *vnet != jump);
    assert_says(
        &resolve(&plan, Client::Vnet(jump), BLOB),
        Address::Public,
        "privatelink.blob.core.windows.net is not linked to vnet-fraud-jump-prod, so the name leads to the \
         public address.",
    );
    plan.dns.zones.retain(|zone| zone.kind != ZoneKind::Blob);
    assert_says(
        &resolve(&plan, Client::Vnet(home), BLOB),
        Address::Public,
        "The plan has no zone privatelink.blob.core.windows.net, so the name leads to the public address.",
    );
}

#[test]
fn the_workspace_needs_both_of_its_zones() {
    let (mut plan, home, _) = plan();
    let workspace = Name::Kind(PrivateEndpointKind::Workspace);
    zone(&mut plan, ZoneKind::Notebooks).links.clear();
    let answer = resolve(&plan, Client::Vnet(home), workspace);
    assert_eq!(answer.address, Address::Public);
    assert!(answer.why.starts_with("privatelink.notebooks.azure.net"));
    // Its API alone needs one.
    let host = Name::Host("0a1b.workspace.westeurope.api.azureml.ms");
    let answer = resolve(&plan, Client::Vnet(home), host);
    assert_eq!(answer.address, Address::Private, "{}", answer.why);
    let notebooks = Name::Host("ml-fraud.westeurope.notebooks.azure.net");
    let answer = resolve(&plan, Client::Vnet(home), notebooks);
    assert_eq!(answer.address, Address::Public);
}

#[test]
fn host_names_of_the_plan_lead_to_its_endpoints_and_others_do_not() {
    let (plan, home, _) = plan();
    let client = Client::Vnet(home);
    let account = plan.default_storage().expect("an account").name.clone();
    let vault = plan.workspace.key_vault.name.clone();
    for host in [
        format!("{account}.blob.core.windows.net"),
        format!("{}.BLOB.core.windows.net.", account.to_uppercase()),
        format!("{account}.privatelink.blob.core.windows.net"),
        format!("{vault}.vault.azure.net"),
        format!("{vault}.privatelink.vaultcore.azure.net"),
        "ci-ada.westeurope.instances.azureml.ms".to_owned(),
    ] {
        let answer = resolve(&plan, client, Name::Host(&host));
        assert_eq!(answer.address, Address::Private, "{host}: {}", answer.why);
    }
    for host in [
        "somebodyelse.blob.core.windows.net",
        "notmyvault.vault.azure.net",
        "westeurope.api.azureml.ms",
        "login.microsoftonline.com",
        "pypi.org",
        "blob.core.windows.net.example",
    ] {
        assert_says(
            &resolve(&plan, client, Name::Host(host)),
            Address::Public,
            "No private endpoint of the plan answers to this name, so it leads to the public address.",
        );
    }
}

#[test]
fn servers_of_ones_own_must_forward_from_a_linked_network() {
    let (mut plan, home, jump) = plan();
    let jump_vnet = plan.vnet_mut(jump).expect("a VNet");
    jump_vnet.dns_servers = vec![AddressText::new("192.168.7.7")];
    let asked = |plan: &Plan| resolve(plan, Client::Vnet(jump), BLOB);
    assert_says(
        &asked(&plan),
        Address::Public,
        "Machines in vnet-fraud-jump-prod ask DNS servers that are not confirmed to forward the name to Azure \
         DNS, so it leads to the public address.",
    );
    plan.dns.forwarders_confirmed = true;
    assert_says(
        &asked(&plan),
        Address::Private,
        "Machines in vnet-fraud-jump-prod ask DNS servers that forward the name to Azure DNS, as the plan \
         confirms.",
    );
    // A server in a VNet without links forwards into the void.
    let inside = plan.vnet(home).expect("a VNet").address_space[0].clone();
    let inside = inside
        .prefix()
        .and_then(|it| it.nth(9))
        .expect("an address");
    plan.vnet_mut(jump).expect("a VNet").dns_servers = vec![AddressText::from(inside)];
    assert_eq!(asked(&plan).address, Address::Private);
    zone(&mut plan, ZoneKind::Blob)
        .links
        .retain(|vnet| *vnet != home);
    let answer = asked(&plan);
    assert_eq!(answer.address, Address::Unknown);
    assert!(
        answer.why.contains("stand in vnet-fraud-ml-prod"),
        "{}",
        answer.why
    );
    // Azure's own address is no server of one's own.
    plan.vnet_mut(jump).expect("a VNet").dns_servers = vec![AddressText::new("168.63.129.16")];
    plan.dns.forwarders_confirmed = false;
    assert_eq!(asked(&plan).address, Address::Private);
}

#[test]
fn custom_mode_and_on_premises_depend_on_forwarders() {
    let (mut plan, home, _) = plan();
    let on_premises = |plan: &Plan| resolve(plan, Client::OnPremises, BLOB).address;
    assert_eq!(on_premises(&plan), Address::Public);
    plan.dns.mode = DnsMode::Custom;
    assert_eq!(
        resolve(&plan, Client::Vnet(home), BLOB).address,
        Address::Public
    );
    plan.dns.forwarders_confirmed = true;
    assert_eq!(on_premises(&plan), Address::Private);
    assert_eq!(
        resolve(&plan, Client::Vnet(home), BLOB).address,
        Address::Private
    );
}

#[test]
fn duplicate_zones_split_the_answers() {
    let (mut plan, home, jump) = plan();
    let twin = PrivateDnsZone {
        id: ZoneId(900),
        kind: ZoneKind::Blob,
        links: vec![jump],
        ..PrivateDnsZone::default()
    };
    zone(&mut plan, ZoneKind::Blob).links = vec![home];
    plan.dns.zones.push(twin);
    assert_eq!(
        resolve(&plan, Client::Vnet(home), BLOB).address,
        Address::Private
    );
    assert_says(
        &resolve(&plan, Client::Vnet(jump), BLOB),
        Address::Missing,
        "vnet-fraud-jump-prod is linked to another zone privatelink.blob.core.windows.net than the one in which \
         the endpoint registers, so the name has no address there.",
    );
    zone(&mut plan, ZoneKind::Blob).links.push(jump);
    assert_says(
        &resolve(&plan, Client::Vnet(jump), BLOB),
        Address::Unknown,
        "vnet-fraud-jump-prod is linked to several zones privatelink.blob.core.windows.net; Azure accepts one \
         link per name.",
    );
}
