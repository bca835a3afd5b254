"""What is done about training."""
