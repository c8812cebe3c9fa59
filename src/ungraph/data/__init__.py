"""Data tables of the package; each row has a source and an example."""
