"""Letters spoken of in a sentence: their dates, senders and addressees are those of the act.

By letters dated 3 May and 4 June 2002 addressed to the Committee, the State party informed …
The Government replied by letter dated 9 September 2005.
… received a letter dated 2 June 2006 from the Government of Togo, in which it invited him …
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.extractors.slots import clause_start
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import ActType, AgentKey

__all__ = ["tie_letters"]

_HEADS = frozenset(
    "letter letters communication communications fax faxes telegram telegrams cable cables "
    "cablegram message messages memorandum memorandums submission submissions e-mail e-mails "
    "email verbale verbales reply replies".split()
)
_BY = frozenset({"by", "in", "through", "via", "with"})
_DATED = frozenset({"dated", "of"})
_WRITTEN = frozenset(
    {
        ActType.SUBMIT,
        ActType.RESPOND,
        ActType.STATE,
        ActType.REQUEST,
        ActType.INVITE,
        ActType.URGE,
        ActType.PROPOSE,
        ActType.ACCEPT,
        ActType.DECLINE,
        ActType.RECALL,
        ActType.RECOMMEND,
    }
)
_AFTER_VERB = 30
_PARTIES_REACH = 14


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A letter named in a sentence: tokens *first* to *last*, and what it says of itself."""

    first: int
    last: int
    dates: tuple[PartialDate, ...]
    senders: tuple[AgentKey, ...]
    addressees: tuple[AgentKey, ...]
    is_means: bool


def tie_letters(drafts: list[Draft]) -> None:
    """Give acts done by a dated letter its date, and its parties where the words name no other."""
    read: dict[int, tuple[_Spoken, ...]] = {}
    verbs: dict[int, list[int]] = {}
    for draft in drafts:
        verbs.setdefault(id(draft.parsed), []).append(
            draft.group.first if draft.group is not None else draft.first
        )
    for draft in drafts:
        if draft.act_type not in _WRITTEN:
            continue
        parsed = draft.parsed
        spoken = read.get(id(parsed))
        if spoken is None:
            spoken = read[id(parsed)] = tuple(_letters_in(parsed))
        for letter in spoken:
            if _is_done_by(draft, letter, verbs[id(parsed)]):
                _tie(draft, letter)
                break


def _tie(draft: Draft, letter: _Spoken) -> None:
    fewer = draft.date in letter.dates and len(draft.more_dates) + 1 < len(letter.dates)
    if draft.date is None or fewer:
        ordered = sorted(set(letter.dates), key=lambda date: date.earliest)
        draft.date, draft.more_dates = ordered[0], tuple(ordered[1:])
        draft.parts.append(draft.parsed.span_of(letter.first, letter.last))
    if not draft.agents and letter.senders and draft.group is not None:
        if draft.group.voice == "active" and draft.subject is None:
            draft.agents = letter.senders
    others = tuple(key for key in letter.addressees if key not in draft.agents)
    if not draft.addressees and others and letter.is_means:
        draft.addressees = others
        draft.parts.append(draft.parsed.span_of(letter.first, letter.last))


def _letters_in(parsed: ParsedSentence) -> Iterator[_Spoken]:
    """The dated letters that a sentence names."""
    for head, word in enumerate(parsed.words):
        if word not in _HEADS or parsed.word(head + 1) not in _DATED:
            continue
        dates, last = _dates_from(parsed, head + 2)
        if not dates:
            continue
        senders, addressees, end = _parties_from(parsed, last)
        first = head - 1 if word.startswith("verbale") else head
        yield _Spoken(first, end, dates, senders, addressees, _is_means(parsed, first))


def _dates_from(parsed: ParsedSentence, start: int) -> tuple[tuple[PartialDate, ...], int]:
    """Dates from token *start* on: "3 May 2002, 4 June 2002 and 5 July 2002"; and their end."""
    dates: list[PartialDate] = []
    i = end = start
    while i < len(parsed):
        filler = parsed.fillers[i]
        if filler is not None and filler.code == DATE and filler.date is not None:
            dates.append(filler.date)
            end = i + 1
        elif parsed.codes[i] == "#" and parsed.code(i + 1) in {"c", ","} and not dates:
            pass  # "3 and 4 June 2002": the first number has its month and year from the last
        elif parsed.codes[i] not in {"c", ","} or parsed.code(i + 1) != DATE:
            break
        i += 1
    return tuple(dates), end


def _parties_from(
    parsed: ParsedSentence, start: int
) -> tuple[tuple[AgentKey, ...], tuple[AgentKey, ...], int]:
    """ "from the Government of Togo", "addressed to the Chair" after the dates."""
    senders: tuple[AgentKey, ...] = ()
    addressees: tuple[AgentKey, ...] = ()
    i = end = start
    while i < min(len(parsed), start + _PARTIES_REACH):
        word = parsed.words[i]
        if word in {"addressed", "sent"} and parsed.word(i + 1) == "to":
            i += 1
            word = "to"
        if word not in {"from", "to"}:
            break
        j = i + 1
        while parsed.code(j) in {"d", "v"}:
            j += 1
        filler = parsed.fillers[j] if j < len(parsed) else None
        if filler is None or filler.code != AGENT:
            break
        if word == "from":
            senders = filler.keys
        else:
            addressees = filler.keys
        i = end = j + 1
    return senders, addressees, end


def _is_means(parsed: ParsedSentence, head: int) -> bool:
    """Whether the letter is what something is done by: "by letter", "in its further letters"."""
    for i in range(head - 1, max(-1, head - 6), -1):
        if parsed.words[i] in _BY:
            return True
        if parsed.codes[i] not in {"d", "v", "w", "W", "s", AGENT}:
            return False
    return False


def _is_done_by(draft: Draft, letter: _Spoken, verbs: list[int]) -> bool:
    """Whether *letter* belongs to the clause of *draft*."""
    parsed, group = draft.parsed, draft.group
    first = group.first if group is not None else draft.first
    last = max(draft.last, group.last if group is not None else 0)
    if letter.last <= first:
        if letter.is_means and clause_start(parsed, first) <= letter.first:
            return not any(letter.last <= other < first for other in verbs)
        opened = parsed.words[letter.last : letter.last + 3]
        told = "which" in opened and not any(letter.last <= other < first for other in verbs)
        return told and group is not None and group.voice != "passive"
    named = draft.act_type is ActType.SUBMIT and first < letter.first < last
    if named:
        return True  # "received a letter dated …": the letter is part of the cue
    if not last <= letter.first <= last + _AFTER_VERB:
        return False
    between = range(last, letter.first)
    if any(parsed.codes[i] in {"r", ";", ":"} for i in between):
        return False
    if any(last <= other < letter.first for other in verbs):
        return False
    if letter.is_means:
        return draft.content is None or parsed.starts[letter.first] >= draft.content.end
    return draft.act_type in {ActType.SUBMIT, ActType.RESPOND} and letter.first <= last + 5
