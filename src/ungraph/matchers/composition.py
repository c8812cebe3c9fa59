"""Pieces of names → names of agents: a role with its State, organ and place, a government's States.

    Permanent Representative | of | France | to the | United Nations Office at Geneva
    Governments | of | Cameroon |, | Kenya | and | Pakistan
    Iraqi | Minister of Justice        Swedish | Embassy | in | Iran

The composer walks the pieces once; what stands between two of them decides whether they belong
together. It knows the words only: what a short form refers to is for ``linking`` to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ungraph.matchers.gazetteer import Entry, EntryKind
from ungraph.matchers.names import AgentName, Reach, make_slug
from ungraph.matchers.offices import load_office_heads, load_roles, match_mandate
from ungraph.matchers.pieces import Piece
from ungraph.matchers.references import determiner_before
from ungraph.matchers.states import load_states
from ungraph.model.assertion import AgentKind
from ungraph.model.mention import MentionKind

__all__ = ["Composer", "Named"]

_OF = {
    "en": frozenset({" of ", " of the "}),
    "fr": frozenset({" de ", " du ", " de la ", " de l'", " des ", " d'"}),
    "es": frozenset({" de ", " del ", " de la ", " de los ", " de las ", " de el "}),
    "ru": frozenset({" "}),
    "ar": frozenset({" "}),
    "zh": frozenset[str](),
}
_TO = {
    "en": frozenset({" to ", " to the ", " at the ", " at "}),
    "fr": frozenset({" auprès de ", " auprès de l'", " auprès des ", " auprès du "}),
    "es": frozenset({" ante las ", " ante la ", " ante el ", " ante "}),
    "ru": frozenset({" при "}),
    "ar": frozenset({" لدى "}),
    "zh": frozenset[str](),
}
_AND = frozenset({", ", " and ", ", and ", " and the ", ", the ", ", and the ", " y ", " et ", " и "})
_POINTING = frozenset({"those", "these", "their", "both", "said", "same", "respective"})
_LIST_AHEAD = " of the following "
_LIST_AHEAD_CHARS = 200
_CODES = {
    "special-rapporteur": "sr",
    "independent-expert": "ie",
    "special-representative": "srsg",
    "representative-sg": "rsg",
}
_ORGAN_KINDS = frozenset({EntryKind.ORGANIZATION})
_HOLDERS = frozenset({EntryKind.ORGANIZATION, EntryKind.INSTITUTION, EntryKind.SHORT, EntryKind.COMMON})

_AFTER_UNITED_NATIONS = frozenset(
    "and or in to has had have is was were will would shall should may can could at on of for from "
    "by with as that which who also itself pursuant under".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name put together: its place in the view, the kind of mention, the value, the rule."""

    start: int
    end: int
    kind: MentionKind
    value: AgentName | str
    rule: str


@dataclass(slots=True)
class Composer:
    """Walks *pieces* (sorted, not overlapping) of *text*, the view of a document."""

    text: str
    pieces: list[Piece]
    language: str = "en"

    def iter_names(self) -> Iterator[Named]:
        """The names, in order of their start; a State inside a longer name is given as well."""
        i = 0
        while i < len(self.pieces):
            named, used = self._name_at(i)
            if named:
                yield named
                yield from self._inner(named, i, used)
            i += max(1, used)

    def _inner(self, named: Named, i: int, used: int) -> Iterator[Named]:
        """States and organizations that stand inside a longer name."""
        for piece in self.pieces[i : i + used]:
            if piece.end > named.end or piece.end - piece.start == named.end - named.start:
                continue
            if piece.entry.kind is EntryKind.STATE:
                yield self._state(piece)
            elif piece.entry.kind is EntryKind.ORGANIZATION and used > 1:
                simple = self._simple(piece)
                if simple:
                    yield simple

    def _name_at(self, i: int) -> tuple[Named | None, int]:
        piece = self.pieces[i]
        kind = piece.entry.kind
        if kind is EntryKind.STATE:
            return self._from_state(i)
        if kind is EntryKind.ADJECTIVE:
            return self._from_adjective(i)
        if kind is EntryKind.GOVERNMENT:
            return self._government(i, i, ())
        if kind in (EntryKind.ROLE, EntryKind.ROLES):
            return self._office(i, i, ())
        if kind is EntryKind.TERRITORY:
            return self._named(piece, MentionKind.PLACE, piece.entry.key), 1
        return self._simple(piece), 1

    # -- states, governments ---------------------------------------------------------------

    def _state(self, piece: Piece) -> Named:
        return self._named(piece, MentionKind.STATE, piece.entry.key)

    def _from_state(self, i: int) -> tuple[Named | None, int]:
        piece = self.pieces[i]
        follower = self._next(i, {"'s ", "' "} if self.language == "en" else {""})
        if follower is not None and follower.entry.kind is EntryKind.GOVERNMENT:
            if self.language in {"en", "zh"}:
                named, used = self._government(i + 1, i, (piece.entry.key,))
                return named, used + 1
        if follower is not None and self.language == "zh" and follower.entry.kind is EntryKind.ROLE:
            named, used = self._office(i + 1, i, (piece.entry.key,))
            return named, used + 1
        return self._state(piece), 1

    def _from_adjective(self, i: int) -> tuple[Named | None, int]:
        follower = self._next(i, {" "})
        states = (self.pieces[i].entry.key,)
        if follower is not None:
            if follower.entry.kind is EntryKind.GOVERNMENT:
                named, used = self._government(i + 1, i, states)
                return named, used + 1
            if follower.entry.kind in (EntryKind.ROLE, EntryKind.ROLES):
                named, used = self._office(i + 1, i, states)
                return named, used + 1
            if follower.entry.kind in (EntryKind.SHORT, EntryKind.COMMON, EntryKind.INSTITUTION):
                label = self.text[self.pieces[i].start : follower.end]
                return self._institution(self.pieces[i].start, follower.end, label, states), 2
        return None, 1

    def _government(
        self, i: int, first: int, states: tuple[str, ...]
    ) -> tuple[Named | None, int]:
        piece, start = self.pieces[i], self.pieces[first].start
        end, used = piece.end, 1
        determiner = determiner_before(self.text, start)
        if not states:
            states, used, end = self._states_after(i)
        word = piece.entry.key
        if not states:
            if self.language == "en":
                follower = self._next(i, {" of the "})
                if follower is not None and follower.entry.key == "state-party":
                    return self._named(follower, MentionKind.AGENT_REFERENCE, self._party(follower),
                                       start=start), 2  # fmt: skip
            if word == "governments" and determiner not in _POINTING:
                return self._governments(piece, determiner), 1
            if determiner == "" and word == "government" and piece.entry.label == "government":
                return None, 1
            name = AgentName(
                AgentKind.GOVERNMENT, word, piece.entry.label, make_slug(piece.entry.label),
                Reach.SHORT, plural=word == "governments", determiner=determiner,
                language=self.language,
            )  # fmt: skip
            if determiner in {"his", "her", "its", "their"}:
                start -= len(determiner) + 1
            return Named(start, end, MentionKind.AGENT_REFERENCE, name, f"government:{word}"), 1
        name = AgentName(
            AgentKind.GOVERNMENT, "authorities" if word == "authorities" else "government",
            piece.entry.label, "", Reach.FULL, states, plural=len(states) > 1,
            language=self.language,
        )  # fmt: skip
        return Named(start, end, MentionKind.GOVERNMENT, name, f"government:{word}"), used

    def _governments(self, piece: Piece, determiner: str) -> Named:
        """ "Governments" of no State in particular."""
        if determiner.isdigit():
            return self._counted(piece)
        name = AgentName(AgentKind.GROUP, "governments", "Governments", "governments", Reach.FULL,
                         plural=True, language=self.language)  # fmt: skip
        return self._named(piece, MentionKind.GROUP, name)

    def _states_after(self, i: int) -> tuple[tuple[str, ...], int, int]:
        """States after "Government(s) of": codes, pieces used, end of the name."""
        piece = self.pieces[i]
        plural = piece.entry.key != "government"
        follower = self._next(i, _OF[self.language])
        j = i + 1
        end = piece.end
        if follower is None or follower.entry.kind not in (EntryKind.STATE, EntryKind.TERRITORY):
            if not (plural and self.text.startswith(_LIST_AHEAD, piece.end)):
                return (), 1, end
            colon = self.text.find(":", piece.end, piece.end + _LIST_AHEAD_CHARS)
            if colon < 0:
                return (), 1, end
            while j < len(self.pieces) and self.pieces[j].start < colon:
                j += 1
            if j >= len(self.pieces) or self.pieces[j].start - colon > 8:
                return (), 1, end
            if self.pieces[j].entry.kind is not EntryKind.STATE:
                return (), 1, end
            codes, _, _ = self._state_list(j)
            return codes, 1, end
        if not plural or piece.entry.key == "authorities":
            return (follower.entry.key,), 2, follower.end
        codes, count, end = self._state_list(j)
        return codes, count + 1, end

    def _state_list(self, j: int) -> tuple[tuple[str, ...], int, int]:
        codes = [self.pieces[j].entry.key]
        end, count = self.pieces[j].end, 1
        while True:
            following = self._next(j + count - 1, _AND)
            if following is None or following.entry.kind is not EntryKind.STATE:
                return tuple(codes), count, end
            codes.append(following.entry.key)
            end, count = following.end, count + 1

    # -- offices ---------------------------------------------------------------------------

    def _office(self, i: int, first: int, states: tuple[str, ...]) -> tuple[Named | None, int]:
        piece, start = self.pieces[i], self.pieces[first].start
        entry = piece.entry
        role = load_roles().get(entry.key)
        frame = role.frame if role else frozenset({"state"})
        code = entry.key
        label = entry.label
        title = self.text[piece.start : piece.end]
        end, used, j = piece.end, 1, i
        organ = ""
        plural = entry.kind is EntryKind.ROLES
        mandate: tuple[int, str, str] | None = None
        if "mandate" in frame:
            mandate = match_mandate(self.text, end + 1, self.language)
        holder = self._next(j, _OF[self.language])
        if not states and "state" in frame and holder and holder.entry.kind is EntryKind.STATE:
            if plural:
                states, count, end = self._state_list(j + 1)
            else:
                states, count, end = (holder.entry.key,), 1, holder.end
            j, used = j + count, used + count
        elif mandate is None and holder and not states and self._may_hold(holder, frame):
            organ, end, used, j = self._organ_key(holder.entry), holder.end, used + 1, j + 1
            if "mandate" in frame:
                mandate = match_mandate(self.text, end + 1, self.language)
            label = f"{title} of the {holder.entry.label}"
            if holder.entry.kind is not EntryKind.ORGANIZATION:
                return self._local_office(start, end, label, code), used
        accredited = False
        if states and "to" in frame:
            receiver = self._next(j, _TO[self.language])
            if receiver and receiver.entry.kind in _ORGAN_KINDS:
                organ, end, used, accredited = receiver.entry.key, receiver.end, used + 1, True
        if states and "in" in frame:
            host = self._next(j, {" in ", " in the ", " to "})
            if host and host.entry.kind is EntryKind.STATE:
                organ, end, used = f"state-{host.entry.key.lower()}", host.end, used + 1
        if mandate:
            end = mandate[0]
            while i + used < len(self.pieces) and self.pieces[i + used].start < end:
                used += 1
            key = f"office-{_CODES.get(code, code)}-{mandate[1]}"
            name = AgentName(AgentKind.OFFICE, code, f"{label} {mandate[2]}", key[:80],
                             Reach.FULL, organ=organ, plural=plural, language=self.language)  # fmt: skip
            return Named(start, end, MentionKind.OFFICE, name, f"role:{code}+mandate"), used
        if not states and not organ:
            return self._short_office(piece, role.default if role else "", plural), 1
        kind = AgentKind(role.kind) if role else AgentKind.OFFICE
        represents = bool(role and states and ("to" in frame or kind is not AgentKind.OFFICE))
        name = AgentName(kind, _head_of(code), label, "", Reach.FULL, states, represents, organ,
                         accredited, plural, determiner_before(self.text, start), role=code,
                         language=self.language)  # fmt: skip
        return Named(start, end, MentionKind.OFFICE, name, f"role:{code}"), used

    def _may_hold(self, holder: Piece, frame: frozenset[str]) -> bool:
        kind = holder.entry.kind
        if kind is EntryKind.ORGANIZATION:
            return "body" in frame
        return kind in _HOLDERS and "institution" in frame

    def _organ_key(self, entry: Entry) -> str:
        return entry.key if entry.kind is EntryKind.ORGANIZATION else ""

    def _local_office(self, start: int, end: int, label: str, code: str) -> Named:
        name = AgentName(AgentKind.OFFICE, _head_of(code), label, f"office-{make_slug(label)}",
                         Reach.LOCAL, role=code)  # fmt: skip
        return Named(start, end, MentionKind.OFFICE, name, f"role:{code}+institution")

    def _short_office(self, piece: Piece, default: str, plural: bool) -> Named | None:
        surface = self.text[piece.start : piece.end]
        determiner = determiner_before(self.text, piece.start)
        if self.language == "en" and not determiner and (surface[0].islower() or not default):
            if not self._stands_alone(piece):
                return None
        if determiner in {"a", "an", "no", "any", "each", "every"}:
            return None
        name = AgentName(
            AgentKind.OFFICE, _head_of(piece.entry.key), surface, f"office-{make_slug(surface)}",
            Reach.SHORT, plural=plural, determiner=determiner, role=default,
            language=self.language,
        )  # fmt: skip
        return Named(piece.start, piece.end, MentionKind.AGENT_REFERENCE, name, "short:role")

    def _stands_alone(self, piece: Piece) -> bool:
        """Whether a role without a determiner is a name of its own: "Minister of Justice"."""
        return piece.entry.table == "ministers"

    # -- the rest --------------------------------------------------------------------------

    def _simple(self, piece: Piece) -> Named | None:
        entry = piece.entry
        words = self.text[piece.start : piece.end]
        if entry.kind is EntryKind.OFFICE:
            name = AgentName(AgentKind.OFFICE, self._head(entry), entry.label, entry.key,
                             Reach.FULL, language=self.language)  # fmt: skip
            return self._named(piece, MentionKind.OFFICE, name)
        if entry.kind is EntryKind.ORGANIZATION:
            if entry.table == "bodies" or self._is_attribute(piece):
                return None
            name = AgentName(AgentKind.ORGANIZATION, entry.key, entry.label, entry.key, Reach.FULL)
            return self._named(piece, MentionKind.ORGANIZATION, name)
        if entry.kind is EntryKind.GROUP:
            if determiner_before(self.text, piece.start).isdigit():
                return self._counted(piece)
            name = AgentName(AgentKind.GROUP, entry.key, entry.label, entry.key, Reach.FULL,
                             plural=True)  # fmt: skip
            return self._named(piece, MentionKind.GROUP, name)
        if entry.kind is EntryKind.COUNTED:
            name = AgentName(AgentKind.GROUP, entry.key, words, f"group-{make_slug(words)}",
                             Reach.LOCAL, plural=True)  # fmt: skip
            return self._named(piece, MentionKind.GROUP, name)
        if entry.kind is EntryKind.PARTY:
            determiner = determiner_before(self.text, piece.start)
            if words[0].islower() and not determiner and entry.key not in {"counsel", "authors"}:
                if self.language == "en":
                    return None
            return self._named(piece, MentionKind.AGENT_REFERENCE, self._party(piece))
        if entry.kind is EntryKind.PERSON:
            name = AgentName(AgentKind.PERSON, "person", entry.label, f"person-{entry.key}",
                             Reach.LOCAL)  # fmt: skip
            return self._named(piece, MentionKind.PERSON, name)
        if entry.kind is EntryKind.INITIALS:
            name = AgentName(AgentKind.PERSON, "initials", entry.label, f"person-{entry.key}",
                             Reach.LOCAL)  # fmt: skip
            return self._named(piece, MentionKind.PERSON, name)
        if entry.kind is EntryKind.POST:
            name = AgentName(AgentKind.OFFICE, make_slug(words.split(" of ")[0].rpartition(" ")[2]),
                             words, f"office-{entry.key}", Reach.LOCAL)  # fmt: skip
            return self._named(piece, MentionKind.OFFICE, name)
        if entry.kind is EntryKind.BYSTANDER:
            name = AgentName(AgentKind.PERSON, entry.key, words, f"person-{entry.key}", Reach.LOCAL,
                             plural=words.endswith("s"), determiner="the")  # fmt: skip
            return self._named(piece, MentionKind.AGENT_REFERENCE, name)
        if entry.kind is EntryKind.KIN:
            owner = entry.label.partition("'")[0]
            name = AgentName(AgentKind.PERSON, entry.label.rpartition(" ")[2], entry.label,
                             f"person-{entry.key}", Reach.LOCAL, owner=owner)  # fmt: skip
            return self._named(piece, MentionKind.PERSON, name)
        if entry.kind is EntryKind.PRONOUN:
            name = AgentName(AgentKind.PERSON, entry.key, entry.key, "", Reach.SHORT,
                             plural=entry.key in {"they", "them"})  # fmt: skip
            return self._named(piece, MentionKind.AGENT_REFERENCE, name)
        if entry.kind is EntryKind.SHORT:
            if determiner_before(self.text, piece.start) not in {"the", "this", "that", "same", "said"}:
                return None
            name = AgentName(AgentKind.ORGANIZATION, entry.key, words, f"organization-{entry.key}",
                             Reach.SHORT, determiner="the")  # fmt: skip
            return self._named(piece, MentionKind.AGENT_REFERENCE, name)
        if entry.kind is EntryKind.COMMON:
            name = AgentName(AgentKind.ORGANIZATION, entry.key, words, f"organization-{entry.key}",
                             Reach.SHORT, determiner="the")  # fmt: skip
            return self._named(piece, MentionKind.AGENT_REFERENCE, name)
        if entry.kind is EntryKind.INSTITUTION:
            return self._institution(piece.start, piece.end, words, ())
        return None

    def _is_attribute(self, piece: Piece) -> bool:
        """Whether "United Nations" only says what kind of thing the next word names."""
        if piece.entry.key != "united-nations" or self.language != "en":
            return False
        after = self.text[piece.end : piece.end + 16]
        if not after.startswith(" "):
            return False
        word = after[1:].partition(" ")[0].rstrip(".,;:)")
        return word not in _AFTER_UNITED_NATIONS and bool(word) and word[0].isalpha()

    def _institution(self, start: int, end: int, label: str, states: tuple[str, ...]) -> Named:
        name = AgentName(AgentKind.ORGANIZATION, "institution", label,
                         f"organization-{make_slug(label)}", Reach.LOCAL, states)  # fmt: skip
        return Named(start, end, MentionKind.ORGANIZATION, name, "institution")

    def _counted(self, piece: Piece) -> Named:
        number = determiner_before(self.text, piece.start)
        start = piece.start - len(number) - 1
        words = self.text[start : piece.end]
        name = AgentName(AgentKind.GROUP, piece.entry.key, words, f"group-{make_slug(words)}",
                         Reach.LOCAL, plural=True)  # fmt: skip
        return Named(start, piece.end, MentionKind.GROUP, name, "counted")

    def _party(self, piece: Piece) -> AgentName:
        entry = piece.entry
        kind = AgentKind.STATE if entry.key == "state-party" else AgentKind.PERSON
        return AgentName(kind, entry.key, entry.label, f"{kind}-{entry.key}" if
                         kind is AgentKind.PERSON else entry.key, Reach.LOCAL,
                         plural=entry.label.endswith("s"), language=self.language)  # fmt: skip

    def _head(self, entry: Entry) -> str:
        return load_office_heads()[entry.key]

    def _next(self, i: int, connectors: frozenset[str] | set[str]) -> Piece | None:
        """The piece after the *i*-th when only one of *connectors* stands between."""
        if i + 1 >= len(self.pieces):
            return None
        piece, follower = self.pieces[i], self.pieces[i + 1]
        if follower.start - piece.end > 14:
            return None
        return follower if self.text[piece.end : follower.start] in connectors else None

    def _named(
        self, piece: Piece, kind: MentionKind, value: AgentName | str, start: int | None = None
    ) -> Named:
        return Named(piece.start if start is None else start, piece.end, kind, value,
                     f"{piece.entry.table}:{piece.entry.key}")  # fmt: skip


def _head_of(code: str) -> str:
    """Ministers of whatever portfolio share the short form "the Minister"."""
    return "minister" if code.startswith("minister") else code
