"""Errors as short documents that a person and a program can both read."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.responses import Response

__all__ = ["problem"]


def problem(status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """An error in the form of RFC 9457 (``application/problem+json``)."""
    body = json.dumps({"status": status, "detail": message}, ensure_ascii=False) + "\n"
    return Response(
        body,
        status_code=status,
        media_type="application/problem+json",
        headers=dict(headers or {}),
    )
