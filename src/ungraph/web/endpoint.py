"""The SPARQL endpoint: queries to the worker processes, updates (with the token) to one writer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from ungraph.web.access import Access
from ungraph.web.description import describe_service, forget_description
from ungraph.web.media_types import GRAPH_FORMS, RESULT_FORMS, Form, choose_form, form_named
from ungraph.web.pool import Limits, QueryPool
from ungraph.web.protocol import Operation, ProtocolError, parse_operation
from ungraph.web.responses import problem
from ungraph.web.sparql_tokens import has_keyword, has_using, insert_using
from ungraph.web.worker import Failure, Job, Success

__all__ = ["SparqlEndpoint"]

_STATUS = {
    "syntax": 400,
    "not-acceptable": 406,
    "too-large": 413,
    "timeout": 503,
    "busy": 503,
    "failed": 500,
}


class SparqlEndpoint:
    """Answers ``/sparql`` for the store in *folder*."""

    def __init__(self, folder: Path, pool: QueryPool, limits: Limits, access: Access) -> None:
        self._folder = folder
        self._pool = pool
        self._limits = limits
        self._access = access

    async def __call__(self, request: Request) -> Response:
        body = await self._access.read_body(request, self._limits.request_bytes)
        if isinstance(body, Response):
            return body
        try:
            operation = parse_operation(
                request.method,
                request.url.query,
                request.headers.get("content-type"),
                body,
            )
            if operation.kind == "description":
                return self._describe(request, operation)
            if operation.kind == "update":
                return await self._update(request, operation)
            return await self._query(request, operation)
        except ProtocolError as error:
            return problem(error.status, str(error))

    def _forms(self, request: Request, operation: Operation) -> tuple[Form | None, Form | None]:
        """The forms for a table and for a graph; by ``format=`` where it is given."""
        if operation.form is not None:
            results = form_named(operation.form, RESULT_FORMS)
            graph = form_named(operation.form, GRAPH_FORMS)
            if results is None and graph is None:
                raise ProtocolError(400, f"there is no format called {operation.form}")
            return results, graph
        accept = request.headers.get("accept")
        return choose_form(accept, RESULT_FORMS), choose_form(accept, GRAPH_FORMS)

    async def _query(self, request: Request, operation: Operation) -> Response:
        if has_keyword(operation.text, "SERVICE"):
            raise ProtocolError(403, "SERVICE is off: this endpoint asks no other for a query")
        results, graph = self._forms(request, operation)
        if results is None and graph is None:
            raise ProtocolError(406, "no form of an answer is acceptable to the client")
        job = Job(
            operation.text,
            operation.default_graphs,
            operation.named_graphs,
            results.media_type if results else None,
            graph.media_type if graph else None,
            self._limits.answer_bytes,
            str(request.url.replace(query="")),
        )
        reply = await self._pool.run(job)
        if isinstance(reply, Failure):
            headers = {"Retry-After": "5"} if reply.kind == "busy" else None
            return problem(_STATUS[reply.kind], reply.message, headers)
        return self._send(reply, results, graph)

    def _send(self, reply: Success, results: Form | None, graph: Form | None) -> Response:
        form = next(f for f in (results, graph) if f and f.media_type == reply.media_type)
        return Response(
            reply.body,
            headers={"Content-Type": form.content_type, "Vary": "Accept, Origin"},
        )

    async def _update(self, request: Request, operation: Operation) -> Response:
        refusal = self._access.refuse_write(request)
        if refusal is not None:
            return refusal
        if has_keyword(operation.text, "LOAD", "SERVICE"):
            raise ProtocolError(403, "LOAD and SERVICE are off: nothing is fetched from outside")
        text = operation.text
        if operation.default_graphs or operation.named_graphs:
            if has_using(text):
                raise ProtocolError(400, "the dataset is named twice: in the update and beside it")
            text = insert_using(text, list(operation.default_graphs), list(operation.named_graphs))
        base = str(request.url.replace(query=""))
        async with self._pool.exclusive():
            try:
                await asyncio.to_thread(_apply, self._folder, text, base)
            except SyntaxError as error:
                raise ProtocolError(400, str(error)) from None
            except (OSError, ValueError, RuntimeError) as error:
                return problem(500, f"{type(error).__name__}: {error}")
        forget_description()
        return Response(status_code=204)

    def _describe(self, request: Request, operation: Operation) -> Response:
        form = (
            form_named(operation.form, GRAPH_FORMS)
            if operation.form
            else choose_form(request.headers.get("accept"), GRAPH_FORMS)
        )
        if form is None or form.graph is None:
            raise ProtocolError(406, "no form of the description is acceptable to the client")
        triples = describe_service(self._folder, str(request.url.replace(query="")))
        body = ox.serialize(triples, format=form.graph)
        return Response(
            body,
            headers={"Content-Type": form.content_type, "Vary": "Accept, Origin"},
        )


def _apply(folder: Path, update: str, base: str) -> None:
    store = ox.Store(str(folder))
    store.update(update, base_iri=base)
    store.flush()
