"""Automatic numbers of Word paragraphs, computed from ``numbering.xml`` and the styles.

UN paragraph numbers are list numbers: they stand in no text of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ungraph.identifiers.roman import format_roman
from ungraph.readers.xml_safety import Element, local_name, parse_count

__all__ = ["Numbering", "attribute", "child"]

_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LEVELS = 9
_LARGEST_ROMAN = 399
# Beyond these a list is no list of a document, but made to fill the memory.
_MOST_REPEATED, _MOST_PATTERN_CHARS, _MOST_STYLES = 30, 100, 50


def child(element: Element | None, name: str) -> Element | None:
    """The first child called *name*, whatever its namespace."""
    if element is None:
        return None
    return next((e for e in element if local_name(e) == name), None)


def attribute(element: Element | None, name: str = "val") -> str | None:
    """The attribute called *name*, whatever its namespace."""
    if element is None:
        return None
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith(f"}}{name}")), None)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    gap: str = " "
    restart: int | None = None
    legal: bool = False
    paragraph_style: str | None = None


@dataclass(slots=True)
class Numbering:
    """Counters of all lists of one document; ``number`` is asked once per paragraph, in order."""

    _lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _list_of: dict[str, str] = field(default_factory=dict)
    _starts: dict[str, dict[int, int]] = field(default_factory=dict)
    _levels_of: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _styles: dict[str, tuple[str | None, int | None, str | None]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, numbering: Element | None, styles: Element | None) -> Numbering:
        """From the roots of ``numbering.xml`` and ``styles.xml`` (None where missing)."""
        made = cls()
        made._read_styles(styles)
        made._read_lists(numbering)
        return made

    def _read_styles(self, root: Element | None) -> None:
        for style in root if root is not None else ():
            if local_name(style) != "style":
                continue
            name = attribute(style, "styleId")
            numbers = child(child(style, "pPr"), "numPr")
            level = attribute(child(numbers, "ilvl"))
            if name:
                self._styles[name] = (
                    attribute(child(numbers, "numId")),
                    parse_count(level),
                    attribute(child(style, "basedOn")),
                )

    def _read_lists(self, root: Element | None) -> None:
        linked: dict[str, str] = {}
        for element in root if root is not None else ():
            name = local_name(element)
            if name == "abstractNum":
                key = attribute(element, "abstractNumId") or ""
                self._lists[key] = {
                    i: level
                    for e in element
                    if local_name(e) == "lvl"
                    for i, level in [_read_level(e)]
                }
                link = attribute(child(element, "numStyleLink"))
                if link:
                    linked[key] = link
            elif name == "num":
                self._read_num(element)
        for key, style in linked.items():
            number = self._styles.get(style, (None, None, None))[0]
            target = self._list_of.get(number or "")
            if target in self._lists and target not in linked:
                self._lists[key] = self._lists[target]

    def _read_num(self, element: Element) -> None:
        key = attribute(element, "numId") or ""
        self._list_of[key] = attribute(child(element, "abstractNumId")) or ""
        for override in element:
            if local_name(override) != "lvlOverride":
                continue
            level = parse_count(attribute(override, "ilvl") or "0")
            if level is None:
                continue
            start = parse_count(attribute(child(override, "startOverride")))
            if start is not None:
                self._starts.setdefault(key, {})[level] = start
            inner = child(override, "lvl")
            if inner is not None:
                self._levels_of.setdefault(key, {})[level] = _read_level(inner)[1]

    def number(self, properties: Element | None) -> str:
        """The printed number of a paragraph with the gap after it, "" for none.

        *properties* is its ``pPr``. Numbers come from the paragraph, else from its style.
        """
        key, level = self._place(properties)
        if not key or key == "0" or key not in self._list_of:
            return ""
        name = self._list_of[key]
        levels = {**self._lists.get(name, {}), **self._levels_of.get(key, {})}
        at = levels.get(level)
        if at is None:
            return ""
        counts = self._counts.setdefault(name, [None] * _LEVELS)
        self._begin(key, level, counts)
        count = counts[level]
        counts[level] = at.start if count is None else count + 1
        for deeper in range(level + 1, _LEVELS):
            if deeper not in levels or levels[deeper].restart != 0:
                counts[deeper] = None
        words = _PLACE.sub(lambda m: _part(int(m[1]) - 1, counts, levels, at), at.pattern)
        if at.style == "bullet":
            words = _PRIVATE.sub("•", words)
        return words + at.gap if words.strip() else ""

    def _begin(self, key: str, level: int, counts: list[int | None]) -> None:
        """A list instance that restarts does so where it is used first."""
        start = self._starts.get(key, {}).get(level)
        if start is not None and (key, level) not in self._begun:
            counts[level] = start - 1
        self._begun.add((key, level))

    def _place(self, properties: Element | None) -> tuple[str | None, int]:
        numbers = child(properties, "numPr")
        key = attribute(child(numbers, "numId"))
        written = attribute(child(numbers, "ilvl"))
        level = parse_count(written)
        style = attribute(child(properties, "pStyle"))
        seen: set[str] = set()
        first = style
        while style and style not in seen and len(seen) < _MOST_STYLES:
            if key is not None and level is not None:
                break
            seen.add(style)
            style_key, style_level, style = self._styles.get(style, (None, None, None))
            key = key if key is not None else style_key
            level = level if level is not None else style_level
        if level is None and key is not None and first:
            levels = self._lists.get(self._list_of.get(key, ""), {})
            level = next((i for i, at in levels.items() if at.paragraph_style == first), None)
        return key, min(level or 0, _LEVELS - 1)


def _read_level(element: Element) -> tuple[int, _Level]:
    index = parse_count(attribute(element, "ilvl"))
    start = parse_count(attribute(child(element, "start")))
    gap = attribute(child(element, "suff")) or "tab"
    return index or 0, _Level(
        1 if start is None else start,
        attribute(child(element, "numFmt")) or "decimal",
        (attribute(child(element, "lvlText")) or "")[:_MOST_PATTERN_CHARS],
        "" if gap == "nothing" else " ",
        parse_count(attribute(child(element, "lvlRestart"))),
        child(element, "isLgl") is not None,
        attribute(child(element, "pStyle")),
    )


def _part(index: int, counts: list[int | None], levels: dict[int, _Level], at: _Level) -> str:
    level = levels.get(index, _Level())
    if counts[index] is None:
        counts[index] = level.start
    value = counts[index] or 0
    return _format(value, "decimal" if at.legal and level.style != "none" else level.style)


def _format(value: int, style: str) -> str:
    """*value* in a number format of Word; plain digits for those not used in UN documents."""
    if style in ("none", "bullet"):
        return ""
    if style in ("lowerRoman", "upperRoman") and 1 <= value <= _LARGEST_ROMAN:
        roman = format_roman(value)
        return roman.lower() if style == "lowerRoman" else roman
    for name, letters in (("Letter", _LETTERS), ("russian", _RUSSIAN)):
        if name in style and 1 <= value <= _MOST_REPEATED * len(letters):
            letter = letters[(value - 1) % len(letters)] * (1 + (value - 1) // len(letters))
            return (
                letter.upper() if style.startswith("upper") or style.endswith("Upper") else letter
            )
    if style.startswith("arabicA") and 1 <= value <= len(_ABJAD):
        return _ABJAD[value - 1]
    if style == "decimalZero":
        return f"{value:02d}"
    return str(value)
