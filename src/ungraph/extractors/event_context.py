"""When a document was made, and in or for which session: what is past for it, and what is to come.

The date of adoption or of the title page; else the session its symbol names ("A/65/273": before
the autumn of 2010; "A/HRC/28/68": before March 2015; "E/CN.4/2004/49": before March 2004).
"""

from __future__ import annotations

from functools import cache

from ungraph.extractors.event_slots import EventDraft
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.assertion import AgentKey, EventStatus, EventType, Inference
from ungraph.model.document import Document

__all__ = ["issued_before", "let_act", "made_on", "opens_after", "place_in_time", "session_of"]

_FIRST_REGULAR = 4  # the Council's first session of 2007; three in each year from then on
_COUNCIL_MONTHS = (2, 5, 8)


@cache
def _symbols() -> Pattern:
    return compile_pattern(r"^(?:A/HRC/(\d{1,3})/|A/(\d{2,3})/|E/CN\.4/(\d{4})/)")


def made_on(document: Document) -> PartialDate | None:
    """The day the document was adopted, else its date; None where neither is said."""
    adoption = document.markup.adoption
    if adoption is not None and adoption.date is not None:
        return adoption.date
    stated = document.masthead.date
    return stated.value if stated is not None else None


def issued_before(document: Document) -> PartialDate | None:
    """A day before which the document was written, by its date or by the session of its symbol."""
    said = made_on(document)
    if said is not None:
        return said
    found = _symbols().match(document.symbol.text) if document.symbol is not None else None
    if found is None:
        return None
    council, assembly, commission = (found.group(i) for i in (1, 2, 3))
    if council is not None and int(council) >= _FIRST_REGULAR:
        year, place = divmod(int(council) - _FIRST_REGULAR, 3)
        return PartialDate(2007 + year, _COUNCIL_MONTHS[place], 28)
    if assembly is not None and int(assembly) > 30:
        return PartialDate(1945 + int(assembly), 9, 30)
    return PartialDate(int(commission), 2, 28) if commission is not None else None


def opens_after(body: str, number: int, made: PartialDate | None) -> bool:
    """Whether the regular session *number* of *body* began only after *made*, as sessions are
    numbered: the Assembly's 75th in September 2020, the Council's 48th in September 2021."""
    if made is None:
        return False
    if body == "ga":
        opened = (1945 + number, 9)
    elif body == "hrc" and number >= _FIRST_REGULAR:
        year, place = divmod(number - _FIRST_REGULAR, 3)
        opened = (2007 + year, _COUNCIL_MONTHS[place] + 1)
    else:
        return False
    latest = made.latest
    return opened > latest[:2]


def session_of(document: Document) -> tuple[str, int] | None:
    """Body and number of the regular session the document was issued in or for."""
    page = document.masthead
    if page.organ is not None and page.session is not None and not page.session_series:
        return page.organ.value, page.session.value
    found = _symbols().match(document.symbol.text) if document.symbol is not None else None
    if found is None or found.group(3) is not None:
        return None
    council = found.group(1)
    return ("hrc", int(council)) if council is not None else ("ga", int(found.group(2) or 0))


def place_in_time(draft: EventDraft, document: Document) -> None:
    """Correct the status by what the document can know: a day to come was not held yet."""
    if draft.status is not EventStatus.HELD and draft.event_type is not EventType.SESSION:
        return
    reason = ""
    if draft.event_type is EventType.SESSION and draft.ordinal is not None:
        if draft.body is None or _is_of_the_assembly(draft, document):
            _give_body(draft, document)
    if draft.event_type is EventType.SESSION and draft.ordinal is not None and not draft.series:
        own = session_of(document)
        if own is not None and draft.body == own[0] and draft.ordinal != own[1]:
            later = draft.ordinal > own[1]
            status = EventStatus.SCHEDULED if later else EventStatus.HELD
            if status is not draft.status:
                draft.status = status
                side = "after" if later else "before"
                reason = f"{side} the session that the document belongs to"
    made = made_on(document)
    if not reason and draft.ordinal is not None and not draft.series and draft.body is not None:
        if draft.status is EventStatus.HELD and opens_after(draft.body, draft.ordinal, made):
            draft.status = EventStatus.SCHEDULED
            reason = "a session that began after the date of the document"
    if not reason and made is not None and draft.date is not None:
        if draft.status is EventStatus.HELD and draft.date.earliest > made.latest:
            draft.status = EventStatus.SCHEDULED
            reason = "later than the date of the document"
    if reason:
        words = (document.view.to_text(draft.evidence[0]),)
        draft.inferences.append(Inference("ung:eventStatus", reason, 0.9, words))


def _is_of_the_assembly(draft: EventDraft, document: Document) -> bool:
    """ "decides to include in the agenda of its seventy-sixth session", in a text of the 75th."""
    own = session_of(document)
    if own is None or own[0] != "ga" or draft.body == "ga" or draft.series:
        return False
    return 0 < (draft.ordinal or 0) - own[1] <= 3 and made_on(document) is not None


def _give_body(draft: EventDraft, document: Document) -> None:
    """ "the agenda of its seventy-ninth session": in a resolution the organ speaks of itself."""
    own = session_of(document)
    first = draft.parsed.at(draft.evidence[0].start)
    unnamed = draft.parsed.word(draft.head + 1) != "of"
    if own is None or not unnamed or made_on(document) is None:
        return
    far = abs((draft.ordinal or 0) - own[1]) > 5
    if draft.parsed.word(first - 1) not in {"its", "the"} or far and not draft.series:
        return
    draft.body = AgentKey(own[0])
    draft.participants = (draft.body,)
    words = (document.view.to_text(draft.evidence[0]),)
    reason = "the organ that the document is of, and no other is named"
    draft.inferences.append(Inference("ung:body", reason, 0.7, words))


def let_act(draft: EventDraft, document: Document) -> None:
    """Whoever does something at an event takes part in it."""
    words = (document.view.to_text(draft.evidence[0]),)
    for key in draft.acting:
        if key not in draft.participants:
            draft.participants = (*draft.participants, key)
            reason = "acts at it, by the sentence that tells of it"
            draft.inferences.append(Inference("ung:participant", reason, 0.8, words, key))
