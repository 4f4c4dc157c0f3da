//! Names that Azure accepts, made from a workload's words or from a name that it refuses.

use super::{NameKind, check, nearest, shape::Shape};

/// The Cloud Adoption Framework's abbreviation; empty where it has none and none is customary.
pub fn abbreviation(kind: NameKind) -> &'static str {
    match kind {
        NameKind::ResourceGroup => "rg",
        NameKind::VirtualNetwork => "vnet",
        NameKind::Subnet => "snet",
        NameKind::NetworkSecurityGroup => "nsg",
        NameKind::SecurityRule => "nsgsr",
        NameKind::RouteTable => "rt",
        NameKind::Route => "udr",
        NameKind::Peering => "peer",
        NameKind::NatGateway => "ng",
        NameKind::Bastion => "bas",
        NameKind::PublicIp => "pip",
        NameKind::NetworkInterface => "nic",
        NameKind::VpnGateway => "vgw",
        NameKind::ExpressRouteGateway => "ergw",
        NameKind::PrivateEndpoint => "pep",
        NameKind::Firewall => "afw",
        NameKind::FirewallPolicy => "afwp",
        NameKind::StorageAccount => "st",
        NameKind::KeyVault => "kv",
        NameKind::ContainerRegistry => "cr",
        NameKind::Workspace => "mlw",
        NameKind::AksCluster => "aks",
        NameKind::NodePool => "np",
        NameKind::WindowsVirtualMachine | NameKind::LinuxVirtualMachine => "vm",
        NameKind::LogAnalytics => "log",
        NameKind::ApplicationInsights => "appi",
        NameKind::ManagedIdentity => "id",
        // The framework has no abbreviation for these; the product's own convention.
        NameKind::ZoneLink => "link",
        NameKind::PrivateLinkScope => "ampls",
        NameKind::BatchEndpoint => "be",
        NameKind::HdInsight => "hdi",
        NameKind::Compute | NameKind::BatchDeployment => "",
    }
}

/// A name from the abbreviation and some parts, such as `vnet-fraud-ml-prod` or `stfraudmlprod01`.
///
/// Blank parts and parts that repeat the one before are left out. When the whole is too long, the longest
/// part gives way, so that what tells two names apart stays. Parts without a single usable character give a
/// name that Azure may refuse; [`check`] says so.
pub fn generate(kind: NameKind, parts: &[&str]) -> String {
    let shape = nearest(kind);
    let mut words: Vec<String> = Vec::new();
    for part in std::iter::once(&abbreviation(kind)).chain(parts) {
        let word = cleaned(shape, &part.trim().to_lowercase());
        if !word.is_empty() && words.last() != Some(&word) {
            words.push(word);
        }
    }
    let separator = if shape.all.contains('-') { "-" } else { "" };
    let mut name = words.join(separator);
    while name.chars().count() > shape.max && shorten_longest(&mut words) {
        name = words.join(separator);
    }
    suggest(kind, &name).unwrap_or(name)
}

/// Takes one character off the longest word; `false` when every word is down to one.
fn shorten_longest(words: &mut [String]) -> bool {
    // The first of the longest: it is the workload rather than the number at the end.
    let longest = words.iter().map(String::len).max().unwrap_or_default();
    let word = words.iter_mut().find(|word| word.len() == longest);
    word.filter(|word| word.chars().count() > 1)
        .and_then(String::pop)
        .is_some()
}

/// The nearest name that Azure accepts; `None` if nothing of the text can be kept.
pub fn suggest(kind: NameKind, text: &str) -> Option<String> {
    let shape = nearest(kind);
    let lowercase = !shape.all.contains('A');
    let text = if lowercase {
        text.to_lowercase()
    } else {
        text.to_owned()
    };
    let mut name: String = cleaned(shape, text.trim())
        .trim_start_matches(|c| !shape.first.contains(c))
        .chars()
        .take(shape.max)
        .collect();
    let end = name.trim_end_matches(|c| !shape.last.contains(c)).len();
    name.truncate(end);
    if !shape.numbered_end {
        name = without_late_hyphens(&name);
    }
    (name.chars().count() >= shape.min && check(kind, &name).is_ok()).then_some(name)
}

/// The characters that fit, with one hyphen for each run of others that separates words.
fn cleaned(shape: &Shape, text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '-' && shape.all.contains(c) {
            name.push(c);
        } else if !c.is_alphanumeric() && shape.all.contains('-') && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.trim_matches('-').to_owned()
}

/// Takes out hyphens after the last letter, since the portal wants a letter after each.
fn without_late_hyphens(name: &str) -> String {
    let end = name
        .trim_end_matches(|c: char| !c.is_ascii_alphabetic())
        .len();
    name.char_indices()
        .filter(|(index, c)| *index < end || *c != '-')
        .map(|(_, c)| c)
        .collect()
}
