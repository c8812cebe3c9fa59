"""What a whole store holds: its citation network, its gaps, and what does not fit together."""
