//! What is written where one address belongs must be one.

use crate::azure::sources;
use crate::domain::{AddressError, AddressText};
use crate::rules::wording::sentence;
use crate::rules::written::AddressPlace;
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

use super::not_readable::without_leading_zeros;

pub(super) const RULE: Rule = Rule {
    code: "NET002",
    name: "address-not-readable",
    facts: &["VNET-4"],
    severity: Severity::Error,
    synopsis: "What is written as an address is a dotted IPv4 address without leading zeros.",
    why: "A leading zero means octal to some tools and decimal to others, so Azure accepts \
          neither; what it cannot read it does not deploy.",
    recommendation: "Write four numbers from 0 to 255 with dots between them.",
    sources: &[&sources::NET_SCHEMA],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for (place, text) in cx.written_addresses() {
        match text.parse() {
            Ok(_) => {}
            Err(AddressError::Empty) => report_blank(out, place),
            Err(error) => report(out, place, text, &error),
        }
    }
}

fn report(out: &mut Findings, place: AddressPlace, text: &AddressText, error: &AddressError) {
    let finding = out.report(
        &RULE,
        place.subject(),
        format!("“{}” is not an address", text.as_str().trim()),
        format!(
            "{} Azure takes one IPv4 address here, such as 10.20.0.4.",
            sentence(&error.to_string())
        ),
    );
    let plain = AddressText::new(without_leading_zeros(text.as_str()));
    if let Some(address) = plain.address() {
        finding.fix(
            Applicability::Suggested,
            format!("Use {address}"),
            move |plan| {
                place.write(plan, address.into());
            },
        );
    }
}

/// Blank means “choose for me” everywhere but in a list of DNS servers.
fn report_blank(out: &mut Findings, place: AddressPlace) {
    let AddressPlace::DnsServer(..) = place else {
        return;
    };
    out.report(
        &RULE,
        place.subject(),
        "A DNS server is empty",
        "Azure takes one IPv4 address for each DNS server, such as 10.20.0.4.",
    )
    .fix(
        Applicability::Certain,
        "Remove the empty entry",
        move |plan| place.clear(plan),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NextHop, PrivateEndpoint, Route, RouteTable};
    use crate::rules::testing::{assert_silent, fixed, ml_plan, only};

    #[test]
    fn flags_an_address_with_leading_zeros() {
        let mut plan = ml_plan("10.0.0.0/16", "", "");
        plan.vnets[0].dns_servers = vec![AddressText::new("10.0.0.010")];
        let finding = only(&RULE, &plan);
        assert_eq!(finding.title, "“10.0.0.010” is not an address");
        assert_eq!(
            finding.message,
            "“010” has a leading zero, which some tools read as octal: write 10. Azure takes one \
             IPv4 address here, such as 10.20.0.4."
        );
        let plan = fixed(&RULE, &plan, "Use 10.0.0.10");
        assert_eq!(plan.vnets[0].dns_servers[0].as_str(), "10.0.0.10");
    }

    #[test]
    fn flags_an_empty_dns_server() {
        let mut plan = ml_plan("10.0.0.0/16", "", "");
        plan.vnets[0].dns_servers = vec![AddressText::default()];
        assert_eq!(only(&RULE, &plan).title, "A DNS server is empty");
        let plan = fixed(&RULE, &plan, "Remove the empty entry");
        assert!(plan.vnets[0].dns_servers.is_empty());
    }

    #[test]
    fn passes_addresses_and_fields_left_blank() {
        let mut plan = ml_plan("10.0.0.0/16", "", "");
        plan.private_endpoints.push(PrivateEndpoint::default());
        plan.vnets[0].dns_servers = vec![AddressText::new("10.0.0.4")];
        plan.route_tables.push(RouteTable {
            routes: vec![Route {
                next_hop: NextHop::Internet,
                next_hop_address: AddressText::new("left over"),
                ..Route::default()
            }],
            ..RouteTable::default()
        });
        assert_silent(&RULE, &plan);
    }
}
