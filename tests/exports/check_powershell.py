"""PowerShell by its tree-sitter grammar. What the commands mean is checked on the bash script, which is
written from the same list."""

import tree_sitter_powershell

from grammar import departures
from report import Break, Check, Found, main

LANGUAGE = tree_sitter_powershell.language()


def script(path):
    return Found(departures(LANGUAGE, path.read_bytes()))


SOUND = {
    "cli/deploy.ps1": """\
$ErrorActionPreference = 'Stop'
function Test-It {
  param([string[]]$Words)
  az @Words
  return $LASTEXITCODE -eq 0
}
if (-not (Test-It @('group', 'show'))) {
  az group create --name 'rg-ml' --location "$Location"
}
""",
}

main([
    Check("cli/*.ps1", "tree-sitter-powershell", script, SOUND, [
        Break("cli/deploy.ps1", "{\n  az", "{ {\n  az", "line"),
        Break("cli/deploy.ps1", "\"$Location\"", "\"$Location", "line"),
        Break("cli/deploy.ps1", "'show'))", "'show')", "line"),
        Break("cli/deploy.ps1", "function Test-It {", "function {", "line"),
    ]),
])
