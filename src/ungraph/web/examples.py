"""The competency questions as ready examples for the query page."""

from __future__ import annotations

from html import escape

from ungraph.resources import find_folder

__all__ = ["example_options", "iter_examples"]


def iter_examples() -> tuple[tuple[str, str, str], ...]:
    """(name, question, query) of each file of ``ontology/competency``, by name."""
    found = []
    for path in sorted((find_folder("ontology") / "competency").glob("*.rq")):
        query = path.read_text(encoding="utf-8")
        question = query.partition("\n")[0].lstrip("# ").strip()
        found.append((path.stem, question, query))
    return tuple(found)


def example_options() -> str:
    """The examples as ``<option>`` elements whose value is the query."""
    return "".join(
        f'<option value="{escape(query)}">{escape(question or name)}</option>'
        for name, question, query in iter_examples()
    )
