"""Pieces that are names by themselves: organizations, groups, parties, persons, institutions."""

from __future__ import annotations

from collections.abc import Callable

from ungraph.matchers.gazetteer import Entry, EntryKind, load_gazetteer
from ungraph.matchers.names import AgentName, Reach, make_slug
from ungraph.matchers.offices import load_office_heads
from ungraph.matchers.pieces import Piece
from ungraph.matchers.states import load_states
from ungraph.matchers.walk import Named, Walk
from ungraph.model.assertion import AgentKind
from ungraph.model.mention import MentionKind

__all__ = ["compose_plain", "counted_group", "institution", "party_name", "state_at_end"]

_AFTER_UNITED_NATIONS = frozenset(
    "and or in to has had have is was were will would shall should may can could at on of for from "
    "by with as that which who also itself pursuant under".split()
)
_WORD_CHARS = 16
_SHORT_DETERMINERS = frozenset({"the", "this", "that", "same", "said"})
_ALONE = frozenset({"counsel", "authors"})


def compose_plain(walk: Walk, piece: Piece) -> Named | None:
    """The name that *piece* is, None when it names no agent where it stands."""
    compose = _BY_KIND.get(piece.entry.kind)
    return compose(walk, piece) if compose else None


def _office(walk: Walk, piece: Piece) -> Named:
    entry = piece.entry
    head = load_office_heads()[entry.key]
    name = AgentName(
        AgentKind.OFFICE, head, entry.label, entry.key, Reach.FULL, language=walk.language
    )
    return walk.named(piece, MentionKind.OFFICE, name)


def _organization(walk: Walk, piece: Piece) -> Named | None:
    entry = piece.entry
    if entry.table == "bodies" or _is_attribute(walk, piece):
        return None
    name = AgentName(AgentKind.ORGANIZATION, entry.key, entry.label, entry.key, Reach.FULL)
    return walk.named(piece, MentionKind.ORGANIZATION, name)


def _is_attribute(walk: Walk, piece: Piece) -> bool:
    """Whether "United Nations" only says what kind of thing the next word names."""
    if piece.entry.key != "united-nations" or walk.language != "en":
        return False
    after = walk.text[piece.end : piece.end + _WORD_CHARS]
    if not after.startswith(" "):
        return False
    word = after[1:].partition(" ")[0].rstrip(".,;:)")
    return word not in _AFTER_UNITED_NATIONS and word[:1].isalpha()


def _group(walk: Walk, piece: Piece) -> Named:
    entry = piece.entry
    if walk.determiner(piece.start).isdigit():
        return counted_group(walk, piece)
    name = AgentName(AgentKind.GROUP, entry.key, entry.label, entry.key, Reach.FULL, plural=True)
    return walk.named(piece, MentionKind.GROUP, name)


def counted_group(walk: Walk, piece: Piece) -> Named:
    """A group told by the number before it: "33 Governments"."""
    number = walk.determiner(piece.start)
    start = piece.start - len(number) - 1 if number else piece.start
    words = walk.text[start : piece.end]
    name = AgentName(
        AgentKind.GROUP,
        piece.entry.key,
        words,
        f"group-{make_slug(words)}",
        Reach.LOCAL,
        plural=True,
    )
    return Named(start, piece.end, MentionKind.GROUP, name, "counted")


def _counted(walk: Walk, piece: Piece) -> Named:
    words = walk.words(piece)
    key = f"group-{make_slug(words)}"
    name = AgentName(AgentKind.GROUP, piece.entry.key, words, key, Reach.LOCAL, plural=True)
    return walk.named(piece, MentionKind.GROUP, name)


def _party(walk: Walk, piece: Piece) -> Named | None:
    words = walk.words(piece)
    if walk.language == "en" and words[0].islower() and piece.entry.key not in _ALONE:
        if not walk.determiner(piece.start):
            return None
    name = party_name(piece.entry)
    return walk.named(piece, MentionKind.AGENT_REFERENCE, name)


def party_name(entry: Entry) -> AgentName:
    """The name of a party to a communication: "the author", "the State party"."""
    state = entry.key == "state-party"
    return AgentName(
        AgentKind.STATE if state else AgentKind.PERSON,
        entry.key,
        entry.label,
        entry.key if state else f"person-{entry.key}",
        Reach.LOCAL,
        plural=entry.label.endswith("s"),
    )


def _person(walk: Walk, piece: Piece) -> Named:
    head = "initials" if piece.entry.kind is EntryKind.INITIALS else "person"
    key = f"person-{piece.entry.key}"
    name = AgentName(AgentKind.PERSON, head, piece.entry.label, key, Reach.LOCAL)
    return walk.named(piece, MentionKind.PERSON, name)


def _kin(walk: Walk, piece: Piece) -> Named:
    label = piece.entry.label
    name = AgentName(
        AgentKind.PERSON,
        label.rpartition(" ")[2],
        label,
        f"person-{piece.entry.key}",
        Reach.LOCAL,
        owner=label.partition("'")[0],
    )
    return walk.named(piece, MentionKind.PERSON, name)


def _bystander(walk: Walk, piece: Piece) -> Named:
    words = walk.words(piece)
    name = AgentName(
        AgentKind.PERSON,
        piece.entry.key,
        words,
        f"person-{piece.entry.key}",
        Reach.LOCAL,
        plural=words.endswith("s"),
        determiner="the",
    )
    return walk.named(piece, MentionKind.AGENT_REFERENCE, name)


def _pronoun(walk: Walk, piece: Piece) -> Named:
    word = piece.entry.key
    start = "start" if walk.text[piece.start].isupper() else ""
    name = AgentName(
        AgentKind.PERSON,
        word,
        word,
        "",
        Reach.SHORT,
        plural=word in {"they", "them"},
        determiner=start,
    )
    return walk.named(piece, MentionKind.AGENT_REFERENCE, name)


def _post(walk: Walk, piece: Piece) -> Named:
    words = walk.words(piece)
    head = make_slug(words.split(" of ")[0].rpartition(" ")[2])
    name = AgentName(AgentKind.OFFICE, head, words, f"office-{piece.entry.key}", Reach.LOCAL)
    return walk.named(piece, MentionKind.OFFICE, name)


def _short(walk: Walk, piece: Piece) -> Named | None:
    if piece.entry.table == "bodies":
        return None
    if walk.determiner(piece.start) not in _SHORT_DETERMINERS:
        return None
    return _common(walk, piece)


def _common(walk: Walk, piece: Piece) -> Named:
    key = f"organization-{piece.entry.key}"
    name = AgentName(
        AgentKind.ORGANIZATION,
        piece.entry.key,
        walk.words(piece),
        key,
        Reach.SHORT,
        determiner="the",
    )
    return walk.named(piece, MentionKind.AGENT_REFERENCE, name)


def _institution(walk: Walk, piece: Piece) -> Named:
    # The label of the entry, not the words: an acronym stands for the name it was given with.
    return institution(piece.start, piece.end, piece.entry.label, ())


def institution(start: int, end: int, label: str, states: tuple[str, ...]) -> Named:
    """An institution at ``[start, end)``; one that names its State is known beyond the document.

    *states* are those told by an adjective before *label* ("Chilean" Supreme Court).
    """
    if not states:
        states = state_at_end(label)
        if states:
            label = label.rpartition(" of ")[0]
    slug = make_slug(label)
    if states:
        slug = f"{slug}-{states[0].lower()}"
        label = f"{label} of {load_states()[states[0]].phrase}"
    name = AgentName(
        AgentKind.ORGANIZATION,
        "institution",
        label,
        f"organization-{slug}",
        Reach.FULL if states else Reach.LOCAL,
        states,
    )
    return Named(start, end, MentionKind.ORGANIZATION, name, "institution")


def state_at_end(label: str) -> tuple[str, ...]:
    """The State at the end of an institution's name.

    >>> state_at_end("Supreme Court of the Sudan"), state_at_end("Court of Appeal")
    (('SDN',), ())
    """
    head, _, last = label.rpartition(" of ")
    entry = load_gazetteer("en").entries.get(last.removeprefix("the ")) if head else None
    return (entry.key,) if entry is not None and entry.kind is EntryKind.STATE else ()


_BY_KIND: dict[EntryKind, Callable[[Walk, Piece], Named | None]] = {
    EntryKind.OFFICE: _office,
    EntryKind.ORGANIZATION: _organization,
    EntryKind.GROUP: _group,
    EntryKind.COUNTED: _counted,
    EntryKind.PARTY: _party,
    EntryKind.PERSON: _person,
    EntryKind.INITIALS: _person,
    EntryKind.KIN: _kin,
    EntryKind.BYSTANDER: _bystander,
    EntryKind.PRONOUN: _pronoun,
    EntryKind.POST: _post,
    EntryKind.SHORT: _short,
    EntryKind.COMMON: _common,
    EntryKind.INSTITUTION: _institution,
}
