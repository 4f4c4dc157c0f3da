//! Forms of services, of the workspace and its computes, and of AKS.

use super::{Form, IN_WORKSPACE, LOCATION, NAME, TAGS, form};

pub(super) static STORAGE_ACCOUNT: Form = form(
    "Storage account",
    "storage account",
    NAME,
    &[
        LOCATION,
        ("--sku", "sku.name", ""),
        ("--kind", "kind", "StorageV2"),
        ("--access-tier", "properties.accessTier", ""),
        (
            "--enable-hierarchical-namespace",
            "properties.isHnsEnabled",
            "",
        ),
        ("--min-tls-version", "properties.minimumTlsVersion", ""),
        (
            "--https-only",
            "properties.supportsHttpsTrafficOnly",
            "true",
        ),
        (
            "--allow-blob-public-access",
            "properties.allowBlobPublicAccess",
            "",
        ),
        (
            "--allow-cross-tenant-replication",
            "properties.allowCrossTenantReplication",
            "",
        ),
        (
            "--allow-shared-key-access",
            "properties.allowSharedKeyAccess",
            "true",
        ),
        (
            "--public-network-access",
            "properties.publicNetworkAccess",
            "",
        ),
        ("--bypass", "properties.networkAcls.bypass", ""),
        (
            "--default-action",
            "properties.networkAcls.defaultAction",
            "Allow",
        ),
        TAGS,
    ],
);
pub(super) static KEY_VAULT: Form = form(
    "Key vault",
    "keyvault",
    NAME,
    &[
        LOCATION,
        ("--sku", "properties.sku.name", "standard"),
        (
            "--enable-rbac-authorization",
            "properties.enableRbacAuthorization",
            "true",
        ),
        (
            "--enable-purge-protection",
            "properties.enablePurgeProtection",
            "",
        ),
        (
            "--public-network-access",
            "properties.publicNetworkAccess",
            "Enabled",
        ),
        ("--bypass", "properties.networkAcls.bypass", ""),
        (
            "--default-action",
            "properties.networkAcls.defaultAction",
            "",
        ),
        TAGS,
    ],
);
pub(super) static REGISTRY: Form = form(
    "Container registry",
    "acr",
    NAME,
    &[
        LOCATION,
        ("--sku", "sku.name", ""),
        ("--admin-enabled", "properties.adminUserEnabled", "false"),
        TAGS,
    ],
);
pub(super) static REPLICATION: Form = form(
    "Registry replica",
    "acr replication",
    &["--registry", "--name"],
    &[LOCATION, TAGS],
);
pub(super) static LOG_ANALYTICS: Form = form(
    "Log Analytics workspace",
    "monitor log-analytics workspace",
    &["--workspace-name"],
    &[
        LOCATION,
        ("--sku", "properties.sku.name", "PerGB2018"),
        (
            "--ingestion-access",
            "properties.publicNetworkAccessForIngestion",
            "Enabled",
        ),
        (
            "--query-access",
            "properties.publicNetworkAccessForQuery",
            "Enabled",
        ),
        TAGS,
    ],
);
pub(super) static APP_INSIGHTS: Form = form(
    "Application Insights",
    "monitor app-insights component",
    &["--app"],
    &[
        LOCATION,
        ("--workspace", "properties.WorkspaceResourceId", ""),
        ("--kind", "kind", "web"),
        ("--application-type", "properties.Application_Type", "web"),
        (
            "--ingestion-access",
            "properties.publicNetworkAccessForIngestion",
            "Enabled",
        ),
        (
            "--query-access",
            "properties.publicNetworkAccessForQuery",
            "Enabled",
        ),
        TAGS,
    ],
);
pub(super) static SCOPED_RESOURCE: Form = form(
    "Member of the private link scope",
    "monitor private-link-scope scoped-resource",
    &["--scope-name", "--name"],
    &[("--linked-resource", "properties.linkedResourceId", "")],
);
pub(super) static WORKSPACE: Form = form(
    "Azure ML workspace",
    "ml workspace",
    NAME,
    &[
        LOCATION,
        ("--storage-account", "properties.storageAccount", ""),
        ("--key-vault", "properties.keyVault", ""),
        (
            "--application-insights",
            "properties.applicationInsights",
            "",
        ),
        ("--container-registry", "properties.containerRegistry", ""),
        (
            "--public-network-access",
            "properties.publicNetworkAccess",
            "",
        ),
        ("--image-build-compute", "properties.imageBuildCompute", ""),
        TAGS,
    ],
);
pub(super) static COMPUTE_CLUSTER: Form = form(
    "Compute cluster",
    "ml compute",
    IN_WORKSPACE,
    &[
        ("--location", "properties.computeLocation", ""),
        ("--type", "properties.computeType", ""),
        ("--size", "properties.properties.vmSize", ""),
        (
            "--min-instances",
            "properties.properties.scaleSettings.minNodeCount",
            "0",
        ),
        (
            "--max-instances",
            "properties.properties.scaleSettings.maxNodeCount",
            "",
        ),
        ("--subnet", "properties.properties.subnet.id", ""),
        (
            "--enable-node-public-ip",
            "properties.properties.enableNodePublicIp",
            "",
        ),
        TAGS,
    ],
);
pub(super) static COMPUTE_INSTANCE: Form = form(
    "Compute instance",
    "ml compute",
    IN_WORKSPACE,
    &[
        ("--type", "properties.computeType", ""),
        ("--size", "properties.properties.vmSize", ""),
        ("--subnet", "properties.properties.subnet.id", ""),
        (
            "--enable-node-public-ip",
            "properties.properties.enableNodePublicIp",
            "",
        ),
        TAGS,
    ],
);
pub(super) static ATTACHED_MACHINE: Form = Form {
    label: "Attached virtual machine",
    group: "ml compute",
    verb: "attach",
    names: IN_WORKSPACE,
    rows: &[
        ("--type", "properties.computeType", ""),
        ("--resource-id", "properties.resourceId", ""),
        ("--ssh-port", "properties.properties.sshPort", "22"),
        (
            "--admin-username",
            "properties.properties.administratorAccount.username",
            "",
        ),
    ],
};
pub(super) static ATTACHED_KUBERNETES: Form = Form {
    label: "Attached AKS cluster",
    group: "ml compute",
    verb: "attach",
    names: IN_WORKSPACE,
    rows: &[
        ("--type", "properties.computeType", ""),
        ("--resource-id", "properties.resourceId", ""),
        ("--namespace", "properties.properties.namespace", "default"),
        ("--identity-type", "identity.type", ""),
    ],
};
pub(super) static ROLE_ASSIGNMENT: Form = form(
    "Role",
    "role assignment",
    &[],
    &[
        ("--assignee-object-id", "properties.principalId", ""),
        ("--assignee-principal-type", "properties.principalType", ""),
        ("--role", "properties.roleDefinitionId", ""),
        ("--scope", "scope", ""),
    ],
);
pub(super) static AKS_CLUSTER: Form = form(
    "AKS cluster",
    "aks",
    NAME,
    &[
        LOCATION,
        ("--tier", "sku.tier", ""),
        ("--dns-name-prefix", "properties.dnsPrefix", ""),
        ("--assign-identity", "identity.userAssignedIdentities", ""),
        (
            "--network-plugin",
            "properties.networkProfile.networkPlugin",
            "",
        ),
        (
            "--network-plugin-mode",
            "properties.networkProfile.networkPluginMode",
            "",
        ),
        ("--pod-cidr", "properties.networkProfile.podCidr", ""),
        (
            "--service-cidr",
            "properties.networkProfile.serviceCidr",
            "",
        ),
        (
            "--dns-service-ip",
            "properties.networkProfile.dnsServiceIP",
            "",
        ),
        (
            "--load-balancer-sku",
            "properties.networkProfile.loadBalancerSku",
            "standard",
        ),
        (
            "--outbound-type",
            "properties.networkProfile.outboundType",
            "loadBalancer",
        ),
        (
            "--private-dns-zone",
            "properties.apiServerAccessProfile.privateDNSZone",
            "",
        ),
        (
            "--apiserver-subnet-id",
            "properties.apiServerAccessProfile.subnetId",
            "",
        ),
        TAGS,
    ],
);
pub(super) static AGENT_POOL: Form = Form {
    label: "Node pool",
    group: "aks nodepool",
    verb: "add",
    names: &["--cluster-name", "--name"],
    rows: &[
        ("--mode", "properties.mode", "User"),
        ("--os-type", "properties.osType", "Linux"),
        ("--max-surge", "properties.upgradeSettings.maxSurge", ""),
    ],
};
pub(super) static AKS_EXTENSION: Form = form(
    "Azure ML extension",
    "k8s-extension",
    NAME,
    &[
        ("--extension-type", "properties.extensionType", ""),
        ("--release-train", "properties.releaseTrain", ""),
        (
            "--release-namespace",
            "properties.scope.cluster.releaseNamespace",
            "",
        ),
        ("--auto-upgrade", "properties.autoUpgradeMinorVersion", ""),
    ],
);
