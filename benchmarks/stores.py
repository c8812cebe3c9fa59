"""The seven questions of the contract on four stores: seconds, rows, seconds to the first 1,000.

    python benchmarks/stores.py STORE [SMALL_STORE]

STORE is a folder that `ungraph build --store` made. An Oxigraph server reads the same files,
a Virtuoso server loads its quads. rdflib loads those of SMALL_STORE, built from fewer documents:
it needs about 3 GB for a million quads.
Each question is asked unchanged, three times, or once when it is slow; the median wall time is
printed, with the whole answer fetched, and again with LIMIT 1000 added. A question gets
LIMIT_SECONDS.
"""

from __future__ import annotations

import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pyoxigraph as ox
import rdflib

from ungraph.stores.oxigraph import find_store

CHECKOUT = Path(__file__).resolve().parents[1]
RUNS = 3
SLOW_SECONDS = 5
LIMIT_SECONDS = 120
VIRTUOSO_INI = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 340000
MaxDirtyBuffers = 250000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 10000000
[Plugins]
"""

Ask = Callable[[str], int]
"""Asks a question, fetches the whole answer, and tells how many rows it has."""


class TooSlow(Exception):
    """A question has outlived its limit."""


def main() -> None:
    """Print a table for each store."""
    folder = find_store(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as place:
        quads = Path(place) / "all.nq"
        store = ox.Store.read_only(str(folder))
        store.dump(str(quads), format=ox.RdfFormat.N_QUADS)
        print(f"{len(store):,} quads")
        print_table("pyoxigraph, embedded", embedded(store))
        del store
        with oxigraph_server(folder) as ask:
            print_table("Oxigraph server", ask)
        with virtuoso_server(quads) as ask:
            print_table("Virtuoso", ask)
    for small in sys.argv[2:]:
        store = ox.Store.read_only(str(find_store(Path(small))))
        print_table(f"pyoxigraph, embedded, {len(store):,} quads", embedded(store))
        print_table("rdflib, the same quads", in_rdflib(rdflib_dataset(store)))


def print_table(name: str, ask: Ask) -> None:
    """Time the questions with *ask*."""
    print(f"{name}\n  {'':14}{'seconds':>9}{'rows':>10}{'LIMIT 1000':>12}")
    for question, text in iter_questions():
        seconds, rows = median_time(ask, text)
        first, _ = median_time(ask, f"{text}\nLIMIT 1000")
        print(f"  {question:14}{seconds:>9}{rows:>10}{first:>12}", flush=True)


def median_time(ask: Ask, text: str) -> tuple[str, str]:
    """Median of the wall times, and the rows; the limit when it takes longer."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow

    times, rows = [], 0
    signal.signal(signal.SIGALRM, stop)
    for _ in range(RUNS):
        signal.alarm(LIMIT_SECONDS)
        began = time.perf_counter()
        try:
            rows = ask(text)
        except TooSlow:
            return f"> {LIMIT_SECONDS}", "?"
        except OSError as error:
            return f"{getattr(error, 'code', 'error')}", "?"
        finally:
            signal.alarm(0)
        times.append(time.perf_counter() - began)
        if times[0] > SLOW_SECONDS:
            break
    return f"{statistics.median(times):.2f}", f"{rows:,}"


def iter_questions() -> Iterator[tuple[str, str]]:
    """The competency questions, by name."""
    for path in sorted((CHECKOUT / "ontology" / "competency").glob("*.rq")):
        yield path.stem, path.read_text(encoding="utf-8")


def embedded(store: ox.Store) -> Ask:
    """Asks in this process."""
    return lambda text: sum(1 for _ in store.query(text, use_default_graph_as_union=True))


def in_rdflib(dataset: rdflib.Dataset) -> Ask:
    """Asks rdflib."""
    return lambda text: sum(1 for _ in dataset.query(text))


def over_http(url: str) -> Ask:
    """Asks the endpoint at *url*; tables come as tab-separated lines."""

    def ask(text: str) -> int:
        form = urlencode({"query": text}).encode()
        request = Request(url, form, {"Accept": "text/tab-separated-values"})
        with urlopen(request, timeout=LIMIT_SECONDS) as answer:
            return sum(1 for _ in answer) - 1

    return ask


def rdflib_dataset(store: ox.Store) -> rdflib.Dataset:
    """The quads of a store, in rdflib."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=store.dump(format=ox.RdfFormat.N_QUADS).decode(), format="nquads")
    return dataset


@contextmanager
def oxigraph_server(folder: Path) -> Iterator[Ask]:
    """Oxigraph's own server on the same files, read-only."""
    program = Path(sys.executable).parent / "oxigraph"
    port = free_port()
    command = [str(program), "serve-read-only", "-l", str(folder), "-b", f"127.0.0.1:{port}"]
    command += ["--union-default-graph", "--timeout-s", str(LIMIT_SECONDS)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/query?query=ASK%7B%7D")
        yield over_http(f"http://127.0.0.1:{port}/query")
    finally:
        server.terminate()
        server.wait()


@contextmanager
def virtuoso_server(quads: Path) -> Iterator[Ask]:
    """A Virtuoso server that has loaded the file *quads* with its bulk loader."""
    if shutil.which("virtuoso-t") is None or shutil.which("isql-vt") is None:
        raise SystemExit("Virtuoso is not installed (Debian: virtuoso-opensource-7-bin)")
    folder, sql, http = quads.parent, free_port(), free_port()
    ini = VIRTUOSO_INI.format(sql=sql, http=http, folder=folder)
    (folder / "virtuoso.ini").write_text(ini)
    command = ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]
    server = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        url = f"http://127.0.0.1:{http}/sparql"
        wait_for(f"{url}?query=ASK%7B%7D")
        began = time.perf_counter()
        load = f"ld_dir('{folder}', 'all.nq', 'urn:none'); rdf_loader_run(); checkpoint;"
        subprocess.run(
            ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={load}"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        print(f"Virtuoso loaded the quads in {time.perf_counter() - began:.0f} s")
        yield over_http(url)
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str) -> None:
    """Return when a server answers at *url*."""
    for _ in range(1200):
        try:
            urlopen(url, timeout=1).close()
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nobody answers at {url}")


if __name__ == "__main__":
    main()
