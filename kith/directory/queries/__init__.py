"""What can be read of the directory."""
