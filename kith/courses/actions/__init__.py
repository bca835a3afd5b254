"""Planning courses, booking them, inviting to them, and following up after them."""
