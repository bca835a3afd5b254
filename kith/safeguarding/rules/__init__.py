"""What may become of a concern, and what may be noted for a visit."""
