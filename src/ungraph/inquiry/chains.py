"""What became of a request: from the paragraph that asks, over the reports, to the outcome.

The chain is read from the graph alone: acts performed in a document and the mandates they give,
documents that cite it as the ground of what they do, and the events, answers and outcomes those
report.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ungraph.inquiry.lookup import Lookup

__all__ = ["Link", "follow"]

_GROUNDS = ("requested-in", "pursuant-to", "further-to", "implements", "decides-in")
_TAKEN_UP = ("takes-note-of", "welcomes", "endorses", "adopts")


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain.

    *kind* is "document", "request", "mandate", "task", "report", "event", "act" or "outcome";
    *words* are the exact words it rests on; *relation* says how it hangs on the step before.
    """

    kind: str
    iri: str
    label: str
    relation: str = ""
    date: str = ""
    words: str = ""
    followed_by: tuple[Link, ...] = ()


def follow(lookup: Lookup, iri: str) -> Link:
    """The chain that starts at *iri*: a document, a mandate, or an act."""
    if _is_a(lookup, iri, "Mandate"):
        return _mandate(lookup, iri, "")
    if _is_a(lookup, iri, "CommunicativeAct"):
        return _act(lookup, iri, "", frozenset())
    return _document(lookup, iri)


def _is_a(lookup: Lookup, iri: str, name: str) -> bool:
    return bool(lookup.rows(f"<{iri}> a ?class . FILTER(?class = ung:{name})", "class"))


def _document(lookup: Lookup, iri: str) -> Link:
    acts = lookup.rows(
        f"?act ung:performedIn <{iri}> ; ung:actType/skos:notation ?type . "
        'FILTER(?type IN ("request", "invite", "urge", "recommend", "decide"))',
        "act",
    )
    seen = frozenset({iri})
    steps = _in_order([_act(lookup, row["act"], "performed in it", seen) for row in acts])
    answers = lookup.rows(f"?d ung:inResponseTo ?act . ?act ung:performedIn <{iri}>", "d")
    steps += _reports(lookup, iri, seen | {row["d"] for row in answers})
    dates = lookup.rows(
        f"{{ <{iri}> ung:adoptedOn ?date }} UNION {{ <{iri}> dcterms:date ?date }}", "date"
    )
    return Link(
        "document",
        iri,
        lookup.label(iri),
        date=dates[0]["date"] if dates else "",
        followed_by=tuple(steps),
    )


def _in_order(acts: list[Link]) -> list[Link]:
    """By their paragraph; what several documents tell in the same words stands once."""
    once = {(act.label, act.relation, act.words): act for act in reversed(acts)}
    return sorted(once.values(), key=lambda act: (_paragraph(act.relation), act.iri))


def _paragraph(relation: str) -> int:
    digits = relation.rpartition("para. ")[2]
    return int(digits) if digits.isdigit() else 0


def _reports(lookup: Lookup, iri: str, seen: frozenset[str]) -> list[Link]:
    grounds = ", ".join(f'"{name}"' for name in _GROUNDS)
    found = lookup.rows(
        f"?c cito:hasCitedEntity <{iri}> ; cito:hasCitingEntity ?citing ; "
        "cito:hasCitationCharacterization/skos:notation ?relation . "
        f"FILTER(?relation IN ({grounds})) OPTIONAL {{ ?c ung:pinpoint ?pinpoint }} "
        "OPTIONAL { ?citing dcterms:date ?date }",
        "date",
        "citing",
        "relation",
        "pinpoint",
    )
    merged: dict[str, Link] = {}
    for row in found:
        citing = row["citing"]
        if citing in seen:
            continue
        pinpoint = row.get("pinpoint", "")
        relation = f"{row['relation']} {pinpoint}".strip()
        known = merged.get(citing)
        if known is not None:
            merged[citing] = replace(known, relation=f"{known.relation}; {relation}")
            continue
        merged[citing] = _report(lookup, citing, relation, row.get("date", ""))
    return list(merged.values())


def _report(lookup: Lookup, document: str, relation: str, date: str) -> Link:
    """A document that answers: the session it went to, what it tells, and who took it up."""
    sessions = lookup.rows(f"<{document}> ung:inSession ?session", "session")
    steps = [
        Link("event", row["session"], lookup.label(row["session"]), "submitted to it")
        for row in sessions
    ]
    told = [
        step
        for step in _reported(lookup, document)
        if step.kind != "event" or step.iri not in {row["session"] for row in sessions}
    ]
    steps += [*told, *_taken_up(lookup, document)]
    return Link("report", document, lookup.label(document), relation, date, "", tuple(steps))


def _answers(lookup: Lookup, node: str, predicate: str) -> list[Link]:
    """The documents of the corpus that answer an act or fulfil a mandate."""
    rows = lookup.rows(
        f"?d ung:{predicate} <{node}> ; a ung:Document . OPTIONAL {{ ?d dcterms:date ?date }}",
        "date",
        "d",
    )
    relation = "answers it" if predicate == "inResponseTo" else "fulfils it"
    return [_report(lookup, row["d"], relation, row.get("date", "")) for row in rows]


def _taken_up(lookup: Lookup, document: str) -> list[Link]:
    """Later documents that take note of a report, welcome or endorse it: what came of it."""
    relations = ", ".join(f'"{name}"' for name in _TAKEN_UP)
    rows = lookup.rows(
        f"?c cito:hasCitedEntity <{document}> ; cito:hasCitingEntity ?citing ; "
        "cito:hasCitationCharacterization/skos:notation ?relation . "
        f"FILTER(?relation IN ({relations})) FILTER(?citing != <{document}>) "
        "OPTIONAL { ?citing ung:adoptedOn ?date }",
        "date",
        "citing",
        "relation",
    )
    return [
        Link(
            "outcome",
            row["citing"],
            lookup.label(row["citing"]),
            row["relation"],
            row.get("date", ""),
        )
        for row in rows
    ]


def _reported(lookup: Lookup, document: str) -> tuple[Link, ...]:
    """The events of a report at which something was done, and the outcomes of its acts."""
    inside = f'FILTER(STRSTARTS(STR(?node), "{document}#"))'
    events = lookup.rows(
        f"?node a ung:Event . {inside} "
        "FILTER EXISTS { { ?act ung:during|ung:callsMeeting ?node } "
        "UNION { ?outcome ung:outcomeOf ?node } } OPTIONAL { ?node ung:heldOn ?held } "
        "OPTIONAL { ?node ung:scheduledFor ?planned } "
        "OPTIONAL { ?node ung:eventStatus/skos:notation ?status }",
        "node",
        "held",
        "planned",
        "status",
    )
    steps = [
        Link(
            "event",
            row["node"],
            lookup.label(row["node"]),
            row.get("status", ""),
            row.get("held") or row.get("planned", ""),
            " … ".join(lookup.words(row["node"])),
        )
        for row in events
    ]
    outcomes = lookup.rows(
        f"?node a ung:Outcome ; ung:outcomeType/skos:notation ?type . {inside} "
        "OPTIONAL { ?node ung:asOf ?date }",
        "node",
        "type",
        "date",
    )
    steps += [_outcome(lookup, row["node"], row["type"], row.get("date", "")) for row in outcomes]
    return tuple(steps)


def _outcome(lookup: Lookup, iri: str, notation: str, date: str) -> Link:
    causes = lookup.rows(
        f"<{iri}> ung:broughtAboutBy ?act . OPTIONAL {{ ?act ung:agent/rdfs:label ?agent }} "
        "OPTIONAL { ?act ung:ground ?ground }",
        "act",
        "agent",
        "ground",
    )
    steps = []
    for row in causes:
        ground = row.get("ground")
        reason = " … ".join(lookup.words(ground)) if ground else ""
        steps.append(
            Link(
                "act",
                row["act"],
                row.get("agent", "nobody named"),
                f"on the ground: {reason}" if reason else "brought it about",
            )
        )
    words = " … ".join(lookup.words(iri))
    return Link("outcome", iri, notation, "", date, words, tuple(steps))


def _act(lookup: Lookup, iri: str, relation: str, seen: frozenset[str]) -> Link:
    found = lookup.rows(
        f"<{iri}> ung:actType/skos:notation ?type . "
        f"OPTIONAL {{ <{iri}> ung:agent/rdfs:label ?agent }} "
        f"OPTIONAL {{ <{iri}> ung:addressee/rdfs:label ?addressee }} "
        f"OPTIONAL {{ <{iri}> dcterms:date ?date }} "
        f"OPTIONAL {{ <{iri}> ung:pinpoint ?pinpoint }}",
        "type",
        "agent",
        "addressee",
        "date",
        "pinpoint",
    )
    row = found[0] if found else {}
    label = " → ".join(row[name] for name in ("agent", "addressee") if name in row)
    steps = [
        _mandate(lookup, mandate["m"], "gives")
        for mandate in lookup.rows(f"?m ung:givenBy <{iri}>", "m")
    ]
    if iri not in seen:
        steps += _answers(lookup, iri, "inResponseTo")
        steps += [
            _act(lookup, answer["a"], "answers it", seen | {iri})
            for answer in lookup.rows(f"?a ung:inResponseTo <{iri}> ; a ung:CommunicativeAct", "a")
        ]
        steps += [
            _outcome(lookup, outcome["o"], outcome["type"], outcome.get("date", ""))
            for outcome in lookup.rows(
                f"?o ung:outcomeOf <{iri}> ; ung:outcomeType/skos:notation ?type . "
                "OPTIONAL { ?o ung:asOf ?date }",
                "o",
                "type",
                "date",
            )
        ]
    kind = "request" if row.get("type") == "request" else "act"
    where = " ".join(part for part in (relation, row.get("pinpoint", "")) if part)
    name = f"{row.get('type', 'act')}: {label}" if label else row.get("type", "act")
    words = " … ".join(lookup.words(iri))
    return Link(kind, iri, name, where, row.get("date", ""), words, tuple(steps))


def _mandate(lookup: Lookup, iri: str, relation: str) -> Link:
    holders = lookup.rows(f"<{iri}> ung:mandateHolder/rdfs:label ?holder", "holder")
    tasks = lookup.rows(
        f"<{iri}> ung:task ?task . ?task rdfs:label ?label . "
        "OPTIONAL { ?task ung:dueBy ?due } OPTIONAL { ?task ung:deliverTo/rdfs:label ?to }",
        "task",
        "label",
        "due",
        "to",
    )
    steps = [
        Link(
            "task",
            row["task"],
            " ".join(row["label"].split()),
            f"to {row['to']}" if "to" in row else "",
            row.get("due", ""),
        )
        for row in tasks
    ]
    steps += [
        Link("mandate", row["m"], _holder(lookup, row["m"]), "continues it")
        for row in lookup.rows(f"?m ung:continuesMandate <{iri}>", "m")
    ]
    if not relation:  # under its act the act itself has them
        steps += _answers(lookup, iri, "inFulfilmentOf")
    name = ", ".join(row["holder"] for row in holders) or "mandate"
    return Link("mandate", iri, name, relation, followed_by=tuple(steps))


def _holder(lookup: Lookup, iri: str) -> str:
    rows = lookup.rows(f"<{iri}> ung:mandateHolder/rdfs:label ?holder", "holder")
    return ", ".join(row["holder"] for row in rows) or "mandate"
