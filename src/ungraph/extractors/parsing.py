"""A sentence as a row of tokens in which each agent, citation and date already is one token.

Working on tokens with one-letter codes keeps the frames short: "In its resolution 2003/28, the
Commission took note" is ``p d R , A w w``. Offsets count in the view.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import methodcaller

from ungraph.identifiers.date import PartialDate
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.sentences import Sentence
from ungraph.model.assertion import AgentKey, Citation
from ungraph.model.span import Span

__all__ = ["Filler", "ParsedSentence", "parse_sentence"]

AGENT, CITATION, DATE = "A", "R", "T"
_SPAN = methodcaller("span")
_CLASSES = {
    "d": "the a an this that these those its his her their our my your some any all each "
    "every several many various other another such no certain numerous most few much little",
    "p": "of in on at by for from with without to under over into upon since during within before "
    "after between among against concerning regarding following pursuant through throughout until "
    "despite towards toward about per via including notwithstanding near as besides",
    "c": "and or but nor",
    "r": "which who whom whose where when while although though whether if why how whereby "
    "unless whereas once than because whenever",
    "x": "is are was were be been being am has have had having do does did",
    "m": "will shall may might should would could can must cannot ought",
    "n": "not never neither",
    "h": "he she it they we i you him them us there one none nobody itself himself herself themselves",
    "v": "also again further therefore thus then now nonetheless nevertheless already still only "
    "just once even always often however later subsequently accordingly yet ever too instead "
    "otherwise thereafter thereupon together first finally so duly inter alia likewise hereby "
    "above below here herein therein soon twice moreover furthermore hence both",
}


_NOT_ADVERBS = frozenset(
    "family assembly reply supply anomaly monopoly apply comply imply rely multiply "
    "early likely only daily elderly friendly costly orderly unlikely deadly".split()
)


@cache
def _word_classes() -> dict[str, str]:
    table: dict[str, str] = {}
    for code, words in _CLASSES.items():
        for word in words.split():
            table.setdefault(word, code)
    return table


@cache
def _token() -> Pattern:
    # One class per branch, so ``re`` is linear here; it is called on one sentence at a time.
    return compile_pattern(r"'s\b|\b[A-Z]\.|\w+(?:[-.]\w+)*|[^\w\s]", engine="re")


@dataclass(frozen=True, slots=True)
class Filler:
    """Something known at a place of the view: agents, a citation, or a date (with its end)."""

    start: int
    end: int
    code: str
    keys: tuple[AgentKey, ...] = ()
    citation: Citation | None = None
    date: PartialDate | None = None
    until: PartialDate | None = None
    pronoun: bool = False
    possessive: bool = False
    leans_on: Span | None = None  # the full date that gives this one its year or day
    running: bool = False  # the document's own symbol: a page header inside a sentence


@dataclass(slots=True)
class ParsedSentence:
    """Tokens of one sentence as parallel lists; *depth* counts open brackets."""

    sentence: Sentence
    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    fillers: list[Filler | None] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)
    clauses: dict[int, int] = field(default_factory=dict)  # verb → start of its clause, once found

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Index of the token at view offset *offset* (of the next one where none is there)."""
        place = bisect_left(self.ends, offset + 1)
        return min(place, len(self.words) - 1)

    def words_of(self, first: int, last: int) -> str:
        """The words of tokens *first* to *last* (exclusive), as the view has them."""
        if first >= last:
            return ""
        base = self.sentence.span.start
        return self.text[self.starts[first] - base : self.ends[last - 1] - base]

    def span_of(self, first: int, last: int) -> Span:
        """View span of tokens *first* to *last* (exclusive)."""
        return Span(self.starts[first], self.ends[last - 1])

    def code(self, index: int) -> str:
        """Code of the token, "" outside the sentence."""
        return self.codes[index] if 0 <= index < len(self.codes) else ""

    def word(self, index: int) -> str:
        """Lower-case word of the token, "" outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def _iter_tokens(text: str, base: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Start and end of each token of *text*, parted at *cuts* (sorted, counted from *base*)."""
    place = bisect_left(cuts, base + 1)
    for found in _token().finditer(text):
        start, end = found.span()
        while place < len(cuts) and cuts[place] < end + base:
            if cuts[place] > start + base:
                yield start, cuts[place] - base
                start = cuts[place] - base
            place += 1
        yield start, end


def parse_sentence(
    sentence: Sentence,
    view_text: str,
    fillers: Sequence[Filler],
    filler_starts: Sequence[int],
    cuts: Sequence[int] = (),
) -> ParsedSentence:
    """The tokens of *sentence*; *fillers* is sorted by start, free of overlaps, for the document.

    *cuts* are places inside words where a token ends all the same, sorted: in Chinese, which
    writes no blanks, the ends of what was found.
    """
    base, limit = sentence.span.start, sentence.span.end
    text = view_text[base:limit]
    tokens = _iter_tokens(text, base, cuts) if cuts else map(_SPAN, _token().finditer(text))
    spans = list(tokens)
    begins = [start for start, _ in spans]
    # Columns are built run by run between what is known: a loop over tokens costs twice the time.
    kept: list[tuple[int, int]] = []
    pairs: list[tuple[str, str]] = []
    marks: list[tuple[int, Filler]] = []
    done = 0
    for place in range(bisect_left(filler_starts, base), len(fillers)):
        filler = fillers[place]
        if filler.start >= limit:
            break
        first = bisect_left(begins, filler.start - base, done)
        if first >= len(spans) or begins[first] != filler.start - base or filler.end > limit:
            continue
        run, stop = spans[done:first], filler.end - base
        kept += run
        pairs += [_classify(text[start:end]) for start, end in run]
        if not filler.running:
            marks.append((len(kept), filler))
            kept.append((begins[first], stop))
            pairs.append((text[begins[first] : stop].lower(), filler.code))
        done = bisect_left(begins, stop, first)
    kept += spans[done:]
    pairs += [_classify(text[start:end]) for start, end in spans[done:]]
    known: list[Filler | None] = [None] * len(kept)
    for place, filler in marks:
        known[place] = filler
    words, codes = [word for word, _ in pairs], [code for _, code in pairs]
    if codes and codes[0] == "W" and words[0].endswith("ly"):
        codes[0] = "v"
    for place in range(1, len(words)) if "following" in words else ():
        if words[place] == "following" and words[place - 1] == "the" and known[place] is None:
            codes[place] = "w"
    for place in range(1, len(words)) if "may" in words else ():
        if words[place] == "may" and codes[place - 1] == "#":
            codes[place] = "W"  # "from 3 May to 5 June 2005": a month
    return ParsedSentence(
        sentence,
        text,
        [start + base for start, _ in kept],
        [end + base for _, end in kept],
        words,
        codes,
        known,
        _depths(codes),
    )


def _depths(codes: list[str]) -> list[int]:
    """How many brackets are open at each token; the brackets themselves stand outside."""
    if "(" not in codes:
        return [0] * len(codes)
    depths, depth = [], 0
    for code in codes:
        if code == ")" and depth:
            depth -= 1
        depths.append(depth)
        if code == "(":
            depth += 1
    return depths


@lru_cache(maxsize=1 << 16)
def _classify(surface: str) -> tuple[str, str]:
    """The word in lower case and its code; few words make up most of any text."""
    word = surface.lower()
    return word, _word_classes().get(word) or _shape(surface, word)


def _shape(surface: str, word: str) -> str:
    first = surface[0]
    if word == "'s" or first == "'":
        return "s"
    if first.isdigit():
        return "#"
    if not first.isalnum():
        if first == "[":
            return "("
        return ")" if first == "]" else first
    if first.isupper():
        return "W"
    return "v" if word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS else "w"
