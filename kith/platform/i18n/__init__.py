"""Words in the reader's language, and honesty about which language they are in."""
