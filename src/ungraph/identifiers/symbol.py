"""Document symbols as values: A/HRC/4/60, A/RES/926(X), S/RES/1325(2000), E/CN.4/2005/L.11/Add.7.

symbol   = organ *( "/" body ) [ "/" session-or-year ] [ "/" nature ] "/" number *( "/" modifier )
old      = organ "/RES/" number "(" [ "S-" / "ES-" ] ROMAN ")" [ letter ]
sc       = "S/RES/" number "(" year ")"
joint    = symbol "-" symbol                 A/72/707-S/2018/43: one document, two symbols
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, total_ordering

from ungraph.errors import IdentifierError
from ungraph.identifiers.bodies import body_of_symbol, load_symbol_prefixes
from ungraph.identifiers.roman import parse_roman

__all__ = ["DocumentSymbol", "SymbolParts", "parse_symbol", "treaty_symbol"]

_TREATY = "treaty:"
_DASHES = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX") | dict.fromkeys(map(ord, "‐‑‒–—−－"), "-") | {
    ord("（"): "(",
    ord("）"): ")",
    ord("／"): "/",
    ord("．"): ".",
    ord("⁄"): "/",
    ord("["): None,
    ord("]"): None,
    ord("\u00ad"): None,
    ord("\u200b"): None,
    ord("\u200e"): None,
    ord("\u200f"): None,
    ord("\ufeff"): None,
}
_PARTS = re.compile(r"(Parts? ?[IVX]+) ?(?:y|et|и|و|和) ?([IVX]+)")
_BLANKS = re.compile(r"\s+")
_LOST_SLASH = re.compile(r"(?<=\d)(?=(?:Add|Corr|Rev|L|CRP|WP)\.\d)")
_SEGMENT = re.compile(
    r"[0-9A-Za-z][0-9A-Za-z.\-]*(?:\([0-9A-Za-z.,\-]+\)[A-Za-z]?(?:-[A-Za-z])?)*\Z"
)
_JOINT = re.compile(r"-(?=(?:A|S|E|ST|T|CD|ISBA|UNEP|TD|DP|NPT)/)", re.IGNORECASE)
_RESOLVER = re.compile(r"(?:en|fr|es|sp|ru|ar|zh)/(?=[A-Z])")
_LETTER_FIRST = re.compile(r"(\d+)([A-Za-z](?:-[A-Za-z])?)\(((?:E?S-)?[IVXLCivxlc]+)\)\Z")
_OLD_NUMBER = re.compile(r"(\d+)\(((?:E?S-)?[IVXLC]+)\)([A-Z](?:-[A-Z])?)?\Z")
_YEAR_NUMBER = re.compile(r"(\d+)\((\d{4})\)\Z")
_LETTERED = re.compile(r"(\d+)([A-Z](?:-[A-Z])?)\Z")
_MODIFIER = re.compile(r"(Add|Corr|Rev|Amend|Summary|Excerpt)(?:\.([0-9A-Z]+))?(?:\(.*\))?\Z")
_MODIFIER_ANY_CASE = re.compile(r"(add|corr|rev|amend)(?:\.(.*))?\Z", re.IGNORECASE)
_CORRIGENDUM = re.compile(r"corrigendum\Z", re.IGNORECASE)
_FUSED = re.compile(
    r"(PV|SR|L|R|CRP|WP|COMM|HLS|Res|RES|DEC|Dec|INF|NGO|PET|GC|RQ|Q|CO|OC|TC)\.(\d+)(?:-\d+)?\Z"
)
_NATURES = frozenset(
    "RES DEC PRST PV SR L R INF CRP WP NGO PET NI G OR SG Agenda GC SGB AI IC CO D Q RQ REP "
    "PRESS Decisions COMM HLS Res Dec S O LIT".split()
)
_SESSION = re.compile(r"(?:(?:S|ES|SS)[-.])?(?:\d{1,2}|[IVXL]+)\Z")
_BODY_SESSION = re.compile(r"(?:EA|GC|HA|EB|IDB)\.(\d+)\Z")
_FIRST_NUMBER = re.compile(r"\d+(?=-\d)")
_YEAR = re.compile(r"(?:19[4-9]|20[0-9])\d\Z")
_COUNTRY = re.compile(r"[A-Z]{3}\Z")
_FIXED_CASE = {"AGENDA": "Agenda", "DECISIONS": "Decisions", "CORRIGENDUM": "Corr"}
_PIECES = re.compile(r"\d+|\D+")


@dataclass(frozen=True, slots=True)
class SymbolParts:
    """What a symbol says by itself; None or "" where the grammar gives nothing.

    *session* is the ordinal of a regular session (60, 10 for "(X)"), *session_text* the session
    as written ("60", "X", "S-27", "ES-10"). *letter* is the letter of a lettered resolution,
    *part* a bracketed part ("Vol.II"), *modifiers* what follows the number ("Add.1", "Corr.2").
    """

    organ: str
    body_prefix: str
    body: str | None
    session: int | None = None
    session_text: str = ""
    year: int | None = None
    nature: str = ""
    number: int | None = None
    letter: str = ""
    part: str = ""
    country: str = ""
    modifiers: tuple[str, ...] = ()


@total_ordering
@dataclass(frozen=True, slots=True)
class DocumentSymbol:
    """A symbol in normal form: no blanks, hyphens plain, reissue asterisk off, case as displayed.

    Symbols sort as people read them, numbers by value:

    >>> sorted(map(DocumentSymbol, ["A/HRC/10/1", "A/HRC/4/60", "A/HRC/4/7"]))[0].text
    'A/HRC/4/7'
    """

    text: str

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, DocumentSymbol):
            return NotImplemented
        return _order(self.text) < _order(other.text)

    @property
    def key(self) -> str:
        """The form that comparisons use: capitals throughout."""
        return self.text.upper()

    @property
    def slug(self) -> str:
        """Lower case with hyphens, for file names: "a-hrc-4-60"."""
        return re.sub(r"[^a-z0-9]+", "-", self.text.lower()).strip("-")

    @property
    def parts(self) -> SymbolParts:
        """The symbol taken apart; of a joint symbol, its first."""
        return _parts(self.joint[0].text if self.is_joint else self.text)

    @property
    def is_treaty(self) -> bool:
        """Whether this names a treaty or the Charter ("treaty:ICCPR")."""
        return self.text.startswith(_TREATY)

    @property
    def organ(self) -> str:
        """First element: "A", "S", "E", "CCPR"; "" for treaties."""
        return self.parts.organ

    @property
    def body(self) -> str | None:
        """Slug of the body in ``data/bodies.csv``: "hrc" for A/HRC/4/60."""
        return self.parts.body

    @property
    def session(self) -> int | None:
        """Ordinal of the regular session: 60 for A/RES/60/251, 10 for A/RES/926(X)."""
        return self.parts.session

    @property
    def year(self) -> int | None:
        """The year written in the symbol: 2000 for S/RES/1325(2000), 2005 for E/CN.4/2005/51."""
        return self.parts.year

    @property
    def nature(self) -> str:
        """RES, DEC, PRST, PV, SR, L, CRP … or ""."""
        return self.parts.nature

    @property
    def number(self) -> int | None:
        """The number proper: 251 for A/RES/60/251."""
        return self.parts.number

    @property
    def letter(self) -> str:
        """Letter of a lettered resolution: "A" for A/RES/217(III)A."""
        return self.parts.letter

    @property
    def modifiers(self) -> tuple[str, ...]:
        """What follows the number: ("Add.1", "Corr.1")."""
        return self.parts.modifiers

    @property
    def is_resolution(self) -> bool:
        """Whether the symbol is of a resolution."""
        return self.nature == "RES"

    @property
    def is_decision(self) -> bool:
        """Whether the symbol is of a decision."""
        return self.nature == "DEC"

    @property
    def base(self) -> DocumentSymbol:
        """The symbol without its modifiers: A/79/5 for A/79/5/Add.15/Corr.1."""
        count = len(self.modifiers)
        if not count or self.is_joint:
            return self
        return DocumentSymbol("/".join(self.text.split("/")[:-count]))

    @property
    def is_joint(self) -> bool:
        """Whether two symbols are written as one: A/72/707-S/2018/43."""
        return not self.is_treaty and _JOINT.search(self.text) is not None

    @property
    def joint(self) -> tuple[DocumentSymbol, ...]:
        """The symbols of a joint symbol; of any other, itself alone."""
        if self.is_treaty:
            return (self,)
        return tuple(DocumentSymbol(part) for part in _JOINT.split(self.text))


def treaty_symbol(code: str) -> DocumentSymbol:
    """A treaty or the Charter as a value: ``treaty_symbol("ICCPR")`` is "treaty:ICCPR".

    Raises IdentifierError unless *code* is capitals, digits and hyphens.

    >>> treaty_symbol("OP-ICCPR").text
    'treaty:OP-ICCPR'
    """
    if not re.fullmatch(r"[A-Z][A-Z0-9\-]*", code):
        raise IdentifierError(f"not a treaty code: {code!r}", advice="Write it like ICCPR")
    return DocumentSymbol(_TREATY + code)


def parse_symbol(text: str) -> DocumentSymbol:
    """The value of *text*, in normal form.

    Accepts what the UN itself writes: blanks inside ("S/RES/1718 (2006)"), other hyphens, any
    case ("a/hrc/res/4/1"), a reissue asterisk, a missing closing bracket, the letter before the
    session ("A/RES/217 A (III)"), catalogue brackets ("A/RES/50/204[A]"). Raises IdentifierError
    for anything else.

    >>> parse_symbol("s/res/1718 (2006").text, parse_symbol("A/RES/217 A (III)").text
    ('S/RES/1718(2006)', 'A/RES/217(III)A')
    >>> parse_symbol("and/or")
    Traceback (most recent call last):
    ungraph.errors.IdentifierError: not a document symbol: 'and/or': no organ has the prefix 'AND'
    """
    return _parse(text)


@lru_cache(maxsize=16384)
def _parse(text: str) -> DocumentSymbol:
    if text.startswith(_TREATY):
        return treaty_symbol(text[len(_TREATY) :])
    folded = _PARTS.sub("\\1and\\2", text.translate(_DASHES))
    folded = _BLANKS.sub("", folded).rstrip("*.,;:/").lstrip("/")
    folded = _RESOLVER.sub("", folded, count=1) if _RESOLVER.match(folded) else folded
    folded = _LOST_SLASH.sub("/", folded)
    if folded.count("(") == folded.count(")") + 1:
        folded += ")"
    return DocumentSymbol("-".join(_normal_single(single, text) for single in _JOINT.split(folded)))


def _normal_single(symbol: str, original: str) -> str:
    segments = symbol.split("/")
    if len(segments) < 2:
        raise IdentifierError(f"not a document symbol: {original!r}", why="it has no slash")
    organ = segments[0].upper()
    stem = re.split(r"[.(]", organ, maxsplit=1)[0]
    if stem not in load_symbol_prefixes():
        raise IdentifierError(
            f"not a document symbol: {original!r}", why=f"no organ has the prefix {stem!r}"
        )
    for segment in segments:
        if not _SEGMENT.match(segment):
            raise IdentifierError(
                f"not a document symbol: {original!r}", why=f"odd element {segment!r}"
            )
    named = [organ, *(_normal_segment(segment) for segment in segments[1:])]
    return "/".join(named)


def _normal_segment(segment: str) -> str:
    modifier = _MODIFIER_ANY_CASE.match(segment)
    if modifier:
        word, number = modifier.groups()
        return word.capitalize() + (f".{number}" if number else "")
    if _CORRIGENDUM.match(segment):
        return "Corr"
    letter_first = _LETTER_FIRST.match(segment)
    if letter_first:
        number, letter, session = letter_first.groups()
        return f"{number}({session.upper()}){letter.upper()}"
    head, bracket, part = segment.partition("(")
    if head.upper() in _FIXED_CASE:
        return _FIXED_CASE[head.upper()]
    head = _normal_head(head)
    return head + _normal_part(bracket + part) if bracket else head


def _normal_head(head: str) -> str:
    word, dot, number = head.partition(".")
    if word.upper() == "SUB":
        return f"Sub{dot}{number}"
    if dot and word.upper() in {"RES", "DEC"}:
        return f"{word.capitalize()}.{number.upper()}"
    if head[:1].isdigit() or head.islower() or word.upper() in _NATURES - {"Agenda"}:
        return head.upper()
    return head


def _normal_part(part: str) -> str:
    inner, tail = part[1:].split(")", 1) if ")" in part else (part[1:], "")
    upper = inner.upper()
    found = re.match(r"(VOL|PARTS?|SECT|SUPP|INTRODUCTION|PP)(.*)", upper)
    if found:
        word, rest = found.groups()
        shown = {"SUPP": "SUPP", "PP": "pp"}.get(word, word.capitalize())
        inner = f"{shown}{rest.replace('AND', 'and')}"
    else:
        inner = upper
    return f"({inner}){tail.upper() if not tail.startswith('(') else _normal_part(tail)}"


@lru_cache(maxsize=16384)
def _order(text: str) -> tuple[tuple[int, int | str], ...]:
    return tuple(
        (0, int(piece)) if piece.isdigit() else (1, piece)
        for piece in _PIECES.findall(text.upper())
    ) + ((2, text),)


@lru_cache(maxsize=16384)
def _parts(text: str) -> SymbolParts:
    if text.startswith(_TREATY) or "/" not in text:
        return SymbolParts("", "", None)
    segments = text.split("/")
    body_slug, prefix = body_of_symbol(text)
    organ = re.split(r"[.(]", segments[0], maxsplit=1)[0]
    rest = segments[prefix.count("/") + 1 :] if prefix else segments[1:]
    modifiers: list[str] = []
    while len(rest) > 1 and _MODIFIER.match(rest[-1]):
        modifiers.insert(0, rest.pop())
    session: int | None = None
    session_text = ""
    year: int | None = None
    nature = country = letter = part = ""
    number: int | None = None
    if own_session := _BODY_SESSION.search(prefix):
        session, session_text = int(own_session[1]), own_session[1]
    for position, segment in enumerate(rest):
        last = position == len(rest) - 1
        bare, bracket, inner = segment.partition("(")
        if (old := _OLD_NUMBER.match(segment)) and nature == "RES":
            number, session_text, letter = int(old[1]), old[2], old[3] or ""
            session = parse_roman(old[2]) if "-" not in old[2] else None
        elif (dated := _YEAR_NUMBER.match(segment)) and nature == "RES":
            number, year = int(dated[1]), int(dated[2])
        elif segment in _NATURES:
            nature = segment.upper() if segment != "Agenda" else segment
        elif fused := _FUSED.match(segment):
            nature, number = fused[1].upper(), int(fused[2])
        elif not last and year is None and _YEAR.match(segment):
            year = int(segment)
        elif not last and not session_text and _SESSION.match(segment):
            session_text = segment
            session = int(segment) if segment.isdigit() else None
        elif last and (lettered := _LETTERED.match(bare)):
            number, letter = int(lettered[1]), lettered[2]
        elif bare.isdigit():
            number = int(bare)
        elif ranged := _FIRST_NUMBER.match(segment):
            number = int(ranged[0])
        elif _COUNTRY.match(segment) and not last:
            country = segment
        if bracket and number is not None and not _YEAR_NUMBER.match(segment):
            if not _OLD_NUMBER.match(segment):
                part = inner.split(")", 1)[0]
    return SymbolParts(
        organ, prefix, body_slug, session, session_text, year, nature, number, letter, part,
        country, tuple(modifiers),
    )  # fmt: skip
