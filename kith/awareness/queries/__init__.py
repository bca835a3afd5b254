"""What is read of events that everybody promotes."""
