"""The date of an event: behind its words, else in front of its clause; a day or a stretch of days.

"from 5 to 9 May 1995" · "between 28 June and 2 July 2010" · "on 10 and 11 November 2011" ·
"(4-15 March 2002)" · "from 28 December 2009 to 5 January 2010" · "in the first half of March 2012".
"""

from __future__ import annotations

from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.event_stretches import (
    MONTH_JOINTS,
    Stretch,
    month_names,
    read_hyphenated,
    read_stretch,
    second_date,
)
from ungraph.extractors.moments import fronted_tokens
from ungraph.extractors.parsing import AGENT, CITATION, DATE, ParsedSentence
from ungraph.extractors.slots import clause_start
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import EventType
from ungraph.model.span import Span

__all__ = ["find_date", "find_held"]

_GOVERNORS = frozenset("on in of for from to ( until during between around".split())
_FRONTING = frozenset("on in from during between".split())
_HELD = frozenset("held convened organized organised hosted place scheduled planned met".split())
_HOSTED = frozenset(
    "hosted chaired co-chaired co-hosted co-organized co-organised jointly-organized".split()
)
_BREAKS = frozenset("that see document".split())
_TOWARDS = frozenset(
    "right rights access respect regard relation approach relating threats barriers contribution".split()
)
_SUBJECT = frozenset({"h", "d", AGENT})
_FAR = 34
_HELD_REACH = 30  # "hosted by the Government of Utopia in Rome in May 2001"
_TAIL = frozenset({"in", "at", "on", "from", "under", "by"})
_SINCE = frozenset("since after following when as while before until prior where once".split())


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
    if chosen is None:
        chosen = _before_subject(parsed, verb)
    stretch = read_stretch(parsed, chosen) if chosen is not None else None
    if stretch is None:
        stretch = _hyphenated(draft, verb, after, limit)
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
    for i in range(held + 1, min(limit, held + _HELD_REACH)):
        if parsed.codes[i] == DATE and _governed(parsed, i):
            return i
        if parsed.codes[i] in {";", "r", "m"}:
            return None
    return None


def _behind(draft: EventDraft, verb: int, after: int, limit: int) -> int | None:
    parsed = draft.parsed
    for i in range(after, min(limit, after + _FAR)):
        code, word = parsed.codes[i], parsed.words[i]
        if parsed.depth[i] > parsed.depth[draft.head] and code != DATE:
            continue  # "(Geneva, 15-16 March 1997)"
        if code == DATE and parsed.depth[i] > parsed.depth[draft.head]:
            if _closes(parsed, i):
                return i
            continue
        if code == DATE:
            if _governed(parsed, i) and (parsed.word(i - 1) != "of" or i - 1 <= after):
                return i  # "his mission of June 2004"; not "resolution 71/1 of 30 August 2016"
            if parsed.word(i - 1) not in {","}:
                return None
            continue
        if code == "#" and parsed.word(i + 1) == "which" and parsed.word(i - 1) == ",":
            continue
        if code == "r" and word == "which" and _was_held(parsed, i + 1):
            continue
        if code in {"r", ";", "m"} and not _was_held(parsed, i) or word in _BREAKS:
            return None
        if code == "x" and verb < after and word not in {"be", "been"} and not _was_held(parsed, i):
            return None
        if (
            word == "to"
            and parsed.code(i + 1) == "w"
            and parsed.word(i + 1) != "take"
            and parsed.word(i - 1) not in _TOWARDS
        ):
            return None  # "the summit to direct the Front to enter into talks by 30 May"
        if word == "," and not _goes_on(parsed, i) or code == "c" and parsed.code(i + 1) == ",":
            return None
    return None


def _hyphenated(draft: EventDraft, verb: int, after: int, limit: int) -> Stretch | None:
    """ "on 15-16 March 1997", "(Geneva, 15-16 March 1997)" behind the event or in front of it."""
    parsed = draft.parsed
    start = clause_start(parsed, verb)
    for i in (*range(after, min(limit, after + _FAR)), *range(start, min(start + 3, verb))):
        stretch = read_hyphenated(parsed, i) if parsed.codes[i] == "#" else None
        if stretch is not None:
            inside = parsed.depth[i] > parsed.depth[draft.head]
            if inside or parsed.word(i - 1) in _GOVERNORS:
                return stretch
    return None


def _closes(parsed: ParsedSentence, i: int) -> bool:
    """Whether the date stands in a bracket behind its place, and ends it: "(Geneva, 5 May 1997)"."""
    k = i - 1
    while parsed.codes[k] in {"#", "-", "–"} or parsed.words[k] in {"and", "to"}:
        k -= 1
    if parsed.codes[k] == "(" and parsed.code(k - 1) in {"#", CITATION}:
        return False  # "resolution 1373 (28 September 2001)"
    return parsed.code(i + 1) == ")" and parsed.codes[k] in {",", "(", "p", "W"}


def _was_held(parsed: ParsedSentence, i: int) -> bool:
    """ "was held", "will be organized", "took place" from token *i* on."""
    while parsed.code(i) in {"x", "m", "v"}:
        i += 1
    return parsed.word(i) in _HELD or parsed.word(i) in {"took", "take", "set", "conducted"}


def _governed(parsed: ParsedSentence, i: int) -> bool:
    before = parsed.word(i - 1)
    if before in _GOVERNORS:
        return True
    if before in MONTH_JOINTS:
        return parsed.word(i - 2).isdigit() or parsed.word(i - 2) in month_names()
    if before in {"early", "late", "mid"}:
        return True
    bracketed = parsed.code(i - 1) == "(" and parsed.code(i - 2) not in {"#", CITATION}
    return bracketed or before in {"half", "end", "beginning"}


def _goes_on(parsed: ParsedSentence, comma: int) -> bool:
    """Whether the phrase of an event goes on behind a comma: ", held in …", ", China, from …"."""
    if parsed.code(comma + 1) == "#" and parsed.code(comma + 2) == "r":
        comma += 1  # the number of a footnote
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


def _before_subject(parsed: ParsedSentence, verb: int) -> int | None:
    """ "… in Paris and, from 22 to 24 March 2011, he participated in": the token of the date."""
    for i in range(verb - 1, max(0, verb - 14), -1):
        if parsed.codes[i] in {"x", "m", ";", "r"}:
            return None
        if parsed.codes[i] == DATE:
            stretch = read_stretch(parsed, i)
            if stretch is None or parsed.code(i + 1) != "," or parsed.code(i + 2) not in _SUBJECT:
                return None
            place = stretch[2] - 1
            fronted = parsed.word(place) in _FRONTING and parsed.code(place - 1) in {",", "c"}
            return i if fronted else None
    return None


def _opens(parsed: ParsedSentence, start: int, governor: int) -> bool:
    """Whether the phrase of the date stands in front of the verb or beside its subject."""
    if start < governor and parsed.words[start] in _SINCE:
        return False  # "Since he submitted his report in February 2005, he has undertaken"
    if any(parsed.codes[k] in {"x", "m"} for k in range(start, governor)):
        return False
    return _HELD.isdisjoint(parsed.words[start:governor])


def _second_date_before(parsed: ParsedSentence, i: int) -> bool:
    return parsed.code(i - 2) == DATE and second_date(parsed, i - 2) == i


def find_held(parsed: ParsedSentence, after: int, limit: int) -> int | None:
    """The token of "held" or its like that says when and where: "…, held in Geneva from …"."""
    for i in range(after, min(limit, after + 60)):
        word = parsed.words[i]
        if (word in _HELD or word in _HOSTED) and parsed.word(i + 1) in _TAIL:
            return i
        relative = parsed.codes[i] == "r" or word == "that"
        far = relative and i > after + 1 and parsed.code(i - 1) not in {",", "p"}
        if parsed.codes[i] == ";" or far:
            return None  # "the massacre that took place in Arcadia"
    return None
