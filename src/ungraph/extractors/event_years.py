"""Days said without their year: "On 24 February, the expert attended" → the last such day before.

The year is that of a full date earlier in the sentence, else the one that lets the days of a list
follow one another up to the day the document was written. It is told as an inference.
"""

from __future__ import annotations

from collections.abc import Sequence

from ungraph.extractors.event_chains import chain_years, said_before
from ungraph.extractors.event_dates import find_held
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.parsing import DATE, ParsedSentence
from ungraph.extractors.slots import clause_start
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.vocabulary import load_vocabulary
from ungraph.model.assertion import EventStatus, Inference
from ungraph.model.document import Document

__all__ = ["YearGiver", "find_yearless", "read_days"]

_AND = frozenset({"to", "and", "-", "–", "—"})
_FRONT = frozenset({"on", "from", "between", "in", "during", "("})
_LEANS = "the year of the date before it in the paragraph"
_BEHIND = 14
_FAR = 34  # behind "held", "hosted by"
Day = tuple[int, int | None]
Days = tuple[Day, Day | None, int, int]  # first and last day; tokens from the preposition on


def find_yearless(draft: EventDraft, after: int, limit: int) -> None:
    """Keep the day and month said of *draft* without a year, from its clause's front or behind it."""
    parsed = draft.parsed
    if draft.date is not None:
        return
    held = find_held(parsed, after, limit)
    for i in range(held + 1, min(limit, held + _FAR)) if held is not None else ():
        found = read_days(parsed, i)
        if found is not None and found[0][1] is not None:
            _keep(draft, found)
            return
    start = clause_start(parsed, draft.head)
    for i in range(start, min(start + 8, draft.head)):
        found = read_days(parsed, i)
        if found is not None:
            _keep(draft, found)
            return
        if parsed.codes[i] in {"x", "A", "h"}:
            break
        if parsed.codes[i] == "w" and parsed.words[i].endswith("ed"):
            break  # "As suggested by the declaration issued on 26 June"
    quoted = False
    for i in range(after, min(limit, after + _FAR)):
        code = parsed.codes[i]
        if code == '"':
            quoted = not quoted
        if quoted:
            continue
        found = read_days(parsed, i)
        if found is not None:
            _keep(draft, found)
            return
        if code in {";", "r", "x", ","} and parsed.code(i + 1) != '"' or i >= after + _BEHIND:
            if parsed.code(i + 1) != "(" and parsed.words[i : i + 2] != [",", "in"]:
                return


def _keep(draft: EventDraft, found: Days) -> None:
    draft.yearless = found[0], found[1]
    draft.evidence.append(draft.parsed.span_of(found[2], found[3]))


def read_days(parsed: ParsedSentence, i: int) -> Days | None:
    """The days at the preposition *i*: "on 5 May", "from 9 to 12 March", "28 June and 2 July",
    or in the bracket there: "(15-25 March)"."""
    found = _read(parsed, i)
    if parsed.words[i] != "(":
        return found
    return found if found is not None and parsed.code(found[3]) == ")" else None


def _read(parsed: ParsedSentence, i: int) -> Days | None:
    if parsed.words[i] not in _FRONT:
        return None
    first, second = parsed.word(i + 1), parsed.word(i + 3)
    ends = first.split("-")
    if len(ends) == 2 and all(map(_is_day, ends)):
        month = _month(parsed, i + 2)
        if month is not None and parsed.code(i + 3) not in {"#", DATE}:
            return (month, int(ends[0])), (month, int(ends[1])), i, i + 3
    month = _month(parsed, i + 2)
    if not _is_day(first):
        month = _month(parsed, i + 1)
        whole = parsed.words[i] in {"in", "during"} and month is not None
        if whole and month is not None and parsed.code(i + 2) in {",", "p", ".", "c", ";"}:
            return (month, None), None, i, i + 2
        return None
    if month is not None:
        last = _month(parsed, i + 5)
        if second in _AND and _is_day(parsed.word(i + 4)) and last is not None:
            return (month, int(first)), (last, int(parsed.word(i + 4))), i, i + 6
        if parsed.code(i + 3) == "#" or parsed.code(i + 3) == DATE:
            return None
        return (month, int(first)), None, i, i + 3
    if parsed.word(i + 2) in _AND and _is_day(second):
        month = _month(parsed, i + 4)
        if month is not None and parsed.code(i + 5) != "#":
            return (month, int(first)), (month, int(second)), i, i + 5
    return None


def _is_day(word: str) -> bool:
    return word.isdigit() and 0 < int(word) <= 31


def _month(parsed: ParsedSentence, i: int) -> int | None:
    if parsed.code(i) not in {"W", "m"}:  # "may" is a modal too
        return None
    return load_vocabulary("en").months.get(parsed.word(i))


class YearGiver:
    """Gives the days of one document their years; *drafts* are its events in their order."""

    def __init__(self, document: Document, drafts: Sequence[EventDraft]) -> None:
        self._document = document
        self._years = chain_years(document, drafts)

    def settle(self, draft: EventDraft) -> None:
        """Date *draft* by the day and month it was told with."""
        if draft.date is not None and draft.leans_on is not None:
            words = (self._document.view.to_text(draft.leans_on),)
            held = draft.status is EventStatus.HELD
            about = "ung:heldOn" if held else "ung:scheduledFor"
            draft.inferences.append(Inference(about, _LEANS, 0.8, words))
        if draft.yearless is None or draft.date is not None:
            return
        said = said_before(draft)
        (month, day), last = draft.yearless
        if said is not None:
            year, reason = said, "the year of a date before it in the sentence"
        elif id(draft) in self._years:
            year = self._years[id(draft)]
            reason = "the year that the days told before and after it leave"
        else:
            return
        draft.date = _date(year, month, day)
        if last is not None:
            draft.until = _date(year + (last[0] < month), last[0], last[1])
        if draft.date is not None:
            words = (self._document.view.to_text(draft.evidence[-1]),)
            draft.inferences.append(Inference("ung:heldOn", reason, 0.8, words))


def _date(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
