"""The date of an event: behind its words, else in front of its clause; a day or a stretch of days.

"from 5 to 9 May 1995" · "between 28 June and 2 July 2010" · "on 10 and 11 November 2011" ·
"(4-15 March 2002)" · "from 28 December 2009 to 5 January 2010" · "in the first half of March 2012".
"""

from __future__ import annotations

from collections.abc import Mapping

from ungraph.errors import IdentifierError
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.moments import fronted_tokens
from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.extractors.slots import clause_start
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.vocabulary import load_vocabulary
from ungraph.model.assertion import EventType
from ungraph.model.span import Span

__all__ = ["find_date", "find_held", "read_stretch"]

_GOVERNORS = frozenset("on in of for from to ( until during between around".split())
_FRONTING = frozenset("on in from during between".split())
_AND = frozenset({"to", "and", "-", "–", "—", "until"})
_HELD = frozenset("held convened organized organised hosted place scheduled planned met".split())
_BREAKS = frozenset("that see document".split())
_FAR = 34
Stretch = tuple[PartialDate, PartialDate | None, int, int]


def read_stretch(parsed: ParsedSentence, i: int) -> Stretch | None:
    """First day, last day if there is another, and the tokens (first, end) of the date at *i*."""
    filler = parsed.fillers[i]
    if filler is None or filler.date is None:
        return None
    date = filler.date
    if filler.until is not None:
        return date, filler.until, i, i + 1
    last = _second_date(parsed, i)
    if last is not None:
        other = parsed.fillers[last]
        if other is not None and other.date is not None:
            if filler.leans_on is not None and other.leans_on is None:
                date = _before(date, other.date)
            if date.earliest < other.date.earliest:
                return date, other.date, i, last + 1
    first = _first_day(parsed, i, date)
    if first is not None:
        return first[0], date, first[1], i + 1
    return date, None, i, i + 1


def _before(date: PartialDate, last: PartialDate) -> PartialDate:
    """ "28 February to 2 March 2022": the year is that of the full date beside it."""
    if date.month is None or last.month is None or date.day is None:
        return date
    year = last.year - (date.month > last.month)
    try:
        return PartialDate(year, date.month, date.day)
    except IdentifierError:
        return date


def _second_date(parsed: ParsedSentence, i: int) -> int | None:
    """ "from 28 December 2009 to 5 January 2010": the token of the second date."""
    joined = parsed.word(i + 1) in _AND and parsed.code(i + 2) == DATE
    return i + 2 if joined and parsed.word(i - 1) in {"from", "between", "("} else None


def _first_day(parsed: ParsedSentence, i: int, last: PartialDate) -> tuple[PartialDate, int] | None:
    """ "5 to 9 May 1995", "28 June and 2 July 2010", "3, 4 and 5 May": the day before the last."""
    if parsed.word(i - 1) not in _AND or last.month is None:
        return None
    word = parsed.word(i - 2)
    month = _months().get(word)
    if month is not None and parsed.word(i - 1) == "and" and parsed.word(i - 4) == "on":
        return None  # "on 13 August and 17 September": two days, no stretch
    if month is not None and month != last.month:
        year = last.year if month < last.month else last.year - 1
        number = parsed.word(i - 3)
        if last.day is None:
            return PartialDate(year, month), i - 2
        return _day(year, month, number, i - 3)
    if last.day is None:
        return None
    k = i - 2
    while parsed.word(k - 1) == "," and parsed.word(k - 2).isdigit():
        k -= 2
    found = _day(last.year, last.month, parsed.word(k), k)
    return found if found is not None and (found[0].day or 0) < last.day else None


def _day(year: int, month: int, number: str, place: int) -> tuple[PartialDate, int] | None:
    if not number.isdigit() or len(number) > 2:
        return None
    try:
        return PartialDate(year, month, int(number)), place
    except IdentifierError:
        return None


def _months() -> Mapping[str, int]:
    return load_vocabulary("en").months


def find_date(draft: EventDraft, verb: int, after: int, limit: int, front: int) -> None:
    """Set the date of *draft* from *after* to *limit*, else from the front of the clause of *verb*.

    A date behind *front*, where the first event of the sentence stands, is that one's.
    """
    parsed = draft.parsed
    named = _year_before(parsed, draft.head) if draft.event_type is EventType.CONFERENCE else None
    if named is not None:
        draft.date = named[0]
        return
    chosen = _behind(draft, verb, after, limit)
    if chosen is None:
        chosen = _after_held(parsed, after, limit)
    if chosen is None:
        start = clause_start(parsed, verb)
        if parsed.word(start - 1) == "where":
            start = clause_start(parsed, start - 1)
        chosen = _in_front(draft, start, min(verb, front))
    stretch = read_stretch(parsed, chosen) if chosen is not None else None
    if stretch is None:
        stretch = _year_beside(parsed, draft.head, after)
    if stretch is None:
        return
    draft.date, draft.until, first, last = stretch
    filler = parsed.fillers[chosen] if chosen is not None else None
    if filler is not None and filler.leans_on is not None and last == (chosen or 0) + 1:
        draft.leans_on = filler.leans_on
    start, end = parsed.starts[first], parsed.ends[last - 1]
    evidence = draft.evidence[0]
    if evidence.end <= start < evidence.end + 120:
        draft.evidence[0] = Span(evidence.start, end)
    elif end <= evidence.start:
        draft.evidence.append(Span(start, end))


def _year_beside(parsed: ParsedSentence, head: int, after: int) -> Stretch | None:
    """ "the World Summit for Children (1990)", "the 1995 Review Conference"."""
    if parsed.code(after) == "(" and parsed.code(after + 2) == ")":
        if _is_year(parsed.word(after + 1)):
            return PartialDate(int(parsed.words[after + 1])), None, after + 1, after + 2
    return _year_before(parsed, head)


def _year_before(parsed: ParsedSentence, head: int) -> Stretch | None:
    """ "the 2005 World Summit"."""
    for i in range(head - 1, max(-1, head - 5), -1):
        if parsed.codes[i] not in {"W", "w", "#", AGENT}:
            break
        if parsed.codes[i] == "#" and _is_year(parsed.words[i]):
            if parsed.code(i - 1) == "W":
                return None  # "the Education 2030 meeting"
            return PartialDate(int(parsed.words[i])), None, i, i + 1
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}


def _after_held(parsed: ParsedSentence, after: int, limit: int) -> int | None:
    """ "…, organized by the Institute and held in Rome on 5 May 2001": the token of the date."""
    held = find_held(parsed, after, limit)
    if held is None:
        return None
    for i in range(held + 1, min(limit, held + 14)):
        if parsed.codes[i] == DATE and _governed(parsed, i):
            return i
        if parsed.codes[i] in {";", "r", "m"}:
            return None
    return None


def _behind(draft: EventDraft, verb: int, after: int, limit: int) -> int | None:
    parsed = draft.parsed
    for i in range(after, min(limit, after + _FAR)):
        code, word = parsed.codes[i], parsed.words[i]
        if code == DATE:
            if _governed(parsed, i) and (parsed.word(i - 1) != "of" or i - 1 <= after):
                return i  # "his mission of June 2004"; not "resolution 71/1 of 30 August 2016"
            if parsed.word(i - 1) not in {","}:
                return None
            continue
        if code == "r" and word == "which" and _was_held(parsed, i + 1):
            continue
        if code in {"r", ";", "m"} and not _was_held(parsed, i) or word in _BREAKS:
            return None
        if code == "x" and verb < after and word not in {"be", "been"} and not _was_held(parsed, i):
            return None
        if word == "to" and parsed.code(i + 1) == "w" and parsed.word(i + 1) != "take":
            return None  # "the summit to direct the Front to enter into talks by 30 May"
        if word == "," and not _goes_on(parsed, i):
            return None
    return None


def _was_held(parsed: ParsedSentence, i: int) -> bool:
    """ "was held", "will be organized", "took place" from token *i* on."""
    while parsed.code(i) in {"x", "m", "v"}:
        i += 1
    return parsed.word(i) in _HELD or parsed.word(i) in {"took", "take"}


def _governed(parsed: ParsedSentence, i: int) -> bool:
    before = parsed.word(i - 1)
    if before in _GOVERNORS:
        return True
    if before in _AND:
        return parsed.word(i - 2).isdigit() or parsed.word(i - 2) in _months()
    if before in {"early", "late", "mid"}:
        return True
    return parsed.code(i - 1) == "(" or before in {"half", "end", "beginning"}


def _goes_on(parsed: ParsedSentence, comma: int) -> bool:
    """Whether the phrase of an event goes on behind a comma: ", held in …", ", China, from …"."""
    nxt = parsed.word(comma + 1)
    if parsed.code(comma + 1) == "v" or nxt in {"held", "from", "on", "which", "organized", "in"}:
        return True
    if nxt in {"to", "at"} or nxt == "hosted" or nxt == "convened":
        return True
    k = comma + 1
    while parsed.code(k) in {"W", AGENT} and k < comma + 7:
        k += 1
    return k > comma + 1 and (parsed.word(k) in {",", "on", "from", "in"})


def _in_front(draft: EventDraft, start: int, verb: int) -> int | None:
    parsed = draft.parsed
    chosen: int | None = None
    for i in fronted_tokens(parsed, start, verb, DATE):
        stretch = read_stretch(parsed, i)
        place = stretch[2] if stretch is not None else i
        if parsed.word(i - 1) in _FRONTING:
            place = i
        if parsed.word(place - 1) in _FRONTING and _opens(parsed, start, place - 1):
            chosen = i
    if chosen is not None and _second_date_before(parsed, chosen):
        return chosen - 2
    return chosen


def _opens(parsed: ParsedSentence, start: int, governor: int) -> bool:
    """Whether the phrase of the date stands in front of the verb or beside its subject."""
    if any(parsed.codes[k] in {"x", "m"} for k in range(start, governor)):
        return False
    return _HELD.isdisjoint(parsed.words[start:governor])


def _second_date_before(parsed: ParsedSentence, i: int) -> bool:
    return parsed.code(i - 2) == DATE and _second_date(parsed, i - 2) == i


def find_held(parsed: ParsedSentence, after: int, limit: int) -> int | None:
    """The token of "held" or its like that says when and where: "…, held in Geneva from …"."""
    for i in range(after, min(limit, after + 60)):
        word = parsed.words[i]
        if word in _HELD and parsed.word(i + 1) in {"in", "at", "on", "from", "under"}:
            return i
        if parsed.codes[i] == ";":
            return None
    return None
