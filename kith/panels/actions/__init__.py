"""What is done about panels."""
