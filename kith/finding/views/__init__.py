"""Finding a family, and beginning a record."""
