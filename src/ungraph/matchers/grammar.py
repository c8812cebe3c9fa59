"""Tokens of one sentence → the acts it cites: head noun, list of numbers, organ, dates, pinpoints.

One grammar for six languages; what differs (links, possessives, order) comes from the tables.
"""

from __future__ import annotations

import re

from ungraph.identifiers.paragraph import Pinpoint
from ungraph.identifiers.resolution import ActKind
from ungraph.matchers.beside_pinpoints import is_apart, is_beside, is_listed, is_owning
from ungraph.matchers.collector import PINPOINT_CHARS
from ungraph.matchers.han_groups import close_han, dates_before, with_letters
from ungraph.matchers.list_cues import (
    bare_number,
    ends_possessive,
    function_words,
    governed,
    is_link,
    is_relative,
    iter_bare,
    new_verb,
)
from ungraph.matchers.list_dates import (
    TOPIC_CHARS,
    is_date_gap,
    is_of_date,
    share_date,
    spread_dates,
    spread_days,
    without_topic,
)
from ungraph.matchers.lists import (
    Group,
    Item,
    continues_list,
    is_in_title,
    iter_letters,
    resumes_list,
)
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import load_words

__all__ = ["SentenceReader"]

_HAN_AND = frozenset("和、及")
_DATE_CHARS = 40
_MOST_NEARBY = 4
_CLAUSE_CHARS = 120
_POSSESSOR = re.compile(r"'s?\Z")
_DIGIT = re.compile(r"\d")
_LOOK_BACK_CHARS = 48
_VERB_CHARS = 60
_GAP_CHARS = 80
_JOINED_CHARS = 12
_TAKEN_CHARS = 60


class SentenceReader:
    """Builds groups from the tokens of one sentence, in order."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.groups: list[Group] = []
        self.organs: list[Token] = []
        self.loose: list[Item] = []
        self.date: Token | None = None
        self._dates: list[Token] = []
        self._group: Group | None = None
        self.last_pinpoint: tuple[Pinpoint, int, int] | None = None
        self._last_organ: Token | None = None
        self._restarted = False
        self._verbs_read_to = 0
        _, self._its, self._adjectives = function_words(language)

    @property
    def group(self) -> Group | None:
        """The group being built."""
        return self._group

    def add_organ(self, token: Token) -> None:
        """An organ: it may belong to the numbers before it, or to what follows."""
        group = self.group
        if group is not None and self.language != "zh":
            self._give_organ(group, token)
        elif group is not None and group.items:
            if self.text[group.head.end : token.start] in load_words("zh", "relative"):
                for item in group.items:
                    item.subject, item.relative = token, True
        self.organs.append(token)
        self._last_organ = token
        self._restarted = False
        self._verbs_read_to = token.end

    def _give_organ(self, group: Group, token: Token) -> None:
        last = group.items[-1] if group.items else None
        first = last.after_end if last is not None else group.head.end
        if token.start - first > _GAP_CHARS:
            return
        gap = self.text[first : token.start]
        if last is None:
            if group.organ is None and is_link(
                gap, self.language, allow_blank=self.language in ("ru", "ar")
            ):
                group.organ, group.organ_how = token, "between"
            return
        if is_link(gap, self.language, allow_blank=self.language == "ru"):
            for item in reversed(group.items):
                if item.organ is not None and item.organ_how == "after":
                    break
                if item.organ_how not in ("before", "between"):
                    item.organ, item.organ_how = token, "after"
            last.after_end = token.end
        elif last.subject is None:
            plain = gap.strip(" ,،").lower()
            relative = is_relative(plain, self.language)
            if relative or not plain or plain in load_words(self.language, "article"):
                for item in group.items:
                    item.subject, item.relative = item.subject or token, relative

    def add_head(self, token: Token, act: ActKind) -> None:
        """A head noun: with it begins a list (in Chinese, with it a list ends)."""
        assert token.word is not None
        before = self.text[max(0, token.start - _LOOK_BACK_CHARS) : token.start]
        if self.language == "zh":
            self._close_han(token, act)
            return
        possessive = token.word.possessive or ends_possessive(before, self.language)
        group = Group(
            token,
            act,
            possessive,
            nearby=tuple(self.organs[: -_MOST_NEARBY - 1 : -1]),
            start=token.start,
        )
        outer = self.group
        if outer is not None:
            if outer.items and is_in_title(self.text, outer, token.start):
                group.outer = outer
            elif outer.outer is not None and is_in_title(self.text, outer.outer, token.start):
                group.outer = outer.outer
        organ = self._last_organ
        if organ is not None and self._restarts(organ.end, token.start):
            group.nearby = ()
        if organ is not None and not possessive and token.start - organ.end < _CLAUSE_CHARS:
            gap = self.text[organ.end : token.start]
            plain = _POSSESSOR.sub("", gap.strip().replace("’", "'"))
            if gap[:2] == "'s":
                plain = gap[2:].strip()
            if len(gap) < 40 and (not plain or plain.lower() in self._adjectives):
                group.organ, group.organ_how, group.start = organ, "before", organ.start
            elif group.nearby and governed(self.language).search(gap):
                group.possessive = True
        self.groups.append(group)
        self._group = group
        group.pinpoint = self._take_pinpoint(group.start)
        if found := bare_number(self.language).match(self.text, token.end):
            number = found[1] + (f" {found[2]}" if found[2] else "")
            self._add_item(group, Item(found.start(1), found.end(), number))
            plural = token.word.plural
            for more in iter_bare(self.text, found.end(), self.language, plural=plural):
                self._add_item(group, Item(more.start(1), more.end(), more[1]))

    def _restarts(self, start: int, end: int) -> bool:
        """Whether a new verb of the document's own organ stands between ("…, recalling its …");
        a verb right after the organ is that organ's ("the Council endorsed …").

        What was read for the head nouns before is not read again, but for a verb cut off there.
        """
        if not self._restarted:
            first = max(start, self._verbs_read_to - _VERB_CHARS)
            found = new_verb(self.language).search(self.text, first, end)
            if found is not None and found.start() <= start + 1:
                found = new_verb(self.language).search(self.text, found.end(), end)
            self._restarted = found is not None
            self._verbs_read_to = end
        return self._restarted

    def _take_pinpoint(self, start: int) -> tuple[Pinpoint, int, int] | None:
        found = self.last_pinpoint
        if found is None:
            return None
        self.last_pinpoint = None
        if start - found[2] >= _TAKEN_CHARS:
            return None
        gap = self.text[found[2] : start]
        if not any(c in ".;:\n" for c in gap) and not _DIGIT.search(gap):
            return found
        return None

    def add_number(self, token: Token, *, other: bool = False) -> None:
        """A number: one more of the list, if a list is open."""
        item = Item(token.start, token.end, token.text, other=other)
        if self.language == "zh":
            item.nearby = tuple(self.organs[: -_MOST_NEARBY - 1 : -1])
            before = self.loose[-1] if self.loose else None
            if before is not None and self.text[before.end : token.start] in _HAN_AND:
                # one date for all of "第33/12和33/13号", or one each
                item.date = self._dates.pop(0) if self._dates else before.date
            else:
                self._dates = dates_before(self.text, self.date, token.start)
                item.date = self._dates.pop(0) if self._dates else None
            item.after_end = token.end
            self.loose += with_letters(self.text, item)
            return
        group = self.group
        if group is None:
            item.nearby = tuple(self.organs[: -_MOST_NEARBY - 1 : -1])
            self.loose.append(item)
            return
        if group.outer is not None and resumes_list(self.text, token.start, self.language):
            self._group = group = group.outer
            self._add_item(group, item)
            return
        if group.items and group.items[-1].end > token.start:
            group.items.pop()
        if continues_list(self.text, group, item, self.language):
            self._add_item(group, item)
            for lettered in iter_letters(self.text, item, self.language):
                self._add_item(group, lettered)

    def _add_item(self, group: Group, item: Item) -> None:
        item.organ, item.organ_how = group.organ, group.organ_how
        item.nearby, item.possessive = group.nearby, group.possessive
        item.after_end = item.end
        if not group.items and group.pinpoint:
            item.pinpoint, item.pinpoint_start, item.pinpoint_end = group.pinpoint
        group.items.append(item)

    def ends_with_head(self, position: int) -> bool:
        """Whether "resolution" stands right before *position*, without a number yet."""
        group = self.group
        return (
            group is not None
            and not group.items
            and group.act is ActKind.RESOLUTION
            and not self.text[group.head.end : position].strip()
        )

    def add_date(self, token: Token) -> None:
        """A date: of the number before it (in Chinese, of the number after it)."""
        self.date = token
        group = self.group
        if self.language == "zh":
            return
        if group is None:
            loose = self.loose[-1] if self.loose else None
            if loose is not None and is_of_date(self.text, loose.end, token.start, self.language):
                loose.date = token
            return
        if not group.items:
            if is_of_date(self.text, group.head.end, token.start, self.language):
                group.dates = [token]
            return
        last = group.items[-1]
        if token.start - last.after_end >= TOPIC_CHARS:
            return
        gap = without_topic(self.text[last.after_end : token.start], self.language)
        if len(gap) >= _DATE_CHARS or "\n" in gap or not is_date_gap(gap, self.language):
            return
        if last.date is None:
            last.date = token
            last.after_end = token.end
            group.dates = [token]
            spread_days(group, gap, self.language)
            share_date(group, gap, self.language)
        elif group.dates and len(gap) < 12 and len(group.dates) < len(group.items):
            if group.items[-len(group.dates) - 1].date is not None:
                return  # "1/2 of 3 May 2004 and 1/7 of 4 May 2005, of 22 March as Water Day"
            group.dates.append(token)
            last.after_end = token.end
            spread_dates(group)

    def add_pinpoint(self, pinpoint: Pinpoint, start: int, end: int, *, owned: bool) -> bool:
        """A pinpoint: of the number before it, or kept for the one after; whether it is given.
        *owned* says that what it is a part of follows."""
        last = self._last_item()
        if last is not None and start - last.after_end <= _GAP_CHARS and _may_grow(last):
            gap = self.text[last.after_end : start]
            pinned = last.pinpoint is not None and last.pinpoint_end == last.after_end
            nested = pinned and is_owning(gap, self.language)
            if nested or is_beside(gap, self.language, owned=owned and not pinned):
                if last.pinpoint is None:
                    last.pinpoint, last.pinpoint_start = pinpoint, start
                else:
                    last.pinpoint = self._joined(last.pinpoint, pinpoint, gap, owned)
                last.pinpoint_end = last.after_end = end
                return True
        found = self.last_pinpoint
        if found and start - found[2] <= _GAP_CHARS and found[2] - found[1] < PINPOINT_CHARS:
            gap = self.text[found[2] : start]
            if any(c.isdigit() for c in gap) and len(gap) < _JOINED_CHARS:
                pinpoint, start = found[0], found[1]  # "… and 2 (para. 3)": of what is not read
            elif len(gap.strip(" ,")) < _JOINED_CHARS:
                pinpoint, start = self._joined(found[0], pinpoint, gap, owned), found[1]
        self.last_pinpoint = (pinpoint, start, end)
        return False

    def _joined(self, one: Pinpoint, other: Pinpoint, gap: str, owned: bool) -> Pinpoint:
        apart = is_apart(gap, self.language)
        return one.joined(other, apart=apart, owned=owned, listed=is_listed(gap))

    def _last_item(self) -> Item | None:
        if self.language == "zh" and self.loose:
            return self.loose[-1]
        return self.groups[-1].items[-1] if self.groups and self.groups[-1].items else None

    def _close_han(self, head: Token, act: ActKind) -> None:
        if not self.loose:
            return
        group = close_han(self.text, self.loose, head, act, self._its)
        self.loose = []
        self.groups.append(group)
        self._group = group


def _may_grow(item: Item) -> bool:
    return item.pinpoint_end - item.pinpoint_start < PINPOINT_CHARS
