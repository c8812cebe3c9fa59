"""What became of a request: from the paragraph that asks, over the reports, to the outcome.

The chain is read from the graph alone: acts performed in a document and the mandates they give,
documents that cite it as the ground of what they do, and the events, answers and outcomes those
report.
"""

from __future__ import annotations

from ungraph.inquiry.lookup import Lookup
from ungraph.inquiry.reports import answers, outcome, reports
from ungraph.inquiry.steps import Link

__all__ = ["Link", "follow"]


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
    steps += reports(lookup, iri, seen | {row["d"] for row in answers})
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
        steps += answers(lookup, iri, "inResponseTo")
        steps += [
            _act(lookup, answer["a"], "answers it", seen | {iri})
            for answer in lookup.rows(f"?a ung:inResponseTo <{iri}> ; a ung:CommunicativeAct", "a")
        ]
        steps += [
            outcome(lookup, row["o"], row["type"], row.get("date", ""))
            for row in lookup.rows(
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


def _mandate(lookup: Lookup, iri: str, relation: str, seen: frozenset[str] = frozenset()) -> Link:
    """A mandate: its tasks, the one it carries on, those that carry it on, what fulfils it."""
    steps = [*_tasks(lookup, iri)]
    if not relation:
        steps = [
            *(_renewal(lookup, m, "carries on", frozenset({iri})) for m in _earlier(lookup, iri)),
            *steps,
        ]
    steps += [_renewal(lookup, m, "carried on by", seen | {iri}) for m in _later(lookup, iri, seen)]
    if not relation:  # under its act the act itself has them
        steps += answers(lookup, iri, "inFulfilmentOf")
        where = _where(lookup, iri)
        name = f"{_holder(lookup, iri)}, {where}" if where else _holder(lookup, iri)
        return Link("mandate", iri, name, date=_day(lookup, iri), followed_by=tuple(steps))
    return Link("mandate", iri, _holder(lookup, iri), relation, followed_by=tuple(steps))


def _tasks(lookup: Lookup, iri: str) -> list[Link]:
    rows = lookup.rows(
        f"<{iri}> ung:task ?task . ?task rdfs:label ?label . "
        "OPTIONAL { ?task ung:dueBy ?due } OPTIONAL { ?task ung:deliverTo/rdfs:label ?to }",
        "task",
        "label",
        "due",
        "to",
    )
    once = {row["task"]: row for row in reversed(rows)}
    return [
        Link(
            "task",
            task,
            " ".join(row["label"].split()),
            f"to {row['to']}" if "to" in row else "",
            row.get("due", ""),
        )
        for task, row in sorted(once.items())
    ]


def _earlier(lookup: Lookup, iri: str) -> list[str]:
    return [row["m"] for row in lookup.rows(f"<{iri}> ung:continuesMandate ?m", "m")]


def _later(lookup: Lookup, iri: str, seen: frozenset[str]) -> list[str]:
    rows = lookup.rows(f"?m ung:continuesMandate <{iri}>", "m")
    return [row["m"] for row in rows if row["m"] not in seen]


def _renewal(lookup: Lookup, iri: str, relation: str, seen: frozenset[str]) -> Link:
    """A mandate of the same holder, before or after, and those beyond it."""
    beyond = (
        [m for m in _earlier(lookup, iri) if m not in seen]
        if relation == "carries on"
        else _later(lookup, iri, seen)
    )
    steps = [
        *_tasks(lookup, iri),
        *(_renewal(lookup, m, relation, seen | {iri}) for m in beyond),
    ]
    where = _where(lookup, iri) or _holder(lookup, iri)
    return Link("mandate", iri, where, relation, _day(lookup, iri), followed_by=tuple(steps))


def _where(lookup: Lookup, iri: str) -> str:
    """ "S/RES/2514(2020) para. 6": the document and the paragraph that give a mandate."""
    rows = lookup.rows(
        f"<{iri}> ung:givenBy ?act . ?act ung:performedIn/ung:symbol ?symbol . "
        "OPTIONAL { ?act ung:pinpoint ?pinpoint }",
        "symbol",
        "pinpoint",
    )
    return " ".join(rows[0].values()) if rows else ""


def _day(lookup: Lookup, iri: str) -> str:
    rows = lookup.rows(
        f"<{iri}> ung:givenBy/ung:performedIn ?doc . {{ ?doc ung:adoptedOn ?day }} UNION "
        "{ ?doc dcterms:date ?day }",
        "day",
    )
    return rows[0]["day"] if rows else ""


def _holder(lookup: Lookup, iri: str) -> str:
    rows = lookup.rows(f"<{iri}> ung:mandateHolder/rdfs:label ?holder", "holder")
    return ", ".join(dict.fromkeys(row["holder"] for row in rows)) or "mandate"
