"""Graph: Assertions → quads; the first place that knows RDF."""
