"""What can be read of sessions and series."""
