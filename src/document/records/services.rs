//! The workspace, the services it stands on, private endpoints and name resolution.

record! { Workspace "The Azure Machine Learning workspace." {
    name: "Name.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
    isolation: "Isolation mode of the managed virtual network.",
    public_network_access: "Whether the public endpoint answers.",
    high_business_impact: "Whether the workspace is marked as high business impact.",
    customer_managed_key: "Whether the workspace is encrypted with a customer-managed key.",
    image_build_compute: "Id of the compute cluster that builds images when the registry is private.",
    serverless: "Serverless compute.",
    key_vault: "Key vault.",
    registry: "Container registry; null if the plan has none.",
    insights: "Application Insights and Azure Monitor.",
}}

record! { Serverless "Serverless compute." {
    max_nodes: "Nodes at most, over all serverless jobs at one time.",
    subnet: "Id of the subnet; null for no VNet.",
    public_ip: "Whether nodes have public IP addresses.",
}}

record! { StorageAccount "A storage account." {
    id: "Identity of the storage account.",
    name: "Name.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
    workspace_default: "Whether it is the workspace's default account.",
    hierarchical_namespace: "Whether it has a hierarchical namespace (Data Lake Storage Gen2).",
    public_network_access: "Whether the public endpoint answers.",
    trusted_services: "Whether trusted Azure services pass its firewall.",
}}

record! { KeyVault "A key vault." {
    name: "Name.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
    public_network_access: "Whether the public endpoint answers.",
    trusted_services: "Whether trusted Azure services pass its firewall.",
}}

record! { Registry "A container registry." {
    name: "Name.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
    sku: "Tier.",
    quarantine: "Whether the quarantine policy is on.",
    admin_user: "Whether the admin user is on.",
    public_network_access: "Whether the public endpoint answers.",
    trusted_services: "Whether trusted Azure services pass its firewall.",
    replica_regions: "Regions of geo-replicas beside the home region.",
}}

record! { Insights "Application Insights, Log Analytics and the Azure Monitor private link scope." {
    name: "Name of Application Insights.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
    log_analytics_name: "Name of the Log Analytics workspace.",
    private_link_scope: "Whether an Azure Monitor private link scope is planned.",
    scope_name: "Name of the private link scope.",
    mode: "Access mode of the scope.",
    connection_endpoints: "Distinct endpoints in the connection strings of Application Insights.",
    log_analytics_regions: "Regions that have Log Analytics workspaces in the scope.",
    data_collection_endpoints: "Data collection endpoints in the scope.",
}}

record! { PrivateEndpoint "A private endpoint." {
    id: "Identity of the private endpoint.",
    name: "Name.",
    kind: "What it leads to.",
    storage: "Id of the storage account, for the storage kinds.",
    subnet: "Id of the subnet that its addresses come from.",
    static_address: "A fixed address; empty means that Azure chooses.",
}}

record! { Dns "Name resolution of the plan." {
    mode: "Who answers for the private names.",
    zones: "Private DNS zones.",
    forwarders_confirmed: "Whether custom DNS servers forward the public suffixes to Azure DNS.",
}}

record! { PrivateDnsZone "A private DNS zone and the VNets it is linked to." {
    id: "Identity of the private DNS zone.",
    kind: "Which zone it is.",
    placement: "Create it, or use one that exists.",
    resource_id: "Resource id, when it exists already.",
    links: "Ids of the VNets whose clients ask it.",
}}
