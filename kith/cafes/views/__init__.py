"""The pages of a café."""
