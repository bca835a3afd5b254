"""What is to be done, and what notices there are."""
