"""A sign of its own in every text kept about any family, and a reader who looks for it where it must not be."""
