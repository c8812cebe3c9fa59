"""Whether a noun speaks of a rule and no event: "only upon the invitation of the Government"."""

from __future__ import annotations

from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.slots import clause_start
from ungraph.model.assertion import ActType

__all__ = ["is_term"]

_LEAVING_OPEN = frozenset({"can", "may", "should", "shall", "must", "could", "might", "cannot"})
_CONDITION = frozenset(
    "contingent required necessary needed subject mandatory conditional dependent essential "
    "indispensable obligatory compulsory".split()
)
_NEEDING = frozenset(
    "require requires required requiring needs need needing without contingent subject dependent "
    "pending await awaits awaiting seek seeks seeking sought obtain obtaining".split()
)
_BY_CONSENT = frozenset({ActType.ACCEPT, ActType.AGREE, ActType.AUTHORIZE, ActType.ADOPT})
_REACH = 9


def is_term(parsed: ParsedSentence, act_type: ActType, head: int, limit: int) -> bool:
    """ "can only be undertaken upon the invitation of", "acceptance by the expert is contingent"."""
    if act_type is ActType.INVITE:
        start = clause_start(parsed, head)
        return any(
            parsed.codes[i] == "m" and parsed.words[i] in _LEAVING_OPEN for i in range(start, head)
        )
    if act_type not in _BY_CONSENT:
        return False
    if not _NEEDING.isdisjoint(parsed.words[max(0, head - 5) : head]):
        return True
    for i in range(head + 1, min(limit, head + _REACH)):
        if parsed.codes[i] in {"x", "m"}:
            return parsed.codes[i] == "m" or not _CONDITION.isdisjoint(parsed.words[i : i + 4])
    return False
