"""What is read of how it is at a venue."""
