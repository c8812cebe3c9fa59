"""Running heads that saving as text left inside paragraphs: "… the mandate. A/66/254 11-44358"."""

from __future__ import annotations

import re

from ungraph.model.document import View

__all__ = ["blank_running_heads"]

_PAGE = r"(?: \d{1,3}(?:/\d{1,3})?)?"
_JOB = r"\d{2}-\d{5}(?:E|F|S|R|A|C)?"


def blank_running_heads(view: View, symbol: str) -> View:
    """*view* with the document's own symbol blanked where it is a running head.

    That is where a job number or page number goes with it ("A/66/254 11-44358 6/25", "GE.07-10319"),
    or where it stands after the full stop at the end of a line. Positions stay: matchers then do
    not take page furniture for a citation of the document by itself.
    """
    text = view.text
    if not symbol or text.count(symbol) < 2:
        return view
    own = re.escape(symbol)
    heads = re.compile(
        rf"(?m)(?:{_JOB}{_PAGE} )?{own}\*{{0,2}} (?:\d{{1,3}}/\d{{1,3}} )?{_JOB}{_PAGE}"
        rf"|{_JOB}{_PAGE} {own}(?![/\w(])"
        rf"|(?<=[.;:,?!\d)\"'] ){own}(?=(?: page \d{{1,3}}| \d{{1,3}}/\d{{1,3}})?$)"
        rf"|^{own} page \d{{1,3}}$"
    )
    folded = heads.sub(lambda found: " " * len(found[0]), text)
    return View(folded, view.removed) if folded != text else view
