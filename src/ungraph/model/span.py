"""Span: a half-open interval of Unicode code points of ``Document.text``."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval ``[start, end)`` in code points of ``Document.text`` (RFC 5147 char=).

    >>> Span(2, 5).of("abcdefg")
    'cde'
    >>> Span(0, 3).overlaps(Span(2, 4)), Span(0, 2).overlaps(Span(2, 4))
    (True, False)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start},{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this span of *text*."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, offset: int) -> Span:
        """The same length, *offset* code points further on."""
        return Span(self.start + offset, self.end + offset)

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
