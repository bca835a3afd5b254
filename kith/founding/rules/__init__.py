"""What is decided as a place begins, and how well it stands. Pure."""
