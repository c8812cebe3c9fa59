"""Citations, acts and events against gold for passages of ten kinds of documents.

usage: narrative_gold.py [--show] [--only PART_OF_NAME] [--check]

The gold (benchmarks/gold/*.gold.json) names a file of the development corpus and where the
paragraphs of its passage begin; it does not carry their text. The whole document is built, as a
user would build it, and what it says in the passage is asked with the three queries of the
contract. The corpus is looked for at UNGRAPH_SHARED, else in ../shared beside the checkout; without
it the script says so and ends well. --check only finds the passages and the quotes of the gold.

An act is found when paragraph and type agree and the cues share a word; agent, addressee and
date are compared for the acts found. Treaties do not count, nor citations that stand in a
footnote (the gold marks those "footnote").
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import pathlib
import re
import sys
import tarfile
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
from narrative import same, words

from ungraph.pipeline import BuildOptions, build_document
from ungraph.readers.detect import read_document

GOLD = pathlib.Path(__file__).parent / "gold"
PLACES = """PREFIX ung: <https://w3id.org/ungraph/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?node (MIN(?s) AS ?start) WHERE {
  ?node ung:evidence ?span . ?span oa:hasSelector ?p . ?p a oa:TextPositionSelector ; oa:start ?s
} GROUP BY ?node"""
Row = dict[str, str]


def squash(text: str) -> tuple[str, list[int]]:
    """*text* without blanks and with one kind of quotation mark, and where each letter stood."""
    text = text.replace("’", "'").replace("‘", "'")
    kept = [i for i, c in enumerate(text) if not c.isspace() and c not in '“”"\ufffe\xad']
    return "".join(text[i] for i in kept), kept


class Passage:
    """The paragraphs of a passage, as spans of the text of a document."""

    def __init__(self, text: str, source: dict[str, Any]) -> None:
        self.text, self.places = squash(text)
        self.starts: list[tuple[int, str]] = []
        at = 0
        for paragraph in source["paragraphs"]:
            at = self.find(paragraph["from"], at)
            self.starts.append((at, paragraph["label"]))
        self.end = self.find(source["until"], at) if source["until"] else len(self.text)

    def find(self, anchor: str, start: int) -> int:
        at = self.text.find(squash(anchor)[0], start)
        if at < 0:
            sys.exit(f"not found: {anchor}")
        return at

    def spans(self) -> Iterator[tuple[str, str, int, int]]:
        """Label and squashed text of each paragraph, with its span of the document's text."""
        stops = [at for at, _ in self.starts[1:]] + [self.end]
        for (start, label), stop in zip(self.starts, stops, strict=True):
            yield label, self.text[start:stop], self.places[start], self.places[stop - 1] + 1

    def label_at(self, position: int) -> str:
        for label, _, start, end in self.spans():
            if start <= position < end:
                return "" if label.startswith("skip") else label
        return ""


def shared() -> pathlib.Path | None:
    place = os.environ.get("UNGRAPH_SHARED")
    folder = pathlib.Path(place) if place else GOLD.parents[2] / "shared"
    return folder if (folder / "corpus").is_dir() else None


def load_sources(folder: pathlib.Path, golds: list[dict[str, Any]]) -> dict[str, bytes]:
    """The bytes of each source, by symbol; each archive is read through once."""
    found: dict[str, bytes] = {}
    wanted: dict[str, dict[str, str]] = collections.defaultdict(dict)
    for gold in golds:
        source = gold["source"]
        if "file" in source:
            found[gold["symbol"]] = (folder / "corpus" / source["file"]).read_bytes()
        else:
            wanted[source["archive"]][source["member"]] = gold["symbol"]
    for archive, members in wanted.items():
        with tarfile.open(folder / "corpus" / archive, "r|xz") as tar:
            for member in tar:
                symbol = members.pop(member.name.removeprefix("./"), None)
                stream = tar.extractfile(member) if symbol else None
                if symbol and stream:
                    found[symbol] = stream.read()
                if not members:
                    break
    return found


def ask(store: ox.Store, sparql: str) -> list[Row]:
    answer = store.query(sparql, use_default_graph_as_union=True)
    names = [v.value for v in answer.variables]
    return [{n: s[n].value if s[n] is not None else "" for n in names} for s in answer]


def key(symbol: str) -> str:
    symbol = re.sub(r"\s+", "", symbol).upper().rstrip("/.,;")
    if "/RES/" in symbol:
        symbol = re.sub(r"(?<=\d)[A-Z](?:-[A-Z])?$|(?<=\))[A-Z]$", "", symbol)
    return symbol


def score(gold: dict[str, Any], data: bytes, queries: pathlib.Path, *, show: bool) -> Row:
    """Counts of one passage: true and false positives, misses, attributes that agree."""
    source = gold["source"]
    name = pathlib.PurePath(source.get("file") or source["member"]).name
    built = build_document(data, name=name, options=BuildOptions(validate=False))
    passage = Passage(built.document.text, source)
    store = ox.Store()
    store.extend(built.quads())
    text_of = {
        q: (queries / f"{q}.rq").read_text(encoding="utf-8")
        for q in ("acts", "citations", "events")
    }
    label = {r["node"]: passage.label_at(int(r["start"])) for r in ask(store, PLACES)}
    count: collections.Counter[str] = collections.Counter()
    say = print if show else (lambda *_: None)
    say("=====", gold["symbol"])

    footnotes = {(c["paragraph"], key(c["symbol"])) for c in gold["citations"] if "optional" in c}
    want = {(c["paragraph"], key(c["symbol"])) for c in gold["citations"] if c["symbol"]}
    want -= footnotes
    have = {
        (passage.label_at(int(r["start"])), key(r["cited"]))
        for r in ask(store, text_of["citations"])
        if r["cited"] and not r["cited"].startswith("treaty")
    }
    have = {h for h in have if h[0]} - footnotes
    count.update(cit_tp=len(have & want), cit_fp=len(have - want), cit_fn=len(want - have))
    say("  CIT MISS", sorted(want - have), "EXTRA", sorted(have - want))

    acts: dict[str, Row] = {}
    for row in ask(store, text_of["acts"]):
        row["paragraph"] = label.get(row["act"], "")
        if row["paragraph"] and row["type"] != "schedule":
            row["type"] = "decline" if row["type"] == "not-recognize" else row["type"]
            acts.setdefault(row["act"], row)
    left = sorted(acts.values(), key=lambda r: r["act"])
    for act in gold["acts"]:
        fits = [
            r
            for r in left
            if (r["paragraph"], r["type"]) == (act["paragraph"], act["type"])
            and words(r["cue"]) & words(act["cue"])
        ]
        if not fits:
            count["act_fn"] += 1
            say("  MISS", act["id"], act["type"], "|", act["cue"], "|", act["agent"])
            continue
        match = max(fits, key=lambda r: same(r["agent"], act["agent"]))
        left.remove(match)
        count["act_tp"] += 1
        for slot in ("agent", "addressee"):
            good = same(match[slot], act[slot])
            count[slot] += good
            if not good:
                say(f"  {slot.upper()}", act["id"], act["cue"], "|", match[slot], "|", act[slot])
        good = match["date"][:10] == (act["date"] or "")[:10]
        count["date"] += good
        if not good:
            say("  DATE", act["id"], act["cue"], "|", match["date"], "|", act["date"])
    count["act_fp"] += len(left)
    for r in left:
        say("  EXTRA", r["paragraph"], r["type"], "|", r["cue"], "|", r["agent"])

    events: dict[str, Row] = {}
    for row in ask(store, text_of["events"]):
        row["paragraph"] = label.get(row["event"], "")
        if row["paragraph"]:
            events.setdefault(row["event"], row)
    rest = sorted(events.values(), key=lambda r: r["event"])
    for event in gold["events"]:
        place = (event["paragraph"], event["type"])
        hit = next((r for r in rest if (r["paragraph"], r["type"]) == place), None)
        if hit is None:
            count["ev_fn"] += 1
            say("  EVENT MISS", *place, event["cue"])
            continue
        rest.remove(hit)
        count["ev_tp"] += 1
    count["ev_fp"] += len(rest)
    for r in rest:
        say("  EVENT EXTRA", r["paragraph"], r["type"], "|", r["quote"][:80])
    return dict(count)  # type: ignore[arg-type]


def check(gold: dict[str, Any], data: bytes) -> list[str]:
    """Quotes of the gold that are not in the paragraph they are said to stand in."""
    source = gold["source"]
    name = pathlib.PurePath(source.get("file") or source["member"]).name
    passage = Passage(read_document(data, name=name).text, source)
    texts = {label: text for label, text, _, _ in passage.spans()}
    quotes = [(c["paragraph"], c["quote"]) for c in gold["citations"] if "optional" not in c]
    quotes += [(r["paragraph"], r["cue"]) for r in (*gold["acts"], *gold["events"])]
    return [f"{p}: {q}" for p, q in quotes if squash(q)[0] not in texts.get(p, "")]


def line(name: str, c: collections.Counter[str]) -> str:
    cells = [f"{name[:44]:<44}"]
    for kind in ("cit", "act", "ev"):
        tp, fp, fn = (c[f"{kind}_{x}"] for x in ("tp", "fp", "fn"))
        p = f"{tp / (tp + fp):.2f}" if tp + fp else "  - "
        r = f"{tp / (tp + fn):.2f}" if tp + fn else "  - "
        cells.append(f"{tp + fn:>4} {p} {r}")
    n = c["act_tp"]
    cells += [f"{c[s] / n:.2f}" if n else " -  " for s in ("agent", "addressee", "date")]
    return " | ".join(cells)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    folder = shared()
    if folder is None:
        print("skipped: needs the shared corpus (UNGRAPH_SHARED or ../shared)")
        return
    paths = [p for p in sorted(GOLD.glob("*.gold.json")) if options.only in p.name]
    golds = [json.loads(p.read_text(encoding="utf-8")) for p in paths]
    sources = load_sources(folder, golds)
    if options.check:
        wrong = [f"{g['symbol']} {w}" for g in golds for w in check(g, sources[g["symbol"]])]
        print("\n".join(wrong) or f"{len(golds)} passages found, all quotes stand in them")
        sys.exit(1 if wrong else 0)
    total: collections.Counter[str] = collections.Counter()
    head = f"{'document':<44} | citations n P R | acts n P R | events n P R | agent addressee date"
    print(head)
    for gold in golds:
        found = collections.Counter(
            score(gold, sources[gold["symbol"]], folder / "contract" / "queries", show=options.show)
        )
        total += found
        print(line(f"{gold['symbol']}: {gold['kind']}", found))
    print(line("all", total))


if __name__ == "__main__":
    main()
