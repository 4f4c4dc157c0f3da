"""Azure ML YAML by the loaders of azure-ai-ml, chosen by the `$schema` that each file names.

The loaders refuse unknown keys at the top and wrong values; keys that stand twice, which YAML readers let
pass, are looked for here.
"""

import logging
import re
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import yaml
from azure.ai import ml
from azure.ai.ml.entities._load_functions import load_model_batch_deployment

from report import Break, Check, Found, main

LOADERS = {
    "workspace": ml.load_workspace,
    "amlCompute": ml.load_compute,
    "computeInstance": ml.load_compute,
    "kubernetesCompute": ml.load_compute,
    "vmCompute": ml.load_compute,
    "batchEndpoint": ml.load_batch_endpoint,
    "modelBatchDeployment": load_model_batch_deployment,
}
SCHEMA = re.compile(r"https://azuremlschemas\.azureedge\.net/latest/(\w+)\.schema\.json")


class Unique(yaml.SafeLoader):
    """Reads YAML as usual but lets no key stand twice."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.YAMLError(f"`{key}` stands twice, line {node.start_mark.line + 1}")
        return super().construct_mapping(node, deep)


def entity(path):
    try:
        document = yaml.load(path.read_text(encoding="utf-8"), Unique)
    except yaml.YAMLError as error:
        return Found([" ".join(str(error).split())])
    schema = document.get("$schema") if isinstance(document, dict) else None
    kind = SCHEMA.fullmatch(str(schema))
    if not kind or kind[1] not in LOADERS:
        return Found([f"there is no loader for the $schema {schema}"])
    try:
        loaded = LOADERS[kind[1]](source=str(path))
    except Exception as error:  # The SDK raises many types; each means that the file does not load.
        told, _, _ = " ".join(str(error).split()).partition(" The easiest way")
        return Found([told[:300]])
    if loaded.name != document.get("name"):
        return Found([f"is loaded with the name {loaded.name}, not {document.get('name')}"])
    return Found()


def schema(kind):
    return f"$schema: https://azuremlschemas.azureedge.net/latest/{kind}.schema.json\n"


SOUND = {
    "azureml/workspace.yml": schema("workspace")
    + "name: mlw\nlocation: westeurope\npublic_network_access: Disabled\n",
    "azureml/cluster.yml": schema("amlCompute")
    + "name: cpu\ntype: amlcompute\nsize: Standard_DS3_v2\nmin_instances: 0\nmax_instances: 4\n",
    "azureml/instance.yml": schema("computeInstance")
    + "name: ci-ml\ntype: computeinstance\nsize: Standard_DS3_v2\n",
    "azureml/aks.yml": schema("kubernetesCompute")
    + "name: aks\ntype: kubernetes\nnamespace: default\n"
    "resource_id: /subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/aks\n",
    "azureml/vm.yml": schema("vmCompute")
    + "name: vm\ntype: virtualmachine\nresource_id: /subscriptions/s/resourceGroups/g/providers/"
    "Microsoft.Compute/virtualMachines/vm\nssh_settings:\n  admin_username: azureuser\n",
    "azureml/endpoint.yml": schema("batchEndpoint") + "name: be\nauth_mode: aad_token\n",
    "azureml/deployment.yml": schema("modelBatchDeployment")
    + "name: v1\ntype: model\nendpoint_name: be\nmodel: azureml:m:1\ncompute: azureml:cpu\n"
    "settings:\n  mini_batch_size: 10\n",
}

main([
    Check("azureml/*.yml", "azure-ai-ml", entity, SOUND, [
        Break("azureml/workspace.yml", "location:", "locatoin:", "locatoin"),
        Break("azureml/workspace.yml", "Disabled", "[", "expected"),
        Break("azureml/workspace.yml", "location:", "name:", "`name` stands twice"),
        Break("azureml/workspace.yml", "workspace.schema", "wokspace.schema", "no loader for the $schema"),
        Break("azureml/cluster.yml", "amlcompute", "amlcompte", "amlcompte"),
        Break("azureml/cluster.yml", "max_instances: 4", "max_instances: many", "max_instances"),
        Break("azureml/instance.yml", "size:", "vm_size:", "vm_size"),
        Break("azureml/aks.yml", "resource_id:", "resource:", '"resource": [ "Unknown field." ]'),
        Break("azureml/vm.yml", "admin_username:", "user:", '"user": [ "Unknown field." ]'),
        Break("azureml/endpoint.yml", "aad_token", "none_at_all", "auth_mode"),
        Break("azureml/deployment.yml", "mini_batch_size: 10", "mini_batch_size: ten", "mini_batch_size"),
    ]),
])
