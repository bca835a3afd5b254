"""Proposing a change of a way, and answering it."""
