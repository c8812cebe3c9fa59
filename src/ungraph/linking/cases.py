"""Communications to treaty bodies: whether a document is one, and against which State.

The State is told by "State party: X", by "violations … by X", or by "X has violated" near the
beginning; a State merely named (a country of origin) is not taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.names import AgentName
from ungraph.matchers.states import load_states
from ungraph.model.document import Document
from ungraph.model.mention import Mention, MentionKind

__all__ = ["find_case_state", "is_case"]

_CASE_HEADS = frozenset(
    "state-party author authors complainant complainants petitioner petitioners".split()
)
_FEWEST_MENTIONS = 2
_NEAR_BEGINNING_CHARS = 12_000
_BEFORE_CHARS = 400


def is_case(names: Iterable[AgentName]) -> bool:
    """Whether *names* hold the parties of a communication more than once."""
    return sum(1 for name in names if name.head in _CASE_HEADS) >= _FEWEST_MENTIONS


@cache
def _before() -> Pattern:
    # Run on short slices only, where ``re`` is faster than a call into RE2.
    return compile_pattern(
        r"(?:State party( concerned)?:\s*(the )?|[Vv]iolat\w+\b[^.;]{0,300}\bby (the )?"
        r"|against (the )?|State party, (the )?|[Vv]\. (the )?)$",
        engine="re",
    )


@cache
def _after() -> Pattern:
    return compile_pattern(
        r",? ?(?:\(?the State party|has violated|violated|had violated|acceded to the Optional|"
        r"ratified the Optional|on \d)|,? in (?:its|their) capacity as State party",
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
        before = " ".join(text[max(0, start - _BEFORE_CHARS) : start].split(" ")).replace("\n", " ")
        if _is_victim_phrase(before) or _after().match(text[end : end + 60].replace("\n", " ")):
            return mention.value
    return ""


def _is_victim_phrase(before: str) -> bool:
    found = _before().search(before)
    if not found:
        return False
    words = found.group() or ""
    # "a complaint against France" names a court case unless a violation is spoken of.
    return not words.startswith("against") or "violat" in before[-200:]
