"""Inquiry: questions about a built store that take more than one query: chains and explanations."""
