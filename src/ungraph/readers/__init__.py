"""Readers: bytes of a file → Document."""
