"""Documents that answer a request: the session they went to, what they tell, who took them up."""

from __future__ import annotations

from dataclasses import replace

from ungraph.inquiry.lookup import Lookup
from ungraph.inquiry.steps import Link

__all__ = ["answers", "outcome", "reports"]

_GROUNDS = ("requested-in", "pursuant-to", "further-to", "implements", "decides-in")
_TAKEN_UP = ("takes-note-of", "welcomes", "endorses", "adopts")


def reports(lookup: Lookup, iri: str, seen: frozenset[str]) -> list[Link]:
    """The documents that cite *iri* as the ground of what they do, but those in *seen*."""
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


def answers(lookup: Lookup, node: str, predicate: str) -> list[Link]:
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
    steps += [outcome(lookup, row["node"], row["type"], row.get("date", "")) for row in outcomes]
    return tuple(steps)


def outcome(lookup: Lookup, iri: str, notation: str, date: str) -> Link:
    """An outcome, and the acts that brought it about."""
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
