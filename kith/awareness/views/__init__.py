"""The pages of events that everybody promotes."""
