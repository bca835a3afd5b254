"""What is done with events that all members promote."""
