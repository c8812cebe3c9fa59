"""Limits are read from settings, and what is wrong with a setting is said."""

from __future__ import annotations

import pytest

from ungraph.errors import LimitError
from ungraph.readers.limits import Limits


def test_settings_raise_some_limits_and_leave_the_others() -> None:
    limits = Limits.parse(["max_bytes=200", "max_pages=3"])
    assert (limits.max_bytes, limits.max_pages) == (200, 3)
    assert limits.max_chars == Limits().max_chars


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("max_words=3", "there is no limit 'max_words'"),
        ("max_bytes", "needs a positive number, not ''"),
        ("max_bytes=0", "needs a positive number, not '0'"),
        ("max_bytes=-5", "needs a positive number, not '-5'"),
    ],
)
def test_what_is_wrong_with_a_setting_is_said(setting: str, message: str) -> None:
    with pytest.raises(LimitError, match=message):
        Limits.parse([setting])
