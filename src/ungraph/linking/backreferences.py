"""References back: "that resolution", "the said decision", "thereof", "the Covenant".

The antecedent is the last document of that kind cited before, in the same or the previous part of
the text and with nothing of its kind beside it; else the reference stays open with candidates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from itertools import islice

from ungraph.identifiers.symbol import DocumentSymbol, treaty_symbol
from ungraph.linking.organs import own_organ
from ungraph.matchers.values import BackReference, TreatyReference
from ungraph.matchers.vocabulary import load_words
from ungraph.model.document import Document, Status
from ungraph.model.link import Candidate, Link
from ungraph.model.mention import Mention
from ungraph.resources import load_table

__all__ = ["CitedSoFar", "link_back_reference", "link_treaty"]

_MOST_BLOCKS_BACK = 1
_MOST_LOOKED_AT = 40
_MOST_ARTICLES_OF_A_PROTOCOL = 25
_DIGITS = re.compile(r"\d+")
_FAMILY = {
    "covenant": ("ICCPR", "ICESCR"),
    "optional-protocol": (
        "OP-ICCPR",
        "OP-ICESCR",
        "OP-CAT",
        "OP-CEDAW",
        "OP-CRPD",
        "OP-CRC-IC",
        "OP-CRC-AC",
        "OP-CRC-SC",
    ),
}


class CitedSoFar:
    """Documents cited before a point of the text, with the part they stand in."""

    def __init__(self, document: Document) -> None:
        self._block_starts = [block.span.start for block in document.blocks]
        self._cited: dict[str, list[tuple[int, int, DocumentSymbol]]] = {}
        self.treaties: list[str] = []
        self.named: list[tuple[int, str]] = []
        self.last_treaty: tuple[int, str] = (-1, "")
        self.titled: set[str] = set()
        masthead = document.masthead
        stated = (masthead.title, masthead.subtitle, masthead.agenda_item_title)
        self._titles = [span for title in stated if title for span in title.spans]

    def block_index(self, position: int) -> int:
        """Number of the part that holds *position*."""
        return bisect_right(self._block_starts, position)

    def name_treaty(self, code: str, position: int) -> None:
        """Note that the treaty *code* is named in full at *position*."""
        self.treaties.append(code)
        self.last_treaty = self.block_index(position), code
        self.named.append(self.last_treaty)
        if any(span.start <= position < span.end for span in self._titles):
            self.titled.add(code)

    def add(self, kind: str, position: int, symbol: DocumentSymbol) -> None:
        """Note that *symbol*, a document of *kind*, is cited at *position*."""
        entry = (self.block_index(position), position, symbol)
        self._cited.setdefault(kind, []).append(entry)

    def last(self, kind: str, position: int) -> list[DocumentSymbol]:
        """The documents of *kind* in the nearest part that cites one, the last one first."""
        cited = self._cited.get(kind, [])
        if not cited:
            return []
        nearest = cited[-1][0]
        if self.block_index(position) - nearest > _MOST_BLOCKS_BACK:
            return []
        found: dict[DocumentSymbol, None] = {}
        for block, _, symbol in islice(reversed(cited), _MOST_LOOKED_AT):
            if block != nearest:
                break
            found.setdefault(symbol)
        return list(found)


def link_back_reference(
    document: Document, mention: Mention[object], cited: CitedSoFar
) -> Link[object]:
    """What a reference back means, or the candidates for it."""
    value = mention.value
    assert isinstance(value, BackReference)
    if value.how == "self":
        if document.symbol is None:
            return Link(mention, None, "the document itself, which has no symbol")
        if not _is_of_own_kind(document, mention, value.kind):
            return Link(mention, None, f"this {value.kind} is not the document itself")
        reason = "the document itself"
        return Link(mention, document.symbol, reason, Status.INFERRED, 0.95)
    kind = "" if value.how == "thereof" else value.kind
    candidates = cited.last(kind, mention.span.start)
    if len(candidates) == 1 and not value.plural:
        reason = f"the only {value.kind if kind else 'document'} cited just before"
        return Link(mention, candidates[0], reason, Status.INFERRED, 0.85)
    ranked = tuple(
        Candidate(symbol, max(0.1, 0.6 - 0.1 * i), "cited just before")
        for i, symbol in enumerate(candidates[:5])
    )
    reason = "several fit" if ranked else "nothing of this kind is cited just before"
    return Link(mention, None, reason, candidates=ranked)


def _is_of_own_kind(document: Document, mention: Mention[object], kind: str) -> bool:
    """Whether "this decision" can be the document: it is one. "The present decision" always is."""
    said = load_words(document.language, "demonstrative")
    if " ".join(mention.surface.lower().split()) not in said:
        return True
    symbol = document.symbol
    assert symbol is not None
    if kind == "resolution":
        return symbol.is_resolution
    if kind == "decision":
        return symbol.is_decision
    return not (symbol.is_resolution or symbol.is_decision)


@cache
def _treaties() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in load_table("treaties")}


def link_treaty(document: Document, mention: Mention[object], cited: CitedSoFar) -> Link[object]:
    """The treaty that a full or short name means."""
    value = mention.value
    assert isinstance(value, TreatyReference)
    if not value.code.startswith("short:"):
        if _may_be_national(document, mention, value.code, cited):
            other = (Candidate(treaty_symbol(value.code), 0.4, "not named in full before"),)
            return Link(mention, None, "a charter that views do not name in full", candidates=other)
        cited.name_treaty(value.code, mention.span.start)
        return Link(mention, treaty_symbol(value.code), "named in full")
    short = value.code.removeprefix("short:")
    own = own_organ(document)
    if short == "own":
        return _link_unnamed(mention, value, own, cited)
    fitting = _with_short_name(short)
    monitored = [code for code in fitting if own and _treaties()[code]["committee"] == own]
    if len(monitored) == 1:
        reason = f"the {short.replace('-', ' ')} that the committee of this document monitors"
        return Link(mention, treaty_symbol(monitored[0]), reason, Status.INFERRED, 0.95)
    if short == "optional-protocol" and (code := _on_communications(document, own)):
        reason = "the protocol under which the committee considers communications"
        return Link(mention, treaty_symbol(code), reason, Status.INFERRED, 0.9)
    return _link_to_named(mention, short, fitting, cited)


def _may_be_national(
    document: Document, mention: Mention[object], code: str, cited: CitedSoFar
) -> bool:
    """Whether "the Charter" in a document on a communication may be one of the State's own."""
    symbol = document.symbol
    if code != "CHARTER" or " " in mention.surface or code in cited.treaties:
        return False
    return symbol is not None and "/D/" in symbol.text


def _on_communications(document: Document, committee: str) -> str:
    """The protocol on communications of the committee in whose document on one this stands."""
    symbol = document.symbol
    if symbol is None or "/D/" not in symbol.text:
        return ""
    rows = (row for row in _treaties().values() if row["communications"])
    return next((row["code"] for row in rows if row["committee"] == committee), "")


def _link_to_named(
    mention: Mention[object], short: str, fitting: tuple[str, ...], cited: CitedSoFar
) -> Link[object]:
    """A short name → the treaty whose full name stands before; open where several are near."""
    said = short.replace("-", " ")
    here = cited.block_index(mention.span.start)
    before = [(block, code) for block, code in cited.named[-_MOST_LOOKED_AT:] if code in fitting]
    if not before:
        family = _FAMILY.get(short, ()) if short == "covenant" else ()
        ranked = tuple(Candidate(treaty_symbol(code), 0.4, f"a {said}") for code in family)
        return Link(mention, None, f"no {said} was named before", candidates=ranked)
    codes = list(dict.fromkeys(code for _, code in reversed(before)))
    near = dict.fromkeys(code for block, code in before if block == here)
    last = before[-1][1]
    if len(codes) == 1:
        return Link(mention, treaty_symbol(last), "last full name before", Status.INFERRED, 0.9)
    if len(near) == 1:
        reason = "the only full name in the same part of the text"
        return Link(mention, treaty_symbol(last), reason, Status.INFERRED, 0.85)
    titled = [code for code in codes if code in cited.titled]
    if not near and len(titled) == 1:
        reason = "named in the title"
        return Link(mention, treaty_symbol(titled[0]), reason, Status.INFERRED, 0.85)
    ranked = tuple(
        Candidate(treaty_symbol(code), round(0.6 - 0.1 * i, 2), "named before in full")
        for i, code in enumerate(codes[:5])
    )
    return Link(mention, None, f"several {said}s were named before", candidates=ranked)


@cache
def _with_short_name(short: str) -> tuple[str, ...]:
    """Codes of the treaties that have this short name."""
    return tuple(code for code in _treaties() if _has_short_name(code, short))


def _has_short_name(code: str, short: str) -> bool:
    label = _treaties()[code]["label"].lower()
    if short == "convention":
        return "convention" in label and not label.startswith("optional")
    return code in _FAMILY.get(short, ())


def _link_unnamed(
    mention: Mention[object], value: TreatyReference, committee: str, cited: CitedSoFar
) -> Link[object]:
    """Articles without a treaty in a document of a committee: of the treaty that it monitors.

    Where a protocol with articles of that number is cited too, either may be meant.
    """
    rows = [row for row in _treaties().values() if row["committee"] == committee]
    main = next((row for row in rows if row["articles"]), None)
    numbers = _article_numbers(value)
    if main is None or not numbers or max(numbers) > int(main["articles"]):
        return Link(mention, None, "articles of an instrument that is not named")
    treaty = treaty_symbol(main["code"])
    block, last = cited.last_treaty
    if block == cited.block_index(mention.span.start) and last not in {r["code"] for r in rows}:
        others = (Candidate(treaty, 0.5, "monitored by this committee"),
                  Candidate(treaty_symbol(last), 0.4, "named last before"))  # fmt: skip
        return Link(mention, None, "another treaty was named last", candidates=others)
    protocols = [
        row["code"]
        for row in rows
        if not row["articles"] and row["code"] in cited.treaties[-_MOST_LOOKED_AT:]
    ]
    if protocols and max(numbers) <= _MOST_ARTICLES_OF_A_PROTOCOL:
        codes = (main["code"], *dict.fromkeys(protocols))
        ranked = tuple(
            Candidate(treaty_symbol(code), round(0.6 - 0.2 * i, 2), "monitored by this committee")
            for i, code in enumerate(codes[:5])
        )
        return Link(mention, None, "the treaty or its protocol", candidates=ranked)
    reason = "no treaty named: the one that the committee of this document monitors"
    return Link(mention, treaty, reason, Status.INFERRED, 0.75)


def _article_numbers(value: TreatyReference) -> list[int]:
    steps = value.pinpoint.steps if value.pinpoint is not None else ()
    numbers = [n for step in steps if step.kind == "article" for pair in step.numbers for n in pair]
    found = (_DIGITS.match(number) for number in numbers if number)
    return [int(match[0]) for match in found if match]
