"""Numbers of HTML list items, as browsers show them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ungraph.identifiers.roman import format_roman
from ungraph.readers.xml_safety import Element

__all__ = ["ListCounter"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BULLET = "• "
_LARGEST_ROMAN = 399


@dataclass(slots=True)
class ListCounter:
    """Counts the items of the lists that are open; ``enter`` and ``leave`` each list."""

    _open: list[tuple[str, int]] = field(default_factory=list)

    def enter(self, element: Element, name: str) -> None:
        """A list begins: ``<ol start=3 type=a>``."""
        if name in ("ol", "ul"):
            style = _style(element) if name == "ol" else ""
            self._open.append((style, _integer(element.get("start"), 1)))

    def leave(self, name: str) -> None:
        """A list ends."""
        if name in ("ol", "ul") and self._open:
            self._open.pop()

    def number(self, item: Element) -> str:
        """The number printed before *item* with its gap: "3. ", "(a) ", "• ", or ""."""
        if not self._open:
            return ""
        style, following = self._open[-1]
        if style == "none":
            return ""
        if not style:
            return _BULLET
        value = _integer(item.get("value"), following)
        self._open[-1] = (style, value + 1)
        return _format(value, style)


def _style(element: Element) -> str:
    words = (element.get("style") or "").lower()
    for name, style in (
        ("lower-alpha", "a"), ("lower-latin", "a"), ("upper-alpha", "A"), ("upper-latin", "A"),
        ("lower-roman", "i"), ("upper-roman", "I"), ("decimal", "1"), ("none", "none"),
    ):  # fmt: skip
        if "list-style" in words and name in words:
            return style
    return element.get("type") or "1"


def _format(value: int, style: str) -> str:
    if style in ("i", "I") and 1 <= value <= _LARGEST_ROMAN:
        roman = format_roman(value)
        return f"({roman.lower()}) " if style == "i" else f"{roman}. "
    if style in ("a", "A") and value >= 1:
        letter = ""
        while value:
            value, place = divmod(value - 1, len(_LETTERS))
            letter = _LETTERS[place] + letter
        return f"({letter}) " if style == "a" else f"{letter.upper()}. "
    return f"{value}. "


def _integer(written: str | None, default: int) -> int:
    text = (written or "").strip()
    return int(text) if text.isdecimal() and len(text) < 7 else default
