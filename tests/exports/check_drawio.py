"""draw.io files as XML of the form that draw.io reads: a tree of cells under two roots, edges with ends."""

import defusedxml.ElementTree

from report import Break, Check, Found, main


def drawing(path):
    try:
        root = defusedxml.ElementTree.parse(path).getroot()
    except Exception as error:  # A parse error, or what defusedxml forbids.
        return Found([f"not XML that is safe to read: {error}"])
    pages = root.findall("diagram")
    if root.tag != "mxfile" or not pages:
        return Found(["not an mxfile with a diagram"])
    return Found([mistake for page in pages for mistake in page_mistakes(page)])


def page_mistakes(page):
    cells = page.findall("mxGraphModel/root/mxCell")
    ids = [cell.get("id") for cell in cells]
    known = set(ids)
    if [cell.attrib for cell in cells[:2]] != [{"id": "0"}, {"id": "1", "parent": "0"}]:
        yield "does not begin with the root cell 0 and its layer 1"
    if not any(cell.get("vertex") == "1" for cell in cells):
        yield "has no shape"
    for name in sorted({str(it) for it in ids if ids.count(it) > 1 or not it}):
        yield f"the id {name} is missing or not unique"
    parents = {cell.get("id"): cell.get("parent") for cell in cells}
    for cell in cells[2:]:
        name = cell.get("id")
        for end in ("parent", "source", "target"):
            if cell.get(end) and cell.get(end) not in known:
                yield f"{name} names {end} {cell.get(end)}, which is not there"
        if not cell.get("parent"):
            yield f"{name} has no parent"
        elif not reaches_root(name, parents):
            yield f"{name} is inside itself"
        yield from geometry(cell, name)


def reaches_root(name, parents):
    seen = set()
    while name in parents and name not in seen:
        seen.add(name)
        name = parents[name]
    return name is None or name not in seen


def geometry(cell, name):
    box = cell.find("mxGeometry")
    if (cell.get("vertex") == "1") == (cell.get("edge") == "1"):
        yield f"{name} is neither a shape nor a line"
    elif box is None or box.get("as") != "geometry":
        yield f"{name} has no geometry"
    elif cell.get("vertex") == "1":
        sides = [box.get(it) for it in ("x", "y", "width", "height")]
        try:
            x, y, width, height = map(float, sides)
        except (TypeError, ValueError):
            yield f"{name} has a geometry that is no box: {sides}"
            return
        if width <= 0 or height <= 0:
            yield f"{name} has no size"
    else:
        points = {it.get("as") for it in box.findall("mxPoint")}
        for end, point in (("source", "sourcePoint"), ("target", "targetPoint")):
            if not cell.get(end) and point not in points:
                yield f"{name} has no {end}"


FILE = "topology.drawio"
SOUND = {
    FILE: """\
<mxfile host="test"><diagram id="d" name="Network"><mxGraphModel><root>
<mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" value="a &amp; b" vertex="1" parent="1">
<mxGeometry x="0" y="0" width="9" height="9" as="geometry"/></mxCell>
<mxCell id="b" vertex="1" parent="a"><mxGeometry x="1" y="1" width="4" height="5" as="geometry"/></mxCell>
<mxCell id="e" edge="1" parent="1" source="a" target="b">
<mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel></diagram></mxfile>
""",
}

main([
    Check(FILE, "the form of draw.io", drawing, SOUND, [
        Break(FILE, "&amp;", "&", "not XML"),
        Break(FILE, "<mxfile host=\"test\">", "<!DOCTYPE x [<!ENTITY e 'e'>]><mxfile>", "not XML"),
        Break(FILE, "<mxCell id=\"1\" parent=\"0\"/>", "", "root cell 0"),
        Break(FILE, "id=\"b\"", "id=\"a\"", "the id a is missing or not unique"),
        Break(FILE, "target=\"b\"", "target=\"c\"", "names target c"),
        Break(FILE, "target=\"b\"", "", "e has no target"),
        Break(FILE, "parent=\"a\"", "parent=\"x\"", "names parent x"),
        Break(FILE, "parent=\"a\"", "parent=\"b\"", "b is inside itself"),
        Break(FILE, "width=\"4\"", "", "no box"),
        Break(FILE, "height=\"5\"", "height=\"0\"", "b has no size"),
        Break(FILE, "<mxGeometry relative=\"1\" as=\"geometry\"/>", "", "e has no geometry"),
    ]),
])
