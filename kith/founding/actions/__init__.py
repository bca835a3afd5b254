"""Beginning a place, and letting its first administrator in."""
