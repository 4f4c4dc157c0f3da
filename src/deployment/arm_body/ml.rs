//! Bodies of the workspace, its computes and its batch endpoints.

use super::{switch, system_identity};
use crate::deployment::resource::{
    AttachedKubernetes, AttachedMachine, BatchDeployment, BatchEndpoint, ComputeCluster,
    ComputeInstance, Workspace,
};
use crate::deployment::{Object, Value};
use crate::domain::{IsolationMode, VmPriority};

pub(super) fn workspace(body: Object, workspace: &Workspace) -> Object {
    let isolation = match workspace.isolation {
        IsolationMode::Disabled => None,
        IsolationMode::AllowInternetOutbound => Some("AllowInternetOutbound"),
        IsolationMode::AllowOnlyApprovedOutbound => Some("AllowOnlyApprovedOutbound"),
    };
    let serverless = workspace.serverless.as_ref().map(|serverless| {
        Object::new()
            .with("serverlessComputeCustomSubnet", &serverless.subnet)
            .with("serverlessComputeNoPublicIP", !serverless.public_ip)
    });
    body.with("identity", system_identity())
        .with("kind", "Default")
        .with(
            "sku",
            Object::new().with("name", "Basic").with("tier", "Basic"),
        )
        .with(
            "properties",
            Object::new()
                .maybe("storageAccount", workspace.storage.as_ref())
                .maybe("keyVault", workspace.key_vault.as_ref())
                .maybe("applicationInsights", workspace.insights.as_ref())
                .maybe("containerRegistry", workspace.registry.as_ref())
                .with(
                    "publicNetworkAccess",
                    switch(workspace.public_network_access),
                )
                .with("hbiWorkspace", workspace.high_business_impact)
                .with("v1LegacyMode", false)
                .maybe("imageBuildCompute", workspace.image_build_compute.as_ref())
                .maybe("serverlessComputeSettings", serverless)
                .maybe(
                    "managedNetwork",
                    isolation.map(|mode| Object::new().with("isolationMode", mode)),
                ),
        )
}

/// A compute: what is common, then what its kind says.
fn compute(body: Object, kind: &str, extra: &Object, properties: Object) -> Object {
    let mut outer = Object::new().with("computeType", kind);
    for (name, value) in extra.iter() {
        outer = outer.with(name, value);
    }
    body.with("properties", outer.with("properties", properties))
}

pub(super) fn cluster(body: Object, cluster: &ComputeCluster) -> Object {
    let priority = match cluster.priority {
        VmPriority::Dedicated => "Dedicated",
        VmPriority::LowPriority => "LowPriority",
    };
    let extra = Object::new()
        .maybe("computeLocation", cluster.region.as_ref())
        .with("disableLocalAuth", !cluster.ssh_public_access);
    let properties = Object::new()
        .with("vmSize", &cluster.size)
        .with("vmPriority", priority)
        .with("osType", "Linux")
        .with(
            "scaleSettings",
            Object::new()
                .with("minNodeCount", cluster.min_nodes)
                .with("maxNodeCount", cluster.max_nodes)
                .with(
                    "nodeIdleTimeBeforeScaleDown",
                    format!("PT{}S", cluster.idle_seconds),
                ),
        )
        .maybe("subnet", cluster.subnet.as_ref().map(Value::sub_resource))
        .with("enableNodePublicIp", cluster.public_ip)
        .with(
            "remoteLoginPortPublicAccess",
            switch(cluster.ssh_public_access),
        );
    compute(body, "AmlCompute", &extra, properties)
}

pub(super) fn instance(body: Object, instance: &ComputeInstance) -> Object {
    let properties = Object::new()
        .with("vmSize", &instance.size)
        .with("applicationSharingPolicy", "Personal")
        .maybe("subnet", instance.subnet.as_ref().map(Value::sub_resource))
        .with("enableNodePublicIp", instance.public_ip)
        .with(
            "sshSettings",
            Object::new().with("sshPublicAccess", "Disabled"),
        );
    let extra = Object::new().with("disableLocalAuth", true);
    compute(body, "ComputeInstance", &extra, properties)
}

pub(super) fn attached_machine(body: Object, machine: &AttachedMachine) -> Object {
    let extra = Object::new().with("resourceId", &machine.machine);
    let properties = Object::new().with("sshPort", machine.ssh_port).with(
        "administratorAccount",
        Object::new()
            .with("username", &machine.admin_username)
            .with("privateKeyData", &machine.ssh_private_key),
    );
    compute(body, "VirtualMachine", &extra, properties)
}

pub(super) fn attached_kubernetes(body: Object, kubernetes: &AttachedKubernetes) -> Object {
    let extra = Object::new().with("resourceId", &kubernetes.cluster);
    let properties = Object::new().with("namespace", "default");
    compute(
        body.with("identity", system_identity()),
        "Kubernetes",
        &extra,
        properties,
    )
}

pub(super) fn batch_endpoint(body: Object, endpoint: &BatchEndpoint) -> Object {
    let description = Some(endpoint.description.trim()).filter(|text| !text.is_empty());
    body.with("identity", system_identity()).with(
        "properties",
        Object::new()
            .with("authMode", "AADToken")
            .maybe("description", description),
    )
}

pub(super) fn batch_deployment(body: Object, deployment: &BatchDeployment) -> Object {
    body.with(
        "properties",
        Object::new()
            .maybe("compute", deployment.cluster.as_ref())
            .with(
                "model",
                Object::new()
                    .with("referenceType", "Id")
                    .with("assetId", &deployment.model_id),
            )
            .with(
                "resources",
                Object::new().with("instanceCount", deployment.instance_count),
            )
            .with("miniBatchSize", deployment.mini_batch_size)
            .with("maxConcurrencyPerInstance", deployment.max_concurrency)
            .with("outputAction", "AppendRow"),
    )
}
