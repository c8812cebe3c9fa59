"""Whether a noun says an act at all: no heading, no legal claim, an answer to what was sent."""

from __future__ import annotations

from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.slots import Slot
from ungraph.model.assertion import AgentKey

__all__ = ["decides_to", "is_answer_to", "is_heading", "is_legal_claim", "is_undone", "is_wanted"]

_LEGAL_CLAIMS = frozenset(
    "refugee asylum compensation civil protection insurance land ownership damages criminal "
    "pension property wage tax territorial restitution reparation disability maintenance".split()
)
_ANSWERED = frozenset(
    "letter letters appeal appeals communication communications request requests allegations "
    "questionnaire questions inquiries".split()
)
_MADE = frozenset("filed made submitted lodged sent presented brought received".split())
_TURNED_DOWN = frozenset({"rejection", "dismissal", "denial"})
_SOME = frozenset({"the", "these", "some", "several", "many", "most"})


def is_heading(parsed: ParsedSentence, verbs: frozenset[int]) -> bool:
    """ "State party's observations and counsel's comments" at the end of a block: a heading."""
    if verbs or parsed.codes[-1] in {".", ";", ":", ","}:
        return False
    return {"x", "m"}.isdisjoint(parsed.codes)


def decides_to(
    parsed: ParsedSentence, head: int, owners: tuple[AgentKey, ...], after: Slot | None
) -> bool:
    """ "the decision of the court to release him"; not "decisions of courts gave rise to"."""
    to = after.last if after is not None and not owners else head + 1
    to = head + 1 if parsed.word(head + 1) == "to" else to
    refused = parsed.word(to + 1) in {"deny", "reject", "refuse", "dismiss", "decline"}
    return parsed.word(to) == "to" and parsed.code(to + 1) == "w" and not refused


def is_legal_claim(parsed: ParsedSentence, head: int) -> bool:
    """A claim to refugee status, for damages, a compensation claim: nothing said."""
    turned = not _TURNED_DOWN.isdisjoint(parsed.words[max(0, head - 5) : head])
    legal = parsed.word(head + 1) in {"to", "for"} or parsed.word(head - 1) in _LEGAL_CLAIMS
    return legal or turned


def is_answer_to(parsed: ParsedSentence, head: int) -> bool:
    """ "the replies to his letters", "the absence of a response to the urgent appeals"."""
    answer = parsed.words[head].startswith(("repl", "respon", "answer", "reaction"))
    if not answer or parsed.word(head + 1) != "to":
        return False
    determiner = parsed.word(head - 1)
    lacking = parsed.word(head - 2) in {"absence", "lack"} or determiner == "of"
    definite = determiner in _SOME and parsed.words[head][-1] == "s"
    return (lacking or definite) and not _ANSWERED.isdisjoint(parsed.words[head + 2 : head + 8])


def is_undone(parsed: ParsedSentence, last: int, limit: int) -> bool:
    """ "a further application for leave to appeal has not been filed": the request was not made."""
    for i in range(last, min(limit, last + 16)):
        code = parsed.codes[i]
        if code == "x":
            behind = parsed.words[i + 1 : i + 6]
            return "not" in behind[:2] and not _MADE.isdisjoint(behind)
        if code in {"m", "r", ";", ":"}:
            return False
    return False


def is_wanted(parsed: ParsedSentence, head: int) -> bool:
    """ "requested an invitation from the Government": asked for, not given."""
    return any(
        word.startswith(("request", "await", "seek", "sought", "hope"))
        for word in parsed.words[max(0, head - 5) : head]
    )
