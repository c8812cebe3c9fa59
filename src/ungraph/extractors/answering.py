"""Whether an answer is one to an earlier act: by the noun it names, or by the words they share.

"dismissed the appeal" answers an appeal, not the request before it; "refused to grant restitution"
answers who asked for restitution; "rejects the idea" answers nobody.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.parties import same_side
from ungraph.extractors.roles import is_role
from ungraph.model.assertion import ActType

__all__ = ["is_about", "is_plea_noun"]

# Words for the same thing asked: an appeal is answered as an appeal, not as a request before it.
_FAMILIES = (
    ("invit",),
    ("offer", "proposal", "propose", "suggest", "willing"),
    ("request", "ask"),
    ("appl",),
    ("petition",),
    ("appeal", "cassation"),
    ("complain", "claim", "lawsuit", "charge", "accus"),
    ("motion",),
    ("communication", "submi"),
    ("letter", "note verbale", "message", "reminder"),
    ("recommend",),
)
_PLEAS = _FAMILIES[2:8]
_PRONOUNS = frozenset({"it", "this", "that", "so"})
_ASKING = frozenset({ActType.REQUEST, ActType.URGE, ActType.INVITE, ActType.PROPOSE})
# An offer is an offer whatever words made it: "raised the possibility".
_BY_TYPE = {
    ActType.INVITE: "invit",
    ActType.PROPOSE: "offer",
    ActType.REQUEST: "request",
    ActType.RECOMMEND: "recommend",
}
_UNREAL = frozenset({"would", "could", "might", "may", "should", "can"})
_SHARED_LETTERS = 6
_QUESTIONING = ("question", "interrogat", "approach", "interview")
_BEHIND_PRONOUN = frozenset("on in at by for with as because since and but or to when".split())
_ANY_KIND = frozenset(
    "second initial further earlier previous latest repeated present subsequent various numerous "
    "several written formal official similar separate another original author author's counsel "
    "complainant petitioner applicant relevant standing following respective specific "
    "through before against without regarding concerning between".split()
)


def is_about(answer: Draft, asked: Draft, named: bool, actors: Actors) -> bool:
    """Whether *answer* is one to *asked*: by the noun it names, or by the words they share."""
    if (
        answer.act_type is ActType.SCHEDULE
        or asked.parsed is answer.parsed
        and _is_relative(answer)
    ):
        return True
    submitted = asked.act_type is ActType.SUBMIT
    if submitted and asked.modality in _UNREAL or _is_questioning(asked):
        return False
    if answer.silence and not named:
        return asked.act_type in _ASKING and same_side(answer.agents, asked.addressees, actors)
    if named:
        words = _thing_words(answer)
        families = [f for f in _FAMILIES if any(stem in words for stem in f)]
        if not families:
            return True
        if any(_BY_TYPE.get(asked.act_type) in family for family in families):
            return _is_of_kind(answer, asked, _kind_named(words, families))
        said = _asking_words(asked)
        if not _is_of_kind(answer, asked, _kind_named(words, families)):
            return False
        return any(stem in said for family in families for stem in family)
    if answer.act_type is ActType.RESPOND:
        return True
    if submitted:
        return False  # who refuses something else than "the appeal" does not answer it
    words = _thing_words(answer)
    if not words or _is_pronoun(words):
        return True
    return not _content(words).isdisjoint(_content(_asking_words(asked)))


def _is_questioning(asked: Draft) -> bool:
    """ "was questioned for nine hours", "asked him questions": nobody waits for a yes or a no."""
    cue = asked.parsed.words_of(asked.first, asked.last).lower()
    behind = asked.parsed.words[asked.last : asked.last + 4]
    return any(stem in cue for stem in _QUESTIONING) or "questions" in behind


def _is_pronoun(words: str) -> bool:
    """ "it", "that on the merits"; not "this decision"."""
    pieces = words.split()
    return pieces[0] in _PRONOUNS and (len(pieces) == 1 or pieces[1] in _BEHIND_PRONOUN)


def _is_of_kind(answer: Draft, asked: Draft, kind: str | None) -> bool:
    if kind is None:
        return True
    near = _asking_words(asked) if asked.parsed is answer.parsed else asked.parsed.text.lower()
    return kind in near


def _kind_named(words: str, families: Sequence[Sequence[str]]) -> str | None:
    """What kind of thing is answered, from the word before its noun: "his asylum request" is about
    asylum, "the constitutional complaint" constitutional; None where nothing tells."""
    pieces = re.findall(r"[^\W\d_]+(?:'s|')?", words)
    for before, noun in itertools.pairwise(pieces):
        if any(noun.startswith(stem) for family in families for stem in family):
            plain = before.endswith(("'s", "s'", "'")) or len(before) < _SHARED_LETTERS
            if plain or before in _ANY_KIND or is_role(before):
                return None
            return str(before)[:_SHARED_LETTERS]
    return None


def is_plea_noun(draft: Draft) -> bool:
    """Whether the noun of *draft* is something that is decided on: "the appeal", "his complaint"."""
    words = draft.parsed.words_of(draft.first, draft.last).lower()
    return any(stem in words for family in _PLEAS for stem in family)


def _is_relative(answer: Draft) -> bool:
    """ "requested leave, which was refused": the clause hangs on what was asked."""
    subject = answer.subject
    return subject is not None and answer.parsed.code(subject.first) == "r"


def _thing_words(answer: Draft) -> str:
    """Lower-case words of what is accepted or refused."""
    if answer.group is not None and answer.group.voice == "passive" and answer.subject is not None:
        return answer.parsed.words_of(answer.subject.first, answer.subject.last).lower()
    if answer.object_words:
        return answer.object_words
    if answer.theme is None:
        return ""
    start = answer.theme.start - answer.parsed.sentence.span.start
    return answer.parsed.text[max(0, start) : start + 60].lower()


def _asking_words(asked: Draft) -> str:
    """Lower-case words of an act that asks: its cue, what it hands in or asks for."""
    base = asked.parsed.sentence.span.start
    if asked.act_type is ActType.SUBMIT:
        cue = asked.parsed.words_of(asked.first, asked.last)
        passive = asked.group is not None and asked.group.voice == "passive"
        thing = asked.subject if passive and asked.subject else asked.object
        words = asked.parsed.words_of(thing.first, thing.last) if thing else ""
        return f"{cue} {words}".lower()
    whole = asked.evidence
    return asked.parsed.text[max(0, whole.start - base) : whole.end - base].lower()


def _content(words: str) -> set[str]:
    """The first letters of the longer words, so that "grant" and "granting" meet."""
    return {
        word[:_SHARED_LETTERS]
        for word in re.findall(r"[^\W\d_]+", words)
        if len(word) >= _SHARED_LETTERS and not is_role(word)
    }
