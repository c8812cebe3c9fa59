"""Chinese words of a pinpoint → its structure: "第4和5段", "第十四条第一款", "第5段(a)㈡"."""

from __future__ import annotations

import re

from ungraph.identifiers.paragraph import Pinpoint, PinpointStep
from ungraph.identifiers.roman import format_roman
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import Vocabulary

__all__ = ["read_han_pinpoint"]

_HAN = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_UNITS = {
    "段": "paragraph",
    "条": "article",
    "章": "chapter",
    "节": "section",
    "款": "paragraph",
    "部分": "part",
}
_UNIT = re.compile(r"部分|[段条章节款]")
_LETTERS = r"(?:\([0-9a-z]+\)|[㈠-㈩])*"
# Numbers, and letters that stand behind the unit: "第5(a)段", "第5段(a)㈡".
_NUMERAL = re.compile(
    rf"(?:[0-9]+|[IVX]+|[一二三四五六七八九十]+)(?:{_LETTERS}[段条款](?=[(㈠-㈩]))?{_LETTERS}"
    r"|\([a-z]+\)"
)
_ROMAN = {chr(0x3220 + i): word for i, word in enumerate("i ii iii iv v vi vii viii ix x".split())}
_IN_ROMAN = frozenset({"section", "chapter", "part"})
_LETTERED = re.compile(r"第?((?:[IVX]+\.)?[A-Z]) ?节\Z")
_MOST_CHARS = 1000
_NOTES = ("脚注", "注")
_PARTS = ("序言部分", "执行部分", "序言")


def read_han_pinpoint(token: Token, vocabulary: Vocabulary) -> Pinpoint:
    """The pinpoint that a Chinese *token* says; numbers before another unit are of that unit, as
    in "第一款和第五款及第二十六条", paragraphs and an article."""
    words = token.text[:_MOST_CHARS]
    for note in _NOTES:
        if words.startswith(note):
            return Pinpoint((PinpointStep("note", ((words[len(note) :].strip(), None),)),))
    if lettered := _LETTERED.match(words):  # "A节", "第I.A节"
        return Pinpoint((PinpointStep("section", ((lettered[1], None),)),))
    if words[0] != "第" and not words.startswith(_PARTS):
        form = words.rstrip("一二三四五六七八九十")
        number = format_roman(int(_value(words[len(form) :]))) if form != words else ""
        kind = vocabulary.pinpoints.get(form, "annex")
        return Pinpoint((PinpointStep(kind, ((number, None),) if number else ()),))
    part = next((part for part in _PARTS if words.startswith(part)), "")
    steps: list[PinpointStep] = []
    begin = len(part)
    for unit in _UNIT.finditer(words, begin):
        kind = "preambular" if part.startswith("序言") else _UNITS[unit[0]]
        end = _end_of_letters(words, unit.end())
        if numbers := _read_numbers(words, begin, end, kind):
            if steps and steps[-1].kind == kind:
                numbers = [*steps.pop().numbers, *numbers]
            steps.append(PinpointStep(kind, tuple(numbers)))
        begin = end
    pinpoint = Pinpoint((steps[0] if steps else PinpointStep("paragraph"),))
    for step in steps[1:]:
        pinpoint = pinpoint.joined(Pinpoint((step,)), apart=True)
    return pinpoint


def _end_of_letters(words: str, position: int) -> int:
    """Where the letters behind a unit end: "第5段(a)㈡"."""
    found = re.compile(_LETTERS).match(words, position)
    return found.end() if found else position


def _read_numbers(words: str, begin: int, end: int, kind: str) -> list[tuple[str, str | None]]:
    numbers: list[tuple[str, str | None]] = []
    last_end = begin
    for found in _NUMERAL.finditer(words, begin, end):
        written = _value(found[0])
        if written.startswith("("):  # "第2(a)和(b)段": another letter of the same number
            if not numbers:
                continue
            written = f"{(numbers[-1][1] or numbers[-1][0]).partition(' ')[0]} {written}"
        elif kind in _IN_ROMAN and found[0][0] in _HAN:
            written = format_roman(int(written))
        if numbers and words[last_end : found.start()].rstrip("第 ") in ("至", "-"):
            numbers[-1] = (numbers[-1][0], written)
        else:
            numbers.append((written, None))
        last_end = found.end()
    return numbers


def _value(written: str) -> str:
    """A number with its letters as the English text has them: "5 (a) (ii)" for "5(a)㈡"."""
    plain = _UNIT.sub("", written)
    for sign, roman in _ROMAN.items():
        plain = plain.replace(sign, f"({roman})")
    number, bracket, letters = plain.partition("(")
    if not number:
        return plain
    if number[0] in _HAN:
        number = _value_of_han(number)
    return number + (f" {bracket}{letters}".replace(")(", ") (") if bracket else "")


def _value_of_han(written: str) -> str:
    tens, ten, units = written.rpartition("十")
    if not ten:
        return str(_HAN[written[-1]])
    return str((_HAN[tens] if tens else 1) * 10 + (_HAN[units] if units else 0))
