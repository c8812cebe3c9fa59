"""Shapes as Turtle, for one base IRI and one level of evidence. Runs nothing."""

from __future__ import annotations

from functools import cache

from ungraph.errors import DataError
from ungraph.namespaces import BASE_IRI
from ungraph.resources import find_folder

__all__ = ["EVIDENCE_LEVELS", "load_shapes", "shape_files"]

_LEFT_OUT = {
    "full": frozenset[str](),
    "compact": frozenset({"assertions.ttl"}),
    "none": frozenset({"assertions.ttl", "evidence.ttl"}),
}
EVIDENCE_LEVELS = tuple(_LEFT_OUT)


def shape_files(evidence: str = "full") -> tuple[str, ...]:
    """Names of the shape files that hold for graphs with this level of *evidence*, sorted.

    Assertions are checked in "full" only, spans in "full" and "compact". Raises DataError for
    another level.
    """
    if evidence not in _LEFT_OUT:
        raise DataError(
            f"no such level of evidence: {evidence!r}",
            advice=f"Use one of {', '.join(EVIDENCE_LEVELS)}",
        )
    names = sorted(path.name for path in find_folder("shapes").glob("*.ttl"))
    return tuple(name for name in names if name not in _LEFT_OUT[evidence])


@cache
def load_shapes(base: str = BASE_IRI, evidence: str = "full") -> str:
    """The shapes as one Turtle text, with our namespace below *base*."""
    folder = find_folder("shapes")
    texts = [(folder / name).read_text(encoding="utf-8") for name in shape_files(evidence)]
    return "\n".join(texts).replace(BASE_IRI, base)
