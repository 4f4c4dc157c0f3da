"""PowerShell by its tree-sitter grammar, and its `az` commands against those of the bash script.

Both scripts are written from one list, and azure-cli's parser judges the bash one. So the commands must be
the same, in the same order, with the same options.
"""

import tree_sitter_bash
import tree_sitter_powershell

from grammar import departures, nodes, tree_of
from report import Break, Check, Found, main

LANGUAGE = tree_sitter_powershell.language()

# How each script calls azure-cli.
BASH = {b"az", b"exists"}
POWERSHELL = {"az", "invoke-az", "test-exists"}


def script(path):
    mistakes = departures(LANGUAGE, path.read_bytes())
    own = list(of_powershell(path.read_bytes()))
    other = path.with_suffix(".sh")
    if not other.is_file():
        return Found([*mistakes, f"there is no {other.name} to compare with"])
    theirs = list(of_bash(other.read_bytes()))
    for mine, their in zip(own, theirs):
        if mine != their:
            mistakes.append(f"runs `az {' '.join(mine)}` where {other.name} runs `az {' '.join(their)}`")
            break
    if len(own) != len(theirs):
        mistakes.append(f"runs {len(own)} commands, {other.name} runs {len(theirs)}")
    return Found(mistakes, judged=len(own))


def of_bash(source):
    """Words and options of each command, without the values of options."""
    for command in nodes(tree_of(tree_sitter_bash.language(), source), "command"):
        name = command.child_by_field_name("name")
        words = [it.text.decode() for it in command.children_by_field_name("argument")]
        if name is not None and name.text in BASH and words != ['"$@"']:
            yield outline(words)


def of_powershell(source):
    for command in nodes(tree_of(LANGUAGE, source), "command"):
        name = command.child_by_field_name("command_name")
        elements = command.child_by_field_name("command_elements")
        parts = elements.named_children if elements else []
        words = [it.text.decode() for it in parts if it.type != "command_argument_sep"]
        if name is not None and name.text.decode().lower() in POWERSHELL and words[:1] != ["@args"]:
            yield outline(words)


def outline(words):
    """The command, then its options."""
    first = next((number for number, word in enumerate(words) if word.startswith("--")), len(words))
    return words[:first] + [word for word in words[first:] if word.startswith("--")]


SCRIPT = "cli/deploy.ps1"
SOUND = {
    SCRIPT: """\
$ErrorActionPreference = 'Stop'
function Test-Exists {
  az @args 2>&1
  return $LASTEXITCODE -eq 0
}
if (-not (Test-Exists group show --name 'rg-ml')) {
  az group create --name 'rg-ml' --location "$Location" `
    --tags @Tags
}
$id = (az account show --query 'id')
""",
    "cli/deploy.sh": """\
exists() { az "$@"; }
if ! exists group show --name rg-ml; then
  az group create --name rg-ml --location "$LOCATION" \\
    --tags "${TAGS[@]}"
fi
ID=$(az account show --query id)
""",
}

main([
    Check("cli/*.ps1", "tree-sitter-powershell", script, SOUND, unit="command", breaks=[
        Break(SCRIPT, "{\n  az @", "{ {\n  az @", "line"),
        Break(SCRIPT, "\"$Location\"", "\"$Location", "line"),
        Break(SCRIPT, "'rg-ml'))", "'rg-ml')", "line"),
        Break(SCRIPT, "function Test-Exists {", "function {", "line"),
        Break(SCRIPT, "--location \"$Location\" ", "", "where deploy.sh runs `az group create --name --loc"),
        Break(SCRIPT, "group create", "group update", "runs `az group update --name"),
        Break(SCRIPT, "$id = (az account show --query 'id')", "", "runs 2 commands, deploy.sh runs 3"),
    ]),
])
