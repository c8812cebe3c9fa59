"""Who may write, and how large a request may be."""

from __future__ import annotations

import hmac

from starlette.requests import Request
from starlette.responses import Response

from ungraph.web.responses import problem

__all__ = ["Access"]


class Access:
    """Write access by bearer token; without a token the server is read-only."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def refuse_write(self, request: Request) -> Response | None:
        """The refusal (401 or 403) of a write, or None when the token is right."""
        if self._token is None:
            return problem(403, "this endpoint is read-only; start it with a token to allow writes")
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        right = hmac.compare_digest(given.strip().encode(), self._token.encode())
        if scheme.lower() != "bearer" or not right:
            return problem(401, "a write needs the token", {"WWW-Authenticate": "Bearer"})
        return None

    async def read_body(self, request: Request, limit: int) -> bytes | Response:
        """The body, or 413 as soon as it outgrows *limit* bytes."""
        parts = bytearray()
        async for chunk in request.stream():
            parts += chunk
            if len(parts) > limit:
                return problem(413, f"the request is larger than {limit} bytes")
        return bytes(parts)
