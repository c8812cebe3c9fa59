"""A numbered act → its organ: from the words beside it, around it, and the number itself.

In this order: the organ named next to the number; for "its resolution" the organ named right
after, the one before in the sentence, the organ of the document; the same number with its organ
elsewhere in the document; the form of the number; the organ of the document. A choice that the
number or the date rules out is passed over; what stays doubtful stays open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from ungraph.identifiers.bodies import load_bodies
from ungraph.identifiers.resolution import ActKind, ActNumber, NumberForm, mint_act_symbol
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.linking.cited_reports import CitedReports
from ungraph.linking.organs import OrganContext, adopter_above
from ungraph.linking.other_numbers import tell_adopter, tell_organization
from ungraph.linking.plausibility import fits, turn_around, year_of_resolution
from ungraph.linking.series import ALONE, BY_FORM, FORMS_OF, HEAD_ORGANS
from ungraph.matchers.values import ActReference, OrganName
from ungraph.model.document import Document, Status
from ungraph.model.link import Candidate
from ungraph.model.mention import Mention

__all__ = ["Decision", "NumberContext"]

_COUNCILS = frozenset({"ecosoc", "chr", "subcom"})
_FORMS_WITH_NOTES = frozenset({NumberForm.SESSION, NumberForm.YEARLY, NumberForm.SPECIAL})
_SIGHT_CHARS = 1200
_FIRST_SURE_NUMBER = 200
_FIRST_SURE_OF_ASSEMBLY = 150


@dataclass(frozen=True, slots=True)
class Decision:
    """The symbol chosen and why; without one, the candidates."""

    symbol: DocumentSymbol | None
    reason: str
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()
    organ: str | None = None


class NumberContext:
    """What one document knows about the organs of its numbers."""

    def __init__(
        self, document: Document, organs: OrganContext, mentions: Collection[Mention[object]]
    ) -> None:
        self.organs = organs
        self._runs_backward = document.language == "ar"
        self._reports = CitedReports(document, mentions)
        self.own = adopter_above(organs.own)
        self._named: dict[tuple[ActKind, str], set[str]] = {}
        for mention in mentions:
            value = mention.value
            if isinstance(value, ActReference) and value.organ and value.number:
                slug = self._slug(value.organ, mention)
                if slug and (
                    slug not in FORMS_OF or mint_act_symbol(slug, value.act, value.number)
                ):
                    self._named.setdefault((value.act, _plain(value.number)), set()).add(slug)

    def decide(self, mention: Mention[ActReference]) -> Decision:
        """The organ of one numbered act, as a symbol with the reason."""
        decision = self._decide(mention)
        number = mention.value.number
        if decision.symbol is not None or number is None:
            return decision
        if self._runs_backward and (turned := turn_around(number)) is not None:
            found = self._decide(replace(mention, value=replace(mention.value, number=turned)))
            if found.symbol is not None:
                reason = f"{found.reason}; the number is printed from the other side"
                return replace(found, reason=reason, status=Status.INFERRED, confidence=0.6)
        if number.number < 100:
            return decision
        if 1945 <= number.number <= 2100:
            return decision
        for shorter in (number.number // 10, number.number // 100):
            if shorter and not number.letter and number.form in _FORMS_WITH_NOTES:
                cut = replace(mention.value, number=replace(number, number=shorter))
                found = self._decide(replace(mention, value=cut))
                if found.symbol is not None:
                    reason = f"{found.reason}; the last digits are the mark of a note"
                    return replace(found, reason=reason, status=Status.INFERRED, confidence=0.6)
        return decision

    def _decide(self, mention: Mention[ActReference]) -> Decision:
        reference = mention.value
        number = reference.number
        if number is None:
            return Decision(None, tell_adopter(reference.written))
        if number.form is NumberForm.BARE:
            return self._decide_bare(mention)
        if reference.alone:
            return self._decide_alone(reference)
        organ = reference.organ
        if organ is not None and organ.other is not None:
            return Decision(None, tell_organization(organ.other))
        if organ is not None and organ.slug is not None:
            symbol = mint_act_symbol(organ.slug, reference.act, number)
            if symbol is not None and (organ.slug == "sc" or self._fits(organ.slug, reference)):
                reason = f"organ named {_WHERE[reference.organ_how]} the number"
                return Decision(symbol, reason, organ=organ.slug)
            if organ.slug not in FORMS_OF and number.form is not NumberForm.DATED:
                return Decision(None, f"the {_label(organ.slug)} has no series of symbols for it")
        if other := self._adopter_without_series(mention):
            return Decision(None, f"the {_label(other)} has no series of symbols for it")
        for dated in (True, False):
            if not dated and not self._may_misdate(reference):
                break
            for slug, reason, confidence in self._iter_choices(mention, dated=dated):
                if slug not in FORMS_OF:
                    continue
                symbol = mint_act_symbol(slug, reference.act, number)
                if symbol is not None and self._fits(slug, reference, dated=dated):
                    shown = confidence if dated else round(confidence * 0.8, 2)
                    words = reason if dated else f"{reason}; the date said does not fit"
                    return Decision(symbol, words, Status.INFERRED, shown, organ=slug)
        return self._open(reference)

    def _adopter_without_series(self, mention: Mention[ActReference]) -> str:
        """The organ of a number without organ beside it, where it numbers its acts like others but
        has no symbols for them: in a text of its own, or named so elsewhere in the document."""
        reference = mention.value
        if reference.organ is not None or reference.number is None:
            return ""
        if reference.possessive and not reference.nearby:
            speaker = self.organs.speaker(mention.span.start)
            if speaker and adopter_above(speaker) != speaker:
                return speaker
        if self.own and self._fits(self.own, reference):
            return ""
        known = self._named.get((reference.act, _plain(reference.number)), set())
        (only,) = known if len(known) == 1 else ("",)
        return only if only and only not in FORMS_OF else ""

    def _decide_alone(self, reference: ActReference) -> Decision:
        """A number without head noun: only where one organ alone fits form, number and date."""
        number = reference.number
        assert number is not None
        fitting = [slug for slug in ALONE[number.form] if self._fits(slug, reference)]
        if len(fitting) > 1 and self.own in fitting:
            fitting = [self.own]
        symbol = mint_act_symbol(fitting[0], reference.act, number) if len(fitting) == 1 else None
        if symbol is None:
            return Decision(None, "a number without a head noun")
        reason = f"no head noun: the number and date fit the {_label(fitting[0])} alone"
        return Decision(symbol, reason, Status.INFERRED, 0.8, organ=fitting[0])

    def _may_misdate(self, reference: ActReference) -> bool:
        """Whether the organ is told so well that a date which does not fit is the text's slip."""
        if reference.date is None or reference.number is None:
            return False
        if reference.number.form is NumberForm.ROMAN:
            return False
        named = reference.organ is not None and reference.organ.slug is not None
        return named or (reference.possessive and not reference.nearby)

    def _decide_bare(self, mention: Mention[ActReference]) -> Decision:
        """A number alone is the Security Council's, if it is named and the year can be told."""
        reference = mention.value
        number = reference.number
        assert number is not None
        slug = self._slug(reference.organ, mention) if reference.organ else None
        own = self.own == "sc" and reference.organ is None
        own = own and (reference.possessive or number.number >= _FIRST_SURE_NUMBER)
        if reference.act is not ActKind.RESOLUTION or not (slug == "sc" or own):
            return Decision(None, "a number without session or year")
        year = reference.date.year if reference.date else year_of_resolution(number.number)
        if year is None:
            return Decision(None, "the year of this resolution of the Security Council is unknown")
        symbol = DocumentSymbol(f"S/RES/{number.number}({year})")
        why = "the date said" if reference.date else "the numbers of that year"
        return Decision(symbol, f"the year from {why}", Status.INFERRED, 0.9, organ="sc")

    def _fits(self, slug: str, reference: ActReference, *, dated: bool = True) -> bool:
        assert reference.number is not None
        return fits(slug, reference.act, reference.number, reference.date if dated else None)

    def _slug(self, name: OrganName, mention: Mention[object]) -> str | None:
        return self.organs.resolve(name, mention.span.start).slug

    def _iter_choices(
        self, mention: Mention[ActReference], *, dated: bool
    ) -> Iterator[tuple[str, str, float]]:
        """(organ, reason, confidence), the best first."""
        reference = mention.value
        number = reference.number
        assert number is not None
        if reference.organ is not None:
            yield from self._iter_named(reference.organ, mention)
        elif reference.possessive:
            if reference.subject is not None and (slug := self._slug(reference.subject, mention)):
                yield slug, "its: the organ named after the number", 0.95
            for name in reference.nearby[:1]:
                if slug := self._slug(name, mention):
                    yield slug, f"its: {_label(slug)}, the organ named before in the sentence", 0.9
            speaker = self.organs.speaker(mention.span.start)
            if speaker and speaker != self.own:
                yield speaker, f"its: in a text of the {_label(speaker)}", 0.9
            if self.own:
                yield self.own, f"its: the document is one of the {_label(self.own)}", 0.9
        elif reference.relative and reference.subject is not None:
            if slug := self._slug(reference.subject, mention):
                yield slug, f"the {_label(slug)} did in it what the words behind say", 0.9
        elif self._is_of_another(reference, mention):
            return
        report = self._reports.before(mention.span.start) if reference.organ is None else ""
        if report:
            yield report, "in the report of that organ cited just before", 0.85
            return
        known = self._named.get((reference.act, _plain(number)), set())
        if len(known) == 1:
            (slug,) = known
            yield slug, f"the document says it elsewhere with {_label(slug)}", 0.9
        named = reference.organ
        dated_form = number.form is NumberForm.DATED
        if named is not None and named.head not in ("", "council") and not dated_form:
            return
        fitting = [s for s in BY_FORM[number.form] if self._fits(s, reference, dated=dated)]
        if self.own in fitting:
            told = 0.85 if reference.date is not None else 0.7
            yield self.own, f"no organ named: the document is one of the {_label(self.own)}", told
        for name in reference.nearby:
            if slug := self._slug(name, mention):
                yield slug, f"{_label(slug)}, named before in the sentence", 0.8
        if number.form is NumberForm.DATED and fitting:
            yield "sc", "the form of the number: year in brackets", 0.95
        if not dated and number.form is not NumberForm.ROMAN:
            return  # form alone, against the date, tells nothing
        told_by_date = dated and reference.date is not None
        if len(fitting) == 1 and (told_by_date or self._is_in_sight(fitting[0], mention)):
            yield fitting[0], f"the form of the number fits the {_label(fitting[0])} alone", 0.8
        elif number.form is NumberForm.ROMAN and "ga" in fitting and self.own not in _COUNCILS:
            yield "ga", "no organ named: the usual one for such a number", 0.7
        elif fitting and number.form is NumberForm.SESSION and reference.date is None:
            if self.own != "hrc" and int(number.session or "0") > 30:
                yield "ga", "no organ named: the usual one for such a number", 0.7

    def decide_as(self, mention: Mention[ActReference], organ: str) -> Decision | None:
        """The number as one of *organ*, as the others of its list are; None if it cannot be."""
        reference = mention.value
        number = reference.number
        if number is None or not self._fits(organ, reference, dated=False):
            return None
        symbol = mint_act_symbol(organ, reference.act, number)
        reason = f"the others of the list are of the {_label(organ)}"
        if symbol is None:
            return None
        return Decision(symbol, reason, Status.INFERRED, 0.8, organ=organ)

    def _is_of_another(self, reference: ActReference, mention: Mention[object]) -> bool:
        """Whether the organ named last in the sentence has no series of symbols for its acts."""
        if not reference.nearby:
            return False
        last = reference.nearby[0]
        if self.own and self._fits(self.own, reference):
            return False
        number = reference.number
        if number is not None and number.form is NumberForm.DATED:
            return False
        if number is not None and number.form is NumberForm.SESSION and last.other is None:
            # Only the General Assembly adopts so many resolutions at a session.
            if reference.act is ActKind.RESOLUTION and number.number >= _FIRST_SURE_OF_ASSEMBLY:
                return False
        return last.other is not None or self._slug(last, mention) not in FORMS_OF

    def _is_in_sight(self, slug: str, mention: Mention[object]) -> bool:
        """Whether the document is of that organ or named it not far before."""
        if slug in (self.own, "ga", "sc") or (slug == "ecosoc" and self.own == "ga"):
            return True
        return self.organs.is_named_before(slug, mention.span.start, _SIGHT_CHARS)

    def _iter_named(
        self, name: OrganName, mention: Mention[ActReference]
    ) -> Iterator[tuple[str, str, float]]:
        if name.slug is None:
            found = self.organs.resolve(name, mention.span.start)
            if found.slug:
                yield found.slug, f"the {name.head}: {found.reason}", 0.95
            for slug in HEAD_ORGANS.get(name.head, ()):
                yield slug, f"the {name.head} whose numbers look so: {_label(slug)}", 0.85
        for other in mention.value.nearby:
            if nearby := self._slug(other, mention):
                yield nearby, f"{_label(nearby)}, named before in the sentence", 0.8

    def _open(self, reference: ActReference) -> Decision:
        number = reference.number
        assert number is not None
        candidates = []
        if reference.organ is None or reference.organ.other is None:
            for slug in BY_FORM[number.form]:
                symbol = mint_act_symbol(slug, reference.act, number)
                if symbol is not None and self._fits(slug, reference):
                    reason = f"the number could be one of the {_label(slug)}"
                    candidates.append(Candidate(symbol, 0.4, reason))
        return Decision(None, "the organ cannot be told", candidates=tuple(candidates))


_WHERE = {"before": "before", "between": "beside", "after": "after", "": "with"}


def _label(slug: str) -> str:
    return load_bodies()[slug].label


def _plain(number: ActNumber) -> str:
    return str(number).partition(" ")[0] if "/" in str(number) else str(number)
