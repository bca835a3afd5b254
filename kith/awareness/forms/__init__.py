"""The questions about events that all members promote."""
