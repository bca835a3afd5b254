"""What is decided about training. Pure."""
