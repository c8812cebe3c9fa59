"""Messages say what, where, why and what to do, in this order."""

from __future__ import annotations

import pytest

from ungraph import errors
from ungraph.errors import IdentifierError, UngraphError


def test_a_message_has_its_four_parts_in_order() -> None:
    error = UngraphError("it broke", where="a.txt", why="it is empty", advice="Give another file")
    assert str(error) == "it broke in a.txt: it is empty. Give another file"


def test_parts_that_are_not_known_leave_no_trace() -> None:
    assert str(UngraphError("it broke")) == "it broke"
    assert str(UngraphError("it broke", advice="Try again")) == "it broke. Try again"


@pytest.mark.parametrize("name", errors.__all__)
def test_all_errors_are_caught_by_the_base(name: str) -> None:
    assert issubclass(getattr(errors, name), UngraphError)


def test_a_wrong_identifier_is_also_a_value_error() -> None:
    assert issubclass(IdentifierError, ValueError)
