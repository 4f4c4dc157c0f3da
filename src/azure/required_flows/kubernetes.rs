//! What AKS nodes need (AKS-6, AKS-55 to AKS-60), and the Azure ML extension on them.

use super::{DNS, Flow, Other, When, Workload};
use crate::azure::outbound::Need;
use crate::azure::sources::{
    AKS_APIVNET, AKS_CNI, AKS_NET, AKS_OUT, AML_DNS, AML_FW, AML_K8S, PE_DNS,
};
use crate::domain::{PrivateEndpointKind as Kind, Protocol};

const K: Workload = Workload::Aks;

pub(super) const FLOWS: &[Flow] = &[
    Flow::new("FLW-AKS01", K, Other::Itself)
        .on(Protocol::Any, &[])
        .because(
            "Nodes of a cluster talk to each other on every port.",
            "Nodes lose each other: pods do not start and services do not answer.",
        )
        .stated(&["AKS-6"], &[&AKS_CNI, &AKS_NET]),
    Flow::new("FLW-AKS02", K, Other::Pods)
        .on(Protocol::Any, &[])
        .because(
            "Nodes reach the pods on every port: probes, logs and services.",
            "Pods count as broken and are started again and again.",
        )
        .stated(&["AKS-6"], &[&AKS_CNI, &AKS_NET]),
    Flow::new("FLW-AKS03", K, Other::Pods)
        .on(Protocol::Any, &[])
        .inbound()
        .because(
            "Pods reach nodes and what runs on them on every port.",
            "Pods lose DNS and the services of the cluster.",
        )
        .stated(&["AKS-6"], &[&AKS_CNI, &AKS_NET]),
    Flow::new("FLW-AKS04", K, Other::ApiServer)
        .on(Protocol::Tcp, &[443, 4443])
        .because(
            "Nodes reach the API server in its subnet.",
            "Nodes do not join the cluster.",
        )
        .stated(&["AKS-6"], &[&AKS_CNI, &AKS_APIVNET]),
    Flow::new("FLW-AKS05", K, Other::Dns)
        .on(Protocol::Udp, DNS)
        .because(
            "Nodes and the DNS of the cluster look up names at the DNS servers of the VNet.",
            "Nodes find neither the API server nor images.",
        )
        .stated(&["AKS-60", "DNS-25"], &[&AKS_OUT, &PE_DNS, &AML_DNS]),
    Flow::new("FLW-AKS06", K, Other::Hosts("AKS-60", Need::Aks))
        .when(When::Outbound)
        .because(
            "Nodes reach their API server, Azure, and Microsoft's images and packages.",
            "Nodes do not start, or do not join the cluster.",
        )
        .stated(&["AKS-60", "AKS-5"], &[&AKS_OUT]),
    Flow::new("FLW-AKS07", K, Other::Hosts("AKS-60", Need::AksExtension))
        .when(When::Extension)
        .because(
            "Cluster extensions get their configuration and images from Azure.",
            "The Azure ML extension cannot be installed or updated.",
        )
        .stated(&["AKS-60"], &[&AKS_OUT]),
    Flow::new("FLW-AKS08", K, Other::Hosts("AKS-56", Need::AksExtension))
        .when(When::Extension)
        .optional()
        .because(
            "The Azure ML extension reports to the workspace and its back ends.",
            "The attached cluster shows no state, and deployments are not rolled out.",
        )
        .stated(&["AKS-56"], &[&AML_FW]),
    Flow::new("FLW-AKS09", K, Other::Hosts("AKS-56", Need::AksTraining))
        .when(When::Training)
        .optional()
        .because(
            "Training on the cluster fetches Python packages.",
            "Training jobs that install packages fail.",
        )
        .stated(&["AKS-56"], &[&AML_FW]),
    Flow::new("FLW-AKS10", K, Other::Hosts("AKS-56", Need::AksTraining))
        .on(Protocol::Tcp, &[80])
        .when(When::Training)
        .optional()
        .because(
            "Training on the cluster fetches packages of Ubuntu.",
            "Training jobs that install packages fail.",
        )
        .stated(&["AKS-56"], &[&AML_FW]),
    Flow::new("FLW-AKS11", K, Other::Service(Kind::Workspace))
        .because(
            "The Azure ML extension takes its work from the workspace.",
            "Models cannot be deployed to the cluster.",
        )
        .stated(&["AKS-55", "AKS-56"], &[&AML_K8S, &AML_FW]),
    Flow::new("FLW-AKS12", K, Other::Service(Kind::Blob))
        .because(
            "Models and data lie in blobs of the default account.",
            "Models cannot be loaded.",
        )
        .stated(&["AKS-55", "AKS-56"], &[&AML_K8S, &AML_FW]),
    Flow::new("FLW-AKS13", K, Other::Service(Kind::Registry))
        .because(
            "Pods are started from images in the container registry.",
            "Pods stay in ImagePullBackOff.",
        )
        .stated(&["AKS-55", "AKS-56"], &[&AML_K8S, &AML_FW]),
    Flow::new("FLW-AKS14", K, Other::Service(Kind::KeyVault))
        .optional()
        .because(
            "The workspace keeps secrets of endpoints in the key vault.",
            "Deployments that use a secret fail.",
        )
        .stated(&["AKS-55"], &[&AML_K8S]),
    Flow::new(
        "FLW-API01",
        Workload::ApiServer,
        Other::Tag("AzureLoadBalancer"),
    )
    .on(Protocol::Tcp, &[9988])
    .inbound()
    .because(
        "A load balancer of Azure probes the API server in its subnet.",
        "The API server counts as down: neither nodes nor people reach it.",
    )
    .stated(&["AKS-6"], &[&AKS_CNI, &AKS_APIVNET]),
];
