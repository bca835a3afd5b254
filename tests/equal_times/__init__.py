"""Whether the time of an answer tells who is known: what F39 and F40 count."""
