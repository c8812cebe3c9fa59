"""AKN4UN files: the page as printed, its parts, and what is marked up beyond it."""

from __future__ import annotations

from pathlib import Path

import pytest

from akn_samples import BODY, COVER, META, resolution
from ungraph.errors import DocumentError, LimitError
from ungraph.identifiers.date import PartialDate
from ungraph.model.document import Block, BlockKind, Document
from ungraph.model.markup import AdoptionManner, VoteChoice
from ungraph.readers.akn import read_akn
from ungraph.readers.akn_meta import symbol_of_address
from ungraph.readers.detect import read_document
from ungraph.readers.limits import Limits


@pytest.fixture(scope="module")
def document() -> Document:
    return read_akn(resolution(), name="A_RES_86_900.xml")


def block(document: Document, fragment: str) -> Block:
    return next(b for b in document.blocks if b.fragment == fragment)


def test_the_text_is_the_printed_page(document: Document) -> None:
    assert document.text.startswith(
        "United Nations\n\nA/RES/86/900\n\nGeneral Assembly\n\nDistr.: General\n\n19 December"
    )
    assert (
        "\n\n86/900. Keeping tide pools\n\nThe General Assembly,\n\nRecalling its " in document.text
    )
    assert "\n\n1. Requests the Secretary-General to count the pools;\n\n" in document.text
    assert "49th plenary meeting\n5 December 2031" in document.text


def test_a_footnote_mark_never_joins_the_number_before_it(document: Document) -> None:
    assert "resolution 85/71¹ of 4 December 2030" in document.text


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("symbol", "A/RES/86/900", "A/RES/86/900"),
        ("distribution", "GENERAL", "General"),
        ("date", "2031-12-19", "19 December 2031"),
        ("organ", "ga", "General Assembly"),
        ("session", "86", "Eighty-sixth session"),
        ("agenda_item_title", "Tide pools and their keepers", "Tide pools and their keepers"),
        ("title", "Keeping tide pools", "Keeping tide pools"),
        ("editorial_status", "reissued", "* Reissued for technical reasons on 3 January 2032."),
    ],
)
def test_each_value_of_the_title_page_points_at_its_words(
    document: Document, field: str, value: str, words: str
) -> None:
    stated = getattr(document.masthead, field)
    assert (str(stated.value), document.quote(stated.spans[0])) == (value, words)


def test_the_agenda_item_has_its_number_and_name(document: Document) -> None:
    item = document.masthead.agenda_item
    assert item is not None
    assert (item.value.number, item.value.title) == ("18 (b)", "Tide pools and their keepers")


def test_preambular_and_operative_paragraphs_have_their_lead_words(document: Document) -> None:
    leads = {
        b.fragment: document.quote(b.lead)
        for b in document.blocks
        if b.lead and b.part_type in ("preambular", "operative")
    }
    assert leads == {
        "formula": "The General Assembly",
        "preamble-1": "Recalling",
        "para-1": "Requests",
        "para-2": "Invites",
    }


def test_points_nest_in_their_paragraph_even_where_the_markup_puts_them_beside(
    document: Document,
) -> None:
    outline = [
        (b.fragment, b.number, b.parent) for b in document.blocks if b.fragment.startswith("para-2")
    ]
    assert outline == [
        ("para-2", "2", None),
        ("para-2-a", "a", "para-2"),
        ("para-2-a-i", "i", "para-2-a"),
        ("para-2-a-ii", "ii", "para-2-a"),
        ("para-2-b", "b", "para-2"),
    ]
    whole = block(document, "para-2")
    assert all(whole.span.contains(block(document, f).span) for f, _, _ in outline)


def test_annex_paragraphs_belong_to_the_annex(document: Document) -> None:
    kinds = [(b.kind, b.fragment) for b in document.blocks if b.fragment.startswith("annex")]
    assert (BlockKind.ANNEX, "annex-1") in kinds
    assert (BlockKind.PARAGRAPH, "annex-1-para-1") in kinds
    assert (BlockKind.SUBPARAGRAPH, "annex-1-para-1-a") in kinds


def test_a_footnote_belongs_to_the_paragraph_of_its_mark(document: Document) -> None:
    note = block(document, "fn-1")
    assert (note.parent, document.quote(note.span)) == ("preamble-1", "1 See A/85/33.")


def test_a_table_keeps_its_rows(document: Document) -> None:
    assert document.quote(block(document, "table-1").span) == "Pool\tCrabs\nNorth\t12"


@pytest.mark.parametrize(
    ("address", "symbol"),
    [
        ("https://undocs.org/en/A/RES/85/71", "A/RES/85/71"),
        ("https://undocs.org/ch/S/RES/9321(2031)", "S/RES/9321(2031)"),
        ("http://undocs.org/A/RES/85/71", "A/RES/85/71"),
        ("https://docs.un.org/en/A/85/33?x=1", "A/85/33"),
        ("http://www.un.org/pools", "None"),
        ("about:blank", "None"),
    ],
)
def test_the_symbol_is_read_from_the_address(address: str, symbol: str) -> None:
    assert str(symbol_of_address(address)) == symbol


def test_links_keep_words_and_target(document: Document) -> None:
    links = [(document.quote(h.span), str(h.symbol)) for h in document.markup.hyperlinks]
    assert links == [("85/71", "A/RES/85/71"), ("A/85/33", "A/85/33")]


def test_votes_are_read_by_state(document: Document) -> None:
    adoption = document.markup.adoption
    assert adoption is not None
    assert adoption.manner is AdoptionManner.RECORDED_VOTE
    assert (adoption.date, adoption.meeting) == (PartialDate(2031, 12, 5), "49")
    assert str(adoption.record) == "A/86/PV.49"
    assert [(b.choice, b.count, b.members) for b in adoption.ballots] == [
        (VoteChoice.IN_FAVOUR, 3, ("ICELAND", "CHAD", "UNITED KINGDOM")),
        (VoteChoice.ABSTAINING, 1, ("NAURU",)),
    ]


def test_the_way_to_adoption_has_symbols_and_only_known_dates(document: Document) -> None:
    steps = [(s.outcome, str(s.symbol), s.date, s.pinpoint) for s in document.markup.steps]
    assert steps == [
        ("draftResolution", "A/C.2/86/L.77/Rev.1", PartialDate(2031, 11, 2), ""),
        ("draftResolutionAdditionalSponsors", "None", None, ""),
        ("recommendedForAdoption", "A/86/461", None, "para. 31"),
        ("adopted", "A/86/PV.49", PartialDate(2031, 12, 5), ""),
    ]


def test_keywords_keep_their_vocabulary_and_iri(document: Document) -> None:
    words = [(k.label, k.vocabulary, k.iri, k.role) for k in document.markup.keywords]
    assert words == [
        ("Sustainable Development Goal 14", "sdg", "http://metadata.un.org/sdg/14", "subject"),
        ("tide pools", "unbis", "http://metadata.un.org/thesaurus/9990001", "subject"),
        ("Tide pools.", "A/86/251", None, "agenda"),
    ]


def test_the_originating_document_and_committee_are_read(document: Document) -> None:
    (origin,) = document.markup.originating
    assert (str(origin.symbol), origin.pinpoint) == ("A/86/461", "para. 31")
    assert document.quote(origin.span) == "A/86/461"
    assert document.markup.committee == "secondCommittee"


def test_a_file_that_is_not_well_formed_is_read_with_a_warning() -> None:
    broken = resolution(body=BODY.replace("</content></paragraph>", "</content></docTitle>", 1))
    document = read_akn(broken, name="broken.xml")
    assert "To keep;" in document.text
    assert "not well formed" in document.warnings[0]


def test_words_outside_any_line_are_not_lost() -> None:
    stray = BODY.replace("<conclusions>", "<mainBody>Stray words</mainBody><conclusions>")
    assert "\n\nStray words\n\n" in read_akn(resolution(body=stray)).text


def test_the_metadata_do_not_make_russian_of_english() -> None:
    wrong = META.replace('language="eng"', 'language="rus"')
    document = read_akn(resolution(meta=wrong))
    assert document.language == "en"
    assert any("read as en" in warning for warning in document.warnings)


def test_entities_are_refused_and_files_stay_unread(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("for nobody")
    declared = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    with pytest.raises(DocumentError, match="declares entities"):
        read_akn(declared + resolution(cover=COVER.replace("United Nations", "&x;")))


def test_too_deep_a_file_is_refused() -> None:
    with pytest.raises(LimitError):
        read_akn(resolution(body="<section>" * 5000 + "</section>" * 5000))


def test_too_large_a_file_names_the_limit() -> None:
    with pytest.raises(LimitError, match="limit"):
        read_akn(resolution(), limits=Limits(max_bytes=1000))


def test_other_xml_is_refused() -> None:
    with pytest.raises(DocumentError, match="not an Akoma Ntoso document"):
        read_document(b"<?xml version='1.0'?><books xmlns='urn:x'/>")


def test_the_same_bytes_give_the_same_document() -> None:
    assert read_akn(resolution()) == read_akn(resolution())


def test_the_form_is_told_from_the_bytes() -> None:
    assert read_document(resolution(), name="notes.txt").symbol is not None


def test_a_title_page_without_symbol_has_that_of_the_identification() -> None:
    bare = COVER.replace("A/RES/86/900</docNumber>", "</docNumber>")
    stated = read_akn(resolution(cover=bare)).masthead.symbol
    assert stated is not None
    assert (str(stated.value), stated.spans) == ("A/RES/86/900", ())
    assert "identification" in stated.reason


@pytest.mark.parametrize(
    ("symbol", "value", "session", "series"),
    [
        ("A/RES/ES-11/4", "11", 11, "emergency-special"),
        ("A/RES/S-32/1", "32", 32, "special"),
        ("E/RES/2031/7", "2031", 2031, "year"),
        ("A/RES/86/900", "", 86, ""),
    ],
)
def test_sessions_of_each_series_are_told_apart(
    symbol: str, value: str, session: int, series: str
) -> None:
    cover = COVER.replace("A/RES/86/900<", f"{symbol}<").replace('value="86"', f'value="{value}"')
    page = read_akn(resolution(cover=cover)).masthead
    assert page.session is not None
    assert (page.session.value, page.session_series) == (session, series)


def test_a_dash_before_the_title_is_no_part_of_it() -> None:
    dashed = resolution().replace(b"\tKeeping tide pools", b"-\tKeeping tide pools")
    assert dashed != resolution()
    found = read_akn(dashed, name="A_RES_86_900.xml")
    title = found.masthead.title
    assert title is not None and title.value == "Keeping tide pools"
    assert found.quote(title.spans[0]) == "Keeping tide pools"


def test_a_subject_is_told_without_escaped_signs_or_addresses() -> None:
    keyword = (
        b'<keyword value="keepers" showAs="keepers&amp;#39;_rights" dictionary="EuroVoc" '
        b'href="http://eurovoc.europa.eu/1"/><keyword value="pool_care" '
        b'showAs="http://eurovoc.europa.eu/2" dictionary="EuroVoc" '
        b'href="http://eurovoc.europa.eu/2"/>'
    )
    data = resolution()
    assert b"</classification>" in data
    found = read_akn(
        data.replace(b"</classification>", keyword + b"</classification>", 1), name="a"
    )
    assert found.markup is not None
    labels = [k.label for k in found.markup.keywords]
    assert "keepers' rights" in labels and "pool care" in labels
