"""What is read of events that all members promote."""
