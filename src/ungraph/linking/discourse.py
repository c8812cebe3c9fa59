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

from ungraph.linking.clauses import Clauses
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.states import load_states
from ungraph.model.assertion import Agent, AgentKey, AgentKind, Inference
from ungraph.model.document import BlockKind, Document
from ungraph.model.span import Span

__all__ = ["Discourse", "Occurrence"]

_EVIDENCE_SPANS = 3
_OTHER_NAMES = 3
_REMEMBERED = 24
_HEADING_CHARS = 24
_SENTENCE_CHARS = 600
_VERB_CHARS = 40
_NUMBER_CHARS = 10
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)


@cache
def _name_before_verb() -> Pattern:
    # Run on one sentence only, where ``re`` is faster than a call into RE2.
    word = r"[A-Z][a-z\u00e0-\u00ff'\u2019-]+"
    return compile_pattern(
        rf"(?:^|, |[\d]\. )(?P<name>{word}(?: (?:al-|el-|bin |de |Il )?{word}){{1,3}}) "
        r"(?:was|were|had|has|is|did|joined|left|went|worked)\b",
        engine="re",
    )


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
    names: dict[str, None] = field(default_factory=dict)


class Discourse:
    """The running record of one document."""

    def __init__(self, document: Document) -> None:
        kinds = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FOOTNOTE, BlockKind.TITLE_PAGE,
                 BlockKind.SUBPARAGRAPH}  # fmt: skip
        blocks = [b for b in document.blocks if b.kind in kinds]
        self._starts = [block.span.start for block in blocks]
        self._kinds = [block.kind for block in blocks]
        self._clauses = Clauses(document.text)
        self._records: dict[AgentKey, _Record] = {}
        self.by_head: dict[str, dict[AgentKey, Agent]] = {}
        self.recent: deque[Occurrence] = deque(maxlen=_REMEMBERED)
        self._covered = 0
        self.paragraph = -1
        self.sentence = -1
        self.position = 0
        self.states: list[tuple[str, int, int]] = []  # code, paragraph, sentence
        self.governments: list[tuple[Agent, int]] = []  # agent, paragraph
        self._headings = [i for i, kind in enumerate(self._kinds) if kind is BlockKind.HEADING]
        self._heading_state = ("", -1)  # code, heading
        self._glued_state = ("", -1)  # code, paragraph at whose end it stands
        self._text = document.text
        self.speaker: Agent | None = None
        self.all_states: dict[str, None] = {}

    def move_to(self, position: int) -> None:
        """Say that the next mention stands at *position* of the text."""
        self.position = position
        self.paragraph = bisect_right(self._starts, position) - 1
        self.sentence = self._clauses.sentence_at(position)

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
        if span.end > self._covered:
            # "Peru" inside "the Government of Peru" is nothing that a pronoun stands for.
            self._covered = span.end
            self.recent.append(Occurrence(agent, span, self.paragraph, self.sentence, plural))
        if agent.kind is AgentKind.GOVERNMENT and agent.key.startswith("government-"):
            self.governments.append((agent, self.paragraph))

    def meet_state(self, iso3: str, span: Span) -> None:
        """Note a State named at *span*, where the record stands."""
        self.states.append((iso3, self.paragraph, self.sentence))
        self.all_states[iso3] = None
        if self.in_heading():
            self._heading_state = (iso3, self.paragraph)
        elif self._is_glued_heading(span):
            self._glued_state = (iso3, self.paragraph)

    def _is_glued_heading(self, span: Span) -> bool:
        """Whether the State stands alone between a paragraph's full stop and the next paragraph:
        "… replied. Greece", a heading that the text has not kept apart."""
        following = self.paragraph + 1
        if not 0 < following < len(self._starts) or self._starts[following] - span.end > 2:
            return False
        before = self._text[max(0, span.start - _HEADING_CHARS) : span.start].rstrip()
        return before.endswith((".", "]", ")", "”", '"')) or before[-1:].isdigit()

    def heading_state(self) -> str:
        """The State named in the heading over the place moved to, "" for none."""
        last = bisect_right(self._headings, self.paragraph) - 1
        iso3, glued = self._glued_state
        if iso3 and self.paragraph > glued and (last < 0 or self._headings[last] < glued):
            return iso3
        iso3, heading = self._heading_state
        return iso3 if last >= 0 and self._headings[last] == heading else ""

    def note_speaker(self, person: Agent, span: Span) -> None:
        """Note who has the floor in a record: "Ms. Silva (Brazil): …"."""
        if person.represents and self._clauses.opens_speech(span):
            self.speaker = person

    def known(self, head: str) -> tuple[list[Agent], int]:
        """The agents last met that *head* can stand for, the last one last, and how many in all."""
        met = self.by_head.get(head)
        if not met:
            return [], 0
        recent = list(islice(reversed(met.values()), _REMEMBERED))
        recent.reverse()
        return recent, len(met)

    def most_prominent(self, agents: list[Agent]) -> Agent | None:
        """Of *agents* the last one of this paragraph that acts or is turned to ("appealed to the
        High Court"), else the last one here or in the paragraph before; None when none is near."""
        keys = {agent.key for agent in agents}
        last: Agent | None = None
        for occurrence in reversed(self.recent):
            if occurrence.paragraph < self.paragraph - 1:
                break
            if occurrence.agent.key not in keys:
                continue
            last = last or occurrence.agent
            if occurrence.paragraph != self.paragraph:
                break
            if self._clauses.is_addressed(occurrence.span) or self.is_subject(occurrence):
                return occurrence.agent
        return last

    def is_near(self, key: AgentKey) -> bool:
        """Whether *key* has been spoken of in this paragraph."""
        return any(o.agent.key == key and o.paragraph == self.paragraph for o in self.recent)

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

    def add_name(self, key: AgentKey, name: str) -> None:
        """Note that *key* is also called *name* ("UNICEF", the author's own name)."""
        record = self._records.get(key)
        if record and name != record.agent.label and len(record.names) < _OTHER_NAMES:
            record.names[name] = None

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
            made.append(
                replace(
                    record.agent,
                    evidence=evidence,
                    inferences=inferences,
                    alternatives=tuple(record.names),
                )
            )
        made.sort(
            key=lambda agent: (agent.evidence[0] if agent.evidence else Span(0, 0), agent.key)
        )
        return tuple(made)

    def is_subject(self, occurrence: Occurrence) -> bool:
        """Whether the words after *occurrence* can be its verb, and none before govern it."""
        return self._clauses.is_subject(occurrence.span, self._begin(occurrence.paragraph))

    def _begin(self, paragraph: int) -> int:
        return self._starts[paragraph] if paragraph >= 0 else 0

    def is_joined(self, span: Span) -> bool:
        """Whether ", and" stands before *span*: "The centre began its work, and it informed"."""
        return self._clauses.is_joined(span)

    def has_sentence_before(self) -> bool:
        """Whether another sentence of the same paragraph comes before the place moved to."""
        if self.paragraph < 0:
            return False
        begin = self._starts[self.paragraph] + _NUMBER_CHARS
        return self._clauses.sentence_at(min(begin, self.position)) < self.sentence

    def opens_with_name(self) -> bool:
        """Whether the sentence before has a name for its subject that is nobody met so far:
        "On 3 May, Amal Doe Perez was arrested."."""
        span = self._clauses.sentence_before(self.position)
        if span is None or self.paragraph < 0 or span.start < self._starts[self.paragraph]:
            return False
        found = _name_before_verb().search(self._text[span.start : span.end])
        if found is None:
            return False
        start = span.start + found.start("name")
        inside = Span(start, span.start + found.end("name"))
        return not any(o.span.start < inside.end and inside.start < o.span.end for o in self.recent)

    def goes_on(self, span: Span, verbs: frozenset[str]) -> bool:
        """Whether one of *verbs* follows *span*, past an adverb: "He further claims"."""
        after = self._text[span.end : span.end + _VERB_CHARS].split()[:2]
        return bool(after) and (after[0] in verbs or after[-1] in verbs)

    def place_after(self, span: Span) -> str:
        """The seat named right behind *span*: "in Liberec" after "the Court"; "" for none."""
        words = self._text[span.end : span.end + _VERB_CHARS].replace("\n", " ").split(" ")
        if len(words) < 3 or words[0] or words[1] != "in":
            return ""
        seat = words[2].rstrip(".,;:")
        known = seat.isalpha() and seat[0].isupper() and seat not in _MONTHS
        return f"in {seat}" if known else ""

    def last_semicolon(self) -> int:
        """Where the last semicolon in front of the place moved to stands, -1 without one near."""
        return self._text.rfind(";", max(0, self.position - _SENTENCE_CHARS), self.position)

    def is_owned(self, span: Span) -> bool:
        """Whether "his" or "her" stands before *span* ("in the presence of his counsel")."""
        return self._clauses.is_owned(span)
