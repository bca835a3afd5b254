"""What the room decides. Pure."""
