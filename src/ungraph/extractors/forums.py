"""Before whom a paragraph's proceedings run, and who is on the other side of what is said there.

    The author appealed to the Court of Appeal. The appeal was dismissed.   → by that Court, to her
    The police questioned B. He stated that …                              → to the police

Only what the sentence before (or the same one) makes certain is told, as an inference with the words
it rests on; another forum in between ends it. English only, like the frames.
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.floor import PLEADING, RULING, Floor, follows, infer_slot, is_plea
from ungraph.extractors.parsing import AGENT
from ungraph.extractors.participants import Actors
from ungraph.extractors.rulings import be_ruled_on, decide_that, rule_on
from ungraph.model.assertion import ActType, AgentKey, Inference
from ungraph.model.document import Document

__all__ = ["follow_proceedings"]

_SAYING = frozenset({ActType.STATE, ActType.CONDEMN, ActType.RECALL})
_TURNING = PLEADING | _SAYING | {ActType.RESPOND}
_OWN = frozenset({"his", "her", "its", "their", "the", "that", "this", "it"})
# Verbs of telling; what a court considers or notes it tells nobody in particular.
_SPOKEN = tuple(
    "stat sa tell told claim alleg confirm den report explain testif argu indicat add submit "
    "maintain mention describ admit confess respond declar repl wrote writ assert insist reiterat "
    "complain object contend stress challeng reveal clarif recall refer warn gave point".split()
)
_PAST = frozenset("said told wrote gave made put held swore spoke".split())
_ASKED_THEN = "the day of the question, or of the reply, that it was said in"
_INTERIM = "interim measures are asked of the State party by the body that has the communication"
_PROCEEDINGS = frozenset(
    "trial proceedings hearing hearings testimony interview interviews meeting".split()
)
_QUESTIONING = frozenset({"request-interrogate", "request-question"})


def follow_proceedings(drafts: list[Draft], actors: Actors, document: Document) -> None:
    """Name who rules on what was filed, who is told it, and to whom a party speaks, where the words
    leave it to the sentence before. *drafts* are in the order of the text."""
    floor = Floor()
    for draft in drafts:
        fragment = draft.parsed.sentence.block.fragment
        if fragment != floor.fragment:
            floor = Floor(fragment)
        draft.addressees = tuple(k for k in draft.addressees if k not in draft.agents)
        _stand_for_latter(draft, floor, document)
        if draft.act_type in RULING and draft.group is not None and not draft.silence:
            decide_that(draft, actors)
            rule_on(draft, floor, document, actors)
            floor.ruling = draft
        elif draft.silence:
            _keep_waiting(draft, floor, document)
        elif draft.group is None:
            _ask_interim(draft, actors, document)
            be_ruled_on(draft, floor.ruling, document)
        elif draft.agents and not draft.addressees:
            _speak(draft, floor, document, actors)
        _note(draft, floor, actors)


def _stand_for_latter(draft: Draft, floor: Floor, document: Document) -> None:
    """ "appealed to the Regional Court. The latter upheld …, stating": that Court."""
    subject, before = draft.subject, floor.before
    floor.before = draft
    if draft.agents or subject is None or before is None:
        return
    words = draft.parsed.words[subject.first : subject.last]
    near = before.parsed is draft.parsed or follows(draft, before)
    if words[:2] != ["the", "latter"] or not near:
        return
    same = before.subject is not None and before.parsed is draft.parsed
    keys = before.agents if same and before.subject == subject else before.addressees
    infer_slot(draft, "agents", keys, "“the latter” is to whom one turned before", before, document)


def _note(draft: Draft, floor: Floor, actors: Actors) -> None:
    """Keep what the following sentences can go on from."""
    if draft.negated or draft.silence or draft.modality or draft.group is None:
        return
    if draft.act_type in PLEADING and (draft.agents or draft.addressees) and is_plea(draft):
        floor.pleas.append(draft)
    if draft.act_type in _TURNING and draft.addressees:
        for key in draft.agents:
            floor.turned_to[key] = (draft.addressees, draft)
    if draft.row.id in _QUESTIONING and draft.agents:
        for key in draft.addressees:
            floor.turned_to[key] = (draft.agents, draft)


def _keep_waiting(draft: Draft, floor: Floor, document: Document) -> None:
    """ "She wrote to the Ministry. She did not receive a reply": from the Ministry."""
    if draft.agents or not draft.addressees:
        return
    known = floor.turned_to.get(draft.addressees[0])
    if known is None or not follows(draft, known[1]):
        return
    if known[1].act_type in PLEADING:
        infer_slot(draft, "agents", known[0], "to whom the one who waits wrote", known[1], document)


def _speak(draft: Draft, floor: Floor, document: Document, actors: Actors) -> None:
    """To whom one says, asks or files what the words leave open."""
    known = floor.turned_to.get(draft.agents[0])
    said = draft.act_type in _SAYING and _is_past(draft)
    forum = _fronted_forum(draft, actors) if said else ()
    if forum:
        draft.addressees = tuple(key for key in forum if key not in draft.agents)
        return
    if known is None or draft.parsed.words[0] == "as":
        return
    keys, before = known
    same = before.parsed is draft.parsed
    if not same and any(actors.is_organ(key) for key in keys) and actors.complaining():
        return  # what parties say to a treaty body they say in every sentence
    if draft.act_type in _SAYING:
        if actors.is_ruling(draft.agents) or _is_to_treaty_body(draft):
            return
        if not draft.parsed.words[draft.group.head if draft.group else 0].startswith(_SPOKEN):
            return
        if not _is_past(draft) and not (same and _is_participle(draft)):
            return
        reason = "to whom the speaker turned right before"
    elif draft.act_type is ActType.SUBMIT and is_plea(draft):
        if draft.object_words.split(" ")[0] not in _OWN or not is_plea(before):
            return
        reason = "before whom the plea was brought"
    elif draft.act_type is ActType.REQUEST and same and before.act_type is ActType.SUBMIT:
        reason = "to whom it was filed in the same sentence"
    elif draft.act_type is ActType.REQUEST and follows(draft, before) and is_plea(before):
        obj = draft.object
        if not actors.is_ruling(keys) or (obj is not None and obj.kind == "agent"):
            return
        reason = "before whom the plea was brought"
    else:
        return
    infer_slot(draft, "addressees", keys, reason, before, document)
    answers = before.row.id in _QUESTIONING or before.row.frame == "receive"
    alone = before.date is not None and before.until is None and not before.more_dates
    if draft.date is None and answers and alone and follows(draft, before) and draft.addressees:
        # "On 3 May the police questioned him. He stated": said when he was questioned
        draft.date, draft.date_leans_on = before.date, before.date_leans_on
        words = (document.view.to_text(before.evidence),)
        draft.inferences.append(Inference("dcterms:date", _ASKED_THEN, 0.6, words))


def _ask_interim(draft: Draft, actors: Actors, document: Document) -> None:
    """ "despite the request for interim measures": by the Committee, to the State party."""
    parsed, organ = draft.parsed, document.symbol.body if document.symbol is not None else None
    asked = draft.act_type is ActType.REQUEST and not draft.agents
    if not asked or not organ or not actors.complaining() or draft.first < 1:
        return
    if "interim" not in parsed.words[draft.last - 1 : draft.last + 4]:
        return
    if "the" not in parsed.words[draft.first - 1 : draft.first + 1]:
        return
    party = [
        a.key for a in actors.known() if a.key.startswith(("state-party-", "organization-state"))
    ]
    actors.add_body(AgentKey(organ))
    words = (document.view.to_text(draft.evidence),)
    draft.agents, draft.addressees = (AgentKey(organ),), draft.addressees or tuple(party[:1])
    for name, keys in (("ung:agent", draft.agents), ("ung:addressee", draft.addressees)):
        draft.inferences += [Inference(name, _INTERIM, 0.8, words, key) for key in keys]


def _is_to_treaty_body(draft: Draft) -> bool:
    """ "claimed that his rights under the Covenant …", "that domestic remedies are exhausted"."""
    if draft.content is None:
        return False
    start = draft.parsed.sentence.span.start
    said = draft.parsed.text[draft.content.start - start : draft.content.end - start].lower()
    return any(word in said for word in ("covenant", "domestic remedies", "of the convention"))


def _is_past(draft: Draft) -> bool:
    group = draft.group
    assert group is not None
    word = draft.parsed.words[group.head]
    return group.first == group.head and (word.endswith("ed") or word in _PAST)


def _is_participle(draft: Draft) -> bool:
    return draft.group is not None and draft.group.voice == "participial"


def _fronted_forum(draft: Draft, actors: Actors) -> tuple[AgentKey, ...]:
    """ "During the trial before the District Court, the author claimed": that Court."""
    parsed = draft.parsed
    first = draft.subject.first if draft.subject is not None else draft.first
    for i in range(1, first):
        filler = parsed.fillers[i]
        if filler is None or filler.code != AGENT or parsed.codes[i + 1 : i + 2] == ["x"]:
            continue
        k = i - 1
        while k > 0 and parsed.codes[k] == "d":
            k -= 1
        near = parsed.words[max(0, k - 3) : k]
        if parsed.words[k] in {"before", "with"} and not _PROCEEDINGS.isdisjoint(near):
            return filler.keys
    return ()
