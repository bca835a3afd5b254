"""The words of the plan."""
