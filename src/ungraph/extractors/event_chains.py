"""The years of days told without one in a list of activities, by the days before and after.

Lists tell their days in order: "On 21 May", "In June", "On 19 January 2014". The last one was
before the document was written, each other one not after the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ungraph.extractors.event_context import issued_before
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.parsing import DATE
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import EventStatus
from ungraph.model.document import Document

__all__ = ["chain_years", "said_before"]

_GAP = 6  # blocks that a list may leave out between two of its days
_MONTH = 31
_YEAR = 12 * _MONTH
_SLACK = 45  # days that a list may step back
_LONGEST = 2 * _YEAR  # a full date further back is no member of the list


def chain_years(document: Document, drafts: Sequence[EventDraft]) -> dict[int, int]:
    """The year of each of *drafts* (by its ``id``) that was held on a day told without one."""
    before = issued_before(document)
    limit = _number(before) if before is not None else None
    years: dict[int, int] = {}
    for chain in _chains(document, drafts):
        _count_back(chain, limit, years)
        _count_on(chain, limit, years)
    return years


def said_before(draft: EventDraft) -> int | None:
    """The year of the last full date that the sentence tells before the words of the event."""
    parsed = draft.parsed
    for i in range(draft.head, -1, -1):
        filler = parsed.fillers[i]
        if filler is not None and filler.code == DATE and filler.date is not None:
            return filler.date.year
    return None


def _chains(document: Document, drafts: Iterable[EventDraft]) -> Iterator[list[EventDraft]]:
    order = {b.fragment: (i, b.parent) for i, b in enumerate(document.blocks)}
    chain: list[EventDraft] = []
    last: tuple[int, str | None] | None = None
    for draft in drafts:
        if draft.status is not EventStatus.HELD:
            continue
        if draft.yearless is None and (draft.date is None or draft.date.month is None):
            continue
        here = order.get(draft.parsed.sentence.block.fragment, (0, None))
        if last is not None and (here[1] != last[1] or here[0] - last[0] > _GAP):
            yield chain
            chain = []
        chain.append(draft)
        last = here
    if chain:
        yield chain


def _count_back(chain: list[EventDraft], limit: int | None, years: dict[int, int]) -> None:
    following = limit
    for draft in reversed(chain):
        fixed = _fixed(draft)
        if fixed is not None:
            far = following is not None and following - fixed > _LONGEST
            if not far and (limit is None or fixed <= limit):
                following = fixed
            continue
        if following is None or draft.yearless is None:
            continue
        year = _last_before(draft.yearless[0], following + (_SLACK if following != limit else 0))
        if limit is not None and _place(year, draft.yearless[0]) > limit:
            year -= 1
        years[id(draft)] = year
        following = _place(year, draft.yearless[0])


def _count_on(chain: list[EventDraft], limit: int | None, years: dict[int, int]) -> None:
    """Move on what would lie before a full date told before it."""
    reached: int | None = None
    for draft in chain:
        fixed = _fixed(draft)
        if fixed is not None:
            if limit is None or limit - _LONGEST <= fixed <= limit:
                reached = fixed
            continue
        if reached is None or draft.yearless is None:
            continue
        year = years.get(id(draft))
        if year is None or _place(year, draft.yearless[0]) < reached - _SLACK:
            year = _first_after(draft.yearless[0], reached - _SLACK)
            if limit is None or _place(year, draft.yearless[0]) <= limit:
                years[id(draft)] = year
        reached = max(reached, _place(years.get(id(draft), year), draft.yearless[0]))


def _fixed(draft: EventDraft) -> int | None:
    if draft.date is not None:
        return _number(draft.date)
    said = said_before(draft)
    if said is None or draft.yearless is None:
        return None
    return _place(said, draft.yearless[0])


def _number(date: PartialDate) -> int:
    return _place(date.year, (date.month or 12, date.day))


def _place(year: int, day: tuple[int, int | None]) -> int:
    return year * _YEAR + day[0] * _MONTH + (day[1] or 1)


def _last_before(day: tuple[int, int | None], reached: int) -> int:
    year = reached // _YEAR
    return year if _place(year, day) <= reached else year - 1


def _first_after(day: tuple[int, int | None], reached: int) -> int:
    year = reached // _YEAR
    while _place(year, day) < reached:
        year += 1
    return year
