"""Decisions that a record notes between the speeches: what the organ adopted, what it decided so.

    Le projet de résolution A/76/L.85 est adopté (résolution 76/306).   Así queda acordado.
    There being no objection, it is so decided.

English sentences in the past tense are told by the lexicon of acts; what it told already is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ungraph.extractors.speeches import MeetingRecord
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import Act, ActType, AgentKey, Assertions, Inference, node_key
from ungraph.model.document import Document
from ungraph.model.link import Links
from ungraph.model.span import Span
from ungraph.readers.recordlines import search_line
from ungraph.readers.speeches import RecordLine

__all__ = ["extract_decisions"]

_RULE = "record-decision"
_MET = "the organ whose meeting this is"
_RESULTS = ("/RES/", "/DEC/")
_DECIDING = frozenset({ActType.DECIDE, ActType.ADOPT})


def extract_decisions(
    document: Document, links: Links, record: MeetingRecord, assertions: Assertions
) -> tuple[Act, ...]:
    """The acts of the organ that met which *assertions* do not hold yet."""
    organ = document.masthead.organ
    if organ is None or not record.course:
        return ()
    told = [span for a in assertions.acts if a.act_type in _DECIDING for span in a.evidence]
    met = AgentKey(organ.value)
    seen: Counter[str] = Counter()
    made: list[Act] = []
    for kind, cue, span in _noted(document, record):
        if any(span.overlaps(other) for other in told):
            continue
        words = document.quote(span)
        seen[words] += 1
        act = Act(
            node_key("act", _RULE, kind.value, words, seen[words]),
            kind,
            document.quote(cue),
            (span,),
            (met,),
            during=record.meeting.key if record.meeting is not None else None,
            target=_draft_in(links, span) if kind is ActType.ADOPT else None,
            rule=_RULE,
            inferences=(Inference("ung:agent", _MET, 0.9, organ.spans, met),),
        )
        made.append(act)
    return tuple(made)


def _noted(document: Document, record: MeetingRecord) -> Iterator[tuple[ActType, Span, Span]]:
    """Type, cue and sentence of what is noted as decided or adopted."""
    for item in record.course:
        if not isinstance(item, RecordLine) and item.speaker.kind != "chair":
            continue
        text = document.quote(item.span)
        so = search_line("so-decided", text)
        if so is not None:
            start = item.span.start
            cue = Span(start + so.start(), start + so.end())
            yield ActType.DECIDE, cue, cue
        elif isinstance(item, RecordLine) and item.kind == "stage" and document.language != "en":
            carried = search_line("carried", text)
            if carried is not None and search_line("failed", text) is None:
                start = item.span.start
                cue = Span(start + carried.start(), start + carried.end())
                yield ActType.ADOPT, cue, item.span


def _draft_in(links: Links, span: Span) -> DocumentSymbol | None:
    """The first document cited in *span* that is no resolution or decision."""
    for link in links.links:
        target = link.target
        if isinstance(target, DocumentSymbol) and span.contains(link.mention.span):
            if not any(mark in target.text for mark in _RESULTS):
                return target
    return None
