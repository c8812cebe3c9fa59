"""The application: routes, headers that every answer carries, start and end of the processes."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ungraph.identifiers.mint import Mint
from ungraph.namespaces import BASE_IRI
from ungraph.web.access import Access
from ungraph.web.assets import send_asset
from ungraph.web.completions import Completions
from ungraph.web.endpoint import SparqlEndpoint
from ungraph.web.examples import example_options
from ungraph.web.graph_store import GraphStoreEndpoint
from ungraph.web.pages import query_page
from ungraph.web.pool import Limits, QueryPool
from ungraph.web.resolver import Resolver

__all__ = ["create_app"]

_CSP = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
_COMMON_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Content-Security-Policy": _CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
}


def create_app(
    folder: Path,
    *,
    base: str = BASE_IRI,
    token: str | None = None,
    limits: Limits | None = None,
) -> Starlette:
    """The server of the store in *folder*: endpoint, graph store, resolver, query page.

    Read-only unless *token* is given. No request is ever sent to the outside.
    """
    bounds, mint, access = limits or Limits(), Mint(base), Access(token)
    pool = QueryPool(folder, bounds)
    sparql = SparqlEndpoint(folder, pool, bounds, access)
    graphs = GraphStoreEndpoint(folder, pool, bounds, access)
    resolver = Resolver(pool, bounds, mint)

    async def start_page(_: Request) -> Response:
        return RedirectResponse("/query", status_code=302)

    async def query(_: Request) -> Response:
        return Response(query_page(example_options()), media_type="text/html")

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await pool.start()
        try:
            yield
        finally:
            await pool.close()

    return Starlette(
        routes=[
            Route("/", start_page),
            Route("/query", query),
            Route("/sparql", sparql.__call__, methods=["GET", "HEAD", "POST"]),
            Route("/sparql/", sparql.__call__, methods=["GET", "HEAD", "POST"]),
            Route(
                "/graph-store",
                graphs.__call__,
                methods=["GET", "HEAD", "PUT", "POST", "DELETE"],
            ),
            Route("/resolve", resolver.resolve),
            Route("/id/{path:path}", resolver.describe),
            Route("/ns", resolver.describe),
            Route("/ns.{suffix}", resolver.describe),
            Route("/ns/{path:path}", resolver.describe),
            Route("/completions", Completions(folder).__call__),
            Route("/static/{name}", send_asset),
        ],
        middleware=[Middleware(_CommonHeaders)],
        lifespan=lifespan,
    )


class _CommonHeaders:
    """Security headers on everything, CORS for reads (no credentials)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _COMMON_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, send_with_headers)
        else:
            await self._app(scope, receive, send_with_headers)
