"""What is read: meetings, and what was agreed there."""
