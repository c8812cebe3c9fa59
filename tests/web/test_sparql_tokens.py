"""Keywords are found only where they are keywords, and USING goes where SPARQL wants it."""

from __future__ import annotations

import pytest

from ungraph.web.sparql_tokens import has_keyword, insert_using


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELECT * { service <http://x> {} }", "SERVICE"),
        ("SELECT * { SERVICE SILENT ?x {} }", "SERVICE"),
        ('SELECT * { ?s ?p "SERVICE" }', None),
        ("SELECT * { ?s ?p '''a ' SERVICE''' }", None),
        ("SELECT ?SERVICE { service:x a <SERVICE> } # SERVICE", None),
    ],
)
def test_a_keyword_is_no_string_name_variable_or_comment(text: str, found: str | None) -> None:
    assert has_keyword(text, "SERVICE") == found


def test_using_stands_before_the_where_of_each_operation() -> None:
    update = "INSERT DATA { <a> <b> 'WHERE' } ; INSERT { ?s a 1 } WHERE { ?s ?p ?o { } }"
    assert insert_using(update, ["http://g"], ["http://n"]) == (
        "INSERT DATA { <a> <b> 'WHERE' } ; INSERT { ?s a 1 } "
        "USING <http://g> USING NAMED <http://n> WHERE { ?s ?p ?o { } }"
    )


def test_a_short_delete_is_written_out() -> None:
    assert insert_using("DELETE WHERE { ?s ?p ?o }", ["http://g"], []) == (
        "DELETE { ?s ?p ?o } USING <http://g> WHERE { ?s ?p ?o }"
    )
