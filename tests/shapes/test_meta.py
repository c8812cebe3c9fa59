"""The shapes are themselves well-formed: they pass SHACL's own shapes."""

from __future__ import annotations

import pyshacl
import pytest
import rdflib

from ungraph.validation.shapes import EVIDENCE_LEVELS, load_shapes, shape_files


@pytest.mark.parametrize("evidence", EVIDENCE_LEVELS)
def test_the_shapes_pass_the_shapes_of_shacl(evidence: str) -> None:
    shapes = rdflib.Graph().parse(data=load_shapes(evidence=evidence), format="turtle")
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_smaller_levels_of_evidence_leave_out_whole_files() -> None:
    full, compact, none = (set(shape_files(level)) for level in ("full", "compact", "none"))
    assert full - compact == {"assertions.ttl"}
    assert compact - none == {"evidence.ttl"}
