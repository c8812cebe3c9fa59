"""Votes, steps and subjects of an AKN4UN file in the graph."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Quad

from akn_samples import META, resolution
from ungraph.graph.quads import to_quads
from ungraph.identifiers.mint import Mint
from ungraph.pipeline import BuildOptions, build_document

MINT = Mint()


@pytest.fixture(scope="module")
def quads() -> tuple[Quad, ...]:
    return build_document(resolution(), name="x.xml", options=BuildOptions(validate=False)).quads()


def values(quads: tuple[Quad, ...], kind: str, predicate: str) -> list[str]:
    """Last parts of the values of *predicate* of the nodes of class *kind*."""
    nodes = {q.subject for q in quads if getattr(q.object, "value", "") == MINT.term(kind)}
    return sorted(
        q.object.value.rpartition("/")[2]
        for q in quads
        if q.subject in nodes and q.predicate.value.endswith(predicate)
    )


def test_each_state_of_a_vote_is_an_agent(quads: tuple[Quad, ...]) -> None:
    assert values(quads, "Vote", "#favour") == ["state-gbr", "state-isl", "state-tcd"]
    assert values(quads, "Vote", "#abstaining") == ["state-nru"]
    assert values(quads, "Vote", "#against") == []


def test_counts_result_and_date_of_a_vote(quads: tuple[Quad, ...]) -> None:
    assert values(quads, "Vote", "#favourCount") == ["3"]
    assert values(quads, "Vote", "#result") == ["adopted"]
    assert values(quads, "Vote", "terms/date") == ["2031-12-05"]


def test_the_steps_lead_from_draft_to_adoption(quads: tuple[Quad, ...]) -> None:
    assert values(quads, "ProcedureStep", "#stepType") == ["adoption", "draft", "recommendation"]
    assert values(quads, "ProcedureStep", "#sponsor") == ["state-isl", "state-tcd"]
    assert values(quads, "ProcedureStep", "#adoptionManner") == ["recorded-vote"]


def test_a_date_that_means_unknown_is_no_date(quads: tuple[Quad, ...]) -> None:
    assert values(quads, "ProcedureStep", "terms/date") == ["2031-11-02", "2031-12-05"]


def test_subjects_and_the_address_of_the_work(quads: tuple[Quad, ...]) -> None:
    objects = {q.object.value for q in quads if q.predicate.value.endswith("terms/subject")}
    assert objects == {
        "http://metadata.un.org/sdg/14",
        "http://metadata.un.org/thesaurus/9990001",
    }
    work = {q.object.value for q in quads if q.predicate.value.endswith("#aknWorkIri")}
    assert work == {"/akn/un/statement/deliberation/unga/2031-12-05/86-900/"}


def test_the_graph_conforms() -> None:
    result = build_document(resolution(), name="x.xml")
    assert result.report is not None
    assert result.report.violations == ()


def test_without_markup_nothing_is_said_of_votes() -> None:
    bare = META[: META.index("<workflow")] + "</meta>"
    quads = build_document(resolution(meta=bare), options=BuildOptions(validate=False)).quads()
    assert values(quads, "Vote", "#favour") == []
    assert values(quads, "ProcedureStep", "#stepType") == []


def test_two_languages_say_what_neither_owns_only_once() -> None:
    """Else a question over both would get each row once for every pair of graphs."""
    built = build_document(resolution(), name="x.xml", options=BuildOptions(validate=False))
    both = [
        quad
        for language in ("en", "fr")
        for quad in to_quads(replace(built.document, language=language), built.assertions)
    ]
    places: dict[tuple[str, str, str], set[str]] = {}
    for quad in both:
        triple = (str(quad.subject), quad.predicate.value, str(quad.object))
        places.setdefault(triple, set()).add(quad.graph_name.value)
    of_work = ("/86/900>", "#vote-", "#step-", "#item-")
    twice = {
        predicate
        for (subject, predicate, _), graphs in places.items()
        if len(graphs) > 1
        and any(word in subject for word in of_work)
        and not any(graph.endswith("/evidence") for graph in graphs)
    }
    ours = ("favour", "voteOf", "stepType", "stepDocument", "inSession", "number", "symbol")
    assert not twice & {MINT.term(name) for name in ours}
    assert "http://purl.org/dc/terms/date" not in twice
