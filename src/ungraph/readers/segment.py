"""Parts of a document from lines of text: title page, sections, paragraphs, footnotes, annexes.

Works without layout, for any format that gives lines in reading order; blank lines between
paragraphs help, and are not needed where paragraphs are numbered.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ungraph.model.document import Block, View
from ungraph.readers.footnotes import find_footnotes
from ungraph.readers.lineroles import (
    PartHeading,
    is_closing,
    is_date_line,
    is_rule,
    tell_formula,
    tell_part,
)
from ungraph.readers.lines import Line, split_lines
from ungraph.readers.numbering import Numbered, ends_sentence, read_number, select_numbers
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

_LEGISLATIVE = frozenset(("resolution", "decision", "draft-resolution"))
_WHOLE_LINE_CHARS = 160
_HEADING_CHARS = 150
_NUMBERED_HEADING = re.compile(r"\d{1,2}\. [^\W\d_a-z]")
_ENDS = ".;:!?,،؛؟。；：，！？"
_COMMAS = ",،，、"


@dataclass(frozen=True, slots=True)
class Segmentation:
    """*blocks* in order of their start, spans in ``Document.text``; *breaks* are the line ends
    of the view that part blocks (for ``join_lines``)."""

    blocks: tuple[Block, ...]
    breaks: tuple[int, ...]


@dataclass(slots=True)
class _Roles:
    """What the lines of the body are, by index."""

    numbers: dict[int, Numbered] = field(default_factory=dict)
    headings: dict[int, Numbered] = field(default_factory=dict)
    parts: dict[int, PartHeading] = field(default_factory=dict)
    letters: dict[int, str] = field(default_factory=dict)
    formulas: dict[int, str] = field(default_factory=dict)
    closings: set[int] = field(default_factory=set)
    notes: dict[int, str] = field(default_factory=dict)
    rules: set[int] = field(default_factory=set)
    turns: list[int] = field(default_factory=list)


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
    roles = _tell_roles(lines, language)
    legislative = document_type in _LEGISLATIVE or bool(roles.formulas)
    outline = Outline(view, language, legislative=legislative)
    if title_page_end:
        outline.title_page(title_page_end)
    _write(outline, lines, roles)
    return Segmentation(outline.finish(), tuple(outline.breaks))


def _tell_roles(lines: Sequence[Line], language: str) -> _Roles:
    roles = _Roles()
    candidates: list[Numbered] = []
    for i, line in enumerate(lines):
        candidate = read_number(lines, i)
        if candidate:
            candidates.append(candidate)
            continue
        _tell_line(roles, lines, i, line, language)
    body_end = max(roles.closings, default=None)
    roles.notes = find_footnotes(lines, body_end)
    first_note = min(roles.notes, default=len(lines))
    candidates = [c for c in candidates if c.line < first_note or c.line not in roles.notes]
    roles.letters = {i: a for i, a in roles.letters.items() if _begins_part(lines, i, roles)}
    boundaries = sorted({*roles.parts, *roles.letters, *roles.formulas})
    numbering = select_numbers(candidates, boundaries)
    roles.numbers = {c.line: c for run in numbering.runs for c in run}
    roles.headings = {c.line: c for c in numbering.headings}
    roles.turns = sorted({*boundaries, *roles.numbers})
    return roles


def _tell_line(roles: _Roles, lines: Sequence[Line], i: int, line: Line, language: str) -> None:
    text = line.text
    if len(text) > _WHOLE_LINE_CHARS * 3:
        return
    if is_rule(text):
        roles.rules.add(i)
        return
    if not line.after_blank:
        if is_date_line(text) and i - 1 in roles.closings:
            roles.closings.add(i)
        elif i - 1 in roles.closings and roles.closings and not lines[i - 1].text.endswith("."):
            roles.closings.add(i)
        elif is_closing(text, language):
            roles.closings.add(i)
        elif formula := tell_formula(text, language):
            roles.formulas[i] = formula
        return
    if len(text) == 1 and text.isupper() and text.isalpha():
        roles.letters[i] = text
        return
    part = tell_part(text, language)
    if part:
        roles.parts[i] = part
        return
    formula = tell_formula(text, language)
    if formula:
        roles.formulas[i] = formula
    elif is_closing(text, language) or (is_date_line(text) and i > 2):
        roles.closings.add(i)


def _write(outline: Outline, lines: Sequence[Line], roles: _Roles) -> None:
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
        elif i in roles.formulas:
            points.clear()
            outline.formula(line.start, last.end, numbers_follow=_numbers_follow(i, roles))
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
        elif i in roles.headings or _is_heading(lines, i, j):
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
    return read_section(line.text, sections)


def _end_of(
    lines: Sequence[Line],
    i: int,
    roles: _Roles,
    wrapped: bool,
    points: PointStack,
    sections: SectionCount,
) -> int:
    """The line after the last one of the block that begins with line *i*."""
    j = i + 1
    if i in roles.parts or i in roles.letters:
        return j
    while j < len(lines) and not lines[j].after_blank:
        if j in roles.numbers or j in roles.notes or j in roles.rules or j in roles.headings:
            break
        if i in roles.formulas or j in roles.formulas:
            break
        if (j in roles.closings) != (i in roles.closings):
            break
        previous = lines[j - 1].text
        goes_on = previous[-1] not in _ENDS and lines[j].text[0].islower()
        if not goes_on and (not wrapped or len(previous) > _WHOLE_LINE_CHARS):
            break
        point = read_point(lines[j], lines[j - 1])
        if point and point.is_strong and points.may_follow(point):
            break
        if previous[-1] in _ENDS and read_section(lines[j].text, sections):
            break
        j += 1
    return j


def _begins_part(lines: Sequence[Line], i: int, roles: _Roles) -> bool:
    """Whether the letter at line *i* is that of a part: an organ speaks within a few lines."""
    return any(k in roles.formulas for k in range(i + 1, min(i + 5, len(lines))))


def _numbers_follow(i: int, roles: _Roles) -> bool:
    """Whether numbered paragraphs come after the formula at line *i*, before the next part."""
    k = bisect_right(roles.turns, i)
    return k < len(roles.turns) and roles.turns[k] in roles.numbers


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
