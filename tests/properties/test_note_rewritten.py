"""The graph follows the text: the note is rewritten, and only what was rewritten changes.

Nothing may know the example by heart. Each test changes names, numbers, dates or the order of
paragraphs, and asks the graph what the changed words now say.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pyoxigraph import Store

import ungraph

PREFIXES = """PREFIX ung: <https://w3id.org/ungraph/ns#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
KOREA = re.compile("Democratic People[’']s Republic of Korea")
AGENT = "https://w3id.org/ungraph/id/agent/"


class Graph:
    """The graph of one text, for questions."""

    def __init__(self, text: str) -> None:
        self.result = ungraph.build(text, validate=False)
        self.quads = tuple(self.result.quads())
        self.store = Store()
        self.store.extend(self.quads)

    def rows(self, query: str) -> set[tuple[str | None, ...]]:
        found = self.store.query(PREFIXES + query, use_default_graph_as_union=True)
        return {tuple(term.value if term is not None else None for term in row) for row in found}  # type: ignore[union-attr]

    def acts(self, notation: str) -> set[tuple[str | None, ...]]:
        """(agent, addressee, date, theme) of the acts of one type."""
        return self.rows(
            f"""SELECT ?agent ?addressee ?date ?theme WHERE {{
            ?a ung:actType/skos:notation "{notation}" .
            OPTIONAL {{ ?a ung:agent ?agent }} OPTIONAL {{ ?a ung:addressee ?addressee }}
            OPTIONAL {{ ?a dcterms:date ?date }} OPTIONAL {{ ?a ung:theme ?theme }} }}"""
        )

    def outcomes(self) -> set[str | None]:
        rows = self.rows("SELECT ?t WHERE { ?o a ung:Outcome ; ung:outcomeType/skos:notation ?t }")
        return {row[0] for row in rows}

    def cited(self) -> set[tuple[str | None, ...]]:
        return self.rows(
            """SELECT ?symbol ?pinpoint ?relation WHERE { ?c a ung:Citation ;
            cito:hasCitationCharacterization/skos:notation ?relation .
            OPTIONAL { ?c cito:hasCitedEntity/ung:symbol ?symbol }
            OPTIONAL { ?c ung:pinpoint ?pinpoint } }"""
        )

    def agents(self) -> set[str]:
        rows = self.rows("SELECT ?a WHERE { ?a rdfs:label ?l ; ung:evidence ?e }")
        return {row[0].removeprefix(AGENT) for row in rows if row[0] and row[0].startswith(AGENT)}

    def facts_about(self, *words: str) -> set[str]:
        """Lines of the facts graph that hold one of *words*."""
        return {
            str(quad)
            for quad in self.quads
            if any(word in str(quad) for word in words) and "/evidence>" not in str(quad)
        }


@pytest.fixture(scope="module")
def note(note_text_module: str) -> Graph:
    return Graph(note_text_module)


@pytest.fixture(scope="module")
def note_text_module() -> str:
    from pathlib import Path

    path = Path(__file__).parents[2] / "examples" / "a-hrc-4-60.txt"
    return path.read_text(encoding="utf-8")


@pytest.fixture
def rewritten(note_text_module: str) -> Callable[..., Graph]:
    """Builds the note with each (old, new) replaced; every old must be there."""

    def build(*changes: tuple[str, str]) -> Graph:
        text = note_text_module
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        return Graph(text)

    return build


def test_the_note_as_it_stands(note: Graph) -> None:
    assert {
        ("A/RES/60/251", None, "named-in-title"),
        ("A/HRC/DEC/2/102", None, "further-to"),
        ("E/CN.4/RES/2005/11", "para. 9", "requested-in"),
        ("A/RES/926(X)", None, "pursuant-to"),
    } <= note.cited()
    assert [row for row in note.cited() if row[0] is None], "paragraph 5 stays unresolved"
    assert {"declined", "noted", "no-response"} <= note.outcomes()
    assert {
        "hrc",
        "office-hchr",
        "office-pr-prk-unog",
        "government-prk",
        "state-prk",
        "ohchr",
        "unog",
    } <= note.agents()


@pytest.mark.parametrize(
    ("country", "slug"),
    [
        ("Syrian Arab Republic", "syr"),
        ("Republic of Moldova", "mda"),
        ("Lao People’s Democratic Republic", "lao"),
        ("United Republic of Tanzania", "tza"),
    ],
)
def test_another_country_moves_its_state_its_government_and_its_representative(
    note: Graph, note_text_module: str, country: str, slug: str
) -> None:
    graph = Graph(KOREA.sub(country, note_text_module))
    assert {f"state-{slug}", f"government-{slug}", f"office-pr-{slug}-unog"} <= graph.agents()
    assert not [key for key in graph.agents() if key.endswith("prk") or "-prk-" in key]
    declined = graph.acts("decline")
    assert {row[0] for row in declined} == {f"{AGENT}government-{slug}"}
    unchanged = ("A/RES/926(X)", "DEC/2/102>")
    assert graph.facts_about(*unchanged) == note.facts_about(*unchanged)


def test_another_office_is_the_one_that_asks(rewritten: Callable[..., Graph]) -> None:
    graph = rewritten(
        ("United Nations High Commissioner for Human Rights", "Executive Director of UNICEF"),
        ("the High Commissioner", "the Executive Director"),
    )
    inviting = {row[0] for row in graph.acts("invite")}
    assert len(inviting) == 1
    assert inviting != {f"{AGENT}office-hchr"}
    assert "office-hchr" not in graph.agents()
    proposing = {row[0] for row in graph.acts("propose")}
    assert proposing == inviting


def test_other_numbers_are_the_ones_cited(rewritten: Callable[..., Graph]) -> None:
    graph = rewritten(
        ("decision 2/102", "decision 3/117"),
        ("paragraph 9 of its resolution 2005/11", "paragraph 14 of its resolution 2004/13"),
        ("926 (X) of 14 December 1955", "1161 (XII) of 26 November 1957"),
        ("RESOLUTION 60/251", "RESOLUTION 61/177"),
    )
    assert {
        ("A/RES/61/177", None, "named-in-title"),
        ("A/HRC/DEC/3/117", None, "further-to"),
        ("E/CN.4/RES/2004/13", "para. 14", "requested-in"),
        ("A/RES/1161(XII)", None, "pursuant-to"),
    } <= graph.cited()
    assert not [row for row in graph.cited() if row[0] in ("A/RES/926(X)", "A/HRC/DEC/2/102")]
    assert {row[2] for row in graph.acts("establish")} == {"1957-11-26"}


def test_other_dates_move_the_meeting_and_the_silence(rewritten: Callable[..., Graph]) -> None:
    graph = rewritten(("6 December 2006", "19 October 2006"), ("22 January 2007", "2 March 2007"))
    meeting = graph.rows(
        """SELECT ?scheduled ?held WHERE { ?e ung:eventType/skos:notation "meeting" ;
        ung:scheduledFor ?scheduled . OPTIONAL { ?e ung:heldOn ?held } }"""
    )
    assert meeting == {("2006-10-19", "2006-10-19")}
    assert graph.rows("SELECT ?d WHERE { ?n a ung:NonOccurrence ; ung:asOf ?d }") == {
        ("2007-03-02",)
    }
    assert "2006-12-06" not in "".join(map(str, graph.quads))


def test_paragraphs_in_another_order_say_the_same(note: Graph, note_text_module: str) -> None:
    parts = re.split(r"^(?=\d\. )", note_text_module, flags=re.M)
    head, first, second, *rest = parts
    swapped = head + second.replace("2. ", "1. ", 1) + first.replace("1. ", "2. ", 1)
    graph = Graph(swapped + "".join(rest))
    assert graph.cited() == note.cited()
    for kind in ("request", "establish", "invite", "accept", "propose", "decline"):
        assert graph.acts(kind) == note.acts(kind), kind


def test_without_its_last_paragraph_nothing_was_declined(note_text_module: str) -> None:
    graph = Graph(note_text_module[: note_text_module.index("5. The Permanent")])
    assert graph.acts("decline") == set()
    assert graph.outcomes() == {"accepted"}, "the invitation, and nothing else"
    assert not graph.rows("SELECT ?n WHERE { ?n a ung:NonOccurrence }")
    assert {row[0] for row in graph.acts("propose")} == {f"{AGENT}office-hchr"}


def test_an_acceptance_instead_of_the_refusal(rewritten: Callable[..., Graph]) -> None:
    graph = rewritten(
        (
            "did not recognize the resolution adopted by the Commission on Human Rights on the "
            "situation of human rights in the Democratic People's Republic of Korea and was "
            "therefore unable to accept the High Commissioner's offer",
            "accepted the High Commissioner's offer",
        )
    )
    assert "declined" not in graph.outcomes()
    assert "accepted" in graph.outcomes()
    assert not graph.acts("decline")
    assert not graph.acts("not-recognize")
    accepting = {row[0] for row in graph.acts("accept")}
    assert f"{AGENT}government-prk" in accepting


def test_a_response_instead_of_silence(rewritten: Callable[..., Graph]) -> None:
    graph = rewritten(
        (
            "No further response has been received from the Government on this matter.",
            "A response was received from the Government on 3 January 2007.",
        )
    )
    assert not graph.rows("SELECT ?n WHERE { ?n a ung:NonOccurrence }")
    assert "no-response" not in graph.outcomes()
    responses = {(row[0], row[2]) for row in graph.acts("respond")}
    assert responses == {(f"{AGENT}government-prk", "2007-01-03")}


def test_a_change_in_one_paragraph_leaves_the_facts_of_the_others(
    note: Graph, rewritten: Callable[..., Graph]
) -> None:
    graph = rewritten(("several proposals", "some proposals"))
    kept = set(note.facts_about("#act-", "#citation-", "#mandate-"))
    lost = kept - graph.facts_about("#act-", "#citation-", "#mandate-")
    assert lost, "the proposal itself is another one"
    assert all(
        "propos" in line or "inResponseTo" in line or "decline" in line for line in lost
    ) or (len(lost) < len(kept) / 3)
