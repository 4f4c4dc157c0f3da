"""Azure ML YAML by the loaders of azure-ai-ml, chosen by the `$schema` that each file names."""

import logging
import re
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import yaml
from azure.ai import ml
from azure.ai.ml.entities._load_functions import load_model_batch_deployment

from report import run

LOADERS = {
    "workspace": ml.load_workspace,
    "amlCompute": ml.load_compute,
    "computeInstance": ml.load_compute,
    "kubernetesCompute": ml.load_compute,
    "vmCompute": ml.load_compute,
    "batchEndpoint": ml.load_batch_endpoint,
    "modelBatchDeployment": load_model_batch_deployment,
}


def check(path):
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        schema = str(document.get("$schema"))
    except (yaml.YAMLError, AttributeError) as error:
        return [" ".join(str(error).split())]
    kind = re.search(r"/(\w+)\.schema\.json$", schema)
    if not kind or kind[1] not in LOADERS:
        return [f"no loader for $schema {schema}"]
    try:
        LOADERS[kind[1]](source=str(path))
    except Exception as error:  # The SDK raises many types; each means that the file does not load.
        return [" ".join(str(error).split())[:300]]
    return []


if __name__ == "__main__":
    run([("azureml/*.yml", "azure-ai-ml", check)])
