"""The pages of education."""
