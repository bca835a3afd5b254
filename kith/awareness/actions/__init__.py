"""What is done with events that everybody promotes."""
