"""A café counts who comes with a tap, and time with a specialist health visitor has a list of its own."""
