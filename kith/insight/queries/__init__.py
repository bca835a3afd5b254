"""Insight's reads: what is released, how the record stands now, and what a release would say."""
