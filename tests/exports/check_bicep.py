"""Bicep by its tree-sitter grammar, and the parameters file against the template it is for.

The grammar knows `using` but not the assignments of a parameters file. `param name = value` has the form of
`var name = value`, so it is read as that. Types and API versions are the compiler's business, which is not
on a registry that this can install from.
"""

import re

import tree_sitter_bicep

from grammar import departures
from report import Break, Check, Found, main

LANGUAGE = tree_sitter_bicep.language()
DECLARED = re.compile(r"^param (\w+) [\w'|]+( = )?", re.MULTILINE)
ASSIGNED = re.compile(r"^param (\w+) = ", re.MULTILINE)
USING = re.compile(r"^using '([^']+)'$", re.MULTILINE)


def template(path):
    text = path.read_text(encoding="utf-8")
    mistakes = departures(LANGUAGE, text.encode())
    for kind, name in re.findall(r"^(param|var|resource|module|output) (\w+)", text, re.MULTILINE):
        # An output is a name space of its own and is there to be read by others.
        own = re.findall(rf"^{kind} {name}\b", text, re.MULTILINE)
        if len(own) > 1:
            mistakes.append(f"{kind} {name} is declared {len(own)} times")
        # Its declaration is one; the key of a property is none.
        if kind in ("param", "var") and len(re.findall(rf"\b{name}\b(?!:)", code_of(text))) < 2:
            mistakes.append(f"{kind} {name} is never used")
    return Found(mistakes)


def code_of(text):
    """The text without comments and without the plain text of strings: what names stand in."""
    return re.sub(
        r"//[^\n]*|'''.*?'''|'(?:\\.|[^'\\])*'",
        lambda it: " ".join(re.findall(r"\$\{([^}]*)\}", it[0])) if it[0][0] == "'" else "",
        text,
        flags=re.DOTALL,
    )


def parameters(path):
    text = path.read_text(encoding="utf-8")
    mistakes = departures(LANGUAGE, ASSIGNED.sub(r"var \1 = ", text).encode())
    using = USING.search(text)
    if not using:
        return Found([*mistakes, "`using` names no template"])
    target = path.parent / using[1]
    if not target.is_file():
        return Found([*mistakes, f"{using[1]} is not there"])
    declared = {it[1]: bool(it[2]) for it in DECLARED.finditer(target.read_text(encoding="utf-8"))}
    assigned = ASSIGNED.findall(text)
    mistakes += [f"{name} is no parameter of {using[1]}" for name in assigned if name not in declared]
    mistakes += [f"{name} is set twice" for name in set(assigned) if assigned.count(name) > 1]
    mistakes += [
        f"{name} has no value" for name, default in declared.items() if not default and name not in assigned
    ]
    return Found(mistakes)


SOUND = {
    "bicep/main.bicep": """\
// A network.
param location string = 'westeurope'
param vnetName string

resource net 'Microsoft.Network/virtualNetworks@2025-07-01' = {
  name: 'vnet-${vnetName}'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
  }
}

output id string = net.id
""",
    "bicep/main.bicepparam": "using './main.bicep'\n\nparam vnetName = 'ml'\nparam location = 'westeurope'\n",
}

TEMPLATE, PARAMETERS = SOUND

main([
    Check("bicep/*.bicep", "tree-sitter-bicep", template, SOUND, [
        Break(TEMPLATE, "resource net 'M", "resource 'M", "cannot be read"),
        Break(TEMPLATE, "['10.0.0.0/16'] }\n", "['10.0.0.0/16'\n", "line"),
        Break(TEMPLATE, "'vnet-${vnetName}'", "'vnet-${vnetName'", "line"),
        Break(TEMPLATE, "'vnet-${vnetName}'", "'vnet-name'", "param vnetName is never used"),
        Break(TEMPLATE, "// A network.", "param location string", "location is declared 2 times"),
    ]),
    Check("bicep/*.bicepparam", "tree-sitter-bicep", parameters, SOUND, [
        Break(PARAMETERS, "'ml'", "'ml", "line"),
        Break(PARAMETERS, "using './main.bicep'", "", "`using` names no template"),
        Break(PARAMETERS, "using './main", "using './mian", "is not there"),
        Break(PARAMETERS, "param vnetName", "param vnetNam", "vnetNam is no parameter of"),
        Break(PARAMETERS, "param vnetName = 'ml'\n", "", "vnetName has no value"),
        Break(PARAMETERS, "param location", "param vnetName", "vnetName is set twice"),
    ]),
])
