"""The decisions of the plan. Pure."""
