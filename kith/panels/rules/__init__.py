"""What is decided about panels. Pure."""
