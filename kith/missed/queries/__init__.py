"""What is read of missed dates."""
