"""Linking: Mentions → Links; decides what each mention stands for and keeps the reason."""
