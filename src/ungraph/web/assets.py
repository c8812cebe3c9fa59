"""Files for the browser; the query editor is kept compressed and sent as it lies.

YASGUI (``yasgui.min.js.gz``, ``yasgui.min.css.gz``): @zazuko/yasgui 4.6.2, MIT licence,
https://github.com/rdfjs/Yasgui, unchanged but for the compression.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from ungraph.web.responses import problem

__all__ = ["send_asset"]

_FOLDER = Path(__file__).parent / "static"
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


async def send_asset(request: Request) -> Response:
    """A file of the static folder, compressed where the client takes gzip."""
    packed = _load_files().get(request.path_params["name"])
    if packed is None:
        return problem(404, "there is no such file")
    media_type, body, etag = packed
    headers = {
        "Content-Type": media_type,
        "ETag": etag,
        "Vary": "Accept-Encoding, Origin",
        "Cache-Control": "no-cache",
    }
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(body), headers=headers)
    return Response(body, headers=headers | {"Content-Encoding": "gzip"})


@cache
def _load_files() -> dict[str, tuple[str, bytes, str]]:
    """Name → media type, compressed bytes, entity tag."""
    files = {}
    for path in sorted(_FOLDER.iterdir()):
        data = path.read_bytes()
        name = path.name.removesuffix(".gz")
        body = data if path.suffix == ".gz" else gzip.compress(data, mtime=0)
        etag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
        files[name] = (_TYPES[Path(name).suffix], body, etag)
    return files
