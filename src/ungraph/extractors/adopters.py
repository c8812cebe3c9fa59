"""Acts of other organizations → who adopted them, where the words name it.

"resolution 12/04 of the Indian Ocean Tuna Commission" names it, "decision 1/CP.21" by the form of
its number; "Governing Council decision 25/5" is told by the one Governing Council that the document
names in full, and stays open where it names none or several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from ungraph.linking.other_numbers import adopter_of_number
from ungraph.matchers.names import make_slug
from ungraph.matchers.values import ActReference, DescribedAct
from ungraph.model.assertion import (
    Agent,
    AgentKey,
    AgentKind,
    DescribedDocument,
    Inference,
)
from ungraph.model.document import Document
from ungraph.model.link import Link
from ungraph.model.span import Span
from ungraph.resources import load_table

__all__ = ["add_adopters"]

_NEAR_CHARS = 160
_SURE_OF_FORM = 0.85
_SURE_OF_CONTEXT = 0.75
_VAGUE = "vague"


def add_adopters(
    document: Document, links: Iterable[Link[object]], described: tuple[DescribedDocument, ...]
) -> tuple[tuple[DescribedDocument, ...], tuple[Agent, ...]]:
    """*described* with the organizations that adopted them, and these as agents."""
    values = {link.mention.span: link.mention.value for link in links}
    finder = _Finder(document)
    told: list[DescribedDocument] = []
    agents: list[Agent] = []
    for one in described:
        span = one.evidence[0]
        found = None if one.adopted_by else finder.find(values.get(span), span)
        if found is not None:
            agent, inference = found
            agents.append(agent)
            inferences = (*one.inferences, inference) if inference else one.inferences
            one = replace(one, adopted_by=agent.key, inferences=inferences)
        told.append(one)
    return tuple(told), tuple(agents)


class _Finder:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._view = document.view
        self._language = document.language
        self._named: Mapping[str, dict[str, Span]] | None = None

    def find(self, value: object, span: Span) -> tuple[Agent, Inference | None] | None:
        if not isinstance(value, ActReference | DescribedAct):
            return None
        organ = value.organ
        if organ is not None and organ.other is not None:
            return self._named_beside(organ.other, span)
        if isinstance(value, ActReference) and value.number is None and organ is None:
            label = adopter_of_number(value.written)
            if label[:1].isupper():
                reason = "the number has the form of its acts"
                inference = Inference("ung:adoptedBy", reason, _SURE_OF_FORM, (span,))
                return _agent_of_label(label), inference
        return None

    def _named_beside(self, slug: str, span: Span) -> tuple[Agent, Inference | None] | None:
        row = _rows()[slug]
        if row["family"] != _VAGUE:
            near = self._nearest(slug, span)
            return _agent(row, (near,) if near else ()), None
        words = self._nearest(slug, span)
        family = _family(self._document.quote(words)) if words else ""
        known = self._by_family().get(family, {})
        if len(known) != 1:
            return None
        ((only, place),) = known.items()
        reason = "the only one of that name that the document names in full"
        inference = Inference("ung:adoptedBy", reason, _SURE_OF_CONTEXT, (place,))
        return _agent(_rows()[only], (place,)), inference

    def _nearest(self, slug: str, span: Span) -> Span | None:
        """Where the organization *slug* is named nearest to *span*."""
        here = self._view.from_text(span)
        begin, end = max(0, here.start - _NEAR_CHARS), here.end + _NEAR_CHARS
        found = [Span(*m.span()) for m in _names(self._language, slug).finditer(
            self._view.text, begin, end)]  # fmt: skip
        if not found:
            return None
        nearest = min(found, key=lambda s: (max(here.start - s.end, s.start - here.end), s))
        return self._view.to_text(nearest)

    def _by_family(self) -> Mapping[str, dict[str, Span]]:
        """The organizations that the document names in full, by family, where first."""
        if self._named is None:
            named: dict[str, dict[str, Span]] = {}
            for slug, row in _rows().items():
                if row["family"] in ("", _VAGUE):
                    continue
                if found := _names(self._language, slug).search(self._view.text):
                    place = self._view.to_text(Span(*found.span()))
                    named.setdefault(row["family"], {})[slug] = place
            self._named = named
        return self._named


def _agent(row: Mapping[str, str], evidence: tuple[Span, ...]) -> Agent:
    key = AgentKey(row["agent"] or row["slug"])
    return Agent(key, AgentKind(row["kind"]), row["label"].replace("'", "’"), evidence=evidence)


def _agent_of_label(label: str) -> Agent:
    row = next((row for row in _rows().values() if row["label"] == label), None)
    if row is not None:
        return _agent(row, ())
    return Agent(AgentKey(make_slug(label)), AgentKind.ORGANIZATION, label)


def _family(words: str) -> str:
    """The family of a vague name: "Governing Council" → governing-council."""
    folded = words.replace("’", "'").casefold()
    return next((family for form, family in _vague_names() if form in folded), "")


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return {row["slug"]: row for row in load_table("other_adopters")}


@cache
def _vague_names() -> tuple[tuple[str, str], ...]:
    """Beginnings of full names up to the first word they share with the vague ones, longest first."""
    pairs = dict(_iter_vague())
    return tuple(sorted(pairs.items(), key=lambda pair: (-len(pair[0]), pair)))


def _iter_vague() -> Iterator[tuple[str, str]]:
    vague = [row for row in _rows().values() if row["family"] == _VAGUE]
    for column in (name for name in vague[0] if name.startswith("names_")):
        short = {form for row in vague for form in row[column].split("|") if form}
        for row in _rows().values():
            if row["family"] in ("", _VAGUE):
                continue
            for form in row[column].split("|"):
                for name in short:
                    if form.startswith(name) or form.endswith(name):
                        yield name.casefold(), row["family"]


@cache
def _names(language: str, slug: str) -> re.Pattern[str]:
    forms = _rows()[slug].get(f"names_{language}", "").split("|")
    listed = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True) if form)
    return re.compile(listed or "(?!)")
