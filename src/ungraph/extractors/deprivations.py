"""Words of refusing, ruling and telling that say a state of affairs: "was denied a fair trial".

Who is denied a right is deprived of it, and nobody need have said anything; a visa, bail or an
appeal is refused by saying so. What the law prohibits or grants, what facts establish, what hangs
over somebody as a threat, and what "having reached this conclusion" looks back on are no acts.
"""

from __future__ import annotations

from itertools import takewhile

from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import Slot
from ungraph.extractors.things import Sense, has_word, is_said
from ungraph.extractors.wording import load_word_list

__all__ = ["DEPRIVATIONS"]

_DENIED_TOKENS = 9
_POINTING = frozenset({"the", "this", "that", "these", "such", "its", "his", "her", "their"})
_KEEPING = frozenset({"keep", "keeps", "keeping"})
_STOPS = frozenset({",", ";", ":", ".", "r", "x", "("})
_THINGS = frozenset({"d", "w", "W", "#"})
_REASONS = frozenset({"because", "due", "despite", "twice", "owing", "thus", "since"})


def _is_spoken(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The author challenges the ruling"; not "the situation challenges the prospects"."""
    subject = draft.subject
    named = subject is not None and "W" in draft.parsed.codes[subject.first : subject.last]
    written = has_word(draft, subject, "writing") or has_word(draft, subject, "lodged")
    return named or written or is_said(draft, shown, passive, actors)


def _is_refused(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "denied the appeal", "was denied a visa"; not "was denied effective relief"."""
    parsed = draft.parsed
    if shown is None:
        return True
    if not passive:
        person = shown.kind == "agent" or parsed.codes[shown.first] == "h"
        return not person or not _has_right(_words_from(draft, shown.last))
    if load_word_list("deprived").has_any(parsed.words[shown.first : shown.last]):
        return False  # "a right denied to them"
    if parsed.code(draft.last) not in _THINGS or parsed.word(draft.last) in _REASONS:
        return True
    words = _words_from(draft, draft.last)
    return load_word_list("permission").has_any(words) and not _has_right(words)


def _has_right(words: list[str]) -> bool:
    """Whether *words* name what somebody is deprived of, rather than what is refused."""
    return load_word_list("deprived").has_any(words)


def _words_from(draft: Draft, first: int) -> list[str]:
    parsed = draft.parsed
    near = range(first, min(len(parsed), first + _DENIED_TOKENS))
    return [parsed.words[i] for i in takewhile(lambda i: parsed.codes[i] not in _STOPS, near)]


def _is_forbidden(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The mayor prohibited the march"; not "the law prohibits", "article 7 prohibited"."""
    if draft.group is not None and draft.parsed.words[draft.group.head] in {"prohibits", "forbids"}:
        return False
    return is_said(draft, shown, passive, actors) and not _is_law(draft)


def _is_law(draft: Draft) -> bool:
    subject = draft.subject
    return subject is not None and subject.kind == "words" and has_word(draft, subject, "mute")


def _is_held_out(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The Board granted him leave"; not "the law does not grant an entitlement"."""
    return passive or not _is_law(draft)


def _is_shown(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The court established that"; not "the facts do not establish that"."""
    return not _is_law(draft)


def _is_disclaimed(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The Government denied that he was held"; not "he was denied contact and said that"."""
    return not passive or draft.parsed.word(draft.last) == "that"


def _is_threatened(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "threatened to close the office", "threatened with arrest"; not "threatened to kill him"."""
    near = draft.parsed.words[draft.last - 1 : draft.last + 2]  # "threatened" or "… to kill"
    violent = "to" in near + draft.parsed.words[draft.last - 2 : draft.last] and load_word_list(
        "violence"
    ).has_any(near)
    return not violent and is_said(draft, shown, passive, actors)


def _is_encouraged(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "encouraged by the Council"; not "violence encouraged through inaction"."""
    if passive and draft.parsed.word(draft.last) == "through":
        return False
    return is_said(draft, shown, passive, actors)


def _is_reached(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The court reached a verdict"; not "Having reached the above conclusion"."""
    group, words = draft.group, draft.parsed.words
    if group is not None and "having" in words[group.first : group.head]:
        if words[group.head + 1] in _POINTING:
            return False
    return is_said(draft, shown, passive, actors)


def is_kept_informed(draft: Draft) -> bool:
    """Whether somebody is asked to keep another informed: "to keep it informed, as appropriate"."""
    group = draft.group
    if group is None or draft.parsed.words[group.head] != "informed":
        return False
    return not _KEEPING.isdisjoint(draft.parsed.words[max(0, group.first - 8) : group.first])


DEPRIVATIONS: dict[str, Sense] = {
    "spoken": _is_spoken,
    "refused": _is_refused,
    "forbidden": _is_forbidden,
    "granted": _is_held_out,
    "shown-that": _is_shown,
    "denied-that": _is_disclaimed,
    "threatened": _is_threatened,
    "encouraged": _is_encouraged,
    "reached": _is_reached,
}
