"""The pages of next steps, and seeing a notice."""
