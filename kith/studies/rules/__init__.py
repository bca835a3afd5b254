"""What is decided about studies. Pure."""
