"""Skips that count: in CI, which has every part, a skipped test is a failure."""

from __future__ import annotations

import os
import re

import pytest

__all__ = ["ALLOWED_SKIPS", "fail_skip", "skip_is_failure"]

# A skip for one of these reasons is right even in CI.
ALLOWED_SKIPS = (re.compile(r"^needs (Windows|macOS)\b"),)


def skip_is_failure(reason: str) -> bool:
    """Whether a test skipped for *reason* must fail: in CI, unless the reason is allowed."""
    return bool(os.environ.get("CI")) and not any(rule.search(reason) for rule in ALLOWED_SKIPS)


def fail_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn the report of a skip for a missing part into a failure where CI is set."""
    if report.outcome != "skipped" or hasattr(report, "wasxfail"):
        return
    place = report.longrepr
    reason = place[2] if isinstance(place, tuple) else str(place)
    reason = reason.removeprefix("Skipped: ")
    if skip_is_failure(reason):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, which has every part: {reason}"
