"""Which form an answer takes: by ``?format=``, by the suffix of the address, by Accept."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

__all__ = ["GRAPH_FORMS", "RESULT_FORMS", "Form", "choose_form", "form_named"]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of an answer: its names in ``?format=`` and its media types, the first one sent."""

    names: tuple[str, ...]
    media_types: tuple[str, ...]
    graph: ox.RdfFormat | None = None
    results: ox.QueryResultsFormat | None = None

    @property
    def media_type(self) -> str:
        return self.media_types[0]

    @property
    def content_type(self) -> str:
        """The media type with its character set where that is not implied."""
        text = self.media_type.startswith("text/")
        return f"{self.media_type}; charset=utf-8" if text else self.media_type


_RESULTS, _RDF = ox.QueryResultsFormat, ox.RdfFormat

RESULT_FORMS = (
    Form(
        ("json", "srj"),
        ("application/sparql-results+json", "application/json"),
        results=_RESULTS.JSON,
    ),
    Form(
        ("xml", "srx"),
        ("application/sparql-results+xml", "application/xml", "text/xml"),
        results=_RESULTS.XML,
    ),
    Form(("csv",), ("text/csv",), results=_RESULTS.CSV),
    Form(("tsv",), ("text/tab-separated-values",), results=_RESULTS.TSV),
)

GRAPH_FORMS = (
    Form(("turtle", "ttl"), ("text/turtle", "application/x-turtle"), graph=_RDF.TURTLE),
    Form(("jsonld", "json-ld"), ("application/ld+json", "application/json"), graph=_RDF.JSON_LD),
    Form(("ntriples", "nt"), ("application/n-triples", "text/plain"), graph=_RDF.N_TRIPLES),
    Form(("nquads", "nq"), ("application/n-quads",), graph=_RDF.N_QUADS),
    Form(("trig",), ("application/trig",), graph=_RDF.TRIG),
    Form(("rdfxml", "rdf", "xml"), ("application/rdf+xml",), graph=_RDF.RDF_XML),
)


def form_named(name: str, forms: tuple[Form, ...]) -> Form | None:
    """The form that *name* means in ``?format=``: a short name or a media type."""
    wanted = name.strip().lower()
    return next((f for f in forms if wanted in f.names or wanted in f.media_types), None)


def choose_form(accept: str | None, forms: tuple[Form, ...]) -> Form | None:
    """The form that *accept* (RFC 9110, 12.5.1) likes best; None when it accepts none of them.

    Among equals the earlier of *forms* wins, so no header means the first.

    >>> choose_form("text/csv;q=0.5, application/sparql-results+xml", RESULT_FORMS).names[0]
    'xml'
    >>> choose_form("image/png", RESULT_FORMS) is None
    True
    """
    if not accept or not accept.strip():
        return forms[0]
    ranges = [_parse_range(part) for part in accept.split(",") if part.strip()]
    best: tuple[float, int] | None = None
    chosen = None
    for order, form in enumerate(forms):
        quality = max((_quality(media_type, ranges) for media_type in form.media_types), default=0)
        if quality > 0 and (best is None or (quality, -order) > best):
            best, chosen = (quality, -order), form
    return chosen


def _parse_range(part: str) -> tuple[str, float]:
    media_range, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = min(1.0, max(0.0, float(value)))
            except ValueError:
                quality = 0.0
    return media_range, quality


def _quality(media_type: str, ranges: list[tuple[str, float]]) -> float:
    main = media_type.partition("/")[0]
    found: tuple[int, float] = (0, 0.0)
    for media_range, quality in ranges:
        if media_range == media_type:
            found = max(found, (3, quality))
        elif media_range == f"{main}/*":
            found = max(found, (2, quality))
        elif media_range in ("*/*", "*"):
            found = max(found, (1, quality))
    return found[1]
