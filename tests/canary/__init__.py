"""A sign of its own in every text that is kept about any family, and somebody who looks for it where it must not be."""
