"""From bytes to text: which encoding, and which byte each code point came from."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import accumulate

from ungraph.errors import DocumentError
from ungraph.model.document import SourceMap
from ungraph.readers.language import detect_language, has_common_words
from ungraph.readers.limits import Limits
from ungraph.readers.view import unusual_characters

__all__ = ["Decoded", "decode_text"]

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = (
    ("windows-1252", ("en", "fr", "es")),
    ("windows-1251", ("ru",)),
    ("windows-1256", ("ar",)),
    ("gb18030", ("zh",)),
)
_LINE_END = re.compile("\r\n?")
# Lone surrogates stand for broken bytes (the codec error handler "surrogateescape").
_UTF8_RUNS = re.compile(
    "(?:\r\n)+|(?:[\x00-\x0c\x0e-\x7f]|\r(?!\n))+|[\x80-\u07ff]+|[\udc80-\udcff]+"
    "|[\u0800-\udc7f\udd00-\uffff]+|[\U00010000-\U0010ffff]+"
)
_WIDE_RUNS = re.compile("(?:\r\n)+|(?:[\x00-\x0c\x0e-\uffff]|\r(?!\n))+|[\U00010000-\U0010ffff]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_BROKEN = re.compile("[\udc80-\udcff]")
_WORD_OR_MARK = re.compile(
    "[A-Za-z][\xc0-\xff]|[\xc0-\xff][A-Za-z]|[\u2018-\u201d\u2013\u2014\u2026\xa0\xab\xbb\xb0-\xba]"
)
_MAX_CONTROL_SHARE = 0.02
_MAX_BROKEN_SHARE = 0.002
_SAMPLE_CHARS = 50_000
_STEP_CHARS = 4096
_NUL = "\0"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file (no byte order mark, line ends as LF) and the way back to its bytes."""

    text: str
    encoding: str
    source_map: SourceMap
    warnings: tuple[str, ...] = ()


def decode_text(data: bytes, *, name: str = "", limits: Limits | None = None) -> Decoded:
    """The text in *data*.

    Tried in this order: a byte order mark (UTF-8, UTF-16, UTF-32), strict UTF-8, UTF-8 with few
    broken bytes (a warning; each becomes U+FFFD), then windows-1252, windows-1251, windows-1256
    and GB 18030, each only when the text then reads as a language written in it (a warning).

    Raises DocumentError when nothing is there, when a NUL says that this is no text, or when no
    encoding is plausible; LimitError when it is too long.
    """
    limits = limits or Limits()
    limits.check_bytes(len(data), name)
    mark, encoding = next((m for m in _MARKS if data.startswith(m[0])), (b"", "utf-8"))
    warnings: tuple[str, ...] = ()
    body = data[len(mark) :] if mark else data
    try:
        raw = body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise DocumentError(
                f"not {encoding} as its byte order mark says",
                where=name,
                why=f"{error.reason} at byte {error.start + len(mark)}",
                advice="Save it as UTF-8",
            ) from None
        raw, encoding, warnings = _decode_otherwise(body, name)
    warnings += _check_is_text(raw, name)
    text = _LINE_END.sub("\n", raw) if "\r" in raw else raw
    text = _BROKEN.sub("\ufffd", text) if encoding == "utf-8" and warnings else text
    limits.check_text(text, name)
    return Decoded(text, encoding, _map_source(raw, encoding, len(mark)), warnings)


def _decode_otherwise(body: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    escaped = body.decode("utf-8", "surrogateescape")
    broken = len(_BROKEN.findall(escaped))
    high = sum(1 for c in escaped[:_SAMPLE_CHARS] if c > "\x7f" and not "\udc80" <= c <= "\udcff")
    if broken <= _MAX_BROKEN_SHARE * len(escaped) and broken < high:
        warning = f"{broken} bytes are not UTF-8; each stands as U+FFFD in the text"
        return escaped, "utf-8", (warning,)
    for encoding, languages in _LEGACY:
        try:
            raw = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as(raw, encoding, languages):
            return raw, encoding, (f"not UTF-8; read as {encoding}, in which it makes sense",)
    raise DocumentError(
        "not a text in an encoding that can be told",
        where=name,
        why="it is not UTF-8, and read in older encodings it makes no sense in a language we know",
        advice="Save it as UTF-8",
    )


def _reads_as(raw: str, encoding: str, languages: tuple[str, ...]) -> bool:
    sample = raw[:_SAMPLE_CHARS]
    if _CONTROLS.search(sample):
        return False
    if encoding != "windows-1252":
        told = detect_language(sample)
        return told in languages and has_common_words(sample, told)
    high = sum(1 for c in sample if c > "\x7f")
    plausible = len(_WORD_OR_MARK.findall(sample))
    return high <= 0.2 * len(sample) and 2 * plausible >= high


def _check_is_text(raw: str, name: str) -> tuple[str, ...]:
    if not raw[:1].isalnum() and not raw.strip("\ufeff\ufffd").strip():
        raise DocumentError(
            "empty document",
            where=name,
            why="it holds no characters" if not raw else "it holds only blanks",
        )
    sample = raw[:_SAMPLE_CHARS]
    controls = 0
    if any(map(_CONTROLS.match, unusual_characters(sample))):
        controls = len(_CONTROLS.findall(sample))
    if controls > _MAX_CONTROL_SHARE * len(sample):
        raise DocumentError(
            "not a text",
            where=name,
            why=f"{controls} control characters (NULs: {sample.count(_NUL)}) among its first {len(sample)}",
            advice="Give a text file in UTF-8, or in UTF-16 with a byte order mark",
        )
    nuls = raw.count(_NUL)
    return (f"{nuls} NUL characters stand in the text",) if nuls else ()


def _map_source(raw: str, encoding: str, first: int) -> SourceMap:
    if encoding == "gb18030":
        return SourceMap()
    single = encoding.startswith("windows")
    if "\r\n" not in raw and (single or raw.isascii()):
        unit = 4 if encoding.startswith("utf-32") else 2 if encoding.startswith("utf-16") else 1
        return SourceMap((0,), (first,), (unit,))
    if encoding == "utf-8" and "\r\n" not in raw:
        return _map_utf8(raw, first)
    runs = _UTF8_RUNS if encoding == "utf-8" else _WIDE_RUNS
    starts: list[int] = []
    widths: list[int] = []
    sizes: list[int] = []
    position = 0
    for found in runs.finditer(raw):
        start, end = found.span()
        head = raw[start]
        width = _width(head, encoding)
        count = end - start
        if head == "\r" and raw.startswith("\r\n", start):
            count //= 2
            width *= 2
        starts.append(position)
        widths.append(width)
        sizes.append(count * width)
        position += count
    offsets = accumulate(sizes[:-1], initial=first)
    return SourceMap(tuple(starts), tuple(offsets), tuple(widths))


def _map_utf8(raw: str, first: int) -> SourceMap:
    """The map of UTF-8 without CRLF: a start every few thousand code points."""
    starts = range(0, len(raw), _STEP_CHARS)
    sizes = (len(raw[s : s + _STEP_CHARS].encode("utf-8", "surrogateescape")) for s in starts[:-1])
    return SourceMap(tuple(starts), tuple(accumulate(sizes, initial=first)), counted=raw)


def _width(char: str, encoding: str) -> int:
    if encoding == "utf-8":
        if char < "\x80" or "\udc80" <= char <= "\udcff":
            return 1
        return 2 if char < "\u0800" else 3 if char < "\U00010000" else 4
    if encoding.startswith("utf-16"):
        return 2 if char < "\U00010000" else 4
    return 4 if encoding.startswith("utf-32") else 1
