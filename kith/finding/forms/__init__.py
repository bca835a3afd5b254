"""What is typed to find a family, and to begin its record."""
