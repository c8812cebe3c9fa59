"""When, where and how a text was adopted, from the markup of an AKN4UN file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ungraph.errors import IdentifierError
from ungraph.identifiers.date import PartialDate, parse_date
from ungraph.model.markup import Adoption, AdoptionManner, Ballot, VoteChoice, WorkflowStep
from ungraph.model.span import Span
from ungraph.readers.akn_layout import tidy, trim
from ungraph.readers.akn_lines import NamedPlace
from ungraph.readers.xml_safety import Element, local_name, parse_count

__all__ = ["read_adoption", "read_known_date"]

_UNKNOWN_DATE = "0001-01-01"
_RECORD = re.compile(r"[A-Z][A-Z0-9./-]*/S?PV\.?\d+[^,;]*", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"\d+")
_CHOICES = {
    "infavour": VoteChoice.IN_FAVOUR,
    "against": VoteChoice.AGAINST,
    "abstaining": VoteChoice.ABSTAINING,
    "notvoting": VoteChoice.NOT_VOTING,
    "absent": VoteChoice.NOT_VOTING,
}
_MANNERS = (
    ("without vote", AdoptionManner.WITHOUT_VOTE),
    ("withoutvote", AdoptionManner.WITHOUT_VOTE),
    ("acclamation", AdoptionManner.ACCLAMATION),
    ("consensus", AdoptionManner.CONSENSUS),
    ("unanimous", AdoptionManner.UNANIMOUS),
    ("recordedvote", AdoptionManner.RECORDED_VOTE),
    ("by mail", AdoptionManner.VOTING_BY_MAIL),
)
_TALLY = re.compile(r"\b(\d{1,3})-(\d{1,3})-(\d{1,3})\b")


def read_known_date(value: str | None) -> PartialDate | None:
    """A date attribute; None for an empty, unknown (0001-01-01) or impossible one."""
    if not value or value.startswith(_UNKNOWN_DATE):
        return None
    try:
        return parse_date(value[:10])
    except IdentifierError:
        return None


def read_adoption(
    found: Mapping[str, list[Element]],
    text: str,
    places: Sequence[NamedPlace],
    steps: tuple[WorkflowStep, ...],
) -> Adoption | None:
    """Date, meeting, manner and votes; None when the file says nothing of an adoption."""
    day = next((p for p in places if p.attributes.get("refersTo") == "#adoptionDate"), None)
    meeting = next(
        (p for p in places if p.attributes.get("name") == "adoptionMeeting" and p.end > p.start),
        None,
    )
    date = read_known_date(day.attributes.get("date")) if day else None
    step = next((s for s in steps if s.outcome in ("adopted", "")), None)
    stated = [v.get("outcome") or "" for v in found.get("voting", [])]
    ballots = tuple(b for c in found.get("count", []) if (b := _read_ballot(c)) is not None)
    words = [*stated, *(f"{s.note} {s.by}" for s in steps if s.outcome == "adopted")]
    outcomes = {s.outcome for s in steps}
    manner = _manner(words, outcomes, ballots)
    if step is not None and date is None and step.outcome == "adopted":
        date = step.date
    meeting_words = tidy(text[meeting.start : meeting.end]).strip() if meeting else ""
    number = _FIRST_NUMBER.search(
        (meeting.attributes.get("title") or meeting_words) if meeting else ""
    )
    record = step.symbol if step and step.symbol and _RECORD.match(step.symbol.text) else None
    made = Adoption(
        date,
        trim(Span(day.start, day.end), text) if day and date else None,
        number[0] if number else None,
        meeting_words,
        trim(Span(meeting.start, meeting.end), text) if meeting else None,
        manner,
        record,
        ballots or _tally(words),
    )
    return made if made != Adoption() else None


def _manner(
    words: list[str], outcomes: set[str], ballots: tuple[Ballot, ...]
) -> AdoptionManner | None:
    if "veto" in outcomes:
        return AdoptionManner.VETOED
    if "notAdopted" in outcomes:
        return AdoptionManner.NOT_ADOPTED
    said = " ".join(words).lower()
    for cue, manner in _MANNERS:
        if cue in said:
            return manner
    if ballots or _TALLY.search(said):
        return AdoptionManner.RECORDED_VOTE
    return None


def _tally(words: list[str]) -> tuple[Ballot, ...]:
    """The counts alone, from words like "Adopted 133-3-0, 88th plenary meeting"."""
    for said in words:
        found = _TALLY.search(said)
        if found:
            choices = (VoteChoice.IN_FAVOUR, VoteChoice.AGAINST, VoteChoice.ABSTAINING)
            return tuple(Ballot(c, int(n)) for c, n in zip(choices, found.groups(), strict=True))
    return ()


def _read_ballot(count: Element) -> Ballot | None:
    reference = (count.get("refersTo") or "").lstrip("#").replace("_", "").lower()
    choice = _CHOICES.get(reference)
    if choice is None:
        return None
    members = tuple(
        name
        for e in count.iter()
        if local_name(e) == "organization" and (name := tidy("".join(e.itertext())).strip())
    )
    value = (count.get("value") or "").strip()
    return Ballot(choice, parse_count(value), members)
