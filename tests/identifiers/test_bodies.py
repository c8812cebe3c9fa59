"""The table of bodies: each row whole, its example its own."""

from __future__ import annotations

import pytest

from ungraph.identifiers.bodies import LANGUAGES, Body, body_of_symbol, load_bodies
from ungraph.identifiers.symbol import parse_symbol

BODIES = list(load_bodies().values())
each_body = pytest.mark.parametrize("body", BODIES, ids=lambda body: body.slug)


@each_body
def test_the_example_of_a_body_is_a_symbol_of_it(body: Body) -> None:
    assert parse_symbol(body.example).body == body.slug


@each_body
def test_a_body_has_names_in_known_languages_and_a_source(body: Body) -> None:
    assert set(body.names) == set(LANGUAGES)
    assert body.source and body.label
    if body.names["en"]:
        assert body.names["en"][0] == body.label


def test_no_name_stands_for_two_bodies() -> None:
    for language in LANGUAGES:
        names = [name for body in BODIES for name in body.names[language]]
        assert len(names) == len(set(names))


def test_the_longest_prefix_tells_the_body() -> None:
    assert body_of_symbol("E/CN.4/Sub.2/2003/12") == ("subcom", "E/CN.4/Sub.2")
    assert body_of_symbol("E/CN.4/2005/51") == ("chr", "E/CN.4")
    assert body_of_symbol("Q/1") == (None, "")
