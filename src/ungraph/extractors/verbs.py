"""Cue word → verb group: is it a verb here, in which voice, negated, under which modal.

"was therefore unable to accept" · "has never responded" · "is requesting" · "resolution 2/102
requesting". A noun ("his request"), an adjective ("the proposed budget") and a bare infinitive
("requested him to submit") give None: they say no act of that verb.
"""

from __future__ import annotations

from ungraph.extractors.auxiliaries import is_control, scan_left
from ungraph.extractors.bare_verbs import VerbGroup, read_bare_verb
from ungraph.extractors.parsing import ParsedSentence
from ungraph.matchers.cues import Cue
from ungraph.model.assertion import ActType

__all__ = ["VerbGroup", "read_verb_group"]

_BE = frozenset("am is are was were be been being".split())
_REFUSABLE = frozenset({ActType.ACCEPT, ActType.RESPOND, ActType.AGREE, ActType.AUTHORIZE})
_OPENERS = frozenset({"if", "that", "unless", "when", "whether", "which", "who", ":", ";"})
_SPOKEN = frozenset({"must", "can", "may", "shall"})
_EXPRESSIVE = frozenset({ActType.STATE, ActType.WELCOME, ActType.RECALL, ActType.CONDEMN})
_UNREAL = frozenset("will shall may might should would can must ought".split())


def read_verb_group(parsed: ParsedSentence, cue: Cue, head: int, last: int) -> VerbGroup | None:
    """The verb group of *cue* whose head is token *head* and whose words end before *last*."""
    if parsed.codes[head] == "W" and parsed.code(head - 1) in {"w", "W", "p", "d", "c", "A"}:
        return None  # "the Office for Convicted Prisoners"
    if parsed.codes[head] == "W" and parsed.words[head] == "state" and _is_counted(parsed, head):
        return None  # "one State requested"
    scan = scan_left(parsed, head)
    if scan is None:
        return None
    first, aux, negated, modal = scan
    if {"having", "being"} & set(parsed.words[first:head]) and parsed.code(first - 1) == "p":
        if parsed.word(first - 1) not in {"after", "upon"} or negated:
            return None  # "accused of having stated"
    forms = cue.forms
    if aux[-1:] == ["be"] and modal is None and not _is_ruled(parsed, first):
        return None  # "asks that he be invited"
    if modal == "could" and not negated or modal is not None and "have" in aux:
        return None  # "could visit", "could not have granted"
    if modal == "could" and "be" in aux and cue.row.act_type not in _REFUSABLE:
        return None  # "could not be held responsible"
    if modal in {"would", "should"} and "like" in parsed.words[first:head]:
        return VerbGroup(first, head, last, "active", negated)  # "would like to thank": thanks
    if modal in _SPOKEN and not aux and _speaks_itself(parsed, cue, first):
        return VerbGroup(first, head, last, "active", negated)
    if modal in {"should", "must"} and aux == ["be"] and _is_praise(cue):
        return VerbGroup(first, head, last, "passive", negated)
    if modal == "would" and not aux and not negated and _offers(parsed, cue, first):
        return VerbGroup(first, head, last, "active")
    ordered = modal == "shall" and aux[-1:] == ["be"] and _is_ruled(parsed, first)
    if modal in _UNREAL and not ordered and not _is_reminder(parsed, cue, first, modal):
        if (
            not negated
            or cue.row.act_type not in _REFUSABLE
            or modal not in {"could", "would", "can"}
        ):
            return None
    if cue.row.forms[0] == "be" or cue.row.frame in {"pending", "awaiting"}:
        return VerbGroup(first, head, last, "active", negated, modal)
    if aux:
        front = parsed.words[max(0, first - 12) : first]
        if aux == ["been"] and not {"not", "never", "nor", "only"} & set(front):
            return None  # "had his request been granted": supposed
        plain = not {"participle", "ing"} & set(forms) and "to" not in parsed.words[first:head]
        if aux == ["being"] or not _BE.isdisjoint(aux) and plain:
            return None  # "the eviction being ordered", "is welcome progress"
        if not _BE.isdisjoint(aux) and "participle" in forms:
            return VerbGroup(first, head, last, "passive", negated, modal)
        return VerbGroup(first, head, last, "active", negated, modal)
    if parsed.word(first) == "to" and not modal:
        return VerbGroup(first, head, last, "active", negated)  # "led the Council to conclude"
    if modal or negated or first < head and is_control(parsed.word(first)):
        return VerbGroup(first, head, last, "active", negated, modal)
    return read_bare_verb(parsed, cue, head, last)


def _is_counted(parsed: ParsedSentence, head: int) -> bool:
    return parsed.word(head - 1) == "one" or parsed.code(head - 1) == "#"


def _is_ruled(parsed: ParsedSentence, first: int) -> bool:
    """ "decides that the author be informed", "(b) That he be informed": done by deciding it."""
    opened = parsed.word(0) == "that" or (parsed.word(0) == "(" and parsed.word(3) == "that")
    return opened or any(w.startswith("decid") for w in parsed.words[:first])


def _is_reminder(parsed: ParsedSentence, cue: Cue, first: int, modal: str) -> bool:
    """ "It will be recalled that": said here and now, whatever the modal."""
    recalls = cue.row.act_type is ActType.RECALL
    return recalls and parsed.word(first - 1) == "it" and modal in {"will", "may", "should", "must"}


def _speaks_itself(parsed: ParsedSentence, cue: Cue, first: int) -> bool:
    """ "I must inform you", "we can confirm": said by saying so."""
    return parsed.word(first - 1) in {"i", "we"} and cue.row.act_type in _EXPRESSIVE


def _offers(parsed: ParsedSentence, cue: Cue, first: int) -> bool:
    """ "He would strongly encourage States to act": a polite way of doing so, in a main clause."""
    polite = cue.row.act_type in {ActType.URGE, ActType.RECOMMEND, ActType.WELCOME, ActType.INVITE}
    opened = not _OPENERS.isdisjoint(parsed.words[:first])
    while parsed.code(first - 1) == "v":
        first -= 1
    return polite and not opened and parsed.code(first - 1) in {"A", "h"}


def _is_praise(cue: Cue) -> bool:
    """ "The Government should be commended": commended by saying so."""
    return cue.row.act_type is ActType.WELCOME and cue.row.frame == "treat"
