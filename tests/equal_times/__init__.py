"""Whether the time of an answer gives away who is known: the count of F41 and F42."""
