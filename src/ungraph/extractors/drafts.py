"""An act while it is being put together: the tokens behind each of its parts."""

from __future__ import annotations

from dataclasses import dataclass, field

from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.slots import Slot
from ungraph.extractors.verbs import VerbGroup
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.lexicon import CueRow
from ungraph.model.assertion import ActType, AgentKey, Citation, Inference, NodeKey
from ungraph.model.span import Span

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """One act found in one sentence; spans count in the view, tokens in *parsed*."""

    parsed: ParsedSentence
    row: CueRow
    act_type: ActType
    first: int
    last: int
    group: VerbGroup | None = None
    subject: Slot | None = None
    object: Slot | None = None
    agents: tuple[AgentKey, ...] = ()
    addressees: tuple[AgentKey, ...] = ()
    theme: Span | None = None
    content: Span | None = None
    date: PartialDate | None = None
    until: PartialDate | None = None
    date_leans_on: Span | None = None
    more_dates: tuple[PartialDate, ...] = ()
    instrument: Citation | None = None
    target: Citation | None = None
    own_document: bool = False
    pinpoint: str | None = None
    negated: bool = False
    silence: bool = False
    modality: str | None = None
    parts: list[Span] = field(default_factory=list)
    inferences: list[Inference] = field(default_factory=list)
    key: NodeKey = NodeKey("")
    in_response_to: tuple[NodeKey, ...] = ()
    ground: NodeKey | None = None
    contents: tuple[NodeKey, ...] = ()
    holder: NodeKey | None = None
    during: NodeKey | None = None
    calls_meeting: NodeKey | None = None
    established: NodeKey | None = None
    about: tuple[NodeKey, ...] = ()
    on_behalf_of: AgentKey | None = None
    attribution: str | None = None
    more_evidence: list[Span] = field(default_factory=list)

    @property
    def cue(self) -> Span:
        """View span of the cue words."""
        return self.parsed.span_of(self.first, self.last)

    @property
    def evidence(self) -> Span:
        """View span that covers all parts of the act."""
        whole = self.cue
        for part in self.parts:
            whole = whole.cover(part)
        return whole

    @property
    def object_words(self) -> str:
        """Lower-case words of the object, "" without one."""
        if self.object is None:
            return ""
        return self.parsed.words_of(self.object.first, self.object.last).lower()

    @property
    def theme_tokens(self) -> tuple[int, int] | None:
        """First and last (exclusive) token of the theme behind adverbs; None without one."""
        if self.theme is None:
            return None
        parsed = self.parsed
        first, end = parsed.at(self.theme.start), parsed.at(self.theme.end - 1) + 1
        while first < end and parsed.codes[first] in {",", "v"}:
            first += 1
        return (first, end) if first < end else None
