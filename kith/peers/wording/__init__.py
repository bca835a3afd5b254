"""The words of peers."""
