"""Institutions that no table can list: courts, ministries, boards, national commissions.

Accepted: "Supreme Court of Peru", "Court of First Instance No. 5 of Lima", "Ministry of Justice",
"Leninsky district court", "National Commission of Human Rights", "the police", "the domestic
courts". Refused: a capitalised head word alone ("Court", which is a short form, "the Court").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.gazetteer import Entry, EntryKind, load_gazetteer
from ungraph.matchers.names import CAPITAL, LETTERS, make_slug
from ungraph.matchers.pieces import Piece
from ungraph.matchers.states import load_states
from ungraph.resources import load_table

__all__ = ["branch_start", "iter_institutions"]

_WORD = rf"{CAPITAL}[{LETTERS}0-9'\-]*"
_LINK = r"(?:(?:of|for|and|on|against|de|del|y) )?"
_ITEM = rf"{_WORD}(?: {_WORD}){{0,4}}"
_LIST = (
    rf"{_ITEM}(?:(?:, {_ITEM}){{1,4}},? and {_ITEM}|,? and(?: the)? {_ITEM}| to(?: the)? {_ITEM})?"
)
_TAIL = (
    r"(?: (?:No\.? ?\d{1,4}|\d{1,3}))?"
    rf"(?: (?:of|for|on|against)(?: the)? {_LIST}(?: No\.? ?\d{{1,4}}(?: of {_WORD})?)?){{0,3}}"
)
_PLACE_WORDS = (" Station", " station", " Headquarters", " headquarters", " Act", " Code", " Law")
_WEAK_HEADS = frozenset("Federation Union Movement Party Group Organization Bank Fund".split())
_DOCUMENT_WORDS = frozenset(
    "Agreement Treaty Convention Covenant Protocol Declaration Charter Strategy Act Law Code "
    "Regulations Rules Directive Journal Report Review Day Week Decade Year Framework Plan "
    "Conference Summit Symposium Workshop Seminar Resolution Decision".split()
)
_MOST_KNOWN_WORDS = 10
_NUMBER_CHARS = 48
_ACRONYM_CHARS = 14
_DROPPED_FIRST = frozenset(
    "The A An Although Whereas In On At By For From To And But When While As After Before Since If However Thus "
    "Recalling Reaffirming Noting Welcoming Considering Having Recognizing Emphasizing Stressing "
    "Acknowledging Requests Calls Urges Decides Invites Encourages Notes Welcomes Takes Endorses "
    "Authorizes Commends Expresses Further Also Again Furthermore Recalls Reaffirms "
    "See Ibid Cf Under Both This That These Those His Her Its Their According Moreover Furthermore".split()
)
_LINK_WORDS = frozenset({"of", "for", "and", "on", "the", "to"})
_OFFICE_WORDS = frozenset(
    "Government Governments Mission Rapporteur Rapporteurs Representative Minister President "
    "Vice-President Chair Chairman Chairperson Deputy Director Secretary Ambassador Member Members "
    "Judge Judges Mr Ms Mrs Article Articles Law Act Convention Article Commissioner Registrar "
    "State States Section Rule".split()
)


@cache
def _named() -> Pattern:
    heads = _heads("named")
    return compile_pattern(
        rf"\b(?:{_WORD} {_LINK}){{0,6}}(?:{heads})\b{_TAIL}"
        rf"|\b(?:{_WORD} ){{1,3}}(?:{_heads('lower')})\b(?: (?:of|in) {_WORD}(?: {_WORD}){{0,2}})?"
    )


@cache
def _common() -> Pattern:
    return compile_pattern(
        rf"\b[Tt]he (?:same |said )?(?:{_heads('adjective')}){{0,2}}(?:{_heads('common')}|{_heads('person')})\b"
    )


def _heads(kind: str) -> str:
    words = [row["form"] for row in load_table("institution_words") if row["kind"] == kind]
    words.sort(key=lambda word: (-len(word), word))
    tail = " " if kind == "adjective" else ""
    return "|".join(word.replace(".", r"\.") + tail for word in words)


@cache
def _bystanders() -> frozenset[str]:
    rows = load_table("institution_words")
    return frozenset(row["form"] for row in rows if row["kind"] == "person")


@cache
def _head_words() -> frozenset[str]:
    return frozenset(
        row["form"] for row in load_table("institution_words") if row["kind"] == "named"
    )


@cache
def _bare_heads() -> frozenset[str]:
    """Head words whose bare form is a body of the United Nations, left to the organ matcher."""
    return frozenset(
        row["form"] for row in load_table("institution_words") if row["bare"] == "organ"
    )


@cache
def _acronym() -> Pattern:
    # Run on short slices only, where ``re`` is faster than a call into RE2.
    return compile_pattern(r" \(([A-Z]{2,8})\)", engine="re")


@cache
def _capitals() -> Pattern:
    return compile_pattern(r"\b[A-Z]{2,8}\b")


@cache
def _offices() -> Pattern:
    return compile_pattern(rf"\b(?:{_WORD} ){{1,4}}(?:{_heads('office')})\b(?: of {_WORD}){{0,1}}")


@cache
def _branches() -> frozenset[str]:
    return frozenset(
        row["form"] for row in load_table("institution_words") if row["kind"] == "branch"
    )


def branch_start(text: str, position: int) -> int | None:
    """Where the name begins that ends in the State at *position*: "Caritas" in "Caritas Ecuador".

    >>> branch_start("Caritas Ecuador", 8), branch_start("In Ecuador", 3)
    (0, None)
    """
    if not position or text[position - 1] != " ":
        return None
    start = text.rfind(" ", 0, position - 1) + 1
    return start if text[start : position - 1] in _branches() else None


def iter_institutions(text: str) -> Iterator[Piece]:
    """Institutions named in *text* (a view in English), local in reach.

    An acronym given in brackets after a name stands for it from there on.
    """
    acronyms: dict[str, Entry] = {}
    for found in _named().finditer(text):
        start, end = found.span()
        if _runs_into_state(text[start:end]):
            continue
        for piece in _named_pieces(text, start, end):
            yield piece
            short = _acronym().match(text[piece.end : piece.end + _ACRONYM_CHARS])
            if short and piece.entry.kind is EntryKind.INSTITUTION:
                acronyms.setdefault(short.group(1) or "", piece.entry)
    yield from _iter_acronyms(text, acronyms)
    for found in _offices().finditer(text):
        start, end = found.span()
        words = text[start:end]
        first, _, rest = words.partition(" ")
        if first in _DROPPED_FIRST:
            start, words = start + len(first) + 1, rest
        if " " in words:
            entry = Entry(EntryKind.POST, make_slug(words), words, "institution_words")
            yield Piece(start, end, entry, rank=6)
    for found in _common().finditer(text):
        start, end = found.span()
        start += 4
        if text.startswith(("same ", "said "), start):
            start += 5
        words = text[start:end]
        kind = EntryKind.BYSTANDER if words.split()[-1] in _bystanders() else EntryKind.COMMON
        yield Piece(start, end, Entry(kind, make_slug(words), words, "institution_words"), 5)


@cache
def _headed_states() -> tuple[str, ...]:
    """States whose name ends like an institution's: "Russian Federation"."""
    names = (state.name for state in load_states().values())
    return tuple(sorted(f" {n}" for n in names if n.rpartition(" ")[2] in _WEAK_HEADS))


def _runs_into_state(name: str) -> bool:
    """ "Doe Russian Federation", in a list of members, not "Court of the Russian Federation"."""
    state = next((s for s in _headed_states() if name.endswith(s)), "")
    before = name.removesuffix(state) if state else ""
    return bool(before) and before.rpartition(" ")[2] not in {"of", "the", "for", "in"}


def _iter_acronyms(text: str, acronyms: dict[str, Entry]) -> Iterator[Piece]:
    if not acronyms:
        return
    for found in _capitals().finditer(text):
        start, end = found.span()
        entry = acronyms.get(text[start:end])
        if entry:
            yield Piece(start, end, entry, rank=1)


def _after_office(start: int, words: str) -> tuple[int, str]:
    """*words* without an office before the institution: "Chairman of the" Supreme Court."""
    tokens = words.split(" ")
    cut = 0
    for i, word in enumerate(tokens):
        if word in _OFFICE_WORDS:
            following = tokens[i + 1 : i + 2]
            if word != "State" or _LINK_WORDS.intersection(following):
                cut = i + 1  # not "State Secretariat for Migration"
        elif word in _head_words():
            break
    while cut and cut < len(tokens) and tokens[cut] in _LINK_WORDS:
        cut += 1
    if not cut:
        return start, words
    dropped = " ".join(tokens[:cut])
    return start + len(dropped) + 1, " ".join(tokens[cut:])


def _is_document(words: str) -> bool:
    """Whether a treaty or the like is named before any head word: "Agreement on Movement"."""
    for token in words.split(" "):
        if token in _DOCUMENT_WORDS:
            return True
        if token in _head_words():
            return False
    return False


def _named_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The institutions at ``[start, end)``: "Ministry of Justice and the Supreme Court" is two."""
    number = _number().match(text[end : end + _NUMBER_CHARS])
    if number and text.endswith(" No", start, end):
        end += number.end()
    cursor = start
    for cut in _joints().finditer(text[start:end]):
        left, right = text[cursor : start + cut.start()], text[start + cut.end() : end]
        if right.split(" ", 1)[0] in _OFFICE_WORDS:
            end = start + cut.start()
            break
        if _has_head(left) and (_is_known(right) or _has_head(_first_of(right))):
            piece = _named_piece(text, cursor, start + cut.start())
            if piece:
                yield piece
            cursor = start + cut.end()
    piece = _named_piece(text, cursor, end)
    if piece:
        yield piece


@cache
def _joints() -> Pattern:
    # Run on one name only, where ``re`` is faster than a call into RE2.
    return compile_pattern(r",(?: and)?(?: the)? | (?:and|to)(?: the)? | against the ", engine="re")


@cache
def _number() -> Pattern:
    return compile_pattern(r"\. ?\d{1,4}(?: of [A-Z]\w+)?", engine="re")


def _first_of(words: str) -> str:
    return words.split(", ", 1)[0].split(" and ", 1)[0]


def _is_known(words: str) -> bool:
    """Whether *words* begin with a name of the tables."""
    entries = load_gazetteer("en").entries
    tokens = words.split(" ", _MOST_KNOWN_WORDS)
    return any(" ".join(tokens[:size]) in entries for size in range(2, len(tokens) + 1))


def _has_head(words: str) -> bool:
    heads = _head_words() - _WEAK_HEADS
    words = words.removesuffix("'s")
    return any(word in heads for word in words.split(" ")) or words in heads


def _named_piece(text: str, start: int, end: int) -> Piece | None:
    words = text[start:end]
    while True:
        first, _, rest = words.partition(" ")
        if first in _DROPPED_FIRST and rest:
            start += len(first) + 1
            words = rest
            for link in ("of ", "for ", "and ", "on ", "the "):
                if words.startswith(link):
                    start += len(link)
                    words = words[len(link) :]
        else:
            break
    start, words = _after_office(start, words)
    for ending in ("'s", "'"):
        if words.endswith(ending) and words not in _head_words():
            words, end = words[: -len(ending)], end - len(ending)
    if text.startswith(_PLACE_WORDS, end):
        return None
    if words in _bare_heads():
        return None
    if _is_document(words):
        return None
    if not words or words in load_gazetteer("en").entries:
        return None
    kind = EntryKind.SHORT if words in _head_words() else EntryKind.INSTITUTION
    return Piece(start, end, Entry(kind, make_slug(words), words, "institution_words"), rank=4)
