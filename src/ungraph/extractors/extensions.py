"""Mandates that an organ extends: "decides to extend the mandate of … until 31 December 2025".

    de proroger jusqu'au 31 août 2021 le mandat de la MANUSOM · продлить мандат МООНЮС до 15 марта
    2021 года · يقرر تمديد ولاية البعثة حتى … · 决定将南苏丹特派团任务期限延至2021年3月15日

The holder is whoever the words say the mandate is of: an agent that is known; a panel of experts,
told apart by the resolution that its mandate rests on; "the Mission", where the document names only
one. A mandate of nobody known is left out. What is held is the mandate itself, in its words; how
long, its deadline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ungraph.extractors.deadlines import find_duration
from ungraph.extractors.drafts import Draft
from ungraph.extractors.extension_words import load_extension_words
from ungraph.extractors.parsing import AGENT, CITATION, Filler, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.matchers.engine import Pattern
from ungraph.model.assertion import (
    ActType,
    Agent,
    AgentKey,
    AgentKind,
    Inference,
    Mandate,
    Task,
    node_key,
)
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["continue_extension", "find_extension"]

_ACTS = frozenset({ActType.DECIDE, ActType.AUTHORIZE})
_TO_NOUN = 190  # code points from where the words begin to "mandate"
_TO_HOLDER = 60
_READ = 900
_HEADS = ("mission", "force", "office", "operation")
_NAMED = "the mandate that is extended is said to be of these"
_PANEL = "the panel of experts whose mandate the resolution named here gives"
_ONLY = "the only mission of that kind that the document names"


@dataclass(frozen=True, slots=True)
class _Holder:
    keys: tuple[AgentKey, ...]
    start: int  # in the view
    end: int
    reason: str
    confidence: float


def find_extension(document: Document, draft: Draft, actors: Actors) -> Mandate | None:
    """The mandate that *draft* extends or renews, with holder and duration; else None.

    Forms: "to extend until 31 March 2026 the mandate of X", "to renew the mandate of X for a period
    of one year", "that the mandate of X shall be extended until 31 March 2026", "to extend X's
    mandate", "to renew the Panel of Experts until", and what says the same in the other languages.
    """
    if draft.act_type not in _ACTS or draft.negated or (tokens := draft.theme_tokens) is None:
        return None
    parsed, (first, end) = draft.parsed, tokens
    language = draft.row.language or "en"
    text = parsed.words_of(first, end)[:_READ]
    if not _match(language, "verb", text) or _search(language, "other", text[:_TO_NOUN]):
        return None
    base = parsed.starts[first]
    noun = _noun(language, text)
    holder = _find_holder(draft, actors, language, text, base, noun, document.symbol)
    if holder is None:
        return None
    view = document.view
    begins, ends = holder.start, holder.end
    if noun is not None:
        begins, ends = min(begins, base + noun[0]), max(ends, base + noun[1])
        article = text[: noun[0]].endswith("the ")
        begins -= len("the ") if article and begins == base + noun[0] else 0
    label = " ".join(document.quote(view.to_text(Span(begins, ends))).split())
    term = find_duration(document, parsed, first, end)
    task = Task(
        key=node_key("task", draft.key, label),
        label=label,
        evidence=(view.to_text(parsed.span_of(first, end)),),
        due_by=term.words if term else None,
        due_on=term.day if term else None,
    )
    named = view.to_text(Span(holder.start, holder.end))
    return Mandate(
        key=node_key("mandate", draft.key),
        given_by=draft.key,
        holders=holder.keys,
        tasks=(task,),
        evidence=(view.to_text(draft.evidence),),
        inferences=tuple(
            Inference("ung:mandateHolder", holder.reason, holder.confidence, (named,), key)
            for key in holder.keys
        ),
    )


def continue_extension(
    made: list[tuple[Draft, Mandate]], mandate: Mandate, draft: Draft, document: Document
) -> Mandate:
    """An extension continues the last earlier one of the same holders that the text dates; *made*
    holds the extensions of the document."""
    if draft.date is None:
        return mandate
    day = str(draft.date)
    earlier = [
        (str(giver.date), place)
        for place, (giver, other) in enumerate(made)
        if other.holders == mandate.holders and giver.date is not None and str(giver.date) < day
    ]
    if not earlier:
        return mandate
    giver, other = made[max(earlier)[1]]
    words = (document.view.to_text(giver.evidence),)
    reason = "the last earlier extension of the mandate of the same holder that the text tells"
    told = Inference("ung:continuesMandate", reason, 0.7, words, other.key)
    return replace(mandate, continues=other.key, inferences=(*mandate.inferences, told))


def _match(language: str, kind: str, text: str) -> bool:
    return any(p.match(text) is not None for p, _ in load_extension_words(language, kind))


def _search(language: str, kind: str, text: str) -> bool:
    return any(p.search(text) is not None for p, _ in load_extension_words(language, kind))


def _noun(language: str, text: str) -> tuple[int, int] | None:
    """Where the word for the mandate stands in *text*: the first one near; in Chinese, whose verb
    comes behind it, the last one before the verb."""
    for pattern, _ in load_extension_words(language, "mandate"):
        if language == "zh":
            ends = [e for p, _ in load_extension_words(language, "verb") if (e := _end(p, text))]
            places = [found.span() for found in pattern.finditer(text[: max(ends, default=0)])]
            if places:
                return places[-1]
            continue
        found = pattern.search(text[: _TO_NOUN + 20])
        if found is not None and found.start() <= _TO_NOUN:
            start, end = found.span()
            return start, end - (text[end - 1] == " ")
    return None


def _end(pattern: Pattern, text: str) -> int:
    found = pattern.match(text)
    return found.end() if found is not None else 0


def _find_holder(
    draft: Draft,
    actors: Actors,
    language: str,
    text: str,
    base: int,
    noun: tuple[int, int] | None,
    own: DocumentSymbol | None,
) -> _Holder | None:
    parsed = draft.parsed
    panel = _panel(draft, actors, language, text, base, noun, own)
    if panel is not None:
        return panel
    if noun is not None:
        before, behind = _possessor(parsed, base + noun[0]), base + noun[1]
        if before is not None:
            return _Holder(before.keys, before.start, before.end, _NAMED, 0.9)
        if language == "zh":
            known = [f for f in _bodies(parsed, actors) if base <= f.start and f.end <= behind]
            named = known[-1] if known else None
        else:
            reach = (f for f in _bodies(parsed, actors) if 0 <= f.start - behind <= _TO_HOLDER)
            named = next(reach, None)
            if named is not None and not _is_gap(language, text[noun[1] : named.start - base]):
                named = None
        if named is not None:
            return _Holder(named.keys, named.start, named.end, _NAMED, 0.9)
    return _mission(actors, language, text, base, noun)


def _bodies(parsed: ParsedSentence, actors: Actors) -> Iterator[Filler]:
    """The bodies and groups that the sentence names: no States, whose ground a mission stands on."""
    for filler in parsed.fillers:
        if filler is None or filler.code != AGENT or not filler.keys or filler.pronoun:
            continue
        kinds = [agent.kind for key in filler.keys if (agent := actors.agent(key)) is not None]
        if kinds and not {AgentKind.STATE, AgentKind.GOVERNMENT} & set(kinds):
            yield filler


def _possessor(parsed: ParsedSentence, noun: int) -> Filler | None:
    """The agent of "UNSOM's mandate"."""
    place = parsed.at(noun)
    filler = parsed.fillers[place - 2] if place > 1 and parsed.codes[place - 1] == "s" else None
    return filler if filler is not None and filler.code == AGENT and filler.keys else None


def _is_gap(language: str, words: str) -> bool:
    """Whether only articles and prepositions stand between the mandate and whose it is."""
    patterns = [pattern for pattern, _ in load_extension_words(language, "gap")]
    pieces = words.replace("'", "' ").replace("-", " - ").split()
    return all(any(p.fullmatch(piece) for p in patterns) for piece in pieces)


def _place(language: str, text: str, noun: tuple[int, int] | None, found: int, end: int) -> bool:
    """Whether words at *found* stand where the holder does: behind the noun, in Chinese before."""
    if noun is None or found < noun[0]:
        return found <= _TO_NOUN or language == "zh"
    return language != "zh" and found >= noun[1] and _is_gap(language, text[noun[1] : found])


def _panel(
    draft: Draft,
    actors: Actors,
    language: str,
    text: str,
    base: int,
    noun: tuple[int, int] | None,
    own: DocumentSymbol | None,
) -> _Holder | None:
    """Experts without a name of their own: known by the first resolution that the words name."""
    cited = _first_resolution(draft.parsed, base, own)
    if cited is None:
        return None
    for pattern, value in load_extension_words(language, "panel"):
        for found in pattern.finditer(text):
            if not _place(language, text, noun, found.start(), found.end()):
                continue
            end = found.end() - (text[found.end() - 1] == " ")
            span = Span(base + found.start(), base + end)
            number = cited.text.rpartition("/")[2].replace("(", "-").replace(")", "")
            key = AgentKey(f"{value}-s-res-{number.lower()}")
            label = f"{value.replace('-', ' ').capitalize()} under {cited.text}"
            actors.add(Agent(key, AgentKind.BODY, label, "en"), span)
            return _Holder((key,), span.start, span.end, _PANEL, 0.8)
    return None


def _first_resolution(
    parsed: ParsedSentence, base: int, own: DocumentSymbol | None
) -> DocumentSymbol | None:
    """The first resolution cited there that is another one than the text itself."""
    for filler in parsed.fillers:
        if filler is None or filler.code != CITATION or filler.start < base:
            continue
        cited = filler.citation.cited if filler.citation is not None else None
        if isinstance(cited, DocumentSymbol) and cited.text.startswith("S/RES/") and cited != own:
            return cited
    return None


def _mission(
    actors: Actors, language: str, text: str, base: int, noun: tuple[int, int] | None
) -> _Holder | None:
    """ "The Mission", where the document names only one mission of the United Nations."""
    for pattern, head in load_extension_words(language, "mission"):
        for found in pattern.finditer(text):
            if noun is None or not _place(language, text, noun, found.start(), found.end()):
                continue
            named = [
                agent
                for agent in actors.known()
                if agent.kind is AgentKind.BODY
                and agent.label.startswith("United Nations ")
                and next((h for h in _HEADS if h in agent.label.lower()), "") == head
            ]
            if len(named) == 1:
                start, end = base + found.start(), base + found.end()
                return _Holder((named[0].key,), start, end, _ONLY, 0.75)
    return None
