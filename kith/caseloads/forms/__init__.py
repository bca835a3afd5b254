"""The forms of leading."""
