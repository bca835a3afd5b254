"""What the room asks, and how an answer is read."""
