"""What is done with the plan."""
