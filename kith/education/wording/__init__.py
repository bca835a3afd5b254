"""The words of education."""
