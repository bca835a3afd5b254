"""The words of equipment."""
