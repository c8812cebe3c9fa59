"""Whom an organ asks: the list between "Requests", "Urges", "Calls upon" and what is asked.

    Urges ALL PARTIES and ALL MEMBER STATES, as well as REGIONAL ORGANIZATIONS to ensure …
    Calls upon MEMBER STATES, which have the duty to …, and ALL ACTORS, including …, to promote
    Requests that THE SECRETARY-GENERAL report · Renews its call upon ALL STATES to provide

Members of the list are agents that are known, and groups told by their noun ("stakeholders").
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.roles import is_role
from ungraph.extractors.slots import Slot
from ungraph.extractors.themes import theme_span
from ungraph.model.assertion import ActType, AgentKey

__all__ = ["fill_addressees", "is_renewed"]

_ASKING = frozenset({ActType.REQUEST, ActType.INVITE, ActType.URGE})
_SUBJECT_REACH = 8
_REACH = 120  # tokens of a list; a longer one is no list
_GROUPS = frozenset(
    "academia actors agencies agency authorities authority bodies body chair chairs "
    "chairperson chairpersons co-chairs coalition commanders commission commissions committees "
    "communities community companies components contributors convention coordinator coordinators "
    "countries country court courts delegation department departments depositary "
    "donors employers entities entity envoy executives experts facility "
    "federations force forces forum foundations fund funds governments group groups guarantors "
    "heads industries "
    "individuals industry institute institution institutions leaders leadership lenders "
    "manufacturers mechanism mechanisms media mediators members mission missions movement "
    "movements network networks observers office officers offices official officials operations "
    "organ organization organizations organisations organs owners panel parliamentarians "
    "parliaments participants parties partner partners partnership people peoples persons "
    "platform players power powers presence presences president producers professionals programme "
    "programmes rapporteurs registrar registrars representative "
    "representatives scientists secretariat secretariats sector sectors side sides signatories "
    "society sponsors stakeholders state states structures task team teams territories territory "
    "tribunal tribunals troop-contributing unions unit universities users women youth "
    "procedures proponents providers volunteers economies chapters alliance federation "
    "administrations ministers subsidiary monitor panels organisation organisers hosts host "
    "judges judiciary scholars journalists board boards bank banks regulators adviser advisers "
    "advisor advisors police army".split()
)
_ASIDE = frozenset(
    "including especially particularly notably namely such in within through with on under at by "
    "as where when while which who whose upon if for together inter taking bearing consistent "
    "without during acting before after pursuant of from since depending subject".split()
)
_AND = frozenset({"and", "or", "and/or"})
_EXAMPLES = frozenset({"including", "especially", "particularly"})
_RESUMING = frozenset({"other", "relevant", "interested", "all"})
_ITS = frozenset({"to", "upon", "on"})
_ASKED = frozenset({"request", "requests", "call", "calls", "appeal", "appeals", "invitation"})
_RENEWING = ("reiterat", "renew", "repeat", "reaffirm")
_ASKS = frozenset("requests invites urges encourages calls welcomes recommends".split())


def fill_addressees(draft: Draft, actors: Actors) -> None:
    """Set the addressees of a request that opens a paragraph, and where its theme begins."""
    parsed = draft.parsed
    first = _after_cue(draft)
    if first is None:
        return
    if parsed.word(first) == "that":
        keys = _clause_subject(parsed, first + 1, actors)
        draft.addressees = keys or draft.addressees
        return
    end = _list_end(parsed, first)
    if end is None:
        return
    keys = ()
    for start, stop in _members(parsed, first, end):
        keys += tuple(k for k in _named(parsed, start, stop, actors) if k not in keys)
    if keys:
        draft.addressees = keys
        _begin_theme(draft, end)


def is_renewed(draft: Draft) -> bool:
    """Whether the draft is the request in "Reiterates its request to", at the head of a sentence."""
    parsed = draft.parsed
    if draft.row.kind != "noun" or draft.act_type not in _ASKING or draft.first > 6:
        return False
    before = parsed.words[max(0, draft.first - 2) : draft.last]
    return "its" in before and any(word.startswith(_RENEWING) for word in parsed.words[:4])


def _after_cue(draft: Draft) -> int | None:
    """The token after "Requests", "Calls upon", "Reiterates its request to"; None for no asking."""
    parsed, first = draft.parsed, draft.last
    if draft.act_type in _ASKING and draft.group is not None:
        while parsed.code(first) == "v":
            first += 1
        return first + 1 if parsed.word(first) in {"upon", "on"} else first
    if draft.act_type is not ActType.RECALL and draft.row.kind != "noun":
        return None
    for i in range(max(0, draft.first), min(len(parsed), draft.last + 5)):
        if parsed.words[i] in _ASKED and parsed.word(i + 1) in _ITS | {"once", "again"}:
            i += 1
            while parsed.code(i) == "v" or parsed.word(i) in {"once", "again"}:
                i += 1
            return i + 1
    return None


def _begin_theme(draft: Draft, end: int) -> None:
    parsed, theme = draft.parsed, draft.theme
    if parsed.word(end) == ":":
        end += 1
    if theme is None or theme.end <= parsed.starts[min(end, len(parsed) - 1)]:
        return
    span = theme_span(parsed, end, parsed.at(theme.end - 1) + 1)
    if span is not None:
        draft.parts = [span if part == theme else part for part in draft.parts]
        draft.theme = span


def _list_end(parsed: ParsedSentence, first: int) -> int | None:
    """Where what is asked begins: "to" and a verb, or a colon; None when nothing is asked so."""
    depth = parsed.depth[first] if first < len(parsed) else 0
    relative = False
    for i in range(first, min(len(parsed), first + _REACH)):
        if parsed.depth[i] != depth:
            continue
        word = parsed.words[i]
        if word == ":" and i > first:
            return i
        if parsed.codes[i] == "r" and parsed.code(i - 1) == ",":
            relative = True  # "Member States, which have the duty to …, and"
        elif word == ",":
            relative = False
        if relative:
            continue
        if word in {";"} or parsed.codes[i] in {".", "?"} and i >= len(parsed) - 2:
            return None
        if word == "to" and i > first and _is_infinitive(parsed, i + 1):
            return i
    return None


def _is_infinitive(parsed: ParsedSentence, i: int) -> bool:
    """Whether the token at *i* can be a verb after "to", past an adverb or an insertion."""
    while parsed.code(i) in {"v", "n"}:
        i += 1
    if parsed.code(i) == ",":
        return True  # "to, inter alia, provide"
    word = parsed.word(i)
    if word.endswith("ly") and parsed.code(i + 1) in {"w", "x"}:
        return True
    if parsed.code(i) == "x":
        return word in {"be", "have", "do"}
    if parsed.code(i) != "w" or word.endswith("s") and not word.endswith(("ss", "focus")):
        return False
    # "parties to armed conflict", "subject to review", "relating to …": a noun comes after
    before = parsed.word(i - 2)
    return not (
        before in {"parties", "party", "relating", "related", "subject", "relevant"}
        and parsed.code(i + 1) in {"w", "p"}
        and parsed.word(i + 1) in {"conflict", "conflicts", "in"}
    )


def _members(parsed: ParsedSentence, first: int, end: int) -> list[tuple[int, int]]:
    """Members of the list between *first* and *end*, as tokens, without insertions.

    After a comma, "in cooperation with …" and "which …" go to the next comma; what stands behind
    "including" goes on until "and other …", "and all …".
    """
    depth = parsed.depth[first]
    found: list[tuple[int, int]] = []
    start, i = first, first
    aside = examples = False
    while i <= end:
        if i < end and (parsed.depth[i] != depth or not _parts(parsed, i)):
            i += 1
            continue
        if i > start and not aside and not examples:
            found.append((start, i))
        if i == end:
            break
        comma = joined = False
        j = i
        while j < end and (k := _parts(parsed, j)):
            comma, joined = comma or parsed.words[j] == ",", joined or parsed.words[j] != ","
            j += k
        if parsed.word(j) == "to" and j < end:
            j += 1
        if parsed.word(j) in _ASKS:
            break  # "Requests A, and invites B, to …"
        if comma or not aside:
            opens = parsed.words[j] if j < end else ""
            if opens in _EXAMPLES or opens == "in" and parsed.word(j + 1) == "particular":
                examples = True
            elif examples and comma and joined and _resumes(parsed, i, j):
                examples = aside = False
            else:
                aside = comma and not joined and (opens in _ASIDE or parsed.code(j) == "r")
                aside = aside or comma and not joined and _is_apposition(parsed, j, end)
        start = i = j
    return found


def _resumes(parsed: ParsedSentence, i: int, j: int) -> bool:
    """Whether the list goes on after examples: ", and other …", ", as well as …"."""
    if "well" in parsed.words[i:j]:
        return True
    return parsed.codes[j] == "d" and parsed.words[j] != "the" or parsed.words[j] in _RESUMING


def _parts(parsed: ParsedSentence, i: int) -> int:
    """How many tokens part two members of a list at *i*: "," "and" "as well as"; 0 for none."""
    if parsed.words[i : i + 3] == ["as", "well", "as"]:
        return 3
    return 1 if parsed.words[i] == "," or parsed.words[i] in _AND else 0


def _is_apposition(parsed: ParsedSentence, i: int, end: int) -> bool:
    """ "Israel, the occupying Power, to comply": one more name, and no "and" after it."""
    if i >= end or parsed.words[i] != "the":
        return False
    return not any(_parts(parsed, k) for k in range(i, end - 1))


def _named(parsed: ParsedSentence, first: int, end: int, actors: Actors) -> tuple[AgentKey, ...]:
    """The agent that the phrase from *first* to *end* names, if any."""
    depth = parsed.depth[first] if first < len(parsed) else 0
    while first < end and (
        parsed.codes[first] in {"d", "v", "#"}
        or parsed.words[first] in {"both", "relevant", "other", "of"}
    ):
        first += 1
    stop = first
    while stop < end and parsed.depth[stop] == depth:
        if parsed.codes[stop] not in {"w", "W", AGENT, "#", "s", "'", "d"}:
            break
        filler = parsed.fillers[stop]
        following = parsed.code(stop + 1) if stop + 1 < end else ""
        stop += 1
        if filler is not None and filler.code == AGENT and following not in {"w", "W", "s", "'"}:
            break
        if parsed.words[stop - 1] in _GROUPS and following in {"w"} and not _noun(parsed, stop):
            break
    if stop <= first:
        return ()
    head = parsed.fillers[stop - 1]
    if head is not None and head.code == AGENT and (stop - 1 == first or not head.possessive):
        return head.keys
    return _group(parsed, first, stop, end, actors)


def _noun(parsed: ParsedSentence, i: int) -> bool:
    """Whether the word goes on with the name: "country teams", "task force"."""
    return parsed.words[i] in _GROUPS or parsed.words[i] in {"concerned", "involved"}


def _group(
    parsed: ParsedSentence, first: int, stop: int, end: int, actors: Actors
) -> tuple[AgentKey, ...]:
    """A group or an office told by its noun alone, with its "of …" where this is a name."""
    for i in range(stop - 1, first - 1, -1):
        filler = parsed.fillers[i]
        if parsed.words[i] in _GROUPS or is_role(parsed.words[i]):
            last = i + 1
            if parsed.word(last) == "of" and last < end:
                last = _complement(parsed, last, end)
            while first < i and parsed.codes[first] in {"d"}:
                first += 1
            return actors.named_here(parsed, Slot(first, last, "words"))
        if filler is not None and filler.code == AGENT:
            return filler.keys
    if all(parsed.codes[i] == "W" for i in range(first, stop)):
        return actors.named_here(parsed, Slot(first, stop, "words"))
    return ()


def _complement(parsed: ParsedSentence, of: int, end: int) -> int:
    """End of "of Experts", "of the Sixth Committee" after a noun, else *of*."""
    i = of + 1
    while i < end and parsed.codes[i] == "d":
        i += 1
    last = i
    while last < end and parsed.codes[last] in {"W", AGENT}:
        last += 1
    return last if last > i else of


def _clause_subject(parsed: ParsedSentence, first: int, actors: Actors) -> tuple[AgentKey, ...]:
    """Who is to act in "that the Secretary-General report", "that UNXYZ focus on"."""
    i = first
    while parsed.code(i) == "W":
        i += 1
    if i > first:
        return actors.named_here(parsed, Slot(first, i, "words"))
    return _named(parsed, first, min(len(parsed), first + _SUBJECT_REACH), actors)
