"""Requests by organs → mandates: holder, tasks in the exact words, to whom and by when.

"requested the High Commissioner to continue her efforts … and to submit her findings to the
Commission" gives two tasks; the second is delivered to the Commission.
"""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.deadlines import find_deadline
from ungraph.extractors.drafts import Draft
from ungraph.extractors.extensions import continue_extension, find_extension
from ungraph.extractors.led_tasks import find_task
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.model.assertion import (
    ActType,
    AgentKey,
    AgentKind,
    Inference,
    Mandate,
    NodeKey,
    Task,
    node_key,
)
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["extract_mandates"]

_GIVING = frozenset({ActType.REQUEST, ActType.INVITE, ActType.AUTHORIZE, ActType.DECIDE})
_DELIVERING = frozenset(
    "submit report present transmit provide forward prepare send communicate".split()
)
_TAIL = (
    "in accordance with",
    "with a view to",
    "in order to",
    "pursuant to",
    "in line with",
    "in conformity with",
    "taking into account",
    "bearing in mind",
    "as well as in",
)


_ENDS = frozenset("and or of on in to by with through further also".split())
# Verbs with which a resolution begins another act after a comma or "and".
_NEXT_ACT = frozenset(
    "urges requests stresses expresses calls decides encourages invites emphasizes emphasises "
    "reiterates welcomes notes underlines underscores recalls reaffirms affirms demands condemns "
    "commends authorizes directs instructs acknowledges recognizes appeals".split()
)
_AFTER_ACT = frozenset("that its upon on all their his her with".split())
_INSERTED = frozenset("as where if when inter through within".split())
_AFTER_INSERTED = frozenset("of a an the all any on".split())
_INSERTION_TOKENS = 30


def extract_mandates(
    document: Document, drafts: list[Draft], actors: Actors
) -> tuple[Mandate, ...]:
    """The mandates that the requests of organs give, in order of their evidence."""
    made: list[tuple[Draft, Mandate]] = []
    for draft in drafts:
        extension = find_extension(document, draft)
        if extension is not None and _by_organs(draft, actors):
            made.append((draft, extension))
            continue
        if not _gives(draft, actors):
            continue
        tasks = tuple(_tasks(document, draft))
        if tasks:
            made.append((draft, _mandate(document, draft, tasks)))
    return tuple(_continued(made, mandate, draft, document) for draft, mandate in made)


def _gives(draft: Draft, actors: Actors) -> bool:
    if draft.act_type not in _GIVING or draft.negated or draft.row.kind == "noun":
        return False
    if not draft.addressees or draft.theme is None:
        return False
    return _by_organs(draft, actors)


def _by_organs(draft: Draft, actors: Actors) -> bool:
    return bool(draft.agents) and all(
        agent is not None and agent.kind is AgentKind.BODY
        for agent in (actors.agent(key) for key in draft.agents)
    )


def _mandate(document: Document, draft: Draft, tasks: tuple[Task, ...]) -> Mandate:
    return Mandate(
        key=node_key("mandate", draft.key),
        given_by=draft.key,
        holders=draft.addressees,
        tasks=tasks,
        evidence=(document.view.to_text(draft.evidence),),
        inferences=tuple(
            Inference("ung:mandateHolder", i.reason, i.confidence, i.evidence, i.value)
            for i in draft.inferences
            if i.property == "ung:addressee"
        ),
    )


def _tasks(document: Document, draft: Draft) -> list[Task]:
    parsed, theme = draft.parsed, draft.theme
    assert theme is not None
    if draft.row.kind == "lead":
        found = find_task(draft)
        return [_led_task(document, draft, *found)] if found is not None else []
    first, end = parsed.at(theme.start), parsed.at(theme.end - 1) + 1
    while (
        first < end and parsed.codes[first] in {",", "v"} or parsed.word(first) in {"inter", "alia"}
    ):
        first += 1
    if parsed.word(first) != "to" or first >= end:
        return []
    end = _next_act(parsed, first, end)
    starts = [first]
    for i in range(first + 1, end - 1):
        if parsed.words[i] != "to" or parsed.depth[i] != parsed.depth[first]:
            continue
        if parsed.codes[i - 1] in {"c", ",", ";"} and parsed.codes[i + 1] in {"w", "v"}:
            starts.append(i)
    tasks = []
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else end
        task = _task(document, draft, parsed, start, stop)
        if task is not None:
            tasks.append(task)
    return tasks


def _task(
    document: Document, draft: Draft, parsed: ParsedSentence, start: int, stop: int
) -> Task | None:
    while stop > start and parsed.codes[stop - 1] in {"c", ",", ";", "."}:
        stop -= 1
    first = start + 1
    if stop <= first:
        return None
    end = _label_end(parsed, first, stop)
    deliver: AgentKey | None = None
    if parsed.words[first] in _DELIVERING or parsed.word(first + 1) in _DELIVERING:
        for i in range(first + 1, stop - 1):
            if parsed.words[i] != "to":
                continue
            k = i + 1
            while k < stop and parsed.codes[k] == "d":
                k += 1
            filler = parsed.fillers[k] if k < stop else None
            if filler is not None and filler.code == AGENT:
                deliver = filler.keys[0]
                end = min(end, i) if i > first + 1 else end
                break
    view = document.view
    while end > first + 1 and (parsed.words[end - 1] in _ENDS or parsed.codes[end - 1] == ","):
        end -= 1
    label = document.quote(view.to_text(parsed.span_of(first, end)))
    whole = parsed.span_of(start, stop)
    return Task(
        key=node_key("task", draft.key, label),
        label=" ".join(label.split()),
        evidence=(view.to_text(whole),),
        deliver_to=deliver,
        due_by=find_deadline(document, parsed, start, stop),
    )


def _led_task(document: Document, draft: Draft, first: int, stop: int) -> Task:
    """The whole of what a paragraph in another language asks, in its words."""
    words = document.view.to_text(draft.parsed.span_of(first, stop))
    label = " ".join(document.quote(words).split())
    return Task(key=node_key("task", draft.key, label), label=label, evidence=(words,))


def _next_act(parsed: ParsedSentence, first: int, end: int) -> int:
    """Where another act of the same paragraph begins (", and urges the parties to"), else *end*."""
    for i in range(first + 2, end - 1):
        if parsed.words[i] not in _NEXT_ACT or parsed.depth[i] != parsed.depth[first]:
            continue
        before, after = i - 1, i + 1
        while before > first and parsed.words[before] in {"further", "also", ","}:
            before -= 1
        opened = parsed.codes[before] in {"c", ";"} or parsed.codes[i - 1] == ","
        if opened and (parsed.codes[after] in {"d", AGENT} or parsed.words[after] in _AFTER_ACT):
            return before + (parsed.codes[before] not in {"c", ";"})
    return end


def _label_end(parsed: ParsedSentence, first: int, stop: int) -> int:
    """The words of the task itself, without how, why and on what ground."""
    inserted = first
    for i in range(first + 1, stop):
        if i < inserted:
            continue
        if parsed.words[i] == "," and i != inserted and not _goes_on(parsed, i + 1, stop):
            closed = _insertion_end(parsed, first, i, stop)
            if closed is None:
                return i
            inserted = closed
            continue
        phrase = " ".join(parsed.words[i : i + 4])
        if any(phrase.startswith(tail) for tail in _TAIL):
            return i
    return stop


def _insertion_end(parsed: ParsedSentence, first: int, comma: int, stop: int) -> int | None:
    """The comma that closes what the one at *comma* opens, where the task goes on behind it:
    "submit, within three months, a report", "keep it informed, as appropriate, of events"."""
    bare = comma == first + 1
    if not bare and parsed.word(comma + 1) not in _INSERTED:
        return None
    for i in range(comma + 2, min(stop - 1, comma + _INSERTION_TOKENS)):
        if parsed.words[i] != "," or parsed.depth[i] != parsed.depth[comma]:
            continue
        if parsed.words[i + 1] in _AFTER_INSERTED or bare and parsed.codes[i + 1] == "w":
            return i
        if not bare:
            return None
    return None


def _goes_on(parsed: ParsedSentence, i: int, stop: int) -> bool:
    """Whether after a comma the enumeration goes on ("information, studies and reports")."""
    return (
        i < stop
        and parsed.codes[i] in {"w", "c", "d", AGENT, "W"}
        and not any(" ".join(parsed.words[i : i + 4]).startswith(tail) for tail in _TAIL)
        and parsed.words[i] not in {"including", "inter", "taking"}
    )


def _continued(
    made: list[tuple[Draft, Mandate]], mandate: Mandate, draft: Draft, document: Document
) -> Mandate:
    """A mandate "to continue … in accordance with decisions of X" continues one that X gave."""
    if mandate.given_by == draft.key and find_extension(document, draft) is not None:
        return continue_extension(made, mandate, draft, document)
    if not any(task.label.startswith("continu") for task in mandate.tasks) or draft.theme is None:
        return mandate
    named = _agents_in(draft.parsed, draft.theme)
    earlier: list[tuple[NodeKey, Span]] = [
        (other.key, document.view.to_text(giver.evidence))
        for giver, other in made
        if other.key != mandate.key
        and set(other.holders) & set(mandate.holders)
        and set(giver.agents) & named
        and not set(giver.agents) & set(draft.agents)
    ]
    if len(earlier) != 1:
        return mandate
    key, words = earlier[0]
    reason = "same holder, and the words name the organ that gave the other mandate"
    return replace(
        mandate,
        continues=key,
        inferences=(
            *mandate.inferences,
            Inference("ung:continuesMandate", reason, 0.6, (words,), key),
        ),
    )


def _agents_in(parsed: ParsedSentence, theme: Span) -> set[AgentKey]:
    keys: set[AgentKey] = set()
    for i in range(len(parsed)):
        filler = parsed.fillers[i]
        if filler is not None and filler.code == AGENT and theme.start <= filler.start < theme.end:
            keys.update(filler.keys)
    return keys
