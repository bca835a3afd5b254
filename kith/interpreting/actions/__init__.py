"""Asking for interpreters, finding them, what became of it, and their own page."""
