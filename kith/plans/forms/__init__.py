"""The questions of the plan."""
