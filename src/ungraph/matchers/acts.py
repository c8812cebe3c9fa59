"""What the grammar read in one sentence → mentions of the resolutions and decisions it cites."""

from __future__ import annotations

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.resolution import ActKind, NumberForm
from ungraph.matchers.collector import Collector
from ungraph.matchers.dates import parse_written_date
from ungraph.matchers.grammar import SentenceReader
from ungraph.matchers.list_dates import complete_years
from ungraph.matchers.lists import Group, Item
from ungraph.matchers.numbers import date_of, read_number
from ungraph.matchers.organs import is_named, organ_name
from ungraph.matchers.phrases import described_span, title_after
from ungraph.matchers.values import ActReference, DescribedAct
from ungraph.matchers.vocabulary import Vocabulary
from ungraph.model.mention import MentionKind

__all__ = ["add_acts"]

_FORMS_ALONE = frozenset({NumberForm.ROMAN, NumberForm.SPECIAL, NumberForm.SESSION})
_HEAD_CHARS = 90


def add_acts(found: Collector, reader: SentenceReader, vocabulary: Vocabulary) -> None:
    """Give *found* the acts of the sentence that *reader* has read."""
    for group in reader.groups:
        complete_years(group.items)
        for position, item in enumerate(group.items):
            _add_act(found, group, item, vocabulary, first=position == 0)
        if not group.items:
            _add_described(found, group, vocabulary)
    if reader.loose and vocabulary.language != "zh":
        _add_loose(found, reader.loose, vocabulary)


def _add_act(
    found: Collector, group: Group, item: Item, vocabulary: Vocabulary, *, first: bool
) -> None:
    number, written = read_number(item, group.act)
    act = group.act
    language = vocabulary.language
    start = item.start
    joined = first and language != "zh" and group.head.end <= item.start
    if joined and item.start - group.head.end < _HEAD_CHARS:
        start = group.head.start
    end = item.start + len(written) if number or written != item.text else item.end
    value = ActReference(
        act,
        number,
        written,
        organ_name(item.organ) if item.organ else None,
        item.organ_how,
        item.possessive,
        organ_name(item.subject) if item.subject else None,
        tuple(map(organ_name, item.nearby)),
        date_of(item, number, vocabulary),
        found.span(item.date.start, item.date.end) if item.date else None,
        item.pinpoint,
        found.span(item.pinpoint_start, item.pinpoint_end) if item.pinpoint else None,
        title_after(found.text, item.after_end, language),
        list_start=group.start,
        relative=item.relative,
    )
    kind = MentionKind.RESOLUTION if act is ActKind.RESOLUTION else MentionKind.DECISION
    form = number.form.value if number else "other"
    found.add(kind, start, end, value, f"{act.value}-{form}-{item.organ_how or 'bare'}")


def _add_described(found: Collector, group: Group, vocabulary: Vocabulary) -> None:
    word = group.head.word
    if word is None:
        return
    if group.dates and (group.act is ActKind.RESOLUTION or is_named(group.organ)):
        date = parse_written_date(group.dates[0].text, vocabulary)
        organ = organ_name(group.organ) if group.organ else None
        value = DescribedAct(
            group.act, organ, False, date if isinstance(date, PartialDate) else None,
            group.possessive,
        )  # fmt: skip
        start, end = group.head.start, group.dates[0].end
        found.add(MentionKind.DOCUMENT_REFERENCE, start, end, value, "described-by-date")
    elif group.organ_how == "between" and group.organ is not None:
        span = described_span(found.text, group.head, group.organ, vocabulary.language)
        if span is not None:
            value = DescribedAct(group.act, organ_name(group.organ), word.plural)
            found.add(MentionKind.DOCUMENT_REFERENCE, span[0], span[1], value, "described")


def _add_loose(found: Collector, items: list[Item], vocabulary: Vocabulary) -> None:
    """Numbers without a head noun, where their form or their date leaves no doubt what they
    are: "217 A (III)", "ES-10/15 of 20 July 2004"."""
    for item in items:
        number, written = read_number(item, ActKind.RESOLUTION)
        if number is None:
            continue
        if number.form is NumberForm.ROMAN and len(number.session) < 2 and not number.letter:
            if number.session not in "IVX":
                continue
        elif number.form is NumberForm.SESSION and item.date is None:
            continue
        elif number.form not in _FORMS_ALONE:
            continue
        value = ActReference(
            ActKind.RESOLUTION, number, written,
            nearby=tuple(map(organ_name, item.nearby)),
            date=date_of(item, number, vocabulary), alone=True,
        )  # fmt: skip
        end = item.start + len(written)
        found.add(MentionKind.RESOLUTION, item.start, end, value, "number-alone")
