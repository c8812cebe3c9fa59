"""Batch: many documents → their graphs, in parallel, in one order, whatever breaks."""
