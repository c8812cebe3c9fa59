"""Every form of citation is found, means what it should and has the pinpoint it names."""

from __future__ import annotations

import csv
from importlib.util import find_spec
from pathlib import Path

import pytest

from citation_documents import make_document
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.model.mention import MentionKind

TABLE = Path(__file__).parent / "citation_forms.csv"
FORMS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def describe_links(text: str, language: str, organ: str) -> str:
    """Targets with their pinpoints, open ones as "?" and their words."""
    document = make_document(text, language=language, organ=organ)
    described = []
    for link in link_citations(document, match_citations(document)):
        words = " ".join(link.mention.surface.split())
        target = getattr(link.target, "text", None) or f"?{words}"
        pinpoint = getattr(link.mention.value, "pinpoint", None)
        described.append(f"{target} [{pinpoint}]" if pinpoint else target)
    return "; ".join(described)


@pytest.mark.parametrize("row", FORMS, ids=lambda row: f"{row['number']}-{row['language']}")
def test_a_form_of_citation_means_what_it_should(row: dict[str, str]) -> None:
    assert describe_links(row["text"], row["language"], row["organ"]) == row["expected"]


@pytest.mark.parametrize("row", FORMS, ids=lambda row: f"{row['number']}-{row['language']}")
def test_all_engines_give_identical_mentions(row: dict[str, str]) -> None:
    document = make_document(row["text"], language=row["language"], organ=row["organ"])
    by_re2 = match_citations(document)
    assert match_citations(document, engine="re") == by_re2
    if find_spec("hyperscan"):
        assert match_citations(document, engine="hyperscan") == by_re2


def test_the_words_of_a_mention_stand_at_its_span() -> None:
    document = make_document("It recalled resolu\u00adtion\u00a060/1 and decision 60/5\u2011A.")
    for mention in match_citations(document):
        assert document.quote(mention.span) == mention.surface


def test_mentions_come_in_the_order_of_their_words() -> None:
    text = "On 3 May 2001 the Security Council, in resolutions 1 (1990) and 2 (1991), see A/60/1."
    starts = [mention.span.start for mention in match_citations(make_document(text))]
    assert starts == sorted(starts)


def test_the_first_of_a_list_holds_its_head_noun() -> None:
    document = make_document("its resolutions 60/1, 60/2 and 60/3", organ="ga")
    surfaces = [m.surface for m in match_citations(document)]
    assert surfaces == ["resolutions 60/1", "60/2", "60/3"]


def test_a_bare_organ_is_a_mention_with_its_head_noun() -> None:
    (mention,) = match_citations(make_document("asked by the Commission to go on"))
    assert mention.kind is MentionKind.ORGAN
    assert (mention.value.slug, mention.value.head) == (None, "commission")


@pytest.mark.parametrize(
    "text",
    [
        "the resolution of the conflict by 5/6 of the members",
        "either and/or both, s/he said",
        "the Commissioner resolved 12/13 disputes",
        "a decision in case No. 12/1999",
        "for the period 2005/06",
    ],
)
def test_a_look_alike_is_no_citation(text: str) -> None:
    document = make_document(text)
    links = link_citations(document, match_citations(document))
    assert {link.target for link in links} <= {None}


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "on 6 December 2006", "2006-12-06"),
        ("en", "in September 2006", "2006-09"),
        ("fr", "le 1er avril 2022", "2022-04-01"),
        ("es", "el 21 de diciembre de 1968", "1968-12-21"),
        ("ru", "15 декабря 1955 года", "1955-12-15"),
        ("ar", "15 كانون الأول/ديسمبر 1955", "1955-12-15"),
        ("zh", "于1955年12月15日", "1955-12-15"),
        ("en", "on 6 December 200612", "2006-12-06"),
    ],
)
def test_a_date_has_its_true_precision(language: str, text: str, date: str) -> None:
    mentions = match_citations(make_document(text, language=language))
    assert [str(m.value) for m in mentions if m.kind is MentionKind.DATE] == [date]


def test_a_day_that_the_calendar_lacks_is_no_date() -> None:
    assert match_citations(make_document("on 31 February 2006")) == ()


@pytest.mark.parametrize("row", FORMS, ids=lambda row: f"{row['number']}-{row['language']}")
def test_a_form_that_stays_open_says_why(row: dict[str, str]) -> None:
    assert bool(row["open_because"]) == ("?" in row["expected"])


@pytest.mark.parametrize("row", FORMS, ids=lambda row: f"{row['number']}-{row['language']}")
def test_a_form_that_is_no_citation_says_why(row: dict[str, str]) -> None:
    assert row["expected"] or row["note"]
