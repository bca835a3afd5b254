"""Every list that has pages, filled row by row."""
