"""Words that a PDF cuts with a blank are made whole by the words of the same document."""

from __future__ import annotations

import pytest

from ungraph.readers.pdf_lines import PageLine
from ungraph.readers.pdf_words import mend_words


def mended(*lines: str) -> list[str]:
    page = [PageLine(text, 0, 400, 700 - 12 * i, 10) for i, text in enumerate(lines)]
    mend_words([page])
    return [line.text for line in page]


def test_a_cut_word_that_stands_whole_elsewhere_is_mended() -> None:
    assert (
        mended("there are suffi cient means", "sufficient means")[0] == "there are sufficient means"
    )


def test_a_letter_cut_off_is_put_back() -> None:
    assert mended("the Stat e party", "a State party")[0] == "the State party"


@pytest.mark.parametrize("words", ["in to the pool", "as set out", "every one of them"])
def test_two_words_of_their_own_stay_two(words: str) -> None:
    assert mended(words, "into asset everyone")[0] == words


def test_words_that_stand_nowhere_whole_stay_as_they_are() -> None:
    assert mended("a suffi cient number")[0] == "a suffi cient number"


def test_a_year_cut_in_two_is_mended_where_it_stands_whole_elsewhere() -> None:
    assert mended("the 20 30 Agenda", "the 2030 Agenda")[0] == "the 2030 Agenda"
    assert mended("pages 20 30 and 40")[0] == "pages 20 30 and 40"
