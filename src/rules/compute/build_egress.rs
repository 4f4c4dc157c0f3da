//! The cluster that builds images reaches the feeds that images are made of.

use crate::azure::sources;
use crate::domain::Item;
use crate::rules::workspace::is_registry_private;
use crate::rules::{Applicability, Context, Findings, Rule, Severity, fixes, wording};
use crate::topology::{Addressing, Egress, egress};

pub(super) const RULE: Rule = Rule {
    code: "CMP008",
    name: "image-build-without-egress",
    facts: &["AML-74"],
    severity: Severity::Error,
    synopsis: "With a private registry the image-build cluster has a way to the internet.",
    why: "Building an image downloads base images and packages from the internet; without a way \
          there every job fails in the build.",
    recommendation: "Attach a NAT gateway to its subnet, or route it through a firewall.",
    sources: &[&sources::AML_WS],
    check,
};

fn check(cx: &Context<'_>, out: &mut Findings) {
    let plan = cx.plan;
    let builder = plan
        .workspace
        .image_build_compute
        .and_then(|id| plan.cluster(id));
    let Some(cluster) = builder.filter(|_| is_registry_private(plan)) else {
        return;
    };
    let addressing = if cluster.public_ip {
        Addressing::Public
    } else {
        Addressing::Private
    };
    let Some(subnet) = cluster.subnet.and_then(|id| plan.subnet(id)) else {
        return;
    };
    let Some(way) = egress(plan, subnet.id, addressing) else {
        return;
    };
    // Default outbound access still works; that it should not be relied on is another finding.
    if way.is_explicit() || way == Egress::DefaultOutbound {
        return;
    }
    let id = subnet.id;
    let finding = out.report(
        &RULE,
        Item::Workspace.field("image_build_compute"),
        format!(
            "{} builds images without a way to the internet",
            wording::name_or(&cluster.name, "cluster")
        ),
        "Builds download base images from Microsoft and packages from PyPI and conda. Give its subnet a NAT \
         gateway, or a route through a firewall.",
    );
    finding.also(Item::Subnet(id).field("nat_gateway"));
    if !matches!(way, Egress::Dropped { .. }) {
        finding.fix(
            Applicability::Suggested,
            fixes::nat_label(plan, subnet),
            move |plan| fixes::attach_nat(plan, id),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scenario::{self, mended};
    use crate::rules::testing::{assert_silent, only, subnet_mut};

    #[test]
    fn flags_a_builder_without_egress() {
        let mut plan = scenario::batch_scoring();
        subnet_mut(&mut plan, "snet-training").nat_gateway = None;
        assert_eq!(
            only(&RULE, &plan).title,
            "cpu-fraud-build builds images without a way to the internet"
        );
        mended(&RULE, &plan, "Add a NAT gateway to snet-training");
    }

    #[test]
    fn passes_a_builder_behind_nat_or_with_a_public_address() {
        let mut plan = scenario::batch_scoring();
        assert_silent(&RULE, &plan);
        subnet_mut(&mut plan, "snet-training").nat_gateway = None;
        plan.clusters[1].public_ip = true;
        assert_silent(&RULE, &plan);
    }
}
