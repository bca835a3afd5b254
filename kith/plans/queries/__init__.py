"""What is read of the plan."""
