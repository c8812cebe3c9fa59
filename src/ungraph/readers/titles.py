"""Which of the lines of a title page is the agenda item's title, the title, the subtitle."""

from __future__ import annotations

from dataclasses import dataclass

from ungraph.readers.pageroles import Element

__all__ = ["Titles", "arrange_titles"]

_HEADER = frozenset(
    [
        "united-nations",
        "distribution",
        "date",
        "original-language",
        "organ",
        "session",
        "agenda-item",
        "session-dates",
        "symbol",
    ]
)
_TITLE_KINDS = frozenset(("text", "report", "type", "numbered"))


@dataclass(frozen=True, slots=True)
class Titles:
    """Groups of elements; each group is one title over one or more lines."""

    agenda: tuple[Element, ...] = ()
    title: tuple[Element, ...] = ()
    subtitle: tuple[Element, ...] = ()


def arrange_titles(elements: list[Element]) -> Titles:
    """The titles among *elements*, the title page in order.

    Under an agenda item the first group is the item's title. A number with a title
    ("76/117. The rule of law …") is the title of a resolution; a report's name comes before
    "Note by the Secretariat", which is then the subtitle.
    """
    first_type = next((i for i, e in enumerate(elements) if e.kind == "type"), len(elements))
    header = (
        i
        for i, e in enumerate(elements)
        if e.kind in _HEADER and (e.kind != "date" or i < first_type)
    )
    last_header = max(header, default=-1)
    groups = _group(
        [e for e in elements[last_header + 1 :] if e.kind in _TITLE_KINDS | {"bracket"}]
    )
    has_agenda = any(e.kind == "agenda-item" for e in elements)
    agenda: tuple[Element, ...] = ()
    numbered = next((g for g in groups if g[0].kind == "numbered"), None)
    # A report is the title of a document, but the agenda item of a resolution about it.
    kinds = ("text", "report") if numbered else ("text",)
    if has_agenda and groups and groups[0][0].kind in kinds:
        agenda, groups = groups[0], groups[1:]
    if numbered:
        if numbered[0].sign and (numbered[0].sign.groups["title"] or len(numbered) > 1):
            return Titles(agenda, numbered)
        later = groups[groups.index(numbered) + 1 :][:1]
        return Titles(agenda, later[0] if later and later[0][0].kind == "text" else ())
    groups = [g for g in groups if g[0].kind != "bracket"]
    groups = [g for g in groups if not _is_adoption(g)] or groups
    groups = _without_sponsors(groups)
    if any(e.sign and e.sign.value.endswith("-record") for e in elements if e.kind == "type"):
        groups = [g for g in groups if g[0].kind == "type"][:1] or groups[:1]
    title = groups[0] if groups else ()
    subtitle = groups[1] if len(groups) > 1 else ()
    return Titles(agenda, title, subtitle)


def _is_adoption(group: tuple[Element, ...]) -> bool:
    return group[0].kind == "type" and group[0].sign is not None and not group[0].sign.value


def _without_sponsors(groups: list[tuple[Element, ...]]) -> list[tuple[Element, ...]]:
    """*groups* from the title of a draft or amendment on: its sponsors stand above it.

    "Anland and Beeland: draft resolution", "Draft decision submitted by the Chair". Where no
    title follows, as in the Security Council, the page has none.
    """
    for k, group in enumerate(groups):
        sign = group[0].sign
        if group[0].kind != "type" or sign is None:
            continue
        if sign.value in ("draft-resolution", "draft-decision", "amendment"):
            rest = groups[k + 1 :]
            if len(group) > 1:
                return [group[1:], *rest]
            return rest if rest and rest[0][0].kind == "text" else groups[:k]
    return groups


def _group(elements: list[Element]) -> list[tuple[Element, ...]]:
    groups: list[list[Element]] = []
    for element in elements:
        continues = element.kind == "text" and element.breaks_before < 2
        if groups and continues and groups[-1][-1].kind in ("text", "report", "numbered", "type"):
            groups[-1].append(element)
        else:
            groups.append([element])
    return [tuple(group) for group in groups]
