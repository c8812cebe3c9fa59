"""To whom the result of a task goes: whom the words name, or the organ that asks, in six languages.

    to submit a report TO THE SECURITY COUNCIL · to keep THE COUNCIL informed · to report to IT
    de LUI présenter un rapport · que LE presente un informe · представить СОВЕТУ БЕЗОПАСНОСТИ
    يقدم إلى المجلس تقريرا · 向安理会报告

What only a pronoun or "at its … session" tells is the organ that asks, and marked as inferred.
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.led_tasks import load_led_words
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.model.assertion import AgentKey, Inference
from ungraph.model.document import Document

__all__ = ["find_recipient"]

_NEAR_VERB = 6
_REACH = 60
_MESSAGES = frozenset(
    "report reports information update updates briefing briefings assessment assessments analysis "
    "recommendations advice details findings summary overview options proposals review".split()
)
_AND = frozenset("et y e и وأن و 并 并且 , lui le la lo ، ，".split())
_PAPERS = frozenset("résolution décision resolución decisión".split())
_ARTICLES = frozenset("un el su sus del al este dicho los le les des du ce son ses".split())
_PRONOUN = "the organ that asks, which the pronoun stands for"
_SESSION = "the organ that asks, at whose session it is due"


def find_recipient(
    document: Document, draft: Draft, first: int, stop: int, due_by: str | None
) -> tuple[AgentKey, tuple[Inference, ...], int | None] | None:
    """Recipient of the task in tokens *first* to *stop* (exclusive), why, and the token where the
    words that name it begin ("to" in English); None where nothing is to be delivered.

    *due_by* are the words of its deadline.
    """
    parsed = draft.parsed
    english = draft.row.kind != "lead"
    language = "en" if english else draft.row.language
    verb = _delivering(parsed, language, first, stop)
    if verb is None:
        return None
    organ = draft.agents[0] if len(draft.agents) == 1 else None
    told = _told(parsed, language, first, verb, stop)
    if isinstance(told, int):
        filler = parsed.fillers[told]
        assert filler is not None
        return filler.keys[0], (), told
    evidence = (document.view.to_text(parsed.span_of(first, stop)),)
    if organ is None:
        return None
    if told == "giver":
        return organ, (Inference("ung:deliverTo", _PRONOUN, 0.85, evidence, organ),), None
    if not all(key.startswith("office-") for key in draft.addressees):
        return None  # a body that is asked may have sessions of its own
    if due_by is not None and not load_led_words(language, "own-session").isdisjoint(
        due_by.lower().replace("'", " ").split()
    ):
        return organ, (Inference("ung:deliverTo", _SESSION, 0.7, evidence, organ),), None
    return None


def _delivering(parsed: ParsedSentence, language: str, first: int, stop: int) -> int | None:
    """The word that says that something is to be delivered, near the beginning of the task."""
    words = load_led_words(language, "delivering")
    if language == "zh":
        text = parsed.words_of(first, stop)
        return first if any(word in text for word in words) else None
    if language == "en":
        near = range(first, min(stop, first + _NEAR_VERB))
        return next((i for i in near if parsed.words[i] in words and _is_verb(parsed, i)), None)
    stems = tuple(words)
    for i in range(first, stop):
        later = i >= first + 2 * _NEAR_VERB
        if later and _AND.isdisjoint(parsed.words[i - 3 : i]):
            continue
        if parsed.words[i].startswith(stems) and not _is_noun(parsed, i):
            return i
    return None


def _is_noun(parsed: ParsedSentence, i: int) -> bool:
    """ "la presente resolución", "un informe", "le Rapporteur": no verb of delivering."""
    word = parsed.words[i]
    if parsed.word(i + 1) in _PAPERS or word.startswith("rapporteu"):
        return True
    return word in {"informe", "informes", "rapport", "rapports"} and (
        parsed.word(i - 1) in _ARTICLES or word.endswith("s")
    )


def _is_verb(parsed: ParsedSentence, i: int) -> bool:
    """ "to update the Council", "to prepare and submit"; not "to conduct a joint update"."""
    return parsed.word(i - 1) in {"to", "and", "or", ","} or parsed.code(i - 1) == "v"


def _told(
    parsed: ParsedSentence, language: str, first: int, verb: int, stop: int
) -> int | str | None:
    """The token of the agent that is named as recipient, "giver" for a pronoun, else None."""
    if language == "en":
        return _told_in_english(parsed, verb, stop)
    pronouns = load_led_words(language, "giver")
    if any(parsed.words[i] in pronouns for i in range(max(first, verb - 2), min(stop, verb + 3))):
        return "giver"
    if language == "es" and parsed.words[verb].endswith(("rle", "rlo", "rla", "ndole", "ndolo")):
        return "giver"
    marks = load_led_words(language, "recipient")
    for i in range(max(first + 1, verb - _NEAR_VERB), min(stop, verb + _REACH)):
        filler = parsed.fillers[i]
        if filler is None or filler.code != AGENT or not filler.keys:
            continue
        if language == "ru":
            if not marks.isdisjoint(parsed.words[i].split()) and i <= verb + _NEAR_VERB:
                return i
            continue
        before = i - 1
        while before > first and parsed.words[before] in {"la", "le", "l", "'", "el", "los", "las"}:
            before -= 1
        mark = parsed.words[before]
        if mark in marks or language == "zh" and mark.endswith(tuple(marks)):
            return i
        if language == "ar" and parsed.words[i].startswith("لل"):
            return i
    return None


def _told_in_english(parsed: ParsedSentence, verb: int, stop: int) -> int | str | None:
    if parsed.words[verb] in load_led_words("en", "telling"):
        k = verb + 1
        while k < stop and parsed.codes[k] in {"d", "v"}:
            k += 1
        if k < stop and _completes(parsed, verb, k, stop):
            filler = parsed.fillers[k]
            if filler is not None and filler.code == AGENT and filler.keys:
                return k
            if parsed.words[k] == "it":
                return "giver"
    for i in range(verb + 1, stop - 1):
        if parsed.words[i] != "to":
            continue
        k = i + 1
        while k < stop and parsed.codes[k] == "d":
            k += 1
        filler = parsed.fillers[k] if k < stop else None
        if filler is not None and filler.code == AGENT and filler.keys:
            return k
        if k < stop and parsed.words[k] == "it":
            return "giver"
    return None


def _completes(parsed: ParsedSentence, verb: int, named: int, stop: int) -> bool:
    """ "keep X informed", "provide X with": whether the verb has what makes X its recipient."""
    word = parsed.words[verb]
    behind = parsed.words[named + 1 : min(stop, named + 5)]
    if word == "keep":
        return bool({"informed", "apprised", "updated", "abreast", "advised"} & set(behind))
    if word in {"provide", "furnish", "supply"}:
        thing = parsed.words[named + 1 : min(stop, named + 10)]
        return "with" in behind and not _MESSAGES.isdisjoint(thing)
    return True
