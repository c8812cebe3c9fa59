"""From one store to another, document by document, so that a load can be taken up again."""

from __future__ import annotations

from collections.abc import Iterator

from ungraph.stores.base import Store, View

__all__ = ["iter_document_graphs", "load_document"]

_EVIDENCE = "/evidence"
_SHARED = ("/id/graph/authority", "/id/graph/links")


def iter_document_graphs(view: View) -> Iterator[tuple[str, ...]]:
    """The names of the graphs that belong together, document by document, shared graphs first."""
    names = view.graph_names()
    there = set(names)
    shared = [name for name in names if name.endswith(_SHARED)]
    for name in shared:
        yield (name,)
    owners = sorted({name.removesuffix(_EVIDENCE) for name in names} - set(shared))
    for owner in owners:
        yield tuple(name for name in (owner, owner + _EVIDENCE) if name in there)


def load_document(
    source: View, target: Store, names: tuple[str, ...], *, whole: bool = False
) -> bool:
    """Put the graphs called *names* into *target*, in one transaction; False when they are there.

    The graphs of a document replace those of the same name; what a shared graph (authority,
    links) says is added to what is there, or replaces it when the source is the *whole* library.
    """
    quads = [quad for name in names for quad in source.iter_quads(name)]
    there = target.view()
    if all(there.count(name) == source.count(name) for name in names):
        present = {quad for name in names for quad in there.iter_quads(name)}
        if present == set(quads):
            return False
    with target.writer() as writer:
        if names[0].endswith(_SHARED) and whole:
            writer.replace_graphs(quads, names)
        elif names[0].endswith(_SHARED):
            writer.add(quads)
        else:
            owner = names[0].removesuffix(_EVIDENCE)
            writer.replace_graphs(quads, (owner, owner + _EVIDENCE))
    return True
