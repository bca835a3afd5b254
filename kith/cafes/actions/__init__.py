"""What is done at a café."""
