"""The pages of events that all members promote."""
