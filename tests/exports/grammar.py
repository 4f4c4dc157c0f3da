"""A tree-sitter grammar as a judge: every place where the text leaves the grammar."""

from tree_sitter import Language, Parser


def departures(language, source):
    """Where `source` (bytes) is not of the language, as sentences with line and column."""
    tree = Parser(Language(language)).parse(source)
    mistakes, pending = [], [tree.root_node]
    while pending:
        node = pending.pop()
        place = f"line {node.start_point[0] + 1}, column {node.start_point[1] + 1}"
        if node.is_missing:
            mistakes.append(f"{place}: `{node.type}` is missing")
        elif node.is_error:
            text = node.text.decode("utf-8", "replace").split("\n")[0]
            mistakes.append(f"{place}: cannot be read: {text[:60]}")
        elif node.has_error:
            pending.extend(reversed(node.children))
    return mistakes
