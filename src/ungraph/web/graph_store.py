"""SPARQL 1.1 Graph Store HTTP Protocol: whole graphs by GET, HEAD, PUT, POST and DELETE.

Source: https://www.w3.org/TR/sparql11-http-rdf-update/. Reads are free, writes need the token.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from ungraph.web.access import Access
from ungraph.web.description import forget_description
from ungraph.web.media_types import GRAPH_FORMS, choose_form, form_named
from ungraph.web.pool import Limits, QueryPool
from ungraph.web.responses import problem
from ungraph.web.worker import Failure, Job

__all__ = ["GraphStoreEndpoint"]

_ALLOWED = "GET, HEAD, PUT, POST, DELETE"


class GraphStoreEndpoint:
    """Answers ``/graph-store?graph=IRI`` and ``/graph-store?default``."""

    def __init__(self, folder: Path, pool: QueryPool, limits: Limits, access: Access) -> None:
        self._folder = folder
        self._pool = pool
        self._limits = limits
        self._access = access

    async def __call__(self, request: Request) -> Response:
        try:
            graph = _graph_of(request)
        except ValueError as error:
            return problem(400, str(error))
        if request.method in ("GET", "HEAD"):
            return await self._read(request, graph)
        refusal = self._access.refuse_write(request)
        if refusal is not None:
            return refusal
        if request.method == "DELETE":
            return await self._write(graph, None, replace=True)
        if request.method in ("PUT", "POST"):
            return await self._receive(request, graph)
        return problem(405, f"{request.method} is not allowed", {"Allow": _ALLOWED})

    async def _read(self, request: Request, graph: ox.NamedNode | None) -> Response:
        form = choose_form(request.headers.get("accept"), GRAPH_FORMS)
        if "format" in request.query_params:
            form = form_named(request.query_params["format"], GRAPH_FORMS)
        if form is None:
            return problem(406, "no form of the graph is acceptable to the client")
        pattern = "?s ?p ?o"
        datasets: tuple[str, ...] = (graph.value,) if graph else ()
        if graph is None:
            return problem(404, "this store keeps nothing in the default graph")
        reply = await self._pool.run(
            Job(
                f"CONSTRUCT {{ {pattern} }} WHERE {{ {pattern} }}",
                datasets,
                (),
                None,
                form.media_type,
                self._limits.answer_bytes,
            )
        )
        if isinstance(reply, Failure):
            return problem(503 if reply.kind in ("busy", "timeout") else 500, reply.message)
        if not reply.body.strip() or reply.body.strip() == b"[]":
            return problem(404, f"there is no graph {graph.value}")
        return Response(
            reply.body,
            headers={"Content-Type": form.content_type, "Vary": "Accept, Origin"},
        )

    async def _receive(self, request: Request, graph: ox.NamedNode | None) -> Response:
        media_type = request.headers.get("content-type", "text/turtle").partition(";")[0].strip()
        rdf = ox.RdfFormat.from_media_type(media_type)
        if rdf is None:
            return problem(415, f"{media_type} is no RDF format that is read here")
        body = await self._access.read_body(request, self._limits.upload_bytes)
        if isinstance(body, Response):
            return body
        target = graph or ox.DefaultGraph()
        try:
            quads = [
                ox.Quad(quad.subject, quad.predicate, quad.object, target)
                for quad in ox.parse(body, format=rdf, base_iri=str(request.url))
            ]
        except (SyntaxError, ValueError) as error:
            return problem(400, str(error))
        return await self._write(graph, quads, replace=request.method == "PUT")

    async def _write(
        self, graph: ox.NamedNode | None, quads: list[ox.Quad] | None, *, replace: bool
    ) -> Response:
        async with self._pool.exclusive():
            existed = await asyncio.to_thread(_apply, self._folder, graph, quads, replace)
        forget_description()
        if quads is None and not existed:
            return problem(404, "there is no such graph")
        return Response(status_code=204 if existed or quads is None else 201)


def _graph_of(request: Request) -> ox.NamedNode | None:
    """The graph a request names; None for the default graph. ValueError when it names none."""
    names = request.query_params.getlist("graph")
    default = "default" in request.query_params
    if len(names) + default != 1:
        raise ValueError("name one graph: ?graph=IRI, or ?default")
    return None if default else ox.NamedNode(names[0])


def _apply(
    folder: Path, graph: ox.NamedNode | None, quads: list[ox.Quad] | None, replace: bool
) -> bool:
    """Write; returns whether the graph was there before."""
    store = ox.Store(str(folder))
    target = graph or ox.DefaultGraph()
    old = list(store.quads_for_pattern(None, None, None, target)) if replace else []
    existed = bool(old) or (graph is not None and store.contains_named_graph(graph))
    if replace and graph is not None:
        store.remove_graph(graph)
    elif replace:
        store.clear_graph(target)
    if quads is not None:
        store.extend(quads)
    store.flush()
    return existed
