"""Expressions of ARM templates: read into a tree, then evaluated as far as that goes without Azure.

What only Azure knows (a subscription, an address) becomes a text in angle brackets, the same for the same
question, so ids that are equal there are equal here. Sources, both read 2026-11-24:
https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
"""

import json
import re
import uuid

TOKEN = re.compile(r"\s*(?:('(?:[^']|'')*')|(-?\d+)|([A-Za-z_]\w*)|([()\[\],.]))")

# The least and the most arguments of each function that is understood. None: any number.
ARGUMENTS = {
    "and": (2, None),
    "array": (1, 1),
    "base64": (1, 1),
    "bool": (1, 1),
    "coalesce": (1, None),
    "concat": (1, None),
    "contains": (2, 2),
    "createArray": (0, None),
    "createObject": (0, None),
    "deployment": (0, 0),
    "empty": (1, 1),
    "environment": (0, 0),
    "equals": (2, 2),
    "extensionResourceId": (3, None),
    "false": (0, 0),
    "first": (1, 1),
    "format": (2, None),
    "guid": (1, None),
    "if": (3, 3),
    "int": (1, 1),
    "json": (1, 1),
    "last": (1, 1),
    "length": (1, 1),
    "not": (1, 1),
    "null": (0, 0),
    "or": (2, None),
    "parameters": (1, 1),
    "reference": (1, 3),
    "replace": (3, 3),
    "resourceGroup": (0, 0),
    "resourceId": (2, None),
    "split": (2, 2),
    "string": (1, 1),
    "subscription": (0, 0),
    "subscriptionResourceId": (2, None),
    "tenant": (0, 0),
    "tenantResourceId": (2, None),
    "toLower": (1, 1),
    "toUpper": (1, 1),
    "true": (0, 0),
    "uniqueString": (1, None),
    "variables": (1, 1),
}


class Mistake(Exception):
    """An expression that Azure would refuse."""


def is_expression(text):
    return text.startswith("[") and text.endswith("]") and not text.startswith("[[")


def parse(text):
    """The tree of an expression in its brackets: ("text", …), ("number", …), ("call", name, arguments),
    ("member", tree, name) or ("item", tree, tree)."""
    tokens = tokens_of(text[1:-1])
    tree, rest = expression(tokens)
    if rest:
        raise Mistake(f"`{rest[0][1]}` is too much")
    return tree


def tokens_of(text):
    tokens, place = [], 0
    text = text.rstrip()
    while place < len(text):
        match = TOKEN.match(text, place)
        if not match:
            raise Mistake(f"cannot be read from `{text[place : place + 20]}` on")
        tokens.append((match.lastindex, match[match.lastindex]))
        place = match.end()
    return tokens


def expression(tokens):
    if not tokens:
        raise Mistake("ends too early")
    (kind, token), rest = tokens[0], tokens[1:]
    if kind == 1:
        tree = ("text", token[1:-1].replace("''", "'"))
    elif kind == 2:
        tree = ("number", int(token))
    elif kind == 3 and rest and rest[0][1] == "(":
        arguments, rest = list_of(rest[1:])
        tree = ("call", function_name(token, len(arguments)), arguments)
    else:
        raise Mistake(f"`{token}` is not expected here")
    while rest and rest[0][1] in (".", "["):
        if rest[0][1] == ".":
            if len(rest) < 2 or rest[1][0] != 3:
                raise Mistake("a name is missing behind `.`")
            tree, rest = ("member", tree, rest[1][1]), rest[2:]
        else:
            index, rest = expression(rest[1:])
            rest = after(rest, "]")
            tree = ("item", tree, index)
    return tree, rest


def list_of(tokens):
    if tokens and tokens[0][1] == ")":
        return [], tokens[1:]
    arguments = []
    while True:
        argument, tokens = expression(tokens)
        arguments.append(argument)
        if tokens and tokens[0][1] == ",":
            tokens = tokens[1:]
        else:
            return arguments, after(tokens, ")")


def after(tokens, wanted):
    if not tokens or tokens[0][1] != wanted:
        raise Mistake(f"`{wanted}` is missing")
    return tokens[1:]


def function_name(name, number):
    known = next((it for it in ARGUMENTS if it.lower() == name.lower()), None)
    if not known:
        raise Mistake(f"{name}() is no function that this check knows")
    least, most = ARGUMENTS[known]
    if number < least or (most is not None and number > most):
        raise Mistake(f"{name}() cannot have {number} arguments")
    return known


class Frame:
    """What expressions of one template can name, and what they named."""

    def __init__(self, parameters, variables, group):
        self.parameters, self.variables, self.group = parameters, variables, group
        self.used_parameters, self.used_variables = set(), set()

    def value(self, tree, ids):
        """The value of a tree. Ids that it names on the way go into the set `ids`."""
        kind = tree[0]
        if kind in ("text", "number"):
            return tree[1]
        if kind == "member":
            return part_of(self.value(tree[1], ids), tree[2])
        if kind == "item":
            return part_of(self.value(tree[1], ids), self.value(tree[2], ids))
        return self.call(tree[1], [self.value(it, ids) for it in tree[2]], ids)

    def call(self, name, values, ids):
        if name == "parameters":
            return named(values[0], self.parameters, self.used_parameters, "parameter")
        if name == "variables":
            return named(values[0], self.variables, self.used_variables, "variable")
        if name == "format":
            return formatted(values[0], values[1:])
        if name in ("resourceId", "subscriptionResourceId", "tenantResourceId", "extensionResourceId"):
            identity = self.resource_id(name, values)
            ids.add(identity)
            return identity
        if name == "concat" and all(isinstance(it, (str, int)) for it in values):
            return "".join(map(str, values))
        if name in ("true", "false"):
            return name == "true"
        if name == "createArray":
            return values
        if name == "createObject":
            if len(values) % 2:
                raise Mistake("createObject() has a key without a value")
            return dict(zip(map(str, values[::2]), values[1::2]))
        if name in ("guid", "uniqueString"):
            # Not Azure's text, but as there one text for one question.
            return str(uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(values)))
        return f"<{name} {json.dumps(values)}>"

    def resource_id(self, function, values):
        scope, values = self.scope_of(function, values)
        kind, names = values[0], values[1:]
        segments = str(kind).split("/")
        if len(segments) < 2 or "." not in segments[0]:
            raise Mistake(f"{function}(): {kind} is no resource type")
        if len(names) != len(segments) - 1:
            raise Mistake(f"{function}(): {kind} needs {len(segments) - 1} names, has {len(names)}")
        pairs = "".join(f"/{segment}/{name}" for segment, name in zip(segments[1:], names))
        return f"{scope}/providers/{segments[0]}{pairs}".lower()

    def scope_of(self, function, values):
        """What an id begins with, and the arguments behind that."""
        before = next((i for i, it in enumerate(values) if re.match(r"[A-Za-z]+\.[\w.]+/", str(it))), None)
        if function == "extensionResourceId":
            return str(values[0]), values[1:]
        most = {"resourceId": 2, "subscriptionResourceId": 1, "tenantResourceId": 0}[function]
        if before is None or before > most:
            raise Mistake(f"{function}() names no resource type where it should: {values}")
        given, values = values[:before], values[before:]
        subscription, group = self.group
        if function == "tenantResourceId":
            return "", values
        if function == "subscriptionResourceId":
            return f"/subscriptions/{given[0] if given else subscription}", values
        if given:
            group = given[-1]
            subscription = given[0] if len(given) == 2 else subscription
        return f"/subscriptions/{subscription}/resourceGroups/{group}", values


def named(name, known, used, what):
    """Names are matched as Azure does, without their case."""
    match = next((it for it in known if it.lower() == str(name).lower()), None)
    if match is None:
        raise Mistake(f"{what} {name} is not declared")
    used.add(match)
    return known[match]


def formatted(pattern, values):
    numbers = [int(it) for it in re.findall(r"\{(\d+)\}", pattern)]
    if sorted(set(numbers)) != list(range(len(values))):
        raise Mistake(f"format('{pattern}') does not fit its {len(values)} values")
    return re.sub(r"\{(\d+)\}", lambda it: str(values[int(it[1])]), pattern)


def part_of(value, key):
    if isinstance(value, dict):
        if key not in value:
            raise Mistake(f"there is no `{key}` in {json.dumps(value)[:60]}")
        return value[key]
    if isinstance(value, list):
        if not isinstance(key, int) or key >= len(value):
            raise Mistake(f"there is no item {key} in {json.dumps(value)[:60]}")
        return value[key]
    return f"<{value}.{key}>"
