"""Reads of families: who may, the page of one, cards for lists, and counts without names."""
