"""The words of safeguarding."""
