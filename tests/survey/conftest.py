"""A server that the tests of this folder have to themselves."""

from __future__ import annotations

from servers import oxigraph_server

__all__ = ["oxigraph_server"]
