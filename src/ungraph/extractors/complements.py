"""The clause that a verb governs: "stated that …", "asked whether …"."""

from __future__ import annotations

from ungraph.extractors.parsing import ParsedSentence

__all__ = ["has_complement_that", "is_reference", "tells_when"]

_ASIDE_TOKENS = 30
_PERIODS = frozenset({"year", "years", "session", "sessions", "period", "month", "months"})


def tells_when(parsed: ParsedSentence, last: int) -> bool:
    """Whether a date or a period comes next: "submitted on 3 May", "made during the year"."""
    if parsed.code(last) == "T":
        return True
    if parsed.word(last) not in {"on", "in", "during", "at"}:
        return parsed.word(last) in {"this", "last"} and parsed.word(last + 1) in _PERIODS
    for i in range(last + 1, min(len(parsed), last + 6)):
        if parsed.codes[i] == "T" or parsed.words[i] in _PERIODS:
            return True
        if parsed.codes[i] not in {"w", "d", "#", "W", "A"}:
            return False
    return False


def _past_aside(parsed: ParsedSentence, last: int) -> int:
    """ "has ascertained, as it is required to do under article 22, that": behind the insertion."""
    if parsed.word(last) != "," or parsed.word(last + 1) not in {"as", "in", "on", "with"}:
        return last
    for i in range(last + 2, min(len(parsed) - 1, last + _ASIDE_TOKENS)):
        if parsed.words[i] == "," and parsed.words[i + 1] == "that":
            return i + 1
    return last


def is_reference(parsed: ParsedSentence, verb: int) -> bool:
    """ "communication No. 41/1996, Silva v. Utopia, Views adopted on": a source is cited."""
    near = parsed.words[max(0, verb - _ASIDE_TOKENS) : verb]
    return (
        parsed.depth[verb] > 0
        or "v" in near
        or "v." in near
        or "views" in near[-3:]
        and bool({"no", "nos"} & set(near))
    )


def _opens_clause(parsed: ParsedSentence, comma: int) -> bool:
    """Whether an agent that acts comes next, not one within an insertion that closes."""
    agent = comma + 1 + (parsed.code(comma + 1) == "d")
    return parsed.code(agent) == "A" and parsed.code(agent + 1) in {"w", "x", "v"}


def has_complement_that(
    parsed: ParsedSentence, last: int, reach: int = 14, nouns: int = 3
) -> int | None:
    """Index of the complementizer "that" governed by a verb ending before *last*, else None.

    At most *nouns* plain words may stand between: "announced in the media that".
    """
    depth = parsed.depth[min(last, len(parsed) - 1)]
    plain = 0
    last = _past_aside(parsed, last)
    for i in range(last, min(len(parsed), last + reach)):
        if parsed.depth[i] > depth:
            continue
        word, code = parsed.words[i], parsed.codes[i]
        if word == "that":
            pointing = (
                i == last
                and parsed.code(i + 1) == "w"
                and (
                    parsed.code(i + 2) in {".", ",", ";", ""}
                    or parsed.words[i + 2 : i + 4] == ["to", "be"]
                )
            )
            pointing = pointing or parsed.word(i + 1) == "of"
            of_all = parsed.words[i - 3 : i] == ["first", "of", "all"]
            return None if pointing or parsed.code(i - 1) in {"p", "d"} and not of_all else i
        if code in {";", ".", "r"}:
            return (
                i if code == "r" and word in {"whether", "how", "why"} and i <= last + 1 else None
            )
        if code in {":", '"'} and i <= last + 1:
            return None if parsed.word(i + 1) == "with" else i  # "noted "with alarm the …"
        if code == "," and i > last and _opens_clause(parsed, i):
            return None  # "article 6 considered alone, the State party argues that"
        if code == "x" or code == "m":
            return None
        plain += code == "w"
        if plain > nouns:
            return None
    return None
