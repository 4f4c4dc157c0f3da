//! The handbook's regular expressions are the specification: `regex` is the oracle here, and only here.

#![expect(
    clippy::expect_used,
    reason = "tests; clippy does not see it behind a compound cfg"
)]

use proptest::prelude::*;
use regex::Regex;

use super::*;

/// Every kind with a stated rule, with the expression (and what must not match) that specifies it.
fn specification() -> Vec<(NameKind, &'static str, Option<&'static str>)> {
    let network = r"^[A-Za-z0-9]([A-Za-z0-9_.\-]{0,78}[A-Za-z0-9_])?$";
    let vnet = r"^[A-Za-z0-9][A-Za-z0-9_.\-]{0,62}[A-Za-z0-9_]$";
    let endpoint = r"^[A-Za-z]([A-Za-z0-9]|-[A-Za-z0-9])*$";
    let host = r#"^[^\s\p{Cc}~!@\#$%^&*()=+_\[\]{}\\|;:.'",<>/?]+$"#;
    let mut rows = vec![
        (
            NameKind::ResourceGroup,
            r"^[\p{L}\p{Nd}\-_.()]{0,89}[\p{L}\p{Nd}\-_()]$",
            None,
        ),
        (NameKind::VirtualNetwork, vnet, None),
        (NameKind::PrivateEndpoint, vnet, None),
        (NameKind::StorageAccount, r"^[a-z0-9]{3,24}$", None),
        (
            NameKind::KeyVault,
            r"^[A-Za-z][A-Za-z0-9\-]{1,22}[A-Za-z0-9]$",
            Some("--"),
        ),
        (NameKind::ContainerRegistry, r"^[A-Za-z0-9]{5,50}$", None),
        (
            NameKind::Workspace,
            r"^[A-Za-z0-9][A-Za-z0-9_\-]{2,32}$",
            None,
        ),
        (
            NameKind::Compute,
            r"^[A-Za-z][A-Za-z0-9\-]{2,23}$",
            Some("-[0-9]+$"),
        ),
        (NameKind::BatchEndpoint, endpoint, Some("^.{0,2}$|^.{33,}$")),
        (
            NameKind::BatchDeployment,
            endpoint,
            Some("^.{0,2}$|^.{33,}$"),
        ),
        (
            NameKind::AksCluster,
            r"^[A-Za-z0-9]([A-Za-z0-9_\-]{0,61}[A-Za-z0-9])?$",
            None,
        ),
        (NameKind::NodePool, r"^[a-z][a-z0-9]{0,11}$", None),
        (NameKind::WindowsVirtualMachine, host, Some("-$|^.{16,}$")),
        (NameKind::LinuxVirtualMachine, host, Some("-$|^.{65,}$")),
        (
            NameKind::LogAnalytics,
            r"^[A-Za-z0-9][A-Za-z0-9\-]{2,61}[A-Za-z0-9]$",
            None,
        ),
        (
            NameKind::ManagedIdentity,
            r"^[A-Za-z0-9][A-Za-z0-9_\-]{2,127}$",
            None,
        ),
        (
            NameKind::HdInsight,
            r"^[A-Za-z0-9][A-Za-z0-9\-]{1,57}[A-Za-z0-9]$",
            None,
        ),
    ];
    for kind in [
        NameKind::Subnet,
        NameKind::NetworkSecurityGroup,
        NameKind::SecurityRule,
        NameKind::RouteTable,
        NameKind::Route,
        NameKind::Peering,
        NameKind::NatGateway,
        NameKind::Bastion,
        NameKind::PublicIp,
        NameKind::NetworkInterface,
        NameKind::ZoneLink,
        NameKind::Firewall,
    ] {
        rows.push((kind, network, None));
    }
    rows
}

const UNSTATED: [NameKind; 5] = [
    NameKind::VpnGateway,
    NameKind::ExpressRouteGateway,
    NameKind::FirewallPolicy,
    NameKind::ApplicationInsights,
    NameKind::PrivateLinkScope,
];

struct Oracle {
    kind: NameKind,
    accepts: Regex,
    refuses: Option<Regex>,
}

impl Oracle {
    fn all() -> &'static [Self] {
        static ORACLES: std::sync::OnceLock<Vec<Oracle>> = std::sync::OnceLock::new();
        ORACLES.get_or_init(|| {
            specification()
                .into_iter()
                .map(|(kind, accepts, refuses)| Self {
                    kind,
                    accepts: Regex::new(accepts).expect("the handbook's expression"),
                    refuses: refuses
                        .map(|text| Regex::new(text).expect("the handbook's exception")),
                })
                .collect()
        })
    }

    fn accepts(&self, name: &str) -> bool {
        self.accepts.is_match(name)
            && !self
                .refuses
                .as_ref()
                .is_some_and(|refuses| refuses.is_match(name))
    }
}

fn every_kind() -> Vec<NameKind> {
    let stated = specification().into_iter().map(|(kind, ..)| kind);
    stated.chain(UNSTATED).collect()
}

/// Names near the edges of the rules: mostly good characters, some bad ones, lengths up to beyond the longest.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z0-9_.-]{0,30}",
        "[a-z0-9-]{1,26}",
        "[a-z]{1,4}(-[a-z0-9]{0,3}){0,3}",
        "[A-Za-z0-9_.()-]{50,135}",
        "[ -~äß東Ж٣\t]{0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn agrees_with_the_handbook(name in name()) {
        for oracle in Oracle::all() {
            let checked = check(oracle.kind, &name);
            prop_assert_eq!(checked.is_ok(), oracle.accepts(&name), "{:?} {:?}", oracle.kind, checked);
        }
    }

    #[test]
    fn suggests_only_names_that_pass(text in name()) {
        for kind in every_kind() {
            if let Some(suggestion) = suggest(kind, &text) {
                prop_assert_eq!(check(kind, &suggestion), Ok(()), "{:?}", kind);
            }
        }
    }

    #[test]
    fn keeps_a_clean_name(text in "[a-z]{5,12}") {
        for kind in every_kind() {
            prop_assert_eq!(suggest(kind, &text), Some(text.clone()));
        }
    }

    #[test]
    fn generates_names_that_pass(workload in "[a-z]{2}.{0,40}", role in ".{0,12}", number in "[0-9]{0,3}") {
        for kind in every_kind() {
            let name = generate(kind, &["abc", &workload, &role, &number]);
            prop_assert_eq!(check(kind, &name), Ok(()), "{:?}", kind);
        }
    }
}

#[test]
fn names_every_kind_once() {
    let kinds = every_kind();
    for (index, kind) in kinds.iter().enumerate() {
        assert!(!kinds[index + 1..].contains(kind), "{kind:?}");
    }
    assert_eq!(kinds.len(), 34);
}

#[test]
fn asks_only_for_some_name_where_no_rule_is_stated() {
    for kind in UNSTATED {
        assert_eq!(source(kind), None);
        assert_eq!(check(kind, "whatever you like"), Ok(()));
        assert!(check(kind, "").is_err());
    }
}

#[test]
fn says_what_is_wrong_in_words() {
    let message = |kind, name| check(kind, name).expect_err("a wrong name").to_string();
    for (kind, name, expected) in [
        (NameKind::KeyVault, "", "a key vault name is expected"),
        (
            NameKind::KeyVault,
            "kv",
            "“kv” has 2 characters; a key vault name has 3 to 24",
        ),
        (
            NameKind::VirtualNetwork,
            "v",
            "“v” has 1 character; a VNet name has 2 to 64",
        ),
        (
            NameKind::StorageAccount,
            "st-fraud",
            "“st-fraud” contains “-”; a storage account name has lowercase letters and digits",
        ),
        (
            NameKind::Workspace,
            "my workspace",
            "“my workspace” contains a space; a workspace name has letters, digits, hyphens and underscores",
        ),
        (
            NameKind::Subnet,
            "a\u{200a}b",
            "“a\u{200a}b” contains an invisible character; a subnet name has letters, digits, hyphens, \
             underscores and periods",
        ),
        (
            NameKind::Compute,
            "2gpu",
            "“2gpu” starts with “2”; a compute name starts with a letter",
        ),
        (
            NameKind::Subnet,
            "snet-",
            "“snet-” ends with “-”; a subnet name ends with a letter, a digit or an underscore",
        ),
        (
            NameKind::KeyVault,
            "kv--fraud",
            "“kv--fraud” has two hyphens in a row; a key vault name has single hyphens",
        ),
        (
            NameKind::Compute,
            "cpu-01",
            "“cpu-01” ends with a hyphen and digits; a compute name does not",
        ),
        (
            NameKind::ResourceGroup,
            "rg-fraud.",
            "“rg-fraud.” ends with “.”; a resource group name ends with a letter, a digit, a hyphen, \
             an underscore or a bracket",
        ),
    ] {
        assert_eq!(message(kind, name), expected);
    }
}

#[test]
fn suggests_the_nearest_name() {
    for (kind, text, expected) in [
        (
            NameKind::StorageAccount,
            "ST-Fraud_Prod",
            Some("stfraudprod"),
        ),
        (NameKind::KeyVault, "kv--fraud-", Some("kv-fraud")),
        (NameKind::Compute, "cpu-01", Some("cpu01")),
        (NameKind::Compute, "2 gpu", Some("gpu")),
        (NameKind::Subnet, " my subnet ", Some("my-subnet")),
        (
            NameKind::WindowsVirtualMachine,
            "vm-fraud-detection-jump",
            Some("vm-fraud-detect"),
        ),
        (NameKind::StorageAccount, "--", None),
        (NameKind::KeyVault, "東京", None),
    ] {
        assert_eq!(suggest(kind, text).as_deref(), expected, "{text}");
    }
}

#[test]
fn generates_names_in_the_frameworks_style() {
    for (kind, parts, expected) in [
        (
            NameKind::VirtualNetwork,
            &["fraud", "ml", "prod"][..],
            "vnet-fraud-ml-prod",
        ),
        (
            NameKind::StorageAccount,
            &["fraud", "ml", "prod", "01"],
            "stfraudmlprod01",
        ),
        (NameKind::ResourceGroup, &["ml", "ml", "dev"], "rg-ml-dev"),
        (
            NameKind::Workspace,
            &["fraud", "", "prod"],
            "mlw-fraud-prod",
        ),
        (NameKind::Compute, &["cpu", "fraud", "01"], "cpu-fraud01"),
        (
            NameKind::WindowsVirtualMachine,
            &["recommendations", "jump"],
            "vm-recomme-jump",
        ),
        (
            NameKind::KeyVault,
            &["recommendations", "ml", "production", "01"],
            "kv-recomme-ml-product-01",
        ),
    ] {
        assert_eq!(generate(kind, parts), expected);
    }
}
