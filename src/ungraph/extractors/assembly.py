"""Drafts → records: keys over words, spans back in the text, one act for each government named."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import (
    Act,
    ActType,
    Citation,
    Inference,
    NodeKey,
    NonOccurrence,
)
from ungraph.model.document import Document, Status
from ungraph.model.span import Span

__all__ = ["build_act", "build_silence"]


def build_act(document: Document, draft: Draft) -> Act:
    """The act that *draft* became."""
    return Act(
        key=draft.key,
        act_type=draft.act_type,
        cue=_words(document, draft.cue),
        evidence=_evidence(document, draft),
        agents=draft.agents,
        addressees=draft.addressees,
        on_behalf_of=draft.on_behalf_of,
        theme=_words(document, draft.theme) if draft.theme else None,
        about=draft.about,
        date=draft.date if draft.until is None else None,
        period_from=draft.date if draft.until is not None else None,
        period_until=draft.until,
        performed_in=document.symbol if draft.own_document else _cited(draft.instrument),
        pinpoint=draft.pinpoint or (draft.instrument.pinpoint if draft.instrument else None),
        during=draft.during,
        in_response_to=draft.in_response_to,
        ground=draft.ground,
        content=draft.contents,
        calls_meeting=draft.calls_meeting,
        established=draft.established,
        target=_cited(draft.target),
        negated=draft.negated,
        modality=draft.modality,
        attribution=draft.attribution,
        rule=draft.row.id,
        status=_status(draft),
        inferences=(*draft.inferences, *_dated(document, draft)),
    )


def _dated(document: Document, draft: Draft) -> tuple[Inference, ...]:
    """Why a date is one that its own words do not say in full."""
    if draft.date is None or draft.until is not None or draft.date_leans_on is None:
        return ()
    words = (document.view.to_text(draft.date_leans_on),)
    reason = "the year, or the day, is that of the full date before it in the paragraph"
    return (Inference("dcterms:date", reason, 0.85, words),)


def build_silence(document: Document, draft: Draft) -> NonOccurrence:
    """The absence that *draft* became, as of the date of the document."""
    issued = document.masthead.date
    inferences = [*draft.inferences, *_dated(document, draft)]
    as_of = None
    if issued is not None:
        as_of = issued.value
        inferences.append(
            Inference(
                "ung:asOf",
                "the date on the title page: the latest day the text can speak of",
                0.9,
                issued.spans,
            )
        )
    return NonOccurrence(
        key=draft.key,
        cue=_words(document, draft.cue),
        evidence=_evidence(document, draft),
        expected_act=ActType.RESPOND,
        expected_from=draft.agents,
        addressees=draft.addressees,
        theme=_words(document, draft.theme) if draft.theme else None,
        as_of=as_of,
        date=draft.date if draft.until is None else None,
        in_response_to=draft.in_response_to,
        rule=draft.row.id,
        status=_status(draft),
        inferences=tuple(inferences),
    )


def _evidence(document: Document, draft: Draft) -> tuple[Span, ...]:
    spans = {draft.evidence, *draft.more_evidence}
    return tuple(document.view.to_text(span) for span in sorted(spans))


def _status(draft: Draft) -> Status:
    return Status.EXPLICIT


def _words(document: Document, span: Span) -> str:
    return document.quote(document.view.to_text(span))


def _cited(citation: Citation | None) -> DocumentSymbol | NodeKey | None:
    return citation.cited if citation is not None else None
