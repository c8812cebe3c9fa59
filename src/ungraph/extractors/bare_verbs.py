"""A verb without auxiliary → verb group: "requested", "submitted by", "requesting", "requests".

Whether the word is a verb here, and in which voice, is told by what stands beside it. A noun ("his
request"), an adjective ("the proposed budget") and a bare infinitive give None.
"""

from __future__ import annotations

from dataclasses import dataclass

from ungraph.extractors.complements import has_complement_that, tells_when
from ungraph.extractors.parsing import AGENT, CITATION, ParsedSentence
from ungraph.extractors.roles import is_role
from ungraph.extractors.slots import clause_start, noun_before
from ungraph.extractors.verb_places import (
    follows_did,
    is_helped,
    is_nor_was,
    is_only_verb,
    is_relative,
    is_several,
    load_things,
)
from ungraph.extractors.wording import load_word_list
from ungraph.matchers.cues import Cue
from ungraph.model.assertion import ActType

__all__ = ["VerbGroup", "read_bare_verb"]

_AFTER = frozenset({"after", "upon"})
_DONE = frozenset(
    {
        ActType.ACCEPT,
        ActType.ADOPT,
        ActType.DECIDE,
        ActType.DECLINE,
        ActType.REQUEST,
        ActType.SUBMIT,
    }
)
_OBJECT_PRONOUNS = frozenset("him them us himself herself itself themselves".split())
_BE = frozenset("am is are was were be been being".split())
_ASKING = frozenset(
    {ActType.REQUEST, ActType.INVITE, ActType.URGE, ActType.AUTHORIZE, ActType.ESTABLISH}
)
_POINTING = frozenset({"below", "above", "hereafter", "herein"})
_TRIED = frozenset({"found", "sentenced", "convicted", "acquitted", "fined", "charged"})
_OBJECTS = frozenset({"d", AGENT, "h", CITATION, "#", '"'})
_PLEADING = frozenset({"alleging", "arguing", "asserting", "claiming", "contending", "maintaining"})
_TO_DO = frozenset({"agrees", "decides", "declines", "refuses", "resolves", "undertakes"})
_ADJECTIVES = frozenset({"alleged", "reported", "accused", "convicted", "proposed", "repeated"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb in its sentence: token *first* of the group, *head* of the cue, *last* (exclusive)."""

    first: int
    head: int
    last: int
    voice: str  # active, passive, participial, lead
    negated: bool = False
    modal: str | None = None
    reduced: bool = False


def read_bare_verb(parsed: ParsedSentence, cue: Cue, head: int, last: int) -> VerbGroup | None:
    """The group of a verb that no auxiliary or modal governs, None where it is no verb."""
    if "ing" in cue.forms:
        return _read_participial(parsed, cue, head, last)
    if "past" in cue.forms or "participle" in cue.forms:
        return _read_past(parsed, cue, head, last)
    return _read_present(parsed, cue, head, last)


def _skip_back(parsed: ParsedSentence, j: int, depth: int) -> int:
    while j >= 0 and (parsed.depth[j] > depth or parsed.codes[j] in {"v", ")", '"'}):
        j -= 1
    if parsed.code(j) == "#" and parsed.code(j - 1) == ",":
        j -= 1  # the mark of a note: "on torture,5 presented to the Council"
    return j


def _read_participial(parsed: ParsedSentence, cue: Cue, head: int, last: int) -> VerbGroup | None:
    j = _skip_back(parsed, head - 1, parsed.depth[head])
    code = parsed.code(j)
    if j < 0:
        if parsed.codes[head] != "W":
            return None
        led = parsed.sentence.block.part_type in {"preambular", "operative"}
        return VerbGroup(head, head, last, "lead" if led else "participial")
    if parsed.word(j) == "without":
        return VerbGroup(head, head, last, "participial", True)
    says = cue.row.frame == "say" and has_complement_that(parsed, last) is not None
    if says and parsed.word(j) in {"by", "while", "and"}:
        return VerbGroup(head, head, last, "participial")
    speaking = (
        parsed.word(j) in load_word_list("writing").words
        and has_complement_that(parsed, last) is not None
    )
    if says and code in {"w", "W"} and parsed.words[head] in _PLEADING:
        filed = load_word_list("lodged").has_any(parsed.words[max(0, j - 7) : j])
        speaking = speaking or filed  # "an appeal to the city claiming that"
    asking = code in {"w", "W"} and cue.row.act_type in _ASKING
    stating = cue.row.act_type in {ActType.STATE, ActType.CONDEMN} and cue.row.after is None
    speaking = speaking or stating and parsed.word(j) in load_things()
    unreal = "m" in parsed.codes[clause_start(parsed, head) : head]
    if unreal and code in {"w", "W", AGENT}:
        return None  # "may send letters requesting States to act"
    if code in {",", "(", CITATION, AGENT, "T"} or asking or speaking:
        left_undone = code == "," and "without" in parsed.words[max(0, head - 16) : head - 1]
        again = left_undone and "and" in parsed.words[max(0, head - 9) : head]
        return VerbGroup(head, head, last, "participial", again)
    said = cue.row.act_type is ActType.STATE and (j == 0 or parsed.word(j) in _AFTER)
    if (said or cue.row.act_type in _DONE) and not {"m", "n"} & set(parsed.codes):
        ruled = cue.row.act_type in {ActType.DECLINE, ActType.DECIDE}
        opening = j == 0 and code == "p"  # "In submitting his report, he recalls"
        if opening or parsed.word(j) in _AFTER or ruled and parsed.word(j) in {"by", "for"}:
            return VerbGroup(head, head, last, "participial")
    return None


def _read_past(parsed: ParsedSentence, cue: Cue, head: int, last: int) -> VerbGroup | None:
    depth = parsed.depth[head]
    j = _skip_back(parsed, head - 1, depth)
    code, word = parsed.code(j), parsed.word(j)
    after = parsed.code(last)
    if "past" not in cue.forms:  # "given", "taken" without auxiliary
        return (
            VerbGroup(head, head, last, "passive", reduced=True) if _has_by(parsed, last) else None
        )
    if "participle" not in cue.forms:
        return VerbGroup(head, head, last, "active")
    noun = noun_before(parsed, head)
    if noun is not None and is_nor_was(parsed, noun.first - 1):
        return VerbGroup(head, head, last, "passive", True)
    passive = _passive_before(parsed, j) if code in {"c", ","} else None
    near = parsed.codes[max(0, passive - 3) : passive + 2] if passive is not None else []
    unreal = passive is not None and "m" in parsed.codes[max(0, passive - 7) : passive + 2]
    if unreal and (cue.row.after is None or "n" not in near):
        if after not in {"d", "A", "#", "h", "R", '"'}:
            return None  # "should be heard and granted"
    if "base" in cue.forms and code in {"c", ","} and "m" in parsed.codes[:j]:
        return None  # "It will consider the matter and set out its conclusions"
    if word == "that" and is_relative(parsed, j) and after in {"d", "A", "h", "R", "#"}:
        return VerbGroup(head, head, last, "active")
    doing = parsed.code(last + 1) == "w" and (
        parsed.word(last + 1).endswith("ing")
        or parsed.word(last + 1) in load_word_list("letter").words
    )
    if parsed.word(last) == "by" and parsed.code(last + 1) in {"d", "A", "W", "w"} and not doing:
        return VerbGroup(head, head, last, "passive", reduced=True)
    if code in {"d", "s", "p", "#"} or word in {"as", "so", "than"}:
        return None
    if code == "h" and word in _OBJECT_PRONOUNS:
        return None
    if cue.row.frame == "say" and has_complement_that(parsed, last) is not None and code != "p":
        return VerbGroup(head, head, last, "active")
    filler = parsed.fillers[j] if j >= 0 else None
    if filler is not None and filler.possessive:
        return None
    if passive is not None and cue.row.frame in {"ask", "inform"} and parsed.word(last) == "to":
        return VerbGroup(head, head, last, "passive", "n" in near)  # "was told and asked to go"
    if after == "w" and parsed.code(last + 1) in {"x", "m"} or parsed.word(last) in _POINTING:
        return None  # "convicted persons must", "activities described below"
    adverb = parsed.code(head - 1) == "v" and parsed.word(head - 1).endswith("ly")
    if after == "w" and adverb and code not in {AGENT, "h"} and not is_role(word):
        return None  # "sexually transmitted infections"
    if after == "w" and parsed.words[head] in _ADJECTIVES and passive is None:
        if code in {",", ";"} or code == "w" and not is_role(word):
            return None  # "the issues, alleged victims", "citing alleged errors"
    if cue.row.act_type is ActType.APPOINT and parsed.word(last) == "to":
        return VerbGroup(head, head, last, "passive", reduced=True)  # "counsel appointed to act"
    if code == "w" and j == head - 1 and not is_role(word) and is_only_verb(parsed, head, last):
        return VerbGroup(head, head, last, "active")
    given = cue.row.frame == "give" and parsed.word(last) == "to"
    told = given or tells_when(parsed, last)
    if code == "," and told and parsed.code(j - 1) in {CITATION, "w", "W", ")", '"'}:
        return VerbGroup(head, head, last, "passive", reduced=True)
    named = code == "w" or (code == "W" and j == 0)
    if parsed.word(last) == "to" and named and cue.row.frame == "treat" and not is_role(word):
        return VerbGroup(head, head, last, "passive", reduced=True)  # "persons sentenced to"
    tried = parsed.words[head] in _TRIED and parsed.word(last) != "that"
    if passive is not None and tried and after not in _OBJECTS:
        return VerbGroup(head, head, last, "passive", "n" in near)  # "tried and sentenced to death"
    if after in {"d", "A", "#", "h", "R", '"'} or parsed.word(last) in {"that", "to", "not"}:
        if parsed.word(last) == "to" and code in {"w", "R"} and cue.row.frame == "give":
            return VerbGroup(head, head, last, "passive", reduced=True)
        return VerbGroup(head, head, last, "active")
    if cue.row.after is not None:
        if code == "w" and not is_role(word) and after in {"p", ".", ",", "", "v", ")"}:
            return VerbGroup(head, head, last, "passive", reduced=True)
        return VerbGroup(head, head, last, "active")
    if passive is not None:
        return VerbGroup(head, head, last, "passive", "n" in near)
    if code == "," and cue.row.act_type is ActType.SCHEDULE:
        return VerbGroup(head, head, last, "passive", reduced=True)
    if code in {"A", "h", "c", "r", ",", "W"} or word == "that":
        return VerbGroup(head, head, last, "active")
    if after in {"w", "W", "v"} and (code != "w" or is_role(word)):
        return VerbGroup(head, head, last, "active")
    return VerbGroup(head, head, last, "passive", reduced=True)


def _says_that(parsed: ParsedSentence, last: int) -> bool:
    """Whether "that" follows, past adverbs only: "reports also that", not "reports stating that"."""
    i = last
    while parsed.code(i) in {"v", ","}:
        i += 1
    return parsed.word(i) == "that"


def _passive_before(parsed: ParsedSentence, j: int) -> int | None:
    """ "was found guilty and sentenced": where the passive coordinated with has its "was"."""
    for k in range(j - 1, max(-1, j - 16), -1):
        word = parsed.words[k]
        if parsed.codes[k] in {";", "r", ":"}:
            return None
        if parsed.codes[k] == "x":
            asked = word == "be" and parsed.word(k - 1) == "to"  # "to be tolerated and encouraged"
            passive = (
                word in _BE
                and not asked
                and word != "being"
                and not parsed.word(k + 1).endswith("ing")
            )
            return k if passive else None
    return None


def _has_by(parsed: ParsedSentence, last: int) -> bool:
    return "by" in parsed.words[last : last + 6]


def _read_present(parsed: ParsedSentence, cue: Cue, head: int, last: int) -> VerbGroup | None:
    depth = parsed.depth[head]
    j = _skip_back(parsed, head - 1, depth)
    code, word = parsed.code(j), parsed.word(j)
    group = VerbGroup(head, head, last, "active")
    if j < 0 or (j == 1 and parsed.word(1) == "." and parsed.code(0) == "#"):
        if parsed.words[head] == "thanks" and parsed.word(last) == "to":
            return None  # "Thanks to their work, …"
        lead = (
            "third" in cue.forms
            and (
                cue.row.after is None
                or parsed.sentence.block.part_type in {"preambular", "operative"}
            )
            and parsed.text[:1].isupper()
            and (
                parsed.code(last) in {"d", AGENT, "W", '"', "v", CITATION, ","}
                or parsed.word(last) in {"that", "to", "with", "in"}
                or parsed.sentence.block.part_type in {"preambular", "operative"}
            )
        )
        return VerbGroup(head, head, last, "lead") if lead else None
    if parsed.word(head + 1) == "'s" or code in {"d", "s", "p", "#"}:
        return None
    if parsed.word(last) == "of" and cue.row.after is None and cue.row.frame == "treat":
        return None  # "sought before the courts repeal of the law"
    filler = parsed.fillers[j]
    if "base" in cue.forms and follows_did(parsed, j):
        return group
    if code == AGENT and filler is not None:
        if filler.possessive or ("third" not in cue.forms and not is_several(parsed, j)):
            return None  # "requested that the court grant him leave"
        if "third" not in cue.forms and is_helped(parsed, j):
            return None  # "help developing countries establish authorities"
        return group
    if code == "h" or (code == "r" and word in {"which", "who"}) or word == "that":
        return group
    if code in {"c", ","} and "third" in cue.forms:
        ahead = has_complement_that(parsed, last) is not None
        phrase = cue.row.after is not None and code == "c"
        resolved = parsed.words[head] in _TO_DO and parsed.word(last) == "to"
        said = ahead or phrase or resolved  # "Welcomes the report and decides to meet again"
        return group if said or parsed.code(last) in {"d", "A"} else None
    if code in {"T", CITATION} and "third" in cue.forms:
        stands = code == "T" or parsed.code(j - 1) != "p"
        if stands and (_says_that(parsed, last) or parsed.code(last) in {"d", AGENT}):
            return group  # "A certificate dated 3 May 2001 states that"
    if code in {"w", "W", ")"}:
        agrees = ("third" in cue.forms) != word.endswith("s")
        if agrees and _says_that(parsed, last):
            return group
        agrees = agrees or word in {"police", "people", "staff", "jury", "prosecution"}
        governed = parsed.code(j - 1) == "p"  # "refers to country reports"
        if (
            is_role(word)
            and agrees
            and not governed
            and parsed.word(last) != "no"
            and parsed.code(last) != "c"
        ):
            return group
    return None
