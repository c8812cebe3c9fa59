"""What stands left of a verb: auxiliaries, modals, negation, verbs of control ("was unable to")."""

from __future__ import annotations

from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.wording import load_word_list

__all__ = ["is_control", "scan_left"]


def scan_left(parsed: ParsedSentence, head: int) -> tuple[int, list[str], bool, str | None] | None:
    """First token of the group, its auxiliaries, polarity, modal; None for an infinitive."""
    aux: list[str] = []
    negated = False
    modal: str | None = None
    first = head
    j = head - 1
    depth = parsed.depth[head]
    while j >= 0 and parsed.depth[j] == depth:
        code, word = parsed.codes[j], parsed.words[j]
        if code == "x":
            aux.append(word)
            first = j
        elif code == "m":
            modal = word
            if word == "cannot":
                negated, modal = True, "can"
            first = j
        elif code == "n":
            negated = True
            first = j
        elif code == "v":
            pass
        elif word == "longer" and parsed.word(j - 1) == "no":
            negated = True
            j -= 1
        elif word == ",":
            before = _before_insertion(parsed, j)
            if before is None:
                break
            j = before
            continue
        elif word == "to":
            k = j - 1
            while parsed.code(k) in {"v", "n"} and parsed.word(k) != "yet":
                k -= 1
            control = parsed.word(k)
            if not aux and _is_caused(parsed, k):
                return j, aux, negated, modal
            if control in load_word_list("control-off").words:
                negated = True
            elif control not in load_word_list("control-on").words:
                return None  # "refused to answer" is told by "refused"
            first = j = k
        elif word == "nor":
            negated = True  # "neither accepted nor rejected"
            break
        elif word in {"started", "began", "kept"} and parsed.words[head].endswith("ing"):
            aux.append("has")
            first = j
        else:
            break
        j -= 1
    return first, aux, negated, modal


def is_control(word: str) -> bool:
    """Whether *word* governs an infinitive that is done or left undone: "wishes to", "failed to"."""
    return word in load_word_list("control-on").words or word in load_word_list("control-off").words


def _is_caused(parsed: ParsedSentence, last: int) -> bool:
    """ "led the Council to conclude": something had it done."""
    words = load_word_list("causing").words
    for k in range(last, max(-1, last - 6), -1):
        if parsed.words[k] in words:
            near = parsed.codes[max(0, k - 3) : k]
            return k < last and not {"m", "n"} & set(near) and parsed.word(k - 1) != "be"
        if parsed.codes[k] not in {"w", "W", "d", "h", "A", "s"}:
            return False
    return False


def _before_insertion(parsed: ParsedSentence, comma: int) -> int | None:
    """ "was, however, denied": the auxiliary left of an insertion that ends at *comma*."""
    for k in range(comma - 1, max(-1, comma - 7), -1):
        if parsed.words[k] == ",":
            return k - 1 if parsed.code(k - 1) in {"x", "m"} else None
    return None
