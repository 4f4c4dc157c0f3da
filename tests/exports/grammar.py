"""Trees of tree-sitter grammars: every place where a text leaves its grammar, and all nodes of a kind."""

from tree_sitter import Language, Parser


def tree_of(language, source):
    """The top node of `source` (bytes)."""
    return Parser(Language(language)).parse(source).root_node


def nodes(root, *kinds):
    """All nodes of the kinds, in the order of the text."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.type in kinds:
            yield node
        pending.extend(reversed(node.children))


def departures(language, source):
    """Where `source` (bytes) is not of the language, as sentences with line and column."""
    mistakes, pending = [], [tree_of(language, source)]
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
