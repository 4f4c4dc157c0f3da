//! Whole paths through plans, told hop by hop.

use azureml_vnet_wizard::allocation::allocate;
use azureml_vnet_wizard::capacity::demand;
use azureml_vnet_wizard::domain::{
    AddressText, NextHop, Plan, PrefixText, PrivateEndpointKind, Protocol, Route, RouteId,
    RoutePreset, SubnetId, SubnetPurpose,
};
use azureml_vnet_wizard::flow::{Hop, Party, Path, Probe, Verdict, path};
use azureml_vnet_wizard::samples;
use azureml_vnet_wizard::topology::Prefixes;
use expect_test::{Expect, expect};

fn prefixes(plan: &Plan) -> Prefixes {
    let allocation = allocate(plan, &demand(plan));
    plan.subnets()
        .filter_map(|(_, subnet)| Some((subnet.id, allocation.prefix(subnet.id)?)))
        .collect()
}

fn sample(slug: &str) -> Plan {
    let sample = samples::by_slug(slug).expect("a sample");
    (sample.build)()
}

pub(super) fn subnet(plan: &Plan, name: &str) -> SubnetId {
    let mut subnets = plan.subnets();
    let found = subnets.find(|(_, subnet)| subnet.name == name);
    found.expect("a subnet").1.id
}

pub(super) fn machines(plan: &Plan, name: &str) -> Party {
    Party::Machines {
        subnet: subnet(plan, name),
        public_ip: false,
    }
}

fn endpoint(plan: &Plan, kind: PrivateEndpointKind) -> Party {
    let mut endpoints = plan.endpoints_of(kind);
    Party::PrivateEndpoint(endpoints.next().expect("an endpoint").id)
}

pub(super) fn ask(plan: &Plan, from: Party, to: Party, protocol: Protocol, port: u16) -> Path {
    let probe = Probe {
        from,
        to,
        protocol,
        port: Some(port),
    };
    path(plan, &prefixes(plan), &probe)
}

pub(super) fn https(plan: &Plan, from: Party, to: Party) -> Path {
    ask(plan, from, to, Protocol::Tcp, 443)
}

fn story(path: &Path) -> String {
    let tell = |title: &str, hop: &Hop| {
        format!(
            "{title} {} @ {:?}: {:?} [{}] {}\n",
            hop.stage.label(),
            hop.at,
            hop.verdict,
            hop.decided_by.as_deref().unwrap_or("-"),
            hop.why
        )
    };
    let forward = path.forward.iter().map(|hop| tell(">", hop));
    let back = path.back.iter().map(|hop| tell("<", hop));
    let parted = path.asymmetry.iter().map(|it| format!("! {it:?}\n"));
    let verdict = std::iter::once(format!("{:?}\n", path.verdict));
    verdict.chain(forward).chain(back).chain(parted).collect()
}

#[track_caller]
pub(super) fn assert_decided(path: &Path, verdict: Verdict, why: &str) {
    let said = path.deciding().map(|hop| hop.why.as_str());
    assert_eq!(
        (path.verdict, said),
        (verdict, Some(why)),
        "{}",
        story(path)
    );
}

pub(super) fn tells(path: &Path, expected: &Expect) {
    expected.assert_eq(&story(path));
}

#[test]
fn a_cluster_behind_the_firewall_uses_what_its_rules_name() {
    let plan = sample("hub-spoke-firewall");
    let training = machines(&plan, "snet-training");
    let service = Party::Tag("AzureMachineLearning".to_owned());
    tells(
        &https(&plan, training.clone(), service),
        &expect![[r#"
        Allowed
        > Outbound NSG @ Subnet(SubnetId(13)): Allowed [Allow-AML-Tcp] nsg-risk-training-prod: rule 110 Allow-AML-Tcp allows it.
        > Route @ Subnet(SubnetId(13)): Allowed [default-to-firewall] Route default-to-firewall sends it to the appliance at 10.64.0.4.
        > Peering @ Vnet(VnetId(3)): Allowed [-] Crosses the peering between vnet-risk-ml-prod and vnet-risk-hub-prod.
        > Firewall @ Firewall(FirewallId(17)): Allowed [Allow-AML-Tcp] afw-risk-hub-prod: network rule Allow-AML-Tcp lets it through.
        > Route @ Firewall(FirewallId(17)): Allowed [Azure’s route for 0.0.0.0/0] Azure’s route for 0.0.0.0/0 sends it to the internet.
        > Public address @ Firewall(FirewallId(17)): Allowed [-] Leaves with a public address of afw-risk-hub-prod.
        > Arrival @ Service: Allowed [-] Reaches AzureMachineLearning.
        < Firewall @ Firewall(FirewallId(17)): Allowed [-] Comes back to afw-risk-hub-prod, whose address it answers.
        < Route @ Firewall(FirewallId(17)): Allowed [Azure’s route for 10.65.0.0/20] Azure’s route for 10.65.0.0/20 sends it across the peering.
        < Peering @ Vnet(VnetId(12)): Allowed [-] Crosses the peering between vnet-risk-hub-prod and vnet-risk-ml-prod.
        < Arrival @ Subnet(SubnetId(13)): Allowed [-] Reaches snet-training.
    "#]],
    );
    let package = Party::Host("pypi.org".to_owned());
    tells(
        &https(&plan, training.clone(), package),
        &expect![[r#"
        Allowed
        > Name resolution @ Subnet(SubnetId(13)): Allowed [-] No private endpoint of the plan answers to this name, so it leads to the public address.
        > Outbound NSG @ Subnet(SubnetId(13)): Allowed [AllowInternetOutBound] nsg-risk-training-prod: rule 65001 AllowInternetOutBound allows it.
        > Route @ Subnet(SubnetId(13)): Allowed [default-to-firewall] Route default-to-firewall sends it to the appliance at 10.64.0.4.
        > Peering @ Vnet(VnetId(3)): Allowed [-] Crosses the peering between vnet-risk-ml-prod and vnet-risk-hub-prod.
        > Firewall @ Firewall(FirewallId(17)): Allowed [ml-python-and-r-packages] afw-risk-hub-prod: application rule ml-python-and-r-packages lets it through.
        > Route @ Firewall(FirewallId(17)): Allowed [Azure’s route for 0.0.0.0/0] Azure’s route for 0.0.0.0/0 sends it to the internet.
        > Public address @ Firewall(FirewallId(17)): Allowed [-] Leaves with a public address of afw-risk-hub-prod.
        > Arrival @ Internet: Allowed [-] Reaches pypi.org.
        < Firewall @ Firewall(FirewallId(17)): Allowed [-] Comes back to afw-risk-hub-prod, whose address it answers.
        < Route @ Firewall(FirewallId(17)): Allowed [Azure’s route for 10.65.0.0/20] Azure’s route for 10.65.0.0/20 sends it across the peering.
        < Peering @ Vnet(VnetId(12)): Allowed [-] Crosses the peering between vnet-risk-hub-prod and vnet-risk-ml-prod.
        < Arrival @ Subnet(SubnetId(13)): Allowed [-] Reaches snet-training.
    "#]],
    );
    let elsewhere = https(&plan, training, Party::Host("example.org".to_owned()));
    assert_decided(
        &elsewhere,
        Verdict::Denied,
        "afw-risk-hub-prod: no rule lets it through.",
    );
}

#[test]
fn a_private_endpoint_is_reached_past_the_default_route() {
    let plan = sample("hub-spoke-firewall");
    let training = machines(&plan, "snet-training");
    let blob = endpoint(&plan, PrivateEndpointKind::Blob);
    tells(
        &https(&plan, training.clone(), blob.clone()),
        &expect![[r#"
            Allowed
            > Name resolution @ Subnet(SubnetId(13)): Allowed [privatelink.blob.core.windows.net] privatelink.blob.core.windows.net is linked to vnet-risk-ml-prod, so the name leads to the private endpoint.
            > Outbound NSG @ Subnet(SubnetId(13)): Allowed [Allow-Vnet] nsg-risk-training-prod: rule 210 Allow-Vnet allows it.
            > Route @ Subnet(SubnetId(13)): Allowed [Azure’s route to private endpoint pep-risk-blob-prod] Azure’s route to private endpoint pep-risk-blob-prod sends it to the private endpoint.
            > Inbound NSG @ PrivateEndpoint(PrivateEndpointId(29)): Allowed [Allow-Vnet-Https] nsg-risk-pep-prod: rule 100 Allow-Vnet-Https allows it.
            > Arrival @ PrivateEndpoint(PrivateEndpointId(29)): Allowed [-] Reaches pep-risk-blob-prod.
            < Route @ PrivateEndpoint(PrivateEndpointId(29)): Allowed [-] A private endpoint answers the sender directly, whatever the routes of its subnet say.
            < Arrival @ Subnet(SubnetId(13)): Allowed [-] Reaches snet-training.
        "#]],
    );
    let account = plan.default_storage().expect("an account").name.clone();
    let by_name = Party::Host(format!("{account}.blob.core.windows.net"));
    assert_eq!(
        https(&plan, training.clone(), by_name),
        https(&plan, training, blob),
        "by its host name, the same way"
    );
}

#[test]
fn on_premises_is_reached_through_the_gateway_of_the_hub_and_back() {
    let mut plan = sample("hub-spoke-firewall");
    let training = machines(&plan, "snet-training");
    tells(
        &https(&plan, training.clone(), Party::OnPremises),
        &expect![[r#"
            Allowed
            > Outbound NSG @ Subnet(SubnetId(13)): Allowed [Allow-Vnet] nsg-risk-training-prod: rule 210 Allow-Vnet allows it.
            > Route @ Subnet(SubnetId(13)): Allowed [the gateway’s route for 10.0.0.0/12] The gateway’s route for 10.0.0.0/12 sends it to the gateway.
            > Peering @ Vnet(VnetId(3)): Allowed [-] vnet-risk-ml-prod uses the gateway of vnet-risk-hub-prod across their peering.
            > Gateway @ Gateway(GatewayId(18)): Allowed [-] Leaves through gateway ergw-risk-hub-prod.
            > Arrival @ OnPremises: Allowed [-] Reaches on-premises.
            < Gateway @ Gateway(GatewayId(18)): Allowed [-] Comes back through gateway ergw-risk-hub-prod.
            < Route @ Gateway(GatewayId(18)): Allowed [Azure’s route for 10.65.0.0/20] Azure’s route for 10.65.0.0/20 sends it across the peering.
            < Peering @ Vnet(VnetId(12)): Allowed [-] Crosses the peering between vnet-risk-hub-prod and vnet-risk-ml-prod.
            < Arrival @ Subnet(SubnetId(13)): Allowed [-] Reaches snet-training.
        "#]],
    );
    let workspace = endpoint(&plan, PrivateEndpointKind::Workspace);
    plan.dns.forwarders_confirmed = false;
    let lost = https(&plan, Party::OnPremises, workspace.clone());
    assert_decided(
        &lost,
        Verdict::Denied,
        "On-premises machines ask DNS servers that are not confirmed to forward the name to Azure DNS, so it \
         leads to the public address.",
    );
    plan.dns.forwarders_confirmed = true;
    tells(
        &https(&plan, Party::OnPremises, workspace.clone()),
        &expect![[r#"
            Allowed
            > Name resolution @ OnPremises: Allowed [privatelink.api.azureml.ms] On-premises machines ask DNS servers that forward the name to Azure DNS, as the plan confirms.
            > Gateway @ Gateway(GatewayId(18)): Allowed [-] Comes in through gateway ergw-risk-hub-prod.
            > Route @ Gateway(GatewayId(18)): Allowed [Azure’s route to private endpoint pep-risk-mlw-prod] Azure’s route to private endpoint pep-risk-mlw-prod sends it to the private endpoint.
            > Peering @ Vnet(VnetId(12)): Allowed [-] Crosses the peering between vnet-risk-hub-prod and vnet-risk-ml-prod.
            > Inbound NSG @ PrivateEndpoint(PrivateEndpointId(28)): Allowed [Allow-Vnet-Https] nsg-risk-pep-prod: rule 100 Allow-Vnet-Https allows it.
            > Arrival @ PrivateEndpoint(PrivateEndpointId(28)): Allowed [-] Reaches pep-risk-mlw-prod.
            < Route @ PrivateEndpoint(PrivateEndpointId(28)): Allowed [-] A private endpoint answers the sender directly, whatever the routes of its subnet say.
            < Arrival @ OnPremises: Allowed [-] Reaches on-premises.
        "#]],
    );
    plan.peerings
        .iter_mut()
        .for_each(|it| it.use_remote_gateways = false);
    assert_decided(
        &https(&plan, Party::OnPremises, workspace),
        Verdict::Denied,
        "No gateway joins vnet-risk-ml-prod with on-premises, of its own or of a peer that lends it.",
    );
    assert_decided(
        &https(&plan, training, Party::OnPremises),
        Verdict::Denied,
        "nsg-risk-training-prod: rule 65500 DenyAllOutBound denies it.",
    );
}

/// A plan whose clusters have public addresses and whose subnet sends everything to this address.
fn forced(address: &str) -> Plan {
    let mut plan = sample("hub-spoke-firewall");
    let table = plan.route_tables[0].id;
    let id = RouteId(plan.next_id());
    plan.clusters.iter_mut().for_each(|it| it.public_ip = true);
    let table = plan.route_table_mut(table).expect("a table");
    table.preset = RoutePreset::None;
    table.routes.push(Route {
        id,
        name: "everything".to_owned(),
        destination: "0.0.0.0/0".to_owned(),
        next_hop: NextHop::VirtualAppliance,
        next_hop_address: AddressText::new(address),
    });
    plan
}

fn public(plan: &Plan) -> Party {
    Party::Machines {
        subnet: subnet(plan, "snet-training"),
        public_ip: true,
    }
}

#[test]
fn replies_of_a_public_cluster_are_lost_in_a_firewall_without_the_machine_learning_route() {
    let mut plan = forced("10.64.0.4");
    let manager = Party::Tag("AzureMachineLearning".to_owned());
    let start = |plan: &Plan| ask(plan, manager.clone(), public(plan), Protocol::Tcp, 44224);
    let lost = start(&plan);
    tells(
        &lost,
        &expect![[r#"
            Denied
            > Public address @ Service: Allowed [-] Comes in by the public address of a machine in snet-training.
            > Inbound NSG @ Subnet(SubnetId(13)): Allowed [Allow-AML-Inbound] nsg-risk-training-prod: rule 100 Allow-AML-Inbound allows it.
            > Arrival @ Subnet(SubnetId(13)): Allowed [-] Reaches snet-training.
            < Route @ Subnet(SubnetId(13)): Allowed [everything] Route everything sends it to the appliance at 10.64.0.4.
            < Peering @ Vnet(VnetId(3)): Allowed [-] Crosses the peering between vnet-risk-ml-prod and vnet-risk-hub-prod.
            < Firewall @ Firewall(FirewallId(17)): Denied [-] Replies go to afw-risk-hub-prod, which has not seen the request and drops them: requests come by another way.
            ! Asymmetry { table: Some(RouteTableId(19)), subnet: SubnetId(13), why: "Replies go to afw-risk-hub-prod, which has not seen the request and drops them: requests come by another way." }
        "#]],
    );
    let asymmetry = lost.asymmetry.expect("named");
    assert_eq!(asymmetry.table, Some(plan.route_tables[0].id));
    assert_eq!(asymmetry.subnet, subnet(&plan, "snet-training"));
    // The fix is the route of AML-70.
    plan.route_tables[0].routes.push(Route {
        name: "AzureMLRoute".to_owned(),
        destination: "AzureMachineLearning".to_owned(),
        next_hop: NextHop::Internet,
        ..Route::default()
    });
    let found = start(&plan);
    assert_eq!(
        (found.verdict, &found.asymmetry),
        (Verdict::Allowed, &None),
        "{found:?}"
    );
    // And the preset has it.
    plan.route_tables[0].routes.clear();
    plan.route_tables[0].preset = RoutePreset::Firewall;
    assert_eq!(start(&plan).verdict, Verdict::Allowed);
}

#[test]
fn forced_tunnelling_to_an_appliance_or_a_gateway_loses_replies_too() {
    let manager = || Party::Tag("AzureMachineLearning".to_owned());
    let mut plan = forced("10.64.1.9");
    let lost = ask(&plan, manager(), public(&plan), Protocol::Tcp, 44224);
    assert_decided(
        &lost,
        Verdict::Denied,
        "Replies go to the appliance at 10.64.1.9, which has not seen the request and drops them: requests \
         come by another way.",
    );
    plan.route_tables[0].routes.clear();
    plan.on_premises.prefixes.push(PrefixText::new("0.0.0.0/0"));
    let lost = ask(&plan, manager(), public(&plan), Protocol::Tcp, 44224);
    assert_decided(
        &lost,
        Verdict::Denied,
        "Replies leave through gateway ergw-risk-hub-prod, but the request came in directly, so nobody takes \
         them for its reply.",
    );
    assert!(lost.asymmetry.is_some());
    let out = https(&plan, public(&plan), manager());
    assert_decided(
        &out,
        Verdict::Unknown,
        "Leaves through gateway ergw-risk-hub-prod; what on-premises does with it is not in the plan.",
    );
}

#[test]
fn an_appliance_outside_the_plan_is_unknown() {
    let plan = forced("10.64.1.9");
    let out = https(
        &plan,
        machines(&plan, "snet-training"),
        Party::Tag("AzureMachineLearning".to_owned()),
    );
    assert_decided(
        &out,
        Verdict::Unknown,
        "What the appliance at 10.64.1.9 lets through is not in the plan.",
    );
}

#[test]
fn a_service_that_is_closed_to_the_public_is_not_reached_by_its_public_name() {
    let mut plan = sample("private-training");
    let training = plan
        .subnets()
        .find(|(_, it)| it.purpose == SubnetPurpose::Training);
    let training = Party::Machines {
        subnet: training.expect("a subnet").1.id,
        public_ip: false,
    };
    let vault = plan.workspace.key_vault.name.clone();
    let host = Party::Host(format!("{vault}.vault.azure.net"));
    assert_eq!(
        https(&plan, training.clone(), host.clone()).verdict,
        Verdict::Allowed
    );
    for zone in &mut plan.dns.zones {
        zone.links.clear();
    }
    let closed = https(&plan, training, host);
    assert_eq!(closed.verdict, Verdict::Denied);
    tells(
        &closed,
        &expect![[r#"
            Denied
            > Name resolution @ Subnet(SubnetId(4)): Denied [privatelink.vaultcore.azure.net] privatelink.vaultcore.azure.net is not linked to vnet-churn-ml-dev, so the name leads to the public address. The public endpoint of the service is switched off.
        "#]],
    );
}
