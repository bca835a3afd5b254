"""Pages of peers: for all, behind a private link, at the desk, and for a mother."""
