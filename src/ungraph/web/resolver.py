"""Every IRI we mint answers: HTML, Turtle or JSON-LD by Accept and by suffix; symbols resolve.

``/id/doc/A/HRC/4/60`` describes the work, ``/id/doc/A/HRC/4/60.ttl`` the same as Turtle. ``/ns`` is
the ontology, ``/ns/act-types/request`` one value of a closed list.
``/resolve?symbol=A/RES/926 (X)`` leads to the IRI of a symbol in any of its spellings, of a
docs.un.org or undocs.org address, or of an AKN work IRI.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from urllib.parse import quote, unquote, urlsplit

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ungraph.errors import IdentifierError
from ungraph.identifiers.mint import Mint
from ungraph.identifiers.symbol import parse_symbol
from ungraph.web.describing import describe, description_query
from ungraph.web.media_types import GRAPH_FORMS, Form, choose_form, form_named
from ungraph.web.ontology import ontology_triples, term_names, triples_of_term
from ungraph.web.pages import describe_page, ontology_page, problem_page
from ungraph.web.pool import Limits, QueryPool
from ungraph.web.responses import problem
from ungraph.web.worker import Failure, Job

__all__ = ["Resolver", "symbol_in"]

_HTML = Form(("html",), ("text/html", "application/xhtml+xml"))
_FORMS = (_HTML, *GRAPH_FORMS[:2])
_SUFFIXES = {".ttl": "turtle", ".jsonld": "jsonld", ".html": "html"}
_UN_HOSTS = ("undocs.org", "docs.un.org", "www.undocs.org")
_LANGUAGE = re.compile(r"^/*(?:(?:en|fr|es|ru|ar|zh|ot)/+)?")


class Resolver:
    """Answers ``/id/…``, ``/ns…`` and ``/resolve`` from the store behind *pool*."""

    def __init__(self, pool: QueryPool, limits: Limits, mint: Mint) -> None:
        self._pool = pool
        self._limits = limits
        self._mint = mint

    async def resolve(self, request: Request) -> Response:
        """``/resolve?symbol=…`` (or ``?iri=``, an AKN work IRI): 303 to the thing's own page."""
        given = request.query_params.get("symbol") or request.query_params.get("iri")
        if not given:
            return problem(400, "say which: /resolve?symbol=A/HRC/4/60")
        if given.startswith("/akn/"):
            return await self._resolve_akn(given)
        try:
            symbol = parse_symbol(symbol_in(given))
        except IdentifierError as error:
            return problem(404, str(error))
        iri = self._mint.document(symbol)
        return RedirectResponse(self._local(iri), status_code=303)

    async def describe(self, request: Request) -> Response:
        """The description of the IRI that stands behind the address asked for."""
        path = unquote(request.url.path).lstrip("/")
        form = choose_form(request.headers.get("accept"), _FORMS)
        for suffix, name in _SUFFIXES.items():
            if path.endswith(suffix):
                path, form = path.removesuffix(suffix), form_named(name, _FORMS)
        if form is None:
            return problem(406, "send Accept: text/html, text/turtle or application/ld+json")
        iri = self._mint.base + quote(path, safe="/()-._~:,;=+'!$&@#%")
        body = await self._description(iri, form)
        if isinstance(body, Response):
            return _for_browsers(body) if form is _HTML else body
        return self._send(request, iri, form, body)

    async def _description(self, iri: str, form: Form) -> bytes | Response:
        if not _is_iri(iri):
            return problem(404, f"{iri} is not an IRI of this graph")
        base = self._mint.base
        if iri in (f"{base}ns", f"{base}ns/"):
            if form.graph is None:
                return ontology_page(ontology_triples(base), self._mint)
            return _serialized(ontology_triples(base), form.graph)
        query = description_query(iri, self._mint)
        asked = form.graph or ox.RdfFormat.N_TRIPLES
        job = Job(query, (), (), None, asked.media_type, self._limits.answer_bytes)
        reply = await self._pool.run(job)
        if isinstance(reply, Failure):
            return problem(503 if reply.kind in ("busy", "timeout") else 500, reply.message)
        triples = [quad.triple for quad in ox.parse(reply.body, format=asked)]
        known = triples_of_term(iri, base) if iri.startswith(f"{base}ns/") else []
        triples += known
        if not triples:
            return problem(404, f"nothing is known of {iri}")
        if form.graph is None:
            return describe_page(describe(iri, triples, self._mint), self._mint, term_names(base))
        if known:
            return _serialized(triples, form.graph)
        return reply.body

    def _send(self, request: Request, iri: str, form: Form, body: bytes) -> Response:
        etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
        path = self._local(iri)
        links = [f'<{iri}>; rel="cite-as"']
        links += [
            f'<{path}{suffix}>; rel="describedby"; type="{form_named(name, _FORMS).media_type}"'  # type: ignore[union-attr]
            for suffix, name in _SUFFIXES.items()
            if name != "html"
        ]
        headers = {
            "Content-Type": form.content_type,
            "ETag": etag,
            "Vary": "Accept, Origin",
            "Link": ", ".join(links),
        }
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        return Response(body, headers=headers)

    async def _resolve_akn(self, work: str) -> Response:
        literal = str(ox.Literal(work))
        term = self._mint.term("aknWorkIri")
        query = f"CONSTRUCT {{ ?d <{term}> {literal} }} WHERE {{ ?d <{term}> {literal} }}"
        media_type = "application/n-triples"
        reply = await self._pool.run(
            Job(query, (), (), None, media_type, self._limits.answer_bytes)
        )
        if isinstance(reply, Failure):
            return problem(503, reply.message)
        found = sorted(
            triple.subject.value
            for triple in ox.parse(reply.body, format=ox.RdfFormat.N_TRIPLES)
            if isinstance(triple.subject, ox.NamedNode)
        )
        if not found:
            return problem(404, f"no document here has the AKN work IRI {work}")
        return RedirectResponse(self._local(found[0]), status_code=303)

    def _local(self, iri: str) -> str:
        return "/" + iri.removeprefix(self._mint.base)


def symbol_in(given: str) -> str:
    """The symbol in *given*: itself, or the path of a docs.un.org or undocs.org address.

    >>> symbol_in("https://docs.un.org/en/A/RES/926(X)"), symbol_in(" A/HRC/4/60 ")
    ('A/RES/926(X)', 'A/HRC/4/60')
    """
    text = given.strip()
    address = urlsplit(text)
    if address.hostname in _UN_HOSTS:
        return _LANGUAGE.sub("", unquote(address.path), count=1)
    return text


def _serialized(triples: Iterable[ox.Triple], form: ox.RdfFormat) -> bytes:
    body: bytes | None = ox.serialize(triples, format=form)
    assert body is not None, "only what is written to a file comes back empty-handed"
    return body


def _for_browsers(error: Response) -> Response:
    """*error* as a page."""
    message = json.loads(bytes(error.body))["detail"]
    return Response(
        problem_page(error.status_code, message), error.status_code, media_type="text/html"
    )


def _is_iri(iri: str) -> bool:
    try:
        ox.NamedNode(iri)
    except ValueError:
        return False
    return ">" not in iri
