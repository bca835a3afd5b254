"""What is done about a missed date."""
