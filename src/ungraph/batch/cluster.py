"""Cluster: batches of documents built by the workers of a Dask cluster (extra ``dask``).

The bytes of the files travel with the batch, so the workers need no common disk; they need the
same version of ungraph. A worker that is lost is replaced by another; a batch that loses several
workers is taken apart, and the document that does it is reported.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Any

from ungraph.batch.engines import Batch, Pending
from ungraph.batch.outcome import Outcome, build_one, failure
from ungraph.batch.parts import program_digest
from ungraph.batch.sources import Source, read_bytes
from ungraph.errors import DocumentError, MissingExtraError, StoreError
from ungraph.pipeline import BuildOptions

__all__ = ["ClusterEngine", "build_sent"]

Sent = tuple[tuple[Source, bytes | str], ...]


class ClusterEngine:
    """The workers of the cluster whose scheduler listens at *address* (``tcp://host:8786``)."""

    def __init__(self, address: str, options: BuildOptions, *, seconds: float = 20) -> None:
        try:
            distributed: Any = import_module("distributed")
        except ModuleNotFoundError as error:
            raise MissingExtraError(
                "a cluster needs another package",
                why=f"{error.name} is not installed",
                advice="Install it with: pip install 'ungraph[dask]'",
            ) from None
        self._options = options
        try:
            self._client = distributed.Client(address, timeout=seconds, set_as_default=False)
            self.jobs = max(1, sum(self._client.nthreads().values()))
        except (OSError, ValueError) as error:
            raise StoreError(
                "the cluster did not answer",
                where=address,
                why=str(error),
                advice="Start it with: dask scheduler; dask worker ADDRESS",
            ) from error

    def submit(self, batch: Batch) -> Pending:
        sent = tuple((replace(source, data=None), _read(source)) for source in batch)
        pending: Pending = self._client.submit(
            build_sent, sent, self._options, program_digest(), pure=False
        )
        return pending

    def explain(self, error: BaseException) -> str:
        """Why a document that was built alone has no outcome."""
        if type(error).__name__ == "KilledWorker":
            return "its worker died, and so did others that tried it; it may need more memory"
        return f"defect in ungraph: {type(error).__name__}: {error}. Please report it"

    def close(self) -> None:
        self._client.close()


def build_sent(sent: Sent, options: BuildOptions, program: str) -> list[Outcome]:
    """Build documents from their bytes, on a worker; a str instead of bytes is why there are none.

    Raises StoreError when the worker's program is not the one that sent them.
    """
    if program_digest() != program:
        raise StoreError(
            "the workers run another version of ungraph", advice="Install the same everywhere"
        )
    return [
        failure(source, data) if isinstance(data, str) else build_one(source, data, options)
        for source, data in sent
    ]


def _read(source: Source) -> bytes | str:
    if source.problem:
        return source.problem
    try:
        return read_bytes(source.path) if source.data is None else source.data
    except DocumentError as error:
        return str(error)
