"""Time of strange and hostile documents, doubled: it must stay about double.

usage: bench_hostile.py [--chars 40000] [--only WORDS]

First finding and linking citations in texts of one piece over and over, from the start or after
something that the pieces could belong to; then the whole way from the bytes to the quads, for
texts, web pages, Word, AKN4UN and PDF files that no one writes. Prints CPU time and its growth
for each, and exits with 1 when one grows to more than four times.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress

from ungraph.errors import DocumentError
from ungraph.extractors.citing import extract_citations
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.pipeline import BuildOptions, build_document
from ungraph.readers.plain import read_plain

PIECES = {
    "head nouns": "resolution ",
    "numbers": "resolution 60/1, 60/2, ",
    "numbers without head": "60/1 ",
    "symbol that goes on": "A/1/",
    "symbols": "A/60/1 and Corr.1 and 2, ",
    "short list of a symbol": "and Corr.1 ",
    "pinpoints": "paragraph 1, 2, 3 and 4 (a) ",
    "open brackets": "1 (X ",
    "open titles": 'resolution 60/1, entitled "',
    "organs": "the Commission of the Council ",
    "its": "its previous resolution ",
    "described": "the resolution adopted by the Security Council on ",
    "that resolution": "resolution 60/1. In that resolution it said. ",
    "dates": "of 1 May 2001 and 2 May 2001 ",
    "no stops": "and of the ",
    "dots": "No. vol. A. ",
    "letters": "60/1 A and B and C ",
    "Arabic": "قرارها 60/1 و 60/2 ",
    "Chinese": "大会其第60/1号和第60/2号决议",
    "Russian": "резолюции Совета Безопасности 1 (1990) ",
}
# What begins something, and what may be its own, over and over, without an end of the sentence.
OPEN: dict[str, tuple[str, ...]] = {
    "organ, heads": ("the Security Council said, ", "its previous resolution on lamps "),
    "head, organs": ("resolution on lamps ", "the Council of lamps "),
    "number, organs": ("resolution 60/1 on lamps ", "the Council of lamps "),
    "number, dates": ("resolution 60/1 on lamps ", "2 May 2001 and lamps "),
    "number, numbers": ("resolution 60/1 on lamps ", "60/2 and lamps "),
    "number, paragraphs": ("resolution 60/1 on lamps ", "paragraph 5 and lamps "),
    "number, its paragraphs": ("resolution 60/1, ", "paragraph 5, "),
    "symbol, paragraphs": ("A/60/1 on lamps ", "paragraph 5 and lamps "),
    "treaty, its articles": ("the Covenant, ", "article 5, "),
    "articles, paragraphs": ("articles 1, paragraph 1, ", "and 5, paragraph 2, "),
    "titles": ('resolution 60/1, entitled "lamps ', "resolution 60/2 on lamps "),
    "list, its dates": ("resolutions 60/1 ", "and 60/2 of 2 May 2001 "),
    "list of letters": ("resolutions 60/1 A", " and B"),
    "Chinese numbers": ("大会关于灯具的", "2001年5月3日和4日第60/1号、"),
    "Chinese list, closed": ("大会关于灯具的", "第60/1号和", "决议"),
    "Chinese paragraphs": ("第60/1号决议", "第5段和"),
}
TITLE = "A/HRC/91/7\n3 May 2038\n\nNote by the Secretariat\n\n"
SAYS = "The Government of Peru informed the Commission that it had invited the Council in 1999"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def text_of(begin: str, piece: Callable[[int], str], between: str) -> Callable[[int], bytes]:
    """A text of so many characters, of pieces that know their number."""

    def make(chars: int) -> bytes:
        count = chars // len(piece(1) + between)
        return (TITLE + begin + between.join(map(piece, range(1, count + 1)))).encode()

    return make


def html_of(piece: str, end: str = "") -> Callable[[int], bytes]:
    def make(chars: int) -> bytes:
        count = chars // len(piece + end)
        return f"<!DOCTYPE html><body><p>{TITLE}{piece * count}{end * count}".encode()

    return make


def word_of(piece: str, end: str = "") -> Callable[[int], bytes]:
    def make(chars: int) -> bytes:
        count = chars // len(piece + end)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "word/document.xml",
                f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>A/HRC/91/7</w:t></w:r></w:p>'
                f"{piece * count}{end * count}</w:body></w:document>",
            )
        return made.getvalue()

    return make


def akn_of(piece: str, end: str = "") -> Callable[[int], bytes]:
    def make(chars: int) -> bytes:
        count = chars // len(piece + end)
        return (
            f'<akomaNtoso xmlns="{AKN}"><statement name="x"><mainBody><p>A/HRC/91/7</p>'
            f"{piece * count}{end * count}</mainBody></statement></akomaNtoso>"
        ).encode()

    return make


def pdf_of(line: str, lines: int) -> Callable[[int], bytes]:
    """Pages of so many lines, one below the other."""

    def make(chars: int) -> bytes:
        shown = b"".join(
            b"BT /F 8 Tf 40 %d Td (%s) Tj ET\n" % (800 - 700 * at // lines, line.encode())
            for at in range(lines)
        )
        pages = max(1, chars // (len(line) * lines))
        kids = b" ".join(b"%d 0 R" % (4 + at) for at in range(pages))
        parts = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % pages,
            b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        ]
        parts += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F"
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
        ] * pages
        made = bytearray(b"%PDF-1.4\n")
        places = []
        for number, part in enumerate(parts, 1):
            places.append(len(made))
            made += b"%d 0 obj" % number + part + b"endobj\n"
        table = len(made)
        made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
        made += b"".join(b"%010d 00000 n \n" % place for place in places)
        made += b"trailer<</Root 1 0 R/Size %d>>startxref\n%d\n%%%%EOF" % (len(parts) + 1, table)
        return bytes(made)

    return make


PARAGRAPH = f"<w:p><w:r><w:t>{SAYS}.</w:t></w:r></w:p>"
WHOLE: dict[str, Callable[[int], bytes]] = {
    "no full stop": text_of("1. ", lambda _: SAYS + " and", " "),
    "verbs": text_of("1. ", lambda _: "requested urged invited decided", " "),
    "one word": text_of("1. ", lambda _: "a" * 40, ""),
    "one line, quotes": text_of("1. ", lambda _: 'the Council said "lamps burn"', " and "),
    "open quotes": text_of("1. ", lambda _: "(\"'[the Council", " "),
    "paragraphs": text_of("", lambda n: f"{n}. {SAYS}.", "\n\n"),
    "paragraphs, 1 again": text_of("", lambda n: f"1. {SAYS}.", "\n\n"),
    "paragraphs, falling": text_of("", lambda n: f"{9999 - n}. {SAYS}.", "\n\n"),
    "paragraphs, deep": text_of("", lambda n: f"{n}.1.{n % 9}.1. {SAYS}.", "\n\n"),
    "lines": text_of("", lambda _: SAYS, "\n"),
    "points": text_of("1. Requests:\n\n", lambda n: f"({chr(97 + n % 26)}) {SAYS};", "\n\n"),
    "points in points": text_of("1. Requests:\n", lambda n: f"({'aiA'[n % 3]}) x {SAYS};", "\n"),
    "sections": text_of("", lambda n: f"{'IVX'[n % 3]}. Lamps\n\n{n}. {SAYS}.", "\n\n"),
    "sections run in": text_of("1. ", lambda n: f"Lamps. {'IVX'[n % 3]}. Coasts", " "),
    "annexes": text_of("", lambda n: f"Annex {n}\n\n1. {SAYS}.", "\n\n"),
    "footnotes": text_of("1. Requests.\n\n__________\n", lambda n: f"{n} See A/60/{n}.", "\n"),
    "formulas": text_of("", lambda _: "The General Assembly,\n\nRecalling,", "\n\n"),
    "speeches": text_of("", lambda n: f"Mr. Pérez (Peru): {SAYS}.", "\n\n"),
    "persons": text_of("1. ", lambda n: f"Mr. A{chr(97 + n % 26)}b C{chr(97 + n % 25)}d", ", "),
    "own symbol": text_of("", lambda _: "11-44358 A/HRC/91/7 11-44358 6/25", " "),
    "blanks": text_of("1. The", lambda _: " " * 40, "\t"),
    "blank lines": text_of("1. The", lambda _: "\n" * 20, " "),
    "HTML deep": html_of("<div>x", "</div>"),
    "HTML never closed": html_of("<b><i>x"),
    "HTML lists": html_of(f"<ol><li>{SAYS}"),
    "HTML tables": html_of("<table><tr><td>x", "</table>"),
    "HTML broken": html_of("<p<<a href='>&#x;&amp"),
    "Word paragraphs": word_of(PARAGRAPH),
    "Word tables": word_of(f"<w:tbl><w:tr><w:tc>{PARAGRAPH}</w:tc></w:tr></w:tbl>"),
    "Word runs": word_of("<w:r><w:t>x </w:t></w:r>"),
    "AKN paragraphs": akn_of(
        f"<paragraph><num>1.</num><content><p>{SAYS}</p></content></paragraph>"
    ),
    "AKN words": akn_of(f"<p>{SAYS} <ref href='/un/x'>A/60/1</ref></p>"),
    "PDF pages": pdf_of(SAYS, 50),
    "PDF words": pdf_of("A/60/1", 900),
    "PDF short pages": pdf_of(SAYS, 1),
}
ROUNDS = 3
MOST = 4.0


def cost(text: str) -> float:
    """CPU seconds, the best of some rounds, for reading done before."""
    document = read_plain(text.encode(), name="hostile.txt", symbol="A/60/999")
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        mentions = match_citations(document)
        extract_citations(document, mentions, link_citations(document, mentions))
        best = min(best, time.process_time() - start)
    return best


def whole_cost(data: bytes) -> float:
    """CPU seconds from the bytes to the quads, or to the refusal; the better of two rounds."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        with suppress(DocumentError):
            build_document(data, name="hostile", options=BuildOptions(validate=False)).quads()
        best = min(best, time.process_time() - start)
    return best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chars", type=int, default=40_000)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    chars, only = options.chars, options.only
    worst = 0.0
    for name, piece in PIECES.items():
        if only in name:
            once, twice = (cost(piece * (size // len(piece))) for size in (chars, 2 * chars))
            worst = max(worst, show(name, once, twice))
    for name, (begin, piece, *end) in OPEN.items():
        if only in name:
            once, twice = (
                cost(begin + piece * (size // len(piece)) + "".join(end))
                for size in (chars, 2 * chars)
            )
            worst = max(worst, show(name, once, twice))
    for name, make in WHOLE.items():
        if only in name:
            worst = max(worst, show(name, *(whole_cost(make(n * 2 * chars)) for n in (1, 2))))
    return 1 if worst > MOST else 0


def show(name: str, once: float, twice: float) -> float:
    """Print one line; how much the time grew, where it is long enough to tell."""
    ratio = twice / max(once, 0.01)
    print(f"{name:26}{once * 1000:9.1f} ms {twice * 1000:9.1f} ms  x {ratio:.1f}", flush=True)
    return ratio


if __name__ == "__main__":
    sys.exit(main())
