"""Find support: one search over services and sessions, a list and a map, and never a page without somebody to call."""
