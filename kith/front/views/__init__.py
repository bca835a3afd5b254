"""The pages of the front, one module each."""
