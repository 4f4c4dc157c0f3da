"""Scripts of the Azure CLI: every `az` command that they run, by azure-cli's own parser.

bash splits the words; nothing else does it right. The scripts run in a copy of the bundle with a function
`az` that only writes down what it is called with, twice: in an empty subscription, and in one where everything
exists. No other program is on their path. A command that neither run reaches is a mistake, because it is not
proven.

Extensions are not on a registry that this can install from, so their commands are counted and named as not
covered; that the script adds the extension they need is checked.
"""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import tree_sitter_bash

from azure_cli import SUBSCRIPTION, AzureCli, command_of
from grammar import nodes, tree_of
from report import Break, Check, Found, main

CLI = AzureCli()

# Groups of commands that come with an extension.
# https://learn.microsoft.com/cli/azure/azure-cli-extensions-list, read 2026-11-24.
EXTENSIONS = {
    "ml": "ml",
    "network firewall": "azure-firewall",
    "network bastion": "bastion",
    "k8s-extension": "k8s-extension",
    "monitor app-insights": "application-insights",
    "dns-resolver": "dns-resolver",
}

# Programs that a script may call beside `az`.
PROGRAMS = ["dirname"]

# Options whose values name files of the bundle, and how such values look.
FILE_OPTIONS = {"--file", "--template-file", "--rules"}

PRELUDE = r"""
az() {
  local IFS=, word query='' output=json previous=''
  printf '%s\0' "${BASH_LINENO[*]}" "$PWD" "$#" "$@" >>"$AZ_LOG"
  for word; do
    case $previous in
      --query) query=$word ;;
      --output) output=$word ;;
    esac
    previous=$word
  done
  if [ -z "$query" ] && [ "$AZ_EXISTS" = no ] && [[ " $* " == *,show,* ]]; then
    echo 'ERROR: (ResourceNotFound) The resource was not found.' >&2
    return 3
  fi
  case $output,$query in
    none,* | json,) ;;
    *,length*) echo 1 ;;
    *,*[Pp]rincipal* | *,*Object* | *,*tenant*) echo "$AZ_SUBSCRIPTION" ;;
    *,id) if [ "$1" = account ]; then echo "$AZ_SUBSCRIPTION"; else echo "$AZ_ID"; fi ;;
    *,*.id) echo "$AZ_ID" ;;
    *,*[Ii][Pp]*) echo 10.0.0.4 ;;
    *) echo sample ;;
  esac
}
command_not_found_handle() {
  printf '%s\0' "$1" >>"$AZ_UNKNOWN"
  return 127
}
"""

IDENTITY = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Sample/samples/sample"


class Call:
    """One call of `az`: the lines that led to it, where, and its words."""

    def __init__(self, lines, folder, words):
        self.lines, self.folder, self.words = lines, folder, words

    def __str__(self):
        line = self.lines[-2] if len(self.lines) > 1 else self.lines[0]
        return f"line {line}: az {' '.join(self.words)[:70]}"


def run(path, exists, values):
    """Runs a script with the stand-in; returns its calls and what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder).resolve()
        bundle, programs, log, unknown = (folder / it for it in ("bundle", "bin", "log", "unknown"))
        shutil.copytree(path.parents[1], bundle)
        programs.mkdir()
        for program in PROGRAMS:
            (programs / program).symlink_to(shutil.which(program))
        (folder / "prelude").write_text(PRELUDE)
        environment = {
            "PATH": str(programs),
            "LC_ALL": "C.UTF-8",
            "BASH_ENV": str(folder / "prelude"),
            "AZ_LOG": str(log),
            "AZ_UNKNOWN": str(unknown),
            "AZ_EXISTS": "yes" if exists else "no",
            "AZ_SUBSCRIPTION": SUBSCRIPTION,
            "AZ_ID": IDENTITY,
            **values,
        }
        done = subprocess.run(
            [shutil.which("bash"), bundle / "cli" / path.name],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        calls = list(calls_in(words_of(log), bundle))
        mistakes = [f"calls `{it}`, which is no program of this check" for it in set(words_of(unknown))]
        # A script that compares ends with 1 if something differs, as everything does here.
        if done.returncode not in ((0, 1) if path.name == "readback.sh" else (0,)):
            last = calls[-1] if calls else "before its first command"
            told = " ".join(done.stderr.replace(str(folder), "").split())[-200:]
            mistakes.append(f"ends with status {done.returncode} after {last}: {told}")
    return calls, mistakes


def words_of(path):
    return path.read_text(encoding="utf-8").split("\0")[:-1] if path.exists() else []


def calls_in(words, bundle):
    while words:
        lines, folder, number, *words = words
        number = int(number)
        folder = Path(folder).relative_to(bundle) if Path(folder).is_relative_to(bundle) else None
        yield Call([int(it) for it in lines.split(",")], folder, words[:number])
        words = words[number:]


def values_for(text):
    """A value for each variable that a script insists on, and for each that is empty unless set."""
    insisted = re.findall(r"\$\{(\w+):\?", text)
    empty = re.findall(r"""^if \[ -z "\$\{(\w+):-\}" \]; then \1=''; fi$""", text, re.MULTILINE)
    return [{name: IDENTITY if name.endswith("_ID") else "sample" for name in it} for it in (insisted, empty)]


def script(path):
    text = path.read_text(encoding="utf-8")
    insisted, empty = values_for(text)
    everything, mistakes = run(path, True, insisted)
    nothing, more = run(path, False, insisted | empty)
    calls, mistakes = everything + nothing, list(dict.fromkeys(mistakes + more))
    reached = {line for call in calls for line in call.lines}
    for first, last, words in commands_in(text):
        if reached.isdisjoint(range(first, last + 1)):
            mistakes.append(f"line {first}: neither run reaches `{words}`")
    added = {call.words[3] for call in calls if call.words[:3] == ["extension", "add", "--name"]}
    found = Found(mistakes, judged=0)
    seen = set()
    for call in calls:
        key = (call.lines[-2:][0], *call.words)
        if key not in seen:
            seen.add(key)
            judge(call, path.parents[1], added, found)
    return found


def judge(call, bundle, added, found):
    """Holds one call against the parser, or counts it as not covered."""
    words = command_of(call.words)
    group = next((it for it in EXTENSIONS if words[: len(it.split())] == it.split()), None)
    if group and not CLI.has(" ".join(words)):
        extension = EXTENSIONS[group]
        found.uncovered.append(f"az {' '.join(words)}, of the extension {extension}")
        if extension not in added:
            found.mistakes.append(f"{call}: needs the extension {extension}, which the script does not add")
    else:
        found.judged += 1
        answer = CLI.answer(call.words)
        if answer:
            found.mistakes.append(f"{call}: {answer}")
    for option, value in zip(call.words, call.words[1:]):
        name = value.removeprefix("@")
        is_file = option in FILE_OPTIONS or value.startswith("@")
        if is_file and not (call.folder is not None and (bundle / call.folder / name).is_file()):
            found.mistakes.append(f"{call}: the bundle has no file {name}")


def commands_in(text):
    """First line, last line and beginning of each `az` command and each call of a function that has one."""
    tree = tree_of(tree_sitter_bash.language(), text.encode())
    functions = {
        it.child_by_field_name("name").text
        for it in nodes(tree, "function_definition")
        if calls_az(it)
    }
    for node in nodes(tree, "command"):
        name = node.child_by_field_name("name")
        if name is not None and name.text in functions | {b"az"}:
            begin = node.text.decode().split("\n")[0][:60]
            yield node.start_point[0] + 1, node.end_point[0] + 1, begin


def calls_az(function):
    return any(it.child_by_field_name("name").text == b"az" for it in nodes(function, "command"))


SCRIPT = "cli/deploy.sh"
SOUND = {
    SCRIPT: """\
#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exists() {
  if az "$@" 2>/dev/null; then return 0; fi
  return 1
}
az extension add --name ml --yes
: "${SECRET:?is not set}"
if [ -z "${MODEL:-}" ]; then MODEL=''; fi
SUBSCRIPTION=$(az account show --query id --output tsv)
az account set --subscription "$SUBSCRIPTION"
if ! exists group show --name rg; then
  az network nic show --ids "$(az network nic show -g rg -n nic --query id --output tsv)" --query name
  az group create --name 'rg "with" $(words)' --location westeurope \\
    --tags 'a=b c'
else
  az deployment group what-if --resource-group rg --template-file ../arm/azuredeploy.json
fi
az network nsg rule create --resource-group rg --nsg-name nsg --name allow --priority 100 \\
  --access Allow --destination-port-ranges 443 8787
if [ -n "$MODEL" ]; then
  az ml batch-deployment create --file ../azureml/deployment.yml --resource-group rg --workspace-name mlw
fi
""",
    "arm/azuredeploy.json": "{}",
    "azureml/deployment.yml": "name: v1",
}
ML = "az ml batch-deployment create, of the extension ml"

main([
    Check("cli/*.sh", "azure-cli", script, SOUND, unit="command", uncovered=(ML,), breaks=[
        Break(SCRIPT, "nsg rule create", "nsg rul create", "no command `az network nsg rul"),
        Break(SCRIPT, "--access Allow", "--acess Allow", "unrecognized arguments: --acess Allow"),
        Break(SCRIPT, "--nsg-name nsg", "", "required: --nsg-name"),
        Break(SCRIPT, "--access Allow", "--access Perhaps", "Perhaps"),
        Break(SCRIPT, "--priority 100", "--priority high", "high"),
        Break(SCRIPT, "'rg \"with\" $(words)'", "rg \"with\" words", "unrecognized arguments: with words"),
        Break(SCRIPT, "--ids", "--idz", "unrecognized arguments: --idz"),
        Break(SCRIPT, "--query id --output tsv)\"", "--query name --output tsv)\"", "sample"),
        Break(SCRIPT, "show --query id", "show --query 'id['", "id["),
        Break(SCRIPT, "az extension add --name ml --yes", "", "needs the extension ml"),
        Break(SCRIPT, "az ml batch", "az mml batch", "no command `az mml"),
        Break(SCRIPT, "../arm/azuredeploy.json", "../arm/template.json", "no file ../arm/template.json"),
        Break(SCRIPT, "[ -n \"$MODEL\" ]", "[ -n '' ]", "neither run reaches `az ml batch-deployment"),
        Break(SCRIPT, "! exists group show", "! exists grup show", "no command `az grup show`"),
        Break(SCRIPT, "az extension", "curl example.org; az extension", "calls `curl`"),
        Break(SCRIPT, "az group create", "exit 4; az group create", "ends with status 4"),
    ]),
])
