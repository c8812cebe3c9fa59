"""The view is what matchers read; every position in it leads back to the words as printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ungraph.model.span import Span
from ungraph.readers.view import fold_text, join_lines

ODD = "aé\u00a0\u00ad\u200b\u2019\u201c\u2011\u2013\u0640\u0301e*\n 1\uff08\u3000ب\u064e"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("resolution\u00a060/251", "resolution 60/251"),
        ("co\u00adopera\u200btion", "cooperation"),
        ("“the Council’s”", '"the Council\'s"'),
        ("non\u2011governmental 1\u20132 \u2212", "non-governmental 1-2 -"),
        ("VERSION**Distr.", "VERSION  Distr."),
        ("A/HRC/4/60*", "A/HRC/4/60*"),
        ("第７６届（２０２１）", "第76届(2021)"),
        ("الأمــم المتحـدة", "الأمم المتحدة"),
        ("الاجتماعاتٍ", "الاجتماعات"),
        ("re\u0301solution", "résolution"),
        ("٢٠٢١", "2021"),
        ("\tone\x0btwo", " one two"),
        ("em \u2014 dash", "em \u2014 dash"),
    ],
)
def test_what_printing_does_to_text_is_undone(printed: str, read: str) -> None:
    assert fold_text(printed).text == read


def test_plain_text_is_its_own_view() -> None:
    text = "1. Requests the Secretary-General to report.\n\n2. Decides."
    assert fold_text(text).text is text


def test_a_match_in_the_view_leads_back_to_the_words_with_their_soft_hyphens() -> None:
    text = "the Eco\u00adnomic and So\u00adcial Council met"
    view = fold_text(text)
    start = view.text.index("Economic")
    end = view.text.index(" met")
    assert view.to_text(Span(start, end)).of(text) == "Eco\u00adnomic and So\u00adcial Council"


@given(st.text(alphabet=ODD, max_size=60), st.data())
def test_positions_go_to_the_text_and_back(text: str, data: st.DataObject) -> None:
    view = fold_text(text)
    assert len(view.text) + len(view.removed) == len(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    there = view.to_text(Span(start, end))
    assert 0 <= there.start <= there.end <= len(text)
    assert view.from_text(there) == Span(start, end)


@given(st.text(alphabet=ODD, max_size=60))
def test_every_printed_span_has_its_place_in_the_view(text: str) -> None:
    view = fold_text(text)
    spans = [view.from_text(Span(i, i + 1)) for i in range(len(text))]
    assert all(len(span) <= 1 for span in spans)
    assert sum(map(len, spans)) == len(view.text)
    assert [s.start for s in spans] == sorted(s.start for s in spans)


def test_line_ends_inside_a_block_become_blanks_and_others_stay() -> None:
    view = join_lines(fold_text("a\nb\nc\n\nd\n\n\ne"), [3])
    assert view.text == "a b\nc\n\nd\n\n\ne"


@given(st.text(alphabet="ab \n", max_size=40), st.lists(st.integers(0, 40)))
def test_joining_lines_moves_nothing(text: str, breaks: list[int]) -> None:
    joined = join_lines(fold_text(text), breaks).text
    assert len(joined) == len(text)
    assert all(a == b or (a == "\n" and b == " ") for a, b in zip(text, joined, strict=True))
    assert text.count("\n\n") == joined.count("\n\n")
