"""Which of the six official languages a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from ungraph.resources import load_table

__all__ = ["READ_LANGUAGES", "detect_language", "has_common_words"]

READ_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")

_SAMPLE_CHARS = 4_000
_WORDS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARABIC = re.compile("[\u0621-\u06ff]")
_HAN = re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")
_KANA = re.compile("[\u3041-\u30ff]")
_MARKED = re.compile("[^\x00-\x7f]")
_BEYOND_LATIN = re.compile("[^\x00-\u024f\u1e00-\u206f]")
_FEW_WORDS = 60
_MIN_COMMON_SHARE = 0.02
_SCRIPT_CHARS = 1_500
_MIN_SHARE = 0.08
_LETTER_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class _Profile:
    language: str
    is_read: bool
    words: frozenset[str]
    letters: frozenset[str]


@cache
def _load_profiles() -> tuple[_Profile, ...]:
    return tuple(
        _Profile(
            row["language"],
            row["read"] == "yes",
            frozenset(row["words"].split()),
            frozenset(row["letters"]),
        )
        for row in load_table("languages")
    )


_BY_SCRIPT = {
    "latin": ("en", "fr", "es", "de", "pt", "it", "nl", "pl", "sv", "tr", "ro", "id", "sw", "vi"),
    "cyrillic": ("ru", "uk", "bg", "sr"),
    "arabic": ("ar", "fa", "ur"),
}


def detect_language(view_text: str) -> str:
    """The BCP 47 tag of the language of *view_text* ("en", "fr", "es", "ru", "ar", "zh").

    "und" for a language that ungraph does not read, or when there are too few words to tell.
    Told from the script and from common words; the same text always gives the same answer. The
    middle of a long text counts rather than its head: title pages mix languages.

    >>> detect_language("Resolution adopted by the General Assembly on the report of the Committee")
    'en'
    >>> detect_language("Der Rat hat die Frage auf der Tagesordnung und ist mit dem Bericht")
    'und'
    """
    start = max(0, min(len(view_text) // 4, (len(view_text) - _SAMPLE_CHARS) // 2))
    sample = view_text[start : start + _SAMPLE_CHARS]
    script = _script_of(sample[:_SCRIPT_CHARS])
    if script == "han":
        return "zh"
    if not script:
        return "und"
    words: Counter[str] = Counter(_WORDS.findall(sample.lower()))
    total = sum(words.values())
    if not total:
        return "und"
    has_marks = not sample.isascii()
    letters = Counter(_MARKED.findall(sample)) if has_marks else Counter()
    best, best_score = "und", 0.0
    for profile in _load_profiles():
        if profile.language not in _BY_SCRIPT[script]:
            continue
        score = sum(map(words.__getitem__, words.keys() & profile.words)) / total
        if profile.letters and has_marks:
            score += _LETTER_WEIGHT * sum(letters[char] for char in profile.letters) / len(sample)
        if score > best_score:
            best, best_score = (profile.language if profile.is_read else "und"), score
    if best_score >= _MIN_SHARE or (best_score and total <= _FEW_WORDS):
        return best
    return {"cyrillic": "ru", "arabic": "ar"}.get(script, "und") if total <= _FEW_WORDS else "und"


def has_common_words(text: str, language: str) -> bool:
    """Whether *text* holds the common words (of Chinese, the characters) of *language*.

    Evidence that bytes were decoded as they were meant: the script alone is none.
    """
    profile = next(p for p in _load_profiles() if p.language == language)
    sample = text[:_SAMPLE_CHARS]
    if not profile.words:
        counts = Counter(sample)
        common = sum(counts[char] for char in profile.letters)
        return common >= _MIN_COMMON_SHARE * len(sample)
    words = _WORDS.findall(sample.lower())
    return sum(word in profile.words for word in words) >= _MIN_SHARE * max(len(words), 1)


def _script_of(sample: str) -> str:
    """ "latin", "cyrillic", "arabic", "han", or "" when none (of ours) prevails."""
    if sample.isascii() or len(_BEYOND_LATIN.findall(sample)) * 10 < len(sample):
        return "latin" if _LATIN.search(sample) else ""
    counts = {
        "latin": len(_LATIN.findall(sample)),
        "cyrillic": len(_CYRILLIC.findall(sample)),
        "arabic": len(_ARABIC.findall(sample)),
        "han": 2 * len(_HAN.findall(sample)),
    }
    letters = sum(map(str.isalpha, sample))
    script = max(counts, key=lambda name: counts[name])
    if not counts[script] or 3 * counts[script] < letters:
        return ""
    if 20 * len(_KANA.findall(sample)) > counts["han"]:
        return "" if script == "han" else script
    return script
