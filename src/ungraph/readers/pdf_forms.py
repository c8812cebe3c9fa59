"""Forms of a PDF that draw one another: how often, told before the PDF library follows them.

A form is a drawing that pages and other forms repeat. Ten forms that draw the next one ten times
each, or one that draws itself twice, keep the library busy for ever, in a file of one kilobyte.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator

from ungraph.errors import LimitError

__all__ = ["check_forms"]

_FORM = re.compile(rb"/Subtype\s*/Form\b")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,8})\s+\d{1,5}\s+obj\b")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,8})\s+\d{1,5}\s+R\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]{1,127})\s+(\d{1,8})\s+\d{1,5}\s+R\b")
_DRAWS = re.compile(rb"/([^\s/<>\[\]()]{1,127})\s+Do\b")
_STREAM = re.compile(rb"stream\r?\n")
_FIRST = re.compile(rb"/First\s+(\d{1,8})")
_OWNERS = re.compile(rb"/(?:Parent|StructParents?|Pg|P)\s+\d+\s+\d+\s+R")
_MOST_DRAWINGS = 100_000
_LEAST_UNPACKED, _RATIO = 8 << 20, 20
_DEPTH, _LEVELS = 4, 40

Objects = dict[int, tuple[bytes, bytes]]


class _Unpacker:
    """Unpacks streams until there were too many bytes in all."""

    def __init__(self, most: int) -> None:
        self._left = most

    def unpack(self, content: bytes) -> bytes | None:
        """What is packed, as far as allowed; None for what is packed in another way."""
        try:
            unpacked = zlib.decompressobj().decompress(content, max(1, self._left))
        except zlib.error:
            return None
        self._left -= len(unpacked)
        return unpacked


def check_forms(data: bytes, name: str) -> None:
    """Raise LimitError when the forms of the PDF *data* are drawn more often than any page needs.

    What cannot be made out (a form packed in a rare way) counts as drawing all its forms twice.
    """
    if b"/Form" not in data or not _FORM.search(data):
        return
    unpacker = _Unpacker(max(_LEAST_UNPACKED, _RATIO * len(data)))
    objects = dict(_iter_objects(data, unpacker))
    forms = {number for number, (head, _) in objects.items() if _FORM.search(head)}
    inner = {form: _inner(form, objects, forms, unpacker) for form in sorted(forms)}
    drawn = dict.fromkeys(forms, 1)
    for _ in range(_LEVELS):
        drawn = {
            form: 1 + sum(times * drawn[other] for other, times in inner[form].items())
            for form in forms
        }
        if max(drawn.values(), default=0) > _MOST_DRAWINGS:
            raise LimitError(
                "a PDF whose drawings repeat one another without end",
                where=name,
                why=f"more than {_MOST_DRAWINGS} repetitions",
                advice="No document is drawn like that; check where it comes from",
            )


def _inner(form: int, objects: Objects, forms: set[int], unpacker: _Unpacker) -> Counter[int]:
    """The forms that *form* draws, and how often: by the names in its resources."""
    head, content = objects[form]
    heads = _resources(form, objects, forms)
    unpacked = unpacker.unpack(content) if b"/Filter" in head else content
    found: Counter[int] = Counter()
    if unpacked is None:
        found.update({int(n): 2 for one in heads for n in _REFERENCE.findall(one)})
    else:
        drawn = Counter(_DRAWS.findall(unpacked))
        for one in heads if drawn else ():
            for key, number in _NAMED.findall(one):
                found[int(number)] += drawn[key]
    return Counter({number: times for number, times in found.items() if number in forms and times})


def _resources(form: int, objects: Objects, forms: set[int]) -> list[bytes]:
    """What says the names that *form* may draw: its own dictionary and those it refers to."""
    seen = {form}
    heads = [objects[form][0]]
    fresh = heads
    for _ in range(_DEPTH):
        names = {int(n) for head in fresh for n in _REFERENCE.findall(_OWNERS.sub(b"", head))}
        fresh = [objects[n][0] for n in sorted(names - seen - forms) if n in objects]
        seen |= names
        heads = heads + fresh
    return heads


def _iter_objects(data: bytes, unpacker: _Unpacker) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
    """The objects of the file: number, what stands before its stream, and the stream."""
    places = [(found.start(), found.end(), int(found[1])) for found in _OBJECT.finditer(data)]
    for index, (_, begin, number) in enumerate(places):
        end = places[index + 1][0] if index + 1 < len(places) else len(data)
        stream = _STREAM.search(data, begin, end)
        head = data[begin : stream.start() if stream else end]
        content = data[stream.end() : end] if stream else b""
        if b"/ObjStm" in head:
            yield from _iter_packed(head, unpacker.unpack(content))
        yield number, (head, content)


def _iter_packed(head: bytes, unpacked: bytes | None) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
    """The objects inside an object stream; they have no streams of their own."""
    first = _FIRST.search(head)
    if not first or unpacked is None:
        return
    begin = int(first[1])
    table = [int(n) for n in unpacked[:begin].split() if n.isdigit() and len(n) < 9]
    starts = [*table[1::2], len(unpacked) - begin]
    for number, start, end in zip(table[::2], starts, starts[1:], strict=False):
        yield number, (unpacked[begin + start : begin + end], b"")
