"""The words of events that everybody promotes."""
