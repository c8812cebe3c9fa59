"""Ibid. → what the note before cites, when nothing but that stands there; else open.

Accepted: "12 See A/56/156, para. 3. 13 Ibid., para. 5", also in footnotes of their own and in
brackets of one paragraph. Open: after a note that cites several documents, or has other words
behind its citation. No citation at all: "Ibid., Sixty-seventh Session, Supplement No. 53", where
"ibid." stands for a series and what follows says which document is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.matchers.values import (
    ActReference,
    BackReference,
    DescribedAct,
    NumberedReference,
    SymbolReference,
    TreatyReference,
)
from ungraph.model.document import BlockKind, Document, Status
from ungraph.model.link import Candidate, Link
from ungraph.model.mention import Mention

__all__ = ["NotesBefore"]

_CITING = (ActReference, DescribedAct, NumberedReference, SymbolReference, TreatyReference)
_MARKS = re.compile(r"[\W\d_]*\Z")
_NEW_NOTE = re.compile(r"\n|[.;)؛。；]\s*[\W_]*\d{1,3}\s")
_ENDS = re.compile(r"[\s.)\]»”;؛；。]*(?:\Z|\n|\d{1,3}\s|[.)\]»”;؛；。])")
_SAME = frozenset({", ", " (", "، ", "，", "("})
_OWN_MARK = re.compile(r"(?:\A|[\s.;)])(\d{1,3})[\s.]+\Z")
_MARK_CHARS = 6
_NOTE_CHARS = 400
_MOST_CHARS = 120
_MOST_LISTED = 5


@dataclass(frozen=True, slots=True)
class _Cited:
    start: int
    end: int
    target: DocumentSymbol | None


class NotesBefore:
    """The citations before a point of the text, in order of their words."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._cited: list[_Cited] = []
        self._own = document.symbol
        self._notes = [b for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
        self._note_starts = [note.span.start for note in self._notes]

    def add(self, link: Link[object]) -> None:
        """Note a citation; the document's own symbol (a page header) is none."""
        value = link.mention.value
        back = isinstance(value, BackReference) and value.how in ("ibid", "back")
        target = link.target if isinstance(link.target, DocumentSymbol) else None
        if not (back or isinstance(value, _CITING)) or (target and target == self._own):
            return
        span = link.mention.span
        pinned = getattr(value, "pinpoint_span", None)
        end = max(span.end, pinned.end) if pinned is not None else span.end
        self._cited.append(_Cited(span.start, end, target))

    def link(self, mention: Mention[object]) -> Link[object]:
        """What this "ibid." means."""
        value = mention.value
        assert isinstance(value, BackReference)
        if not self._is_whole(mention, value):
            return Link(mention, None, "ibid. stands for a series; what follows says which part")
        if not self._cited:
            return Link(mention, None, "nothing is cited before")
        start = mention.span.start
        note = bisect_right(self._note_starts, start) - 1
        in_note = note >= 0 and start < self._notes[note].span.end
        begin, stop = self._bounds(note) if in_note else (0, start)
        found = [c for c in self._cited[-_MOST_LISTED:] if begin <= c.start < stop]
        if not found:
            return Link(mention, None, "nothing is cited in the note before")
        last = found[-1]
        text = self._document.text
        if not in_note and not self._is_note_before(start, last):
            return self._open(mention, [last], "the note before is not the last citation")
        if last.target is None or stop - last.end > _MOST_CHARS:
            return Link(mention, None, "what is cited before is open, or too far away")
        if not _MARKS.match(self._plain(text[last.end : stop])):
            return self._open(mention, [last], "other words stand between")
        beside = [last]
        for one in reversed(found[:-1]):
            if _NEW_NOTE.search(text[one.end : beside[-1].start]):
                break
            if one.target is None and text[one.end : beside[-1].start] in _SAME:
                continue  # "General comment No. 14 (2000), E/C.12/2000/4": one document
            beside.append(one)
        if len({one.target for one in beside}) > 1:
            return self._open(mention, beside, "the note before cites several documents")
        reason = "the only document of the note or citation before"
        return Link(mention, last.target, reason, Status.INFERRED, 0.85)

    def _bounds(self, note: int) -> tuple[int, int]:
        """Where the words lie that a note's "ibid." can mean: the same note, or the one before."""
        own = self._notes[note].span
        if self._cited[-1].start >= own.start:
            return own.start, own.end
        if note == 0:
            return own.start, own.start
        before = self._notes[note - 1].span
        return before.start, before.end

    def _is_note_before(self, start: int, last: _Cited) -> bool:
        """Whether the citation *last* can stand in the note before an "ibid." whose own number is
        printed; on a flat page the body goes on between two notes."""
        text = self._document.text
        mark = _OWN_MARK.search(text, max(0, start - _MARK_CHARS), start)
        if mark is None or int(mark[1]) < 2:
            return True
        before = int(mark[1]) - 1
        begin = text.rfind("\n", max(0, last.start - _NOTE_CHARS), last.start) + 1
        words = text[max(begin, last.start - _NOTE_CHARS) : last.start]
        return re.search(rf"(?<!\d){before}(?:\Z|[^\d/.\w])", words) is not None

    def _is_whole(self, mention: Mention[object], value: BackReference) -> bool:
        """Whether a pinpoint follows, or nothing more."""
        end = mention.span.end
        if value.pinpoint_span is not None and 0 <= value.pinpoint_span.start - end < 5:
            return True
        after = self._document.text[end : end + 24]
        return _ENDS.match(after) is not None

    def _plain(self, words: str) -> str:
        """*words* without the page header that a flat text has in them."""
        return words.replace(self._own.text, "") if self._own is not None else words

    def _open(self, mention: Mention[object], cited: list[_Cited], reason: str) -> Link[object]:
        targets = dict.fromkeys(c.target for c in cited if c.target is not None)
        ranked = tuple(
            Candidate(target, round(0.5 - 0.1 * i, 2), "cited just before")
            for i, target in enumerate(targets)
        )
        return Link(mention, None, reason, candidates=ranked)
