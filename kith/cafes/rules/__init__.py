"""What a café decides. Pure."""
