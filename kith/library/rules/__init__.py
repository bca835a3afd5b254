"""Decisions about advice, free of the database."""
