"""What care decides. Pure."""
