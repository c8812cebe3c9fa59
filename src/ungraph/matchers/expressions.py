"""Words of a vocabulary → expressions for the scanner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

__all__ = ["ARABIC_LETTERS", "alternation", "alternations", "pinpoint_expressions"]

ARABIC_LETTERS = "ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام"
_SPECIAL = frozenset("\\.^$|?*+()[]{}")
_BRANCH_BYTES = 3500


def _quoted(form: str) -> str:
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in form)


def alternation(forms: Iterable[str]) -> str:
    """*forms*, the longest first; where an edge is an ASCII letter, a word ends there."""
    return "|".join(_bounded(form) for form in sorted(forms, key=lambda f: (-len(f), f)))


def alternations(forms: Iterable[str]) -> Iterator[str]:
    """*forms* in alternations short enough for every engine, all in all the longest first."""
    branch: list[str] = []
    size = 0
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        branch.append(form)
        size += len(form.encode()) + len(r"\b\b|")
        if size > _BRANCH_BYTES:
            yield alternation(branch)
            branch, size = [], 0
    if branch:
        yield alternation(branch)


def _bounded(form: str) -> str:
    start = r"\b" if form[0].isascii() and form[0].isalnum() else ""
    end = r"\b" if form[-1].isascii() and form[-1].isalnum() else ""
    return f"{start}{_quoted(form)}{end}"


def pinpoint_expressions(
    language: str, pinpoints: Mapping[str, str], ordinals_of: Mapping[str, str]
) -> list[str]:
    """Words of pinpoints with the number behind them, and those that need none; *pinpoints* are
    the words with their kind, *ordinals_of* ordinals in words that may stand for a number."""
    alone = {form: kind for form, kind in pinpoints.items() if kind in ("annex", "appendix")}
    if language == "zh":
        numeral = "(?:[0-9]+|[IVX]+|[一二三四五六七八九十]+)"
        letters = "(?:\\([0-9a-z]+\\)|[㈠-㈩])*"
        unit = "(?:段|条|章|节|款|部分)"
        letters += r"(?:(?:、|和|至|及|或)\([a-z]+\))*"
        more = rf"(?:(?:、|和|至|-|及|或)(?:第 ?)?{numeral}{letters})*"
        every = rf"(?:(?:、|和|至|及|或)第 ?{numeral}{letters} ?{unit})*"
        return [
            rf"(?:序言部分|执行部分|序言)?第 ?{numeral}{letters}{more} ?{unit}(?:\(.\)项|{letters}){every}",
            rf"(?:{alternation(alone)})[一二三四五六七八九十]{{1,2}}",
            "(?:脚注|注) ?[0-9]+",
            r"第?[IVX]*\.?[A-Z] ?节",
            alternation(alone),
        ]
    notes = {form for form, kind in pinpoints.items() if kind == "note"}
    numbered = alternation(form for form in pinpoints if form not in alone and form not in notes)
    numeral = r"(?:[0-9]+|[IVXLC]+\b|[A-Z]\b)"
    ordinals = []
    if language == "ru":
        numeral = r"(?:[0-9]+|[IVXLC]+\b|[A-Z]\b|[АВСЕН])"
    if language == "ar":
        words = "|".join(sorted(ordinals_of, key=lambda form: (-len(form), form)))
        numeral = rf"(?:[0-9]+|(?:{words})(?: ?- ?(?:{ARABIC_LETTERS}))?|{ARABIC_LETTERS})"
        ordinals = [rf"(?:{alternation(alone)}) (?:{words})"]
    if language == "es":
        words = "|".join(sorted(ordinals_of, key=lambda form: (-len(form), form)))
        paragraphs = (form for form, kind in pinpoints.items() if kind == "paragraph")
        ordinals = [rf"(?:{alternation(paragraphs)}) (?:{words})"]
    unnumbered = [
        form for form, kind in pinpoints.items() if kind in ("preambular", "part") and " " in form
    ]
    return [
        rf"(?:{numbered}) ?{numeral}",
        *([rf"(?:{alternation(notes)}) ?[0-9]+"] if notes else ()),  # not "notes S/2017/507"
        *ordinals,
        alternation(alone),
        *map(_quoted, unnumbered),
    ]
