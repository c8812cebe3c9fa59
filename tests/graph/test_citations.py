"""Citations and self-references in the graph, and what the question on citations gives of them."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad, Store

from ungraph.pipeline import BuildOptions, Result, build_document
from ungraph.resources import find_folder

TEXT = b"""United Nations
A/HRC/9/99
General Assembly
Distr.: General
3 March 2008
Original: English

Human Rights Council
Ninth session
Agenda item 2

Report of the Secretary-General on the matter

1. The present report is submitted pursuant to Human Rights Council resolution 7/50 of 27 March 2008.

2. As paragraph 1 above says, the letter in document A/62/707-S/2008/43 was circulated. In document \
S/2008/43 the Government gives its reasons.
"""


@pytest.fixture(scope="module")
def built() -> Result:
    return build_document(TEXT, name="x.txt", options=BuildOptions())


@pytest.fixture(scope="module")
def quads(built: Result) -> tuple[Quad, ...]:
    return built.quads()


def ask(quads: tuple[Quad, ...]) -> list[dict[str, str]]:
    store = Store()
    store.extend(quads)
    query = (find_folder("ontology") / "competency" / "citations.rq").read_text(encoding="utf-8")
    solutions = store.query(query, use_default_graph_as_union=True)
    names = [variable.value for variable in solutions.variables]
    return [{name: row[name].value for name in names if row[name] is not None} for row in solutions]


def test_the_present_report_is_no_citation_of_a_document(quads: tuple[Quad, ...]) -> None:
    kinds = [quad.object.value.rpartition("#")[2] for quad in quads if "SelfRef" in str(quad)]
    assert kinds.count("SelfReference") == 1
    assert not [row for row in ask(quads) if "present report" in row["quote"]]


def test_a_part_of_the_report_itself_is_a_citation_with_the_relation_self(
    quads: tuple[Quad, ...],
) -> None:
    own = [row for row in ask(quads) if row.get("cited") == "A/HRC/9/99"]
    assert [(row["relation"], row["pinpoint"]) for row in own] == [("self", "para. 1")]


def test_both_symbols_of_a_document_lead_to_one_work(quads: tuple[Quad, ...]) -> None:
    cited = [row["cited"] for row in ask(quads) if "2008/43" in row["quote"]]
    assert cited == ["A/62/707", "A/62/707"]
    works = {
        quad.subject.value
        for quad in quads
        if quad.predicate.value.endswith(("#symbol", "#relatedSymbol"))
        and quad.object.value in ("A/62/707", "S/2008/43")
    }
    assert len(works) == 1


def test_the_graph_of_self_references_conforms(built: Result) -> None:
    assert built.conforms
