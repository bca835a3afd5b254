"""Insight's decisions: what may be said of a quarter, and what may be released after what was released before."""
