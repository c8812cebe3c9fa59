"""The application: routes, headers that every answer carries, start and end of the processes."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

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
            Route("/ns/{path:path}", resolver.describe),
            Route("/completions", Completions(folder).__call__),
            Route("/static/{name}", send_asset),
        ],
        middleware=[Middleware(_CommonHeaders)],
        lifespan=lifespan,
    )


class _CommonHeaders(BaseHTTPMiddleware):
    """Security headers on everything, CORS for reads (no credentials)."""

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        if request.method == "OPTIONS":
            response = Response(status_code=204)
            response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST"
            response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
        else:
            response = await call_next(request)
        response.headers.setdefault("Access-Control-Allow-Origin", "*")
        response.headers.setdefault("Content-Security-Policy", _CSP)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        return response
