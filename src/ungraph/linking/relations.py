"""The words that govern a citation → its relation, in the six languages (``citation_relations``).

The nearest governing words before it in the sentence count. Words in a quoted title, in closed
brackets or in the pinpoint govern nothing; nouns and prepositions ("implementation of", "under")
govern what stands close behind them, verbs at the head of a sentence all that follows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ungraph.model.closed_lists import Relation
from ungraph.resources import load_table

__all__ = ["Governing", "find_lead", "find_relation", "goes_on"]

_MOST_CHARS = 400
_LEAD_CHARS = 48
_AFTER_CHARS = 120
_LIST_GAP = 60
_NOUN_CHARS = 48
_MARK = r"(?:\[\[fn:\d+\]\]|[⁰¹²³⁴-⁹])*"
# The mark first and what stands before it after that, so that few places are looked at twice.
_STOP = re.compile(
    r"[\n;؛。；.!?](?:(?<=[\n;؛。；])"
    r"|(?<!\bM.)(?<!\bM[rs].)(?<!\bMme.)(?<!\bMrs.)(?<!\bDr.)(?<!\bSr.)(?<!\bг.)"
    rf"{_MARK} (?=[A-ZА-ЯÀ-Ý\"(«“\u0600-\u06ff])| (?=\d{{1,3}} [A-ZА-ЯÀ-Ý]))"
)
_FULL_STOP = re.compile(r"[.!?](?:(?<=\d.)|(?<=[^\W\d_]{6}.)) ")
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|«[^»\n]*»|”[^“\n]*“")
_OPENED = re.compile(r"[\"“«]")
_BRACKETS = re.compile(r"\([^()\n]*\)")
_REQUESTED = re.compile(
    r"(?:request|invit|call|urg|ask)(?:ed|s|ing)? |prié|demand[eé]|pidió|solicit|просил|طلب|请"
)
_THAT = re.compile(r"(?:,? [^,.;]{0,24})?(?: that| que| qu'|, что| أن| بأن)(?!\w)")
_IN_ITS = re.compile(
    r"\b[Ii]n(?: paragraphs? [^,]{1,20})? +(?:of )?(?:its|the) $|\b(?:[Dd]ans|[Ee]n) (?:sa|su|la) $"
)
_CONTRACTED = {
    "es": ((" de", " del"), (" a", " al")),
    "fr": ((" de", " du"), (" de", " des"), (" de", " d'"), (" à", " au"), (" à", " aux")),
}
_REACH = {
    Relation.IMPLEMENTS: 90,
    Relation.PURSUANT_TO: 130,
    Relation.AMENDS: 90,
    Relation.ADOPTS: 90,
    Relation.DECIDES_IN: 60,
    Relation.REQUESTED_IN: 60,
    Relation.CITES: 40,
}
_PLAIN_REACH = 60
_INCLUDING = re.compile(
    r"[,،，] ?(?:including|notably|in particular|especially|y compris|notamment|en particulier|dont"
    r"|incluid|en particular|в том числе|включая|в частности|بما في|ولا سيما|包括|特别是)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[\W\d_]*(?:[^\W\d_]{1,4}\))?[\W\d_]*\Z")
_OF_OBJECT = frozenset(
    {Relation.WELCOMES, Relation.ENDORSES, Relation.ADOPTS, Relation.TAKES_NOTE_OF}
)
_HAN_NOUNS = frozenset({Relation.IMPLEMENTS, Relation.AMENDS, Relation.ADOPTS, Relation.ENDORSES})
# A Chinese verb behind the number: "第76/246号决议第一节核准的", "第2510号决议要求".
_HAN_AFTER = re.compile(
    r"[^，。；]{0,3}(?:和第[^，。；]{1,14})?(?:决议|决定)(?:第[^，。；段节]{1,8}[段节])?"
    r"(?:(?P<decides>核准|核可|批准|设立|所设|确定)|(?P<requests>要求|请求))"
)
_OF_THINGS = frozenset({Relation.TAKES_NOTE_OF, Relation.WELCOMES, Relation.REAFFIRMS})


class Governing(NamedTuple):
    """A relation, its words, and the words between them and the citation."""

    relation: Relation
    cue: str
    gap: str = ""


@cache
def _cues(language: str) -> tuple[re.Pattern[str], Mapping[str, Relation]]:
    rows = [row for row in load_table("citation_relations") if row["language"] == language]
    forms = {
        row["form"].lower(): Relation(row["relation"]) for row in rows if row["relation"] != "via"
    }
    for form, relation in tuple(forms.items()):
        for written, contracted in _CONTRACTED.get(language, ()):
            if form.endswith(written):
                forms.setdefault(form.removesuffix(written) + contracted, relation)
    listed = "|".join(
        _bounded(form, language) for form in sorted(forms, key=lambda f: (-len(f), f))
    )
    edge = "" if language in ("zh", "ar") else r"\b"
    initials = {cased for form in forms for cased in (form[0], form[0].upper())}
    begins = f"(?=[{re.escape(''.join(sorted(initials)))}])"
    return re.compile(f"{edge}{begins}(?:{listed})", re.IGNORECASE), forms


def _bounded(form: str, language: str) -> str:
    """*form* with the end of a word behind it, where it is not glued to the next one."""
    glued = language == "zh" or form.endswith("'") or (language == "ar" and form[-2:-1] == " ")
    return re.escape(form) + ("" if glued else r"(?!\w)")


@cache
def _via(language: str) -> re.Pattern[str]:
    """Words that let a citation be the place of what is spoken of: "contained in"."""
    rows = load_table("citation_relations")
    forms = [r["form"] for r in rows if r["language"] == language and r["relation"] == "via"]
    listed = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    return re.compile(listed or "(?!)", re.IGNORECASE)


def find_relation(
    text: str, start: int, end: int, language: str, pinned: tuple[int, int] | None = None,
    *, holds: bool = False,
) -> tuple[Relation, str]:  # fmt: skip
    """Relation and its words for the citation at ``[start, end)`` of *text* (the view).

    "In its resolution 2005/74 the Commission requested" is ``requested-in``, with the verb after
    it. *pinned* is the place of the pinpoint, whose words govern nothing. *holds* is true for a
    document that is what it holds: "takes note of the decision contained in CD/1".
    """
    language = language if _has_rows(language) else "en"
    clause = _clause(text, start, pinned)
    found = _nearest(clause, language)
    relation, cue, gap = found
    after = text[end : end + _AFTER_CHARS]
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop else after
    if relation in (Relation.CITES, Relation.RECALLS) and _IN_ITS.search(clause):
        verb = _REQUESTED.search(after)
        if verb and verb.start() < 70 and "," not in after[: verb.start()].replace(", ", "", 1):
            return Relation.REQUESTED_IN, verb[0].strip()
    if relation in _OF_OBJECT and not holds and _via(language).search(gap):
        return Relation.CITES, ""
    if language == "zh" and relation is Relation.CITES and not cue:
        return _verb_behind(after)
    if relation is Relation.PURSUANT_TO and _speaks_of_rights(clause, cue, gap, language):
        return Relation.CITES, ""
    return relation, cue


def _verb_behind(after: str) -> tuple[Relation, str]:
    found = _HAN_AFTER.match(after)
    if found is None:
        return Relation.CITES, ""
    decides = found["decides"]
    return (Relation.DECIDES_IN, decides) if decides else (Relation.REQUESTED_IN, found["requests"])


def _speaks_of_rights(clause: str, cue: str, gap: str, language: str) -> bool:
    """Whether a noun of the ``cites`` rows stands a few words before its preposition: "right to
    life under", as "rights under"."""
    words = clause[: len(clause) - len(gap) - len(cue)]
    found = _nouns_before(language, cue.lower()).search(words[-_NOUN_CHARS:])
    return found is not None


@cache
def _nouns_before(language: str, preposition: str) -> re.Pattern[str]:
    rows = load_table("citation_relations")
    forms = [r["form"] for r in rows if r["language"] == language and r["relation"] == "cites"]
    nouns = [f.removesuffix(f" {preposition}") for f in forms if f.endswith(f" {preposition}")]
    listed = "|".join(re.escape(noun) for noun in sorted(nouns)) or "(?!)"
    return re.compile(rf"\b(?:{listed}) (?:of|to|not to) [^,;]{{1,32}} ?\Z", re.IGNORECASE)


def find_lead(text: str, begin: int, start: int, language: str) -> tuple[Relation, str]:
    """Relation of the words that open the part of *text* at *begin*, for a citation at *start* far
    behind them in the same sentence: "Recalling its resolutions …, as well as its resolution 60/1"."""
    language = language if _has_rows(language) else "en"
    found = _cues(language)[0].search(text, begin, min(start, begin + _LEAD_CHARS))
    if found is None or _is_inside(text[begin : found.start()], found.start() - begin):
        return Relation.CITES, ""
    if _STOP.search(text, found.end(), start) or _FULL_STOP.search(text[found.end() : start]):
        return Relation.CITES, ""
    relation = _cues(language)[1].get(found[0].lower(), Relation.CITES)
    lasting = relation in (Relation.RECALLS, Relation.REAFFIRMS)
    return (relation, found[0]) if lasting else (Relation.CITES, "")


def _clause(text: str, start: int, pinned: tuple[int, int] | None) -> str:
    """The words before *start* in its sentence, with blanks for those that govern nothing."""
    begin = max(0, start - _MOST_CHARS)
    window = text[begin:start]
    if pinned is not None and begin <= pinned[0] < pinned[1] <= start:
        first, last = pinned[0] - begin, pinned[1] - begin
        if window[first:last].count("\n") == 0:
            window = window[:first] + _blank(window[first:last]) + window[last:]
    stops = sorted(found.end() for stop in (_STOP, _FULL_STOP) for found in stop.finditer(window))
    clause = window[stops[-1] :] if stops else window
    clause = _QUOTED.sub(lambda quoted: _blank(quoted[0]), clause)
    opened = [quote.end() for quote in _OPENED.finditer(clause)]
    if opened:
        clause = clause[opened[-1] :]
    return _BRACKETS.sub(lambda bracket: _blank(bracket[0]), clause)


def _blank(words: str) -> str:
    return " " * len(words)


def _nearest(clause: str, language: str) -> Governing:
    pattern, forms = _cues(language)
    best = Governing(Relation.CITES, "")
    for found in pattern.finditer(clause):
        relation = forms.get(found[0].lower(), Relation.CITES)
        gap = clause[found.end() :]
        far = len(gap.strip())
        if far > _REACH.get(relation, _MOST_CHARS) or (
            relation in _REACH and far > _PLAIN_REACH and _breaks_off(gap)
        ):
            continue
        if (gap[:1] == " " and gap[1:2].isdigit()) or (
            found[0][0].isupper() and _is_inside(clause, found.start())
        ):
            continue  # "note 5"; "the Guide to the Implementation of"
        if relation in _OF_THINGS and _THAT.match(gap):
            continue
        if language == "zh" and _is_han_noun(relation, found[0], gap):
            continue
        best = Governing(relation, found[0], gap)
    return best


def _is_han_noun(relation: Relation, cue: str, gap: str) -> bool:
    """Whether a Chinese verb is part of a noun: "关于成果落实工作的第2020/12号决议", "通过的"."""
    return relation in _HAN_NOUNS and ("的" in gap or cue.endswith("的"))


def _breaks_off(gap: str) -> bool:
    """Whether a comma parts a cue from a citation; not in "resolutions of the Council, including"."""
    commas = gap.count(",") + gap.count("،") + gap.count("，")
    return commas > 1 or (commas == 1 and _INCLUDING.search(gap) is None)


def _is_inside(clause: str, position: int) -> bool:
    """Whether words of the sentence stand before *position*."""
    return _NUMBERED.match(clause[:position]) is None


def goes_on(text: str, end: int, start: int) -> bool:
    """Whether a citation at *start* stands in a list with the one that ends at *end*: only a date
    and "and" fit between them, and no sentence ends there."""
    return 0 <= start - end <= _LIST_GAP and _STOP.search(text, end, start) is None


@cache
def _has_rows(language: str) -> bool:
    return any(row["language"] == language for row in load_table("citation_relations"))
