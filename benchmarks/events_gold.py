"""Events of the program against those read by hand in passages of 25 documents of all kinds.

usage: events_gold.py [--set dev|held|fresh1|…|all] [--show] [--only PART_OF_NAME] [--folder TEXTS]

The gold (benchmarks/gold/events-more.csv) has one row for each event that a paragraph tells of: an
event told of in three paragraphs has three rows. Kinds and states that a reader would not insist
on are parted by a slash; rows marked "optional" count neither when found nor when missed; a
paragraph with words of events but none in particular has the kind "none". Only the paragraphs
that the gold names are compared. Participants are right when every one the gold names was found,
by a word of the name, and no other; those in parentheses (hosts, organizers) may be found or not.
The type is right when an event found by its words is of a kind that the gold allows. The corpus is
looked for at UNGRAPH_SHARED, else in ../shared beside the checkout; without it the script says so
and ends well. Texts already unpacked are taken from --folder.
"""

from __future__ import annotations

import argparse
import collections
import csv
import pathlib
import tarfile

from narrative import words
from narrative_gold import GOLD, shared

from ungraph.model.assertion import Event, Text
from ungraph.pipeline import BuildOptions, build_document

ARCHIVES = ("narrative-dev-en.tar.xz", "akn4un-dev-en.tar.xz")
Row = dict[str, str]
Mention = tuple[str, Event, str]


def load_files(
    folder: pathlib.Path, names: set[str], unpacked: pathlib.Path | None
) -> dict[str, tuple[str, bytes]]:
    """File name and bytes of each document, by the name that the gold gives it."""
    found: dict[str, tuple[str, bytes]] = {}
    for name in sorted(names):
        text = unpacked / f"{name}.txt" if unpacked is not None else None
        if text is not None and text.is_file():
            found[name] = (text.name, text.read_bytes())
            continue
        path = folder / "corpus" / "files-dev" / f"{name}.pdf"
        if path.is_file():
            found[name] = (path.name, path.read_bytes())
    for archive in ARCHIVES:
        left = names - found.keys()
        if not left:
            break
        with tarfile.open(folder / "corpus" / archive, "r|xz") as tar:
            for member in tar:
                path = pathlib.PurePosixPath(member.name)
                name = path.stem.replace(" ", "_")
                stream = tar.extractfile(member) if name in left else None
                if stream is not None:
                    found[name] = (path.name, stream.read())
                    left.discard(name)
                if not left:
                    break
    return found


def mentions(name: str, data: bytes) -> tuple[list[Mention], dict[str, str]]:
    """(paragraph, event, words) of each event in each paragraph; labels of the agents."""
    built = build_document(data, name=name, options=BuildOptions(validate=False))
    document, assertions = built.document, built.assertions
    found: dict[tuple[str, str], Mention] = {}
    for event in assertions.events:
        for span in event.evidence:
            block = document.block_at(span.start)
            place = block.fragment if block is not None else ""
            label = document.quote(span)
            have = found.get((place, event.key))
            said = f"{have[2]} | {label}" if have else label
            found[place, event.key] = (place, event, said)
    return list(found.values()), {a.key: a.label for a in assertions.agents}


def dates(event: Event) -> str:
    first = event.held_on or event.scheduled_for
    last = event.ends_on
    return f"{first}/{last}" if first and last and first != last else str(first or "")


def places(event: Event, labels: dict[str, str]) -> str:
    return "; ".join(p.value if isinstance(p, Text) else labels.get(p, p) for p in event.places)


def is_taking_part(wanted: str, have: tuple[str, ...]) -> bool:
    """Whether *have* are those who took part: all named by the gold, none that it does not name."""
    names = [n.strip() for n in wanted.split(";") if n.strip()]
    asked = [words(n) for n in names if not n.startswith("(")]
    known = [words(n) for n in names]
    labels = [words(h) for h in have]
    return all(any(a & h for h in labels) for a in asked) and all(
        any(h & k for k in known) for h in labels
    )


def fit(row: Row, mention: Mention, labels: dict[str, str]) -> tuple[int, int]:
    """How well the mention fits the row: date and place, then words."""
    _, event, said = mention
    exact = (bool(row["date"]) and dates(event) == row["date"]) + bool(
        words(row["place"]) & words(places(event, labels))
    )
    return exact, len(words(row["cue"]) & words(said))


def compare(
    rows: list[Row], found: list[Mention], labels: dict[str, str], *, show: bool
) -> collections.Counter[str]:
    count: collections.Counter[str] = collections.Counter()
    asked = {row["paragraph"] for row in rows}
    left = [m for m in found if m[0] in asked]
    wanted = [r for r in rows if r["kind"] != "none" and r["status"] != "optional"]
    pairs = sorted(
        (
            (fit(row, mention, labels), -i, -k)
            for i, row in enumerate(wanted)
            for k, mention in enumerate(left)
            if row["paragraph"] == mention[0]
            and str(mention[1].event_type) in row["kind"].split("/")
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, minus_row, minus_mention in pairs:
        if -minus_row not in matched and -minus_mention not in used:
            matched[-minus_row] = -minus_mention
            used.add(-minus_mention)
    mistyped: set[int] = set()
    for i, row in enumerate(wanted):
        if i not in matched:
            count["fn"] += 1
            other = next(
                (
                    k
                    for k, m in enumerate(left)
                    if k not in used | mistyped
                    and m[0] == row["paragraph"]
                    and words(row["cue"]) & words(m[2])
                ),
                None,
            )
            if other is not None:
                mistyped.add(other)
                count["type_n"] += 1
            if show:
                print("  MISS", row["paragraph"], row["kind"], "|", row["cue"])
            continue
        count["tp"] += 1
        count["type"] += 1
        count["type_n"] += 1
        event = left[matched[i]][1]
        who = tuple(labels.get(p, p) for p in event.participants)
        for slot, have in (
            ("date", dates(event)),
            ("place", places(event, labels)),
            ("participants", "; ".join(who)),
            ("status", str(event.event_status or "")),
        ):
            if not row[slot]:
                continue
            if slot == "date":
                good = have == row["date"]
            elif slot == "place":
                good = bool(words(row["place"]) & words(have))
            elif slot == "participants":
                good = is_taking_part(row[slot], who)
            else:
                good = have in row["status"].split("/")
            count[slot] += good
            count[f"{slot}_n"] += 1
            if show and not good:
                print(f"  {slot.upper()}", row["paragraph"], row["cue"], "|", have, "|", row[slot])
    spare = {(r["paragraph"], k) for r in rows if r["status"] == "optional" for k in kinds(r)}
    for k, (place, event, said) in enumerate(left):
        if k not in used and (place, str(event.event_type)) not in spare:
            count["fp"] += 1
            if show:
                print("  EXTRA", place, event.event_type, event.rule, "|", said[:90])
    return count


def kinds(row: Row) -> list[str]:
    return row["kind"].split("/")


def line(name: str, c: collections.Counter[str]) -> str:
    share = lambda part, whole: f"{part / whole:.2f}" if whole else "  - "  # noqa: E731
    cells = [f"{name[:36]:<36}", f"{c['tp'] + c['fn']:>4}"]
    cells += [share(c["tp"], c["tp"] + c["fp"]), share(c["tp"], c["tp"] + c["fn"])]
    cells += [
        f"{share(c[s], c[f'{s}_n'])} ({c[s]}/{c[f'{s}_n']})"
        for s in ("type", "date", "place", "participants", "status")
    ]
    return " | ".join(cells)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--set", default="all")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--folder", type=pathlib.Path, help="texts already unpacked")
    parser.add_argument("--gold", type=pathlib.Path, default=GOLD / "events-more.csv")
    options = parser.parse_args()
    folder = shared()
    if folder is None:
        print("skipped: needs the shared corpus (UNGRAPH_SHARED or ../shared)")
        return
    with options.gold.open(encoding="utf-8", newline="") as stream:
        gold = [r for r in csv.DictReader(stream) if options.set in ("all", r["set"])]
    by_name: dict[str, list[Row]] = collections.defaultdict(list)
    for row in gold:
        if options.only in row["document"]:
            by_name[row["document"]].append(row)
    files = load_files(folder, set(by_name), options.folder)
    print(f"{'document':<36} | events | P | R | type | date | place | participants | status")
    totals: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for name, rows in by_name.items():
        if options.show:
            print("=====", name)
        found = compare(rows, *mentions(*files[name]), show=options.show)
        totals[rows[0]["set"]] += found
        print(line(name, found))
    for name, total in totals.items():
        print(line(f"all {name}", total))


if __name__ == "__main__":
    main()
