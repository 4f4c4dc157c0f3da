//! The ends of a question about a path, as a person names them.
//!
//! What [`parties`] offers, [`party`] reads; beyond that it reads addresses, service tags and host names.

use std::net::Ipv4Addr;

use super::{Party, same_name};
use crate::azure::service_tags;
use crate::domain::{Plan, Subnet, Vnet};

/// What stands behind the name of a subnet whose machines have public addresses.
const PUBLIC: &str = " with public IP";
/// The name of the networks on-premises.
const ON_PREMISES: &str = "On-premises";

/// The name of a subnet: its own, or `vnet/subnet` where two have the same.
pub fn subnet_name(plan: &Plan, vnet: &Vnet, subnet: &Subnet) -> String {
    let same = plan
        .subnets()
        .filter(|(_, other)| same_name(&other.name, &subnet.name))
        .count();
    if same > 1 {
        format!("{}/{}", vnet.name.trim(), subnet.name.trim())
    } else {
        subnet.name.trim().to_owned()
    }
}

/// The ends that a plan has: subnets, private endpoints, on-premises, and the service tags that it may ask about.
pub fn parties(plan: &Plan) -> Vec<String> {
    let subnets: Vec<String> = plan
        .subnets()
        .map(|(vnet, subnet)| subnet_name(plan, vnet, subnet))
        .collect();
    let mut names = subnets.clone();
    names.extend(subnets.into_iter().map(|name| name + PUBLIC));
    let endpoints = plan.private_endpoints.iter();
    names.extend(endpoints.map(|endpoint| endpoint.name.trim().to_owned()));
    if !plan.on_premises.prefixes.is_empty() {
        names.push(ON_PREMISES.to_owned());
    }
    names.push(service_tags::INTERNET.to_owned());
    let tags = service_tags::ALL.value.iter();
    names.extend(
        tags.filter(|tag| tag.scope == service_tags::TagScope::Service)
            .map(|tag| tag.name.to_owned()),
    );
    names.retain(|name| !name.is_empty());
    names
}

/// The end that a text names.
///
/// # Errors
/// What could be written instead, as a sentence for a person.
pub fn party(plan: &Plan, text: &str) -> Result<Party, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("Name a subnet, an address, a service tag or a host.".to_owned());
    }
    if same_name(text, ON_PREMISES) {
        return Ok(Party::OnPremises);
    }
    let (bare, public_ip) = match text.strip_suffix(PUBLIC) {
        Some(bare) => (bare, true),
        None => (text, false),
    };
    let found = plan.subnets().find(|(vnet, subnet)| {
        same_name(&subnet_name(plan, vnet, subnet), bare) || same_name(&subnet.name, bare)
    });
    if let Some((_, subnet)) = found {
        let subnet = subnet.id;
        return Ok(Party::Machines { subnet, public_ip });
    }
    let mut endpoints = plan.private_endpoints.iter();
    if let Some(endpoint) = endpoints.find(|endpoint| same_name(&endpoint.name, text)) {
        return Ok(Party::PrivateEndpoint(endpoint.id));
    }
    if let Ok(address) = text.parse::<Ipv4Addr>() {
        return Ok(Party::Address(address));
    }
    let tags = service_tags::ALL.value.iter();
    let head = text.split('.').next().unwrap_or_default();
    for tag in tags {
        let regional = tag.regional && tag.name.eq_ignore_ascii_case(head);
        if tag.name.eq_ignore_ascii_case(text) || regional {
            return Ok(Party::Tag(text.to_owned()));
        }
    }
    if is_host(text) {
        return Ok(Party::Host(text.to_ascii_lowercase()));
    }
    Err(format!(
        "Nothing in the plan is called {text}, and it is no address (10.0.0.4), service tag (Storage) or host name \
         (example.com)."
    ))
}

/// Letters, digits and hyphens in at least two labels; `*` may stand for the first.
fn is_host(text: &str) -> bool {
    let labels: Vec<&str> = text.trim_end_matches('.').split('.').collect();
    let label = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let named = labels.strip_prefix(&["*"]).unwrap_or(&labels);
    labels.len() > 1
        && named.iter().all(label)
        && named
            .last()
            .is_some_and(|last| last.chars().any(|c| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn everything_that_is_offered_is_understood() {
        for sample in samples::ALL {
            let plan = (sample.build)();
            for name in parties(&plan) {
                assert!(party(&plan, &name).is_ok(), "{}: {name}", sample.slug);
            }
        }
    }

    #[test]
    fn addresses_tags_and_hosts_are_read_and_the_rest_is_explained() {
        let plan = samples::batch_scoring();
        let read = |text: &str| party(&plan, text).expect(text);
        assert_eq!(
            read(" 10.1.2.3 "),
            Party::Address(Ipv4Addr::new(10, 1, 2, 3))
        );
        assert_eq!(
            read("Storage.westeurope"),
            Party::Tag("Storage.westeurope".into())
        );
        assert_eq!(
            read("*.Blob.core.windows.net"),
            Party::Host("*.blob.core.windows.net".into())
        );
        let training = plan
            .subnets()
            .find(|(_, subnet)| subnet.name == "snet-training");
        let subnet = training.expect("a subnet").1.id;
        assert_eq!(
            read("SNET-training with public IP"),
            Party::Machines {
                subnet,
                public_ip: true
            }
        );
        for (text, said) in [
            ("", "Name a subnet"),
            ("snet-nowhere", "Nothing in the plan is called snet-nowhere"),
            ("10.0.0.300", "it is no address"),
        ] {
            let error = party(&plan, text).expect_err(text);
            assert!(error.contains(said), "{error}");
        }
    }
}
