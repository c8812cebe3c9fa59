"""Matchers: Document → Mentions; they say what words look like, never what they mean."""
