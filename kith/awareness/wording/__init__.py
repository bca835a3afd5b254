"""The words of events that all members promote."""
