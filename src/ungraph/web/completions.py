"""Suggestions for the query editor, out of the terms that the store itself uses."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ungraph.web.description import terms_in_use
from ungraph.web.responses import problem

__all__ = ["Completions"]

_MOST = 50


class Completions:
    """Answers ``/completions?kind=property&words=cit``: IRIs whose end or start holds the words."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def __call__(self, request: Request) -> Response:
        kind = request.query_params.get("kind", "")
        if kind not in ("class", "property"):
            return problem(400, "kind must be class or property")
        words = request.query_params.get("words", "").strip("<>").lower()
        terms = terms_in_use(self._folder, kind)
        found = [iri for iri in terms if iri.lower().startswith(words)]
        if not found:
            found = [iri for iri in terms if words in iri.lower()]
        return JSONResponse(found[:_MOST], headers={"Cache-Control": "no-cache"})
