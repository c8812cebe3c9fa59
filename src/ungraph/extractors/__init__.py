"""Extractors: Document, Mentions and Links → Assertions."""
