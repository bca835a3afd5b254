"""A place begins from answers that are checked as a whole; its first administrator comes in, and settings are kept."""
