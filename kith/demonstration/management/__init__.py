"""Commands that need to know every room."""
