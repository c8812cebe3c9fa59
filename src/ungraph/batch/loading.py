"""Parts → store: after a build the store holds exactly what the parts say, whatever came before.

A change is noted in the ledger before it is begun and after it is done, so a build killed in
between does it again; doing it twice changes nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from ungraph.batch.ledger import Entry, Ledger
from ungraph.batch.parts import Parts
from ungraph.errors import StoreError
from ungraph.identifiers.mint import Mint
from ungraph.stores.oxigraph import OxigraphStore

__all__ = ["chosen_entries", "sync_store"]

# More changes than this share of all documents, and loading everything anew is faster.
_ANEW_SHARE = 0.2
_BATCH_DOCUMENTS = 20
_CHUNK_BYTES = 32 << 20
_EVIDENCE = "/evidence"


def chosen_entries(entries: Iterable[Entry]) -> tuple[dict[str, Entry], list[tuple[Entry, Entry]]]:
    """The entry that stands for each graph, the first by place; and (other, chosen) pairs."""
    chosen: dict[str, Entry] = {}
    others: list[tuple[Entry, Entry]] = []
    for entry in sorted(entries, key=lambda e: e.place):
        if entry.failure:
            continue
        first = chosen.setdefault(entry.graph, entry)
        if first is not entry:
            others.append((entry, first))
    return chosen, others


def sync_store(
    folder: Path,
    parts: Parts,
    ledger: Ledger,
    base: str,
    *,
    advance: Callable[[], None] = lambda: None,
) -> int:
    """Make the store in *folder* hold the parts that the ledger names; how many graphs changed.

    *advance* is called for each document replaced.
    """
    wanted = {
        graph: entry.key for graph, entry in chosen_entries(ledger.entries().values())[0].items()
    }
    loaded = ledger.loaded() if (folder / "CURRENT").is_file() else {}
    stale = sorted(graph for graph, key in wanted.items() if loaded.get(graph) != key)
    gone = sorted(set(loaded) - set(wanted))
    if not stale and not gone and loaded:
        return 0
    if not loaded or len(stale) + len(gone) > _ANEW_SHARE * len(wanted):
        _load_anew(folder, parts, wanted, ledger, base)
        for _ in stale:
            advance()
    else:
        _replace(folder, parts, wanted, stale, gone, ledger, base, advance)
    return len(stale) + len(gone)


def _load_anew(
    folder: Path, parts: Parts, wanted: Mapping[str, str], ledger: Ledger, base: str
) -> None:
    """Fill a new store beside the old one and put it in its place; links to the outside stay."""
    beside = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    keys = sorted(wanted.values())
    lines = _shared_lines(parts, wanted, ledger)
    try:
        store = ox.Store(str(beside))
        for data in _iter_chunks(parts, keys, lines):
            store.bulk_load(data, format=ox.RdfFormat.N_QUADS, lenient=True)
        _copy_links(folder, store, base)
        store.optimize()
        store.flush()
        del store
        ledger.replace_loaded([(graph, "") for graph in wanted])
        shutil.rmtree(folder, ignore_errors=True)
        beside.rename(folder)
    except OSError as error:
        raise StoreError(
            "could not fill the store",
            where=str(folder),
            why=" ".join(str(error).split()),
            advice="The parts are kept: make room and run the same command again",
        ) from error
    ledger.replace_loaded(wanted.items())


def _copy_links(folder: Path, store: ox.Store, base: str) -> None:
    """The links graph of the store in *folder*, which no document can give again."""
    if (folder / "CURRENT").is_file():
        links = ox.NamedNode(Mint(base).links_graph())
        old = ox.Store.read_only(str(folder))
        store.bulk_extend(old.quads_for_pattern(None, None, None, links))


def _replace(
    folder: Path,
    parts: Parts,
    wanted: Mapping[str, str],
    stale: list[str],
    gone: list[str],
    ledger: Ledger,
    base: str,
    advance: Callable[[], None],
) -> None:
    """Replace the graphs of single documents, each in one transaction."""
    with OxigraphStore(folder) as store:
        for graphs in _batches([*stale, *gone]):
            ledger.put_loaded([(graph, "") for graph in graphs])
            for graph in graphs:
                with store.writer() as writer:
                    names = (graph, graph + _EVIDENCE)
                    writer.replace_graphs(_quads(parts, wanted.get(graph)), names)
                advance()
            store.close()  # writes the changes out
            ledger.put_loaded([(graph, wanted[graph]) for graph in graphs if graph in wanted])
        _sync_authority(store, _shared_lines(parts, wanted, ledger), base)
        store.close()
    ledger.remove_loaded(gone)


def _shared_lines(parts: Parts, wanted: Mapping[str, str], ledger: Ledger) -> list[bytes]:
    """The lines of the authority graph of all parts, sorted, once each; their count is noted."""
    lines = sorted(set(parts.iter_shared(sorted(wanted.values()))))
    ledger.put_shared_statements(len(lines))
    return lines


def _sync_authority(store: OxigraphStore, lines: list[bytes], base: str) -> None:
    """Make the authority graph hold *lines* and no others."""
    name = Mint(base).authority_graph()
    said = set(ox.parse(b"\n".join(lines), format=ox.RdfFormat.N_QUADS, lenient=True))
    if said != set(store.view().iter_quads(name)):
        with store.writer() as writer:
            writer.replace_graphs(said, [name])


def _quads(parts: Parts, key: str | None) -> list[ox.Quad]:
    if key is None:
        return []
    return list(ox.parse(path=str(parts.path(key)), format=ox.RdfFormat.N_QUADS, lenient=True))


def _batches(graphs: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(graphs), _BATCH_DOCUMENTS):
        yield graphs[start : start + _BATCH_DOCUMENTS]


def _iter_chunks(parts: Parts, keys: Iterable[str], shared: list[bytes]) -> Iterator[bytes]:
    """All N-Quads in chunks: the loader takes many times a chunk in memory, and small is fast."""
    chunk = bytearray()
    for key in keys:
        chunk += parts.path(key).read_bytes()
        if len(chunk) > _CHUNK_BYTES:
            yield bytes(chunk)
            chunk.clear()
    yield bytes(chunk) + b"".join(line + b"\n" for line in shared)
