"""The tables of citation words: each row's example is matched by that row."""

from __future__ import annotations

import pytest

from citation_documents import make_document
from ungraph.linking.relations import find_relation
from ungraph.matchers.citations import match_citations
from ungraph.matchers.tokens import match_tokens
from ungraph.matchers.values import TreatyReference
from ungraph.matchers.vocabulary import TokenKind, load_vocabulary, load_words
from ungraph.resources import load_table

WORDS = load_table("citation_words")
TOKENS = {"head", "draft", "organ", "back", "self", "thereof", "ibid", "treaty", "pinpoint"}
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@pytest.mark.parametrize("kind", sorted({row["kind"] for row in WORDS}))
def test_every_example_holds_its_form(kind: str) -> None:
    for row in WORDS:
        if row["kind"] == kind:
            assert row["form"] in row["example"], row


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_token_is_found_in_its_example(language: str) -> None:
    vocabulary = load_vocabulary(language)
    for row in WORDS:
        if row["language"] != language or row["kind"] not in TOKENS:
            continue
        tokens = match_tokens(row["example"], vocabulary)
        assert any(row["form"] in token.text for token in tokens), dict(row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_relation_is_found_in_its_example(language: str) -> None:
    for row in load_table("citation_relations"):
        if row["language"] == language and row["relation"] != "via":
            start = row["example"].index(row["form"]) + len(row["form"])
            relation, cue = find_relation(row["example"], start, len(row["example"]), language)
            assert (relation.value, cue) == (row["relation"], row["form"]), dict(row)


def test_every_treaty_is_found_with_its_article() -> None:
    for row in load_table("treaties"):
        found = [
            m.value
            for m in match_citations(make_document(row["example"]))
            if isinstance(m.value, TreatyReference)
        ]
        assert [(v.code, str(v.pinpoint)) for v in found] == [(row["code"], "art. 1")]


def test_every_other_adopter_is_known_as_such() -> None:
    vocabulary = load_vocabulary("en")
    for row in load_table("other_adopters"):
        first = match_tokens(row["example"], vocabulary)[0]
        assert first.kind is TokenKind.FOREIGN, row["example"]


def test_years_of_the_security_council_follow_each_other() -> None:
    rows = [
        (int(r["year"]), int(r["first"]), int(r["last"]))
        for r in load_table("security_council_years")
    ]
    assert rows == sorted(rows)
    assert all(before[2] < after[1] for before, after in zip(rows, rows[1:], strict=False))


def test_words_of_an_unknown_kind_are_none() -> None:
    assert dict(load_words("en", "nothing")) == {}
