"""Find support: one search over services and sessions, a list and a map, and on every page a person to call."""
