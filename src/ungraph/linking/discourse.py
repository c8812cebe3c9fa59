"""What has been said so far: agents met, the last of each kind, paragraph by paragraph.

The linker walks the mentions of a document once and keeps this record; the resolvers of short
forms read it. Everything in it is bounded or grows with the number of mentions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.persons import FEMALE_TITLES, MALE_TITLES
from ungraph.matchers.states import load_states
from ungraph.model.assertion import Agent, AgentKey, AgentKind, Inference
from ungraph.model.document import BlockKind, Document
from ungraph.model.span import Span

__all__ = ["Discourse", "Occurrence"]

_EVIDENCE_SPANS = 3
_REMEMBERED = 24
_ABBREVIATIONS = frozenset(
    "mr ms mrs messrs dr prof st no nos art arts para paras p pp v vs vol cf ibid".split()
)
_WORD_CHARS = 8
_SPEECH_CHARS = 140
_BEFORE_SUBJECT_CHARS = 10  # "12. The "
_PERSON_KINDS = frozenset({AgentKind.PERSON, AgentKind.OFFICE})
_BODY_KINDS = frozenset(AgentKind) - _PERSON_KINDS - {AgentKind.GROUP}
_NOT_AFTER_SUBJECT = frozenset(
    "of to and or in on for by at from with under as against about between into concerning "
    "regarding towards the".split()
)


@cache
def _sentence_end() -> Pattern:
    return compile_pattern(r"[.?!][\"')\]]*\d{0,2}\s+\p{Lu}")


@cache
def _speech() -> Pattern:
    # Run on short slices only, where ``re`` is faster than a call into RE2.
    return compile_pattern(r" \([^)]{2,70}\)(?: \([^)]{2,60}\))?:", engine="re")


def _is_abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at *stop* ends an abbreviation ("Ms.", "para.") or an initial."""
    word = text[max(0, stop - _WORD_CHARS) : stop].rpartition(" ")[2]
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An agent at a place of the text: where, and whether several."""

    agent: Agent
    span: Span
    paragraph: int
    sentence: int
    plural: bool


@dataclass(slots=True)
class _Record:
    agent: Agent
    full: list[Span] = field(default_factory=list)
    short: list[Span] = field(default_factory=list)
    inferences: list[Inference] = field(default_factory=list)


class Discourse:
    """The running record of one document."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        kinds = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FOOTNOTE, BlockKind.TITLE_PAGE,
                 BlockKind.SUBPARAGRAPH}  # fmt: skip
        blocks = [b for b in document.blocks if b.kind in kinds]
        self._starts = [block.span.start for block in blocks]
        self._kinds = [block.kind for block in blocks]
        self._ends = [
            found.end() - 1
            for found in _sentence_end().finditer(self._text)
            if not _is_abbreviated(self._text, found.start())
        ]
        self._records: dict[AgentKey, _Record] = {}
        self.by_head: dict[str, dict[AgentKey, Agent]] = {}
        self.recent: deque[Occurrence] = deque(maxlen=_REMEMBERED)
        self.paragraph = -1
        self.sentence = -1
        self.states: list[tuple[str, int, int]] = []  # code, paragraph, sentence
        self.governments: list[tuple[Agent, int]] = []  # agent, paragraph
        self.heading_state = ""
        self.speaker: Agent | None = None
        self.all_states: dict[str, None] = {}

    def move_to(self, position: int) -> None:
        """Say that the next mention stands at *position* of the text."""
        self.paragraph = bisect_right(self._starts, position) - 1
        self.sentence = bisect_right(self._ends, position)

    def in_heading(self) -> bool:
        """Whether the place moved to is a heading."""
        return self.paragraph >= 0 and self._kinds[self.paragraph] is BlockKind.HEADING

    def meet(
        self, agent: Agent, span: Span, *, full: bool, head: str, plural: bool = False
    ) -> None:
        """Note *agent* at *span*; *full* when its own name stands there."""
        record = self._records.get(agent.key)
        if record is None:
            record = self._records[agent.key] = _Record(agent)
        elif agent.represents and not record.agent.represents:
            record.agent = agent
        spans = record.full if full else record.short
        if len(spans) < _EVIDENCE_SPANS:
            spans.append(span)
        if head:
            known = self.by_head.setdefault(head, {})
            known.pop(agent.key, None)
            known[agent.key] = agent
        self.recent.append(Occurrence(agent, span, self.paragraph, self.sentence, plural))
        if agent.kind is AgentKind.GOVERNMENT and agent.key.startswith("government-"):
            self.governments.append((agent, self.paragraph))

    def meet_state(self, iso3: str) -> None:
        """Note a State named where the record stands."""
        self.states.append((iso3, self.paragraph, self.sentence))
        self.all_states[iso3] = None
        if self.in_heading():
            self.heading_state = iso3

    def note_speaker(self, person: Agent, span: Span) -> None:
        """Note who has the floor in a record: "Ms. Silva (Brazil): …"."""
        if person.represents and _speech().match(self._text[span.end : span.end + _SPEECH_CHARS]):
            self.speaker = person

    def known(self, head: str) -> tuple[list[Agent], int]:
        """The agents last met that *head* can stand for, the last one last, and how many in all."""
        met = self.by_head.get(head)
        if not met:
            return [], 0
        recent = list(islice(reversed(met.values()), _REMEMBERED))
        recent.reverse()
        return recent, len(met)

    def last_paragraph(self, agent: Agent) -> int:
        """The paragraph in which *agent* was met last, -1 when that is long ago."""
        for occurrence in reversed(self.recent):
            if occurrence.agent.key == agent.key:
                return occurrence.paragraph
        return -1

    def governments_here(self) -> list[Agent]:
        """The governments of the paragraph so far, each once, the last one last."""
        found: dict[AgentKey, Agent] = {}
        for agent, paragraph in islice(reversed(self.governments), _REMEMBERED):
            if paragraph != self.paragraph:
                break
            found.setdefault(agent.key, agent)
        return list(reversed(found.values()))

    def states_since(self, paragraph: int, sentence: int = -1) -> list[str]:
        """The States named from *paragraph* (and *sentence*) on, each once, the last one last."""
        found: dict[str, None] = {}
        for iso3, in_paragraph, in_sentence in islice(reversed(self.states), _REMEMBERED):
            if in_paragraph < paragraph or in_sentence < sentence:
                break
            if load_states()[iso3].status != "territory":
                found.setdefault(iso3, None)
        return list(reversed(found))

    def infer(self, key: AgentKey, inference: Inference) -> None:
        """Add the reason of a tie that no name of the agent says."""
        record = self._records.get(key)
        if record and not any(i.property == inference.property for i in record.inferences):
            record.inferences.append(inference)

    def is_named(self, key: AgentKey) -> bool:
        """Whether a name in full of *key* has been met."""
        record = self._records.get(key)
        return bool(record and record.full)

    def agents(self) -> tuple[Agent, ...]:
        """All agents met, with their evidence, in order of their first mention."""
        made: list[Agent] = []
        for record in self._records.values():
            evidence = tuple(record.full) or tuple(record.short)
            inferences = () if record.full else tuple(record.inferences)
            made.append(replace(record.agent, evidence=evidence, inferences=inferences))
        made.sort(
            key=lambda agent: (agent.evidence[0] if agent.evidence else Span(0, 0), agent.key)
        )
        return tuple(made)

    def is_subject(self, occurrence: Occurrence) -> bool:
        """Whether the words after *occurrence* can be its verb, and none before govern it."""
        span = occurrence.span
        after = self._text[span.end : span.end + 24].split()
        starts = self._starts_sentence(occurrence)
        if not after or not self._text[span.end : span.end + 1].isspace():
            return after[:1] == [","] and (starts or self._opens_clause(span))
        if after[0] in _NOT_AFTER_SUBJECT or not after[0][0].islower():
            return False
        if starts:
            return True
        before = self._text[max(0, span.start - 24) : span.start].split()
        while before and before[-1].lower() in {"the", "a", "an", "this", "that"}:
            before.pop()
        return not before or before[-1].lower() not in _NOT_AFTER_SUBJECT

    def _opens_clause(self, span: Span) -> bool:
        """Whether only a comma stands before: "On 3 May, Ms. Silva, a lawyer, said"."""
        before = self._text[max(0, span.start - 8) : span.start].rstrip()
        return before.removesuffix(" the").rstrip().endswith(",")

    def _starts_sentence(self, occurrence: Occurrence) -> bool:
        begin = self._ends[occurrence.sentence - 1] if occurrence.sentence else 0
        if occurrence.paragraph >= 0:
            begin = max(begin, self._starts[occurrence.paragraph])
        return occurrence.span.start - begin <= _BEFORE_SUBJECT_CHARS

    def last_actor_in_sentence(self) -> Occurrence | None:
        """The last agent in this sentence that is no person and not several."""
        for occurrence in reversed(self.recent):
            if occurrence.sentence != self.sentence or occurrence.paragraph != self.paragraph:
                return None
            agent = occurrence.agent
            if agent.kind not in _PERSON_KINDS and not occurrence.plural:
                return occurrence
        return None

    def last_person(self, pronoun: str = "") -> Occurrence | None:
        """The single person or office that *pronoun* most likely stands for.

        In this order: the last subject of the sentence, another person of the sentence, the last
        subject of the paragraph, another person there, the last subject of the paragraph before.
        A form of address rules out the other gender.
        """
        best: Occurrence | None = None
        best_rank = 0
        for occurrence in reversed(self.recent):
            if occurrence.paragraph < self.paragraph - 1:
                break
            if occurrence.agent.kind not in _PERSON_KINDS or occurrence.plural:
                continue
            if not _agrees(occurrence.agent.label, pronoun):
                continue
            rank = self._rank(occurrence)
            if rank > best_rank:
                best, best_rank = occurrence, rank
        return best

    def _rank(self, occurrence: Occurrence) -> int:
        subject = self.is_subject(occurrence)
        start = occurrence.span.start
        if self._text[max(0, start - 4) : start].lower() in {"his ", "her "}:
            return 1
        if occurrence.paragraph != self.paragraph:
            return 1 if subject else 0
        if occurrence.sentence == self.sentence:
            return 5 if subject else 4
        return 3 if subject else 2

    def last_actor(self) -> Occurrence | None:
        """The last subject that is no person: what "it" can stand for."""
        return self._last(_BODY_KINDS)

    def _last(self, kinds: frozenset[AgentKind]) -> Occurrence | None:
        for occurrence in reversed(self.recent):
            if occurrence.paragraph < self.paragraph - 1:
                return None
            if occurrence.agent.kind in kinds and not occurrence.plural:
                if self.is_subject(occurrence):
                    return occurrence
        return None


def _agrees(label: str, pronoun: str) -> bool:
    title = label.split(" ", 1)[0].rstrip(".")
    if pronoun in {"she", "her"}:
        return title not in MALE_TITLES
    if pronoun in {"he", "him"}:
        return title not in FEMALE_TITLES
    return True
