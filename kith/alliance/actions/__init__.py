"""What is done: planning meetings, deciding, doing."""
