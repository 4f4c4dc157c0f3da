//! Computes: of the workspace, attached, AKS, and what batch endpoints run on them.

record! { ComputeCluster "A compute cluster." {
    id: "Identity of the compute cluster.",
    name: "Name.",
    vm_size: "VM size.",
    priority: "How its nodes are paid for.",
    min_nodes: "Nodes kept when idle.",
    max_nodes: "Nodes at most.",
    idle_seconds: "Seconds a node stays idle before it is released.",
    subnet: "Id of the subnet of its nodes; null for no VNet.",
    public_ip: "Whether its nodes have public IP addresses.",
    region: "Region; empty means the workspace's region.",
    ssh_public_access: "Whether SSH is opened to the public IP.",
}}

record! { ComputeInstance "A compute instance." {
    id: "Identity of the compute instance.",
    name: "Name.",
    vm_size: "VM size.",
    subnet: "Id of the subnet; null for no VNet.",
    public_ip: "Whether it has a public IP address.",
}}

record! { AttachedCompute "A machine outside the workspace that is attached to it." {
    id: "Identity of the attached machine.",
    name: "Compute name in the workspace.",
    kind: "What is attached.",
    placement: "Create the machine, or attach one that exists.",
    resource_id: "Resource id, when it exists already.",
    os: "Operating system.",
    vm_size: "VM size.",
    nodes: "Nodes, for HDInsight: head, worker, gateway and zookeeper nodes together.",
    subnet: "Id of the subnet of its network interfaces.",
    ssh_port: "SSH port.",
    admin_username: "Administrator account for SSH.",
}}

record! { AksCluster "An AKS cluster." {
    id: "Identity of the AKS cluster.",
    name: "Name.",
    compute_name: "Name of the compute in the workspace.",
    placement: "Create it, or attach one that exists.",
    resource_id: "Resource id, when it exists already.",
    region: "Region; empty means the plan's region.",
    network_mode: "How pods get addresses.",
    service_cidr: "Kubernetes service address range.",
    dns_service_ip: "Kubernetes DNS service IP address.",
    pod_cidr: "Pod address range, for overlay and kubenet.",
    docker_bridge: "Docker bridge address; only the 2019 rules know it.",
    private_cluster: "Whether the API server is private.",
    authorized_ranges: "Public ranges that may reach the API server of a public cluster; none means everybody.",
    api_server_subnet: "Id of the subnet of the API server, with API Server VNet Integration.",
    outbound: "How it reaches the internet.",
    internal_load_balancers: "Internal load balancer frontends in the node subnet.",
    inference: "Whether the ML extension is used for inference.",
    training: "Whether the ML extension is used for training.",
    inference_router_ha: "Whether the inference router runs three replicas.",
    pools: "Node pools; the first is the system pool that the cluster is created with.",
}}

record! { NodePool "A node pool." {
    id: "Identity of the node pool, unique over all AKS clusters.",
    name: "Name.",
    mode: "What it runs.",
    vm_size: "VM size.",
    min_nodes: "Nodes at least.",
    max_nodes: "Nodes at most.",
    max_pods: "Pods per node at most.",
    surge: "Extra nodes during an upgrade: a count such as 1 or a share such as 10%.",
    node_subnet: "Id of the subnet of the nodes.",
    pod_subnet: "Id of the subnet of the pods, for the pod-subnet modes.",
}}

record! { BatchEndpoint "A batch endpoint." {
    id: "Identity of the batch endpoint.",
    name: "Name.",
    description: "What it is for.",
    deployments: "Deployments; the first is the default one.",
}}

record! { BatchDeployment "A deployment of a batch endpoint: a model on a compute cluster." {
    id: "Identity of the batch deployment, unique over all batch endpoints.",
    name: "Name.",
    model: "Model reference, such as azureml:fraud:1.",
    cluster: "Id of the compute cluster that it runs on.",
    instance_count: "Nodes for one job.",
    mini_batch_size: "Files in one mini-batch.",
    max_concurrency: "Mini-batches at the same time on one node.",
}}
