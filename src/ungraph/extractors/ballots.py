"""Votes that a record announces: columns of members, counts, what was voted on and its result.

In favour: Bahrain, China …   Against: None   Abstaining: Pakistan
Operative paragraph 7 was retained by 106 votes to 1, with 28 abstentions.
The draft resolution received 13 votes in favour, none against and 2 abstentions. The draft
resolution has been adopted as resolution 2815 (2026).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from ungraph.extractors.named import find_named_state
from ungraph.extractors.speeches import MeetingRecord
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.linking.agentkeys import describe_state
from ungraph.model.assertion import (
    Agent,
    AgentKey,
    DescribedDocument,
    Inference,
    NodeKey,
    OutcomeType,
    node_key,
)
from ungraph.model.document import Document
from ungraph.model.link import Links
from ungraph.model.procedure import Vote
from ungraph.model.span import Span
from ungraph.readers.recordlines import match_line, search_line, table_value
from ungraph.readers.speeches import RecordLine, SpokenPart

__all__ = ["Ballots", "extract_ballots"]

_NUMBERS = {"none": 0, "no": 0, "zero": 0, "zéro": 0, "aucune": 0, "ninguno": 0, "ninguna": 0,
            "one": 1, "une": 1, "uno": 1, "una": 1, "одного": 1, "واحد": 1}  # fmt: skip
_NOBODY = frozenset(
    {"none", "néant", "aucun", "ninguno", "ninguna", "никто", "нет", "无", "لا أحد"}
)
_ANNOUNCED_CHARS = 900
_NEAR = 60
_RESULTS = ("/RES/", "/DEC/")
_DRAFT = re.compile(r"/L\.\d|^S/\d{4}/\d+|^S/\d{3,5}(?:/|\Z)|/CRP\.\d")
_SPOKEN_OF = "the draft that was last spoken of before the vote"
_TEXT_WORDS = re.compile(r"\bdraft\b|projet|proyecto|проект|مشروع|草案", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ballots:
    """The votes of a record, the States that voted, and texts put to the vote that have no
    symbol there."""

    votes: tuple[Vote, ...] = ()
    agents: tuple[Agent, ...] = ()
    described: tuple[DescribedDocument, ...] = ()


@dataclass(slots=True)
class _Open:
    """A vote whose columns are being read."""

    columns: dict[str, list[tuple[str, Span]]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)


def extract_ballots(document: Document, links: Links, record: MeetingRecord) -> Ballots:
    """The votes by members that the course of the meeting in *record* announces."""
    reader = _Reader(document, links, record)
    open_vote: _Open | None = None
    column = ""
    for item in record.course:
        if isinstance(item, RecordLine) and item.kind in ("column", "members"):
            open_vote = open_vote or _Open()
            column = reader.read_column(open_vote, item, column)
        elif open_vote is not None:
            if isinstance(item, RecordLine) and item.kind == "imprint":
                continue
            reader.close(open_vote, item)
            open_vote, column = None, ""
    if open_vote is not None:
        reader.close(open_vote, None)
    states = tuple(reader.states[code] for code in sorted(reader.states))
    return Ballots(tuple(reader.votes), states, tuple(reader.described))


class _Reader:
    def __init__(self, document: Document, links: Links, record: MeetingRecord) -> None:
        self.document = document
        self.meeting = record.meeting
        self.votes: list[Vote] = []
        self.states: dict[str, Agent] = {}
        self.described: list[DescribedDocument] = []
        self._cited = [
            (link.mention.span, link.target)
            for link in links.links
            if isinstance(link.target, DocumentSymbol)
        ]
        self._starts = [span.start for span, _ in self._cited]

    def read_column(self, vote: _Open, line: RecordLine, column: str) -> str:
        """Take the members of one line; the name of the column they stand in."""
        text = self.document.quote(line.span)
        start = 0
        if line.kind == "column":
            head = match_line("column", text)
            if head is None:
                return column
            column, start = table_value("column", head[0]), head.end()
        vote.spans.append(line.span)
        members = vote.columns.setdefault(column, [])
        for found in re.finditer(r"[^,،、;\n][^,،、;]*", text[start:]):
            name = " ".join(found[0].split()).strip(" .")
            if name and name.lower() not in _NOBODY:
                first = line.span.start + start + found.start()
                members.append((name, Span(first, first + len(found[0].rstrip()))))
        return column

    def close(self, vote: _Open, item: SpokenPart | RecordLine | None) -> None:
        """The vote whose columns are read, with what *item*, the next words, announces of it."""
        announced = self._announcement(item)
        text = self.document.quote(announced) if announced is not None else ""
        counted = search_line("count", " ".join(text.split()))
        members: dict[str, tuple[AgentKey, ...]] = {}
        unresolved: list[tuple[str, str]] = []
        for column, names in vote.columns.items():
            keys = [(name, self._state(name)) for name, _ in names]
            members[column] = tuple(dict.fromkeys(key for _, key in keys if key is not None))
            unresolved += [(column, name) for name, key in keys if key is None]
        counts = {name: len(names) for name, names in vote.columns.items()}
        said = counted.groupdict() if counted is not None else {}
        counts.update({name: _number(words) for name, words in said.items() if words})
        evidence = [*vote.spans, *([announced] if announced is not None else [])]
        of, pinpoint, inferences = self._subject(vote.spans[0].start, announced)
        first = self.document.quote(vote.spans[0])[:200]
        self.votes.append(
            Vote(
                node_key("vote", " ".join(text.split())[:300], first, str(counts)),
                tuple(evidence),
                self.meeting.held_on if self.meeting else None,
                favour=members.get("favour", ()),
                against=members.get("against", ()),
                abstaining=members.get("abstaining", ()),
                absent=members.get("absent", ()),
                favour_count=counts.get("favour"),
                against_count=counts.get("against"),
                abstaining_count=counts.get("abstaining"),
                absent_count=counts.get("absent"),
                result=_result(text),
                unresolved=tuple(unresolved),
                of=of,
                pinpoint=pinpoint,
                adopted_as=self._became(announced),
                during=self.meeting.key if self.meeting else None,
                from_words=True,
                inferences=inferences,
            )
        )

    def _announcement(self, item: SpokenPart | RecordLine | None) -> Span | None:
        if item is None:
            return None
        start = item.speaker.span.end if isinstance(item, SpokenPart) else item.span.start
        end = min(item.span.end, start + _ANNOUNCED_CHARS)
        if isinstance(item, SpokenPart):
            line_end = self.document.text.find("\n\n", start, end)
            end = line_end if line_end > 0 else end
            start += len(self.document.text[start:end]) - len(
                self.document.text[start:end].lstrip(" :：\u00a0")
            )
        text = " ".join(self.document.text[start:end].split())
        if not search_line("count", text) and _result(text) is None:
            return None
        return Span(start, end)

    def _state(self, name: str) -> AgentKey | None:
        code = find_named_state(name)
        if code is None:
            return None
        return self.states.setdefault(code, describe_state(code)).key

    def _cited_in(self, span: Span) -> Sequence[tuple[Span, DocumentSymbol]]:
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return self._cited[first:last]

    def _became(self, announced: Span | None) -> DocumentSymbol | None:
        if announced is None:
            return None
        cited = [symbol for _, symbol in self._cited_in(announced)]
        return next((s for s in cited if any(mark in s.text for mark in _RESULTS)), None)

    def _subject(
        self, start: int, announced: Span | None
    ) -> tuple[DocumentSymbol | NodeKey, str | None, tuple[Inference, ...]]:
        """What was voted on: the draft that the announcement names, else the last one before."""
        text = self.document.text
        pinpoint = _part_of_text(text[announced.start : announced.end]) if announced else None
        if announced is not None:
            for _, symbol in self._cited_in(announced):
                if _DRAFT.search(symbol.text):
                    return _corrected(symbol), pinpoint, ()
        for span, symbol in reversed(self._cited[: bisect_left(self._starts, start)]):
            around = text[max(0, span.start - _NEAR) : span.end + _NEAR]
            if _DRAFT.search(symbol.text) and _TEXT_WORDS.search(around):
                reason = Inference("ung:voteOf", _SPOKEN_OF, 0.85, (span,))
                return _corrected(symbol), pinpoint, (reason,)
        where = announced or Span(start, min(len(text), start + 1))
        label = " ".join(text[where.start : where.end].split())[:160]
        key = node_key("text", "put-to-vote", label, str(len(self.votes)))
        self.described.append(DescribedDocument(key, label, (where,), "draft-resolution"))
        return key, pinpoint, ()


_PART = re.compile(
    r"\s*(?P<part>(?:The )?(?:\w+ ){0,3}(?:paragraph|preambular|operative|amendment|article|section)"
    r"[^.]{0,60}?) (?:was|were) ",
    re.IGNORECASE,
)


def _corrected(symbol: DocumentSymbol) -> DocumentSymbol:
    """ "A/48/L.13 and Corr.1" is put to the vote: the draft, as its corrigendum has it."""
    base, mark, _ = symbol.text.rpartition("/Corr.")
    return DocumentSymbol(base) if mark else symbol


def _part_of_text(words: str) -> str | None:
    """ "Operative paragraph 7 was retained by …": the part that was voted on separately."""
    found = _PART.match(words)
    if found is None or "draft" in found["part"].lower()[:12]:
        return None
    return " ".join(found["part"].split())


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS.get(words.lower(), 0)


def _result(text: str) -> OutcomeType | None:
    if search_line("failed", text):
        return OutcomeType.REJECTED
    return OutcomeType.ADOPTED if search_line("carried", text) else None
