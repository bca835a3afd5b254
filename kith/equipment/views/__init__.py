"""The pages of equipment."""
