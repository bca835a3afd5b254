"""Reads of care: what is due today, how one family is followed, and counts for the public page."""
