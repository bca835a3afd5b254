"""What is to be done, and what somebody is told."""
