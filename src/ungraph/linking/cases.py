"""Communications to treaty bodies: whether a document is one, and against which State.

The State is told by "State party: X", "violations … by X", "X has violated" or "entered into force
for X" near the beginning; a State merely named (a country of origin) is not taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from ungraph.linking.agentkeys import describe_local
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.names import AgentName, Reach
from ungraph.matchers.states import load_states
from ungraph.model.assertion import Agent
from ungraph.model.document import Document
from ungraph.model.mention import Mention, MentionKind

__all__ = ["COMPLAINING", "find_case_state", "find_complaining", "find_party_name", "is_case"]

COMPLAINING = frozenset("author authors complainant complainants petitioner petitioners".split())
_FEWEST_MENTIONS = 5
_NEAR_BEGINNING_CHARS = 12_000
_BEFORE_CHARS = 400
_AFTER_CHARS = 60
_AFTER_PARTY_CHARS = 200


def is_case(document: Document, names: Iterable[AgentName]) -> bool:
    """Whether *document* deals with one communication.

    The symbol says so ("CCPR/C/132/D/3105/2016"); under another symbol, or none, the parties
    must be spoken of again and again, as in the annex of an annual report.
    """
    counts = Counter(name.head for name in names)
    complaining = sum(counts[head] for head in COMPLAINING)
    if document.symbol is not None and "/D/" in document.symbol.text:
        return complaining + counts["state-party"] > 0
    return complaining >= _FEWEST_MENTIONS and counts["state-party"] >= _FEWEST_MENTIONS


@cache
def _before() -> Pattern:
    # Run on short slices only, where ``re`` is faster than a call into RE2.
    return compile_pattern(
        r"(?:State party(?: concerned)?:\s*(?:the )?|[Vv]iolat\w+\b[^.;]{0,300}\bby (?:the )?"
        r"|entered into force (?:for|in respect of|in) (?:the )?|State party, (?:the )?)$",
        engine="re",
    )


@cache
def _after() -> Pattern:
    return compile_pattern(
        r" (?:has |had |have )?violated\b|, (?:in its capacity )?as (?:a |the )?State party"
        r"| \(the State party\)",
        engine="re",
    )


def find_case_state(document: Document, mentions: Iterable[Mention[object]]) -> str:
    """ISO code of the State the communication is brought against, "" when it is not said."""
    text = document.text
    for mention in mentions:
        if mention.kind is not MentionKind.STATE or not isinstance(mention.value, str):
            continue
        start, end = mention.span.start, mention.span.end
        if start > _NEAR_BEGINNING_CHARS:
            break
        if load_states()[mention.value].status == "territory":
            continue
        before = text[max(0, start - _BEFORE_CHARS) : start].replace("\n", " ")
        after = text[end : end + _AFTER_CHARS].replace("\n", " ")
        if _before().search(before) or _after().match(after):
            return mention.value
    return ""


@cache
def _own_name() -> Pattern:
    # Run on short slices only, where ``re`` is faster than a call into RE2.
    word = r"[^\W\d_a-z][\w'\u2019\-]*\.?"
    return compile_pattern(
        r"(?: of (?:the|this) (?:present )?communication)?(?: \([^)]{1,60}\))?,? (?:is|was) "
        rf"((?:(?:Mr|Ms|Mrs|Miss|Dr)\.? )?{word}(?: (?:(?:de|del|van|von|al|el|bin|ben|da|dos|y) )?"
        rf"{word}){{1,4}})(?=,| \(| who\b| a\b)",
        engine="re",
    )


def find_party_name(text: str, position: int) -> str | None:
    """The name after "The author …" at *position*: " of the communication is Ms. Ana Silva, a …".

    >>> find_party_name("The author is Ana María Silva, a lawyer.", 10)
    'Ana María Silva'
    """
    found = _own_name().match(text[position : position + _AFTER_PARTY_CHARS].replace("\n", " "))
    return found.group(1) if found else None


def find_complaining(names: list[AgentName], slug: str) -> Agent | None:
    """The single author, complainant or petitioner that the document speaks of anywhere."""
    told = {n.key: n for n in names if n.head in COMPLAINING and n.reach is Reach.LOCAL}
    alone = len(told) == 1 and not any(n.plural for n in told.values())
    return describe_local(next(iter(told.values())), slug) if alone else None
