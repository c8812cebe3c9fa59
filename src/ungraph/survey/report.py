"""The report on a store: what it holds, what is linked, what is missing, what is in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from ungraph.identifiers.mint import Mint
from ungraph.stores.base import View
from ungraph.survey.doubts import KINDS, Doubt, find_contradicting_links, find_doubts
from ungraph.survey.holdings import (
    Holdings,
    LinkSetCount,
    Missing,
    count_holdings,
    find_missing,
    list_links,
)

__all__ = ["StoreReport", "format_store_report", "report_store"]

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class StoreReport:
    """All that is said of a store; the lists are whole."""

    holdings: Holdings
    links: tuple[LinkSetCount, ...]
    missing: tuple[Missing, ...]
    contradictions: tuple[Doubt, ...]
    doubts: tuple[Doubt, ...]

    def to_json(self, limit: int | None = None) -> dict[str, object]:
        """The report as plain values; each list has its ``total`` and its first *limit* members."""
        return {
            "holdings": asdict(self.holdings),
            "links": [asdict(links) for links in self.links],
            "missing": _part(self.missing, limit),
            "contradictions": _part(self.contradictions, limit),
            "doubts": _part(self.doubts, limit),
        }


def report_store(view: View, mint: Mint) -> StoreReport:
    """Look through the whole store."""
    return StoreReport(
        count_holdings(view, mint),
        tuple(list_links(view, mint)),
        tuple(find_missing(view, mint)),
        tuple(find_contradicting_links(view, mint)),
        tuple(find_doubts(view, mint)),
    )


def format_store_report(report: StoreReport, mint: Mint, *, limit: int = 10) -> str:
    """The report for people: at most *limit* lines of each list."""
    held = report.holdings
    lines = [
        f"{held.documents:,} documents read, {held.cited_only:,} more cited,"
        f" {held.statements:,} statements",
        *_counts("types", held.document_types),
        *_counts("languages", held.languages),
        *_counts("citations", held.relations),
        *_counts("nodes", dict(Counter(held.classes).most_common())),
        "",
        f"Links: {sum(links.links for links in report.links):,}",
        *(
            f"  {links.links:>8,}  {links.title} ({links.method}, {links.date}, {links.source})"
            for links in report.links
        ),
        "",
        f"Cited but not read: {len(report.missing):,}",
        *(f"  {missing.cited_by:>8,}  {missing.symbol}" for missing in report.missing[:limit]),
        *_rest(len(report.missing), limit),
        "",
        f"Links that contradict each other: {len(report.contradictions):,}",
        *_doubts(report.contradictions, mint, limit),
        "",
        f"Doubts across documents: {len(report.doubts):,}",
        *_doubts(report.doubts, mint, limit),
    ]
    return "\n".join(lines) + "\n"


def _counts(name: str, counts: Mapping[str, int]) -> Iterable[str]:
    if counts:
        shown = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        words = ", ".join(f"{key} {count:,}" for key, count in shown[:_SHOWN])
        more = f", {len(shown) - _SHOWN} more kinds" if len(shown) > _SHOWN else ""
        yield f"  {name}: {words}{more}"


def _doubts(doubts: tuple[Doubt, ...], mint: Mint, limit: int) -> Iterable[str]:
    for kind, sentence in KINDS.items():
        found = [doubt for doubt in doubts if doubt.kind == kind]
        if not found:
            continue
        yield f"  {sentence}: {len(found):,}"
        for doubt in found[:limit]:
            first, second = _short(doubt.first, mint), _short(doubt.second, mint)
            yield f"    {_short(doubt.subject, mint)}: {first} / {second}"
        yield from (f"  {line}" for line in _rest(len(found), limit))


def _rest(count: int, limit: int) -> Iterable[str]:
    if count > limit:
        yield f"  and {count - limit:,} more"


def _short(text: str, mint: Mint) -> str:
    """Without the base of our addresses."""
    return text.replace(f"{mint.base}id/doc/", "").replace(f"{mint.base}id/", "")


def _part(members: tuple[Missing, ...] | tuple[Doubt, ...], limit: int | None) -> dict[str, object]:
    return {"total": len(members), "members": [asdict(member) for member in members[:limit]]}
