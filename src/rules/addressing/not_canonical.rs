//! A prefix must start at a multiple of its size.

use crate::azure::sources;
use crate::domain::{Item, Plan, PrefixError, PrefixText, Subject};
use crate::rules::{Applicability, Context, Findings, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NET004",
    name: "prefix-not-canonical",
    facts: &["VNET-4"],
    severity: Severity::Error,
    synopsis: "An address prefix starts at the first address of its block.",
    recommendation: "Write the block's first address, or choose the block that you meant.",
    sources: &[&sources::NET_FAQ],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    for vnet in &cx.plan.vnets {
        let item = Item::Vnet(vnet.id);
        for (index, text) in vnet.address_space.iter().enumerate() {
            let id = vnet.id;
            report(
                out,
                item.entry("address_space", index),
                text,
                move |plan, text| {
                    let space = plan.vnet_mut(id).map(|vnet| &mut vnet.address_space);
                    if let Some(entry) = space.and_then(|space| space.get_mut(index)) {
                        *entry = text;
                    }
                },
            );
        }
        for subnet in &vnet.subnets {
            let id = subnet.id;
            let subject = Item::Subnet(id).field("prefix");
            report(out, subject, &subnet.prefix, move |plan, text| {
                if let Some(subnet) = plan.subnet_mut(id) {
                    subnet.prefix = text;
                }
            });
        }
    }
}

fn report(
    out: &mut Findings,
    subject: Subject,
    text: &PrefixText,
    write: impl Fn(&mut Plan, PrefixText) + Send + Sync + 'static,
) {
    let Err(PrefixError::HostBits {
        address,
        length,
        canonical,
    }) = text.parse()
    else {
        return;
    };
    out.report(
        &RULE,
        subject,
        format!("{address} is not the start of a /{length}"),
        format!("Azure refuses prefixes with host bits. {address} is inside {canonical}."),
    )
    .fix(
        Applicability::Certain,
        format!("Use {canonical}"),
        move |plan| {
            write(plan, canonical.into());
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Subnet, SubnetId, Vnet, VnetId};

    fn plan(prefix: &str) -> Plan {
        Plan {
            vnets: vec![Vnet {
                id: VnetId(1),
                address_space: vec![PrefixText::new("10.0.0.0/16")],
                subnets: vec![Subnet {
                    id: SubnetId(2),
                    prefix: PrefixText::new(prefix),
                    ..Subnet::default()
                }],
                ..Vnet::default()
            }],
            ..Plan::default()
        }
    }

    fn findings(plan: &Plan) -> Findings {
        let mut findings = Findings::default();
        check(&Context::new(plan), &mut findings);
        findings
    }

    #[test]
    fn flags_host_bits_and_offers_the_block() {
        let plan = plan("10.0.1.5/24");
        let findings = findings(&plan);
        let finding = findings.iter().next().expect("one finding");
        assert_eq!(finding.title, "10.0.1.5 is not the start of a /24");
        assert_eq!(
            finding.message,
            "Azure refuses prefixes with host bits. 10.0.1.5 is inside 10.0.1.0/24."
        );
        let fix = &finding.fixes[0];
        assert_eq!(fix.label, "Use 10.0.1.0/24");
        assert!(self::findings(&fix.edit.preview(&plan)).is_empty());
    }

    #[test]
    fn passes_a_canonical_prefix() {
        assert!(findings(&plan("10.0.1.0/24")).is_empty());
    }
}
