"""Requests by organs → mandates: holder, tasks in the exact words, to whom and by when.

"requested the High Commissioner to continue her efforts … and to submit her findings to the
Commission" gives two tasks; the second is delivered to the Commission.
"""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.deadlines import find_deadline
from ungraph.extractors.drafts import Draft
from ungraph.extractors.establishments import find_establishment
from ungraph.extractors.extensions import continue_extension, find_extension
from ungraph.extractors.led_tasks import find_task
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.recipients import find_recipient
from ungraph.extractors.task_words import goes_with_inner, label_end, next_act
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
_ENDS = frozenset("and or of on in to by with through further also".split())


def extract_mandates(
    document: Document, drafts: list[Draft], actors: Actors
) -> tuple[Mandate, ...]:
    """The mandates that the requests of organs give, in order of their evidence."""
    made: list[tuple[Draft, Mandate]] = []
    extended: list[tuple[Draft, Mandate]] = []
    for draft in drafts:
        extension = find_extension(document, draft, actors) if _by_organs(draft, actors) else None
        if extension is not None:
            made.append((draft, extension))
            extended.append((draft, extension))
            continue
        founded = find_establishment(document, draft, actors) if _by_organs(draft, actors) else None
        if founded is not None:
            made.append((draft, founded))
            continue
        if not _gives(draft, actors):
            continue
        tasks = tuple(_tasks(document, draft))
        if tasks:
            made.append((draft, _mandate(document, draft, tasks)))
    keys = {mandate.key for _, mandate in extended}
    return tuple(
        continue_extension(extended, mandate, draft, document)
        if mandate.key in keys
        else _continued(made, mandate, draft, document)
        for draft, mandate in made
    )


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
    end = next_act(parsed, first, end)
    starts = [first]
    for i in range(first + 1, end - 1):
        if parsed.words[i] != "to" or parsed.depth[i] != parsed.depth[first]:
            continue
        if parsed.codes[i - 1] in {"c", ",", ";"} and parsed.codes[i + 1] in {"w", "v"}:
            if not goes_with_inner(parsed, starts[-1], i):
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
    end = label_end(parsed, first, stop)
    term = find_deadline(document, parsed, start, stop)
    recipient = find_recipient(document, draft, first, stop, term.words if term else None)
    named = recipient[2] if recipient is not None else None
    if named is not None:
        before = named - 1
        while before > first and parsed.codes[before] == "d":
            before -= 1
        # Not inside an insertion: "prepare, for submission to the Assembly, reports".
        if parsed.words[before] == "to" and parsed.words[first:before].count(",") % 2 == 0:
            end = min(end, before) if before > first + 1 else end
    view = document.view
    while end > first + 1 and (parsed.words[end - 1] in _ENDS or parsed.codes[end - 1] == ","):
        end -= 1
    label = document.quote(view.to_text(parsed.span_of(first, end)))
    whole = parsed.span_of(start, stop)
    return Task(
        key=node_key("task", draft.key, label),
        label=" ".join(label.split()),
        evidence=(view.to_text(whole),),
        deliver_to=recipient[0] if recipient is not None else None,
        due_by=term.words if term else None,
        due_on=term.day if term else None,
        inferences=recipient[1] if recipient is not None else (),
    )


def _led_task(document: Document, draft: Draft, first: int, stop: int) -> Task:
    """The whole of what a paragraph in another language asks, in its words."""
    words = document.view.to_text(draft.parsed.span_of(first, stop))
    label = " ".join(document.quote(words).split())
    term = find_deadline(document, draft.parsed, first, stop)
    recipient = find_recipient(document, draft, first, stop, term.words if term else None)
    return Task(
        key=node_key("task", draft.key, label),
        label=label,
        evidence=(words,),
        deliver_to=recipient[0] if recipient is not None else None,
        due_by=term.words if term else None,
        due_on=term.day if term else None,
        inferences=recipient[1] if recipient is not None else (),
    )


def _continued(
    made: list[tuple[Draft, Mandate]], mandate: Mandate, draft: Draft, document: Document
) -> Mandate:
    """A mandate "to continue … in accordance with decisions of X" continues one that X gave."""
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
