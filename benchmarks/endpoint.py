"""What a server stands: requests per second, waiting times, memory and open files under load.

    python benchmarks/endpoint.py STORE [REQUESTS]

STORE is a folder that `ungraph build --store` made. A server is started on it, and 1, 8 and 64
clients (threads of one other process, each with one connection that it keeps) ask it in turn:
the resolver for documents, and three typical queries, for documents of the store drawn in
a fixed order. REQUESTS (100,000 by default) is the number in all. Any answer but 200 with a body
is an error. Memory and files are those of the server and its query processes together.
"""

from __future__ import annotations

import http.client
import random
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

import psutil
import pyoxigraph as ox

from ungraph.stores.oxigraph import find_store

CLIENTS = (1, 8, 64)
PORT = 18765
PREFIXES = """
PREFIX ung: <https://w3id.org/ungraph/ns#> PREFIX cito: <http://purl.org/spar/cito/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
QUERIES = {
    "title page": "SELECT ?p ?o WHERE { <%s> ?p ?o }",
    "who cites it": """SELECT ?citing ?relation WHERE {
        ?c cito:hasCitedEntity <%s> ; cito:hasCitingEntity/ung:symbol ?citing ;
           cito:hasCitationCharacterization/skos:notation ?relation } ORDER BY ?citing LIMIT 100""",
    "what it requests": """SELECT ?act ?cue ?theme ?addressee WHERE {
        ?act ung:performedIn <%s> ; ung:actType/skos:notation "request" ; ung:cue ?cue .
        OPTIONAL { ?act ung:theme ?theme }
        OPTIONAL { ?act ung:addressee/rdfs:label ?addressee } } LIMIT 100""",
}


@dataclass
class Figures:
    """What the clients of one round saw."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def main() -> None:
    """Start a server, load it, print the tables."""
    store = find_store(Path(sys.argv[1]))
    total = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    documents = some_documents(store)
    base = "https://w3id.org/ungraph/"
    kinds = {"resolver": ["/" + iri.removeprefix(base) for iri in documents]}
    for name, query in QUERIES.items():
        kinds[name] = [
            "/sparql?" + urlencode({"query": PREFIXES + query % iri}) for iri in documents
        ]
    server = start_server(store)
    try:
        load(server, kinds, total)
    finally:
        server.terminate()
        server.wait()


def some_documents(store: Path) -> list[str]:
    """500 documents of the store, in an order that is always the same."""
    opened = ox.Store.read_only(str(store))
    query = (
        "SELECT DISTINCT ?d WHERE { ?d <https://w3id.org/ungraph/ns#hasVersion> ?v } ORDER BY ?d"
    )
    rows = opened.query(query, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    found = [row["d"].value for row in rows]
    random.Random(1).shuffle(found)
    return [quote(iri, safe=":/()-._~#") for iri in found[:500]]


def start_server(store: Path) -> psutil.Popen:
    """A server that answers on the port of this benchmark."""
    command = [sys.executable, "-m", "ungraph", "serve", str(store), "--port", str(PORT)]
    server = psutil.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(600):
        try:
            if ask(connect(), "/sparql?query=ASK%7B%7D") is None:
                return server
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")


def load(server: psutil.Popen, kinds: dict[str, list[str]], total: int) -> None:
    """Ask, and print rate and waiting times by kind and number of clients."""
    each = total // (len(kinds) * len(CLIENTS))
    print(f"{'':18}{'clients':>8}{'requests':>10}{'a second':>10}{'p50 ms':>8}{'p95':>8}{'p99':>8}")
    print_resources("before", server)
    for clients in CLIENTS:
        for kind, paths in kinds.items():
            began = time.perf_counter()
            figures = ask_all(paths, clients, each)
            rate = len(figures.seconds) / (time.perf_counter() - began)
            cuts = statistics.quantiles(figures.seconds, n=100)
            waits = "".join(f"{1000 * cuts[p - 1]:8.1f}" for p in (50, 95, 99))
            print(f"{kind:18}{clients:8}{len(figures.seconds):10,}{rate:10.0f}{waits}")
            for error in sorted(set(figures.errors)):
                print(f"  {figures.errors.count(error)} times: {error}")
        print_resources(f"after {clients} clients", server)


def ask_all(paths: list[str], clients: int, requests: int) -> Figures:
    """*requests* requests by *clients* at once."""
    figures = Figures()

    def run(start: int) -> None:
        connection = connect()
        for step in range(start, requests, clients):
            began = time.perf_counter()
            error = ask(connection, paths[step % len(paths)])
            figures.seconds.append(time.perf_counter() - began)
            if error:
                figures.errors.append(error)
        connection.close()

    threads = [threading.Thread(target=run, args=(start,)) for start in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return figures


def connect() -> http.client.HTTPConnection:
    """A connection to the server."""
    return http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)


def ask(connection: http.client.HTTPConnection, path: str) -> str | None:
    """What was wrong with the answer to *path*, or None."""
    accept = "text/turtle, application/sparql-results+json"
    connection.request("GET", path, headers={"Accept": accept})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status == 200 and body:
        return None
    return f"{answer.status} {body[:80]!r}"


def print_resources(when: str, server: psutil.Popen) -> None:
    """Memory and open files of the server and its processes."""
    processes = [server, *server.children(recursive=True)]
    memory = sum(process.memory_info().rss for process in processes) / 2**20
    files = sum(process.num_fds() for process in processes)
    print(f"  {when}: {memory:,.0f} MiB, {files} files, {len(processes)} processes")


if __name__ == "__main__":
    main()
