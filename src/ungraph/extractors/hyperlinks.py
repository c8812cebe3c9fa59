"""Citations of the text against the links of the file: agreement, links alone, links that err.

A link on the words of a citation that leads to the same document makes it sure. A link where no
citation was found is one, unless its words speak for another document. A link against the text is
told in a warning and not believed: a few links of published files lead astray.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import Citation, Relation, node_key
from ungraph.model.document import Document, Status
from ungraph.model.markup import Hyperlink
from ungraph.model.span import Span

__all__ = ["check_hyperlinks"]

_NUMBERS = re.compile(r"\d+")
# Resolutions have no addenda: "74/53/Add.1" is a report with its organ left out.
_IMPLAUSIBLE = re.compile(r"/(?:RES|DEC)/.*/(?:ADD|L)\b")
_PART = re.compile(r"(?:\((?:SUPP|VOL|PART)[^)]*\)|(?<=[\d)])[A-Z](?:-[A-Z])?)+\Z")
_SESSION = re.compile(r"A/(?:RES|DEC)/(\d{2,3})/")
_YEAR_BEFORE_FIRST_SESSION = 1945
_LINK_RULE = "hyperlink"
_LINK_ALONE = 0.95


def check_hyperlinks(
    document: Document, citations: Sequence[Citation]
) -> tuple[tuple[Citation, ...], tuple[str, ...]]:
    """*citations* after a look at the links, with those that only a link tells, and warnings.

    Citations stay in the order of their words. A citation of a document that the words only
    describe has its symbol from the link on them.
    """
    links = [link for link in document.markup.hyperlinks if link.symbol is not None]
    if not links:
        return tuple(citations), ()
    checked: list[Citation] = []
    seen: set[int] = set()
    agreed: set[int] = set()
    doubts: list[tuple[int, str]] = []
    warnings: list[str] = []
    starts = [link.span.start for link in links]
    for citation in citations:
        near = [i for span in citation.evidence for i in _overlapping(links, starts, span)]
        if near:
            seen.update(near)
            agreed.update(i for i in near if _agrees(citation, links[i]))
            citation, told = _compare(document, citation, [links[i] for i in near])
            doubts.extend((near[0], warning) for warning in told)
        checked.append(citation)
    warnings.extend(warning for i, warning in doubts if i not in agreed)
    own = document.symbol
    for i, link in enumerate(links):
        if i in seen or link.symbol is None or (own and _is_same(link.symbol, own)):
            continue
        if _speaks_for(document.quote(link.span), link.symbol):
            checked.append(_citation(document, link, link.symbol))
        else:
            warnings.append(_against(document, link, ""))
    checked.sort(key=lambda citation: citation.evidence)
    return tuple(checked), tuple(dict.fromkeys(warnings))


def _agrees(citation: Citation, link: Hyperlink) -> bool:
    """Of the members of a range ("SR.11–17") the link on it leads to one."""
    return (
        link.symbol is not None
        and isinstance(citation.cited, DocumentSymbol)
        and _is_same(link.symbol, citation.cited)
    )


def _compare(
    document: Document, citation: Citation, links: Sequence[Hyperlink]
) -> tuple[Citation, list[str]]:
    """*citation* made sure or corrected by the links on its words, or left with a warning."""
    cited = citation.cited
    targets = [link.symbol for link in links if link.symbol is not None]
    words = document.quote(links[0].span)
    if len(targets) == 1 and _is_of_another_year(targets[0], citation):
        understood = cited.text if isinstance(cited, DocumentSymbol) else ""
        return citation, [_against(document, links[0], understood)]
    if not isinstance(cited, DocumentSymbol):
        alone = len(targets) == 1 and _speaks_for(words, targets[0])
        return (_corrected(citation, targets[0]) if alone else citation), []
    if any(_is_same(target, cited) for target in targets):
        if citation.status is Status.EXPLICIT:
            return citation, []
        reason = "; ".join(filter(None, (citation.body_reason, "the link on the words agrees")))
        return replace(citation, status=Status.EXPLICIT, confidence=None, body_reason=reason), []
    if len(targets) > 1:
        return citation, []
    if citation.body_reason:
        numbers = _NUMBERS.findall(targets[0].text)
        if _speaks_for(words, targets[0]) and numbers[:2] == _NUMBERS.findall(cited.text)[:2]:
            return _corrected(citation, targets[0]), []
    return citation, [_against(document, links[0], cited.text)]


def _is_of_another_year(target: DocumentSymbol, citation: Citation) -> bool:
    """Whether the date said is outside of the session of the General Assembly that *target* names,
    where *target* is not what the text says: "45/5 of 6 October 2020" is none of 1990."""
    session = _SESSION.match(target.text)
    if session is None or citation.date_said is None:
        return False
    if isinstance(citation.cited, DocumentSymbol) and _is_same(target, citation.cited):
        return False
    opening = _YEAR_BEFORE_FIRST_SESSION + int(session[1])
    return not opening <= citation.date_said.year <= opening + 1


def _corrected(citation: Citation, target: DocumentSymbol) -> Citation:
    """The words leave the organ open, or told it from around: the link says it."""
    return replace(
        citation,
        cited=target,
        status=Status.EXPLICIT,
        confidence=None,
        body_reason="the link on the words leads to it",
        adopted_by=None,
        inferences=(),
    )


def _overlapping(links: list[Hyperlink], starts: list[int], span: Span) -> list[int]:
    first = max(0, bisect_left(starts, span.start) - 1)
    found = []
    for i in range(first, len(links)):
        if links[i].span.start >= span.end:
            break
        if links[i].span.overlaps(span):
            found.append(i)
    return found


def _is_same(one: DocumentSymbol, other: DocumentSymbol) -> bool:
    """Whether both lead to one document; a link leads to the whole of "217 A (III)"."""
    return one.key == other.key or _whole(one) == _whole(other)


def _whole(symbol: DocumentSymbol) -> str:
    """The symbol without parts: A/RES/217(III)A and A/RES/217(III), A/62/40(Vol.I) and A/62/40."""
    return _PART.sub("", symbol.key.replace(" ", ""))


def _speaks_for(words: str, symbol: DocumentSymbol) -> bool:
    """Whether the numbers in the linked words are numbers of the symbol, and it can be one."""
    if _IMPLAUSIBLE.search(symbol.key):
        return False
    said = _NUMBERS.findall(words)
    known = _NUMBERS.findall(symbol.text)
    return bool(said) and all(number in known for number in said)


def _citation(document: Document, link: Hyperlink, symbol: DocumentSymbol) -> Citation:
    words = document.quote(link.span)
    return Citation(
        node_key("citation", _LINK_RULE, symbol.text, document.language, words, link.span.start),
        symbol,
        Relation.CITES,
        (link.span,),
        words,
        body_reason="the link on the words leads to it",
        rule=_LINK_RULE,
        confidence=_LINK_ALONE,
    )


def _against(document: Document, link: Hyperlink, cited: str) -> str:
    words = " ".join(document.quote(link.span).split())
    understood = f", the text says {cited}" if cited else ""
    return f"a link on {words!r} leads to {link.symbol}{understood}: not believed"
