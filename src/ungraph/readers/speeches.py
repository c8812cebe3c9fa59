"""Records of meetings → their course: speeches with their speaker lines, times, stage directions.

A speech of a verbatim record opens with its speaker and a colon ("Ms. Silva (Brazil) (spoke in
French):", "Le Président (parle en espagnol) :", "Г-жа Диалло (Мали):", "哈桑先生（埃及）（以法语发言）：");
one of a summary record with its speaker and a verb ("12. Mr. Diallo (Mali) said that …", "La
Sra. Silva (Brasil) dice que …"). It goes on until another one opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from ungraph.model.document import Block, BlockKind, Document
from ungraph.model.span import Span
from ungraph.readers.recordlines import match_line, read_tongue, record_pattern, table_value

__all__ = ["RecordLine", "SpeakerKind", "SpeakerLine", "SpokenPart", "is_record", "iter_record"]

_RECORDS = frozenset({"verbatim-record", "summary-record"})
_CONTAINERS = frozenset(
    {BlockKind.TITLE_PAGE, BlockKind.SECTION, BlockKind.ANNEX, BlockKind.FOOTNOTE, BlockKind.TABLE}
)
_OPENING_CHARS = 420
_STAGE_CHARS = 700
_HOLDER_CHARS = 90
_PRINTED = r"[^\W\d_][^:：()（）,;\d]{0,70}?(?=\s*[:：(（])"
_PARTICLE = "van|von|der|den|de|del|della|di|da|dos|das|du|la|le|al|el|bin|ibn|ben|bint|y|e|ter|zu"
_WORD = r"(?![a-zà-ÿа-яё])[^\W\d_](?:[\w'’-]|\.(?= \w))*"
_RUNNING = (
    rf"(?:(?:{_PARTICLE})[ -]){{0,3}}{_WORD}(?:[ -](?:(?:{_PARTICLE})[ -]){{0,3}}{_WORD}){{0,5}}"
)
_PAREN = r"[(（](?:[^()（）]|[(（][^()（）]{0,80}[)）]){1,160}[)）]"
_SYMBOL = re.compile(r"(?:^|/)(?:PV|SR)\.\d")
_NUMBER = re.compile(r"\d{1,3} ?\. ?(?=\D)")
_ENDING = ("closed", "suspended", "agenda")
_KINDS = ("opened", "closed", "suspended", "resumed", "imprint", "stage", "agenda")


class SpeakerKind(StrEnum):
    """How a speaker line names who speaks."""

    NAME = "name"
    CHAIR = "chair"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """Who takes the floor, as printed; spans count in the text.

    *name* covers title and name ("Mr. Diallo"), *notes* the words in brackets after it that are
    not about the language ("Mali"), *language* is a BCP 47 tag ("und" for a language without a
    row of its own), *span* the whole line up to the colon or verb.
    """

    kind: SpeakerKind
    span: Span
    name: Span
    notes: tuple[Span, ...] = ()
    language: str | None = None
    reported: bool = False
    office: str = ""


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """One speech: its speaker line, the text from there to its end, and its paragraphs."""

    speaker: SpeakerLine
    span: Span
    fragments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A line between speeches: *kind* is "opened", "closed", "suspended", "resumed", "column" and
    "members" (of a vote), "stage", "agenda", "heading" or "imprint"."""

    kind: str
    span: Span
    fragment: str


def is_record(document: Document) -> bool:
    """Whether *document* is the verbatim or summary record of a meeting, by its type and symbol."""
    stated, symbol = document.masthead.document_type, document.symbol
    if symbol is not None and not _SYMBOL.search(symbol.text):
        return False
    return stated is not None and stated.value in _RECORDS


def iter_record(document: Document) -> Iterator[SpokenPart | RecordLine]:
    """The course of the meeting in order of the text; nothing for a document of another type.

    What stands before the first speaker and belongs to no speech (a list of members) is left out.
    """
    if not is_record(document):
        return
    reported = document.masthead.document_type is not None and (
        document.masthead.document_type.value == "summary-record"
    )
    current: SpokenPart | None = None
    waiting: list[RecordLine] = []
    last = ""
    for block in document.blocks:
        if block.kind in _CONTAINERS:
            continue
        read = _read_block(document, block, reported, current is not None)
        if last in ("column", "members") and _lists_members(document, block, read):
            read = RecordLine("members", block.span, block.fragment)
        last = read.kind if isinstance(read, RecordLine) else ""
        if isinstance(read, SpeakerLine):
            if current is not None:
                yield current
            yield from waiting
            waiting = []
            current = SpokenPart(read, Span(read.span.start, block.span.end), (block.fragment,))
        elif read is not None:
            waiting.append(read)
            if read.kind in _ENDING and current is not None:
                yield current
                current = None
        elif current is not None:
            current = replace(
                current,
                span=Span(current.span.start, max(current.span.end, block.span.end)),
                fragments=(*current.fragments, block.fragment),
            )
    if current is not None:
        yield current
    yield from waiting


def _lists_members(document: Document, block: Block, read: SpeakerLine | RecordLine | None) -> bool:
    """Whether *block*, after the head of a column of votes, goes on with names of members."""
    if isinstance(read, SpeakerLine) or (read is not None and read.kind != "heading"):
        return False
    words = document.quote(block.span).rstrip()
    return words[-1:] not in ".:?!。：" and ("," in words or "、" in words or len(words) < 60)


def _read_block(
    document: Document, block: Block, reported: bool, speaking: bool
) -> SpeakerLine | RecordLine | None:
    """What *block* is: the first of a speech, a line between speeches, or None: more of one."""
    text, offset = document.text, block.span.start
    number = _NUMBER.match(text, offset, block.span.end)
    if number is not None and (block.number is not None or reported):
        offset = number.end()
    words = text[offset : min(block.span.end, offset + _OPENING_CHARS)]
    opener = _read_speaker(words, offset, reported)
    if opener is not None:
        return opener
    line = " ".join(text[offset : min(block.span.end, offset + 2 * _STAGE_CHARS)].split())
    if match_line("column", line):
        return RecordLine("column", block.span, block.fragment)
    if len(line) <= _STAGE_CHARS or line.startswith("[") or not speaking:
        for kind in _KINDS:
            if match_line(kind, line[:_STAGE_CHARS], whole=kind in ("stage", "imprint")):
                return RecordLine(kind, block.span, block.fragment)
    if block.kind is BlockKind.HEADING:
        return RecordLine("heading", block.span, block.fragment)
    return None


@cache
def _speaker() -> re.Pattern[str]:
    """Name, office or chair, with what stands in brackets after it."""
    named = rf"(?:{record_pattern('title')})\s?(?:{_PRINTED}|{_RUNNING})"
    han = rf"[^\W\d_][^\s，。：；:()（）“”]{{0,24}}?(?:{record_pattern('title-after')})"
    return re.compile(
        rf"\s*(?:(?P<chair>{record_pattern('chair')})|(?P<office>{record_pattern('office')})"
        rf"|(?P<named>{named})|(?P<han>{han}))"
        rf"(?=\s*[:：,，(（]|\s\w|[说问指欢感表宣认建介请强重])"
        rf"(?P<notes>(?:\s*{_PAREN}){{0,4}})\s*(?P<sign>[:：]?)\s*"
    )


@cache
def _verb() -> re.Pattern[str]:
    """What follows the speaker in a summary record: perhaps a clause, then a word in small
    letters; or a Chinese verb of saying."""
    return re.compile(
        r"(?:,\s[^:.;]{3,200}?,\s)?(?P<verb>[^\W\d_]{2,}(?:\s\w+){0,4})|[说问指欢感表宣认建介请强重]"
    )


@cache
def _no_speech() -> re.Pattern[str]:
    return re.compile(rf"(?:{record_pattern('no-speech')})\b", re.IGNORECASE)


@cache
def _arabic_saying() -> re.Pattern[str]:
    """A verb of saying before the name: "قالت السيدة ديالو (مالي) إن"."""
    return re.compile(r"\s*(?:قال|قالت|أعرب|أعربت|ذكر|ذكرت|شكر|شكرت|سأل|سألت|طلب|طلبت)\s+")


def _read_speaker(words: str, offset: int, reported: bool) -> SpeakerLine | None:
    lead = _arabic_saying().match(words) if reported else None
    found = _speaker().match(words, lead.end() if lead else 0)
    if found is None or (not found["sign"] and not reported):
        return None
    end = found.end("notes") if found["notes"] else found.end(_name_group(found))
    if not found["sign"] and lead is None and not _is_spoken(words, found.end()):
        return None
    group = _name_group(found)
    if group == "chair" and found["sign"] and _names_holder(words[found.end() :]):
        return None
    name = Span(offset + found.start(group), offset + found.end(group))
    notes, language = _read_notes(words, found.start("notes"), found.end("notes"), offset)
    return SpeakerLine(
        SpeakerKind.NAME if group in ("named", "han") else SpeakerKind(group),
        Span(name.start, offset + end),
        name,
        notes,
        language,
        reported=not found["sign"],
        office=table_value("office", found["office"]) if found["office"] else "",
    )


def _names_holder(rest: str) -> bool:
    """Whether a line goes on with a name alone: "Chairperson: Mr. Okoye" of the title page."""
    line = rest.strip().partition("\n")[0]
    return len(line) < _HOLDER_CHARS and _holder().match(line) is not None


@cache
def _holder() -> re.Pattern[str]:
    titles = f"{record_pattern('title')}|{record_pattern('title-after')}"
    return re.compile(rf"(?:{titles})\s?[^.:!?]{{2,60}}\Z|[^.:!?\s]{{2,24}}(?:{titles})\Z")


def _name_group(found: re.Match[str]) -> str:
    return next(name for name in ("chair", "office", "named", "han") if found[name] is not None)


def _is_spoken(words: str, position: int) -> bool:
    """Whether the words after a name in a summary record say that its bearer speaks."""
    verb = _verb().match(words, position)
    if verb is None:
        return False
    said = verb["verb"]
    if said is None:
        return True
    return said[0].islower() and not _no_speech().match(said) or _is_arabic(said)


def _is_arabic(said: str) -> bool:
    return said.startswith(("قال", "أعرب", "ذكر", "شكر", "سأل", "طلب", "رأى", "أشار"))


def _read_notes(
    words: str, start: int, end: int, offset: int
) -> tuple[tuple[Span, ...], str | None]:
    notes: list[Span] = []
    language: str | None = None
    for found in re.finditer(_PAREN, words[start:end]):
        inside = found[0][1:-1].strip()
        tongue = read_tongue(inside)
        if tongue is not None:
            language = tongue
            continue
        first = (
            offset
            + start
            + found.start()
            + 1
            + (len(found[0][1:-1]) - len(found[0][1:-1].lstrip()))
        )
        notes.append(Span(first, first + len(inside)))
    return tuple(notes), language
