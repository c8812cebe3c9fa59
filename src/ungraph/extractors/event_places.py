"""Where an event takes place: "held in Geneva", "in Salvador de Bahia, Brazil", "In New York, he met".

A topic is no place: in "a workshop on disappearances in Chad" nothing says where it was held.
"""

from __future__ import annotations

from ungraph.extractors.event_dates import find_held
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import clause_start
from ungraph.model.assertion import AgentKey, AgentKind, Text

__all__ = ["find_place", "read_place"]

_PARTICLES = frozenset("de da do la las los el al of ul".split())
_NO_PLACES = frozenset(
    "part annex section chapter article articles rule paragraph paragraphs table volume appendix "
    "english french spanish arabic chinese russian accordance principle january february march "
    "april may june july august september october november december resolution decision phase "
    "item items stage group mr ms mrs dr committee commission council government working charter "
    "africa europe asia america americas oceania caribbean latin middle central eastern western "
    "southern northern south north east west "
    "guideline guidelines sustainable human law step agenda a b c i ii iii iv v".split()
)
_TOPIC = frozenset("on regarding concerning about for against entitled theme titled to".split())
_AFTER_PLACE = frozenset({",", ".", ";", "p", "c", "r", ")", "(", "", DATE, "x", "#", "v", '"'})
_CARRIED = frozenset(
    "organized organised hosted held with convened where attended by chaired co-chaired co-hosted "
    "co-organized sponsored".split()
)
_REACH = 22
_FAR = 34
Place = AgentKey | Text
Found = tuple[tuple[Place, ...], int, int]  # the places, and the tokens of their words


def find_place(draft: EventDraft, verb: int, after: int, limit: int, actors: Actors) -> None:
    """Set the places of *draft*, unless it has some: behind its words, else in front of the clause."""
    if draft.places:
        return
    parsed = draft.parsed
    found = (
        _behind(parsed, after, limit, actors)
        or _past_topic(draft, after, limit, actors)
        or _in_front(parsed, verb, actors)
    )
    if found is not None:
        draft.places, first, last = found
        draft.evidence.append(parsed.span_of(first, last))


def _behind(parsed: ParsedSentence, after: int, limit: int, actors: Actors) -> Found | None:
    for i in range(after, min(limit, after + _REACH)):
        word, code = parsed.words[i], parsed.codes[i]
        if code == "(":
            bracketed = _in_bracket(parsed, i, actors)
            if bracketed is not None:
                return bracketed
        if word in {"in", "at"} and code == "p":
            found = read_place(parsed, i + 1, limit, actors, institutions=word == "at")
            if found is not None:
                return found
        if word in _TOPIC or code in {"r", ";", "m", '"'}:
            break
        if code == "x" and word not in {"be", "been", "was", "were"}:
            break
    held = find_held(parsed, after, limit)
    if held is None:
        return None
    for i in range(held + 1, min(limit, held + 30)):
        if parsed.words[i] in {"in", "at"}:
            found = read_place(parsed, i + 1, limit, actors, institutions=True)
            if found is not None:
                return found
        if parsed.codes[i] in {";", "r"} or parsed.words[i] in _TOPIC - {"to"}:
            named = parsed.code(i - 1) == "W" and parsed.code(i + 1) in {"W", "d", AGENT}
            if not named and parsed.code(i + 1) not in {DATE, "#"}:
                break  # unless inside a name: "the Academy for Educational Research"
    return None


def _in_bracket(parsed: ParsedSentence, i: int, actors: Actors) -> Found | None:
    """ "(Geneva, 15-16 March 1997)", "(University of Utopia, Arcadia)": a place and a day or State."""
    end = next((k for k in range(i + 1, min(len(parsed), i + 14)) if parsed.codes[k] == ")"), None)
    found = read_place(parsed, i + 1, end, actors) if end is not None else None
    if found is None or end is None:
        return None
    dated = parsed.codes[end - 1] in {DATE, "#"} and parsed.code(found[2]) == ","
    return found if dated or len(found[0]) > 1 and found[2] == end else None


def _past_topic(draft: EventDraft, after: int, limit: int, actors: Actors) -> Found | None:
    """ "a workshop on education in Algiers, hosted by": a topic may hold a place, so only a city that
    a host or a day follows, or with which the name of the event or a list of events goes on."""
    parsed = draft.parsed
    last: Found | None = None
    for i in range(after, min(limit, after + _FAR)):
        if parsed.codes[i] in {"r", ";", "m", "x", '"'}:
            break
        bracketed = _in_bracket(parsed, i, actors) if parsed.codes[i] == "(" else None
        if bracketed is not None:
            return bracketed
        if parsed.words[i] != "in" or parsed.code(i + 1) != "W":
            continue
        found = read_place(parsed, i + 1, limit, actors)
        if found is None or all(actors.is_common(w) for w in parsed.words[i + 1 : found[2]]):
            continue
        end = found[2]
        told = parsed.word(end) in _CARRIED or _is_day(parsed, end)
        behind = end + 2 if parsed.word(end + 1) == "which" else end
        told = (
            told
            or parsed.word(end) == ","
            and (parsed.word(end + 1) in _CARRIED or parsed.word(behind + 1) in _CARRIED)
        )
        listed = parsed.code(end) == ";" or end >= limit or parsed.code(end) == "."
        if told or listed and (bool(draft.name) or last is not None or parsed.code(end) == ";"):
            return found
        last = found
    return None


def _is_day(parsed: ParsedSentence, i: int) -> bool:
    """Whether a date begins at *i*: "in May 2001", "on 5 May", ", from 5 to 9 May"."""
    if parsed.word(i) == ",":
        i += 1
    return parsed.word(i) in {"on", "in", "from"} and parsed.code(i + 1) in {DATE, "#"}


def _in_front(parsed: ParsedSentence, verb: int, actors: Actors) -> Found | None:
    """ "In New York, the expert met", "… gave two presentations in Port Vila, Vanuatu, at"."""
    start = clause_start(parsed, verb)
    if parsed.word(start) == "also":
        start += 1
    for i in range(start, min(verb, start + 9)):
        if parsed.codes[i] == DATE and parsed.word(i + 1) == "in":
            start = i + 1  # "On 1 March 2011 in New York, the expert participated"
            break
        if parsed.codes[i] not in {"p", "#", "c", "W", "-"}:
            break
    if parsed.word(start) not in {"in", "at"} or start >= verb:
        return None
    found = read_place(parsed, start + 1, verb, actors)
    return found if found is not None and parsed.word(found[2]) == "," else None


def read_place(
    parsed: ParsedSentence, first: int, limit: int, actors: Actors, *, institutions: bool = False
) -> Found | None:
    """The place named from *first* on, with its tokens: a city and its State, a State, a building."""
    i = first
    if parsed.word(i) in {"the", "both"}:
        i += 1
        if parsed.word(i - 2) == "in" and parsed.code(i) == "W" and parsed.word(i) != "hague":
            return None  # "in the Criminal Sciences"
    places: list[Place] = []
    begin = i
    if parsed.code(i) == AGENT:
        state = _state(parsed, i, actors, institutions=institutions)
        if state is None:
            return None
        return (state,), begin, i + 1
    end = _name(parsed, i, limit)
    if end == i or parsed.words[i] in _NO_PLACES:
        return None
    if parsed.code(i - 2) == "W" and all(actors.is_common(w) for w in parsed.words[i:end]):
        return None  # "the Privatisation in Education Research Initiative"
    if parsed.word(end) == "," and parsed.code(end + 1) == "W":
        further = _name(parsed, end + 1, limit)
        if further - end <= 4 and parsed.words[end + 1] not in _NO_PLACES:
            if parsed.code(further) in {",", ".", ";", "", ")", "p", "c", "r"}:
                end = further
    follows = parsed.code(end)
    if follows not in _AFTER_PLACE and parsed.word(end) not in _CARRIED | {"to"}:
        return None
    name = parsed.words_of(i, end).rstrip(" ,.;") if not _ends_short(parsed, end) else ""
    places.append(Text(name or parsed.words_of(i, end), "en"))
    if parsed.word(end) == "," and parsed.code(end + 1) in {AGENT, "d"}:
        k = end + 2 if parsed.code(end + 1) == "d" else end + 1
        state = _state(parsed, k, actors) if parsed.code(k) == AGENT else None
        if state is not None and parsed.code(k + 1) not in {"w", "x"}:
            places.append(state)
            end = k + 1
    return tuple(places), begin, end


def _ends_short(parsed: ParsedSentence, end: int) -> bool:
    """ "Washington, D.C.": the full stop belongs to the name."""
    return parsed.words[end - 1].endswith(".")


def _name(parsed: ParsedSentence, first: int, limit: int) -> int:
    """End of the capitalised words from *first* on: "Salvador de Bahia", "University of Oxford"."""
    i = first
    while i < limit and i < first + 8:
        if parsed.codes[i] == "W":
            i += 1
        elif i > first and parsed.words[i] in _PARTICLES and parsed.code(i + 1) == "W":
            i += 2
        else:
            break
    return i


def _state(
    parsed: ParsedSentence, i: int, actors: Actors, *, institutions: bool = False
) -> AgentKey | None:
    """The State (with *institutions* also the organization) at token *i*."""
    filler = parsed.fillers[i]
    if filler is None or filler.pronoun or filler.possessive or parsed.code(i + 1) == "s":
        return None
    if parsed.code(i + 1) == "w" and parsed.word(i + 1) not in _CARRIED:
        return None
    for key in filler.keys:
        agent = actors.agent(key)
        if agent is None:
            continue
        if agent.kind is AgentKind.STATE:
            return key
        if institutions and agent.kind is AgentKind.ORGANIZATION:
            return key
    return None
