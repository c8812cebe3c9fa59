"""Parts of a document from lines of text: title page, sections, paragraphs, footnotes, annexes.

Works without layout, for any format that gives lines in reading order; blank lines between
paragraphs help, and are not needed where paragraphs are numbered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ungraph.model.document import Block, BlockKind, View
from ungraph.model.span import Span
from ungraph.readers.lines import split_lines
from ungraph.readers.numbering import read_number, select_numbers

__all__ = ["Segmentation", "segment_text"]


@dataclass(frozen=True, slots=True)
class Segmentation:
    """*blocks* in order of their start, spans in ``Document.text``; *breaks* are the line ends
    of the view that part blocks (for ``join_lines``).
    """

    blocks: tuple[Block, ...]
    breaks: tuple[int, ...]


def segment_text(
    view: View,
    *,
    language: str,
    title_page_end: int = 0,
    document_type: str | None = None,
) -> Segmentation:
    """The parts of the text that *view* folds, line ends kept.

    *title_page_end* is where the title page ends in the view (0 for none). *document_type* is
    the notation of the type: resolutions have preambular and operative paragraphs.
    """
    lines = split_lines(view.text, start=title_page_end)
    candidates = [c for i in range(len(lines)) if (c := read_number(lines, i))]
    runs = select_numbers(candidates, [])
    blocks: list[Block] = []
    breaks: list[int] = []
    if title_page_end:
        first = len(view.text) - len(view.text.lstrip())
        blocks.append(
            Block(
                BlockKind.TITLE_PAGE,
                Span(first, title_page_end),
                "title-page",
                "0",
                part_type="title-page",
            )
        )
    used: set[str] = set()
    starts = {c.line: c for run in runs for c in run}
    i = 0
    while i < len(lines):
        begin = i
        i += 1
        while i < len(lines) and i not in starts and not (lines[i].after_blank):
            i += 1
        numbered = starts.get(begin)
        span = Span(lines[begin].start, lines[i - 1].end)
        if i - 1 < len(lines):
            end = view.text.find("\n", lines[i - 1].end)
            if end >= 0:
                breaks.append(end)
        if numbered:
            fragment = _unique(f"para-{numbered.number}", used)
            blocks.append(Block(BlockKind.PARAGRAPH, span, fragment, numbered.number))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, span, _unique("unnumbered-1", used)))
    mapped = tuple(replace(b, span=view.to_text(b.span)) for b in blocks)
    return Segmentation(mapped, tuple(breaks))


def _unique(fragment: str, used: set[str]) -> str:
    stem, _, last = fragment.rpartition("-")
    name, count = fragment, 1
    while name in used:
        count += 1
        name = f"{stem}-{count}" if stem == "unnumbered" else f"run-{count}-{fragment}"
    used.add(name)
    return name
