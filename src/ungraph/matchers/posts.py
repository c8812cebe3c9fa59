"""Roles with what completes them: State, organ, mandate, host.

    Permanent Representative | of | France | to the | United Nations Office at Geneva
    President | of the | General Assembly        Chair | of the | Supreme Court of Peru
    Special Rapporteur | on the right to food    Swedish | Embassy | in | Iran

A role that nothing completes is a short form ("the High Commissioner").
"""

from __future__ import annotations

from dataclasses import dataclass

from ungraph.matchers.gazetteer import EntryKind, load_gazetteer
from ungraph.matchers.names import AgentName, Reach, make_slug
from ungraph.matchers.offices import Role, load_roles, match_mandate
from ungraph.matchers.pieces import Piece
from ungraph.matchers.walk import OF, TO, Named, Walk
from ungraph.model.assertion import AgentKind
from ungraph.model.mention import MentionKind

__all__ = ["compose_post"]

_CODES = {
    "special-rapporteur": "sr",
    "independent-expert": "ie",
    "special-representative": "srsg",
    "representative-sg": "rsg",
}
_HOLDERS = frozenset(
    {EntryKind.ORGANIZATION, EntryKind.INSTITUTION, EntryKind.SHORT, EntryKind.COMMON}
)
_INDEFINITE = frozenset({"a", "an", "no", "any", "each", "every"})
_HOST = frozenset({" in ", " in the "})
_WITHOUT_CAPITALS = frozenset({"ar", "zh"})
_TOLD_ALONE = frozenset(
    "pr high-commissioner secretary-general special-rapporteur independent-expert "
    "special-representative".split()
)
_ZH_RESIDENT, _ZH_REPRESENTATIVE = "常驻", "代表"
_KEY_CHARS = 80
_MINISTERS = Role("", "", "office", frozenset({"state"}), "")


@dataclass(slots=True)
class _Post:
    """A name in the making: what completes the role, and how far it reaches."""

    role: Role
    states: tuple[str, ...]
    end: int
    last: int
    organ: str = ""
    holder: Piece | None = None
    accredited: bool = False
    mandate: tuple[int, str, str] | None = None


def compose_post(
    walk: Walk, i: int, first: int, states: tuple[str, ...] = ()
) -> tuple[Named | None, int]:
    """The name at piece *i* (a role), begun at piece *first*: name, pieces used from *i* on."""
    piece, start = walk.pieces[i], walk.pieces[first].start
    entry = piece.entry
    role = load_roles().get(entry.key, _MINISTERS)
    post = _complete(walk, piece, _Post(role, states, piece.end, i))
    used = post.last - i + 1
    if post.mandate:
        return _with_mandate(walk, piece, start, post, used)
    if post.holder is not None and not post.organ:
        return _in_local_body(walk, piece, start, post), used
    if not post.states and not post.organ:
        return _short(walk, piece, role.default), 1
    plural = entry.kind is EntryKind.ROLES
    kind = AgentKind(role.kind)
    name = AgentName(
        kind,
        _head_of(entry.key),
        entry.label,
        "",
        Reach.FULL,
        post.states,
        bool(post.states) and ("to" in role.frame or kind is not AgentKind.OFFICE),
        post.organ,
        post.accredited,
        plural,
        walk.determiner(start),
        role=entry.key,
        language=walk.language,
    )
    return Named(start, post.end, MentionKind.OFFICE, name, f"role:{entry.key}"), used


def _seat_inside(words: str) -> str:
    """The organization inside a Chinese title: "常驻联合国代表", Representative *to the UN*."""
    if not (words.startswith(_ZH_RESIDENT) and words.endswith(_ZH_REPRESENTATIVE)):
        return ""
    inside = words[len(_ZH_RESIDENT) : -len(_ZH_REPRESENTATIVE)]
    entry = load_gazetteer("zh").entries.get(inside)
    return entry.key if entry is not None and entry.kind is EntryKind.ORGANIZATION else ""


def _complete(walk: Walk, piece: Piece, post: _Post) -> _Post:
    frame = post.role.frame
    if walk.language == "zh" and post.states and "to" in frame:
        post.organ = _seat_inside(walk.words(piece))
        post.accredited = bool(post.organ)
    if "mandate" in frame:
        post.mandate = match_mandate(walk.text, post.end + 1, walk.language)
    if post.mandate is None:
        _add_holder(walk, piece, post)
    if post.states and "to" in frame:
        receiver = walk.after(post.last, TO[walk.language])
        if receiver and receiver.entry.kind is EntryKind.ORGANIZATION:
            post.organ, post.end, post.accredited = receiver.entry.key, receiver.end, True
            post.last += 1
    if post.states and "in" in frame:
        host = walk.after(post.last, _HOST)
        if host and host.entry.kind is EntryKind.STATE:
            post.organ, post.end = f"state-{host.entry.key.lower()}", host.end
            post.last += 1
    return post


def _add_holder(walk: Walk, piece: Piece, post: _Post) -> None:
    """What stands after "of": the States, or the body that the office is in."""
    holder = walk.after(post.last, OF[walk.language])
    if holder is None or post.states:
        return
    if "state" in post.role.frame and holder.entry.kind is EntryKind.STATE:
        if piece.entry.kind is EntryKind.ROLES:
            post.states, count, post.end = walk.states_from(post.last + 1)
        else:
            post.states, count, post.end = (holder.entry.key,), 1, holder.end
        post.last += count
        return
    if not _may_hold(holder, post.role.frame):
        return
    post.holder, post.end = holder, holder.end
    post.last += 1
    if holder.entry.kind is EntryKind.ORGANIZATION:
        post.organ = holder.entry.key
        if "mandate" in post.role.frame:
            post.mandate = match_mandate(walk.text, post.end + 1, walk.language)


def _may_hold(holder: Piece, frame: frozenset[str]) -> bool:
    kind = holder.entry.kind
    if kind is EntryKind.ORGANIZATION or holder.entry.table == "bodies":
        return "body" in frame
    return kind in _HOLDERS and "institution" in frame


def _with_mandate(
    walk: Walk, piece: Piece, start: int, post: _Post, used: int
) -> tuple[Named, int]:
    assert post.mandate is not None
    end, slug, wording = post.mandate
    i = post.last - used + 1
    while i + used < len(walk.pieces) and walk.pieces[i + used].start < end:
        used += 1
    code = piece.entry.key
    name = AgentName(
        AgentKind.OFFICE,
        code,
        f"{piece.entry.label} {wording}",
        f"office-{_CODES.get(code, code)}-{slug}"[:_KEY_CHARS].rstrip("-"),
        Reach.FULL,
        organ=post.organ,
        plural=piece.entry.kind is EntryKind.ROLES,
        language=walk.language,
    )
    return Named(start, end, MentionKind.OFFICE, name, f"role:{code}+mandate"), used


def _in_local_body(walk: Walk, piece: Piece, start: int, post: _Post) -> Named:
    label = walk.text[start : post.end]
    name = AgentName(
        AgentKind.OFFICE,
        _head_of(piece.entry.key),
        label,
        f"office-{make_slug(label)}",
        Reach.LOCAL,
        owner=post.holder.entry.key if post.holder and post.holder.entry.table == "bodies" else "",
        role=piece.entry.key,
    )
    return Named(start, post.end, MentionKind.OFFICE, name, f"role:{piece.entry.key}+body")


def _short(walk: Walk, piece: Piece, default: str) -> Named | None:
    surface = walk.words(piece)
    determiner = walk.determiner(piece.start)
    alone = piece.entry.table == "ministers" or (default and surface[0].isupper())
    if walk.language == "en" and not determiner and not alone:
        return None
    if walk.language in _WITHOUT_CAPITALS and piece.entry.key not in _TOLD_ALONE:
        return None
    if determiner in _INDEFINITE:
        return None
    role = load_roles().get(piece.entry.key, _MINISTERS)
    kind = AgentKind(role.kind)
    name = AgentName(
        kind,
        _head_of(piece.entry.key),
        surface,
        f"{kind}-{make_slug(surface)}",
        Reach.SHORT,
        plural=piece.entry.kind is EntryKind.ROLES,
        determiner=determiner,
        role=default,
        language=walk.language,
    )
    return Named(piece.start, piece.end, MentionKind.AGENT_REFERENCE, name, "role:short")


def _head_of(code: str) -> str:
    """Ministers of whatever portfolio share the short form "the Minister"."""
    return "minister" if code.startswith("minister") else code
