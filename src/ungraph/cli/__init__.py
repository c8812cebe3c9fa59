"""Command line: the door that people use from a shell."""
