"""Sessions of bodies: "at its fifty-ninth session", "the twenty-fourth special session of the Assembly".

The days are taken only where they are said of the session itself: "held its thirty-fourth session
from 4 to 15 November 2019"; "decided at its tenth session on 5 May" gives none.
"""

from __future__ import annotations

from functools import cache

from ungraph.extractors.event_people import find_companions
from ungraph.extractors.event_places import read_place
from ungraph.extractors.event_slots import EventDraft, group_start
from ungraph.extractors.event_stretches import Stretch, read_stretch
from ungraph.extractors.parsing import AGENT, CITATION, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.subjects import find_subject
from ungraph.identifiers.bodies import load_bodies
from ungraph.identifiers.ordinal import parse_ordinal
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.assertion import AgentKey, AgentKind, EventStatus, EventType, Text

__all__ = ["draft_sessions", "has_sessions"]


@cache
def _run_together() -> Pattern:
    return compile_pattern(
        r"^((?:twen|thir|for|fif|six|seven|eigh|nine)ty)(first|second|third|[a-z]+th)$"
    )


_FUTURE = frozenset("will forthcoming next shall request requests requested provisional".split())
_UNCOUNTED = frozenset({"sc", "secretariat", "ceb", "unat"})
_UNNUMBERED = frozenset("organizational annual".split())
_WHERE = frozenset({",", "held", "convened", "place", "and"})
_HOLDING = frozenset("held holds hold opened began concluded resumed convened".split())
_OF_ITSELF = frozenset(
    "held convened which was were to be scheduled place take took will from through between starting "
    "beginning meeting".split()
)


def draft_sessions(
    parsed: ParsedSentence, rule: str, first: int, head: int, last: int, stop: int, actors: Actors
) -> list[EventDraft]:
    """The session, or the sessions ("seventeenth and eighteenth"), that *head* names; *stop* is
    where the words of the next event begin."""
    words = parsed.words_of(first, head).lower().split()
    ordinals = [number for number in map(_ordinal, words) if number is not None]
    if not ordinals:
        return []
    body = _of_the_assembly(_body(parsed, first, head, actors))
    own = _stretch_of(parsed, head + 1, stop)
    place = _place_of(parsed, head + 1, stop, actors)
    drafts = []
    for number in ordinals:
        draft = EventDraft(parsed, rule, EventType.SESSION, head, [parsed.span_of(first, last)])
        draft.series = (
            "emergency-special" if "emergency" in words else "special" if "special" in words else ""
        )
        draft.ordinal = None if not _UNNUMBERED.isdisjoint(words) else number
        draft.body = body
        draft.participants = (
            (body,) if body is not None else find_companions(parsed, head + 1, head + 6, (), actors)
        )
        near = parsed.words[max(0, first - 14) : first]
        draft.status = EventStatus.HELD if _FUTURE.isdisjoint(near) else EventStatus.SCHEDULED
        if len(ordinals) == 1 and own is not None:
            draft.date, draft.until = own[0], own[1]
            draft.evidence.append(parsed.span_of(own[2], own[3]))
            if parsed.words[own[2] - 1] in {"held", "be"} or "to be" in parsed.words_of(
                head, own[2]
            ):
                draft.status = EventStatus.SCHEDULED
        if len(ordinals) == 1 and place is not None:
            draft.places = place[0]
            draft.evidence.append(parsed.span_of(place[1], place[2]))
        drafts.append(draft)
    return drafts


def has_sessions(body: AgentKey) -> bool:
    """Whether *body* counts its sessions; the Security Council and programmes don't."""
    known = load_bodies().get(body)
    return known is None or known.slug not in _UNCOUNTED and known.kind != "programme"


def _of_the_assembly(body: AgentKey | None) -> AgentKey | None:
    """A Main Committee meets in the sessions of the General Assembly and counts none of its own."""
    known = load_bodies().get(body) if body is not None else None
    return AgentKey(known.parent) if known and known.kind == "main-committee" else body


def _ordinal(word: str) -> int | None:
    run = _run_together().match(word)  # "sixtysecond": a hyphen lost at the end of a line
    if run is not None:
        word = f"{run.group(1)}-{run.group(2)}"
    try:
        return parse_ordinal(word)
    except ValueError:
        return None


def _own_words(parsed: ParsedSentence, first: int, stop: int) -> int:
    """End of the words behind the session that are still about it."""
    i = first
    while i < min(stop, len(parsed)):
        code, word = parsed.codes[i], parsed.words[i]
        if code not in {
            "d",
            AGENT,
            "W",
            "p",
            "(",
            ",",
            "c",
            "/",
            "v",
            "#",
            DATE,
            ")",
            "-",
            "–",
            CITATION,
        }:
            if word not in _OF_ITSELF:
                break
        if code == "," and parsed.code(i + 1) in {"d", AGENT, "h"}:
            if parsed.word(i + 2) != "," and parsed.word(i + 1) != "which":
                break
        i += 1
    return i


def _stretch_of(parsed: ParsedSentence, first: int, stop: int) -> Stretch | None:
    """The days said of the session: a stretch, a month or year, a day only behind "held"."""
    end = _own_words(parsed, first, stop)
    said = False
    for i in range(first, end):
        said = said or parsed.words[i] in {"held", "convened", "place"}
        if parsed.codes[i] != DATE:
            continue
        stretch = read_stretch(parsed, i)
        if stretch is None:
            continue
        before = parsed.word(stretch[2] - 1)
        if stretch[1] is not None and before in {"from", "(", "between", ","}:
            return stretch
        if stretch[0].day is None and (before == "in" or parsed.code(i - 1) == "("):
            return stretch
        if said and before in {"on", "in", "from"}:
            return stretch
        return None
    return None


def _place_of(
    parsed: ParsedSentence, first: int, stop: int, actors: Actors
) -> tuple[tuple[AgentKey | Text, ...], int, int] | None:
    end = _own_words(parsed, first, stop)
    for i in range(first, end):
        said = i == first or parsed.word(i - 1) in _WHERE
        if said and parsed.words[i] in {"in", "at"} and parsed.codes[i] == "p":
            found = read_place(parsed, i + 1, stop, actors)
            if found is not None:
                return found
    return None


def _body(parsed: ParsedSentence, first: int, head: int, actors: Actors) -> AgentKey | None:
    def body_at(i: int) -> AgentKey | None:
        filler = parsed.fillers[i] if 0 <= i < len(parsed) else None
        if filler is None or parsed.codes[i] != AGENT:
            return None
        for key in filler.keys:
            agent = actors.agent(key)
            if agent is not None and agent.kind is AgentKind.BODY and has_sessions(key):
                return key
        return None

    if parsed.word(head + 1) == "of":
        for i in range(head + 2, min(len(parsed), head + 5)):
            key = body_at(i)
            if key is not None:
                return key
            if parsed.code(i) not in {"d", AGENT}:
                return None  # the session of a body that no table knows
    own = body_at(first - 1)
    if own is not None:
        return own
    if parsed.word(first - 1) == "its" and parsed.word(first - 2) in _HOLDING:
        holder = find_subject(parsed, group_start(parsed, first - 2)[0], frozenset())
        keys = actors.keys_of(parsed, holder)
        agents = [actors.agent(key) for key in keys]
        return next((a.key for a in agents if a is not None and a.kind is AgentKind.BODY), None)
    for i in range(first - 1, max(-1, first - 16), -1):
        key = body_at(i)
        if key is not None:
            return key
    for i in range(head + 1, min(len(parsed), head + 14)):
        key = body_at(i)
        if key is not None:
            return key
    return None
