"""The words of courses."""
