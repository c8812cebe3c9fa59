"""When an act was done and by which document: the date and the instrument of its own clause."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT, CITATION, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import clause_start
from ungraph.extractors.wording import load_word_list
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import ActType

__all__ = ["find_instrument", "find_moment", "fronted_tokens"]

_BEHIND = frozenset({"on", "in", "during", "from"})
_REASONING = frozenset({"as", "because", "since", "although", "though", "whereas"})
_THEN = frozenset("then later subsequently thereafter afterwards thereupon whereupon".split())
_OUTCOMES = frozenset(
    {ActType.DECLINE, ActType.ACCEPT, ActType.AUTHORIZE, ActType.DECIDE, ActType.RESPOND}
)
_GIVEN = frozenset("made issued given dated adopted delivered signed handed published".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten life".split())
_FRONTING = frozenset({"on", "in", "during", "from", "by", "since"})


def fronted_tokens(parsed: ParsedSentence, start: int, stop: int, code: str) -> list[int]:
    """Tokens of *code* in the phrases in front of a clause: "On 7 May 2001, the court …"."""
    depth = parsed.depth[start] if start < len(parsed) else 0
    return [i for i in range(start, stop) if parsed.codes[i] == code and parsed.depth[i] == depth]


def find_moment(draft: Draft, limit: int, verbs: frozenset[int]) -> None:
    """Set ``draft.date`` from the fronted date of the clause or the one that follows the verb."""
    parsed, group = draft.parsed, draft.group
    if DATE not in parsed.codes:
        return
    first = group.first if group is not None else draft.first
    start = clause_start(parsed, first)
    inner = draft.subject is None or draft.subject.first < start
    if draft.subject is not None and draft.subject.first < start:
        start = clause_start(parsed, draft.subject.first)  # "the Council, noting that …, decided"
    stop = first if inner or draft.subject is None else draft.subject.first
    if draft.subject is not None and parsed.word(draft.subject.first - 1) in _REASONING:
        start = max(start, draft.subject.first)  # "By letter of 3 May, he …, as he had refused"
    chosen: int | None = None
    for i in fronted_tokens(parsed, start, stop, DATE):
        listed = parsed.code(i - 1) == "c" and parsed.code(i - 2) == "#"  # "on 6 and 16 June"
        letter = parsed.word(i - 1) in {"dated", "of"} and parsed.word(i - 2) in load_word_list(
            "letter"
        )
        apart = parsed.word(i - 1) == "dated" and parsed.word(i - 2) == ","
        letter = letter or apart and load_word_list("letter").has_any(parsed.words[start:i])
        if listed or letter or i == start or parsed.word(i - 1) in _FRONTING:
            own = not letter or verbs.isdisjoint(range(start, i))
            if own and _in_front(parsed, start, i):
                chosen = i
    if chosen is None and draft.subject is not None and draft.subject.last < first:
        between = parsed.words[draft.subject.last : first]  # "The Council on 3 May 2000 sent"
        for i in range(draft.subject.last + 1, first):
            if parsed.codes[i] != DATE:
                continue
            if parsed.word(i - 1) in {"on", "in"} and i <= draft.subject.last + 2:
                chosen = i
            paper = parsed.word(i - 1) in {"of", "dated"}
            if paper and parsed.word(i - 2) in load_word_list("letter") and "," in between:
                chosen = i  # "the Office, in its decision of 18 June 2008, decided"
    if chosen is None and parsed.word(first - 1) == "without":
        # "re-entered the country on 2 August 1996 without reporting his arrival"
        for i in range(max(1, first - 9), first):
            chosen = i if parsed.codes[i] == DATE and parsed.words[i - 1] == "on" else chosen
    if chosen is None and start > 2 and _is_parted(parsed, draft):
        chosen = 1  # "On 25 July 2006, while recognizing that …, the court rejected"
    crossed = (
        chosen is not None
        and start <= chosen
        and (
            not verbs.isdisjoint(range(chosen + 1, first))
            or "r" in parsed.codes[chosen + 1 : first]
        )
    )
    content = draft.content
    end = limit
    if content is not None:
        end = min(end, parsed.at(content.start))
    if parsed.word(start) == "as" and draft.subject is not None and draft.subject.first < start + 4:
        # "As the author stated, on 3 May the court sentenced her": the court's day
        end = next((k for k in range(draft.last, end) if parsed.words[k] == ","), end)
    for i in range(draft.last, min(end, len(parsed))):
        if parsed.depth[i] > parsed.depth[draft.first]:
            continue
        if (
            parsed.codes[i] == "c"
            and parsed.code(i + 1) == "w"
            and parsed.words[i + 1].endswith("ed")
        ):
            break
        if parsed.words[i] == "to" and parsed.code(i + 1) == "w":
            if parsed.words[i + 1] not in _NUMBERS:
                break
        if parsed.words[i] in _REASONING - {"as"} and parsed.code(i + 1) != DATE:
            break  # "ordered his expulsion since, after he had left in 1987, he had returned"
        if parsed.words[i] in _GIVEN and parsed.word(i + 1) in {"by", "on", "in"}:
            break  # "refers to the remarks made by the court on 16 June": the court's date
        if parsed.words[i].endswith("ing") and parsed.word(i - 1) in {"of", "not", "for", "about"}:
            break  # "complained of not being told of the hearing on 16 June": the hearing's
        if (
            parsed.codes[i] == "r"
            or parsed.codes[i] in {";", ":"}
            or (i in verbs and i > draft.last + 3)
        ):
            break
        by_letter = parsed.word(i - 1) in {"dated", "of"} and parsed.word(i - 2) in load_word_list(
            "letter"
        )
        if by_letter and not {"by", "in", "through"} & set(parsed.words[i - 5 : i - 2]):
            by_letter = False
        apart = parsed.word(i - 1) == "dated" and parsed.word(i - 2) == ","
        if parsed.codes[i] == DATE and (by_letter or apart or parsed.word(i - 1) in _BEHIND):
            chosen = i if chosen is None or crossed else chosen
            crossed = False
            break
    if crossed and chosen is not None:
        chosen = _shared(parsed, chosen, first) or chosen
    if crossed and _is_later(parsed, draft, verbs):
        chosen = None
    reduced = group is not None and (group.voice == "participial" or group.reduced)
    if chosen is None and reduced and parsed.code(first - 1) == DATE:
        if parsed.word(first - 2) in {"of", "dated"}:
            chosen = first - 1  # "the decision of 26 September 2006 denying her a permit"
    if chosen is None or not _is_own(parsed, start, chosen):
        chosen = _date_behind(parsed, draft.last, end) or chosen
    if chosen is None:
        if draft.act_type is ActType.SCHEDULE and parsed.code(draft.last + 1) == DATE:
            draft.parts.append(parsed.span_of(draft.last, draft.last + 2))
        return
    filler = parsed.fillers[chosen]
    if filler is not None:
        draft.date, draft.until = filler.date, filler.until
        draft.date_leans_on = filler.leans_on
        if filler.until is None:
            further = _further_dates(parsed, chosen, len(parsed))
            if further and draft.date is not None:
                ordered = sorted((draft.date, *further), key=lambda date: date.earliest)
                draft.date, draft.more_dates = ordered[0], tuple(ordered[1:])
        draft.parts.append(parsed.span_of(chosen, chosen + 1))


def _shared(parsed: ParsedSentence, chosen: int, first: int) -> int | None:
    """ "which granted it on 24 July 2008 and ordered a new trial": the day of the verb before."""
    for i in range(first - 1, chosen, -1):
        if parsed.codes[i] == DATE and parsed.word(i - 1) == "on":
            return i if "r" in parsed.codes[chosen + 1 : i] else None
    return None


def _is_parted(parsed: ParsedSentence, draft: Draft) -> bool:
    """Whether "On DATE, while …," opens the sentence, and the subject stands behind the insertion."""
    subject = draft.subject
    opens = parsed.words[0] == "on" and parsed.codes[1] == DATE and parsed.words[2] == ","
    aside = opens and parsed.word(3) in {"while", "when", "although", "after", "having"}
    return aside and subject is not None and parsed.word(subject.first - 1) == ","


def _is_later(parsed: ParsedSentence, draft: Draft, verbs: frozenset[int]) -> bool:
    """ "On 3 May he applied, but the court refused", "…, which was rejected", "and was then struck
    off": what came of the act before it, on a day of its own."""
    first = draft.group.first if draft.group is not None else draft.first
    last = draft.group.last if draft.group is not None else draft.last
    before = max((k for k in verbs if k < first), default=first)
    between = range(before + 1, first)
    if "had" in parsed.words[first:last] and "had" not in parsed.words[: before + 1]:
        return True  # "On 3 May she decided not to act, as the appeal had been dismissed"
    passive = draft.group is not None and draft.group.voice == "passive"
    if any(parsed.words[k] == "but" or parsed.words[k] == "which" and passive for k in between):
        return draft.act_type in _OUTCOMES
    return not _THEN.isdisjoint(parsed.words[before + 1 : last])


def _is_own(parsed: ParsedSentence, start: int, date: int) -> bool:
    """Whether the date opens the clause ("On 3 May", "By letter of 3 May"), or stands behind it:
    that of a thing spoken of ("the decision of 3 May … was rejected") is not the verb's."""
    return parsed.code(date - 1) != "p" or parsed.word(date - 1) != "of" or date - start <= 5


def _date_behind(parsed: ParsedSentence, last: int, end: int) -> int | None:
    """ "was rejected on 16 May 2007": a date right after the verb, else None."""
    here = parsed.words[last : last + 1] == ["on"] and last + 1 < min(end, len(parsed))
    return last + 1 if here and parsed.codes[last + 1] == DATE else None


def _further_dates(parsed: ParsedSentence, chosen: int, limit: int) -> tuple[PartialDate, ...]:
    """ "on 6 and 16 June 2017", "on 3 May 2000 and on 4 July 2002": the dates beside the chosen."""
    filler = parsed.fillers[chosen]
    first = filler.date if filler is not None else None
    if first is None:
        return ()
    found: list[PartialDate] = []
    i = chosen - 1
    while i > 0 and first.day is not None and parsed.codes[i] in {"c", ",", "#"}:
        number = parsed.words[i]
        if number.isdigit() and int(number) <= 28:
            found.insert(0, PartialDate(first.year, first.month, int(number)))
        i -= 1
    found.extend(_further_years(parsed, chosen, first))
    i = chosen + 1
    while i < limit and (parsed.codes[i] in {"c", ",", DATE} or parsed.words[i] in {"on", "in"}):
        other = parsed.fillers[i]
        if other is not None and other.date is not None:
            joined = any(parsed.codes[k] == "c" for k in range(chosen + 1, i + 1))
            same_form = (other.date.day is None) == (first.day is None)
            if joined and same_form and other.until is None:
                found.append(other.date)
        i += 1
    return tuple(dict.fromkeys(date for date in found if date != first))


def _further_years(parsed: ParsedSentence, chosen: int, first: PartialDate) -> list[PartialDate]:
    """ "in Denmark in 1992 and in Sweden in 1984, 1990 and 2002": the years that follow a year."""
    years: list[PartialDate] = []
    if first.month is not None:
        return years
    for i in range(chosen + 1, len(parsed)):
        filler, word = parsed.fillers[i], parsed.words[i]
        if parsed.codes[i] == DATE and filler is not None and filler.date is not None:
            if filler.date.month is None and filler.until is None:
                years.append(filler.date)
        elif parsed.codes[i] == "#" and len(word) == 4 and word.isdigit() and word[0] in "12":
            years.append(PartialDate(int(word)))
        elif parsed.codes[i] not in {"c", ",", AGENT} and word != "in":
            break
    return years


def _in_front(parsed: ParsedSentence, start: int, date: int) -> bool:
    """Whether the phrase with the date opens the clause: only prepositions and nouns before it."""
    for i in range(start, date):
        code = parsed.codes[i]
        if code in {"x", "m", "h"}:
            return False
    return True


def find_instrument(draft: Draft, limit: int, verbs: frozenset[int], actors: Actors) -> None:
    """Set the document in which the act was done, and the agent and date it brings along."""
    parsed, group = draft.parsed, draft.group
    if CITATION not in parsed.codes:
        return
    first = group.first if group is not None else draft.first
    subject = draft.subject
    if subject is not None and subject.kind == "citation" and subject.filler is not None:
        if group is None or group.voice != "passive":
            draft.instrument = subject.filler.citation
            said = draft.instrument.date_said if draft.instrument else None
            if draft.date is None and said is not None:
                draft.date = said
            return
    if subject is not None and subject.kind == "citation" and subject.filler is not None:
        draft.target = subject.filler.citation
        return
    start = clause_start(parsed, first)
    stop = first
    for i in fronted_tokens(parsed, start, stop, CITATION):
        governor = _governor(parsed, i, start)
        if governor in {"in", "by", "of", "under", "with", "through"} and _in_front(
            parsed, start, i
        ):
            filler = parsed.fillers[i]
            citation = filler.citation if filler else None
            if citation is None or governor in {"under", "with"}:
                continue
            if draft.agents and citation.adopted_by and citation.adopted_by not in draft.agents:
                continue
            draft.instrument = citation
            draft.parts.append(parsed.span_of(i, i + 1))
            if draft.date is None and citation.date_said is not None:
                draft.date = citation.date_said
            return
    obj = draft.object
    if obj is not None and obj.kind == "citation" and obj.filler is not None:
        draft.target = obj.filler.citation


def _governor(parsed: ParsedSentence, i: int, start: int) -> str:
    for k in range(i - 1, max(start, i - 5) - 1, -1):
        if parsed.codes[k] == "p":
            if parsed.words[k] == "of" and parsed.code(k - 1) not in {"#", CITATION}:
                return ""  # "in pursuance of resolution …": not "paragraph 3 of resolution …"
            return parsed.words[k]
    return ""
