"""Validation: quads and shapes → Report."""
