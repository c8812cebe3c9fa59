"""What a row of the lexicon asks of the sentence (column ``need``) before it says an act."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.senses import SENSES, has_word
from ungraph.extractors.slots import Slot, noun_phrase
from ungraph.matchers.cues import Cue
from ungraph.model.assertion import ActType

__all__ = ["meets_need"]

_ADOPTED = (
    "resolution",
    "decision",
    "report",
    "agenda",
    "recommendation",
    "text",
    "draft",
    "declaration",
    "convention",
    "protocol",
    "statement",
    "conclusion",
    "views",
    "budget",
    "programme of work",
    "amendment",
    "provision",
    "covenant",
    "document",
    "outcome",
    "communiqu",
    "covenant",
)
_PRESENTED = (
    "report",
    "document",
    "paper",
    "statement",
    "draft",
    "finding",
    "proposal",
    "evidence",
    "case",
    "study",
    "request",
    "amendment",
    "argument",
    "complaint",
    "petition",
    "result",
    "text",
)
_SENT = (
    "letter",
    "complaint",
    "petition",
    "application",
    "claim",
    "communication",
    "appeal",
    "report",
    "note",
    "message",
    "case",
    "request",
    "copy",
    "copies",
    "document",
    "information",
    "reminder",
    "questionnaire",
    "allegation",
    "telegram",
    "cable",
    "reply",
    "response",
    "submission",
    "invitation",
)
_LODGED = (
    "complaint",
    "appeal",
    "petition",
    "application",
    "claim",
    "protest",
    "communication",
    "suit",
    "objection",
    "request",
    "action",
    "motion",
    "report",
    "case",
    "charges",
    "draft",
    "proceeding",
    "submission",
    "brief",
    "writ",
    "notice",
    "statement",
    "documents",
    "evidence",
    "lawsuit",
    "reservation",
)
_PROVED = (
    "violation",
    "fact",
    "guilt",
    "link",
    "identity",
    "truth",
    "existence",
    "risk",
    "basis",
    "case",
    "whereabouts",
    "responsib",
    "expectation",
    "circumstance",
    "cause",
    "breach",
)
_NO_OFFER = (
    "explanation",
    "reason",
    "protection",
    "opportunit",
    "example",
    "remed",
    "no ",
    "possibilit",
)
_FOUNDED = (
    *("organ", "commission", "committee", "fund", "programme", "court", "tribunal", "council"),
    *("office", "unit", "mechanism", "body", "bodies", "group", "mission", "force", "cent"),
    *("institut", "agenc", "authorit", "ministr", "board", "panel", "network", "secretariat"),
    *("team", "department", "association", "compan", "mandate", "register", "database", "zone"),
    *("division", "chamber", "academ", "forum", "platform", "procedure", "service", "section"),
    *("system", "project", "plan", "prize", "award", "day", "year", "decade", "position", "post"),
    *(
        "university",
        "school",
        "bureau",
        "directorate",
        "polic",
        "camp",
        "hostel",
        "framework",
        "ombuds",
        "party",
        "presence",
        "branch",
    ),
)
_PENDING = ("request", "invitation", "reply", "response", "application")


def meets_need(draft: Draft, cue: Cue, that: int | None, actors: Actors) -> bool:
    """Whether the sentence bears out the row of *cue*; *that* is its complement clause."""
    need = cue.row.need
    group = draft.group
    passive = group is not None and group.voice == "passive"
    shown = draft.subject if passive else _thing(draft)
    if need in {"any", "verb"}:
        return True
    if need in SENSES:
        return SENSES[need](draft, shown, passive, actors)
    if need == "that":
        return that is not None or _is_parenthetical(draft)
    if need == "np":
        if that is not None and (not passive or draft.act_type is ActType.STATE):
            return False
        return shown is not None and (
            not passive or shown.kind != "agent" or draft.row.frame == "treat"
        )
    if need == "agentobj":
        return shown is not None and bool(actors.keys_of(draft.parsed, shown))
    if need == "agree":
        near = set(draft.parsed.words[draft.last : draft.last + 3])
        return not passive and not near.isdisjoint({"to", "that", "on", "with", "upon"})
    if need == "admit":
        return that is None and has_word(draft, shown, ("guilt", "responsib", "having", "charge"))
    if need == "ruling":
        keys = actors.keys_of(draft.parsed, draft.subject)
        return that is None and shown is not None and (passive or actors.is_ruling(keys))
    if need == "organ":
        return draft.subject is not None and draft.subject.kind in {"agent", "citation"}
    if need == "allow":
        return has_word(draft, shown, ("appeal", "application", "complaint", "motion", "petition"))
    if need == "adopt":
        return (
            has_word(draft, shown, _ADOPTED)
            or (shown is not None and shown.kind == "citation")
            or (draft.subject is not None and draft.subject.kind == "citation")
        )
    if need == "present":
        return has_word(draft, shown, _PRESENTED)
    if need == "send":
        return has_word(draft, shown, _SENT)
    if need == "founded":
        return (
            that is None
            and shown is not None
            and not draft.negated
            and (has_word(draft, shown, _FOUNDED) or shown.kind == "agent")
            and not has_word(draft, shown, _PROVED)
        )
    if need == "lodged":
        return has_word(draft, shown, _LODGED)
    if need == "offered":
        return shown is not None and not has_word(draft, shown, _NO_OFFER)
    if need == "source":
        return True
    if need == "pending":
        return has_word(draft, draft.subject, _PENDING)
    return False


def _thing(draft: Draft) -> Slot | None:
    """The direct object, past whom it is given to: "sent the Government FOUR LETTERS"."""
    first = draft.object
    if first is None or first.kind != "agent" or draft.row.frame != "give":
        return first
    second = noun_phrase(draft.parsed, first.last, len(draft.parsed))
    return second if second is not None else first


def _is_parenthetical(draft: Draft) -> bool:
    """ "As the author stated, …"."""
    if draft.subject is None or draft.group is None or draft.group.voice != "active":
        return False
    before = draft.parsed.word(draft.subject.first - 1)
    after = draft.parsed.word(draft.last)
    if before == "," and after in {",", "."} and draft.subject.last == draft.group.first:
        return draft.subject.kind == "agent" or draft.parsed.codes[draft.subject.first] == "h"
    return before == "as" and draft.subject.kind == "agent" and after in {",", ".", "in", "on", ")"}
