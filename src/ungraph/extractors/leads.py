"""Resolutions: what a paragraph does by its lead words, the organ that adopts it does.

"3. Requests the Secretary-General to report" is an act of the organ of the title page, done in
this document, in paragraph 3; the same holds for "Recalling its resolution 60/1" of the preamble.
"""

from __future__ import annotations

from ungraph.extractors.addressees import fill_addressees, is_renewed
from ungraph.extractors.drafts import Draft
from ungraph.extractors.led_tasks import find_addressee
from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.matchers.cues import Cue
from ungraph.model.assertion import ActType, AgentKey, Inference
from ungraph.model.document import Block, Document

__all__ = ["lend_organ"]

_ASKING = frozenset(
    {ActType.REQUEST, ActType.INVITE, ActType.URGE, ActType.RECOMMEND, ActType.AUTHORIZE}
)
_STOPS = frozenset(".;,:。；，：؛،")
_RESOLVING = frozenset({"preambular", "operative"})
_REASON = "the organ whose resolution this is"


def lend_organ(drafts: list[Draft], document: Document, actors: Actors) -> None:
    """Give the acts of preambular and operative paragraphs their organ, document and paragraph."""
    organ = document.masthead.organ
    if organ is None or document.symbol is None:
        return
    key = AgentKey(organ.value)
    actors.add_body(key)
    blocks = {block.fragment: block for block in document.blocks}
    for draft in drafts:
        block = _resolving(draft.parsed.sentence.block, blocks)
        if block is None or not (_is_led(draft) or is_renewed(draft)):
            continue
        draft.agents = (key,)
        draft.own_document = True
        if block.part_type == "operative" and block.number:
            draft.pinpoint = f"para. {block.number}"
        draft.inferences.append(Inference("ung:agent", _REASON, 0.95, organ.spans, key))
        if _is_present(draft):
            draft.date, draft.until, draft.more_dates = None, None, ()
            begin = draft.parsed.starts[draft.first]
            draft.parts = [part for part in draft.parts if part.start >= begin]
        fill_addressees(draft, actors)
        if draft.act_type is ActType.STATE and draft.row.id == "state-note-that":
            draft.act_type = ActType.TAKE_NOTE
        draft.addressees = tuple(k for k in draft.addressees if k != key)


def draft_lead(parsed: ParsedSentence, cue: Cue, first: int, last: int, actors: Actors) -> Draft:
    """The act of a paragraph in another language: its lead words, whom they ask, the rest."""
    draft = Draft(parsed, cue.row, cue.row.act_type, first, last)
    end = len(parsed)
    while end > last and parsed.codes[end - 1] in _STOPS:
        end -= 1
    if end > last:
        draft.theme = parsed.span_of(last, end)
        draft.parts.append(draft.theme)
    if cue.row.act_type in _ASKING:
        named = find_addressee(parsed, cue.row.language, last, end)
        filler = parsed.fillers[named] if named is not None else None
        if filler is not None:
            draft.addressees = filler.keys
    return draft


def _resolving(block: Block, blocks: dict[str, Block]) -> Block | None:
    """The preambular or operative paragraph that *block* is, or stands in."""
    found: Block | None = block
    while found is not None and found.part_type not in _RESOLVING:
        found = blocks.get(found.parent) if found.parent else None
    return found


def _is_present(draft: Draft) -> bool:
    """Whether it is done by the words themselves, when the text is adopted: a date among them
    ("Recalling the opinion rendered on 9 July 2004") is that of what they speak of."""
    group = draft.group
    if group is None or group.voice == "lead":
        return True
    return group.first == group.head and draft.parsed.words[group.head].endswith("s")


def _is_led(draft: Draft) -> bool:
    if draft.row.kind == "lead":
        return True
    group = draft.group
    if group is None or group.voice == "passive":
        return False
    if group.voice == "lead":
        return True
    subject = draft.subject
    before = group.first - 1
    while before >= 0 and draft.parsed.codes[before] == "v":
        before -= 1
    finite = draft.parsed.words[group.head].endswith("s")
    if finite and draft.parsed.code(before) == "c" and draft.holder is None:
        return True  # "Decides …, and further decides …"
    if finite and draft.parsed.code(before) == "," and _is_asked_before(draft, before):
        return True  # "Urges all States, requests the Secretary-General …"
    if draft.agents:
        return False
    if subject is not None and draft.parsed.words[subject.first] == "it":
        return True  # "its resolutions in which it called upon"
    return finite and draft.holder is None and (subject is None or subject.first <= 2)


def _is_asked_before(draft: Draft, comma: int) -> bool:
    """Whether the supposed subject stands right before the comma, behind the first lead verb."""
    parsed, subject = draft.parsed, draft.subject
    opened = next((i for i in range(min(4, len(parsed))) if parsed.codes[i] in {"w", "W"}), None)
    finite = opened is not None and parsed.words[opened].endswith("s")
    if subject is None or opened is None or not finite or subject.first <= opened:
        return False
    return subject.last == comma and "," not in parsed.codes[opened : subject.first]
