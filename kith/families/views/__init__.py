"""The pages of families, one module each."""
