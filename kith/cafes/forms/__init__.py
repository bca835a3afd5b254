"""The forms of a café."""
