"""What is read of studies."""
