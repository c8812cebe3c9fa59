"""Running heads that saving as text left inside paragraphs: "… the mandate. A/66/254 11-44358"."""

from __future__ import annotations

import re

from ungraph.model.document import View

__all__ = ["blank_running_heads"]

_PAGE = r"(?: \d{1,3}(?:/\d{1,3})?)?"
_JOB = r"\d{2}-\d{5}(?:E|F|S|R|A|C)?"
_JOB_BEFORE = re.compile(rf"{_JOB}{_PAGE} \Z")
_JOB_BEFORE_CHARS = 20
_JOB_AFTER = re.compile(rf"\*{{0,2}} (?:\d{{1,3}}/\d{{1,3}} )?{_JOB}{_PAGE}")
_GOES_ON = re.compile(r"[/\w(]")
_STOP_BEFORE = re.compile(r"(?<=[.;:,?!\d)\"'] )")
_LINE_ENDS = re.compile(r"(?m)(?: page \d{1,3}| \d{1,3}/\d{1,3})?$")
_PAGE_ALONE = re.compile(r"(?m) page \d{1,3}$")


def blank_running_heads(view: View, symbol: str) -> View:
    """*view* with the document's own symbol blanked where it is a running head.

    That is where a job number or page number goes with it ("A/66/254 11-44358 6/25", "GE.07-10319"),
    or where it stands after the full stop at the end of a line. Positions stay: matchers then do
    not take page furniture for a citation of the document by itself.
    """
    text = view.text
    if not symbol or text.count(symbol) < 2:
        return view
    pieces: list[str] = []
    last = 0
    at = text.find(symbol)
    while at >= 0:
        head = _head_at(text, at, at + len(symbol), last)
        if head:
            pieces += (text[last : head[0]], " " * (head[1] - head[0]))
            last = head[1]
        at = text.find(symbol, last if head else at + 1)
    if not pieces:
        return view
    pieces.append(text[last:])
    return View("".join(pieces), view.removed)


def _head_at(text: str, start: int, end: int, last: int) -> tuple[int, int] | None:
    """The running head around the symbol from *start* to *end*, none of it before *last*."""
    job = _JOB_BEFORE.search(text, max(last, start - _JOB_BEFORE_CHARS), start)
    after = _JOB_AFTER.match(text, end)
    if after:
        return (job.start() if job else start), after.end()
    if job and not _GOES_ON.match(text, end):
        return job.start(), end
    if _STOP_BEFORE.match(text, start) and _LINE_ENDS.match(text, end):
        return start, end
    if start == 0 or text[start - 1] == "\n":
        page = _PAGE_ALONE.match(text, end)
        return (start, page.end()) if page else None
    return None
