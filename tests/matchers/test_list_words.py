"""The words between the numbers and dates of a list: each row of the table does what it says.

A row's example is read as its kind promises where the row is the only one of its kind, and is not
where the kind has none; its counter-example is not read so with the whole table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest

from citation_documents import make_document
from ungraph.linking.documents import link_citations
from ungraph.matchers import beside_pinpoints, list_cues, list_dates, lists, vocabulary
from ungraph.matchers.citations import match_citations
from ungraph.model.link import Link
from ungraph.resources import load_table

TABLE = "citation_list_words"
ROWS = load_table(TABLE)
Row = Mapping[str, str]
DATE = "2005-10-24"
# Words of dates and of lists both may stand between a number and its date.
READ_TOGETHER = {"dated": {"listed", "dated"}}


def target_of(link: Link) -> str:
    return str(link.target)


def date_of(link: Link) -> str:
    return str(getattr(link.mention.value, "date", None) or "")


def has_two_numbers(links: list[Link]) -> bool:
    return [target_of(link) for link in links] == ["E/RES/2010/10", "E/RES/2010/11"]


def has_date(links: list[Link]) -> bool:
    return target_of(links[0]) == "A/RES/60/1" and date_of(links[0]) == DATE


def has_han_date(links: list[Link]) -> bool:
    return [(target_of(link), date_of(link)) for link in links] == [("A/RES/60/1", "2005-03-03")]


def has_no_date(links: list[Link]) -> bool:
    return [(target_of(link), date_of(link)) for link in links] == [("A/RES/60/1", "")]


def has_number(links: list[Link]) -> bool:
    return [target_of(link) for link in links] == ["A/RES/60/1"]


def has_three_letters(links: list[Link]) -> bool:
    return [target_of(link) for link in links] == [f"A/RES/53/243{letter}" for letter in "ABC"]


def has_two_letters(links: list[Link]) -> bool:
    return [target_of(link) for link in links] == [f"A/RES/53/243{letter}" for letter in "AB"]


def has_act_of_a_date(links: list[Link]) -> bool:
    return [date_of(link) for link in links] == [DATE]


def has_subject(links: list[Link]) -> bool:
    subject = getattr(links[0].mention.value, "subject", None)
    return subject is not None and subject.head == "council"


def has_relative(links: list[Link]) -> bool:
    return has_subject(links) and getattr(links[0].mention.value, "relative", False)


def has_possessive(links: list[Link]) -> bool:
    return has_number(links) and getattr(links[0].mention.value, "possessive", False)


PROMISES: dict[str, Callable[[list[Link]], bool]] = {
    "listed": has_two_numbers,
    "dated": has_date,
    "other-date": has_no_date,
    "when": has_no_date,
    "bracket": has_number,
    "range": has_three_letters,
    "and-letter": has_two_letters,
    "of-date": has_act_of_a_date,
    "article": has_subject,
    "relative": has_relative,
    "within": has_possessive,
    "about": has_number,
    "about-after": has_number,
}


def keeps_promise(row: Row, column: str) -> bool:
    """Whether the text in *column* is read as the kind of *row* promises."""
    han_date = (row["language"], row["kind"]) == ("zh", "dated")
    promise = has_han_date if han_date else PROMISES[row["kind"]]
    document = make_document(row[column], language=row["language"], organ="ga")
    links = list(link_citations(document, match_citations(document)))
    return bool(links) and promise(links)


def _clear() -> None:
    for cached in (
        vocabulary.load_words, vocabulary.any_of, lists.is_list_gap, lists.single_words,
        lists._in_brackets, lists._more_letters, list_cues.bare_number, list_cues._next_bare,
        list_cues.governed, list_cues.function_words, list_dates.is_date_gap,
        list_dates._date_words,
    ):  # fmt: skip
        cached.cache_clear()
    for name in vars(beside_pinpoints):
        clear = getattr(getattr(beside_pinpoints, name), "cache_clear", None)
        if clear is not None and name != "load_table":
            clear()


@contextmanager
def rows_of_kind(row: Row, kept: tuple[Row, ...]) -> Iterator[None]:
    """The table with no rows of the language and kind of *row* but *kept*."""
    load = vocabulary.load_table
    kinds = READ_TOGETHER.get(row["kind"], {row["kind"]})
    if row["language"] == "zh":
        kinds = {row["kind"]}

    def load_less(name: str) -> tuple[Row, ...]:
        found = load(name)
        if name != TABLE:
            return tuple(found)
        return tuple(
            other
            for other in found
            if other["language"] != row["language"] or other["kind"] not in kinds or other in kept
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "load_table", load_less)
        _clear()
        try:
            yield
        finally:
            _clear()


def beside(row: Row) -> tuple[Row, ...]:
    """The plain "and" of the language, which "and of the" needs."""
    if row["kind"] != "listed":
        return ()
    first = next(o for o in ROWS if (o["language"], o["kind"]) == (row["language"], "listed"))
    return () if first == row else (first,)


def test_every_kind_has_a_promise() -> None:
    assert {row["kind"] for row in ROWS} == set(PROMISES)
    assert len({(row["language"], row["kind"], row["form"]) for row in ROWS}) == len(ROWS)


def identify(row: Row) -> str:
    return f"{row['language']}-{row['kind']}-{row['form']}"


@pytest.mark.parametrize("row", ROWS, ids=identify)
def test_the_example_is_read_by_its_row(row: Row) -> None:
    assert row["form"] in row["example"]
    assert keeps_promise(row, "example")
    with rows_of_kind(row, (*beside(row), row)):
        assert keeps_promise(row, "example"), "the row alone does not read its example"
    with rows_of_kind(row, beside(row)):
        assert not keeps_promise(row, "example"), "the example is read without the row"


@pytest.mark.parametrize("row", ROWS, ids=identify)
def test_the_counter_example_is_not_read_so(row: Row) -> None:
    assert row["counter_example"]
    assert not keeps_promise(row, "counter_example")
