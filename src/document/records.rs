//! The records of a plan document: every struct of the domain with its fields, in the order of the document.
//!
//! Tables only. What a field says stands here once and ends up in the published schema.

mod compute;
mod network;
mod services;

record! { Plan "The network plan of one Azure Machine Learning workspace." {
    last_id: "The highest id given so far. Ids are never used again; the app raises the number if need be.",
    basics: "What holds for the whole plan.",
    vnets: "VNets with their subnets.",
    peerings: "Peerings, one per direction.",
    on_premises: "Networks outside Azure.",
    nsgs: "Network security groups.",
    route_tables: "Route tables.",
    nat_gateways: "NAT gateways.",
    firewalls: "Azure Firewalls.",
    gateways: "VPN and ExpressRoute gateways.",
    bastions: "Azure Bastion hosts.",
    jump_hosts: "Virtual machines from which people reach the workspace.",
    workspace: "The workspace and the services that it owns alone.",
    storage: "Storage accounts.",
    private_endpoints: "Private endpoints.",
    dns: "Name resolution.",
    clusters: "Compute clusters.",
    instances: "Compute instances.",
    attached: "Machines outside the workspace that are attached to it.",
    aks: "AKS clusters.",
    batch_endpoints: "Batch endpoints.",
    governance: "Locks, policies and quotas of the subscription.",
    acknowledgements: "Findings that the team has accepted.",
    checked_with: "The edition of the rules that the plan was last checked with; 0 if it never said.",
}}

record! { Basics "What holds for the whole plan." {
    title: "What people call the plan; also the stem of file names.",
    cloud: "The cloud that everything is deployed to.",
    region: "Programmatic name of the workspace's region, such as westeurope.",
    subscription_id: "Subscription id of the workspace; may be empty.",
    resource_group: "Resource group of the workspace and of everything without a group of its own.",
    workload: "Workload part of generated names, such as fraud.",
    environment: "Environment part of generated names, such as prod.",
    tags: "Tags put on every resource.",
    profile: "The set of rules that the plan is checked with; classic2019 is superseded.",
    headroom: "Room to grow of subnets without a prefix: double where it costs nothing, none, or a percentage.",
    headroom_percent: "Room to grow in percent of what is needed; counts only if headroom says percent.",
}}

record! { Tag "A resource tag." {
    id: "Identity of the tag.",
    name: "Tag name.",
    value: "Tag value.",
}}

record! { Governance "Answers about locks, policies and quotas of the subscription." {
    lock_on_network_group: "A delete or read-only lock on the VNet's resource group.",
    lock_on_workspace_group: "A delete or read-only lock on the workspace's resource group.",
    policy_denies_nsg: "A policy denies creating NSGs.",
    policy_denies_public_ip: "A policy denies creating public IP addresses or load balancers.",
    uses_lighthouse: "The deploying identity works through Azure Lighthouse.",
    public_ip_quota: "Public IP addresses left in the quota; null if not known.",
    load_balancer_quota: "Load balancers left in the quota; null if not known.",
}}

record! { Acknowledgement "A finding that the team has accepted." {
    id: "Identity of the acknowledgement.",
    code: "Code of the rule, such as NET004.",
    subject: "What the finding is about, as the finding's own key.",
    reason: "Why the team lives with it.",
}}
