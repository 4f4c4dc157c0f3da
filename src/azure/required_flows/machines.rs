//! What attached machines (VM-2 to VM-10), jump hosts, Azure Bastion (NSG-40, NSG-41) and people on-premises
//! need. Remote studio clients and those who submit batch jobs sit on jump hosts or on-premises (BATCH-8).

use super::{DNS, Flow, HTTPS, Other, When, Workload};
use crate::azure::outbound::Need;
use crate::azure::security_rules as rules;
use crate::azure::sources::{
    AML_BATCH, AML_DNS, AML_FW, AML_PL, AML_TRAIN, AML_WS, BAS_NSG, HDI_IP, NET_TAGS, PE_DNS,
    SEED_A, SEED_B,
};
use crate::domain::{PrivateEndpointKind as Kind, Protocol};

const A: Workload = Workload::Attached;
const J: Workload = Workload::JumpHost;
const B: Workload = Workload::Bastion;
const O: Workload = Workload::OnPremises;

pub(super) const FLOWS: &[Flow] = &[
    Flow::permitted("FLW-ATT01", A, rules::ATTACHED_SSH.value, &[22])
        .on(Protocol::Tcp, &[22])
        .because(
            "Azure Machine Learning logs in over SSH, to attach the machine and to run jobs.",
            "The machine cannot be attached, and runs no jobs.",
        )
        .stated(&["VM-2"], &[&SEED_A, &AML_TRAIN]),
    Flow::new("FLW-ATT02", A, Other::Hosts("AML-50", Need::Compute))
        .optional()
        .because(
            "Jobs sign in to Microsoft Entra ID.",
            "Jobs on the machine cannot sign in.",
        )
        .stated(&["VM-5", "AML-50"], &[&AML_TRAIN, &AML_FW]),
    Flow::new("FLW-ATT03", A, Other::Hosts("AML-53", Need::Compute))
        .optional()
        .because(
            "Jobs report to the API of Azure Machine Learning.",
            "Jobs on the machine report neither metrics nor results.",
        )
        .stated(&["VM-5", "AML-53"], &[&AML_TRAIN, &AML_FW]),
    Flow::new("FLW-ATT04", A, Other::Service(Kind::Blob))
        .optional()
        .because(
            "Jobs read their data from blobs and write their output there.",
            "Jobs on the machine cannot read their input or keep their output.",
        )
        .stated(&["VM-5", "PE-2"], &[&AML_TRAIN, &AML_WS]),
    Flow::new("FLW-ATT05", A, Other::Dns)
        .on(Protocol::Udp, DNS)
        .because(
            "Every connection starts with a look-up of a name.",
            "The machine finds no service by its name.",
        )
        .stated(&["DNS-25"], &[&PE_DNS, &AML_DNS]),
    Flow::permitted("FLW-HDI01", Workload::HdInsight, rules::HDINSIGHT.value, HTTPS)
        .because(
            "Azure manages HDInsight clusters from outside.",
            "The cluster cannot be created or repaired.",
        )
        .stated(&["VM-9"], &[&HDI_IP, &NET_TAGS]),
    Flow::permitted("FLW-HDI02", Workload::HdInsight, rules::ATTACHED_SSH.value, &[22])
        .on(Protocol::Tcp, &[22])
        .because(
            "Azure Machine Learning logs in over SSH, to attach the cluster and to run jobs.",
            "The cluster cannot be attached, and runs no jobs.",
        )
        .stated(&["VM-2"], &[&SEED_A, &AML_TRAIN]),
    Flow::new("FLW-HDI03", Workload::HdInsight, Other::Dns)
        .on(Protocol::Udp, DNS)
        .because(
            "Nodes of HDInsight look up names at the DNS servers of the VNet.",
            "Nodes do not find each other nor Azure's services.",
        )
        .stated(&["VM-10"], &[&HDI_IP]),
    Flow::new("FLW-JMP01", J, Other::Service(Kind::Workspace))
        .because(
            "People open studio, submit jobs and invoke batch endpoints at the workspace.",
            "Nobody on the jump host reaches the workspace.",
        )
        .stated(&["BATCH-8", "PE-1"], &[&AML_PL, &AML_BATCH, &SEED_B]),
    Flow::new("FLW-JMP02", J, Other::Service(Kind::Blob))
        .because(
            "Studio and the CLI read and write blobs themselves: code, data previews, batch input.",
            "Uploads and data previews fail, although studio opens.",
        )
        .stated(&["PE-2", "PE-23"], &[&AML_WS, &AML_PL]),
    Flow::new("FLW-JMP03", J, Other::Service(Kind::File))
        .on(Protocol::Tcp, &[443, 445])
        .optional()
        .because(
            "Notebooks lie in the file share; studio reads it, and people may mount it.",
            "Notebooks do not open in studio.",
        )
        .stated(&["PE-3", "PE-23"], &[&AML_WS, &AML_PL]),
    Flow::new("FLW-JMP04", J, Other::Service(Kind::Registry))
        .optional()
        .because(
            "People push and inspect images in the container registry.",
            "Images cannot be pushed or inspected from the jump host.",
        )
        .stated(&["PE-8"], &[&AML_WS]),
    Flow::new("FLW-JMP05", J, Other::Service(Kind::KeyVault))
        .optional()
        .because(
            "People look after the secrets of the workspace.",
            "Secrets cannot be read or changed from the jump host.",
        )
        .stated(&["PE-7"], &[&AML_WS]),
    Flow::new("FLW-JMP06", J, Other::Hosts("AML-50", Need::Compute))
        .because(
            "People and the CLI sign in to Microsoft Entra ID.",
            "Nobody on the jump host can sign in.",
        )
        .stated(&["AML-50"], &[&AML_FW]),
    Flow::new("FLW-JMP07", J, Other::Hosts("AML-51", Need::Compute))
        .because(
            "Creating and changing computes and endpoints goes through the public Azure Resource Manager.",
            "The CLI cannot change the workspace or its computes.",
        )
        .stated(&["AML-51", "PE-38"], &[&AML_FW, &AML_PL]),
    Flow::new("FLW-JMP08", J, Other::Hosts("AML-52", Need::Compute))
        .because(
            "The pages of studio come from a public address, even for a private workspace.",
            "Studio does not open.",
        )
        .stated(&["AML-52"], &[&AML_FW]),
    Flow::new("FLW-JMP09", J, Other::Hosts("AML-54", Need::Compute))
        .optional()
        .because(
            "Notebooks in studio load their parts and look up people in Microsoft Graph.",
            "Notebooks in studio stay blank.",
        )
        .stated(&["AML-54"], &[&AML_FW]),
    Flow::new("FLW-JMP10", J, Other::Dns)
        .on(Protocol::Udp, DNS)
        .because(
            "Every connection starts with a look-up of a name.",
            "The jump host finds no service by its name.",
        )
        .stated(&["DNS-25", "DNS-27"], &[&PE_DNS, &AML_DNS]),
    Flow::permitted("FLW-BAS01", B, rules::BASTION_HTTPS, HTTPS)
        .because(
            "People open Bastion sessions from their browsers.",
            "No session can be opened.",
        )
        .stated(&["NSG-40"], &[&BAS_NSG]),
    Flow::permitted("FLW-BAS02", B, rules::BASTION_MANAGER, HTTPS)
        .because(
            "Azure manages the Bastion host.",
            "The Bastion host cannot be created or updated.",
        )
        .stated(&["NSG-40"], &[&BAS_NSG]),
    Flow::permitted("FLW-BAS03", B, rules::BASTION_PROBES, HTTPS)
        .because(
            "A load balancer of Azure probes the instances of the Bastion host.",
            "Bastion counts as down, and sessions are not opened.",
        )
        .stated(&["NSG-40"], &[&BAS_NSG]),
    Flow::permitted("FLW-BAS04", B, rules::BASTION_IN, &[8080, 5701])
        .with(Other::Itself)
        .inbound()
        .because(
            "Instances of the Bastion host talk to each other.",
            "Sessions break off or do not open.",
        )
        .stated(&["NSG-40"], &[&BAS_NSG]),
    Flow::permitted("FLW-BAS05", B, rules::BASTION_SESSIONS, &[22])
        .with(Other::LinuxHosts)
        .on(Protocol::Tcp, &[22])
        .because(
            "Bastion opens SSH sessions on Linux hosts.",
            "People cannot log in to the host.",
        )
        .stated(&["NSG-40", "NSG-41"], &[&BAS_NSG]),
    Flow::permitted("FLW-BAS06", B, rules::BASTION_SESSIONS, &[3389])
        .with(Other::WindowsHosts)
        .on(Protocol::Tcp, &[3389])
        .because(
            "Bastion opens RDP sessions on Windows hosts.",
            "People cannot log in to the host.",
        )
        .stated(&["NSG-40", "NSG-41"], &[&BAS_NSG]),
    Flow::permitted("FLW-BAS07", B, rules::BASTION_AZURE, HTTPS)
        .because(
            "Bastion stores diagnostics and reaches Azure's services.",
            "The Bastion host cannot be created or updated.",
        )
        .stated(&["NSG-40"], &[&BAS_NSG]),
    Flow::permitted("FLW-BAS08", B, rules::BASTION_OUT, &[8080, 5701])
        .with(Other::Itself)
        .because(
            "Instances of the Bastion host talk to each other.",
            "Sessions break off or do not open.",
        )
        .stated(&["NSG-40"], &[&BAS_NSG]),
    Flow::permitted("FLW-BAS09", B, rules::BASTION_HTTP, &[80])
        .on(Protocol::Tcp, &[80])
        .because(
            "Bastion fetches session information and checks certificates.",
            "Shareable links and certificate checks fail.",
        )
        .stated(&["NSG-40"], &[&BAS_NSG]),
    Flow::new("FLW-ONP01", O, Other::Service(Kind::Workspace))
        .when(When::PrivateEndpoints)
        .optional()
        .because(
            "People on-premises open studio, submit jobs and invoke batch endpoints.",
            "Nobody on-premises reaches the workspace; a jump host is the only way.",
        )
        .stated(&["PE-1", "BATCH-8", "DNS-27"], &[&AML_PL, &AML_DNS]),
    Flow::new("FLW-ONP02", O, Other::Service(Kind::Blob))
        .when(When::PrivateEndpoints)
        .optional()
        .because(
            "Studio and the CLI read and write blobs themselves, from where they run.",
            "Uploads and data previews fail on-premises.",
        )
        .stated(&["PE-2", "PE-23"], &[&AML_WS, &AML_PL]),
    Flow::new("FLW-ONP03", O, Other::Service(Kind::File))
        .when(When::PrivateEndpoints)
        .optional()
        .because(
            "Notebooks lie in the file share, which studio reads from where it runs.",
            "Notebooks do not open in studio on-premises.",
        )
        .stated(&["PE-3", "PE-23"], &[&AML_WS, &AML_PL]),
];
