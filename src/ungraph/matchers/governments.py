"""Governments and authorities with their States: "the Governments of Cameroon, Kenya and Pakistan".

Accepted: "Government of Peru", "the Iraqi authorities", "Israel's Government", "the Governments of
the following States: A, B and C". Without a State it is a short form ("his Government") or, in the
plural, a group ("Governments").
"""

from __future__ import annotations

from ungraph.matchers.gazetteer import EntryKind
from ungraph.matchers.names import AgentName, Reach, make_slug
from ungraph.matchers.pieces import Piece
from ungraph.matchers.plainnames import counted_group, party_name
from ungraph.matchers.walk import OF, Named, Walk
from ungraph.model.assertion import AgentKind
from ungraph.model.mention import MentionKind

__all__ = ["compose_government"]

_POINTING = frozenset({"those", "these", "their", "both", "said", "same", "respective"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_PRESENT = frozenset("present current new then former previous same said federal".split())
_AFTER_ATTRIBUTE = frozenset(
    "official officials branch branches troops forces agency agencies policy policies body bodies "
    "department departments ministry ministries employee employees institution institutions "
    "hospital hospitals school schools source sources control party spokesman spokesperson "
    "building buildings soldiers army intervention action programme programmes expenditure "
    "spending funding bill organization organizations level levels".split()
)
_BEFORE_CHARS = 24
_AFTER_CHARS = 32
_LIST_AHEAD = " of the following "
_LIST_AHEAD_CHARS = 200
_LIST_AFTER_COLON_CHARS = 8


def compose_government(
    walk: Walk, i: int, first: int, states: tuple[str, ...] = ()
) -> tuple[Named | None, int]:
    """The name at piece *i* (a government word), begun at piece *first*: name, pieces used.

    *states* are those told before it ("Iraqi", "Peru's").
    """
    piece, start = walk.pieces[i], walk.pieces[first].start
    end, used = piece.end, 1
    if not states:
        states, used, end = _states_after(walk, i)
    if not states:
        return _without_state(walk, i)
    word = piece.entry.key
    name = AgentName(
        AgentKind.GOVERNMENT,
        "authorities" if word == "authorities" else "government",
        piece.entry.label,
        "",
        Reach.FULL,
        states,
        plural=len(states) > 1,
        language=walk.language,
    )
    return Named(start, end, MentionKind.GOVERNMENT, name, f"government:{word}"), used


def _without_state(walk: Walk, i: int) -> tuple[Named | None, int]:
    piece = walk.pieces[i]
    word, label = piece.entry.key, piece.entry.label
    start, end = piece.start, piece.end
    determiner = walk.determiner(start)
    party = walk.after(i, {" of the "}) if walk.language == "en" else None
    if party is not None and party.entry.key == "state-party":
        name = party_name(party.entry)
        return Named(start, party.end, MentionKind.AGENT_REFERENCE, name, "government:party"), 2
    if word == "governments" and determiner not in _POINTING:
        return _governments(walk, piece, determiner), 1
    if walk.language == "en":
        if not determiner and not _is_present(walk, piece):
            return None, 1
        if _is_attribute(walk, end):
            return None, 1
    if determiner in _POSSESSIVES:
        start -= len(determiner) + 1
    if _is_of_any_country(walk, end):
        determiner = "any"
    name = AgentName(
        AgentKind.GOVERNMENT,
        word,
        label,
        make_slug(label),
        Reach.SHORT,
        plural=word == "governments",
        determiner=determiner,
        language=walk.language,
    )
    return Named(start, end, MentionKind.AGENT_REFERENCE, name, f"government:{word}"), 1


def _is_present(walk: Walk, piece: Piece) -> bool:
    """Whether a government word without determiner is meant: "the present Government"."""
    if piece.entry.label not in {"Government", "government", "authorities"}:
        return True
    before = walk.text[max(0, piece.start - _BEFORE_CHARS) : piece.start].split()
    return (
        len(before) > 1 and before[-1] in _PRESENT and before[-2].lower() in {"the", "his", "its"}
    )


def _is_of_any_country(walk: Walk, end: int) -> bool:
    """Whether a country that nobody names follows: "the Government of the receiving country"."""
    after = walk.text[end : end + _AFTER_CHARS].split()
    if after[:1] != ["of"] or after[1:2] == ["that"] or after[1:3] == ["the", "country"]:
        return False
    return any(word.rstrip(".,;:") in {"country", "State", "countries"} for word in after[2:5])


def _is_attribute(walk: Walk, end: int) -> bool:
    """Whether the next word makes the government word an attribute, or names an unknown State."""
    after = walk.text[end : end + _AFTER_CHARS].split()
    if not after or not walk.text[end].isspace():
        return False
    if after[0] == "of" and len(after) > 1:
        named = after[2] if after[1] == "the" and len(after) > 2 else after[1]
        return named[:1].isupper()
    return after[0].rstrip(".,;:") in _AFTER_ATTRIBUTE


def _governments(walk: Walk, piece: Piece, determiner: str) -> Named:
    """ "Governments" of no State in particular."""
    if determiner.isdigit():
        return counted_group(walk, piece)
    name = AgentName(
        AgentKind.GROUP, "governments", "Governments", "governments", Reach.FULL, plural=True
    )
    return walk.named(piece, MentionKind.GROUP, name)


def _states_after(walk: Walk, i: int) -> tuple[tuple[str, ...], int, int]:
    """States after "Government(s) of": codes, pieces used, end of the name."""
    piece = walk.pieces[i]
    several = piece.entry.key == "governments"
    follower = walk.after(i, OF[walk.language])
    if follower is None or follower.entry.kind not in (EntryKind.STATE, EntryKind.TERRITORY):
        return _states_ahead(walk, i) if several else ((), 1, piece.end)
    if not several:
        return (follower.entry.key,), 2, follower.end
    codes, count, end = walk.states_from(i + 1)
    return codes, count + 1, end


def _states_ahead(walk: Walk, i: int) -> tuple[tuple[str, ...], int, int]:
    """States after a colon: "the Governments of the following States, which …: A and B"."""
    piece = walk.pieces[i]
    none: tuple[tuple[str, ...], int, int] = ((), 1, piece.end)
    if not walk.text.startswith(_LIST_AHEAD, piece.end):
        return none
    colon = walk.text.find(":", piece.end, piece.end + _LIST_AHEAD_CHARS)
    j = i + 1
    while j < len(walk.pieces) and walk.pieces[j].start < colon:
        j += 1
    if colon < 0 or j >= len(walk.pieces):
        return none
    head = walk.pieces[j]
    if head.entry.kind is not EntryKind.STATE or head.start - colon > _LIST_AFTER_COLON_CHARS:
        return none
    codes, _, _ = walk.states_from(j)
    return codes, 1, piece.end
