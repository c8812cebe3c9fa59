"""Lead words of resolutions: what is read from their plain text against the publisher's markup.

    python benchmarks/leads.py [--draw 3] [--files 300] [--languages en,fr] [--errors 20]

The publisher's files set the first words of each preambular and operative paragraph in italics or
bold and name the preambular ones (``container``). The same text is read without any of it, and for
each marked paragraph it is told whether it came out as one of the same kind, with lead words, with
the same lead words, and with an act type and a stance. Paragraphs that the conversion to text
leaves out (resolutions quoted in resolutions) are not counted.

The files are drawn from those on which the tables were **not** made: the archive of a language is
put in a random order, the tables look at the first part of it (``--seen``), this at the rest, in
three draws that share no file: the first 300 of the rest in the order of the archive, whose
confusions the tables were mended by, and the two halves of what is left, in a random order, at most
``--files`` of each. The corpus is found through UNGRAPH_SHARED or beside the checkout; the archives
are read in place.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tarfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import util
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from lxml import etree

from ungraph.matchers.lead_words import find_row
from ungraph.model.document import Block, Document
from ungraph.readers.detect import read_document

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
SEED = 20060315
SEEN = 600
FIRST = 300
_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_STYLES = frozenset({"italic", "bold", "bold italic", "italic bold"})
_POINT = re.compile(r"[\s(（‘’'\"]*(?:[^\W\d_]{1,4}|\d{1,2}‘|[㈠-㈩])[\s)）.‘’']*\Z")
_NUMBER = re.compile(r"\A[\s*]*\d{1,3}(?:\.\d{1,3})*(?:\.| ?[-–—]|、)?\s*")
_QUOTING = ("quotedStructure", "embeddedStructure", "quotedText", "embeddedText")
_KEY_CHARS = 60
_SHORT_KEY = 24
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph as the publisher marked it: kind, lead words, and how its text goes on."""

    kind: str
    lead: str
    key: str


def main() -> int:
    """Measure and print; 0 unless the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--draw", type=int, choices=(1, 2, 3), default=3)
    parser.add_argument("--seen", action="store_true", help="measure the files of the tables")
    options = parser.parse_args()
    shared = Path(os.environ.get("UNGRAPH_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not shared.is_dir():
        print(f"no corpus in {shared}: set UNGRAPH_SHARED", file=sys.stderr)
        return 1
    tool = _load_tool(shared / "tools" / "akn_gold.py")
    print("| language | resolutions | part | paragraphs | kind | lead | same words | act, stance |")
    print("|---|---|---|---|---|---|---|---|")
    for language in options.languages.split(","):
        draw = 0 if options.seen else options.draw
        _measure(tool, shared, language, options.files, options.errors, draw)
    return 0


def _load_tool(path: Path) -> ModuleType:
    spec = util.spec_from_file_location("akn_gold", path)
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _measure(
    tool: ModuleType, shared: Path, language: str, count: int, shown: int, draw: int
) -> None:
    tally: dict[str, Counter[str]] = {"operative": Counter(), "preambular": Counter()}
    errors: Counter[str] = Counter()
    files = 0
    for name, text, marked in iter_resolutions(tool, shared, language, count, draw):
        files += 1
        document = read_document(text.encode(), name="page.txt")
        for paragraph, block in _paired(marked, document):
            counts = tally[paragraph.kind]
            counts["all"] += 1
            said = document.quote(block.lead) if block and block.lead else ""
            kind = block is not None and block.part_type == paragraph.kind
            row = find_row(document, block) if block else None
            counts["kind"] += kind
            counts["lead"] += bool(kind and said)
            counts["same"] += bool(kind and _plain(said) == _plain(paragraph.lead))
            counts["row"] += bool(kind and row)
            if not (kind and said and row):
                part = block.part_type if block else "not a paragraph"
                errors[f"{paragraph.kind} «{_plain(paragraph.lead)}» → {part} «{said}»"] += 1
            elif _plain(said) != _plain(paragraph.lead):
                errors[f"  words: {paragraph.kind} «{_plain(paragraph.lead)}» → «{said}»"] += 1
            if shown < 0 and not kind:
                print("   ", name, paragraph, block and block.part_type)
    for part, counts in tally.items():
        total = counts["all"] or 1
        rates = " | ".join(
            f"{100 * counts[n] / total:.1f}" for n in ("kind", "lead", "same", "row")
        )
        print(f"| {language} | {files} | {part} | {counts['all']} | {rates} |")
    for error, number in errors.most_common(max(shown, 0)):
        print(f"    {number:4d} {error}")


def iter_resolutions(
    tool: ModuleType, shared: Path, language: str, count: int, draw: int
) -> Iterator[tuple[str, str, list[Marked]]]:
    """Name, plain text and marked paragraphs of *count* resolutions with lead words of *draw*: 0 the
    files of the tables, 1 to 3 the others."""
    archive = shared / "corpus" / f"akn4un-dev-{language}.tar.xz"
    with tarfile.open(archive) as members, TemporaryDirectory() as folder:
        names = sorted(m.name for m in members if m.isfile() and m.name.endswith(".xml"))
        random.Random(SEED).shuffle(names)
        chosen = set(names[SEEN:] if draw else names[:SEEN])
        path = Path(folder) / "file.xml"
        found: list[tuple[str, bytes]] = []
        for member in members:
            if member.name not in chosen:
                continue
            stream = members.extractfile(member)
            assert stream
            data = stream.read()
            path.write_bytes(data)
            if any(p.kind == "operative" for p in _marked(path)):
                found.append((member.name, data))
        if draw > 1:
            rest = found[FIRST:]
            random.Random(SEED + 1).shuffle(rest)
            found = rest[draw - 2 :: 2]
        for name, data in found[:count]:
            path.write_bytes(data)
            text, _ = tool.convert(path)
            printed = _plain(text)
            yield name, text, [p for p in _marked(path) if p.key[:_SHORT_KEY] in printed]


def _marked(path: Path) -> list[Marked]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
    found: list[Marked] = []
    for element in etree.parse(str(path), parser).getroot().iter():
        kind = {f"{_AKN}container": "preambular", f"{_AKN}paragraph": "operative"}.get(element.tag)
        if kind is None or not _is_of(element, "preamble" if kind == "preambular" else "mainBody"):
            continue
        if any(_is_of(element, name) for name in _QUOTING):
            continue
        number = "".join("".join(n.itertext()) for n in element.findall(f"{_AKN}num")).strip()
        if kind == "operative" and (_POINT.match(number) or _is_of(element, "attachments")):
            continue
        first = next(element.iter(f"{_AKN}p"), None)
        if first is None or _NUMBER.sub("", (first.text or "").strip() + " ").strip():
            continue
        span = next((c for c in first if isinstance(c.tag, str)), None)
        if span is None or span.tag != f"{_AKN}span" or span.get("class") not in _STYLES:
            continue
        lead, rest = "".join(span.itertext()).lstrip("-– \t\u00a0"), _before_note(span)
        if lead.strip(" ,،，") and rest.strip(" .:：,،，"):
            found.append(Marked(kind, lead, _plain(lead + rest)[:_KEY_CHARS]))
    return found


def _before_note(span: etree._Element) -> str:
    """The words after *span* in its paragraph, up to the first footnote."""
    words = span.tail or ""
    for sibling in span.itersiblings():
        if not isinstance(sibling.tag, str) or sibling.tag in {
            f"{_AKN}authorialNote",
            f"{_AKN}sup",
        }:
            break
        words += "".join(sibling.itertext()) + (sibling.tail or "")
    return words


def _is_of(element: etree._Element, name: str) -> bool:
    return any(a.tag == f"{_AKN}{name}" for a in element.iterancestors())


def _paired(marked: list[Marked], document: Document) -> Iterator[tuple[Marked, Block | None]]:
    """Each marked paragraph with the block of the plain text that begins with the same words."""
    waiting: list[tuple[str, Block]] = []
    for block in document.blocks:
        words = _plain(_NUMBER.sub("", document.quote(block.span)[:160], count=1))
        waiting.append((words, block))
    at = 0
    for paragraph in marked:
        i = _found(waiting, at, len(waiting), paragraph.key)
        if i is None:
            i = _found(waiting, at, at + _NEAR, paragraph.key[:_SHORT_KEY])
        yield paragraph, waiting[i][1] if i is not None else None
        at = i + 1 if i is not None else at


def _found(waiting: list[tuple[str, Block]], first: int, end: int, key: str) -> int | None:
    for i in range(first, min(end, len(waiting))):
        if waiting[i][0].startswith(key) and waiting[i][1].kind != "section":
            return i
    return None


def _plain(words: str) -> str:
    """Words as they are compared: one blank, small letters, no vowel signs, no marks at the end."""
    text = unicodedata.normalize("NFD", words.replace("\u00a0", " ").replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c) or c in "\u0653\u0654\u0655")
    text = unicodedata.normalize("NFC", text).replace("ـ", "").replace("\u200f", "")
    return re.sub(r"\s+", " ", text).strip(" ,.;:،؛，；：*").casefold()


if __name__ == "__main__":
    sys.exit(main())
