"""Identifiers as values: symbols, resolution numbers, pointers, dates, and the IRIs we mint."""
