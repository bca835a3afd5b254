"""What is done about how it is at a venue."""
