"""An event while it is put together, and what stands around its words: the verb, places, companions."""

from __future__ import annotations

from dataclasses import dataclass, field

from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import AgentKey, EventStatus, EventType, Inference, NodeKey, Text
from ungraph.model.span import Span

__all__ = [
    "DATED",
    "SUPPORT_WORDS",
    "EventDraft",
    "carrier_group",
    "find_support",
    "group_start",
    "list_members",
]

SUPPORT_WORDS = frozenset(
    "undertake undertakes undertook undertaken conduct conducts conducted carry carries carried make "
    "makes made pay paid hold holds held attend attends attended participate participated convene "
    "convened convenes schedule scheduled organize organized organise organised have had host hosted "
    "complete completed plan plans planned took taken place undertaking conducting "
    "address addressed postpone postponed cancel cancelled arrange arranged facilitate facilitated "
    "spoke speak speaking spoken holding attending participating convening hosting organizing "
    "organising addressing planning concluded underwent undergone joined opened chaired co-organized co-hosted "
    "speaker speakers panellist panellists panelist speech presentation presentations lecture".split()
)
_TAKING_PART = frozenset(
    "participate participates participated participating spoke speak speaking spoken took taken "
    "undertook carried carry held hold holding attended addressed conducted have had has hosted "
    "convened organized organised made address attend attending facilitated joined chaired opened "
    "speaker speakers panellist panellists panelist speech presentation presentations lecture".split()
)
DATED = frozenset({"in", "on", "from", "between"})
_SERIES = frozenset("series number round rounds range couple opening closing inauguration".split())
_SPEAKING = frozenset(
    "speaker speakers panellist panellists panelist speech presentation presentations lecture".split()
)


@dataclass(slots=True)
class EventDraft:
    """An event while it is being put together; spans count in the view."""

    parsed: ParsedSentence
    row: str
    event_type: EventType
    head: int
    evidence: list[Span]
    definite: bool = False
    determined: bool = False
    date: PartialDate | None = None
    until: PartialDate | None = None
    places: tuple[AgentKey | Text, ...] = ()
    participants: tuple[AgentKey, ...] = ()
    status: EventStatus | None = None
    unnamed: bool = False  # its subject is "he" or "she", whom nothing before it names
    acting: tuple[AgentKey, ...] = ()  # who does something at it: "During the hearing, he stated"
    enlisted: bool = False  # a member of a list of events that somebody took part in
    ordinal: int | None = None
    series: str = ""
    name: str = ""
    leans_on: Span | None = None  # the date in front that gives this one its year
    yearless: tuple[tuple[int, int | None], tuple[int, int | None] | None] | None = None
    body: AgentKey | None = None
    scheduled_for: PartialDate | None = None
    held_on: PartialDate | None = None
    inferences: list[Inference] = field(default_factory=list)
    key: NodeKey = NodeKey("")


def group_start(parsed: ParsedSentence, head: int) -> tuple[int, bool, bool]:
    """First token of the verb group, whether it is an infinitive, whether "be" stands in it."""
    i = head - 1
    infinitive = passive = False
    while i >= 0 and (parsed.codes[i] in {"x", "m", "v", "n"} or parsed.words[i] == "to"):
        infinitive = infinitive or parsed.words[i] == "to"
        passive = passive or parsed.words[i] in {"is", "are", "was", "were", "been", "be", "being"}
        i -= 1
    return i + 1, infinitive, passive


def find_support(parsed: ParsedSentence, first: int, head: int) -> int | None:
    """The verb that carries the noun: "undertook a visit", "a meeting was scheduled"."""
    i = first - 1
    steps = 0
    crossed = False
    while (
        i >= 0
        and steps < 9
        and (
            parsed.codes[i] in {"d", "#", "v", "w", "W", "p", "c", ",", AGENT, "s"}
            or parsed.words[i] in {"have", "has", "had"}
        )
    ):
        if parsed.words[i] in SUPPORT_WORDS and not _is_auxiliary(parsed, i):
            if parsed.words[i] in _SPEAKING and parsed.code(i + 1) != "p":
                return None  # "presentations and consultations"
            return i if not crossed or parsed.words[i] in _TAKING_PART else None
        crossed = crossed or parsed.codes[i] == "p"
        if parsed.words[i] == "that" and parsed.code(i - 1) in {"c", ",", "w"}:
            break
        if parsed.codes[i] == "p" and parsed.words[i] not in {"in", "out", "at"}:
            if "," in parsed.words[i:first]:
                break
            if parsed.word(i - 1) in {"together", "jointly", "along"}:
                i -= 1  # "participated together with others in a panel"
                continue
            if parsed.word(i - 1) not in _SERIES:
                return None
        i -= 1
        steps += 1
    i = head + 1
    while i < len(parsed) and i < head + 9:
        if parsed.codes[i] in {"x", "m"}:
            k = i + 1
            while parsed.code(k) in {"x", "v", "n"}:
                k += 1
            return k if parsed.word(k) in SUPPORT_WORDS else None
        if parsed.codes[i] == "," and parsed.word(i + 1) == "which":
            i += 2
            continue
        if parsed.codes[i] in {",", ";", "r"} or parsed.words[i] == "that":
            return None
        i += 1
    return None


def _is_auxiliary(parsed: ParsedSentence, i: int) -> bool:
    """ "had" in "had announced consultations" carries nothing."""
    if parsed.words[i] != "have" and parsed.words[i] not in {"has", "had"}:
        return False
    k = i + 1
    while parsed.code(k) in {"v", "n", "x"}:
        k += 1
    return parsed.code(k) == "w" and parsed.word(k).endswith("ed")


def carrier_group(parsed: ParsedSentence, support: int) -> int:
    """First token of the verb group of *support*; of "was" in "was a speaker at the meeting"."""
    place = support
    if parsed.words[support] in _SPEAKING:
        for i in range(support - 1, max(-1, support - 7), -1):
            if parsed.codes[i] == "x" or parsed.words[i] in {"gave", "made", "delivered"}:
                place = i
                break
    return group_start(parsed, place)[0]


def list_members(
    parsed: ParsedSentence, first: int, limit: int
) -> list[tuple[int, int, tuple[AgentKey, ...]]]:
    """Members of a list of places or people from *first* on: (token, end, agents)."""
    found: list[tuple[int, int, tuple[AgentKey, ...]]] = []
    i = first
    depth = parsed.depth[first] if first < len(parsed) else 0
    while i < limit:
        code = parsed.codes[i]
        if parsed.depth[i] > depth or code in {"(", ")"}:
            i += 1
            continue
        if found and parsed.words[i] in DATED:
            further = _past_date(parsed, i, limit)
            if further is None:
                break
            i = further
            continue
        if (
            code in {"d", "c", ","}
            or parsed.words[i] in {"to", "both", "as", "well", "with"}
            and found
        ):
            i += 1
            continue
        if code == AGENT:
            filler = parsed.fillers[i]
            found.append((i, i + 1, filler.keys if filler else ()))
            i += 1
            if parsed.code(i) in {"s", "'"}:
                return found
            continue
        if code == "W":
            k = i
            while k < limit and parsed.codes[k] == "W":
                k += 1
            found.append((i, k, ()))
            i = k
            continue
        if code == "w" and not found:
            i += 1
            if i - first > 6:
                break
            continue
        break
    return found


def _past_date(parsed: ParsedSentence, i: int, limit: int) -> int | None:
    """Where the list goes on behind "in November 2010 (A/HRC/1/2) and": None where it does not."""
    k, dated = i + 1, False
    while k < limit and k < i + 9 and parsed.codes[k] in {"#", "W", "m", DATE} | {"p", "-", "–"}:
        dated = dated or parsed.codes[k] == DATE or parsed.codes[k] == "#"
        if parsed.codes[k] == "p" and parsed.words[k] != "to":
            return None
        k += 1
        if parsed.word(k) == "and" and parsed.code(k + 1) in {DATE, "#"}:
            k += 1
    if not dated:
        return None
    if parsed.code(k) == "(":
        while k < limit and parsed.codes[k] != ")":
            k += 1
        k += 1
    if parsed.code(k) not in {",", "c"}:
        return None
    while parsed.code(k) in {",", "c", "d"} or parsed.word(k) in {"to", "then"}:
        k += 1
    return k if k < limit and parsed.code(k) == AGENT else None
