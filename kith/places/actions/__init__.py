"""Writes of the ground: the typed facts, and the files that ``kith load`` brings."""
