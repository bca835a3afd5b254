"""Whether the time of an answer tells who is known: what F41 and F42 count."""
