"""The questions about events that everybody promotes."""
