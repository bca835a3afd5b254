"""What is asked about pumps."""
