"""ARM templates by what Resource Manager checks before it starts: declarations, expressions, ids, order.

Written for this: the service's own validation is not to be had without a subscription. A template is
evaluated with its parameters file; nested deployments are evaluated with what they are given.

Whether a property exists in its resource type is not checked.
"""

import json
from pathlib import Path

from arm_template import SCHEMA, Template, declarations, order
from report import Break, Check, Found, main


def load(path):
    def unique(pairs):
        names = [name for name, _ in pairs]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"`{name}` stands twice in one object")
        return dict(pairs)

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique)


def deployment(path):
    try:
        value, parameters = load(path), load(parameters_of(path))
    except (ValueError, OSError) as error:
        return Found([str(error)])
    given, mistakes = {}, []
    schema = SCHEMA.fullmatch(str(parameters.get("$schema")))
    if not schema or schema[1] != "deploymentParameters":
        mistakes.append("the parameters file has no schema of one")
    for name, it in parameters.get("parameters", {}).items():
        if set(it) == {"value"}:
            given[name] = it["value"]
        elif set(it) == {"reference"} and {"keyVault", "secretName"} <= set(it["reference"]):
            given[name] = f"<secret {name}>"
        else:
            mistakes.append(f"the parameter {name} has neither a value nor a reference to a secret")
    template = Template(value, given, ("<subscription>", "<group>"), "")
    declarations(template, given)
    template.evaluate_all()
    order(template)
    for resource in template.every():
        template.known(resource.ids, f"{resource.template.place}{resource.where}")
    return Found(mistakes + template.mistakes, judged=sum(1 for _ in template.every()))


def parameters_of(path):
    return Path(str(path).removesuffix(".json") + ".parameters.json")


TEMPLATE, PARAMETERS = "arm/azuredeploy.json", "arm/azuredeploy.parameters.json"
SOUND = {
    TEMPLATE: """\
{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {
    "location": { "type": "string", "defaultValue": "westeurope" },
    "vnet": { "type": "string" },
    "tags": { "type": "object", "defaultValue": {} }
  },
  "resources": [
    {
      "type": "Microsoft.Network/networkSecurityGroups",
      "apiVersion": "2025-07-01",
      "name": "nsg",
      "location": "[parameters('location')]",
      "tags": "[parameters('tags')]"
    },
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2025-07-01",
      "name": "[parameters('vnet')]",
      "properties": {
        "subnets": [
          {
            "name": "snet",
            "nsg": { "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]" }
          }
        ]
      },
      "dependsOn": ["[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]"]
    },
    {
      "type": "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
      "apiVersion": "2025-07-01",
      "name": "[format('{0}/{1}', parameters('vnet'), 'peer')]",
      "properties": {
        "remote": "[resourceId('11111111-1111-1111-1111-111111111111', 'rg-hub', 'Microsoft.Network/virtualNetworks', 'hub')]"
      },
      "dependsOn": [
        "[extensionResourceId(resourceId('Microsoft.Network/networkSecurityGroups', 'nsg'), 'Microsoft.Authorization/roleAssignments', guid(resourceId('Microsoft.Network/networkSecurityGroups', 'nsg'), 'reader'))]",
        "[resourceId('Microsoft.Network/virtualNetworks', parameters('vnet'))]",
        "Microsoft.Resources/deployments/hub"
      ]
    },
    {
      "type": "Microsoft.Authorization/roleAssignments",
      "apiVersion": "2022-04-01",
      "name": "[guid(resourceId('Microsoft.Network/networkSecurityGroups', 'nsg'), 'reader')]",
      "scope": "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]",
      "properties": {
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')]"
      },
      "dependsOn": ["nsg"]
    },
    {
      "type": "Microsoft.Resources/deployments",
      "apiVersion": "2025-04-01",
      "name": "hub",
      "subscriptionId": "11111111-1111-1111-1111-111111111111",
      "resourceGroup": "rg-hub",
      "properties": {
        "mode": "Incremental",
        "expressionEvaluationOptions": { "scope": "inner" },
        "parameters": { "place": { "value": "[parameters('location')]" } },
        "template": {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": { "place": { "type": "string" } },
          "resources": [
            {
              "type": "Microsoft.Network/virtualNetworks",
              "apiVersion": "2025-07-01",
              "name": "hub",
              "location": "[parameters('place')]"
            }
          ]
        }
      }
    }
  ],
  "outputs": {
    "subnet": {
      "type": "string",
      "value": "[reference(resourceId('Microsoft.Network/virtualNetworks/subnets', parameters('vnet'), 'snet'), '2025-07-01').id]"
    }
  }
}
""",
    PARAMETERS: """\
{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "vnet": { "value": "vnet-ml" } }
}
""",
}


def broken(*changes):
    return [Break(TEMPLATE, *change) for change in changes]


main([
    Check(TEMPLATE, "the rules of Resource Manager", deployment, SOUND, unit="resource", breaks=[
        *broken(
            # Form.
            ('"mode": "Incremental",', '"mode": "Incremental"', "delimiter"),
            ('"mode": "Incremental"', '"mode": "Incremental", "mode": "Complete"', "`mode` stands twice"),
            ('Version": "1.0.0.0",\n  "p', 'Version": "1",\n  "p', "has no contentVersion"),
            ('"name": "nsg",', '"name": "nsg/x",', "needs 1 names, has nsg/x"),
            ('1",\n      "name": "nsg"', '1-rc",\n      "name": "nsg"', "2025-07-01-rc is no apiVersion"),
            # Expressions.
            ("'), '2025-07-01').id]", "'), '2025-07-01'.id]", "`)` is missing"),
            ("'{0}/{1}'", "'{0}/{2}'", "does not fit its 2 values"),
            ("[reference(", "[referense(", "referense() is no function"),
            ("'{0}/{1}', parameters('vnet'), 'peer'", "'peer'", "format() cannot have 1 arguments"),
            ("virtualNetworks/subnets', p", "virtualNetworks', p", "needs 1 names, has 2"),
            # Declarations.
            ("\"[parameters('tags')]\"", "{}", "/parameters/tags: is never used"),
            ("\"[parameters('tags')]\"", "\"[parameters('tag')]\"", "parameter tag is not declared"),
            ('"defaultValue": {}', '"defaultValue": "x"', "/parameters/tags: its default is no object"),
            ('"type": "object", ', '"type": "objekt", ', "objekt is no type"),
            ('"place": { "value"', '"plaec": { "value"', "plaec: is given but not declared"),
            ("parameters('place')", "parameters('location')", "parameter location is not declared"),
            # Ids and order.
            ("{ \"id\": \"[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg",
             "{ \"id\": \"[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg2",
             "networksecuritygroups/nsg2 is not created here"),
            ("\"dependsOn\": [\"[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]\"]",
             '"dependsOn": []', "networksecuritygroups/nsg but does not wait for it"),
            ("\"[resourceId('Microsoft.Network/virtualNetworks', parameters('vnet'))]\",\n", "",
             "virtualnetworks/vnet-ml but does not wait for it"),
            (',\n        "Microsoft.Resources/deployments/hub"', "", "virtualnetworks/hub but does not wait"),
            ("\"name\": \"[guid(resourceId('Microsoft.Network/networkSecurityGroups', 'nsg'), ",
             "\"name\": \"[guid(", "is 0 resources here"),
            ('"dependsOn": ["nsg"]', '"dependsOn": []', "networksecuritygroups/nsg but does not wait for it"),
            ("deployments/hub", "deployments/hob", "deployments/hob is 0 resources"),
            ('"name": "nsg",', '"name": "nsg", "dependsOn": ["peer"],', "waits for itself"),
            ("parameters('vnet'), 'snet'", "parameters('vnet'), 'snat'", "subnets/snat is not created here"),
            ('"hub",\n              "location"', '"hob",\n              "location"', "hub is not created"),
        ),
        Break(TEMPLATE, "Microsoft.Network/virtualNetworks/virtualNetworkPeerings\",\n      \"apiVersion\": "
              "\"2025-07-01\",\n      \"name\": \"[format('{0}/{1}', parameters('vnet'), 'peer')]\"",
              "Microsoft.Network/networkSecurityGroups\", \"apiVersion\": \"2025-07-01\", \"name\": \"nsg\"",
              "nsg is declared twice"),
        Break(PARAMETERS, '"vnet"', '"vnot"', "/parameters/vnot: is given but not declared"),
        Break(PARAMETERS, '"vnet"', '"vnot"', "/parameters/vnet: has neither a default nor a value"),
        Break(PARAMETERS, '"vnet-ml"', "7", "is given 7, which is no string"),
        Break(PARAMETERS, '"value": "vnet-ml"', '"valeu": "vnet-ml"', "neither a value nor a reference"),
        Break(PARAMETERS, "deploymentParameters", "deploymentTemplate", "no schema of one"),
    ]),
])
