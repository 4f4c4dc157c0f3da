"""An ARM template evaluated: its resources with their ids, what they name and what they wait for.

Mistakes are noted where they are found, with a JSON pointer, so that one look finds all of them.
"""

import re

from expression import Frame, Mistake, is_expression, parse

NESTED = "Microsoft.Resources/deployments"
TYPES = {
    "string": str,
    "securestring": str,
    "int": int,
    "bool": bool,
    "object": dict,
    "secureobject": dict,
    "array": list,
}
SCHEMA = re.compile(r"https://schema\.management\.azure\.com/schemas/\d{4}-\d\d-\d\d/(\w+)\.json#")


class Template:
    """A template, its frame, and its resources by id once `evaluate` is done."""

    def __init__(self, json_value, values, group, place):
        self.json, self.place, self.mistakes = json_value, place, []
        self.inner = []
        declared = json_value.get("parameters", {})
        defaults = {name: it.get("defaultValue", f"<{name}>") for name, it in declared.items()}
        self.frame = Frame(defaults | values, json_value.get("variables", {}), group)
        self.resources = []

    def say(self, where, what):
        mistake = f"{self.place}{where}: {what}"
        if mistake not in self.mistakes:
            self.mistakes.append(mistake)

    def evaluate(self, value, where, ids):
        """A value with its expressions evaluated, keys included."""
        if isinstance(value, dict):
            return {
                self.evaluate(key, where, ids): self.evaluate(it, f"{where}/{key}", ids)
                for key, it in value.items()
            }
        if isinstance(value, list):
            return [self.evaluate(it, f"{where}/{number}", ids) for number, it in enumerate(value)]
        if not isinstance(value, str) or not is_expression(value):
            return value[1:] if isinstance(value, str) and value.startswith("[[") else value
        try:
            return self.frame.value(parse(value), ids)
        except Mistake as mistake:
            self.say(where, f"{mistake}: {value[:80]}")
            return f"<{where}>"

    def evaluate_all(self):
        for number, it in enumerate(self.json.get("resources", [])):
            self.resources.append(Resource(self, it, f"/resources/{number}"))
        for name, it in self.json.get("outputs", {}).items():
            ids = set()
            self.evaluate(it.get("value"), f"/outputs/{name}", ids)
            self.known(ids, f"/outputs/{name}")
            if str(it.get("type")).lower() not in TYPES:
                self.say(f"/outputs/{name}", f"{it.get('type')} is no type")
        for what, declared, used in (
            ("parameter", self.frame.parameters, self.frame.used_parameters),
            ("variable", self.frame.variables, self.frame.used_variables),
        ):
            for name in declared:
                if name not in used:
                    self.say(f"/{what}s/{name}", "is never used")

    def known(self, ids, where):
        """Ids of what the deployment should hold must be there; built-in definitions are Azure's."""
        created = {it.id for it in self.every()} | {it for r in self.every() for it in r.parts}
        for identity in sorted(ids - created):
            if "/providers/microsoft.authorization/roledefinitions/" not in identity:
                self.say(where, f"{identity} is not created here")

    def every(self):
        """All resources of this template and of those inside."""
        for resource in self.resources:
            yield resource
            for template in resource.nested:
                yield from template.every()


class Resource:
    """A resource with its id, the ids it names and those it waits for."""

    def __init__(self, template, value, where):
        self.template, self.where = template, where
        self.value, self.ids, self.nested, self.parts = value, set(), [], set()
        for name, shape in (("type", r"[\w.]+(/\w+)+"), ("apiVersion", r"\d{4}-\d\d-\d\d(-preview)?")):
            if not re.fullmatch(shape, str(value.get(name))):
                template.say(where, f"{value.get(name)} is no {name}")
        self.type, ids = str(value.get("type")), set()
        name = template.evaluate(value.get("name"), f"{where}/name", ids)
        self.own = {"name", "dependsOn", "comments", *(["properties"] if self.type == NESTED else [])}
        rest = {key: it for key, it in value.items() if key not in self.own}
        rest = template.evaluate(rest, where, self.ids)
        scope = rest.get("scope")
        self.id = self.identity(scope if isinstance(scope, str) else None, name)
        self.parts = set(self.inline_parts(rest.get("properties")))
        self.waits = template.evaluate(value.get("dependsOn", []), f"{where}/dependsOn", set())
        if self.type == NESTED:
            self.open(value.get("properties", {}), name)

    def identity(self, scope, name):
        segments, names = self.type.split("/"), str(name).split("/")
        if len(names) != len(segments) - 1:
            self.template.say(self.where, f"{self.type} needs {len(segments) - 1} names, has {name}")
        subscription, group = self.template.frame.group
        scope = scope or f"/subscriptions/{subscription}/resourceGroups/{group}"
        pairs = "".join(f"/{segment}/{it}" for segment, it in zip(segments[1:], names))
        return f"{scope}/providers/{segments[0]}{pairs}".lower()

    def inline_parts(self, properties):
        """Ids of what a resource creates within itself, such as subnets in a virtual network."""
        for kind, parts in (properties if isinstance(properties, dict) else {}).items():
            for part in parts if isinstance(parts, list) else []:
                if isinstance(part, dict) and part.get("name"):
                    yield f"{self.id}/{kind}/{part['name']}".lower()

    def open(self, properties, name):
        """Evaluates the template of a nested deployment."""
        if properties.get("expressionEvaluationOptions") != {"scope": "inner"}:
            self.template.say(self.where, "a nested template that is not evaluated inside is not understood")
        given = properties.get("parameters", {})
        given = {key: it.get("value") for key, it in given.items()}
        given = self.template.evaluate(given, f"{self.where}/properties/parameters", self.ids)
        subscription, group = self.template.frame.group
        group = (self.value.get("subscriptionId", subscription), self.value.get("resourceGroup", group))
        place = f"{self.template.place}{self.where}/properties/template"
        inner = Template(properties.get("template", {}), given, group, place)
        declarations(inner, given)
        inner.evaluate_all()
        self.nested.append(inner)


def declarations(template, given):
    """Head and parameters of a template, against the values that it is given."""
    schema = SCHEMA.fullmatch(str(template.json.get("$schema")))
    if not schema or schema[1] != "deploymentTemplate":
        template.say("", f"{template.json.get('$schema')} is no schema of a template")
    if not re.fullmatch(r"\d+(\.\d+){3}", str(template.json.get("contentVersion"))):
        template.say("", "has no contentVersion")
    declared = template.json.get("parameters", {})
    for name, it in declared.items():
        kind = TYPES.get(str(it.get("type")).lower())
        if not kind:
            template.say(f"/parameters/{name}", f"{it.get('type')} is no type")
        elif "defaultValue" in it and not isinstance(it["defaultValue"], kind):
            template.say(f"/parameters/{name}", f"its default is no {it['type']}")
        elif name in given and given[name] is not None and not isinstance(given[name], kind):
            template.say(f"/parameters/{name}", f"is given {given[name]}, which is no {it['type']}")
        if "secure" in str(it.get("type")).lower() and it.get("defaultValue"):
            template.say(f"/parameters/{name}", "a secret has a default")
        if "defaultValue" not in it and name not in given:
            template.say(f"/parameters/{name}", "has neither a default nor a value")
    for name in given.keys() - declared.keys():
        template.say(f"/parameters/{name}", "is given but not declared")


def order(template):
    """Ids are unique and known, and whatever a resource names or belongs to is waited for."""
    by_id, owner = {}, {}
    for resource in template.resources:
        if resource.id in by_id:
            template.say(resource.where, f"{resource.id} is declared twice")
        by_id[resource.id] = resource
        inside = [it for inner in resource.nested for it in inner.every()]
        for identity in [resource.id, *resource.parts, *(it.id for it in inside)]:
            owner[identity] = resource
        for identity in [part for it in inside for part in it.parts]:
            owner.setdefault(identity, resource)
    waits = {it.id: list(waited(template, it, by_id)) for it in template.resources}
    for resource in template.resources:
        before = reached(resource.id, waits)
        if resource.id in before:
            template.say(resource.where, "waits for itself")
        parent = resource.id.rsplit("/", 2)[0]
        needed = set(resource.ids) | ({parent} if parent in by_id else set())
        for identity in sorted(needed):
            creator = owner.get(identity)
            if creator and creator is not resource and creator.id not in before:
                template.say(resource.where, f"names {identity} but does not wait for it")
        for inner in resource.nested:
            order(inner)
            template.mistakes += inner.mistakes


def waited(template, resource, by_id):
    """The ids of `dependsOn`, which may also name a resource by type and name or by name alone."""
    for entry in resource.waits:
        entry = str(entry).lower()
        matches = [
            it.id
            for it in template.resources
            if entry in (it.id, f"{it.type}/{it.id.rsplit('/', 1)[1]}".lower(), it.id.rsplit("/", 1)[1])
        ]
        if len(matches) == 1:
            yield matches[0]
        else:
            template.say(f"{resource.where}/dependsOn", f"{entry} is {len(matches)} resources here")


def reached(start, waits):
    seen, pending = set(), list(waits[start])
    while pending:
        identity = pending.pop()
        if identity not in seen:
            seen.add(identity)
            pending += waits[identity]
    return seen
