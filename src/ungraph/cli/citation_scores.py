"""Citations found in the plain text of marked-up documents, against the links of their publisher.

A document counts by the set of symbols it cites; its own symbol, and the documents that the line
of adoption on its title page names, are left out on both sides. The letter of a lettered
resolution does not count, since publishers set it in some links only.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ungraph.extractors.citing import extract_citations
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.model.document import Document
from ungraph.model.span import Span
from ungraph.readers.plain import read_plain

__all__ = [
    "Difference",
    "DocumentScore",
    "Explanations",
    "Tally",
    "iter_changes",
    "plain_key",
    "score_document",
    "tally",
]

_LETTER = re.compile(r"(?<=\d)[A-Z]{1,2}(?:-[A-Z])?\Z|(?<=\))[A-Z]\Z")
_PART = re.compile(r"\((?:SUPP|VOL|PART|INTRODUCTION|PLANOUTLINE)[^)]*\)")
_PLAIN_REASONS = (
    "organ named",
    "its: ",
    "the ",
    "no organ named: the document",
    "in the report of",
)
_CONTEXT_CHARS = 70
_CONSENSUS = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """A symbol on one side only: *extra* is ours, *linked* what the publisher links there."""

    citing: str
    language: str
    symbol: str
    extra: bool
    linked: str
    words: str
    literal: bool
    named: bool


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """What one document cites, as found and as linked, with what differs."""

    citing: str
    language: str
    found: frozenset[str]
    linked: frozenset[str]
    differences: tuple[Difference, ...]


@dataclass(slots=True)
class Tally:
    """Counts of one language; *reasons* say how many differences each explanation covers."""

    documents: int = 0
    right: int = 0
    extra: int = 0
    missed: int = 0
    open_extra: int = 0
    open_missed: int = 0
    consensus_right: int = 0
    consensus_missed: int = 0
    consensus_extra: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    unexplained: list[Difference] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that the publisher links."""
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        """Share of what the publisher links that was found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def read_precision(self) -> float:
        """Precision, counting as errors only what no explanation covers."""
        found = self.right + self.extra
        return (found - self.open_extra) / max(1, found)

    @property
    def read_recall(self) -> float:
        """Recall, counting as errors only what no explanation covers."""
        found = self.right + self.extra - self.open_extra
        return found / max(1, found + self.open_missed)


def plain_key(text: str) -> str:
    """A symbol for comparing: capitals, without the letter of a lettered resolution."""
    key = text.upper()
    return _LETTER.sub("", key) if "/RES/" in key else key


def score_document(document: Document) -> DocumentScore | None:
    """The citations in the text of a marked-up *document*; None where it has no symbol or link."""
    own = document.symbol
    linked: dict[str, Span] = {}
    for link in document.markup.hyperlinks:
        if link.symbol is not None:
            linked.setdefault(plain_key(link.symbol.text), link.span)
    if own is None or not linked:
        return None
    left_out = {plain_key(own.text)}
    left_out |= {plain_key(step.symbol.text) for step in document.markup.steps if step.symbol}
    left_out |= {plain_key(named.symbol.text) for named in document.markup.originating}
    plain = read_plain(
        document.text.encode(), name=f"{own.slug}.txt", symbol=own.text, language=document.language
    )
    mentions = match_citations(plain)
    citations, _ = extract_citations(plain, mentions, link_citations(plain, mentions))
    found: dict[str, tuple[Span, str, str]] = {}
    for citation in citations:
        if isinstance(citation.cited, DocumentSymbol) and not citation.cited.is_treaty:
            evidence = (citation.evidence[0], citation.rule, citation.body_reason)
            found.setdefault(plain_key(citation.cited.text), evidence)
    ours, theirs = found.keys() - left_out, linked.keys() - left_out
    differences = []
    for key in sorted(ours ^ theirs):
        extra = key in ours
        span = found[key][0] if extra else linked[key]
        rule, reason = found[key][1:] if extra else ("", "")
        start, end = max(0, span.start - _CONTEXT_CHARS), span.end + _CONTEXT_CHARS
        differences.append(
            Difference(
                own.text,
                document.language,
                key,
                extra,
                _other(span, linked if extra else {k: v[0] for k, v in found.items()}),
                " ".join(plain.text[start:end].split()),
                rule == "symbol",
                reason == "" or reason.startswith(_PLAIN_REASONS),
            )
        )
    return DocumentScore(
        own.text, document.language, frozenset(ours), frozenset(theirs), tuple(differences)
    )


def _other(span: Span, others: dict[str, Span]) -> str:
    """What the other side makes of the same words."""
    return next((key for key, place in others.items() if place.overlaps(span)), "")


class Explanations:
    """Why a difference is no error: by rule, or by the table of those read one by one."""

    def __init__(self, scores: Iterable[DocumentScore], read: Iterable[dict[str, str]]) -> None:
        self._votes: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._versions: dict[str, set[str]] = defaultdict(set)
        self._linked: dict[tuple[str, str], frozenset[str]] = {}
        for score in scores:
            self._versions[score.citing.upper()].add(score.language)
            self._linked[score.citing, score.language] = score.linked
            for key in score.linked:
                self._votes[score.citing.upper(), key].add(score.language)
        self._read = {(row["citing"], row["language"], row["symbol"]): row for row in read}

    def consensus(self, citing: str) -> frozenset[str] | None:
        """What at least four language versions link; None when fewer than four are at hand."""
        citing = citing.upper()
        if len(self._versions[citing]) < _CONSENSUS:
            return None
        return frozenset(
            key for (of, key), in_ in self._votes.items() if of == citing and len(in_) >= _CONSENSUS
        )

    def explain(self, difference: Difference) -> str:
        """The reason, "" for an error or a doubt."""
        row = self._read.get((difference.citing, difference.language, difference.symbol))
        if row is not None:
            return row["reason"] if row["verdict"] != "ours is wrong" else ""
        votes = len(self._votes[difference.citing.upper(), difference.symbol])
        if not difference.extra:
            return _explain_missed(difference, votes)
        if "/DEC/" in difference.symbol and "/EA." not in difference.symbol:
            return "a decision: the publisher links none"
        if votes >= 2 or (votes and difference.language not in ("", "und")):
            return "linked so in another language version"
        if difference.literal:
            return "printed so, not linked or linked to a variant"
        if "/GC/" in difference.symbol:
            return "a general comment named by its body and number, not linked"
        if difference.named and not difference.linked:
            return "organ and number as the words say, or of the citing organ, not linked"
        return ""


def _explain_missed(difference: Difference, votes: int) -> str:
    ours = difference.linked
    if ours and _PART.sub("", difference.symbol) == _PART.sub("", ours):
        return "a part or supplement that the words do not name"
    if ours and votes <= 1:
        return "linked so in this language version alone"
    if not ours and votes <= 1 and "/RES/" not in difference.symbol:
        return "second symbol of a document, or not in the words"
    return ""


def tally(scores: Iterable[DocumentScore], why: Explanations) -> dict[str, Tally]:
    """Counts by language."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for score in scores:
        counts = tallies[score.language]
        counts.documents += 1
        counts.right += len(score.found & score.linked)
        counts.extra += len(score.found - score.linked)
        counts.missed += len(score.linked - score.found)
        agreed = why.consensus(score.citing)
        if agreed is not None:
            counts.consensus_right += len(score.found & agreed)
            counts.consensus_missed += len(agreed - score.found)
            counts.consensus_extra += len(score.found - agreed)
        for difference in score.differences:
            reason = why.explain(difference)
            if reason:
                counts.reasons[reason] += 1
                continue
            counts.unexplained.append(difference)
            counts.open_extra += difference.extra
            counts.open_missed += not difference.extra
    return dict(tallies)


def iter_changes(
    before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, str]]:
    """("gained" or "lost", document, symbol) between two runs, by document."""
    for citing in sorted(before.keys() | after.keys()):
        old, new = set(before.get(citing, ())), set(after.get(citing, ()))
        yield from (("lost", citing, key) for key in sorted(old - new))
        yield from (("gained", citing, key) for key in sorted(new - old))
