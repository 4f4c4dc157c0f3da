//! What was checked: required flows with their verdicts, findings, and the pages behind both.

use crate::azure::Source;
use crate::exports::Input;
use crate::exports::page::{Block, Line, Page, Span, Tone, code, column, text};
use crate::flow::{Hop, RequiredFlow, Stage, Verdict};
use crate::rules::{Finding, Severity};

pub(super) fn flows(input: &Input<'_>, page: &mut Page) {
    page.heading(2, "Required flows");
    page.paragraph(text(input.flows.summary()).text(
        ". Answered from the plan alone, by its rules, routes, peerings and zones: unknown is what happens \
         outside of it.",
    ));
    for group in input.flows.groups() {
        let title = group.first().map_or("", |flow| flow.workload.as_str());
        let rows = group.iter().map(flow_row).collect();
        let columns = ["Flow", "From", "To", "Port", "Verdict", "Decided by", "Why"].map(column);
        page.section(title, "", &columns, rows);
    }
}

fn flow_row(flow: &RequiredFlow) -> Vec<Line> {
    // One stage is enough to stop a flow; to pass takes all of them.
    let decided = if let Some(hop) = flow.path.deciding() {
        stage(hop)
    } else {
        let mut line = Line::default();
        for hop in flow.path.forward.iter().filter(|hop| is_chosen(hop)) {
            if !line.0.is_empty() {
                line = line.text(", ");
            }
            line.0.extend(stage(hop).0);
        }
        match flow.path.forward.first() {
            Some(first) if line.0.is_empty() => stage(first),
            _ => line,
        }
    };
    let why = match flow.verdict() {
        Verdict::Allowed => text(flow.stated.why),
        Verdict::Denied | Verdict::Unknown => {
            let hop = flow.path.deciding().map_or("", |hop| hop.why.as_str());
            text(hop)
                .text(if hop.is_empty() { "" } else { " " })
                .text(flow.stated.breaks)
        }
    };
    vec![
        code(flow.stated.code),
        text(&flow.from),
        text(&flow.to),
        text(port(flow)),
        Line::default().with(verdict(flow.verdict())),
        decided,
        why,
    ]
}

/// Whether something that has a name lets a flow on. Routes only say where it goes next.
fn is_chosen(hop: &Hop) -> bool {
    hop.decided_by.is_some() && hop.stage != Stage::Route
}

/// `Outbound NSG: Allow-Vnet`.
fn stage(hop: &Hop) -> Line {
    let line = text(hop.stage.label());
    match &hop.decided_by {
        Some(name) => line.text(": ").code(name),
        None => line,
    }
}

/// `TCP 443`.
fn port(flow: &RequiredFlow) -> String {
    use crate::domain::Word;
    let protocol = flow.probe.protocol.label();
    flow.probe
        .port
        .map_or_else(|| protocol.to_owned(), |port| format!("{protocol} {port}"))
}

/// A verdict as a badge.
pub(in crate::exports) fn verdict(verdict: Verdict) -> Span {
    let (tone, word) = match verdict {
        Verdict::Allowed => (Tone::Good, "Passes"),
        Verdict::Denied => (Tone::Error, "Blocked"),
        Verdict::Unknown => (Tone::Warning, "Unknown"),
    };
    Span::Badge(tone, word.to_owned())
}

pub(super) fn findings(input: &Input<'_>, page: &mut Page) {
    page.heading(2, "Findings");
    let open: Vec<Vec<Line>> = input.findings.open().map(finding_row).collect();
    let settled: Vec<Vec<Line>> = input
        .findings
        .iter()
        .filter_map(|finding| {
            let mut row = finding_row(finding);
            row.push(text(finding.acknowledged.as_ref()?));
            Some(row)
        })
        .collect();
    if open.is_empty() {
        page.push(Block::Notice(
            Tone::Good,
            "No open findings.".to_owned(),
            Vec::new(),
        ));
    } else {
        let columns = ["Severity", "Code", "What", "Why, and what to do"].map(column);
        page.section("Open", "", &columns, open);
    }
    let columns = ["Severity", "Code", "What", "Why", "Accepted because"].map(column);
    let intro = "The team knows these and lives with them.";
    page.section("Acknowledged", intro, &columns, settled);
}

fn finding_row(finding: &Finding) -> Vec<Line> {
    vec![
        Line::default().with(severity(finding.severity)),
        code(finding.rule.code),
        Line::default().strong(&finding.title),
        text(&finding.message),
    ]
}

fn severity(severity: Severity) -> Span {
    let (tone, word) = match severity {
        Severity::Error => (Tone::Error, "Error"),
        Severity::Warning => (Tone::Warning, "Warning"),
        Severity::Advice => (Tone::Note, "Note"),
    };
    Span::Badge(tone, word.to_owned())
}

/// The pages that the findings and flows rest on.
pub(super) fn sources(input: &Input<'_>, page: &mut Page) {
    let of_findings = input
        .findings
        .iter()
        .flat_map(|finding| finding.rule.sources);
    let of_flows = input
        .flows
        .flows
        .iter()
        .flat_map(|flow| flow.stated.sources);
    let mut all: Vec<&Source> = of_findings.chain(of_flows).copied().collect();
    all.sort_by_key(|source| (source.title, source.url));
    all.dedup();
    if all.is_empty() {
        return;
    }
    page.heading(2, "Sources");
    let lines = all.into_iter().map(|source| {
        let link = Span::Link {
            text: source.title.to_owned(),
            url: source.url,
        };
        Line::default()
            .with(link)
            .text(format!(" (edition of {})", source.checked))
    });
    page.push(Block::List(lines.collect()));
}
