//! What the YAML files of the Azure ML CLI say.

use azureml_vnet_wizard::exports::bundle;
use azureml_vnet_wizard::samples;
use saphyr::{LoadableYamlNode, YamlOwned};

use super::text;

/// The one document of a YAML text.
pub(super) fn yaml(text: &str) -> YamlOwned {
    let mut documents =
        YamlOwned::load_from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(documents.len(), 1, "{text}");
    documents.remove(0)
}

#[test]
fn every_file_of_every_scenario_is_a_document_with_its_schema() {
    for sample in samples::ALL {
        let files = bundle(&(sample.build)());
        let mut found = 0;
        for file in files
            .iter()
            .filter(|file| file.path.starts_with("azureml/"))
        {
            found += 1;
            let document = yaml(&file.text);
            let schema = document["$schema"].as_str().expect("a schema");
            assert!(schema.ends_with(".schema.json"), "{}", file.path);
            let name = document["name"].as_str().expect("a name");
            assert!(!name.is_empty(), "{}", file.path);
        }
        assert!(found > 0, "{}", sample.slug);
    }
}

#[test]
fn a_cluster_stands_in_its_subnet_by_full_id() {
    let document = yaml(&text(
        &samples::batch_scoring(),
        "azureml/cluster-cpu-fraud-train.yml",
    ));
    assert_eq!(
        document["network_settings"]["subnet"].as_str(),
        Some(
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-fraud-ml-prod/providers/\
             Microsoft.Network/virtualNetworks/vnet-fraud-ml-prod/subnets/snet-training"
        )
    );
    assert_eq!(document["enable_node_public_ip"].as_bool(), Some(false));
    assert_eq!(document["max_instances"].as_integer(), Some(16));
}

#[test]
fn a_batch_endpoint_says_how_it_is_invoked_privately() {
    let text = text(
        &samples::batch_scoring(),
        "azureml/batch-endpoint-be-fraud-be-prod.yml",
    );
    assert!(text.contains(
        "# az ml batch-endpoint invoke --name be-fraud-be-prod --workspace-name mlw-fraud-prod \
         --resource-group rg-fraud-ml-prod --input azureml:DATA@latest\n"
    ));
    assert!(
        !text.contains("public_network_access"),
        "batch endpoints have no such field (BATCH-3)"
    );
}

#[test]
fn an_attached_cluster_says_how_its_extension_is_installed() {
    let text = text(
        &samples::aks_inference(),
        "azureml/kubernetes-aks-pricing.yml",
    );
    assert!(
        text.contains(
            "# az k8s-extension create --name azureml --extension-type Microsoft.AzureML.Kubernetes"
        ),
        "{text}"
    );
    assert!(text.contains("enableInference=True"));
}

#[test]
fn two_resources_with_one_name_have_two_files() {
    let plan = samples::with(samples::batch_scoring(), |plan| {
        plan.clusters
            .iter_mut()
            .for_each(|cluster| cluster.name = "../CPU".to_owned());
    });
    let paths: Vec<String> = bundle(&plan).into_iter().map(|file| file.path).collect();
    for path in ["azureml/cluster----cpu.yml", "azureml/cluster----cpu-2.yml"] {
        assert!(paths.contains(&path.to_owned()), "{paths:?}");
    }
}
