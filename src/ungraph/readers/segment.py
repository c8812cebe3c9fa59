"""Parts of a document from lines of text: title page, sections, paragraphs, footnotes, annexes.

Works without layout, for any format that gives lines in reading order; blank lines between
paragraphs help, and are not needed where paragraphs are numbered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ungraph.model.document import Block, View
from ungraph.readers.bodyroles import BodyRoles, tell_roles
from ungraph.readers.lines import Line, split_lines
from ungraph.readers.numbering import Numbered, ends_sentence
from ungraph.readers.outline import Outline
from ungraph.readers.points import PointStack, read_point
from ungraph.readers.sections import (
    SectionCount,
    SectionHeading,
    find_run_in,
    find_sub_heading,
    read_section,
)

__all__ = ["Segmentation", "segment_text"]

_LEGISLATIVE = frozenset(("resolution", "decision", "draft-resolution", "draft-decision"))
_WHOLE_LINE_CHARS = 160
_HEADING_CHARS = 150
_FULL_LINE_CHARS = 40
_NUMBERED_HEADING = re.compile(r"\d{1,2}\. [^\W\d_a-z]")
_NOTE = re.compile(r"(\*{1,4}) \w")
_LEADERS = "........"
_ENDS = ".;:!?,،؛؟。；：，！？"


@dataclass(frozen=True, slots=True)
class Segmentation:
    """*blocks* in order of their start, spans in ``Document.text``; *breaks* are the line ends
    of the view that part blocks (for ``join_lines``)."""

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

    Fragments: title-page, sect-2, sect-2-A, para-9, para-2.1, para-3-a-i, annex-1-para-2, fn-3,
    preamble-1, formula, head-1, unnumbered-1, closing-1; a number printed twice in one scope
    gives run-2-para-9.
    """
    lines = split_lines(view.text, start=title_page_end)
    roles = tell_roles(lines, language)
    legislative = document_type in _LEGISLATIVE or bool(roles.formulas)
    outline = Outline(view, language, legislative=legislative)
    if title_page_end:
        outline.title_page(title_page_end)
    _write(outline, lines, roles)
    return Segmentation(outline.finish(), tuple(outline.breaks))


def _write(outline: Outline, lines: Sequence[Line], roles: BodyRoles) -> None:
    wrapped = _is_wrapped(lines)
    sections = SectionCount()
    points = PointStack()
    first_note = min(roles.notes, default=len(lines))
    i = 0
    while i < len(lines):
        line = lines[i]
        if i in roles.rules:
            outline.rule(line)
            i += 1
            continue
        number = roles.numbers.get(i)
        section = None if number or i in roles.headings else _section_at(lines, i, sections)
        depth = None
        if not number and not section and i < first_note:
            point = read_point(line, lines[i - 1] if i else None)
            depth = points.place(point) if point and outline.holds_points else None
        j = _end_of(lines, i, roles, wrapped, points, sections)
        last = lines[j - 1]
        if i in roles.notes:
            outline.footnote(line.start, last.end, roles.notes[i])
        elif i in roles.parts:
            points.clear()
            outline.part(line, roles.parts[i])
            sections = SectionCount()
        elif i in roles.letters:
            points.clear()
            outline.lettered_part(line, roles.letters[i])
            sections = SectionCount()
        elif i in roles.sections:
            points.clear()
            outline.lettered_section(line, roles.sections[i])
        elif i in roles.numerals:
            points.clear()
            outline.numbered_part(line, roles.numerals[i])
        elif i in roles.formulas:
            points.clear()
            outline.formula(line.start, last.end, numbers_follow=roles.numbers_follow(i))
        elif section:
            points.clear()
            _section(outline, sections, line, last, section)
        elif number:
            points.clear()
            _paragraph(outline, sections, line, last, number)
        elif depth is not None:
            outline.point(line.start, last.end, point.number if point else "", depth)
        elif i in roles.closings:
            outline.closing(line.start, last.end)
        elif line.text[0] == "*" and outline.at_start and (mark := _NOTE.match(line.text)):
            outline.footnote(line.start, last.end, mark[1])
        elif outline.text_has(_LEADERS, line.start, last.end):
            outline.contents(line.start, last.end)
        elif i in roles.headings or (i not in roles.listed and _is_heading(lines, i, j)):
            points.clear()
            outline.heading(line.start, last.end)
        else:
            points.clear()
            outline.unnumbered(line.start, last.end)
        i = j


def _paragraph(
    outline: Outline, sections: SectionCount, first: Line, last: Line, number: Numbered
) -> None:
    """A numbered paragraph, and the headings run into its end."""
    run_in = find_run_in(last.text, sections)
    end = last.end if not run_in else last.start + run_in[0][1]
    outline.numbered(first.start, end, number)
    for k, (heading, offset) in enumerate(run_in):
        stop = last.start + run_in[k + 1][1] if k + 1 < len(run_in) else last.end
        sections.add(heading)
        outline.section(last.start + offset, stop, heading)


def _section(
    outline: Outline, sections: SectionCount, first: Line, last: Line, heading: SectionHeading
) -> None:
    """A heading, and a first sub-heading run into it: "III. Torture A. Background"."""
    sections.add(heading)
    inner = find_sub_heading(first.text, sections) if first is last else None
    end = first.start + inner[1] if inner else last.end
    outline.section(first.start, end, heading)
    if inner:
        sections.add(inner[0])
        outline.section(end, last.end, inner[0])


def _section_at(lines: Sequence[Line], i: int, sections: SectionCount) -> SectionHeading | None:
    line = lines[i]
    if not line.after_blank and i and lines[i - 1].text[-1] not in _ENDS:
        return None
    if _LEADERS in line.text:
        return None
    return read_section(line.text, sections)


def _end_of(
    lines: Sequence[Line],
    i: int,
    roles: BodyRoles,
    wrapped: bool,
    points: PointStack,
    sections: SectionCount,
) -> int:
    """The line after the last one of the block that begins with line *i*."""
    j = i + 1
    if i in roles.parts or i in roles.letters or i in roles.sections or i in roles.numerals:
        return j
    while j < len(lines) and (not lines[j].after_blank or _is_carried_over(lines, i, j)):
        if j in roles.numbers or j in roles.notes or j in roles.rules or j in roles.headings:
            break
        if i in roles.formulas or j in roles.formulas:
            break
        if (j in roles.closings) != (i in roles.closings):
            break
        previous = lines[j - 1].text
        goes_on = lines[j].text[0].islower() and (previous[-1] == "," or previous[-1] not in _ENDS)
        if not goes_on and (not wrapped or len(previous) > _WHOLE_LINE_CHARS):
            break
        point = read_point(lines[j], lines[j - 1])
        if point and point.is_strong and points.may_follow(point):
            break
        if previous[-1] in _ENDS and read_section(lines[j].text, sections):
            break
        j += 1
    return j


def _is_carried_over(lines: Sequence[Line], i: int, j: int) -> bool:
    """Whether the paragraph of line *i* goes on after a blank line, as over the end of a page."""
    before, text = lines[j - 1].text, lines[j].text
    if not text[0].islower() or len(before) < _FULL_LINE_CHARS or ")" in text[:6]:
        return False
    return before[-1].isalnum() and before[-1].isascii() and not before.isupper()


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether line ends stand inside sentences (a printed page) rather than end paragraphs."""
    inner = [i for i in range(1, len(lines)) if not lines[i].after_blank]
    if not inner:
        return False
    broken = sum(1 for i in inner if lines[i - 1].text[-1] not in _ENDS)
    return 3 * broken > len(inner)


def _is_heading(lines: Sequence[Line], i: int, j: int) -> bool:
    """Whether lines *i* to *j* are a heading: short, alone, no full stop, something follows."""
    text = lines[i].text
    if j - i > 2 or j >= len(lines) or len(text) > _HEADING_CHARS or not lines[i].after_blank:
        return False
    if ends_sentence(lines[j - 1].text) or text[0].islower() or text[0] in "\"'([*-":
        return False
    return not text[0].isdigit() or _NUMBERED_HEADING.match(text) is not None
