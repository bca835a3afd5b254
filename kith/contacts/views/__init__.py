"""The pages of contacts, continuity and language."""
