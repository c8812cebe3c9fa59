"""Pieces of names → names of agents: a role with its State, organ and place, a government's States.

The composer walks the pieces once; what stands between two of them decides whether they belong
together. It knows the words only: what a short form refers to is for ``linking`` to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ungraph.matchers.gazetteer import EntryKind
from ungraph.matchers.governments import compose_government
from ungraph.matchers.institutions import branch_start
from ungraph.matchers.names import AgentName
from ungraph.matchers.pieces import Piece
from ungraph.matchers.plainnames import compose_plain, institution, state_at_end
from ungraph.matchers.posts import compose_post
from ungraph.matchers.walk import Named, Walk
from ungraph.model.mention import MentionKind

__all__ = ["iter_names"]

_POSSESSIVE = frozenset({"'s ", "' "})
_BRACKET = frozenset({" ("})
_BLANK = frozenset({" "})
_NOTHING = frozenset({""})
_ROLES = frozenset({EntryKind.ROLE, EntryKind.ROLES})
_INSTITUTIONS = frozenset({EntryKind.SHORT, EntryKind.COMMON, EntryKind.INSTITUTION})


def iter_names(walk: Walk) -> Iterator[Named]:
    """The names, in order of their start; a State inside a longer name is given as well."""
    i = 0
    while i < len(walk.pieces):
        named, used = _name_at(walk, i)
        if named:
            yield named
            yield from _iter_inner(walk, named, i, used)
        i += max(1, used)


def _name_at(walk: Walk, i: int) -> tuple[Named | None, int]:
    piece = walk.pieces[i]
    kind = piece.entry.kind
    if kind is EntryKind.STATE:
        return _from_state(walk, i)
    if kind is EntryKind.ADJECTIVE:
        return _from_adjective(walk, i)
    if kind is EntryKind.GOVERNMENT:
        return compose_government(walk, i, i)
    if kind in _ROLES:
        return compose_post(walk, i, i)
    if kind is EntryKind.TERRITORY:
        return walk.named(piece, MentionKind.PLACE, piece.entry.key), 1
    if kind is EntryKind.PERSON:
        return _person(walk, i), 1
    return compose_plain(walk, piece), 1


def _person(walk: Walk, i: int) -> Named | None:
    """A person, with the State that a record puts in brackets: "Ms. Silva (Brazil)"."""
    named = compose_plain(walk, walk.pieces[i])
    state = walk.after(i, _BRACKET)
    if named is None or state is None or state.entry.kind is not EntryKind.STATE:
        return named
    if not walk.text.startswith(")", state.end) or not isinstance(named.value, AgentName):
        return named
    return replace(named, value=replace(named.value, states=(state.entry.key,), represents=True))


def _from_state(walk: Walk, i: int) -> tuple[Named | None, int]:
    """A State, with the government or office that follows: "Peru's Government", "秘鲁政府"."""
    piece = walk.pieces[i]
    branch = branch_start(walk.text, piece.start) if walk.language == "en" else None
    if branch is not None:
        return institution(branch, piece.end, walk.text[branch : piece.end], ()), 1
    chinese = walk.language == "zh"
    if walk.language == "en" or chinese:
        follower = walk.after(i, _NOTHING if chinese else _POSSESSIVE)
        states = (piece.entry.key,)
        if follower is not None and follower.entry.kind is EntryKind.GOVERNMENT:
            named, used = compose_government(walk, i + 1, i, states)
            return named, used + 1
        if follower is not None and chinese and follower.entry.kind is EntryKind.ROLE:
            named, used = compose_post(walk, i + 1, i, states)
            return named, used + 1
    return walk.named(piece, MentionKind.STATE, piece.entry.key), 1


def _from_adjective(walk: Walk, i: int) -> tuple[Named | None, int]:
    """ "Iraqi Government", "French Minister for Culture", "Swedish Migration Board"."""
    follower = walk.after(i, _BLANK)
    if follower is None:
        return None, 1
    piece, kind = walk.pieces[i], follower.entry.kind
    states = (piece.entry.key,)
    if kind is EntryKind.GOVERNMENT:
        named, used = compose_government(walk, i + 1, i, states)
        return named, used + 1
    if kind in _ROLES:
        named, used = compose_post(walk, i + 1, i, states)
        return named, used + 1
    if kind in _INSTITUTIONS and follower.entry.table != "bodies":
        label = follower.entry.label
        return institution(piece.start, follower.end, label, states), 2
    return None, 1


def _iter_inner(walk: Walk, named: Named, i: int, used: int) -> Iterator[Named]:
    """States and organizations that stand inside a longer name."""
    for piece in walk.pieces[i : i + used]:
        kind = piece.entry.kind
        if kind is EntryKind.INSTITUTION:
            yield from _iter_state_inside(walk, piece)
        elif piece.end > named.end or piece.end - piece.start == named.end - named.start:
            continue
        elif kind is EntryKind.STATE and branch_start(walk.text, piece.start) != named.start:
            yield walk.named(piece, MentionKind.STATE, piece.entry.key)
        elif kind is EntryKind.ORGANIZATION:
            simple = compose_plain(walk, piece)
            if simple:
                yield simple


def _iter_state_inside(walk: Walk, piece: Piece) -> Iterator[Named]:
    words = walk.words(piece)
    states = state_at_end(words)
    if states:
        start = piece.start + words.rindex(" of ") + len(" of ")
        start += len("the ") if walk.text.startswith("the ", start) else 0
        yield Named(start, piece.end, MentionKind.STATE, states[0], f"states:{states[0]}")
