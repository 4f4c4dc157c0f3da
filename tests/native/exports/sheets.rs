//! Tables for spreadsheets: what stands in them, read by a reader that is not ours.

use azureml_vnet_wizard::domain::{Plan, SubnetId, ZoneKind};
use azureml_vnet_wizard::samples;

use super::text;

/// The rows of a table by heading, without what surrounds a heading such as a warning.
pub(super) fn rows(text: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().expect("headings").clone();
    let rows = reader.records().map(|row| {
        let row = row.expect("as many cells as headings");
        let cells = headings.iter().zip(row.iter());
        cells
            .map(|(heading, cell)| (heading.to_owned(), cell.to_owned()))
            .collect()
    });
    rows.collect()
}

fn cell<'r>(row: &'r [(String, String)], heading: &str) -> &'r str {
    let found = row.iter().find(|(name, _)| name == heading);
    &found.unwrap_or_else(|| panic!("no {heading}")).1
}

/// The records of the API servers: zone, who keeps it, record, endpoint, linked VNets.
fn api_servers(plan: &Plan) -> Vec<[String; 5]> {
    let rows = rows(&text(plan, "dns-records.csv"));
    let of_aks = rows
        .iter()
        .filter(|row| cell(row, "Zone").ends_with(".azmk8s.io"));
    let names = [
        "Zone",
        "Zone is",
        "Record",
        "Private endpoint",
        "Linked VNets",
    ];
    of_aks
        .map(|row| names.map(|name| cell(row, name).to_owned()))
        .collect()
}

#[test]
fn names_the_api_server_of_a_private_cluster_in_the_zone_of_the_plan() {
    let plan = samples::everything();
    assert!(plan.dns.zones.iter().any(|it| it.kind == ZoneKind::AksApi));
    assert_eq!(
        api_servers(&plan),
        [[
            "privatelink.westeurope.azmk8s.io",
            "created",
            "aks-vision-prod-<hash>",
            "made by AKS",
            "vnet-vision-hub-prod; vnet-vision-ml-prod",
        ]]
    );
}

#[test]
fn names_the_zone_that_aks_keeps_itself_where_the_plan_has_none() {
    let plan = samples::with(samples::everything(), |plan| {
        plan.dns.zones.retain(|zone| zone.kind != ZoneKind::AksApi);
    });
    let expected = [
        "<guid>.privatelink.westeurope.azmk8s.io",
        "kept by AKS",
        "aks-vision-prod-<hash>",
        "made by AKS",
        "vnet-vision-ml-prod",
    ];
    assert_eq!(api_servers(&plan), [expected]);
    for paper in ["report.md", "network-request.md"] {
        assert!(text(&plan, paper).contains(expected[0]), "{paper}");
    }
    let elsewhere = samples::with(plan, |plan| plan.aks[0].region = "northeurope".to_owned());
    assert_eq!(
        api_servers(&elsewhere)[0][0],
        "<guid>.privatelink.northeurope.azmk8s.io"
    );
}

#[test]
fn an_api_server_in_a_subnet_has_no_endpoint() {
    let plan = samples::with(samples::everything(), |plan| {
        plan.dns.zones.retain(|zone| zone.kind != ZoneKind::AksApi);
        let subnet: Option<SubnetId> = plan.aks[0].pools[0].node_subnet;
        plan.aks[0].api_server_subnet = subnet;
    });
    let servers = api_servers(&plan);
    assert_eq!(servers[0][0], "<guid>.private.westeurope.azmk8s.io");
    assert!(servers[0][3].starts_with("none"), "{servers:?}");
}

#[test]
fn a_public_api_server_has_no_private_name() {
    let plan = samples::with(samples::everything(), |plan| {
        plan.aks[0].private_cluster = false;
    });
    assert_eq!(api_servers(&plan), [[""; 5]; 0]);
}
