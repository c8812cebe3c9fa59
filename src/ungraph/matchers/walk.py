"""The pieces of one document, walked once: what stands next to a piece, and with what between."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ungraph.matchers.gazetteer import EntryKind
from ungraph.matchers.names import AgentName
from ungraph.matchers.pieces import Piece
from ungraph.matchers.references import determiner_before
from ungraph.model.mention import MentionKind

__all__ = ["AND", "OF", "TO", "Named", "Walk"]

OF = {
    "en": frozenset({" of ", " of the "}),
    "fr": frozenset({" de ", " du ", " de la ", " de l'", " des ", " d'"}),
    "es": frozenset({" de ", " del ", " de la ", " de los ", " de las ", " de el "}),
    "ru": frozenset({" "}),
    "ar": frozenset({" ", " ل"}),
    "zh": frozenset[str](),
}
TO = {
    "en": frozenset({" to ", " to the ", " at the ", " at "}),
    "fr": frozenset({" auprès de ", " auprès de l'", " auprès des ", " auprès du "}),
    "es": frozenset({" ante las ", " ante la ", " ante el ", " ante "}),
    "ru": frozenset({" при "}),
    "ar": frozenset({" لدى "}),
    "zh": frozenset[str](),
}
AND = frozenset(
    {", ", " and ", ", and ", " and the ", ", the ", ", and the ", " y ", " et ", " и ", "、", "和"}
)
_MOST_BETWEEN_CHARS = 14


@dataclass(frozen=True, slots=True)
class Named:
    """A name put together: its place in the view, the kind of mention, the value, the rule."""

    start: int
    end: int
    kind: MentionKind
    value: AgentName | str
    rule: str


@dataclass(slots=True)
class Walk:
    """*pieces* (sorted, not overlapping) of *text*, the view of a document."""

    text: str
    pieces: list[Piece]
    language: str = "en"

    def after(self, i: int, connectors: Collection[str]) -> Piece | None:
        """The piece after the *i*-th when just one of *connectors* stands between."""
        if i + 1 >= len(self.pieces):
            return None
        piece, follower = self.pieces[i], self.pieces[i + 1]
        if follower.start - piece.end > _MOST_BETWEEN_CHARS:
            return None
        return follower if self.text[piece.end : follower.start] in connectors else None

    def states_from(self, j: int) -> tuple[tuple[str, ...], int, int]:
        """The list of States that begins at piece *j*: codes, pieces used, end."""
        codes = [self.pieces[j].entry.key]
        end, count = self.pieces[j].end, 1
        while True:
            following = self.after(j + count - 1, AND)
            if following is None or following.entry.kind is not EntryKind.STATE:
                return tuple(codes), count, end
            codes.append(following.entry.key)
            end, count = following.end, count + 1

    def words(self, piece: Piece) -> str:
        """The words of *piece* as printed."""
        return self.text[piece.start : piece.end]

    def determiner(self, position: int) -> str:
        """The determiner or number right before *position*."""
        return determiner_before(self.text, position)

    def named(self, piece: Piece, kind: MentionKind, value: AgentName | str) -> Named:
        """*piece* alone as a name."""
        rule = f"{piece.entry.table}:{piece.entry.key}"
        return Named(piece.start, piece.end, kind, value, rule)
