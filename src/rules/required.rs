//! Required flows that fail, by cause: what stops them, where to look, and whether another rule says so already.
//!
//! Flows that one rule, route, zone or firewall stops are one cause and make one finding. Where a family before
//! this one reports the same cause about the same items, the flow is left to it.

use super::{Finding, Findings, wording};
use crate::azure::required_flows::{Other, Workload};
use crate::domain::{
    Item, Plan, PrefixText, PrivateEndpointKind, Protocol, Subject, SubnetId, Vnet, VnetId, Word,
};
use crate::flow::{
    Client, FlowReport, Hop, Name, Party, RequiredFlow, Spot, Stage, Verdict, resolve,
};
use crate::topology::connected;

/// What kind of thing stops a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blocker {
    /// A rule of an NSG.
    Rule,
    /// No route, no peering, no gateway or no public address.
    Way,
    /// Replies that take another way than requests.
    Reply,
    /// A name that leads to the wrong address.
    Name,
    /// The rules of a firewall.
    Firewall,
    /// A service that does not answer at its public address.
    Service,
}

/// Everything that one thing stops.
#[derive(Debug)]
pub(super) struct Cause<'a> {
    /// Where to look first.
    pub(super) subject: Subject,
    /// What tells causes about one subject apart.
    pub(super) part: &'static str,
    /// The stage that stops the first of the flows.
    pub(super) hop: &'a Hop,
    /// Why it does, as a sentence for a person.
    why: String,
    /// The flows, in order.
    pub(super) flows: Vec<&'a RequiredFlow>,
}

/// What stops a flow that fails, and the stage where it does.
///
/// Where no peering joins the two VNets, the default rules deny because of that, and no rule would help.
fn blocker<'a>(plan: &Plan, flow: &'a RequiredFlow) -> Option<(Blocker, &'a Hop)> {
    if flow.verdict() != Verdict::Denied || !is_placed(plan, flow) {
        return None;
    }
    let hop = flow.path.deciding()?;
    if is_nsg(hop.stage) && apart(plan, flow).is_some() {
        return Some((Blocker::Way, hop));
    }
    let asymmetric = flow.path.asymmetry.is_some() && flow.path.back.contains(hop);
    let kind = match hop.stage {
        _ if asymmetric => Blocker::Reply,
        stage if is_nsg(stage) => Blocker::Rule,
        // Asked for by its public name, since it has no endpoint.
        Stage::Name if matches!(flow.probe.to, Party::Host(_)) => Blocker::Service,
        Stage::Name => Blocker::Name,
        Stage::Firewall => Blocker::Firewall,
        Stage::Arrival => Blocker::Service,
        _ => Blocker::Way,
    };
    Some((kind, hop))
}

/// False while an end lies outside the address space of its VNet: then nothing that is said about it holds, and
/// the rules about subnets say so.
fn is_placed(plan: &Plan, flow: &RequiredFlow) -> bool {
    let ends = [subnet_of(plan, &flow.probe.from), destination(plan, flow)];
    ends.into_iter().flatten().all(|id| {
        let (Some(subnet), Some(vnet)) = (plan.subnet(id), plan.vnet_of(id)) else {
            return false;
        };
        let mut space = vnet.address_space.iter().filter_map(PrefixText::prefix);
        match subnet.prefix.prefix() {
            Some(prefix) => space.any(|block| block.contains(prefix)),
            None => subnet.prefix.is_blank() && space.next().is_some(),
        }
    })
}

/// The subnet of an end that stands in one.
fn subnet_of(plan: &Plan, party: &Party) -> Option<SubnetId> {
    match party {
        Party::Machines { subnet, .. } => Some(*subnet),
        Party::PrivateEndpoint(id) => plan.private_endpoint(*id)?.subnet,
        _ => None,
    }
}

/// The subnet that a flow ends in; that of a private endpoint where a name leads to one.
fn destination(plan: &Plan, flow: &RequiredFlow) -> Option<SubnetId> {
    let Party::Host(host) = &flow.probe.to else {
        return subnet_of(plan, &flow.probe.to);
    };
    let here = plan.vnet_of(subnet_of(plan, &flow.probe.from)?)?.id;
    let found = resolve(plan, Client::Vnet(here), Name::Host(host));
    let subnets = || {
        let endpoints = found.endpoints.iter();
        endpoints.filter_map(|id| plan.private_endpoint(*id)?.subnet)
    };
    let near = |subnet: &SubnetId| {
        let vnet = plan.vnet_of(*subnet);
        vnet.is_some_and(|vnet| connected(plan, here, vnet.id))
    };
    subnets().find(near).or_else(|| subnets().next())
}

fn is_nsg(stage: Stage) -> bool {
    matches!(stage, Stage::InboundNsg | Stage::OutboundNsg)
}

/// The VNets of both ends of a flow, where no peering joins them.
pub(super) fn apart<'a>(plan: &'a Plan, flow: &RequiredFlow) -> Option<(&'a Vnet, &'a Vnet)> {
    let here = plan.vnet_of(subnet_of(plan, &flow.probe.from)?)?;
    let there = plan.vnet_of(destination(plan, flow)?)?;
    (!connected(plan, here.id, there.id)).then_some((here, there))
}

/// The causes of one kind that no earlier rule reports.
pub(super) fn causes<'a>(
    plan: &Plan,
    report: &'a FlowReport,
    out: &Findings,
    wanted: Blocker,
) -> Vec<Cause<'a>> {
    let mut causes: Vec<Cause<'a>> = Vec::new();
    for flow in &report.flows {
        let Some((kind, hop)) = blocker(plan, flow).filter(|(kind, _)| *kind == wanted) else {
            continue;
        };
        if elsewhere(plan, flow, kind, hop, out).is_some() {
            continue;
        }
        let (subject, part) = place(plan, flow, kind, hop);
        let same = |cause: &&mut Cause<'_>| (cause.subject, cause.part) == (subject, part);
        match causes.iter_mut().find(same) {
            Some(cause) => cause.flows.push(flow),
            None => causes.push(Cause {
                subject,
                part,
                hop,
                why: why(plan, flow, kind, hop),
                flows: vec![flow],
            }),
        }
    }
    causes
}

fn why(plan: &Plan, flow: &RequiredFlow, kind: Blocker, hop: &Hop) -> String {
    match apart(plan, flow).filter(|_| kind == Blocker::Way) {
        Some((here, there)) => format!(
            "No peering with access in both directions joins {} with {}.",
            wording::vnet(here),
            wording::vnet(there)
        ),
        None => hop.why.clone(),
    }
}

/// The finding that reports why a required flow fails, if it does.
pub fn reported_by<'a>(
    plan: &Plan,
    findings: &'a Findings,
    flow: &RequiredFlow,
) -> Option<&'a Finding> {
    let (kind, hop) = blocker(plan, flow)?;
    elsewhere(plan, flow, kind, hop, findings).or_else(|| {
        let (subject, part) = place(plan, flow, kind, hop);
        let code = super::flows::code(kind);
        findings.iter().find(|finding| {
            finding.rule.code == code
                && finding.part == part
                && finding.subjects.first() == Some(&subject)
        })
    })
}

/// The finding of an earlier family about the same cause.
fn elsewhere<'a>(
    plan: &Plan,
    flow: &RequiredFlow,
    kind: Blocker,
    hop: &Hop,
    out: &'a Findings,
) -> Option<&'a Finding> {
    let codes = earlier(flow, kind);
    if codes.is_empty() {
        return None;
    }
    let items = related(plan, flow, hop);
    out.iter().find(|finding| {
        codes.contains(&finding.rule.code)
            && finding
                .subjects
                .iter()
                .any(|subject| items.contains(&subject.item))
    })
}

/// Rules that report such a cause already.
fn earlier(flow: &RequiredFlow, kind: Blocker) -> &'static [&'static str] {
    match (kind, flow.stated.code) {
        (Blocker::Rule, "FLW-CMP23" | "FLW-CMP24") => &["CMP010"],
        (Blocker::Rule, "FLW-ATT01" | "FLW-HDI02") => &["ATT002"],
        (Blocker::Rule, "FLW-HDI01") => &["ATT004"],
        (Blocker::Rule, "FLW-CMP15" | "FLW-CMP16" | "FLW-CMP20") => &["CMP011"],
        (Blocker::Rule, "FLW-AKS01" | "FLW-AKS02" | "FLW-AKS03") => &["AKS024"],
        (Blocker::Rule, "FLW-ATT02" | "FLW-ATT03" | "FLW-ATT04" | "FLW-ATT05") => &["ATT005"],
        (Blocker::Reply, "FLW-HDI01") => &["ATT007"],
        (Blocker::Rule, _) if flow.stated.workload == Workload::Bastion => &["NSG006"],
        (Blocker::Reply, "FLW-CMP23" | "FLW-CMP24") => &["RTE004"],
        (Blocker::Way, _) => &[
            "AKS019", "AKS023", "CMP004", "CMP006", "CMP007", "CMP008", "PEP003", "PER001",
            "PER002", "PER005", "PER007", "PER008", "PER010", "RTE001", "RTE002", "RTE005",
            "RTE006", "SUB016",
        ],
        (Blocker::Name, _) => &["CMP004", "DNS001", "DNS002", "DNS003", "DNS004"],
        (Blocker::Service, _) => &["BAT001", "PEP001", "PEP007"],
        (Blocker::Rule | Blocker::Reply | Blocker::Firewall, _) => &[],
    }
}

/// The items that a finding about the same cause may have as subjects.
fn related(plan: &Plan, flow: &RequiredFlow, hop: &Hop) -> Vec<Item> {
    let mut items = flow.needed_by.clone();
    items.extend(hop.item);
    items.extend(flow.subnet.map(Item::Subnet));
    items.extend(client(plan, flow).map(Item::Vnet));
    if let Spot::Subnet(subnet) = hop.at {
        items.push(Item::Subnet(subnet));
    }
    if let Party::PrivateEndpoint(id) = flow.probe.to {
        items.push(Item::PrivateEndpoint(id));
        // Servers of one's own are asked in the plan as a whole.
        if hop.stage == Stage::Name {
            items.push(Item::Dns);
        }
    }
    items.extend(service(plan, flow));
    items
}

/// The VNet of the workload.
fn client(plan: &Plan, flow: &RequiredFlow) -> Option<VnetId> {
    plan.vnet_of(flow.subnet?).map(|vnet| vnet.id)
}

/// The service of the plan that a flow leads to.
pub(super) fn service(plan: &Plan, flow: &RequiredFlow) -> Option<Item> {
    let Other::Service(kind) = flow.stated.other else {
        return None;
    };
    Some(match kind {
        PrivateEndpointKind::Workspace => Item::Workspace,
        PrivateEndpointKind::KeyVault => Item::KeyVault,
        PrivateEndpointKind::Registry => Item::Registry,
        PrivateEndpointKind::Monitor => Item::Insights,
        _ => Item::Storage(plan.default_storage()?.id),
    })
}

/// Where a cause is looked for, and what tells it from others there.
fn place(plan: &Plan, flow: &RequiredFlow, kind: Blocker, hop: &Hop) -> (Subject, &'static str) {
    let here = match hop.at {
        Spot::Subnet(subnet) => Item::Subnet(subnet),
        Spot::Vnet(vnet) => Item::Vnet(vnet),
        Spot::Firewall(id) => Item::Firewall(id),
        Spot::Gateway(id) => Item::Gateway(id),
        Spot::NatGateway(id) => Item::NatGateway(id),
        Spot::PrivateEndpoint(id) => Item::PrivateEndpoint(id),
        Spot::OnPremises => Item::OnPremises,
        Spot::Appliance(_) | Spot::Service | Spot::Internet | Spot::Platform | Spot::Nowhere => {
            flow.subnet.map_or(Item::OnPremises, Item::Subnet)
        }
    };
    let item = hop.item.unwrap_or(here);
    match kind {
        Blocker::Way if is_nsg(hop.stage) => {
            (flow.subnet.map_or(item, Item::Subnet).into(), "peering")
        }
        Blocker::Rule => match hop.stage {
            Stage::InboundNsg => (item.into(), "inbound"),
            _ => (item.into(), "outbound"),
        },
        Blocker::Way => match hop.stage {
            Stage::Peering => (item.into(), "peering"),
            Stage::Gateway => (item.into(), "gateway"),
            Stage::PublicAddress => (item.into(), "public-address"),
            _ => (item.into(), "route"),
        },
        Blocker::Reply => {
            let parting = flow.path.asymmetry.as_ref();
            let subnet = parting.map(|parting| Item::Subnet(parting.subnet));
            (subnet.unwrap_or(item).field("route_table"), "")
        }
        Blocker::Name => match client(plan, flow) {
            Some(vnet) => (Item::Vnet(vnet).into(), ""),
            None => (Item::Dns.field("forwarders_confirmed"), "on-premises"),
        },
        Blocker::Firewall => (item.into(), ""),
        Blocker::Service => match service(plan, flow) {
            Some(service) => match flow.stated.other {
                Other::Service(kind) => (service.into(), kind.word()),
                _ => (service.into(), ""),
            },
            None => (item.into(), ""),
        },
    }
}

impl Cause<'_> {
    /// `snet-training cannot reach AzureMachineLearning on TCP 443`, or how many flows of whom are stopped.
    pub(super) fn title(&self) -> String {
        match &*self.flows {
            [only] => format!("{} cannot reach {}", only.from, end(only)),
            flows => {
                let count = u64::try_from(flows.len()).unwrap_or(u64::MAX);
                let mut names: Vec<String> = Vec::new();
                for flow in flows {
                    if !names.contains(&flow.workload) {
                        names.push(flow.workload.clone());
                    }
                }
                format!(
                    "{} of {} fail",
                    wording::count(count, "required flow", "required flows"),
                    wording::list(&names)
                )
            }
        }
    }

    /// What decides, what is stopped by it, and what breaks.
    pub(super) fn message(&self, advice: &str) -> String {
        let mut message = self.why.clone();
        if self.flows.len() > 1 {
            const SHOWN: usize = 6;
            let mut ends: Vec<String> = Vec::new();
            for flow in &self.flows {
                let end = end(flow);
                if !ends.contains(&end) {
                    ends.push(end);
                }
            }
            let more = ends.len().saturating_sub(SHOWN);
            ends.truncate(SHOWN);
            if more > 0 {
                ends.push(format!("{more} more"));
            }
            message.push_str(" It stops ");
            message.push_str(&wording::list(&ends));
            message.push('.');
        }
        let mut essential = self.flows.iter().filter(|flow| flow.stated.essential);
        if let Some(flow) = essential.next().or(self.flows.first()) {
            message.push(' ');
            message.push_str(flow.stated.breaks);
        }
        if !advice.is_empty() {
            message.push(' ');
            message.push_str(advice);
        }
        message
    }

    /// True if a workload fails, and not only a part of it.
    pub(super) fn is_essential(&self) -> bool {
        self.flows.iter().any(|flow| flow.stated.essential)
    }
}

/// The end that answers, with protocol and port: `AzureMachineLearning on TCP 443`.
fn end(flow: &RequiredFlow) -> String {
    let to = &flow.to;
    match (flow.probe.protocol, flow.probe.port) {
        (Protocol::Any, None) => to.clone(),
        (Protocol::Any, Some(port)) => format!("{to} on {port}"),
        (protocol, Some(port)) => format!("{to} on {} {port}", protocol.label()),
        (protocol, None) => format!("{to} by {}", protocol.label()),
    }
}
