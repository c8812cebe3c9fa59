"""Ibid. means what the note before cites, and stays open where that is doubtful."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citation_documents import make_document
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.matchers.values import BackReference
from ungraph.model.document import BlockKind, Document
from ungraph.model.link import Link


def ibids(document: Document) -> list[Link[object]]:
    links = link_citations(document, match_citations(document))
    return [
        link
        for link in links
        if isinstance(link.mention.value, BackReference) and link.mention.value.how == "ibid"
    ]


def targets(document: Document) -> list[str | None]:
    return [getattr(link.target, "text", None) for link in ibids(document)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "3 See A/61/7, para. 3. 4 Ibid., para. 5. 5 Ibid."),
        ("fr", "3 Voir A/61/7, par. 3. 4 Ibid., par. 5. 5 Ibid."),
        ("es", "3 Véase A/61/7, párr. 3. 4 Ibíd., párr. 5. 5 Ibíd."),
        ("ru", "3 См. A/61/7, пункт 3. 4 Там же, пункт 5. 5 Там же."),
        ("ar", "3 انظر A/61/7، الفقرة 3. 4 المرجع نفسه، الفقرة 5. 5 المرجع نفسه."),
        ("zh", "3 见A/61/7，第3段。 4 同上，第5段。 5 同上。"),
    ],
)
def test_ibid_follows_the_chain_of_notes(language: str, text: str) -> None:
    document = make_document(text, language=language)
    assert targets(document) == ["A/61/7", "A/61/7"]
    pinpoints = [str(getattr(link.mention.value, "pinpoint", None)) for link in ibids(document)]
    assert pinpoints == ["para. 5", "None"]


def test_ibid_takes_no_pinpoint_of_the_note_before() -> None:
    (link,) = ibids(make_document("3 A/61/7, paras. 3-9. 4 Ibid. 5 Elsewhere."))
    assert getattr(link.mention.value, "pinpoint", None) is None


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("3 A/61/7 and A/62/8. 4 Ibid., para. 5.", ["A/62/8", "A/61/7"]),
        ("3 A/61/7. See also the letter of the Board. 4 Ibid., para. 5.", ["A/61/7"]),
        ("3 Writer, Book, para. 5. 4 Ibid., para. 7.", []),
        ("3 A/61/7. 4 Ibid., Sixty-seventh Session, Supplement No. 53.", []),
    ],
)
def test_a_doubtful_ibid_stays_open(text: str, candidates: list[str]) -> None:
    (link,) = ibids(make_document(text))
    assert link.target is None
    assert [candidate.target.text for candidate in link.candidates] == candidates


def as_notes(document: Document) -> Document:
    blocks = [
        replace(block, kind=BlockKind.FOOTNOTE)
        if document.quote(block.span)[0].isdigit()
        else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


def test_in_footnotes_of_their_own_ibid_means_the_note_before_and_no_paragraph() -> None:
    text = "Recalling A/60/1\n1 See A/61/7, para. 3.\nRecalling A/62/2\n2 Ibid., para. 5."
    assert targets(as_notes(make_document(text))) == ["A/61/7"]
    text = "Recalling A/60/1\n1 A book.\nRecalling A/62/2\n2 Ibid., para. 5."
    assert targets(as_notes(make_document(text))) == [None]


def test_a_page_header_between_two_notes_is_no_obstacle() -> None:
    document = make_document("3 A/61/7, para. 3. A/60/5 4 Ibid., para. 5.", symbol="A/60/5")
    assert targets(document) == ["A/61/7"]


def test_ibid_of_a_numbered_note_is_not_of_the_body_between_two_notes() -> None:
    body = "and so the members went on to say at length, " * 10
    text = f"16 See A/61/7. {body} (A/61/9, para. 6). 17 Ibid., para. 4."
    (link,) = ibids(make_document(text))
    assert link.target is None
    assert [c.target.text for c in link.candidates] == ["A/61/9"]


def test_a_general_comment_and_its_symbol_are_one_document() -> None:
    text = "6 General comment No. 14 (2000), E/C.12/2000/4, para. 43. 7 Ibid., para. 47."
    assert targets(make_document(text)) == ["E/C.12/2000/4"]
