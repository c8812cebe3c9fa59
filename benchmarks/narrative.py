"""Acts and events of the extractors against hand-read gold, in one process.

usage: narrative.py GOLD_DIR [--half first|second|all] [--show acts|events] [--only NAME]

NAME.txt stands beside NAME.gold.json. An act counts as found when paragraph and type agree and
the cues share a word; agent, addressee and date are compared for the acts found.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import re

from ungraph.model.assertion import Act, Assertions, NonOccurrence
from ungraph.model.document import Document
from ungraph.pipeline import BuildOptions, build_document

STOP = {"the", "of", "a", "an", "on", "and", "to", "in", "for"}


def words(text: str | None) -> set[str]:
    return {w for w in re.findall(r"\w+", (text or "").lower()) if w not in STOP}


def same(a: str | None, b: str | None) -> bool:
    if not a and not b:
        return True
    x, y = words(a), words(b)
    return bool(x and y) and (x <= y or y <= x or len(x & y) / len(x | y) >= 0.5)


def load(path: pathlib.Path) -> tuple[Document, Assertions, dict[str, str]]:
    built = build_document(path.read_bytes(), name=path.name, options=BuildOptions(validate=False))
    labels = {agent.key: agent.label for agent in built.assertions.agents}
    return built.document, built.assertions, labels


def rows(document: Document, acts: Assertions, labels: dict[str, str]) -> list[dict[str, str]]:
    found = []
    for act in acts.acts:
        if act.act_type == "schedule":
            continue
        kind = "decline" if act.act_type == "not-recognize" else str(act.act_type)
        found.append((act, kind, act.agents, act.addressees))
    for absent in acts.non_occurrences:
        found.append((absent, "not-respond", absent.expected_from, absent.addressees))
    return [
        {
            "key": record.key,
            "paragraph": number(document, record.evidence[0].start),
            "type": kind,
            "cue": record.cue,
            "agent": first(labels, agents),
            "addressee": first(labels, addressees),
            "date": said_when(record),
            "rule": record.rule,
            "quote": document.quote(record.evidence[0]),
        }
        for record, kind, agents, addressees in found
    ]


def said_when(record: Act | NonOccurrence) -> str:
    """The date, or both ends of a stretch of time ("2003-12-16/2004-11-30") as the gold has it."""
    if isinstance(record, Act) and record.period_from is not None:
        return f"{record.period_from}/{record.period_until}"
    return str(record.date or "")[:10]


def first(labels: dict[str, str], keys: tuple[str, ...]) -> str:
    names = sorted(labels.get(k, k) for k in keys)
    return names[0] if names else ""


def number(document: Document, position: int) -> str:
    block = document.block_at(position)
    return (block.number or "") if block else ""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--half", default="all")
    parser.add_argument("--show", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--loader", default="")
    options = parser.parse_args()
    loader = load
    if options.loader:
        scope: dict[str, object] = {}
        exec(pathlib.Path(options.loader).read_text(), scope)
        loader = scope["load"]  # type: ignore[assignment]
    files = sorted(options.gold.glob("*.gold.json"))
    half = (len(files) + 1) // 2
    files = {"first": files[:half], "second": files[half:]}.get(options.half, files)
    total: collections.Counter[str] = collections.Counter()
    for path in files:
        if options.only and options.only not in path.name:
            continue
        gold = json.loads(path.read_text())
        document, acts, labels = loader(path.with_name(path.name[:-10] + ".txt"))
        left = rows(document, acts, labels)
        show = "acts" in options.show
        if show:
            print("=====", path.name)
        for want in gold["acts"]:
            match = next(
                (
                    r
                    for r in left
                    if r["paragraph"] == want["paragraph"]
                    and r["type"] == want["type"]
                    and words(r["cue"]) & words(want["cue"])
                ),
                None,
            )
            if match is None:
                total["act_fn"] += 1
                if show:
                    print(
                        "  MISS", want["id"], want["type"], "|", want["cue"], "| AG", want["agent"]
                    )
                continue
            left.remove(match)
            total["act_tp"] += 1
            for slot in ("agent", "addressee"):
                good = same(match[slot], want.get(slot))
                total[slot] += good
                if show and not good:
                    print(
                        f"  {slot.upper()}",
                        want["id"],
                        want["cue"],
                        "| got",
                        match[slot] or "-",
                        "| want",
                        want.get(slot),
                    )
            good = match["date"] == (want.get("date") or "")
            total["date"] += good
            if show and not good:
                print(
                    "  DATE",
                    want["id"],
                    want["cue"],
                    "| got",
                    match["date"],
                    "| want",
                    want["date"],
                )
        total["act_fp"] += len(left)
        if show:
            for r in left:
                print(
                    "  EXTRA",
                    r["paragraph"],
                    r["type"],
                    "|",
                    r["cue"],
                    "|",
                    r["rule"],
                    "| AG",
                    r["agent"],
                    "|",
                    r["quote"][:110].replace("\n", " "),
                )
        events = [
            (number(document, e.evidence[0].start), str(e.event_type), e) for e in acts.events
        ]
        for want in gold["events"]:
            match_e = next(
                (e for e in events if e[0] == want["paragraph"] and e[1] == want["type"]), None
            )
            if match_e is None:
                total["ev_fn"] += 1
                if "events" in options.show:
                    print("  MISS", path.name[:12], want["paragraph"], want["type"], want["cue"])
                continue
            events.remove(match_e)
            total["ev_tp"] += 1
        total["ev_fp"] += len(events)
        if "events" in options.show:
            for where, kind, event in events:
                print(
                    "  EXTRA", path.name[:12], where, kind, document.quote(event.evidence[0])[:100]
                )
    for kind in ("act", "ev"):
        tp, fp, fn = (total[f"{kind}_{x}"] for x in ("tp", "fp", "fn"))
        print(
            kind,
            "P",
            round(tp / max(1, tp + fp), 3),
            "R",
            round(tp / max(1, tp + fn), 3),
            "gold",
            tp + fn,
            "fp",
            fp,
        )
    found = max(1, total["act_tp"])
    print({slot: round(total[slot] / found, 3) for slot in ("agent", "addressee", "date")})


if __name__ == "__main__":
    main()
