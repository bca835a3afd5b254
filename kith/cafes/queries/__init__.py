"""What a café shows."""
