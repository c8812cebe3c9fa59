"""Links → the links graph of a store: a set of links found again replaces what it was.

Links are written a few thousand at a time and are the same when found again, so a run that was
interrupted is taken up by the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from ungraph.errors import DataError
from ungraph.graph.links import Link, LinkSet, LinkWriter
from ungraph.graph.vocabulary import standard
from ungraph.identifiers.mint import Mint
from ungraph.stores.base import Store, View

__all__ = ["Kept", "iter_link_quads", "keep_links"]

_TOGETHER = 5_000


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a set: how many links it has, and how many old ones were taken out."""

    key: str
    links: int
    removed: int


def keep_links(
    store: Store,
    sets: Mapping[str, LinkSet],
    links: Iterable[tuple[str, Link]],
    mint: Mint,
    *,
    keep_old: bool = False,
) -> tuple[Kept, ...]:
    """Make the *sets* in the links graph of *store* hold exactly *links*; other sets stay.

    With *keep_old* nothing is taken out. Raises DataError for a link of no known set, StoreError
    when the store refuses.
    """
    quads = LinkWriter(mint)
    seen: dict[str, set[str]] = {key: set() for key in sets}
    with store.writer() as writer:
        for links_set in sets.values():
            writer.add(quads.set_quads(links_set))
    rest = iter(links)
    while batch := list(islice(rest, _TOGETHER)):
        with store.writer() as writer:
            for key, link in batch:
                if key not in seen:
                    raise DataError(f"no such set of links: {key!r}", where="link_sources.csv")
                seen[key].add(quads.link_node(key, link).value)
                writer.add(quads.link_quads(key, link))
    removed = {} if keep_old else _remove_others(store, quads, seen, sets, mint)
    return tuple(Kept(key, len(seen[key]), removed.get(key, 0)) for key in sorted(sets))


def iter_link_quads(
    sets: Mapping[str, LinkSet], links: Iterable[tuple[str, Link]], mint: Mint
) -> Iterator[ox.Quad]:
    """The same as quads, for a file."""
    quads = LinkWriter(mint)
    for key in sorted(sets):
        yield from quads.set_quads(sets[key])
    for key, link in links:
        yield from quads.link_quads(key, link)


def _remove_others(
    store: Store,
    quads: LinkWriter,
    seen: Mapping[str, set[str]],
    sets: Mapping[str, LinkSet],
    mint: Mint,
) -> dict[str, int]:
    """Take out the links of these sets that were not found again, and older words on the sets."""
    stale: set[str] = set()
    removed: dict[str, int] = {}
    view = store.view()
    for key, found in seen.items():
        old = _links_of(view.query(_members(quads.set_node(key), mint))) - found
        removed[key] = len(old)
        stale |= old
    said = {q for key in sets for q in quads.set_quads(sets[key])}
    nodes = {quads.set_node(key).value for key in sets}
    if not stale and _count_said(view, quads, nodes) <= len(_of_nodes(said, nodes)):
        return removed  # the usual case, without reading all links
    kept = [q for q in view.iter_quads(quads.graph.value) if _subject(q) not in stale | nodes]
    kept += sorted(said, key=str)
    with store.writer() as writer:
        writer.replace_graphs(_only_told(kept), [quads.graph.value])
    return removed


def _count_said(view: View, quads: LinkWriter, nodes: Iterable[str]) -> int:
    """How many statements the store holds about the *nodes* of sets."""
    wanted = " ".join(f"<{node}>" for node in sorted(nodes))
    answer = view.query(
        f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?s {{ {wanted} }}"
        f" GRAPH {quads.graph} {{ ?s ?p ?o }} }}"
    )
    assert isinstance(answer, ox.QuerySolutions)
    return sum(1 for _ in answer)


def _of_nodes(said: Iterable[ox.Quad], nodes: set[str]) -> list[ox.Quad]:
    return [quad for quad in said if _subject(quad) in nodes]


def _only_told(kept: list[ox.Quad]) -> list[ox.Quad]:
    """Without the triples that no link tells of any more."""
    parts: dict[str, dict[str, object]] = {}
    names = {standard(f"rdf:{name}"): name for name in ("subject", "predicate", "object")}
    for quad in kept:
        if quad.predicate in names:
            parts.setdefault(_subject(quad), {})[names[quad.predicate]] = quad.object
    told = {(p.get("subject"), p.get("predicate"), p.get("object")) for p in parts.values()}
    graph = kept[0].graph_name.value if isinstance(kept[0].graph_name, ox.NamedNode) else ""
    own = f"{graph}#"
    return [
        q
        for q in kept
        if _subject(q).startswith(own)
        or _subject(q).endswith("/enriched")
        or (q.subject, q.predicate, q.object) in told
    ]


def _members(node: ox.NamedNode, mint: Mint) -> str:
    return f"SELECT ?l WHERE {{ ?l <{mint.term('inLinkSet')}> {node} }}"


def _links_of(answer: object) -> set[str]:
    assert isinstance(answer, ox.QuerySolutions)
    return {row[0].value for row in answer if isinstance(row[0], ox.NamedNode)}


def _subject(quad: ox.Quad) -> str:
    return quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
