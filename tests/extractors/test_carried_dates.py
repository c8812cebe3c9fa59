"""Dates that lean on one before them in the paragraph."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Act
from ungraph.pipeline import BuildOptions, build_document


def acts(text: str) -> tuple[Act, ...]:
    data = f"CAT/C/52/D/497/2012\n\n{text}\n".encode()
    options = BuildOptions(validate=False)
    return build_document(data, name="x.txt", options=options).assertions.acts


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "1. On 16 May 2025, the Board refused. On 7 June, the Board decided to meet.",
            ["2025-05-16", "2025-06-07"],
        ),
        (
            "1. On 16 May 2025, the Board refused. On the same day, the author appealed the ruling.",
            ["2025-05-16", "2025-05-16"],
        ),
        (
            "1. On 16 May 2025, the Board refused. On 7 June, the Board decided to meet. On that "
            "same date, the author appealed the ruling.",
            ["2025-05-16", "2025-06-07", "2025-06-07"],
        ),
        ("1. On 7 June, the Board decided to meet.", [""]),
        ("1. In 2025 the Board refused.\n\n2. On 7 June, the Board decided to meet.", ["2025", ""]),
        (
            "1. On 16 May 2025, the Board refused. On 31 June, it decided to meet.",
            ["2025-05-16", ""],
        ),
    ],
)
def test_the_year_or_day_is_that_of_the_full_date_before(text: str, dates: list[str]) -> None:
    assert [str(act.date or "") for act in acts(text)] == dates


def test_the_reason_is_kept_with_the_act() -> None:
    second = acts("1. On 16 May 2025, the Board refused. On 7 June, the Board decided to meet.")[1]
    (reason,) = [i for i in second.inferences if i.property == "dcterms:date"]
    assert "full date" in reason.reason
    assert reason.evidence
