//! What the computes of the workspace need (AML-18 to AML-41), the cluster that builds images (AML-74, PE-31)
//! and batch endpoints (BATCH-4, BATCH-8).

use super::{DNS, Flow, HTTPS, Other, When, Workload};
use crate::azure::outbound::Need;
use crate::azure::security_rules as rules;
use crate::azure::sources::{
    AML_BATCH, AML_DNS, AML_FW, AML_NET, AML_TRAIN, AML_WS, BATCH_MODE, NET_TAGS, PE_DNS, SEED_A,
    SEED_B,
};
use crate::domain::{PrivateEndpointKind as Kind, Protocol};

const C: Workload = Workload::Compute;
const SMB: &[u16] = &[445];

pub(super) const FLOWS: &[Flow] = &[
    Flow::permitted("FLW-CMP01", C, rules::ENTRA, &[80, 443])
        .because(
            "Nodes sign in to Microsoft Entra ID before they use any other service.",
            "Nodes cannot sign in, so that jobs and instances do not start.",
        )
        .stated(&["AML-30"], &[&AML_FW, &AML_NET]),
    Flow::permitted("FLW-CMP02", C, rules::ML_TCP, HTTPS)
        .because(
            "Nodes report to Azure Machine Learning and take their jobs from it.",
            "Nodes become unusable and jobs stay queued.",
        )
        .stated(&["AML-31"], &[&AML_TRAIN, &AML_FW]),
    Flow::permitted("FLW-CMP03", C, rules::ML_TCP, &[8787, 18881])
        .when(When::Instances)
        .optional()
        .because(
            "RStudio (8787) and code completion in notebooks (18881) on compute instances.",
            "RStudio does not open, and notebooks complete no code.",
        )
        .stated(&["AML-31"], &[&AML_TRAIN, &AML_FW]),
    Flow::permitted("FLW-CMP04", C, rules::ML_UDP, &[5831])
        .because(
            "Azure Machine Learning creates, updates and deletes computes over UDP.",
            "Compute instances cannot be created, changed or deleted.",
        )
        .stated(&["AML-32"], &[&AML_TRAIN, &AML_NET]),
    Flow::permitted("FLW-CMP05", C, rules::BATCH, HTTPS)
        .because(
            "Nodes call the Azure Batch service, which runs them.",
            "Nodes never become ready: Azure Batch hears nothing from them.",
        )
        .stated(&["AML-33"], &[&AML_TRAIN, &BATCH_MODE]),
    Flow::permitted("FLW-CMP06", C, rules::ARM, HTTPS)
        .because(
            "Nodes ask Azure Resource Manager about the workspace and its resources.",
            "Jobs that look up resources fail, and computes cannot be managed.",
        )
        .stated(&["AML-34"], &[&AML_FW]),
    Flow::permitted("FLW-CMP07", C, rules::STORAGE, HTTPS)
        .because(
            "Azure Batch keeps what nodes start with in storage on Microsoft's side.",
            "Nodes cannot fetch what they start with and become unusable.",
        )
        .stated(&["AML-35"], &[&AML_TRAIN, &AML_FW]),
    Flow::permitted("FLW-CMP08", C, rules::STORAGE_SMB, SMB)
        .when(When::PublicFileShare)
        .because(
            "Computes mount the file share of a storage account that has no private endpoint for it.",
            "The file share cannot be mounted, so that notebooks and some jobs do not start.",
        )
        .stated(&["AML-35", "AML-18"], &[&AML_TRAIN, &AML_FW]),
    Flow::permitted("FLW-CMP09", C, rules::FRONT_DOOR, HTTPS)
        .when(When::OutsideChina)
        .optional()
        .because(
            "Azure Machine Learning studio and AutoML are served through Azure Front Door.",
            "AutoML jobs and pages of studio do not load on computes.",
        )
        .stated(&["AML-36"], &[&AML_FW]),
    Flow::permitted("FLW-CMP10", C, rules::MCR, HTTPS)
        .because(
            "Images of jobs start from images of the Microsoft container registry.",
            "Jobs fail while they pull or build their image.",
        )
        .stated(&["AML-37"], &[&AML_FW]),
    Flow::permitted("FLW-CMP11", C, rules::FIRST_PARTY, HTTPS)
        .because(
            "The Microsoft container registry delivers the layers of images through Front Door.",
            "Images are found but their layers do not arrive.",
        )
        .stated(&["AML-38"], &[&AML_FW, &NET_TAGS]),
    Flow::permitted("FLW-CMP12", C, rules::MONITOR, HTTPS)
        .when(When::WithoutMonitorScope)
        .optional()
        .because(
            "Computes send logs and metrics to Azure Monitor, and diagnostics for support.",
            "Logs and metrics of jobs are lost, and support cannot see what went wrong.",
        )
        .stated(&["AML-39"], &[&AML_FW]),
    Flow::permitted("FLW-CMP13", C, rules::KEY_VAULT, HTTPS)
        .when(When::HighBusinessImpact)
        .because(
            "A workspace of high business impact keeps keys in a vault of Azure Batch.",
            "Nodes of a high-impact workspace cannot read their keys and do not start.",
        )
        .stated(&["AML-40"], &[&AML_FW, &AML_NET]),
    Flow::permitted("FLW-CMP14", C, rules::ENDPOINTS, HTTPS)
        .with(Other::Service(Kind::Workspace))
        .when(When::PrivateEndpoints)
        .because(
            "Nodes reach a private workspace by its private endpoint.",
            "Nodes cannot reach the workspace and become unusable.",
        )
        .stated(&["AML-41", "AML-20", "PE-1"], &[&AML_TRAIN, &AML_FW]),
    Flow::permitted("FLW-CMP15", C, rules::ENDPOINTS, HTTPS)
        .with(Other::Service(Kind::Blob))
        .when(When::PrivateEndpoints)
        .because(
            "Data, code, logs and models of every job lie in blobs of the default account.",
            "Jobs cannot read their input or keep their output.",
        )
        .stated(&["AML-41", "PE-2"], &[&AML_FW, &AML_WS]),
    Flow::permitted("FLW-CMP16", C, rules::ENDPOINTS, &[443, 445])
        .with(Other::Service(Kind::File))
        .when(When::PrivateEndpoints)
        .because(
            "Computes mount the file share of the default storage account.",
            "The file share cannot be mounted: notebooks and code snapshots are missing.",
        )
        .stated(&["AML-41", "AML-18", "PE-3"], &[&AML_TRAIN, &AML_FW]),
    Flow::permitted("FLW-CMP17", C, rules::ENDPOINTS, HTTPS)
        .with(Other::Service(Kind::KeyVault))
        .when(When::PrivateEndpoints)
        .because(
            "The workspace keeps its secrets and connections in the key vault.",
            "Jobs that use a secret or a stored connection fail.",
        )
        .stated(&["AML-41", "PE-7"], &[&AML_FW, &AML_WS]),
    Flow::permitted("FLW-CMP18", C, rules::ENDPOINTS, HTTPS)
        .with(Other::Service(Kind::Registry))
        .when(When::PrivateEndpoints)
        .because(
            "Nodes pull the images of their jobs from the container registry.",
            "Jobs fail before they start: their image cannot be pulled.",
        )
        .stated(&["AML-41", "PE-8"], &[&AML_FW, &AML_WS]),
    Flow::permitted("FLW-CMP19", C, rules::ENDPOINTS, HTTPS)
        .with(Other::Service(Kind::Monitor))
        .when(When::PrivateEndpoints)
        .optional()
        .because(
            "Computes send logs and metrics to the private link scope of Azure Monitor.",
            "Logs and metrics of jobs are lost.",
        )
        .stated(&["AML-41", "PE-9"], &[&AML_WS]),
    Flow::permitted("FLW-CMP20", C, rules::ENDPOINTS, HTTPS)
        .with(Other::DataAccounts)
        .when(When::PrivateEndpoints)
        .because(
            "Jobs read data from storage accounts beside the workspace's own.",
            "Jobs that use this data fail.",
        )
        .stated(&["AML-41", "PE-6"], &[&AML_FW, &AML_WS]),
    Flow::permitted("FLW-CMP21", C, rules::VS_CODE, &[8704])
        .with(Other::Itself)
        .when(When::Instances)
        .optional()
        .because(
            "VS Code opens sessions on compute instances on ports 8704 to 8710.",
            "VS Code cannot connect to compute instances.",
        )
        .stated(&["AML-41"], &[&AML_FW]),
    Flow::new("FLW-CMP22", C, Other::Dns)
        .on(Protocol::Udp, DNS)
        .because(
            "Every connection starts with a look-up of a name.",
            "No service is found by its name, so that nodes become unusable.",
        )
        .stated(&["DNS-25", "DNS-27"], &[&PE_DNS, &AML_DNS]),
    Flow::permitted("FLW-CMP23", C, rules::ML_INBOUND, &[44224])
        .when(When::PublicIp)
        .because(
            "Azure Machine Learning starts and stops computes with public IP addresses from outside.",
            "Nodes become unusable.",
        )
        .stated(&["AML-21", "AML-27", "AML-70"], &[&AML_TRAIN, &AML_FW]),
    Flow::permitted("FLW-CMP24", C, rules::BATCH_INBOUND, &[29876, 29877])
        .when(When::ClassicPublicIp)
        .because(
            "By the rules of 2019 Azure Batch reaches nodes from outside.",
            "Nodes become unusable.",
        )
        .stated(&["AML-22", "AML-27", "AML-71", "NSG-45"], &[&SEED_A, &BATCH_MODE]),
    Flow::new("FLW-BLD01", Workload::ImageBuild, Other::Hosts("AML-62", Need::Compute))
        .because(
            "Builds start from images of the Microsoft container registry.",
            "Images cannot be built, so that jobs with an environment of their own never start.",
        )
        .stated(&["AML-74", "AML-62"], &[&AML_WS, &AML_FW]),
    Flow::new("FLW-BLD02", Workload::ImageBuild, Other::Hosts("AML-65", Need::Packages))
        .optional()
        .because(
            "Builds fetch Python and R packages, unless there is a private feed.",
            "Builds of environments with public packages fail.",
        )
        .stated(&["AML-74", "AML-65"], &[&AML_WS, &AML_FW]),
    Flow::new("FLW-BLD03", Workload::ImageBuild, Other::Service(Kind::Registry))
        .because(
            "Builds push the finished image to the container registry.",
            "Images are built but not kept, so that the build fails.",
        )
        .stated(&["PE-31", "PE-8"], &[&AML_WS]),
    Flow::new("FLW-BAT01", Workload::Batch, Other::Service(Kind::Queue))
        .because(
            "Batch deployments hand out their mini-batches through queues.",
            "Batch jobs start and make no progress.",
        )
        .stated(&["BATCH-4", "PE-4"], &[&SEED_B, &AML_BATCH]),
    Flow::new("FLW-BAT02", Workload::Batch, Other::Service(Kind::Table))
        .because(
            "Batch deployments record the state of mini-batches in tables.",
            "Batch jobs start and make no progress.",
        )
        .stated(&["BATCH-4", "PE-5"], &[&SEED_B, &AML_BATCH]),
    Flow::new("FLW-BAT03", Workload::Batch, Other::Service(Kind::Blob))
        .because(
            "Batch deployments read their input from blobs and write scores there.",
            "Batch jobs fail when they open their input.",
        )
        .stated(&["BATCH-4", "PE-2"], &[&SEED_B, &AML_BATCH]),
];
