"""Commands about the tables."""
