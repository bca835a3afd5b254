"""Reads of the links, and of the place's settings with their history."""
