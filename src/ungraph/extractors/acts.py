"""Document + mentions + links + citations → acts, events, outcomes, mandates.

The composition of this package: sentences are parsed once, each cue gives at most one draft, and
the drafts become acts; then come reported speech, silence, answers, events, outcomes, mandates.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ungraph.extractors.assembly import build_act, build_silence
from ungraph.extractors.drafts import Draft
from ungraph.extractors.ellipsis import add_stand_ins
from ungraph.extractors.enumerations import key_drafts, spread_lists
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.events import draft_events
from ungraph.extractors.fillers import collect_fillers
from ungraph.extractors.foreign_events import extract_foreign_events
from ungraph.extractors.forums import follow_proceedings
from ungraph.extractors.frames import draft_verb
from ungraph.extractors.given import is_in_general
from ungraph.extractors.introduced import drop_retold
from ungraph.extractors.leads import draft_lead, lend_organ
from ungraph.extractors.mandates import extract_mandates
from ungraph.extractors.neighbours import (
    describes_sent,
    elaborates,
    end_content,
    is_sent,
    join_verb,
    lend_decider,
    send_to_answerer,
    share_addressee,
)
from ungraph.extractors.nominal import draft_noun
from ungraph.extractors.occurrences import build_events, tie_acts
from ungraph.extractors.outcomes import extract_outcomes
from ungraph.extractors.papers import read_papers
from ungraph.extractors.parsing import Filler, ParsedSentence, parse_sentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.periods import set_periods
from ungraph.extractors.records import name_speakers
from ungraph.extractors.recurrence import settle_events
from ungraph.extractors.reported import hang_reported
from ungraph.extractors.reporter import infer_reporter
from ungraph.extractors.responses import tie_answers, tie_statements
from ungraph.extractors.speeches import MeetingRecord
from ungraph.extractors.support import await_asked, join_support
from ungraph.extractors.topics import extract_topics
from ungraph.extractors.verbs import VerbGroup, read_verb_group
from ungraph.matchers.cues import Cue
from ungraph.matchers.occasions import Occasion
from ungraph.matchers.sentences import match_sentences
from ungraph.model.assertion import (
    Act,
    ActType,
    Agent,
    Citation,
    Event,
    Mandate,
    NonOccurrence,
    Outcome,
    Topic,
)
from ungraph.model.document import BlockKind, Document
from ungraph.model.link import Links
from ungraph.model.mention import Mention

__all__ = ["ActAssertions", "extract_acts"]

# What the negation of an act is, where the closed list has a type for it.
_TURNED = {
    ActType.ACCEPT: ActType.DECLINE,
    ActType.NOT_RECOGNIZE: ActType.NOT_RECOGNIZE,
}
_JOINED = frozenset({"zh", "ar"})
_WHOLE = frozenset({"given", "made", "received", "awaited", "expressed"})  # noun and participle
_SILENT = frozenset({BlockKind.TITLE_PAGE, BlockKind.HEADING, BlockKind.TABLE})


@dataclass(frozen=True, slots=True)
class ActAssertions:
    """What was done and not done, the events, what came of it, the mandates, the topics; *agents*
    are the roles that only the words of this document name."""

    acts: tuple[Act, ...] = ()
    non_occurrences: tuple[NonOccurrence, ...] = ()
    events: tuple[Event, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    topics: tuple[Topic, ...] = ()
    agents: tuple[Agent, ...] = ()


def _drafts_of(
    parsed: ParsedSentence, cues: Iterable[tuple[int, int, Cue]], actors: Actors
) -> list[Draft]:
    """The acts of one sentence; *cues* are (start, end) in the view with their reading."""
    placed: list[tuple[int, int, int, Cue]] = []
    head, place, apart = 0, -1, False
    for start, end, cue in cues:
        if cue.head != place:  # the rows of one head come one after another
            head, place = parsed.at(cue.head), cue.head
            apart = parsed.starts[head] == place and parsed.fillers[head] is None
        if apart:
            first = head if start == place else parsed.at(start)
            last = head + 1 if end == parsed.ends[head] else parsed.at(end - 1) + 1
            placed.append((head, first, last, cue))
    groups: dict[int, VerbGroup] = {}
    nouns = {head for head, _, _, cue in placed if cue.row.frame in _WHOLE}
    for index, (head, _, last, cue) in enumerate(placed):
        if cue.row.kind == "verb" and head not in nouns:
            group = read_verb_group(parsed, cue, head, last)
            if group is not None and (group.voice == "passive" or not cue.row.is_passive):
                groups[index] = group
    verbs = frozenset(groups[i].head for i in groups)
    inside: set[int] = set()
    drafts: list[Draft] = []
    taken: set[int] = set()
    for index, (head, first, last, cue) in enumerate(placed):
        if head in taken:
            continue
        found = groups.get(index)
        if cue.row.kind == "lead":
            drafts.append(draft_lead(parsed, cue, first, last, actors))
            continue
        if found is not None:
            draft = draft_verb(parsed, cue, found, verbs, actors)
        elif cue.row.kind == "noun" and head not in verbs and head not in inside:
            draft = draft_noun(parsed, cue, head, first, last, verbs, actors)
        else:
            draft = None
        if draft is None and cue.row.act_type is ActType.DECIDE and cue.row.frame in _WHOLE:
            if cue.row.frame == "made" or is_in_general(parsed, head):
                taken.update(range(head, last))  # "once a decision has been taken"
        if draft is None or is_sent(draft, head, drafts) or describes_sent(draft, drafts):
            continue
        if cue.row.frame in _WHOLE:
            taken.update(range(head, last))
        if elaborates(draft, drafts):
            continue
        join_verb(draft, drafts)
        share_addressee(draft, drafts)
        send_to_answerer(draft, drafts)
        if found is not None:
            end_content(parsed, found.first, verbs, drafts)
        taken.add(head)
        drafts.append(draft)
        if cue.row.is_phrase:
            inside.update(range(head + 1, last))
        if draft.agents and (draft.group is not None and draft.group.voice == "active"):
            actors.remember(parsed.sentence.block.fragment, draft.agents)
    drafts = join_support(drafts)
    await_asked(drafts)
    drafts = add_stand_ins(parsed, drafts, actors)
    set_periods(parsed, drafts)
    return drafts


def extract_acts(
    document: Document,
    mentions: tuple[Mention[object], ...],
    links: Links,
    citations: tuple[Citation, ...],
    record: MeetingRecord | None = None,
) -> ActAssertions:
    """All that *document* says was done, was not done, took place, and came of it.

    *mentions* holds cues (``match_cues``) and dates; *links* those of agents and citations;
    *record* is the record of a meeting that *document* is (``extract_record``), read when not given.
    """
    actors = Actors(document, links.agents)
    drafts, events = _read_sentences(document, mentions, links, citations, actors)
    drafts = drop_retold(drafts)
    lend_decider(drafts)
    lend_organ(drafts, document, actors)
    name_speakers(drafts, document, actors, links, record)
    drafts = spread_lists(drafts, actors)
    for draft in drafts:
        draft.silence = draft.act_type is ActType.RESPOND and (
            draft.negated or draft.row.frame in {"pending", "awaiting", "silent"}
        )
        if draft.negated and draft.act_type in _TURNED:
            draft.act_type, draft.negated = _TURNED[draft.act_type], False
    drafts = key_drafts(drafts)
    hang_reported(drafts, actors)
    read_papers(drafts, actors, document)
    follow_proceedings(drafts, actors, document)
    settled = settle_events(events, document)
    tie_acts(drafts, events, settled, actors, document)
    tie_answers(drafts, actors, document)
    infer_reporter(drafts, actors, document)
    tie_statements(drafts, actors, document)
    topics = extract_topics(document, drafts)
    return ActAssertions(
        acts=tuple(build_act(document, d) for d in drafts if not d.silence),
        non_occurrences=tuple(build_silence(document, d) for d in drafts if d.silence),
        events=(
            *build_events(document, settled),
            *extract_foreign_events(document, mentions, links),
        ),
        outcomes=extract_outcomes(document, drafts),
        mandates=extract_mandates(document, drafts, actors),
        topics=topics,
        agents=actors.found(),
    )


def _read_sentences(
    document: Document,
    mentions: tuple[Mention[object], ...],
    links: Links,
    citations: tuple[Citation, ...],
    actors: Actors,
) -> tuple[list[Draft], list[EventDraft]]:
    view = document.view
    fillers = collect_fillers(document, mentions, links, citations)
    starts = [f.start for f in fillers]
    cues: list[tuple[int, int, Cue]] = []
    occasions: list[tuple[int, int, Occasion]] = []
    for mention in mentions:
        if isinstance(mention.value, Cue):
            span = view.from_text(mention.span)
            cues.append((span.start, span.end, mention.value))
        elif isinstance(mention.value, Occasion):
            span = view.from_text(mention.span)
            occasions.append((span.start, span.end, mention.value))
    # The row that asks most of the words beside the head comes first.
    cues.sort(key=lambda c: (c[2].head, not c[2].row.is_phrase, c[2].row.id))
    occasions.sort(key=lambda o: o[2].head)
    places, seats = [c[2].head for c in cues], [o[2].head for o in occasions]
    cuts = _cuts(document, fillers, cues)
    drafts: list[Draft] = []
    events: list[EventDraft] = []
    for sentence in match_sentences(document):
        if sentence.block.kind in _SILENT:
            continue
        start, end = sentence.span.start, sentence.span.end
        here = cues[bisect_left(places, start) : bisect_left(places, end)]
        there = occasions[bisect_left(seats, start) : bisect_left(seats, end)]
        if not here and not there or view.text[end - 1] == "?":
            continue
        parsed = parse_sentence(sentence, view.text, fillers, starts, cuts)
        drafts.extend(_drafts_of(parsed, here, actors))
        events.extend(draft_events(parsed, there, actors))
    drafts.sort(key=lambda d: (d.parsed.starts[d.first], d.parsed.ends[d.last - 1]))
    return drafts, events


def _cuts(
    document: Document, fillers: Sequence[Filler], cues: list[tuple[int, int, Cue]]
) -> list[int]:
    """Where words end that stand without a blank between them, or behind a joined article."""
    if document.language not in _JOINED:
        return []
    cuts = {place for f in fillers for place in (f.start, f.end)}
    cuts.update(place for start, end, _ in cues for place in (start, end))
    return sorted(cuts)
